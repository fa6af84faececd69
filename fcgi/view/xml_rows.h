/* Rows as XML, straight from a statement into the answer: an element a row, an attribute a column, as documents have them
 * (document.h), but without their texts for people: names with `-` for `_`, NULL left out, moments with their offset, decimals
 * without useless zeros, bytes left out. */
#ifndef VIEW_XML_ROWS_H
#define VIEW_XML_ROWS_H
#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/row.h"

struct xml_rows;

/* Of one statement: every row has the columns of the first. On the arena. element: "order". */
struct xml_rows *xml_rows_new(struct arena *arena, struct buffer *out, const char *element);
void xml_rows_add(struct xml_rows *rows, const struct row *row);
#endif
