/* Results: drafts row by row, made ready, attested, sent back, decided anew; who is told, who sees what, and who is late. */
#include "../../fcgi/workflow/results.h"
#include "../../fcgi/base/text.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/remind.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function results_session, results_session_attest, results_activity, results_activity_attest,
    results_result_return, results_result_decide;

enum { EXAMS = 901, EXAMINER, OTHER_EXAMINER, ELSEWHERE, ASSESSOR, FIRST = 911, CANDIDATES = 4 };
#define SECRET "korrekt+hest+batteri" /* PASSWORD, as a browser sends it */

static int64_t session;
static char here[40];

static int set_up(void **state)
{
    if (post_set_up(state) != 0)
        return -1;
    staff(EXAMS, "exam_planner", INSTITUTION);
    staff(EXAMINER, "examiner", INSTITUTION);
    staff(OTHER_EXAMINER, "examiner", INSTITUTION);
    staff(ELSEWHERE, "exam_planner", INSTITUTION_TWO);
    staff(ASSESSOR, "assessor", INSTITUTION);
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(1, 1, 1, 'EKS', 'Eksamen', 5, 3)");
    for (int i = 0; i < CANDIDATES; i++) {
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Kandidat', "
             "'Nr %d', 'k%d@example.org')",
             FIRST + i, CANDIDATES - i, i);
        must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', "
             "'2026-01-01')",
             FIRST + i);
    }
    return 0;
}

/* A session of four candidates, T-0000-AAA to T-0003-AAA, whose names go the other way; A to F, 100 points at most. */
static int begin(void **state)
{
    (void)state;
    for (size_t i = 0; i < 5; i++)
        must("DELETE FROM %s",
             (const char *[]){"mail", "notice", "result_decision", "result", "registration"}[i]);
    must("UPDATE exam_session SET state = 'cancelled'");
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, starts_on, "
         "starts_at, ends_on, ends_at, anonymous, code_prefix, scale_version, results_due, person, "
         "made_at) VALUES (1, 'digital_exam', 'confirmed', 'Prøva', 'The test', 'day', "
         "'2026-11-02', '09:00', '2026-11-02', '13:00', 1, 'T', 3, '2026-11-23', %d, NOW())",
         EXAMS);
    session = number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_session_instance VALUES (%d, 1, 1, 1)", (int)session);
    must("INSERT INTO exam_examiner VALUES (%d, %d)", (int)session, EXAMINER);
    must("INSERT INTO exam (institution, exam_session, state, points_most) VALUES (1, %d, "
         "'started', 100)",
         (int)session);
    for (int i = 0; i < CANDIDATES; i++) {
        must("INSERT INTO candidate (institution, exam_session, course_instance, person, "
             "registered_at, handed_in_at, handed_in) VALUES (1, %d, 1, %d, NOW(), NOW(), 'mark')",
             (int)session, FIRST + i);
        int64_t candidate = number("SELECT MAX(id) FROM candidate");
        must("INSERT INTO exam_code VALUES (%d, 'T-000%d-AAA')", (int)session, i);
        must("INSERT INTO exam_identity (candidate, exam_session, code) VALUES (%d, %d, "
             "'T-000%d-AAA')",
             (int)candidate, (int)session, i);
    }
    snprintf(here, sizeof here, "exam_session=%d", (int)session);
    return 0;
}

static void graded(void)
{
    must("UPDATE exam SET state = 'confirmed', confirmed_at = NOW(), confirmed_by = %d WHERE "
         "exam_session = %d",
         EXAMS, (int)session);
}

static struct done enter(int64_t who, const char *fields)
{
    return act(results_session, "results/session", "results", who, here, fields);
}

static struct done attest(int64_t who, const char *fields)
{
    return act(results_session_attest, "results/session_attest", "results_attest", who, here,
               fields);
}

static int64_t result_of(int candidate)
{
    return number("SELECT id FROM result WHERE person = %d", FIRST + candidate);
}

/* "state points grade date version" */
static const char *standing(int candidate)
{
    return text("SELECT CONCAT_WS(' ', state, points, grade, examined_on, version) FROM result "
                "WHERE person = %d",
                FIRST + candidate);
}

static const char *told(const char *kind)
{
    return text(
        "SELECT GROUP_CONCAT(person ORDER BY person SEPARATOR ' ') FROM mail WHERE kind = '%s'",
        kind);
}

/* Where the newest notice of a kind leads its person. */
static const char *leads_to(int person, const char *kind)
{
    char open[40];
    snprintf(
        open, sizeof open, "open=%d",
        (int)number("SELECT MAX(id) FROM notice WHERE person = %d AND kind = '%s'", person, kind));
    return rows_joined("notices/notices", "open", person, open, "address");
}

