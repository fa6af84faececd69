#include "picture.h"

#include <stdint.h>
#include <string.h>

static uint32_t big(const unsigned char *at, size_t count)
{
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++)
        value = value << 8 | at[i];
    return value;
}

static uint32_t little(const unsigned char *at, size_t count)
{
    uint32_t value = 0;
    while (count--)
        value = value << 8 | at[count];
    return value;
}

static bool begins(const unsigned char *bytes, size_t length, const char *with, size_t size)
{
    return length >= size && memcmp(bytes, with, size) == 0;
}

enum picture_format picture_format(const void *all, size_t length)
{
    const unsigned char *bytes = all;
    if (begins(bytes, length, "\xFF\xD8\xFF", 3))
        return PICTURE_JPEG;
    if (begins(bytes, length, "\x89PNG\r\n\x1A\n", 8))
        return PICTURE_PNG;
    if (begins(bytes, length, "GIF87a", 6) || begins(bytes, length, "GIF89a", 6))
        return PICTURE_GIF;
    if (begins(bytes, length, "\1\0\0\0", 4) && length >= 88 && memcmp(bytes + 40, " EMF", 4) == 0)
        return PICTURE_EMF;
    if ((begins(bytes, length, "BM", 2) && length >= 26 && little(bytes + 6, 4) == 0) ||
        begins(bytes, length, "\xD7\xCD\xC6\x9A", 4) ||
        begins(bytes, length, "\1\0\x09\0\0\3", 6) || begins(bytes, length, "VCLMTF", 6))
        return PICTURE_BARE;
    if (begins(bytes, length, "II*\0", 4) || begins(bytes, length, "MM\0*", 4) ||
        begins(bytes, length, "RIFF", 4) || (length >= 12 && memcmp(bytes + 4, "ftyp", 4) == 0))
        return PICTURE_OTHER;
    return PICTURE_NONE;
}

/* The tag 0x0112 of what cameras write: which way up. 1 when it says nothing. */
static unsigned orientation(const unsigned char *tiff, size_t length)
{
    if (length < 8 || (memcmp(tiff, "II*\0", 4) != 0 && memcmp(tiff, "MM\0*", 4) != 0))
        return 1;
    uint32_t (*number)(const unsigned char *, size_t) = tiff[0] == 'I' ? little : big;
    size_t at = number(tiff + 4, 4);
    if (at > length - 2)
        return 1;
    size_t count = number(tiff + at, 2);
    for (at += 2; count > 0 && at <= length && length - at >= 12; count--, at += 12)
        if (number(tiff + at, 2) == 0x0112) {
            unsigned way = number(tiff + at + 8, 2);
            return way >= 1 && way <= 8 ? way : 1;
        }
    return 1;
}

/* The least that says so. */
static void add_orientation(struct buffer *out, unsigned way)
{
    unsigned char segment[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,    'M', 'M',
                               0,    '*',  0, 0,  0,   8,   0,   1,   1, 0x12, 0,   3,
                               0,    0,    0, 1,  0,   0,   0,   0,   0, 0,    0,   0};
    segment[29] = (unsigned char)way;
    if (way > 1)
        buffer_add(out, segment, sizeof segment);
}

/* Those without which the pixels cannot be had: frames, tables, scans. */
static bool jpeg_needs(unsigned marker)
{
    return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8) ||
           (marker >= 0xDA && marker <= 0xDF);
}

static void jpeg_segment(struct buffer *out, unsigned marker, const unsigned char *at, size_t size,
                         unsigned *way)
{
    static const char jfif[] = "\xFF\xE0\0\x10JFIF";
    if (jpeg_needs(marker) || (marker == 0xEE && size == 14 && memcmp(at + 2, "Adobe", 5) == 0)) {
        const unsigned char head[] = {0xFF, (unsigned char)marker};
        buffer_add(out, head, 2);
        buffer_add(out, at, size);
    } else if (marker == 0xE0 && size >= 16 && memcmp(at + 2, "JFIF", 5) == 0) {
        buffer_add(out, jfif, sizeof jfif);
        buffer_add(out, at + 7, 7);
        buffer_add(out, "\0", 2); /* no small picture beside it */
    } else if (marker == 0xE1 && size >= 8 && memcmp(at + 2, "Exif\0\0", 6) == 0 && *way == 0) {
        *way = orientation(at + 8, size - 8);
        add_orientation(out, *way);
    }
}

