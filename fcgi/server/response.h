/* The answer: whole in memory before its first byte is sent, unless it flows (stream.h). Security headers are on every one. */
#ifndef SERVER_RESPONSE_H
#define SERVER_RESPONSE_H
#include "../base/buffer.h"

#include <stdbool.h>

struct stream;

struct response {
    int status;
    const char *type;    /* Content-Type */
    bool secure;         /* behind https: cookies say so */
    const char *cache;   /* Cache-Control; NULL: no-store */
    bool secret_address; /* a key stands in the address: it is sent to nobody as Referer */
    const char
        *disposition; /* Content-Disposition: a file to keep, by its name; an error page is none */
    struct buffer *body;
    struct buffer *head;   /* header lines added so far, each with CR LF */
    struct stream *stream; /* NULL: always whole */
};

/* Empties both buffers, which the worker owns. */
void response_begin(struct response *response, struct buffer *head, struct buffer *body,
                    bool secure);
/* Forgets the body but keeps header lines: an error page takes the place of a half-made page.
 * What has begun to flow is broken off: its connection ends where it is. */
void response_restart(struct response *response, int status);
/* A value with a control character is not added, and logged: no header can be injected. */
void response_header(struct response *response, const char *name, const char *value);
/* HttpOnly, Path=/, SameSite=Lax. Lax, because Strict would show the sign-in page to who follows a link in a mail.
 * max_age: seconds; 0 deletes; -1 lasts as long as the browser. */
void response_cookie(struct response *response, const char *name, const char *value, long max_age);
/* 303 to an address of this site; any other becomes "/". */
void response_redirect(struct response *response, const char *location);
/* The complete header block with its empty line into `out` (cleared first). */
void response_head(const struct response *response, struct buffer *out);
const char *response_reason(int status);
#endif
