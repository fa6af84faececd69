/* Baking: references to labels in a stylesheet module become calls of pk:label and pk:counted, and must exist. The text is chosen
 * when the page is rendered, or when the module is folded. */
#include "../base/heap.h"
#include "label.h"
#include "xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bake {
    const struct labels *labels;
    const char *file;
    char *error;
    size_t error_size;
    xmlNsPtr xslt; /* the module's namespace for what is added */
};

/* A text with labels becomes a sequence of literal texts and XPaths. */
struct segment {
    char *text;
    bool value;
};
struct segments {
    struct segment *items;
    size_t count;
};

static void segments_add(struct segments *segments, const char *from, size_t length, bool value)
{
    char *text = heap_alloc(length + 1);
    memcpy(text, from, length);
    if (!value && segments->count && !segments->items[segments->count - 1].value) {
        struct segment *last = &segments->items[segments->count - 1];
        size_t before = strlen(last->text);
        last->text = heap_grow(last->text, before + length + 1, 1);
        memcpy(last->text + before, text, length + 1);
        free(text);
        return;
    }
    segments->items = heap_grow(segments->items, segments->count + 1, sizeof *segments->items);
    segments->items[segments->count++] = (struct segment){text, value};
}

static void segments_free(struct segments *segments)
{
    for (size_t i = 0; i < segments->count; i++)
        free(segments->items[i].text);
    free(segments->items);
    *segments = (struct segments){NULL, 0};
}

static bool refuse(struct bake *bake, const xmlNode *node, const char *reference, size_t length,
                   const char *why)
{
    snprintf(bake->error, bake->error_size, "%s:%ld: [[%.*s]]: %s", bake->file, xmlGetLineNo(node),
             (int)length, reference, why);
    return false;
}

/* `name.{xpath}.name` becomes 'name.', xpath, '.name' for a call. False when it is malformed. */
static bool key_arguments(struct buffer *call, const char *key, size_t length)
{
    bool first = true;
    for (size_t at = 0; at < length; first = false) {
        if (!first)
            buffer_char(call, ',');
        size_t end = at;
        if (key[at] == '{') {
            while (end < length && key[end] != '}')
                end++;
            if (end == length)
                return false;
            buffer_add(call, key + at + 1, end - at - 1);
            at = end + 1;
            continue;
        }
        while (end < length && key[end] != '{')
            if (strchr("'\"<>& \n", key[end++]))
                return false;
        buffer_char(call, '\'');
        buffer_add(call, key + at, end - at);
        buffer_char(call, '\'');
        at = end;
    }
    return length > 0;
}

/* One reference, without its brackets. */
static bool add_reference(struct bake *bake, const xmlNode *node, struct segments *segments,
                          const char *reference, size_t length)
{
    size_t key_length = 0;
    while (key_length < length && reference[key_length] != '#') {
        if (reference[key_length] == '{')
            while (key_length < length && reference[key_length] != '}')
                key_length++;
        key_length += key_length < length;
    }
    bool counted = key_length < length;
    char *key = heap_alloc(key_length + 1);
    memcpy(key, reference, key_length);
    const struct label *label = labels_find(bake->labels, key);
    size_t fixed = strcspn(key, "{");
    bool dynamic = key[fixed] != 0;
    key[fixed] = 0;
    bool known = dynamic ? labels_prefix(bake->labels, key) : label != NULL;
    free(key);
    if (!known)
        return refuse(bake, node, reference, length,
                      dynamic ? "no label begins so in xslt/i18n" : "no such label in xslt/i18n");
    if (label && label_counted(label) && !counted)
        return refuse(bake, node, reference, length, "a counted label needs #xpath after the key");
    struct buffer call;
    buffer_init(&call, 4000);
    buffer_text(&call, counted ? "pk:counted(" : "pk:label(");
    if (counted) {
        buffer_add(&call, reference + key_length + 1, length - key_length - 1);
        buffer_char(&call, ',');
    }
    bool good = key_arguments(&call, reference, key_length);
    buffer_char(&call, ')');
    good = good && !call.full;
    if (good)
        segments_add(segments, call.bytes, call.length, true);
    buffer_free(&call);
    return good || refuse(bake, node, reference, length, "malformed");
}

/* The `]]` that ends a reference: not one inside {…}. */
static const char *reference_end(const char *text)
{
    for (; *text; text++) {
        if (*text == '{') {
            text = strchr(text, '}');
            if (!text)
                return NULL;
        } else if (text[0] == ']' && text[1] == ']') {
            return text;
        }
    }
    return NULL;
}