#define NEW_ROW(n) "&seen-T-000" n "-AAA=0&examined_on-T-000" n "-AAA=02.11.2026"

/* All four are ready, as versions 2. */
static void all_ready(void)
{
    DONE(enter(
        EXAMS,
        "act=ready_all"
        "&points-T-0000-AAA=14,83&grade-T-0000-AAA=1" NEW_ROW("0") "&grade-T-0001-AAA=6" NEW_ROW(
            "1") "&grade-T-0002-AAA=5" NEW_ROW("2") "&grade-T-0003-AAA=4" NEW_ROW("3")));
    assert_string_equal(standing(0), "ready 14.83 1 2026-11-02 2");
}

static void all_attested(void)
{
    all_ready();
    DONE(attest(EXAMINER, "chosen-T-0000-AAA=1&seen-T-0000-AAA=2&chosen-T-0001-AAA=1&"
                          "seen-T-0001-AAA=2&chosen-T-0002-AAA=1&seen-T-0002-AAA=2&"
                          "chosen-T-0003-AAA=1&seen-T-0003-AAA=2&password=" SECRET));
}

static void drafts_are_saved_row_by_row(void **state)
{
    (void)state;
    DONE(enter(EXAMS, "act=save&points-T-0001-AAA=14%2C83&grade-T-0001-AAA=2" NEW_ROW(
                          "1") "&points-T-0002-AAA=&grade-T-0002-AAA=" NEW_ROW("2")));
    assert_string_equal(standing(1), "draft 14.83 2 2026-11-02 1");
    assert_int_equal(number("SELECT COUNT(*) FROM result"),
                     1); /* the day alone was only proposed */
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT_WS(' ', c.field, c.new_value) ORDER BY "
                             "c.number SEPARATOR ', ') FROM event e JOIN event_change c ON c.event "
                             "= e.id WHERE e.thing = 'result' AND e.thing_id = %d AND e.kind = "
                             "'result.saved' AND e.thing_version = 1 AND e.person = %d",
                             (int)result_of(1), EXAMS),
                        "points 14.83, grade E, examined_on 2026-11-02");
    /* Changed, cleared, and what is not on the page left as it is. */
    DONE(enter(EXAMS, "act=save&points-T-0001-AAA=&seen-T-0001-AAA=1"));
    assert_string_equal(standing(1), "draft 2 2026-11-02 2");
    struct done same = enter(EXAMS, "act=save&grade-T-0001-AAA=2&seen-T-0001-AAA=2");
    DONE(same);
    assert_string_equal(same.flash, "results_unchanged");
    assert_string_equal(standing(1), "draft 2 2026-11-02 2");
}

static void ones_own_and_who_withdrew_go_no_further(void **state)
{
    (void)state;
    DONE(enter(EXAMS, "act=save&grade-T-0000-AAA=1" NEW_ROW("0") "&grade-T-0001-AAA=1" NEW_ROW(
                          "1") "&grade-T-0002-AAA=1" NEW_ROW("2")));
    staff(FIRST, "exam_planner", INSTITUTION);
    must("UPDATE candidate SET state = 'withdrawn' WHERE exam_session = %d AND person = %d",
         (int)session, FIRST + 1);
    refused("grade:error.result_own",
            enter(FIRST, "act=ready&chosen-T-0000-AAA=1&seen-T-0000-AAA=1&grade-T-0000-AAA=1&"
                         "examined_on-T-0000-AAA=02.11.2026"));
    refused("grade:error.result_withdrawn",
            enter(FIRST, "act=ready&chosen-T-0001-AAA=1&seen-T-0001-AAA=1&grade-T-0001-AAA=1&"
                         "examined_on-T-0001-AAA=02.11.2026"));
    assert_int_equal(number("SELECT COUNT(*) FROM result WHERE state <> 'draft'"), 0);
    DONE(enter(FIRST, "act=ready_all"));
    assert_string_equal(text("SELECT GROUP_CONCAT(person) FROM result WHERE state = 'ready'"),
                        text("SELECT %d", FIRST + 2));
    must("DELETE FROM person_grant WHERE person = %d", FIRST);
}

