/* Who follows each student: chosen row by row among those with a role, or divided evenly within their limits. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function allocation_supervisors, allocation_supervisors_divide, roles_site_new, roles_edit;

/* Supervisors of site 1 (WARD_ONE works in one ward), one of site 2, two lecturers; students. */
enum { VERA = 801, VIDAR, WARD_ONE, VIGDIS, LARS = 811, LINE, FIRST = 821, STUDENTS = 6 };
enum { MEDICINE = 1, WARD, ROOM, SURGERY, SCHOOL };
static int64_t activity, class_a, class_b;
static char path[40], listed[90];

static void person(int id, const char *name, const char *role, int institution, int site)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'p%d@example.org')",
         id, name, id);
    must("INSERT INTO person_grant (person, role, institution, site, valid_from) VALUES (%d, '%s', "
         "NULLIF(%d, 0), NULLIF(%d, 0), '2020-01-01')",
         id, role, institution, site);
}

static int set_up(void **state)
{
    if (ordering_set_up(state) != 0)
        return -1;
    person(VERA, "Vera", "supervisor", 0, SITE);
    person(VIDAR, "Vidar", "supervisor", 0, SITE);
    person(WARD_ONE, "Wenche", "supervisor", 0, SITE);
    person(VIGDIS, "Vigdis", "supervisor", 0, SITE_TWO);
    person(LARS, "Lars", "lecturer", INSTITUTION, 0);
    person(LINE, "Line", "lecturer", INSTITUTION, 0);
    static const char *const names[STUDENTS] = {"Anne", "Berit", "Cato", "Dina", "Even", "Frida"};
    for (int i = 0; i < STUDENTS; i++)
        person(FIRST + i, names[i], "student", INSTITUTION, 0);
    return 0;
}

/* A role in the activity; most 0: no limit. */
static void role(int who, const char *as, int site, int unit, int64_t class, int most)
{
    must("INSERT INTO person_grant (person, role, institution, site, unit, activity, "
         "activity_class, "
         "valid_from, valid_to, students_most) VALUES (%d, '%s', NULLIF(%d, 0), NULLIF(%d, 0), "
         "NULLIF(%d, 0), %d, NULLIF(%d, 0), '2027-01-01', '2027-04-30', NULLIF(%d, 0))",
         who, as, site ? 0 : INSTITUTION, site, unit, (int)activity, (int)class, most);
}

static int64_t place(int student, int64_t class, int site, int unit)
{
    must("INSERT INTO registration (institution, activity, activity_class, person) VALUES (1, %d, "
         "NULLIF(%d, 0), %d)",
         (int)activity, (int)class, student);
    must("INSERT INTO allocation (registration, activity, site, unit) SELECT id, activity, "
         "NULLIF(%d, 0), NULLIF(%d, 0) FROM registration WHERE activity = %d AND person = %d",
         site, unit, (int)activity, student);
    return number("SELECT id FROM registration WHERE activity = %d AND person = %d", (int)activity,
                  student);
}

/* A new activity of two classes, with nobody in it. */
static int fresh(void **state)
{
    (void)state;
    activity = plan("2027-02-01", "2027-03-31", 10);
    class_a = add_class(activity, "A", "2027-02-01", "2027-03-31", 5);
    class_b = add_class(activity, "B", "2027-02-01", "2027-03-31", 5);
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    snprintf(listed, sizeof listed, "%s&q=&state=&class=&site=", path);
    return 0;
}

static int clear(void **state)
{
    (void)state;
    must("DELETE FROM allocation WHERE activity = %d", (int)activity);
    must("DELETE FROM registration WHERE activity = %d", (int)activity);
    must("DELETE FROM person_grant WHERE activity = %d", (int)activity);
    return 0;
}

static int64_t follows(const char *as, int64_t registration)
{
    return number("SELECT COALESCE(%s, 0) FROM allocation WHERE registration = %d", as,
                  (int)registration);
}

static int64_t seen(int64_t registration)
{
    return number("SELECT version FROM allocation WHERE registration = %d", (int)registration);
}

static struct done save(int64_t registration, int supervisor, int lecturer, int64_t version)
{
    char fields[200];
    int id = (int)registration;
    snprintf(fields, sizeof fields, "supervisor-%d=%d&lecturer-%d=%d&seen-%d=%d", id, supervisor,
             id, lecturer, id, (int)version);
    return act(allocation_supervisors, "allocation/supervisors", "supervisors", PLANNER, path,
               fields);
}

