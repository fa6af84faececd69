/* PDF, by libqpdf. */
#ifndef PAPER_PDF_H
#define PAPER_PDF_H
#include "paper.h"

/* Appends the document written anew. One that opens without a password is written without encryption. */
enum paper_result pdf_clean(struct buffer *out, const void *bytes, size_t length);
#endif
