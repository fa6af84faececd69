/* sheet: tables as text. */
#include "../../fcgi/base/arena.h"
#include "support_sheet.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect_bytes(const char *bytes, size_t length, const char *rows, char separator)
{
    struct table table = {0};
    table_read(&table, bytes, length, NULL);
    assert_string_equal(table.text.bytes, rows);
    assert_int_equal(table.result, SHEET_OK);
    assert_int_equal(table.report.separator, separator);
    assert_int_equal(table.report.row + table.report.column, 0);
    assert_false(table.report.spreadsheet);
    table_free(&table);
}

static void expect(const char *text, const char *rows, char separator)
{
    expect_bytes(text, strlen(text), rows, separator);
}

static void refused_bytes(const char *bytes, size_t length, enum sheet_result result, size_t row,
                          size_t column)
{
    struct table table = {0};
    table_read(&table, bytes, length, NULL);
    assert_int_equal(table.result, result);
    assert_int_equal(table.report.row, row);
    assert_int_equal(table.report.column, column);
    table_free(&table);
}

static void refused(const char *text, enum sheet_result result, size_t row, size_t column)
{
    refused_bytes(text, strlen(text), result, row, column);
}

static void the_separator_is_found_out(void **state)
{
    (void)state;
    expect("a;b\n1;2\n", "1: a|b\n2: 1|2\n", ';');
    expect("a,b\n1,2\n", "1: a|b\n2: 1|2\n", ',');
    expect("a\tb\n1\t2\n", "1: a|b\n2: 1|2\n", '\t');
    expect("a|b\n1|2\n", "1: a|b\n2: 1|2\n", '|');
    /* Separators in texts and decimal commas do not mislead. */
    expect("Navn;Andel\nA;1,5\nB;2,5\n", "1: Navn|Andel\n2: A|1,5\n3: B|2,5\n", ';');
    expect("Navn,Note\nA,\"x; y; z\"\n", "1: Navn|Note\n2: A|x; y; z\n", ',');
    expect("Navn;Om\nA;a, b, c\nB;d, e, f\n", "1: Navn|Om\n2: A|a, b, c\n3: B|d, e, f\n", ';');
    expect("Navn, fornavn;By\nA;B\nC;D\n", "1: Navn, fornavn|By\n2: A|B\n3: C|D\n", ';');
    expect("\n;;\na,b\n", "3: a,b\n", ';');
    /* One column: what is in it stays together. */
    expect("Navn\nHansen, Ola\nBerg, Kari\n", "1: Navn\n2: Hansen, Ola\n3: Berg, Kari\n", ';');
    expect("a", "1: a\n", ';');
}

static void a_first_line_may_say_the_separator(void **state)
{
    (void)state;
    expect("sep=|\r\na;b|c\r\n", "1: a;b|c\n", '|');
    expect("\xef\xbb\xbfSEP=,\na,b\n", "1: a|b\n", ',');
    expect("sep=;\ra\r", "1: a\n", ';');
    expect("sep=x\na;b\n", "1: sep=x\n2: a|b\n", ';');
    expect("sep=;a\n", "1: sep=|a\n", ';');
    refused("sep=;", SHEET_EMPTY, 0, 0);
    refused("sep=;\r\n", SHEET_EMPTY, 0, 0);
}

static void quotes_hold_a_cell_together(void **state)
{
    (void)state;
    expect("a;\"b;c\";d\n", "1: a|b;c|d\n", ';');
    expect("\"a \"\"b\"\" c\";d\n", "1: a \"b\" c|d\n", ';');
    expect("\"\";\"\"\"\";x\n", "1: |\"|x\n", ';');
    expect("a;\"1\r\n2\r3\n4\";b\r\nc;d;e\n", "1: a|1\n2\n3\n4|b\n2: c|d|e\n", ';');
    expect("a;  \"b;c\"  ;d\n", "1: a|b;c|d\n", ';');
    expect("5\" pipe;a\"b\n", "1: 5\" pipe|a\"b\n", ';'); /* only a cell's first quote quotes */
    expect("a;\"b\"", "1: a|b\n", ';');
    expect("a;\"b\"\"\"", "1: a|b\"\n", ';');
}

static void what_quotes_leave_open_is_told_with_its_place(void **state)
{
    (void)state;
    refused("a;b\n1;\"2\n3;4\n", SHEET_QUOTE, 2, 2);
    refused("\"", SHEET_QUOTE, 1, 1);
    refused("a;b\n\n\"x\"y;2\n", SHEET_AFTER, 3, 1);
    refused("a;b\n1;\"x\" \"y\"\n", SHEET_AFTER, 2, 2);
    refused("a;b\n1;\"He said \"hi\" to me\"\n", SHEET_AFTER, 2, 2);
    /* Its end is so far away that it was forgotten. */
    size_t length = 200000;
    char *text = malloc(length);
    memset(text, '\n', length);
    memcpy(text, "a;b\n1;\"", 7);
    refused_bytes(text, length, SHEET_QUOTE, 2, 2);
    memset(text + 7, 'x', length - 7);
    refused_bytes(text, length, SHEET_CELL, 2, 2);
    free(text);
}

