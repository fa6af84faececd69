#include "docx.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MOST = 2000, NAME_LONGEST = 400 };

static const char types_name[] = "[Content_Types].xml",
                  relationships_space[] =
                      "http://schemas.openxmlformats.org/package/2006/relationships",
                  types_space[] = "http://schemas.openxmlformats.org/package/2006/content-types";

/* A part that is taken over, under a name that tells nothing. */
struct taken {
    char old[NAME_LONGEST], new[64];
    char *type; /* its content type; NULL: a picture's, by its extension */
};
struct docx {
    struct archive *in;
    struct parts out;
    xmlDoc *types;
    struct taken *taken;
    size_t count;
    enum paper_result result;
};
/* What a part's relationships become. */
struct links {
    struct buffer xml;
    char **lost; /* ids of those left out, up to NULL */
    size_t lost_count;
    bool any;
};

/* The last word of a relationship's type: "image" of both the ISO's and Microsoft's names. */
static const char *last_word(const char *type)
{
    const char *slash = strrchr(type, '/');
    return slash ? slash + 1 : type;
}

static bool is_wanted(const char *word)
{
    static const char *const words[] = {
        "styles",        "settings",        "fontTable",   "theme",         "numbering",
        "footnotes",     "endnotes",        "header",      "footer",        "comments",
        "chart",         "chartUserShapes", "diagramData", "diagramLayout", "diagramQuickStyle",
        "diagramColors", "diagramDrawing",  "image"};
    return TEXT_AMONG(word, words);
}

/* What would be lost from sight without a word: a text within the text. */
static bool is_text_within(const char *word)
{
    return strcmp(word, "aFChunk") == 0 || strcmp(word, "subDocument") == 0;
}

/* "word/document.xml" + "../media/a.png" → "media/a.png"; false when it leaves the package or is too long. */
static bool resolve(char *out, const char *base, const char *target)
{
    char joined[2 * NAME_LONGEST];
    size_t folder = target[0] == '/'     ? 0
                    : strrchr(base, '/') ? (size_t)(strrchr(base, '/') - base) + 1
                                         : 0;
    if (folder + strlen(target) >= NAME_LONGEST)
        return false;
    snprintf(joined, sizeof joined, "%.*s%s", (int)folder, base, target + (target[0] == '/'));
    out[0] = '\0';
    for (char *save = NULL, *step = strtok_r(joined, "/", &save); step;
         step = strtok_r(NULL, "/", &save)) {
        char *slash = strrchr(out, '/');
        if (strcmp(step, "..") == 0)
            *(slash ? slash : out) = '\0';
        else if (strcmp(step, ".") != 0)
            sprintf(out + strlen(out), "%s%s", *out ? "/" : "", step);
    }
    return *out != '\0';
}

/* The content type that the package says of a part by name; NULL when it says none. */
static const char *content_type(const struct docx *docx, const char *name)
{
    for (xmlNode *node = xmlDocGetRootElement(docx->types)->children; node; node = node->next) {
        const char *part = node->type == XML_ELEMENT_NODE && tree_is(node, "Override")
                               ? tree_value(node, "PartName")
                               : NULL;
        if (part && strcasecmp(part + (*part == '/'), name) == 0)
            return tree_value(node, "ContentType");
    }
    return NULL;
}

/* The part's place in `taken`; added when it is not there yet. NULL when there is no such part. */
static struct taken *take(struct docx *docx, const char *name, bool picture)
{
    for (size_t i = 0; i < docx->count; i++)
        if (strcasecmp(docx->taken[i].old, name) == 0)
            return &docx->taken[i];
    const char *type = content_type(docx, name);
    if (!archive_has(docx->in, name) || (!picture && (!type || !strstr(type, "+xml"))))
        return NULL;
    if (docx->count == PARTS_MOST) {
        docx->result = PAPER_HOSTILE;
        return NULL;
    }
    docx->taken = heap_grow(docx->taken, docx->count + 1, sizeof *docx->taken);
    struct taken *taken = &docx->taken[docx->count];
    *taken = (struct taken){.type = picture ? NULL : heap_text(type)};
    snprintf(taken->old, sizeof taken->old, "%s", name);
    snprintf(taken->new, sizeof taken->new,
             docx->count == 0 ? "word/document.xml"
             : picture        ? "word/media/image%zu"
                              : "word/part%zu.xml",
             docx->count);
    docx->count++;
    return taken;
}

