#include "label.h"

#include "../base/heap.h"
#include "language.h"
#include "xml.h"

#include <dirent.h>
#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *source;
    struct label_part *parts;
    size_t count;
};
struct label {
    const char *file; /* name of the file it came from; owned by the set */
    struct text other[LANGUAGE_COUNT], one[LANGUAGE_COUNT];
    bool counted;
};
struct labels {
    xmlHashTablePtr table;
    char **files;
    size_t file_count;
    char **keys; /* to see whether any label begins with a prefix */
    size_t key_count;
};

static void text_free(struct text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        free(text->parts[i].text);
        expression_free(text->parts[i].value);
    }
    free(text->parts);
    free(text->source);
}

static void label_free(void *payload, const xmlChar *name)
{
    (void)name;
    struct label *label = payload;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        text_free(&label->other[i]);
        text_free(&label->one[i]);
    }
    free(label);
}

void labels_free(struct labels *labels)
{
    if (!labels)
        return;
    xmlHashFree(labels->table, label_free);
    for (size_t i = 0; i < labels->file_count; i++)
        free(labels->files[i]);
    for (size_t i = 0; i < labels->key_count; i++)
        free(labels->keys[i]);
    free(labels->files);
    free(labels->keys);
    free(labels);
}

const struct label *labels_find(const struct labels *labels, const char *key)
{
    return xmlHashLookup(labels->table, X(key));
}

const char *label_source(const struct label *label, int language)
{
    return label->other[language].source;
}

bool labels_append(const struct scope *scope, const char *key, bool one, enum html_place place,
                   struct buffer *out)
{
    const struct render *render = scope->render;
    const struct label *label = labels_find(render->labels, key);
    if (!label)
        return false;
    const struct text *text = &label->other[render->language];
    if (one && label->one[render->language].source)
        text = &label->one[render->language];
    for (size_t i = 0; i < text->count; i++) {
        if (text->parts[i].value)
            expression_append(text->parts[i].value, scope, place, out);
        else
            html_escape(out, place, text->parts[i].text);
    }
    return true;
}

/* White space runs become one space, none at the ends: texts may be broken over lines in the file.
 */
static char *squeezed(const char *text)
{
    char *made = heap_alloc(strlen(text) + 1);
    size_t used = 0;
    for (; *text; text++) {
        if (!strchr(" \t\r\n", *text))
            made[used++] = *text;
        else if (used && made[used - 1] != ' ')
            made[used++] = ' ';
    }
    while (used && made[used - 1] == ' ')
        used--;
    made[used] = 0;
    return made;
}

static struct label_part *add_part(struct text *text)
{
    text->parts = heap_grow(text->parts, text->count + 1, sizeof *text->parts);
    text->parts[text->count] = (struct label_part){NULL, NULL};
    return &text->parts[text->count++];
}

static char *cut(const char *from, const char *end)
{
    char *made = heap_alloc((size_t)(end - from) + 1);
    memcpy(made, from, (size_t)(end - from));
    return made;
}

static bool text_read(struct text *text, char *source, char *error, size_t error_size)
{
    text->source = source;
    for (const char *at = source; *at;) {
        const char *end = at + strcspn(at, "{");
        if (end > at)
            add_part(text)->text = cut(at, end);
        if (!*end)
            break;
        at = end + 1;
        end = strchr(at, '}');
        if (!end) {
            snprintf(error, error_size, "a { without }");
            return false;
        }
        char *xpath = cut(at, end);
        struct expression *value = expression_new(xpath, error, error_size);
        free(xpath);
        if (!value)
            return false;
        add_part(text)->value = value;
        at = end + 1;
    }
    return true;
}

static const char *content_of(const xmlNode *element)
{
    const xmlNode *child = element->children;
    while (child && child->type == XML_COMMENT_NODE)
        child = child->next;
    if (!child)
        return "";
    return child->type == XML_TEXT_NODE && !child->next ? C(child->content) : NULL;
}

