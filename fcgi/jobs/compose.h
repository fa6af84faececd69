/* A row of table mail becomes a message: sql/mail/<kind>.sql → document → xslt/mail/<kind>.xsl → letter → RFC 5322. */
#ifndef JOBS_COMPOSE_H
#define JOBS_COMPOSE_H
#include "mail.h"

enum composed {
    COMPOSED,
    COMPOSE_GONE,    /* what it tells of is not there any more: a `one` block had no row */
    COMPOSE_FAILED,  /* a defect of ours: no such kind, the stylesheet failed */
    COMPOSE_DATABASE /* *result says why */
};

/* `mail` as step `letter` of sql/jobs/mail.sql gives it; `out` and `from` (the sender's addr-spec, in the arena) are set
 * when COMPOSED. A block named `link` with columns purpose, id and salt becomes <link key="17-u8J…"/> (address_key.h);
 * nothing else of such a row is in the document. */
enum composed compose(const struct post *post, const struct row *mail, struct buffer *out,
                      const char **from, enum data_result *result);
#endif
