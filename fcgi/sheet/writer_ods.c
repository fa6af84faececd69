/* OpenDocument 1.3 (OASIS): one table, its columns' widths before it, what is frozen in the settings. */
#include "writer_internal.h"

#include "../base/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"
#define NAMESPACES                                                                                 \
    " xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:fo=\"" OASIS   \
    "xsl-fo-compatible:1.0\" xmlns:table=\"" OASIS "table:1.0\" xmlns:text=\"" OASIS               \
    "text:1.0\" xmlns:number=\"" OASIS "datastyle:1.0\" office:version=\"1.3\">"

static const char manifest[] = XML
    "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
    "manifest:media-type=\"" SPREADSHEET "\"/>"
    "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" "
    "manifest:media-type=\"text/xml\"/></manifest:manifest>";

/* The page: lying, as wide as the table, with its number. */
static const char styles[] = XML
    "<office:document-styles" NAMESPACES
    "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties "
    "style:font-name=\"Calibri\" "
    "fo:font-family=\"Calibri, Carlito, sans-serif\" "
    "fo:font-size=\"11pt\"/></style:default-style></office:styles>"
    "<office:automatic-styles><style:page-layout style:name=\"page\"><style:page-layout-properties "
    "fo:page-width=\"29.7cm\" "
    "fo:page-height=\"21cm\" style:print-orientation=\"landscape\" fo:margin=\"1.3cm\" "
    "style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/>"
    "<style:header-style/><style:footer-style/></style:page-layout></"
    "office:automatic-styles><office:master-styles>"
    "<style:master-page style:name=\"Default\" "
    "style:page-layout-name=\"page\"><style:footer><text:p><text:page-number>1</text:page-number>"
    " / "
    "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page></"
    "office:master-styles></office:document-styles>";

/* Days as the language writes them; what stands between is text. */
static const char date_nb[] =
    "<number:day number:style=\"long\"/><number:text>.</number:text><number:month "
    "number:style=\"long\"/>"
    "<number:text>.</number:text><number:year number:style=\"long\"/>";
static const char date_sv[] =
    "<number:year number:style=\"long\"/><number:text>-</number:text><number:month "
    "number:style=\"long\"/>"
    "<number:text>-</number:text><number:day number:style=\"long\"/>";
static const char date_en[] =
    "<number:day/><number:text> </number:text><number:month number:textual=\"true\"/>"
    "<number:text> </number:text><number:year number:style=\"long\"/>";
static const char clock_any[] =
    "<number:text> </number:text><number:hours number:style=\"long\"/><number:text>:</number:text>"
    "<number:minutes number:style=\"long\"/>";

/* Cells' styles are named by their number, columns' c1, c2 …. */
static const char cell_styles[] =
    "<style:style style:name=\"t\" style:family=\"table\" "
    "style:master-page-name=\"Default\"><style:table-properties "
    "table:display=\"true\"/></style:style>"
    "<style:style style:name=\"s0\" style:family=\"table-cell\"/>"
    "<style:style style:name=\"s1\" style:family=\"table-cell\"><style:text-properties "
    "fo:font-size=\"14pt\" fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"s2\" style:family=\"table-cell\"><style:table-cell-properties "
    "fo:background-color=\"#edeff2\" "
    "fo:border-bottom=\"0.5pt solid #5a6270\"/><style:text-properties "
    "fo:font-weight=\"bold\"/></style:style>"
    "<number:text-style style:name=\"text\"><number:text-content/></number:text-style>"
    "<style:style style:name=\"s3\" style:family=\"table-cell\" style:data-style-name=\"text\"/>"
    "<style:style style:name=\"s4\" style:family=\"table-cell\" "
    "style:data-style-name=\"text\"><style:table-cell-properties "
    "fo:wrap-option=\"wrap\"/></style:style>"
    "<style:style style:name=\"s5\" style:family=\"table-cell\" style:data-style-name=\"date\"/>"
    "<style:style style:name=\"s6\" style:family=\"table-cell\" style:data-style-name=\"time\"/>";

static bool is(const struct writer *writer, const char *lang)
{
    return strcmp(writer->heading->lang, lang) == 0;
}

