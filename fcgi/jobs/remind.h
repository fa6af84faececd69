/* Reminders of orders that a site has not answered, and the digest that gathers a person's notices of a day. Both go out
 * from config's digest_hour on, so that nobody is called at midnight. Several processes may do this at once. */
#ifndef JOBS_REMIND_H
#define JOBS_REMIND_H
#include "mail.h"

/* Both look once a minute and take at most a hundred at a time, each in a transaction of its own. True when more may wait:
 * call again, after whatever else is due. post->arena is reset. */

/* The institution's days decide (sql/jobs/remind.sql): each stage of an order once, for the day an answer is wanted by. */
bool reminders_when_due(const struct post *post);
/* One mail a person and day, of what they chose to have gathered and have not read: what came before digest_hour, and the
 * morning's reminders, which are made first. What comes later waits for the next morning. */
bool digests_when_due(const struct post *post);
#endif
