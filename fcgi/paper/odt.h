/* ODT: its text, its styles, its pictures and what is embedded in it as text. */
#ifndef PAPER_ODT_H
#define PAPER_ODT_H
#include "archive.h"

/* PAPER_UNKNOWN: another kind of document. */
enum paper_result odt_clean(struct buffer *out, struct archive *in);
#endif
