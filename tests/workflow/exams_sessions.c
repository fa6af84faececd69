/* Exam sessions: the four steps of making one, what each refuses, and what becomes of it. */
#include "../../fcgi/workflow/exams.h"
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

action_function exams_session_new, exams_session_details, exams_session_instances,
    exams_session_concerns, exams_session_confirm, exams_session_copy, exams_session_resit,
    exams_session_discard, exams_session_cancel, exams_session_examiners;

#define ACT(name, form, path, fields)                                                              \
    act(exams_session_##name, "exams/session_" #name, form, TENTA, path, fields)

/* Persons, and what there is to examine: courses SYK1 and SYK2 with instances 1 (SYK1), 2 (SYK2), 3 (SYK1, earlier), and one of
 * the other institution, 4. Modules: 1 TENT and 2 UPPG of SYK1, 3 TENT of SYK2, 4 LAB of SYK2 (other credits), 5 MUN of SYK2
 * (other scale), 6 of the other institution. */
enum { TENTA = 101, EXAMINER, ASSESSOR, FOREIGN, ANNE = 111, BO, CIA };
#define DAY "date_mode=day&starts_on=11.05.2027&starts_at=0830&ends_at=11.30"
#define PLAIN "type=digital_exam&name=Tentamen&name_en=Exam&code_format=numbered&code_shown=always"
#define LIST "q=&type=&term=&institution=&from=&to="
#define CODES "&anonymous=1&code_prefix=OM425"

static void grant(int person, const char *given, const char *family, const char *role,
                  int institution)
{
    must("INSERT INTO person (id, given_name, family_name, email, lang) VALUES (%d, '%s', '%s', "
         "'%s@example.org', 'nb')",
         person, given, family, given);
    must(
        "INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', UTC_TIMESTAMP())",
        person);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, '%s', %d, "
         "'2026-01-01')",
         person, role, institution);
}

static int set_up(void **state)
{
    if (region_set_up(state))
        return 1;
    grant(TENTA, "Tina", "Tentamen", "exam_planner", INSTITUTION);
    grant(EXAMINER, "Sven", "Sensor", "examiner", INSTITUTION);
    grant(ASSESSOR, "Beate", "Bedømmer", "assessor", INSTITUTION);
    grant(FOREIGN, "Fia", "Fjerran", "examiner", INSTITUTION_TWO);
    grant(ANNE, "Anne", "Aas", "student", INSTITUTION);
    grant(BO, "Bo", "Berg", "student", INSTITUTION);
    grant(CIA, "Cia", "Cederholm", "student", INSTITUTION);
    must("INSERT INTO programme (id, institution, code, name) VALUES (1, 1, 'SYK', 'Sykepleie'), "
         "(2, 2, 'SYK', 'Sykepleie')");
    must("INSERT INTO course (id, institution, programme, code, name, credits, department) VALUES "
         "(1, 1, 1, 'SYK1', 'Anatomi', 7.5, 'Omvårdnad'), (2, 1, 1, 'SYK2', 'Fysiologi', 7.5, "
         "NULL), (3, 2, 2, 'SYK1', 'Anatomi', 7.5, NULL)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(1, 1, 1, 'SYK1-27V', '2027-01-10', '2027-06-10'), (2, 1, 2, 'SYK2-27V', '2027-01-10', "
         "'2027-06-10'), (3, 1, 1, 'SYK1-26V', '2026-01-10', '2026-06-10'), (4, 2, 3, 'SYK1-27V', "
         "'2027-01-10', '2027-06-10')");
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(1, 1, 1, 'TENT', 'Tentamen', 4.5, 2), (2, 1, 1, 'UPPG', 'Uppgift', 3, 1), "
         "(3, 1, 2, 'TENT', 'Tentamen', 4.5, 2), (4, 1, 2, 'LAB', 'Laboration', 3, 2), "
         "(5, 1, 2, 'MUN', 'Muntlig', 4.5, 3), (6, 2, 3, 'TENT', 'Tentamen', 4.5, 2)");
    must("INSERT INTO course_registration (course_instance, person, institution) VALUES "
         "(1, %d, 1), (1, %d, 1), (2, %d, 1)",
         ANNE, BO, CIA);
    return 0;
}

static const char *path_of(int64_t session)
{
    static char path[60];
    snprintf(path, sizeof path, "exam_session=%d", (int)session);
    return path;
}

static const char *with_version(int64_t session, const char *fields)
{
    static char text_with[600];
    snprintf(text_with, sizeof text_with, "%s&version=%d", fields,
             (int)number("SELECT version FROM exam_session WHERE id = %d", (int)session));
    return text_with;
}

/* A draft with what `more` says of its details. */
static int64_t draft(const char *more)
{
    char fields[600];
    snprintf(fields, sizeof fields, "institution=1&version=0&%s&%s", PLAIN, more);
    struct done done = ACT(new, "exam_session", "", fields);
    DONE(done);
    return number("SELECT MAX(id) FROM exam_session");
}

