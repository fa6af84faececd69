/* What exams need of studies: modules, grading scales in versions, criteria, who reads a course, an institution's deadlines. */
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function studies_module_new, studies_module_edit, studies_scale_new, studies_scale_edit,
    studies_criteria, studies_students_new, studies_students_end, studies_course_edit,
    studies_instance_edit, organisations_institution_exam_deadlines;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(studies_##name, "studies/" #name, form, viewer, path, fields)

enum {
    EXAM_PLANNER = 20,
    LECTURER,
    ASSESSOR,
    FIRST_STUDENT = 30,
    STUDENTS = 6,
    FOREIGN_STUDENT = 40
};
enum { GLOBAL_SCALE = 3 }; /* A–F, of the migration */

static void grant(int id, const char *role, int institution)
{
    must("INSERT INTO person (id, given_name, family_name, email, lang) VALUES (%d, 'P', '%03d', "
         "'p%d@prove.example', 'nb')",
         id, id, id);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, '%s', %d, "
         "'2020-01-01')",
         id, role, institution);
}

static int set_up(void **state)
{
    region_set_up(state);
    grant(EXAM_PLANNER, "exam_planner", INSTITUTION);
    grant(LECTURER, "lecturer", INSTITUTION);
    grant(ASSESSOR, "assessor", INSTITUTION);
    must("INSERT INTO programme (id, institution, code, name) VALUES (1, 1, 'SYK', 'Sjukepleie'), "
         "(2, 1, 'VER', 'Vernepleie'), (3, 2, 'SYK', 'Sjukepleie')");
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES "
         "(1, 1, 1, 'SYK150', 'Praksis', 15), (2, 2, 3, 'SYK150', 'Praksis', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(1, 1, 1, 'SYK150-27V', '2027-01-04', '2027-06-20'), "
         "(2, 2, 2, 'SYK150-27V', '2027-01-04', '2027-06-20')");
    for (int i = 0; i < STUDENTS; i++) {
        grant(FIRST_STUDENT + i, "student", INSTITUTION);
        must(
            "INSERT INTO student (person, institution, programme, cohort) VALUES (%d, 1, %d, '%s')",
            FIRST_STUDENT + i, i == 5 ? 2 : 1, i < 3 ? "2026-2" : "2025-2");
    }
    grant(FOREIGN_STUDENT, "student", INSTITUTION_TWO);
    return 0;
}

static const char *last_changes(const char *kind)
{
    return text("SELECT COALESCE(GROUP_CONCAT(CONCAT_WS(' ', field, subject, COALESCE(old_value, "
                "'-'), COALESCE(new_value, '-')) ORDER BY number SEPARATOR '; '), '') FROM "
                "event_change WHERE event = (SELECT MAX(id) FROM event WHERE kind = '%s')",
                kind);
}

static void a_module_is_one_courses(void **state)
{
    (void)state;
    struct done done = ACT(module_new, "module", EXAM_PLANNER, "course=1",
                           "version=0&code=EKS&name=Eksamen&credits=5&grading_scale=3");
    DONE(done);
    assert_string_equal(done.location, "/courses/1");
    assert_string_equal(last_changes("module.created"), "code - EKS; credits - 5");
    refused("code:error.taken", ACT(module_new, "module", PLANNER, "course=1",
                                    "version=0&code=EKS&name=X&credits=5&grading_scale=3"));
    DONE(ACT(module_new, "module", PLANNER_TWO, "course=2",
             "version=0&code=EKS&name=Eksamen&credits=5&grading_scale=3"));
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(institution, course, code) ORDER BY id) FROM module"),
        "11EKS,22EKS");
    assert_string_equal(rows_joined("studies/course", "modules", STUDENT, "course=1", "code"),
                        "EKS");
    assert_string_equal(rows_joined("studies/instance", "modules", STUDENT, "instance=1", "grades"),
                        "A, B, C, D, E, F");
}

