/* Candidates of an exam: by themselves within the period, by a planner, withdrawn; their codes, who sees which of it, and that
 * nothing about a student can be read from a code. */
#include "../../fcgi/workflow/exams.h"
#include "support_action.h"
#include "support_ordering.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

action_function exams_register, exams_candidates_new, exams_candidate_withdraw,
    exams_candidate_accommodation;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(exams_##name, "exams/" #name, form, viewer, path, fields)

enum {
    ANNE = 901,
    BERIT,
    CATO,
    ELSEWHERE,
    EXAM_PLANNER = 910,
    ASSESSOR,
    MANY_FROM = 10000,
    MANY = 400
};
static int64_t session;
static char path[60];

static void person(int id, const char *name, const char *role, int institution)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'p%d@example.org')",
         id, name, id);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         id);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, '%s', %d, "
         "'2020-01-01')",
         id, role, institution);
}

static void reads(int id, int instance)
{
    must(
        "INSERT INTO course_registration (course_instance, person, institution) VALUES (%d, %d, 1)",
        instance, id);
}

static int set_up(void **state)
{
    static const char *const names[] = {"Anne", "Berit", "Cato"};
    if (ordering_set_up(state) != 0)
        return -1;
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(1, 1, 1, 'EKS', 'Eksamen', 5, 3)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(3, 1, 1, 'SJ1-26H', '2026-08-15', '2026-12-20')");
    for (int i = 0; i < 3; i++) {
        person(ANNE + i, names[i], "student", INSTITUTION);
        reads(ANNE + i, 1);
    }
    reads(ANNE, 3);
    person(ELSEWHERE, "Else", "student", INSTITUTION);
    person(EXAM_PLANNER, "Eva", "exam_planner", INSTITUTION);
    person(ASSESSOR, "Arne", "assessor", INSTITUTION);
    return 0;
}

/* A confirmed session of its own for each test, anonymous, that one registers to until December, sat on 10 January. Anne reads
 * both of its instances. */
static int fresh(void **state)
{
    (void)state;
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, starts_on, "
         "starts_at, ends_on, ends_at, anonymous, code_prefix, registration, registers_from, "
         "registers_to, scale_version, person, made_at, confirmed_at) VALUES (1, 'digital_exam', "
         "'confirmed', 'Prøve', 'Test', 'day', '2027-01-10', '09:00', '2027-01-10', '13:00', 1, "
         "'SJ', 1, '2026-11-01', '2026-12-01', 3, %d, '2026-11-01', '2026-11-01')",
         EXAM_PLANNER);
    session = number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) "
         "VALUES (%d, 1, 1, 1), (%d, 3, 1, 1)",
         (int)session, (int)session);
    must("INSERT INTO exam (institution, exam_session) VALUES (1, %d)", (int)session);
    must("INSERT INTO exam_committee (exam, number, name) SELECT id, 1, '1' FROM exam WHERE "
         "exam_session = %d",
         (int)session);
    snprintf(path, sizeof path, "exam_session=%d", (int)session);
    return 0;
}

static void graded(void)
{
    must("UPDATE exam SET state = 'confirmed', confirmed_at = '2026-11-20' WHERE exam_session = %d",
         (int)session);
}

static int64_t candidate_of(int who)
{
    return number("SELECT id FROM candidate WHERE exam_session = %d AND person = %d", (int)session,
                  who);
}

static const char *code_of(int who)
{
    return text("SELECT t.code FROM exam_identity t JOIN candidate c ON c.id = t.candidate WHERE "
                "c.exam_session = %d AND c.person = %d",
                (int)session, who);
}

/* "candidate=17", to be used before the next one is asked for. */
static const char *one(int who)
{
    static char of[40];
    snprintf(of, sizeof of, "candidate=%d", (int)candidate_of(who));
    return of;
}

static void enter(int who)
{
    char fields[40];
    snprintf(fields, sizeof fields, "people=%d", who);
    DONE(ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, fields));
}

static int64_t told(int who, const char *kind)
{
    return number("SELECT COUNT(*) FROM notice WHERE person = %d AND kind = '%s'", who, kind);
}

