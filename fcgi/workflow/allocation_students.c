/* Students registered in an activity, many at a time: chosen by hand, or taken over from another activity. */
#include "allocation.h"
#include "ids.h"

/* Where the activity has classes one of them was chosen; else :class is NULL. */
static bool class_chosen(struct action *action)
{
    const struct row *classes = action_row(action, "class_count");
    bool some = classes && row_integer(classes, "classes") > 0;
    const char *error = NULL;
    if (some && !form_has(action->form, "class"))
        error = "error.required";
    else if (form_has(action->form, "class") && !action_row(action, "class"))
        error = "error.not_among";
    if (error)
        form_error(action->form, "class", -1, error);
    return !error;
}

/* Whom the form names, all of whom may be registered; false with the error in the form. */
static bool people_chosen(struct action *action)
{
    size_t count = 0, ticked = form_each_count(action->form, "people");
    if (ticked == 0)
        form_error(action->form, "people", -1, "error.nobody_chosen");
    action_set_text(action, "people", ids_of_field(action, "people"));
    if (ticked > 0)
        action_rows(action, "chosen", &count);
    if (count != ticked)
        form_error(action->form, "people", -1, "error.not_registrable");
    return form_valid(action->form);
}

static int64_t registered(struct action *action)
{
    const struct row *row = action_row(action, "before");
    return row ? row_integer(row, "registered") : 0;
}

/* The event of the activity, and each student's own. */
static enum outcome tell(struct action *action, int64_t before, const char *source)
{
    int64_t activity = action_id(action, "activity");
    action_set_text(action, "request", action->request_id);
    action_step(action, "events");
    action_step(action, "changes");
    action_step(action, "recount");
    action_event(action, "registrations.created", "plan", activity);
    action_change_integer(action, "registered", NULL, before, registered(action));
    action_change(action, "copied_from", NULL, NULL, source);
    return action_go(action, "students_registered", "/activities/%" PRId64 "/students", activity);
}

enum outcome allocation_students_new(struct action *action)
{
    action_row(action, "lock_counts");
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!class_chosen(action) || !people_chosen(action))
        return OUTCOME_INVALID;
    int64_t before = registered(action);
    action_step(action, "insert");
    action_step(action, "resume");
    return tell(action, before, NULL);
}

enum outcome allocation_students_copy(struct action *action)
{
    static const char *const needs[] = {"home", "reach", "requirements", "conflicts"};
    action_row(action, "lock_counts");
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!class_chosen(action) || !people_chosen(action))
        return OUTCOME_INVALID;
    const struct row *source = action_row(action, "source_name");
    int64_t before = registered(action);
    action_step(action, "insert");
    for (size_t i = 0; form_integer(action->form, "needs") == 1 && i < sizeof needs / sizeof *needs;
         i++)
        action_step(action, needs[i]);
    action_step(action, "resume");
    return tell(action, before, source ? row_text(source, "name") : NULL);
}