static void modules_share_the_courses_credits(void **state)
{
    (void)state;
    refused("credits:error.module_credits",
            ACT(module_new, "module", PLANNER, "course=1",
                "version=0&code=PRA&name=Praksis&credits=10,5&grading_scale=4"));
    DONE(ACT(module_new, "module", PLANNER, "course=1",
             "version=0&code=PRA&name=Praksis&credits=10&grading_scale=4"));
    int pra = (int)number("SELECT id FROM module WHERE code = 'PRA'");
    char path[40];
    snprintf(path, sizeof path, "module=%d", pra);
    refused("credits:error.module_credits",
            ACT(module_edit, "module", PLANNER, path,
                "version=1&code=PRA&name=Praksis&credits=10,5&grading_scale=4"));
    DONE(ACT(module_edit, "module", PLANNER, path,
             "version=1&code=PRA&name=Praksis&credits=9,5&grading_scale=4"));
    assert_string_equal(last_changes("module.changed"), "credits PRA 10.0 9.5");
    assert_true(rows_have("studies/course", "changes", PLANNER, "course=1", "subject", "PRA"));
    /* What is no longer in use takes none. */
    DONE(ACT(module_edit, "module", PLANNER, path,
             "version=2&code=PRA&name=Praksis&credits=9,5&grading_scale=4&closed_on=2026-11-20"));
    DONE(ACT(module_new, "module", PLANNER, "course=1",
             "version=0&code=VFU&name=Praksis&credits=10&grading_scale=4"));
    assert_string_equal(rows_joined("studies/instance", "modules", PLANNER, "instance=1", "code"),
                        "EKS|VFU");
    assert_int_equal(ACT(module_edit, "module", PLANNER, path,
                         "version=1&code=PRA&name=Y&credits=1&grading_scale=4")
                         .outcome,
                     OUTCOME_STALE);
}

/* Two modules that a confirmed session concerns stay of equal credits until it is over. */
static void modules_of_a_session_stay_equal(void **state)
{
    (void)state;
    static const char fewer[] = "version=1&code=EKS&name=Eksamen&credits=4&grading_scale=3";
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES (9, 1, 1, "
         "'SYK160', 'Anatomi', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES (9, 1, "
         "9, 'SYK160-27V', '2027-01-04', '2027-06-20')");
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(90, 1, 9, 'EKS', 'Eksamen', 5, 3)");
    must("INSERT INTO exam_session (id, institution, type, state, name, name_en, date_mode, "
         "starts_on, starts_at, ends_on, ends_at, scale_version, person, made_at) VALUES (9, 1, "
         "'other', 'draft', 'To', 'Two', 'day', '2026-11-21', '09:00', '2026-11-21', '10:00', 3, "
         "%d, UTC_TIMESTAMP())",
         EXAM_PLANNER);
    must("INSERT INTO exam_session_instance SELECT 9, 1, 1, id FROM module WHERE course = 1 AND "
         "code = 'EKS' UNION ALL SELECT 9, 9, 1, 90");
    must("UPDATE exam_session SET state = 'confirmed' WHERE id = 9");
    refused("credits:error.module_in_session",
            ACT(module_edit, "module", PLANNER, "module=90", fewer));
    DONE(ACT(module_edit, "module", PLANNER, "module=90",
             "version=1&code=EKS&name=Skriftlig&credits=5&grading_scale=3"));
    must("UPDATE exam_session SET starts_on = '2026-11-20', ends_on = '2026-11-20' WHERE id = 9");
    must("UPDATE module SET version = 1 WHERE id = 90");
    DONE(ACT(module_edit, "module", PLANNER, "module=90", fewer));
    must("DELETE FROM exam_session_instance WHERE exam_session = 9");
    must("DELETE FROM exam_session WHERE id = 9");
    must("DELETE FROM module WHERE id = 90");
    must("DELETE FROM course_instance WHERE id = 9");
    must("DELETE FROM course WHERE id = 9");
}

