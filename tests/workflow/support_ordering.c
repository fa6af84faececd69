#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

int ordering_set_up(void **state)
{
    region_set_up(state);
    must("INSERT INTO site (id, name, kind) VALUES (3, 'Skulen', 'school')");
    must("INSERT INTO unit (id, site, name) VALUES (6, 3, 'Trinn 1')");
    must("INSERT INTO agreement (institution, site, valid_from, valid_to) VALUES (1, 1, "
         "'2020-01-01', NULL), "
         "(1, 2, '2020-01-01', NULL), (1, 3, '2020-01-01', '2027-02-28'), (2, 3, '2020-01-01', "
         "NULL)");
    must("INSERT INTO requirement (id, code, name_nb, name_nn, name_sv, name_en) VALUES "
         "(1, 'english', 'Engelsk', 'Engelsk', 'Engelska', 'English'), (2, 'norwegian', 'Norsk', "
         "'Norsk', 'Norska', 'Norwegian')");
    must("INSERT INTO unit_requirement (site, unit, requirement) VALUES (1, 2, 1), (1, 4, 2), (2, "
         "5, 1)");
    must("INSERT INTO programme (id, institution, code, name) VALUES (1, 1, 'SJ', 'Sjukepleie'), "
         "(2, 2, 'LU', 'Lærar')");
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES (1, 1, 1, "
         "'SJ1', 'Praksis', 15), "
         "(2, 2, 2, 'LU1', 'Praksis', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(1, 1, 1, 'SJ1-27V', '2027-01-04', '2027-06-20'), (2, 2, 2, 'LU1-27V', '2027-01-04', "
         "'2027-06-20')");
    return 0;
}

int64_t plan(const char *starts, const char *ends, int places)
{
    must("INSERT INTO activity (institution, course_instance, name, starts, ends, places_wanted) "
         "VALUES (1, 1, 'Praksis', '%s', '%s', %d)",
         starts, ends, places);
    int64_t activity = number("SELECT MAX(id) FROM activity");
    must("INSERT INTO activity_count (activity) VALUES (%d)", (int)activity);
    must("INSERT INTO allocation_plan (activity, institution) VALUES (%d, 1)", (int)activity);
    must("INSERT INTO occurrence SELECT id, '', institution, name, term, starts, ends, "
         "places_wanted FROM activity WHERE id = %d",
         (int)activity);
    must("INSERT INTO event (uuid, at, area, kind, thing, thing_id, thing_version, institution, "
         "activity) "
         "VALUES (UUID(), UTC_TIMESTAMP(6), 'ordering', 'activity.created', 'activity', %d, 1, 1, "
         "%d)",
         (int)activity, (int)activity);
    return activity;
}

int64_t add_class(int64_t activity, const char *letter, const char *starts, const char *ends,
                  int places)
{
    must("INSERT INTO activity_class (activity, letter, starts, ends, places_wanted) VALUES (%d, "
         "'%s', '%s', '%s', %d)",
         (int)activity, letter, starts, ends, places);
    must("DELETE FROM occurrence WHERE activity = %d AND letter = ''", (int)activity);
    must("INSERT INTO occurrence SELECT id, '%s', institution, name, term, '%s', '%s', %d "
         "FROM activity WHERE id = %d",
         letter, starts, ends, places, (int)activity);
    return number("SELECT id FROM activity_class WHERE activity = %d AND letter = '%s'",
                  (int)activity, letter);
}

static int64_t make(int64_t activity, int site, int places, const char *how)
{
    char path[40], fields[100];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    snprintf(fields, sizeof fields, "places-%d=%d%s", site, places, how);
    DONE(ORDERING(order_new, "order_new", PLANNER, path, fields));
    return number("SELECT MAX(id) FROM placement_order WHERE activity = %d AND site = %d",
                  (int)activity, site);
}

int64_t draft_order(int64_t activity, int site, int places)
{
    return make(activity, site, places, "");
}

int64_t ask(int64_t activity, int site, int places)
{
    return make(activity, site, places, "&send=1&due_on=2026-12-12");
}

