/* Wishes: who may hand in which, when, and how often; the window and its rules; who is told, once; units closed to a class. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/remind.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

action_function allocation_wish, allocation_wishes_edit, allocation_wishes_remind, allocation_units;

enum { WARD = 2, SURGERY = 4, SCHOOL = 5, OTHER = 902 };
#define RULES "wishes_most=3&objective=weighted&avoid_earlier=1&reminder_days=3"

static int64_t activity, mine, other, class_a;
static char at_activity[40], at_mine[60], at_other[60];

static int64_t enrol(int person)
{
    must("INSERT INTO registration (institution, activity, activity_class, person) VALUES (1, %d, "
         "%d, %d)",
         (int)activity, (int)class_a, person);
    return number("SELECT MAX(id) FROM registration");
}

static int set_up(void **state)
{
    post_set_up(state);
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Odd', 'Prøve', "
         "'odd@example.org')",
         OTHER);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         OTHER);
    must("UPDATE municipality SET latitude = 60.39, longitude = 5.32 WHERE number = '4601'");
    must("UPDATE municipality SET latitude = 59.91, longitude = 10.75 WHERE number = '0301'");
    must("UPDATE site SET municipality = '4601' WHERE id = 1");
    must("UPDATE site SET municipality = '0301' WHERE id = 2");
    return 0;
}

/* An activity of the spring each test: places at the ward and surgery in Bergen and at a school in Oslo; two students of class A;
 * the window is open on the day of the tests. */
static int begin(void **state)
{
    (void)state;
    for (size_t i = 0; i < 8; i++)
        must("DELETE FROM %s",
             (const char *[]){"mail", "notice", "wish", "placement", "class_closed_unit",
                              "registration_conflict", "registration_reach", "registration"}[i]);
    must("UPDATE allocation_plan SET wishes_from = NULL, wishes_to = NULL");
    activity = plan("2027-02-01", "2027-03-26", 6);
    class_a = add_class(activity, "A", "2027-02-01", "2027-03-26", 6);
    confirm(ask(activity, 1, 3), COORDINATOR, "capacity-2=2&capacity-4=1");
    confirm(ask(activity, 2, 2), SITE_ADMIN_TWO, "capacity-5=2");
    must("UPDATE allocation_plan SET wishes_from = '2026-11-20', wishes_to = '2026-11-30', "
         "wishes_most = 3 WHERE activity = %d",
         (int)activity);
    mine = enrol(STUDENT);
    other = enrol(OTHER);
    must("DELETE FROM mail");
    must("DELETE FROM notice");
    snprintf(at_activity, sizeof at_activity, "activity=%d", (int)activity);
    snprintf(at_mine, sizeof at_mine, "registration=%d", (int)mine);
    snprintf(at_other, sizeof at_other, "registration=%d", (int)other);
    return 0;
}

static struct done wish(int64_t who, const char *path, const char *fields)
{
    return act(allocation_wish, "allocation/wish", "wish", who, path, fields);
}

static const char *wishes_of(int64_t registration)
{
    return text("SELECT GROUP_CONCAT(unit ORDER BY number SEPARATOR ' ') FROM wish WHERE "
                "registration = %d",
                (int)registration);
}

static void wishes_are_handed_in_with_a_receipt(void **state)
{
    (void)state;
    int64_t before =
        number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity);
    struct done done = wish(STUDENT, at_mine, "version=1&wish-1=4&wish-2=&wish-3=2");
    DONE(done);
    assert_string_equal(done.flash, "wishes_received");
    assert_string_equal(wishes_of(mine), "4 2"); /* without the hole */
    assert_int_equal(number("SELECT wishes_at IS NOT NULL AND version = 2 FROM registration WHERE "
                            "id = %d",
                            (int)mine),
                     1);
    assert_int_equal(
        number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity),
        before + 1);
    assert_string_equal(text("SELECT CONCAT_WS(' ', e.kind, c.field, c.new_value) FROM event e "
                             "JOIN event_change c ON c.event = e.id WHERE e.thing = "
                             "'registration' AND e.thing_id = %d",
                             (int)mine),
                        "wishes.received wishes 1. Kirurgi, 2. Post 1");
    /* to who did it, and read already */
    assert_string_equal(text("SELECT GROUP_CONCAT(person, ' ', kind, ' ', read_at IS NOT NULL) "
                             "FROM notice"),
                        "8 wishes_received 1");
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE person = %d", STUDENT), 1);
    /* the same again changes nothing and tells nobody */
    done = wish(STUDENT, at_mine, "version=2&wish-1=4&wish-2=2");
    DONE(done);
    assert_string_equal(done.flash, "wishes_as_before");
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 1);
    /* an older page does not undo what a newer one did */
    assert_int_equal(wish(STUDENT, at_mine, "version=1&wish-1=2").outcome, OUTCOME_STALE);
    assert_string_equal(wishes_of(mine), "4 2");
}