/* Its name is whole once it is known what kind of picture it is: so pictures are written when they are met. */
static struct taken *take_picture(struct docx *docx, const char *name)
{
    size_t before = docx->count;
    struct taken *taken = take(docx, name, true);
    if (!taken || docx->count == before)
        return taken;
    struct buffer bytes;
    const char *extension = "";
    buffer_init(&bytes, 4 * PAPER_BYTES);
    struct buffer cleaned;
    buffer_init(&cleaned, 4 * PAPER_BYTES);
    docx->result = archive_read(docx->in, name, &bytes);
    if (docx->result == PAPER_OK)
        docx->result =
            picture_clean(&cleaned, bytes.bytes ? bytes.bytes : "", bytes.length, &extension);
    if (docx->result == PAPER_OK) {
        size_t length = strlen(taken->new);
        snprintf(taken->new + length, sizeof taken->new - length, ".%s", extension);
        struct buffer *out = parts_add(&docx->out, taken->new);
        buffer_add(out, cleaned.bytes, cleaned.length);
    }
    buffer_free(&bytes);
    buffer_free(&cleaned);
    return docx->result == PAPER_OK ? taken : NULL;
}

static void add_escaped(struct buffer *out, const char *text)
{
    xmlChar *escaped = xmlEncodeSpecialChars(NULL, (const xmlChar *)text);
    buffer_text(out, (const char *)escaped);
    xmlFree(escaped);
}

static void lose(struct links *links, const char *id)
{
    links->lost = heap_grow(links->lost, links->lost_count + 2, sizeof *links->lost);
    links->lost[links->lost_count++] = heap_text(id);
    links->lost[links->lost_count] = NULL;
}

/* A vector picture stands beside one of pixels, which is enough. */
static bool is_svg(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcasecmp(name + length - 4, ".svg") == 0;
}

/* One relationship of the part `base`: taken over or left out. */
static void follow(struct docx *docx, const char *base, const xmlNode *node, struct links *links)
{
    const char *id = tree_value(node, "Id"), *type = tree_value(node, "Type"),
               *target = tree_value(node, "Target");
    const char *mode = tree_value(node, "TargetMode");
    char name[NAME_LONGEST];
    if (!id || !type || !target)
        return;
    const char *word = last_word(type);
    bool outside = mode && strcmp(mode, "External") == 0;
    const struct taken *taken = NULL;
    if (is_text_within(word))
        docx->result = PAPER_INSIDE;
    else if (!outside && is_wanted(word) && resolve(name, base, target) && !is_svg(name))
        taken = strcmp(word, "image") == 0 ? take_picture(docx, name) : take(docx, name, false);
    bool address = outside && strcmp(word, "hyperlink") == 0 && tree_is_address(target);
    if (!taken && !address) {
        lose(links, id);
        return;
    }
    links->any = true;
    buffer_text(&links->xml, "<Relationship Id=\"");
    add_escaped(&links->xml, id);
    buffer_text(&links->xml, "\" Type=\"");
    add_escaped(&links->xml, type);
    buffer_printf(&links->xml, "\" Target=\"%s", taken ? "/" : "");
    add_escaped(&links->xml, taken ? taken->new : target);
    buffer_printf(&links->xml, "\"%s/>", address ? " TargetMode=\"External\"" : "");
}

static xmlDoc *read_tree(struct docx *docx, const char *name)
{
    struct buffer bytes;
    buffer_init(&bytes, 4 * PAPER_BYTES);
    docx->result = archive_read(docx->in, name, &bytes);
    xmlDoc *tree = docx->result == PAPER_OK ? tree_read(&bytes) : NULL;
    if (docx->result == PAPER_OK && !tree)
        docx->result = PAPER_DAMAGED;
    buffer_free(&bytes);
    return tree;
}

static void links_name(char *out, size_t size, const char *part)
{
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part) + 1 : 0;
    snprintf(out, size, "%.*s_rels/%s.rels", folder, part, part + folder);
}

static void read_links(struct docx *docx, const char *part, struct links *links)
{
    char name[NAME_LONGEST + 20];
    buffer_init(&links->xml, 4 * PAPER_BYTES);
    lose(links, "");
    buffer_printf(&links->xml,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                  "xmlns=\"%s\">",
                  relationships_space);
    links_name(name, sizeof name, part);
    xmlDoc *tree = archive_has(docx->in, name) ? read_tree(docx, name) : NULL;
    for (xmlNode *node = tree ? xmlDocGetRootElement(tree)->children : NULL;
         node && docx->result == PAPER_OK; node = node->next)
        if (node->type == XML_ELEMENT_NODE && tree_is(node, "Relationship"))
            follow(docx, part, node, links);
    buffer_text(&links->xml, "</Relationships>");
    xmlFreeDoc(tree);
}

