/* The document builder: nodes are made directly on the request's arena, names interned. */
#include "document.h"

#include "../base/time.h"
#include "xml.h"
#include "xml_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The names a statement's columns become, kept while its rows follow each other. */
struct column_names {
    const struct column *columns;
    size_t count;
    struct column_name {
        const char *source; /* the column's name, to see that it still is the same */
        const xmlChar *name, *text, *week;
    } * names;
};
#define NAME_SETS 16

/* A date's texts: rows of a list share many dates. */
struct date_texts {
    char iso[12], week[4];
    char text[DATE_TEXT];
    size_t text_length, week_length;
};
enum { DATES = 64 }; /* remembered, by a hash of month and day */

struct document {
    struct arena *arena;
    char lang[3];
    xmlDocPtr xml;
    xmlNodePtr root;
    xmlNodePtr attribute_owner; /* whose last attribute is attribute_last */
    xmlAttrPtr attribute_last;
    struct column_names sets[NAME_SETS];
    size_t set_next;
    struct date_texts dates[DATES];
};

xmlDocPtr document_xml(struct document *document)
{
    return document->xml;
}

const char *document_lang(const struct document *document)
{
    return document->lang;
}

struct arena *document_arena(const struct document *document)
{
    return document->arena;
}

static xmlNodePtr new_element(struct document *document, const xmlChar *name)
{
    xmlNodePtr node = arena_zero(document->arena, sizeof *node);
    node->type = XML_ELEMENT_NODE;
    node->name = name;
    node->doc = document->xml;
    return node;
}

static void append(xmlNodePtr parent, xmlNodePtr node)
{
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
}

static const xmlChar *intern(struct document *document, const char *name)
{
    return xmlDictLookup(document->xml->dict, X(name), -1);
}

struct document *document_new(struct arena *arena, const char *lang)
{
    struct document *document = arena_zero(arena, sizeof *document);
    document->arena = arena;
    snprintf(document->lang, sizeof document->lang, "%s", lang);
    view_memory(arena);
    document->xml = xmlNewDoc(X("1.0"));
    document->xml->dict = xmlDictCreateSub(view_dict());
    document->root = new_element(document, intern(document, "page"));
    append((xmlNodePtr)document->xml, document->root);
    return document;
}

void document_end(struct document *document)
{
    xmlDictFree(document->xml->dict); /* gives back its hold on the shared dictionary */
    view_memory(NULL);
}

struct node *document_root(struct document *document)
{
    return (struct node *)document->root;
}

struct node *document_element(struct document *document, struct node *parent, const char *name)
{
    xmlNodePtr node = new_element(document, intern(document, name));
    append((xmlNodePtr)parent, node);
    return (struct node *)node;
}

/* A copy in which whatever XML 1.0 forbids is U+FFFD. */
static xmlChar *clean(struct arena *arena, const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t good = 0;
    while (good < length) {
        if (text[good] >= 0x20 && text[good] < 0x80) {
            good++;
            continue;
        }
        size_t size = xml_character(text + good, length - good);
        if (!size)
            break;
        good += size;
    }
    if (good == length)
        return (xmlChar *)arena_bytes(arena, bytes, length);
    char *copy = arena_alloc(arena, good + (length - good) * 3 + 1);
    memcpy(copy, bytes, good);
    size_t used = good;
    while (good < length) {
        size_t size = xml_character(text + good, length - good);
        memcpy(copy + used, size ? bytes + good : "\xEF\xBF\xBD", size ? size : 3);
        used += size ? size : 3;
        good += size ? size : xml_bad_character(text + good, length - good);
    }
    copy[used] = 0;
    return (xmlChar *)copy;
}

static void add_attribute(struct document *document, xmlNodePtr node, const xmlChar *name,
                          const char *value, size_t length)
{
    struct {
        xmlAttr attribute;
        xmlNode text;
    } *made = arena_zero(document->arena, sizeof *made);
    made->attribute.type = XML_ATTRIBUTE_NODE;
    made->attribute.name = name;
    made->attribute.children = made->attribute.last = &made->text;
    made->attribute.parent = node;
    made->attribute.doc = document->xml;
    made->text.type = XML_TEXT_NODE;
    made->text.name = xmlStringText;
    made->text.parent = (xmlNodePtr)&made->attribute;
    made->text.doc = document->xml;
    made->text.content = clean(document->arena, value, length);

    xmlAttrPtr last =
        document->attribute_owner == node ? document->attribute_last : node->properties;
    while (last && last->next)
        last = last->next;
    if (last)
        last->next = &made->attribute;
    else
        node->properties = &made->attribute;
    made->attribute.prev = last;
    document->attribute_owner = node;
    document->attribute_last = &made->attribute;
}

