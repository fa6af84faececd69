/* Students who go together: to one unit, whoever or whatever allocates. */
#include "allocation.h"

/* The ticked students become :group's. At least two, none of another group. */
static enum outcome join(struct action *action)
{
    size_t count = form_each_count(action->form, "members");
    if (count < 2)
        return action_invalid(action, "members", "error.group_of_two");
    for (size_t i = 0; i < count; i++) {
        action_set(action, "registration", form_each_key(action->form, "members", i));
        if (!action_row(action, "free"))
            return action_invalid(action, "members", "error.group_taken");
        action_step(action, "join");
    }
    return OUTCOME_DONE;
}

static const char *members(struct action *action)
{
    const struct row *row = action_row(action, "members");
    return row ? row_text(row, "students") : NULL;
}

static enum outcome back(struct action *action, const char *flash)
{
    action_step(action, "touch");
    return action_go(action, flash, "/activities/%" PRId64 "/groups",
                     action_id(action, "activity"));
}

enum outcome allocation_group_new(struct action *action)
{
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "insert");
    int64_t group = action_inserted(action);
    action_set(action, "group", group);
    outcome = join(action);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_event(action, "group.created", "group", group);
    action_change(action, "group_kind", NULL, NULL, form_text(action->form, "group_kind"));
    action_change(action, "students", NULL, NULL, members(action));
    return back(action, "group_created");
}

/* The plan, then the group as the form knew it. */
static enum outcome take(struct action *action, const struct row **group)
{
    const struct row *place = action_row(action, "belongs");
    if (!place)
        return OUTCOME_MISSING;
    action_set(action, "activity", row_integer(place, "activity"));
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    *group = action_row(action, "lock");
    if (!*group)
        return OUTCOME_MISSING;
    return action_version(action, *group) ? OUTCOME_DONE : OUTCOME_STALE;
}

enum outcome allocation_group_edit(struct action *action)
{
    const struct row *group;
    enum outcome outcome = take(action, &group);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const char *before = members(action);
    action_step(action, "leave");
    outcome = join(action);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "update");
    action_event(action, "group.changed", "group", action_id(action, "group"));
    action_change(action, "group_kind", NULL, row_text(group, "kind"),
                  form_text(action->form, "group_kind"));
    action_change(action, "students", NULL, before, members(action));
    return back(action, "group_changed");
}

enum outcome allocation_group_dissolve(struct action *action)
{
    const struct row *group;
    enum outcome outcome = take(action, &group);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_event(action, "group.dissolved", "group", action_id(action, "group"));
    action_change(action, "group_kind", NULL, row_text(group, "kind"), NULL);
    action_change(action, "students", NULL, members(action), NULL);
    action_step(action, "leave");
    action_step(action, "remove");
    return back(action, "group_dissolved");
}