static bool split(struct bake *bake, const xmlNode *node, const char *text,
                  struct segments *segments)
{
    const char *open;
    while ((open = strstr(text, "[["))) {
        if (open > text)
            segments_add(segments, text, (size_t)(open - text), false);
        const char *close = reference_end(open + 2);
        if (!close)
            return refuse(bake, node, open + 2, strcspn(open + 2, "\n"), "no ]] ends it");
        if (!add_reference(bake, node, segments, open + 2, (size_t)(close - open - 2)))
            return false;
        text = close + 2;
    }
    if (*text)
        segments_add(segments, text, strlen(text), false);
    return true;
}

static xmlNodePtr instruction(struct bake *bake, xmlNodePtr after, const char *name,
                              xmlNodePtr place)
{
    xmlNodePtr made = xmlNewDocNode(place->doc, bake->xslt, X(name), NULL);
    made->line = place->line;
    return after ? xmlAddNextSibling(after, made) : xmlAddPrevSibling(place, made);
}

/* Replaces a text node (or the xsl:text around it) by xsl:text and xsl:value-of. */
static bool bake_text(struct bake *bake, xmlNodePtr text)
{
    struct segments segments = {NULL, 0};
    bool good = split(bake, text->parent, C(text->content), &segments);
    xmlNodePtr place = view_is_xslt(text->parent, "text") ? text->parent : text;
    xmlNodePtr last = NULL;
    for (size_t i = 0; good && i < segments.count; i++) {
        const struct segment *segment = &segments.items[i];
        last = instruction(bake, last, segment->value ? "value-of" : "text", place);
        if (segment->value)
            xmlNewProp(last, X("select"), X(segment->text));
        else
            xmlAddChild(last, xmlNewDocText(last->doc, X(segment->text)));
    }
    segments_free(&segments);
    if (good) {
        xmlUnlinkNode(place);
        xmlFreeNode(place);
    }
    return good;
}

/* The attribute of a literal element is an attribute value template. */
static bool bake_attribute(struct bake *bake, xmlAttrPtr attribute, const char *text)
{
    struct segments segments = {NULL, 0};
    struct buffer made;
    const char *open;
    bool good = true;
    buffer_init(&made, 1 << 16);
    while (good && (open = strstr(text, "[["))) {
        buffer_add(&made, text, (size_t)(open - text));
        const char *close = reference_end(open + 2);
        if (!close) {
            good = refuse(bake, attribute->parent, open + 2, strlen(open + 2), "no ]] ends it");
            break;
        }
        good =
            add_reference(bake, attribute->parent, &segments, open + 2, (size_t)(close - open - 2));
        for (size_t i = 0; good && i < segments.count; i++)
            buffer_printf(&made, segments.items[i].value ? "{%s}" : "%s", segments.items[i].text);
        segments_free(&segments);
        text = close + 2;
    }
    buffer_text(&made, text);
    if (good)
        xmlNodeSetContent((xmlNodePtr)attribute, NULL);
    if (good)
        xmlAddChild((xmlNodePtr)attribute, xmlNewDocText(attribute->doc, X(made.bytes)));
    buffer_free(&made);
    return good;
}

static bool bake_element(struct bake *bake, xmlNodePtr element)
{
    for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next) {
        const char *value = attribute->children ? C(attribute->children->content) : "";
        if (!strstr(value, "[["))
            continue;
        if (view_is_xslt(element, NULL))
            return refuse(bake, element, value, strlen(value),
                          "write pk:label('…') in attributes of instructions");
        if (!bake_attribute(bake, attribute, value))
            return false;
    }
    xmlNodePtr next;
    for (xmlNodePtr child = element->children; child; child = next) {
        next = child->next;
        if (child->type == XML_ELEMENT_NODE) { /* may replace itself */
            if (!bake_element(bake, child))
                return false;
            continue;
        }
        if (child->type != XML_TEXT_NODE || !child->content || !strstr(C(child->content), "[["))
            continue;
        bool whole = view_is_xslt(element, "text");
        if (!bake_text(bake, child))
            return false;
        if (whole)
            return true; /* the element itself was replaced */
    }
    return true;
}

bool labels_bake(const struct labels *labels, xmlDocPtr module, const char *file, char *error,
                 size_t error_size)
{
    xmlNodePtr root = xmlDocGetRootElement(module);
    struct bake bake = {labels, file, error, error_size, root->ns};
    return bake_element(&bake, root);
}