void document_attribute(struct document *document, struct node *node, const char *name,
                        const char *value)
{
    if (value)
        add_attribute(document, (xmlNodePtr)node, intern(document, name), value, strlen(value));
}

void document_attribute_integer(struct document *document, struct node *node, const char *name,
                                int64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, value);
    document_attribute(document, node, name, text);
}

void document_text(struct document *document, struct node *node, const char *text)
{
    xmlNodePtr made = arena_zero(document->arena, sizeof *made);
    made->type = XML_TEXT_NODE;
    made->name = xmlStringText;
    made->doc = document->xml;
    made->content = clean(document->arena, text, strlen(text));
    append((xmlNodePtr)node, made);
}

static void name_column(struct document *document, struct column_name *made,
                        const struct column *column)
{
    char name[128], longer[136];
    snprintf(name, sizeof name, "%s", column->name);
    for (char *at = name; *at; at++)
        if (*at == '_')
            *at = '-';
    made->source = arena_text(document->arena, column->name);
    made->name = intern(document, name);
    if (column->type == COLUMN_DATE || column->type == COLUMN_DATETIME ||
        column->type == COLUMN_DECIMAL) {
        snprintf(longer, sizeof longer, "%s-text", name);
        made->text = intern(document, longer);
    }
    if (column->type == COLUMN_DATE) {
        snprintf(longer, sizeof longer, "%s-week", name);
        made->week = intern(document, longer);
    }
}

static bool same_columns(const struct column_names *set, const struct row *row)
{
    if (set->columns != row->columns || set->count != row->count)
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (strcmp(set->names[i].source, row->columns[i].name) != 0)
            return false;
    return true;
}

static const struct column_name *names_of(struct document *document, const struct row *row)
{
    for (size_t i = 0; i < NAME_SETS && document->sets[i].names; i++)
        if (same_columns(&document->sets[i], row))
            return document->sets[i].names;
    struct column_names *set = &document->sets[document->set_next++ % NAME_SETS];
    set->columns = row->columns;
    set->count = row->count;
    set->names = arena_zero(document->arena, (row->count ? row->count : 1) * sizeof *set->names);
    for (size_t i = 0; i < row->count; i++)
        name_column(document, &set->names[i], &row->columns[i]);
    return set->names;
}

void document_decimal(char text[DOCUMENT_DECIMAL], const char *value, const char *lang)
{
    snprintf(text, DOCUMENT_DECIMAL, "%s", value);
    char *point = strchr(text, '.');
    if (!point)
        return;
    char *end = text + strlen(text);
    while (end > point && (end[-1] == '0' || end[-1] == '.'))
        *--end = 0;
    if (*point && lang && strcmp(lang, "en") != 0)
        *point = ',';
}

/* The texts of a valid ISO date, else NULL. */
static const struct date_texts *texts_of(struct document *document, const struct cell *cell)
{
    struct date date;
    if (cell->length != 10)
        return NULL;
    const char *iso = cell->text;
    struct date_texts *texts =
        &document->dates[((iso[6] & 15) * 20 + (iso[8] & 3) * 10 + (iso[9] & 15)) % DATES];
    if (memcmp(texts->iso, iso, 11) == 0)
        return texts;
    if (!date_parse_iso(iso, &date))
        return NULL;
    memcpy(texts->iso, iso, 11);
    date_short(texts->text, date, document->lang);
    texts->text_length = strlen(texts->text);
    texts->week_length = (size_t)snprintf(texts->week, sizeof texts->week, "%d", date_week(date));
    return texts;
}

static void add_date(struct document *document, xmlNodePtr node, const struct column_name *name,
                     const struct cell *cell)
{
    const struct date_texts *texts = texts_of(document, cell);
    add_attribute(document, node, name->name, cell->text, cell->length);
    if (!texts)
        return;
    add_attribute(document, node, name->text, texts->text, texts->text_length);
    add_attribute(document, node, name->week, texts->week, texts->week_length);
}

