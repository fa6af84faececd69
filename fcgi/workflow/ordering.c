#include "ordering.h"

#include "../base/time.h"
#include "ordering_remind.h"

#include <string.h>

const struct row *ordering_lock_activity(struct action *action)
{
    return action_row(action, "lock_counts") ? action_row(action, "lock") : NULL;
}

static const struct row *lock_order(struct action *action)
{
    const struct row *order = action_row(action, "lock_counts") ? action_row(action, "lock") : NULL;
    if (order) {
        action_set(action, "activity", row_integer(order, "activity"));
        action_set(action, "site", row_integer(order, "site"));
    }
    return order;
}

enum outcome ordering_take_order(struct action *action, const char *(*forbids)(const struct row *),
                                 const struct row **order)
{
    *order = lock_order(action);
    if (!*order)
        return OUTCOME_MISSING;
    if (!action_version(action, *order))
        return OUTCOME_STALE;
    const char *error = forbids(*order);
    return error ? action_refuse(action, NULL, error) : OUTCOME_DONE;
}

const char *ordering_date(struct action *action, const char *field)
{
    const struct value *value = parameters_find(action->parameters, field);
    return value && value->type == VALUE_TEXT ? value->bytes : NULL;
}

bool ordering_period(struct action *action)
{
    struct date starts, ends;
    const char *from = ordering_date(action, "starts"), *to = ordering_date(action, "ends");
    if (!from || !to || !date_parse_iso(from, &starts) || !date_parse_iso(to, &ends))
        return false; /* required: the form has said so */
    if (date_compare(ends, starts) < 0) {
        form_error(action->form, "ends", -1, "error.ends_before_start");
        return false;
    }
    if (date_compare(ends, date_add(starts, LONGEST_ACTIVITY - 1)) > 0) {
        form_error(action->form, "ends", -1, "error.period_too_long");
        return false;
    }
    struct date today;
    const char *now = ordering_date(action, "today");
    if (now && date_parse_iso(now, &today) &&
        (starts.year < today.year - YEARS_BACK || starts.year > today.year + YEARS_AHEAD)) {
        form_error(action->form, "starts", -1, "error.period_far");
        return false;
    }
    return true;
}

bool ordering_due(struct action *action)
{
    const char *due = ordering_date(action, "due_on"), *today = ordering_date(action, "today");
    if (due && today && strcmp(due, today) < 0) {
        form_error(action->form, "due_on", -1, "error.due_in_past");
        return false;
    }
    return true;
}

const char *ordering_shut(const struct row *row)
{
    if (row_flag(row, "cancelled"))
        return "error.activity_cancelled";
    return row_flag(row, "past") ? "error.activity_past" : NULL;
}

void ordering_occurrences(struct action *action)
{
    action_step(action, "clear_occurrences");
    action_step(action, "occurrences");
}

void ordering_sent(struct action *action, int64_t order, bool was_draft)
{
    action_event(action, "order.sent", "order", order);
    if (was_draft)
        action_change(action, "state", NULL, "draft", "sent");
    action_change(action, "due_on", NULL, NULL, ordering_date(action, "due_on"));
    action_notify(action, "order.sent");
    ordering_pass_reminders(action, order);
}

bool ordering_among(const struct row *const *rows, size_t count, int64_t site)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(rows[i], "site") == site)
            return true;
    return false;
}
