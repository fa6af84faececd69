#include "log.h"

#include "text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 4096 };
static enum log_level threshold = LOG_INFO;

struct line {
    char bytes[LINE];
    size_t length;
};

void log_threshold(enum log_level level)
{
    threshold = level;
}

/* The last byte is kept for the newline. */
static void put(struct line *line, char character)
{
    if (line->length < LINE - 1)
        line->bytes[line->length++] = character;
}

static void put_text(struct line *line, const char *text)
{
    while (*text)
        put(line, *text++);
}

static bool plain(const char *text)
{
    if (!*text)
        return false;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte <= ' ' || byte >= 0x7f || byte == '"' || byte == '=' || byte == '\\')
            return false;
    }
    return true;
}

/* C1 controls, U+2028, U+2029 and directional overrides would let a value pretend to be a line of
 * its own. */
static size_t hidden(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] == 0xc2 && byte[1] < 0xa0)
        return 2;
    if (byte[0] == 0xe2 && byte[1] == 0x80 &&
        ((byte[2] >= 0x8e && byte[2] <= 0x8f) || (byte[2] >= 0xa8 && byte[2] <= 0xae)))
        return 3;
    if (byte[0] == 0xe2 && byte[1] == 0x81 && byte[2] >= 0xa6 && byte[2] <= 0xa9)
        return 3;
    return 0;
}

static void put_value(struct line *line, const char *value)
{
    if (plain(value)) {
        put_text(line, value);
        return;
    }
    bool valid = text_utf8(value, strlen(value));
    put(line, '"');
    while (*value) {
        unsigned char byte = (unsigned char)*value;
        size_t skip = valid ? hidden(value) : 0;
        if (skip) {
            put(line, '?');
            value += skip;
            continue;
        }
        if (byte == '"' || byte == '\\')
            put(line, '\\');
        put(line, byte < ' ' || byte == 0x7f || (byte > 0x7f && !valid) ? '?' : *value);
        value++;
    }
    put(line, '"');
}

void log_line(enum log_level level, const char *what, ...)
{
    static const char *const names[] = {"debug", "info", "warning", "error"};
    if (level < threshold)
        return;
    struct line line = {.length = 0};
    struct timespec now;
    struct tm utc;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    char at[64];
    size_t length = strftime(at, sizeof at, "at=%Y-%m-%dT%H:%M:%S", &utc);
    snprintf(at + length, sizeof at - length, ".%03dZ", (int)(now.tv_nsec / 1000000));
    put_text(&line, at);
    put_text(&line, " level=");
    put_text(&line, names[level]);
    put_text(&line, " what=");
    put_value(&line, what);
    va_list list;
    va_start(list, what);
    const char *key;
    while ((key = va_arg(list, const char *))) {
        const char *value = va_arg(list, const char *);
        if (!value)
            continue;
        put(&line, ' ');
        put_text(&line, key);
        put(&line, '=');
        put_value(&line, value);
    }
    va_end(list);
    line.bytes[line.length++] = '\n';
    /* Nothing better can be done about a log that cannot be written. */
    if (write(STDERR_FILENO, line.bytes, line.length) < 0)
        return;
}