static int64_t void_papers(void)
{
    return number("SELECT SUM(void) FROM paper WHERE exam_session = %d", (int)session);
}

static void a_student_registers_once(void **state)
{
    (void)state;
    int64_t receipts = told(ANNE, "exam_registered");
    DONE(ACT(register, "exam_register", ANNE, path, "version=1"));
    assert_string_equal(
        text("SELECT CONCAT(state, by_self, course_instance) FROM candidate WHERE id "
             "= %d",
             (int)candidate_of(ANNE)),
        "registered11"); /* of two instances the one that begins last */
    assert_int_equal(number("SELECT '%s' RLIKE '^SJ-[0-9]{4}-[A-HJ-NPR-Z]{3}$'", code_of(ANNE)), 1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM paper WHERE exam_session = %d AND code = '%s' AND "
               "void = 0 AND committee = 1",
               (int)session, code_of(ANNE)),
        1);
    assert_int_equal(told(ANNE, "exam_registered"), receipts + 1);
    assert_string_equal(text("SELECT kind FROM event WHERE thing = 'candidate' AND thing_id = %d",
                             (int)candidate_of(ANNE)),
                        "candidate.registered");
    refused(":error.exam_registered_already",
            ACT(register, "exam_register", ANNE, path, "version=1"));
    assert_int_equal(ACT(register, "exam_register", BERIT, path, "version=7").outcome,
                     OUTCOME_STALE);
    assert_int_equal(number("SELECT COUNT(*) FROM candidate WHERE exam_session = %d", (int)session),
                     1);
}

static void only_within_the_period(void **state)
{
    (void)state;
    static const struct {
        const char *set, *error;
    } shut[] = {
        {"registers_to = '2026-11-20'", ":error.exam_closed"},
        {"registers_from = '2026-11-22', registers_to = '2026-12-01'", ":error.exam_not_open"},
        {"registers_from = '2026-11-01', starts_on = '2026-11-21', ends_on = '2026-11-21', "
         "starts_at = '12:00', ends_at = '16:00'",
         ":error.exam_begun"},
        {"state = 'cancelled'", ":error.exam_cancelled"},
        {"state = 'confirmed', registration = 0, registers_from = NULL, registers_to = NULL",
         ":error.exam_by_planner"},
    };
    enter(BERIT);
    for (size_t i = 0; i < sizeof shut / sizeof *shut; i++) {
        must("UPDATE exam_session SET %s WHERE id = %d", shut[i].set, (int)session);
        refused(shut[i].error, ACT(register, "exam_register", ANNE, path, "version=1"));
        refused(shut[i].error,
                ACT(candidate_withdraw, "candidate_withdraw", BERIT, one(BERIT), "version=1"));
        assert_false(may("candidate", "withdraw_now", candidate_of(BERIT), BERIT));
    }
    /* A minute before it begins there is time, where the period says so. */
    must("UPDATE exam_session SET registration = 1, registers_from = '2026-11-01', registers_to = "
         "'2026-11-21', starts_at = '12:01' WHERE id = %d",
         (int)session);
    DONE(ACT(register, "exam_register", ANNE, path, "version=1"));
    assert_int_equal(number("SELECT COUNT(*) FROM candidate WHERE exam_session = %d", (int)session),
                     2);
}

