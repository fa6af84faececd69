/* The mail server, spoken to through libcurl over a connection that is kept from mail to mail. */
#ifndef JOBS_SMTP_H
#define JOBS_SMTP_H
#include "../base/buffer.h"
#include "../base/config.h"

#include <stdbool.h>

enum { SMTP_WORDS = 501 };

/* What became of one message. What is not SMTP_UNKNOWN is certain. */
enum smtp_result {
    SMTP_ACCEPTED,  /* the server has taken it over */
    SMTP_LATER,     /* it said 4xx to this message */
    SMTP_REFUSED,   /* it said 5xx to this message */
    SMTP_UNREACHED, /* no server that takes mails from us: nothing was said to this message itself */
    SMTP_UNKNOWN    /* handed over whole, but no word came back */
};
struct smtp;

/* NULL when no server is set. `config` must outlive it. Does not connect yet. */
struct smtp *smtp_new(const struct config *config);
void smtp_free(struct smtp *smtp);

/* `message` with CRLF; `from` and `to` addr-specs. Takes at most twice smtp_timeout seconds: a kept connection that has
 * died meanwhile is opened anew once. `words` gets the server's last reply or what libcurl says, in one line of UTF-8,
 * without passwords and keys of addresses. */
enum smtp_result smtp_send(struct smtp *smtp, const char *from, const char *to,
                           const struct buffer *message, char words[SMTP_WORDS]);
/* Whether the server answers, lets us sign in and says yes to NOOP, within ten seconds. */
bool smtp_answers(struct smtp *smtp, char words[SMTP_WORDS]);
/* Connections opened so far. */
long smtp_connections(const struct smtp *smtp);
#endif