static void free_links(struct links *links)
{
    for (size_t i = 0; i < links->lost_count; i++)
        free(links->lost[i]);
    free(links->lost);
    buffer_free(&links->xml);
}

/* A part of XML and its relationships. */
static void clean_part(struct docx *docx, size_t index)
{
    const struct taken part = docx->taken[index]; /* a copy: more are taken meanwhile */
    struct links links = {0};
    char name[NAME_LONGEST];
    read_links(docx, part.old, &links);
    xmlDoc *tree = docx->result == PAPER_OK ? read_tree(docx, part.old) : NULL;
    if (tree) {
        docx_clean_tree(tree, (const char *const *)links.lost);
        tree_write(tree, parts_add(&docx->out, part.new));
        xmlFreeDoc(tree);
        if (links.any) {
            links_name(name, sizeof name, part.new);
            struct buffer *out = parts_add(&docx->out, name);
            buffer_add(out, links.xml.bytes, links.xml.length);
        }
    }
    free_links(&links);
}

/* Where the package says its text is; NULL when it is no text. */
static struct taken *find_text(struct docx *docx)
{
    static const char text_type[] =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    char name[NAME_LONGEST];
    struct taken *taken = NULL;
    xmlDoc *tree = read_tree(docx, "_rels/.rels");
    for (xmlNode *node = tree ? xmlDocGetRootElement(tree)->children : NULL; node && !taken;
         node = node->next) {
        const char *type = node->type == XML_ELEMENT_NODE ? tree_value(node, "Type") : NULL;
        const char *target = type ? tree_value(node, "Target") : NULL;
        if (!target || strcmp(last_word(type), "officeDocument") != 0 || !resolve(name, "", target))
            continue;
        const char *content = content_type(docx, name);
        if (content && strcmp(content, text_type) == 0)
            taken = take(docx, name, false);
    }
    xmlFreeDoc(tree);
    return taken;
}

static void write_root(struct docx *docx, struct parts *all)
{
    static const char *const pictures[] = {"jpeg", "png", "gif", "emf", "wmf", "bmp"};
    struct buffer *types = parts_add(all, types_name);
    buffer_printf(
        types,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"%s\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        types_space);
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
        buffer_printf(types, "<Default Extension=\"%s\" ContentType=\"image/%s%s\"/>", pictures[i],
                      i == 3 || i == 4 ? "x-" : "", pictures[i]);
    for (size_t i = 0; i < docx->count; i++)
        if (docx->taken[i].type) {
            buffer_printf(types, "<Override PartName=\"/%s\" ContentType=\"", docx->taken[i].new);
            add_escaped(types, docx->taken[i].type);
            buffer_text(types, "\"/>");
        }
    buffer_text(types, "</Types>");
    buffer_printf(parts_add(all, "_rels/.rels"),
                  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                  "xmlns=\"%s\"><Relationship Id=\"rId1\" "
                  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                  "officeDocument\" Target=\"/%s\"/></Relationships>",
                  relationships_space, docx->taken[0].new);
}

/* The root first, as every writer has it. */
static enum paper_result write_all(struct docx *docx, struct buffer *out)
{
    struct parts all = {0};
    write_root(docx, &all);
    for (size_t i = 0; i < docx->out.count; i++) {
        struct buffer *bytes = parts_add(&all, docx->out.items[i].name), empty = *bytes;
        *bytes = docx->out.items[i].bytes; /* moved */
        docx->out.items[i].bytes = empty;
    }
    enum paper_result result = parts_write(&all, false, out);
    parts_free(&all);
    return result;
}

enum paper_result docx_clean(struct buffer *out, struct archive *in)
{
    struct docx docx = {.in = in};
    if (!archive_has(in, types_name) || !archive_has(in, "_rels/.rels"))
        return PAPER_UNKNOWN;
    docx.types = read_tree(&docx, types_name);
    if (docx.types && !find_text(&docx) && docx.result == PAPER_OK)
        docx.result = PAPER_UNKNOWN;
    for (size_t i = 0; i < docx.count && docx.result == PAPER_OK; i++)
        if (docx.taken[i].type)
            clean_part(&docx, i);
    if (docx.result == PAPER_OK)
        docx.result = write_all(&docx, out);
    for (size_t i = 0; i < docx.count; i++)
        free(docx.taken[i].type);
    free(docx.taken);
    parts_free(&docx.out);
    xmlFreeDoc(docx.types);
    return docx.result;
}