static void a_receipt_comes_at_once_or_not_at_all(void **state)
{
    (void)state;
    must("INSERT INTO notice_choice VALUES (%d, 'allocation', 'digest')", STUDENT);
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4"));
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 1);
    must("UPDATE notice_choice SET delivery = 'none' WHERE person = %d", STUDENT);
    DONE(wish(STUDENT, at_mine, "version=2&wish-1=2"));
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 1);
    must("DELETE FROM notice_choice");
    /* from the institution it is news */
    DONE(wish(PLANNER, at_mine, "version=3&wish-1=4"));
    assert_string_equal(text("SELECT CONCAT(person, ' ', read_at IS NULL) FROM notice ORDER BY id "
                             "DESC LIMIT 1"),
                        "8 1");
}

static void only_units_open_to_the_student_are_taken(void **state)
{
    (void)state;
    refused("wish:error.wish_twice", wish(STUDENT, at_mine, "version=1&wish-1=4&wish-2=4"));
    refused("wish:error.wish_not_open", wish(STUDENT, at_mine, "version=1&wish-1=3"));
    refused(":error.no_wishes", wish(STUDENT, at_mine, "version=1&wish-1="));
    refused(":error.wishes_full",
            wish(STUDENT, at_mine, "version=1&wish-1=2&wish-2=4&wish-3=5&wish-21=2"));
    must("INSERT INTO class_closed_unit VALUES (%d, %d, 1, %d)", (int)activity, (int)class_a, WARD);
    refused("wish:error.wish_not_open", wish(STUDENT, at_mine, "version=1&wish-1=2"));
    must("DELETE FROM class_closed_unit");
    must("UPDATE unit SET closed_on = '2027-01-01' WHERE id = %d", WARD);
    refused("wish:error.wish_not_open", wish(STUDENT, at_mine, "version=1&wish-1=2"));
    must("UPDATE unit SET closed_on = NULL WHERE id = %d", WARD);
    must("INSERT INTO activity_requirement VALUES (%d, 2)", (int)activity); /* surgery covers it */
    char asked[80];
    snprintf(asked, sizeof asked, "%s&q=", at_mine);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "id"), "4");
    refused("wish:error.wish_not_open", wish(STUDENT, at_mine, "version=1&wish-1=2"));
    must("DELETE FROM activity_requirement WHERE activity = %d", (int)activity);
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=2&wish-2=5"));
}

static void distance_reach_and_earlier_places_are_told_and_hold(void **state)
{
    (void)state;
    char asked[80];
    snprintf(asked, sizeof asked, "%s&q=", at_mine);
    must("UPDATE registration SET municipality = '0301' WHERE id = %d", (int)mine);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "id"), "5|4|2");
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "km"), "0|305|305");
    must("UPDATE allocation_plan SET limit_km = 100 WHERE activity = %d", (int)activity);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "bars"),
                        "|travel|travel");
    refused("wish:error.wish_barred", wish(STUDENT, at_mine, "version=1&wish-1=4"));
    must("UPDATE registration SET car = 1 WHERE id = %d", (int)mine); /* no limit with a car */
    must("INSERT INTO registration_reach VALUES (%d, '0301')", (int)mine);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "bars"),
                        "|reach|reach");
    must("DELETE FROM registration_reach");
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, %d)",
         (int)plan("2026-01-10", "2026-02-10", 1), STUDENT);
    must("INSERT INTO placement (institution, activity, registration, person, site, unit, starts, "
         "ends) SELECT 1, activity, id, person, 1, %d, '2026-01-10', '2026-02-10' FROM "
         "registration ORDER BY id DESC LIMIT 1",
         SURGERY);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "bars"),
                        "|earlier|");
    refused("wish:error.wish_barred", wish(STUDENT, at_mine, "version=1&wish-1=4"));
    must("UPDATE allocation_plan SET avoid_earlier = 0 WHERE activity = %d", (int)activity);
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4"));
    snprintf(asked, sizeof asked, "%s&q=skolen", at_mine);
    assert_string_equal(rows_joined("allocation/wish", "units", STUDENT, asked, "shown"), "1|0|0");
}

