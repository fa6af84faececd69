#include "ordering_remind.h"

#include "ordering.h"

#include <string.h>

static void run(struct action *action, const char *step, int64_t order, const char *stage)
{
    size_t none;
    struct parameters parameters = {.arena = action->arena};
    parameters_integer(&parameters, "order", order);
    parameters_text(&parameters, "stage", stage);
    parameters_text(&parameters, "today", ordering_date(action, "today"));
    parameters_integer(&parameters, "event", action->event);
    action_run(action, "jobs/remind", step, &parameters, &none);
}

void ordering_pass_reminders(struct action *action, int64_t order)
{
    run(action, "pass", order, NULL);
}

void ordering_remind(struct action *action, int64_t order, const char *stage, bool gathered)
{
    bool escalation = strcmp(stage, "escalation") == 0, asked = strcmp(stage, "asked") == 0;
    void (*const notify)(struct action *, const char *) =
        gathered ? action_notify_gathered : action_notify;
    action_event(action, escalation ? "order.escalated" : "order.reminded", "order", order);
    run(action, asked ? "mark_asked" : "mark", order, stage);
    if (!asked)
        ordering_pass_reminders(action, order);
    notify(action, escalation ? "order.escalation" : "order.reminder");
    if (escalation)
        notify(action, "order.overdue");
}

static const char *bars_reminding(const struct row *order)
{
    return text_equal(row_text(order, "state"), "sent") ? ordering_shut(order)
                                                        : "error.order_not_sent";
}

enum outcome ordering_order_remind(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_reminding, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (action_row(action, "reminded_today"))
        return action_refuse(action, NULL, "error.order_reminded_today");
    ordering_remind(action, action_id(action, "order"), "asked", false);
    return action_go(action, "order_reminded", "/orders/%" PRId64, action_id(action, "order"));
}

enum outcome ordering_activity_remind(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (ordering_shut(activity))
        return action_refuse(action, NULL, ordering_shut(activity));
    size_t count;
    const struct row *const *orders = action_rows(action, "unanswered", &count);
    if (count == 0)
        return action_refuse(action, NULL, "error.none_to_remind");
    for (size_t i = 0; i < count; i++)
        ordering_remind(action, row_integer(orders[i], "id"), "asked", false);
    return action_go(action, "orders_reminded", "/activities/%" PRId64 "/sites",
                     action_id(action, "activity"));
}
