#include "check.h"

#include "html.h"
#include "xml.h"

#include <stdio.h>
#include <string.h>

struct check {
    const char *file;
    char *error;
    size_t error_size;
};

static bool refuse(const struct check *check, const xmlNode *node, const char *why)
{
    snprintf(check->error, check->error_size, "%s:%ld: <%s>: %s", check->file, xmlGetLineNo(node),
             C(node->name), why);
    return false;
}

static bool one_of(const char *name, const char *const *list)
{
    while (*list && strcmp(*list, name) != 0)
        list++;
    return *list != NULL;
}

static bool fixed_comment(const xmlNode *node)
{
    const xmlNode *text = node->children;
    return text && text->type == XML_TEXT_NODE && !text->next && !strstr(C(text->content), "--") &&
           !strstr(C(text->content), "[[");
}

/* libxslt tests a pattern with two predicates in a row by searching the whole document. */
static bool slow_pattern(const xmlNode *node)
{
    const char *match = view_attribute(node, "match");
    return view_is_xslt(node, "template") && match && strstr(match, "][");
}

static bool check_instruction(const struct check *check, const xmlNode *node)
{
    if (slow_pattern(node))
        return refuse(check, node, "write [a and b] in match, [a][b] is slow");
    static const char *const forbidden[] = {"copy",
                                            "attribute-set",
                                            "namespace-alias",
                                            "processing-instruction",
                                            "document",
                                            "fallback",
                                            NULL};
    const char *select = view_attribute(node, "select");
    if (one_of(C(node->name), forbidden))
        return refuse(check, node, "not used here");
    if (view_attribute(node, "disable-output-escaping"))
        return refuse(check, node, "disable-output-escaping would let markup through");
    if (view_attribute(node, "use-attribute-sets"))
        return refuse(check, node, "attribute sets are not used here");
    if (view_is_xslt(node, "comment") && !fixed_comment(node))
        return refuse(check, node, "a comment is fixed text without --: a value could end it");
    if (view_is_xslt(node, "copy-of") && select && strchr(select, '@'))
        return refuse(check, node, "attributes are not copied");
    if (view_is_xslt(node, "attribute")) {
        const char *name = view_attribute(node, "name");
        if (!name || strchr(name, '{') || strncmp(name, "on", 2) == 0 || strcmp(name, "style") == 0)
            return refuse(check, node,
                          "a fixed name is needed, and neither style nor on…: the content policy "
                          "forbids them");
    }
    return true;
}

static bool check_attributes(const struct check *check, const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *name = C(attribute->name);
        if (attribute->ns && strcmp(C(attribute->ns->href), XSLT_NAMESPACE_URI) == 0)
            return refuse(check, node, "xsl: attributes on literal elements are not used here");
        if (attribute->ns && strcmp(C(attribute->ns->href), PK_NAMESPACE) == 0)
            return refuse(check, node, "pk:plain belongs on xsl:template");
        if (!attribute->ns && (strncmp(name, "on", 2) == 0 || strcmp(name, "style") == 0))
            return refuse(check, node,
                          "neither style nor on… attributes: the content policy forbids them");
    }
    return true;
}

/* A mail has no other place for its style than itself; it is fixed text there. */
static bool style_of_mail(const struct check *check, const xmlNode *node)
{
    const xmlNode *text = node->children;
    return strcmp(C(node->name), "style") == 0 && strcmp(check->file, "lib/mail.xsl") == 0 &&
           text->type == XML_TEXT_NODE && !text->next && !strpbrk(C(text->content), "<&>[");
}

/* Script and style hold nothing: both come as files. */
static bool check_literal(const struct check *check, const xmlNode *node)
{
    if (node->ns && strcmp(C(node->ns->href), PK_NAMESPACE) == 0)
        return refuse(check, node, "elements of the pk namespace are made when loading");
    if (node->ns && node->ns->prefix)
        return refuse(check, node,
                      "elements have no prefix, and extension elements are not used here");
    if (html_is_raw(C(node->name)) && node->children && !style_of_mail(check, node))
        return refuse(check, node, "no code in pages: the content policy forbids it");
    if (html_is_void(C(node->name))) {
        for (const xmlNode *child = node->children; child; child = child->next)
            if (child->type == XML_TEXT_NODE
                    ? !view_blank(C(child->content))
                    : !view_is_xslt(child, NULL) && child->type != XML_COMMENT_NODE)
                return refuse(check, node, "an element without end tag has no content");
    }
    return check_attributes(check, node);
}

static bool check_node(const struct check *check, const xmlNode *node)
{
    bool good =
        view_is_xslt(node, NULL) ? check_instruction(check, node) : check_literal(check, node);
    for (const xmlNode *child = node->children; child && good; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            good = check_node(check, child);
        else if (child->type == XML_PI_NODE || child->type == XML_ENTITY_REF_NODE)
            good = refuse(check, node, "processing instructions and entities are not used here");
    return good;
}

bool check_module(xmlDocPtr module, const char *file, char *error, size_t error_size)
{
    struct check check = {file, error, error_size};
    const xmlNode *root = xmlDocGetRootElement(module);
    if (!view_is_xslt(root, "stylesheet"))
        return refuse(&check, root, "a stylesheet begins with <xsl:stylesheet>");
    for (const xmlNs *ns = root->nsDef; ns; ns = ns->next) {
        bool prefix = ns->prefix && strcmp(C(ns->prefix), "pk") == 0;
        if (prefix != (strcmp(C(ns->href), PK_NAMESPACE) == 0))
            return refuse(&check, root,
                          "the namespace " PK_NAMESPACE " has the prefix pk, and only that one");
    }
    if (view_attribute(root, "extension-element-prefixes"))
        return refuse(&check, root, "extension elements are not used here");
    return check_node(&check, root);
}
