#include "fields.h"

#include "arena.h"
#include "buffer.h"
#include "text.h"

#include <string.h>

void fields_add(struct arena *arena, struct fields *fields, const char *name, const char *value)
{
    if (fields->count == fields->capacity) {
        size_t capacity = fields->capacity ? 2 * fields->capacity : 16;
        fields->items = arena_grow(arena, fields->items, fields->count * sizeof *fields->items,
                                   capacity * sizeof *fields->items);
        fields->capacity = capacity;
    }
    fields->items[fields->count++] = (struct field_value){name, value};
}

const char *fields_find(const struct fields *fields, const char *name)
{
    for (size_t i = 0; i < fields->count; i++)
        if (!strcmp(fields->items[i].name, name))
            return fields->items[i].value;
    return NULL;
}

size_t fields_count(const struct fields *fields, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < fields->count; i++)
        count += !strcmp(fields->items[i].name, name);
    return count;
}

static int digit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    character = (char)(character | 0x20);
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
}

/* Decodes into the arena. A NUL, written %00 or raw, counts as bad UTF-8: no text holds one. */
static enum fields_result decode(struct arena *arena, const char *text, size_t length,
                                 size_t maximum, const char **decoded)
{
    char *out = arena_alloc(arena, length + 1);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        char character = text[i];
        if (character == '+') {
            character = ' ';
        } else if (character == '%') {
            int high = i + 1 < length ? digit(text[i + 1]) : -1;
            int low = i + 2 < length ? digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return FIELDS_BAD_ESCAPE;
            character = (char)(16 * high + low);
            i += 2;
        }
        out[used++] = character;
    }
    out[used] = 0;
    *decoded = out;
    if (memchr(out, 0, used) || !text_utf8(out, used))
        return FIELDS_BAD_UTF8;
    return used > maximum ? FIELDS_TOO_LONG : FIELDS_OK;
}

/* A name that broke a rule may be anything: only short words of letters, digits, _ and - are shown.
 */
static const char *showable(const char *name)
{
    size_t length =
        strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return name[length] || length > 40 ? "" : name;
}

enum fields_result fields_parse_urlencoded(struct arena *arena, struct fields *fields,
                                           const char *text, size_t length,
                                           const struct fields_limits *limits, const char **culprit)
{
    const char *end = text + length;
    *culprit = "";
    while (text < end) {
        const char *stop = memchr(text, '&', (size_t)(end - text));
        if (!stop)
            stop = end;
        if (stop > text) {
            const char *equals = memchr(text, '=', (size_t)(stop - text));
            const char *name_end = equals ? equals : stop;
            const char *name = "", *value = "";
            enum fields_result result =
                decode(arena, text, (size_t)(name_end - text), limits->name_length, &name);
            if (result)
                return result;
            *culprit = showable(name);
            if (equals)
                result = decode(arena, equals + 1, (size_t)(stop - equals - 1),
                                limits->value_length, &value);
            if (!result && fields->count >= limits->count)
                result = FIELDS_TOO_MANY;
            if (result)
                return result;
            fields_add(arena, fields, name, value);
            *culprit = "";
        }
        text = stop + 1;
    }
    return FIELDS_OK;
}

static bool cookie_name(const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = name[i];
        if (byte <= ' ' || byte >= 0x7f || strchr("()<>@,;:\\\"/[]?={}", byte))
            return false;
    }
    return length > 0;
}

static bool cookie_value(const char *value, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = value[i];
        if (byte <= ' ' || byte >= 0x7f || strchr("\",;\\", byte))
            return false;
    }
    return true;
}

void fields_parse_cookies(struct arena *arena, struct fields *fields, const char *header)
{
    while (header && *header) {
        header += strspn(header, " \t;");
        size_t length = strcspn(header, ";");
        size_t used = length;
        while (used && (header[used - 1] == ' ' || header[used - 1] == '\t'))
            used--;
        const char *equals = memchr(header, '=', used);
        if (equals) {
            size_t name_length = (size_t)(equals - header);
            size_t value_length = used - name_length - 1;
            if (cookie_name(header, name_length) && cookie_value(equals + 1, value_length))
                fields_add(arena, fields, arena_bytes(arena, header, name_length),
                           arena_bytes(arena, equals + 1, value_length));
        }
        header += length;
    }
}

void fields_encode(struct buffer *buffer, const char *text)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    static const char hexadecimal[] = "0123456789ABCDEF";
    while (*text) {
        size_t length = strspn(text, safe);
        buffer_add(buffer, text, length);
        text += length;
        if (*text) {
            unsigned char byte = (unsigned char)*text++;
            char escape[3] = {'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
            buffer_add(buffer, escape, 3);
        }
    }
}
