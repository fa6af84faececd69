/* Sharing an allocation: before it nothing is seen, with it everyone sees what is theirs and is told once, and so with every
 * change of it afterwards. */
#include "../../fcgi/workflow/allocation_share.h"
#include "support_action.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

action_function allocation_share, allocation_placement_supervisor;

enum {
    VERA = 801, /* supervisors of site 1 and 2, a lecturer, students */
    VIDAR,
    VIGDIS,
    LECTURER = 810,
    ONE = 821,
    TWO,
    THREE,
    FOUR,
    WARD = 2, /* units of site 1 and 2 */
    SURGERY = 4,
    SCHOOL = 5
};
static int64_t activity, class_a, class_b;
static char path[40], listed[80];

#define LISTED "&q=&state=&class=&site=&kind="

static void person(int id, const char *name, const char *role, int institution, int site)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'p%d@example.org')",
         id, name, id);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         id);
    must("INSERT INTO person_grant (person, role, institution, site, valid_from) VALUES (%d, '%s', "
         "NULLIF(%d, 0), NULLIF(%d, 0), '2020-01-01')",
         id, role, institution, site);
}

static int set_up(void **state)
{
    if (post_set_up(state) != 0)
        return -1;
    person(VERA, "Vera", "supervisor", 0, SITE);
    person(VIDAR, "Vidar", "supervisor", 0, SITE);
    person(VIGDIS, "Vigdis", "supervisor", 0, SITE_TWO);
    person(LECTURER, "Lars", "lecturer", INSTITUTION, 0);
    static const char *const names[] = {"Anne", "Berit", "Cato", "Dina"};
    for (int i = 0; i < 4; i++)
        person(ONE + i, names[i], "student", INSTITUTION, 0);
    return 0;
}

static void registered(int student, int64_t class)
{
    must("INSERT INTO registration (institution, activity, activity_class, person) VALUES (1, %d, "
         "NULLIF(%d, 0), %d)",
         (int)activity, (int)class, student);
    must("INSERT INTO allocation (registration, activity) SELECT id, activity FROM registration "
         "WHERE activity = %d AND person = %d",
         (int)activity, student);
}

/* unit 0: nowhere. */
static void allocated(int student, int unit, int supervisor)
{
    must("UPDATE allocation w JOIN registration r ON r.id = w.registration "
         "SET w.unit = NULLIF(%d, 0), w.site = (SELECT u.site FROM unit u WHERE u.id = %d), "
         "w.supervisor = NULLIF(%d, 0), w.lecturer = %d, w.version = w.version + 1 "
         "WHERE r.activity = %d AND r.person = %d",
         unit, unit, supervisor, LECTURER, (int)activity, student);
}

/* Three are allocated (two at site 1, one at site 2), the fourth nowhere; no notice is left of the way there. */
static int fresh(void **state)
{
    (void)state;
    activity = plan("2027-02-01", "2027-03-31", 10);
    must("DELETE FROM share_change");
    must("DELETE FROM share");
    must("DELETE FROM placement");
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    snprintf(listed, sizeof listed, "%s" LISTED, path);
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "letter=A&starts=2027-02-01&ends=2027-02-28&places_wanted=5&version=0"));
    DONE(ORDERING(class_new, "class", PLANNER, path,
                  "letter=B&starts=2027-03-01&ends=2027-03-31&places_wanted=5&version=0"));
    class_a =
        number("SELECT id FROM activity_class WHERE activity = %d AND letter = 'A'", (int)activity);
    class_b =
        number("SELECT id FROM activity_class WHERE activity = %d AND letter = 'B'", (int)activity);
    ask(activity, SITE, 5);
    ask(activity, SITE_TWO, 5);
    registered(ONE, class_a);
    registered(TWO, class_a);
    registered(THREE, class_b);
    registered(FOUR, class_b);
    allocated(ONE, WARD, VERA);
    allocated(TWO, SURGERY, VERA);
    allocated(THREE, SCHOOL, 0);
    must("UPDATE activity_count SET registered = 4 WHERE activity = %d", (int)activity);
    must("DELETE FROM mail");
    must("DELETE FROM notice");
    return 0;
}

