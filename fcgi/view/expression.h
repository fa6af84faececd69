/* A value in a stylesheet or a label: an XPath, compiled when stylesheets are loaded. The common
 * ones (an attribute of the context node or of its ancestors, a label looked up by such) are read
 * without libxml2's XPath. */
#ifndef VIEW_EXPRESSION_H
#define VIEW_EXPRESSION_H
#include "html.h"

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

struct expression;
struct labels;

struct scope;
/* Appends a label's text, its form for exactly one when `one`; false when there is no such label. */
typedef bool label_function(const struct scope *scope, const char *key, bool one,
                            enum html_place place, struct buffer *out);

/* What is needed while one page is rendered; hangs on the transformation (`_private`). */
struct render {
    const struct labels *labels;
    label_function *label; /* looks a key up in them */
    int language;          /* index in languages[] */
    struct buffer *raw;    /* bytes of folded runs */
    xmlDocPtr document;    /* the page */
    xmlNodePtr verified;   /* last node seen to be part of the final output */
    bool failed;
};

/* Where a value is read. */
struct scope {
    struct render *render;
    xmlXPathContextPtr xpath;
    xmlNodePtr node;
    xmlNsPtr *namespaces; /* in scope where the expression stands */
    int namespace_count;
};

/* NULL with a sentence in `error` when it is not XPath. */
struct expression *expression_new(const char *xpath, char *error, size_t error_size);
/* The same, always left to libxml2. */
struct expression *expression_general(const char *xpath, char *error, size_t error_size);
void expression_free(struct expression *expression);
/* Appends the value as a string; sets render->failed when it cannot be had. */
void expression_append(const struct expression *expression, const struct scope *scope,
                       enum html_place place, struct buffer *out);

/* The value of one made by expression_general as a boolean; false and render->failed when it cannot be had. */
bool expression_holds(const struct expression *expression, const struct scope *scope);

/* The key when the expression is one label whose text depends on no count; NULL for others. */
const char *expression_key(const struct expression *expression);

/* Registers pk:label, pk:optional and pk:counted with libxslt: once a process. */
void expression_start(void);
#endif
