/* Roles in an activity by their actions: who may be given one, where, for how long, and what ends them. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

action_function roles_site_new, roles_institution_new, roles_edit, roles_end;

#define ROLES(name, form, viewer, path, fields)                                                    \
    act(roles_##name, "roles/" #name, form, viewer, path, fields)

enum { SUPERVISOR = 801, UNIT = 1 };
static int64_t activity, order, other_order, class_a, class_b;
static char to_order[40], to_activity[40], listed[80]; /* listed: its lists, unfiltered */

static int64_t roles_of(int person, const char *role)
{
    return number("SELECT COUNT(*) FROM person_grant WHERE activity = %d AND person = %d AND role "
                  "= '%s' AND (valid_to IS NULL OR valid_to >= '2026-11-21')",
                  (int)activity, person, role);
}

static int64_t latest(int person)
{
    return number("SELECT MAX(id) FROM person_grant WHERE activity = %d AND person = %d",
                  (int)activity, person);
}

/* An activity with classes A and B, asked of sites 1 and 2; a supervisor of site 1 who works in one unit. */
static int set_up(void **state)
{
    if (ordering_set_up(state) != 0)
        return -1;
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Vera', 'Vakt', "
         "'vera@example.org')",
         SUPERVISOR);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         SUPERVISOR);
    must("INSERT INTO person_grant (person, role, site, unit, valid_from) VALUES (%d, "
         "'supervisor', %d, %d, '2026-01-01')",
         SUPERVISOR, SITE, UNIT);
    activity = plan("2027-02-01", "2027-03-31", 10);
    class_a = add_class(activity, "A", "2027-02-01", "2027-02-28", 5);
    class_b = add_class(activity, "B", "2027-03-01", "2027-03-31", 5);
    order = ask(activity, SITE, 5);
    other_order = ask(activity, SITE_TWO, 5);
    snprintf(to_order, sizeof to_order, "order=%d", (int)order);
    snprintf(to_activity, sizeof to_activity, "activity=%d", (int)activity);
    snprintf(listed, sizeof listed, "%s&q=&state=&class=", to_activity);
    return 0;
}

static struct done enter(int viewer, const char *role, int person, int64_t class, const char *more)
{
    char fields[300];
    snprintf(fields, sizeof fields, "role=%s&person=%d&class=%d&%s", role, person, (int)class,
             more);
    return ROLES(site_new, "role_site", viewer, to_order, fields);
}

#define DAYS "valid_from=2026-11-21&valid_to=2027-04-14"

static void only_users_of_the_site_are_chosen_among(void **state)
{
    (void)state;
    assert_true(rows_have("roles/site_new", "people", COORDINATOR, to_order, "id", "801"));
    assert_true(rows_have("roles/site_new", "people", COORDINATOR, to_order, "name",
                          "Vera Vakt – Medisin"));
    assert_false(rows_have("roles/site_new", "people", COORDINATOR, to_order, "id", "2"));
    refused("person:error.not_among", enter(COORDINATOR, "supervisor", PLANNER, class_a, DAYS));
    refused("person:error.not_among",
            enter(COORDINATOR, "supervisor", SITE_ADMIN_TWO, class_a, DAYS));
    /* whose time at the site is over, and whose account is closed */
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE person = %d", SUPERVISOR);
    refused("person:error.not_among", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS));
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", SUPERVISOR);
    must("UPDATE account SET closed = 1 WHERE person = %d", SUPERVISOR);
    refused("person:error.not_among", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS));
    must("UPDATE account SET closed = 0 WHERE person = %d", SUPERVISOR);
    /* who is protected is the administrator's to enter */
    must("UPDATE person SET protected = 1 WHERE id = %d", SUPERVISOR);
    refused("person:error.not_among", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS));
    assert_true(rows_have("roles/site_new", "people", SITE_ADMIN, to_order, "id", "801"));
    must("UPDATE person SET protected = 0 WHERE id = %d", SUPERVISOR);
}

