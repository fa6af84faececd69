/* Rows as XML: the same as documents have them, whatever stands in them. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/xml_rows.h"
#include "../../fcgi/view/xml_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct column columns[] = {
    {"id", COLUMN_INTEGER},          {"student_name", COLUMN_TEXT}, {"starts", COLUMN_DATE},
    {"sent_at", COLUMN_DATETIME},    {"points", COLUMN_DECIMAL},    {"left_out", COLUMN_TEXT},
    {"bytes_left_out", COLUMN_BYTES}};
enum { COLUMNS = sizeof columns / sizeof *columns };

static struct cell cell(const char *text)
{
    return (struct cell){text, text ? strlen(text) : 0};
}

static void rows_are_lines(void **state)
{
    (void)state;
    struct arena *arena = arena_new((size_t)1 << 26);
    struct buffer out;
    buffer_init(&out, 1 << 20);
    struct cell cells[COLUMNS] = {cell("7"),          cell("Åse \"<&>\" 'x'\t\r\n"),
                                  cell("2026-11-21"), cell("2026-11-21 19:41:00"),
                                  cell("07.50"),      cell(NULL),
                                  cell("\x01")};
    const struct row row = {columns, cells, COLUMNS};
    struct xml_rows *rows = xml_rows_new(arena, &out, "order");
    xml_rows_add(rows, &row);
    assert_string_equal(out.bytes,
                        "    <order id=\"7\" student-name=\"Åse &quot;&lt;&amp;&gt;&quot; "
                        "'x'&#9;&#13;&#10;\" starts=\"2026-11-21\" "
                        "sent-at=\"2026-11-21T20:41:00+01:00\" points=\"07.5\"/>\n");
    cells[1] = cells[3] = cells[4] = cell(NULL);
    buffer_clear(&out);
    xml_rows_add(rows, &row);
    assert_string_equal(out.bytes, "    <order id=\"7\" starts=\"2026-11-21\"/>\n");
    buffer_free(&out);
    arena_free(arena);
}

/* What a document would write for the same value. */
static void write_by_document(struct arena *arena, struct buffer *out, const char *value)
{
    struct document *document = document_new(arena, "nb");
    document_attribute(document, document_root(document), "a", value);
    document_write(document, out);
    document_end(document);
}

static void as_documents_do(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",
                                         "&",
                                         "<",
                                         ">",
                                         "\"",
                                         "\n",
                                         "\t",
                                         "\r",
                                         "\x01",
                                         "\x1F",
                                         "\x7F",
                                         "å",
                                         "😀",
                                         "\xC3",
                                         "\xED\xA0\x80",
                                         "\xFF",
                                         "\xEF\xBF\xBE",
                                         "\xEF\xBF\xBF",
                                         "\xE2\x80",
                                         "\xC0\xAF",
                                         "\xF4\x90",
                                         "č",
                                         "'",
                                         "]]>",
                                         "\xF0\x9F",
                                         "&amp;",
                                         " "};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    struct arena *arena = arena_new((size_t)1 << 26);
    struct buffer wanted, found;
    uint32_t chance = 20261122;
    buffer_init(&wanted, 1 << 20);
    buffer_init(&found, 1 << 20);
    for (int round = 0; round < 20000; round++) {
        char value[64] = "";
        for (int count = 0; count < 8; count++) {
            chance = chance * 1664525 + 1013904223;
            strcat(value, pieces[(chance >> 8) % PIECES]);
        }
        buffer_clear(&wanted);
        buffer_clear(&found);
        write_by_document(arena, &wanted, value);
        buffer_text(&found, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page");
        xml_write_attribute(&found, "a", value);
        buffer_text(&found, "/>\n");
        assert_string_equal(found.bytes, wanted.bytes);
        arena_reset(arena);
    }
    buffer_free(&wanted);
    buffer_free(&found);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_lines),
        cmocka_unit_test(as_documents_do),
    };
    time_start();
    view_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
