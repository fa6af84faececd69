/* Activities, classes and orders by their actions: rules, numbers, history, mails. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* The form is shown again with just these errors, and nothing was done. */
static int64_t version(int64_t order)
{
    return number("SELECT version FROM placement_order WHERE id = %d", (int)order);
}

static void an_activity_is_planned(void **state)
{
    (void)state;
    refused("instance:error.not_among",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=2&name=A&starts=2027-01-11&ends=2027-02-19&places_wanted=10"));
    refused("ends:error.ends_before_start",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=1&name=A&starts=2027-01-11&ends=2027-01-10&places_wanted=10"));
    refused("ends:error.period_too_long",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=1&name=A&starts=2027-01-11&ends=2028-01-12&places_wanted=10"));
    refused("starts:error.period_far",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=1&name=A&starts=2207-01-11&ends=2207-02-19&places_wanted=10"));
    refused("starts:error.period_far",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=1&name=A&starts=0207-01-11&ends=0207-02-19&places_wanted=10"));
    refused("requirements:error.not_among",
            ORDERING(activity_new, "activity_new", PLANNER, "",
                     "instance=1&name=A&starts=2027-01-11&ends=2027-02-19&places_wanted=10&"
                     "requirements=99"));
    assert_int_equal(number("SELECT COUNT(*) FROM activity"), 0);
    DONE(ORDERING(
        activity_new, "activity_new", PLANNER, "",
        "instance=1&name=A&starts=2027-01-11&ends=2027-02-19&places_wanted=10&requirements=1"));
    int64_t activity = number("SELECT id FROM activity WHERE institution = 1 AND term = '2027-1'");
    assert_int_equal(
        number("SELECT COUNT(*) FROM activity_count WHERE activity = %d AND orders = 0",
               (int)activity),
        1);
    assert_int_equal(
        number("SELECT requirement FROM activity_requirement WHERE activity = %d", (int)activity),
        1);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(kind, ' ', area) FROM event WHERE activity = %d", (int)activity),
        "activity.created ordering");
    assert_kept();
}

static void classes_keep_within_the_activity(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    char path[40], fields[200];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    assert_true(rows_have("ordering/class_new", "prefill", PLANNER, path, "letter", "A"));
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "version=0&letter=A&starts=2027-02-01&ends=2027-02-28&places_wanted=6"));
    assert_true(rows_have("ordering/class_new", "prefill", PLANNER, path, "letter", "B"));
    assert_true(rows_have("ordering/class_new", "prefill", PLANNER, path, "places_wanted", "4"));
    refused("places_wanted:error.classes_exceed",
            ORDERING(class_new, "class", PLANNER, path,
                     "version=0&letter=B&starts=2027-02-01&ends=2027-02-28&places_wanted=5"));
    refused("letter:error.class_taken",
            ORDERING(class_new, "class", PLANNER, path,
                     "version=0&letter=a&starts=2027-02-01&ends=2027-02-28&places_wanted=4"));
    refused("letter:error.class_letter starts:error.before_activity ends:error.after_activity",
            ORDERING(class_new, "class", PLANNER, path,
                     "version=0&letter=%C3%86&starts=2027-01-31&ends=2027-04-01&places_wanted=4"));
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "version=0&letter=b&starts=2027-03-01&ends=2027-03-31&places_wanted=4"));
    assert_kept();
    refused("places_wanted:error.fewer_than_classes",
            ORDERING(activity_edit, "activity", PLANNER, path,
                     "version=1&name=A&starts=2027-02-01&ends=2027-03-31&places_wanted=9"));
    refused("ends:error.class_after",
            ORDERING(activity_edit, "activity", PLANNER, path,
                     "version=1&name=A&starts=2027-02-01&ends=2027-03-30&places_wanted=10"));
    DONE(ORDERING(activity_edit, "activity", PLANNER, path,
                  "version=1&name=Ny&starts=2027-02-01&ends=2027-04-30&places_wanted=12"));
    assert_kept();
    assert_int_equal(number("SELECT COUNT(*) FROM event_change c JOIN event e ON e.id = c.event "
                            "WHERE e.activity = %d "
                            "AND e.kind = 'activity.changed'",
                            (int)activity),
                     3);

    int64_t class =
        number("SELECT id FROM activity_class WHERE activity = %d AND letter = 'B'", (int)activity);
    snprintf(path, sizeof path, "class=%d", (int)class);
    DONE(ORDERING(class_edit, "class", PLANNER, path,
                  "version=1&letter=B&starts=2027-03-08&ends=2027-03-31&places_wanted=6"));
    assert_int_equal(
        ORDERING(class_edit, "class", PLANNER, path,
                 "version=1&letter=B&starts=2027-03-08&ends=2027-03-31&places_wanted=2")
            .outcome,
        OUTCOME_STALE);
    must("INSERT INTO registration (id, institution, activity, activity_class, person) VALUES "
         "(900, 1, %d, %d, %d)",
         (int)activity, (int)class, STUDENT);
    refused(":error.class_in_use", ORDERING(class_remove, "remove", PLANNER, path, "version=2"));
    /* who has withdrawn is kept without the class */
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-20' WHERE id = 900");
    DONE(ORDERING(class_remove, "remove", PLANNER, path, "version=2"));
    snprintf(fields, sizeof fields,
             "SELECT activity FROM event WHERE kind = 'class.removed' AND thing_id = %d",
             (int)class);
    assert_int_equal(number("%s", fields), activity);
    assert_kept();
}

