/* Sharing an allocation: what was worked on becomes what is seen, and everyone concerned is told once. */
#include "allocation_share.h"

#include "allocation.h"

static const struct row *run(struct action *action, struct parameters *parameters, const char *step)
{
    size_t count;
    const struct row *const *rows = action_run(action, "events/share", step, parameters, &count);
    return rows && count > 0 ? rows[0] : NULL;
}

static struct parameters begin(struct action *action, int64_t activity)
{
    struct parameters parameters = {.arena = action->arena};
    const struct value *today = parameters_find(action->parameters, "today");
    parameters_text(&parameters, "today", today ? today->bytes : NULL);
    parameters_integer(&parameters, "activity", activity);
    parameters_integer(&parameters, "event", action->event);
    parameters_null(&parameters, "registration");
    run(action, &parameters, "share");
    parameters_integer(&parameters, "share", action_inserted(action));
    return parameters;
}

/* Placements become what the share's changes say. NULL when there is nothing to change: the share is gone again. */
static const struct row *carry_out(struct action *action, struct parameters *parameters)
{
    static const char *const steps[] = {"remove", "break_off", "change", "place", "days", "plan"};
    const struct row *counts = run(action, parameters, "counts");
    if (!counts || row_integer(counts, "changes") == 0) {
        run(action, parameters, "unshare");
        return NULL;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        run(action, parameters, steps[i]);
    return action->result == DATA_OK ? counts : NULL;
}

static void tell_students(struct action *action, const struct row *counts)
{
    if (row_integer(counts, "placed") > 0)
        action_notify(action, "placement.shared");
    if (row_integer(counts, "changed") > 0)
        action_notify(action, "placement.changed");
    if (row_integer(counts, "ended") > 0)
        action_notify(action, "placement.ended");
}

/* What the step finds differs is shared now; `mail` tells those beside the students, if anything did. */
static bool share(struct action *action, struct parameters *parameters, const char *step,
                  const char *mail)
{
    run(action, parameters, step);
    const struct row *counts = carry_out(action, parameters);
    if (!counts)
        return false;
    if (mail)
        action_notify(action, mail);
    tell_students(action, counts);
    return true;
}

bool allocation_share_differences(struct action *action, int64_t activity, bool first)
{
    struct parameters parameters = begin(action, activity);
    return share(action, &parameters, "changes",
                 first ? "allocation.shared" : "allocation.changed");
}

bool allocation_share_one(struct action *action, int64_t activity, int64_t registration)
{
    struct parameters parameters = begin(action, activity);
    parameters_integer(&parameters, "registration", registration);
    return share(action, &parameters, "changes", "allocation.changed");
}

bool allocation_share_supervisor(struct action *action, int64_t activity, int64_t registration,
                                 int64_t supervisor)
{
    struct parameters parameters = begin(action, activity);
    parameters_integer(&parameters, "registration", registration);
    parameters_integer(&parameters, "supervisor", supervisor);
    return share(action, &parameters, "change_supervisor", "supervisor.changed");
}

bool allocation_end_all(struct action *action, int64_t activity)
{
    struct parameters parameters = begin(action, activity);
    return share(action, &parameters, "change_ending", NULL);
}

bool allocation_share_days(struct action *action, int64_t activity)
{
    struct parameters parameters = begin(action, activity);
    return share(action, &parameters, "change_days", "allocation.changed");
}

/* What was seen is what is shared: who has changed any of it meanwhile lets us look again. */
enum outcome allocation_share(struct action *action)
{
    const struct row *plan;
    action_row(action, "lock_counts");
    enum outcome outcome = allocation_lock_plan(action, &plan);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *seen = action_row(action, "seen");
    if (!seen || row_integer(seen, "version") != form_integer(action->form, "version"))
        return action_refuse(action, NULL, "error.share_changed");
    int64_t activity = action_id(action, "activity");
    bool first = row_integer(plan, "shares") == 0;
    action_event(action, first ? "allocation.shared" : "allocation.changes_shared", "plan",
                 activity);
    if (!allocation_share_differences(action, activity, first))
        return action_refuse(action, NULL, "error.nothing_to_share");
    action_step(action, "recount");
    return action_go(action, first ? "allocation_shared" : "allocation_changes_shared",
                     "/activities/%" PRId64 "/allocation", activity);
}

/* Why a site names no supervisor of this placement now; NULL when it may. */
static const char *over(const struct row *plan, const struct row *placement)
{
    if (row_flag(plan, "cancelled"))
        return "error.activity_cancelled";
    return row_flag(placement, "broken_off") || row_flag(placement, "past") ? "error.placement_over"
                                                                            : NULL;
}

enum outcome allocation_placement_supervisor(struct action *action)
{
    const struct row *found = action_row(action, "find");
    if (!found)
        return OUTCOME_MISSING;
    int64_t activity = row_integer(found, "activity");
    action_set(action, "activity", activity);
    const struct row *plan = action_row(action, "lock_plan");
    const struct row *placement = plan ? action_row(action, "lock") : NULL;
    if (!placement)
        return OUTCOME_MISSING;
    if (!action_version(action, placement))
        return OUTCOME_STALE;
    const char *forbids = over(plan, placement);
    if (forbids)
        return action_refuse(action, NULL, forbids);
    int64_t supervisor = form_integer(action->form, "supervisor");
    const struct row *chosen = action_row(action, "chosen");
    if (!chosen)
        return action_invalid(action, "supervisor", "error.not_among");
    if (supervisor == row_integer(placement, "supervisor"))
        return action_invalid(action, "supervisor", "error.supervisor_same");
    if (form_integer(action->form, "spoken") != 1)
        return action_invalid(action, "spoken", "error.not_spoken");
    int64_t id = action_id(action, "placement");
    action_set(action, "registration", row_integer(placement, "registration"));
    action_set(action, "unit", row_integer(placement, "unit"));
    action_step(action, "allocation");
    action_event(action, "placement.supervisor_changed", "placement", id);
    action_change(action, "supervisor", NULL, row_text(placement, "name"),
                  row_text(chosen, "name"));
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    allocation_share_supervisor(action, activity, row_integer(placement, "registration"),
                                supervisor);
    return action_go(action, "supervisor_changed", "/placements/%" PRId64, id);
}