static void who_withdraws_keeps_the_code(void **state)
{
    (void)state;
    char code[40];
    DONE(ACT(register, "exam_register", CATO, path, "version=1"));
    snprintf(code, sizeof code, "%s", code_of(CATO));
    int64_t receipts = told(CATO, "exam_withdrawn");
    DONE(ACT(candidate_withdraw, "candidate_withdraw", CATO, one(CATO), "version=1"));
    assert_int_equal(void_papers(), 1);
    assert_int_equal(told(CATO, "exam_withdrawn"), receipts + 1);
    refused(":error.exam_withdrawn_already",
            ACT(candidate_withdraw, "candidate_withdraw", CATO, one(CATO), "version=2"));
    assert_int_equal(
        ACT(candidate_withdraw, "candidate_withdraw", CATO, one(CATO), "version=1").outcome,
        OUTCOME_STALE);
    DONE(ACT(register, "exam_register", CATO, path, "version=1"));
    assert_string_equal(code_of(CATO), code);
    assert_int_equal(void_papers(), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM paper WHERE exam_session = %d", (int)session), 1);
    assert_string_equal(text("SELECT GROUP_CONCAT(kind ORDER BY id) FROM event WHERE thing = "
                             "'candidate' AND thing_id = %d",
                             (int)candidate_of(CATO)),
                        "candidate.registered,candidate.withdrawn,candidate.resumed");
    /* What an assessor is shown does not count the ways of a student. */
    assert_int_equal(number("SELECT MAX(version) FROM paper WHERE exam_session = %d", (int)session),
                     1);
}

/* Of two instances the one that begins last; who comes back comes by one that they still read. */
static void who_comes_back_reads_it(void **state)
{
    (void)state;
    static const char of[] = "SELECT course_instance FROM candidate WHERE id = %d";
    char fields[80];
    snprintf(fields, sizeof fields, "%s&q=Anne", path);
    assert_true(rows_have("exams/candidates_new", "people", EXAM_PLANNER, fields, "instance",
                          text("SELECT CONCAT(o.code, ', ', i.code) FROM course_instance i JOIN "
                               "course o ON o.id = i.course WHERE i.id = 1")));
    enter(ANNE);
    assert_int_equal(number(of, (int)candidate_of(ANNE)), 1);
    DONE(ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(ANNE), "version=1"));
    must("UPDATE course_registration SET state = 'withdrawn' WHERE course_instance = 1 AND person "
         "= %d",
         ANNE);
    enter(ANNE);
    assert_int_equal(number(of, (int)candidate_of(ANNE)), 3);
    must("UPDATE course_registration SET state = 'registered' WHERE person = %d", ANNE);
}

/* A paper that may be marked already is not taken back. */
static void who_has_handed_in_stays(void **state)
{
    (void)state;
    must("UPDATE exam_session SET date_mode = 'none', starts_on = NULL, starts_at = NULL, ends_on "
         "= NULL, ends_at = NULL WHERE id = %d",
         (int)session);
    DONE(ACT(register, "exam_register", CATO, path, "version=1"));
    assert_true(may("candidate", "withdraw_now", candidate_of(CATO), CATO));
    must("UPDATE candidate SET handed_in = 'file', handed_in_at = NOW() WHERE id = %d",
         (int)candidate_of(CATO));
    must("UPDATE paper SET handed_in = 1 WHERE exam_session = %d", (int)session);
    assert_false(may("candidate", "withdraw_now", candidate_of(CATO), CATO));
    refused(":error.exam_handed_in",
            ACT(candidate_withdraw, "candidate_withdraw", CATO, one(CATO), "version=1"));
    /* nor replaced once somebody has marked it */
    assert_true(may("candidate", "hand_in_now", candidate_of(CATO), CATO));
    must("UPDATE paper SET marks = 1 WHERE exam_session = %d", (int)session);
    assert_false(may("candidate", "hand_in_now", candidate_of(CATO), CATO));
    /* nor where the day is moved afterwards */
    must("UPDATE exam_session SET date_mode = 'day', starts_on = '2026-11-21', ends_on = "
         "'2026-11-21', starts_at = '00:00', ends_at = '23:59' WHERE id = %d",
         (int)session);
    assert_false(may("candidate", "hand_in_now", candidate_of(CATO), CATO));
    must("UPDATE paper SET marks = 0 WHERE exam_session = %d", (int)session);
    assert_true(may("candidate", "hand_in_now", candidate_of(CATO), CATO));
    DONE(ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(CATO), "version=1"));
}

