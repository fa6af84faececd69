/* What xslt/mail makes, a letter in HTML (xslt/lib/mail.xsl says of which elements), read as subject and plain text. */
#ifndef VIEW_LETTER_H
#define VIEW_LETTER_H
#include "../base/arena.h"
#include "../base/buffer.h"

/* The title in one line, entities undone, in the arena; NULL when there is none or an empty one. */
char *letter_subject(struct arena *arena, const char *html);
/* Appends the body as text with \n, UTF-8: paragraphs with an empty line between, "- " before what is listed, "> " before
 * what is quoted, "label: value" a row, the address after a link's words, "-- " where a rule is drawn. */
void letter_text(struct arena *arena, struct buffer *out, const char *html);
#endif
