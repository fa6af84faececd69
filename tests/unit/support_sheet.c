#include "support_sheet.h"

#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static bool add_row(void *context, const struct sheet_row *row)
{
    struct table *table = context;
    char number[32];
    snprintf(number, sizeof number, "%zu: ", row->number);
    buffer_text(&table->text, number);
    for (size_t i = 0; i < row->count; i++) {
        buffer_text(&table->text, i ? "|" : "");
        buffer_text(&table->text, row->faulty[i] ? "!" : "");
        buffer_text(&table->text, row->cells[i]);
    }
    buffer_char(&table->text, '\n');
    return table->report.rows != table->stop_at;
}

void table_read(struct table *table, const void *bytes, size_t length,
                const struct sheet_limits *limits)
{
    /* A copy of just this length, so that a sanitizer sees a byte read beyond it. */
    char *copy = malloc(length ? length : 1);
    memcpy(copy, bytes, length);
    buffer_init(&table->text, (size_t)64 << 20);
    buffer_text(&table->text, "");
    table->result = sheet_read(copy, length, limits, add_row, table, &table->report);
    free(copy);
}

void table_free(struct table *table)
{
    buffer_free(&table->text);
}

char *zip_make(const struct part *parts, size_t count, size_t *length)
{
    zip_error_t error;
    zip_stat_t about;
    zip_error_init(&error);
    zip_source_t *file = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *archive = zip_open_from_source(file, ZIP_TRUNCATE, &error);
    assert_non_null(archive);
    zip_source_keep(file);
    for (size_t i = 0; i < count; i++) {
        size_t size = parts[i].length ? parts[i].length : strlen(parts[i].bytes);
        zip_source_t *part = zip_source_buffer(archive, parts[i].bytes, size, 0);
        assert_true(zip_file_add(archive, parts[i].name, part, 0) >= 0);
    }
    assert_int_equal(zip_close(archive), 0);
    assert_int_equal(zip_source_stat(file, &about), 0);
    assert_int_equal(zip_source_open(file), 0);
    char *bytes = malloc(about.size);
    *length = (size_t)zip_source_read(file, bytes, about.size);
    assert_int_equal(*length, about.size);
    zip_source_close(file);
    zip_source_free(file);
    zip_error_fini(&error);
    return bytes;
}

char *workbook_make(const char *sheet, const char *strings, const char *styles, size_t *length)
{
    static const char top[] = "<Relationships xmlns='" SHEET_RELATIONS "'>"
                              "<Relationship Id='a' Type='" SHEET_DOCUMENT_RELATIONS
                              "/officeDocument' Target='xl/workbook.xml'/></Relationships>";
    static const char book[] = "<workbook " SHEET_MAIN " xmlns:r='" SHEET_DOCUMENT_RELATIONS
                               "'><sheets><sheet name='One' sheetId='1' r:id='a'/></sheets>"
                               "</workbook>";
    static const char list[] = "<Relationships xmlns='" SHEET_RELATIONS "'>"
                               "<Relationship Id='a' Type='" SHEET_DOCUMENT_RELATIONS
                               "/worksheet' Target='worksheets/sheet1.xml'/>"
                               "<Relationship Id='b' Type='" SHEET_DOCUMENT_RELATIONS
                               "/sharedStrings' Target='sharedStrings.xml'/>"
                               "<Relationship Id='c' Type='" SHEET_DOCUMENT_RELATIONS
                               "/styles' Target='/xl/styles.xml'/></Relationships>";
    const struct part parts[] = {
        {"_rels/.rels", top, 0},
        {"xl/workbook.xml", book, 0},
        {"xl/_rels/workbook.xml.rels", list, 0},
        {"xl/worksheets/sheet1.xml", sheet, 0},
        {"xl/sharedStrings.xml", strings ? strings : "<sst " SHEET_MAIN "/>", 0},
        {"xl/styles.xml", styles ? styles : "<styleSheet " SHEET_MAIN "/>", 0},
    };
    return zip_make(parts, sizeof parts / sizeof *parts, length);
}
