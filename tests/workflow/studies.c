/* Programmes, courses and course instances, by their actions and pages. */
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

action_function studies_programme_new, studies_programme_edit, studies_course_new,
    studies_course_edit, studies_instance_new, studies_instance_edit;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(studies_##name, "studies/" #name, form, viewer, path, fields)

static void from_programme_to_instance(void **state)
{
    (void)state;
    struct done done = ACT(programme_new, "programme_new", PLANNER, "",
                           "institution=1&code=SYK&name=Sjukepleie&name_en=Nursing");
    DONE(done);
    assert_string_equal(done.location, "/programmes/1");
    done = ACT(course_new, "course", PLANNER, "programme=1",
               "version=0&code=SYK150&name=Praksis&credits=7,5&institution=2");
    DONE(done);
    assert_string_equal(done.location, "/courses/1");
    assert_string_equal(
        text("SELECT CONCAT(institution, ' ', programme, ' ', credits) FROM course WHERE id = 1"),
        "1 1 7.5");
    done = ACT(instance_new, "instance", PLANNER, "course=1",
               "version=0&code=SYK150-27V&starts=2027-01-04&ends=2027-06-20");
    DONE(done);
    assert_string_equal(
        text(
            "SELECT CONCAT(institution, ' ', course, ' ', term) FROM course_instance WHERE id = 1"),
        "1 1 2027-1");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE institution = 1 AND area = 'studies' AND kind IN "
               "('programme.created', 'course.created', 'instance.created') AND thing_id = 1"),
        3);
}

static void codes_are_one_institutions_own(void **state)
{
    (void)state;
    assert_string_equal(
        ACT(programme_new, "programme_new", PLANNER, "", "institution=1&code=SYK&name=X").errors,
        "code:error.taken");
    struct done done = ACT(programme_new, "programme_new", PLANNER_TWO, "",
                           "institution=2&code=SYK&name=Sjukepleie");
    DONE(done);
    assert_string_equal(
        ACT(course_new, "course", PLANNER, "programme=1", "version=0&code=SYK150&name=X&credits=5")
            .errors,
        "code:error.taken");
    done = ACT(course_new, "course", PLANNER_TWO, "programme=2",
               "version=0&code=SYK150&name=X&credits=5");
    DONE(done);
    assert_string_equal(ACT(instance_new, "instance", PLANNER, "course=1",
                            "version=0&code=SYK150-27V&starts=2027-01-04&ends=2027-06-20")
                            .errors,
                        "code:error.taken");
}

static void a_forged_institution_is_not_there(void **state)
{
    (void)state;
    struct done done =
        ACT(programme_new, "programme_new", PLANNER, "", "institution=2&code=NEW&name=X");
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_string_equal(done.errors, "institution:error.unknown");
    done = ACT(programme_new, "programme_new", ADVISER, "", "institution=1&code=NEW&name=X");
    assert_string_equal(done.errors, "institution:error.unknown");
    assert_int_equal(number("SELECT COUNT(*) FROM programme WHERE code = 'NEW'"), 0);
}

static void days_go_forward(void **state)
{
    (void)state;
    assert_string_equal(ACT(instance_new, "instance", PLANNER, "course=1",
                            "version=0&code=B&starts=2027-06-20&ends=2027-06-19")
                            .errors,
                        "ends:error.end_before_start");
    assert_string_equal(ACT(instance_edit, "instance", PLANNER, "instance=1",
                            "code=B&starts=2027-06-20&ends=2027-06-19&version=1")
                            .errors,
                        "ends:error.end_before_start");
    assert_int_equal(ACT(instance_new, "instance", PLANNER, "course=1",
                         "version=0&code=B&starts=31.02.2027&ends=2027-06-19")
                         .outcome,
                     OUTCOME_INVALID);
    assert_int_equal(
        ACT(course_new, "course", PLANNER, "programme=1", "version=0&code=C&name=C&credits=-1")
            .outcome,
        OUTCOME_INVALID);
}

static void edits_keep_history_and_see_each_other(void **state)
{
    (void)state;
    struct done done =
        ACT(course_edit, "course", PLANNER, "course=1",
            "code=SYK150&name=Praksis+i+sjukehus&credits=15&version=1&programme=2&institution=2");
    DONE(done);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(field, '=', old_value, '>', new_value) ORDER BY number) "
             "FROM event_change "
             "WHERE event = (SELECT MAX(id) FROM event WHERE kind = 'course.changed')"),
        "name=Praksis>Praksis i sjukehus,credits=7.5>15.0");
    assert_int_equal(number("SELECT institution FROM course WHERE id = 1 AND programme = 1"), 1);
    assert_int_equal(
        ACT(course_edit, "course", PLANNER, "course=1", "code=SYK150&name=Y&credits=15&version=1")
            .outcome,
        OUTCOME_STALE);
    done = ACT(programme_edit, "programme", PLANNER, "programme=1",
               "code=SYK&name=Bachelor&version=1");
    DONE(done);
    done = ACT(instance_edit, "instance", PLANNER, "instance=1",
               "code=SYK150-27H&starts=2027-08-15&ends=2027-12-20&version=1");
    DONE(done);
    assert_string_equal(text("SELECT term FROM course_instance WHERE id = 1"), "2027-2");
    assert_int_equal(rows("studies/course", "history", PLANNER, "course=1"), 2);
    assert_int_equal(rows("studies/course", "history", STUDENT, "course=1"), 0);
}

static void each_sees_their_own_institutions_studies(void **state)
{
    (void)state;
    assert_true(may("programme", "view", 1, STUDENT));
    assert_false(may("programme", "edit", 1, STUDENT));
    assert_false(may("programme", "edit", 1, ADVISER));
    assert_true(may("programme", "edit", 1, PLANNER));
    assert_false(may("programme", "view", 1, PLANNER_TWO));
    assert_false(may("course", "edit", 1, PLANNER_TWO));
    assert_false(may("instance", "edit", 1, PLANNER_TWO));
    assert_int_equal(rows("studies/programmes", "programmes", PLANNER, "q=&institution="), 1);
    assert_int_equal(rows("studies/programmes", "programmes", STUDENT, "q=&institution="), 1);
    assert_int_equal(rows("studies/programmes", "programmes", SITE_ADMIN, "q=&institution="), 0);
    assert_int_equal(rows("studies/programmes", "programmes", ADMIN, "q=&institution="), 2);
    assert_int_equal(rows("studies/programmes", "programmes", ADMIN, "q=&institution=2"), 1);
    assert_int_equal(rows("studies/programme", "courses", PLANNER, "programme=1&q=SYK"), 1);
    assert_int_equal(rows("studies/course", "instances", PLANNER, "course=1&q=nothing"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_programme_to_instance),
        cmocka_unit_test(codes_are_one_institutions_own),
        cmocka_unit_test(a_forged_institution_is_not_there),
        cmocka_unit_test(days_go_forward),
        cmocka_unit_test(edits_keep_history_and_see_each_other),
        cmocka_unit_test(each_sees_their_own_institutions_studies),
    };
    return cmocka_run_group_tests_name("studies", tests, region_set_up, action_tear_down);
}
