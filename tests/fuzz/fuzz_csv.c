/* Any bytes as a table of text: what is called back holds to its limits, and written as CSV again it
 * reads the same. */
#include "../../fcgi/base/buffer.h"
#include "sheet_check.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct copy {
    struct sheet_check check;
    struct buffer out;
};

static bool write_row(void *context, const struct sheet_row *row)
{
    struct copy *copy = context;
    struct buffer *out = &copy->out;
    sheet_check_row(&copy->check, row);
    for (size_t i = 0; i < row->count; i++) {
        buffer_text(out, i ? ";\"" : "\"");
        for (const char *byte = row->cells[i]; *byte; byte++) {
            buffer_char(out, *byte);
            if (*byte == '"')
                buffer_char(out, '"');
        }
        buffer_char(out, '"');
    }
    buffer_text(out, "\r\n");
    return true;
}

static enum sheet_result read_into(struct copy *copy, const void *bytes, size_t length,
                                   struct sheet_report *report)
{
    buffer_init(&copy->out, (size_t)64 << 20);
    buffer_text(&copy->out, "\xef\xbb\xbfsep=;\r\n");
    enum sheet_result result =
        sheet_read(bytes, length, &copy->check.limits, write_row, copy, report);
    sheet_check_end(&copy->check, result, report);
    return result;
}

static void round_trip(struct arena *arena, const struct sheet_limits *limits, const uint8_t *data,
                       size_t size)
{
    struct copy first = {.check = {.limits = *limits, .arena = arena}}, second = first;
    struct sheet_report report;
    if (read_into(&first, data, size, &report) == SHEET_OK && !report.spreadsheet) {
        assert(read_into(&second, first.out.bytes, first.out.length, &report) == SHEET_OK);
        assert(report.separator == ';' && first.out.length == second.out.length);
        assert(memcmp(first.out.bytes, second.out.bytes, first.out.length) == 0);
        buffer_free(&second.out);
    }
    buffer_free(&first.out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct sheet_limits narrow = {.columns = 5, .letters = 12, .rows = 7};
    static struct arena *arena;
    if (!arena)
        arena = arena_new((size_t)64 << 20);
    round_trip(arena, &sheet_limits, data, size);
    round_trip(arena, &narrow, data, size);
    return 0;
}
