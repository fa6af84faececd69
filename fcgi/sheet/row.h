/* What both readers lean on: the row being put together, the limits, and what went wrong. */
#ifndef SHEET_ROW_H
#define SHEET_ROW_H
#include "../base/arena.h"
#include "../base/buffer.h"
#include "sheet.h"

enum { SHEET_ROW_MOST = 1048576, SHEET_COLUMN_MOST = 16384 }; /* of any spreadsheet */

struct sheet_reader {
    struct sheet_limits limits;
    sheet_row_function *function;
    void *context;
    struct sheet_report *report;
    enum sheet_result result; /* SHEET_OK until something is wrong */
    size_t row;               /* number of the row being read */
    struct buffer text;       /* its cells, each ended by a NUL; begins with an empty one */
    size_t *starts;           /* of each cell, in text */
    char **cells;
    bool *faulty;
    size_t count;          /* of cells, the last not empty */
    struct arena *scratch; /* emptied after each cell */
};

/* NULL limits: sheet_limits. To be ended with sheet_reader_end. */
void sheet_reader_start(struct sheet_reader *reader, const struct sheet_limits *limits,
                        sheet_row_function *function, void *context, struct sheet_report *report);
void sheet_reader_end(struct sheet_reader *reader);

/* Notes the first thing that is wrong and where (0: nowhere in particular). Always false. */
bool sheet_fail(struct sheet_reader *reader, enum sheet_result result, size_t row, size_t column);

/* The next row begins, of a number greater than the one before. */
void sheet_row_begin(struct sheet_reader *reader, size_t number);
/* A cell of it, from the left; those passed over are empty. `column` is 1-based; `text` is UTF-8,
 * NUL-terminated, and written over. False: the reading is over, reader->result says why. */
bool sheet_row_cell(struct sheet_reader *reader, size_t column, char *text, bool faulty);
/* Calls the row back when anything is in it. False as above. */
bool sheet_row_end(struct sheet_reader *reader);

/* Bytes that a cell may have before it is cleaned, more than any within limits has. */
size_t sheet_raw_most(const struct sheet_reader *reader);
#endif
