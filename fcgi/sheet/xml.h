/* XML of a spreadsheet's parts, piece by piece: elements that have a name the reader knows, and where
 * they stand. No document type, no entities of its own, UTF-8 only, nesting and tags within limits. */
#ifndef SHEET_XML_H
#define SHEET_XML_H
#include "guard.h"
#include "sheet.h"

#include <libxml/parser.h>

enum { XML_DEPTH_MOST = 40 };

struct xml;
struct xml_reader {
    /* Local names, ended by NULL: an element's kind is the place in this list + 1, 0 of any other and
     * of any in a foreign namespace. */
    const char *const *names;
    void (*start)(struct xml *xml, unsigned kind);
    void (*end)(struct xml *xml,
                unsigned kind); /* or NULL; its parent's kind is xml_above(xml, 0) */
    void (*text)(struct xml *xml, const char *text, size_t length); /* or NULL */
};

struct xml {
    const struct xml_reader *reader;
    void *context;
    enum sheet_result result; /* SHEET_OK until something is wrong */
    struct guard guard;
    xmlParserCtxtPtr parser;
    size_t depth;
    unsigned char path[XML_DEPTH_MOST + 1]; /* kinds of the elements that are open */
    const xmlChar **attributes;             /* of the element that starts, as SAX2 gives them */
    size_t attribute_count;
};

void xml_start(struct xml *xml, const struct xml_reader *reader, void *context);
/* A package_feed. False: xml->result says why. */
bool xml_feed(void *xml, const char *bytes, size_t length);
/* To be called whatever happened; the result of the whole. */
enum sheet_result xml_end(struct xml *xml);
/* Ends the reading from within a callback, the first time with this result. */
void xml_fail(struct xml *xml, enum sheet_result result);

/* Whether a document that begins is in UTF-8: the guard knows bytes as ASCII has them. For whoever has a parser of its own. */
bool xml_utf8(xmlParserCtxtPtr parser);
/* Says nothing of an error (xmlStructuredErrorFunc): what is wrong is told by the parser's state. */
void xml_silent(void *context, xmlErrorPtr error);

/* The kind of the element `levels` above the innermost open one; 0 beyond the root. */
unsigned xml_above(const struct xml *xml, size_t levels);

/* In start: the attribute `name` without prefix, or (`name` "r:id") the one of relationships. False
 * when it is absent; `value` is "" then, and when it is longer than `size` - 1. */
bool xml_attribute(const struct xml *xml, const char *name, char *value, size_t size);
#endif
