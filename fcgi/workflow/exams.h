/* What the actions of exams share. Locks in this order: exam_session, exam, candidate, paper. */
#ifndef WORKFLOW_EXAMS_H
#define WORKFLOW_EXAMS_H
#include "action.h"

/* Candidates of a session whose row the caller has locked (fragment exam_session_lock). Each writes an event a candidate; the
 * caller writes the one of its own action, and tells: who was added, with action_notify(action, "exam.added"), after an event
 * about the session; who withdrew or was taken off, with "exam.withdrawn" about the session or the candidate.
 *
 * people: "[3,17]". Each gives how many became, or ceased to be, candidates; what already is as it is to be is left. -1: nothing
 * was done; *error (may be NULL) is the label of why: grading is confirmed, or there are no more numbers for codes. */
enum { EXAMS_REFUSED = -1 };

/* Who of people reads one of the session's course instances becomes a candidate with a code and, when there is an exam, a
 * paper. NULL: all who read them, but who withdrew before. by_self: the student did it. */
int64_t exams_enrol(struct action *action, int64_t session, const char *people, bool by_self,
                    const char **error);
int64_t exams_withdraw(struct action *action, int64_t session, const char *people,
                       const char **error);

/* How every action on a session begins (step lock, fragment exam_session_lock). OUTCOME_DONE: it stands as the form knew it and is
 * not cancelled; go on with *session. */
enum outcome exams_take_session(struct action *action, const struct row **session);
bool exams_is_draft(const struct row *session);
/* To a page of the session: "" or "/instances". */
enum outcome exams_go(struct action *action, const char *flash, const char *page);
/* To the step of a draft that the button pressed names (field go). */
enum outcome exams_go_step(struct action *action, const char *flash);
/* What the results of a confirmed session are due by, anew: its own days or those of its re-sit have changed. A change of the
 * event just written; of another session than that, an event of its own (exams_due_of). */
void exams_due(struct action *action, int64_t session);
void exams_due_of(struct action *action, int64_t session);
/* After students of a course instance came or went, and after the event of that was told: those who read it sit its coming
 * sessions that ask for no registration, and who no longer does is no candidate. Writes an event a session, and tells them. */
void exams_follow(struct action *action, int64_t instance);
#endif
