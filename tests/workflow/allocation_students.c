/* Students registered in an activity: by hand, by copy; one moved, withdrawn, with what they need; and who may see which of it. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

action_function allocation_students_new, allocation_students_copy, allocation_registration_move,
    allocation_registration_withdraw, allocation_registration_home, allocation_registration_needs;

#define ACT(name, viewer, path, fields)                                                            \
    act(allocation_##name, "allocation/" #name, #name, viewer, path, fields)

enum { ANNE = 821, BERIT, CATO, DINA, ELSE_WHERE, WARD = 2, SURGERY = 4, SCHOOL = 5 };
static int64_t activity, class_a, class_b;
static char path[60], listed[120];

static void student(int id, const char *name, int institution)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'p%d@example.org')",
         id, name, id);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         id);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, 'student', "
         "%d, '2020-01-01')",
         id, institution);
    must("INSERT INTO student (person, institution, programme, cohort) VALUES (%d, %d, %d, "
         "'2026-2')",
         id, institution, institution);
}

static int set_up(void **state)
{
    static const char *const names[] = {"Anne", "Berit", "Cato", "Dina"};
    if (ordering_set_up(state) != 0)
        return -1;
    for (int i = 0; i < 4; i++)
        student(ANNE + i, names[i], INSTITUTION);
    student(ELSE_WHERE, "Else", INSTITUTION_TWO);
    return 0;
}

static int64_t class_of(const char *letter, const char *days)
{
    char fields[120];
    snprintf(fields, sizeof fields, "letter=%s&%s&places_wanted=5&version=0", letter, days);
    DONE(ORDERING(class_new, "class", PLANNER, path, fields));
    return number("SELECT MAX(id) FROM activity_class");
}

/* An activity of its own for each test: classes A and B, asked of sites 1 and 2, nobody registered. */
static int fresh(void **state)
{
    (void)state;
    must("UPDATE activity SET cancelled_at = NOW() WHERE cancelled_at IS NULL");
    must("UPDATE person SET protected = 0");
    activity = plan("2027-02-01", "2027-03-31", 10);
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    class_a = class_of("A", "starts=2027-02-01&ends=2027-02-28");
    class_b = class_of("B", "starts=2027-03-01&ends=2027-03-31");
    snprintf(listed, sizeof listed, "%s&q=&class=&state=&wishes=&placed=", path);
    ask(activity, SITE, 5);
    ask(activity, SITE_TWO, 5);
    return 0;
}

static struct done enter(const char *people, int64_t class)
{
    char fields[200];
    snprintf(fields, sizeof fields, "%s&class=%d", people, (int)class);
    return ACT(students_new, PLANNER, path, fields);
}

static int64_t registration_of(int64_t of, int person)
{
    return number("SELECT id FROM registration WHERE activity = %d AND person = %d", (int)of,
                  person);
}

static const char *to(int person)
{
    static char address[60];
    snprintf(address, sizeof address, "registration=%d", (int)registration_of(activity, person));
    return address;
}

static void put(int person, int site, int unit)
{
    must("INSERT INTO allocation (registration, activity, site, unit, locked) VALUES (%d, %d, %d, "
         "%d, 1)",
         (int)registration_of(activity, person), (int)activity, site, unit);
}

/* As sharing leaves it. */
static void shared(int person, const char *starts, const char *ends)
{
    must("INSERT INTO placement (institution, activity, registration, person, site, unit, starts, "
         "ends) SELECT 1, l.activity, l.registration, %d, l.site, l.unit, '%s', '%s' FROM "
         "allocation l WHERE l.registration = %d",
         person, starts, ends, (int)registration_of(activity, person));
    must("UPDATE allocation_plan SET shares = 1, shared_at = NOW() WHERE activity = %d",
         (int)activity);
    must("UPDATE activity_count SET shared = 1 WHERE activity = %d", (int)activity);
}

