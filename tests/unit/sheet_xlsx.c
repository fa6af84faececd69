/* sheet: workbooks. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/sheet/book.h"
#include "../../fcgi/sheet/xlsx.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/xml.h"
#include "support_sheet.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHEET(rows) "<worksheet " SHEET_MAIN "><sheetData>" rows "</sheetData></worksheet>"
#define ROW(cells) SHEET("<row r='3'>" cells "</row>")

static const char strings_xml[] =
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<sst " SHEET_MAIN " count='9' "
    "uniqueCount='6'><si><t>Navn</t></si><si><t xml:space='preserve'>  Åse </t></si>"
    "<si><r><rPr><b/></rPr><t>fet </t></r><r><t>og ikke</t></r></si>"
    "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
    "<si/><si><t>a_x000D_b_x005F_x0041_</t></si></sst>";

static const char styles_xml[] =
    "<styleSheet " SHEET_MAIN "><numFmts count='4'>"
    "<numFmt numFmtId='164' formatCode='[$-414]d. mmmm yyyy;@'/>"
    "<numFmt numFmtId='165' formatCode='yyyy\\-mm\\-dd\\ hh:mm'/>"
    "<numFmt numFmtId='166' formatCode='[h]:mm'/>"
    "<numFmt numFmtId='167' formatCode='#,##0 &quot;dager&quot;'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
    "<xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='21'/></cellXfs></styleSheet>";

static void read_book(struct table *table, const char *sheet)
{
    size_t length;
    char *bytes = workbook_make(sheet, strings_xml, styles_xml, &length);
    table_read(table, bytes, length, NULL);
    free(bytes);
    assert_true(table->report.spreadsheet);
}

static void expect(const char *sheet, const char *rows)
{
    struct table table = {0};
    read_book(&table, sheet);
    assert_string_equal(table.text.bytes, rows);
    assert_int_equal(table.result, *rows ? SHEET_OK : SHEET_EMPTY);
    table_free(&table);
}

static void refused(const char *sheet, enum sheet_result result, size_t row, size_t column)
{
    struct table table = {0};
    read_book(&table, sheet);
    assert_int_equal(table.result, result);
    assert_int_equal(table.report.row, row);
    assert_int_equal(table.report.column, column);
    table_free(&table);
}

static void a_workbook_of_another_hand_is_read(void **state)
{
    (void)state;
    static char bytes[65536];
    FILE *file = fopen("tests/unit/sheets/openpyxl.xlsx", "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct table table = {0};
    table_read(&table, bytes, length, NULL);
    assert_int_equal(table.result, SHEET_OK);
    assert_string_equal(table.text.bytes,
                        "1: Navn|Plasser|Fra|Til|Kode|Aktiv|Merknad\n"
                        "2: Åse Ødegård|12|2027-01-31|2027-06-30T08:30|00123|TRUE|a & b < c\n"
                        "4: Máret ŋ đ|3.5|08:30:15|26:30|12345678901|FALSE|to\nlinjer\n"
                        "6: Spredt|||||!#N/A\n"
                        "7: |0.3|2026-01-31|46053|-1500\n"
                        "8: Slått sammen\n");
    table_free(&table);
}

/* As Excel writes it: namespaces of its own, attributes nobody asked for, elements in between. */
static void a_workbook_of_excels_is_read(void **state)
{
    (void)state;
    expect("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
           "<worksheet " SHEET_MAIN " xmlns:r=\"" SHEET_DOCUMENT_RELATIONS "\" "
           "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
           "mc:Ignorable=\"x14ac\" "
           "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\">"
           "<sheetPr filterMode=\"1\"/><dimension ref=\"A1:C3\"/><sheetViews><sheetView "
           "tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><cols><col min=\"1\" max=\"1\"/>"
           "</cols><sheetData><row r=\"1\" spans=\"1:3\" x14ac:dyDescent=\"0.25\">"
           "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"2\"><v>46418</v></c></row>"
           "<!-- a remark --><row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"5\"/></row>"
           "<row r=\"3\"><c r=\"A3\"><f>SUM(B1:B2)</f><v>7</v></c>"
           "<c r=\"B3\" t=\"str\"><f>A1&amp;\"x\"</f><v>Navnx</v></c>"
           "<c r=\"C3\" t=\"s\"><v>3</v></c><c r=\"D3\"><f>1+1</f><v/></c>"
           "<c r=\"E3\" t=\"str\"><f>\"\"</f><v></v></c></row></sheetData>"
           "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><extLst><ext><x><row><c><v>9</v></c>"
           "</row></x></ext></extLst></worksheet>",
           "1: Navn||2027-01-31\n3: 7|Navnx|東京|!=\n");
}