static struct done divide(const char *fields)
{
    char all[200];
    snprintf(all, sizeof all, "%s&version=%d", fields,
             (int)number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity));
    struct done done = act(allocation_supervisors_divide, "allocation/supervisors_divide",
                           "supervisors_divide", PLANNER, path, all);
    assert_int_equal(done.result, DATA_OK);
    return done;
}

static int64_t events(const char *kind)
{
    return number("SELECT COUNT(*) FROM event WHERE activity = %d AND kind = '%s'", (int)activity,
                  kind);
}

static void only_who_has_the_role_there_may_be_chosen(void **state)
{
    (void)state;
    int64_t anne = place(FIRST, class_a, SITE, WARD);
    role(VERA, "supervisor", SITE, 0, class_a, 0);
    role(VIDAR, "supervisor", SITE, 0, class_b, 0);
    role(VIGDIS, "supervisor", SITE_TWO, 0, class_a, 0);
    role(LARS, "lecturer", 0, 0, 0, 0);

    char field[60];
    snprintf(field, sizeof field, "supervisor:error.not_among");
    struct done done = save(anne, VIDAR, 0, seen(anne)); /* of the other class */
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_non_null(strstr(done.errors, field));
    assert_int_equal(save(anne, VIGDIS, 0, seen(anne)).outcome, OUTCOME_INVALID);
    assert_int_equal(save(anne, LARS, 0, seen(anne)).outcome, OUTCOME_INVALID);
    assert_int_equal(save(anne, 0, VERA, seen(anne)).outcome, OUTCOME_INVALID);
    assert_int_equal(follows("supervisor", anne), 0);
    assert_int_equal(events("allocation.followers_changed"), 0);

    DONE(save(anne, VERA, LARS, seen(anne)));
    assert_int_equal(follows("supervisor", anne), VERA);
    assert_int_equal(follows("lecturer", anne), LARS);
    assert_int_equal(events("allocation.followers_changed"), 1);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ' ', c.subject, ' ', c.new_value ORDER BY "
             "c.number SEPARATOR ', ') FROM event_change c JOIN event e ON e.id = "
             "c.event WHERE e.activity = %d AND e.kind LIKE 'allocation.%%'",
             (int)activity),
        "supervisor Anne Prøve Vera Prøve, lecturer Anne Prøve Lars Prøve");
    /* Whose role has ended is not chosen anew, but may stay. */
    must("UPDATE person_grant SET valid_to = '2027-01-31' WHERE activity = %d AND person = %d",
         (int)activity, VERA);
    DONE(save(anne, VERA, 0, seen(anne)));
    assert_int_equal(follows("supervisor", anne), VERA);
    DONE(save(anne, 0, 0, seen(anne)));
    assert_int_equal(save(anne, VERA, 0, seen(anne)).outcome, OUTCOME_INVALID);
}

static void what_others_did_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    int64_t anne = place(FIRST, class_a, SITE, WARD), berit = place(FIRST + 1, class_a, SITE, WARD);
    role(VERA, "supervisor", SITE, 0, 0, 0);
    role(VIDAR, "supervisor", SITE, 0, 0, 0);
    int64_t before = seen(anne),
            plan_before =
                number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity);
    DONE(save(anne, VERA, 0, before));
    assert_int_equal(
        number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity),
        plan_before + 1);

    struct done done = save(anne, VIDAR, 0, before);
    assert_int_equal(done.outcome, OUTCOME_REFUSED);
    assert_non_null(strstr(done.errors, "error.row_changed"));
    assert_int_equal(follows("supervisor", anne), VERA);
    /* what is as it was typed is no conflict, and leaves nothing */
    DONE(save(anne, VERA, 0, before));
    assert_int_equal(events("allocation.followers_changed"), 1);
    /* others' rows stay */
    DONE(save(berit, VIDAR, 0, seen(berit)));
    assert_int_equal(follows("supervisor", anne), VERA);
    /* a place that is gone */
    must(
        "UPDATE allocation SET site = NULL, unit = NULL, supervisor = NULL WHERE registration = %d",
        (int)berit);
    done = save(berit, VERA, 0, seen(berit));
    assert_int_equal(done.outcome, OUTCOME_REFUSED);
    assert_non_null(strstr(done.errors, "error.no_place_now"));
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)activity);
    assert_string_equal(save(anne, VIDAR, 0, seen(anne)).errors, ":error.activity_cancelled");
}

static int64_t given(int who)
{
    return number("SELECT COUNT(*) FROM allocation WHERE activity = %d AND supervisor = %d",
                  (int)activity, who);
}