static void wrong_rows_are_told_of_and_nothing_is_saved(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *errors;
    } wrong[] = {
        {"&points-T-0001-AAA=100,01", "points:error.points_above"},
        {"&points-T-0001-AAA=-1", "points:error.too_small"},
        {"&grade-T-0001-AAA=7", "grade:error.not_choice"},
        {"&examined_on-T-0001-AAA=22.11.2026", "examined_on:error.date_to_come"},
        {"&examined_on-T-0001-AAA=31.11.2026", "examined_on:error.not_date"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char fields[200];
        snprintf(fields, sizeof fields,
                 "act=save&grade-T-0000-AAA=6&seen-T-0000-AAA=0&seen-T-0001-AAA=0%s",
                 wrong[i].fields);
        refused(wrong[i].errors, enter(EXAMS, fields));
        assert_int_equal(number("SELECT COUNT(*) FROM result"), 0);
    }
    struct done sign = enter(EXAMS, "act=save&points-T-0001-AAA=14.83&seen-T-0001-AAA=0");
    assert_int_equal(sign.outcome, OUTCOME_INVALID);
    refused("grade:error.row_gone",
            enter(EXAMS, "act=save&grade-T-0009-AAA=6&seen-T-0009-AAA=0&grade-T-0000-AAA=6&"
                         "seen-T-0000-AAA=0"));
    assert_int_equal(number("SELECT COUNT(*) FROM result"), 0);
}

static void who_saves_an_older_row_is_told(void **state)
{
    (void)state;
    DONE(enter(EXAMS, "act=save&grade-T-0001-AAA=2&seen-T-0001-AAA=0"));
    refused("grade:error.row_changed",
            enter(EXAMINER, "act=save&grade-T-0001-AAA=3&seen-T-0001-AAA=0"));
    DONE(enter(EXAMS, "act=ready&chosen-T-0000-AAA=1&grade-T-0000-AAA=5" NEW_ROW("0")));
    refused("grade:error.row_changed",
            enter(EXAMS, "act=save&grade-T-0000-AAA=3&seen-T-0000-AAA=2"));
    assert_string_equal(standing(0), "ready 5 2026-11-02 2");
}

static void only_what_is_complete_becomes_ready(void **state)
{
    (void)state;
    refused(":error.none_ticked", enter(EXAMS, "act=ready&grade-T-0001-AAA=2&seen-T-0001-AAA=0"));
    refused("grade:error.required", enter(EXAMS, "act=ready&chosen-T-0001-AAA=1" NEW_ROW("1")));
    refused(":error.none_complete", enter(EXAMS, "act=ready_all" NEW_ROW("1")));
    assert_int_equal(number("SELECT COUNT(*) FROM result"), 0);
    DONE(enter(EXAMS, "act=ready&chosen-T-0001-AAA=1&grade-T-0001-AAA=2" NEW_ROW(
                          "1") "&grade-T-0002-AAA=3" NEW_ROW("2")));
    assert_string_equal(standing(1), "ready 2 2026-11-02 2");
    assert_string_equal(standing(2), "draft 3 2026-11-02 1");
    /* The session's examiner is told, once an act, however many they are; the institution's other one is not. */
    assert_string_equal(told("results_ready"), "902");
    struct done all = enter(
        EXAMS, "act=ready_all&grade-T-0000-AAA=4" NEW_ROW("0") "&grade-T-0003-AAA=4" NEW_ROW("3"));
    DONE(all);
    assert_string_equal(all.flash, "results_ready");
    assert_int_equal(number("SELECT COUNT(*) FROM result WHERE state = 'ready'"), 4);
    assert_string_equal(told("results_ready"), "902 902");
    assert_int_equal(number("SELECT COUNT(*) FROM event e JOIN event_change c ON c.event = e.id "
                            "WHERE e.kind = 'results.ready' AND e.thing_id = %d AND c.new_value = "
                            "'3'",
                            (int)session),
                     1);
    must("UPDATE exam_session SET state = 'cancelled' WHERE id = %d", (int)session);
    refused(":error.results_closed", enter(EXAMS, "act=save&grade-T-0001-AAA=2&seen-T-0001-AAA=0"));
}

/* Nobody is said to have been told where there is nobody: none is named, or who is has the role no longer. */
static void without_an_examiner_nobody_is_said_to_be_told(void **state)
{
    (void)state;
    must("UPDATE exam_examiner SET person = %d WHERE exam_session = %d", EXAMS, (int)session);
    struct done done =
        enter(EXAMS, "act=ready&chosen-T-0001-AAA=1&grade-T-0001-AAA=2" NEW_ROW("1"));
    DONE(done);
    assert_string_equal(done.flash, "results_ready_untold");
    must("DELETE FROM exam_examiner WHERE exam_session = %d", (int)session);
    done = enter(EXAMS, "act=ready&chosen-T-0000-AAA=1&grade-T-0000-AAA=2" NEW_ROW("0"));
    assert_string_equal(done.flash, "results_ready_untold");
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE kind = 'results_ready'"), 0);
}

