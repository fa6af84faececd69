#include "path.h"

#include "xml.h"

#include <ctype.h>
#include <string.h>

static const xmlChar *read_name(const char **text)
{
    const char *from = *text, *end = from;
    if (!isalpha((unsigned char)*end) && *end != '_')
        return NULL;
    while (isalnum((unsigned char)*end) || *end == '-' || *end == '_')
        end++;
    if (*end && strchr("(:[.", *end))
        return NULL;
    *text = end;
    return xmlDictLookup(view_dict(), X(from), (int)(end - from));
}

bool path_read(struct path *path, const char **text)
{
    const char *at = *text;
    *path = (struct path){.absolute = *at == '/'};
    at += path->absolute;
    for (; !path->absolute && strncmp(at, "../", 3) == 0; at += 3)
        path->parents++;
    for (;;) {
        bool attribute = *at == '@';
        at += attribute;
        const xmlChar *name = read_name(&at);
        if (!name || (!attribute && path->step_count == PATH_STEPS))
            return false;
        if (attribute) {
            path->attribute = name;
            break;
        }
        path->steps[path->step_count++] = name;
        if (*at != '/')
            break;
        at++;
    }
    if (*at && strchr("/[(:.|*", *at))
        return false;
    *text = at;
    return true;
}

struct walk {
    const struct path *path;
    bool same_names; /* names may be compared as pointers */
    path_accept *accept;
    void *context;
};

static bool named(const struct walk *walk, const xmlChar *name, const xmlChar *wanted)
{
    return name == wanted || (!walk->same_names && xmlStrEqual(name, wanted));
}

static bool end_any(const struct walk *walk, const xmlNode *node)
{
    if (!walk->path->attribute)
        return walk->accept(walk->context, NULL);
    if (node->type != XML_ELEMENT_NODE)
        return false;
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!attribute->ns && named(walk, attribute->name, walk->path->attribute))
            return walk->accept(walk->context,
                                attribute->children ? C(attribute->children->content) : "");
    return false;
}

static bool step_any(const struct walk *walk, const xmlNode *node, int step)
{
    if (step == walk->path->step_count)
        return end_any(walk, node);
    if (node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE)
        return false;
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !child->ns &&
            named(walk, child->name, walk->path->steps[step]) && step_any(walk, child, step + 1))
            return true;
    return false;
}

bool path_any(const struct path *path, const xmlNode *node, xmlDocPtr document, path_accept *accept,
              void *context)
{
    const struct walk walk = {path, node->doc == document, accept, context};
    if (path->absolute)
        node = (const xmlNode *)node->doc;
    for (int i = 0; i < path->parents && node; i++)
        node = node->parent;
    return node && step_any(&walk, node, 0);
}
