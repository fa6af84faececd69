/* Any bytes as the cells of a workbook: what is written is a zip of well-formed parts, and what our own reader takes. The first byte
 * chooses the format, every other cell's first byte its type. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/sheet/package.h"
#include "../../fcgi/sheet/writer.h"
#include "../../fcgi/view/document.h"

#include <assert.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct buffer out, part;

static bool take(void *context, const char *bytes, size_t length)
{
    (void)context;
    buffer_add(&part, bytes, length);
    return true;
}

static void check_part(const struct package *package, const char *name)
{
    buffer_clear(&part);
    assert(package_read(package, name, take, NULL) == SHEET_OK && !part.full);
    xmlDocPtr document = xmlReadMemory(part.bytes, (int)part.length, name, NULL,
                                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
    assert(document);
    xmlFreeDoc(document);
}

static bool add_row(void *context, const struct sheet_row *row)
{
    size_t *rows = context;
    *rows += row->count > 0;
    return true;
}

static void check(enum writer_kind kind)
{
    static const char *const xlsx[] = {"xl/worksheets/sheet1.xml", "xl/workbook.xml",
                                       "docProps/core.xml"};
    static const char *const ods[] = {"content.xml", "settings.xml", "meta.xml"};
    struct package package;
    struct sheet_report report;
    size_t rows = 0;
    assert(package_open(&package, out.bytes, out.length) == SHEET_OK);
    for (size_t i = 0; i < 3; i++)
        check_part(&package, kind == WRITER_XLSX ? xlsx[i] : ods[i]);
    package_close(&package);
    if (kind == WRITER_XLSX)
        assert(sheet_read(out.bytes, out.length, NULL, add_row, &rows, &report) == SHEET_OK &&
               rows);
}

/* Cells end with a NUL, rows with a cell of one line feed. */
static void write_cells(struct writer *writer, const char *text, size_t length)
{
    for (const char *at = text, *end = text + length; at < end; at += strlen(at) + 1) {
        if (strcmp(at, "\n") == 0)
            writer_row_end(writer);
        else
            writer_cell(writer, (enum column_type)((unsigned char)*at % (COLUMN_BYTES + 1)),
                        *at ? at + 1 : at);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"nb", "nn", "sv", "en"};
    if (!out.maximum) {
        time_start();
        view_start();
        buffer_init(&out, 16 << 20);
        buffer_init(&part, 16 << 20);
    }
    if (size < 2 || size > 4000)
        return 0;
    char *text = malloc(size);
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    const char *const heads[] = {text, "x"};
    const struct writer_heading heading = {.lang = languages[data[0] / 2 % 4],
                                           .title = text,
                                           .remarks = heads,
                                           .remark_count = data[0] / 8 % 2,
                                           .made_at = "2026-11-21T19:41:00Z",
                                           .cut = "cut",
                                           .heads = heads,
                                           .head_count = 2};
    enum writer_kind kind = data[0] % 2 ? WRITER_XLSX : WRITER_ODS;
    buffer_clear(&out);
    struct writer *writer = writer_new(kind, &out, &heading);
    write_cells(writer, text, size);
    writer_end(writer);
    writer_free(writer);
    check(kind);
    free(text);
    return 0;
}
