/* HTML as this program writes it: one set of rules for the serialiser and for folded runs, so that
 * both give the same bytes. Names as given, void elements without slash, every other element with
 * an end tag, attributes always quoted, no white space added, no META, comments only where xsl:comment
 * makes one. */
#ifndef VIEW_HTML_H
#define VIEW_HTML_H
#include "../base/buffer.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

enum html_place {
    HTML_TEXT,      /* & < > escaped */
    HTML_ATTRIBUTE, /* & " < > escaped */
    HTML_ADDRESS, /* href, src, action …: what may not stand in a URI is percent-encoded, & escaped
                   */
    HTML_PLAIN    /* as it is */
};

void html_escape(struct buffer *out, enum html_place place, const char *text);
/* Call after a whole address was written from offset `start` on: when it has a scheme other than
 * http, https, mailto or tel, "unsafe:" is put before it, so that no browser runs it. */
void html_check_address(struct buffer *out, size_t start);

bool html_is_void(const char *element);
bool html_is_raw(const char *element);       /* script, style: text is not escaped */
bool html_is_address(const char *attribute); /* holds a URI */

/* Text nodes of this name stand for bytes of `raw` that are written as they are; see struct
 * raw_node. */
extern const xmlChar html_raw_name[];
struct raw_node {
    xmlNode node;
    size_t start, end; /* in the raw buffer */
};

/* Appends the doctype and all of `result`. */
void html_write(struct buffer *out, xmlDocPtr result, const struct buffer *raw);
/* Appends the text of `result`: for method="text". */
void html_write_text(struct buffer *out, xmlDocPtr result);
#endif
