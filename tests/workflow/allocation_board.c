/* Students put at units by hand: every hard rule refuses, a row that somebody else changed stays theirs, all or nothing of a
 * page, locks, swaps, groups; and what the overview counts. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function allocation_board, allocation_place, allocation_swap, allocation_group_new,
    allocation_group_edit, allocation_group_dissolve;

enum { WARD = 2, SURGERY = 4, SCHOOL = 5, STUDENTS = 4 };

static int64_t activity, student[STUDENTS], class_a;
static char at_activity[40];

static const char *path_and(const char *path, const char *asked)
{
    static char both[200];
    snprintf(both, sizeof both, "%s%s", path, asked);
    return both;
}

static int set_up(void **state)
{
    ordering_set_up(state);
    for (int i = 0; i < STUDENTS; i++)
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
             "'s%d@example.org')",
             900 + i, ((const char *[]){"Anne", "Berit", "Cato", "Dina"})[i], i);
    return 0;
}

/* A new activity of the spring each test: two places at the ward, one at surgery, four students, one class. */
static int begin(void **state)
{
    (void)state;
    must("DELETE FROM allocation");
    must("DELETE FROM wish");
    must("DELETE FROM placement");
    must("DELETE FROM class_closed_unit");
    must("DELETE FROM registration_conflict");
    must("DELETE FROM registration_requirement");
    must("DELETE FROM registration_reach");
    must("DELETE FROM registration");
    activity = plan("2027-02-01", "2027-03-26", 3);
    class_a = add_class(activity, "A", "2027-02-01", "2027-03-26", 3);
    confirm(ask(activity, 1, 3), COORDINATOR, "capacity-2=2&capacity-4=1");
    for (int i = 0; i < STUDENTS; i++) {
        must("INSERT INTO registration (institution, activity, activity_class, person) VALUES (1, "
             "%d, %d, %d)",
             (int)activity, (int)class_a, 900 + i);
        student[i] = number("SELECT MAX(id) FROM registration");
    }
    snprintf(at_activity, sizeof at_activity, "activity=%d", (int)activity);
    return 0;
}

static int64_t unit_of(int i)
{
    return number("SELECT COALESCE((SELECT unit FROM allocation WHERE registration = %d), 0)",
                  (int)student[i]);
}

static struct done board(const char *fields)
{
    return act(allocation_board, "allocation/board", "board", PLANNER, at_activity, fields);
}

/* As the row's own page sends it. */
static struct done place(int i, int unit, int version)
{
    char path[40], fields[80];
    snprintf(path, sizeof path, "registration=%d", (int)student[i]);
    snprintf(fields, sizeof fields, "at=%d&row_version=%d", unit, version);
    return act(allocation_place, "allocation/place", "place", PLANNER, path, fields);
}

static void placed(int i, int unit)
{
    must("INSERT INTO allocation (registration, activity, site, unit) VALUES (%d, %d, (SELECT site "
         "FROM unit WHERE id = %d), %d)",
         (int)student[i], (int)activity, unit, unit);
}

static void held_back(int i, int unit, const char *errors)
{
    struct done done = place(i, unit, 0);
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_string_equal(done.errors, errors);
    assert_int_equal(unit_of(i), 0);
}

static void a_page_is_saved_row_by_row(void **state)
{
    (void)state;
    char fields[300];
    placed(2, SURGERY);
    int64_t version =
        number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity);
    snprintf(fields, sizeof fields,
             "act=save&lock=1&here=state=unplaced&at-%d=2&was-%d=0&row_version-%d=0&at-%d=4&was-%d="
             "4&row_version-%d=9",
             (int)student[0], (int)student[0], (int)student[0], (int)student[2], (int)student[2],
             (int)student[2]);
    struct done done = board(fields);
    DONE(done);
    assert_non_null(strstr(done.location, "/board?state=unplaced"));
    assert_int_equal(unit_of(0), WARD);
    assert_int_equal(
        number("SELECT locked FROM allocation WHERE registration = %d", (int)student[0]), 1);
    /* the other row was not touched, whatever its version */
    assert_int_equal(
        number("SELECT version FROM allocation WHERE registration = %d", (int)student[2]), 1);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(e.kind, ' ', c.field, ' ', c.new_value ORDER BY "
             "c.number SEPARATOR '|') FROM event e JOIN event_change c ON c.event = "
             "e.id WHERE e.thing = 'registration' AND e.thing_id = %d",
             (int)student[0]),
        "allocation.placed unit Post 1 – Sjukehuset|allocation.placed locked 1");
    assert_int_equal(
        number(
            "SELECT COUNT(*) FROM event WHERE thing = 'registration' AND thing_id = %d AND site IS "
            "NOT NULL",
            (int)student[0]),
        0);
    assert_int_equal(
        number("SELECT version FROM allocation_plan WHERE activity = %d", (int)activity),
        version + 1);
    assert_int_equal(board("act=save").outcome, OUTCOME_INVALID);
}

