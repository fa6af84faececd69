/* What the actions of an allocation share. */
#ifndef WORKFLOW_ALLOCATION_H
#define WORKFLOW_ALLOCATION_H
#include "action.h"

/* Step lock_plan of :activity; *plan is its row, where that is asked for (else NULL). OUTCOME_DONE: the activity goes on, and its
 * allocation is the caller's to change until the commit. */
enum outcome allocation_lock_plan(struct action *action, const struct row **plan);

/* What becomes of one registration (step `lock` of allocation/registration_move or _withdraw, which action->sql is), once everything is
 * locked and its rules were asked: :registration, :activity, and for a move :class (step `class`) are set. Each with its event; the caller
 * recounts after a withdrawal, and calls allocation_share_days after moves. */
void allocation_move(struct action *action, const struct row *registration,
                     const struct row *class);
void allocation_withdraw(struct action *action, const struct row *registration);
#endif
