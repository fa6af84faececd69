#include "writer_internal.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "../base/time.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows are held until the columns' widths are known, and then for zlib to have something to work on. */
enum { HELD = 65536, HELD_MOST = 64 << 20, DIGITS_MOST = 15, WIDTH_DATE = 11, WIDTH_TIME = 17 };

void writer_escape(struct buffer *out, const char *text)
{
    const bool valid = text_utf8(text, strlen(text));
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        bool noncharacter = at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE;
        if (*at == '&')
            buffer_text(out, "&amp;");
        else if (*at == '<')
            buffer_text(out, "&lt;");
        else if (*at == '>')
            buffer_text(out, "&gt;");
        else if (*at == '"')
            buffer_text(out, "&quot;");
        else if (noncharacter)
            at += 2;
        else if (*at >= 0x20 || *at == '\t' || *at == '\n')
            buffer_char(out, *at < 0x80 || valid ? (char)*at : '?');
    }
}

void writer_put(struct writer *writer, const char *text)
{
    zip_stream_add(writer->zip, text, strlen(text));
}

void writer_printf(struct writer *writer, const char *format, ...)
{
    va_list list;
    char *text = NULL;
    va_start(list, format);
    int length = vasprintf(&text, format, list);
    va_end(list);
    if (length < 0)
        abort();
    zip_stream_add(writer->zip, text, (size_t)length);
    free(text);
}

void writer_put_escaped(struct writer *writer, const char *text)
{
    struct buffer escaped;
    buffer_init(&escaped, HELD_MOST);
    writer_escape(&escaped, text);
    zip_stream_add(writer->zip, escaped.bytes, escaped.length);
    buffer_free(&escaped);
}

void writer_part(struct writer *writer, const char *name, const char *text)
{
    zip_stream_begin(writer->zip, name);
    writer_put(writer, text);
    zip_stream_end(writer->zip);
}

const char *writer_letters(size_t column, char letters[WRITER_LETTERS])
{
    size_t at = 0;
    if (column >= 26)
        letters[at++] = (char)('A' + column / 26 - 1);
    letters[at++] = (char)('A' + column % 26);
    letters[at] = '\0';
    return letters;
}

void writer_sheet_name(const struct writer *writer, char name[WRITER_NAME])
{
    size_t length = 0, letters = 0;
    const char *title = writer->heading->title;
    if (!text_utf8(title, strlen(title)))
        title = "";
    for (const char *at = title; *at; at++) {
        bool letter = ((unsigned char)*at & 0xC0) != 0x80;
        bool space = (unsigned char)*at <= 0x20 || strchr("[]:*?/\\'", *at);
        if (letter && letters == 31)
            break;
        if (space && (length == 0 || name[length - 1] == ' '))
            continue;
        letters += letter;
        name[length++] = space ? ' ' : *at;
    }
    length -= length > 0 && name[length - 1] == ' ';
    name[length] = '\0';
    if (length == 0)
        memcpy(name, "Praktikum", sizeof "Praktikum");
}

static void flush(struct writer *writer)
{
    if (!writer->zip)
        return;
    if (!writer->begun)
        writer->format->begin_rows(writer);
    writer->begun = true;
    zip_stream_add(writer->zip, writer->held.bytes, writer->held.length);
    buffer_clear(&writer->held);
}