static struct done share_seen(const char *version)
{
    char fields[60];
    snprintf(fields, sizeof fields, "version=%s", version);
    return act(allocation_share, "allocation/share", "share", PLANNER, path, fields);
}
static struct done share(void)
{
    char seen[40];
    snprintf(seen, sizeof seen, "%s",
             rows_joined("allocation/share", "seen", PLANNER, listed, "version"));
    return share_seen(seen);
}
static void shared(void)
{
    struct done done = share();
    assert_string_equal(done.errors, "");
    DONE(done);
    must("DELETE FROM mail");
    must("DELETE FROM notice");
}
/* "kind:person kind:person": everyone told since, each once. */
static const char *told(void)
{
    assert_int_equal(number("SELECT COUNT(*) - COUNT(DISTINCT person) FROM notice"), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), number("SELECT COUNT(*) FROM notice"));
    return text(
        "SELECT GROUP_CONCAT(kind, ':', person ORDER BY kind, person SEPARATOR ' ') FROM notice");
}
/* "unit/supervisor/ended" of a student's placement; "" when there is none. */
static const char *placed(int student)
{
    return text(
        "SELECT CONCAT(unit, '/', COALESCE(supervisor, ''), '/', COALESCE(ended_on, '')) FROM "
        "placement WHERE activity = %d AND person = %d",
        (int)activity, student);
}
static int64_t placement(int student)
{
    return number("SELECT id FROM placement WHERE activity = %d AND person = %d", (int)activity,
                  student);
}
static int64_t registration(int student)
{
    return number("SELECT id FROM registration WHERE activity = %d AND person = %d", (int)activity,
                  student);
}
static size_t sees(int64_t viewer)
{
    return rows("allocation/allocation", "placements", viewer, listed);
}

static void before_nothing_is_seen(void **state)
{
    (void)state;
    static const int64_t viewers[] = {PLANNER, COORDINATOR, SITE_ADMIN_TWO, VERA, LECTURER, ONE};
    for (size_t i = 0; i < sizeof viewers / sizeof *viewers; i++)
        assert_int_equal(sees(viewers[i]), 0);
    assert_false(may("activity", "view", activity, VERA));
    assert_false(may("activity", "view", activity, ONE));
    assert_false(may("activity", "allocate", activity, COORDINATOR));
    assert_string_equal(told(), "");
}

static void each_sees_what_is_theirs_and_is_told_once(void **state)
{
    (void)state;
    struct done done = share();
    DONE(done);
    assert_string_equal(done.flash, "allocation_shared");
    /* site 1 by its coordinator though two students come, site 2 by its administrator, who has none; not who shared */
    char expected[300];
    snprintf(expected, sizeof expected,
             "allocation_shared:%d allocation_shared:%d allocation_shared:%d allocation_shared:%d "
             "placement_shared:%d placement_shared:%d placement_shared:%d",
             SITE_ADMIN_TWO, COORDINATOR, VERA, LECTURER, ONE, TWO, THREE);
    assert_string_equal(told(), expected);
    assert_string_equal(placed(ONE), "2/801/");
    assert_string_equal(placed(FOUR), "");
    assert_string_equal(text("SELECT CONCAT(starts, ' ', ends) FROM placement WHERE id = %d",
                             (int)placement(THREE)),
                        "2027-03-01 2027-03-31");
    assert_int_equal(sees(PLANNER), 3);
    assert_int_equal(sees(ADVISER), 3);
    assert_int_equal(sees(COORDINATOR), 2);
    assert_int_equal(sees(SITE_ADMIN_TWO), 1);
    assert_int_equal(sees(VERA), 2);
    assert_int_equal(sees(VIDAR), 0);
    assert_int_equal(sees(LECTURER), 3);
    assert_int_equal(sees(ONE), 1);
    assert_int_equal(sees(PLANNER_TWO), 0);
    assert_true(may("activity", "view", activity, VERA));
    assert_false(may("activity", "view", activity, VIDAR));
    assert_int_equal(
        number("SELECT shares FROM allocation_plan WHERE activity = %d", (int)activity), 1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'allocation.shared' AND activity = %d",
               (int)activity),
        1);
    assert_kept();
}

