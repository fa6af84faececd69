#include "sheet.h"

#include "csv.h"
#include "row.h"
#include "xlsx.h"

#include <string.h>

const struct sheet_limits sheet_limits = {.columns = 200, .letters = 4000, .rows = 100001};

const char *sheet_result_name(enum sheet_result result)
{
    static const char *const names[SHEET_RESULTS] = {
        [SHEET_OK] = "",
        [SHEET_STOPPED] = "",
        [SHEET_EMPTY] = "sheet_empty",
        [SHEET_LARGE] = "sheet_large",
        [SHEET_ROWS] = "sheet_rows",
        [SHEET_COLUMNS] = "sheet_columns",
        [SHEET_CELL] = "sheet_cell",
        [SHEET_QUOTE] = "sheet_quote",
        [SHEET_AFTER] = "sheet_after",
        [SHEET_ENCODING] = "sheet_encoding",
        [SHEET_FOREIGN] = "sheet_foreign",
        [SHEET_OLD] = "sheet_old",
        [SHEET_ENCRYPTED] = "sheet_encrypted",
        [SHEET_DAMAGED] = "sheet_damaged",
        [SHEET_HOSTILE] = "sheet_hostile",
    };
    return names[result];
}

static bool begins(const void *bytes, size_t length, const char *with, size_t with_length)
{
    return length >= with_length && memcmp(bytes, with, with_length) == 0;
}
#define BEGINS(with) begins(bytes, length, with, sizeof(with) - 1)

/* The old container of Microsoft's: .xls, and what holds an encrypted XLSX. */
static enum sheet_result compound(const void *bytes, size_t length)
{
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return memmem(bytes, length, encrypted, sizeof encrypted - 1) ? SHEET_ENCRYPTED : SHEET_OLD;
}

/* What is no table although it may be text. */
static bool foreign(const void *bytes, size_t length)
{
    const char *text = bytes;
    size_t blanks = BEGINS("\xef\xbb\xbf") ? 3 : 0;
    while (blanks < length && memchr(" \t\r\n", text[blanks], 4))
        blanks++;
    return BEGINS("%PDF-") || BEGINS("{\\rtf") || BEGINS("\x1f\x8b") ||
           (blanks < length && text[blanks] == '<'); /* a web page, or XML */
}

static void read_any(struct sheet_reader *reader, const void *bytes, size_t length)
{
    if (length > SHEET_BYTES)
        sheet_fail(reader, SHEET_LARGE, 0, 0);
    else if (BEGINS("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        sheet_fail(reader, compound(bytes, length), 0, 0);
    else if (BEGINS("PK\3\4") || BEGINS("PK\5\6"))
        sheet_xlsx_read(reader, bytes, length);
    else if (foreign(bytes, length))
        sheet_fail(reader, SHEET_FOREIGN, 0, 0);
    else
        sheet_csv_read(reader, bytes, length);
    if (!reader->report->rows)
        sheet_fail(reader, SHEET_EMPTY, 0, 0);
}

enum sheet_result sheet_read(const void *bytes, size_t length, const struct sheet_limits *limits,
                             sheet_row_function *function, void *context,
                             struct sheet_report *report)
{
    struct sheet_reader reader;
    sheet_reader_start(&reader, limits, function, context, report);
    read_any(&reader, bytes, length);
    enum sheet_result result = reader.result;
    sheet_reader_end(&reader);
    return result;
}
