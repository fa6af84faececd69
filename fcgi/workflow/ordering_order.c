/* Orders as the institution works with them: made, sent, changed, withdrawn, reopened, closed. */
#include "ordering.h"
#include "ordering_remind.h"
#include "roles.h"

/* Every site with a number gets an order of that many places; refused as a whole when one may not
 * be asked. */
static bool sites_agreed(struct action *action, const char *field)
{
    size_t count, agreed;
    const struct row *const *rows = action_rows(action, "agreed", &agreed);
    bool good = true;
    count = form_each_count(action->form, field);
    for (size_t i = 0; i < count; i++) {
        int64_t site = form_each_key(action->form, field, i);
        if (form_each_integer(action->form, field, i) > 0 && !ordering_among(rows, agreed, site)) {
            form_error(action->form, field, site, "error.no_agreement");
            good = false;
        }
    }
    return good;
}

static void make_order(struct action *action, int64_t site, int64_t places, bool send)
{
    action_set(action, "site", site);
    action_set(action, "order_places", places);
    action_step(action, "insert");
    int64_t order = action_inserted(action);
    action_event(action, "order.created", "order", order);
    action_change_integer(action, "places", NULL, 0, places);
    action_change(action, "message", NULL, NULL, form_text(action->form, "message"));
    if (send)
        ordering_sent(action, order, false);
}

enum outcome ordering_order_new(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (ordering_shut(activity))
        return action_refuse(action, NULL, ordering_shut(activity));
    bool send = form_integer(action->form, "send") == 1;
    if (send && !form_has(action->form, "due_on"))
        return action_invalid(action, "due_on", "error.required");
    if (!ordering_due(action) || !sites_agreed(action, "places"))
        return OUTCOME_INVALID;
    action_set(action, "send", send ? 1 : 0);
    size_t made = 0, count = form_each_count(action->form, "places");
    for (size_t i = 0; i < count; i++) {
        int64_t places = form_each_integer(action->form, "places", i);
        if (places > 0) {
            make_order(action, form_each_key(action->form, "places", i), places, send);
            made++;
        }
    }
    if (made == 0)
        return action_invalid(action, NULL, "error.no_site_chosen");
    action_step(action, "recount");
    return action_go(action, send ? "orders_sent" : "orders_created",
                     "/activities/%" PRId64 "/sites", action_id(action, "activity"));
}

enum outcome ordering_orders_send(struct action *action)
{
    const struct row *activity = ordering_lock_activity(action);
    if (!activity)
        return OUTCOME_MISSING;
    if (ordering_shut(activity))
        return action_refuse(action, NULL, ordering_shut(activity));
    if (!ordering_due(action))
        return OUTCOME_INVALID;
    size_t count, agreed;
    const struct row *const *drafts = action_rows(action, "unsent", &count);
    const struct row *const *sites = action_rows(action, "agreed", &agreed);
    if (count == 0)
        return action_refuse(action, NULL, "error.no_drafts");
    for (size_t i = 0; i < count; i++)
        if (!ordering_among(sites, agreed, row_integer(drafts[i], "site")))
            return action_refuse(action, NULL, "error.drafts_without_agreement");
    for (size_t i = 0; i < count; i++) {
        int64_t order = row_integer(drafts[i], "id");
        action_set(action, "order", order);
        action_step(action, "send");
        ordering_sent(action, order, true);
    }
    action_step(action, "recount");
    return action_go(action, "orders_sent", "/activities/%" PRId64 "/sites",
                     action_id(action, "activity"));
}

static enum outcome go_to_order(struct action *action, const char *flash)
{
    action_step(action, "recount");
    return action_go(action, flash, "/orders/%" PRId64, action_id(action, "order"));
}

/* What stands against it, as an error label; NULL when nothing does. */
static const char *bars_editing(const struct row *order)
{
    return text_equal(row_text(order, "state"), "draft") ? NULL : "error.order_not_draft";
}

static const char *bars_sending(const struct row *order)
{
    return bars_editing(order) ? bars_editing(order) : ordering_shut(order);
}

static const char *bars_withdrawing(const struct row *order)
{
    return text_equal(row_text(order, "state"), "sent") ? NULL : "error.order_not_sent";
}

static const char *bars_closing(const struct row *order)
{
    return text_equal(row_text(order, "state"), "answered") ? NULL : "error.order_not_answered";
}

static const char *bars_reopening(const struct row *order)
{
    return bars_closing(order) ? bars_closing(order) : ordering_shut(order);
}

enum outcome ordering_order_edit(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_editing, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "update");
    action_event(action, "order.changed", "order", action_id(action, "order"));
    action_changes(action, order);
    return go_to_order(action, "order_changed");
}

enum outcome ordering_order_send(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_sending, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!ordering_due(action))
        return OUTCOME_INVALID;
    if (!action_row(action, "agreed"))
        return action_refuse(action, NULL, "error.no_agreement");
    action_step(action, "send");
    ordering_sent(action, action_id(action, "order"), true);
    return go_to_order(action, "order_sent");
}

enum outcome ordering_order_discard(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_editing, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    /* before the row goes: the event finds its activity there */
    action_event(action, "order.discarded", "order", action_id(action, "order"));
    action_change_integer(action, "places", NULL, row_integer(order, "places"), 0);
    action_step(action, "delete");
    action_step(action, "recount");
    return action_go(action, "order_discarded", "/activities/%" PRId64 "/sites",
                     action_id(action, "activity"));
}

enum outcome ordering_order_withdraw(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_withdrawing, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "withdraw");
    action_event(action, "order.withdrawn", "order", action_id(action, "order"));
    action_change(action, "state", NULL, "sent", "withdrawn");
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    action_notify(action, "order.withdrawn");
    roles_end_all(action, form_has(action->form, "reason") ? form_text(action->form, "reason")
                                                           : "order_withdrawn");
    return go_to_order(action, "order_withdrawn");
}

enum outcome ordering_order_reopen(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_reopening, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!ordering_due(action))
        return OUTCOME_INVALID;
    action_step(action, "reopen");
    action_event(action, "order.reopened", "order", action_id(action, "order"));
    action_change(action, "state", NULL, row_text(order, "answer"), "sent");
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    action_change_integer(action, "places_confirmed", NULL, row_integer(order, "places_confirmed"),
                          0);
    action_change(action, "due_on", NULL, row_text(order, "due_on"),
                  ordering_date(action, "due_on"));
    action_notify(action, "order.reopened");
    ordering_pass_reminders(action, action_id(action, "order"));
    return go_to_order(action, "order_reopened");
}

enum outcome ordering_order_close(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_closing, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "close");
    action_event(action, "order.closed", "order", action_id(action, "order"));
    action_change(action, "state", NULL, row_text(order, "answer"), "closed");
    return go_to_order(action, "order_closed");
}