static void who_may_open_a_placement(void **state)
{
    (void)state;
    shared();
    int64_t one = placement(ONE);
    static const struct {
        int64_t viewer;
        bool view, supervise;
    } cases[] = {{ONE, true, false},
                 {TWO, false, false},
                 {VERA, true, false},
                 {VIDAR, false, false},
                 {LECTURER, true, false},
                 {COORDINATOR, true, true},
                 {SITE_ADMIN, true, true},
                 {PLANNER, true, false},
                 {ADVISER, true, false},
                 {PLANNER_TWO, false, false},
                 {SITE_ADMIN_TWO, false, false},
                 {ADMIN, false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(may("placement", "view", one, cases[i].viewer), cases[i].view);
        assert_int_equal(may("placement", "supervise_now", one, cases[i].viewer),
                         cases[i].supervise);
    }
    /* who no longer works there follows nobody there */
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE person IN (%d, %d)", VERA,
         LECTURER);
    assert_false(may("placement", "view", one, VERA));
    assert_false(may("placement", "view", one, LECTURER));
    assert_int_equal(sees(VERA), 0);
    must("UPDATE person_grant SET valid_to = NULL WHERE person IN (%d, %d)", VERA, LECTURER);
}

static void a_protected_student_is_named_to_who_allocates(void **state)
{
    (void)state;
    must("UPDATE person SET protected = 1 WHERE id = %d", ONE);
    shared();
    assert_true(
        rows_have("allocation/allocation", "placements", PLANNER, listed, "student", "Anne Prøve"));
    assert_true(
        rows_have("allocation/allocation", "placements", ONE, listed, "student", "Anne Prøve"));
    static const int64_t others[] = {COORDINATOR, VERA, LECTURER, ADVISER};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(rows_have("allocation/allocation", "placements", others[i], listed, "student",
                               "Anne Prøve"));
        assert_true(rows_have("allocation/allocation", "placements", others[i], listed,
                              "student_withheld", "1"));
    }
    assert_false(rows_have("allocation/allocation", "placements", PLANNER, listed, "student_email",
                           "p821@example.org"));
    char search[100];
    snprintf(search, sizeof search, "%s&q=Anne&state=&class=&site=", path);
    assert_int_equal(rows("allocation/allocation", "placements", COORDINATOR, search), 0);
    must("UPDATE person SET protected = 0 WHERE id = %d", ONE);
}

static void a_protected_supervisor_is_not_named_to_who_shares(void **state)
{
    (void)state;
    assert_true(
        rows_have("allocation/share", "changes", PLANNER, listed, "supervisor", "Vera Prøve"));
    must("UPDATE person SET protected = 1 WHERE id = %d", VERA);
    bool named =
        rows_have("allocation/share", "changes", PLANNER, listed, "supervisor", "Vera Prøve");
    must("UPDATE person SET protected = 0 WHERE id = %d", VERA);
    assert_false(named);
}

static void what_was_seen_is_what_is_shared(void **state)
{
    (void)state;
    char seen[40];
    snprintf(seen, sizeof seen, "%s",
             rows_joined("allocation/share", "seen", PLANNER, listed, "version"));
    allocated(FOUR, SCHOOL, VIGDIS);
    refused(":error.share_changed", share_seen(seen));
    assert_int_equal(sees(PLANNER), 0);
    assert_string_equal(told(), "");
    shared();
    refused(":error.share_changed", share_seen(seen));
    refused(":error.nothing_to_share", share());
    assert_int_equal(number("SELECT COUNT(*) FROM share WHERE activity = %d", (int)activity), 1);
    must("UPDATE activity SET cancelled_at = NOW(), cancel_reason = 'x' WHERE id = %d",
         (int)activity);
    allocated(FOUR, 0, 0);
    refused(":error.activity_cancelled", share());
}