static void a_planner_adds_those_who_read_it(void **state)
{
    (void)state;
    char fields[80];
    int64_t anne = told(ANNE, "exam_added"), berit = told(BERIT, "exam_added");
    refused("people:error.nobody_chosen",
            ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, ""));
    snprintf(fields, sizeof fields, "people=%d&people=%d", ANNE, ELSEWHERE);
    refused("people:error.not_candidates",
            ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, fields));
    assert_int_equal(candidate_of(ANNE), -1); /* nobody of them */
    must("UPDATE exam_session SET registers_to = '2026-11-20' WHERE id = %d", (int)session);
    snprintf(fields, sizeof fields, "people=%d&people=%d", ANNE, CATO);
    DONE(ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, fields));
    assert_int_equal(
        number("SELECT SUM(by_self) FROM candidate WHERE exam_session = %d", (int)session), 0);
    enter(BERIT);
    assert_int_equal(told(ANNE, "exam_added"), anne + 1); /* not again with Berit */
    assert_int_equal(told(BERIT, "exam_added"), berit + 1);
    snprintf(fields, sizeof fields, "%s&q=", path);
    assert_int_equal(rows("exams/candidates_new", "people", EXAM_PLANNER, fields), 0);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT_WS('-', c.old_value, c.new_value) ORDER BY "
             "e.id) FROM event e JOIN event_change c ON c.event = e.id WHERE e.thing "
             "= 'exam_session' AND e.thing_id = %d AND c.field = 'candidates'",
             (int)session),
        "0-2,2-3");
    /* A planner takes off, after the period too, and adds again. */
    int64_t off = told(CATO, "exam_withdrawn");
    DONE(ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(CATO), "version=1"));
    assert_int_equal(told(CATO, "exam_withdrawn"), off + 1);
    enter(CATO);
    assert_int_equal(void_papers(), 0);
}

static void not_once_grading_is_confirmed(void **state)
{
    (void)state;
    enter(ANNE);
    graded();
    char fields[40];
    snprintf(fields, sizeof fields, "people=%d", BERIT);
    refused(":error.exam_graded",
            ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, fields));
    refused(":error.exam_graded",
            ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(ANNE), "version=1"));
    refused(":error.exam_graded", ACT(candidate_accommodation, "candidate_accommodation",
                                      EXAM_PLANNER, one(ANNE), "version=1&extra_minutes=10"));
    assert_int_equal(void_papers(), 0);
}

/* Without an exam too: what is with the examiner, or attested, keeps its candidate. */
static void not_with_a_result_that_is_ready(void **state)
{
    (void)state;
    must("DELETE FROM exam_committee WHERE exam = (SELECT id FROM exam WHERE exam_session = %d)",
         (int)session);
    must("DELETE FROM exam WHERE exam_session = %d", (int)session);
    enter(ANNE);
    must("INSERT INTO result (institution, person, course_instance, module, exam_session, "
         "candidate, "
         "scale_version, grade, examined_on, state, ready_at) VALUES (1, %d, 1, 1, %d, %d, 3, 4, "
         "'2027-01-10', 'ready', '2027-01-12')",
         ANNE, (int)session, (int)candidate_of(ANNE));
    refused(":error.exam_resulted",
            ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(ANNE), "version=1"));
    assert_false(may("candidate", "withdraw_now", candidate_of(ANNE), EXAM_PLANNER));
    must("UPDATE result SET state = 'draft' WHERE exam_session = %d", (int)session);
    DONE(ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(ANNE), "version=1"));
}