static void several_are_registered_at_once(void **state)
{
    (void)state;
    struct done done = enter("people=821&people=822", class_a);
    DONE(done);
    assert_string_equal(done.location,
                        text("SELECT CONCAT('/activities/', %d, '/students')", (int)activity));
    assert_string_equal(
        rows_joined("allocation/students", "registrations", PLANNER, listed, "name"),
        "Anne Prøve|Berit Prøve");
    assert_int_equal(total("allocation/students", "registrations", ADVISER, listed), 2);
    assert_int_equal(
        number("SELECT registered FROM activity_count WHERE activity = %d", (int)activity), 2);
    /* an event each, and one of the activity with how many there are now */
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(e.kind, ' ', c.field, ' ', COALESCE(c.old_value, '-'), ' "
             "', c.new_value) "
             "ORDER BY e.id SEPARATOR '; ') FROM event e JOIN event_change c ON c.event = e.id "
             "WHERE e.activity = %d AND e.area = 'allocation'",
             (int)activity),
        "registration.created class - A; registration.created class - A; registrations.created "
        "registered 0 2");
    assert_kept();
}

static void only_who_may_be_is_registered(void **state)
{
    (void)state;
    refused("people:error.nobody_chosen", enter("", class_a));
    refused("class:error.required", ACT(students_new, PLANNER, path, "people=821"));
    refused("class:error.not_among", enter("people=821", 99999));
    refused("people:error.not_registrable", enter("people=825", class_a)); /* another's student */
    refused("people:error.not_registrable", enter("people=821&people=2", class_a)); /* no student */
    must("UPDATE person_grant SET valid_to = '2027-01-31' WHERE person = %d", DINA);
    refused("people:error.not_registrable", enter("people=824", class_a));
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", DINA);
    DONE(enter("people=821", class_a));
    refused("people:error.not_registrable", enter("people=821", class_b));
    assert_int_equal(number("SELECT COUNT(*) FROM registration WHERE activity = %d", (int)activity),
                     1);
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)activity);
    refused(":error.activity_cancelled", enter("people=822", class_a));
}

static void candidates_are_the_programmes_or_whom_one_looks_for(void **state)
{
    (void)state;
    DONE(enter("people=821", class_a));
    char search[80];
    snprintf(search, sizeof search, "%s&q=", path);
    assert_string_equal(rows_joined("allocation/students_new", "people", PLANNER, search, "name"),
                        "Berit Prøve|Cato Prøve|Dina Prøve");
    snprintf(search, sizeof search, "%s&q=cat", path);
    assert_string_equal(rows_joined("allocation/students_new", "people", PLANNER, search, "name"),
                        "Cato Prøve");
    /* the student without a programme is found by looking for them */
    snprintf(search, sizeof search, "%s&q=student@", path);
    assert_int_equal(rows("allocation/students_new", "people", PLANNER, search), 1);
}

static void who_may_do_what(void **state)
{
    (void)state;
    DONE(enter("people=821", class_a));
    int64_t one = registration_of(activity, ANNE);
    assert_true(may("registration", "view", one, ANNE) && may("registration", "self", one, ANNE));
    assert_true(may("registration", "home", one, ANNE));
    assert_false(may("registration", "needs", one, ANNE) || may("registration", "edit", one, ANNE));
    assert_false(may("registration", "wish_now", one, ANNE));
    must("UPDATE allocation_plan SET wishes_from = '2026-11-20', wishes_to = '2026-11-21' WHERE "
         "activity = %d",
         (int)activity);
    assert_true(may("registration", "wish_now", one, ANNE));
    must("UPDATE allocation_plan SET wishes_to = '2026-11-20' WHERE activity = %d", (int)activity);
    assert_false(may("registration", "wish_now", one, ANNE));
    must("UPDATE allocation_plan SET wishes_from = NULL, wishes_to = NULL WHERE activity = %d",
         (int)activity);
    assert_true(may("registration", "wish_now", one, PLANNER));
    assert_true(may("registration", "view", one, ADVISER));
    assert_false(may("registration", "home", one, ADVISER) ||
                 may("registration", "needs", one, ADVISER));
    static const int others[] = {BERIT, PLANNER_TWO, SITE_ADMIN, COORDINATOR, ADMIN};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(may("registration", "view", one, others[i]));
    /* protected: nobody's but theirs and who allocates */
    must("UPDATE person SET protected = 1 WHERE id = %d", ANNE);
    assert_false(may("registration", "view", one, ADVISER));
    assert_true(may("registration", "view", one, PLANNER) &&
                may("registration", "view", one, ANNE));
    assert_string_equal(
        rows_joined("allocation/students", "registrations", ADVISER, listed, "name"), "");
    assert_string_equal(
        rows_joined("allocation/students", "registrations", PLANNER, listed, "name"), "Anne Prøve");
    assert_string_equal(
        rows_joined("allocation/students", "registrations", PLANNER, listed, "email"), "");
}

