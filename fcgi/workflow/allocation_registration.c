/* One student's registration: which class, where they live, what they need, and that they withdraw. */
#include "allocation.h"
#include "allocation_share.h"
#include "ids.h"
#include "ordering.h"

/* How each begins: locks the plan of its activity, then it; sets :activity, and :group. It must stand as the form knew it, and
 * still be of use. OUTCOME_DONE: go on. */
static enum outcome take(struct action *action, const struct row **registration)
{
    *registration = action_row(action, "lock_plan") ? action_row(action, "lock") : NULL;
    if (!*registration)
        return OUTCOME_MISSING;
    action_set(action, "activity", row_integer(*registration, "_activity"));
    if (!action_version(action, *registration))
        return OUTCOME_STALE;
    if (text_equal(row_text(*registration, "_state"), "withdrawn"))
        return action_refuse(action, NULL, "error.withdrawn_already");
    const char *shut = ordering_shut(*registration);
    return shut ? action_refuse(action, NULL, shut) : OUTCOME_DONE;
}

static void tell(struct action *action, const char *event)
{
    action_event(action, event, "registration", action_id(action, "registration"));
}

static enum outcome back(struct action *action, const char *flash)
{
    return action_go(action, flash, "/registrations/%" PRId64, action_id(action, "registration"));
}

void allocation_move(struct action *action, const struct row *registration, const struct row *class)
{
    bool shut = row_integer(class, "shut") > 0;
    action_step(action, "move");
    if (shut)
        action_step(action, "clear");
    tell(action, "registration.moved");
    action_change(action, "class", NULL, row_text(registration, "class"),
                  row_text(class, "letter"));
    if (shut)
        action_change(action, "unit", NULL, row_text(class, "unit_name"), NULL);
}

enum outcome allocation_registration_move(struct action *action)
{
    const struct row *registration;
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *class = action_row(action, "class");
    if (!class || form_integer(action->form, "class") == row_integer(registration, "_class"))
        return action_invalid(action, "class", "error.not_among");
    allocation_move(action, registration, class);
    allocation_share_days(action, action_id(action, "activity"));
    return back(action, "registration_moved");
}

/* Who is left of a group of two goes alone. */
static void leave_group(struct action *action, int64_t group)
{
    if (!group)
        return;
    action_set(action, "group", group);
    const struct row *left = action_row(action, "left_alone");
    if (!left)
        return;
    action_set(action, "alone", row_integer(left, "registration"));
    action_step(action, "ungroup");
    action_step(action, "dissolve");
}

void allocation_withdraw(struct action *action, const struct row *registration)
{
    const struct row *allocated = action_row(action, "allocated");
    action_step(action, "withdraw");
    action_step(action, "clear");
    leave_group(action, row_integer(registration, "_group"));
    tell(action, "registration.withdrawn");
    action_change(action, "unit", NULL, allocated ? row_text(allocated, "unit_name") : NULL, NULL);
    allocation_share_one(action, action_id(action, "activity"), action_id(action, "registration"));
}

enum outcome allocation_registration_withdraw(struct action *action)
{
    const struct row *registration;
    if (!action_row(action, "lock_counts"))
        return OUTCOME_MISSING;
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    allocation_withdraw(action, registration);
    action_step(action, "recount");
    return back(action, "registration_withdrawn");
}

static const char *reach(struct action *action)
{
    const struct row *row = action_row(action, "reach");
    return row ? row_text(row, "names") : NULL;
}

enum outcome allocation_registration_home(struct action *action)
{
    const struct row *registration, *home = NULL;
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (form_has(action->form, "municipality")) {
        home = action_row(action, "municipality");
        if (!home)
            return action_invalid(action, "municipality", "error.not_among");
    }
    const char *before = reach(action);
    action_step(action, "update");
    action_step(action, "unreach");
    action_set_text(action, "reached", ids_of_field(action, "reach"));
    action_step(action, "reached");
    tell(action, "registration.home_changed");
    action_change(action, "municipality", NULL, row_text(registration, "municipality"),
                  home ? row_text(home, "name") : NULL);
    action_change_integer(action, "car", NULL, row_integer(registration, "car"),
                          form_integer(action->form, "car"));
    action_change(action, "reach", NULL, before, reach(action));
    return back(action, "registration_home");
}

static void change_requirements(struct action *action)
{
    size_t count = 0;
    const struct row *const *rows = action_rows(action, "requirements_now", &count);
    for (size_t i = 0; i < count; i++) {
        int64_t id = row_integer(rows[i], "id");
        bool before = row_flag(rows[i], "held"),
             after = form_each_has(action->form, "requirements", id);
        if (before == after)
            continue;
        action_set(action, "requirement", id);
        action_step(action, after ? "require" : "unrequire");
        action_change(action, "accommodation", NULL, before ? row_text(rows[i], "name") : NULL,
                      after ? row_text(rows[i], "name") : NULL);
    }
}

/* Conflicts that were not left ticked go. */
static void drop_conflicts(struct action *action, const struct row *const *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t id = row_integer(rows[i], "id");
        if (form_each_has(action->form, "conflicts", id))
            continue;
        action_set(action, "conflict", id);
        action_step(action, "let_on");
        action_change(action, row_text(rows[i], "kind"), NULL, row_text(rows[i], "name"), NULL);
    }
}

/* One is to be added: where, and of which kind. NULL with *error set when it is not whole. */
static const struct row *one_more(struct action *action, bool *error)
{
    struct form_values *form = action->form;
    bool somewhere = form_has(form, "site") || form_has(form, "unit");
    *error = false;
    if (!somewhere && !form_has(form, "kind"))
        return NULL;
    const struct row *place = somewhere ? action_row(action, "place") : NULL;
    if (!somewhere)
        form_error(form, "site", -1, "error.required");
    else if (!place)
        form_error(form, "site", -1, "error.not_among");
    else if (form_has(form, "unit") && !row_text(place, "unit"))
        form_error(form, "unit", -1, "error.unit_elsewhere");
    if (!form_has(form, "kind"))
        form_error(form, "kind", -1, "error.required");
    *error = !form_valid(form);
    return *error ? NULL : place;
}

static bool there_already(const struct row *const *rows, size_t count, const char *kind,
                          const struct row *place)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(row_text(rows[i], "kind"), kind) &&
            text_equal(row_text(rows[i], "site"), row_text(place, "site")) &&
            text_equal(row_text(rows[i], "unit"), row_text(place, "unit")))
            return true;
    return false;
}

static void add_conflict(struct action *action, const struct row *place, const char *kind)
{
    action_set(action, "conflict_site", row_integer(place, "site"));
    action_set_id(action, "conflict_unit", row_integer(place, "unit"));
    action_step(action, "keep_off");
    action_change(action, kind, NULL, NULL, row_text(place, "name"));
}

enum outcome allocation_registration_needs(struct action *action)
{
    const struct row *registration;
    size_t count = 0;
    bool error;
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const char *kind = form_text(action->form, "kind");
    const struct row *place = one_more(action, &error);
    if (error)
        return OUTCOME_INVALID;
    const struct row *const *rows = action_rows(action, "conflicts_now", &count);
    if (place && there_already(rows, count, kind, place))
        return action_invalid(action, "site", "error.conflict_already");
    action_step(action, "update");
    tell(action, "registration.needs_changed");
    change_requirements(action);
    drop_conflicts(action, rows, count);
    if (place)
        add_conflict(action, place, kind);
    if (form_integer(action->form, "again") == 1)
        return action_go(action, "registration_needs", "/registrations/%" PRId64 "/needs",
                         action_id(action, "registration"));
    return back(action, "registration_needs");
}
