/* Office Open XML (ECMA-376): one worksheet, texts within their cells, so that nothing has to be known before it comes. */
#include "writer_internal.h"

#include "../base/time.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define MADE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

enum { TEXT_MOST = 32767 }; /* UTF-16 units in a cell; with more the whole file is refused */

static const char content_types[] =
    XML "<Types xmlns=\"" PACKAGE "/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" MADE "sheet.main+xml\"/>"
        "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" MADE "worksheet+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"" MADE "styles+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        "</Types>";
static const char package_links[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" PACKAGE
        "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        "</Relationships>";
static const char book_links[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
        "</Relationships>";
/* Formats 49 (text) and 2 (0.00) are every spreadsheet's own. Cells that are text stay so when somebody types in them. */
static const char styles_head[] = XML "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"4\">";
static const char styles_rest[] =
    "<numFmt numFmtId=\"166\" formatCode=\"0.0\"/><numFmt numFmtId=\"167\" "
    "formatCode=\"0.000\"/></numFmts>"
    "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEDEFF2\"/><bgColor "
    "indexed=\"64\"/></patternFill></fill></fills>"
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"thin\"><color "
    "rgb=\"FF5A6270\"/></bottom><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"10\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"2\" fillId=\"2\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"167\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

static void properties_part(struct writer *writer)
{
    const struct writer_heading *heading = writer->heading;
    zip_stream_begin(writer->zip, "docProps/core.xml");
    writer_put(writer, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\""
                           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                           " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                           " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    writer_put_escaped(writer, heading->title);
    writer_printf(writer,
                  "</dc:title><dc:creator>Praktikum</dc:creator>"
                  "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                  "<dc:language>%s</dc:language></cp:coreProperties>",
                  heading->made_at, heading->lang);
    zip_stream_end(writer->zip);
}

static void styles_part(struct writer *writer)
{
    const char *lang = writer->heading->lang;
    const char *date = "dd\\.mm\\.yyyy", *time = " hh:mm";
    if (strcmp(lang, "sv") == 0)
        date = "yyyy\\-mm\\-dd";
    else if (strcmp(lang, "en") == 0)
        date = "[$-809]d\\ mmm\\ yyyy";
    zip_stream_begin(writer->zip, "xl/styles.xml");
    writer_put(writer, styles_head);
    writer_printf(writer, "<numFmt numFmtId=\"164\" formatCode=\"%s\"/>", date);
    writer_printf(writer, "<numFmt numFmtId=\"165\" formatCode=\"%s\\%s\"/>", date, time);
    writer_put(writer, styles_rest);
    zip_stream_end(writer->zip);
}

static void start(struct writer *writer)
{
    writer_part(writer, "[Content_Types].xml", content_types);
    writer_part(writer, "_rels/.rels", package_links);
    properties_part(writer);
    writer_part(writer, "xl/_rels/workbook.xml.rels", book_links);
    styles_part(writer);
}

static void begin_rows(struct writer *writer)
{
    size_t head = writer->head_row;
    zip_stream_begin(writer->zip, "xl/worksheets/sheet1.xml");
    writer_put(writer, XML "<worksheet xmlns=\"" MAIN
                           "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    writer_printf(
        writer,
        "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"%zu\" "
        "topLeftCell=\"A%zu\" activePane=\"bottomLeft\" state=\"frozen\"/><selection "
        "pane=\"bottomLeft\" activeCell=\"A%zu\" sqref=\"A%zu\"/></sheetView></sheetViews>"
        "<sheetFormatPr defaultRowHeight=\"15\"/><cols>",
        head, head + 1, head + 1, head + 1);
    for (size_t i = 0; i < writer->heading->head_count; i++)
        writer_printf(writer, "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" customWidth=\"1\"/>",
                      i + 1, i + 1, writer->widths[i] + 1);
    writer_put(writer, "</cols><sheetData>");
}

static void begin_row(struct writer *writer)
{
    buffer_printf(&writer->held, "<row r=\"%zu\">", writer->row);
}

static void none(struct writer *writer)
{
    (void)writer;
}

static void end_row(struct writer *writer)
{
    buffer_text(&writer->held, "</row>");
}

/* Days since 30 December 1899, which a spreadsheet calls 0. */
static void add_day(struct buffer *out, const char *iso)
{
    const struct date zero = {1899, 12, 30};
    char text[DATE_TEXT];
    struct date date = zero;
    snprintf(text, sizeof text, "%.10s", iso);
    date_parse_iso(text, &date);
    buffer_printf(out, "%" PRId64, date_days(date) - date_days(zero));
}

static void add_clock(struct buffer *out, const char *iso)
{
    int64_t hours = 0, minutes = 0, seconds = 0;
    sscanf(iso + strlen("2026-11-21T"), "%2" SCNd64 ":%2" SCNd64 ":%2" SCNd64, &hours, &minutes,
           &seconds);
    int64_t second = (hours * 60 + minutes) * 60 + seconds;
    buffer_printf(out, ".%010" PRId64, second * 10000000000 / 86400);
}

/* Where a text is cut so that it has room in a cell. */
static size_t text_end(const char *text)
{
    size_t at = 0, units = 0;
    if (strlen(text) <= TEXT_MOST)
        return strlen(text);
    while (text[at]) {
        const unsigned char first = (unsigned char)text[at];
        size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        units += bytes == 4 ? 2 : 1;
        if (units > TEXT_MOST || strnlen(text + at, bytes) < bytes)
            break;
        at += bytes;
    }
    return at;
}

/* _x0041_ would be read as A: its first mark is written as what it is. */
static bool is_escape(const char *at)
{
    return at[0] == '_' && at[1] == 'x' && strspn(at + 2, "0123456789abcdefABCDEF") >= 4 &&
           at[6] == '_';
}

static void add_text(struct buffer *out, const char *text)
{
    char *cut = strndup(text, text_end(text)), *from = cut;
    if (!cut)
        abort();
    for (char *at = cut; *at; at++) {
        if (!is_escape(at))
            continue;
        *at = '\0';
        writer_escape(out, from);
        buffer_text(out, "_x005F_");
        from = at + 1;
    }
    writer_escape(out, from);
    free(cut);
}

static void cell(struct writer *writer, const struct writer_value *value)
{
    struct buffer *out = &writer->held;
    char letters[WRITER_LETTERS];
    buffer_printf(out, "<c r=\"%s%zu\" s=\"%d\"", writer_letters(writer->column, letters),
                  writer->row, value->style);
    if (value->type == COLUMN_TEXT) {
        buffer_text(out, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        add_text(out, value->text);
        buffer_text(out, "</t></is></c>");
        return;
    }
    buffer_text(out, "><v>");
    if (value->type == COLUMN_DECIMAL)
        buffer_text(out, value->text);
    else
        add_day(out, value->text);
    if (value->type == COLUMN_DATETIME)
        add_clock(out, value->text);
    buffer_text(out, "</v></c>");
}

/* The book comes last: it names the rows that are filtered. */
static void book_part(struct writer *writer)
{
    char name[WRITER_NAME], letters[WRITER_LETTERS];
    const char *last = writer_letters(writer->heading->head_count - 1, letters);
    writer_sheet_name(writer, name);
    zip_stream_begin(writer->zip, "xl/workbook.xml");
    writer_put(writer, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
                           "\"><bookViews><workbookView/></bookViews><sheets><sheet name=\"");
    writer_put_escaped(writer, name);
    writer_put(writer,
               "\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>"
               "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'");
    writer_put_escaped(writer, name);
    writer_printf(writer,
                  "'!$A$%zu:$%s$%zu</definedName><definedName name=\"_xlnm.Print_Titles\" "
                  "localSheetId=\"0\">'",
                  writer->head_row, last, writer->row);
    writer_put_escaped(writer, name);
    writer_printf(writer, "'!$%zu:$%zu</definedName></definedNames></workbook>", writer->head_row,
                  writer->head_row);
    zip_stream_end(writer->zip);
}

static void end(struct writer *writer)
{
    char letters[WRITER_LETTERS];
    writer_printf(writer, "</sheetData><autoFilter ref=\"A%zu:%s%zu\"/>", writer->head_row,
                  writer_letters(writer->heading->head_count - 1, letters), writer->row);
    writer_put(
        writer,
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" "
        "footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / "
        "&amp;N</oddFooter></headerFooter></worksheet>");
    zip_stream_end(writer->zip);
    book_part(writer);
}

const struct writer_format writer_xlsx = {start, begin_rows, begin_row, cell, none, end_row, end};
