/* The calendar, the lists of orders and the front page: who sees what, in which order, with which status. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define NOTHING "q=&status=&term=&institution=&programme=&site=&from=&to="
#define ALL "q=&status=all&term=&institution=&programme=&site=&from=&to="

/* planned, ordered, missing, confirmed, running, completed, cancelled; and one of the other institution */
static int64_t planned, ordered, missing, confirmed, running, completed, cancelled;

static void answer(int64_t order, int places)
{
    char path[40], fields[60];
    snprintf(path, sizeof path, "order=%d", (int)order);
    snprintf(fields, sizeof fields, "version=1&capacity-2=%d", places);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path, fields));
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
        char parameters[160];
        snprintf(parameters, sizeof parameters,
                 "q=&status=%s&term=&institution=&programme=&site=&from=&to=", expected[i][0]);
        assert_string_equal(column(PLANNER, parameters, "name"), expected[i][1]);
    }
    assert_string_equal(
        column(PLANNER, "q=e&status=&term=2026-2&institution=&programme=&site=&from=&to=", "name"),
        "Ferdig");
    assert_string_equal(
        column(PLANNER, "q=&status=&term=&institution=&programme=1&site=2&from=&to=", "name"),
        "Bestilt");
    assert_string_equal(
        column(PLANNER, "q=&status=&term=&institution=2&programme=&site=&from=&to=", "name"), "");
    assert_string_equal(
        column(PLANNER, "q=&status=&term=&institution=&programme=2&site=&from=&to=", "name"), "");
}

/* What is kept follows the rows; recount_allocation writes the same, which the tests of registrations hold it to. */
static const char *status_of(int64_t activity, int64_t viewer)
{
    char parameters[200];
    must("UPDATE activity_count n JOIN allocation_plan p ON p.activity = n.activity "
         "SET n.registered = (SELECT COUNT(*) FROM registration r WHERE r.activity = n.activity), "
         "n.wishes_from = p.wishes_from, n.shared = p.shares > 0");
    snprintf(parameters, sizeof parameters,
             "q=%s&status=all&term=&institution=&programme=&site=&from=&to=",
             text("SELECT name FROM activity WHERE id = %d", (int)activity));
    return column(viewer, parameters, "status");
}

/* The institution sees that it allocates; a site and a student hear of it once it is shared. */
static void an_allocation_is_told_to_its_institution_first(void **state)
{
    (void)state;
    must("INSERT INTO person_grant (id, person, role, institution, activity, valid_from) "
         "VALUES (803, %d, 'student', 1, %d, '2026-01-01')",
         STUDENT, (int)confirmed);
    must("UPDATE allocation_plan SET wishes_from = '2026-11-22', wishes_to = '2026-11-30' "
         "WHERE activity = %d",
         (int)missing);
    assert_string_equal(status_of(missing, PLANNER), "capacity_missing");
    must("UPDATE allocation_plan SET wishes_from = '2026-11-21' WHERE activity = %d", (int)missing);
    assert_string_equal(status_of(missing, PLANNER), "allocating");
    assert_string_equal(status_of(missing, COORDINATOR), "capacity_confirmed");
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, %d)",
         (int)confirmed, STUDENT);
    assert_string_equal(status_of(confirmed, PLANNER), "allocating");
    assert_string_equal(status_of(confirmed, COORDINATOR), "capacity_confirmed");
    assert_string_equal(status_of(confirmed, STUDENT), "planning");
    assert_string_equal(
        column(PLANNER,
               "q=&status=allocating&term=&institution=&programme=&site=&from=&to=", "name"),
        "Manglar|Stadfesta");
    assert_string_equal(
        column(COORDINATOR,
               "q=&status=allocating&term=&institution=&programme=&site=&from=&to=", "name"),
        "");
    must("UPDATE allocation_plan SET shares = 1 WHERE activity = %d", (int)confirmed);
    assert_string_equal(status_of(confirmed, PLANNER), "shared");
    assert_string_equal(status_of(confirmed, COORDINATOR), "shared");
    assert_string_equal(status_of(confirmed, STUDENT), "shared");
    assert_string_equal(
        column(COORDINATOR,
               "q=&status=shared&term=&institution=&programme=&site=&from=&to=", "name"),
        "Stadfesta");
    must("DELETE FROM registration");
    must("DELETE FROM person_grant WHERE id = 803");
    must("UPDATE allocation_plan SET shares = 0, wishes_from = NULL, wishes_to = NULL");
    assert_string_equal(status_of(confirmed, PLANNER), "capacity_confirmed");
    assert_kept();
}