static void properties_part(struct writer *writer)
{
    zip_stream_begin(writer->zip, "meta.xml");
    writer_put(writer,
               XML "<office:document-meta xmlns:office=\"" OASIS "office:1.0\" xmlns:meta=\"" OASIS
                   "meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "office:version=\"1.3\"><office:meta>"
                   "<meta:generator>Praktikum</meta:generator><dc:title>");
    writer_put_escaped(writer, writer->heading->title);
    writer_printf(writer,
                  "</dc:title><meta:creation-date>%s</meta:creation-date><dc:language>%s</"
                  "dc:language></office:meta></office:document-meta>",
                  writer->heading->made_at, writer->heading->lang);
    zip_stream_end(writer->zip);
}

static void put_setting(struct writer *writer, const char *name, const char *type, size_t value)
{
    writer_printf(
        writer,
        "<config:config-item config:name=\"%s\" config:type=\"%s\">%zu</config:config-item>", name,
        type, value);
}

static void settings_part(struct writer *writer)
{
    char name[WRITER_NAME];
    writer_sheet_name(writer, name);
    zip_stream_begin(writer->zip, "settings.xml");
    writer_put(
        writer,
        XML "<office:document-settings xmlns:office=\"" OASIS "office:1.0\" xmlns:config=\"" OASIS
            "config:1.0\" office:version=\"1.3\"><office:settings><config:config-item-set "
            "config:name=\"ooo:view-settings\">"
            "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
            "<config:config-item config:name=\"ViewId\" "
            "config:type=\"string\">view1</config:config-item>"
            "<config:config-item-map-named config:name=\"Tables\"><config:config-item-map-entry "
            "config:name=\"");
    writer_put_escaped(writer, name);
    writer_put(writer, "\">");
    put_setting(writer, "VerticalSplitMode", "short", 2); /* frozen */
    put_setting(writer, "VerticalSplitPosition", "int", writer->head_row);
    put_setting(writer, "ActiveSplitRange", "short", 2);
    put_setting(writer, "PositionTop", "int", 0);
    put_setting(writer, "PositionBottom", "int", writer->head_row);
    writer_put(writer, "</config:config-item-map-entry></config:config-item-map-named></"
                       "config:config-item-map-entry>"
                       "</config:config-item-map-indexed></config:config-item-set></"
                       "office:settings></office:document-settings>");
    zip_stream_end(writer->zip);
}

static void start(struct writer *writer)
{
    zip_stream_stored(writer->zip, "mimetype", SPREADSHEET);
    writer_part(writer, "META-INF/manifest.xml", manifest);
    properties_part(writer);
    writer_part(writer, "styles.xml", styles);
    settings_part(writer);
}

static void put_date_styles(struct writer *writer)
{
    const char *date = is(writer, "sv") ? date_sv : is(writer, "en") ? date_en : date_nb;
    const char *lang = is(writer, "nn")   ? "nn"
                       : is(writer, "sv") ? "sv"
                       : is(writer, "en") ? "en"
                                          : "nb";
    const char *country = is(writer, "sv") ? "SE" : is(writer, "en") ? "GB" : "NO";
    writer_printf(writer,
                  "<number:date-style style:name=\"date\" number:language=\"%s\" "
                  "number:country=\"%s\">%s</number:date-style>",
                  lang, country, date);
    writer_printf(writer,
                  "<number:date-style style:name=\"time\" number:language=\"%s\" "
                  "number:country=\"%s\">%s%s</number:date-style>",
                  lang, country, date, clock_any);
}

static void put_number_styles(struct writer *writer)
{
    for (int scale = 1; scale <= 3; scale++) {
        writer_printf(
            writer,
            "<number:number-style style:name=\"n%d\"><number:number number:decimal-places=\"%d\" "
            "number:min-decimal-places=\"%d\" "
            "number:min-integer-digits=\"1\"/></number:number-style>",
            scale, scale, scale);
        writer_printf(writer,
                      "<style:style style:name=\"s%d\" style:family=\"table-cell\" "
                      "style:data-style-name=\"n%d\"/>",
                      STYLE_TENTHS + scale - 1, scale);
    }
}

static void begin_rows(struct writer *writer)
{
    char name[WRITER_NAME];
    writer_sheet_name(writer, name);
    zip_stream_begin(writer->zip, "content.xml");
    writer_put(writer, XML "<office:document-content" NAMESPACES "<office:automatic-styles>");
    put_date_styles(writer);
    writer_put(writer, cell_styles);
    put_number_styles(writer);
    for (size_t i = 0; i < writer->heading->head_count; i++)
        writer_printf(writer,
                      "<style:style style:name=\"c%zu\" "
                      "style:family=\"table-column\"><style:table-column-properties "
                      "style:column-width=\"%zumm\"/></style:style>",
                      i + 1, writer->widths[i] * 2 + 4);
    writer_put(writer, "</office:automatic-styles><office:body><office:spreadsheet><table:table "
                       "table:style-name=\"t\" table:name=\"");
    writer_put_escaped(writer, name);
    writer_put(writer, "\">");
    for (size_t i = 0; i < writer->heading->head_count; i++)
        writer_printf(writer, "<table:table-column table:style-name=\"c%zu\"/>", i + 1);
}

