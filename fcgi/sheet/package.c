#include "package.h"

#include <string.h>

enum { ENTRIES_MOST = 4096, DIRECTORY_MOST = 1 << 20, PIECE = 65536 };
/* A sheet of 100,000 rows and 20 columns is 80 MB of XML, one to ten to one to forty deflated. */
static const uint64_t part_most = (uint64_t)256 << 20, ratio_most = 100, ratio_free = 4 << 20;

static uint64_t number(const unsigned char *at, size_t bytes)
{
    uint64_t value = 0;
    while (bytes--)
        value = value << 8 | at[bytes];
    return value;
}

/* Walks the directory itself: libzip does so too, whatever its end record says of count and size. */
static bool modest(const unsigned char *bytes, size_t length, uint64_t at)
{
    uint64_t most = at + DIRECTORY_MOST;
    for (size_t entries = 0; at < length && length - at >= 46; entries++) {
        if (memcmp(bytes + at, "PK\1\2", 4) != 0)
            return true;
        at += 46 + number(bytes + at + 28, 2) + number(bytes + at + 30, 2) +
              number(bytes + at + 32, 2);
        if (at > most || entries == ENTRIES_MOST)
            return false;
    }
    return true;
}

/* The end record at `at`, and the 64-bit one that it may stand for. */
static bool end_modest(const unsigned char *bytes, size_t length, size_t at)
{
    if (length - at < 22)
        return true; /* cut off: libzip does not take it */
    uint64_t size = number(bytes + at + 12, 4), start = number(bytes + at + 16, 4), wide = 0;
    if (at >= 20 && memcmp(bytes + at - 20, "PK\6\7", 4) == 0) {
        wide = number(bytes + at - 12, 8);
        if (length < 56 || wide > length - 56 || number(bytes + wide + 40, 8) > DIRECTORY_MOST ||
            !modest(bytes, length, number(bytes + wide + 48, 8)))
            return false;
    }
    return (size <= DIRECTORY_MOST || (wide && size == UINT32_MAX)) && modest(bytes, length, start);
}

/* Whatever end record libzip settles for among those that the comment may hide. */
static bool directory_modest(const unsigned char *bytes, size_t length)
{
    const unsigned char *at = length > 70000 ? bytes + length - 70000 : bytes;
    const unsigned char *end = bytes + length;
    while ((at = memmem(at, (size_t)(end - at), "PK\5\6", 4))) {
        if (!end_modest(bytes, length, (size_t)(at - bytes)))
            return false;
        at += 4;
    }
    return true;
}

enum sheet_result package_open(struct package *package, const void *bytes, size_t length)
{
    package->archive = NULL;
    zip_error_init(&package->error);
    if (!directory_modest(bytes, length))
        return SHEET_HOSTILE;
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &package->error);
    if (source)
        package->archive = zip_open_from_source(source, ZIP_RDONLY, &package->error);
    if (package->archive)
        return SHEET_OK;
    zip_source_free(source);
    return SHEET_DAMAGED;
}

void package_close(struct package *package)
{
    if (package->archive)
        zip_discard(package->archive);
    zip_error_fini(&package->error);
}

bool package_has(const struct package *package, const char *name)
{
    return zip_name_locate(package->archive, name, ZIP_FL_NOCASE) >= 0;
}

/* What it says of itself. */
static enum sheet_result acceptable(const zip_stat_t *about)
{
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if ((about->valid & needed) != needed)
        return SHEET_DAMAGED;
    if ((about->valid & ZIP_STAT_ENCRYPTION_METHOD) && about->encryption_method != ZIP_EM_NONE)
        return SHEET_ENCRYPTED;
    if (about->comp_method != ZIP_CM_STORE && about->comp_method != ZIP_CM_DEFLATE)
        return SHEET_DAMAGED;
    if (about->comp_size > SHEET_BYTES)
        return SHEET_DAMAGED;
    if (about->size > ratio_free + ratio_most * about->comp_size)
        return SHEET_HOSTILE;
    return about->size > part_most ? SHEET_LARGE : SHEET_OK;
}

enum sheet_result package_read(const struct package *package, const char *name, package_feed *feed,
                               void *context)
{
    zip_stat_t about;
    zip_int64_t index = zip_name_locate(package->archive, name, ZIP_FL_NOCASE), some;
    if (index < 0 || zip_stat_index(package->archive, (zip_uint64_t)index, 0, &about) != 0)
        return SHEET_DAMAGED;
    enum sheet_result result = acceptable(&about);
    if (result != SHEET_OK)
        return result;
    zip_file_t *file = zip_fopen_index(package->archive, (zip_uint64_t)index, 0);
    if (!file)
        return SHEET_DAMAGED;
    char piece[PIECE];
    uint64_t total = 0;
    /* At the end libzip compares length and checksum, and says -1. */
    while ((some = zip_fread(file, piece, sizeof piece)) > 0 && result == SHEET_OK) {
        total += (uint64_t)some;
        if (total > about.size)
            result = SHEET_DAMAGED;
        else if (!feed(context, piece, (size_t)some))
            result = SHEET_STOPPED;
    }
    zip_fclose(file);
    return some < 0 && result == SHEET_OK ? SHEET_DAMAGED : result;
}
