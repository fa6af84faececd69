/* What the actions of an allocation share. */
#ifndef WORKFLOW_ALLOCATION_H
#define WORKFLOW_ALLOCATION_H
#include "action.h"

/* What is ticked in a `references` field, as a list that statements unfold with JSON_TABLE: "[3,17]", "[]" when nothing is. */
void allocation_set_ids(struct action *action, const char *parameter, const char *field);
#endif
