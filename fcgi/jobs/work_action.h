/* What jobs share with the actions of pages: steps of query files, run as whoever asked for the job. */
#ifndef JOBS_WORK_ACTION_H
#define JOBS_WORK_ACTION_H
#include "../workflow/action.h"
#include "work.h"

/* Sets `action` up for the job: :viewer :lang :today :now and the :viewer_… of the one who asked. `parameters` and `session`
 * are the caller's and live as long; `sql` is where its steps are, changed as it likes. */
void work_action(struct work *work, struct action *action, struct parameters *parameters,
                 struct action_session *session, const struct query_file *sql);
/* How a job ends whose action came to `result`: what may be better next time is tried again. */
enum work_result work_result_of(enum data_result result);
/* Whether what came to `result` (WORK_RETRY before it begins) is tried once more: three times at most, after a pause, the action's
 * result as new. attempt: 0 at first. */
bool work_try(enum work_result result, unsigned *attempt, struct action *action);
#endif
