/* The calendar, the lists of orders and the front page: who sees what, in which order, with which status. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define NOTHING "q=&status=&term=&institution=&programme=&site="
#define ALL "q=&status=all&term=&institution=&programme=&site="

/* planned, ordered, missing, confirmed, running, completed, cancelled; and one of the other institution */
static int64_t planned, ordered, missing, confirmed, running, completed, cancelled;

static void answer(int64_t order, int places)
{
    char path[40], fields[60];
    snprintf(path, sizeof path, "order=%d", (int)order);
    snprintf(fields, sizeof fields, "version=1&capacity-2=%d", places);
    assert_int_equal(ORDERING(order_answer, "capacity", COORDINATOR, path, fields).outcome,
                     OUTCOME_DONE);
}

static void name(int64_t activity, const char *text)
{
    must("UPDATE activity SET name = '%s' WHERE id = %d", text, (int)activity);
    must("UPDATE occurrence SET name = '%s' WHERE activity = %d", text, (int)activity);
}

static int calendar_set_up(void **state)
{
    ordering_set_up(state);
    planned = plan("2027-01-11", "2027-02-19", 10);
    ordered = plan("2027-01-18", "2027-02-26", 10);
    ask(ordered, 1, 4);
    ask(ordered, 2, 4);
    missing = plan("2027-01-25", "2027-03-05", 10);
    answer(ask(missing, 1, 4), 4);
    confirmed = plan("2027-02-01", "2027-03-12", 4);
    answer(ask(confirmed, 1, 4), 4);
    running = plan("2026-11-21", "2026-11-21", 3);
    completed = plan("2026-10-05", "2026-11-20", 3);
    cancelled = plan("2027-04-05", "2027-05-14", 3);
    must("UPDATE activity SET cancelled_at = '2026-11-01' WHERE id = %d", (int)cancelled);
    name(planned, "Planlagt");
    name(ordered, "Bestilt");
    name(missing, "Manglar");
    name(confirmed, "Stadfesta");
    name(running, "Går");
    name(completed, "Ferdig");
    name(cancelled, "Avlyst");
    must("INSERT INTO activity (id, institution, course_instance, name, starts, ends, "
         "places_wanted) "
         "VALUES (500, 2, 2, 'Framand', '2027-01-12', '2027-02-12', 5)");
    must("INSERT INTO activity_count (activity) VALUES (500)");
    must("INSERT INTO occurrence SELECT id, '', institution, name, term, starts, ends, "
         "places_wanted FROM activity WHERE id = 500");
    return 0;
}

static const char *column(int64_t viewer, const char *parameters, const char *which)
{
    return rows_joined("calendar/list", "occurrences", viewer, parameters, which);
}

static void what_is_not_over_comes_first_and_alone(void **state)
{
    (void)state;
    assert_string_equal(column(PLANNER, NOTHING, "name"),
                        "Går|Planlagt|Bestilt|Manglar|Stadfesta|Avlyst");
    assert_string_equal(column(PLANNER, NOTHING, "status"),
                        "running|planning|ordered|capacity_missing|capacity_confirmed|cancelled");
    assert_string_equal(column(PLANNER, ALL, "name"),
                        "Ferdig|Går|Planlagt|Bestilt|Manglar|Stadfesta|Avlyst");
    assert_string_equal(column(ADVISER, ALL, "name"), column(PLANNER, ALL, "name"));
}

static void each_status_can_be_chosen(void **state)
{
    (void)state;
    static const char *const expected[][2] = {{"planning", "Planlagt"},
                                              {"ordered", "Bestilt"},
                                              {"capacity_missing", "Manglar"},
                                              {"capacity_confirmed", "Stadfesta"},
                                              {"running", "Går"},
                                              {"completed", "Ferdig"},
                                              {"cancelled", "Avlyst"},
                                              {"shared", ""}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char parameters[120];
        snprintf(parameters, sizeof parameters,
                 "q=&status=%s&term=&institution=&programme=&site=", expected[i][0]);
        assert_string_equal(column(PLANNER, parameters, "name"), expected[i][1]);
    }
    assert_string_equal(
        column(PLANNER, "q=e&status=&term=2026-2&institution=&programme=&site=", "name"), "Ferdig");
    assert_string_equal(column(PLANNER, "q=&status=&term=&institution=&programme=1&site=2", "name"),
                        "Bestilt");
    assert_string_equal(column(PLANNER, "q=&status=&term=&institution=2&programme=&site=", "name"),
                        "");
    assert_string_equal(column(PLANNER, "q=&status=&term=&institution=&programme=2&site=", "name"),
                        "");
}

