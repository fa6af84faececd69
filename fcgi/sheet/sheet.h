/* Tables out of uploaded files: CSV and XLSX, told apart by what is in them, never by their name.
 *
 * Pure: bytes in, rows out. No file is opened, nothing is fetched, no macro or formula is run. Memory
 * is bounded whatever the file says of itself, and what is refused is refused before it is inflated.
 *
 * A row's number is the one people see in the spreadsheet: 1 is the first row of the file; empty rows
 * are not called back but counted; a quoted cell with line breaks is one row; Excel's first line `sep=;`
 * is none. Cells are valid UTF-8 in normal form C, without white space around them; every control
 * character within is a space except line breaks, which are \n. Empty cells at a row's end are left out.
 * XLSX: the first visible worksheet; numbers with at most 15 digits, a point and no group marks, 12.0
 * as 12; dates by their format as 2027-01-31, 2027-01-31T08:30, 08:30; truth values TRUE and FALSE;
 * formulas as the value last shown; one that was never calculated is a faulty cell. The apostrophe that
 * exporters put before =, +, -, @ is none of a text.
 *
 * Not to be called while a document is open (document_new … document_end); a callback may open one
 * if it ends it as well. */
#ifndef SHEET_SHEET_H
#define SHEET_SHEET_H
#include <stdbool.h>
#include <stddef.h>

enum sheet_result {
    SHEET_OK,
    SHEET_STOPPED,   /* the callback said so */
    SHEET_EMPTY,     /* no row with anything in it */
    SHEET_LARGE,     /* file, or what it inflates to, beyond the limits */
    SHEET_ROWS,      /* more rows than the limit: row tells where */
    SHEET_COLUMNS,   /* something stands in a column beyond the limit */
    SHEET_CELL,      /* a cell longer than the limit */
    SHEET_QUOTE,     /* CSV: a quoted cell never ends; row and column where it begins */
    SHEET_AFTER,     /* CSV: text behind a quoted cell's end: a quote within that is not doubled */
    SHEET_ENCODING,  /* letters in no encoding we know */
    SHEET_FOREIGN,   /* neither a table as text nor XLSX: picture, PDF, web page, … */
    SHEET_OLD,       /* .xls, .xlsb or .ods: to be saved as XLSX */
    SHEET_ENCRYPTED, /* protected by a password */
    SHEET_DAMAGED,   /* XLSX that is cut off or contradicts itself */
    SHEET_HOSTILE,   /* XLSX made to harm: document type, bomb, nesting */
    SHEET_RESULTS
};

struct sheet_limits {
    size_t columns; /* at most 16,384 */
    size_t letters; /* of a cell, in code points after cleaning */
    size_t rows;    /* with anything in them, headings included; none beyond 1,048,576 */
};
extern const struct sheet_limits sheet_limits; /* 200 columns, 4,000 letters, 100,001 rows */

struct sheet_row {
    size_t number;      /* 1-based */
    char *const *cells; /* valid until the callback returns; never NULL, "" is an empty one */
    const bool *faulty; /* XLSX: the spreadsheet itself shows an error there (#N/A, #REF!, …) */
    size_t count;       /* of cells; at least 1, and the last is not empty */
};
/* False ends the reading with SHEET_STOPPED. */
typedef bool sheet_row_function(void *context, const struct sheet_row *row);

struct sheet_report {
    size_t row, column; /* of what is wrong, 1-based; 0 when it is nowhere in particular */
    size_t rows;        /* called back */
    bool spreadsheet;   /* XLSX */
    char separator;     /* CSV: one of ; , tab | */
};

/* Largest file taken at all. */
#define SHEET_BYTES ((size_t)16 << 20)

/* Calls `function` for each row. `limits` NULL: sheet_limits. `report` is filled whatever happens. */
enum sheet_result sheet_read(const void *bytes, size_t length, const struct sheet_limits *limits,
                             sheet_row_function *function, void *context,
                             struct sheet_report *report);

/* "sheet_quote" and so on: the label is error.<that> (xslt/i18n/sheet.xml). "" for SHEET_OK and
 * SHEET_STOPPED. */
const char *sheet_result_name(enum sheet_result result);
#endif
