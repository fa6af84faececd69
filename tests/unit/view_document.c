/* document. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct buffer out;

static const char *written(struct document *document)
{
    buffer_clear(&out);
    document_write(document, &out);
    return out.bytes;
}

static void columns_become_attributes(void **state)
{
    (void)state;
    const struct column columns[] = {{"id", COLUMN_INTEGER},      {"name", COLUMN_TEXT},
                                     {"starts", COLUMN_DATE},     {"sent_at", COLUMN_DATETIME},
                                     {"credits", COLUMN_DECIMAL}, {"key_bytes", COLUMN_BYTES},
                                     {"ended", COLUMN_DATE},      {"whole", COLUMN_DECIMAL}};
    const struct cell cells[] = {
        {"17", 2},   {"Å & <\"b\">", 10}, {"2026-11-21", 10}, {"2026-11-21 19:41:00", 19},
        {"7.50", 4}, {"\x01\x02", 2},     {NULL, 0},          {"10.00", 5}};
    const struct row row = {columns, cells, 8};
    struct document *document = document_new(arena, "nb");
    document_row(document, document_root(document), "order", &row);
    assert_string_equal(
        written(document),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n"
        "  <order id=\"17\" name=\"Å &amp; &lt;&quot;b&quot;&gt;\" starts=\"2026-11-21\" "
        "starts-text=\"21.11.2026\" starts-week=\"47\" sent-at=\"2026-11-21T20:41:00+01:00\" "
        "sent-at-text=\"21.11.2026 kl. 20.41\" credits=\"7.5\" credits-text=\"7,5\" whole=\"10\" "
        "whole-text=\"10\"/>\n</page>\n");
    document_end(document);
    document = document_new(arena, "en");
    document_row(document, document_root(document), "order", &row);
    assert_non_null(strstr(written(document), "starts-text=\"21 Nov 2026\""));
    assert_non_null(strstr(out.bytes, "credits-text=\"7.5\""));
    document_end(document);
    arena_reset(arena);
}

/* Statements may share a columns array's address only while its names are the same. */
static void rows_of_changing_columns_keep_apart(void **state)
{
    (void)state;
    struct column columns[] = {{"a", COLUMN_TEXT}, {"b", COLUMN_TEXT}};
    const struct cell cells[] = {{"1", 1}, {"2", 1}};
    const struct row row = {columns, cells, 2};
    struct document *document = document_new(arena, "nb");
    document_row(document, document_root(document), "x", &row);
    columns[1].name = "c";
    document_row(document, document_root(document), "x", &row);
    for (int i = 0; i < 40; i++) { /* more sets than are remembered */
        char name[8] = {'n', (char)('a' + i % 26), (char)('a' + i / 26), 0};
        columns[0].name = name;
        document_row(document, document_root(document), "x", &row);
    }
    assert_non_null(
        strstr(written(document),
               "<x a=\"1\" b=\"2\"/>\n  <x a=\"1\" c=\"2\"/>\n  <x naa=\"1\" c=\"2\"/>"));
    assert_non_null(strstr(out.bytes, "<x nnb=\"1\" c=\"2\"/>\n</page>"));
    document_end(document);
    arena_reset(arena);
}

static void forbidden_characters_are_replaced(void **state)
{
    (void)state;
    static const struct {
        const char *given, *shown;
    } cases[] = {{"a\x01z", "a\xEF\xBF\xBDz"},
                 {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
                 {"\xED\xA0\x80x", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx"},
                 {"bl\xE5", "bl\xEF\xBF\xBD"},
                 {"\xC3", "\xEF\xBF\xBD"},
                 {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
                 {"\xF0\x9F\x98\x80 ok\x7F", "\xF0\x9F\x98\x80 ok\x7F"},
                 {"t\tn\n\r", "t&#9;n&#10;&#13;"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char wanted[200];
        struct document *document = document_new(arena, "nb");
        document_attribute(document, document_root(document), "a", cases[i].given);
        snprintf(wanted, sizeof wanted, "<page a=\"%s\"/>", cases[i].shown);
        assert_non_null(strstr(written(document), wanted));
        document_end(document);
    }
    const struct column column = {"a", COLUMN_TEXT};
    const struct cell cell = {"x\0y", 3};
    const struct row row = {&column, &cell, 1};
    struct document *document = document_new(arena, "nb");
    document_row(document, document_root(document), "r", &row);
    assert_non_null(strstr(written(document), "<r a=\"x\xEF\xBF\xBDy\"/>"));
    document_end(document);
    arena_reset(arena);
}

static void what_is_written_reads_back_the_same(void **state)
{
    (void)state;
    char error[200], *first;
    struct document *document = document_new(arena, "sv");
    struct node *root = document_root(document);
    document_attribute(document, root, "lang", "sv");
    document_attribute_integer(document, root, "least", INT64_MIN);
    document_attribute(document, root, "none", NULL);
    struct node *texts = document_element(document, root, "texts");
    document_text(document, texts, "a < b & c > d\r\n]]>");
    document_attribute(document, texts, "late", "1");
    document_element(document, document_element(document, root, "outer"), "inner");
    first = arena_text(arena, written(document));
    document_end(document);
    assert_non_null(strstr(first, "<page lang=\"sv\" least=\"-9223372036854775808\">"));
    document = document_read(arena, first, strlen(first), error, sizeof error);
    assert_non_null(document);
    assert_string_equal(document_lang(document), "sv");
    assert_string_equal(written(document), first);
    document_end(document);
    arena_reset(arena);
}

static void document_types_and_broken_xml_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "<!DOCTYPE page [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><page a=\"&e;\"/>",
        "<!DOCTYPE page SYSTEM \"http://127.0.0.1/x.dtd\"><page/>", "<page>", "",
        "<page a=\"\x01\"/>"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char error[300] = "";
        assert_null(document_read(arena, bad[i], strlen(bad[i]), error, sizeof error));
        assert_true(strlen(error) > 10);
    }
}

static int set_up(void **state)
{
    (void)state;
    time_start();
    view_start();
    arena = arena_new(16 << 20);
    buffer_init(&out, 1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&out);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_become_attributes),
        cmocka_unit_test(rows_of_changing_columns_keep_apart),
        cmocka_unit_test(forbidden_characters_are_replaced),
        cmocka_unit_test(what_is_written_reads_back_the_same),
        cmocka_unit_test(document_types_and_broken_xml_are_refused),
    };
    return cmocka_run_group_tests_name("view_document", tests, set_up, tear_down);
}
