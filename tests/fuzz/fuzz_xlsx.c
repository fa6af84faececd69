/* Any bytes as a workbook. The first byte chooses how deep they go in: a whole zip, or the XML of one of
 * its parts, so that the fuzzer need not make checksums and deflate streams to get there. */
#include "../../fcgi/sheet/book.h"
#include "../../fcgi/sheet/xlsx.h"
#include "sheet_check.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct sheet_limits limits = {.columns = 30, .letters = 100, .rows = 50};
static struct arena *arena;

static void whole(const uint8_t *data, size_t size)
{
    struct sheet_check check = {.limits = limits, .arena = arena};
    struct sheet_report report;
    sheet_check_end(&check, sheet_read(data, size, &limits, sheet_check_row, &check, &report),
                    &report);
}

/* In two pieces, so that tags are cut. */
static enum sheet_result parse(const struct xml_reader *reader, void *context, const char *text,
                               size_t length)
{
    struct xml xml;
    xml_start(&xml, reader, context);
    if (xml_feed(&xml, text, length / 2))
        xml_feed(&xml, text + length / 2, length - length / 2);
    return xml_end(&xml);
}

static void known_strings(struct strings *strings)
{
    static const char xml[] =
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
        "<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si></sst>";
    strings_start(strings, 100);
    assert(parse(&strings_reader, strings, xml, sizeof xml - 1) == SHEET_OK && strings->count == 2);
}

static void worksheet(const char *text, size_t length)
{
    struct sheet_check check = {.limits = limits, .arena = arena};
    struct sheet_report report;
    struct sheet_reader reader;
    struct worksheet sheet;
    struct strings strings;
    static struct styles styles = {.count = 5, .ids = {0, 14, 21, 22, 46}};
    known_strings(&strings);
    sheet_reader_start(&reader, &limits, sheet_check_row, &check, &report);
    worksheet_start(&sheet, &reader, &strings, &styles, length & 1);
    enum sheet_result result = parse(&worksheet_reader, &sheet, text, length);
    assert(result != SHEET_OK || reader.result == SHEET_OK);
    worksheet_end(&sheet);
    sheet_reader_end(&reader);
    strings_end(&strings);
}

static void shared_strings(const char *text, size_t length)
{
    struct strings strings;
    bool short_enough;
    strings_start(&strings, 40);
    parse(&strings_reader, &strings, text, length);
    for (size_t i = 0; i < strings.count; i++) {
        const char *single = strings_at(&strings, i, &short_enough);
        assert(strlen(single) <= 40 && text_utf8(single, strlen(single)));
    }
    assert(!strings_at(&strings, strings.count, &short_enough));
    strings_end(&strings);
}

static void style_sheet(const char *text, size_t length)
{
    struct styles *styles = calloc(1, sizeof *styles);
    parse(&styles_reader, styles, text, length);
    for (size_t i = 0; i <= styles->count; i++)
        assert(styles_format(styles, i) <= NUMBER_ELAPSED);
    free(styles);
}

static void lists(const char *text, size_t length)
{
    struct relations relations = {.from = "xl/workbook.xml"};
    parse(&relations_reader, &relations, text, length);
    for (size_t i = 0; i < relations.count; i++) {
        const char *part = relations.items[i].part;
        assert(*part && *part != '/' && !strstr(part, "/../") && strncmp(part, "../", 3) != 0);
    }
    struct workbook workbook = {.relations = &relations};
    parse(&workbook_reader, &workbook, text, length);
    free(relations.items);
}

/* A format's code, a NUL, a number. */
static void number(const char *text, size_t length)
{
    char *code = arena_bytes(arena, text, length), result[NUMBER_TEXT];
    const char *value = code + strlen(code);
    if (value < code + length)
        value++;
    for (unsigned since_1904 = 0; since_1904 < 2; since_1904++)
        if (number_text(result, value, number_format_of(code), since_1904))
            assert(*result && strlen(result) < NUMBER_TEXT - 1);
    strings_unescape(code);
    arena_reset(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const parts[])(const char *, size_t) = {worksheet, shared_strings, style_sheet,
                                                          lists, number};
    if (!arena)
        arena = arena_new((size_t)64 << 20);
    if (!size)
        return 0;
    if (*data == 'P')
        whole(data, size);
    else
        parts[*data % 5]((const char *)data + 1, size - 1);
    return 0;
}