/* The longest of its lines. */
static size_t text_width(const char *text)
{
    size_t widest = 0, width = 0;
    for (; *text; text++) {
        width = *text == '\n' ? 0 : width + (((unsigned char)*text & 0xC0) != 0x80);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void widen(struct writer *writer, const struct writer_value *value)
{
    size_t *width = &writer->widths[writer->column], wanted;
    if (writer->begun)
        return;
    if (value->type == COLUMN_DATE)
        wanted = WIDTH_DATE;
    else
        wanted = value->type == COLUMN_DATETIME ? WIDTH_TIME : text_width(value->text) + 1;
    wanted = wanted > WIDTH_MOST ? WIDTH_MOST : wanted;
    *width = wanted > *width ? wanted : *width;
}

static void add_value(struct writer *writer, const struct writer_value *value)
{
    if (writer->row >= writer->head_row)
        widen(writer, value);
    writer->format->cell(writer, value);
    writer->column++;
    if (writer->held.length >= HELD)
        flush(writer);
}

static void begin_row(struct writer *writer)
{
    if (writer->in_row)
        return;
    writer->in_row = true;
    writer->row++;
    writer->column = 0;
    writer->format->begin_row(writer);
}

void writer_row_end(struct writer *writer)
{
    if (writer->cut)
        return;
    begin_row(writer);
    writer->format->end_row(writer);
    writer->in_row = false;
}

/* A row of one cell, which may be empty. */
static void add_remark(struct writer *writer, enum writer_style style, const char *text)
{
    const struct writer_value value = {COLUMN_TEXT, style, text};
    begin_row(writer);
    if (text && *text)
        writer->format->cell(writer, &value);
    writer_row_end(writer);
}

static void add_heads(struct writer *writer)
{
    const struct writer_heading *heading = writer->heading;
    begin_row(writer);
    for (size_t i = 0; i < heading->head_count; i++) {
        const struct writer_value value = {COLUMN_TEXT, STYLE_HEAD, heading->heads[i]};
        add_value(writer, &value);
    }
    writer_row_end(writer);
}

struct writer *writer_new(enum writer_kind kind, struct buffer *out,
                          const struct writer_heading *heading)
{
    static const struct writer_format *const formats[] = {
        [WRITER_CSV] = &writer_csv, [WRITER_XLSX] = &writer_xlsx, [WRITER_ODS] = &writer_ods};
    struct writer *writer = heap_alloc(sizeof *writer);
    if (heading->head_count == 0 || heading->head_count > WRITER_COLUMNS)
        abort(); /* a programmer's error: the columns stand in sql/ */
    *writer = (struct writer){.format = formats[kind], .heading = heading, .out = out};
    buffer_init(&writer->held, HELD_MOST);
    writer->head_row = kind == WRITER_CSV ? 1 : heading->remark_count + 3;
    for (size_t i = 0; i < heading->head_count; i++)
        writer->widths[i] = WIDTH_LEAST;
    if (kind != WRITER_CSV)
        writer->zip = zip_stream_new(out);
    writer->format->start(writer);
    if (kind != WRITER_CSV) {
        add_remark(writer, STYLE_TITLE, heading->title);
        for (size_t i = 0; i < heading->remark_count; i++)
            add_remark(writer, STYLE_PLAIN, heading->remarks[i]);
        add_remark(writer, STYLE_PLAIN, NULL);
    }
    add_heads(writer);
    return writer;
}

void writer_free(struct writer *writer)
{
    if (!writer)
        return;
    zip_stream_free(writer->zip);
    buffer_free(&writer->held);
    free(writer);
}

/* Digits behind the point of a number that a spreadsheet keeps whole; -1: it is none. */
static int number_scale(const char *text)
{
    const char *whole = text + (*text == '-');
    size_t digits = strspn(whole, "0123456789"), behind = 0;
    const char *rest = whole + digits;
    if (*rest == '.') {
        behind = strspn(rest + 1, "0123456789");
        rest += 1 + behind;
    }
    if (digits == 0 || *rest || digits + behind > DIGITS_MOST)
        return -1;
    return (int)behind;
}

static struct writer_value classify(enum column_type type, const char *text, char moment[DATE_TEXT])
{
    static const enum writer_style scaled[] = {STYLE_PLAIN, STYLE_TENTHS, STYLE_HUNDREDTHS,
                                               STYLE_THOUSANDTHS};
    const struct date first = {1900, 3, 1}; /* a spreadsheet's 1900 has a 29 February */
    struct date date;
    int scale = type == COLUMN_INTEGER || type == COLUMN_DECIMAL ? number_scale(text) : -1;
    if (scale >= 0)
        return (struct writer_value){COLUMN_DECIMAL, scaled[scale > 3 ? 0 : scale], text};
    if (type == COLUMN_DATE && date_parse_iso(text, &date) && date_compare(date, first) >= 0)
        return (struct writer_value){COLUMN_DATE, STYLE_DATE, text};
    if (type == COLUMN_DATETIME && time_iso(moment, text)) {
        moment[strlen("2026-11-21T20:41:00")] = '\0';
        return (struct writer_value){COLUMN_DATETIME, STYLE_TIME, moment};
    }
    return (struct writer_value){COLUMN_TEXT, strchr(text, '\n') ? STYLE_LINES : STYLE_TEXT, text};
}

void writer_cell(struct writer *writer, enum column_type type, const char *text)
{
    char moment[DATE_TEXT];
    if (writer->zip && !writer->in_row && writer->row + 2 > WRITER_ROWS) {
        if (!writer->cut)
            add_remark(writer, STYLE_PLAIN, writer->heading->cut);
        writer->cut = true;
    }
    if (writer->cut || writer->column >= WRITER_COLUMNS)
        return;
    begin_row(writer);
    if (!text || !*text || type == COLUMN_BYTES) {
        writer->format->empty(writer);
        writer->column++;
        return;
    }
    const struct writer_value value = classify(type, text, moment);
    add_value(writer, &value);
}

void writer_end(struct writer *writer)
{
    if (writer->in_row)
        writer_row_end(writer);
    flush(writer);
    writer->format->end(writer);
    if (writer->zip)
        zip_stream_finish(writer->zip);
}