static void sites_without_an_agreement_are_not_asked(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    refused(":error.no_site_chosen",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=0&places-2="));
    refused("places:error.no_agreement",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=2&places-3=1&places-2=1"));
    refused("places:error.too_small",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=-1"));
    refused("places:error.too_large",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=1000"));
    refused("due_on:error.required",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=1&send=1"));
    refused("due_on:error.due_in_past",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=1&send=1&due_on=2026-11-20"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM placement_order WHERE activity = %d", (int)activity), 0);
    /* the site with an agreement that ends within the period is not offered */
    snprintf(path, sizeof path, "activity=%d&q=", (int)activity);
    assert_false(rows_have("ordering/order_new", "sites", PLANNER, path, "id", "3"));
    assert_true(rows_have("ordering/order_new", "sites", PLANNER, path, "id", "2"));
}

static void drafts_are_the_institutions_own_until_sent(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    char path[60];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    DONE(ORDERING(order_new, "order_new", PLANNER, path, "places-1=5&places-2=3&message=Hei"));
    DONE(ORDERING(order_new, "order_new", PLANNER, path, "places-1=2"));
    assert_int_equal(
        number("SELECT orders_draft FROM activity_count WHERE activity = %d", (int)activity), 3);
    int64_t order = number("SELECT MIN(id) FROM placement_order WHERE activity = %d AND site = 1",
                           (int)activity);
    assert_false(may("order", "view", order, COORDINATOR));
    assert_false(may("activity", "view", activity, COORDINATOR));
    char one[40];
    snprintf(one, sizeof one, "order=%d", (int)order);
    DONE(ORDERING(order_edit, "order", PLANNER, one, "version=1&places=4&message=Hei"));
    assert_int_equal(ORDERING(order_edit, "order", PLANNER, one, "version=1&places=9").outcome,
                     OUTCOME_STALE);
    refused(":error.order_not_sent",
            ORDERING(order_withdraw, "withdraw", PLANNER, one, "version=2"));
    refused(":error.order_not_answered",
            ORDERING(order_reopen, "reopen", PLANNER, one, "version=2&reason=x&due_on=2026-12-01"));

    must("UPDATE agreement SET valid_to = '2027-03-30' WHERE institution = 1 AND site = 2");
    refused(":error.drafts_without_agreement",
            ORDERING(orders_send, "orders_send", PLANNER, path, "due_on=2026-12-12"));
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 0);
    must("UPDATE agreement SET valid_to = NULL WHERE institution = 1 AND site = 2");
    DONE(ORDERING(orders_send, "orders_send", PLANNER, path, "due_on=2026-12-12&message=Felles"));
    assert_string_equal(
        text("SELECT GROUP_CONCAT(message ORDER BY id) FROM placement_order WHERE activity = %d",
             (int)activity),
        "Hei,Hei,Felles");
    /* the site's coordinator is told of both its orders; site 2 has none, so its administrator is told */
    assert_int_equal(
        number("SELECT COUNT(*) FROM mail WHERE kind = 'order_sent' AND person = %d", COORDINATOR),
        2);
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE kind = 'order_sent' AND person = %d",
                            SITE_ADMIN_TWO),
                     1);
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE person = %d", SITE_ADMIN), 0);
    assert_true(may("order", "view", order, COORDINATOR));
    assert_true(may("activity", "view", activity, COORDINATOR));
    refused(":error.order_not_draft",
            ORDERING(order_edit, "order", PLANNER, one, "version=3&places=9"));
    refused(":error.no_drafts",
            ORDERING(orders_send, "orders_send", PLANNER, path, "due_on=2026-12-12"));
    assert_kept();
    must("DELETE FROM mail");
}

static void a_site_sees_nothing_of_the_others(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    ask(activity, 1, 5);
    ask(activity, 2, 3);
    char path[60];
    snprintf(path, sizeof path, "activity=%d&q=&state=", (int)activity);
    assert_int_equal(rows("ordering/activity_sites", "orders", PLANNER, path), 2);
    assert_string_equal(rows_joined("ordering/activity_sites", "orders", COORDINATOR, path, "site"),
                        "Sjukehuset");
    assert_string_equal(
        rows_joined("ordering/activity", "activity", PLANNER, path, "places_ordered"), "8");
    static const char *const foreign[] = {"places_wanted",  "orders",          "orders_unanswered",
                                          "places_ordered", "places_answered", "places_confirmed",
                                          "orders_draft"};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        assert_string_equal(
            rows_joined("ordering/activity", "activity", COORDINATOR, path, foreign[i]), "");
    assert_string_equal(
        rows_joined("ordering/activity", "activity", COORDINATOR, path, "own_asked"), "5");
    assert_int_equal(rows("ordering/activity", "waiting", COORDINATOR, path), 0);
    assert_int_equal(rows("ordering/activity", "waiting", PLANNER, path), 2);
    /* of the orders' events the site sees that its own was sent; the institution sees made and sent of both */
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE activity = %d AND thing = 'order'", (int)activity),
        4);
    assert_string_equal(
        rows_joined("ordering/activity_history", "history", COORDINATOR, path, "kind"),
        "order.sent");
    assert_int_equal(rows("ordering/activity_history", "history", PLANNER, path), 5);
    /* a lecturer may open no order, so reads nothing of one here either */
    must("INSERT INTO person_grant (id, person, role, institution, valid_from) "
         "VALUES (901, %d, 'lecturer', 1, '2026-01-01')",
         STUDENT);
    assert_string_equal(rows_joined("ordering/activity_history", "history", STUDENT, path, "kind"),
                        "activity.created");
    assert_int_equal(rows("ordering/activity_history", "changes", STUDENT, path), 0);
    must("DELETE FROM person_grant WHERE id = 901");
    assert_int_equal(
        rows("ordering/orders", "orders", COORDINATOR, "q=&state=&institution=&site=&term="),
        number("SELECT COUNT(*) FROM placement_order WHERE site = 1 AND state <> 'draft'"));
}