static void students_are_divided_evenly_within_limits(void **state)
{
    (void)state;
    int64_t all[STUDENTS];
    for (int i = 0; i < STUDENTS; i++)
        all[i] = place(FIRST + i, class_a, SITE, i < 5 ? WARD : SURGERY);
    role(VERA, "supervisor", SITE, 0, 0, 0);
    role(VIDAR, "supervisor", SITE, 0, 0, 1);
    role(WARD_ONE, "supervisor", SITE, WARD, 0, 0);
    must("UPDATE allocation SET supervisor = %d WHERE registration = %d", WARD_ONE, (int)all[0]);

    struct done done = divide("whom=supervisor&which=without");
    DONE(done);
    assert_string_equal(done.flash, "followers_divided");
    assert_int_equal(follows("supervisor", all[0]), WARD_ONE);
    assert_int_equal(given(VIDAR), 1);
    assert_in_range(given(VERA), 2, 3);
    assert_int_equal(given(VERA) + given(WARD_ONE), 5);
    assert_int_not_equal(follows("supervisor", all[5]), WARD_ONE); /* another unit */
    assert_int_equal(events("allocation.followers_divided"), 1);

    /* as even as can be already: nothing happens, and nothing is told */
    done = divide("whom=supervisor&which=all");
    assert_string_equal(done.flash, "followers_unchanged");
    assert_int_equal(events("allocation.followers_divided"), 1);
    /* one of them leaves: their students, and no more than needed */
    must("DELETE FROM person_grant WHERE activity = %d AND person = %d", (int)activity, WARD_ONE);
    done = divide("whom=supervisor&which=all");
    assert_string_equal(done.flash, "followers_divided");
    assert_int_equal(given(VIDAR), 1);
    assert_int_equal(given(VERA), 5);
    /* a limit that all of them together do not reach */
    must("UPDATE person_grant SET students_most = 2 WHERE activity = %d AND person = %d",
         (int)activity, VERA);
    done = divide("whom=supervisor&which=all");
    assert_string_equal(done.flash, "followers_divided_partly");
    assert_non_null(strstr(done.location, "state=no_supervisor"));
    assert_int_equal(given(VERA), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE activity = %d AND supervisor IS "
                            "NULL",
                            (int)activity),
                     3);
}

static void students_elsewhere_count(void **state)
{
    (void)state;
    int64_t other = plan("2027-03-01", "2027-04-30", 5), first = activity;
    activity = other;
    for (int i = 0; i < 3; i++)
        place(FIRST + i, 0, SITE, WARD);
    must("UPDATE allocation SET supervisor = %d WHERE activity = %d", VERA, (int)other);
    activity = first;
    for (int i = 3; i < STUDENTS; i++)
        place(FIRST + i, class_a, SITE, WARD);
    role(VERA, "supervisor", SITE, 0, 0, 0);
    role(VIDAR, "supervisor", SITE, 0, 0, 0);
    assert_true(
        rows_have("allocation/supervisors_divide", "followers", PLANNER, path, "elsewhere", "3"));
    DONE(divide("whom=supervisor&which=without"));
    assert_int_equal(given(VIDAR), 3);
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)other);
    DONE(divide("whom=supervisor&which=all"));
    assert_in_range(given(VERA), 1, 2);
    must("DELETE FROM allocation WHERE activity = %d", (int)other);
    must("DELETE FROM registration WHERE activity = %d", (int)other);
}

/* Those who allocate choose among them by name; the history, which more people read, tells none. */
static void who_is_protected_is_not_named_in_the_history(void **state)
{
    (void)state;
    int64_t anne = place(FIRST, class_a, SITE, WARD);
    role(LARS, "lecturer", 0, 0, 0, 0);
    must("UPDATE person SET protected = 1 WHERE id = %d", LARS);
    struct done chosen = save(anne, 0, LARS, seen(anne)), taken = save(anne, 0, 0, seen(anne));
    struct done divided = divide("whom=lecturer&which=without&site=");
    must("UPDATE person SET protected = 0 WHERE id = %d", LARS);
    assert_int_equal(chosen.outcome, OUTCOME_DONE);
    assert_int_equal(taken.outcome, OUTCOME_DONE);
    assert_int_equal(divided.outcome, OUTCOME_DONE);
    assert_int_equal(follows("lecturer", anne), LARS);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event_change c JOIN event e ON e.id = c.event WHERE "
               "e.activity = %d AND CONCAT_WS(' ', c.subject, c.old_value, c.new_value) LIKE "
               "'%%Lars%%'",
               (int)activity),
        0);
}

