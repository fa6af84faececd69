/* Telling students that wishes are asked for: by the clock (jobs/remind.c) and by the institution's button. */
#ifndef WORKFLOW_ALLOCATION_WISHES_H
#define WORKFLOW_ALLOCATION_WISHES_H
#include "action.h"

/* In the action's transaction, of an activity whose plan it has locked: the event, and everybody registered who has handed in
 * no wishes is told. stage: "open" (the window has begun; nobody twice), "reminder" (its end is near) or "asked" (by hand). */
void allocation_wishes_tell(struct action *action, int64_t activity, const char *stage);
#endif
