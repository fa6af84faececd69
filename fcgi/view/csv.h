/* Lists for spreadsheets: a byte order mark, rows ended by CRLF, cells quoted when needed. Nothing
 * in a cell is run: what begins like a formula (= + - @ tab return) gets an apostrophe before it,
 * unless it is a plain number such as -5 or -7,5. */
#ifndef VIEW_CSV_H
#define VIEW_CSV_H
#include "../base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

struct csv {
    struct buffer *out; /* may be sent and cleared between rows */
    char separator;
    bool row_begun;
};

/* Appends the mark. Separator `;` for nb, nn, sv (where the comma is decimal), `,` for en. */
void csv_start(struct csv *csv, struct buffer *out, const char *lang);
void csv_cell(struct csv *csv, const char *text); /* NULL: an empty cell */
void csv_row_end(struct csv *csv);
#endif
