#include "xml_text.h"

#include <stdbool.h>
#include <string.h>

size_t xml_character(const unsigned char *at, size_t left)
{
    unsigned char first = at[0];
    if (first < 0x80)
        return first >= 0x20 || first == '\t' || first == '\n' || first == '\r';
    size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || length > left)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    if ((first == 0xE0 && at[1] < 0xA0) || (first == 0xED && at[1] > 0x9F) ||
        (first == 0xF0 && at[1] < 0x90) || (first == 0xF4 && at[1] > 0x8F))
        return 0;
    if (first == 0xEF && at[1] == 0xBF && at[2] >= 0xBE)
        return 0; /* U+FFFE, U+FFFF */
    return length;
}

size_t xml_bad_character(const unsigned char *at, size_t left)
{
    return left >= 3 && at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE ? 3 : 1;
}

/* Nothing to think about: printable ASCII without a meaning. */
static bool plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '&' && byte != '<' && byte != '>' && byte != '"';
}

static const char *entity(unsigned char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n':
        return "&#10;";
    case '\t':
        return "&#9;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

static void write_value(struct buffer *out, const unsigned char *text, size_t length)
{
    size_t from = 0, at = 0;
    while (at < length) {
        if (plain(text[at])) {
            at++;
            continue;
        }
        const char *instead = entity(text[at]);
        size_t size = instead ? 1 : xml_character(text + at, length - at);
        if (!instead && size) {
            at += size;
            continue;
        }
        buffer_add(out, text + from, at - from);
        buffer_text(out, instead ? instead : "\xEF\xBF\xBD");
        at += instead ? 1 : xml_bad_character(text + at, length - at);
        from = at;
    }
    buffer_add(out, text + from, length - from);
}

void xml_write_attribute_after(struct buffer *out, const char *prefix, size_t prefix_length,
                               const char *value, size_t length)
{
    buffer_add(out, prefix, prefix_length);
    write_value(out, (const unsigned char *)value, length);
    buffer_char(out, '"');
}

void xml_write_attribute(struct buffer *out, const char *name, const char *value)
{
    buffer_char(out, ' ');
    buffer_text(out, name);
    xml_write_attribute_after(out, "=\"", 2, value, strlen(value));
}