/* The scale of a module is that of its sessions until each is over and what was graded there transferred. */
static void a_module_keeps_the_scale_of_its_session(void **state)
{
    (void)state;
    static const char other[] = "version=1&code=EKS&name=Eksamen&credits=5&grading_scale=1";
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES (9, 1, 1, "
         "'SYK160', 'Anatomi', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES (9, 1, "
         "9, 'SYK160-27V', '2027-01-04', '2027-06-20')");
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(90, 1, 9, 'EKS', 'Eksamen', 5, 3)");
    must("INSERT INTO exam_session (id, institution, type, state, name, name_en, date_mode, "
         "starts_on, starts_at, ends_on, ends_at, scale_version, person, made_at) VALUES (9, 1, "
         "'digital_exam', 'draft', 'To', 'Two', 'day', '2026-11-21', '09:00', '2026-11-21', "
         "'10:00', 3, %d, UTC_TIMESTAMP())",
         EXAM_PLANNER);
    must("INSERT INTO exam_session_instance VALUES (9, 9, 1, 90)");
    must("UPDATE exam_session SET state = 'confirmed' WHERE id = 9");
    must("INSERT INTO exam (id, institution, exam_session) VALUES (9, 1, 9)");
    refused("grading_scale:error.module_scale_in_session",
            ACT(module_edit, "module", PLANNER, "module=90", other));
    /* over, but graded there */
    must("UPDATE exam_session SET starts_on = '2026-11-20', ends_on = '2026-11-20' WHERE id = 9");
    must("INSERT INTO exam_committee (exam, number, name) VALUES (9, 1, '1')");
    must("INSERT INTO exam_code VALUES (9, '0001-ABC')");
    must("INSERT INTO paper (exam, code, exam_session) VALUES (9, '0001-ABC', 9)");
    refused("grading_scale:error.module_scale_in_session",
            ACT(module_edit, "module", PLANNER, "module=90", other));
    DONE(ACT(module_edit, "module", PLANNER, "module=90",
             "version=1&code=EKS&name=Skriftlig&credits=5&grading_scale=3"));
    /* nobody sat it */
    must("UPDATE paper SET void = 1 WHERE exam = 9");
    must("UPDATE module SET version = 1 WHERE id = 90");
    DONE(ACT(module_edit, "module", PLANNER, "module=90", other));
    /* or it is transferred */
    must("UPDATE paper SET void = 0 WHERE exam = 9");
    must("UPDATE module SET version = 1, grading_scale = 3 WHERE id = 90");
    must("INSERT INTO transfer (exam, person, at, papers, written, overwritten, failed) VALUES (9, "
         "%d, UTC_TIMESTAMP(), 1, 1, 0, 0)",
         EXAM_PLANNER);
    DONE(ACT(module_edit, "module", PLANNER, "module=90", other));
    must("DELETE FROM transfer WHERE exam = 9");
    must("DELETE FROM paper WHERE exam = 9");
    must("DELETE FROM exam_code WHERE exam_session = 9");
    must("DELETE FROM exam_committee WHERE exam = 9");
    must("DELETE FROM exam WHERE id = 9");
    must("DELETE FROM exam_session_instance WHERE exam_session = 9");
    must("DELETE FROM exam_session WHERE id = 9");
    must("DELETE FROM module WHERE id = 90");
    must("DELETE FROM course_instance WHERE id = 9");
    must("DELETE FROM course WHERE id = 9");
}

#define UG "symbol-1=U&symbol-2=G&passed-2=1"

