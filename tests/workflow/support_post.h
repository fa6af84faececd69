/* What `praktikum jobs` holds, for tests of what it sends: a folder for mails, stylesheets, a configuration without a server. */
#ifndef TESTS_SUPPORT_POST_H
#define TESTS_SUPPORT_POST_H
#include "../../fcgi/jobs/mail.h"

extern char post_folder[];
extern struct config post_config;
extern struct arena *post_arena;

/* ordering_set_up and all of this; the other way round. */
int post_set_up(void **state);
int post_tear_down(void **state);

/* Without a mailer. */
struct post post_of(struct connection *connection);
/* What a sender that has just started does: one mail. */
enum mail_result send_due(struct connection *connection);
/* All that are due. */
void send_all(void);
#endif