/* Past what a scan has been coded to; nothing but a marker ends it. */
static size_t jpeg_scan(const unsigned char *bytes, size_t length, size_t at)
{
    for (; at + 1 < length; at++)
        if (bytes[at] == 0xFF && bytes[at + 1] != 0 && bytes[at + 1] != 0xFF &&
            (bytes[at + 1] < 0xD0 || bytes[at + 1] > 0xD7))
            return at;
    return length;
}

enum paper_result picture_jpeg(struct buffer *out, const unsigned char *bytes, size_t length)
{
    bool frame = false, scan = false;
    unsigned way = 0;
    size_t at = 2;
    if (!begins(bytes, length, "\xFF\xD8", 2))
        return PAPER_DAMAGED;
    buffer_add(out, bytes, 2);
    while (at + 1 < length && bytes[at] == 0xFF) {
        unsigned marker = bytes[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        at += 2;
        if (marker == 0xD9)
            break;
        if (marker == 1 || (marker >= 0xD0 && marker <= 0xD7))
            continue;
        if (length - at < 2 || big(bytes + at, 2) < 2 || big(bytes + at, 2) > length - at)
            return PAPER_DAMAGED;
        size_t size = big(bytes + at, 2);
        jpeg_segment(out, marker, bytes + at, size, &way);
        at += size;
        frame = frame || (jpeg_needs(marker) && marker < 0xD0 && marker != 0xC4 && marker != 0xCC);
        if (marker == 0xDA) {
            size_t end = jpeg_scan(bytes, length, at);
            buffer_add(out, bytes + at, end - at);
            at = end;
            scan = true;
        }
    }
    /* One whose end was cut off is shown by every viewer, and ended here. */
    buffer_add(out, "\xFF\xD9", 2);
    return frame && scan ? PAPER_OK : PAPER_DAMAGED;
}

/* As PNG has it (CRC-32). */
static uint32_t checksum(const unsigned char *bytes, size_t length)
{
    uint32_t table[256], sum = UINT32_MAX;
    for (uint32_t i = 0; i < 256; i++) {
        table[i] = i;
        for (int bit = 0; bit < 8; bit++)
            table[i] = table[i] & 1 ? table[i] >> 1 ^ 0xEDB88320 : table[i] >> 1;
    }
    for (size_t i = 0; i < length; i++)
        sum = table[(sum ^ bytes[i]) & 255] ^ sum >> 8;
    return ~sum;
}

static enum paper_result clean_png(struct buffer *out, const unsigned char *bytes, size_t length)
{
    static const char kept[] =
        "IHDR PLTE IDAT IEND tRNS cHRM gAMA sRGB sBIT bKGD pHYs acTL fcTL fdAT";
    bool pixels = false;
    buffer_add(out, bytes, 8);
    for (size_t at = 8; length - at >= 12;) {
        size_t size = big(bytes + at, 4);
        char name[5] = {0};
        memcpy(name, bytes + at + 4, 4);
        if (size > length - at - 12 || strlen(name) != 4 || strchr(name, ' ') ||
            checksum(bytes + at + 4, size + 4) != big(bytes + at + 8 + size, 4) ||
            (at == 8 && strcmp(name, "IHDR") != 0))
            return PAPER_DAMAGED;
        if (strstr(kept, name))
            buffer_add(out, bytes + at, size + 12);
        pixels = pixels || strcmp(name, "IDAT") == 0;
        if (strcmp(name, "IEND") == 0)
            return pixels ? PAPER_OK : PAPER_DAMAGED;
        at += size + 12;
    }
    return PAPER_DAMAGED;
}

/* Past the pieces of at most 255 bytes that end with an empty one; 0 when they do not. */
static size_t gif_pieces(const unsigned char *bytes, size_t length, size_t at)
{
    while (at < length && bytes[at] != 0)
        at += 1 + (size_t)bytes[at];
    return at < length ? at + 1 : 0;
}

static size_t gif_colors(unsigned flags)
{
    return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

static enum paper_result clean_gif(struct buffer *out, const unsigned char *bytes, size_t length)
{
    size_t at = length < 13 ? length : 13 + gif_colors(bytes[10]);
    buffer_add(out, bytes, at < length ? at : length);
    while (at < length) {
        size_t end = 0;
        bool keep = true;
        if (bytes[at] == ';') {
            buffer_char(out, ';');
            return PAPER_OK;
        } else if (bytes[at] == '!' && length - at > 2) {
            end = gif_pieces(bytes, length, at + 2);
            keep = bytes[at + 1] == 0xF9 || (bytes[at + 1] == 0xFF && length - at > 14 &&
                                             memcmp(bytes + at + 3, "NETSCAPE2.0", 11) == 0);
        } else if (bytes[at] == ',' && length - at > 10) {
            size_t data = at + 10 + gif_colors(bytes[at + 9]) + 1;
            end = data < length ? gif_pieces(bytes, length, data) : 0;
        }
        if (end == 0)
            return PAPER_DAMAGED;
        if (keep)
            buffer_add(out, bytes + at, end - at);
        at = end;
    }
    return PAPER_DAMAGED;
}

/* The program and the picture's name stand in the first record; comments of programs in records 70, which EMF+ needs. */
static enum paper_result clean_emf(struct buffer *out, const unsigned char *bytes, size_t length)
{
    size_t start = out->length, size;
    buffer_add(out, bytes, length);
    if (out->full)
        return PAPER_LARGE;
    char *copy = out->bytes + start;
    size_t letters = little(bytes + 60, 4), offset = little(bytes + 64, 4);
    if (offset <= length && letters <= (length - offset) / 2)
        memset(copy + offset, 0, 2 * letters);
    memset(copy + 60, 0, 8);
    for (size_t at = 0; length - at >= 8; at += size) {
        size = little(bytes + at + 4, 4);
        if (size < 8 || size > length - at)
            return PAPER_DAMAGED;
        bool needed = size >= 16 && (memcmp(bytes + at + 12, "EMF+", 4) == 0 ||
                                     memcmp(bytes + at + 12, "GDIC", 4) == 0);
        if (little(bytes + at, 4) == 70 && size > 12 && !needed)
            memset(copy + at + 12, 0, size - 12);
    }
    return PAPER_OK;
}

enum paper_result picture_jp2(struct buffer *out, const unsigned char *bytes, size_t length)
{
    if (begins(bytes, length, "\xFF\x4F\xFF\x51", 4)) { /* without boxes */
        buffer_add(out, bytes, length);
        return PAPER_OK;
    }
    for (size_t at = 0; length - at >= 8;) {
        size_t size = big(bytes + at, 4);
        if (size == 0)
            size = length - at;
        if (size < 8 || size > length - at)
            return PAPER_DAMAGED;
        if (memcmp(bytes + at + 4, "uuid", 4) != 0 && memcmp(bytes + at + 4, "xml ", 4) != 0 &&
            memcmp(bytes + at + 4, "uinf", 4) != 0)
            buffer_add(out, bytes + at, size);
        at += size;
    }
    return PAPER_OK;
}

enum paper_result picture_clean(struct buffer *out, const void *bytes, size_t length,
                                const char **extension)
{
    const char *ignored = NULL;
    const char **end = extension ? extension : &ignored;
    switch (picture_format(bytes, length)) {
    case PICTURE_JPEG:
        *end = "jpeg";
        return picture_jpeg(out, bytes, length);
    case PICTURE_PNG:
        *end = "png";
        return clean_png(out, bytes, length);
    case PICTURE_GIF:
        *end = "gif";
        return clean_gif(out, bytes, length);
    case PICTURE_EMF:
        *end = "emf";
        return clean_emf(out, bytes, length);
    case PICTURE_BARE:
        *end = begins(bytes, length, "BM", 2)    ? "bmp"
               : begins(bytes, length, "VCL", 3) ? "svm"
                                                 : "wmf";
        buffer_add(out, bytes, length);
        return PAPER_OK;
    case PICTURE_NONE:
    case PICTURE_OTHER:
        break;
    }
    return PAPER_INSIDE;
}