static void changes_reach_those_they_concern(void **state)
{
    (void)state;
    shared();
    allocated(ONE, SCHOOL, VIGDIS); /* from site 1 to 2 */
    allocated(TWO, SURGERY, VIDAR); /* another supervisor */
    allocated(THREE, 0, 0);         /* out again, before it began */
    allocated(FOUR, WARD, 0);       /* new */
    assert_string_equal(placed(ONE), "2/801/");
    assert_int_equal(sees(VIGDIS), 0);
    struct done done = share();
    assert_string_equal(done.flash, "allocation_changes_shared");
    char expected[400];
    snprintf(
        expected, sizeof expected,
        "allocation_changed:%d allocation_changed:%d allocation_changed:%d allocation_changed:%d "
        "allocation_changed:%d allocation_changed:%d placement_changed:%d placement_changed:%d "
        "placement_ended:%d placement_shared:%d",
        SITE_ADMIN_TWO, COORDINATOR, VERA, VIDAR, VIGDIS, LECTURER, ONE, TWO, THREE, FOUR);
    assert_string_equal(told(), expected);
    assert_string_equal(placed(ONE), "5/803/");
    assert_string_equal(placed(TWO), "4/802/");
    assert_string_equal(placed(THREE), "");
    assert_string_equal(placed(FOUR), "2//");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.kind ORDER BY c.registration SEPARATOR ' ') FROM share h JOIN "
             "share_change c ON c.share = h.id WHERE h.activity = %d AND h.number = 2",
             (int)activity),
        "moved people ended placed");
    assert_int_equal(sees(VERA), 0);
    assert_false(may("placement", "view", placement(ONE), COORDINATOR));
    /* history keeps every version, also of the one that is gone */
    assert_int_equal(number("SELECT COUNT(*) FROM placement FOR SYSTEM_TIME ALL WHERE activity = "
                            "%d AND person = %d",
                            (int)activity, THREE),
                     1);
    /* the site the student comes to is not told where from; institution and student are */
    char shown[40];
    snprintf(shown, sizeof shown, "placement=%d", (int)placement(ONE));
    assert_string_equal(
        rows_joined("allocation/placement", "changes", SITE_ADMIN_TWO, shown, "old_unit"), "");
    assert_string_equal(
        rows_joined("allocation/placement", "changes", SITE_ADMIN_TWO, shown, "kind"), "moved");
    assert_string_equal(rows_joined("allocation/placement", "changes", ONE, shown, "kind"),
                        "moved|placed");
    assert_true(rows_have("allocation/placement", "changes", PLANNER, shown, "old_unit", "Post 1"));
}

static void one_broken_off_keeps_its_days_and_may_begin_again(void **state)
{
    (void)state;
    shared();
    must("UPDATE placement SET starts = '2026-11-02' WHERE id = %d", (int)placement(ONE));
    allocated(ONE, 0, 0);
    shared();
    assert_string_equal(placed(ONE), "2/801/2026-11-21");
    assert_false(may("placement", "supervise_now", placement(ONE), COORDINATOR));
    allocated(ONE, SCHOOL, 0);
    shared();
    assert_string_equal(placed(ONE), "5//");
}

/* What a withdrawal does (workflow/allocation_registration.c): its own change and event, then this. */
static enum outcome withdraw_one(struct action *action)
{
    action_event(action, "registration.withdrawn", "registration", registration(ONE));
    assert_true(allocation_share_one(action, activity, registration(ONE)));
    return action_go(action, "x", "/");
}
/* Of whom nothing was shared. */
static enum outcome withdraw_four(struct action *action)
{
    action_event(action, "registration.withdrawn", "registration", registration(FOUR));
    assert_false(allocation_share_one(action, activity, registration(FOUR)));
    return action_go(action, "x", "/");
}

static void one_students_change_is_theirs_alone(void **state)
{
    (void)state;
    shared();
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-21' WHERE id = %d",
         (int)registration(ONE));
    allocated(THREE, WARD, VIDAR); /* not shared yet, and not by this */
    must("UPDATE activity_count SET registered = 3 WHERE activity = %d", (int)activity);
    DONE(act(withdraw_four, "allocation/share", "share", PLANNER, path, "version=0"));
    assert_string_equal(told(), "");
    assert_int_equal(number("SELECT COUNT(*) FROM share WHERE activity = %d", (int)activity), 1);
    DONE(act(withdraw_one, "allocation/share", "share", PLANNER, path, "version=0"));
    char expected[200];
    snprintf(expected, sizeof expected,
             "allocation_changed:%d allocation_changed:%d allocation_changed:%d placement_ended:%d",
             COORDINATOR, VERA, LECTURER, ONE);
    assert_string_equal(told(), expected);
    assert_string_equal(placed(ONE), "");
    assert_string_equal(placed(THREE), "5//");
}

static struct done choose(int64_t viewer, int64_t of, const char *fields)
{
    char shown[40];
    snprintf(shown, sizeof shown, "placement=%d", (int)of);
    return act(allocation_placement_supervisor, "allocation/placement_supervisor",
               "placement_supervisor", viewer, shown, fields);
}

