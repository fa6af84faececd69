/* The transfer of an exam's grades to results, as far as people have a part in it: that it is ready, and yes. The transfer itself
 * is jobs/transfer.c. */
#include "../base/text.h"
#include "action.h"

action_function grading_transfer, grading_transfer_confirm;

/* Locks session and exam; DONE: it may be transferred now. */
static enum outcome take_hold(struct action *action, const struct row **exam)
{
    action_row(action, "lock_session");
    *exam = action_row(action, "lock");
    if (!*exam)
        return OUTCOME_MISSING;
    if (row_flag(*exam, "transferred"))
        return action_refuse(action, NULL, "error.transfer_done");
    if (row_flag(*exam, "begun"))
        return action_refuse(action, NULL, "error.transfer_begun");
    if (!text_equal(row_text(*exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.transfer_not_confirmed");
    return OUTCOME_DONE;
}

static void mark_ready(struct action *action, bool ready)
{
    int64_t exam = action_id(action, "exam");
    action_set(action, "ready", ready);
    action_step(action, "mark_ready");
    action_event(action, ready ? "exam.transfer_ready" : "exam.transfer_not_ready", "exam", exam);
}

/* Ticked: on to the question. No longer ticked: it is not ready any more. */
enum outcome grading_transfer(struct action *action)
{
    const struct row *exam;
    enum outcome outcome = take_hold(action, &exam);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!action_version(action, exam))
        return OUTCOME_STALE;
    int64_t id = action_id(action, "exam");
    bool was = row_flag(exam, "transfer_ready"), ready = form_integer(action->form, "ready") == 1;
    if (!was && !ready)
        return action_invalid(action, "ready", "error.transfer_not_ready");
    if (was != ready)
        mark_ready(action, ready);
    if (ready)
        return action_go(action, NULL, "/exams/%" PRId64 "/transfer/confirm", id);
    return action_go(action, "transfer_not_ready", "/exams/%" PRId64 "/transfer", id);
}

/* What was seen is what is asked for: the job compares it once more. */
enum outcome grading_transfer_confirm(struct action *action)
{
    const struct row *exam;
    enum outcome outcome = take_hold(action, &exam);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!row_flag(exam, "transfer_ready"))
        return action_refuse(action, NULL, "error.transfer_not_ready");
    const struct row *seen = action_row(action, "seen");
    if (!seen || row_integer(seen, "version") != form_integer(action->form, "version"))
        return action_refuse(action, NULL, "error.transfer_seen_changed");
    const struct row *counts = action_row(action, "counts_now");
    if (!counts || row_integer(counts, "papers") == row_integer(counts, "failed"))
        return action_refuse(action, NULL, "error.transfer_nothing");
    int64_t id = action_id(action, "exam");
    action_set(action, "seen", row_integer(seen, "version"));
    action_step(action, "keep_seen");
    action_event(action, "exam.transfer_asked", "exam", id);
    action_job(action, "transfer", "exam", id);
    return action_go(action, NULL, "/exams/%" PRId64 "/transfer/log", id);
}