static void rows_are_numbered_as_a_spreadsheet_does(void **state)
{
    (void)state;
    expect("a\n\n;;\n \nb\n", "1: a\n5: b\n", ';');
    expect("a;\"x\n\ny\"\nb;c\n", "1: a|x\n\ny\n2: b|c\n", ';');
    expect("a\r\rb\r", "1: a\n3: b\n", ';');
    expect("a\n\rb", "1: a\n3: b\n", ';');
    expect("a\r\n\r\nb\r\n", "1: a\n3: b\n", ';');
}

static void rows_may_be_short_and_long(void **state)
{
    (void)state;
    expect("a;b;c\n1\n1;2;3;4;;;\n;;x\n", "1: a|b|c\n2: 1\n3: 1|2|3|4\n4: ||x\n", ';');
}

static void cells_are_cleaned(void **state)
{
    (void)state;
    expect(" a ;\xc2\xa0 b\xe2\x80\x8b;\"\n c \n\"\n", "1: a|b|c\n", ';');
    expect("e\xcc\x81;A\xcc\x8a"
           "se\n",
           "1: é|Åse\n", ';');
    expect("a\x01"
           "b;c\x7f"
           "d;e\xc2\x85"
           "f;g\xef\xbf\xbeh\n",
           "1: a b|c d|e  f|g   h\n", ';');
    expect("a\tb;\"c\td\"\nx;y\n", "1: a b|c d\n2: x|y\n", ';');
    expect("'=1+1;'-2;'@x;'+47;'quoted';'\n", "1: =1+1|-2|@x|+47|'quoted'|'\n", ';');
}

static void encodings_are_found_out(void **state)
{
    (void)state;
    expect("\xef\xbb\xbfÅse;ŋ\n", "1: Åse|ŋ\n", ';');
    expect("\xc5se;\x80 \x9e\x96\xe6\xf8\n", "1: Åse|€ ž–æø\n", ';'); /* Windows-1252 */
    expect("\xff;b\n", "1: ÿ|b\n", ';');
#define TEXT(bytes) bytes, sizeof(bytes) - 1
    expect_bytes(TEXT("\xff\xfe"
                      "a\0\t\0\xe5\0\r\0\n\0"
                      "\x34\xd8\x1e\xdd"),
                 "1: a|å\n2: 𝄞\n", '\t');
    expect_bytes(TEXT("\xfe\xff"
                      "\0a\0;\1\x4b\0\n"),
                 "1: a|ŋ\n", ';');
    /* Neither: after a byte order mark of UTF-8, bytes without a letter, halves of letters. */
    refused("\xef\xbb\xbf"
            "a;b\nbl\xe5;2\n",
            SHEET_ENCODING, 0, 0);
    refused("a;b\n1;bl\xe5\x81\n", SHEET_ENCODING, 2, 2);
    refused_bytes(TEXT("\xff\xfe"
                       "a\0;\0\n\0\x34\xd8"
                       "b\0"),
                  SHEET_ENCODING, 2, 1);
    refused_bytes(TEXT("\xff\xfe"
                       "a\0\x1e\xdd"),
                  SHEET_ENCODING, 1, 1);
    refused_bytes(TEXT("\xff\xfe"
                       "a\0b"),
                  SHEET_ENCODING, 1, 1);
    refused_bytes(TEXT("\xff\xfe"
                       "a\0\0\0b\0"),
                  SHEET_ENCODING, 1, 1);
}

/* Letters and separators at the border between two pieces of the decoder. */
static void pieces_do_not_show(void **state)
{
    (void)state;
    struct sheet_limits limits = sheet_limits;
    limits.letters = 70000;
    for (size_t before = 65530; before < 65540; before++) {
        char *text = malloc(70000);
        memset(text, 'x', before);
        size_t length = before + (size_t)sprintf(text + before, ";\"å\"\"\"\r\nŋ\n");
        struct table table = {0};
        table_read(&table, text, length, &limits);
        assert_int_equal(table.result, SHEET_OK);
        assert_string_equal(table.text.bytes + 3 + before, "|å\"\n2: ŋ\n");
        table_free(&table);
        free(text);
    }
}

