#include "xlsx.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORKSHEET = 1, DATA, ROW, CELL, VALUE, INLINE, RUN, TEXT, FORMULA };

bool worksheet_place(const char *reference, size_t *column, size_t *row)
{
    int64_t number;
    size_t letters = 0;
    for (*column = 0; reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4;
         letters++)
        *column = 26 * *column + (size_t)(reference[letters] - 'A') + 1;
    if (!letters || *column > SHEET_COLUMN_MOST ||
        !text_integer(reference + letters, 1, SHEET_ROW_MOST, &number))
        return false;
    *row = (size_t)number;
    return true;
}

static void fail(struct xml *xml, enum sheet_result result)
{
    struct worksheet *sheet = xml->context;
    sheet_fail(sheet->reader, result, sheet->reader->row, sheet->column);
    xml_fail(xml, result);
}

static void row_start(struct xml *xml)
{
    struct worksheet *sheet = xml->context;
    size_t number = sheet->reader->row + 1;
    char text[24];
    int64_t given;
    sheet->column = 0;
    if (xml_attribute(xml, "r", text, sizeof text)) {
        if (!text_integer(text, (int64_t)number, SHEET_ROW_MOST, &given)) {
            fail(xml, SHEET_DAMAGED);
            return;
        }
        number = (size_t)given;
    }
    if (number > SHEET_ROW_MOST)
        fail(xml, SHEET_DAMAGED);
    else
        sheet_row_begin(sheet->reader, number);
}

static bool cell_type(const char *name, struct worksheet *sheet)
{
    static const char *const types[] = {"n", "s", "inlineStr", "str", "b", "e", "d"};
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(name, types[i]) == 0) {
            sheet->type = i;
            return true;
        }
    return false;
}

static void cell_start(struct xml *xml)
{
    struct worksheet *sheet = xml->context;
    size_t column = sheet->column + 1, row = sheet->reader->row;
    char text[24];
    int64_t style = 0;
    bool good = true;
    buffer_clear(&sheet->value);
    sheet->formula = false;
    if (xml_attribute(xml, "r", text, sizeof text))
        good = worksheet_place(text, &column, &row);
    good =
        good && column > sheet->column && column <= SHEET_COLUMN_MOST && row == sheet->reader->row;
    sheet->column = column;
    sheet->type = TYPE_NUMBER;
    if (xml_attribute(xml, "t", text, sizeof text))
        good = good && cell_type(text, sheet);
    if (xml_attribute(xml, "s", text, sizeof text))
        good = good && text_integer(text, 0, INT32_MAX, &style);
    sheet->style = (size_t)style;
    if (!good)
        fail(xml, SHEET_DAMAGED);
}

/* Whether the `above` outermost elements are those that a row, a cell or a cell's content stands in. */
static bool within(const struct xml *xml, size_t above)
{
    static const unsigned char path[] = {WORKSHEET, DATA, ROW, CELL};
    return memcmp(xml->path, path, above) == 0;
}

static void worksheet_element(struct xml *xml, unsigned kind)
{
    if (kind == ROW && xml->depth == 3 && within(xml, 2))
        row_start(xml);
    else if (kind == CELL && xml->depth == 4 && within(xml, 3))
        cell_start(xml);
    else if (kind == FORMULA && xml->depth == 5 && within(xml, 4))
        ((struct worksheet *)xml->context)->formula = true;
}

static void worksheet_text(struct xml *xml, const char *text, size_t length)
{
    struct worksheet *sheet = xml->context;
    unsigned kind = xml_above(xml, 0), above = xml_above(xml, 1);
    bool wanted;
    if (xml->depth < 5 || !within(xml, 4))
        return;
    if (sheet->type == TYPE_INLINE)
        wanted = kind == TEXT && xml->depth <= 7 && xml->path[4] == INLINE &&
                 (above == INLINE || above == RUN);
    else
        wanted = kind == VALUE && xml->depth == 5;
    if (!wanted)
        return;
    buffer_add(&sheet->value, text, length);
    if (sheet->value.full)
        fail(xml, SHEET_CELL);
}

/* "2027-01-31T00:00:00.000Z": the day alone when it is midnight, the minute when it is whole. */
static void shorten_time(char *text)
{
    size_t length = strcspn(text, ".Z");
    text[length] = 0;
    if (length == 19 && strcmp(text + 16, ":00") == 0)
        text[length = 16] = 0;
    if (length == 16 && strcmp(text + 10, "T00:00") == 0)
        text[10] = 0;
}