static void attesting_wants_the_password_and_what_was_seen(void **state)
{
    (void)state;
    all_ready();
    refused("password:error.password_wrong",
            attest(EXAMINER, "chosen-T-0001-AAA=1&seen-T-0001-AAA=2&password=feil"));
    refused(":error.none_ticked", attest(EXAMINER, "seen-T-0001-AAA=2&password=" SECRET));
    refused("chosen:error.row_changed",
            attest(EXAMINER, "chosen-T-0001-AAA=1&seen-T-0001-AAA=1&password=" SECRET));
    refused(":error.results_no_longer_ready",
            attest(EXAMINER, "chosen-T-0009-AAA=1&seen-T-0009-AAA=1&password=" SECRET));
    assert_int_equal(number("SELECT COUNT(*) FROM result_decision"), 0);
    DONE(attest(EXAMINER,
                "chosen-T-0001-AAA=1&seen-T-0001-AAA=2&seen-T-0002-AAA=2&password=" SECRET));
    assert_string_equal(standing(1), "attested 6 2026-11-02 3");
    assert_string_equal(standing(2), "ready 5 2026-11-02 2");
    assert_string_equal(text("SELECT CONCAT_WS(' ', number, grade, scale_version, examined_on, "
                             "person) FROM result_decision WHERE result = %d",
                             (int)result_of(1)),
                        "1 6 3 2026-11-02 902");
    assert_string_equal(told("result_attested"), "912");
    refused("chosen:error.row_changed",
            attest(EXAMINER, "chosen-T-0001-AAA=1&seen-T-0001-AAA=2&password=" SECRET));
}

static void the_letter_says_that_there_is_one_not_what(void **state)
{
    (void)state;
    all_attested();
    assert_string_equal(told("result_attested"), "911 912 913 914");
    assert_string_equal(leads_to(FIRST, "result_attested"), "/my-results");
    char results[60];
    snprintf(results, sizeof results, "/exam-sessions/%d/results", (int)session);
    assert_string_equal(leads_to(EXAMINER, "results_ready"), results);
    send_all();
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
}

static void students_see_attested_results_only(void **state)
{
    (void)state;
    DONE(enter(EXAMS, "act=save&grade-T-0000-AAA=2" NEW_ROW("0")));
    int64_t result = result_of(0);
    assert_false(may("result", "view", result, FIRST));
    assert_int_equal(rows("results/mine", "results", FIRST, "q="), 0);
    DONE(enter(EXAMS, "act=ready&chosen-T-0000-AAA=1&seen-T-0000-AAA=1"));
    assert_false(may("result", "view", result, FIRST));
    DONE(attest(EXAMINER, "chosen-T-0000-AAA=1&seen-T-0000-AAA=2&password=" SECRET));
    assert_true(may("result", "view", result, FIRST));
    assert_false(may("result", "view", result, FIRST + 1));
    assert_int_equal(rows("results/mine", "results", FIRST, "q="), 1);
    assert_int_equal(rows("results/mine", "results", FIRST + 1, "q="), 0);
    /* Their own page tells what was decided, not the drafts; and not the code. */
    char of_result[40];
    snprintf(of_result, sizeof of_result, "result=%d", (int)result);
    assert_int_equal(rows("results/result", "decisions", FIRST, of_result), 1);
    assert_int_equal(rows("results/result", "history", FIRST, of_result), 0);
    assert_string_equal(rows_joined("results/result", "result", FIRST, of_result, "code"), "");
    assert_true(rows("results/result", "history", EXAMS, of_result) >= 3);
}

static void what_is_sent_back_is_a_draft_with_its_objection(void **state)
{
    (void)state;
    all_ready();
    char of_result[40];
    int64_t result = result_of(1);
    snprintf(of_result, sizeof of_result, "result=%d", (int)result);
#define RETURN(who, fields)                                                                        \
    act(results_result_return, "results/result_return", "result_return", who, of_result, fields)
    refused("reason:error.required", RETURN(EXAMINER, "version=2&reason="));
    assert_int_equal(RETURN(EXAMINER, "version=1&reason=x").outcome, OUTCOME_STALE);
    DONE(RETURN(EXAMINER, "version=2&reason=Summen+stemmer+ikke"));
    assert_string_equal(standing(1), "draft 6 2026-11-02 3");
    assert_string_equal(text("SELECT objection FROM result WHERE id = %d", (int)result),
                        "Summen stemmer ikke");
    assert_string_equal(told("result_returned"), "901");
    char own[40];
    snprintf(own, sizeof own, "/results/%d", (int)result);
    assert_string_equal(leads_to(EXAMS, "result_returned"), own);
    refused(":error.result_not_ready", RETURN(EXAMINER, "version=3&reason=x"));
    send_all();
    DONE(enter(EXAMS, "act=ready&chosen-T-0001-AAA=1&grade-T-0001-AAA=5&seen-T-0001-AAA=3"));
    assert_string_equal(standing(1), "ready 5 2026-11-02 5");
    assert_string_equal(text("SELECT objection FROM result WHERE id = %d", (int)result), "");
    assert_false(may("result", "send_back", result, FIRST + 1));
}

