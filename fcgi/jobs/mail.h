/* The mails that wait. */
#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H
#include "../base/arena.h"
#include "../base/config.h"
#include "../data/connection.h"
#include "../view/stylesheet.h"

struct post {
    const struct config *config;
    const struct query_store *store;
    struct connection *connection;
    struct stylesheets *sheets;
    struct arena *arena; /* reset by the caller between mails */
};
enum mail_result {
    MAIL_NONE,       /* nothing waits that is due */
    MAIL_DONE,       /* one was taken: sent, put off or given up */
    MAIL_UNAVAILABLE /* the database cannot be used now */
};
/* Takes one mail, writes it to mail_folder/<id>.eml and notes it, in one transaction that holds its row. A process
 * that dies in between has at most written the file: the next try writes the same one again, with the same Message-ID. */
enum mail_result mail_send_one(const struct post *post);
#endif
