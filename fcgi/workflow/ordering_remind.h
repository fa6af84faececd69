/* Reminders of orders that a site has not answered: by the clock (jobs/remind.c) and by the institution's button. */
#ifndef WORKFLOW_ORDERING_REMIND_H
#define WORKFLOW_ORDERING_REMIND_H
#include "action.h"

/* In the action's transaction, of an order whose row it has locked and which waits for an answer: the event, the mark in
 * order_reminder, and who is told. stage: "first", "second" (its coordinators), "escalation" (its administrators, and the
 * institution's) or "asked" (by the institution, to its coordinators). gathered: one mail a day at most.
 * DATA_DUPLICATE when the stage was done already. */
void ordering_remind(struct action *action, int64_t order, const char *stage, bool gathered);
/* Stages whose day has come already will not be sent: of an order that was sent or reopened just now. */
void ordering_pass_reminders(struct action *action, int64_t order);
#endif