static void step(const char *errors, struct done done)
{
    if (*errors)
        refused(errors, done);
    else
        DONE(done);
}

static void instances(int64_t session, const char *fields, const char *errors)
{
    step(errors, ACT(instances, "exam_instances", path_of(session), with_version(session, fields)));
}

static void concerns(int64_t session, const char *fields, const char *errors)
{
    step(errors, ACT(concerns, "exam_concerns", path_of(session), with_version(session, fields)));
}

static void confirm(int64_t session, const char *fields, const char *errors)
{
    step(errors,
         ACT(confirm, "exam_session_confirm", path_of(session), with_version(session, fields)));
}

static void confirmed_by_four_steps(void **state)
{
    (void)state;
    int64_t session = draft(DAY CODES "&registration=1&registers_from=2027-05-01&registers_to="
                                      "2027-05-09");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', state, starts_on, starts_at, ends_on, ends_at, code_prefix, "
             "results_due IS NULL) FROM exam_session WHERE id = %d",
             (int)session),
        "draft 2027-05-11 08:30:00 2027-05-11 11:30:00 OM425 1");
    struct done done = ACT(instances, "exam_instances", path_of(session),
                           with_version(session, "add=1&add=2&go=concerns"));
    DONE(done);
    assert_string_equal(done.location, text("SELECT '/exam-sessions/%d/concerns'", (int)session));
    concerns(session, "module-1=1&module-2=3&go=confirm", "");
    done = ACT(confirm, "exam_session_confirm", path_of(session), with_version(session, ""));
    DONE(done);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', s.state, s.scale_version, s.results_due, e.state, c.number) "
             "FROM exam_session s JOIN exam e ON e.exam_session = s.id JOIN exam_committee c ON "
             "c.exam = e.id WHERE s.id = %d",
             (int)session),
        "confirmed 2 2027-06-02 not_started 1");
    assert_int_equal(number("SELECT COUNT(*) FROM candidate WHERE exam_session = %d", (int)session),
                     0);
    assert_int_equal(number("SELECT COUNT(DISTINCT kind) FROM event WHERE thing = 'exam_session' "
                            "AND thing_id = %d AND person = %d AND institution = 1",
                            (int)session, TENTA),
                     4);
    confirm(session, "", ":error.session_confirmed");
    assert_int_equal(number("SELECT COUNT(*) FROM exam WHERE exam_session = %d", (int)session), 1);
}

static void details_say_which_field_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *errors;
    } tries[] = {
        {"date_mode=day&starts_on=2027-05-11&starts_at=11:30&ends_at=08:30",
         "ends_at:error.exam_ends_before"},
        {"date_mode=day&starts_on=2027-05-11&starts_at=08:30&ends_at=08:30",
         "ends_at:error.exam_ends_before"},
        {"date_mode=day", "starts_on:error.required starts_at:error.required "
                          "ends_at:error.required"},
        {"date_mode=day&starts_on=2027-05-11&starts_at=25:00&ends_at=1x",
         "starts_at:error.not_time ends_at:error.not_time"},
        {"date_mode=period&starts_on=2027-05-11&starts_at=8&ends_on=2027-05-10&ends_at=9",
         "ends_on:error.end_before_start"},
        {"date_mode=period&starts_on=2027-05-11&starts_at=9&ends_on=2027-05-11&ends_at=8",
         "ends_at:error.exam_ends_before"},
        {"date_mode=period&starts_on=2027-05-11&starts_at=9&ends_at=8", "ends_on:error.required"},
        {"date_mode=period&starts_on=2027-05-11&starts_at=9&ends_on=2029-05-11&ends_at=8",
         "ends_on:error.period_too_long"},
        {"date_mode=day&starts_on=2097-05-11&starts_at=8&ends_at=9", "starts_on:error.period_far"},
        {"date_mode=none&registration=1",
         "registers_from:error.required registers_to:error.required"},
        {"date_mode=none&registration=1&registers_from=2027-05-02&registers_to=2027-05-01",
         "registers_to:error.end_before_start"},
        {DAY "&registration=1&registers_from=2027-05-01&registers_to=2027-05-12",
         "registers_to:error.registers_after_exam"},
        {DAY "&registration=1&registers_from=2027-05-12&registers_to=2027-05-13",
         "registers_from:error.registers_after_exam"},
        {"date_mode=none&anonymous=1&code_prefix=OM 425", "code_prefix:error.code_prefix"},
        {"date_mode=none&anonymous=1&code_prefix=%C3%96M", "code_prefix:error.code_prefix"},
        {"date_mode=none&anonymous=1&code_prefix=ABCDEFGHIJKLM", "code_prefix:error.too_long"},
        {"date_mode=sometime", "date_mode:error.not_choice"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        char fields[600];
        snprintf(fields, sizeof fields, "institution=1&version=0&%s&%s", PLAIN, tries[i].fields);
        refused(tries[i].errors, ACT(new, "exam_session", "", fields));
    }
    char longest[122] = {0};
    for (size_t i = 0; i < 121; i++)
        longest[i] = 'x';
    char fields[600];
    snprintf(fields, sizeof fields,
             "institution=1&version=0&type=other&name=%s&date_mode=none&code_format=letters&"
             "code_shown=after",
             longest);
    refused("name:error.too_long name_en:error.required", ACT(new, "exam_session", "", fields));
    snprintf(fields, sizeof fields, "institution=2&version=0&%s&date_mode=none", PLAIN);
    refused("institution:error.unknown", ACT(new, "exam_session", "", fields));
    assert_int_equal(number("SELECT COUNT(*) FROM exam_session WHERE institution = 2"), 0);
}

