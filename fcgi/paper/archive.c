#include "archive.h"

#include "../base/heap.h"

#include <stdlib.h>
#include <string.h>

static enum paper_result of_sheet(enum sheet_result result)
{
    switch (result) {
    case SHEET_OK:
        return PAPER_OK;
    case SHEET_ENCRYPTED:
        return PAPER_ENCRYPTED;
    case SHEET_LARGE:
    case SHEET_STOPPED:
        return PAPER_LARGE;
    case SHEET_HOSTILE:
        return PAPER_HOSTILE;
    default:
        return PAPER_DAMAGED;
    }
}

enum paper_result archive_open(struct archive *archive, const void *bytes, size_t length)
{
    *archive = (struct archive){0};
    return of_sheet(package_open(&archive->package, bytes, length));
}

void archive_close(struct archive *archive)
{
    package_close(&archive->package);
}

bool archive_has(const struct archive *archive, const char *name)
{
    return package_has(&archive->package, name);
}

const char *archive_name(const struct archive *archive, size_t index)
{
    return zip_get_name(archive->package.archive, index, ZIP_FL_ENC_GUESS);
}

struct feed {
    struct archive *archive;
    struct buffer *out;
};

static bool take(void *context, const char *bytes, size_t length)
{
    struct feed *feed = context;
    feed->archive->unpacked += length;
    buffer_add(feed->out, bytes, length);
    return feed->archive->unpacked <= 4 * PAPER_BYTES && !feed->out->full;
}

enum paper_result archive_read(struct archive *archive, const char *name, struct buffer *out)
{
    struct feed feed = {archive, out};
    return of_sheet(package_read(&archive->package, name, take, &feed));
}

struct buffer *parts_add(struct parts *parts, const char *name)
{
    parts->items = heap_grow(parts->items, parts->count + 1, sizeof *parts->items);
    struct part *part = &parts->items[parts->count++];
    part->name = heap_text(name);
    buffer_init(&part->bytes, 4 * PAPER_BYTES);
    return &part->bytes;
}

void parts_free(struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        free(parts->items[i].name);
        buffer_free(&parts->items[i].bytes);
    }
    free(parts->items);
    *parts = (struct parts){0};
}

static bool add_part(zip_t *zip, const struct part *part, bool stored)
{
    zip_source_t *source =
        zip_source_buffer(zip, part->bytes.length ? part->bytes.bytes : "", part->bytes.length, 0);
    zip_int64_t index = source ? zip_file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    /* 1 January 1980, as far back as a zip can tell. */
    return zip_file_set_dostime(zip, at, 0, 1 << 5 | 1, 0) == 0 &&
           zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_DOS, 0) == 0 &&
           (!stored || zip_set_file_compression(zip, at, ZIP_CM_STORE, 0) == 0);
}

static bool copy_out(zip_source_t *source, struct buffer *out)
{
    char piece[16384];
    zip_int64_t some;
    if (zip_source_open(source) != 0)
        return false;
    while ((some = zip_source_read(source, piece, sizeof piece)) > 0)
        buffer_add(out, piece, (size_t)some);
    zip_source_close(source);
    return some == 0;
}

enum paper_result parts_write(const struct parts *parts, bool stored, struct buffer *out)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, NULL) : NULL;
    bool good = zip != NULL;
    if (good)
        zip_source_keep(source); /* read after the zip that owns it is closed */
    for (size_t i = 0; i < parts->count && good; i++)
        good = !parts->items[i].bytes.full && add_part(zip, &parts->items[i], stored && i == 0);
    if (good)
        good = zip_close(zip) == 0;
    if (zip && !good)
        zip_discard(zip);
    good = good && copy_out(source, out);
    zip_source_free(source);
    return good ? PAPER_OK : PAPER_LARGE;
}