static void capacity_is_refused_with_the_reason(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    refused("capacity:error.too_small",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-2=-1"));
    refused("capacity:error.too_large",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-2=1000"));
    refused("capacity:error.foreign_unit",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-5=1"));
    refused("capacity:error.foreign_unit", ORDERING(order_answer, "capacity", COORDINATOR, path,
                                                    "version=1&capacity-2=1&capacity-999=1"));
    refused(":error.more_than_asked", ORDERING(order_answer, "capacity", COORDINATOR, path,
                                               "version=1&capacity-2=3&capacity-4=3"));
    refused(":error.nothing_offered",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-2=0"));
    /* a place typed for the whole site counts only where there are no units */
    refused(":error.nothing_offered",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&whole_site=4"));
    must("UPDATE unit SET closed_on = '2027-02-01' WHERE id = 4");
    refused("capacity:error.unit_closed",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-4=1"));
    assert_false(rows_have("ordering/order_answer", "units", COORDINATOR, path, "id", "4"));
    must("UPDATE unit SET closed_on = NULL WHERE id = 4");
    refused("reason:error.required",
            ORDERING(order_decline, "decline", COORDINATOR, path, "version=1&reason="));
    assert_int_equal(number("SELECT COUNT(*) FROM capacity WHERE placement_order = %d", (int)order),
                     0);
    assert_string_equal(text("SELECT state FROM placement_order WHERE id = %d", (int)order),
                        "sent");

    int64_t draft = draft_order(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    snprintf(path, sizeof path, "order=%d", (int)draft);
    refused(":error.order_not_sent",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-2=1"));
    assert_kept();
}

static void an_order_is_answered_in_part_and_once(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    int64_t order = ask(activity, 1, 5), again = ask(activity, 1, 2);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path,
                  "version=1&capacity-2=1&capacity-4=3&message=Velkomne"));
    assert_string_equal(text("SELECT CONCAT_WS(' ', state, answer, places_confirmed, "
                             "answer_message) FROM placement_order "
                             "WHERE id = %d",
                             (int)order),
                        "answered confirmed 4 Velkomne");
    assert_string_equal(text("SELECT GROUP_CONCAT(unit, ':', places ORDER BY unit) FROM capacity "
                             "WHERE placement_order = %d",
                             (int)order),
                        "2:1,4:3");
    /* only the institution's administrator is told; once */
    assert_string_equal(
        text(
            "SELECT GROUP_CONCAT(m.person, ' ', m.kind) FROM mail m JOIN event e ON e.id = m.event "
            "WHERE e.thing = 'order' AND e.thing_id = %d AND e.kind = 'order.answered'",
            (int)order),
        "2 order_answered");
    assert_string_equal(text("SELECT GROUP_CONCAT(c.field, COALESCE(CONCAT('/', c.subject), ''), "
                             "'=', COALESCE(c.old_value, ''), "
                             "'>', c.new_value ORDER BY c.number) FROM event e JOIN event_change c "
                             "ON c.event = e.id "
                             "WHERE e.kind = 'order.answered' AND e.thing_id = %d",
                             (int)order),
                        "state=sent>partly,places_confirmed=0>4,capacity/Post "
                        "1=0>1,capacity/Kirurgi=0>3,message=>Velkomne");
    struct done stale =
        ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&capacity-2=5");
    assert_int_equal(stale.outcome, OUTCOME_STALE);
    assert_int_equal(stale.stale_version, 1);
    /* what changed meanwhile, however old a version is claimed: not what it was as a draft */
    char since[60];
    snprintf(since, sizeof since, "thing=order&id=%d&version=0", (int)order);
    assert_true(rows_have("events/since", "events", COORDINATOR, since, "kind", "order.answered"));
    assert_false(rows_have("events/since", "events", COORDINATOR, since, "kind", "order.created"));
    assert_false(rows_have("events/since", "changes", COORDINATOR, since, "field", "places"));
    assert_true(rows_have("events/since", "events", PLANNER, since, "kind", "order.created"));
    assert_true(rows_have("events/since", "changes", PLANNER, since, "field", "places"));
    refused(":error.order_answered",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=2&capacity-2=5"));
    refused(":error.order_answered",
            ORDERING(order_decline, "decline", COORDINATOR, path, "version=2&reason=x"));
    /* the other order to the same site waits for its own answer */
    assert_string_equal(text("SELECT state FROM placement_order WHERE id = %d", (int)again),
                        "sent");
    snprintf(path, sizeof path, "order=%d", (int)again);
    DONE(ORDERING(order_decline, "decline", COORDINATOR, path, "version=1&reason=Ombygging"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM mail WHERE kind = 'order_declined' AND person = %d", PLANNER),
        1);
    assert_string_equal(text("SELECT CONCAT_WS(' ', orders, orders_unanswered, places_ordered, "
                             "places_answered, places_confirmed) "
                             "FROM activity_count WHERE activity = %d",
                             (int)activity),
                        "2 0 7 7 4");
    assert_kept();
}

static void a_reopened_order_remembers_the_answer(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path,
                  "version=1&capacity-2=1&capacity-4=3"));
    refused("reason:error.required",
            ORDERING(order_reopen, "reopen", PLANNER, path, "version=2&due_on=2026-12-24"));
    DONE(ORDERING(order_reopen, "reopen", PLANNER, path,
                  "version=2&reason=En+til&due_on=2026-12-24"));
    assert_string_equal(text("SELECT CONCAT_WS(' ', state, COALESCE(answer, '-'), "
                             "places_confirmed, due_on) FROM placement_order "
                             "WHERE id = %d",
                             (int)order),
                        "sent - 0 2026-12-24");
    assert_int_equal(
        number("SELECT COUNT(*) FROM mail WHERE kind = 'order_reopened' AND person = %d",
               COORDINATOR),
        1);
    assert_string_equal(
        rows_joined("ordering/order_answer", "prefill_each", COORDINATOR, path, "value"), "1|3");
    assert_kept();
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path, "version=3&capacity-2=5"));
    assert_string_equal(
        text("SELECT GROUP_CONCAT(unit, ':', places) FROM capacity WHERE placement_order = %d",
             (int)order),
        "2:5");
    DONE(ORDERING(order_close, "close", PLANNER, path, "version=4"));
    refused(":error.order_not_answered", ORDERING(order_reopen, "reopen", PLANNER, path,
                                                  "version=5&reason=x&due_on=2026-12-24"));
    assert_int_equal(
        number("SELECT places_confirmed FROM placement_order WHERE id = %d", (int)order), 5);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(kind ORDER BY id SEPARATOR ' ') FROM event WHERE thing = 'order' "
             "AND thing_id = %d",
             (int)order),
        "order.created order.sent order.answered order.reopened order.answered order.closed");
    /* every step can be read back */
    assert_int_equal(
        number(
            "SELECT COUNT(DISTINCT version) FROM placement_order FOR SYSTEM_TIME ALL WHERE id = %d",
            (int)order),
        5);
    assert_kept();
}

static void a_site_without_units_answers_as_a_whole(void **state)
{
    (void)state;
    must("INSERT INTO site (id, name, kind) VALUES (7, 'Barnehagen', 'kindergarten')");
    must("INSERT INTO agreement (institution, site, valid_from) VALUES (1, 7, '2020-01-01')");
    must("INSERT INTO person_grant (person, role, site, valid_from) VALUES (%d, "
         "'site_coordinator', 7, '2020-01-01')",
         COORDINATOR);
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 7, 3);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&whole_site=2"));
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', u.name, k.places) FROM capacity k JOIN unit u ON u.id = k.unit "
             "WHERE k.placement_order = %d",
             (int)order),
        "Barnehagen 2");
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'unit.created' AND site = 7"),
                     1);
    /* units that are all closed then are as none */
    must("UPDATE unit SET closed_on = '2027-02-01' WHERE site = 7");
    int64_t later = ask(plan("2027-02-01", "2027-03-31", 10), 7, 3);
    snprintf(path, sizeof path, "order=%d", (int)later);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path, "version=1&whole_site=3"));
    assert_int_equal(number("SELECT COUNT(*) FROM capacity k JOIN unit u ON u.id = k.unit WHERE "
                            "k.placement_order = %d "
                            "AND u.closed_on IS NULL AND u.name = 'Barnehagen'",
                            (int)later),
                     1);
    assert_kept();
}