static void where_one_lives_is_told_by_oneself(void **state)
{
    (void)state;
    DONE(enter("people=821", class_a));
    DONE(ACT(registration_home, ANNE, to(ANNE),
             "municipality=301&car=1&reach=301&reach=4601&version=1"));
    assert_string_equal(text("SELECT CONCAT(municipality, ' ', car, ' ', version) FROM "
                             "registration WHERE id = %d",
                             (int)registration_of(activity, ANNE)),
                        "0301 1 2");
    assert_int_equal(rows("allocation/registration", "reach", ANNE, to(ANNE)), 2);
    assert_int_equal(rows("allocation/registration", "reach", ADVISER, to(ANNE)), 0);
    assert_string_equal(
        rows_joined("allocation/registration", "contact", ADVISER, to(ANNE), "home"), "");
    assert_string_equal(
        rows_joined("allocation/registration", "contact", PLANNER, to(ANNE), "home"), "Oslo");
    assert_int_equal(
        ACT(registration_home, PLANNER, to(ANNE), "municipality=4601&version=1").outcome,
        OUTCOME_STALE);
    refused("municipality:error.not_among",
            ACT(registration_home, ANNE, to(ANNE), "municipality=9999&version=2"));
    DONE(ACT(registration_home, PLANNER, to(ANNE), "version=2"));
    assert_int_equal(number("SELECT COUNT(*) FROM registration_reach WHERE registration = %d",
                            (int)registration_of(activity, ANNE)),
                     0);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(c.field, ' ', COALESCE(c.old_value, '-'), ' ', "
             "COALESCE(c.new_value, '-')) ORDER BY c.number SEPARATOR '; ') FROM event_change c "
             "WHERE c.event = (SELECT MAX(id) FROM event)"),
        "municipality Oslo -; car 1 0; reach Bergen, Oslo -");
}

static void needs_are_for_who_allocates(void **state)
{
    (void)state;
    DONE(enter("people=821", class_a));
    DONE(ACT(registration_needs, PLANNER, to(ANNE),
             "requirements=1&kind=employer&unit=2&version=1"));
    DONE(ACT(registration_needs, PLANNER, to(ANNE),
             "requirements=2&conflicts=99999&kind=interest&site=2&version=2&again=1"));
    int64_t first = number("SELECT MIN(id) FROM registration_conflict WHERE registration = %d",
                           (int)registration_of(activity, ANNE));
    char fields[120];
    /* what was there and is not ticked goes; what is ticked and not there is nothing */
    assert_string_equal(
        rows_joined("allocation/registration", "conflicts", PLANNER, to(ANNE), "kind"), "interest");
    snprintf(fields, sizeof fields, "conflicts=%d&kind=interest&site=2&version=3", (int)first);
    refused("site:error.conflict_already", ACT(registration_needs, PLANNER, to(ANNE), fields));
    snprintf(fields, sizeof fields, "conflicts=%d&kind=interest&site=1&unit=5&version=3",
             (int)first);
    refused("unit:error.unit_elsewhere", ACT(registration_needs, PLANNER, to(ANNE), fields));
    refused("site:error.required",
            ACT(registration_needs, PLANNER, to(ANNE), "kind=interest&version=3"));
    refused("kind:error.required", ACT(registration_needs, PLANNER, to(ANNE), "site=1&version=3"));
    assert_string_equal(
        rows_joined("allocation/registration", "requirements", PLANNER, to(ANNE), "name"), "Norsk");
    static const int others[] = {ANNE, ADVISER};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(rows("allocation/registration", "requirements", others[i], to(ANNE)), 0);
        assert_int_equal(rows("allocation/registration", "conflicts", others[i], to(ANNE)), 0);
        assert_string_equal(
            rows_joined("allocation/registration", "history", others[i], to(ANNE), "kind"),
            "registration.created");
        assert_int_equal(rows("allocation/registration", "changes", others[i], to(ANNE)), 1);
    }
    assert_string_equal(
        rows_joined("allocation/registration", "history", PLANNER, to(ANNE), "kind"),
        "registration.needs_changed|registration.needs_changed|registration.created");
    /* nothing of it stands in the activity's history, for anybody */
    char history[80];
    snprintf(history, sizeof history, "%s&q=", path);
    static const int readers[] = {PLANNER, ADVISER, SITE_ADMIN};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        assert_false(rows_have("ordering/activity_history", "history", readers[i], history, "kind",
                               "registration.needs_changed"));
    assert_false(rows_have("ordering/activity_history", "history", SITE_ADMIN, history, "kind",
                           "registrations.created"));
}

