/* What holds of every row that fcgi/sheet calls back, whatever the file was. */
#ifndef TESTS_FUZZ_SHEET_CHECK_H
#define TESTS_FUZZ_SHEET_CHECK_H
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/text.h"
#include "../../fcgi/sheet/sheet.h"

#include <assert.h>
#include <string.h>

struct sheet_check {
    struct sheet_limits limits;
    struct arena *arena; /* for the check alone */
    size_t last, rows;
};

static inline void sheet_check_cell(struct sheet_check *check, const char *cell)
{
    assert(text_utf8(cell, strlen(cell)) && text_letters(cell) <= check->limits.letters);
    for (const unsigned char *byte = (const unsigned char *)cell; *byte; byte++)
        assert((*byte >= 0x20 || *byte == '\n') && *byte != 0x7f);
    assert(strcmp(text_clean(check->arena, cell), cell) == 0);
}

/* A sheet_row_function. */
static inline bool sheet_check_row(void *context, const struct sheet_row *row)
{
    struct sheet_check *check = context;
    assert(row->number > check->last && row->count && row->count <= check->limits.columns);
    assert(*row->cells[row->count - 1] && ++check->rows <= check->limits.rows);
    for (size_t i = 0; i < row->count; i++)
        sheet_check_cell(check, row->cells[i]);
    arena_reset(check->arena);
    check->last = row->number;
    return true;
}

static inline void sheet_check_end(const struct sheet_check *check, enum sheet_result result,
                                   const struct sheet_report *report)
{
    assert(report->rows == check->rows && result < SHEET_RESULTS && result != SHEET_STOPPED);
    assert(result != SHEET_OK || (report->rows && !report->row && !report->column));
    assert(result == SHEET_OK || *sheet_result_name(result));
    assert(result != SHEET_EMPTY || !report->rows);
}
#endif
