/* Classes A, B, C… of an activity: each its own line in the calendar. */
#include "allocation_share.h"
#include "ordering.h"
#include "roles.h"

#include <string.h>

/* The letter as a capital, whatever was typed; also sets :letter. NULL when it is not a letter from
 * A to Z. */
static const char *class_letter(struct action *action)
{
    const char *typed = form_text(action->form, "letter");
    char letter = typed[0];
    if (letter >= 'a' && letter <= 'z')
        letter = (char)(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z' || typed[1] != '\0')
        return NULL;
    const char *raised = arena_bytes(action->arena, &letter, 1);
    action_set_text(action, "letter", raised);
    return raised;
}

/* The class as typed: letter, period within the activity's, places within what the other classes
 * leave. */
static bool class_fits(struct action *action, const struct row *activity)
{
    bool good = true;
    if (!class_letter(action)) {
        form_error(action->form, "letter", -1, "error.class_letter");
        good = false;
    }
    if (!ordering_period(action))
        return false;
    if (strcmp(ordering_date(action, "starts"), row_text(activity, "starts")) < 0) {
        form_error(action->form, "starts", -1, "error.before_activity");
        good = false;
    }
    if (strcmp(ordering_date(action, "ends"), row_text(activity, "ends")) > 0) {
        form_error(action->form, "ends", -1, "error.after_activity");
        good = false;
    }
    const struct row *others = action_row(action, "others");
    int64_t left =
        row_integer(activity, "places_wanted") - (others ? row_integer(others, "places") : 0);
    if (form_integer(action->form, "places_wanted") > left) {
        form_error(action->form, "places_wanted", -1, "error.classes_exceed");
        good = false;
    }
    return good;
}

enum outcome ordering_class_new(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (ordering_shut(activity))
        return action_refuse(action, NULL, ordering_shut(activity));
    if (!class_fits(action, activity))
        return OUTCOME_INVALID;
    bool taken;
    action_step_unless_taken(action, "insert", &taken);
    if (taken)
        return action_invalid(action, "letter", "error.class_taken");
    const char *letter = class_letter(action);
    int64_t class = action_inserted(action);
    ordering_occurrences(action);
    action_event(action, "class.created", "class", class);
    action_change(action, "starts", letter, NULL, ordering_date(action, "starts"));
    action_change(action, "ends", letter, NULL, ordering_date(action, "ends"));
    action_change_integer(action, "places_wanted", letter, 0,
                          form_integer(action->form, "places_wanted"));
    return action_go(action, "class_created", "/activities/%" PRId64,
                     action_id(action, "activity"));
}

/* How an action on a class begins: locks the counts of its activity, it, then the activity, sets :activity, and checks that
 * the class stands as the form knew it in an activity that may still change. OUTCOME_DONE: go on with both. */
static enum outcome take_class(struct action *action, const struct row **class,
                               const struct row **activity)
{
    *class = action_row(action, "lock_counts") ? action_row(action, "lock") : NULL;
    if (!*class)
        return OUTCOME_MISSING;
    action_set(action, "activity", row_integer(*class, "activity"));
    *activity = action_row(action, "lock_activity");
    if (!*activity)
        return OUTCOME_MISSING;
    if (!action_version(action, *class))
        return OUTCOME_STALE;
    const char *shut = ordering_shut(*activity);
    return shut ? action_refuse(action, NULL, shut) : OUTCOME_DONE;
}

enum outcome ordering_class_edit(struct action *action)
{
    const struct row *class, *activity;
    enum outcome outcome = take_class(action, &class, &activity);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!class_fits(action, activity))
        return OUTCOME_INVALID;
    bool taken;
    action_step_unless_taken(action, "update", &taken);
    if (taken)
        return action_invalid(action, "letter", "error.class_taken");
    const char *letter = class_letter(action), *before = row_text(class, "letter");
    ordering_occurrences(action);
    action_event(action, "class.changed", "class", action_id(action, "class"));
    action_change(action, "letter", NULL, before, letter);
    action_change(action, "starts", letter, row_text(class, "starts"),
                  ordering_date(action, "starts"));
    action_change(action, "ends", letter, row_text(class, "ends"), ordering_date(action, "ends"));
    action_change_integer(action, "places_wanted", letter, row_integer(class, "places_wanted"),
                          form_integer(action->form, "places_wanted"));
    allocation_share_days(action, action_id(action, "activity"));
    return action_go(action, "class_changed", "/activities/%" PRId64,
                     action_id(action, "activity"));
}

enum outcome ordering_class_remove(struct action *action)
{
    const struct row *class, *activity;
    enum outcome outcome = take_class(action, &class, &activity);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *students = action_row(action, "students");
    if (students && row_integer(students, "students") > 0)
        return action_refuse(action, NULL, "error.class_in_use");
    roles_end_all(action, "class_removed");
    /* before the row goes: the event finds its activity there */
    action_event(action, "class.removed", "class", action_id(action, "class"));
    action_change(action, "letter", NULL, row_text(class, "letter"), NULL);
    action_change_integer(action, "places_wanted", row_text(class, "letter"),
                          row_integer(class, "places_wanted"), 0);
    action_step(action, "detach");
    action_step(action, "detach_students");
    action_step(action, "open_units");
    action_step(action, "delete");
    ordering_occurrences(action);
    return action_go(action, "class_removed", "/activities/%" PRId64,
                     action_id(action, "activity"));
}
