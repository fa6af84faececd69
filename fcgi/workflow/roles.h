/* Roles in an activity: grants that count there only. Ended from elsewhere too, when what they were given for goes. */
#ifndef WORKFLOW_ROLES_H
#define WORKFLOW_ROLES_H
#include "action.h"

/* Ends each role of step `roles_ending` (columns id, role, name), by step end_role: an event each, and a notice to whose it was.
 * `reason` is what they are told: words, or a key of the labels `reason.<key>`. Gives how many. */
size_t roles_end_all(struct action *action, const char *reason);
#endif
