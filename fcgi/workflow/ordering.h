/* What the actions on activities, classes and orders share. */
#ifndef WORKFLOW_ORDERING_H
#define WORKFLOW_ORDERING_H
#include "action.h"

enum {
    LONGEST_ACTIVITY = 366, /* days; the calendar looks no further back for what may still run */
    YEARS_BACK = 50, /* the calendar offers every term from the first activity to the last: */
    YEARS_AHEAD = 10 /* one mistyped year would make that a thousand */
};

/* Steps lock_counts and lock: the activity's counts first, so that actions on its orders queue, then its row (fragment
 * activity_lock). NULL when there is no such activity or after a failure. */
const struct row *ordering_lock_activity(struct action *action);

/* How every action on an order begins: locks its activity's counts and it (fragment order_lock), sets :activity and :site, and checks that it stands as the form knew it and that `forbids`, which
 * gives an error label or NULL, has nothing against it. OUTCOME_DONE: go on with *order. */
enum outcome ordering_take_order(struct action *action, const char *(*forbids)(const struct row *),
                                 const struct row **order);

/* A form's date field as "2026-11-21", NULL when empty. */
const char *ordering_date(struct action *action, const char *field);
/* starts and ends of the form: in order, no longer than LONGEST_ACTIVITY, not far from today. Adds the error otherwise. */
bool ordering_period(struct action *action);
/* due_on of the form: not before today. Adds the error otherwise. */
bool ordering_due(struct action *action);
/* The label of why nothing may be asked or answered for the locked row's activity (columns cancelled, past); NULL when
 * it may. */
const char *ordering_shut(const struct row *row);

/* Rewrites the calendar's lines of :activity: steps clear_occurrences and occurrences. */
void ordering_occurrences(struct action *action);

/* What sending one order leaves behind, after its row was changed: event, due date, mail to the site. `was_draft`: it was
 * one until now, so its state changed; else it was made and sent at once. */
void ordering_sent(struct action *action, int64_t order, bool was_draft);

/* True when the site is among rows with a column `site`. */
bool ordering_among(const struct row *const *rows, size_t count, int64_t site);
#endif
