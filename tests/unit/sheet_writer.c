/* sheet: tables as files. What is written is read again, by our own reader of XLSX and CSV and by libxml2. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/sheet/package.h"
#include "../../fcgi/sheet/writer.h"
#include "../../fcgi/view/document.h"
#include "support_sheet.h"
#include "support_unit.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const heads[] = {"Navn", "Dag", "Tid", "Poeng", "Plasser"};
static const char *const remarks[] = {"Status: Sendt", "2 rader"};
static const struct writer_heading usual = {.lang = "nb",
                                            .title = "Bestillinger: <R&D> \"Å\" [x]/'y'",
                                            .remarks = remarks,
                                            .remark_count = 2,
                                            .made_at = "2026-11-21T19:41:00Z",
                                            .cut = "fullt",
                                            .heads = heads,
                                            .head_count = 5};
static struct buffer out;

/* Rows of texts; each row ends with NULL, all of them with another. */
static void write_rows(enum writer_kind kind, const struct writer_heading *heading,
                       const enum column_type *types, const char *const *cells)
{
    buffer_clear(&out);
    struct writer *writer = writer_new(kind, &out, heading);
    for (; *cells; cells++) {
        for (size_t column = 0; *cells; cells++, column++)
            writer_cell(writer, types ? types[column] : COLUMN_TEXT,
                        strcmp(*cells, "NULL") == 0 ? NULL : *cells);
        writer_row_end(writer);
    }
    writer_end(writer);
    writer_free(writer);
    assert_false(out.full);
}

static bool take(void *context, const char *bytes, size_t length)
{
    buffer_add(context, bytes, length);
    return true;
}

