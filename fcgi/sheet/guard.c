#include "guard.h"

#include <string.h>

enum { ATTRIBUTES_MOST = 100, TAG_MOST = 262144 };

/* The byte behind "<". */
static bool opened(struct guard *guard, char byte)
{
    guard->length = 0;
    guard->attributes = 0;
    guard->before[0] = guard->before[1] = 0;
    guard->state = byte == '!'   ? GUARD_BANG
                   : byte == '?' ? GUARD_COMMAND
                   : byte == '>' ? GUARD_TEXT
                                 : GUARD_TAG;
    return true;
}

static bool in_tag(struct guard *guard, char byte)
{
    if (byte == '>') {
        guard->state = GUARD_TEXT;
    } else if (byte == '"' || byte == '\'') {
        guard->state = GUARD_VALUE;
        guard->quote = byte;
        return ++guard->attributes <= ATTRIBUTES_MOST;
    }
    return true;
}

/* Of the document type, nothing but its first byte is read. A comment's second hyphen and the rest of
 * CDATA's opening are libxml2's to insist on. */
static bool banged(struct guard *guard, char byte)
{
    guard->state = byte == '-' ? GUARD_COMMENT : GUARD_CDATA;
    guard->length = 0;
    return byte == '-' || byte == '[';
}

/* "-->", but not that of "<!-->": the opening's second hyphen is none of the end. */
static bool in_section(struct guard *guard, char byte)
{
    char last = guard->state == GUARD_COMMENT ? '-' : guard->state == GUARD_CDATA ? ']' : '?';
    bool twice = guard->state == GUARD_COMMAND || guard->before[0] == last;
    size_t least = guard->state == GUARD_COMMENT ? 3 : 2;
    if (byte == '>' && guard->before[1] == last && twice &&
        (guard->state == GUARD_COMMAND || guard->length > least))
        guard->state = GUARD_TEXT;
    guard->before[0] = guard->before[1];
    guard->before[1] = byte;
    return true;
}

static bool step(struct guard *guard, char byte)
{
    switch (guard->state) {
    case GUARD_FIRST:
        guard->state = GUARD_SECOND;
        return byte == '<';
    case GUARD_SECOND:
        return byte && opened(guard, byte);
    case GUARD_OPEN:
        return opened(guard, byte);
    case GUARD_TAG:
        return in_tag(guard, byte);
    case GUARD_VALUE:
        if (byte == guard->quote)
            guard->state = GUARD_TAG;
        return true;
    case GUARD_BANG:
        return banged(guard, byte);
    case GUARD_TEXT:
        if (byte == '<')
            guard->state = GUARD_OPEN;
        return true;
    default:
        return in_section(guard, byte);
    }
}

bool guard_pass(struct guard *guard, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    if (guard->state == GUARD_FIRST && length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        bytes += 3;
    while (bytes < end) {
        if (guard->state == GUARD_TEXT) {
            bytes = memchr(bytes, '<', (size_t)(end - bytes));
            if (!bytes)
                return true;
        }
        guard->length++;
        if (!step(guard, *bytes++) || guard->length > TAG_MOST)
            return false;
    }
    return true;
}
