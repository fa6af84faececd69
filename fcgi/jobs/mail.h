/* The mails that wait. */
#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H
#include "../base/arena.h"
#include "../base/config.h"
#include "../data/connection.h"
#include "../view/stylesheet.h"

struct mailer;
struct post {
    const struct config *config;
    const struct query_store *store;
    struct connection *connection;
    struct stylesheets *sheets;
    struct arena *arena;   /* reset between mails */
    struct mailer *mailer; /* of the process that sends mails; else NULL */
};

/* The way out: the mail server's kept connection, or files in mail_folder when no server is set. `config` must outlive it. */
struct mailer *mailer_new(const struct config *config);
void mailer_free(struct mailer *mailer);

enum mail_result {
    MAIL_NONE, /* nothing waits that is due, or the server does not answer and is let be for a while */
    MAIL_DONE,       /* some were taken: sent, put off or given up */
    MAIL_UNAVAILABLE /* the database cannot be used now */
};
/* Sends what is due, for half a second; then also the mail on its way is finished (at most twice smtp_timeout).
 *
 * Each mail is claimed and committed as `sending` before it leaves, with a lease; its outcome is committed together with
 * the next claim, one commit a mail. So of a sender that is killed exactly one mail is in doubt, whatever moment it was.
 * Whoever finds a lease run out sends that mail once more, with the same Message-ID, and after a second doubt gives it up
 * for somebody to look at. The same holds when the server took a whole message and then said nothing. */
enum mail_result mails_send(const struct post *post);
#endif
