/* XML of a document's parts: read as a tree, gone through, written. */
#ifndef PAPER_TREE_H
#define PAPER_TREE_H
#include "paper.h"

#include <libxml/tree.h>

/* NULL: not well-formed, or with a document type. Comments and instructions are gone. */
xmlDoc *tree_read(const struct buffer *bytes);
void tree_write(xmlDoc *tree, struct buffer *out);

/* True: the element and what is in it is taken out; false: its children come next. */
typedef bool tree_visit(void *context, xmlNode *element);
/* From the root down, in the text's order; `leave`, if any, after an element's children. */
void tree_walk(xmlDoc *tree, tree_visit *visit, void (*leave)(void *context, xmlNode *element),
               void *context);

bool tree_is(const xmlNode *element, const char *name); /* by its local name */
/* The value of the attribute by its local name, whatever namespace; NULL when absent or not plain. Lives as the tree does. */
const char *tree_value(const xmlNode *element, const char *name);
void tree_set(xmlNode *element, const char *name, const char *value); /* of one that is there */
void tree_remove(xmlAttr *attribute);
/* Everything that is text within, gone. */
void tree_blank(xmlNode *element);
/* Whether what is said names a file: C:\Users\…, file:///home/…, /home/…/x.png. */
bool tree_names_file(const char *text);
/* An address of the web, or of mail. */
bool tree_is_address(const char *text);
#endif