static void what_is_not_asked_for_is_not_kept(void **state)
{
    (void)state;
    int64_t session =
        draft("date_mode=none&starts_on=2027-05-11&starts_at=8&code_prefix=A&registers_"
              "from=2027-01-01");
    assert_int_equal(
        number("SELECT starts_on IS NULL AND starts_at IS NULL AND code_prefix IS NULL "
               "AND registers_from IS NULL FROM exam_session WHERE id = %d",
               (int)session),
        1);
    DONE(ACT(discard, "exam_discard", path_of(session), with_version(session, "")));
    assert_int_equal(number("SELECT COUNT(*) FROM exam_session WHERE id = %d", (int)session), 0);
}

static void instances_are_ones_own_and_none_is_lost(void **state)
{
    (void)state;
    int64_t session = draft(DAY);
    instances(session, "go=concerns", "add:error.instances_needed");
    instances(session, "add=4", "add:error.instance_elsewhere");
    instances(session, "add=1&add=4", "add:error.instance_elsewhere");
    assert_int_equal(
        number("SELECT COUNT(*) FROM exam_session_instance WHERE exam_session = %d", (int)session),
        0);
    instances(session, "add=1", "");
    instances(session, "add=2&remove=1", "");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(course_instance) FROM exam_session_instance WHERE "
             "exam_session = %d",
             (int)session),
        "2");
    instances(session, "add=2", ""); /* once more: nothing happens */
    int64_t events = number("SELECT COUNT(*) FROM event WHERE thing = 'exam_session' AND thing_id "
                            "= %d",
                            (int)session);
    instances(session, "add=2&remove=1&go=details", "");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE thing = 'exam_session' AND thing_id = "
               "%d",
               (int)session),
        events);
    struct done done = ACT(instances, "exam_instances", path_of(session), "add=1&version=1");
    assert_int_equal(done.outcome, OUTCOME_STALE);
    assert_int_equal(
        rows("exams/session_instances", "found", TENTA,
             "exam_session=1&course_code=SYK1&course_name=&instance_code=&department="),
        1);
    assert_string_equal(rows_joined("exams/session_instances", "found", TENTA,
                                    text("SELECT 'exam_session=%d&course_code=&course_name=ana&"
                                         "instance_code=&department='",
                                         (int)session),
                                    "code"),
                        "SYK1-27V|SYK1-26V");
    assert_string_equal(rows_joined("exams/session_instances", "found", TENTA,
                                    text("SELECT 'exam_session=%d&course_code=&course_name=&"
                                         "instance_code=26&department=omv'",
                                         (int)session),
                                    "code"),
                        "SYK1-26V");
}

/* A step's button keeps what the form has, as Next does, wherever it leads. */
static void a_step_leads_to_any_other_and_keeps_what_is_typed(void **state)
{
    (void)state;
    int64_t session = draft(DAY);
    static const char *const steps[] = {"instances", "concerns", "confirm"};
    char fields[600];
    struct done done;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        snprintf(fields, sizeof fields, PLAIN "&" DAY "&place=Sal+%zu&go=%s", i, steps[i]);
        done = ACT(details, "exam_session", path_of(session), with_version(session, fields));
        DONE(done);
        assert_string_equal(done.location,
                            text("SELECT '/exam-sessions/%d/%s'", (int)session, steps[i]));
        assert_string_equal(text("SELECT place FROM exam_session WHERE id = %d", (int)session),
                            text("SELECT 'Sal %d'", (int)i));
    }
    instances(session, "go=confirm", "add:error.instances_needed");
    done = ACT(instances, "exam_instances", path_of(session),
               with_version(session, "add=1&go=confirm&course_code=SYK"));
    DONE(done);
    assert_string_equal(done.location, text("SELECT '/exam-sessions/%d/confirm'", (int)session));
    done = ACT(instances, "exam_instances", path_of(session),
               with_version(session, "add=2&course_code=SYK&department=om+v"));
    DONE(done);
    assert_non_null(strstr(done.location, "/instances?course_code=SYK&department=om"));
    done = ACT(concerns, "exam_concerns", path_of(session),
               with_version(session, "module-1=1&go=details"));
    DONE(done);
    assert_string_equal(done.location, text("SELECT '/exam-sessions/%d/details'", (int)session));
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT(course_instance, ':', COALESCE(module, "
                             "'-')) ORDER BY course_instance) FROM exam_session_instance WHERE "
                             "exam_session = %d",
                             (int)session),
                        "1:1,2:-");
}