static void a_site_changes_its_supervisor_after_speaking(void **state)
{
    (void)state;
    shared();
    int64_t one = placement(ONE);
    char shown[40];
    snprintf(shown, sizeof shown, "placement=%d", (int)one);
    assert_true(rows_have("allocation/placement_supervisor", "supervisors", COORDINATOR, shown,
                          "id", "802"));
    assert_false(rows_have("allocation/placement_supervisor", "supervisors", COORDINATOR, shown,
                           "id", "803"));
    assert_string_equal(rows_joined("allocation/placement_supervisor", "supervisors", COORDINATOR,
                                    shown, "students"),
                        "2|0");
    assert_true(rows("allocation/placement_supervisor", "contacts", COORDINATOR, shown) > 0);
    refused("spoken:error.not_spoken", choose(COORDINATOR, one, "supervisor=802&version=1"));
    refused("supervisor:error.not_among",
            choose(COORDINATOR, one, "supervisor=803&spoken=1&version=1"));
    refused("supervisor:error.supervisor_same",
            choose(COORDINATOR, one, "supervisor=801&spoken=1&version=1"));
    assert_int_equal(choose(COORDINATOR, one, "supervisor=802&spoken=1&version=7").outcome,
                     OUTCOME_STALE);
    assert_string_equal(told(), "");
    DONE(choose(COORDINATOR, one, "supervisor=802&spoken=1&reason=Natt&version=1"));
    char expected[200];
    snprintf(expected, sizeof expected,
             "placement_changed:%d supervisor_changed:%d supervisor_changed:%d "
             "supervisor_changed:%d supervisor_changed:%d",
             ONE, PLANNER, VERA, VIDAR, LECTURER);
    assert_string_equal(told(), expected);
    /* an old form tells it to the site, not to another one that has the student next */
    char since[60];
    snprintf(since, sizeof since, "thing=placement&id=%d&version=0", (int)one);
    assert_int_equal(rows("events/since", "events", COORDINATOR, since), 1);
    assert_int_equal(rows("events/since", "events", SITE_ADMIN_TWO, since), 0);
    assert_string_equal(placed(ONE), "2/802/");
    assert_int_equal(
        number("SELECT supervisor FROM allocation WHERE registration = %d", (int)registration(ONE)),
        VIDAR);
    refused(":error.nothing_to_share", share());
    /* whom the institution has put elsewhere meanwhile stays there */
    allocated(ONE, SCHOOL, VIGDIS);
    DONE(choose(COORDINATOR, one, "supervisor=801&spoken=1&version=2"));
    assert_int_equal(
        number("SELECT supervisor FROM allocation WHERE registration = %d", (int)registration(ONE)),
        VIGDIS);
    must("UPDATE placement SET starts = '2026-10-01', ends = '2026-11-20' WHERE id = %d", (int)one);
    refused(":error.placement_over", choose(COORDINATOR, one, "supervisor=802&spoken=1&version=3"));
}

static void the_days_of_a_placement_follow_its_class(void **state)
{
    (void)state;
    shared();
    char class[40];
    snprintf(class, sizeof class, "class=%d", (int)class_a);
    DONE(ORDERING(class_edit, "class", PLANNER, class,
                  "letter=A&starts=2027-02-08&ends=2027-03-05&places_wanted=5&version=1"));
    assert_string_equal(text("SELECT GROUP_CONCAT(starts, ' ', ends ORDER BY person SEPARATOR ', "
                             "') FROM placement WHERE activity = %d",
                             (int)activity),
                        "2027-02-08 2027-03-05, 2027-02-08 2027-03-05, 2027-03-01 2027-03-31");
    char expected[200];
    snprintf(expected, sizeof expected,
             "allocation_changed:%d allocation_changed:%d allocation_changed:%d "
             "placement_changed:%d placement_changed:%d",
             COORDINATOR, VERA, LECTURER, ONE, TWO);
    assert_string_equal(told(), expected);
    must("DELETE FROM mail");
    must("DELETE FROM notice");
    /* an activity's own days concern nobody whose class has its own */
    DONE(ORDERING(activity_edit, "activity", PLANNER, path,
                  "name=Praksis&starts=2027-01-25&ends=2027-04-02&places_wanted=10&version=1"));
    assert_string_equal(told(), "");
}

