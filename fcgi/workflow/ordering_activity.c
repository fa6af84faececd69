/* Activities: planned, changed, cancelled, copied. */
#include "allocation_share.h"
#include "ordering.h"

#include <string.h>

enum outcome ordering_activity_new(struct action *action)
{
    const struct row *instance = action_row(action, "instance");
    if (!instance)
        return action_invalid(action, "instance", "error.not_among");
    if (!ordering_period(action))
        return OUTCOME_INVALID;
    action_set(action, "institution", row_integer(instance, "institution"));
    action_step(action, "insert");
    int64_t activity = action_inserted(action);
    action_set(action, "activity", activity);
    action_step(action, "insert_count");
    action_step(action, "insert_plan");
    size_t count = form_each_count(action->form, "requirements");
    for (size_t i = 0; i < count; i++) {
        action_set(action, "requirement", form_each_key(action->form, "requirements", i));
        if (!action_row(action, "known"))
            return action_invalid(action, "requirements", "error.not_among");
        action_step(action, "insert_requirement");
    }
    action_step(action, "occurrences");
    action_event(action, "activity.created", "activity", activity);
    action_change(action, "name", NULL, NULL, form_text(action->form, "name"));
    action_change(action, "starts", NULL, NULL, ordering_date(action, "starts"));
    action_change(action, "ends", NULL, NULL, ordering_date(action, "ends"));
    action_change_integer(action, "places_wanted", NULL, 0,
                          form_integer(action->form, "places_wanted"));
    return action_go(action, "activity_created", "/activities/%" PRId64, activity);
}

/* The classes there are must still fit: in places and in period. Adds the error otherwise. */
static bool classes_fit(struct action *action)
{
    const struct row *classes = action_row(action, "classes");
    if (!classes)
        return false;
    const char *starts = row_text(classes, "starts"), *ends = row_text(classes, "ends");
    if (form_integer(action->form, "places_wanted") < row_integer(classes, "places")) {
        form_error(action->form, "places_wanted", -1, "error.fewer_than_classes");
        return false;
    }
    if (starts && strcmp(ordering_date(action, "starts"), starts) > 0) {
        form_error(action->form, "starts", -1, "error.class_before");
        return false;
    }
    if (ends && strcmp(ordering_date(action, "ends"), ends) < 0) {
        form_error(action->form, "ends", -1, "error.class_after");
        return false;
    }
    return true;
}

enum outcome ordering_activity_edit(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (!action_version(action, activity))
        return OUTCOME_STALE;
    if (row_flag(activity, "cancelled"))
        return action_refuse(action, NULL, "error.activity_cancelled");
    if (!ordering_period(action) || !classes_fit(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    ordering_occurrences(action);
    action_event(action, "activity.changed", "activity", action_id(action, "activity"));
    action_changes(action, activity);
    allocation_share_days(action, action_id(action, "activity"));
    return action_go(action, "activity_changed", "/activities/%" PRId64,
                     action_id(action, "activity"));
}

enum outcome ordering_activity_requirements(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (!action_version(action, activity))
        return OUTCOME_STALE;
    if (row_flag(activity, "cancelled"))
        return action_refuse(action, NULL, "error.activity_cancelled");
    size_t count;
    const struct row *const *known = action_rows(action, "before", &count);
    action_step(action, "touch");
    action_event(action, "activity.requirements_changed", "activity",
                 action_id(action, "activity"));
    for (size_t i = 0; i < count; i++) {
        bool was = row_flag(known[i], "required"),
             is = form_each_has(action->form, "requirements", row_integer(known[i], "id"));
        if (was == is)
            continue;
        const char *name = row_text(known[i], "name");
        action_set(action, "requirement", row_integer(known[i], "id"));
        action_step(action, is ? "insert" : "delete");
        action_change(action, "requirement", NULL, was ? name : NULL, is ? name : NULL);
    }
    return action_go(action, "activity_requirements_changed", "/activities/%" PRId64,
                     action_id(action, "activity"));
}

/* Orders nobody has answered are withdrawn with it, so that no site goes on looking for places. */
enum outcome ordering_activity_cancel(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (!action_version(action, activity))
        return OUTCOME_STALE;
    if (ordering_shut(activity))
        return action_refuse(action, NULL, ordering_shut(activity));
    size_t count;
    const struct row *const *orders = action_rows(action, "unanswered", &count);
    action_step(action, "cancel");
    action_event(action, "activity.cancelled", "activity", action_id(action, "activity"));
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    allocation_end_all(action, action_id(action, "activity"));
    action_notify(action, "activity.cancelled");
    for (size_t i = 0; i < count; i++) {
        int64_t order = row_integer(orders[i], "id");
        action_set(action, "order", order);
        action_step(action, "withdraw");
        action_event(action, "order.withdrawn", "order", order);
        action_change(action, "state", NULL, "sent", "withdrawn");
    }
    action_step(action, "recount");
    return action_go(action, "activity_cancelled", "/activities/%" PRId64,
                     action_id(action, "activity"));
}

/* Orders of the copied activity as drafts, to the sites whose agreement holds then. */
static void copy_orders(struct action *action)
{
    size_t count;
    action_step(action, "copy_orders");
    const struct row *const *drafts = action_rows(action, "drafts", &count);
    for (size_t i = 0; i < count; i++) {
        action_event(action, "order.created", "order", row_integer(drafts[i], "id"));
        action_change_integer(action, "places", NULL, 0, row_integer(drafts[i], "places"));
    }
    action_step(action, "recount");
}

enum outcome ordering_activity_copy(struct action *action)
{
    const struct row *source = action_row(action, "source");
    if (!source)
        return OUTCOME_MISSING;
    if (!action_row(action, "instance"))
        return action_invalid(action, "instance", "error.not_among");
    if (!ordering_period(action))
        return OUTCOME_INVALID;
    bool classes = form_integer(action->form, "copy_classes") == 1;
    if (classes &&
        form_integer(action->form, "places_wanted") < row_integer(source, "class_places"))
        return action_invalid(action, "places_wanted", "error.fewer_than_classes");
    action_step(action, "insert");
    int64_t copy = action_inserted(action);
    action_set(action, "copy", copy);
    action_step(action, "insert_count");
    action_step(action, "insert_plan");
    if (classes)
        action_step(action, "copy_classes");
    if (form_integer(action->form, "copy_requirements") == 1)
        action_step(action, "copy_requirements");
    action_step(action, "occurrences");
    action_event(action, "activity.copied", "activity", copy);
    action_change(action, "name", NULL, NULL, form_text(action->form, "name"));
    action_change(action, "starts", NULL, row_text(source, "starts"),
                  ordering_date(action, "starts"));
    action_change(action, "ends", NULL, row_text(source, "ends"), ordering_date(action, "ends"));
    if (form_integer(action->form, "copy_orders") == 1)
        copy_orders(action);
    return action_go(action, "activity_copied", "/activities/%" PRId64, copy);
}