static void a_new_decision_leaves_the_old_one(void **state)
{
    (void)state;
    char of_result[40];
    all_attested();
    int64_t result = result_of(1);
    snprintf(of_result, sizeof of_result, "result=%d", (int)result);
#define DECIDE(who, fields)                                                                        \
    act(results_result_decide, "results/result_decide", "result_decide", who, of_result, fields)
#define SAME "version=3&grade=6&points=&examined_on=02.11.2026"
    refused("reason:error.required", DECIDE(EXAMINER, SAME "&reason=&password=" SECRET));
    refused(":error.decision_same", DECIDE(EXAMINER, SAME "&reason=x&password=" SECRET));
    refused("grade:error.not_choice", DECIDE(EXAMINER, "version=3&grade=7&examined_on=02.11.2026&"
                                                       "reason=x&password=" SECRET));
    refused("points:error.points_above",
            DECIDE(EXAMINER, "version=3&grade=5&points=101&examined_on=02.11.2026&reason=x&"
                             "password=" SECRET));
    refused("password:error.password_wrong",
            DECIDE(EXAMINER, "version=3&grade=5&examined_on=02.11.2026&reason=x&password=nei"));
    DONE(DECIDE(EXAMINER, "version=3&grade=5&points=88,5&examined_on=02.11.2026&"
                          "reason=Klagen+f%C3%B8rte+fram&password=" SECRET));
    assert_string_equal(standing(1), "attested 88.50 5 2026-11-02 4");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT_WS(' ', number, grade, points, reason) ORDER BY number "
             "SEPARATOR ', ') FROM result_decision WHERE result = %d",
             (int)result),
        "1 6, 2 5 88.50 Klagen førte fram");
    assert_string_equal(rows_joined("results/result", "decisions", FIRST + 1, of_result, "counts"),
                        "1|0");
    assert_string_equal(told("result_changed"), "912");
    assert_int_equal(
        DECIDE(EXAMINER, "version=3&grade=4&examined_on=02.11.2026&reason=x&password=" SECRET)
            .outcome,
        OUTCOME_STALE);
    send_all();
    assert_false(may("result", "decide", result, EXAMS));
    assert_true(may("result", "decide", result, EXAMINER));
    assert_false(may("result", "decide", result, OTHER_EXAMINER));
}

static void who_may_what(void **state)
{
    (void)state;
    all_ready();
    int64_t result = result_of(0);
    static const int nobody[] = {PLANNER, ADVISER, ELSEWHERE, ASSESSOR, OTHER_EXAMINER, FIRST + 1};
    for (size_t i = 0; i < sizeof nobody / sizeof *nobody; i++) {
        assert_false(may("result", "view", result, nobody[i]));
        assert_false(may("exam_session", "results", session, nobody[i]));
        assert_false(may("exam_session", "attest", session, nobody[i]));
    }
    assert_true(may("exam_session", "results", session, EXAMS));
    assert_false(may("exam_session", "attest", session, EXAMS));
    assert_true(may("exam_session", "attest", session, EXAMINER));
    assert_true(may("result", "view", result, EXAMINER));
}

/* Who plans, examines and studies here at the same time. */
static void nobody_sees_to_their_own(void **state)
{
    (void)state;
    char of_result[40];
    all_ready();
    must("UPDATE candidate SET person = %d WHERE exam_session = %d AND person = %d", EXAMINER,
         (int)session, FIRST);
    must("UPDATE result SET person = %d WHERE exam_session = %d AND person = %d", EXAMINER,
         (int)session, FIRST);
    refused("chosen:error.result_own",
            attest(EXAMINER, "chosen-T-0000-AAA=1&seen-T-0000-AAA=2&password=" SECRET));
    must("UPDATE result SET state = 'draft' WHERE person = %d", EXAMINER);
    refused("grade:error.result_own",
            enter(EXAMINER, "act=save&grade-T-0000-AAA=6&seen-T-0000-AAA=2"));
    must("UPDATE result SET state = 'ready' WHERE person = %d", EXAMINER);
    int64_t result = number("SELECT id FROM result WHERE person = %d AND exam_session = %d",
                            EXAMINER, (int)session);
    assert_false(may("result", "send_back", result, EXAMINER));
    must("UPDATE result SET state = 'attested' WHERE id = %d", (int)result);
    assert_true(may("result", "view", result, EXAMINER));
    assert_false(may("result", "decide", result, EXAMINER));
    snprintf(of_result, sizeof of_result, "result=%d", (int)result);
    assert_true(rows_have("results/result", "result", EXAMINER, of_result, "course_code", "SJ1"));
}