static void a_scale_is_made_with_its_first_version(void **state)
{
    (void)state;
    struct done done = ACT(scale_new, "scale_new", EXAM_PLANNER, "",
                           "institution=1&name=Teljing&" UG "&symbol_en-2=P&symbol_sv-2=G");
    DONE(done);
    assert_string_equal(
        text(
            "SELECT GROUP_CONCAT(CONCAT_WS('/', position, symbol, COALESCE(symbol_sv, '-'), "
            "symbol_en, passed) ORDER BY position) FROM scale_grade g JOIN scale_version v ON v.id "
            "= g.scale_version JOIN grading_scale s ON s.id = v.grading_scale WHERE s.name = "
            "'Teljing'"),
        "1/U/-/0,2/G/-/P/1");
    refused("institution:error.required",
            ACT(scale_new, "scale_new", EXAM_PLANNER, "", "name=Felles&" UG));
    refused("institution:error.unknown",
            ACT(scale_new, "scale_new", EXAM_PLANNER, "", "institution=2&name=Felles&" UG));
    DONE(ACT(scale_new, "scale_new", ADMIN, "", "name=Felles&" UG));
    refused("name:error.taken",
            ACT(scale_new, "scale_new", PLANNER, "", "institution=1&name=Teljing&" UG));
    DONE(ACT(scale_new, "scale_new", PLANNER_TWO, "", "institution=2&name=Teljing&" UG));
    /* Another institution's is to nobody else. */
    assert_int_equal(rows("studies/scales", "scales", EXAM_PLANNER, "q=&institution="), 6);
    assert_int_equal(rows("studies/scales", "scales", ADMIN, "q=&institution="), 7);
    int foreign = (int)number("SELECT id FROM grading_scale WHERE institution = 2");
    assert_false(may("scale", "view", foreign, EXAM_PLANNER));
    char fields[200];
    snprintf(fields, sizeof fields, "version=0&code=Z&name=Z&credits=0&grading_scale=%d", foreign);
    refused("grading_scale:error.unknown", ACT(module_new, "module", PLANNER, "course=1", fields));
}

static void grades_of_a_scale_make_sense(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *errors;
    } cases[] = {
        {"symbol-1=U&passed-1=1&symbol-2=G", "passed:error.scale_order"},
        {"symbol-1=U&symbol-2=G", ":error.scale_both"},
        {"symbol-1=U&passed-1=1&symbol-2=G&passed-2=1", ":error.scale_both"},
        {"", ":error.scale_both"},
        {UG "&symbol-3=g&passed-3=1", "symbol:error.symbol_twice"},
        {UG "&symbol-3=VG&passed-3=1&symbol_nn-3=G", "symbol:error.symbol_twice"},
        {"symbol_en-1=F&symbol-2=G&passed-2=1", "symbol:error.required"},
        {UG "&passed-3=1", "symbol:error.required"},
    };
    int64_t scales = number("SELECT COUNT(*) FROM grading_scale"),
            grades = number("SELECT COUNT(*) FROM scale_grade");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char fields[300];
        snprintf(fields, sizeof fields, "institution=1&name=Ny&%s", cases[i].fields);
        refused(cases[i].errors, ACT(scale_new, "scale_new", PLANNER, "", fields));
    }
    assert_int_equal(number("SELECT COUNT(*) FROM grading_scale"), scales);
    assert_int_equal(number("SELECT COUNT(*) FROM scale_grade"), grades);
}

