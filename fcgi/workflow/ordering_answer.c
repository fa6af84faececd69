/* The site's answer to an order: capacity per unit, in part if need be, or no with a reason. */
#include "ordering.h"

/* What stands against an answer, as an error label; NULL when nothing does. */
static const char *bars_answering(const struct row *order)
{
    const char *state = row_text(order, "state");
    if (text_equal(state, "answered"))
        return "error.order_answered";
    if (!text_equal(state, "sent"))
        return "error.order_not_sent";
    return ordering_shut(order);
}

static const struct row *find_unit(const struct row *const *units, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(units[i], "id") == id)
            return units[i];
    return NULL;
}

/* Whether some unit takes students when the activity starts. */
static bool any_open(const struct row *const *units, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (row_flag(units[i], "open"))
            return true;
    return false;
}

/* Sum of the places offered; -1 with errors in the form when a number cannot be taken. */
static int64_t offered_places(struct action *action, const struct row *order,
                              const struct row *const *units, size_t unit_count)
{
    int64_t total = 0;
    bool good = true;
    size_t count = form_each_count(action->form, "capacity");
    for (size_t i = 0; i < count; i++) {
        int64_t key = form_each_key(action->form, "capacity", i);
        int64_t places = form_each_integer(action->form, "capacity", i);
        const struct row *unit = find_unit(units, unit_count, key);
        if (!unit || (places > 0 && !row_flag(unit, "open"))) {
            form_error(action->form, "capacity", key,
                       unit ? "error.unit_closed" : "error.foreign_unit");
            good = false;
        }
        total += places;
    }
    if (!any_open(units, unit_count))
        total += form_integer(action->form, "whole_site");
    if (good && total == 0) {
        form_error(action->form, NULL, -1, "error.nothing_offered");
        good = false;
    }
    if (good && total > row_integer(order, "places")) {
        form_error(action->form, NULL, -1, "error.more_than_asked");
        good = false;
    }
    return good ? total : -1;
}

/* A site without open units answers as a whole: a unit of its own name is made for that. */
static const struct row *make_unit(struct action *action)
{
    if (action_step(action, "insert_unit") && action_affected(action) == 0)
        action->result = DATA_RETRY; /* another answer made it meanwhile: begin again and see it */
    action_set(action, "unit", action_inserted(action));
    action_event(action, "unit.created", "unit", action_id(action, "unit"));
    return action_row(action, "made_unit");
}

static void offer(struct action *action, int64_t unit, int64_t places)
{
    action_set(action, "unit", unit);
    action_set(action, "unit_places", places);
    action_step(action, "offer");
}

/* Event and mail; the units' earlier numbers are in their rows. */
static void tell_answer(struct action *action, const struct row *order, const struct row *made,
                        const struct row *const *units, size_t count, int64_t total)
{
    bool whole = total == row_integer(order, "places");
    action_event(action, "order.answered", "order", action_id(action, "order"));
    action_change(action, "state", NULL, "sent", whole ? "confirmed" : "partly");
    action_change_integer(action, "places_confirmed", NULL, 0, total);
    if (made)
        action_change_integer(action, "capacity", row_text(made, "name"), 0, total);
    for (size_t i = 0; i < count; i++)
        action_change_integer(
            action, "capacity", row_text(units[i], "name"), row_integer(units[i], "places"),
            form_each_of(action->form, "capacity", row_integer(units[i], "id"), 0));
    action_change(action, "message", NULL, NULL, form_text(action->form, "message"));
    action_notify(action, "order.answered");
}

enum outcome ordering_order_answer(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_answering, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t count;
    const struct row *const *units = action_rows(action, "site_units", &count);
    int64_t total = offered_places(action, order, units, count);
    if (total < 0)
        return OUTCOME_INVALID;

    const struct row *made = any_open(units, count) ? NULL : make_unit(action);
    action_set(action, "total", total);
    action_step(action, "clear");
    if (made)
        offer(action, row_integer(made, "id"), total);
    for (size_t i = 0; i < count; i++) {
        int64_t unit = row_integer(units[i], "id");
        if (form_each_of(action->form, "capacity", unit, 0) > 0)
            offer(action, unit, form_each_of(action->form, "capacity", unit, 0));
    }
    action_step(action, "answer");
    tell_answer(action, order, made, units, count, total);
    action_step(action, "recount");
    return action_go(action, "order_answered", "/orders/%" PRId64, action_id(action, "order"));
}

enum outcome ordering_order_decline(struct action *action)
{
    const struct row *order;
    enum outcome outcome = ordering_take_order(action, bars_answering, &order);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t count;
    const struct row *const *earlier = action_rows(action, "earlier", &count);
    action_step(action, "clear");
    action_step(action, "decline");
    action_event(action, "order.declined", "order", action_id(action, "order"));
    action_change(action, "state", NULL, "sent", "declined");
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    for (size_t i = 0; i < count; i++)
        action_change_integer(action, "capacity", row_text(earlier[i], "name"),
                              row_integer(earlier[i], "places"), 0);
    action_notify(action, "order.declined");
    action_step(action, "recount");
    return action_go(action, "order_declined", "/orders/%" PRId64, action_id(action, "order"));
}
