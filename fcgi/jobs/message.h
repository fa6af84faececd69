/* One mail as RFC 5322 text: plain text and HTML of the same words (multipart/alternative), UTF-8, quoted-printable, encoded
 * words where a header needs them. */
#ifndef JOBS_MESSAGE_H
#define JOBS_MESSAGE_H
#include "../base/buffer.h"

#include <stdint.h>

struct message {
    const char *host;               /* of the Message-ID; an IP address is put in brackets */
    const char *from;               /* an addr-spec; "" for no-reply at the host */
    const char *to_name, *to_email; /* the address is an addr-spec that text_email has accepted */
    const char *subject;            /* UTF-8 */
    const char *text, *html;        /* UTF-8 with \n */
    const char *lang;
    const char *event; /* uuid of the event it tells of: with `mail` the Message-ID */
    int64_t mail;      /* its id */
    int64_t date;      /* when the event was; seconds since 1970, UTC */
};
/* Appends the whole message, lines ending in CRLF, the same bytes at every try. Control characters in headers become
 * spaces. */
void message_write(struct buffer *out, const struct message *message);
/* Appends the sender's addr-spec, as the From header and the envelope have it. */
void message_sender(struct buffer *out, const struct message *message);

/* Appends text for a header line that already holds `column` letters: as it is when plain, else as RFC 2047 encoded
 * words of at most 75 letters, never cutting a character, folded with CRLF and a space. */
void message_header(struct buffer *out, const char *text, size_t column);
/* Appends text as quoted-printable with CRLF, lines of at most 76 letters. */
void message_body(struct buffer *out, const char *text);
#endif