static void what_the_institution_recorded_is_not_told_to_the_student(void **state)
{
    (void)state;
    char asked[80];
    snprintf(asked, sizeof asked, "%s&q=", at_mine);
    must("INSERT INTO registration_conflict (registration, kind, site, unit) VALUES (%d, "
         "'interest', 1, %d)",
         (int)mine, SURGERY);
    assert_false(rows_have("allocation/wish", "units", STUDENT, asked, "needs", "interest"));
    assert_false(rows_have("allocation/wish", "units", STUDENT, asked, "bars", "interest"));
    assert_true(rows_have("allocation/wish", "units", PLANNER, asked, "needs", "interest"));
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4")); /* or refusing would tell */
}

static void the_window_holds_for_students_only(void **state)
{
    (void)state;
    assert_true(may("registration", "wish", mine, STUDENT));
    assert_true(may("registration", "wish", mine, PLANNER));
    assert_false(may("registration", "wish", mine, ADVISER));
    assert_false(may("registration", "view", mine, COORDINATOR));
    assert_false(may("registration", "view", mine, PLANNER_TWO));
    assert_false(may("registration", "view", other, STUDENT));
    must("UPDATE allocation_plan SET wishes_to = '2026-11-20' WHERE activity = %d", (int)activity);
    refused(":error.wishes_over", wish(STUDENT, at_mine, "version=1&wish-1=4"));
    DONE(wish(PLANNER, at_mine, "version=1&wish-1=4"));
    must("UPDATE allocation_plan SET wishes_from = '2026-11-22', wishes_to = '2026-11-30' WHERE "
         "activity = %d",
         (int)activity);
    refused(":error.wishes_not_open", wish(STUDENT, at_mine, "version=2&wish-1=2"));
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-20' WHERE id = %d",
         (int)mine);
    refused(":error.registration_withdrawn", wish(PLANNER, at_mine, "version=2&wish-1=2"));
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)activity);
    refused(":error.activity_cancelled", wish(PLANNER, at_other, "version=1&wish-1=2"));
}

/* The small buttons bring the form back; nothing is handed in by them. */
static void rearranging_writes_nothing(void **state)
{
    (void)state;
    static const char *const buttons[] = {"add=5", "up=2", "down=1", "drop=1"};
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        char fields[80];
        snprintf(fields, sizeof fields, "version=1&wish-1=4&wish-2=2&%s", buttons[i]);
        assert_int_equal(wish(STUDENT, at_mine, fields).outcome, OUTCOME_AGAIN);
    }
    refused(":error.wishes_full",
            wish(STUDENT, at_mine, "version=1&wish-1=4&wish-2=2&wish-3=5&add=1"));
    assert_string_equal(wishes_of(mine), "");
}

static struct done set_rules(const char *version, const char *fields)
{
    char all[300];
    snprintf(all, sizeof all, "version=%s&%s", version, fields);
    return act(allocation_wishes_edit, "allocation/wishes_edit", "wishes", PLANNER, at_activity,
               all);
}

static void the_window_and_rules_are_set(void **state)
{
    (void)state;
    refused("wishes_to:error.required", set_rules("1", RULES "&wishes_from=2026-12-01"));
    refused("wishes_to:error.end_before_start reminder_days:error.reminder_before_window",
            set_rules("1", RULES "&wishes_from=2026-12-11&wishes_to=2026-12-10"));
    refused("wishes_to:error.wishes_after_start",
            set_rules("1", RULES "&wishes_from=2026-12-11&wishes_to=2027-02-01"));
    refused("reminder_days:error.reminder_before_window",
            set_rules("1", RULES "&wishes_from=2026-12-11&wishes_to=2026-12-12"));
    refused("limit_car_km:error.car_reaches_less",
            set_rules("1", RULES "&limit_km=50&limit_car_km=40"));
    refused("limit_km:error.car_reaches_less_no_car", set_rules("1", RULES "&limit_car_km=40"));
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4")); /* which raises the plan's version */
    DONE(set_rules("1", "wishes_most=5&objective=rank_maximal&limit_km=50&wishes_from=2026-11-20&"
                        "wishes_to=2026-12-05"));
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', wishes_to, wishes_most, COALESCE(reminder_days, "
             "'-'), objective, avoid_earlier, limit_km) FROM allocation_plan WHERE "
             "activity = %d",
             (int)activity),
        "2026-12-05 5 - rank_maximal 0 50");
    assert_int_equal(number("SELECT COUNT(*) FROM event_change c JOIN event e ON e.id = c.event "
                            "WHERE e.kind = 'wishes.settings_changed' AND e.activity = %d",
                            (int)activity),
                     6);
    assert_kept();
    /* somebody else's form from before */
    assert_int_equal(set_rules("1", RULES).outcome, OUTCOME_STALE);
    DONE(set_rules("9", RULES));
    assert_int_equal(number("SELECT wishes_from IS NULL FROM allocation_plan WHERE activity = %d",
                            (int)activity),
                     1);
    assert_kept();
}

