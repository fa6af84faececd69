#include "strings.h"

#include "../base/arena.h"

#include <string.h>

/* Rooms double from the first to exactly these. */
enum { FIRST_ROOM = 65536, COUNT_MOST = 1 << 21, TEXT_MOST = 64 << 20 };
static const uint32_t too_long = (uint32_t)1 << 31;

enum { SST = 1, SI, R, T };

void strings_start(struct strings *strings, size_t most)
{
    *strings = (struct strings){.most = most};
    strings->text_arena = arena_new(TEXT_MOST + 65536);
    strings->start_arena = arena_new(COUNT_MOST * sizeof *strings->starts + 65536);
    buffer_init(&strings->single, most);
}

void strings_end(struct strings *strings)
{
    arena_free(strings->text_arena);
    arena_free(strings->start_arena);
    buffer_free(&strings->single);
}

static void strings_element(struct xml *xml, unsigned kind)
{
    struct strings *strings = xml->context;
    if (kind == SI && xml_above(xml, 1) == SST)
        buffer_clear(&strings->single);
}

/* Directly or in a run; not what tells how it is pronounced. */
static void strings_text(struct xml *xml, const char *text, size_t length)
{
    struct strings *strings = xml->context;
    if (xml_above(xml, 0) == T &&
        (xml_above(xml, 1) == SI || (xml_above(xml, 1) == R && xml_above(xml, 2) == SI)))
        buffer_add(&strings->single, text, length);
}

/* A list on an arena of its own that has room for `need` bytes; it stays where it is. */
static void *grown(struct arena *arena, void *list, size_t *room, size_t need)
{
    size_t before = *room;
    while (*room < need)
        *room = *room ? 2 * *room : FIRST_ROOM;
    return *room > before ? arena_grow(arena, list, before, *room) : list;
}

static bool keep(struct strings *strings, const char *text, uint32_t mark)
{
    size_t size = strlen(text) + 1, each = sizeof *strings->starts;
    if (strings->count == COUNT_MOST || size > TEXT_MOST - strings->length)
        return false;
    strings->text =
        grown(strings->text_arena, strings->text, &strings->text_room, strings->length + size);
    strings->starts = grown(strings->start_arena, strings->starts, &strings->start_room,
                            (strings->count + 1) * each);
    memcpy(strings->text + strings->length, text, size);
    strings->starts[strings->count++] = (uint32_t)strings->length | mark;
    strings->length += size;
    return true;
}

static void strings_element_end(struct xml *xml, unsigned kind)
{
    struct strings *strings = xml->context;
    struct buffer *single = &strings->single;
    if (kind != SI || xml_above(xml, 0) != SST)
        return;
    if (single->length)
        strings_unescape(single->bytes);
    bool empty = single->full || !single->length;
    if (!keep(strings, empty ? "" : single->bytes, single->full ? too_long : 0))
        xml_fail(xml, SHEET_LARGE);
}

static const char *const names[] = {"sst", "si", "r", "t", NULL};
const struct xml_reader strings_reader = {names, strings_element, strings_element_end,
                                          strings_text};

const char *strings_at(const struct strings *strings, size_t index, bool *whole)
{
    if (index >= strings->count)
        return NULL;
    *whole = !(strings->starts[index] & too_long);
    return strings->text + (strings->starts[index] & ~too_long);
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* "_x000D_" at `text`: its UTF-16 unit, else -1. */
static int32_t escaped(const char *text)
{
    int32_t unit = 0;
    if (text[0] != '_' || text[1] != 'x')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_value(text[i]);
        if (digit < 0)
            return -1;
        unit = 16 * unit + digit;
    }
    return text[6] == '_' ? unit : -1;
}

void strings_unescape(char *text)
{
    char *to = strstr(text, "_x");
    for (const char *from = to; from && *from;) {
        int32_t unit = escaped(from);
        if (unit < 0) {
            *to++ = *from++;
            continue;
        }
        from += 7;
        if (!unit || (unit >= 0xd800 && unit <= 0xdfff))
            unit = ' ';
        if (unit < 0x80) {
            *to++ = (char)unit;
        } else if (unit < 0x800) {
            *to++ = (char)(0xc0 | unit >> 6);
            *to++ = (char)(0x80 | (unit & 0x3f));
        } else {
            *to++ = (char)(0xe0 | unit >> 12);
            *to++ = (char)(0x80 | (unit >> 6 & 0x3f));
            *to++ = (char)(0x80 | (unit & 0x3f));
        }
    }
    if (to)
        *to = 0;
}