static void only_after_an_order_was_sent(void **state)
{
    (void)state;
    int64_t draft = draft_order(activity, SITE, 1);
    assert_false(may("order", "view", draft, COORDINATOR));
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)draft);
    refused(":error.role_needs_order",
            ROLES(site_new, "role_site", COORDINATOR, path, "role=supervisor&person=801&" DAYS));
    must("UPDATE placement_order SET state = 'withdrawn', sent_at = NOW(), due_on = '2026-12-01' "
         "WHERE id = %d",
         (int)draft);
    refused(":error.role_needs_order",
            ROLES(site_new, "role_site", COORDINATOR, path, "role=supervisor&person=801&" DAYS));
    assert_true(may("order", "enter_roles", order, COORDINATOR));
    assert_true(may("order", "enter_roles", order, SITE_ADMIN));
    assert_false(may("order", "enter_roles", order, PLANNER));
    assert_false(may("order", "view", other_order, COORDINATOR));
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)activity);
    refused(":error.activity_cancelled",
            enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS));
    must("UPDATE activity SET cancelled_at = NULL WHERE id = %d", (int)activity);
}

static void days_stay_near_the_placement(void **state)
{
    (void)state;
    refused("valid_to:error.end_before_start", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a,
                                                     "valid_from=2027-02-02&valid_to=2027-02-01"));
    refused("valid_to:error.past valid_to:error.role_before_activity",
            enter(COORDINATOR, "supervisor", SUPERVISOR, class_a,
                  "valid_from=2026-11-01&valid_to=2026-11-20"));
    refused("valid_to:error.role_before_activity",
            enter(COORDINATOR, "supervisor", SUPERVISOR, class_b,
                  "valid_from=2026-11-21&valid_to=2027-02-28"));
    refused("valid_from:error.role_too_early", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a,
                                                     "valid_from=2026-01-30&valid_to=2027-02-28"));
    refused("valid_from:error.role_after_activity",
            enter(COORDINATOR, "supervisor", SUPERVISOR, class_a,
                  "valid_from=2027-03-01&valid_to=2027-03-01"));
    refused("valid_to:error.role_too_late", enter(COORDINATOR, "supervisor", SUPERVISOR, class_a,
                                                  "valid_from=2027-02-01&valid_to=2027-06-01"));
    refused("class:error.required", ROLES(site_new, "role_site", COORDINATOR, to_order,
                                          "role=supervisor&person=801&" DAYS));
    refused("class:error.not_among", enter(COORDINATOR, "supervisor", SUPERVISOR, 9999, DAYS));
    refused("role:error.not_choice", enter(COORDINATOR, "lecturer", SUPERVISOR, class_a, DAYS));
    char path[80];
    snprintf(path, sizeof path, "order=%d&role=supervisor&class=%d", (int)order, (int)class_b);
    assert_true(
        rows_have("roles/site_new", "prefill", COORDINATOR, path, "valid_from", "2027-02-15"));
    assert_true(
        rows_have("roles/site_new", "prefill", COORDINATOR, path, "valid_to", "2027-04-14"));
    snprintf(path, sizeof path, "order=%d&role=site_coordinator&class=%d", (int)order,
             (int)class_b);
    assert_true(
        rows_have("roles/site_new", "prefill", COORDINATOR, path, "valid_from", "2026-11-21"));
}

static void a_role_is_given_and_told(void **state)
{
    (void)state;
    struct done done = enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS "&again=1");
    DONE(done);
    char expected[80];
    snprintf(expected, sizeof expected, "/orders/%d/roles/new?role=supervisor&class=%d", (int)order,
             (int)class_a);
    assert_string_equal(done.location, expected);
    int64_t role = latest(SUPERVISOR);
    assert_int_equal(number("SELECT unit FROM person_grant WHERE id = %d", (int)role), UNIT);
    assert_int_equal(number("SELECT activity FROM event WHERE kind = 'role.given' AND thing = "
                            "'grant' AND thing_id = %d AND site = 1",
                            (int)role),
                     activity);
    assert_string_equal(text("SELECT GROUP_CONCAT(c.field, '=', c.new_value ORDER BY c.number "
                             "SEPARATOR ' ') FROM event_change c JOIN event e ON e.id = c.event "
                             "WHERE e.kind = 'role.given' AND e.thing_id = %d",
                             (int)role),
                        "role=supervisor class=A valid_from=2026-11-21 valid_to=2027-04-14");
    assert_string_equal(text("SELECT GROUP_CONCAT(m.kind) FROM notice m JOIN event e ON e.id = "
                             "m.event WHERE e.thing = 'grant' AND e.thing_id = %d AND m.person = "
                             "%d",
                             (int)role, SUPERVISOR),
                        "role_given");
    refused("person:error.role_already",
            enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS));
    /* the same person is both, and in the other classes where they are not yet */
    DONE(enter(COORDINATOR, "site_coordinator", SUPERVISOR, class_a, DAYS "&other_classes=1"));
    assert_int_equal(roles_of(SUPERVISOR, "site_coordinator"), 2);
    int64_t events = number("SELECT COUNT(*) FROM notice WHERE person = %d", SUPERVISOR);
    assert_int_equal(events, 2); /* one a submission, however many classes */
    DONE(enter(COORDINATOR, "supervisor", SUPERVISOR, class_a, DAYS "&other_classes=1"));
    assert_int_equal(roles_of(SUPERVISOR, "supervisor"), 2);
}

