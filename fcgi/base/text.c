#include "text.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

bool text_equal(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

bool text_among(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

/* Table 3-7 of the Unicode standard: the first byte says how many follow and between what the
 * second lies. */
bool text_utf8(const char *text, size_t length)
{
    const unsigned char *byte = (const unsigned char *)text, *end = byte + length;
    while (byte < end) {
        unsigned char first = *byte++;
        if (first < 0x80)
            continue;
        size_t more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        unsigned char lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        unsigned char highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (first < 0xc2 || first > 0xf4 || (size_t)(end - byte) < more)
            return false;
        for (; more; more--, byte++) {
            if (*byte < lowest || *byte > highest)
                return false;
            lowest = 0x80;
            highest = 0xbf;
        }
    }
    return true;
}

size_t text_letters(const char *text)
{
    size_t letters = 0;
    for (; *text; text++)
        letters += ((unsigned char)*text & 0xc0) != 0x80;
    return letters;
}

bool text_integer(const char *text, int64_t minimum, int64_t maximum, int64_t *integer)
{
    bool negative = text && *text == '-';
    const char *digit = text ? text + negative : "";
    if (!*digit || (*digit == '0' && (digit[1] || negative)))
        return false;
    int64_t value = 0;
    for (; *digit; digit++) {
        if (*digit < '0' || *digit > '9')
            return false;
        int number = *digit - '0';
        /* Counted downwards: the most negative integer has no positive twin. */
        if (__builtin_mul_overflow(value, 10, &value) ||
            __builtin_sub_overflow(value, number, &value))
            return false;
    }
    if (!negative && __builtin_sub_overflow(0, value, &value))
        return false;
    if (value < minimum || value > maximum)
        return false;
    *integer = value;
    return true;
}

/* Characters that show nothing: a name of these alone would pass for a name. */
static bool blank(UChar32 character)
{
    return u_isUWhiteSpace(character) || character == 0x200b || character == 0x2060 ||
           character == 0xfeff;
}

/* To NFC through UTF-16, ICU's own form. The memory in between lies on the arena too. */
static char *composed(struct arena *arena, const char *text, size_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    int32_t wide_size = (int32_t)length + 1, wide_length = 0;
    UChar *wide = arena_alloc(arena, (size_t)wide_size * sizeof *wide);
    u_strFromUTF8(wide, wide_size, &wide_length, text, (int32_t)length, &status);
    /* Everything blank lies in the basic plane: one unit each. */
    int32_t start = 0, end = wide_length;
    while (start < end && blank(wide[start]))
        start++;
    while (end > start && blank(wide[end - 1]))
        end--;
    /* NFC makes UTF-16 at most three times longer; UTF-8 takes at most three bytes a unit of it. */
    int32_t size = 3 * (end - start) + 1, made = 0;
    UChar *normal = arena_alloc(arena, (size_t)size * sizeof *normal);
    made = unorm2_normalize(nfc, wide + start, end - start, normal, size, &status);
    int32_t bytes = 3 * made + 1, written = 0;
    char *result = arena_alloc(arena, (size_t)bytes);
    u_strToUTF8(result, bytes, &written, normal, made, &status);
    if (U_FAILURE(status))
        abort(); /* only running out of memory or bad UTF-8, which the caller rules out */
    return result;
}

static bool ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

char *text_clean(struct arena *arena, const char *text)
{
    if (!text)
        return NULL;
    size_t length = strlen(text), used = 0;
    char *copy = arena_alloc(arena, length + 1);
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r')
            copy[used++] = text[i];
        else if (text[i + 1] != '\n')
            copy[used++] = '\n';
    copy[used] = 0;
    if (!ascii(copy))
        return composed(arena, copy, used);
    static const char spaces[] = " \t\n\v\f\r";
    while (used && strchr(spaces, copy[used - 1]))
        copy[--used] = 0;
    return copy + strspn(copy, spaces);
}

char *text_lower(struct arena *arena, const char *text)
{
    char *copy = arena_text(arena, text);
    for (char *byte = copy; byte && *byte; byte++)
        if (*byte >= 'A' && *byte <= 'Z')
            *byte = (char)(*byte | 0x20);
    return copy;
}

static bool all_of(const char *text, size_t length, const char *allowed)
{
    return strspn(text, allowed) >= length;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
bool text_email(const char *text)
{
    size_t length = text ? strlen(text) : 0;
    const char *sign = text ? strchr(text, '@') : NULL;
    if (!sign || length > 254 || sign == text || sign - text > 64)
        return false;
    size_t local = (size_t)(sign - text);
    if (!all_of(text, local, LETTERS "!#$%&'*+/=?^_`{|}~-.") || *text == '.' ||
        text[local - 1] == '.')
        return false;
    for (size_t i = 0; i + 1 < local; i++)
        if (text[i] == '.' && text[i + 1] == '.')
            return false;
    int labels = 0;
    for (const char *label = sign + 1;; labels++) {
        size_t part = strcspn(label, ".");
        if (!part || part > 63 || !all_of(label, part, LETTERS "-") || *label == '-' ||
            label[part - 1] == '-')
            return false;
        if (!label[part]) /* no country is a number: that is an address of another kind */
            return labels >= 1 && strspn(label, "0123456789") < part;
        label += part + 1;
    }
}

void text_hex(char *hex, const unsigned char *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < length; i++) {
        *hex++ = digits[bytes[i] >> 4];
        *hex++ = digits[bytes[i] & 15];
    }
    *hex = 0;
}

static int hex_digit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
}

bool text_unhex(unsigned char *bytes, const char *hex, size_t length)
{
    if (!hex || strlen(hex) != 2 * length)
        return false;
    for (size_t i = 0; i < length; i++) {
        int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = (unsigned char)(16 * high + low);
    }
    return true;
}
