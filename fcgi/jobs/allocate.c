/* The automatic run: reads, solves, writes. */
#include "allocate.h"

#include "../base/text.h"
#include "../base/time.h"
#include "allocate_result.h"
#include "work_action.h"

static enum work_result give_back(struct proposing *run)
{
    connection_rollback(run->action.connection);
    if (run->stopped)
        return WORK_STOPPED;
    if (run->work->error)
        return WORK_FAILED;
    enum work_result result = work_result_of(run->action.result);
    if (result == WORK_FAILED)
        run->work->error = WORK_BROKEN;
    return result;
}

static bool open_run(struct proposing *run, struct work *work)
{
    *run = (struct proposing){.work = work};
    work_action(work, &run->action, &run->parameters, &run->session,
                query_store_find(work->shop->store, "jobs/allocate"));
    action_set(&run->action, "proposal", work->thing_id);
    run->proposal = action_row(&run->action, "proposal");
    if (!run->proposal)
        return false;
    action_set(&run->action, "activity", row_integer(run->proposal, "activity"));
    run->action.request_id = row_text(run->proposal, "request");
    return true;
}

/* It may have been discarded meanwhile, or be there already: an attempt that died after its commit. */
static bool still_asked(struct proposing *run)
{
    const struct row *proposal = action_row(&run->action, "lock");
    return proposal && text_equal(row_text(proposal, "state"), "asked");
}

/* All of the result and that it is there: one transaction. */
static enum work_result write_result(struct proposing *run, const struct proposing_result *result)
{
    struct action *action = &run->action;
    action->result = connection_begin(action->connection);
    if (!still_asked(run))
        return give_back(run);
    if (!action_row(action, "may")) {
        if (action->result == DATA_OK)
            run->work->error = "proposal_not_allowed";
        return give_back(run);
    }
    if (!proposing_write(run, result))
        return give_back(run);
    action->sql = query_store_find(action->store, "allocation/proposal");
    action_event(action, "proposal.ready", "proposal", run->work->thing_id);
    action_change(action, "students_placed", NULL, NULL,
                  arena_printf(action->arena, "%" PRId64, result->placed));
    action->sql = query_store_find(action->store, "jobs/allocate");
    if (action->result == DATA_OK)
        action->result = connection_commit(action->connection);
    return action->result == DATA_OK ? WORK_DONE : give_back(run);
}

/* Solved once; only the writing is tried again. */
static enum work_result solve_and_write(struct proposing *run)
{
    struct proposing_result solved;
    enum work_result result = WORK_RETRY;
    if (!proposing_solve(run, &solved)) {
        proposing_result_free(&solved);
        return give_back(run);
    }
    for (unsigned attempt = 0; work_try(result, &attempt, &run->action);)
        result = write_result(run, &solved);
    proposing_result_free(&solved);
    return result;
}

enum work_result allocate_run(struct work *work)
{
    struct proposing run;
    if (!open_run(&run, work))
        return give_back(&run); /* no such proposal any more: nothing to do */
    enum work_result result = WORK_DONE;
    if (text_equal(row_text(run.proposal, "state"), "asked"))
        result = proposing_read(&run) ? solve_and_write(&run) : give_back(&run);
    proposing_free(&run);
    return result;
}