static void units_are_closed_to_a_class(void **state)
{
    (void)state;
    char fields[80];
    snprintf(fields, sizeof fields, "version=1&closed=%d&closed=%d", WARD * 100 + 1, 99901);
    DONE(act(allocation_units, "allocation/units", "units", PLANNER, at_activity, fields));
    assert_string_equal(text("SELECT GROUP_CONCAT(unit) FROM class_closed_unit"), "2");
    assert_true(rows_have("allocation/units", "prefill_each", PLANNER, at_activity, "key", "201"));
    assert_int_equal(
        act(allocation_units, "allocation/units", "units", PLANNER, at_activity, "version=1")
            .outcome,
        OUTCOME_STALE);
    DONE(act(allocation_units, "allocation/units", "units", PLANNER, at_activity, "version=99"));
    assert_int_equal(number("SELECT COUNT(*) FROM class_closed_unit"), 0);
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT_WS(' ', c.subject, c.old_value, '→', "
                             "c.new_value) ORDER BY c.event SEPARATOR ', ') FROM event_change c "
                             "JOIN event e ON e.id = c.event WHERE e.activity = %d AND c.field = "
                             "'class_closed'",
                             (int)activity),
                        "Post 1 → A, Post 1 A →");
}

static const char *told(int person)
{
    return text("SELECT COALESCE(GROUP_CONCAT(kind ORDER BY id SEPARATOR ' '), '') FROM notice "
                "WHERE person = %d",
                person);
}

static struct done remind_by_hand(void)
{
    return act(allocation_wishes_remind, "allocation/wishes_remind", "wishes_remind", PLANNER,
               at_activity, "");
}