static void accommodation_is_told_and_kept(void **state)
{
    (void)state;
    enter(BERIT);
    int64_t before = told(BERIT, "exam_accommodated");
    refused("extra_minutes:error.too_large",
            ACT(candidate_accommodation, "candidate_accommodation", EXAM_PLANNER, one(BERIT),
                "version=1&extra_minutes=601"));
    DONE(ACT(candidate_accommodation, "candidate_accommodation", EXAM_PLANNER, one(BERIT),
             "version=1&extra_minutes=90&separate_room=1&breaks=1&note=Nær+døra"));
    assert_string_equal(
        text("SELECT CONCAT_WS('|', extra_minutes, accommodation, accommodation_note) "
             "FROM candidate WHERE id = %d",
             (int)candidate_of(BERIT)),
        "90|separate_room,breaks|Nær døra");
    assert_int_equal(told(BERIT, "exam_accommodated"), before + 1);
    assert_string_equal(
        rows_joined("exams/candidate", "candidate", BERIT, one(BERIT), "own_ends_at"), "14:30");
    assert_string_equal(
        rows_joined("exams/attendance", "candidates", EXAM_PLANNER, path, "own_ends_at"), "14:30");
    /* As it is: nothing to tell. */
    DONE(ACT(candidate_accommodation, "candidate_accommodation", EXAM_PLANNER, one(BERIT),
             "version=2&extra_minutes=90&separate_room=1&breaks=1&note=Nær+døra"));
    assert_int_equal(told(BERIT, "exam_accommodated"), before + 1);
    DONE(ACT(candidate_accommodation, "candidate_accommodation", EXAM_PLANNER, one(BERIT),
             "version=3&extra_minutes=0"));
    assert_string_equal(
        text("SELECT CONCAT_WS('|', COALESCE(extra_minutes, 'none'), accommodation) "
             "FROM candidate WHERE id = %d",
             (int)candidate_of(BERIT)),
        "none|");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event_change c JOIN event e ON e.id = c.event WHERE e.thing = "
               "'candidate' AND e.thing_id = %d AND c.field IN ('extra_minutes', 'separate_room', "
               "'breaks', 'note')",
               (int)candidate_of(BERIT)),
        8);
}

/* Whether the page of the candidate shows that viewer the code. */
static bool sees_code(int who, int64_t viewer)
{
    bool right = may("candidate", "see_code", candidate_of(who), viewer);
    assert_int_equal(rows("exams/candidate", "code", viewer, one(who)), right);
    return right;
}

static void who_sees_a_candidate_and_the_code(void **state)
{
    (void)state;
    enter(ANNE);
    int64_t id = candidate_of(ANNE);
    assert_true(may("candidate", "view", id, ANNE));
    assert_true(may("candidate", "view", id, EXAM_PLANNER));
    assert_false(may("candidate", "view", id, BERIT));
    assert_false(may("candidate", "view", id, PLANNER)); /* who plans placements */
    assert_false(may("candidate", "view", id, ASSESSOR));
    assert_false(may("candidate", "accommodation", id, ANNE));
    assert_false(may("exam_session", "see_candidates", session, ASSESSOR));
    assert_false(may("exam_session", "see_candidates", session, PLANNER));
    assert_true(sees_code(ANNE, ANNE));
    assert_false(sees_code(ANNE, EXAM_PLANNER));
    must("UPDATE exam_session SET code_shown = 'after' WHERE id = %d", (int)session);
    assert_false(sees_code(ANNE, ANNE));
    /* Over, but not for who has extra time. */
    must("UPDATE exam_session SET starts_on = '2026-11-21', ends_on = '2026-11-21', ends_at = "
         "'11:59' WHERE id = %d",
         (int)session);
    assert_true(sees_code(ANNE, ANNE));
    must("UPDATE candidate SET extra_minutes = 30 WHERE id = %d", (int)id);
    assert_false(sees_code(ANNE, ANNE));
    graded();
    assert_true(sees_code(ANNE, ANNE));
    assert_true(sees_code(ANNE, EXAM_PLANNER));
}

/* A planner who assesses reads codes only, until there is nothing left to grade. */
static void a_planner_who_assesses_sees_no_names(void **state)
{
    (void)state;
    enter(ANNE);
    int64_t id = candidate_of(ANNE);
    must("INSERT INTO exam_assessor (exam, committee, person) SELECT id, 1, %d FROM exam WHERE "
         "exam_session = %d",
         EXAM_PLANNER, (int)session);
    assert_false(may("candidate", "view", id, EXAM_PLANNER));
    assert_false(may("exam_session", "see_candidates", session, EXAM_PLANNER));
    assert_false(may("exam_session", "candidates", session, EXAM_PLANNER));
    assert_true(may("exam_session", "edit", session, EXAM_PLANNER));
    graded();
    assert_true(may("candidate", "view", id, EXAM_PLANNER));
    must("UPDATE exam SET state = 'not_started', confirmed_at = NULL WHERE exam_session = %d",
         (int)session);
    must("UPDATE exam_session SET anonymous = 0 WHERE id = %d", (int)session);
    assert_true(may("candidate", "view", id, EXAM_PLANNER));
}

