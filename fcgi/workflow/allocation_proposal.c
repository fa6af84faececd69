/* Proposals of the automatic run: asked for, cancelled, taken, discarded. The run itself is jobs/allocate.c. */
#include "allocation.h"

action_function allocation_proposal_new, allocation_proposal_cancel, allocation_proposal_take,
    allocation_proposal_discard;

static enum outcome go_to(struct action *action, const char *flash)
{
    return action_go(action, flash, "/proposals/%" PRId64, action_id(action, "proposal"));
}

enum outcome allocation_proposal_new(struct action *action)
{
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (action_row(action, "at_work"))
        return action_refuse(action, NULL, "error.proposal_at_work");
    const struct row *enough = action_row(action, "enough");
    if (enough && !row_flag(enough, "students"))
        return action_refuse(action, NULL, "error.proposal_no_students");
    if (enough && !row_flag(enough, "units"))
        return action_refuse(action, NULL, "error.proposal_no_units");
    action_step(action, "insert");
    int64_t proposal = action_inserted(action);
    action_set(action, "proposal", proposal);
    action_event(action, "proposal.asked", "proposal", proposal);
    action_change(action, "objective", NULL, NULL, form_text(action->form, "objective"));
    action_job(action, "allocate", "proposal", proposal);
    return go_to(action, NULL);
}

/* Locks the proposal; DONE: it stands as the form knew it, in one of these states. */
static enum outcome take_hold(struct action *action, const char *state, const char *or_state)
{
    const struct row *proposal = action_row(action, "lock");
    if (!proposal)
        return OUTCOME_MISSING;
    if (!action_version(action, proposal))
        return OUTCOME_STALE;
    action_set(action, "activity", row_integer(proposal, "activity"));
    const char *is = row_text(proposal, "state");
    if (!text_equal(is, state) && !text_equal(is, or_state))
        return action_refuse(action, NULL, "error.proposal_not_now");
    return OUTCOME_DONE;
}

enum outcome allocation_proposal_cancel(struct action *action)
{
    enum outcome outcome = take_hold(action, "asked", "asked");
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "cancel");
    action_event(action, "proposal.cancelled", "proposal", action_id(action, "proposal"));
    return go_to(action, NULL);
}

enum outcome allocation_proposal_discard(struct action *action)
{
    enum outcome outcome = take_hold(action, "asked", "ready");
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "cancel");
    action_step(action, "forget_shortages");
    action_step(action, "forget_students");
    action_step(action, "forget_units");
    action_step(action, "forget_rules");
    action_step(action, "discard");
    action_event(action, "proposal.discarded", "proposal", action_id(action, "proposal"));
    return action_go(action, "proposal_discarded", "/activities/%" PRId64 "/proposals",
                     action_id(action, "activity"));
}

/* The allocation becomes what was found: when nothing that the run read is otherwise by now. Everything that may change it is
 * locked before that is asked: the activity's counts (capacity), its plan, its students and their rows. */
enum outcome allocation_proposal_take(struct action *action)
{
    const struct row *activity = action_row(action, "activity_of");
    size_t locked;
    if (!activity)
        return OUTCOME_MISSING;
    action_set(action, "activity", row_integer(activity, "activity"));
    action_row(action, "lock_counts");
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome == OUTCOME_DONE)
        outcome = take_hold(action, "ready", "ready");
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_rows(action, "lock_students", &locked);
    action_rows(action, "lock_rows", &locked);
    const struct row *changes = action_row(action, "changes");
    if (!changes || row_integer(changes, "changes") > 0)
        return action_refuse(action, NULL, "error.proposal_changed_since");
    const struct row *effect = action_row(action, "effect");
    action_step(action, "put");
    action_step(action, "put_new");
    action_step(action, "take");
    action_step(action, "touch_plan");
    action_event(action, "proposal.taken", "proposal", action_id(action, "proposal"));
    if (effect)
        action_change_integer(action, "students_moved", NULL, 0, row_integer(effect, "moved"));
    return action_go(action, "proposal_taken", "/activities/%" PRId64 "/allocation",
                     action_id(action, "activity"));
}
