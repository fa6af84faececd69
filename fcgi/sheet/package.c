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

static bool modest(uint64_t entries, uint64_t size)
{
    return entries <= ENTRIES_MOST && size <= DIRECTORY_MOST;
}

/* The end record at `at`, and the 64-bit one that it may stand for. */
static bool end_modest(const unsigned char *bytes, size_t length, size_t at)
{
    if (length - at < 22)
        return true; /* cut off: libzip does not take it */
    if (at >= 20 && memcmp(bytes + at - 20, "PK\6\7", 4) == 0) {
        uint64_t wide = number(bytes + at - 12, 8);
        if (length < 56 || wide > length - 56)
            return false;
        if (!modest(number(bytes + wide + 32, 8), number(bytes + wide + 40, 8)))
            return false;
        if (number(bytes + at + 10, 2) == 0xffff || number(bytes + at + 12, 4) == 0xffffffff)
            return true;
    }
    return modest(number(bytes + at + 10, 2), number(bytes + at + 12, 4));
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
