#include "odt.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "picture.h"
#include "tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MOST = 2000, NAME_LONGEST = 400 };
static const char media[] = "application/vnd.oasis.opendocument.text";

/* Pictures get names that tell nothing. */
struct renamed {
    char old[NAME_LONGEST], new[64];
};
struct odt {
    struct archive *in;
    struct parts out;
    struct renamed *renamed;
    size_t count;
    xmlDoc *manifest;
    enum paper_result result;
};

/* "content.xml", "Object 1/styles.xml". */
static bool is_text(const char *name)
{
    const char *slash = strchr(name, '/');
    if (slash && (strncmp(name, "Object", 6) != 0 || strchr(slash + 1, '/')))
        return false;
    const char *base = slash ? slash + 1 : name;
    return strcmp(base, "content.xml") == 0 || strcmp(base, "styles.xml") == 0;
}

static bool is_picture(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && name[length - 1] != '/' &&
           (strncmp(name, "Pictures/", 9) == 0 || strncmp(name, "ObjectReplacements/", 19) == 0 ||
            strncmp(name, "./ObjectReplacements/", 21) == 0);
}

static const char *plain_path(const char *path)
{
    return strncmp(path, "./", 2) == 0 ? path + 2 : path;
}

static const char *new_name(const struct odt *odt, const char *name)
{
    for (size_t i = 0; i < odt->count; i++)
        if (strcmp(plain_path(odt->renamed[i].old), plain_path(name)) == 0)
            return odt->renamed[i].new;
    return NULL;
}

static void clean_picture(struct odt *odt, const char *name)
{
    struct buffer bytes, cleaned;
    const char *extension = "";
    buffer_init(&bytes, 4 * PAPER_BYTES);
    buffer_init(&cleaned, 4 * PAPER_BYTES);
    odt->result = archive_read(odt->in, name, &bytes);
    if (odt->result == PAPER_OK)
        odt->result =
            picture_clean(&cleaned, bytes.bytes ? bytes.bytes : "", bytes.length, &extension);
    if (odt->result == PAPER_OK) {
        odt->renamed = heap_grow(odt->renamed, odt->count + 1, sizeof *odt->renamed);
        struct renamed *renamed = &odt->renamed[odt->count++];
        snprintf(renamed->old, sizeof renamed->old, "%s", name);
        snprintf(renamed->new, sizeof renamed->new, "Pictures/%zu.%s", odt->count, extension);
        struct buffer *out = parts_add(&odt->out, renamed->new);
        buffer_add(out, cleaned.bytes, cleaned.length);
    }
    buffer_free(&bytes);
    buffer_free(&cleaned);
}

/* Elements that are nothing but telling. */
static bool element_tells(const xmlNode *element)
{
    static const char *const names[] = {
        "creator-initials", "sender-initials", "scripts", "event-listeners", "meta", "settings"};
    return TEXT_AMONG((const char *)element->name, names);
}

/* Fields that show who, when or where; they keep their place and lose their words. */
static bool field_tells(const xmlNode *element)
{
    static const char *const names[] = {"author-name",       "author-initials",   "initial-creator",
                                        "creator",           "printed-by",        "file-name",
                                        "template-name",     "creation-date",     "creation-time",
                                        "modification-date", "modification-time", "print-date",
                                        "print-time",        "editing-duration",  "editing-cycles"};
    return element->ns && strstr((const char *)element->ns->href, ":text:") &&
           (TEXT_AMONG((const char *)element->name, names) ||
            strncmp((const char *)element->name, "sender-", 7) == 0);
}

static void set_text(xmlNode *element, const char *text)
{
    xmlNodeSetContent(element, (const xmlChar *)text);
}

static void clean_link(const struct odt *odt, xmlNode *element)
{
    const char *href = tree_value(element, "href");
    if (!href || !*href)
        return;
    const char *renamed = new_name(odt, href);
    bool object = strncmp(plain_path(href), "Object", 6) == 0;
    if (renamed)
        tree_set(element, "href", renamed);
    else if (*href != '#' && !tree_is_address(href) && !object)
        tree_set(element, "href", "#");
    else if (tree_is(element, "image") && *href != '#')
        tree_set(element, "href", "#"); /* nothing is fetched when it is read */
}

static bool is_svg(const char *name)
{
    size_t length = name ? strlen(name) : 0;
    return length > 4 && strcmp(name + length - 4, ".svg") == 0;
}

/* A vector picture stands beside one of pixels, which is enough; one that stands alone cannot be looked through. */
static bool is_spare_svg(struct odt *odt, const xmlNode *element)
{
    if (!tree_is(element, "image") || !is_svg(tree_value(element, "href")))
        return false;
    for (const xmlNode *other = element->parent->children; other; other = other->next)
        if (other != element && other->type == XML_ELEMENT_NODE && tree_is(other, "image"))
            return true;
    odt->result = PAPER_INSIDE;
    return false;
}