static void the_strict_edition_and_prefixes_are_read(void **state)
{
    (void)state;
    expect("<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData>"
           "<x:row><x:c t='d'><x:v>2027-01-31</x:v></x:c><x:c "
           "t='d'><x:v>2027-01-31T00:00:00.000Z</x:v></x:c><x:c t='d'>"
           "<x:v>2027-01-31T08:30:00</x:v></x:c></x:row></x:sheetData></x:worksheet>",
           "1: 2027-01-31|2027-01-31|2027-01-31T08:30\n");
    /* The same names in another namespace are something else. */
    expect("<worksheet xmlns='urn:x'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
           "");
    expect("<worksheet " SHEET_MAIN "><row><c><v>1</v></c></row><other><sheetData><row><c><v>1</v>"
           "</c></row></sheetData></other></worksheet>",
           "");
}

static void texts_are_shared_or_inline(void **state)
{
    (void)state;
    expect(
        ROW("<c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>4</v></c><c t='s'><v>5</v></c>"),
        "3: Åse|fet og ikke||a\nb_x0041_\n");
    expect(ROW("<c t='inlineStr'><is><t> x </t></is></c><c t='inlineStr'><is><r><t>a</t></r><r><t>b"
               "</t></r><rPh><t>c</t></rPh></is></c><c t='inlineStr'><v>1</v></c>"
               "<c t='inlineStr'><is><t>&lt;&#229;&amp;<![CDATA[<b>]]></t></is></c>"),
           "3: x|ab||<å&<b>\n");
    expect(ROW("<c t='str'><v>_x00e5__x0000__xD83D_z_x12_</v></c>"), "3: å  z_x12_\n");
    expect(ROW("<c t='str'><v>e&#x301;</v></c><c t='str'><v>'+47 1</v></c>"), "3: é|+47 1\n");
}

static void numbers_are_as_people_write_them(void **state)
{
    (void)state;
    static const char *const numbers[][2] = {
        {"12", "12"},
        {"12.0", "12"},
        {"0.1", "0.1"},
        {"0.30000000000000004", "0.3"},
        {"1.1000000000000001", "1.1"},
        {"-0", "0"},
        {"-4.50", "-4.5"},
        {"1E3", "1000"},
        {"12345678901", "12345678901"},
        {"123456789012345", "123456789012345"},
        {"1234567890123456", "1234567890123456"},
        {"1e+20", "1e+20"},
        {"1E-7", "1e-07"},
    };
    char text[NUMBER_TEXT];
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_true(number_text(text, numbers[i][0], NUMBER_PLAIN, false));
        assert_string_equal(text, numbers[i][1]);
    }
    static const char *const bad[] = {"",    "x",     "1x", "0x10", "inf",
                                      "nan", "1e999", "1 ", "--1",  "."};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(number_text(text, bad[i], NUMBER_PLAIN, false));
    expect(ROW("<c><v>12.0</v></c><c t='n' s='5'><v>3</v></c><c s='999'><v>4</v></c><c><v/></c>"),
           "3: 12|3|4\n");
}

