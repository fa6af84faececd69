/* Text with a byte order mark, rows ended by CR LF, cells quoted when needed. */
#include "writer_internal.h"

#include "../base/text.h"

#include <string.h>

static char separator(const struct writer *writer)
{
    return text_equal(writer->heading->lang, "en") ? ',' : ';'; /* elsewhere the comma is decimal */
}

/* -5, +4.25, -7,5 */
static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    text += whole;
    if (whole && (*text == '.' || *text == ',')) {
        size_t part = strspn(text + 1, "0123456789");
        text += part ? part + 1 : 0;
    }
    return whole && !*text;
}

/* Spaces before do not keep a spreadsheet from reading a formula. */
static bool is_formula(const char *text)
{
    const char *first = text + strspn(text, " ");
    return *first && strchr("=+-@\t\r\n", *first) && !is_number(first);
}

static void start(struct writer *writer)
{
    buffer_text(writer->out, "\xEF\xBB\xBF");
}

static void none(struct writer *writer)
{
    (void)writer;
}

static void empty(struct writer *writer)
{
    if (writer->column > 0)
        buffer_char(writer->out, separator(writer));
}

static void add_text(struct writer *writer, const char *text)
{
    struct buffer *out = writer->out;
    const char special[] = {'"', '\r', '\n', '\t', separator(writer), 0};
    bool formula = is_formula(text);
    if (!formula && !strpbrk(text, special) && text[0] != ' ' && text[strlen(text) - 1] != ' ') {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, formula ? "\"'" : "\"");
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        buffer_add(out, text, (size_t)(quote - text));
        buffer_text(out, "\"\"");
    }
    buffer_text(out, text);
    buffer_char(out, '"');
}

static void cell(struct writer *writer, const struct writer_value *value)
{
    struct buffer *out = writer->out;
    const char *point = value->type == COLUMN_DECIMAL ? strchr(value->text, '.') : NULL;
    empty(writer);
    if (value->type == COLUMN_TEXT) {
        add_text(writer, value->text);
    } else if (value->type == COLUMN_DATETIME) { /* no T, no seconds */
        buffer_add(out, value->text, strlen("2026-11-21"));
        buffer_char(out, ' ');
        buffer_add(out, value->text + strlen("2026-11-21T"), strlen("20:41"));
    } else if (point && separator(writer) == ';') {
        buffer_add(out, value->text, (size_t)(point - value->text));
        buffer_char(out, ',');
        buffer_text(out, point + 1);
    } else {
        buffer_text(out, value->text);
    }
}

static void end_row(struct writer *writer)
{
    buffer_text(writer->out, "\r\n");
}

const struct writer_format writer_csv = {start, none, none, cell, empty, end_row, none};