static void modules_are_alike_and_never_the_course(void **state)
{
    (void)state;
    int64_t session = draft(DAY);
    instances(session, "add=1&add=2", "");
    confirm(session, "", ":error.module_needed");
    concerns(session, "go=confirm&module-1=1", "module:error.required");
    concerns(session, "go=confirm&module-1=1&module-2=4", "module:error.credits_differ");
    concerns(session, "go=confirm&module-1=1&module-2=5", "module:error.scales_differ");
    concerns(session, "go=confirm&module-1=1&module-2=1", "module:error.module_not_of_course");
    concerns(session, "go=confirm&module-1=6&module-2=3", "module:error.module_not_of_course");
    concerns(session, "go=confirm&module-1=999&module-2=3", "module:error.module_not_of_course");
    /* Back: what is chosen so far is kept, and confirming says what is wrong with it. */
    concerns(session, "go=instances&module-1=1", "");
    assert_int_equal(number("SELECT module FROM exam_session_instance WHERE exam_session = %d AND "
                            "course_instance = 1",
                            (int)session),
                     1);
    concerns(session, "go=instances&module-1=1&module-2=4", "");
    confirm(session, "", ":error.credits_differ");
    assert_int_equal(number("SELECT COUNT(*) FROM exam WHERE exam_session = %d", (int)session), 0);
    concerns(session, "go=confirm&module-1=1&module-2=3", "");
    must("UPDATE module SET closed_on = '2026-01-01' WHERE id = 3");
    concerns(session, "go=confirm&module-1=1&module-2=3", ""); /* what is chosen stays choosable */
    must("UPDATE module SET closed_on = NULL WHERE id = 3");
}

/* A confirmed session of instance 1 on module 1. */
static int64_t confirmed(const char *more, const char *with)
{
    int64_t session = draft(more);
    instances(session, "add=1", "");
    concerns(session, "go=confirm&module-1=1", "");
    confirm(session, with, "");
    return session;
}

static int64_t sitting(int64_t session)
{
    return number(
        "SELECT COUNT(*) FROM candidate c JOIN exam_identity t ON t.candidate = c.id JOIN "
        "paper p ON p.exam_session = t.exam_session AND p.code = t.code WHERE "
        "c.exam_session = %d AND c.state = 'registered' AND p.void = 0",
        (int)session);
}

static enum outcome follow(struct action *action)
{
    exams_follow(action, 1);
    return action_go(action, "x", "/");
}

static void without_registration_candidates_follow_the_course(void **state)
{
    (void)state;
    int64_t session = confirmed(DAY CODES, "");
    assert_int_equal(sitting(session), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE "
                            "n.kind = 'exam_added' AND e.thing_id = %d AND e.thing = "
                            "'exam_session'",
                            (int)session),
                     2);
    assert_int_equal(number("SELECT COUNT(*) FROM exam_code WHERE exam_session = %d AND code "
                            "REGEXP '^OM425-[0-9]{4}-[A-Z]{3}$'",
                            (int)session),
                     2);
    must("INSERT INTO course_registration (course_instance, person, institution) VALUES (1, %d, 1)",
         CIA);
    DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
    assert_int_equal(sitting(session), 3);
    must(
        "UPDATE course_registration SET state = 'withdrawn' WHERE course_instance = 1 AND person = "
        "%d",
        ANNE);
    DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
    assert_int_equal(sitting(session), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam_session.followed' AND "
                            "thing_id = %d",
                            (int)session),
                     2);
    DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam_session.followed' AND "
                            "thing_id = %d",
                            (int)session),
                     2);
    must("UPDATE course_registration SET state = 'registered' WHERE person = %d", ANNE);
    must("DELETE FROM course_registration WHERE course_instance = 1 AND person = %d", CIA);
    instances(session, "remove=1", "remove:error.instance_has_candidates");
    instances(session, "add=2", "");
    assert_string_equal(text("SELECT module FROM exam_session_instance WHERE exam_session = %d AND "
                             "course_instance = 2",
                             (int)session),
                        "3");
}

static void more_examiners_than_are_shown_is_said(void **state)
{
    (void)state;
    char page[60];
    int64_t session = confirmed(DAY CODES, "");
    snprintf(page, sizeof page, "exam_session=%d", (int)session);
    assert_true(rows_have("exams/session_examiners", "people", TENTA, page, "more", "0"));
    must("INSERT INTO person (id, given_name, family_name, email, lang) SELECT 5000 + seq, 'E', "
         "CONCAT('X', seq), CONCAT('x', seq, '@example.org'), 'nb' FROM seq_1_to_500");
    must("INSERT INTO person_grant (person, role, institution, valid_from) SELECT 5000 + seq, "
         "'examiner', %d, '2026-01-01' FROM seq_1_to_500",
         INSTITUTION);
    assert_int_equal(rows("exams/session_examiners", "people", TENTA, page), 500);
    assert_true(rows_have("exams/session_examiners", "people", TENTA, page, "more", "1"));
    must("DELETE FROM person_grant WHERE person > 5000");
    must("DELETE FROM person WHERE id > 5000");
}

