/* How an activity asks its students for wishes: the window and the rules, reminders, and units closed to a class. */
#include "allocation_wishes.h"

#include "allocation.h"
#include "record.h"

/* Locks the plan. OUTCOME_DONE: the activity goes on, and what the form sets stands as it knew it. */
static enum outcome take(struct action *action, const struct row **plan)
{
    enum outcome outcome = allocation_lock_plan(action, plan);
    if (outcome != OUTCOME_DONE)
        return outcome;
    bool stale = action_row(action, "changed_since") && !action_version(action, *plan);
    return stale ? OUTCOME_STALE : OUTCOME_DONE;
}

static enum outcome back(struct action *action, const char *flash)
{
    return action_go(action, flash, "/activities/%" PRId64 "/wishes",
                     action_id(action, "activity"));
}

enum outcome allocation_wishes_edit(struct action *action)
{
    const struct row *plan;
    action_row(action, "lock_counts");
    enum outcome outcome = take(action, &plan);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_event(action, "wishes.settings_changed", "plan", action_id(action, "activity"));
    action_changes(action, plan);
    action_step(action, "recount");
    return back(action, "wishes_settings_changed");
}

void allocation_wishes_tell(struct action *action, int64_t activity, const char *stage)
{
    bool open = text_equal(stage, "open");
    action_event(action, open ? "wishes.opened" : "wishes.reminded", "plan", activity);
    action_notify(action, open ? "wishes.open" : "wishes.reminder");
}

enum outcome allocation_wishes_remind(struct action *action)
{
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *now = action_row(action, "still");
    if (!now)
        return OUTCOME_MISSING;
    if (!text_equal(row_text(now, "stage"), "open"))
        return action_refuse(action, NULL, "error.wishes_not_asked_now");
    if (row_integer(now, "missing") == 0)
        return action_refuse(action, NULL, "error.all_wishes_in");
    if (row_flag(now, "reminded"))
        return action_refuse(action, NULL, "error.wishes_reminded_today");
    if (row_integer(now, "told") == 0)
        return action_refuse(action, NULL, "error.nobody_to_tell");
    allocation_wishes_tell(action, action_id(action, "activity"), "asked");
    return back(action, "wishes_reminded");
}

enum outcome allocation_units(struct action *action)
{
    const struct row *plan;
    enum outcome outcome = take(action, &plan);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t count = 0, changed = 0;
    const struct row *const *pairs = action_rows(action, "before", &count);
    for (size_t i = 0; i < count; i++)
        changed += form_each_has(action->form, "closed", row_integer(pairs[i], "key")) !=
                   row_flag(pairs[i], "closed");
    if (changed == 0)
        return back(action, "units_as_before");
    action_step(action, "touch");
    action_event(action, "wishes.units_changed", "plan", action_id(action, "activity"));
    for (size_t i = 0; i < count; i++) {
        bool close = form_each_has(action->form, "closed", row_integer(pairs[i], "key"));
        if (close == row_flag(pairs[i], "closed"))
            continue;
        action_set(action, "class", row_integer(pairs[i], "class"));
        action_set(action, "site", row_integer(pairs[i], "site"));
        action_set(action, "unit", row_integer(pairs[i], "unit"));
        action_step(action, close ? "close" : "open");
        const char *letter = row_text(pairs[i], "letter");
        action_change(action, "class_closed", row_text(pairs[i], "name"), close ? NULL : letter,
                      close ? letter : NULL);
    }
    return back(action, "units_changed");
}