static void who_has_not_handed_in_is_reminded_by_hand_once_a_day(void **state)
{
    (void)state;
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4"));
    DONE(remind_by_hand());
    assert_string_equal(told(OTHER), "wishes_reminder");
    assert_string_equal(told(STUDENT), "wishes_received");
    /* the clock of the database is not the test's: today's event is of another day */
    must(
        "UPDATE event SET at = '2026-11-21 09:00:00' WHERE kind = 'wishes.reminded' AND activity = "
        "%d",
        (int)activity);
    refused(":error.wishes_reminded_today", remind_by_hand());
    must(
        "UPDATE event SET at = '2026-11-20 09:00:00' WHERE kind = 'wishes.reminded' AND activity = "
        "%d",
        (int)activity);
    DONE(wish(OTHER, at_other, "version=1&wish-1=2"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM notice WHERE person = %d AND read_at IS NULL", OTHER),
        0); /* what was asked is done */
    must("UPDATE registration SET wishes_at = NULL WHERE id = %d", (int)other);
    must("UPDATE account SET closed = 1 WHERE person = %d", OTHER);
    refused(":error.nobody_to_tell", remind_by_hand());
    must("UPDATE account SET closed = 0 WHERE person = %d", OTHER);
    must("UPDATE registration SET wishes_at = NOW() WHERE id = %d", (int)other);
    refused(":error.all_wishes_in", remind_by_hand());
    must("UPDATE allocation_plan SET wishes_to = '2026-11-20' WHERE activity = %d", (int)activity);
    refused(":error.wishes_not_asked_now", remind_by_hand());
}

static void open_window(int from, int to)
{
    char first[DATE_TEXT], last[DATE_TEXT];
    date_iso(first, date_add(time_today(), from));
    date_iso(last, date_add(time_today(), to));
    must("UPDATE allocation_plan SET wishes_from = '%s', wishes_to = '%s', reminder_days = 3 WHERE "
         "activity = %d",
         first, last, (int)activity);
}

static void look(void)
{
    const struct post post = post_of(act_connection());
    while (reminders_make(&post))
        ;
}

/* As if all that was told had been told so many days ago. */
static void days_pass(int days)
{
    must("UPDATE event SET at = at - INTERVAL %d DAY WHERE kind LIKE 'wishes.%%' AND activity = %d",
         days, (int)activity);
}

static void the_clock_tells_each_student_once(void **state)
{
    (void)state;
    open_window(1, 10);
    look();
    assert_string_equal(told(STUDENT), ""); /* tomorrow */
    open_window(0, 10);
    look();
    look();
    assert_string_equal(told(STUDENT), "wishes_open");
    assert_string_equal(told(OTHER), "wishes_open");
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 2);
    /* registered meanwhile: the next day, and only they; who has no account cannot be told and holds nobody up */
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (903, 'Ny', 'Student', "
         "'ny@example.org') ON DUPLICATE KEY UPDATE given_name = 'Ny'");
    enrol(903);
    enrol(ADVISER);
    look();
    assert_string_equal(told(ADVISER), "");
    open_window(-1, 9);
    days_pass(1);
    look();
    look();
    assert_string_equal(told(ADVISER), "wishes_open");
    assert_string_equal(told(STUDENT), "wishes_open");
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE person = 903"), 0);
    /* near the end, to who has handed in nothing */
    must("UPDATE registration SET wishes_at = UTC_TIMESTAMP() WHERE id = %d", (int)mine);
    days_pass(6);
    open_window(-7, 3);
    look();
    look();
    assert_string_equal(told(STUDENT), "wishes_open");
    assert_string_equal(told(OTHER), "wishes_open wishes_reminder");
    /* a window opened anew, after it was over */
    days_pass(20);
    open_window(0, 10);
    look();
    assert_string_equal(told(OTHER), "wishes_open wishes_reminder wishes_open");
    assert_string_equal(told(STUDENT), "wishes_open");
}

static void the_list_says_who_is_missing(void **state)
{
    (void)state;
    char all[80], missing[80];
    snprintf(all, sizeof all, "%s&q=&state=&class=", at_activity);
    snprintf(missing, sizeof missing, "%s&q=&state=missing&class=", at_activity);
    DONE(wish(STUDENT, at_mine, "version=1&wish-1=4&wish-2=2"));
    assert_int_equal(total("allocation/wishes", "students", ADVISER, all), 2);
    assert_int_equal(total("allocation/wishes", "students", ADVISER, missing), 1);
    assert_true(rows_have("allocation/wishes", "students", ADVISER, all, "wishes",
                          "1. Kirurgi, 2. Post 1"));
    assert_true(rows_have("allocation/wishes", "plan", ADVISER, all, "missing", "1"));
    assert_string_equal(rows_joined("allocation/wishes", "units", ADVISER, all, "firsts"), "1|0|0");
    /* who is protected is there for the placement administrator only */
    must("UPDATE person SET protected = 1 WHERE id = %d", OTHER);
    assert_int_equal(total("allocation/wishes", "students", ADVISER, all), 1);
    assert_int_equal(total("allocation/wishes", "students", PLANNER, all), 2);
    must("UPDATE person SET protected = 0 WHERE id = %d", OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(wishes_are_handed_in_with_a_receipt, begin),
        cmocka_unit_test_setup(a_receipt_comes_at_once_or_not_at_all, begin),
        cmocka_unit_test_setup(only_units_open_to_the_student_are_taken, begin),
        cmocka_unit_test_setup(distance_reach_and_earlier_places_are_told_and_hold, begin),
        cmocka_unit_test_setup(what_the_institution_recorded_is_not_told_to_the_student, begin),
        cmocka_unit_test_setup(the_window_holds_for_students_only, begin),
        cmocka_unit_test_setup(rearranging_writes_nothing, begin),
        cmocka_unit_test_setup(the_window_and_rules_are_set, begin),
        cmocka_unit_test_setup(units_are_closed_to_a_class, begin),
        cmocka_unit_test_setup(who_has_not_handed_in_is_reminded_by_hand_once_a_day, begin),
        cmocka_unit_test_setup(the_clock_tells_each_student_once, begin),
        cmocka_unit_test_setup(the_list_says_who_is_missing, begin),
    };
    return cmocka_run_group_tests_name("workflow_allocation_wishes", tests, set_up, post_tear_down);
}