static void withdrawn_and_discarded_orders_leave_the_numbers(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10), order = ask(activity, 1, 5),
            draft = draft_order(activity, 2, 2);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_withdraw, "withdraw", PLANNER, path, "version=1&reason=Feil"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM mail WHERE kind = 'order_withdrawn' AND person = %d",
               COORDINATOR),
        1);
    refused(":error.order_not_sent",
            ORDERING(order_answer, "capacity", COORDINATOR, path, "version=2&capacity-2=1"));
    assert_true(may("order", "view", order, COORDINATOR));
    snprintf(path, sizeof path, "order=%d", (int)draft);
    DONE(ORDERING(order_discard, "discard", PLANNER, path, "version=1"));
    assert_int_equal(number("SELECT COUNT(*) FROM placement_order WHERE id = %d", (int)draft), 0);
    assert_int_equal(
        number("SELECT activity FROM event WHERE kind = 'order.discarded' AND thing_id = %d",
               (int)draft),
        activity);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', orders, orders_draft, orders_unanswered, places_ordered) "
             "FROM activity_count WHERE activity = %d",
             (int)activity),
        "0 0 0 0");
    assert_kept();
}

static void a_cancelled_activity_tells_everyone_asked(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    int64_t sent = ask(activity, 1, 5), answered = ask(activity, 2, 3),
            draft = draft_order(activity, 1, 1);
    char path[40], one[40];
    must("DELETE FROM mail");
    snprintf(one, sizeof one, "order=%d", (int)answered);
    DONE(ORDERING(order_answer, "capacity", SITE_ADMIN_TWO, one, "version=1&capacity-5=3"));
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    refused("reason:error.required",
            ORDERING(activity_cancel, "cancel", PLANNER, path, "version=1&reason="));
    DONE(ORDERING(activity_cancel, "cancel", PLANNER, path, "version=1&reason=For+faa"));
    assert_string_equal(text("SELECT state FROM placement_order WHERE id = %d", (int)sent),
                        "withdrawn");
    assert_string_equal(text("SELECT state FROM placement_order WHERE id = %d", (int)answered),
                        "answered");
    assert_string_equal(text("SELECT GROUP_CONCAT(person ORDER BY person) FROM mail WHERE kind = "
                             "'activity_cancelled'"),
                        "6,7");
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE kind = 'order_withdrawn'"), 0);
    refused(":error.activity_cancelled",
            ORDERING(activity_cancel, "cancel", PLANNER, path, "version=2&reason=x"));
    refused(":error.activity_cancelled",
            ORDERING(order_new, "order_new", PLANNER, path, "places-1=1"));
    refused(":error.activity_cancelled",
            ORDERING(orders_send, "orders_send", PLANNER, path, "due_on=2026-12-12"));
    snprintf(one, sizeof one, "order=%d", (int)draft);
    refused(":error.activity_cancelled",
            ORDERING(order_send, "order_send", PLANNER, one, "version=1&due_on=2026-12-12"));
    snprintf(one, sizeof one, "order=%d", (int)answered);
    refused(":error.activity_cancelled",
            ORDERING(order_reopen, "reopen", PLANNER, one, "version=2&reason=x&due_on=2026-12-24"));
    int64_t past = plan("2026-10-01", "2026-11-20", 5);
    snprintf(path, sizeof path, "activity=%d", (int)past);
    refused(":error.activity_past",
            ORDERING(activity_cancel, "cancel", PLANNER, path, "version=1&reason=x"));
    assert_kept();
}

