#include "tree.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

static void drop_asides(xmlNode *node)
{
    for (xmlNode *next; node; node = next) {
        next = node->next;
        if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        } else if (node->type == XML_ELEMENT_NODE) {
            drop_asides(node->children);
        }
    }
}

xmlDoc *tree_read(const struct buffer *bytes)
{
    static const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDoc *tree = bytes->length && bytes->length <= INT_MAX && !bytes->full
                       ? xmlReadMemory(bytes->bytes, (int)bytes->length, NULL, NULL, options)
                       : NULL;
    if (tree && (tree->intSubset || !xmlDocGetRootElement(tree))) {
        xmlFreeDoc(tree);
        tree = NULL;
    }
    if (tree)
        drop_asides(tree->children);
    return tree;
}

void tree_write(xmlDoc *tree, struct buffer *out)
{
    xmlChar *text = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(tree, &text, &length, "UTF-8");
    if (text && length > 0)
        buffer_add(out, text, (size_t)length);
    xmlFree(text);
}

static void walk(xmlNode *element, tree_visit *visit, void (*leave)(void *, xmlNode *),
                 void *context)
{
    for (xmlNode *next; element; element = next) {
        next = element->next;
        if (element->type != XML_ELEMENT_NODE)
            continue;
        if (visit(context, element)) {
            xmlUnlinkNode(element);
            xmlFreeNode(element);
            continue;
        }
        walk(element->children, visit, leave, context);
        if (leave)
            leave(context, element);
    }
}

void tree_walk(xmlDoc *tree, tree_visit *visit, void (*leave)(void *context, xmlNode *element),
               void *context)
{
    xmlNode *root = xmlDocGetRootElement(tree);
    if (!visit(context, root)) {
        walk(root->children, visit, leave, context);
        if (leave)
            leave(context, root);
    }
}

bool tree_is(const xmlNode *element, const char *name)
{
    return strcmp((const char *)element->name, name) == 0;
}

static xmlAttr *find(const xmlNode *element, const char *name)
{
    for (xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0)
            return attribute;
    return NULL;
}

const char *tree_value(const xmlNode *element, const char *name)
{
    const xmlAttr *attribute = find(element, name);
    if (!attribute || !attribute->children || attribute->children->next)
        return NULL;
    return (const char *)attribute->children->content;
}

void tree_set(xmlNode *element, const char *name, const char *value)
{
    xmlAttr *attribute = find(element, name);
    if (attribute)
        xmlSetNsProp(element, attribute->ns, attribute->name, (const xmlChar *)value);
}

void tree_remove(xmlAttr *attribute)
{
    xmlRemoveProp(attribute);
}

void tree_blank(xmlNode *element)
{
    for (xmlNode *child = element->children, *next; child; child = next) {
        next = child->next;
        if (child->type == XML_ELEMENT_NODE) {
            tree_blank(child);
        } else {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
}

bool tree_names_file(const char *text)
{
    return text && (strchr(text, '\\') || strstr(text, "file:") ||
                    (text[0] == '/' && strchr(text + 1, '/')));
}

bool tree_is_address(const char *text)
{
    return strncmp(text, "http://", 7) == 0 || strncmp(text, "https://", 8) == 0 ||
           strncmp(text, "mailto:", 7) == 0;
}
