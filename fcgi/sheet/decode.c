#include "decode.h"

#include "../base/text.h"

#include <stdint.h>
#include <string.h>

/* Windows-1252 from 0x80 to 0x9f; 0 where it has no letter. The rest is as in Unicode. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

bool decode_start(struct decoder *decoder, const void *bytes, size_t length)
{
    decoder->at = bytes;
    decoder->end = decoder->at + length;
    decoder->bad = false;
    if (length >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
        decoder->encoding = DECODE_UTF16_LITTLE;
    else if (length >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
        decoder->encoding = DECODE_UTF16_BIG;
    else if (memchr(bytes, 0, length))
        return false;
    else
        decoder->encoding = text_utf8(bytes, length) ? DECODE_UTF8 : DECODE_WINDOWS_1252;
    if (decoder->encoding >= DECODE_UTF16_LITTLE) {
        decoder->at += 2;
    } else if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        decoder->at += 3;
        decoder->bad = decoder->encoding != DECODE_UTF8;
    }
    return true;
}

static size_t put(char *out, uint32_t letter)
{
    if (letter < 0x80) {
        out[0] = (char)letter;
        return 1;
    }
    size_t more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (char)(lead[more] | letter >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (letter >> 6 * (more - i) & 0x3f));
    return more + 1;
}

/* The next letter; 0 when there is none. */
static uint32_t letter_1252(struct decoder *decoder)
{
    unsigned char byte = *decoder->at++;
    return byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
}

static uint32_t unit(const struct decoder *decoder, size_t index)
{
    const unsigned char *byte = decoder->at + 2 * index;
    if (decoder->end - byte < 2)
        return 0;
    bool big = decoder->encoding == DECODE_UTF16_BIG;
    return (uint32_t)byte[!big] << 8 | byte[big];
}

static uint32_t letter_utf16(struct decoder *decoder)
{
    uint32_t first = unit(decoder, 0);
    if (first < 0xd800 || first > 0xdfff) {
        decoder->at += 2;
        return first;
    }
    uint32_t second = unit(decoder, 1);
    if (first > 0xdbff || second < 0xdc00 || second > 0xdfff)
        return 0;
    decoder->at += 4;
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

bool decode_next(struct decoder *decoder, const char **text, size_t *length)
{
    size_t made = 0;
    if (decoder->bad || decoder->at == decoder->end)
        return false;
    if (decoder->encoding == DECODE_UTF8) {
        size_t rest = (size_t)(decoder->end - decoder->at);
        *text = (const char *)decoder->at;
        *length = rest < DECODE_PIECE ? rest : DECODE_PIECE;
        decoder->at += *length;
        return true;
    }
    while (decoder->at < decoder->end && made + 4 <= sizeof decoder->piece) {
        uint32_t letter =
            decoder->encoding == DECODE_WINDOWS_1252 ? letter_1252(decoder) : letter_utf16(decoder);
        if (!letter) {
            decoder->bad = true;
            break;
        }
        made += put(decoder->piece + made, letter);
    }
    *text = decoder->piece;
    *length = made;
    return made > 0;
}
