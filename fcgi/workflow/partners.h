/* What jobs do of partners. */
#ifndef WORKFLOW_PARTNERS_H
#define WORKFLOW_PARTNERS_H
#include "action.h"

/* Tells who made a partner and its key, and the partner's contact, that the last key runs out on :expires_on. :partner is locked. */
void partners_remind(struct action *action, int64_t partner, const char *expires_on);
#endif
