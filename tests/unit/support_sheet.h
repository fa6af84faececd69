/* Tables read into one text, and workbooks made of parts. */
#ifndef TESTS_UNIT_SUPPORT_SHEET_H
#define TESTS_UNIT_SUPPORT_SHEET_H
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/sheet/sheet.h"

struct table {
    struct buffer text; /* "2: a|b|!c\n" a row: its number, its cells, ! before a faulty one */
    enum sheet_result result;
    struct sheet_report report;
    size_t stop_at; /* ends after so many rows; 0: never */
};
/* `limits` may be NULL. table_free it. */
void table_read(struct table *table, const void *bytes, size_t length,
                const struct sheet_limits *limits);
void table_free(struct table *table);

struct part {
    const char *name, *bytes;
    size_t length; /* 0: strlen(bytes) */
};
/* A zip of the parts, deflated, on the heap. */
char *zip_make(const struct part *parts, size_t count, size_t *length);

#define SHEET_MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define SHEET_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define SHEET_DOCUMENT_RELATIONS                                                                   \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A workbook of one sheet; `strings` and `styles` NULL: none. */
char *workbook_make(const char *sheet, const char *strings, const char *styles, size_t *length);
#endif
