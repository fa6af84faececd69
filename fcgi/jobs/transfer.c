#include "transfer.h"

#include "../base/text.h"
#include "work_action.h"

static const struct row *right_to(struct action *action)
{
    size_t count;
    const struct row *const *rows =
        action_run(action, "rights/exam", "rights", action->parameters, &count);
    return count > 0 && row_flag(rows[0], "transfer") ? rows[0] : NULL;
}

/* What forbids it by now, a label's key without "error."; NULL when nothing does. */
static const char *forbidden(struct action *action, const struct row *exam)
{
    if (!text_equal(row_text(exam, "state"), "confirmed"))
        return "transfer_not_confirmed";
    if (!right_to(action))
        return "transfer_not_allowed";
    const struct row *seen = action_row(action, "seen");
    if (!seen || row_integer(seen, "version") != row_integer(exam, "transfer_seen"))
        return "transfer_changed";
    return NULL;
}

static void leave_events(struct action *action, int64_t exam)
{
    static const char *const counts[] = {"results_written", "results_overwritten",
                                         "results_failed"};
    const struct row *row = action_row(action, "counts");
    action_step(action, "result_events");
    action_step(action, "result_changes");
    action->sql = query_store_find(action->store, "grading/transfer");
    action_event(action, "exam.transferred", "exam", exam);
    for (size_t i = 0; row && i < sizeof counts / sizeof *counts; i++)
        action_change_integer(action, counts[i], NULL, 0, row_integer(row, counts[i]));
    action->sql = query_store_find(action->store, "jobs/transfer");
}

static void write_all(struct action *action, int64_t exam)
{
    static const char *const steps[] = {"transfer", "rows", "overwrite", "write", "exam"};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        action_step(action, steps[i]);
    leave_events(action, exam);
}

/* One transaction. Leaves none open. */
static enum work_result transfer(struct work *work, struct action *action)
{
    action->result = connection_begin(action->connection);
    action_row(action, "lock_session");
    const struct row *exam = action_row(action, "lock");
    bool wanted = exam && !row_flag(exam, "transferred"); /* else another attempt did it */
    if (wanted) {
        work->error = forbidden(action, exam);
        wanted = !work->error;
    }
    if (wanted && action->result == DATA_OK)
        write_all(action, work->thing_id);
    if (wanted && action->result == DATA_OK)
        action->result = connection_commit(action->connection);
    else
        connection_rollback(action->connection);
    if (action->result == DATA_OK)
        return work->error ? WORK_FAILED : WORK_DONE;
    work->error = NULL;
    enum work_result result = work_result_of(action->result);
    if (result == WORK_FAILED)
        work->error = WORK_BROKEN;
    return result;
}

enum work_result transfer_run(struct work *work)
{
    struct action action;
    struct parameters parameters;
    struct action_session session;
    enum work_result result = WORK_RETRY;
    for (unsigned attempt = 0; work_try(result, &attempt, &action);) {
        if (!work_goes_on(work, 0, 0))
            return WORK_STOPPED;
        work_action(work, &action, &parameters, &session,
                    query_store_find(work->shop->store, "jobs/transfer"));
        action_set(&action, "exam", work->thing_id);
        action.request_id = arena_printf(action.arena, "%032" PRIx64, (uint64_t)work->job);
        action_set_text(&action, "request", action.request_id);
        result = transfer(work, &action);
    }
    return result;
}