static void students_are_taken_over_with_what_they_need(void **state)
{
    (void)state;
    DONE(enter("people=821&people=822", class_a));
    DONE(enter("people=823", class_b));
    DONE(ACT(registration_home, ANNE, to(ANNE), "municipality=4601&reach=301&version=1"));
    DONE(ACT(registration_needs, PLANNER, to(ANNE),
             "requirements=1&kind=employer&site=1&version=2"));
    int64_t source = activity, source_class = class_a, other = plan("2027-05-01", "2027-05-31", 5);
    char address[120];
    snprintf(address, sizeof address, "activity=%d&from=%d&from_class=%d", (int)other, (int)source,
             (int)source_class);
    assert_string_equal(rows_joined("allocation/students_copy", "people", PLANNER, address, "name"),
                        "Anne Prøve|Berit Prøve");
    refused("people:error.not_registrable",
            ACT(students_copy, PLANNER, address, "people=821&people=823&needs=1"));
    DONE(ACT(students_copy, PLANNER, address, "people=821&needs=1"));
    DONE(ACT(students_copy, PLANNER, address, "people=822"));
    int64_t copied = registration_of(other, ANNE);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', x.municipality, (SELECT municipality FROM registration_reach "
             "WHERE registration = x.id), (SELECT requirement FROM registration_requirement WHERE "
             "registration = x.id), (SELECT CONCAT(kind, site) FROM registration_conflict WHERE "
             "registration = x.id)) FROM registration x WHERE x.id = %d",
             (int)copied),
        "4601 0301 1 employer1");
    assert_string_equal(text("SELECT new_value FROM event_change c JOIN event e ON e.id = c.event "
                             "WHERE e.activity = %d AND c.field = 'copied_from' LIMIT 1",
                             (int)other),
                        "Praksis");
    /* nobody is left to take over, and nobody from another institution's activity */
    assert_int_equal(rows("allocation/students_copy", "people", PLANNER, address), 0);
    must("UPDATE activity SET cancelled_at = NOW() WHERE id = %d", (int)other);
    assert_kept();
}

static void moving_to_a_class_shows_and_does_what_it_means(void **state)
{
    (void)state;
    DONE(enter("people=821&people=822", class_a));
    put(ANNE, SITE, WARD);
    put(BERIT, SITE, SURGERY);
    must("INSERT INTO class_closed_unit (activity, activity_class, site, unit) VALUES (%d, %d, 1, "
         "2)",
         (int)activity, (int)class_b);
    assert_string_equal(
        rows_joined("allocation/registration_move", "closed", PLANNER, to(ANNE), "unit_name"),
        "Post 1");
    assert_int_equal(rows("allocation/registration_move", "closed", PLANNER, to(BERIT)), 0);
    char fields[60];
    snprintf(fields, sizeof fields, "class=%d&version=1", (int)class_a);
    refused("class:error.not_among", ACT(registration_move, PLANNER, to(ANNE), fields));
    shared(BERIT, "2027-02-01", "2027-02-28");
    snprintf(fields, sizeof fields, "class=%d&version=1", (int)class_b);
    DONE(ACT(registration_move, PLANNER, to(ANNE), fields));
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE registration = %d AND unit IS "
                            "NULL AND locked = 0",
                            (int)registration_of(activity, ANNE)),
                     1);
    DONE(ACT(registration_move, PLANNER, to(BERIT), fields));
    assert_string_equal(text("SELECT CONCAT(l.unit, ' ', c.starts, ' ', c.ends) FROM allocation l "
                             "JOIN placement c ON c.registration = l.registration WHERE "
                             "l.registration = %d",
                             (int)registration_of(activity, BERIT)),
                        "4 2027-03-01 2027-03-31");
    assert_int_equal(number("SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE "
                            "e.activity = %d AND n.person = %d",
                            (int)activity, BERIT),
                     1);
}

