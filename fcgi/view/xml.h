/* What the files of view/ share about libxml2 and libxslt. For view/ only. */
#ifndef VIEW_XML_H
#define VIEW_XML_H
#include "../base/arena.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#define PK_NAMESPACE "urn:praktikum"
#define XSLT_NAMESPACE_URI "http://www.w3.org/1999/XSL/Transform"

/* C strings as libxml2 wants them and back. */
#define X(text) ((const xmlChar *)(text))
#define C(text) ((const char *)(text))

/* Names of every stylesheet and label; parent of each request's dictionary, so that equal names are
 * equal pointers. Closed (view_dict_close) once loading ended: what a request adds lands in the
 * request's own dictionary. */
xmlDictPtr view_dict(void);
void view_dict_open(void);
void view_dict_close(void);

/* Where libxml2's new memory comes from: an arena, or the heap when NULL. */
void view_memory(struct arena *arena);

/* What libxml2 and libxslt complained of since view_errors_clear, as one line. */
const char *view_errors(void);
void view_errors_clear(void);

/* Parses bytes on `dict` without network, entities and DTD; NULL with a sentence in `error`. `name`
 * is what errors and relative references start from. */
xmlDocPtr view_parse(const char *name, const char *bytes, size_t length, xmlDictPtr dict,
                     char *error, size_t error_size);
/* The same of a file. */
xmlDocPtr view_parse_file(const char *path, const char *name, xmlDictPtr dict, char *error,
                          size_t error_size);

struct document;
xmlDocPtr document_xml(struct document *document);

/* An attribute without namespace; NULL when absent. Points into the tree; only for parsed,
 * entity-free documents. */
const char *view_attribute(const xmlNode *node, const char *name);
bool view_is(const xmlNode *node, const char *uri, const char *name); /* uri NULL: no namespace */
bool view_is_xslt(const xmlNode *node, const char *name); /* name NULL: any instruction */
bool view_blank(const char *text);                        /* only XML white space */
#endif
