/* Getting pages of a feed over HTTP, with a partner's key. */
#ifndef COMMAND_FOLLOW_FETCH_H
#define COMMAND_FOLLOW_FETCH_H
#include "../base/buffer.h"

#include <stdbool.h>

struct fetch;
enum fetch_result {
    FETCH_OK,
    FETCH_SAME,   /* 304: as `tag` said */
    FETCH_LATER,  /* not now: no answer, a broken one, 429, 5xx */
    FETCH_REFUSED /* and it will be so next time */
};

/* For one site: scheme, host and port of `address`. NULL with a sentence in `error` when the key may not be sent there: it travels
 * encrypted, or stays on this machine. */
struct fetch *fetch_new(const char *address, const char *key, char *error, size_t error_size);
void fetch_free(struct fetch *fetch);

/* GET into `body` (cleared first). tag: If-None-Match, or NULL. An address of another site is FETCH_REFUSED without being asked, and a
 * redirection is not followed: the key goes nowhere else. What was not OK is said in fetch_said. */
enum fetch_result fetch_get(struct fetch *fetch, const char *address, const char *tag,
                            struct buffer *body);
/* The ETag of the last answer, "" without one; kept until the next. */
const char *fetch_tag(const struct fetch *fetch);
/* Seconds that the last answer asked to wait (Retry-After); 0. */
long fetch_pause(const struct fetch *fetch);
const char *fetch_said(const struct fetch *fetch);
#endif
