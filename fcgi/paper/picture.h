/* Pictures without what stands beside their pixels. */
#ifndef PAPER_PICTURE_H
#define PAPER_PICTURE_H
#include "paper.h"

enum picture_format {
    PICTURE_NONE, /* no picture we know */
    PICTURE_JPEG,
    PICTURE_PNG,
    PICTURE_GIF,
    PICTURE_EMF,
    PICTURE_BARE, /* BMP, WMF, StarView metafile: nothing but the picture */
    PICTURE_OTHER /* TIFF, WebP, HEIC, …: not looked through */
};
enum picture_format picture_format(const void *bytes, size_t length);
/* Appends the cleaned picture. *extension, unless NULL, is how its name ends. PAPER_INSIDE: not a picture that can be cleaned. */
enum paper_result picture_clean(struct buffer *out, const void *bytes, size_t length,
                                const char **extension);
/* JPEG alone, as it also stands in PDF; and JPEG 2000, which only stands there. */
enum paper_result picture_jpeg(struct buffer *out, const unsigned char *bytes, size_t length);
enum paper_result picture_jp2(struct buffer *out, const unsigned char *bytes, size_t length);
#endif
