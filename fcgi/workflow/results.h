/* What the actions of results share, and others need of them. A result belongs to a candidate of an exam session or to a registration
 * (a placement period). Each action locks the session's row, or the plan of the activity's allocation, first. */
#ifndef WORKFLOW_RESULTS_H
#define WORKFLOW_RESULTS_H
#include "action.h"

/* Where results are entered and attested: an exam session, or an activity. */
struct results_place {
    const char *thing;     /* of the event that gathers: "exam_session", "plan" */
    const char *parameter; /* "exam_session", "activity" */
    const char *address;   /* "/exam-sessions/" */
};
extern const struct results_place results_session_place, results_activity_place;

/* The address of the place's page of results. */
const char *results_page(struct action *action, const struct results_place *place);

/* A row as it was and as it is to be; NULL: empty. Numbers and days only. */
struct result_typed {
    int64_t subject, seen; /* candidate or registration; its result's version, 0: none yet */
    const char *points, *grade, *examined_on, *old_points, *old_grade, *old_examined_on;
};
/* Drafts are made or changed, an event each, by the steps of results/session or results/activity, which action->sql is. */
void results_save(struct action *action, const struct result_typed *rows, size_t count);

/* [17,18] of the column `subject` of those rows whose place in `chosen` is true. */
const char *results_subjects(struct action *action, const struct row *const *rows,
                             const bool *chosen, size_t count);

/* The event of each of :subjects ("[17,18]") by `step`, then one about the place that says how many, and is told to whom `mail`
 * names. kind: "result.ready"; gathered: "results.ready". */
void results_tell(struct action *action, const struct results_place *place, const char *step,
                  const char *kind, const char *gathered, const char *mail, size_t count);

/* A final assessment proposes its result: the registration's draft is made, or changed, in the action's transaction, with its event.
 * date: ISO. False: it is ready or attested already, and nothing was done. */
bool results_propose(struct action *action, int64_t registration, bool passed, const char *date);

/* Planners and examiners of a session are told that its results are due soon, or late. stage: "soon", "late". */
void results_remind(struct action *action, int64_t session, const char *stage, const char *due);
#endif
