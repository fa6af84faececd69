/* Who is coordinator, supervisor, lecturer of an activity, class by class. */
#include "roles.h"

#include "ordering.h"
#include "record.h"

/* Only who follows students has a limit of how many. */
static bool follows(const char *role)
{
    return text_equal(role, "supervisor") || text_equal(role, "lecturer");
}

/* The class by its letter, NULL when the activity has none. */
static void give_one(struct action *action, const struct row *place, const struct row *person)
{
    const char *name = row_flag(person, "protected") ? NULL : row_text(person, "name");
    action_set_id(action, "class", row_integer(place, "class"));
    action_step(action, "insert");
    action_event(action, "role.given", "grant", action_inserted(action));
    action_change(action, "role", name, NULL, form_text(action->form, "role"));
    action_change(action, "class", NULL, NULL, row_text(place, "letter"));
    action_change(action, "valid_from", NULL, NULL, ordering_date(action, "valid_from"));
    action_change(action, "valid_to", NULL, NULL, ordering_date(action, "valid_to"));
    if (follows(form_text(action->form, "role")))
        action_change(action, "students_most", NULL, NULL,
                      form_text(action->form, "students_most"));
}

/* Gives :person the role in each class asked for, and tells them once. `form`: the address to go on from when one more is to
 * be entered. */
static enum outcome give(struct action *action, const char *form)
{
    if (!record_check(action))
        return OUTCOME_INVALID;
    size_t count = 0;
    const struct row *const *places = action_rows(action, "places", &count);
    const struct row *person = action_row(action, "person");
    if (count == 0 || !person)
        return action_invalid(action, "person", "error.role_already");
    if (row_integer(person, "units") == 1)
        action_set(action, "unit", row_integer(person, "unit"));
    else
        action_set_null(action, "unit");
    for (size_t i = 0; i < count; i++) {
        give_one(action, places[i], person);
        if (i == 0)
            action_notify(action, "role.given");
    }
    if (form_integer(action->form, "again") != 1)
        return action_go(action, "role_given", "/activities/%" PRId64 "/roles",
                         action_id(action, "activity"));
    int64_t class = form_integer(action->form, "class");
    if (!class)
        return action_go(action, "role_given", "%s?role=%s", form, form_text(action->form, "role"));
    return action_go(action, "role_given", "%s?role=%s&class=%" PRId64, form,
                     form_text(action->form, "role"), class);
}

static bool asked(const struct row *order)
{
    const char *state = row_text(order, "state");
    return text_equal(state, "sent") || text_equal(state, "answered") ||
           text_equal(state, "closed");
}

enum outcome roles_site_new(struct action *action)
{
    const struct row *order = action_row(action, "lock_counts") ? action_row(action, "lock") : NULL;
    if (!order)
        return OUTCOME_MISSING;
    const char *shut = ordering_shut(order);
    if (shut)
        return action_refuse(action, NULL, shut);
    if (!asked(order))
        return action_refuse(action, NULL, "error.role_needs_order");
    action_set(action, "activity", row_integer(order, "activity"));
    action_set(action, "site", row_integer(order, "site"));
    return give(action, arena_printf(action->arena, "/orders/%" PRId64 "/roles/new",
                                     action_id(action, "order")));
}

enum outcome roles_institution_new(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    const char *shut = ordering_shut(activity);
    if (shut)
        return action_refuse(action, NULL, shut);
    action_set(action, "institution", row_integer(activity, "institution"));
    action_set_null(action, "site");
    return give(action, arena_printf(action->arena, "/activities/%" PRId64 "/roles/new",
                                     action_id(action, "activity")));
}

/* How an action on a role begins: the counts of its activity, as every change of roles does, then its row; sets :activity and
 * :class. OUTCOME_DONE: go on. */
static enum outcome take(struct action *action, const struct row **role)
{
    *role = action_row(action, "lock_counts") ? action_row(action, "lock") : NULL;
    if (!*role)
        return OUTCOME_MISSING;
    action_set(action, "activity", row_integer(*role, "_activity"));
    action_set_id(action, "class", row_integer(*role, "_class"));
    if (!action_version(action, *role))
        return OUTCOME_STALE;
    return row_flag(*role, "_ended") ? action_refuse(action, NULL, "error.ended_already")
                                     : OUTCOME_DONE;
}

static enum outcome back(struct action *action, const char *flash)
{
    return action_go(action, flash, "/activities/%" PRId64 "/roles", action_id(action, "activity"));
}

enum outcome roles_edit(struct action *action)
{
    const struct row *role;
    enum outcome outcome = take(action, &role);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_event(action, "role.changed", "grant", action_id(action, "grant"));
    const char *name = row_text(role, "_name");
    action_change(action, "valid_from", name, row_text(role, "valid_from"),
                  ordering_date(action, "valid_from"));
    action_change(action, "valid_to", name, row_text(role, "valid_to"),
                  ordering_date(action, "valid_to"));
    if (follows(row_text(role, "_role")))
        action_change(action, "students_most", name, row_text(role, "students_most"),
                      form_text(action->form, "students_most"));
    return back(action, "role_changed");
}

/* :grant ends: told to whose it was. */
static void end_one(struct action *action, const char *role, const char *name, const char *reason)
{
    action_step(action, "end_role");
    action_event(action, "role.ended", "grant", action_id(action, "grant"));
    action_change(action, "role", name, role, NULL);
    action_change(action, "reason", NULL, NULL, reason);
    action_notify(action, "role.ended");
}

enum outcome roles_end(struct action *action)
{
    const struct row *role;
    enum outcome outcome = take(action, &role);
    if (outcome != OUTCOME_DONE)
        return outcome;
    end_one(action, row_text(role, "_role"), row_text(role, "_name"),
            form_text(action->form, "reason"));
    return back(action, "role_ended");
}

size_t roles_end_all(struct action *action, const char *reason)
{
    size_t count = 0;
    const struct row *const *roles = action_rows(action, "roles_ending", &count);
    for (size_t i = 0; i < count; i++) {
        action_set(action, "grant", row_integer(roles[i], "id"));
        end_one(action, row_text(roles[i], "role"), row_text(roles[i], "name"), reason);
    }
    return count;
}
