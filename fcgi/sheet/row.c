#include "row.h"

#include "../base/heap.h"
#include "../base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void sheet_reader_start(struct sheet_reader *reader, const struct sheet_limits *limits,
                        sheet_row_function *function, void *context, struct sheet_report *report)
{
    *report = (struct sheet_report){0};
    *reader = (struct sheet_reader){.limits = limits ? *limits : sheet_limits,
                                    .function = function,
                                    .context = context,
                                    .report = report};
    assert(reader->limits.columns <= SHEET_COLUMN_MOST && reader->limits.letters <= 1 << 20);
    size_t columns = reader->limits.columns;
    buffer_init(&reader->text, columns * (sheet_raw_most(reader) + 1));
    reader->starts = heap_grow(NULL, columns, sizeof *reader->starts);
    reader->cells = heap_grow(NULL, columns, sizeof *reader->cells);
    reader->faulty = heap_grow(NULL, columns, sizeof *reader->faulty);
    /* text_clean takes its text some thirteen times over on its way through UTF-16. */
    reader->scratch = arena_new(32 * sheet_raw_most(reader) + 65536);
}

void sheet_reader_end(struct sheet_reader *reader)
{
    buffer_free(&reader->text);
    free(reader->starts);
    free(reader->cells);
    free(reader->faulty);
    arena_free(reader->scratch);
}

bool sheet_fail(struct sheet_reader *reader, enum sheet_result result, size_t row, size_t column)
{
    if (reader->result == SHEET_OK) {
        reader->result = result;
        reader->report->row = row;
        reader->report->column = column;
    }
    return false;
}

/* A letter in decomposed form may have several marks, and spaces may stand around the text. */
size_t sheet_raw_most(const struct sheet_reader *reader)
{
    return 12 * reader->limits.letters + 256;
}

void sheet_row_begin(struct sheet_reader *reader, size_t number)
{
    reader->row = number;
    reader->count = 0;
    buffer_clear(&reader->text);
    buffer_add(&reader->text, "", 1);
}

/* Control characters and what XML cannot hold become spaces; line breaks stay. */
static void blank_controls(char *text)
{
    for (unsigned char *byte = (unsigned char *)text; *byte; byte++) {
        if ((*byte < 0x20 && *byte != '\n' && *byte != '\r') || *byte == 0x7f)
            *byte = ' ';
        else if (*byte == 0xc2 && byte[1] < 0xa0) /* U+0080 to U+009F */
            byte[0] = byte[1] = ' ';
        else if (*byte == 0xef && byte[1] == 0xbf && byte[2] >= 0xbe) /* U+FFFE, U+FFFF */
            byte[0] = byte[1] = byte[2] = ' ';
    }
}

/* Exporters, ours among them, put an apostrophe before what a spreadsheet would take for a formula. */
static const char *unguarded(const char *text)
{
    return text[0] == '\'' && text[1] && strchr("=+-@", text[1]) ? text + 1 : text;
}

bool sheet_row_cell(struct sheet_reader *reader, size_t column, char *text, bool faulty)
{
    blank_controls(text);
    const char *clean = unguarded(text_clean(reader->scratch, text));
    bool fits = true;
    if (*clean) {
        if (column > reader->limits.columns)
            fits = sheet_fail(reader, SHEET_COLUMNS, reader->row, column);
        else if (text_letters(clean) > reader->limits.letters)
            fits = sheet_fail(reader, SHEET_CELL, reader->row, column);
    }
    if (fits && *clean) {
        assert(column > reader->count);
        for (; reader->count < column; reader->count++) {
            reader->starts[reader->count] = 0;
            reader->faulty[reader->count] = false;
        }
        reader->starts[column - 1] = reader->text.length;
        reader->faulty[column - 1] = faulty;
        buffer_add(&reader->text, clean, strlen(clean) + 1);
    }
    arena_reset(reader->scratch);
    return fits;
}

bool sheet_row_end(struct sheet_reader *reader)
{
    if (!reader->count)
        return true;
    if (reader->report->rows == reader->limits.rows || reader->row > SHEET_ROW_MOST)
        return sheet_fail(reader, SHEET_ROWS, reader->row, 0);
    for (size_t i = 0; i < reader->count; i++)
        reader->cells[i] = reader->text.bytes + reader->starts[i];
    reader->report->rows++;
    const struct sheet_row row = {reader->row, reader->cells, reader->faulty, reader->count};
    if (!reader->function(reader->context, &row))
        return sheet_fail(reader, SHEET_STOPPED, reader->row, 0);
    return true;
}