static void lists_to_print_keep_apart(void **state)
{
    (void)state;
    enter(ANNE);
    enter(BERIT);
    enter(CATO);
    must("UPDATE person SET protected = 1 WHERE id = %d", BERIT);
    DONE(ACT(candidate_withdraw, "candidate_withdraw", EXAM_PLANNER, one(CATO), "version=1"));
    assert_string_equal(rows_joined("exams/attendance", "candidates", EXAM_PLANNER, path, "name"),
                        "Anne Prøve|"); /* who is protected is last, without a name */
    assert_string_equal(rows_joined("exams/attendance", "candidates", EXAM_PLANNER, path, "code"),
                        "|"); /* no such column */
    char seats[90];
    snprintf(seats, sizeof seats, "%s",
             text("SELECT GROUP_CONCAT(t.code ORDER BY t.code SEPARATOR '|') FROM exam_identity t "
                  "JOIN candidate c ON c.id = t.candidate WHERE c.exam_session = %d AND c.state = "
                  "'registered'",
                  (int)session));
    assert_string_equal(rows_joined("exams/seats", "seats", EXAM_PLANNER, path, "code"), seats);
    assert_string_equal(rows_joined("exams/seats", "seats", EXAM_PLANNER, path, "number"), "1|2");
    must("UPDATE exam_session SET anonymous = 0 WHERE id = %d", (int)session);
    assert_int_equal(rows("exams/seats", "seats", EXAM_PLANNER, path), 0);
    must("UPDATE person SET protected = 0 WHERE id = %d", BERIT);
}

static void a_student_sees_own_exams(void **state)
{
    (void)state;
    must("UPDATE exam_session SET state = 'cancelled' WHERE id <> %d", (int)session);
    assert_string_equal(rows_joined("exams/my_exams", "open", ANNE, "", "window"), "open");
    assert_int_equal(rows("exams/my_exams", "open", ELSEWHERE, ""), 0);
    DONE(ACT(register, "exam_register", ANNE, path, "version=1"));
    assert_int_equal(rows("exams/my_exams", "open", ANNE, ""), 0);
    assert_true(rows_have("exams/my_exams", "mine", ANNE, "", "code", code_of(ANNE)));
    assert_false(rows_have("exams/my_exams", "mine", BERIT, "", "cancelled", "0"));
    must("UPDATE exam_session SET registers_to = '2026-11-20' WHERE id = %d", (int)session);
    assert_string_equal(rows_joined("exams/my_exams", "open", BERIT, "", "window"), "closed");
    must("UPDATE exam_session SET registers_from = '2026-11-25', registers_to = '2026-11-26' WHERE "
         "id = %d",
         (int)session);
    assert_string_equal(rows_joined("exams/my_exams", "open", BERIT, "", "window"), "coming");
    must("UPDATE exam_session SET starts_on = '2026-11-20', ends_on = '2026-11-20' WHERE id = %d",
         (int)session);
    assert_int_equal(rows("exams/my_exams", "open", BERIT, ""), 0);
    assert_true(rows_have("exams/my_exams", "past", ANNE, "", "code", code_of(ANNE)));
}

/* Spearman's: 1 when `order` sorts the candidates as their codes do, about 0 when it tells nothing of it. */
static double correlation(const char *order)
{
    return strtod(
        text("SELECT 1 - 6 * SUM(POW(a - b, 2)) / (COUNT(*) * (POW(COUNT(*), 2) - 1)) FROM "
             "(SELECT CAST(RANK() OVER (ORDER BY %s) AS DOUBLE) AS a, CAST(RANK() OVER "
             "(ORDER BY t.code) AS DOUBLE) AS b FROM candidate c JOIN person p ON p.id = "
             "c.person JOIN exam_identity t ON t.candidate = c.id WHERE c.exam_session = "
             "%d) z",
             order, (int)session),
        NULL);
}

