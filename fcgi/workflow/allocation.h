/* What the actions of an allocation share. */
#ifndef WORKFLOW_ALLOCATION_H
#define WORKFLOW_ALLOCATION_H
#include "action.h"

/* Step lock_plan of :activity; *plan is its row, where that is asked for (else NULL). OUTCOME_DONE: the activity goes on, and its
 * allocation is the caller's to change until the commit. */
enum outcome allocation_lock_plan(struct action *action, const struct row **plan);
#endif
