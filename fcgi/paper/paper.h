/* A handed-in file without what tells of its author: PDF, DOCX, ODT, JPEG, PNG or plain text, told apart by what is in it.
 *
 * Pure: bytes in, bytes out. Nothing is fetched, no script is run and none is left in. Names, dates, ids of documents and of
 * revisions, programs, printers, paths and places go; text, pictures and layout stay. The same content gives the same bytes,
 * whoever wrote it when. libxml2's allocators are those that are set; not to be called while a document of view/ is open. */
#ifndef PAPER_PAPER_H
#define PAPER_PAPER_H
#include "../base/buffer.h"

enum paper_kind {
    PAPER_PDF,
    PAPER_DOCX,
    PAPER_ODT,
    PAPER_JPEG,
    PAPER_PNG,
    PAPER_TEXT,
    PAPER_KINDS
};
enum paper_result {
    PAPER_OK,
    PAPER_UNKNOWN,   /* none of the kinds */
    PAPER_EMPTY,     /* nothing in it */
    PAPER_DAMAGED,   /* cut off, or contradicts itself */
    PAPER_ENCRYPTED, /* opens with a password only */
    PAPER_LARGE,     /* more than PAPER_BYTES when unpacked or cleaned */
    PAPER_INSIDE,    /* holds a picture or document of a kind that cannot be looked through */
    PAPER_HOSTILE,   /* made to harm: document type, bomb */
    PAPER_RESULTS
};

/* Of a file, cleaned. Its parts may together be four times as large when unpacked. */
#define PAPER_BYTES ((size_t)16 << 20)

/* Cleans into `out`, which is cleared first and should have PAPER_BYTES as its maximum. *kind only when PAPER_OK. */
enum paper_result paper_clean(struct buffer *out, const void *bytes, size_t length,
                              enum paper_kind *kind);

const char *paper_media(enum paper_kind kind); /* "application/pdf" */
/* "file_unknown" and so on: the label is error.<that>. "" for PAPER_OK. */
const char *paper_result_name(enum paper_result result);
#endif
