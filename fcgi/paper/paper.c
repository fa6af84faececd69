#include "paper.h"

#include "docx.h"
#include "odt.h"
#include "pdf.h"
#include "picture.h"
#include "plain.h"

#include <assert.h>
#include <string.h>

/* A PDF may have something before its head; readers look in the first kilobyte. */
static bool looks_like_pdf(const void *bytes, size_t length)
{
    return memmem(bytes, length < 1024 ? length : 1024, "%PDF-", 5) != NULL;
}

/* A zip, of whichever kind it is. */
static enum paper_result clean_zip(struct buffer *out, const void *bytes, size_t length,
                                   enum paper_kind *kind)
{
    struct archive in;
    enum paper_result result = archive_open(&in, bytes, length);
    if (result == PAPER_OK && archive_has(&in, "mimetype")) {
        *kind = PAPER_ODT;
        result = odt_clean(out, &in);
    } else if (result == PAPER_OK) {
        *kind = PAPER_DOCX;
        result = docx_clean(out, &in);
    }
    archive_close(&in);
    return result;
}

/* What Word and its like make of an encrypted document, and of everything before 2007. */
static bool is_compound(const void *bytes, size_t length)
{
    return length >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

static bool has_wide(const void *bytes, size_t length, const char *name)
{
    char wide[64];
    size_t letters = strlen(name);
    assert(2 * letters <= sizeof wide);
    for (size_t i = 0; i < letters; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = '\0';
    }
    return memmem(bytes, length, wide, 2 * letters) != NULL;
}

static bool is_zip(const void *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\3\4", 4) == 0;
}

/* A text may read as something else once its marks are gone and its letters are UTF-8: then nobody can tell what it is. */
static enum paper_result clean_text(struct buffer *out, const void *bytes, size_t length)
{
    enum paper_result result = plain_clean(out, bytes, length);
    if (result != PAPER_OK)
        return result;
    bool other = is_compound(out->bytes, out->length) || is_zip(out->bytes, out->length) ||
                 looks_like_pdf(out->bytes, out->length) ||
                 picture_format(out->bytes, out->length) != PICTURE_NONE;
    return other ? PAPER_UNKNOWN : PAPER_OK;
}

static enum paper_result clean(struct buffer *out, const void *bytes, size_t length,
                               enum paper_kind *kind)
{
    if (length == 0)
        return PAPER_EMPTY;
    if (length > PAPER_BYTES)
        return PAPER_LARGE;
    if (is_compound(bytes, length))
        return has_wide(bytes, length, "EncryptedPackage") ? PAPER_ENCRYPTED : PAPER_UNKNOWN;
    if (is_zip(bytes, length))
        return clean_zip(out, bytes, length, kind);
    if (looks_like_pdf(bytes, length)) {
        *kind = PAPER_PDF;
        return pdf_clean(out, bytes, length);
    }
    switch (picture_format(bytes, length)) {
    case PICTURE_JPEG:
        *kind = PAPER_JPEG;
        return picture_clean(out, bytes, length, NULL);
    case PICTURE_PNG:
        *kind = PAPER_PNG;
        return picture_clean(out, bytes, length, NULL);
    case PICTURE_NONE:
        *kind = PAPER_TEXT;
        return clean_text(out, bytes, length);
    default:
        return PAPER_UNKNOWN;
    }
}

enum paper_result paper_clean(struct buffer *out, const void *bytes, size_t length,
                              enum paper_kind *kind)
{
    buffer_clear(out);
    enum paper_result result = clean(out, bytes, length, kind);
    if (result == PAPER_OK && out->full)
        result = PAPER_LARGE;
    return result;
}

const char *paper_media(enum paper_kind kind)
{
    static const char *const media[PAPER_KINDS] = {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
        "image/jpeg",
        "image/png",
        "text/plain; charset=utf-8"};
    return media[kind];
}

const char *paper_result_name(enum paper_result result)
{
    static const char *const names[PAPER_RESULTS] = {
        "",           "file_unknown", "file_empty",  "file_damaged", "file_encrypted",
        "file_large", "file_inside",  "file_hostile"};
    return names[result];
}
