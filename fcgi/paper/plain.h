/* Plain text: UTF-8 with plain line ends, whatever it was written with. */
#ifndef PAPER_PLAIN_H
#define PAPER_PLAIN_H
#include "paper.h"

/* PAPER_UNKNOWN when there are controls in it, or when it is text that some program reads (RTF, HTML, mail, PostScript). */
enum paper_result plain_clean(struct buffer *out, const void *bytes, size_t length);
#endif