/* When there are not codes for all who came, none of them becomes a candidate without one, and the planner sees it. */
static void nobody_follows_without_a_code(void **state)
{
    (void)state;
    char page[60];
    int64_t session = confirmed(DAY CODES, "");
    snprintf(page, sizeof page, "exam_session=%d", (int)session);
    assert_int_equal(sitting(session), 2);
    must("INSERT IGNORE INTO exam_code (exam_session, code) SELECT %d, CONCAT('OM425-', LPAD(seq, "
         "4, '0'), '-AAA') FROM seq_1_to_9999",
         (int)session);
    assert_int_equal(rows("exams/session", "uncoded", TENTA, page), 0);
    must("INSERT INTO course_registration (course_instance, person, institution) VALUES (1, %d, 1)",
         CIA);
    DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
    assert_int_equal(
        number("SELECT COUNT(*) FROM candidate WHERE exam_session = %d AND person = %d",
               (int)session, CIA),
        0);
    assert_int_equal(sitting(session), 2);
    assert_string_equal(text("SELECT c.new_value FROM event_change c JOIN event e ON e.id = "
                             "c.event WHERE c.field = 'candidates_left_out' AND e.thing = "
                             "'exam_session' AND e.thing_id = %d",
                             (int)session),
                        "1");
    assert_true(rows_have("exams/session", "uncoded", TENTA, page, "students", "1"));
    assert_int_equal(rows("exams/session", "uncoded", ANNE, page), 0);
    /* who withdrew has a code and comes back */
    must("UPDATE candidate SET state = 'withdrawn' WHERE exam_session = %d AND person = %d",
         (int)session, ANNE);
    must("DELETE FROM exam_code WHERE exam_session = %d AND code LIKE 'OM425-0%%-AAA'",
         (int)session);
    DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
    assert_int_equal(sitting(session), 2);
    must("DELETE FROM course_registration WHERE course_instance = 1 AND person = %d", CIA);
}

/* Anne leaves one of the session's instances for another of them: she stays, by that one, also when the exam is over. */
static void who_changes_instance_stays_a_candidate(void **state)
{
    (void)state;
    static const char moved[] =
        "SELECT COUNT(*) FROM event_change c JOIN event e ON e.id = c.event "
        "WHERE c.field = 'candidates_moved' AND c.new_value = '1' AND "
        "e.thing = 'exam_session' AND e.thing_id = %d";
    int64_t session = draft(DAY CODES);
    instances(session, "add=1&add=3", "");
    concerns(session, "go=confirm&module-1=1&module-3=1", "");
    confirm(session, "", "");
    must("INSERT INTO course_registration (course_instance, person, institution) VALUES (3, %d, 1)",
         ANNE);
    for (int over = 0; over < 2; over++) {
        must("UPDATE exam_session SET starts_on = '%s', ends_on = starts_on WHERE id = %d",
             over ? "2026-11-11" : "2027-05-11", (int)session);
        must("UPDATE candidate SET course_instance = 1 WHERE exam_session = %d", (int)session);
        must("UPDATE course_registration SET state = 'withdrawn' WHERE course_instance = 1 AND "
             "person = %d",
             ANNE);
        int64_t before = number(moved, (int)session);
        DONE(act(follow, "exams/session_confirm", "empty", TENTA, "", ""));
        assert_string_equal(text("SELECT CONCAT(state, course_instance) FROM candidate WHERE "
                                 "exam_session = %d AND person = %d",
                                 (int)session, ANNE),
                            "registered3");
        assert_int_equal(number(moved, (int)session), before + 1);
        assert_int_equal(sitting(session), 2);
        must("UPDATE course_registration SET state = 'registered' WHERE course_instance = 1");
    }
    must("DELETE FROM course_registration WHERE course_instance = 3");
}