/* 400 who register in the order of their names, half of them at confirmation and the rest one by one, and hand in in that
 * order. Six deviations of 1/√399: passed by chance once in 500 million runs. */
static void the_order_of_codes_tells_nothing(void **state)
{
    (void)state;
    static const char *const orders[] = {"p.family_name, p.id", "c.registered_at", "c.handed_in_at",
                                         "c.id"};
    char fields[MANY * 14] = "";
    size_t length = 0;
    for (int i = 0; i < MANY; i++) {
        int id = MANY_FROM + i;
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Kim', 'N%04d', "
             "'n%d@example.org')",
             id, i, id);
        reads(id, 1);
        if (i < MANY / 2)
            length += (size_t)snprintf(fields + length, sizeof fields - length, "&people=%d", id);
    }
    DONE(ACT(candidates_new, "candidates_new", EXAM_PLANNER, path, fields + 1));
    for (int i = MANY / 2; i < MANY; i++)
        enter(MANY_FROM + i);
    must("UPDATE candidate SET registered_at = '2026-11-02' + INTERVAL (person - %d) MINUTE, "
         "handed_in "
         "= 'mark', handed_in_at = '2027-01-10 09:00:00' + INTERVAL (person - %d) SECOND WHERE "
         "exam_session = %d",
         MANY_FROM, MANY_FROM, (int)session);
    assert_int_equal(number("SELECT COUNT(DISTINCT SUBSTRING(code, 4, 4)) FROM paper WHERE "
                            "exam_session = %d AND code LIKE 'SJ-____-___'",
                            (int)session),
                     MANY);
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        assert_true(fabs(correlation(orders[i])) < 6 / sqrt(MANY - 1));
    assert_true(correlation("t.code") > 0.999); /* the measure finds what there is to find */
}

/* Of all the tests above: what is written about a person never holds a code, and the other way round. */
static void no_event_joins_a_person_and_a_code(void **state)
{
    (void)state;
    assert_true(number("SELECT COUNT(*) FROM event WHERE thing = 'candidate'") > MANY);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event_change c JOIN exam_code k ON c.old_value LIKE "
               "CONCAT('%%', k.code, '%%') OR c.new_value LIKE CONCAT('%%', k.code, "
               "'%%') OR c.subject LIKE CONCAT('%%', k.code, '%%')"),
        0);
    assert_int_equal(number("SELECT COUNT(*) FROM exam_identity t JOIN candidate c ON c.id = "
                            "t.candidate WHERE c.exam_session <> t.exam_session"),
                     0);
    assert_int_equal(number("SELECT COUNT(*) FROM candidate c LEFT JOIN exam_identity t ON "
                            "t.candidate = c.id WHERE t.code IS NULL"),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_student_registers_once, fresh),
        cmocka_unit_test_setup(only_within_the_period, fresh),
        cmocka_unit_test_setup(who_withdraws_keeps_the_code, fresh),
        cmocka_unit_test_setup(who_comes_back_reads_it, fresh),
        cmocka_unit_test_setup(who_has_handed_in_stays, fresh),
        cmocka_unit_test_setup(a_planner_adds_those_who_read_it, fresh),
        cmocka_unit_test_setup(not_once_grading_is_confirmed, fresh),
        cmocka_unit_test_setup(not_with_a_result_that_is_ready, fresh),
        cmocka_unit_test_setup(accommodation_is_told_and_kept, fresh),
        cmocka_unit_test_setup(who_sees_a_candidate_and_the_code, fresh),
        cmocka_unit_test_setup(a_planner_who_assesses_sees_no_names, fresh),
        cmocka_unit_test_setup(lists_to_print_keep_apart, fresh),
        cmocka_unit_test_setup(a_student_sees_own_exams, fresh),
        cmocka_unit_test_setup(the_order_of_codes_tells_nothing, fresh),
        cmocka_unit_test(no_event_joins_a_person_and_a_code),
    };
    return cmocka_run_group_tests_name("exams_candidates", tests, set_up, action_tear_down);
}