static void lecturers_by_class_and_one_site_alone(void **state)
{
    (void)state;
    int64_t anne = place(FIRST, class_a, SITE, WARD), berit = place(FIRST + 1, class_b, SITE, WARD),
            cato = place(FIRST + 2, class_b, SITE_TWO, SCHOOL);
    role(LARS, "lecturer", 0, 0, class_a, 0);
    role(LINE, "lecturer", 0, 0, class_b, 0);
    char fields[80];
    snprintf(fields, sizeof fields, "whom=lecturer&which=without&site=%d", SITE);
    DONE(divide(fields));
    assert_int_equal(follows("lecturer", anne), LARS);
    assert_int_equal(follows("lecturer", berit), LINE);
    assert_int_equal(follows("lecturer", cato), 0);
    assert_int_equal(total("allocation/supervisors", "rows", PLANNER, listed), 3);
    char filtered[100];
    snprintf(filtered, sizeof filtered, "%s&q=&state=no_lecturer&class=&site=", path);
    assert_int_equal(total("allocation/supervisors", "rows", PLANNER, filtered), 1);
    /* the page they divided from is older than what somebody did since */
    struct done done =
        act(allocation_supervisors_divide, "allocation/supervisors_divide", "supervisors_divide",
            PLANNER, path, "whom=lecturer&which=all&version=1");
    assert_int_equal(done.outcome, OUTCOME_STALE);
}

static void only_the_planner_may(void **state)
{
    (void)state;
    assert_true(may("activity", "allocate", activity, PLANNER));
    assert_false(may("activity", "allocate", activity, ADVISER));
    assert_false(may("activity", "allocate", activity, PLANNER_TWO));
    assert_false(may("activity", "allocate", activity, COORDINATOR));
}

/* The limit belongs to who follows students, and is kept with their role. */
static void roles_carry_the_limit(void **state)
{
    (void)state;
    int64_t order = ask(activity, SITE, 5);
    char to_order[40], fields[200];
    snprintf(to_order, sizeof to_order, "order=%d", (int)order);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         VERA);
    static const char *const as[] = {"supervisor", "site_coordinator"};
    for (int i = 0; i < 2; i++) {
        snprintf(fields, sizeof fields,
                 "role=%s&person=%d&class=%d&valid_from=2026-11-21&valid_to=2027-04-14&"
                 "students_most=3",
                 as[i], VERA, (int)class_a);
        DONE(act(roles_site_new, "roles/site_new", "role_site", COORDINATOR, to_order, fields));
    }
    int64_t grant =
        number("SELECT id FROM person_grant WHERE activity = %d AND role = 'supervisor' "
               "AND students_most = 3",
               (int)activity);
    assert_true(grant > 0);
    assert_int_equal(number("SELECT COUNT(*) FROM person_grant WHERE activity = %d AND role = "
                            "'site_coordinator' AND students_most IS NULL",
                            (int)activity),
                     1);
    snprintf(to_order, sizeof to_order, "grant=%d", (int)grant);
    DONE(act(roles_edit, "roles/edit", "role", COORDINATOR, to_order,
             "valid_from=2026-11-21&valid_to=2027-04-14&students_most=5&version=1"));
    assert_string_equal(
        text("SELECT CONCAT(c.old_value, ' ', c.new_value) FROM event_change c JOIN "
             "event e ON e.id = c.event WHERE e.thing = 'grant' AND e.thing_id = %d "
             "AND c.field = 'students_most' AND e.kind = 'role.changed'",
             (int)grant),
        "3 5");
    assert_int_equal(act(roles_edit, "roles/edit", "role", COORDINATOR, to_order,
                         "valid_from=2026-11-21&valid_to=2027-04-14&students_most=0&version=2")
                         .outcome,
                     OUTCOME_INVALID);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, fresh, clear)
    const struct CMUnitTest tests[] = {
        CASE(only_who_has_the_role_there_may_be_chosen),
        CASE(what_others_did_meanwhile_is_not_overwritten),
        CASE(students_are_divided_evenly_within_limits),
        CASE(students_elsewhere_count),
        CASE(who_is_protected_is_not_named_in_the_history),
        CASE(lecturers_by_class_and_one_site_alone),
        CASE(only_the_planner_may),
        CASE(roles_carry_the_limit),
    };
    return cmocka_run_group_tests_name("allocation_supervisors", tests, set_up, action_tear_down);
}