static void who_withdraws_frees_the_place_and_all_are_told(void **state)
{
    (void)state;
    DONE(enter("people=821&people=822", class_a));
    put(ANNE, SITE, WARD);
    put(BERIT, SITE, SURGERY);
    shared(ANNE, "2027-02-01", "2027-02-28");
    must("INSERT INTO allocation_group (id, activity, kind) VALUES (77, %d, 'tandem')",
         (int)activity);
    must("UPDATE registration SET allocation_group = 77 WHERE activity = %d", (int)activity);
    assert_string_equal(
        rows_joined("allocation/registration_withdraw", "placement", PLANNER, to(ANNE), "stage"),
        "coming");
    assert_string_equal(
        rows_joined("allocation/registration_withdraw", "together", PLANNER, to(ANNE), "name"),
        "Berit Prøve");
    assert_string_equal(
        rows_joined("allocation/registration_withdraw", "contacts", PLANNER, to(ANNE), "id"), "7");
    must("DELETE FROM mail");
    must("DELETE FROM notice");
    DONE(ACT(registration_withdraw, PLANNER, to(ANNE), "version=1"));
    int64_t gone = registration_of(activity, ANNE);
    assert_string_equal(text("SELECT CONCAT(state, ' ', withdrawn_on) FROM registration WHERE id "
                             "= %d",
                             (int)gone),
                        "withdrawn 2026-11-21");
    assert_int_equal(number("SELECT COUNT(*) FROM placement WHERE registration = %d", (int)gone),
                     0);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE registration = %d AND unit IS "
                            "NOT NULL",
                            (int)gone),
                     0);
    /* nobody is alone in a group */
    assert_int_equal(number("SELECT COUNT(*) FROM allocation_group WHERE id = 77"), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM registration WHERE allocation_group = 77"), 0);
    /* the student and the site's coordinator, as the page said: once each */
    assert_string_equal(text("SELECT GROUP_CONCAT(person ORDER BY person) FROM notice"), "7,821");
    refused(":error.withdrawn_already", ACT(registration_withdraw, PLANNER, to(ANNE), "version=2"));
    refused(":error.withdrawn_already", ACT(registration_home, ANNE, to(ANNE), "version=2"));
    assert_kept();
    /* who comes back is the same registration, with what was known of it */
    DONE(enter("people=821", class_b));
    assert_int_equal(registration_of(activity, ANNE), gone);
    assert_string_equal(rows_joined("allocation/registration", "history", ANNE, to(ANNE), "kind"),
                        "registration.resumed|registration.withdrawn|registration.created");
    assert_kept();
}

static void one_that_runs_ends_today(void **state)
{
    (void)state;
    activity = plan("2026-11-01", "2026-12-20", 5);
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    DONE(ACT(students_new, PLANNER, path, "people=823"));
    put(CATO, SITE, WARD);
    shared(CATO, "2026-11-01", "2026-12-20");
    assert_string_equal(
        rows_joined("allocation/registration_withdraw", "placement", PLANNER, to(CATO), "stage"),
        "now");
    DONE(ACT(registration_withdraw, PLANNER, to(CATO), "version=1"));
    assert_string_equal(text("SELECT ended_on FROM placement WHERE registration = %d",
                             (int)registration_of(activity, CATO)),
                        "2026-11-21");
}