static void a_confirmed_session_keeps_its_kind_and_tells_of_the_rest(void **state)
{
    (void)state;
    int64_t session = confirmed(DAY CODES, "");
    refused("type:error.exam_kept anonymous:error.exam_kept code_prefix:error.exam_kept "
            "code_format:error.exam_kept",
            ACT(details, "exam_session", path_of(session),
                with_version(session, "type=other&name=A&name_en=B&code_format=letters&code_shown="
                                      "always&" DAY)));
    refused("code_prefix:error.exam_kept",
            ACT(details, "exam_session", path_of(session),
                with_version(session, PLAIN "&" DAY "&anonymous=1&code_prefix=om425")));
    DONE(ACT(details, "exam_session", path_of(session),
             with_version(session, PLAIN "&" DAY CODES "&place=")));
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE kind = 'exam_changed'"), 0);
    DONE(ACT(details, "exam_session", path_of(session),
             with_version(session, PLAIN CODES "&date_mode=day&starts_on=2027-05-18&starts_at=9&"
                                               "ends_at=12&place=Sal+2")));
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE kind = 'exam_changed'"),
                     sitting(session));
    char letter[80];
    snprintf(letter, sizeof letter, "event=%d&thing_id=%d",
             (int)number("SELECT MAX(event) FROM notice WHERE kind = 'exam_changed'"),
             (int)session);
    assert_true(rows_have("mail/exam_changed", "candidate", ANNE, letter, "place", "Sal 2"));
    assert_string_equal(rows_joined("mail/exam_changed", "changes", ANNE, letter, "old_value"),
                        "2027-05-11|08:30|2027-05-11|11:30");
    assert_int_equal(rows("mail/exam_changed", "candidate", CIA, letter), 0);
    assert_string_equal(text("SELECT results_due FROM exam_session WHERE id = %d", (int)session),
                        "2027-06-08");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(field ORDER BY number) FROM event_change WHERE event = (SELECT "
             "MAX(id) FROM event WHERE kind = 'exam_session.changed' AND thing_id = %d)",
             (int)session),
        "starts_on,starts_at,ends_on,ends_at,place,results_due");
    assert_int_equal(ACT(cancel, "exam_cancel", path_of(session), "version=1&reason=x").outcome,
                     OUTCOME_STALE);
}

static void cancelled_once_and_not_after_grading(void **state)
{
    (void)state;
    int64_t session = confirmed(DAY CODES, ""), other = confirmed(DAY, "");
    refused("reason:error.required",
            ACT(cancel, "exam_cancel", path_of(session), with_version(session, "")));
    DONE(ACT(cancel, "exam_cancel", path_of(session), with_version(session, "reason=Brann")));
    assert_int_equal(number("SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE "
                            "n.kind = 'exam_cancelled' AND e.thing_id = %d",
                            (int)session),
                     2);
    refused(":error.session_cancelled",
            ACT(cancel, "exam_cancel", path_of(session), with_version(session, "reason=Brann")));
    refused(":error.session_cancelled", ACT(details, "exam_session", path_of(session),
                                            with_version(session, PLAIN "&" DAY CODES)));
    must("UPDATE exam SET state = 'confirmed', confirmed_at = UTC_TIMESTAMP() WHERE exam_session = "
         "%d",
         (int)other);
    refused(":error.exam_has_results",
            ACT(cancel, "exam_cancel", path_of(other), with_version(other, "reason=Brann")));
}

static void a_resit_brings_those_who_did_not_pass(void **state)
{
    (void)state;
    int64_t session = confirmed(DAY CODES, "");
    DONE(ACT(resit, "exam_resit", path_of(session),
             "name=Omtentamen&name_en=Re-sit&starts_on=2027-06-07"));
    int64_t again = number("SELECT MAX(id) FROM exam_session");
    assert_string_equal(
        text(
            "SELECT CONCAT_WS(' ', type, resit_of = %d, starts_on, ends_on, TIME_FORMAT(starts_at, "
            "'%%H:%%i'), code_prefix, state) FROM exam_session WHERE id = %d",
            (int)session, (int)again),
        "digital_resit 1 2027-06-07 2027-06-07 08:30 OM425 draft");
    assert_string_equal(
        text("SELECT module FROM exam_session_instance WHERE exam_session = %d", (int)again), "1");
    refused("type:error.exam_not_resit",
            ACT(details, "exam_session", path_of(again), with_version(again, PLAIN "&" DAY CODES)));
    /* Anne passed; Bo has no result, as who did not come. */
    must("INSERT INTO result (institution, person, course_instance, module, exam_session, "
         "candidate, "
         "scale_version, grade, examined_on) SELECT 1, c.person, 1, 1, c.exam_session, c.id, 2, 2, "
         "'2027-05-11' FROM candidate c WHERE c.exam_session = %d AND c.person = %d",
         (int)session, ANNE);
    confirm(again, "enrol=1", "");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(person) FROM candidate WHERE exam_session = %d", (int)again),
        text("SELECT '%d'", BO));
    /* 7 June minus 14 days is before 15 working days after 11 May. */
    assert_string_equal(text("SELECT results_due FROM exam_session WHERE id = %d", (int)session),
                        "2027-05-24");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'exam_session.due_changed' AND "
               "thing_id = %d",
               (int)session),
        1);
    refused(":error.exam_resit_of_resit",
            ACT(resit, "exam_resit", path_of(again), "name=X&name_en=X&starts_on=2027-08-07"));
    DONE(ACT(cancel, "exam_cancel", path_of(again), with_version(again, "reason=Nei")));
    assert_string_equal(text("SELECT results_due FROM exam_session WHERE id = %d", (int)session),
                        "2027-06-02");
}