/* A planner who assesses could add a student and see which code is new. */
static void who_assesses_sees_no_codes_come(void **state)
{
    (void)state;
    must("INSERT INTO exam_committee SELECT id, 1, '1' FROM exam WHERE exam_session = %d",
         (int)session);
    must("INSERT INTO exam_assessor SELECT id, 1, %d FROM exam WHERE exam_session = %d", EXAMS,
         (int)session);
    assert_true(may("exam_session", "results", session, EXAMS));
    must("UPDATE exam_session SET starts_on = '2026-11-21', ends_on = '2026-11-21', starts_at = "
         "'00:00:00', ends_at = '23:59:59' WHERE id = %d",
         (int)session);
    assert_false(may("exam_session", "results", session, EXAMS));
    assert_true(may("exam_session", "results", session, EXAMINER));
    must("DELETE a FROM exam_assessor a JOIN exam x ON x.id = a.exam WHERE x.exam_session = %d",
         (int)session);
    assert_true(may("exam_session", "results", session, EXAMS));
}

/* Not by name, nor by the order of names, a search or a filter. */
static void rows_tell_no_name_before_grading_is_confirmed(void **state)
{
    (void)state;
    char asked[200];
#define ROWS(more, column)                                                                         \
    (snprintf(asked, sizeof asked, "%s&q=&state=&who=&grade=%s", here, more),                      \
     rows_joined("results/session", "results", EXAMS, asked, column))
    DONE(enter(EXAMS, "act=save&grade-T-0002-AAA=2" NEW_ROW("2")));
    must("UPDATE candidate SET state = 'withdrawn' WHERE person = %d", FIRST + 3);
    assert_string_equal(ROWS("", "name"), "||");
    assert_string_equal(ROWS("", "candidate"), "||");
    assert_string_equal(ROWS("", "code"), "T-0000-AAA|T-0001-AAA|T-0002-AAA");
    snprintf(asked, sizeof asked, "%s&q=Kandidat&state=&who=&grade=", here);
    assert_int_equal(rows("results/session", "results", EXAMS, asked), 0);
    snprintf(asked, sizeof asked, "%s&q=T-0001&state=&who=&grade=", here);
    assert_int_equal(rows("results/session", "results", EXAMS, asked), 1);
    snprintf(asked, sizeof asked, "%s&q=&state=&who=registered&grade=", here);
    assert_int_equal(rows("results/session", "results", EXAMS, asked), 0);
    assert_false(may("result", "named", result_of(2), EXAMS));
    char of_result[40];
    snprintf(of_result, sizeof of_result, "result=%d", (int)result_of(2));
    assert_string_equal(rows_joined("results/result", "result", EXAMS, of_result, "name"), "");
    /* nor by a course that few of them read */
    assert_string_equal(rows_joined("results/result", "result", EXAMS, of_result, "course_code"),
                        "");
    assert_string_equal(rows_joined("results/result", "result", EXAMS, of_result, "instance_code"),
                        "");
    graded();
    assert_string_equal(ROWS("", "name"), "Kandidat Nr 4|Kandidat Nr 3|Kandidat Nr 2");
    assert_true(may("result", "named", result_of(2), EXAMS));
    assert_string_equal(rows_joined("results/result", "result", EXAMINER, of_result, "name"),
                        "Kandidat Nr 2");
    must("UPDATE person SET protected = 1 WHERE id = %d", FIRST);
    snprintf(asked, sizeof asked, "%s&q=&state=&who=&grade=", here);
    assert_string_equal(rows_joined("results/session", "results", EXAMINER, asked, "name"),
                        "|Kandidat Nr 3|Kandidat Nr 2");
    must("UPDATE person SET protected = 0 WHERE id = %d", FIRST);
}

