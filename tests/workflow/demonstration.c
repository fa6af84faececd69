/* The demonstration region as it stands in the database of PRAKTIKUM_CONF, seen through the account that serves:
 * what is kept beside the truth equals it, and what that account must not do the database refuses. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/config.h"
#include "../../fcgi/data/connection.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct connection *connection;
static struct config config;

static int first_integer(void *context, const struct row *row)
{
    *(int64_t *)context = strtoll(row->cells[0].text ? row->cells[0].text : "0", NULL, 10);
    return 0;
}

static int64_t count(const char *sql)
{
    int64_t found = -1;

    if (connection_query(connection, sql, first_integer, &found) != DATA_OK)
        fail_msg("%s: %s", connection_error_text(connection), sql);
    return found;
}

static void kept_counts_equal_the_truth(void **state)
{
    (void)state;
    assert_true(count("SELECT COUNT(*) FROM activity_count WHERE orders > 0") > 0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM activity a LEFT JOIN activity_count n ON n.activity = a.id "
              "WHERE n.activity IS NULL"),
        0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM activity_count n LEFT JOIN "
              "(SELECT o.activity, SUM(o.state IN ('sent', 'answered', 'closed')) AS orders, "
              "SUM(o.state = 'draft') AS drafts, SUM(o.state = 'sent') AS unanswered, "
              "SUM(IF(o.state IN ('sent', 'answered', 'closed'), o.places, 0)) AS ordered, "
              "SUM(IF(o.state IN ('answered', 'closed'), o.places, 0)) AS answered, "
              "SUM(o.places_confirmed) AS confirmed, MIN(IF(o.state = 'sent', o.due_on, NULL)) AS "
              "due_on "
              "FROM placement_order o GROUP BY o.activity) t "
              "ON t.activity = n.activity "
              "WHERE (n.orders, n.orders_draft, n.orders_unanswered, n.places_ordered, "
              "n.places_answered, "
              "n.places_confirmed) <> (COALESCE(t.orders, 0), COALESCE(t.drafts, 0), "
              "COALESCE(t.unanswered, 0), "
              "COALESCE(t.ordered, 0), COALESCE(t.answered, 0), COALESCE(t.confirmed, 0)) "
              "OR NOT (n.due_on <=> t.due_on)"),
        0);
}

static void what_the_calendar_tells_of_allocation_is_true(void **state)
{
    (void)state;
    assert_true(count("SELECT COUNT(*) FROM activity_count WHERE registered > 0 AND shared = 0") >
                0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM activity_count n JOIN allocation_plan p ON p.activity = "
              "n.activity "
              "WHERE n.registered <> (SELECT COUNT(*) FROM registration r "
              "WHERE r.activity = n.activity AND r.state = 'registered') "
              "OR NOT (n.wishes_from <=> p.wishes_from) OR n.shared <> (p.shares > 0)"),
        0);
    assert_int_equal(count("SELECT COUNT(*) FROM activity a LEFT JOIN allocation_plan p "
                           "ON p.activity = a.id WHERE p.activity IS NULL"),
                     0);
}

/* Each sharing has its event and tells of each placement once; nothing is placed that was not shared. */
static void placements_are_what_was_shared(void **state)
{
    (void)state;
    assert_true(count("SELECT COUNT(*) FROM placement") > 0);
    assert_int_equal(count("SELECT COUNT(*) FROM share s JOIN event e ON e.id = s.event "
                           "WHERE e.activity <> s.activity OR e.kind NOT LIKE 'allocation.%'"),
                     0);
    assert_int_equal(count("SELECT COUNT(*) FROM allocation_plan p WHERE p.shares <> "
                           "(SELECT COUNT(*) FROM share s WHERE s.activity = p.activity)"),
                     0);
    assert_int_equal(
        count(
            "SELECT COUNT(*) FROM placement p LEFT JOIN (share_change c JOIN share s ON s.id = "
            "c.share) "
            "ON c.registration = p.registration AND c.kind = 'placed' AND s.activity = p.activity "
            "AND (c.new_site, c.new_unit) = (p.site, p.unit) AND c.new_supervisor <=> p.supervisor "
            "WHERE c.share IS NULL"),
        0);
}