static void limits_hold(void **state)
{
    (void)state;
    const struct sheet_limits limits = {.columns = 3, .letters = 4, .rows = 2};
    static const struct {
        const char *text, *rows;
        enum sheet_result result;
        size_t row, column;
    } cases[] = {
        {"a;b;c;;;;\n1;2;3\n", "1: a|b|c\n2: 1|2|3\n", SHEET_OK, 0, 0},
        {"a;b;c\n1;2;3;4\n", "1: a|b|c\n", SHEET_COLUMNS, 2, 4},
        {"a\nåååå\n", "1: a\n2: åååå\n", SHEET_OK, 0, 0},
        {"a\nx;ååååå\n", "1: a\n", SHEET_CELL, 2, 2},
        {"a\n\nb\n\nc\n", "1: a\n3: b\n", SHEET_ROWS, 5, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct table table = {0};
        table_read(&table, cases[i].text, strlen(cases[i].text), &limits);
        assert_string_equal(table.text.bytes, cases[i].rows);
        assert_int_equal(table.result, cases[i].result);
        assert_int_equal(table.report.row, cases[i].row);
        assert_int_equal(table.report.column, cases[i].column);
        table_free(&table);
    }
}

/* No spreadsheet has more rows; what counts rows after us may rely on it. */
static void nothing_stands_beyond_the_last_row(void **state)
{
    (void)state;
    for (size_t row = 1048576; row <= 1048577; row++) {
        struct table table = {0};
        char *text = malloc(row);
        memset(text, '\n', row);
        text[row - 1] = 'x';
        table_read(&table, text, row, NULL);
        assert_int_equal(table.result, row == 1048576 ? SHEET_OK : SHEET_ROWS);
        assert_string_equal(table.text.bytes, row == 1048576 ? "1048576: x\n" : "");
        table_free(&table);
        free(text);
    }
}

static void the_caller_may_stop(void **state)
{
    (void)state;
    struct table table = {.stop_at = 2};
    table_read(&table, "a\nb\nc\n", 6, NULL);
    assert_int_equal(table.result, SHEET_STOPPED);
    assert_int_equal(table.report.rows, 2);
    assert_string_equal(table.text.bytes, "1: a\n2: b\n");
    table_free(&table);
}

static void what_is_no_table_is_refused(void **state)
{
    (void)state;
    refused("", SHEET_EMPTY, 0, 0);
    refused("\xef\xbb\xbf", SHEET_EMPTY, 0, 0);
    refused("\xff\xfe", SHEET_EMPTY, 0, 0);
    refused(" \n;;;\n\"\"\n", SHEET_EMPTY, 0, 0);
    refused("%PDF-1.7\n", SHEET_FOREIGN, 0, 0);
    refused("{\\rtf1 x}", SHEET_FOREIGN, 0, 0);
    refused("\xef\xbb\xbf\r\n <html><table>", SHEET_FOREIGN, 0, 0);
    refused("<?xml version='1.0'?><Workbook/>", SHEET_FOREIGN, 0, 0);
    refused("\x1f\x8b\x08", SHEET_FOREIGN, 0, 0);
    refused_bytes(TEXT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), SHEET_FOREIGN, 0, 0);
    refused_bytes(TEXT("a;b\n1;\0\n"), SHEET_FOREIGN, 0, 0);
    refused_bytes(TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0W\0o\0r\0k\0b\0o\0o\0k"), SHEET_OLD, 0,
                  0);
    refused_bytes(TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                       "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
                  SHEET_ENCRYPTED, 0, 0);
}

static void every_result_has_its_label(void **state)
{
    (void)state;
    char *labels = NULL;
    size_t size = 0;
    FILE *file = fopen("xslt/i18n/sheet.xml", "r");
    assert_non_null(file);
    assert_true(getdelim(&labels, &size, 0, file) > 0);
    fclose(file);
    for (enum sheet_result result = SHEET_EMPTY; result < SHEET_RESULTS; result++) {
        char key[80];
        snprintf(key, sizeof key, "key=\"error.%s\"", sheet_result_name(result));
        assert_non_null(strstr(labels, key));
    }
    free(labels);
    assert_string_equal(sheet_result_name(SHEET_OK), "");
    assert_string_equal(sheet_result_name(SHEET_STOPPED), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_separator_is_found_out),
        cmocka_unit_test(a_first_line_may_say_the_separator),
        cmocka_unit_test(quotes_hold_a_cell_together),
        cmocka_unit_test(what_quotes_leave_open_is_told_with_its_place),
        cmocka_unit_test(rows_are_numbered_as_a_spreadsheet_does),
        cmocka_unit_test(rows_may_be_short_and_long),
        cmocka_unit_test(cells_are_cleaned),
        cmocka_unit_test(encodings_are_found_out),
        cmocka_unit_test(pieces_do_not_show),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(nothing_stands_beyond_the_last_row),
        cmocka_unit_test(the_caller_may_stop),
        cmocka_unit_test(what_is_no_table_is_refused),
        cmocka_unit_test(every_result_has_its_label),
    };
    return cmocka_run_group_tests_name("sheet_csv", tests, NULL, NULL);
}
