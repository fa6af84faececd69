/* DOCX: the parts that a text needs. */
#ifndef PAPER_DOCX_H
#define PAPER_DOCX_H
#include "archive.h"
#include "tree.h"

/* PAPER_UNKNOWN: another kind of package (a workbook, slides, one with macros). */
enum paper_result docx_clean(struct buffer *out, struct archive *in);
/* Takes what tells of the author out of a part's XML; `lost` holds the ids of relationships that are gone, up to NULL. */
void docx_clean_tree(xmlDoc *tree, const char *const *lost);
#endif