static void other_grades_are_another_version(void **state)
{
    (void)state;
    char path[40], fields[300];
    int scale =
        (int)number("SELECT id FROM grading_scale WHERE name = 'Teljing' AND institution = 1");
    snprintf(path, sizeof path, "scale=%d", scale);
    DONE(ACT(scale_edit, "scale", EXAM_PLANNER, path,
             "version=1&name=Teljande&" UG "&symbol_en-2=P"));
    assert_int_equal(number("SELECT latest FROM grading_scale WHERE id = %d", scale), 1);
    assert_string_equal(last_changes("scale.changed"), "name Teljing Teljande");
    DONE(ACT(scale_edit, "scale", EXAM_PLANNER, path,
             "version=2&name=Teljande&symbol-1=U&symbol-4=G&passed-4=1&symbol-5=VG&passed-5=1"));
    assert_int_equal(number("SELECT latest FROM grading_scale WHERE id = %d", scale), 2);
    assert_string_equal(last_changes("scale.changed"), "latest 1 2; grades U, G U, G, VG");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(v.number, g.position, g.symbol) ORDER BY v.number, "
             "g.position) FROM scale_version v JOIN scale_grade g ON g.scale_version = v.id WHERE "
             "v.grading_scale = %d",
             scale),
        "11U,12G,21U,22G,23VG");
    snprintf(fields, sizeof fields, "%s&q=&institution=", path);
    assert_string_equal(rows_joined("studies/scale", "versions", STUDENT, fields, "number"), "2|1");
    assert_string_equal(rows_joined("studies/scale", "grades", STUDENT, fields, "symbol"),
                        "VG|G|U|G|U");
    /* One that is closed is not offered, and what has it keeps it. */
    snprintf(fields, sizeof fields, "version=1&code=EKS&name=Eksamen&credits=5&grading_scale=%d",
             scale);
    DONE(ACT(module_edit, "module", PLANNER, "module=1", fields));
    DONE(ACT(scale_edit, "scale", EXAM_PLANNER, path,
             "version=3&name=Teljande&symbol-1=U&symbol-2=G&passed-2=1&symbol-3=VG&passed-3=1&"
             "closed_on=2026-11-21"));
    assert_int_equal(number("SELECT latest FROM grading_scale WHERE id = %d", scale), 2);
    assert_int_equal(rows("studies/module_new", "scales", PLANNER, "course=1"), 5);
    assert_int_equal(rows("studies/module_edit", "scales", PLANNER, "module=1"), 6);
    snprintf(fields, sizeof fields, "version=2&code=EKS&name=Eksamen+2&credits=5&grading_scale=%d",
             scale);
    DONE(ACT(module_edit, "module", PLANNER, "module=1", fields));
}

static void who_changes_what_exams_need(void **state)
{
    (void)state;
    int own = (int)number("SELECT id FROM grading_scale WHERE name = 'Teljande'");
    assert_true(may("scale", "edit", own, EXAM_PLANNER) && may("scale", "edit", own, PLANNER));
    assert_true(may("scale", "view", own, STUDENT) && may("scale", "view", own, ASSESSOR));
    assert_false(may("scale", "edit", own, ADMIN) || may("scale", "edit", own, ADVISER) ||
                 may("scale", "edit", own, ASSESSOR) || may("scale", "edit", own, PLANNER_TWO));
    assert_true(may("scale", "edit", GLOBAL_SCALE, ADMIN));
    assert_true(may("scale", "view", GLOBAL_SCALE, PLANNER_TWO));
    assert_false(may("scale", "edit", GLOBAL_SCALE, PLANNER) ||
                 may("scale", "view", GLOBAL_SCALE, SITE_ADMIN));
    assert_true(may("module", "edit", 1, EXAM_PLANNER) &&
                may("course", "edit_modules", 1, PLANNER));
    assert_false(may("course", "edit", 1, EXAM_PLANNER) || may("module", "edit", 1, PLANNER_TWO) ||
                 may("module", "edit", 1, LECTURER) || may("module", "view", 1, SITE_ADMIN));
    assert_true(may("instance", "see_students", 1, ADVISER) &&
                may("instance", "edit_students", 1, EXAM_PLANNER));
    assert_false(may("instance", "edit_students", 1, ADVISER) ||
                 may("instance", "see_students", 1, LECTURER) ||
                 may("instance", "see_students", 1, ASSESSOR) ||
                 may("instance", "see_students", 1, STUDENT) ||
                 may("instance", "see_students", 1, PLANNER_TWO));
}