static void last_terms_activity_is_copied(void **state)
{
    (void)state;
    int64_t activity = plan("2026-02-02", "2026-03-15", 10);
    add_class(activity, "A", "2026-02-02", "2026-02-22", 6);
    add_class(activity, "B", "2026-02-23", "2026-03-15", 4);
    must("INSERT INTO activity_requirement (activity, requirement) VALUES (%d, 1)", (int)activity);
    /* site 1 was asked twice; site 3's agreement does not reach the new period */
    must("INSERT INTO placement_order (institution, activity, site, places, state, sent_at, "
         "due_on) VALUES "
         "(1, %d, 1, 4, 'sent', '2025-12-01', '2026-01-01'), (1, %d, 1, 2, 'sent', '2025-12-01', "
         "'2026-01-01'), "
         "(1, %d, 3, 2, 'sent', '2025-12-01', '2026-01-01'), (1, %d, 2, 2, 'withdrawn', "
         "'2025-12-01', '2026-01-01')",
         (int)activity, (int)activity, (int)activity, (int)activity);
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    refused(
        "places_wanted:error.fewer_than_classes",
        ORDERING(
            activity_copy, "activity_copy", PLANNER, path,
            "instance=1&name=K&starts=2027-02-01&ends=2027-03-14&places_wanted=9&copy_classes=1"));
    refused("instance:error.not_among",
            ORDERING(activity_copy, "activity_copy", PLANNER, path,
                     "instance=2&name=K&starts=2027-02-01&ends=2027-03-14&places_wanted=10"));
    DONE(ORDERING(activity_copy, "activity_copy", PLANNER, path,
                  "instance=1&name=K&starts=2027-02-01&ends=2027-03-07&places_wanted=10&copy_"
                  "classes=1&copy_requirements=1&copy_orders=1"));
    int64_t copy = number("SELECT id FROM activity WHERE copied_from = %d", (int)activity);
    assert_string_equal(text("SELECT GROUP_CONCAT(letter, ' ', starts, ' ', ends ORDER BY letter) "
                             "FROM activity_class WHERE activity = %d",
                             (int)copy),
                        "A 2027-02-01 2027-02-21,B 2027-02-22 2027-03-07");
    assert_string_equal(text("SELECT GROUP_CONCAT(site, ':', places, ':', state ORDER BY id) FROM "
                             "placement_order WHERE activity = %d",
                             (int)copy),
                        "1:4:draft,1:2:draft");
    assert_int_equal(
        number("SELECT requirement FROM activity_requirement WHERE activity = %d", (int)copy), 1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE activity = %d AND kind = 'order.created'",
               (int)copy),
        2);
    must("DELETE FROM placement_order WHERE activity = %d",
         (int)activity); /* made without counting */
    assert_kept();
}