static void a_class_with_students_stays(void **state)
{
    (void)state;
    char class[40];
    snprintf(class, sizeof class, "class=%d", (int)class_a);
    must("INSERT INTO class_closed_unit (activity, activity_class, site, unit) VALUES (%d, %d, %d, "
         "%d)",
         (int)activity, (int)class_a, SITE, SURGERY);
    refused(":error.class_in_use", ORDERING(class_remove, "remove", PLANNER, class, "version=1"));
    must("UPDATE registration SET state = 'withdrawn', withdrawn_on = '2026-11-21' WHERE "
         "activity_class = %d",
         (int)class_a);
    must("UPDATE activity_count SET registered = 2 WHERE activity = %d", (int)activity);
    DONE(ORDERING(class_remove, "remove", PLANNER, class, "version=1"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM registration WHERE activity = %d AND activity_class IS NULL",
               (int)activity),
        2);
}

static void cancelling_ends_every_placement(void **state)
{
    (void)state;
    shared();
    must("UPDATE placement SET starts = '2026-11-02' WHERE id = %d", (int)placement(ONE));
    DONE(ORDERING(activity_cancel, "cancel", PLANNER, path, "reason=Stengt&version=1"));
    assert_string_equal(placed(ONE), "2/801/2026-11-21");
    assert_string_equal(placed(TWO), "");
    char expected[300];
    snprintf(expected, sizeof expected,
             "activity_cancelled:%d activity_cancelled:%d activity_cancelled:%d "
             "activity_cancelled:%d activity_cancelled:%d "
             "placement_ended:%d placement_ended:%d placement_ended:%d",
             SITE_ADMIN_TWO, COORDINATOR, VERA, LECTURER, FOUR, ONE, TWO, THREE);
    assert_string_equal(told(), expected);
    assert_kept();
}

/* All letters that were sent, decoded; the folder is empty after. */
static const char *letters(void)
{
    static char bytes[200000];
    char command[500];
    snprintf(
        command, sizeof command,
        "cd %s && for f in *.eml; do python3 -c 'import email, email.policy, sys; m = "
        "email.message_from_binary_file(open(sys.argv[1], \"rb\"), policy=email.policy.default); "
        "print(m[\"subject\"]); print(m.get_body((\"plain\",)).get_content())' $f; done > all.txt; "
        "rm -f *.eml",
        post_folder);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command, "%s/all.txt", post_folder);
    FILE *file = fopen(command, "r");
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    fclose(file);
    return bytes;
}

static void every_letter_reads_well(void **state)
{
    (void)state;
    static const char *const langs[] = {"nb", "nn", "sv", "en"};
    static const char *const signs[] = {"2 nye studenter", "2 nye studentar", "2 nya studenter",
                                        "2 new students"};
    for (size_t i = 0; i < 4; i++) {
        fresh(NULL);
        must("UPDATE person SET lang = '%s'", langs[i]);
        allocated(TWO, WARD, VERA);
        DONE(share());
        allocated(ONE, SCHOOL, VIGDIS);
        allocated(THREE, 0, 0);
        DONE(share());
        DONE(choose(SITE_ADMIN, placement(TWO), "supervisor=802&spoken=1&version=1"));
        send_all();
        assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
        assert_int_equal(number("SELECT COUNT(DISTINCT kind) FROM mail"), 6);
        const char *text = letters();
        assert_null(strstr(text, "[["));
        assert_null(strstr(text, "{@"));
        assert_null(strstr(text, ": \n"));
        assert_non_null(strstr(text, signs[i]));
    }
    must("UPDATE person SET lang = 'nb'");
}

static void no_letter_names_a_student_to_others(void **state)
{
    (void)state;
    DONE(share());
    DONE(choose(SITE_ADMIN, placement(TWO), "supervisor=802&spoken=1&version=1"));
    must("DELETE FROM mail WHERE person >= %d", ONE);
    send_all();
    const char *text = letters();
    assert_non_null(strstr(text, "Vidar"));
    assert_null(strstr(text, "Anne"));
    assert_null(strstr(text, "Berit"));
    assert_null(strstr(text, "Cato"));
}