static void begin_row(struct writer *writer)
{
    if (writer->row == writer->head_row)
        buffer_text(&writer->held, "<table:table-header-rows>");
    buffer_text(&writer->held, "<table:table-row>");
}

static void empty(struct writer *writer)
{
    buffer_text(&writer->held, "<table:table-cell/>");
}

/* A row has at least one cell. */
static void end_row(struct writer *writer)
{
    if (writer->column == 0 && writer->row < writer->head_row)
        empty(writer);
    buffer_text(&writer->held, "</table:table-row>");
    if (writer->row == writer->head_row)
        buffer_text(&writer->held, "</table:table-header-rows>");
}

/* White space that XML readers would fold is told in elements; a line is a paragraph. */
static void add_line(struct buffer *out, const char *line, size_t length)
{
    buffer_text(out, "<text:p>");
    for (size_t i = 0, from = 0; i <= length; i++) {
        bool blank =
            i < length && (line[i] == '\t' ||
                           (line[i] == ' ' && (i == 0 || i + 1 == length || line[i - 1] == ' ')));
        if (i < length && !blank)
            continue;
        char *text = strndup(line + from, i - from);
        if (!text)
            abort();
        writer_escape(out, text);
        free(text);
        from = i + 1;
        if (blank)
            buffer_text(out, line[i] == '\t' ? "<text:tab/>" : "<text:s/>");
    }
    buffer_text(out, "</text:p>");
}

static void add_text(struct buffer *out, const char *text)
{
    for (const char *end; (end = strchr(text, '\n')); text = end + 1)
        add_line(out, text, (size_t)(end - text));
    add_line(out, text, strlen(text));
}

static void shown_moment(const struct writer *writer, const char *iso, char shown[DATE_TEXT])
{
    char day[DATE_TEXT];
    struct date date = {1900, 1, 1};
    snprintf(day, sizeof day, "%.10s", iso);
    date_parse_iso(day, &date);
    date_short(shown, date, writer->heading->lang);
    if (iso[10] == 'T')
        snprintf(shown + strlen(shown), DATE_TEXT - strlen(shown), " %.5s", iso + 11);
}

static void shown_number(const struct writer *writer, const char *text, char shown[DATE_TEXT])
{
    snprintf(shown, DATE_TEXT, "%s", text);
    char *point = strchr(shown, '.');
    if (point && !is(writer, "en"))
        *point = ',';
}

static void cell(struct writer *writer, const struct writer_value *value)
{
    struct buffer *out = &writer->held;
    char shown[DATE_TEXT];
    buffer_printf(out, "<table:table-cell table:style-name=\"s%d\" office:value-type=\"",
                  value->style);
    if (value->type == COLUMN_TEXT) {
        buffer_text(out, "string\">");
        add_text(out, value->text);
    } else if (value->type == COLUMN_DECIMAL) {
        shown_number(writer, value->text, shown);
        buffer_printf(out, "float\" office:value=\"%s\"><text:p>%s</text:p>", value->text, shown);
    } else {
        shown_moment(writer, value->text, shown);
        buffer_printf(out, "date\" office:date-value=\"%s\"><text:p>%s</text:p>", value->text,
                      shown);
    }
    buffer_text(out, "</table:table-cell>");
}

static void end(struct writer *writer)
{
    char name[WRITER_NAME], letters[WRITER_LETTERS];
    writer_sheet_name(writer, name);
    writer_letters(writer->heading->head_count - 1, letters);
    writer_put(writer, "</table:table><table:database-ranges><table:database-range "
                       "table:name=\"rows\" table:display-filter-buttons=\"true\" "
                       "table:target-range-address=\"'");
    writer_put_escaped(writer, name);
    writer_printf(writer, "'.A%zu:'", writer->head_row);
    writer_put_escaped(writer, name);
    writer_printf(writer,
                  "'.%s%zu\"/></table:database-ranges></office:spreadsheet></office:body></"
                  "office:document-content>",
                  letters, writer->row);
    zip_stream_end(writer->zip);
}

const struct writer_format writer_ods = {start, begin_rows, begin_row, cell, empty, end_row, end};