static void sums_and_the_tally_add_up(void **state)
{
    (void)state;
    DONE(enter(
        EXAMS,
        "act=ready&chosen-T-0000-AAA=1&grade-T-0000-AAA=2" NEW_ROW(
            "0") "&grade-T-0001-AAA=2" NEW_ROW("1") "&points-T-0002-AAA=3&seen-T-0002-AAA=0"));
    static const char *const names[] = {"untouched", "drafts",   "complete", "ready",
                                        "attested",  "nameless", "results"};
    static const char *const wanted[] = {"1", "2", "1", "1", "0", "4", "4"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(rows_joined("results/session", "sums", EXAMS, here, names[i]),
                            wanted[i]);
    assert_string_equal(rows_joined("results/session", "grades", EXAMS, here, "name"),
                        "F|E|D|C|B|A");
    assert_string_equal(rows_joined("results/session", "grades", EXAMS, here, "drafts"),
                        "0|1|0|0|0|0");
}

/* Whose work it is, and what is left of it. */
static void the_list_knows_whose_and_what_is_left(void **state)
{
    (void)state;
#define LISTED(who, which, as)                                                                     \
    rows_joined("results/results", "sources", who,                                                 \
                "q=&kind=&viewer_examine=" as "&viewer_plan_exams=" as "&state=" which, "id")
#define WAITING(who, as)                                                                           \
    rows_joined("home/front", "results_work", who,                                                 \
                "viewer_examine=" as "&viewer_plan_exams=1&viewer_looks_back=", "work")
    char id[20];
    snprintf(id, sizeof id, "%d", (int)session);
    must("UPDATE exam_session SET results_due = '2026-11-20' WHERE id = %d", (int)session);
    assert_string_equal(LISTED(EXAMS, "", "1"), id);
    assert_string_equal(LISTED(EXAMINER, "", "1"), id);
    assert_string_equal(LISTED(OTHER_EXAMINER, "", "1"), "");
    assert_string_equal(LISTED(ELSEWHERE, "", "1"), "");
    assert_string_equal(LISTED(EXAMS, "late", "1"), id);
    assert_string_equal(LISTED(EXAMS, "attested", "1"), "");
    assert_string_equal(WAITING(EXAMINER, "1"), "late");
    all_ready();
    assert_string_equal(LISTED(EXAMS, "ready", "1"), id);
    assert_string_equal(LISTED(EXAMS, "untouched", "1"), "");
    assert_string_equal(WAITING(EXAMINER, "1"), "attest|late");
    assert_string_equal(WAITING(OTHER_EXAMINER, "1"), "");
    /* Who handed nothing in is not waited for. */
    must("DELETE FROM result WHERE person = %d", FIRST + 3);
    must("UPDATE result SET state = 'attested' WHERE exam_session = %d", (int)session);
    assert_string_equal(LISTED(EXAMS, "late", "1"), id);
    must("UPDATE candidate SET handed_in = NULL, handed_in_at = NULL WHERE person = %d", FIRST + 3);
    assert_string_equal(LISTED(EXAMS, "late", "1"), "");
    assert_string_equal(LISTED(EXAMS, "attested", "1"), id);
    assert_string_equal(WAITING(EXAMS, ""), "");
}

/* Several processes look; each stage is told once for the day that results are due. */
static void late_results_are_reminded_of_once(void **state)
{
    (void)state;
    struct post post = post_of(act_connection());
    struct date today = time_today();
    char day[DATE_TEXT];
    date_iso(day, date_add(today, 2));
    must("UPDATE exam_session SET results_due = '%s' WHERE id = %d", day, (int)session);
    for (int i = 0; i < 2; i++) {
        while (reminders_make(&post))
            ;
        assert_string_equal(told("results_late"), "901 902");
    }
    date_iso(day, date_add(today, -1));
    must("UPDATE exam_session SET results_due = '%s' WHERE id = %d", day, (int)session);
    for (int i = 0; i < 2; i++) {
        while (reminders_make(&post))
            ;
        assert_string_equal(told("results_late"), "901 901 902 902");
    }
    all_attested();
    must("UPDATE exam_session SET results_due = '%s' WHERE id = %d", "2026-10-01", (int)session);
    while (reminders_make(&post))
        ;
    assert_string_equal(told("results_late"), "901 901 902 902");
}

static void placement_periods_go_the_same_road(void **state)
{
    (void)state;
    int64_t activity = plan("2026-09-01", "2026-10-23", 6);
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, %d)",
         (int)activity, FIRST);
    int64_t registration = number("SELECT MAX(id) FROM registration");
    char of_activity[40], fields[300];
    snprintf(of_activity, sizeof of_activity, "activity=%d", (int)activity);
    assert_true(may("activity", "results", activity, PLANNER));
    assert_true(may("activity", "attest_results", activity, OTHER_EXAMINER));
    assert_false(may("activity", "attest_results", activity, PLANNER));
    assert_false(may("activity", "results", activity, ADVISER));
    snprintf(fields, sizeof fields,
             "act=ready&chosen-%d=1&grade-%d=2&seen-%d=0&examined_on-%d=23.10.2026",
             (int)registration, (int)registration, (int)registration, (int)registration);
    DONE(act(results_activity, "results/activity", "results", PLANNER, of_activity, fields));
    assert_string_equal(standing(0), "ready 2 2026-10-23 2");
    assert_string_equal(told("results_ready"), "902 903");
    char results[60];
    snprintf(results, sizeof results, "/activities/%d/results", (int)activity);
    assert_string_equal(leads_to(OTHER_EXAMINER, "results_ready"), results);
    snprintf(fields, sizeof fields, "chosen-%d=1&seen-%d=2&password=" SECRET, (int)registration,
             (int)registration);
    DONE(act(results_activity_attest, "results/activity_attest", "results_attest", OTHER_EXAMINER,
             of_activity, fields));
    assert_string_equal(standing(0), "attested 2 2026-10-23 3");
    assert_string_equal(told("result_attested"), "911");
    assert_string_equal(leads_to(FIRST, "result_attested"), "/my-results");
    send_all();
    assert_true(may("result", "view", result_of(0), FIRST));
}