static void a_number_is_a_day_when_it_is_shown_as_one(void **state)
{
    (void)state;
    expect(
        ROW("<c s='1'><v>46418</v></c><c s='2'><v>46418.75</v></c><c s='3'><v>46418.5</v></c>"
            "<c s='3'><v>46418</v></c><c s='4'><v>1.5</v></c><c s='6'><v>0.354340277777</v></c>"),
        "3: 2027-01-31|2027-01-31|2027-01-31T12:00|2027-01-31|36:00|08:30:15\n");
    static const struct {
        const char *value;
        enum number_format format;
        bool since_1904;
        const char *text;
    } cases[] = {
        {"1", NUMBER_DATE, false, "1900-01-01"},
        {"59", NUMBER_DATE, false, "1900-02-28"},
        {"60", NUMBER_DATE, false, "1900-02-29"}, /* as Excel has it */
        {"61", NUMBER_DATE, false, "1900-03-01"},
        {"0", NUMBER_DATE, true, "1904-01-01"},
        {"44956", NUMBER_DATE, true, "2027-01-31"},
        {"2958465", NUMBER_DATE, false, "9999-12-31"},
        {"2958466", NUMBER_DATE, false, "2958466"},
        {"2957003", NUMBER_DATE, true, "9999-12-31"},
        {"0", NUMBER_DATE, false, "0"},
        {"-1", NUMBER_DATE, false, "-1"},
        {"-1", NUMBER_DATE, true, "-1"},
        {"1e300", NUMBER_TIME, false, "1e+300"},
        {"46418.999999", NUMBER_DATE_TIME, false, "2027-02-01"}, /* rounded to the second */
        {"46418.99998", NUMBER_DATE_TIME, false, "2027-01-31T23:59:58"},
        {"2958465.99999", NUMBER_DATE_TIME, false, "2958465.99999"},
        {"0.5", NUMBER_TIME, false, "12:00"},
        {"3.25", NUMBER_TIME, false, "06:00"},
        {"3.25", NUMBER_ELAPSED, false, "78:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[NUMBER_TEXT];
        assert_true(number_text(text, cases[i].value, cases[i].format, cases[i].since_1904));
        assert_string_equal(text, cases[i].text);
    }
}

static void formats_tell_days_from_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        enum number_format format;
    } cases[] = {
        {"General", NUMBER_PLAIN},
        {"0.00E+00", NUMBER_PLAIN},
        {"#,##0.00\\ \"kr\";[Red]-#,##0.00\\ \"kr\"", NUMBER_PLAIN},
        {"#,##0\\ \\d\\a\\y\\s", NUMBER_PLAIN},
        {"0_d_h", NUMBER_PLAIN},
        {"* 0", NUMBER_PLAIN},
        {"[Magenta]0", NUMBER_PLAIN},
        {"0;yyyy", NUMBER_PLAIN},
        {"@", NUMBER_PLAIN},
        {"", NUMBER_PLAIN},
        {"\"open", NUMBER_PLAIN},
        {"[open", NUMBER_PLAIN},
        {"0\\", NUMBER_PLAIN},
        {"dd/mm/yyyy", NUMBER_DATE},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NUMBER_DATE},
        {"mmm", NUMBER_DATE},
        {"D.M.YY", NUMBER_DATE},
        {"hh:mm", NUMBER_TIME},
        {"h:mm AM/PM", NUMBER_TIME},
        {"mm:ss.0", NUMBER_TIME},
        {"yyyy-mm-dd hh:mm:ss", NUMBER_DATE_TIME},
        {"[hh]:mm", NUMBER_ELAPSED},
        {"[mm]:ss", NUMBER_ELAPSED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(number_format_of(cases[i].code), cases[i].format);
    assert_int_equal(number_format_built_in(0), NUMBER_PLAIN);
    assert_int_equal(number_format_built_in(4), NUMBER_PLAIN);
    assert_int_equal(number_format_built_in(14), NUMBER_DATE);
    assert_int_equal(number_format_built_in(20), NUMBER_TIME);
    assert_int_equal(number_format_built_in(22), NUMBER_DATE_TIME);
    assert_int_equal(number_format_built_in(46), NUMBER_ELAPSED);
    assert_int_equal(number_format_built_in(49), NUMBER_PLAIN);
}