static void students_now_soon_and_earlier(void **state)
{
    (void)state;
    shared();
    must("UPDATE placement SET starts = '2026-11-02', ends = '2026-12-02' WHERE id = %d",
         (int)placement(ONE));
    must("UPDATE placement SET starts = '2026-10-02', ends = '2026-11-20' WHERE id = %d",
         (int)placement(TWO));
    static const struct {
        const char *view, *site, *institution, *supervisor, *other;
    } views[] = {{"", "Anne Prøve", "Anne Prøve", "Anne Prøve", ""},
                 {"now", "Anne Prøve", "Anne Prøve", "Anne Prøve", ""},
                 {"coming", "", "Cato Prøve", "", "Cato Prøve"},
                 {"earlier", "Berit Prøve", "Berit Prøve", "Berit Prøve", ""}};
    for (size_t i = 0; i < 4; i++) {
        char asked[80];
        snprintf(asked, sizeof asked, "view=%s&q=&site=&institution=", views[i].view);
        assert_string_equal(
            rows_joined("allocation/placements", "placements", COORDINATOR, asked, "student"),
            views[i].site);
        assert_string_equal(
            rows_joined("allocation/placements", "placements", PLANNER, asked, "student"),
            views[i].institution);
        assert_string_equal(
            rows_joined("allocation/placements", "placements", VERA, asked, "student"),
            views[i].supervisor);
        assert_string_equal(
            rows_joined("allocation/placements", "placements", SITE_ADMIN_TWO, asked, "student"),
            views[i].other);
        assert_string_equal(
            rows_joined("allocation/placements", "placements", PLANNER_TWO, asked, "student"), "");
        assert_int_equal(total("allocation/placements", "placements", PLANNER, asked),
                         *views[i].institution ? 1 : 0);
        assert_int_equal(total("allocation/placements", "placements", VERA, asked),
                         *views[i].supervisor ? 1 : 0);
    }
    search_fill();
    assert_string_equal(rows_joined("search/search", "students", COORDINATOR, "q=anne", "name"),
                        "Anne Prøve");
    assert_string_equal(rows_joined("search/search", "students", COORDINATOR, "q=cato", "name"),
                        "");
    assert_string_equal(rows_joined("search/search", "students", VERA, "q=berit", "name"),
                        "Berit Prøve");
    assert_string_equal(rows_joined("search/search", "students", VIDAR, "q=berit", "name"), "");
}

static void notices_lead_where_one_may_go(void **state)
{
    (void)state;
    DONE(share());
    char address[60];
    snprintf(address, sizeof address, "/placements/%d", (int)placement(ONE));
    assert_string_equal(
        rows_joined("notices/notices", "notices", ONE, "q=&state=&topic=", "address"), address);
    snprintf(address, sizeof address, "/activities/%d/allocation", (int)activity);
    assert_string_equal(
        rows_joined("notices/notices", "notices", VERA, "q=&state=&topic=", "address"), address);
    assert_string_equal(
        rows_joined("notices/notices", "notices", COORDINATOR, "q=&state=&topic=", "address"),
        address);
    /* who follows nobody there any more is led nowhere */
    must("UPDATE placement SET supervisor = NULL WHERE activity = %d", (int)activity);
    assert_string_equal(
        rows_joined("notices/notices", "notices", VERA, "q=&state=&topic=", "address"), "");
}

#define TEST(name) cmocka_unit_test_setup(name, fresh)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(before_nothing_is_seen),
        TEST(each_sees_what_is_theirs_and_is_told_once),
        TEST(who_may_open_a_placement),
        TEST(a_protected_student_is_named_to_who_allocates),
        TEST(a_protected_supervisor_is_not_named_to_who_shares),
        TEST(what_was_seen_is_what_is_shared),
        TEST(changes_reach_those_they_concern),
        TEST(one_broken_off_keeps_its_days_and_may_begin_again),
        TEST(one_students_change_is_theirs_alone),
        TEST(a_site_changes_its_supervisor_after_speaking),
        TEST(the_days_of_a_placement_follow_its_class),
        TEST(a_class_with_students_stays),
        TEST(cancelling_ends_every_placement),
        TEST(every_letter_reads_well),
        TEST(no_letter_names_a_student_to_others),
        TEST(students_now_soon_and_earlier),
        TEST(notices_lead_where_one_may_go),
    };
    return cmocka_run_group_tests(tests, set_up, post_tear_down);
}