/* Who follows a student is entered in Roles, while it lasts. */
static void supervisors_have_their_role(void **state)
{
    (void)state;
    assert_true(
        count(
            "SELECT COUNT(*) FROM placement WHERE supervisor IS NOT NULL AND ends >= UTC_DATE()") >
        0);
    assert_int_equal(
        count(
            "SELECT COUNT(*) FROM placement p JOIN registration r ON r.id = p.registration "
            "WHERE p.ends >= UTC_DATE() AND p.supervisor IS NOT NULL AND NOT EXISTS "
            "(SELECT 1 FROM person_grant g WHERE g.person = p.supervisor AND g.role = 'supervisor' "
            "AND g.activity = p.activity AND g.site = p.site AND (g.unit IS NULL OR g.unit = "
            "p.unit) "
            "AND (g.activity_class IS NULL OR g.activity_class = r.activity_class))"),
        0);
}

/* Codes, papers, transfers and results tell the same story; nobody's paper is graded who did not hand in. */
static void exams_agree_with_themselves(void **state)
{
    (void)state;
    assert_true(count("SELECT COUNT(*) FROM mark") > 0);
    assert_int_equal(count("SELECT COUNT(*) FROM candidate c LEFT JOIN exam_identity i "
                           "ON i.candidate = c.id AND i.exam_session = c.exam_session "
                           "WHERE i.code IS NULL"),
                     0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM exam_identity i JOIN candidate c ON c.id = i.candidate "
              "JOIN exam e ON e.exam_session = i.exam_session "
              "LEFT JOIN paper p ON p.exam = e.id AND p.code = i.code "
              "WHERE p.code IS NULL OR p.handed_in <> (c.handed_in_at IS NOT NULL) "
              "OR (p.handed_in = 0 AND p.grade IS NOT NULL)"),
        0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM exam e LEFT JOIN transfer t ON t.exam = e.id "
              "WHERE (t.exam IS NOT NULL AND e.state <> 'confirmed') "
              "OR t.papers <> (SELECT COUNT(*) FROM transfer_row r WHERE r.exam = e.id) "
              "OR t.written <> (SELECT COUNT(*) FROM result r WHERE r.exam_session = "
              "e.exam_session)"),
        0);
    assert_int_equal(count("SELECT COUNT(*) FROM result r WHERE (r.state = 'attested') <> "
                           "EXISTS (SELECT 1 FROM result_decision d WHERE d.result = r.id)"),
                     0);
    assert_int_equal(count("SELECT COUNT(*) FROM candidate c LEFT JOIN course_registration r "
                           "ON r.course_instance = c.course_instance AND r.person = c.person "
                           "WHERE r.person IS NULL"),
                     0);
}

static void confirmed_places_are_the_sum_of_the_units(void **state)
{
    (void)state;
    assert_int_equal(
        count(
            "SELECT COUNT(*) FROM placement_order o LEFT JOIN (SELECT placement_order, SUM(places) "
            "AS places FROM capacity GROUP BY placement_order) c ON c.placement_order = o.id "
            "WHERE o.answer = 'confirmed' AND o.places_confirmed <> COALESCE(c.places, 0)"),
        0);
}

/* The calendar's lines: each class of an activity that has classes, else the activity. */
static void occurrences_equal_the_truth(void **state)
{
    (void)state;
    static const char truth[] =
        "(SELECT a.id AS activity, COALESCE(c.letter, '') AS letter, a.institution, a.name, "
        "a.term, "
        "COALESCE(c.starts, a.starts) AS starts, COALESCE(c.ends, a.ends) AS ends "
        "FROM activity a LEFT JOIN activity_class c ON c.activity = a.id)";
    static const char kept[] =
        "(SELECT activity, letter, institution, name, term, starts, ends FROM occurrence)";
    char sql[2000];

    assert_true(count("SELECT COUNT(*) FROM occurrence WHERE letter = 'B'") > 0);
    snprintf(sql, sizeof sql, "SELECT COUNT(*) FROM (%s EXCEPT %s) d", truth, kept);
    assert_int_equal(count(sql), 0);
    snprintf(sql, sizeof sql, "SELECT COUNT(*) FROM (%s EXCEPT %s) d", kept, truth);
    assert_int_equal(count(sql), 0);
}