static void requirements_are_changed_and_said(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    DONE(ORDERING(activity_requirements, "activity_requirements", PLANNER, path,
                  "version=1&requirements=1&requirements=2"));
    DONE(ORDERING(activity_requirements, "activity_requirements", PLANNER, path,
                  "version=2&requirements=2"));
    assert_int_equal(
        ORDERING(activity_requirements, "activity_requirements", PLANNER, path, "version=2")
            .outcome,
        OUTCOME_STALE);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(COALESCE(c.old_value, '-'), '>', COALESCE(c.new_value, '-') "
             "ORDER BY c.event, c.number) "
             "FROM event e JOIN event_change c ON c.event = e.id WHERE e.activity = %d "
             "AND e.kind = 'activity.requirements_changed'",
             (int)activity),
        "->Engelsk,->Norsk,Engelsk>-");
}

/* Whatever happens in whatever order, the kept numbers are those of the rows. */
static void the_kept_numbers_stay_true(void **state)
{
    (void)state;
    int64_t activities[3];
    uint32_t chance = 20261121;
    for (size_t i = 0; i < 3; i++)
        activities[i] = plan("2027-02-01", "2027-03-31", 90);
    size_t made = 0;
    for (int step = 0; step < 240; step++) {
        chance = chance * 1664525 + 1013904223;
        unsigned pick = chance >> 16;
        int64_t activity = activities[pick % 3];
        int64_t order = number(
            "SELECT id FROM placement_order WHERE activity = %d ORDER BY CRC32(id + %d) LIMIT 1",
            (int)activity, step);
        char path[60], fields[120];
        struct done done;
        snprintf(path, sizeof path, "activity=%d&order=%d", (int)activity, (int)order);
        snprintf(fields, sizeof fields,
                 "version=%d&places=%u&places-1=%u&capacity-2=1&capacity-4=1&capacity-5=1&reason=x&"
                 "due_on=2026-12-24&send=%u",
                 (int)version(order), 1 + pick % 9, 1 + pick % 5, pick % 2);
        int64_t site = number("SELECT site FROM placement_order WHERE id = %d", (int)order);
        const char *capacity = site == 2 ? "capacity-5" : "capacity-2";
        switch (pick / 16 % 10) {
        case 0:
        case 1:
            done = ORDERING(order_new, "order_new", PLANNER, path, fields);
            break;
        case 2:
            done = ORDERING(orders_send, "orders_send", PLANNER, path, fields);
            break;
        case 3:
        case 4:
            snprintf(fields, sizeof fields, "version=%d&%s=1", (int)version(order), capacity);
            done = ORDERING(order_answer, "capacity", COORDINATOR, path, fields);
            break;
        case 5:
            done = ORDERING(order_decline, "decline", COORDINATOR, path, fields);
            break;
        case 6:
            done = ORDERING(order_reopen, "reopen", PLANNER, path, fields);
            break;
        case 7:
            done = ORDERING(order_withdraw, "withdraw", PLANNER, path, fields);
            break;
        case 8:
            done = ORDERING(order_discard, "discard", PLANNER, path, fields);
            break;
        default:
            done = ORDERING(order_edit, "order", PLANNER, path, fields);
            break;
        }
        assert_int_equal(done.result, DATA_OK);
        made += done.outcome == OUTCOME_DONE;
        if (step % 20 == 19)
            assert_kept();
    }
    assert_true(made > 60); /* it did walk */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_activity_is_planned),
        cmocka_unit_test(classes_keep_within_the_activity),
        cmocka_unit_test(sites_without_an_agreement_are_not_asked),
        cmocka_unit_test(drafts_are_the_institutions_own_until_sent),
        cmocka_unit_test(a_site_sees_nothing_of_the_others),
        cmocka_unit_test(capacity_is_refused_with_the_reason),
        cmocka_unit_test(an_order_is_answered_in_part_and_once),
        cmocka_unit_test(a_reopened_order_remembers_the_answer),
        cmocka_unit_test(a_site_without_units_answers_as_a_whole),
        cmocka_unit_test(withdrawn_and_discarded_orders_leave_the_numbers),
        cmocka_unit_test(a_cancelled_activity_tells_everyone_asked),
        cmocka_unit_test(last_terms_activity_is_copied),
        cmocka_unit_test(requirements_are_changed_and_said),
        cmocka_unit_test(the_kept_numbers_stay_true),
    };
    return cmocka_run_group_tests(tests, ordering_set_up, action_tear_down);
}