static void a_role_counts_in_its_activity_only(void **state)
{
    (void)state;
    /* SUPERVISOR is coordinator of this activity since the test before: answers its orders, no others */
    assert_true(may("order", "answer", order, SUPERVISOR));
    assert_true(may("order", "enter_roles", order, SUPERVISOR));
    assert_true(may("activity", "site_side", activity, SUPERVISOR));
    assert_false(may("order", "view", other_order, SUPERVISOR));
    int64_t elsewhere = plan("2027-02-01", "2027-03-31", 4), foreign = ask(elsewhere, SITE, 2);
    assert_false(may("order", "view", foreign, SUPERVISOR));
    assert_false(may("activity", "view", elsewhere, SUPERVISOR));
    char id[20];
    snprintf(id, sizeof id, "%d", (int)order);
    static const char all[] = "q=&state=&term=&institution=&site=";
    assert_true(rows_have("ordering/orders", "orders", SUPERVISOR, all, "id", id));
    assert_true(rows_have("home/front", "unanswered", SUPERVISOR, "", "id", id));
    assert_true(rows_have("ordering/activity_sites", "orders", SUPERVISOR, listed, "id", id));
    snprintf(id, sizeof id, "%d", (int)foreign);
    assert_false(rows_have("ordering/orders", "orders", SUPERVISOR, all, "id", id));
    assert_false(rows_have("home/front", "unanswered", SUPERVISOR, "", "id", id));
    /* no more than the administrator's own things elsewhere */
    assert_false(may("site", "edit", SITE, SUPERVISOR));
    assert_false(may("viewer", "see_people", 0, SUPERVISOR));
}