static void histories_end_in_what_is(void **state)
{
    (void)state;
    assert_int_equal(count("SELECT COUNT(*) FROM placement_order o WHERE o.version <> (SELECT "
                           "MAX(e.thing_version) "
                           "FROM event e WHERE e.thing = 'order' AND e.thing_id = o.id)"),
                     0);
    assert_int_equal(
        count("SELECT COUNT(*) FROM event e JOIN event f ON f.id = e.id + 1 WHERE f.at < e.at"), 0);
    assert_int_equal(count("SELECT COUNT(*) FROM event WHERE at > UTC_TIMESTAMP()"), 0);
}

static void people_are_plainly_synthetic(void **state)
{
    (void)state;
    assert_int_equal(count("SELECT COUNT(*) FROM person WHERE email NOT LIKE '%.example'"), 0);
    assert_true(count("SELECT COUNT(*) FROM person WHERE protected = 1") > 0);
    assert_int_equal(count("SELECT COUNT(*) FROM person p JOIN student s ON s.person = p.id "
                           "WHERE p.identity_cipher IS NULL OR p.identity_index IS NULL"),
                     0);
    assert_int_equal(count("SELECT COUNT(*) FROM municipality"), 43);
    assert_true(count("SELECT COUNT(*) FROM person WHERE name LIKE '%ŋ%' COLLATE utf8mb4_bin OR "
                      "name LIKE '%đ%' COLLATE utf8mb4_bin") > 0);
}

static void the_account_that_serves_cannot_change_history(void **state)
{
    (void)state;
    static const char *const forbidden[] = {
        "UPDATE event SET kind = 'x.y' LIMIT 1",
        "DELETE FROM event LIMIT 1",
        "UPDATE event_change SET new_value = NULL LIMIT 1",
        "DELETE FROM event_change LIMIT 1",
        "TRUNCATE TABLE event",
        "DELETE HISTORY FROM placement_order",
        "ALTER TABLE placement_order DROP SYSTEM VERSIONING",
        "CREATE TABLE extra (id INT PRIMARY KEY)",
        "DROP TABLE event",
        "CREATE INDEX extra ON event (at)",
        "SET SESSION timestamp = 1000000000",
        "SELECT 'x' INTO OUTFILE '/tmp/praktikum-must-not-be'",
        "LOAD DATA INFILE '/etc/hostname' INTO TABLE submission",
    };

    for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++)
        if (connection_execute(connection, forbidden[i]) == DATA_OK)
            fail_msg("allowed: %s", forbidden[i]);
    assert_true(count("SELECT COUNT(*) FROM event") > 0);
}

static int set_up(void **state)
{
    (void)state;
    char error[1000], socket[4096];
    const char *path = getenv("PRAKTIKUM_CONF");

    if (!path || !config_load(&config, path, error, sizeof error))
        fail_msg("%s", path ? error : "PRAKTIKUM_CONF is not set");
    bool whole = config.database_socket[0] == '/';
    snprintf(socket, sizeof socket, "%s%s%s", whole ? "" : config.var_folder, whole ? "" : "/",
             config.database_socket);
    connection = connection_new(&(struct connection_settings){.sockets = socket,
                                                              .user = config.database_user,
                                                              .password = config.database_password,
                                                              .database = config.database_name,
                                                              .timeout_seconds = 20},
                                NULL);
    return connection_open(connection) == DATA_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    connection_free(connection);
    config_free(&config);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_counts_equal_the_truth),
        cmocka_unit_test(exams_agree_with_themselves),
        cmocka_unit_test(confirmed_places_are_the_sum_of_the_units),
        cmocka_unit_test(what_the_calendar_tells_of_allocation_is_true),
        cmocka_unit_test(placements_are_what_was_shared),
        cmocka_unit_test(supervisors_have_their_role),
        cmocka_unit_test(occurrences_equal_the_truth),
        cmocka_unit_test(histories_end_in_what_is),
        cmocka_unit_test(people_are_plainly_synthetic),
        cmocka_unit_test(the_account_that_serves_cannot_change_history),
    };
    return cmocka_run_group_tests_name("demonstration", tests, set_up, tear_down);
}