static void a_class_is_a_line_of_its_own(void **state)
{
    (void)state;
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)planned);
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "version=0&letter=A&starts=2027-01-11&ends=2027-01-29&places_wanted=5"));
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "version=0&letter=B&starts=2027-02-01&ends=2027-02-19&places_wanted=5"));
    assert_string_equal(column(PLANNER, NOTHING, "name"),
                        "Går|Planlagt – A|Bestilt|Manglar|Planlagt – B|Stadfesta|Avlyst");
    assert_string_equal(column(PLANNER, NOTHING, "places_wanted"), "3|5|10|10|5|4|3");
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "class=%d", (int)number("SELECT MAX(id) FROM activity_class"));
        DONE(ORDERING(class_remove, "remove", PLANNER, path, "version=1"));
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
        NOTHING, ALL, "q=a&status=ordered&term=2027-1&institution=1&programme=1&site=1&from=&to=",
        "q=&status=completed&term=&institution=&programme=&site=&from=&to=",
        "q=&status=&term=&institution=&programme=&site=2&from=&to="};
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

/* A view's own parameters (server/period.h) with the filters. */
#define FILTERS "&term=&q=&status=&institution=&programme=&site="
#define JANUARY                                                                                    \
    "period=2027-01&previous=2026-12&next=2027-02&first=2027-01-01&last=2027-01-31&from=2026-12-"  \
    "28&to=2027-01-31"
#define DECEMBER "period=2026-12&first=2026-12-01&last=2026-12-31&from=2026-11-30&to=2027-01-03"
#define SPRING "period=2027-1&first=2027-01-01&last=2027-07-31&from=2026-12-28&to=2027-08-01"

static const int64_t all_viewers[] = {ADMIN,      PLANNER,        PLANNER_TWO, ADVISER,
                                      SITE_ADMIN, SITE_ADMIN_TWO, COORDINATOR, STUDENT};
enum { ALL_VIEWERS = sizeof all_viewers / sizeof *all_viewers };