void confirm(int64_t order, int64_t viewer, const char *fields)
{
    char path[40], all[120];
    snprintf(path, sizeof path, "order=%d", (int)order);
    snprintf(all, sizeof all, "version=1&%s", fields);
    DONE(ORDERING(order_answer, "capacity", viewer, path, all));
}

void assert_kept(void)
{
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', n.activity, n.orders, t.orders, "
             "n.orders_draft, t.drafts, n.orders_unanswered, t.unanswered, "
             "n.places_ordered, t.ordered, n.places_answered, t.answered, "
             "n.places_confirmed, t.confirmed, n.due_on, t.due_on) "
             "FROM activity_count n JOIN (SELECT a.id, COUNT(CASE WHEN o.state IN "
             "('sent', 'answered', 'closed') THEN 1 END) AS orders, "
             "COUNT(CASE WHEN o.state = 'draft' THEN 1 END) AS drafts, COUNT(CASE "
             "WHEN o.state = 'sent' THEN 1 END) AS unanswered, "
             "SUM(CASE WHEN o.state IN ('sent', 'answered', 'closed') THEN "
             "o.places ELSE 0 END) AS ordered, "
             "SUM(CASE WHEN o.state IN ('answered', 'closed') THEN o.places ELSE 0 "
             "END) AS answered, "
             "SUM(CASE WHEN o.state IN ('answered', 'closed') THEN "
             "o.places_confirmed ELSE 0 END) AS confirmed, "
             "MIN(CASE WHEN o.state = 'sent' THEN o.due_on END) AS due_on "
             "FROM activity a LEFT JOIN placement_order o ON o.activity = a.id "
             "GROUP BY a.id) t ON t.id = n.activity "
             "WHERE NOT (n.orders = t.orders AND n.orders_draft = t.drafts AND "
             "n.orders_unanswered = t.unanswered "
             "AND n.places_ordered = t.ordered AND n.places_answered = t.answered "
             "AND n.places_confirmed = t.confirmed AND n.due_on <=> t.due_on) LIMIT 1"),
        "");
    assert_int_equal(number("SELECT COUNT(*) FROM placement_order o WHERE o.places_confirmed <> "
                            "IF(o.state IN ('answered', 'closed'), "
                            "(SELECT COALESCE(SUM(k.places), 0) FROM capacity k WHERE "
                            "k.placement_order = o.id), 0)"),
                     0);
    assert_int_equal(number("SELECT COUNT(*) FROM activity_count n JOIN allocation_plan p ON "
                            "p.activity = n.activity "
                            "WHERE n.registered <> (SELECT COUNT(*) FROM registration r "
                            "WHERE r.activity = n.activity AND r.state = 'registered') "
                            "OR NOT n.wishes_from <=> p.wishes_from OR n.shared <> (p.shares > 0)"),
                     0);
    assert_int_equal(number("SELECT COUNT(*) FROM activity a LEFT JOIN activity_count n ON "
                            "n.activity = a.id WHERE n.activity IS NULL"),
                     0);
    static const char truth[] = "SELECT a.id, COALESCE(k.letter, '') AS letter, a.institution, "
                                "a.name, a.term, COALESCE(k.starts, a.starts) AS starts, "
                                "COALESCE(k.ends, a.ends) AS ends, COALESCE(k.places_wanted, "
                                "a.places_wanted) AS places_wanted "
                                "FROM activity a LEFT JOIN activity_class k ON k.activity = a.id";
    assert_int_equal(
        number("SELECT COUNT(*) FROM (%s) t LEFT JOIN occurrence c ON c.activity = t.id AND "
               "c.letter = t.letter "
               "AND c.institution = t.institution AND c.name = t.name AND c.term = t.term AND "
               "c.starts = t.starts "
               "AND c.ends = t.ends AND c.places_wanted = t.places_wanted WHERE c.activity IS NULL",
               truth),
        0);
    assert_int_equal(number("SELECT COUNT(*) FROM occurrence"),
                     number("SELECT COUNT(*) FROM (%s) t", truth));
}