/* All of a page or nothing; what is wrong stands beside its row. */
static void a_wrong_row_holds_back_the_page(void **state)
{
    (void)state;
    char fields[300];
    placed(3, SURGERY);
    must("UPDATE allocation SET version = 5 WHERE registration = %d", (int)student[3]);
    snprintf(fields, sizeof fields,
             "act=save&at-%d=2&was-%d=0&row_version-%d=0&at-%d=2&was-%d=4&row_version-%d=4",
             (int)student[0], (int)student[0], (int)student[0], (int)student[3], (int)student[3],
             (int)student[3]);
    struct done done = board(fields);
    assert_int_equal(done.outcome, OUTCOME_REFUSED);
    assert_string_equal(done.errors, "at:error.seat_changed");
    assert_int_equal(unit_of(0), 0);
    assert_int_equal(unit_of(3), SURGERY);
    /* its own button saves one row alone */
    snprintf(fields, sizeof fields,
             "row=%d&at-%d=2&was-%d=0&row_version-%d=0&at-%d=2&was-%d=4&row_version-%d=4",
             (int)student[0], (int)student[0], (int)student[0], (int)student[0], (int)student[3],
             (int)student[3], (int)student[3]);
    DONE(board(fields));
    assert_int_equal(unit_of(0), WARD);
    assert_int_equal(unit_of(3), SURGERY);
}

static void places_are_never_more_than_confirmed(void **state)
{
    (void)state;
    placed(0, SURGERY);
    held_back(1, SURGERY, "at:obstacle.full");
    held_back(1, SCHOOL, "at:obstacle.no_places");
    /* two that change places in one page need no third */
    placed(1, WARD);
    char fields[200];
    snprintf(fields, sizeof fields,
             "act=save&at-%d=2&was-%d=4&row_version-%d=1&at-%d=4&was-%d=2&row_version-%d=1",
             (int)student[0], (int)student[0], (int)student[0], (int)student[1], (int)student[1],
             (int)student[1]);
    DONE(board(fields));
    assert_int_equal(unit_of(0), WARD);
    assert_int_equal(unit_of(1), SURGERY);
}

static void hard_rules_refuse_a_hand_too(void **state)
{
    (void)state;
    must("INSERT INTO class_closed_unit (activity, activity_class, site, unit) VALUES (%d, %d, 1, "
         "4)",
         (int)activity, (int)class_a);
    held_back(0, SURGERY, "at:obstacle.class");
    must("INSERT INTO registration_requirement (registration, requirement) VALUES (%d, 2)",
         (int)student[0]);
    held_back(0, WARD, "at:obstacle.accommodation");
    must("INSERT INTO registration_conflict (registration, kind, site, unit) VALUES (%d, "
         "'employer', "
         "1, 2)",
         (int)student[1]);
    held_back(1, WARD, "at:obstacle.employer");
    must("UPDATE registration_conflict SET kind = 'interest', unit = NULL");
    held_back(1, WARD, "at:obstacle.interest");
    must("INSERT INTO registration_reach (registration, municipality) VALUES (%d, '0301')",
         (int)student[2]);
    must("UPDATE unit SET municipality = '4601' WHERE id = 2");
    held_back(2, WARD, "at:obstacle.reach");
    must("UPDATE unit SET municipality = NULL WHERE id = 2");
    DONE(place(2, WARD, 0));
    must("INSERT INTO activity_requirement (activity, requirement) VALUES (%d, 2)", (int)activity);
    held_back(3, WARD, "at:obstacle.requirement");
    must("DELETE FROM activity_requirement WHERE activity = %d", (int)activity);
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-20' WHERE id = %d",
         (int)student[3]);
    assert_string_equal(place(3, WARD, 0).errors, "at:error.not_registered");
}

static void nobody_is_at_two_places_or_at_one_twice(void **state)
{
    (void)state;
    int64_t other = plan("2027-03-01", "2027-04-01", 2);
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, 900)",
         (int)other);
    must("INSERT INTO allocation (registration, activity, site, unit) SELECT id, activity, 2, 5 "
         "FROM registration WHERE activity = %d",
         (int)other);
    held_back(0, WARD, "at:obstacle.busy");
    int64_t earlier = plan("2026-02-01", "2026-04-01", 2);
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, 901)",
         (int)earlier);
    must("INSERT INTO placement (institution, activity, registration, person, site, unit, starts, "
         "ends) SELECT 1, activity, id, 901, 1, 2, '2026-02-01', '2026-04-01' FROM registration "
         "WHERE activity = %d",
         (int)earlier);
    held_back(1, WARD, "at:obstacle.earlier");
    must("UPDATE allocation_plan SET avoid_earlier = 0 WHERE activity = %d", (int)activity);
    DONE(place(1, WARD, 0));
}