/* A part of what was written, until the next call. */
static const char *part_of(const char *name)
{
    static struct buffer part;
    struct package package;
    buffer_free(&part);
    buffer_init(&part, 64 << 20);
    assert_int_equal(package_open(&package, out.bytes, out.length), SHEET_OK);
    assert_int_equal(package_read(&package, name, take, &part), SHEET_OK);
    package_close(&package);
    xmlDocPtr document = xmlReadMemory(part.bytes, (int)part.length, name, NULL,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
    assert_non_null(document);
    xmlFreeDoc(document);
    return part.bytes;
}

static void has(const char *text, const char *what)
{
    if (!strstr(text, what))
        print_error("no %s in %.4000s\n", what, text);
    assert_non_null(strstr(text, what));
}

static void comes_back(const char *rows)
{
    struct table table = {0};
    table_read(&table, out.bytes, out.length, NULL);
    assert_string_equal(table.text.bytes, rows);
    assert_int_equal(table.result, SHEET_OK);
    table_free(&table);
}

static const enum column_type types[] = {COLUMN_TEXT, COLUMN_DATE, COLUMN_DATETIME, COLUMN_DECIMAL,
                                         COLUMN_INTEGER};
static const char *const typed[] = {
    "Åse",  "2027-01-31", "2026-11-21 19:41:30", "7.50", "-12",  NULL,
    "NULL", "NULL",       "2026-07-01 22:00:00", "0.1",  "NULL", NULL,
    NULL};

static void workbooks_have_types(void **state)
{
    (void)state;
    write_rows(WRITER_XLSX, &usual, types, typed);
    comes_back("1: Bestillinger: <R&D> \"Å\" [x]/'y'\n2: Status: Sendt\n3: 2 rader\n"
               "5: Navn|Dag|Tid|Poeng|Plasser\n6: Åse|2027-01-31|2026-11-21T20:41:30|7.5|-12\n"
               "7: ||2026-07-02|0.1\n");
    const char *sheet = part_of("xl/worksheets/sheet1.xml");
    has(sheet,
        "<pane ySplit=\"5\" topLeftCell=\"A6\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    has(sheet, "<c r=\"B6\" s=\"5\"><v>46418</v></c>"); /* as every spreadsheet counts days */
    has(sheet, "<c r=\"D6\" s=\"8\"><v>7.50</v></c>");
    has(sheet, "<autoFilter ref=\"A5:E7\"/>");
    has(part_of("xl/workbook.xml"), "!$A$5:$E$7</definedName>");
    has(part_of("xl/workbook.xml"), "!$5:$5</definedName>");
    has(part_of("xl/workbook.xml"),
        "<sheet name=\"Bestillinger &lt;R&amp;D&gt; &quot;Å&quot; x y\"");
    has(part_of("xl/styles.xml"), "formatCode=\"dd\\.mm\\.yyyy\"");
    has(part_of("docProps/core.xml"),
        "<dc:title>Bestillinger: &lt;R&amp;D&gt; &quot;Å&quot; [x]/'y'</dc:title>");
    has(part_of("docProps/core.xml"), ">2026-11-21T19:41:00Z<");
}

static void opendocument_has_types(void **state)
{
    (void)state;
    write_rows(WRITER_ODS, &usual, types, typed);
    /* The first part says what the file is, as it is and without anything extra (OpenDocument part 2, 3.3). */
    assert_memory_equal(out.bytes + 26,
                        "\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", 60);
    const char *content = part_of("content.xml");
    has(content,
        "office:value-type=\"date\" office:date-value=\"2027-01-31\"><text:p>31.01.2027</text:p>");
    has(content, "office:date-value=\"2026-11-21T20:41:30\"><text:p>21.11.2026 20:41</text:p>");
    has(content, "office:value-type=\"float\" office:value=\"7.50\"><text:p>7,50</text:p>");
    has(content, "office:value=\"-12\"><text:p>-12</text:p>");
    has(content, "<table:table-header-rows><table:table-row>");
    has(content, ".A5:'Bestillinger &lt;R&amp;D&gt; &quot;Å&quot; x y'.E7\"");
    has(part_of("settings.xml"), "config:name=\"VerticalSplitPosition\" config:type=\"int\">5<");
    has(part_of("meta.xml"), "<meta:creation-date>2026-11-21T19:41:00Z<");
    part_of("styles.xml");
    part_of("META-INF/manifest.xml");
}

static void languages_write_days_their_way(void **state)
{
    (void)state;
    struct writer_heading heading = usual;
    heading.lang = "sv";
    write_rows(WRITER_ODS, &heading, types, typed);
    has(part_of("content.xml"), "<text:p>2027-01-31</text:p>");
    has(part_of("content.xml"), "<text:p>7,50</text:p>");
    heading.lang = "en";
    write_rows(WRITER_ODS, &heading, types, typed);
    has(part_of("content.xml"), "<text:p>31 Jan 2027</text:p>");
    has(part_of("content.xml"), "<text:p>7.50</text:p>");
    write_rows(WRITER_XLSX, &heading, types, typed);
    has(part_of("xl/styles.xml"), "formatCode=\"[$-809]d\\ mmm\\ yyyy\"");
    write_rows(WRITER_CSV, &heading, types, typed);
    assert_string_equal(out.bytes,
                        "\xEF\xBB\xBFNavn,Dag,Tid,Poeng,Plasser\r\n"
                        "Åse,2027-01-31,2026-11-21 20:41,7.50,-12\r\n,,2026-07-02 00:00,0.1,\r\n");
    heading.lang = "nn";
    write_rows(WRITER_CSV, &heading, types, typed);
    has(out.bytes, "\r\nÅse;2027-01-31;2026-11-21 20:41;7,50;-12\r\n");
}

/* Whatever stands in a cell is a text there: no formula, no broken document, no other character. */
static const char *const hostile[] = {"=cmd|' /C calc'!A0",
                                      "@SUM(A1)",
                                      "+1",
                                      "-2+3",
                                      "]]><c><f>1</f></c>",
                                      NULL,
                                      "a\x01\x1F"
                                      "b",
                                      "_x0041__x005F_",
                                      "\xEF\xBF\xBE!",
                                      "\xFF\xC3",
                                      "two\nlines",
                                      NULL,
                                      "<!DOCTYPE x>&e;",
                                      "\t=1",
                                      "  two  spaces ",
                                      "ŋ đ 𝄞",
                                      "'quoted",
                                      NULL,
                                      NULL};

static void hostile_cells_are_texts(void **state)
{
    (void)state;
    write_rows(WRITER_XLSX, &usual, NULL, hostile);
    const char *sheet = part_of("xl/worksheets/sheet1.xml");
    assert_null(strstr(sheet, "<f>"));
    has(sheet, "<c r=\"A6\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=cmd|' /C "
               "calc'!A0</t></is></c>");
    has(sheet, "<c r=\"E7\" s=\"4\" t=\"inlineStr\"");
    has(sheet, ">  two  spaces </t>");
    comes_back(
        "1: Bestillinger: <R&D> \"Å\" [x]/'y'\n2: Status: Sendt\n3: 2 rader\n5: "
        "Navn|Dag|Tid|Poeng|Plasser\n"
        "6: =cmd|' /C calc'!A0|@SUM(A1)|+1|-2+3|]]><c><f>1</f></c>\n"
        "7: ab|_x0041__x005F_|!|??|two\nlines\n8: <!DOCTYPE x>&e;|=1|two  spaces|ŋ đ 𝄞|'quoted\n");
    write_rows(WRITER_ODS, &usual, NULL, hostile);
    const char *content = part_of("content.xml");
    assert_null(strstr(content, "table:formula"));
    has(content, "office:value-type=\"string\"><text:p>=cmd|' /C calc'!A0</text:p>");
    has(content, "<text:p>two</text:p><text:p>lines</text:p>");
    has(content, "<text:p><text:s/><text:s/>two <text:s/>spaces<text:s/></text:p>");
    has(content, "<text:p><text:tab/>=1</text:p>");
}

/* What is not of its column's type is a text, and numbers that a spreadsheet would round. */
static void doubtful_values_are_texts(void **state)
{
    (void)state;
    static const char *const cells[] = {"x",
                                        "1899-12-31",
                                        "2026-13-01 00:00:00",
                                        "1234567890123.456",
                                        "1234567890123456",
                                        NULL,
                                        "x",
                                        "0000-00-00",
                                        "NULL",
                                        "1e5",
                                        "999999999999999",
                                        NULL,
                                        NULL};
    write_rows(WRITER_XLSX, &usual, types, cells);
    const char *sheet = part_of("xl/worksheets/sheet1.xml");
    has(sheet, "<c r=\"B6\" s=\"3\" t=\"inlineStr\"");
    has(sheet, "<c r=\"C6\" s=\"3\" t=\"inlineStr\"");
    has(sheet, "<c r=\"D6\" s=\"3\" t=\"inlineStr\"");
    has(sheet, "<c r=\"E6\" s=\"3\" t=\"inlineStr\"");
    has(sheet, "<c r=\"D7\" s=\"3\" t=\"inlineStr\"");
    has(sheet, "<c r=\"E7\" s=\"0\"><v>999999999999999</v></c>");
}

static void long_texts_are_cut_at_a_letter(void **state)
{
    (void)state;
    static char text[200000];
    const char *const cells[] = {text, NULL, NULL};
    for (size_t i = 0; i < 20000; i++)
        memcpy(text + 4 * i, "𝄞", 4); /* two units each: 16,383 of them have room */
    write_rows(WRITER_XLSX, &usual, NULL, cells);
    const char *from = strstr(part_of("xl/worksheets/sheet1.xml"), "𝄞"), *to = strchr(from, '<');
    assert_int_equal(to - from, 16383 * 4);
    write_rows(WRITER_ODS, &usual, NULL, cells);
    from = strstr(part_of("content.xml"), "𝄞");
    assert_int_equal(strchr(from, '<') - from, 20000 * 4);
}

static void csv_is_quoted_and_runs_nothing(void **state)
{
    (void)state;
    static const char *const head[] = {"A"};
    struct writer_heading heading = {.lang = "nb", .heads = head, .head_count = 1};
    static const char *const plain[] = {"Bergen",     "",           "NULL", "a;b", "a,b",
                                        "say \"hi\"", "two\nlines", " x",   NULL,  NULL};
    write_rows(WRITER_CSV, &heading, NULL, plain);
    assert_string_equal(out.bytes,
                        "\xEF\xBB\xBF"
                        "A\r\nBergen;;;\"a;b\";a,b;\"say \"\"hi\"\"\";\"two\nlines\";\" x\"\r\n");
    static const char *const formulas[] = {"=cmd|' /C calc'!A0",
                                           "+1+1",
                                           "-2+3",
                                           "@SUM(A1)",
                                           "\t=1",
                                           "\r=1",
                                           "  =1",
                                           "-",
                                           "-5",
                                           "+4.25",
                                           "-7,5",
                                           "5",
                                           NULL,
                                           NULL};
    write_rows(WRITER_CSV, &heading, NULL, formulas);
    assert_string_equal(
        out.bytes + 3,
        "A\r\n\"'=cmd|' /C calc'!A0\";\"'+1+1\";\"'-2+3\";\"'@SUM(A1)\";\"'\t=1\";\"'\r=1\";"
        "\"'  =1\";\"'-\";-5;+4.25;-7,5;5\r\n");
    heading.lang = "en";
    write_rows(WRITER_CSV, &heading, NULL, plain);
    has(out.bytes, "\r\nBergen,,,a;b,\"a,b\",\"say \"\"hi\"\"\",");
}

/* What Praktikum writes, it reads as it was. */
static void csv_comes_back(void **state)
{
    (void)state;
    static const char *const cells[] = {"=SUM(A1)", "-5",   "@x",  "a;b,c",   "\"q\"",
                                        NULL,       "1\n2", "'a'", "ŋ đ æ ö", "+47 12 34",
                                        "last",     NULL,   NULL};
    static const char *const languages[] = {"nb", "en"};
    for (size_t i = 0; i < 2; i++) {
        struct writer_heading heading = usual;
        heading.lang = languages[i];
        write_rows(WRITER_CSV, &heading, NULL, cells);
        comes_back("1: Navn|Dag|Tid|Poeng|Plasser\n2: =SUM(A1)|-5|@x|a;b,c|\"q\"\n3: 1\n2|'a'|ŋ đ "
                   "æ ö|+47 12 34|last\n");
    }
}

/* Drains as a stream does, and says the most that ever waited. */
static size_t write_many(enum writer_kind kind, size_t rows, size_t *bytes)
{
    size_t most = 0;
    struct writer_heading heading = usual;
    *bytes = 0;
    buffer_free(&out);
    buffer_init(&out, 64 << 20);
    struct writer *writer = writer_new(kind, &out, &heading);
    for (size_t i = 0; i < rows; i++) {
        char text[64];
        snprintf(text, sizeof text, "Student %zu, %zx", i, i * 2654435761u);
        writer_cell(writer, COLUMN_TEXT, text);
        writer_row_end(writer);
        most = out.length > most ? out.length : most;
        if (out.length > 65536) {
            *bytes += out.length;
            buffer_clear(&out);
        }
    }
    writer_end(writer);
    writer_free(writer);
    *bytes += out.length;
    return most;
}

static void rows_flow(void **state)
{
    (void)state;
    for (int kind = WRITER_CSV; kind <= WRITER_ODS; kind++) {
        size_t bytes, most = write_many((enum writer_kind)kind, 60000, &bytes);
        assert_true(bytes > 600000);
        assert_true(most < 200000); /* whatever there is of them */
    }
}

static void a_full_sheet_says_so(void **state)
{
    (void)state;
    struct writer_heading heading = usual;
    heading.remark_count = 0; /* title, empty, heads: row 4 is the first */
    heading.head_count = 1;
    buffer_free(&out);
    buffer_init(&out, 256 << 20);
    struct writer *writer = writer_new(WRITER_ODS, &out, &heading);
    for (size_t row = 4; row <= 1048576 + 5; row++) {
        char text[20];
        snprintf(text, sizeof text, "%x", (unsigned)row * 2654435761u);
        writer_cell(writer, COLUMN_TEXT, text);
        writer_row_end(writer);
    }
    writer_end(writer);
    writer_free(writer);
    struct package package;
    struct buffer part;
    buffer_init(&part, 512 << 20);
    assert_int_equal(package_open(&package, out.bytes, out.length), SHEET_OK);
    assert_int_equal(package_read(&package, "content.xml", take, &part), SHEET_OK);
    package_close(&package);
    size_t rows = 0; /* <table:table-row> ends no other tag */
    for (size_t i = 5; i < part.length; i++)
        rows += memcmp(part.bytes + i - 5, "e-row>", 6) == 0 && part.bytes[i - 16] == '<';
    has(part.bytes + part.length - 600, "<text:p>fullt</text:p>");
    buffer_free(&part);
    assert_int_equal(rows, 1048576);
}

static int set_up(void **state)
{
    (void)state;
    time_start();
    view_start();
    buffer_init(&out, 64 << 20);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(workbooks_have_types),
        cmocka_unit_test(opendocument_has_types),
        cmocka_unit_test(languages_write_days_their_way),
        cmocka_unit_test(hostile_cells_are_texts),
        cmocka_unit_test(doubtful_values_are_texts),
        cmocka_unit_test(long_texts_are_cut_at_a_letter),
        cmocka_unit_test(csv_is_quoted_and_runs_nothing),
        cmocka_unit_test(csv_comes_back),
        cmocka_unit_test(rows_flow),
        cmocka_unit_test(a_full_sheet_says_so),
    };
    return cmocka_run_group_tests_name("sheet_writer", tests, set_up, NULL);
}