static void students_begin_and_leave(void **state)
{
    (void)state;
    assert_string_equal(
        rows_joined("studies/students_new", "people", EXAM_PLANNER, "instance=1&q=&cohort=", "id"),
        "30|31|32|33|34");
    assert_string_equal(rows_joined("studies/students_new", "people", EXAM_PLANNER,
                                    "instance=1&q=&cohort=2026-2", "id"),
                        "30|31|32");
    assert_int_equal(
        rows("studies/students_new", "prefill_each", EXAM_PLANNER, "instance=1&q=&cohort=2026-2"),
        3);
    assert_int_equal(
        rows("studies/students_new", "prefill_each", EXAM_PLANNER, "instance=1&q=&cohort="), 0);
    assert_string_equal(rows_joined("studies/students_new", "people", EXAM_PLANNER,
                                    "instance=1&q=p35&cohort=", "id"),
                        "35");
    struct done done = ACT(students_new, "course_students_new", EXAM_PLANNER, "instance=1",
                           "people=30&people=31&people=35");
    DONE(done);
    assert_string_equal(done.location, "/instances/1/students");
    assert_string_equal(last_changes("instance.students_registered"),
                        "students 0 3; student - P 030; student - P 031; student - P 035");
    refused("people:error.reads_already", ACT(students_new, "course_students_new", EXAM_PLANNER,
                                              "instance=1", "people=30&people=32"));
    refused("people:error.reads_already",
            ACT(students_new, "course_students_new", EXAM_PLANNER, "instance=1", "people=40"));
    refused("people:error.nobody_chosen",
            ACT(students_new, "course_students_new", EXAM_PLANNER, "instance=1", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM course_registration WHERE course_instance = 1"),
                     3);
    DONE(ACT(students_end, "course_students_end", PLANNER, "instance=1", "people=31"));
    assert_string_equal(last_changes("instance.students_ended"), "students 3 2; student P 031 -");
    refused("people:error.reads_no_more",
            ACT(students_end, "course_students_end", PLANNER, "instance=1", "people=31"));
    assert_string_equal(text("SELECT state FROM course_registration WHERE person = 31"),
                        "withdrawn");
    DONE(ACT(students_new, "course_students_new", PLANNER, "instance=1", "people=31"));
    assert_int_equal(
        number(
            "SELECT COUNT(*) FROM course_registration WHERE person = 31 AND state = 'registered'"),
        1);
    /* As it was can be read back. */
    assert_int_equal(
        number("SELECT COUNT(*) FROM course_registration FOR SYSTEM_TIME ALL WHERE person = 31"),
        3);
}

#define LISTED "instance=1&q=&state="

static void who_is_protected_is_named_to_who_keeps_the_list(void **state)
{
    (void)state;
    must("UPDATE person SET protected = 1 WHERE id = 30");
    assert_string_equal(rows_joined("studies/students", "students", EXAM_PLANNER, LISTED, "name"),
                        "P 030|P 031|P 035");
    assert_string_equal(rows_joined("studies/students", "students", ADVISER, LISTED, "name"),
                        "|P 031|P 035");
    assert_int_equal(total("studies/students", "students", ADVISER, "instance=1&q=P+03&state="), 2);
    assert_int_equal(
        total("studies/students", "students", EXAM_PLANNER, "instance=1&q=P+03&state="), 3);
    assert_true(rows("studies/students", "changes", EXAM_PLANNER, LISTED) > 0);
    assert_int_equal(rows("studies/students", "changes", ADVISER, LISTED), 0);
    assert_int_equal(rows("studies/instance", "changes", ADVISER, "instance=1"), 0);
    assert_int_equal(rows("studies/instance", "changes", ASSESSOR, "instance=1"), 0);
    assert_true(rows_have("studies/instance", "instance", ADVISER, "instance=1", "students", "3"));
    assert_false(
        rows_have("studies/instance", "instance", ASSESSOR, "instance=1", "students", "3"));
}

static const char *criteria(void)
{
    return text(
        "SELECT GROUP_CONCAT(CONCAT_WS(' ', position, text, text_en) ORDER BY position SEPARATOR "
        "', ') FROM criterion WHERE course = 1 AND closed_on IS NULL");
}

static void criteria_are_ordered_replaced_and_ended(void **state)
{
    (void)state;
    char fields[300];
    DONE(ACT(criteria, "criteria", PLANNER, "course=1",
             "version=1&new_text-1=Kunnskap&new_text-2=Samarbeid&new_place-2=1&new_text_en-2="
             "Cooperation"));
    assert_string_equal(criteria(), "1 Samarbeid Cooperation, 2 Kunnskap");
    int samarbeid = (int)number("SELECT id FROM criterion WHERE text = 'Samarbeid'"),
        kunnskap = (int)number("SELECT id FROM criterion WHERE text = 'Kunnskap'");
    /* Somebody was assessed by it: its words stay. */
    must("SET STATEMENT foreign_key_checks = 0 FOR INSERT INTO assessment_criterion (assessment, "
         "criterion) VALUES (1, %d)",
         samarbeid);
    snprintf(fields, sizeof fields,
             "version=2&text-%d=Samarbeid+og+respekt&place-%d=2&text-%d=Kunnskapar&place-%d=1&new_"
             "text-3=Etikk",
             samarbeid, samarbeid, kunnskap, kunnskap);
    DONE(ACT(criteria, "criteria", PLANNER, "course=1", fields));
    assert_string_equal(criteria(), "1 Kunnskapar, 2 Samarbeid og respekt, 3 Etikk");
    assert_string_equal(
        text("SELECT CONCAT(text, closed_on IS NOT NULL) FROM criterion WHERE id = %d", samarbeid),
        "Samarbeid1");
    assert_string_equal(text("SELECT text FROM criterion WHERE id = %d", kunnskap), "Kunnskapar");
    snprintf(fields, sizeof fields, "version=3&text-%d=&new_text_en-1=Ethics", kunnskap);
    struct done done = ACT(criteria, "criteria", PLANNER, "course=1", fields);
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_non_null(strstr(done.errors, "text:error.criterion_empty"));
    assert_non_null(strstr(done.errors, "new_text:error.required"));
    assert_string_equal(criteria(), "1 Kunnskapar, 2 Samarbeid og respekt, 3 Etikk");
    snprintf(
        fields, sizeof fields, "version=3&text-%d=Kunnskapar&gone-%d=1&%s", kunnskap, kunnskap,
        text("SELECT GROUP_CONCAT(CONCAT('text-', id, '=', REPLACE(text, ' ', '+')) SEPARATOR '&') "
             "FROM criterion WHERE closed_on IS NULL AND id <> %d",
             kunnskap));
    DONE(ACT(criteria, "criteria", PLANNER, "course=1", fields));
    assert_string_equal(criteria(), "1 Samarbeid og respekt, 2 Etikk");
    assert_int_equal(rows("studies/course", "criteria", STUDENT, "course=1&q="), 2);
    assert_int_equal(
        ACT(criteria, "criteria", PLANNER, "course=1", "version=3&new_text-1=X").outcome,
        OUTCOME_STALE);
}

static void courses_and_instances_say_more(void **state)
{
    (void)state;
    DONE(ACT(
        course_edit, "course", PLANNER, "course=1",
        "code=SYK150&name=Praksis&credits=15&department=Helsefag&attendance_percent=90&version=4"));
    assert_string_equal(
        text("SELECT CONCAT(department, attendance_percent) FROM course WHERE id = 1"),
        "Helsefag90");
    assert_int_equal(ACT(course_edit, "course", PLANNER, "course=1",
                         "code=SYK150&name=Praksis&credits=15&attendance_percent=101&version=5")
                         .outcome,
                     OUTCOME_INVALID);
    DONE(ACT(instance_edit, "instance", PLANNER, "instance=1",
             "code=SYK150-27V&starts=2027-01-04&ends=2027-06-20&pace=50&mode=distance&place=Bergen&"
             "version=1"));
    assert_string_equal(last_changes("instance.changed"),
                        "pace - 50; mode - distance; place - Bergen");
}

static void an_institutions_deadlines_are_its_own(void **state)
{
    (void)state;
    struct done done =
        act(organisations_institution_exam_deadlines, "organisations/institution_exam_deadlines",
            "exam_deadlines", EXAM_PLANNER, "institution=1",
            "country=SE&results_days=10&resit_days=20&doubt_days=14&doubt_short_days=28&assess_"
            "reminder_days=5&version=1");
    DONE(done);
    assert_string_equal(last_changes("institution.changed"),
                        "country NO SE; results_days 15 10; resit_days 14 20; doubt_days 21 14; "
                        "doubt_short_days 35 28; "
                        "assess_reminder_days 3 5");
    assert_int_equal(act(organisations_institution_exam_deadlines,
                         "organisations/institution_exam_deadlines", "exam_deadlines", EXAM_PLANNER,
                         "institution=1",
                         "country=DK&results_days=0&resit_days=20&doubt_days=14&doubt_short_days="
                         "28&assess_reminder_days=5&version=2")
                         .outcome,
                     OUTCOME_INVALID);
    assert_true(may("institution", "exam_deadlines", 1, EXAM_PLANNER) &&
                may("institution", "exam_deadlines", 1, PLANNER) &&
                may("institution", "exam_deadlines", 1, ADMIN));
    assert_false(may("institution", "exam_deadlines", 1, ADVISER) ||
                 may("institution", "deadlines", 1, EXAM_PLANNER) ||
                 may("institution", "exam_deadlines", 2, EXAM_PLANNER));
}

static const char *candidates(void)
{
    return text("SELECT GROUP_CONCAT(CONCAT(person, ' ', state) ORDER BY person SEPARATOR ', ') "
                "FROM candidate");
}

static void exams_follow_who_reads_the_course(void **state)
{
    (void)state;
    must("INSERT INTO exam_session (id, institution, type, state, name, name_en, date_mode, "
         "scale_version, person, made_at, "
         "confirmed_at) VALUES (1, 1, 'other', 'confirmed', 'Framføring', 'Presentation', 'none', "
         "3, %d, UTC_TIMESTAMP(), "
         "UTC_TIMESTAMP())",
         EXAM_PLANNER);
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) "
         "VALUES (1, 1, 1, 1)");
    DONE(ACT(students_new, "course_students_new", EXAM_PLANNER, "instance=1", "people=32"));
    assert_string_equal(candidates(), "30 registered, 31 registered, 32 registered, 35 registered");
    assert_int_equal(
        number("SELECT COUNT(DISTINCT code) FROM exam_identity WHERE exam_session = 1"), 4);
    DONE(ACT(students_end, "course_students_end", EXAM_PLANNER, "instance=1",
             "people=31&people=35"));
    assert_string_equal(candidates(), "30 registered, 31 withdrawn, 32 registered, 35 withdrawn");
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam_session.followed'"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_module_is_one_courses),
        cmocka_unit_test(modules_share_the_courses_credits),
        cmocka_unit_test(modules_of_a_session_stay_equal),
        cmocka_unit_test(a_module_keeps_the_scale_of_its_session),
        cmocka_unit_test(a_scale_is_made_with_its_first_version),
        cmocka_unit_test(grades_of_a_scale_make_sense),
        cmocka_unit_test(other_grades_are_another_version),
        cmocka_unit_test(who_changes_what_exams_need),
        cmocka_unit_test(students_begin_and_leave),
        cmocka_unit_test(who_is_protected_is_named_to_who_keeps_the_list),
        cmocka_unit_test(exams_follow_who_reads_the_course),
        cmocka_unit_test(criteria_are_ordered_replaced_and_ended),
        cmocka_unit_test(courses_and_instances_say_more),
        cmocka_unit_test(an_institutions_deadlines_are_its_own),
    };
    return cmocka_run_group_tests_name("studies_exams", tests, set_up, action_tear_down);
}