static void ticked_rows_are_locked_and_taken_away(void **state)
{
    (void)state;
    char fields[200];
    placed(0, WARD);
    placed(1, WARD);
    must("UPDATE allocation SET supervisor = %d", COORDINATOR);
    snprintf(fields, sizeof fields,
             "act=lock&chosen=%d&chosen=%d&chosen=%d&row_version-%d=1&row_version-%d=1",
             (int)student[0], (int)student[1], (int)student[2], (int)student[0], (int)student[1]);
    DONE(board(fields));
    assert_int_equal(number("SELECT SUM(locked) FROM allocation"), 2);
    assert_int_equal(board(fields).outcome, OUTCOME_INVALID); /* nothing left to lock */
    snprintf(fields, sizeof fields, "act=unlock&chosen=%d&row_version-%d=2", (int)student[0],
             (int)student[0]);
    DONE(board(fields));
    assert_int_equal(number("SELECT SUM(locked) FROM allocation"), 1);
    /* who is elsewhere by now than the page showed is not locked there */
    snprintf(fields, sizeof fields, "act=lock&chosen=%d&row_version-%d=1", (int)student[0],
             (int)student[0]);
    assert_int_equal(board(fields).outcome, OUTCOME_REFUSED);
    snprintf(fields, sizeof fields, "act=clear&chosen=%d&row_version-%d=2", (int)student[1],
             (int)student[1]);
    DONE(board(fields));
    assert_int_equal(unit_of(1), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE supervisor IS NOT NULL"), 1);
    assert_string_equal(board("act=clear").errors, ":error.none_ticked");
    snprintf(fields, sizeof fields, "act=put&to=2&chosen=%d&row_version-%d=3", (int)student[1],
             (int)student[1]);
    DONE(board(fields));
    assert_int_equal(unit_of(1), WARD);
}

static void two_swap(void **state)
{
    (void)state;
    char path[40], fields[120];
    placed(0, WARD);
    placed(1, SURGERY);
    snprintf(path, sizeof path, "registration=%d", (int)student[0]);
    snprintf(fields, sizeof fields, "with=%d&was-%d=2&was-%d=4", (int)student[1], (int)student[0],
             (int)student[1]);
    must("INSERT INTO registration_conflict (registration, kind, site, unit) VALUES (%d, "
         "'interest', "
         "1, 2)",
         (int)student[1]);
    assert_string_equal(
        act(allocation_swap, "allocation/swap", "swap", PLANNER, path, fields).errors,
        "with:obstacle.interest");
    assert_true(rows_have("allocation/swap", "students", PLANNER, path_and(path, "&q=&unit="),
                          "obstacles", "interest"));
    must("DELETE FROM registration_conflict");
    DONE(act(allocation_swap, "allocation/swap", "swap", PLANNER, path, fields));
    assert_int_equal(unit_of(0), SURGERY);
    assert_int_equal(unit_of(1), WARD);
    /* what the page showed is no longer so */
    assert_string_equal(
        act(allocation_swap, "allocation/swap", "swap", PLANNER, path, fields).errors,
        "with:error.seat_changed");
}

static void a_group_goes_together(void **state)
{
    (void)state;
    char fields[120], path[60];
    snprintf(fields, sizeof fields, "version=0&group_kind=tandem&members=%d", (int)student[0]);
    assert_string_equal(
        act(allocation_group_new, "allocation/group_new", "group", PLANNER, at_activity, fields)
            .errors,
        "members:error.group_of_two");
    snprintf(fields, sizeof fields, "version=0&group_kind=tandem&members=%d&members=%d",
             (int)student[0], (int)student[1]);
    DONE(act(allocation_group_new, "allocation/group_new", "group", PLANNER, at_activity, fields));
    int64_t group =
        number("SELECT allocation_group FROM registration WHERE id = %d", (int)student[0]);
    snprintf(path, sizeof path, "registration=%d", (int)student[0]);
    DONE(act(allocation_place, "allocation/place", "place", PLANNER, path,
             "at=2&together=1&row_version=0"));
    assert_int_equal(unit_of(1), WARD);
    DONE(act(allocation_place, "allocation/place", "place", PLANNER, path, "at=4&row_version=1"));
    assert_string_equal(rows_joined("allocation/groups", "groups", PLANNER,
                                    path_and(at_activity, "&q=&kind="), "parted"),
                        "1");
    snprintf(fields, sizeof fields, "version=0&group_kind=other&members=%d&members=%d",
             (int)student[1], (int)student[2]);
    assert_string_equal(
        act(allocation_group_new, "allocation/group_new", "group", PLANNER, at_activity, fields)
            .errors,
        "members:error.group_taken");
    snprintf(path, sizeof path, "group=%d", (int)group);
    snprintf(fields, sizeof fields, "version=1&group_kind=car_pool&members=%d&members=%d",
             (int)student[1], (int)student[2]);
    DONE(act(allocation_group_edit, "allocation/group_edit", "group", PLANNER, path, fields));
    assert_int_equal(number("SELECT COUNT(*) FROM registration WHERE allocation_group = %d AND id "
                            "<> %d",
                            (int)group, (int)student[0]),
                     2);
    assert_int_equal(
        act(allocation_group_edit, "allocation/group_edit", "group", PLANNER, path, fields).outcome,
        OUTCOME_STALE);
    DONE(act(allocation_group_dissolve, "allocation/group_dissolve", "group_dissolve", PLANNER,
             path, "version=2"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM registration WHERE allocation_group = %d", (int)group), 0);
}

static const char *figure(int64_t viewer, const char *which)
{
    return rows_joined("allocation/board", "workbench", viewer,
                       path_and(at_activity, "&q=&class=&unit=&state="), which);
}

static void the_overview_says_what_comes_next(void **state)
{
    (void)state;
    assert_string_equal(figure(PLANNER, "next"), "propose");
    placed(0, WARD);
    assert_string_equal(figure(PLANNER, "next"), "unplaced");
    assert_string_equal(figure(PLANNER, "unplaced"), "3");
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-20' WHERE id = %d",
         (int)student[3]);
    placed(1, WARD);
    placed(2, SURGERY);
    assert_string_equal(figure(PLANNER, "next"), "share");
    must("UPDATE capacity k JOIN placement_order o ON o.id = k.placement_order SET k.places = 1 "
         "WHERE o.activity = %d AND k.unit = 2",
         (int)activity);
    assert_string_equal(figure(PLANNER, "next"), "too_many");
    assert_string_equal(figure(PLANNER, "too_many"), "1");
    assert_int_equal(rows("allocation/board", "students", PLANNER,
                          path_and(at_activity, "&q=&class=&unit=&state=too_many")),
                     2);
    assert_string_equal(rows_joined("allocation/places", "units", PLANNER,
                                    path_and(at_activity, "&q=&state=too_many"), "remaining"),
                        "-1");
    /* none of it to a site, another institution or a student */
    assert_string_equal(figure(COORDINATOR, "next"), "");
    assert_string_equal(figure(PLANNER_TWO, "next"), "");
    assert_string_equal(figure(STUDENT, "next"), "");
    assert_false(may("activity", "see_allocation", activity, COORDINATOR));
    assert_false(may("activity", "allocate", activity, ADVISER));
}

static void totals_are_those_of_the_rows(void **state)
{
    (void)state;
    static const char *const states[] = {"",         "placed",  "unplaced", "locked",
                                         "unwished", "grouped", "too_many", "changed"};
    placed(0, WARD);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        char asked[120];
        snprintf(asked, sizeof asked, "&q=&class=&unit=&state=%s", states[i]);
        assert_int_equal(
            rows("allocation/board", "students", PLANNER, path_and(at_activity, asked)),
            total("allocation/board", "students", PLANNER, path_and(at_activity, asked)));
    }
    assert_string_equal(rows_joined("allocation/board", "students", PLANNER,
                                    path_and(at_activity, "&q=&class=&unit=&state=unplaced"),
                                    "student"),
                        "Berit Prøve|Cato Prøve|Dina Prøve");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_page_is_saved_row_by_row, begin),
        cmocka_unit_test_setup(a_wrong_row_holds_back_the_page, begin),
        cmocka_unit_test_setup(places_are_never_more_than_confirmed, begin),
        cmocka_unit_test_setup(hard_rules_refuse_a_hand_too, begin),
        cmocka_unit_test_setup(nobody_is_at_two_places_or_at_one_twice, begin),
        cmocka_unit_test_setup(ticked_rows_are_locked_and_taken_away, begin),
        cmocka_unit_test_setup(two_swap, begin),
        cmocka_unit_test_setup(a_group_goes_together, begin),
        cmocka_unit_test_setup(the_overview_says_what_comes_next, begin),
        cmocka_unit_test_setup(totals_are_those_of_the_rows, begin),
    };
    return cmocka_run_group_tests(tests, set_up, action_tear_down);
}