static void cells_stand_where_they_say(void **state)
{
    (void)state;
    expect(SHEET("<row r='2'><c r='B2'><v>1</v></c><c><v>2</v></c><c r='F2'><v>3</v></c></row>"
                 "<row><c><v>4</v></c></row><row r='1048576'><c r='A1048576'><v>5</v></c></row>"),
           "2: |1|2|||3\n3: 4\n1048576: 5\n");
    expect(ROW("<c r='A3'><v>1</v></c><c r='XFD3' s='1'/>"), "3: 1\n");
    refused(ROW("<c r='XFD3'><v>1</v></c>"), SHEET_COLUMNS, 3, 16384);
    refused(ROW("<c r='XFE3'><v>1</v></c>"), SHEET_DAMAGED, 3, 16385);
    static const char *const bad[] = {"XFE1048577", "A4",    "3",   "",
                                      "a3",         "AAAA3", "A03", "A-3",
                                      "A3x",        "Å3",    "A 3", "A999999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char sheet[400];
        struct table table = {0};
        snprintf(sheet, sizeof sheet, ROW("<c r='%s'><v>1</v></c>"), bad[i]);
        read_book(&table, sheet);
        assert_int_equal(table.result, SHEET_DAMAGED);
        assert_int_equal(table.report.row, 3);
        table_free(&table);
    }
    /* Backwards, or twice. */
    refused(ROW("<c r='B3'><v>1</v></c><c r='A3'><v>1</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c r='B3'><v>1</v></c><c r='B3'><v>1</v></c>"), SHEET_DAMAGED, 3, 2);
    refused(SHEET("<row r='2'/><row r='2'/>"), SHEET_DAMAGED, 2, 0);
    refused(SHEET("<row r='0'/>"), SHEET_DAMAGED, 0, 0);
    refused(SHEET("<row r='1048577'/>"), SHEET_DAMAGED, 0, 0);
    refused(SHEET("<row r='1048576'/><row/>"), SHEET_DAMAGED, 1048576, 0);
}