static void a_class_is_a_line_of_its_own(void **state)
{
    (void)state;
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)planned);
    assert_int_equal(
        ORDERING(class_new, "class", PLANNER, path,
                 "version=0&letter=A&starts=2027-01-11&ends=2027-01-29&places_wanted=5")
            .outcome,
        OUTCOME_DONE);
    assert_int_equal(
        ORDERING(class_new, "class", PLANNER, path,
                 "version=0&letter=B&starts=2027-02-01&ends=2027-02-19&places_wanted=5")
            .outcome,
        OUTCOME_DONE);
    assert_string_equal(column(PLANNER, NOTHING, "name"),
                        "Går|Planlagt – A|Bestilt|Manglar|Planlagt – B|Stadfesta|Avlyst");
    assert_string_equal(column(PLANNER, NOTHING, "places_wanted"), "3|5|10|10|5|4|3");
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "class=%d", (int)number("SELECT MAX(id) FROM activity_class"));
        assert_int_equal(ORDERING(class_remove, "remove", PLANNER, path, "version=1").outcome,
                         OUTCOME_DONE);
    }
    assert_kept();
}

static void a_site_sees_its_own_orders_only(void **state)
{
    (void)state;
    assert_string_equal(column(COORDINATOR, NOTHING, "name"), "Bestilt|Manglar|Stadfesta");
    assert_string_equal(column(COORDINATOR, NOTHING, "places_wanted"), "||");
    assert_string_equal(column(COORDINATOR, NOTHING, "places_ordered"), "4|4|4");
    assert_string_equal(column(COORDINATOR, NOTHING, "places_confirmed"), "0|4|4");
    /* of the activity that misses places the site has given what it was asked for */
    assert_string_equal(column(COORDINATOR, NOTHING, "status"),
                        "ordered|capacity_confirmed|capacity_confirmed");
    assert_string_equal(column(SITE_ADMIN_TWO, ALL, "name"), "Bestilt");
    draft_order(planned, 2, 3);
    assert_string_equal(column(SITE_ADMIN_TWO, ALL, "name"), "Bestilt");
    assert_string_equal(column(ADMIN, ALL, "name"), "");
    assert_string_equal(column(STUDENT, ALL, "name"), "");
}

static void a_grant_in_an_activity_shows_it(void **state)
{
    (void)state;
    must("INSERT INTO person_grant (id, person, role, institution, activity, valid_from, valid_to) "
         "VALUES (800, %d, 'student', 1, %d, '2026-01-01', '2026-11-21')",
         STUDENT, (int)ordered);
    assert_string_equal(column(STUDENT, ALL, "name"), "Bestilt");
    assert_string_equal(column(STUDENT, ALL, "places_ordered"), "");
    assert_string_equal(rows_joined("home/front", "mine", STUDENT, "", "name"), "Bestilt");
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE id = 800");
    assert_string_equal(column(STUDENT, ALL, "name"), "");
    must("DELETE FROM person_grant WHERE id = 800");
}

/* One person may work at two institutions, and at a site that one of them asks. */
static void many_grants_show_each_line_once(void **state)
{
    (void)state;
    must("INSERT INTO person_grant (id, person, role, institution, valid_from) VALUES (801, %d, "
         "'lecturer', 2, '2026-01-01')",
         PLANNER);
    must("INSERT INTO person_grant (id, person, role, site, valid_from) VALUES (802, %d, "
         "'site_coordinator', 1, '2026-01-01')",
         PLANNER);
    assert_string_equal(column(PLANNER, NOTHING, "name"),
                        "Går|Planlagt|Framand|Bestilt|Manglar|Stadfesta|Avlyst");
    assert_int_equal(
        rows("ordering/orders", "orders", PLANNER, "q=&state=&term=&institution=&site="),
        number("SELECT COUNT(*) FROM placement_order"));
    must("DELETE FROM person_grant WHERE id IN (801, 802)");
}

