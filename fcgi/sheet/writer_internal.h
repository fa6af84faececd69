/* What the three kinds of writer share. */
#ifndef SHEET_WRITER_INTERNAL_H
#define SHEET_WRITER_INTERNAL_H
#include "writer.h"
#include "zip_stream.h"

#include <stdbool.h>

/* How a cell looks: an index of each kind's own table of styles. */
enum writer_style {
    STYLE_PLAIN,
    STYLE_TITLE,
    STYLE_HEAD,
    STYLE_TEXT,
    STYLE_LINES, /* text with line breaks */
    STYLE_DATE,
    STYLE_TIME,
    STYLE_TENTHS, /* so many digits behind the point as the database keeps */
    STYLE_HUNDREDTHS,
    STYLE_THOUSANDTHS,
    STYLES
};
struct writer_value {
    enum column_type type; /* what it is after all: INTEGER for every number */
    enum writer_style style;
    const char *text; /* as it came; of a moment "2026-11-21T20:41:00", Oslo's clock */
};

struct writer_format {
    void (*start)(struct writer *writer); /* the parts before the rows */
    void (*begin_rows)(
        struct writer *writer); /* the rows' part up to the first: the columns' widths are known */
    void (*begin_row)(struct writer *writer); /* these go to writer->held */
    void (*cell)(struct writer *writer, const struct writer_value *value);
    void (*empty)(struct writer *writer);
    void (*end_row)(struct writer *writer);
    void (*end)(struct writer *writer); /* the rest of the rows' part, and the parts after it */
};
extern const struct writer_format writer_csv, writer_xlsx, writer_ods;

enum {
    WRITER_COLUMNS = 200,
    WRITER_ROWS = 1048576,
    WRITER_NAME = 128,
    WRITER_LETTERS = 3,
    WIDTH_LEAST = 8,
    WIDTH_MOST = 60
};
struct writer {
    const struct writer_format *format;
    const struct writer_heading *heading;
    struct buffer *out;
    struct zip_stream *zip; /* CSV has none */
    struct buffer held;     /* rows that the zip has not got yet */
    bool begun;             /* it has begun to get them */
    bool in_row, cut;
    size_t row, column, head_row;  /* from 1; the next column from 0 */
    size_t widths[WRITER_COLUMNS]; /* letters */
};

/* The value's text escaped for XML into held; what XML 1.0 forbids is left out. */
void writer_escape(struct buffer *out, const char *text);
/* To the part at hand. */
void writer_put(struct writer *writer, const char *text);
void writer_printf(struct writer *writer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void writer_put_escaped(struct writer *writer, const char *text);
/* A whole part. */
void writer_part(struct writer *writer, const char *name, const char *text);
/* A, B … Z, AA … ZZ: of column 0, 1 …; gives `letters`. */
const char *writer_letters(size_t column, char letters[WRITER_LETTERS]);
/* The sheet's name: at most 31 letters, none that a spreadsheet refuses. */
void writer_sheet_name(const struct writer *writer, char name[WRITER_NAME]);
#endif
