/* Reminders of orders that a site has not answered, of wishes that a student has not handed in, of results that are late and of
 * assessments that are due, and the digest that gathers a
 * person's notices of a day. All go out from config's digest_hour on, so that nobody is called at midnight. Several processes may
 * do this at once. */
#ifndef JOBS_REMIND_H
#define JOBS_REMIND_H
#include "mail.h"

/* A hundred at most, each in a transaction of its own. True when more may wait. post->arena is reset.
 *
 * Reminders: the institution's days decide (sql/jobs/remind.sql): each stage of an order once, for the day an answer is
 * wanted by. Wishes: the activity's plan decides (sql/jobs/remind_wishes.sql): each student once that the window is open, and
 * once before it ends. Assessments: the institution's days decide (sql/jobs/remind_assessments.sql): each once before it is due. Digests: one mail a person and day, of what they chose to have gathered and have not read: what came before
 * digest_hour, and the morning's reminders. What comes later waits for the next morning. */
bool reminders_make(const struct post *post);
bool digests_make(const struct post *post);

/* The same once a minute, else nothing; digests after the reminders. True: call again, after whatever else is due. */
bool reminders_when_due(const struct post *post);
bool digests_when_due(const struct post *post);
#endif