static int64_t proposed;
static bool proposed_passed;
static bool propose_took;
/* Stands for the action of a final assessment. */
static enum outcome propose(struct action *action)
{
    propose_took = results_propose(action, proposed, proposed_passed, "2026-10-23");
    return action_go(action, NULL, "/");
}

static void a_final_assessment_proposes_until_it_is_ready(void **state)
{
    (void)state;
    int64_t activity = plan("2026-09-01", "2026-10-23", 6);
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, %d)",
         (int)activity, FIRST);
    proposed = number("SELECT MAX(id) FROM registration");
    for (int i = 0; i < 3; i++) {
        proposed_passed = i == 1;
        DONE(act(propose, "results/activity", "results", PLANNER, "", ""));
        assert_int_equal(propose_took, i < 2);
        assert_string_equal(standing(0), i == 0   ? "draft 1 2026-10-23 1"
                                         : i == 1 ? "draft 2 2026-10-23 2"
                                                  : "ready 2 2026-10-23 2");
        if (i == 1)
            must("UPDATE result SET state = 'ready', ready_at = NOW() WHERE registration = %d",
                 (int)proposed);
    }
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT_WS(' ', c.old_value, c.new_value) ORDER BY "
             "e.id, c.number SEPARATOR ', ') FROM event e JOIN event_change c ON "
             "c.event = e.id WHERE e.kind = 'result.proposed' AND e.thing_id = %d",
             (int)result_of(0)),
        "Ikke bestått, 2026-10-23, Ikke bestått Bestått");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(drafts_are_saved_row_by_row, begin),
        cmocka_unit_test_setup(ones_own_and_who_withdrew_go_no_further, begin),
        cmocka_unit_test_setup(wrong_rows_are_told_of_and_nothing_is_saved, begin),
        cmocka_unit_test_setup(who_saves_an_older_row_is_told, begin),
        cmocka_unit_test_setup(only_what_is_complete_becomes_ready, begin),
        cmocka_unit_test_setup(without_an_examiner_nobody_is_said_to_be_told, begin),
        cmocka_unit_test_setup(attesting_wants_the_password_and_what_was_seen, begin),
        cmocka_unit_test_setup(the_letter_says_that_there_is_one_not_what, begin),
        cmocka_unit_test_setup(students_see_attested_results_only, begin),
        cmocka_unit_test_setup(what_is_sent_back_is_a_draft_with_its_objection, begin),
        cmocka_unit_test_setup(a_new_decision_leaves_the_old_one, begin),
        cmocka_unit_test_setup(who_may_what, begin),
        cmocka_unit_test_setup(nobody_sees_to_their_own, begin),
        cmocka_unit_test_setup(who_assesses_sees_no_codes_come, begin),
        cmocka_unit_test_setup(rows_tell_no_name_before_grading_is_confirmed, begin),
        cmocka_unit_test_setup(sums_and_the_tally_add_up, begin),
        cmocka_unit_test_setup(the_list_knows_whose_and_what_is_left, begin),
        cmocka_unit_test_setup(late_results_are_reminded_of_once, begin),
        cmocka_unit_test_setup(placement_periods_go_the_same_road, begin),
        cmocka_unit_test_setup(a_final_assessment_proposes_until_it_is_ready, begin),
    };
    return cmocka_run_group_tests(tests, set_up, post_tear_down);
}
