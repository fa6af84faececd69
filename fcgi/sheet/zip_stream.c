#include "zip_stream.h"

#include "../base/heap.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* LEVEL 1 takes a third of the time of 6 and makes a file of a list a fifth larger (tests/load/feeds.mjs measures). */
enum { PARTS = 16, PIECE = 32768, LEVEL = 1, STORED = 0, DEFLATED = 8, SIZES_BEHIND = 8 };
/* The first moment that a zip can name: nobody looks, and the same rows give the same bytes. */
enum { VERSION = 20, DAY = 0x21, TIME = 0 };

struct part {
    const char *name;
    uint16_t method;
    uint32_t offset, sum, packed, plain;
};
struct zip_stream {
    struct buffer *out;
    struct part parts[PARTS];
    size_t count;
    uint32_t written;
    z_stream deflate;
    unsigned char piece[PIECE];
};

struct zip_stream *zip_stream_new(struct buffer *out)
{
    struct zip_stream *zip = heap_alloc(sizeof *zip);
    zip->out = out;
    if (deflateInit2(&zip->deflate, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    return zip;
}

void zip_stream_free(struct zip_stream *zip)
{
    if (zip)
        deflateEnd(&zip->deflate);
    free(zip);
}

static void put(struct zip_stream *zip, const void *bytes, size_t length)
{
    buffer_add(zip->out, bytes, length);
    zip->written += (uint32_t)length;
}

/* Numbers stand with their lowest byte first. */
static void put_number(struct zip_stream *zip, uint32_t number, size_t bytes)
{
    unsigned char text[4];
    for (size_t i = 0; i < bytes; i++)
        text[i] = (unsigned char)(number >> 8 * i);
    put(zip, text, bytes);
}

static void put_facts(struct zip_stream *zip, const struct part *part)
{
    put_number(zip, part->sum, 4);
    put_number(zip, part->packed, 4);
    put_number(zip, part->plain, 4);
}

/* What the head of a part and its line in the directory have in common. */
static void put_head(struct zip_stream *zip, const struct part *part, bool facts)
{
    static const struct part unknown = {.name = ""};
    put_number(zip, VERSION, 2);
    put_number(zip, part->method == DEFLATED ? SIZES_BEHIND : 0, 2);
    put_number(zip, part->method, 2);
    put_number(zip, TIME, 2);
    put_number(zip, DAY, 2);
    put_facts(zip, facts ? part : &unknown);
    put_number(zip, (uint32_t)strlen(part->name), 2);
    put_number(zip, 0, 2); /* nothing extra */
}

static struct part *new_part(struct zip_stream *zip, const char *name, uint16_t method)
{
    if (zip->count == PARTS)
        abort(); /* a programmer's error: the parts of a format are known */
    struct part *part = &zip->parts[zip->count++];
    *part = (struct part){.name = name, .method = method, .offset = zip->written};
    return part;
}

void zip_stream_stored(struct zip_stream *zip, const char *name, const char *text)
{
    struct part *part = new_part(zip, name, STORED);
    part->plain = part->packed = (uint32_t)strlen(text);
    part->sum = (uint32_t)crc32(0, (const Bytef *)text, part->plain);
    put_number(zip, 0x04034b50, 4);
    put_head(zip, part, true);
    put(zip, name, strlen(name));
    put(zip, text, part->plain);
}

void zip_stream_begin(struct zip_stream *zip, const char *name)
{
    struct part *part = new_part(zip, name, DEFLATED);
    put_number(zip, 0x04034b50, 4);
    put_head(zip, part, false);
    put(zip, name, strlen(name));
    deflateReset(&zip->deflate);
}

static void deflate_some(struct zip_stream *zip, const void *bytes, size_t length, int flush)
{
    struct part *part = &zip->parts[zip->count - 1];
    z_stream *stream = &zip->deflate;
    stream->next_in = (z_const Bytef *)bytes;
    stream->avail_in = (uInt)length;
    do {
        stream->next_out = zip->piece;
        stream->avail_out = PIECE;
        deflate(stream, flush);
        size_t some = PIECE - stream->avail_out;
        put(zip, zip->piece, some);
        part->packed += (uint32_t)some;
    } while (stream->avail_out == 0);
    part->sum = (uint32_t)crc32(part->sum, bytes, (uInt)length);
    part->plain += (uint32_t)length;
}

void zip_stream_add(struct zip_stream *zip, const void *bytes, size_t length)
{
    if (length > 0)
        deflate_some(zip, bytes, length, Z_NO_FLUSH);
}

void zip_stream_end(struct zip_stream *zip)
{
    deflate_some(zip, "", 0, Z_FINISH);
    put_number(zip, 0x08074b50, 4);
    put_facts(zip, &zip->parts[zip->count - 1]);
}

void zip_stream_finish(struct zip_stream *zip)
{
    uint32_t start = zip->written;
    for (size_t i = 0; i < zip->count; i++) {
        const struct part *part = &zip->parts[i];
        put_number(zip, 0x02014b50, 4);
        put_number(zip, VERSION, 2);
        put_head(zip, part, true);
        put_number(zip, 0, 4); /* no remark, disk 0 */
        put_number(zip, 0, 2); /* attributes: neither text nor folder */
        put_number(zip, 0, 4);
        put_number(zip, part->offset, 4);
        put(zip, part->name, strlen(part->name));
    }
    uint32_t size = zip->written - start;
    put_number(zip, 0x06054b50, 4);
    put_number(zip, 0, 4); /* one disk */
    put_number(zip, (uint32_t)zip->count, 2);
    put_number(zip, (uint32_t)zip->count, 2);
    put_number(zip, size, 4);
    put_number(zip, start, 4);
    put_number(zip, 0, 2); /* no remark */
}