/* The total is counted another way than the rows; it must say the same. */
static void totals_are_those_of_the_rows(void **state)
{
    (void)state;
    static const char *const asked[] = {
        NOTHING, ALL, "q=a&status=ordered&term=2027-1&institution=1&programme=1&site=1",
        "q=&status=completed&term=&institution=&programme=&site=",
        "q=&status=&term=&institution=&programme=&site=2"};
    static const int64_t viewers[] = {ADMIN,      PLANNER,        PLANNER_TWO, ADVISER,
                                      SITE_ADMIN, SITE_ADMIN_TWO, COORDINATOR, STUDENT};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        for (size_t j = 0; j < sizeof viewers / sizeof *viewers; j++)
            assert_int_equal(rows("calendar/list", "occurrences", viewers[j], asked[i]),
                             total("calendar/list", "occurrences", viewers[j], asked[i]));
    static const char *const orders[] = {
        "q=&state=&term=&institution=&site=", "q=s&state=sent&term=2027-1&institution=1&site=1",
        "q=&state=overdue&term=&institution=&site="};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        for (size_t j = 0; j < sizeof viewers / sizeof *viewers; j++)
            assert_int_equal(rows("ordering/orders", "orders", viewers[j], orders[i]),
                             total("ordering/orders", "orders", viewers[j], orders[i]));
}

static void the_front_page_says_what_to_do_now(void **state)
{
    (void)state;
    must("UPDATE placement_order SET due_on = '2026-11-19' WHERE activity = %d AND site = 2",
         (int)ordered);
    assert_string_equal(rows_joined("home/front", "unanswered", COORDINATOR, "", "activity"),
                        "Bestilt");
    assert_string_equal(rows_joined("home/front", "unanswered", SITE_ADMIN_TWO, "", "days_late"),
                        "2");
    assert_string_equal(rows_joined("home/front", "late", PLANNER, "", "site"), "Kommunen");
    assert_string_equal(rows_joined("home/front", "waiting", PLANNER, "", "late"), "1");
    assert_string_equal(rows_joined("home/front", "planning", PLANNER, "", "name"),
                        "Planlagt|Manglar");
    assert_string_equal(rows_joined("home/front", "current", PLANNER, "", "name"), "Går");
    static const char *const blocks[] = {"late", "answers", "planning", "current", "region"};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        assert_int_equal(rows("home/front", blocks[i], COORDINATOR, ""), 0);
        assert_int_equal(rows("home/front", blocks[i], STUDENT, ""), 0);
    }
    assert_int_equal(rows("home/front", "late", PLANNER_TWO, ""), 0);
    assert_string_equal(rows_joined("home/front", "planning", PLANNER_TWO, "", "name"), "Framand");
    /* who plans at one institution and lectures at another is told of the first one's orders only */
    must("INSERT INTO person_grant (id, person, role, institution, valid_from) "
         "VALUES (902, %d, 'lecturer', 1, '2026-01-01')",
         PLANNER_TWO);
    assert_int_equal(rows("home/front", "late", PLANNER_TWO, ""), 0);
    assert_string_equal(rows_joined("home/front", "waiting", PLANNER_TWO, "", "late"), "0");
    assert_string_equal(rows_joined("home/front", "planning", PLANNER_TWO, "", "name"), "Framand");
    assert_string_equal(rows_joined("home/front", "current", PLANNER_TWO, "", "name"), "Går");
    must("DELETE FROM person_grant WHERE id = 902");
    assert_int_equal(rows("home/front", "unanswered", PLANNER, ""), 0);
    assert_string_equal(rows_joined("home/front", "region", ADMIN, "", "sites"), "3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_over_comes_first_and_alone),
        cmocka_unit_test(each_status_can_be_chosen),
        cmocka_unit_test(a_class_is_a_line_of_its_own),
        cmocka_unit_test(a_site_sees_its_own_orders_only),
        cmocka_unit_test(a_grant_in_an_activity_shows_it),
        cmocka_unit_test(many_grants_show_each_line_once),
        cmocka_unit_test(totals_are_those_of_the_rows),
        cmocka_unit_test(the_front_page_says_what_to_do_now),
    };
    return cmocka_run_group_tests(tests, calendar_set_up, action_tear_down);
}