static void add_datetime(struct document *document, xmlNodePtr node, const struct column_name *name,
                         const char *value)
{
    char iso[DATE_TEXT], text[DATE_TEXT];
    if (!time_iso(iso, value) || !time_short(text, value, document->lang)) {
        add_attribute(document, node, name->name, value, strlen(value));
        return;
    }
    add_attribute(document, node, name->name, iso, strlen(iso));
    add_attribute(document, node, name->text, text, strlen(text));
}

struct node *document_row(struct document *document, struct node *parent, const char *name,
                          const struct row *row)
{
    struct node *node = document_element(document, parent, name);
    const struct column_name *columns = names_of(document, row);
    char text[DOCUMENT_DECIMAL];
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        if (!cell->text)
            continue;
        switch (row->columns[i].type) {
        case COLUMN_TEXT:
        case COLUMN_INTEGER:
            add_attribute(document, (xmlNodePtr)node, columns[i].name, cell->text, cell->length);
            break;
        case COLUMN_DECIMAL:
            document_decimal(text, cell->text, NULL);
            add_attribute(document, (xmlNodePtr)node, columns[i].name, text, strlen(text));
            document_decimal(text, cell->text, document->lang);
            add_attribute(document, (xmlNodePtr)node, columns[i].text, text, strlen(text));
            break;
        case COLUMN_DATE:
            add_date(document, (xmlNodePtr)node, &columns[i], cell);
            break;
        case COLUMN_DATETIME:
            add_datetime(document, (xmlNodePtr)node, &columns[i], cell->text);
            break;
        case COLUMN_BYTES:
            break;
        }
    }
    return node;
}

static void copy_children(struct document *document, struct node *to, const xmlNode *from)
{
    for (const xmlAttr *attribute = from->properties; attribute; attribute = attribute->next)
        document_attribute(document, to, C(attribute->name),
                           attribute->children ? C(attribute->children->content) : "");
    for (const xmlNode *child = from->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            copy_children(document, document_element(document, to, C(child->name)), child);
        else if (child->type == XML_TEXT_NODE && !view_blank(C(child->content)))
            document_text(document, to, C(child->content));
    }
}

struct document *document_read(struct arena *arena, const char *bytes, size_t length, char *error,
                               size_t error_size)
{
    xmlDocPtr parsed = view_parse("document", bytes, length, NULL, error, error_size);
    if (!parsed)
        return NULL;
    xmlNodePtr root = xmlDocGetRootElement(parsed);
    const char *lang = view_attribute(root, "lang");
    struct document *document = document_new(arena, lang ? lang : "nb");
    copy_children(document, document_root(document), root);
    xmlFreeDoc(parsed);
    return document;
}

static void write_text(struct buffer *out, const xmlChar *text, bool attribute)
{
    const char *from = C(text), *at = from;
    for (; *at; at++) {
        const char *entity = NULL;
        switch (*at) {
        case '&':
            entity = "&amp;";
            break;
        case '<':
            entity = "&lt;";
            break;
        case '>':
            entity = "&gt;";
            break;
        case '"':
            entity = attribute ? "&quot;" : NULL;
            break;
        case '\n':
            entity = attribute ? "&#10;" : NULL;
            break;
        case '\t':
            entity = attribute ? "&#9;" : NULL;
            break;
        case '\r':
            entity = "&#13;";
            break;
        default:
            break;
        }
        if (!entity)
            continue;
        buffer_add(out, from, (size_t)(at - from));
        buffer_text(out, entity);
        from = at + 1;
    }
    buffer_add(out, from, (size_t)(at - from));
}

static void write_node(struct buffer *out, const xmlNode *node, int depth)
{
    buffer_printf(out, "%*s<%s", depth * 2, "", C(node->name));
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        buffer_char(out, ' ');
        buffer_text(out, C(attribute->name));
        buffer_text(out, "=\"");
        write_text(out, attribute->children->content, true);
        buffer_char(out, '"');
    }
    if (!node->children) {
        buffer_text(out, "/>\n");
        return;
    }
    buffer_char(out, '>');
    bool text = false; /* white space next to text would change it */
    for (const xmlNode *child = node->children; child; child = child->next)
        text = text || child->type == XML_TEXT_NODE;
    if (!text)
        buffer_char(out, '\n');
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            write_text(out, child->content, false);
        else
            write_node(out, child, text ? 0 : depth + 1);
    }
    buffer_printf(out, "%*s</%s>\n", text ? 0 : depth * 2, "", C(node->name));
}

void document_write(struct document *document, struct buffer *out)
{
    buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write_node(out, document->root, 0);
}