static bool label_read(struct label *label, const xmlNode *element, char *error, size_t error_size)
{
    for (const xmlNode *child = element->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        int language = 0;
        while (language < LANGUAGE_COUNT && strcmp(languages[language], C(child->name)) != 0)
            language++;
        const char *content = content_of(child), *one = view_attribute(child, "one");
        if (language == LANGUAGE_COUNT || label->other[language].source || !content) {
            snprintf(error, error_size, "<%s> is no language, comes twice or holds more than text",
                     C(child->name));
            return false;
        }
        if (!text_read(&label->other[language], squeezed(content), error, error_size) ||
            (one && !text_read(&label->one[language], squeezed(one), error, error_size)))
            return false;
        label->counted = label->counted || one;
    }
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (!label->other[i].source) {
            snprintf(error, error_size, "<%s> is missing", languages[i]);
            return false;
        }
    }
    return true;
}

static bool key_allowed(const char *key)
{
    return *key &&
           key[strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] ==
               0;
}

static bool labels_add(struct labels *labels, const char *file, const xmlNode *element, char *error,
                       size_t error_size)
{
    char why[300] = "";
    const char *key = view_attribute(element, "key");
    if (strcmp(C(element->name), "label") != 0 || !key || !key_allowed(key)) {
        snprintf(error, error_size,
                 "i18n/%s:%ld: <label key=\"…\"> with a key of letters, digits and . _ - expected",
                 file, xmlGetLineNo(element));
        return false;
    }
    const struct label *before = labels_find(labels, key);
    if (before) {
        snprintf(error, error_size, "i18n/%s:%ld: label %s is also in i18n/%s", file,
                 xmlGetLineNo(element), key, before->file);
        return false;
    }
    struct label *label = heap_alloc(sizeof *label);
    label->file = file;
    xmlHashAddEntry(labels->table, X(key), label);
    labels->keys = heap_grow(labels->keys, labels->key_count + 1, sizeof *labels->keys);
    labels->keys[labels->key_count++] = heap_text(key);
    if (label_read(label, element, why, sizeof why))
        return true;
    snprintf(error, error_size, "i18n/%s:%ld: label %s: %s", file, xmlGetLineNo(element), key, why);
    return false;
}

static bool file_read(struct labels *labels, const char *folder, const char *name, char *error,
                      size_t error_size)
{
    char *path = heap_alloc(strlen(folder) + strlen(name) + 2), *file = heap_text(name);
    sprintf(path, "%s/%s", folder, name);
    labels->files = heap_grow(labels->files, labels->file_count + 1, sizeof *labels->files);
    labels->files[labels->file_count++] = file;
    xmlDocPtr document = view_parse_file(path, name, NULL, error, error_size);
    free(path);
    if (!document)
        return false;
    bool good = true;
    const xmlNode *root = xmlDocGetRootElement(document);
    for (const xmlNode *child = root->children; child && good; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            good = labels_add(labels, file, child, error, error_size);
    xmlFreeDoc(document);
    return good;
}

static int is_xml(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

struct labels *labels_load(const char *folder, char *error, size_t error_size)
{
    struct labels *labels = heap_alloc(sizeof *labels);
    labels->table = xmlHashCreate(1024);
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_xml, alphasort);
    bool good = count >= 0;
    if (!good)
        snprintf(error, error_size, "%s: cannot be read", folder);
    for (int i = 0; i < count; i++) {
        good = good && file_read(labels, folder, entries[i]->d_name, error, error_size);
        free(entries[i]);
    }
    free(entries);
    if (good)
        return labels;
    labels_free(labels);
    return NULL;
}

bool labels_prefix(const struct labels *labels, const char *prefix)
{
    size_t length = strlen(prefix);
    for (size_t i = 0; i < labels->key_count; i++)
        if (strncmp(labels->keys[i], prefix, length) == 0)
            return true;
    return false;
}

bool label_counted(const struct label *label)
{
    return label->counted;
}

const struct label_part *label_parts(const struct label *label, int language, size_t *count)
{
    *count = label->other[language].count;
    return label->other[language].parts;
}
