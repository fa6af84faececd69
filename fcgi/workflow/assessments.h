/* What the actions on a placement period's assessment share. All of one student's queue on their registration. */
#ifndef WORKFLOW_ASSESSMENTS_H
#define WORKFLOW_ASSESSMENTS_H
#include "action.h"

/* How an action on :placement begins (steps `place` and `lock`, fragments assessment_place and assessment_lock): sets :registration
 * and locks it; the period must have begun and stand. OUTCOME_DONE: go on. */
enum outcome assessments_begin(struct action *action, const struct row **place);

/* 303 to the placement's assessment. */
enum outcome assessments_back(struct action *action, const char *flash, int64_t placement);

/* Supervisors and lecturers of an activity's students are told that a day is near: stage "doubt", "midway" or "final", due_on ISO.
 * An event on the activity says so. */
void assessments_remind(struct action *action, int64_t activity, const char *stage,
                        const char *due_on);
#endif
