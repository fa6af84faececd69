/* What is done with an import: looked through, imported, undone. */
#include "import.h"

#include "../base/text.h"
#include "../workflow/allocation_share.h"
#include "../workflow/people.h"
#include "../workflow/search.h"
#include "work_action.h"

static bool in_state(const struct import_job *job, const char *state)
{
    return text_equal(row_text(job->import, "state"), state);
}

static enum work_result fail(struct import_job *job, const char *error)
{
    connection_rollback(job->action.connection);
    job->work->error = error;
    return WORK_FAILED;
}

/* Ends what is under way by what it came to; an import that failed for a reason of the database's says so. */
static enum work_result give_back(struct import_job *job)
{
    connection_rollback(job->action.connection);
    enum work_result result = import_result(job);
    if (result == WORK_DONE) /* no such import any more */
        return WORK_DONE;
    if (result == WORK_FAILED && !job->work->error)
        job->work->error = WORK_BROKEN;
    return result;
}

static bool begin(struct import_job *job)
{
    job->action.result = connection_begin(job->action.connection);
    return job->action.result == DATA_OK;
}

static bool commit(struct import_job *job)
{
    if (job->action.result == DATA_OK)
        job->action.result = connection_commit(job->action.connection);
    return job->action.result == DATA_OK;
}

/* What becomes of each row, as things are now. */
static bool match(struct import_job *job)
{
    return import_windows(job, "forget") && import_phase(job, "match") &&
           import_windows(job, "outcomes");
}

static int64_t sum_of(struct import_job *job)
{
    const struct row *row = import_row(job, "seen");
    return row ? row_integer(row, "seen") : 0;
}

/* --- looking through ---------------------------------------------------------------------- */

static enum work_result check_rows(struct import_job *job)
{
    if (!match(job) || !begin(job))
        return give_back(job);
    action_set(&job->action, "seen", sum_of(job));
    import_step(job, "checked");
    return commit(job) ? WORK_DONE : give_back(job);
}

enum work_result import_check(struct work *work)
{
    struct import_job job;
    enum import_read read;
    if (!import_open(&job, work))
        return give_back(&job);
    if (in_state(&job, "applied") || in_state(&job, "undone"))
        return WORK_DONE;
    if (!import_step(&job, "begin") || !import_read_file(&job, &read))
        return give_back(&job);
    return read == IMPORT_READ ? check_rows(&job) : WORK_DONE;
}

/* --- telling ------------------------------------------------------------------------------ */

/* Under the import's own name; whoever asked is told as by the system, for nobody is told of what they do themselves. */
static void tell(struct import_job *job, const char *event, const char *mail)
{
    struct action *action = &job->action;
    action->sql = query_store_find(action->store, "imports/import");
    action_event(action, event, "import", job->work->thing_id);
    action->viewer = 0;
    action_notify(action, mail);
    action->viewer = job->work->person;
}

void import_failed(struct work *work)
{
    struct import_job job;
    if (!import_open(&job, work) || !begin(&job))
        return;
    tell(&job, "import.failed", "import_failed");
    if (!commit(&job))
        connection_rollback(job.action.connection);
}

/* --- importing ---------------------------------------------------------------------------- */

/* The rows would do what they would have done when somebody looked at them. */
static bool as_seen(struct import_job *job)
{
    const struct row *now = import_row(job, "counts");
    return now && row_integer(now, "rows_faulty") == 0 &&
           sum_of(job) == row_integer(job->import, "seen");
}

/* Who has an account is told of a new role, as by the action that gives one. */
static bool tell_people(struct import_job *job)
{
    struct action *action = &job->action;
    size_t count = 0;
    if (!text_equal(job->kind, "people"))
        return true;
    const struct row *const *grants = import_rows(job, "to_tell", &count);
    for (size_t i = 0; grants && i < count; i++) {
        action->event = row_integer(grants[i], "event");
        action->event_thing = "grant";
        action->event_thing_id = row_integer(grants[i], "grant_id");
        action_notify(action, "role_given");
        if (!import_goes_on(job, 0))
            return false;
    }
    return action->result == DATA_OK;
}

/* Of students: the activity's own event, and whom it concerns that somebody with a shared place is in another class now. */
static bool tell_activity(struct import_job *job, const char *event, const char *from,
                          const char *to)
{
    struct action *action = &job->action;
    int64_t activity = row_integer(job->import, "activity");
    if (!activity)
        return true;
    action_event(action, event, "plan", activity);
    action_change(action, "import", NULL, from, to);
    allocation_share_days(action, activity);
    return action->result == DATA_OK;
}

/* People without an account are invited as from the page for that, one by one: each link has a secret of its own. */
static bool invite(struct import_job *job)
{
    struct action *action = &job->action;
    size_t count = 0;
    const struct row *const *people;
    if (!row_flag(job->import, "invite"))
        return action->result == DATA_OK;
    people = import_rows(job, "to_invite", &count);
    for (size_t i = 0; people && i < count; i++) {
        action->sql = query_store_find(action->store, "people/invite");
        action_set(action, "person", row_integer(people[i], "person"));
        people_invitation_new(action);
        if (!import_goes_on(job, 0))
            return false;
    }
    return action->result == DATA_OK;
}