static void what_contradicts_itself_is_refused(void **state)
{
    (void)state;
    refused(ROW("<c><v>1</v></c><c t='s'><v>6</v></c>"), SHEET_DAMAGED, 3, 2);
    refused(ROW("<c t='s'><v>-1</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c t='s'><v>4294967296</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c t='s'><v>x</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c><v>x</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c t='b'><v>2</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c t='new'><v>2</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(ROW("<c s='-2'><v>2</v></c>"), SHEET_DAMAGED, 3, 1);
    refused(SHEET("<row><c><v>1</v></c></row><row><c>"), SHEET_DAMAGED, 2, 0);
    refused("<worksheet " SHEET_MAIN "><sheetData>", SHEET_DAMAGED, 0, 0);
    refused("", SHEET_DAMAGED, 0, 0);
    refused(ROW("<c t='str'><v>&unknown;</v></c>"), SHEET_DAMAGED, 3, 0);
    refused(ROW("<c t='str'><v>\xff</v></c>"), SHEET_DAMAGED, 3, 0);
    refused("<?xml version='1.0' encoding='UTF-7'?>" ROW(""), SHEET_DAMAGED, 0, 0);
    refused("<?xml version='1.0' encoding='ISO-8859-1'?>" ROW(""), SHEET_DAMAGED, 0, 0);
}

static void limits_hold(void **state)
{
    (void)state;
    const struct sheet_limits limits = {.columns = 2, .letters = 3, .rows = 1};
    static const struct {
        const char *sheet;
        enum sheet_result result;
        size_t row, column;
    } cases[] = {
        {ROW("<c t='inlineStr'><is><t>abc</t></is></c><c/><c/>"), SHEET_OK, 0, 0},
        {ROW("<c t='inlineStr'><is><t>abcd</t></is></c>"), SHEET_CELL, 3, 1},
        {ROW("<c/><c t='s'><v>0</v></c>"), SHEET_CELL, 3, 2},
        {ROW("<c/><c/><c><v>1</v></c>"), SHEET_COLUMNS, 3, 3},
        {SHEET("<row><c><v>1</v></c></row><row r='7'><c><v>1</v></c></row>"), SHEET_ROWS, 7, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        struct table table = {0};
        char *bytes = workbook_make(cases[i].sheet, strings_xml, styles_xml, &length);
        table_read(&table, bytes, length, &limits);
        assert_int_equal(table.result, cases[i].result);
        assert_int_equal(table.report.row, cases[i].row);
        assert_int_equal(table.report.column, cases[i].column);
        table_free(&table);
        free(bytes);
    }
    struct table table = {.stop_at = 1};
    read_book(&table, SHEET("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"));
    assert_int_equal(table.result, SHEET_STOPPED);
    assert_string_equal(table.text.bytes, "1: 1\n");
    table_free(&table);
}

/* A shared text too long for any cell hurts only where it is used. */
static void a_long_text_hurts_where_it_is_used(void **state)
{
    (void)state;
    size_t most = 12 * sheet_limits.letters + 256, length;
    char *strings = malloc(most + 1000);
    int start = sprintf(strings, "<sst " SHEET_MAIN "><si><t>");
    memset(strings + start, 'x', most + 1);
    sprintf(strings + (size_t)start + most + 1, "</t></si><si><t>y</t></si></sst>");
    for (int used = 0; used < 2; used++) {
        struct table table = {0};
        char *bytes = workbook_make(used ? ROW("<c t='s'><v>1</v></c><c t='s'><v>0</v></c>")
                                         : ROW("<c t='s'><v>1</v></c>"),
                                    strings, NULL, &length);
        table_read(&table, bytes, length, NULL);
        assert_int_equal(table.result, used ? SHEET_CELL : SHEET_OK);
        assert_int_equal(table.report.column, used ? 2 : 0);
        table_free(&table);
        free(bytes);
    }
    free(strings);
}

static void parts_are_found_by_relationship(void **state)
{
    (void)state;
    char name[PART_NAME];
    assert_true(book_part(name, "xl/workbook.xml", "worksheets/sheet1.xml"));
    assert_string_equal(name, "xl/worksheets/sheet1.xml");
    assert_true(book_part(name, "xl/workbook.xml", "/a/./b//c.xml"));
    assert_string_equal(name, "a/b/c.xml");
    assert_true(book_part(name, "xl/workbook.xml", "../s.xml"));
    assert_string_equal(name, "s.xml");
    assert_true(book_part(name, "xl/a/workbook.xml", "../../x/../s.xml"));
    assert_string_equal(name, "s.xml");
    assert_true(book_part(name, "", "xl/workbook.xml"));
    assert_string_equal(name, "xl/workbook.xml");
    assert_false(book_part(name, "xl/workbook.xml", "../../etc/passwd"));
    assert_false(book_part(name, "workbook.xml", "/"));
    char long_one[600];
    memset(long_one, 'x', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = 0;
    assert_false(book_part(name, "xl/workbook.xml", long_one));
}

static void expect_parts(const struct part *parts, size_t count, enum sheet_result result,
                         const char *rows)
{
    size_t length;
    struct table table = {0};
    char *bytes = zip_make(parts, count, &length);
    table_read(&table, bytes, length, NULL);
    assert_int_equal(table.result, result);
    assert_string_equal(table.text.bytes, rows);
    table_free(&table);
    free(bytes);
}
#define EXPECT_PARTS(result, rows, ...)                                                            \
    expect_parts((const struct part[]){__VA_ARGS__},                                               \
                 sizeof((const struct part[]){__VA_ARGS__}) / sizeof(struct part), result, rows)

#define LIST(items) "<Relationships xmlns='" SHEET_RELATIONS "'>" items "</Relationships>"
#define LINK(id, type, target) "<Relationship Id='" id "' Type='x/" type "' Target='" target "'/>"
#define TOP(target)                                                                                \
    {                                                                                              \
        "_rels/.rels", LIST(LINK("d", "officeDocument", target)), 0                                \
    }
#define BOOK(body)                                                                                 \
    "<workbook " SHEET_MAIN " xmlns:r='" SHEET_DOCUMENT_RELATIONS "'>" body "</workbook>"

static void the_first_visible_worksheet_is_read(void **state)
{
    (void)state;
    static const char list[] =
        LIST(LINK("h", "worksheet", "h.xml") LINK("v", "worksheet", "v.xml")
                 LINK("w", "worksheet", "w.xml") LINK("c", "chartsheet", "c.xml"));
    static const char hidden[] = ROW("<c><v>1</v></c>"), visible[] = ROW("<c><v>2</v></c>"),
                      other[] = ROW("<c s='1'><v>44956</v></c>");
#define PARTS(body)                                                                                \
    TOP("b.xml"), {"_rels/b.xml.rels", list, 0}, {"b.xml", BOOK(body), 0}, {"h.xml", hidden, 0},   \
        {"V.XML", visible, 0}, {"w.xml", other, 0}
    EXPECT_PARTS(SHEET_OK, "3: 2\n",
                 PARTS("<sheets><sheet r:id='h' state='hidden'/><sheet r:id='h' "
                       "state='veryHidden'/><sheet r:id='c'/><sheet r:id='v' state='visible'/>"
                       "<sheet r:id='w'/></sheets>"));
    EXPECT_PARTS(SHEET_EMPTY, "", PARTS("<sheets><sheet r:id='h' state='hidden'/></sheets>"));
    EXPECT_PARTS(SHEET_DAMAGED, "", PARTS("<sheets/>"));
    EXPECT_PARTS(SHEET_OK, "3: 44956\n", /* no styles: a number */
                 PARTS("<workbookPr date1904='1'/><sheets><sheet r:id='w'/></sheets>"));
}

static void other_packages_are_told_apart(void **state)
{
    (void)state;
    EXPECT_PARTS(SHEET_OLD, "", {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
                 {"content.xml", "<x/>", 0});
    EXPECT_PARTS(SHEET_FOREIGN, "", {"readme.txt", "hello", 0});
    EXPECT_PARTS(SHEET_OLD, "", TOP("xl/workbook.bin"), {"xl/workbook.bin", "x", 0});
    EXPECT_PARTS(SHEET_FOREIGN, "", TOP("word/document.xml"),
                 {"word/document.xml", "<w:document xmlns:w='urn:w'/>", 0});
    EXPECT_PARTS(SHEET_FOREIGN, "", {"_rels/.rels", LIST(""), 0});
    EXPECT_PARTS(SHEET_DAMAGED, "", TOP("xl/workbook.xml"));
    EXPECT_PARTS(SHEET_DAMAGED, "", TOP("../../etc/passwd"));
    EXPECT_PARTS(SHEET_FOREIGN, "",
                 {"_rels/.rels",
                  LIST("<Relationship Id='d' Type='x/officeDocument' TargetMode='External' "
                       "Target='http://example.org/b.xml'/>"),
                  0});
    EXPECT_PARTS(SHEET_DAMAGED, "", TOP("b.xml"),
                 {"b.xml", BOOK("<sheets><sheet r:id='a'/></sheets>"), 0},
                 {"_rels/b.xml.rels", LIST(LINK("a", "worksheet", "s.xml")), 0});
}

static bool make_document(void *context, const struct sheet_row *row)
{
    struct buffer *out = context;
    struct arena *arena = arena_new(1 << 20);
    struct document *document = document_new(arena, "nb");
    document_attribute(document, document_root(document), "cell", row->cells[0]);
    document_write(document, out);
    document_end(document);
    arena_free(arena);
    return true;
}

/* With view/'s allocators of libxml2, as in the process that imports; a document may come and go
 * between two rows. The last test: they stay set. */
static void it_works_beside_view(void **state)
{
    (void)state;
    view_start();
    a_workbook_of_another_hand_is_read(NULL);
    what_contradicts_itself_is_refused(NULL);
    assert_string_equal(view_errors(), "");
    struct buffer out;
    struct sheet_report report;
    size_t length;
    char *bytes = workbook_make(SHEET("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"), NULL,
                                NULL, &length);
    buffer_init(&out, 10000);
    assert_int_equal(sheet_read(bytes, length, NULL, make_document, &out, &report), SHEET_OK);
    assert_non_null(strstr(out.bytes, "cell=\"1\""));
    assert_non_null(strstr(out.bytes, "cell=\"2\""));
    buffer_free(&out);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workbook_of_another_hand_is_read),
        cmocka_unit_test(a_workbook_of_excels_is_read),
        cmocka_unit_test(the_strict_edition_and_prefixes_are_read),
        cmocka_unit_test(texts_are_shared_or_inline),
        cmocka_unit_test(numbers_are_as_people_write_them),
        cmocka_unit_test(a_number_is_a_day_when_it_is_shown_as_one),
        cmocka_unit_test(formats_tell_days_from_numbers),
        cmocka_unit_test(cells_stand_where_they_say),
        cmocka_unit_test(what_contradicts_itself_is_refused),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(a_long_text_hurts_where_it_is_used),
        cmocka_unit_test(parts_are_found_by_relationship),
        cmocka_unit_test(the_first_visible_worksheet_is_read),
        cmocka_unit_test(other_packages_are_told_apart),
        cmocka_unit_test(it_works_beside_view),
    };
    return cmocka_run_group_tests_name("sheet_xlsx", tests, NULL, NULL);
}
