/* The texts that a spreadsheet's cells share: held once, in memory of their own with a limit. */
#ifndef SHEET_STRINGS_H
#define SHEET_STRINGS_H
#include "../base/buffer.h"
#include "xml.h"

#include <stdint.h>

struct arena;

struct strings {
    struct arena *text_arena, *start_arena;
    char *text; /* each ended by a NUL */
    uint32_t *starts;
    size_t length, count;
    size_t text_room, start_room; /* bytes */
    size_t most;          /* bytes of one text; a longer one is marked, since nobody may use it */
    struct buffer single; /* the one being read */
};

void strings_start(struct strings *strings, size_t most);
void strings_end(struct strings *strings);

/* How xl/sharedStrings.xml is read, into a struct strings. More than there is room for: SHEET_LARGE. */
extern const struct xml_reader strings_reader;

/* NULL when there is no such; *whole false when it is longer than `most`. */
const char *strings_at(const struct strings *strings, size_t index, bool *whole);

/* _x000D_ and the like become what they stand for, in place. */
void strings_unescape(char *text);
#endif