static void each_side_sees_its_own(void **state)
{
    (void)state;
    char path[80], fields[200];
    snprintf(fields, sizeof fields,
             "role=institution_coordinator&person=%d&class=%d&other_classes=1&%s", ADVISER,
             (int)class_a, DAYS);
    DONE(ROLES(institution_new, "role_institution", PLANNER, to_activity, fields));
    snprintf(fields, sizeof fields, "role=lecturer&person=%d&class=%d&%s", SUPERVISOR, (int)class_a,
             DAYS);
    refused("person:error.not_among",
            ROLES(institution_new, "role_institution", PLANNER, to_activity, fields));
    refused("person:error.not_among class:error.required",
            ROLES(institution_new, "role_institution", PLANNER, to_activity,
                  "role=lecturer&person=8000&" DAYS));
    assert_false(may("activity", "enter_roles", activity, ADVISER));
    assert_true(may("activity", "enter_roles", activity, PLANNER));
    /* a role of site 2, entered by its administrator */
    snprintf(path, sizeof path, "order=%d", (int)other_order);
    snprintf(fields, sizeof fields, "role=supervisor&person=%d&class=%d&%s", SITE_ADMIN_TWO,
             (int)class_b, DAYS);
    DONE(ROLES(site_new, "role_site", SITE_ADMIN_TWO, path, fields));
    int64_t theirs = latest(SITE_ADMIN_TWO), ours = latest(SUPERVISOR);
    char id[20];
    snprintf(id, sizeof id, "%d", (int)theirs);
    assert_true(rows_have("roles/activity", "roles", PLANNER, to_activity, "id", id));
    assert_false(rows_have("roles/activity", "roles", COORDINATOR, to_activity, "id", id));
    assert_true(rows_have("roles/activity", "roles", COORDINATOR, to_activity, "role",
                          "institution_coordinator"));
    assert_true(may("grant", "enter", ours, COORDINATOR));
    assert_false(may("grant", "view", theirs, COORDINATOR));
    assert_false(may("grant", "view", ours, SITE_ADMIN_TWO));
    assert_false(may("grant", "view", ours, PLANNER)); /* sees them, but enters no site's */
    assert_false(may("grant", "enter", latest(ADVISER), COORDINATOR));
    assert_true(may("grant", "enter", latest(ADVISER), PLANNER));
    /* nobody else is told how to reach who is protected */
    must("UPDATE person SET protected = 1 WHERE id = %d", SITE_ADMIN_TWO);
    assert_false(
        rows_have("roles/activity", "roles", PLANNER, to_activity, "name", "sitetwo Prøve"));
    assert_string_equal(rows_joined("roles/activity", "parts", PLANNER, listed, "supervisors"),
                        "||Vera Vakt|Vera Vakt");
    must("UPDATE person SET protected = 0 WHERE id = %d", SITE_ADMIN_TWO);
    /* site 2 lacks a coordinator in both classes, a supervisor in A: it is one site */
    assert_string_equal(rows_joined("roles/activity", "missing", PLANNER, to_activity, "sites"),
                        "2");
    assert_string_equal(
        rows_joined("roles/activity", "missing", PLANNER, to_activity, "no_coordinator"), "1");
    assert_string_equal(
        rows_joined("roles/activity", "missing", PLANNER, to_activity, "no_supervisor"), "1");
    snprintf(path, sizeof path, "%s&q=&class=&state=no_supervisor", to_activity);
    assert_string_equal(rows_joined("roles/activity", "parts", PLANNER, path, "class"), "A");
    snprintf(path, sizeof path, "%s&q=&class=&state=complete", to_activity);
    assert_int_equal(total("roles/activity", "parts", PLANNER, path), 2);
    assert_string_equal(rows_joined("roles/activity", "parts", COORDINATOR, listed, "site"),
                        "Sjukehuset|Sjukehuset");
    assert_int_equal(total("roles/activity", "parts", STUDENT, listed), 0);
    /* and in history */
    assert_true(rows_have("ordering/activity_history", "history", COORDINATOR, listed, "kind",
                          "role.given"));
    snprintf(id, sizeof id, "%d", (int)theirs);
    assert_false(
        rows_have("ordering/activity_history", "history", COORDINATOR, listed, "thing_id", id));
}

static void days_are_changed_by_version(void **state)
{
    (void)state;
    int64_t role = latest(SUPERVISOR);
    char path[40];
    snprintf(path, sizeof path, "grant=%d", (int)role);
    refused("valid_to:error.role_too_late",
            ROLES(edit, "role", COORDINATOR, path,
                  "version=1&valid_from=2026-11-21&valid_to=2028-01-01"));
    DONE(ROLES(edit, "role", COORDINATOR, path,
               "version=1&valid_from=2026-12-01&valid_to=2027-04-01"));
    assert_int_equal(ROLES(edit, "role", COORDINATOR, path,
                           "version=1&valid_from=2026-12-02&valid_to=2027-04-01")
                         .outcome,
                     OUTCOME_STALE);
    assert_string_equal(text("SELECT GROUP_CONCAT(c.field, ' ', c.old_value, ' ', c.new_value "
                             "ORDER BY c.number) FROM event_change c JOIN event e ON e.id = "
                             "c.event WHERE e.kind = 'role.changed' AND e.thing_id = %d AND "
                             "c.subject = 'Vera Vakt'",
                             (int)role),
                        "valid_from 2026-11-21 2026-12-01,valid_to 2027-04-14 2027-04-01");
}