/* The version of a form is the browser's word: what happened since is no more than the page's own history. */
static void an_old_form_tells_a_student_nothing_of_their_place(void **state)
{
    (void)state;
    char since[80], fields[60];
    DONE(enter("people=821", class_a));
    put(ANNE, SITE, WARD);
    must("INSERT INTO class_closed_unit (activity, activity_class, site, unit) VALUES (%d, %d, %d, "
         "%d)",
         (int)activity, (int)class_b, SITE, WARD);
    DONE(ACT(registration_needs, PLANNER, to(ANNE), "version=1&requirements=1"));
    snprintf(fields, sizeof fields, "version=2&class=%d", (int)class_b);
    DONE(ACT(registration_move, PLANNER, to(ANNE), fields));
    snprintf(since, sizeof since, "thing=registration&id=%d&version=0",
             (int)registration_of(activity, ANNE));
    assert_string_equal(rows_joined("events/since", "events", ANNE, since, "kind"),
                        "registration.created|registration.moved");
    assert_string_equal(rows_joined("events/since", "changes", ANNE, since, "field"),
                        "class|class");
    assert_string_equal(rows_joined("allocation/registration", "changes", ANNE, to(ANNE), "field"),
                        "class|class");
    assert_string_equal(rows_joined("events/since", "events", ADVISER, since, "kind"),
                        "registration.created|registration.moved");
    assert_string_equal(rows_joined("events/since", "changes", ADVISER, since, "field"),
                        "class|class|unit");
    assert_string_equal(rows_joined("events/since", "changes", PLANNER, since, "field"),
                        "class|accommodation|class|unit");
}

static void the_list_is_narrowed(void **state)
{
    (void)state;
    char one[160];
    DONE(enter("people=821&people=822", class_a));
    DONE(enter("people=823&people=824", class_b));
    put(ANNE, SITE, WARD);
    must("UPDATE registration SET wishes_at = NOW() WHERE activity = %d AND person IN (%d, %d)",
         (int)activity, ANNE, CATO);
    DONE(ACT(registration_withdraw, PLANNER, to(DINA), "version=1"));
    static const struct {
        const char *asked, *names;
    } cases[] = {
        {"q=&class=&state=&wishes=&placed=", "Anne Prøve|Berit Prøve|Cato Prøve|Dina Prøve"},
        {"q=&class=&state=registered&wishes=&placed=", "Anne Prøve|Berit Prøve|Cato Prøve"},
        {"q=&class=&state=withdrawn&wishes=&placed=", "Dina Prøve"},
        {"q=&class=&state=&wishes=in&placed=", "Anne Prøve|Cato Prøve"},
        {"q=&class=&state=&wishes=missing&placed=", "Berit Prøve"},
        {"q=&class=&state=&wishes=&placed=placed", "Anne Prøve"},
        {"q=&class=&state=&wishes=&placed=locked", "Anne Prøve"},
        {"q=&class=&state=&wishes=in&placed=unplaced", "Cato Prøve"},
        {"q=ber&class=&state=&wishes=&placed=", "Berit Prøve"},
        {"q=p823@&class=&state=&wishes=&placed=", "Cato Prøve"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(one, sizeof one, "%s&%s", path, cases[i].asked);
        assert_string_equal(
            rows_joined("allocation/students", "registrations", PLANNER, one, "name"),
            cases[i].names);
    }
    snprintf(one, sizeof one, "%s&q=&class=%d&state=&wishes=&placed=", path, (int)class_b);
    assert_int_equal(total("allocation/students", "registrations", PLANNER, one), 2);
    assert_string_equal(rows_joined("allocation/students", "counts", PLANNER, path, "registered"),
                        "3");
    assert_string_equal(rows_joined("allocation/students", "counts", PLANNER, path, "placed"), "1");
}

#define TEST(name) cmocka_unit_test_setup(name, fresh)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(several_are_registered_at_once),
        TEST(only_who_may_be_is_registered),
        TEST(candidates_are_the_programmes_or_whom_one_looks_for),
        TEST(who_may_do_what),
        TEST(where_one_lives_is_told_by_oneself),
        TEST(needs_are_for_who_allocates),
        TEST(students_are_taken_over_with_what_they_need),
        TEST(moving_to_a_class_shows_and_does_what_it_means),
        TEST(who_withdraws_frees_the_place_and_all_are_told),
        TEST(one_that_runs_ends_today),
        TEST(an_old_form_tells_a_student_nothing_of_their_place),
        TEST(the_list_is_narrowed),
    };
    return cmocka_run_group_tests(tests, set_up, action_tear_down);
}
