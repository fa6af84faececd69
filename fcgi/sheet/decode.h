/* Text files in the encodings that spreadsheets write, as UTF-8, piece by piece. */
#ifndef SHEET_DECODE_H
#define SHEET_DECODE_H
#include <stdbool.h>
#include <stddef.h>

enum { DECODE_PIECE = 65536 };

struct decoder {
    enum { DECODE_UTF8, DECODE_WINDOWS_1252, DECODE_UTF16_LITTLE, DECODE_UTF16_BIG } encoding;
    const unsigned char *at, *end;
    bool bad; /* it ended at letters that are none in this encoding */
    char piece[DECODE_PIECE];
};

/* Decides: by the byte order mark, else UTF-8 when the whole text is that, else Windows-1252. False
 * when there is no text in it: a byte 0. */
bool decode_start(struct decoder *decoder, const void *bytes, size_t length);
/* The next piece, never empty; valid until the next call. A letter may be cut between two. False at
 * the end. */
bool decode_next(struct decoder *decoder, const char **text, size_t *length);
#endif
