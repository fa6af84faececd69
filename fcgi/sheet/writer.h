/* A table as a file for spreadsheets, row by row into a buffer that may be sent and cleared between any two calls: CSV, XLSX
 * (Office Open XML, ECMA-376) or ODS (OpenDocument 1.3). Memory is one window of zlib and 64 kB of rows however many
 * there are. No file is opened.
 *
 * Cells are typed as the database typed them: numbers and days are such to the spreadsheet too, shown as the language
 * writes them; moments are told in Europe/Oslo. Text is always text: nothing in it is run. In CSV what begins like a formula
 * (= + - @ tab return) gets an apostrophe before it, unless it is a plain number such as -5 or -7,5.
 *
 * XLSX and ODS begin with the title, what was asked for and when, then an empty row, then the heads, which stay in sight and
 * stand on each printed page. CSV begins with its heads: what imports it takes the first line for them. */
#ifndef SHEET_WRITER_H
#define SHEET_WRITER_H
#include "../base/buffer.h"
#include "../base/row.h"

enum writer_kind { WRITER_CSV, WRITER_XLSX, WRITER_ODS };

struct writer_heading {
    const char *lang;           /* nb, nn, sv, en */
    const char *title;          /* CSV takes none of what follows; NULL: none */
    const char *const *remarks; /* rows below the title */
    size_t remark_count;
    const char *made_at; /* UTC, "2026-11-21T19:41:00Z": a property of the file */
    const char *cut; /* the last row, when there are more than a spreadsheet holds (1,048,576) */
    const char *const *heads;
    size_t head_count; /* at least one */
};

struct writer;
/* The heading and all it points to outlive the writer. */
struct writer *writer_new(enum writer_kind kind, struct buffer *out,
                          const struct writer_heading *heading);
void writer_free(struct writer *writer);
/* text NULL or "": an empty cell. What is not of its type (a date that is none) is written as text. */
void writer_cell(struct writer *writer, enum column_type type, const char *text);
void writer_row_end(struct writer *writer);
/* All that stands behind the last row, which may be open still; call once. */
void writer_end(struct writer *writer);
#endif