/* The text of a cell, in *text, to be written over; false when the file contradicts itself. */
static bool cell_text(struct worksheet *sheet, char **text, char number[NUMBER_TEXT], bool *whole)
{
    struct buffer *value = &sheet->value;
    int64_t index;
    *text = value->bytes;
    switch (sheet->type) {
    case TYPE_NUMBER:
        *text = number;
        return number_text(number, value->bytes, styles_format(sheet->styles, sheet->style),
                           sheet->since_1904);
    case TYPE_SHARED:
        if (!text_integer(value->bytes, 0, INT32_MAX, &index))
            return false;
        const char *shared = strings_at(sheet->strings, (size_t)index, whole);
        if (!shared)
            return false;
        buffer_clear(value);
        buffer_text(value, shared);
        *text = value->bytes;
        return true;
    case TYPE_TRUTH:
        if (strlen(value->bytes) != 1 || !strchr("01", *value->bytes))
            return false;
        *text = number;
        snprintf(number, NUMBER_TEXT, "%s", *value->bytes == '1' ? "TRUE" : "FALSE");
        return true;
    case TYPE_DATE:
        shorten_time(value->bytes);
        return true;
    case TYPE_INLINE:
    case TYPE_TEXT:
        strings_unescape(value->bytes);
        return true;
    default:
        return true;
    }
}

static void cell_end(struct xml *xml)
{
    struct worksheet *sheet = xml->context;
    char number[NUMBER_TEXT], *text;
    bool whole = true;
    if (!sheet->value.length && sheet->formula && sheet->type == TYPE_NUMBER) {
        /* Never calculated: by a program that only writes formulas down. */
        sheet->type = TYPE_ERROR;
        buffer_char(&sheet->value, '=');
    }
    if (!sheet->value.length)
        return;
    if (!cell_text(sheet, &text, number, &whole))
        fail(xml, SHEET_DAMAGED);
    else if (!whole)
        fail(xml, SHEET_CELL);
    else if (!sheet_row_cell(sheet->reader, sheet->column, text, sheet->type == TYPE_ERROR))
        xml_fail(xml, sheet->reader->result);
}

static void worksheet_element_end(struct xml *xml, unsigned kind)
{
    struct worksheet *sheet = xml->context;
    if (kind == CELL && xml->depth == 3 && within(xml, 3))
        cell_end(xml);
    else if (kind == ROW && xml->depth == 2 && within(xml, 2) && !sheet_row_end(sheet->reader))
        xml_fail(xml, sheet->reader->result);
}

static const char *const names[] = {"worksheet", "sheetData", "row", "c", "v",
                                    "is",        "r",         "t",   "f", NULL};
const struct xml_reader worksheet_reader = {names, worksheet_element, worksheet_element_end,
                                            worksheet_text};

void worksheet_start(struct worksheet *sheet, struct sheet_reader *reader,
                     const struct strings *strings, const struct styles *styles, bool since_1904)
{
    *sheet = (struct worksheet){
        .reader = reader, .strings = strings, .styles = styles, .since_1904 = since_1904};
    buffer_init(&sheet->value, sheet_raw_most(reader));
}

void worksheet_end(struct worksheet *sheet)
{
    buffer_free(&sheet->value);
}

static enum sheet_result read_sheet(struct sheet_reader *reader, const struct package *package,
                                    const struct book *book, struct strings *strings,
                                    struct styles *styles)
{
    enum sheet_result result = SHEET_OK;
    struct worksheet sheet;
    if (*book->strings)
        result = book_read(package, book->strings, &strings_reader, strings);
    if (result == SHEET_OK && *book->styles)
        result = book_read(package, book->styles, &styles_reader, styles);
    if (result != SHEET_OK)
        return result;
    worksheet_start(&sheet, reader, strings, styles, book->since_1904);
    result = book_read(package, book->sheet, &worksheet_reader, &sheet);
    worksheet_end(&sheet);
    return result;
}

void sheet_xlsx_read(struct sheet_reader *reader, const void *bytes, size_t length)
{
    struct package package;
    struct book book;
    reader->report->spreadsheet = true;
    enum sheet_result result = package_open(&package, bytes, length);
    if (result == SHEET_OK)
        result = book_find(&package, &book);
    if (result == SHEET_OK) {
        struct strings strings;
        struct styles *styles = heap_alloc(sizeof *styles);
        strings_start(&strings, sheet_raw_most(reader));
        result = read_sheet(reader, &package, &book, &strings, styles);
        strings_end(&strings);
        free(styles);
    }
    package_close(&package);
    if (result != SHEET_OK)
        sheet_fail(reader, result, reader->row, 0);
}
