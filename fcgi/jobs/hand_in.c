#include "hand_in.h"

#include "../base/text.h"
#include "clean.h"
#include "work_action.h"

/* One file on its way. */
struct looking {
    struct work *work;
    struct action action;
    struct parameters parameters;
    struct action_session session;
    int64_t number;
    struct buffer original, cleaned;
    enum paper_result result;
    enum paper_kind kind;
    const char *error; /* without "error."; NULL: it is good */
};

static void open_looking(struct looking *looking, struct work *work)
{
    *looking = (struct looking){.work = work};
    buffer_init(&looking->original, PAPER_BYTES);
    buffer_init(&looking->cleaned, PAPER_BYTES);
    work_action(work, &looking->action, &looking->parameters, &looking->session,
                query_store_find(work->shop->store, "jobs/hand_in"));
    action_set(&looking->action, "candidate", work->thing_id);
}

static void close_looking(struct looking *looking)
{
    buffer_free(&looking->original);
    buffer_free(&looking->cleaned);
}

static enum work_result give_back(struct looking *looking)
{
    connection_rollback(looking->action.connection);
    enum work_result result = work_result_of(looking->action.result);
    if (result == WORK_FAILED)
        looking->work->error = WORK_BROKEN;
    return result;
}

/* The newest file, when nobody has looked at it. */
static bool find_new(struct looking *looking)
{
    struct action *action = &looking->action;
    const struct row *newest = action_row(action, "newest");
    if (!newest || !text_equal(row_text(newest, "state"), "new"))
        return false;
    looking->number = row_integer(newest, "number");
    action_set(action, "number", looking->number);
    return true;
}

/* Piece by piece, so that the arena holds each of them only. */
static bool read_original(struct looking *looking)
{
    struct action *action = &looking->action;
    for (int64_t piece = 1;; piece++) {
        action_set(action, "piece", piece);
        const struct row *row = action_row(action, "pieces");
        if (!row)
            return action->result == DATA_OK;
        buffer_add(&looking->original, row->cells[0].text, row->cells[0].length);
    }
}

static void keep_cleaned(struct looking *looking)
{
    struct action *action = &looking->action;
    action_step(action, "clear");
    action_pieces(action, "piece", looking->cleaned.bytes, looking->cleaned.length);
    action_step(action, "paper");
}

/* The student is told as by the system, for nobody is told of what they do themselves. */
static void refuse(struct looking *looking, const char *file_name)
{
    struct action *action = &looking->action;
    action_step(action, "fall_back");
    action_step(action, "paper_back");
    action->sql = query_store_find(action->store, "exams/hand_in");
    action->viewer = 0;
    action_event(action, "candidate.hand_in_refused", "candidate", looking->work->thing_id);
    action_change(action, "file", NULL, file_name, NULL);
    action_notify(action, "exam.hand_in_refused");
    action->viewer = looking->work->person;
    action->sql = query_store_find(action->store, "jobs/hand_in");
}

/* The whole outcome in one transaction; a newer file has a job of its own, and one that was looked at is left. */
static enum work_result write_outcome(struct looking *looking)
{
    struct action *action = &looking->action;
    bool good = !looking->error;
    action->result = connection_begin(action->connection);
    action_row(action, "of_session");
    action_row(action, "of_exam");
    const struct row *locked = action_row(action, "lock");
    if (!locked || row_integer(locked, "newest") != looking->number ||
        !text_equal(row_text(locked, "state"), "new"))
        return give_back(looking);
    action->request_id = row_text(locked, "request");
    action_set_text(action, "state", good ? "clean" : "refused");
    action_set_text(action, "media", good ? paper_media(looking->kind) : NULL);
    action_set_text(action, "error", looking->error);
    action_step(action, "looked_at");
    if (good)
        keep_cleaned(looking);
    else
        refuse(looking, row_text(locked, "file_name"));
    if (action->result == DATA_OK)
        action->result = connection_commit(action->connection);
    return action->result == DATA_OK ? WORK_DONE : give_back(looking);
}

static enum work_result write_and_try_again(struct looking *looking)
{
    enum work_result result = WORK_RETRY;
    for (unsigned attempt = 0; work_try(result, &attempt, &looking->action);)
        result = write_outcome(looking);
    return result;
}

enum work_result hand_in_run(struct work *work)
{
    struct looking looking;
    enum work_result result;
    open_looking(&looking, work);
    if (!find_new(&looking) || !read_original(&looking)) {
        result = give_back(&looking); /* looked at already: nothing to do */
    } else {
        enum clean_end end =
            clean_apart(work, &looking.original, &looking.cleaned, &looking.result, &looking.kind);
        looking.error = looking.result == PAPER_OK ? NULL : paper_result_name(looking.result);
        result = end == CLEAN_STOPPED  ? WORK_STOPPED
                 : end == CLEAN_FAILED ? WORK_RETRY
                                       : write_and_try_again(&looking);
    }
    close_looking(&looking);
    return result;
}

void hand_in_failed(struct work *work)
{
    struct looking looking;
    open_looking(&looking, work);
    struct action *action = &looking.action;
    action->result = connection_begin(action->connection);
    if (find_new(&looking) && action_step(action, "unchecked"))
        action->result = connection_commit(action->connection);
    else
        connection_rollback(action->connection);
    close_looking(&looking);
}