/* Of what activities are found by too, each by itself: few of them change. */
static bool follow_each(struct import_job *job)
{
    struct action *action = &job->action;
    size_t count = 0;
    const struct row *const *rows = import_rows(job, "to_follow", &count);
    for (size_t i = 0; rows && i < count && action->result == DATA_OK; i++)
        action->result =
            search_follow(action->connection, action->arena, row_text(job->import, "thing"),
                          row_integer(rows[i], "thing_id"));
    return action->result == DATA_OK;
}

/* Words by which what came or changed is found. */
static bool follow(struct import_job *job)
{
    struct action *action = &job->action;
    if (text_equal(job->kind, "points"))
        return action->result == DATA_OK;
    if (!text_equal(job->kind, "units") && !text_equal(job->kind, "people") &&
        !text_equal(job->kind, "registrations"))
        return follow_each(job);
    for (size_t i = 0; i < job->window_count && action->result == DATA_OK; i++) {
        action->result =
            search_follow_import(action->connection, action->arena, job->work->thing_id, job->kind,
                                 job->windows[i].first, job->windows[i].last);
        if (!import_goes_on(job, 0))
            return false;
    }
    return action->result == DATA_OK;
}

/* One try in one transaction. */
static enum work_result try_apply(struct import_job *job)
{
    if (!begin(job))
        return give_back(job);
    job->import = import_row(job, "lock");
    if (!job->import)
        return give_back(job);
    if (in_state(job, "applied"))
        return give_back(job); /* it was done; only that the job was, was not noted */
    if (!in_state(job, "checked") || !import_row(job, "may"))
        return fail(job, in_state(job, "checked") ? "import_not_allowed" : "import_not_checked");
    if (!import_look_at_rows(job))
        return give_back(job);
    job->done = 0;
    job->total = import_phase_length(job, "match") + import_phase_length(job, "apply");
    if (!import_phase(job, "lock") || !match(job))
        return give_back(job);
    if (!as_seen(job))
        return fail(job, "import_changed_since");
    if (!import_phase(job, "apply") || !invite(job) || !tell_people(job) ||
        !tell_activity(job, "registrations.imported", NULL, row_text(job->import, "file_name")) ||
        !follow(job) || !import_step(job, "applied"))
        return give_back(job);
    tell(job, "import.applied", "import_finished");
    return commit(job) ? WORK_DONE : give_back(job);
}

/* What changed meanwhile is looked through anew, so that the page shows it. */
static enum work_result look_again(struct import_job *job)
{
    job->work->error = NULL;
    enum work_result result = check_rows(job);
    if (result != WORK_DONE)
        return result;
    job->work->error = "import_changed_since";
    return WORK_FAILED;
}

static enum work_result work_on(struct work *work, enum work_result (*run)(struct import_job *))
{
    struct import_job job;
    if (!import_open(&job, work))
        return give_back(&job);
    enum work_result result = WORK_RETRY;
    for (unsigned attempt = 0; work_try(result, &attempt, &job.action);)
        result = run(&job);
    if (result == WORK_FAILED && text_equal(work->error, "import_changed_since")) {
        job.action.result = DATA_OK;
        return look_again(&job);
    }
    return result;
}

enum work_result import_apply(struct work *work)
{
    return work_on(work, try_apply);
}

/* --- undoing ------------------------------------------------------------------------------ */

static enum work_result hindered(struct import_job *job)
{
    connection_rollback(job->action.connection);
    import_step(job, "hindrances_clear");
    if (!import_phase(job, "hinder"))
        return give_back(job);
    job->work->error = "import_hindered";
    return WORK_FAILED;
}

static enum work_result try_undo(struct import_job *job)
{
    if (!begin(job))
        return give_back(job);
    job->import = import_row(job, "lock");
    if (!job->import || in_state(job, "undone"))
        return give_back(job);
    if (!in_state(job, "applied") || !import_row(job, "may"))
        return fail(job, in_state(job, "applied") ? "import_not_allowed" : "import_not_applied");
    if (!import_look_at_rows(job))
        return give_back(job);
    job->done = 0;
    job->total = import_phase_length(job, "hinder") + import_phase_length(job, "undo");
    if (!import_phase(job, "lock") || !import_step(job, "hindrances_clear") ||
        !import_phase(job, "hinder"))
        return give_back(job);
    if (import_row(job, "hindrances"))
        return hindered(job);
    if (!import_phase(job, "undo") ||
        !tell_activity(job, "registrations.import_undone", row_text(job->import, "file_name"),
                       NULL) ||
        !follow(job) || !import_step(job, "undone"))
        return give_back(job);
    tell(job, "import.undone", "import_finished");
    return commit(job) ? WORK_DONE : give_back(job);
}

enum work_result import_undo(struct work *work)
{
    return work_on(work, try_undo);
}