/* What a view and its calendar file show of a period is what the list of the same days does. */
static void assert_views(int64_t viewer, const char *days, const char *filters)
{
    char parameters[400], listed[2000];
    snprintf(parameters, sizeof parameters, "%s%s", days, filters);
    snprintf(listed, sizeof listed, "%s", column(viewer, parameters, "name"));
    assert_int_equal(rows("calendar/list", "occurrences", viewer, parameters),
                     total("calendar/list", "occurrences", viewer, parameters));
    static const char *const files[] = {"calendar/list.ics", "calendar/month.ics",
                                        "calendar/term.ics"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_string_equal(rows_joined(files[i], "events", viewer, parameters, "name"), listed);
    assert_int_equal(rows("calendar/month", "bars", viewer, parameters),
                     rows("calendar/list", "occurrences", viewer, parameters));
    assert_int_equal(rows("calendar/term", "bars", viewer, parameters),
                     rows("calendar/list", "occurrences", viewer, parameters));
    assert_int_equal(rows("calendar/list", "dues", viewer, parameters),
                     rows("calendar/month.ics", "dues", viewer, parameters));
}

static void every_view_shows_the_same(void **state)
{
    (void)state;
    static const char *const filters[] = {
        FILTERS,
        "&term=&q=e&status=&institution=&programme=&site=",
        "&term=&q=&status=ordered&institution=&programme=&site=",
        "&term=&q=&status=all&institution=1&programme=1&site=",
        "&term=&q=&status=&institution=&programme=&site=1",
        "&term=&q=&status=capacity_confirmed&institution=&programme=&site="};
    static const char *const days[] = {JANUARY, DECEMBER, SPRING};
    for (size_t i = 0; i < ALL_VIEWERS; i++)
        for (size_t j = 0; j < sizeof filters / sizeof *filters; j++)
            for (size_t k = 0; k < sizeof days / sizeof *days; k++)
                assert_views(all_viewers[i], days[k], filters[j]);
    assert_string_equal(column(PLANNER, JANUARY FILTERS, "name"), "Planlagt|Bestilt|Manglar");
    assert_string_equal(column(COORDINATOR, JANUARY FILTERS, "name"), "Bestilt|Manglar");
    assert_string_equal(column(STUDENT, JANUARY FILTERS, "name"), "");
    assert_string_equal(column(PLANNER, DECEMBER FILTERS, "name"), "");
}

static void a_month_says_where_bars_begin_and_end(void **state)
{
    (void)state;
    const char *const file = "calendar/month";
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "name"),
                        "Planlagt|Bestilt|Manglar");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "start_week"), "3|4|5");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "start_day"), "1|1|1");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "end_week"), "5|5|5");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "goes_on"), "1|1|1");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "went_on"), "||");
    assert_string_equal(rows_joined(file, "bars", PLANNER, JANUARY FILTERS, "n4"), "1|1|");
    assert_string_equal(rows_joined(file, "events", PLANNER, JANUARY FILTERS, "day"),
                        "2027-01-11|2027-01-18|2027-01-25");
    assert_string_equal(rows_joined(file, "events", PLANNER, JANUARY FILTERS, "kind"),
                        "starts|starts|starts");
    assert_string_equal(rows_joined("calendar/term", "bars", PLANNER, SPRING FILTERS, "week"),
                        "3|4|5|6|15");
    assert_string_equal(rows_joined("calendar/term", "bars", PLANNER, SPRING FILTERS, "weeks"),
                        "6|6|6|6|6");
    assert_string_equal(rows_joined("calendar/term", "groups", PLANNER, SPRING FILTERS, "n"), "5");
}

/* So many that they are gathered: nothing is lost, and of a day's many the first three stand with their number. */
static void a_full_month_is_gathered(void **state)
{
    (void)state;
    must("INSERT INTO activity (id, institution, course_instance, name, starts, ends, "
         "places_wanted) "
         "SELECT 1000 + seq, 1, 1, CONCAT('Full ', seq), '2028-03-06', '2028-03-31', 4 FROM "
         "seq_1_to_300");
    must("INSERT INTO activity_count (activity) SELECT 1000 + seq FROM seq_1_to_300");
    must("INSERT INTO occurrence SELECT id, '', institution, name, term, starts, ends, "
         "places_wanted FROM activity WHERE id > 1000");
    const char *const march =
        "period=2028-03&first=2028-03-01&last=2028-03-31&from=2028-02-28&to=2028-04-02" FILTERS;
    assert_string_equal(rows_joined("calendar/month", "bars", PLANNER, march, "name"),
                        "Sjukepleie");
    assert_string_equal(rows_joined("calendar/month", "bars", PLANNER, march, "n1"), "");
    assert_string_equal(rows_joined("calendar/month", "bars", PLANNER, march, "n2"), "300");
    assert_string_equal(rows_joined("calendar/month", "bars", PLANNER, march, "open2"), "300");
    assert_string_equal(rows_joined("calendar/month", "events", PLANNER, march, "day"),
                        "2028-03-06|2028-03-06|2028-03-06|2028-03-31|2028-03-31|2028-03-31");
    assert_string_equal(rows_joined("calendar/month", "events", PLANNER, march, "n"),
                        "300|300|300|300|300|300");
    assert_int_equal(rows("calendar/month.ics", "events", PLANNER, march), 300);
    assert_int_equal(rows("calendar/term", "bars", PLANNER, march), 300);
    assert_int_equal(rows("calendar/month", "bars", COORDINATOR, march), 0);
    must("DELETE FROM occurrence WHERE activity > 1000");
    must("DELETE FROM activity_count WHERE activity > 1000");
    must("DELETE FROM activity WHERE id > 1000");
}

