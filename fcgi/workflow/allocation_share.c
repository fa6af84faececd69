/* Sharing an allocation: what was worked on becomes what is seen, and everyone concerned is told once. */
#include "allocation_share.h"

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
    parameters_null(&parameters, "ending");
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
    parameters_integer(&parameters, "ending", 1);
    return share(action, &parameters, "changes", NULL);
}

bool allocation_share_days(struct action *action, int64_t activity)
{
    struct parameters parameters = begin(action, activity);
    return share(action, &parameters, "change_days", "allocation.changed");
}
