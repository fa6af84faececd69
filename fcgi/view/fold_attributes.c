#include "fold_attributes.h"

#include "xml.h"

#include <stdbool.h>
#include <string.h>

enum { NAMES = 32 };
struct names {
    const char *items[NAMES];
    size_t count;
    bool twice;
};

static void names_add(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            names->twice = true;
    if (names->count == NAMES)
        names->twice = true;
    else
        names->items[names->count++] = name;
}

/* Text and values only: what a run can hold. */
static bool plain_content(const xmlNode *attribute)
{
    for (const xmlNode *child = attribute->children; child; child = child->next)
        if (child->type != XML_TEXT_NODE && !view_is_xslt(child, "text") &&
            !(view_is_xslt(child, "value-of") && view_attribute(child, "select")))
            return false;
    return !view_attribute(attribute, "namespace") &&
           !strchr(view_attribute(attribute, "name"), ':');
}

static bool only_attributes(const xmlNode *node, struct names *names);

static bool all_attributes(const xmlNode *parent, struct names *names)
{
    for (const xmlNode *child = parent->children; child; child = child->next)
        if (!only_attributes(child, names))
            return false;
    return true;
}

/* Branches exclude each other, so they may name the same attribute. */
static bool branches_attributes(const xmlNode *choose, struct names *names)
{
    struct names before = *names;
    for (const xmlNode *branch = choose->children; branch; branch = branch->next) {
        struct names own = before;
        if (!all_attributes(branch, &own))
            return false;
        names->twice = names->twice || own.twice;
        for (size_t i = before.count; i < own.count; i++) {
            bool known = false;
            for (size_t j = before.count; j < names->count; j++)
                known = known || strcmp(names->items[j], own.items[i]) == 0;
            if (!known)
                names_add(names, own.items[i]);
        }
    }
    return true;
}

static bool only_attributes(const xmlNode *node, struct names *names)
{
    if (view_is_xslt(node, "attribute") && plain_content(node)) {
        names_add(names, view_attribute(node, "name"));
        return true;
    }
    if (view_is_xslt(node, "if"))
        return node->children && all_attributes(node, names);
    return view_is_xslt(node, "choose") && branches_attributes(node, names);
}

const xmlNode *fold_attributes_end(const xmlNode *element)
{
    struct names names = {.count = 0};
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
        names_add(&names, C(attribute->name));
    const xmlNode *child = element->children;
    for (; child; child = child->next) {
        struct names tried = names;
        if (!only_attributes(child, &tried))
            break;
        names = tried;
    }
    return names.twice ? element->children : child;
}