/* The institution's staff see all that it waits for, a site what it owes itself; drafts and what is answered nobody. */
static void answers_due_are_seen_by_who_sees_the_orders(void **state)
{
    (void)state;
    static const struct {
        int64_t viewer;
        const char *orders;
    } expected[] = {{PLANNER, "2"},    {ADVISER, "2"}, {COORDINATOR, "1"}, {SITE_ADMIN_TWO, "1"},
                    {PLANNER_TWO, ""}, {ADMIN, ""},    {STUDENT, ""}};
    must("UPDATE placement_order SET due_on = '2026-12-12' WHERE state IN ('sent', 'answered')");
    must("UPDATE placement_order SET due_on = '2026-12-12' WHERE state = 'draft'");
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        int64_t viewer = expected[i].viewer;
        assert_string_equal(
            rows_joined("calendar/month", "dues", viewer, DECEMBER FILTERS, "orders"),
            expected[i].orders);
        assert_string_equal(
            rows_joined("calendar/month.ics", "dues", viewer, DECEMBER FILTERS, "orders"),
            expected[i].orders);
        assert_string_equal(
            rows_joined("calendar/list", "dues", viewer, DECEMBER FILTERS, "orders"),
            expected[i].orders);
    }
    assert_string_equal(rows_joined("calendar/month", "dues", PLANNER, JANUARY FILTERS, "orders"),
                        "");
    assert_string_equal(rows_joined("calendar/list.ics", "dues", COORDINATOR, NOTHING, "site"),
                        "Sjukehuset");
    assert_string_equal(column(PLANNER, NOTHING, "unanswered"), "||2|||");
    assert_string_equal(column(COORDINATOR, NOTHING, "unanswered"), "1||");
    assert_string_equal(column(COORDINATOR, NOTHING, "due_on"), "2026-12-12||");
    must("INSERT INTO person_grant (id, person, role, institution, valid_from) VALUES (803, %d, "
         "'lecturer', 1, '2026-01-01')",
         STUDENT);
    assert_string_equal(rows_joined("calendar/month", "dues", STUDENT, DECEMBER FILTERS, "orders"),
                        "");
    assert_string_equal(column(STUDENT, NOTHING, "due_on"), "|||||");
    must("DELETE FROM person_grant WHERE id = 803");
    must("UPDATE placement_order SET due_on = NULL WHERE state = 'draft'");
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
        cmocka_unit_test(an_allocation_is_told_to_its_institution_first),
        cmocka_unit_test(a_class_is_a_line_of_its_own),
        cmocka_unit_test(a_site_sees_its_own_orders_only),
        cmocka_unit_test(a_grant_in_an_activity_shows_it),
        cmocka_unit_test(many_grants_show_each_line_once),
        cmocka_unit_test(totals_are_those_of_the_rows),
        cmocka_unit_test(every_view_shows_the_same),
        cmocka_unit_test(a_month_says_where_bars_begin_and_end),
        cmocka_unit_test(a_full_month_is_gathered),
        cmocka_unit_test(answers_due_are_seen_by_who_sees_the_orders),
        cmocka_unit_test(the_front_page_says_what_to_do_now),
    };
    return cmocka_run_group_tests(tests, calendar_set_up, action_tear_down);
}