static void a_role_ends_at_once_with_a_reason(void **state)
{
    (void)state;
    int64_t role = latest(SUPERVISOR);
    char path[40];
    snprintf(path, sizeof path, "grant=%d", (int)role);
    refused("reason:error.required", ROLES(end, "role_end", COORDINATOR, path, "version=2"));
    DONE(ROLES(end, "role_end", COORDINATOR, path, "version=2&reason=Byter+avdeling"));
    assert_string_equal(
        text("SELECT CONCAT(valid_from, ' ', valid_to) FROM person_grant WHERE id = %d", (int)role),
        "2026-11-20 2026-11-20");
    assert_string_equal(text("SELECT c.new_value FROM event_change c JOIN event e ON e.id = "
                             "c.event WHERE e.kind = 'role.ended' AND e.thing_id = %d AND c.field "
                             "= 'reason'",
                             (int)role),
                        "Byter avdeling");
    assert_int_equal(number("SELECT COUNT(*) FROM notice m JOIN event e ON e.id = m.event WHERE "
                            "m.kind = 'role_ended' AND m.person = %d AND e.thing_id = %d",
                            SUPERVISOR, (int)role),
                     1);
    refused(":error.ended_already",
            ROLES(end, "role_end", COORDINATOR, path, "version=3&reason=Igjen"));
    refused(":error.ended_already", ROLES(edit, "role", COORDINATOR, path,
                                          "version=3&valid_from=2026-12-01&valid_to=2027-04-01"));
}

static void what_they_were_given_for_goes(void **state)
{
    (void)state;
    char path[40], fields[40];
    snprintf(path, sizeof path, "class=%d", (int)class_b);
    assert_true(roles_of(SUPERVISOR, "site_coordinator") == 2);
    DONE(ORDERING(class_remove, "remove", PLANNER, path, "version=1"));
    assert_int_equal(roles_of(SUPERVISOR, "site_coordinator"), 1);
    assert_int_equal(number("SELECT COUNT(*) FROM person_grant WHERE activity = %d AND "
                            "activity_class IS NULL AND valid_to = '2026-11-20'",
                            (int)activity),
                     number("SELECT COUNT(DISTINCT thing_id) FROM event e JOIN event_change c ON "
                            "c.event = e.id AND c.new_value = 'class_removed' WHERE e.activity = "
                            "%d AND e.kind = 'role.ended'",
                            (int)activity) +
                         1); /* and the one that had ended before */
    /* two orders to the site: roles go with the last */
    int64_t second = ask(activity, SITE, 2);
    snprintf(path, sizeof path, "order=%d", (int)second);
    snprintf(fields, sizeof fields, "version=%d",
             (int)number("SELECT version FROM placement_order WHERE id = %d", (int)second));
    DONE(ORDERING(order_withdraw, "withdraw", PLANNER, path, fields));
    assert_int_equal(roles_of(SUPERVISOR, "site_coordinator"), 1);
    snprintf(fields, sizeof fields, "version=%d",
             (int)number("SELECT version FROM placement_order WHERE id = %d", (int)order));
    assert_true(rows_have("ordering/order_withdraw", "roles", PLANNER, to_order, "people", "1"));
    DONE(ORDERING(order_withdraw, "withdraw", PLANNER, to_order, fields));
    assert_int_equal(roles_of(SUPERVISOR, "site_coordinator"), 0);
    assert_int_equal(roles_of(SUPERVISOR, "supervisor"), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM event_change WHERE new_value = "
                            "'order_withdrawn' AND field = 'reason'"),
                     number("SELECT COUNT(*) FROM event e JOIN event_change c ON c.event = e.id "
                            "WHERE e.kind = 'role.ended' AND c.new_value = 'order_withdrawn'"));
    assert_false(may("activity", "view", activity, SUPERVISOR));
    assert_kept();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_users_of_the_site_are_chosen_among),
        cmocka_unit_test(only_after_an_order_was_sent),
        cmocka_unit_test(days_stay_near_the_placement),
        cmocka_unit_test(a_role_is_given_and_told),
        cmocka_unit_test(a_role_counts_in_its_activity_only),
        cmocka_unit_test(each_side_sees_its_own),
        cmocka_unit_test(days_are_changed_by_version),
        cmocka_unit_test(a_role_ends_at_once_with_a_reason),
        cmocka_unit_test(what_they_were_given_for_goes),
    };
    return cmocka_run_group_tests(tests, set_up, action_tear_down);
}