static void a_copy_moves_all_its_days(void **state)
{
    (void)state;
    int64_t session = draft("date_mode=period&starts_on=2027-03-01&starts_at=9&ends_on=2027-03-05&"
                            "ends_at=15&registration=1&registers_from=2027-02-01&registers_to=2027-"
                            "02-20");
    instances(session, "add=1", "");
    refused("starts_on:error.required",
            ACT(copy, "exam_copy", path_of(session), "name=K&name_en=C&copy_instances=1"));
    DONE(ACT(copy, "exam_copy", path_of(session),
             "name=K&name_en=C&copy_instances=1&starts_on=2027-09-06"));
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', s.name, s.state, s.starts_on, s.ends_on, s.registers_from, "
             "s.registers_to, s.resit_of IS NULL, n.course_instance) FROM exam_session s JOIN "
             "exam_session_instance n ON n.exam_session = s.id WHERE s.id = (SELECT MAX(id) FROM "
             "exam_session)"),
        "K draft 2027-09-06 2027-09-10 2027-08-09 2027-08-28 1 1");
}

static void examiners_are_the_institutions(void **state)
{
    (void)state;
    int64_t session = confirmed(DAY, "");
    char fields[60];
    snprintf(fields, sizeof fields, "examiners=%d", FOREIGN);
    refused("examiners:error.not_among",
            ACT(examiners, "exam_examiners", path_of(session), with_version(session, fields)));
    snprintf(fields, sizeof fields, "examiners=%d", EXAMINER);
    DONE(ACT(examiners, "exam_examiners", path_of(session), with_version(session, fields)));
    assert_true(may("exam_session", "attest", session, EXAMINER));
    assert_true(may("exam_session", "view", session, EXAMINER));
    assert_false(may("exam_session", "view", session, FOREIGN));
    /* the last one stays while results wait to be attested */
    must("INSERT INTO result (institution, person, course_instance, exam_session, candidate, "
         "scale_version, grade, examined_on, state, ready_at) SELECT c.institution, c.person, "
         "c.course_instance, c.exam_session, c.id, s.scale_version, 1, '2026-11-01', 'ready', "
         "NOW() FROM candidate c JOIN exam_session s ON s.id = c.exam_session WHERE s.id = %d "
         "LIMIT 1",
         (int)session);
    refused("examiners:error.examiner_needed",
            ACT(examiners, "exam_examiners", path_of(session), with_version(session, "")));
    must("DELETE FROM result WHERE exam_session = %d", (int)session);
    DONE(ACT(examiners, "exam_examiners", path_of(session), with_version(session, "")));
    assert_false(may("exam_session", "view", session, EXAMINER));
}

static void each_sees_what_is_theirs(void **state)
{
    (void)state;
    int64_t plan = draft(DAY), session = confirmed(DAY CODES, ""), id = session;
    assert_true(may("exam_session", "edit", plan, TENTA));
    assert_true(may("exam_session", "draft", plan, TENTA));
    assert_false(may("exam_session", "view", plan, PLANNER));
    assert_false(may("exam_session", "view", plan, ANNE));
    assert_true(may("exam_session", "view", id, PLANNER));
    assert_false(may("exam_session", "edit", id, PLANNER));
    assert_false(may("exam_session", "see_candidates", id, PLANNER));
    assert_false(may("exam_session", "view", id, PLANNER_TWO));
    assert_false(may("exam_session", "view", id, ASSESSOR));
    assert_true(may("exam_session", "view", id, ANNE));
    assert_false(may("exam_session", "staff", id, ANNE));
    assert_false(may("exam_session", "view", id, CIA));
    assert_true(may("exam_session", "see_candidates", id, TENTA));
    /* A planner who assesses an anonymous exam knows nobody's name until grading is confirmed. */
    must("INSERT INTO exam_assessor (exam, committee, person) SELECT id, 1, %d FROM exam WHERE "
         "exam_session = %d",
         TENTA, (int)id);
    assert_false(may("exam_session", "see_candidates", id, TENTA));
    assert_false(may("exam_session", "candidates", id, TENTA));
    assert_false(may("exam_session", "results", id, TENTA)); /* nor which codes are new */
    must("UPDATE exam SET state = 'confirmed', confirmed_at = UTC_TIMESTAMP() WHERE exam_session = "
         "%d",
         (int)id);
    assert_true(may("exam_session", "see_candidates", id, TENTA));
    assert_true(may("exam_session", "names", id, TENTA));
    assert_true(may("exam_session", "results", id, TENTA));
    assert_int_equal(rows("exams/sessions", "sessions", PLANNER, LIST "&state=draft"), 0);
    assert_true(rows("exams/sessions", "sessions", TENTA, LIST "&state=draft") > 0);
    assert_int_equal(rows("exams/sessions", "sessions", PLANNER_TWO, LIST "&state="), 0);
    assert_int_equal(rows("exams/session", "history", ANNE, path_of(session)), 0);
    assert_true(rows("exams/session", "history", TENTA, path_of(session)) > 0);
}

