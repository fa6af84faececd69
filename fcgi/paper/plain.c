#include "plain.h"

#include "../sheet/decode.h"

#include <string.h>
#include <strings.h>

/* Formats that are text and have a head of their own, where authors stand. */
static bool has_format(const char *text)
{
    static const char *const heads[] = {
        "{\\rtf", "<?xml",        "<!doctype",  "<html",         "<svg",   "%!ps",
        "from: ", "return-path:", "received: ", "mime-version:", "begin:v"};
    text += strspn(text, " \t\n");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (strncasecmp(text, heads[i], strlen(heads[i])) == 0)
            return true;
    return false;
}

static bool is_control(unsigned char byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') ||
           byte == 0x7F;
}

/* What programs put before a text to say which encoding it is in. */
static void drop_marks(struct buffer *out, size_t start)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t at = start;
    while (out->length - at >= 3 && memcmp(out->bytes + at, mark, 3) == 0)
        at += 3;
    if (at > start) {
        memmove(out->bytes + start, out->bytes + at, out->length - at + 1);
        out->length -= at - start;
    }
}

enum paper_result plain_clean(struct buffer *out, const void *bytes, size_t length)
{
    struct decoder decoder;
    const char *text;
    size_t some, start = out->length;
    bool returned = false; /* the last was CR, which LF may follow */
    if (!decode_start(&decoder, bytes, length))
        return PAPER_UNKNOWN;
    while (decode_next(&decoder, &text, &some))
        for (size_t i = 0; i < some; i++) {
            if (is_control((unsigned char)text[i]))
                return PAPER_UNKNOWN;
            if (text[i] != '\n' || !returned)
                buffer_char(out, text[i] == '\r' ? '\n' : text[i]);
            returned = text[i] == '\r';
        }
    if (decoder.bad)
        return PAPER_UNKNOWN;
    drop_marks(out, start);
    if (out->length == start || out->bytes[start + strspn(out->bytes + start, " \t\n\f")] == '\0')
        return PAPER_EMPTY;
    return has_format(out->bytes + start) ? PAPER_UNKNOWN : PAPER_OK;
}
