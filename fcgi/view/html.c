#include "html.h"

#include "xml.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

const xmlChar html_raw_name[] = "raw";

static bool listed(const char *const *list, const char *name)
{
    for (; *list; list++)
        if (strcmp(*list, name) == 0)
            return true;
    return false;
}

bool html_is_void(const char *element)
{
    static const char *const list[] = {"area",  "base", "br",   "col",    "embed", "hr",  "img",
                                       "input", "link", "meta", "source", "track", "wbr", NULL};
    return listed(list, element);
}

bool html_is_raw(const char *element)
{
    return strcmp(element, "script") == 0 || strcmp(element, "style") == 0;
}

bool html_is_address(const char *attribute)
{
    static const char *const list[] = {"href", "src",    "action", "formaction",
                                       "cite", "poster", "data",   NULL};
    return listed(list, attribute);
}

enum { PLAIN, AMPERSAND, QUOTE, LESS, GREATER, PERCENT };

/* What each byte becomes in each place. */
static unsigned char classes[HTML_PLAIN + 1][256];

static void classes_fill(void)
{
    for (int place = HTML_TEXT; place <= HTML_ADDRESS; place++) {
        classes[place]['&'] = AMPERSAND;
        classes[place]['<'] = LESS;
        classes[place]['>'] = GREATER;
    }
    classes[HTML_ATTRIBUTE]['"'] = QUOTE;
    for (int byte = 1; byte < 256; byte++)
        if (byte <= 0x20 || byte >= 0x7F || strchr("\"<>\\^`{|}", byte))
            classes[HTML_ADDRESS][byte] = PERCENT;
}

void html_escape(struct buffer *out, enum html_place place, const char *text)
{
    static const char *const entities[] = {"", "&amp;", "&quot;", "&lt;", "&gt;"};
    static const char digits[] = "0123456789ABCDEF";
    if (!classes[HTML_TEXT]['&'])
        classes_fill();
    const unsigned char *kinds = classes[place];
    const char *from = text, *at = text;
    for (; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (kinds[byte] == PLAIN)
            continue;
        buffer_add(out, from, (size_t)(at - from));
        if (kinds[byte] == PERCENT)
            buffer_add(out, (char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3);
        else
            buffer_text(out, entities[kinds[byte]]);
        from = at + 1;
    }
    buffer_add(out, from, (size_t)(at - from));
}

void html_check_address(struct buffer *out, size_t start)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:", NULL};
    static const char prefix[] = "unsafe:";
    if (out->full)
        return;
    const char *address = out->bytes + start;
    size_t length = strcspn(address, ":/?#");
    if (start == out->length || address[length] != ':')
        return;
    for (const char *const *scheme = schemes; *scheme; scheme++)
        if (strlen(*scheme) == length + 1 && strncasecmp(address, *scheme, length + 1) == 0)
            return;
    size_t rest = out->length - start;
    buffer_add(out, prefix, sizeof prefix - 1); /* room; then moved to the front */
    if (out->full)
        return;
    memmove(out->bytes + start + sizeof prefix - 1, out->bytes + start, rest);
    memcpy(out->bytes + start, prefix, sizeof prefix - 1);
}

static void write_name(struct buffer *out, const xmlNs *ns, const xmlChar *name)
{
    if (ns && ns->prefix) {
        buffer_text(out, C(ns->prefix));
        buffer_char(out, ':');
    }
    buffer_text(out, C(name));
}

static void write_attribute(struct buffer *out, const xmlAttr *attribute)
{
    enum html_place place = html_is_address(C(attribute->name)) ? HTML_ADDRESS : HTML_ATTRIBUTE;
    buffer_char(out, ' ');
    write_name(out, attribute->ns, attribute->name);
    buffer_text(out, "=\"");
    size_t start = out->length;
    for (const xmlNode *part = attribute->children; part; part = part->next)
        if (part->content)
            html_escape(out, place, C(part->content));
    if (place == HTML_ADDRESS)
        html_check_address(out, start);
    buffer_char(out, '"');
}

static void write_start(struct buffer *out, const xmlNode *element)
{
    buffer_char(out, '<');
    write_name(out, element->ns, element->name);
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
        write_attribute(out, attribute);
    buffer_char(out, '>');
}

static void write_leaf(struct buffer *out, const xmlNode *node, const struct buffer *raw)
{
    if (node->type == XML_TEXT_NODE && node->name == html_raw_name) {
        const struct raw_node *span = (const struct raw_node *)node;
        buffer_add(out, raw->bytes + span->start, span->end - span->start);
    } else if (node->type == XML_TEXT_NODE && node->content) {
        if (node->parent && node->parent->type == XML_ELEMENT_NODE &&
            html_is_raw(C(node->parent->name)))
            buffer_text(out, C(node->content));
        else
            html_escape(out, HTML_TEXT, C(node->content));
    } else if (node->type == XML_COMMENT_NODE && node->content) {
        buffer_text(out, "<!--");
        buffer_text(out, C(node->content));
        buffer_text(out, "-->");
    }
}

static void write_end(struct buffer *out, const xmlNode *element)
{
    if (html_is_void(C(element->name)))
        return;
    buffer_text(out, "</");
    write_name(out, element->ns, element->name);
    buffer_char(out, '>');
}

void html_write(struct buffer *out, xmlDocPtr result, const struct buffer *raw)
{
    buffer_text(out, "<!DOCTYPE html>\n");
    const xmlNode *top = (const xmlNode *)result, *node = top->children;
    while (node) {
        if (node->type == XML_ELEMENT_NODE) {
            write_start(out, node);
            if (node->children && !html_is_void(C(node->name))) {
                node = node->children;
                continue;
            }
            write_end(out, node);
        } else {
            write_leaf(out, node, raw);
        }
        while (!node->next && node->parent != top) {
            node = node->parent;
            write_end(out, node);
        }
        node = node->next;
    }
}

void html_write_text(struct buffer *out, xmlDocPtr result)
{
    const xmlNode *top = (const xmlNode *)result, *node = top->children;
    while (node) {
        if (node->type == XML_TEXT_NODE && node->content)
            buffer_text(out, C(node->content));
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (!node->next && node->parent != top)
            node = node->parent;
        node = node->next;
    }
}