/* Each on a connection of its own, again when the database asks for it, as a worker does. */
static int confirm_on_own_connection(int64_t session, const char *fields)
{
    act_on_own_connection();
    for (unsigned i = 0; connection_pause(i); i++) {
        struct done done = ACT(confirm, "exam_session_confirm", path_of(session), fields);
        if (done.result != DATA_RETRY)
            return done.result == DATA_OK ? (int)done.outcome : 90;
    }
    return 80;
}

static void two_planners_confirm_at_once(void **state)
{
    (void)state;
    enum { HANDS = 4 };
    pid_t hands[HANDS];
    int confirmations = 0, stale = 0;
    int64_t session = draft(DAY CODES);
    instances(session, "add=1", "");
    concerns(session, "go=confirm&module-1=1", "");
    char fields[600];
    snprintf(fields, sizeof fields, "%s", with_version(session, ""));
    for (size_t i = 0; i < HANDS; i++) {
        hands[i] = fork();
        if (hands[i] == 0)
            _exit(confirm_on_own_connection(session, fields));
        assert_true(hands[i] > 0);
    }
    for (size_t i = 0; i < HANDS; i++) {
        int status;
        assert_int_equal(waitpid(hands[i], &status, 0), hands[i]);
        assert_true(WIFEXITED(status));
        confirmations += WEXITSTATUS(status) == OUTCOME_DONE;
        stale += WEXITSTATUS(status) == OUTCOME_STALE;
    }
    assert_int_equal(confirmations, 1);
    assert_int_equal(stale, HANDS - 1);
    assert_int_equal(number("SELECT COUNT(*) FROM exam WHERE exam_session = %d", (int)session), 1);
    assert_int_equal(sitting(session), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam_session.confirmed' AND "
                            "thing_id = %d",
                            (int)session),
                     1);
}

/* What the actions left is what the statement makes that fills an empty index. */
static void sessions_are_found_by_their_words(void **state)
{
    (void)state;
    int64_t plan = draft("date_mode=none");
    DONE(ACT(details, "exam_session", path_of(plan),
             with_version(plan, "type=other&name=Kirurgiprov&name_en=Surgery&date_mode=none&"
                                "code_format=letters&code_shown=after")));
    instances(plan, "add=2", "");
    concerns(plan, "go=confirm&module-2=3", "");
    assert_int_equal(rows("search/search", "sessions", TENTA, "q=kirurgi"), 0);
    confirm(plan, "", "");
    assert_int_equal(rows("search/search", "sessions", TENTA, "q=kirurgi"), 1);
    assert_int_equal(rows("search/search", "sessions", TENTA, "q=surg+syk2"), 1);
    assert_int_equal(rows("search/search", "sessions", PLANNER, "q=kirurgi"), 0);
    assert_int_equal(rows("search/search", "sessions", PLANNER_TWO, "q=kirurgi"), 0);
    assert_int_equal(rows("search/search", "sessions", EXAMINER, "q=kirurgi"), 0);
    assert_int_equal(rows("search/search", "sessions", CIA, "q=kirurgi"), 0);
    must("CREATE OR REPLACE TABLE kept AS SELECT * FROM search_word WHERE thing = 'exam_session'");
    must("DELETE FROM search_word");
    search_fill();
    assert_int_equal(
        number("SELECT COUNT(*) FROM (SELECT id, scope, word, own, later, sort FROM "
               "search_word WHERE thing = 'exam_session' EXCEPT SELECT id, scope, word, "
               "own, later, sort FROM kept) d"),
        0);
    assert_int_equal(
        number("SELECT COUNT(*) FROM (SELECT id, scope, word, own, later, sort FROM kept "
               "EXCEPT SELECT id, scope, word, own, later, sort FROM search_word) d"),
        0);
    must("DROP TABLE kept");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(confirmed_by_four_steps),
        cmocka_unit_test(details_say_which_field_is_wrong),
        cmocka_unit_test(what_is_not_asked_for_is_not_kept),
        cmocka_unit_test(instances_are_ones_own_and_none_is_lost),
        cmocka_unit_test(a_step_leads_to_any_other_and_keeps_what_is_typed),
        cmocka_unit_test(modules_are_alike_and_never_the_course),
        cmocka_unit_test(without_registration_candidates_follow_the_course),
        cmocka_unit_test(more_examiners_than_are_shown_is_said),
        cmocka_unit_test(nobody_follows_without_a_code),
        cmocka_unit_test(who_changes_instance_stays_a_candidate),
        cmocka_unit_test(a_confirmed_session_keeps_its_kind_and_tells_of_the_rest),
        cmocka_unit_test(cancelled_once_and_not_after_grading),
        cmocka_unit_test(a_resit_brings_those_who_did_not_pass),
        cmocka_unit_test(a_copy_moves_all_its_days),
        cmocka_unit_test(examiners_are_the_institutions),
        cmocka_unit_test(each_sees_what_is_theirs),
        cmocka_unit_test(two_planners_confirm_at_once),
        cmocka_unit_test(sessions_are_found_by_their_words),
    };
    return cmocka_run_group_tests_name("exams_sessions", tests, set_up, action_tear_down);
}
