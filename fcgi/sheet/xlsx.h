/* XLSX: Office Open XML workbooks, both editions of the standard. */
#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H
#include "package.h"
#include "row.h"
#include "strings.h"
#include "styles.h"

/* Reads the first visible worksheet; what is wrong stands in the reader. */
void sheet_xlsx_read(struct sheet_reader *reader, const void *bytes, size_t length);

/* One worksheet's XML being read, apart from the zip: for tests. */
struct worksheet {
    struct sheet_reader *reader;
    const struct strings *strings;
    const struct styles *styles;
    bool since_1904;
    enum {
        TYPE_NUMBER,
        TYPE_SHARED,
        TYPE_INLINE,
        TYPE_TEXT,
        TYPE_TRUTH,
        TYPE_ERROR,
        TYPE_DATE
    } type;
    size_t column, style;
    bool formula; /* the cell has one */
    struct buffer value;
};
void worksheet_start(struct worksheet *sheet, struct sheet_reader *reader,
                     const struct strings *strings, const struct styles *styles, bool since_1904);
void worksheet_end(struct worksheet *sheet);
extern const struct xml_reader worksheet_reader; /* its context a struct worksheet */

/* "AB12" → column 28, row 12; false when it is none within XFD1048576. */
bool worksheet_place(const char *reference, size_t *column, size_t *row);
#endif