static bool visit(void *context, xmlNode *element)
{
    struct odt *odt = context;
    if (element_tells(element) || is_spare_svg(odt, element))
        return true;
    for (xmlAttr *attribute = element->properties, *next; attribute; attribute = next) {
        next = attribute->next;
        if (strcmp((const char *)attribute->name, "rsid") == 0 ||
            strcmp((const char *)attribute->name, "paragraph-rsid") == 0)
            tree_remove(attribute);
    }
    clean_link(odt, element);
    bool core = element->ns && strstr((const char *)element->ns->href, "purl.org/dc/");
    if (core && tree_is(element, "creator"))
        set_text(element, "Author");
    else if (core && tree_is(element, "date"))
        set_text(element, "1980-01-01T00:00:00");
    else if (field_tells(element))
        tree_blank(element);
    else if ((tree_is(element, "title") || tree_is(element, "desc")) && element->children &&
             tree_names_file((const char *)element->children->content))
        tree_blank(element);
    return false;
}

static xmlDoc *read_tree(struct odt *odt, const char *name)
{
    struct buffer bytes;
    buffer_init(&bytes, 4 * PAPER_BYTES);
    odt->result = archive_read(odt->in, name, &bytes);
    xmlDoc *tree = odt->result == PAPER_OK ? tree_read(&bytes) : NULL;
    if (odt->result == PAPER_OK && !tree)
        odt->result = PAPER_DAMAGED;
    buffer_free(&bytes);
    return tree;
}

static void clean_text(struct odt *odt, const char *name)
{
    xmlDoc *tree = read_tree(odt, name);
    if (!tree)
        return;
    tree_walk(tree, visit, NULL, odt);
    tree_write(tree, parts_add(&odt->out, name));
    xmlFreeDoc(tree);
}

/* What each entry of a part says; of what was left out it says nothing any more. */
static bool visit_entry(void *context, xmlNode *element)
{
    struct odt *odt = context;
    if (tree_is(element, "encryption-data"))
        odt->result = PAPER_ENCRYPTED;
    if (!tree_is(element, "file-entry"))
        return false;
    for (xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && tree_is(child, "encryption-data"))
            odt->result = PAPER_ENCRYPTED;
    const char *path = tree_value(element, "full-path");
    if (!path)
        return true;
    const char *renamed = new_name(odt, path);
    if (renamed) {
        tree_set(element, "full-path", renamed);
        return false;
    }
    size_t length = strlen(path);
    bool folder = length > 1 && path[length - 1] == '/' && strncmp(path, "Object", 6) == 0 &&
                  !strchr(path, '.');
    return strcmp(path, "/") != 0 && !is_text(path) &&
           !(folder && strncmp(path, "ObjectReplacements", 18) != 0);
}

static bool is_odt(struct odt *odt)
{
    struct buffer bytes;
    buffer_init(&bytes, PAPER_BYTES);
    odt->result = archive_read(odt->in, "mimetype", &bytes);
    bool good =
        odt->result == PAPER_OK && bytes.bytes &&
        strncmp(bytes.bytes, media, sizeof media - 1) == 0 &&
        strspn(bytes.bytes + sizeof media - 1, " \r\n") == bytes.length - (sizeof media - 1);
    buffer_free(&bytes);
    return good;
}

static void clean_parts(struct odt *odt)
{
    const char *name;
    for (size_t i = 0; odt->result == PAPER_OK && (name = archive_name(odt->in, i)); i++) {
        if (i == PARTS_MOST || strlen(name) >= NAME_LONGEST)
            odt->result = PAPER_HOSTILE;
        else if (is_picture(name) && !is_svg(name) && !new_name(odt, name))
            clean_picture(odt, name);
    }
    for (size_t i = 0; odt->result == PAPER_OK && (name = archive_name(odt->in, i)); i++)
        if (is_text(name))
            clean_text(odt, name);
}

enum paper_result odt_clean(struct buffer *out, struct archive *in)
{
    struct odt odt = {.in = in};
    if (!is_odt(&odt))
        return PAPER_UNKNOWN;
    buffer_text(parts_add(&odt.out, "mimetype"), media);
    xmlDoc *manifest = read_tree(&odt, "META-INF/manifest.xml");
    if (manifest)
        tree_walk(manifest, visit_entry, NULL,
                  &odt); /* whether anything is encrypted, before it is read */
    xmlFreeDoc(manifest);
    if (odt.result == PAPER_OK && !archive_has(in, "content.xml"))
        odt.result = PAPER_DAMAGED;
    clean_parts(&odt);
    manifest = odt.result == PAPER_OK ? read_tree(&odt, "META-INF/manifest.xml") : NULL;
    if (manifest) {
        tree_walk(manifest, visit_entry, NULL, &odt);
        tree_write(manifest, parts_add(&odt.out, "META-INF/manifest.xml"));
    }
    xmlFreeDoc(manifest);
    if (odt.result == PAPER_OK)
        odt.result = parts_write(&odt.out, true, out);
    free(odt.renamed);
    parts_free(&odt.out);
    return odt.result;
}
