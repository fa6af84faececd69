/* Grading: who marks which paper and how, what two marks come to, boundaries, committees, confirming; many who save at once. */
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

action_function grading_grade, grading_setup, grading_assessors, grading_confirm, grading_reopen;

enum { EXAMS = 901, ONE, OTHER, THIRD, EXAMINER, NOBODY, ELSEWHERE, PAPERS = 12 };
#define A "T-0001-AAA"
#define B "T-0002-AAA"
#define C "T-0003-AAA"
#define SET_UP                                                                                     \
    "points_most=100&boundary-2=40&boundary-3=50&boundary-4=60&boundary-5=75&boundary-6=90"

static int64_t exam;
static char at[60];

static int set_up(void **state)
{
    if (region_set_up(state) != 0)
        return -1;
    staff(EXAMS, "exam_planner", INSTITUTION);
    staff(ONE, "assessor", INSTITUTION);
    staff(OTHER, "assessor", INSTITUTION);
    staff(THIRD, "assessor", INSTITUTION);
    staff(EXAMINER, "examiner", INSTITUTION);
    staff(NOBODY, "assessor", INSTITUTION);
    staff(ELSEWHERE, "exam_planner", INSTITUTION_TWO);
    return 0;
}

/* An anonymous exam on A–F of PAPERS papers; the last was not handed in. ONE and OTHER mark, two to a paper. */
static int begin(void **state)
{
    (void)state;
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, anonymous, "
         "code_prefix, "
         "scale_version, person, made_at) VALUES (1, 'digital_exam', 'confirmed', 'Prøva', 'The "
         "test', 'none', 1, "
         "'T', 3, %d, NOW())",
         EXAMS);
    int session = (int)number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_examiner VALUES (%d, %d)", session, EXAMINER);
    must("INSERT INTO exam (institution, exam_session, points_most, marks) VALUES (1, %d, 100, 2)",
         session);
    exam = number("SELECT MAX(id) FROM exam");
    must("INSERT INTO exam_committee VALUES (%d, 1, 'A')", (int)exam);
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d), (%d, 1, %d)", (int)exam, ONE, (int)exam,
         OTHER);
    must("INSERT INTO exam_boundary VALUES (%d, 2, 40), (%d, 3, 50), (%d, 4, 60), (%d, 5, 75), "
         "(%d, 6, 90)",
         (int)exam, (int)exam, (int)exam, (int)exam, (int)exam);
    for (int i = 1; i <= PAPERS; i++) {
        must("INSERT INTO exam_code VALUES (%d, 'T-%04d-AAA')", session, i);
        must("INSERT INTO paper (exam, code, exam_session, handed_in) VALUES (%d, 'T-%04d-AAA', "
             "%d, %d)",
             (int)exam, i, session, i < PAPERS);
    }
    snprintf(at, sizeof at, "exam=%d", (int)exam);
    return 0;
}

static struct done grade(int64_t who, const char *fields)
{
    return act(grading_grade, "grading/grade", "marks", who, at, fields);
}

static const char *outcome(const char *code)
{
    return text("SELECT CONCAT_WS(' ', COALESCE(points, '–'), COALESCE(grade, '–')) FROM paper "
                "WHERE exam = %d AND "
                "code = '%s'",
                (int)exam, code);
}

static const char *mark_of(int who, const char *code)
{
    return text("SELECT CONCAT_WS(' ', COALESCE(points, '–'), COALESCE(grade, '–'), comment) FROM "
                "mark WHERE exam = %d "
                "AND code = '%s' AND person = %d",
                (int)exam, code, who);
}

static const char *with_version(const char *fields)
{
    static char all[600];
    snprintf(all, sizeof all, "version=%d&%s",
             (int)number("SELECT version FROM exam WHERE id = %d", (int)exam), fields);
    return all;
}

static struct done setup(const char *fields)
{
    return act(grading_setup, "grading/setup", "exam_setup", EXAMS, at, with_version(fields));
}

static struct done confirm(void)
{
    return act(grading_confirm, "grading/confirm", "exam_confirm", EXAMS, at, with_version(""));
}

/* Every paper that was handed in, by both. */
static void mark_all(void)
{
    for (int i = 1; i < PAPERS; i++)
        for (int who = ONE; who <= OTHER; who++) {
            char fields[200];
            snprintf(fields, sizeof fields, "row_version-T-%04d-AAA=%d&points-T-%04d-AAA=%d", i,
                     (int)number("SELECT COALESCE(MAX(version), 0) FROM mark WHERE exam = %d AND "
                                 "code = 'T-%04d-AAA' AND "
                                 "person = %d",
                                 (int)exam, i, who),
                     i, 8 * i);
            DONE(grade(who, fields));
        }
}

/* The kept number of complete marks is true. */
static void assert_kept(void)
{
    assert_int_equal(number("SELECT COUNT(*) FROM paper p JOIN exam x ON x.id = p.exam WHERE "
                            "p.marks <> (SELECT COUNT(*) FROM "
                            "mark m WHERE m.exam = p.exam AND m.code = p.code AND m.grade IS NOT "
                            "NULL AND (x.points_most IS "
                            "NULL OR m.points IS NOT NULL))"),
                     0);
}

static void two_marks_that_agree_are_the_outcome(void **state)
{
    (void)state;
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=61,25&grade-" A "=&comment-" A "=Bra"));
    assert_string_equal(mark_of(ONE, A), "61.25 4 Bra"); /* the grade follows */
    assert_string_equal(outcome(A), "– –");
    assert_string_equal(text("SELECT state FROM exam WHERE id = %d", (int)exam), "started");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ' ', c.subject, ' ', c.new_value ORDER BY c.number) "
             "FROM event e "
             "JOIN event_change c ON c.event = e.id WHERE e.thing = 'exam' AND e.thing_id = %d",
             (int)exam),
        "points " A " 61.25,grade " A " C,comment " A " Bra");
    /* nothing of who the candidate is, and nothing new for the same again */
    DONE(grade(ONE, "row_version-" A "=1&points-" A "=61,25&grade-" A "=4&comment-" A "=Bra"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE thing = 'exam' AND thing_id = %d", (int)exam), 1);
    DONE(grade(OTHER, "row_version-" A "=0&points-" A "=61,25"));
    assert_string_equal(outcome(A), "61.25 4");
    /* one changes their mind: no outcome, until the other takes the same */
    DONE(grade(OTHER, "row_version-" A "=1&points-" A "=48"));
    assert_string_equal(mark_of(OTHER, A), "48.00 2");
    assert_string_equal(outcome(A), "– –");
    DONE(grade(ONE, "row_version-" A "=1&take=" A));
    assert_string_equal(mark_of(ONE, A), "48.00 2 Bra");
    assert_string_equal(outcome(A), "48.00 2");
    /* the same grade with other points is no agreement: one sum is transferred */
    DONE(grade(ONE, "row_version-" A "=2&points-" A "=49"));
    assert_string_equal(outcome(A), "– –");
    /* emptied, the mark is gone */
    DONE(grade(ONE, "row_version-" A "=3&points-" A "=&grade-" A "=&comment-" A "="));
    assert_string_equal(mark_of(ONE, A), "");
    assert_kept();
}

static void a_grade_that_was_chosen_stays(void **state)
{
    (void)state;
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=59,5&grade-" A
                    "=4")); /* C, though D begins at 50 */
    assert_string_equal(mark_of(ONE, A), "59.50 4");
    DONE(grade(ONE, "row_version-" A "=1&points-" A "=58&grade-" A "=4"));
    assert_string_equal(mark_of(ONE, A), "58.00 4");
    DONE(grade(ONE, "row_version-" A "=2&points-" A "=58&grade-" A
                    "=3")); /* as the boundaries say: it follows again */
    DONE(grade(ONE, "row_version-" A "=3&points-" A "=80&grade-" A "=3"));
    assert_string_equal(mark_of(ONE, A), "80.00 5");
}

static void wrong_rows_are_told_and_nothing_is_saved(void **state)
{
    (void)state;
    refused("points:error.points_most", grade(ONE, "row_version-" A "=0&points-" A
                                                   "=50&row_version-" B "=0&points-" B "=100,01"));
    assert_int_equal(number("SELECT COUNT(*) FROM mark WHERE exam = %d", (int)exam), 0);
    refused("points:error.decimal_comma", grade(ONE, "row_version-" A "=0&points-" A "=14.83"));
    refused("points:error.two_decimals", grade(ONE, "row_version-" A "=0&points-" A "=1,234"));
    refused("grade:error.grade_not_of_scale", grade(ONE, "row_version-" A "=0&grade-" A "=7"));
    refused("points:error.paper_not_handed_in",
            grade(ONE, "row_version-T-0012-AAA=0&points-T-0012-AAA=1"));
    refused("points:error.paper_unknown",
            grade(ONE, "row_version-T-9999-AAA=0&points-T-9999-AAA=1"));
    refused("points:error.mark_changed", grade(ONE, "row_version-" A "=4&points-" A "=1"));
    /* of a committee that one is not in */
    must("INSERT INTO exam_committee VALUES (%d, 2, 'B')", (int)exam);
    must("INSERT INTO exam_assessor VALUES (%d, 2, %d)", (int)exam, THIRD);
    refused("points:error.paper_unknown", grade(THIRD, "row_version-" A "=0&points-" A "=1"));
    must("UPDATE exam SET points_most = NULL WHERE id = %d", (int)exam);
    refused("points:error.no_points", grade(ONE, "row_version-" A "=0&points-" A "=1"));
    DONE(grade(ONE, "row_version-" A "=0&grade-" A "=3"));
    DONE(grade(OTHER, "row_version-" A "=0&grade-" A "=3"));
    assert_string_equal(outcome(A), "– 3");
}

static size_t listed(const char *view)
{
    char asked[60];
    snprintf(asked, sizeof asked, "state=&q=&view=%s", view);
    return rows("grading/exams", "exams", EXAMS, asked);
}

/* Begins today, begins tomorrow, made by the viewer, edited today. */
static void the_list_has_its_filters(void **state)
{
    (void)state;
    must("UPDATE exam SET edited_at = '2026-11-20 23:59:59'");
    must("UPDATE exam_session SET person = %d", ONE);
    size_t all = listed("");
    assert_true(all > 0);
    assert_int_equal(listed("today") + listed("tomorrow") + listed("mine") + listed("edited"), 0);
    must("UPDATE exam_session SET person = %d, date_mode = 'day', starts_on = '2026-11-21', "
         "ends_on = '2026-11-21', starts_at = '09:00', ends_at = '13:00' WHERE id = (SELECT "
         "exam_session FROM exam WHERE id = %d)",
         EXAMS, (int)exam);
    must("UPDATE exam SET edited_at = '2026-11-21 00:00:00' WHERE id = %d", (int)exam);
    assert_int_equal(listed("today"), 1);
    assert_int_equal(listed("mine"), 1);
    assert_int_equal(listed("edited"), 1);
    assert_int_equal(listed("tomorrow"), 0);
    must("UPDATE exam_session SET starts_on = '2026-11-22', ends_on = '2026-11-22' WHERE person = "
         "%d",
         EXAMS);
    assert_int_equal(listed("tomorrow"), 1);
    assert_int_equal(listed("today"), 0);
    assert_int_equal(listed(""), all);
}

static void a_paper_gets_as_many_marks_as_it_shall(void **state)
{
    (void)state;
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d)", (int)exam, THIRD);
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=10"));
    DONE(grade(OTHER, "row_version-" A "=0&points-" A "=20"));
    refused("points:error.paper_has_marks", grade(THIRD, "row_version-" A "=0&points-" A "=30"));
    must("UPDATE exam SET marks = 1 WHERE id = %d", (int)exam);
    DONE(grade(ONE, "row_version-" B "=0&points-" B "=10"));
    assert_string_equal(outcome(B), "10.00 1");
    refused("points:error.paper_has_marks", grade(THIRD, "row_version-" B "=0&points-" B "=30"));
}

/* Nobody sees what a colleague gave before they have given their own. */
static void the_others_mark_is_hidden_until_ones_own_is_given(void **state)
{
    (void)state;
    char page[80];
    snprintf(page, sizeof page, "exam=%d&q=&state=", (int)exam);
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=77&comment-" A "=Hemmeleg"));
    assert_string_equal(rows_joined("grading/grade", "papers", OTHER, page, "other"), "||||||||||");
    assert_string_equal(rows_joined("grading/grade", "papers", OTHER, page, "other_comment"),
                        "||||||||||");
    assert_string_equal(rows_joined("grading/exam", "papers", OTHER, page, "marks"), "||||||||||");
    assert_true(rows_have("grading/exam", "papers", EXAMS, page, "marks", "Stab Nr 902: 77,00 B"));
    /* nor takes it over: a comment is no mark */
    DONE(grade(OTHER, "row_version-" A "=0&comment-" A "=Kva+gav+du?"));
    DONE(grade(OTHER, "row_version-" A "=1&take=" A));
    assert_string_equal(mark_of(OTHER, A), "– – Kva gav du?");
    DONE(grade(OTHER, "row_version-" A "=1&points-" A "=70"));
    assert_true(rows_have("grading/grade", "papers", OTHER, page, "other_points", "77.00"));
    assert_true(rows_have("grading/exam", "papers", OTHER, page, "marks",
                          "Stab Nr 902: 77,00 B · Stab Nr 903: 70,00 C"));
}

static void rights_follow_roles_and_states(void **state)
{
    (void)state;
    assert_true(may("exam", "view", exam, ONE) && may("exam", "grade_now", exam, ONE));
    assert_false(may("exam", "oversee", exam, ONE) || may("exam", "plan", exam, ONE) ||
                 may("exam", "protocol", exam, ONE));
    assert_true(may("exam", "plan_now", exam, EXAMS) && may("exam", "oversee", exam, EXAMS));
    assert_false(may("exam", "grade", exam, EXAMS) || may("exam", "confirm_now", exam, EXAMS));
    assert_true(may("exam", "view", exam, EXAMINER) && may("exam", "protocol", exam, EXAMINER));
    assert_false(may("exam", "plan", exam, EXAMINER) || may("exam", "grade", exam, EXAMINER));
    /* an assessor of another exam, a planner elsewhere, who looks after the institution, a student */
    const int64_t strangers[] = {NOBODY, ELSEWHERE, PLANNER, ADMIN, ADVISER, STUDENT};
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        assert_false(may("exam", "view", exam, strangers[i]));
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE person = %d", ONE);
    assert_false(may("exam", "view", exam, ONE));
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", ONE);
    assert_false(may("exam", "named", exam, ONE));
}

/* While it goes on, watching which codes are handed in would tell who left when. */
static void assessors_see_no_papers_before_the_time_is_out(void **state)
{
    (void)state;
    char page[80];
    snprintf(page, sizeof page, "exam=%d&q=&state=", (int)exam);
    must("UPDATE exam_session s JOIN exam x ON x.exam_session = s.id SET s.date_mode = 'day', "
         "s.starts_on = '2026-11-30', "
         "s.ends_on = '2026-11-30', s.starts_at = '09:00', s.ends_at = '13:00' WHERE x.id = %d",
         (int)exam);
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d)", (int)exam, EXAMS);
    assert_true(may("exam", "view", exam, ONE) && may("exam", "waits", exam, ONE));
    assert_false(may("exam", "grade", exam, ONE) || may("exam", "grade_now", exam, ONE));
    assert_int_equal(total("grading/exam", "papers", ONE, page), 0);
    assert_int_equal(rows("grading/exam", "counts", ONE, page), 0);
    assert_int_equal(total("grading/exam", "papers", EXAMS, page),
                     0); /* who plans it and assesses it */
    must("DELETE FROM exam_assessor WHERE exam = %d AND person = %d", (int)exam, EXAMS);
    assert_int_equal(total("grading/exam", "papers", EXAMS, page), PAPERS);
    assert_int_equal(total("grading/exam", "papers", EXAMINER, page), PAPERS);
    must("UPDATE exam_session s JOIN exam x ON x.exam_session = s.id SET s.starts_on = "
         "'2026-11-19', s.ends_on = '2026-11-19' "
         "WHERE x.id = %d",
         (int)exam);
    assert_true(may("exam", "grade_now", exam, ONE));
    assert_int_equal(total("grading/exam", "papers", ONE, page), PAPERS);
}

/* Where there is no day students come and go all the time: a code that comes with one of them would be known. */
static void without_a_day_assessors_see_what_was_handed_in(void **state)
{
    (void)state;
    char page[80];
    snprintf(page, sizeof page, "exam=%d&q=&state=", (int)exam);
    assert_int_equal(total("grading/grade", "papers", ONE, page), PAPERS - 1);
    assert_int_equal(total("grading/exam", "papers", ONE, page), PAPERS - 1);
    assert_int_equal(total("grading/exam", "papers", EXAMS, page), PAPERS);
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d)", (int)exam, EXAMS);
    assert_int_equal(total("grading/exam", "papers", EXAMS, page), PAPERS - 1);
}

static void confirming_waits_for_every_mark(void **state)
{
    (void)state;
    refused(":error.nothing_graded", confirm());
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=50"));
    DONE(grade(OTHER, "row_version-" A "=0&points-" A "=50"));
    refused(":error.marks_missing", confirm());
    DONE(grade(ONE, "row_version-" B "=0&points-" B "=50"));
    DONE(grade(OTHER, "row_version-" B "=0&points-" B "=51"));
    refused(":error.marks_disagree :error.marks_missing", confirm());
    mark_all();
    DONE(confirm());
    assert_string_equal(text("SELECT CONCAT_WS(' ', state, confirmed_by, confirmed_at IS NOT NULL) "
                             "FROM exam WHERE id = %d",
                             (int)exam),
                        "confirmed 901 1");
    refused(":error.exam_confirmed", grade(ONE, "row_version-" A "=1&points-" A "=1"));
    refused(":error.exam_confirmed", setup(SET_UP "&marks=2&committee-1=A&division=keep"));
    refused(":error.exam_confirmed", confirm());
    assert_true(may("exam", "reopen_now", exam, EXAMS) && may("exam", "protocol", exam, ONE));
}

static void what_was_confirmed_is_reopened_with_a_reason(void **state)
{
    (void)state;
    struct done done = act(grading_reopen, "grading/reopen", "exam_reopen", EXAMS, at,
                           with_version("reason=Feil+fasit"));
    refused(":error.exam_not_confirmed", done);
    mark_all();
    DONE(confirm());
    refused("reason:error.required", act(grading_reopen, "grading/reopen", "exam_reopen", EXAMS, at,
                                         with_version("reason=")));
    DONE(act(grading_reopen, "grading/reopen", "exam_reopen", EXAMS, at,
             with_version("reason=Feil+fasit")));
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', state, COALESCE(confirmed_by, '–')) FROM exam WHERE id = %d",
             (int)exam),
        "started –");
    assert_true(rows_have("grading/exam", "changes", EXAMS, at, "new_value", "Feil fasit"));
    assert_int_equal(rows("grading/exam", "history", ONE, at), 0);
    DONE(confirm());
    /* not when it has been transferred, nor when that is on its way */
    must("INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at) VALUES "
         "('transfer', 'exam', %d, %d, "
         "'nb', NOW(), NOW())",
         (int)exam, EXAMS);
    done = act(grading_reopen, "grading/reopen", "exam_reopen", EXAMS, at,
               with_version("reason=Igjen"));
    refused(":error.exam_transferred", done);
    must("DELETE FROM job");
}

static void boundaries_rise_and_grades_follow_them(void **state)
{
    (void)state;
    static const char *const rest = "&marks=2&committee-1=A&division=keep";
    char fields[400];
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=61&row_version-" B "=0&points-" B
                    "=61&grade-" B "=6"));
    snprintf(
        fields, sizeof fields,
        "points_most=100&boundary-2=40&boundary-3=50&boundary-4=60&boundary-5=60&boundary-6=90%s",
        rest);
    refused("boundary:error.boundary_order", setup(fields));
    snprintf(fields, sizeof fields, "points_most=100&boundary-2=40&boundary-3=50%s", rest);
    refused("boundary:error.boundary_missing boundary:error.boundary_missing "
            "boundary:error.boundary_missing",
            setup(fields));
    snprintf(
        fields, sizeof fields,
        "points_most=80&boundary-2=40&boundary-3=50&boundary-4=60&boundary-5=70&boundary-6=90%s",
        rest);
    refused("boundary:error.boundary_order", setup(fields));
    snprintf(fields, sizeof fields, "points_most=60%s", rest);
    refused("points_most:error.more_points_given", setup(fields));
    snprintf(fields, sizeof fields, "points_most=%s", rest);
    refused("points_most:error.points_are_given", setup(fields));
    snprintf(fields, sizeof fields,
             "points_most=100&boundary-2=40&boundary-3=55,5&boundary-4=61,5&boundary-5=75&boundary-"
             "6=90%s",
             rest);
    DONE(setup(fields));
    assert_string_equal(mark_of(ONE, A), "61.00 3"); /* C was what 61 points gave */
    assert_string_equal(mark_of(ONE, B), "61.00 6"); /* chosen by hand */
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ' ', c.subject, ' ', c.old_value, ' ', c.new_value "
             "ORDER BY c.number) "
             "FROM event e JOIN event_change c ON c.event = e.id WHERE e.kind = 'exam.set_up' AND "
             "e.thing_id = %d",
             (int)exam),
        "boundary D 50.00 55.5,boundary C 60.00 61.5");
    /* an older form is stale */
    assert_int_equal(act(grading_setup, "grading/setup", "exam_setup", EXAMS, at,
                         "version=1&marks=2&division=keep")
                         .outcome,
                     OUTCOME_STALE);
}

/* What C proposes for a mark, and SQL for a file or a new boundary, is the same for every amount. */
static void boundaries_mean_the_same_in_both_places(void **state)
{
    (void)state;
    static const char *const amounts[] = {"0",  "39.99", "40", "49.99", "50", "59.99",
                                          "60", "74.99", "75", "89.99", "90", "100"};
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        char fields[200];
        must("DELETE FROM mark WHERE exam = %d", (int)exam);
        snprintf(fields, sizeof fields, "row_version-" A "=0&points-" A "=%s", amounts[i]);
        if (strchr(fields, '.'))
            *strchr(fields, '.') = ',';
        DONE(grade(ONE, fields));
        assert_int_equal(number("SELECT m.grade = COALESCE((SELECT MAX(b.position) FROM "
                                "exam_boundary b WHERE b.exam = m.exam AND "
                                "b.points_from <= m.points), 1) FROM mark m WHERE m.exam = %d",
                                (int)exam),
                         1);
    }
}

static void papers_are_divided_among_committees(void **state)
{
    (void)state;
    DONE(grade(ONE, "row_version-" A "=0&points-" A "=61"));
    DONE(setup(SET_UP "&marks=2&committee-1=A&new_committee=B&division=even"));
    assert_string_equal(text("SELECT GROUP_CONCAT(n ORDER BY committee) FROM (SELECT committee, "
                             "COUNT(*) AS n FROM paper WHERE "
                             "exam = %d GROUP BY committee) q",
                             (int)exam),
                        "7,5");
    assert_int_equal(
        number("SELECT committee FROM paper WHERE exam = %d AND code = '" A "'", (int)exam), 1);
    refused("committee:error.committee_has_marks",
            setup(SET_UP "&marks=2&committee-1=&committee-2=B&division=keep"));
    DONE(act(grading_assessors, "grading/assessors", "exam_assessors", EXAMS, at,
             with_version("assessor-903=2")));
    refused("assessor:error.assessor_has_marks",
            act(grading_assessors, "grading/assessors", "exam_assessors", EXAMS, at,
                with_version("assessor-902=2")));
    DONE(setup(SET_UP "&marks=1&committee-1=A&committee-2=&division=keep"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM paper WHERE exam = %d AND committee = 1", (int)exam), PAPERS);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(person) FROM exam_assessor WHERE exam = %d", (int)exam), "902");
    assert_string_equal(outcome(A), "61.00 4"); /* one mark is enough now */
    assert_kept();
    refused("committee:error.committee_has_marks new_committee:error.committee_needed",
            setup(SET_UP "&marks=1&committee-1=&division=keep"));
}

static void assessors_have_the_role_here(void **state)
{
    (void)state;
    DONE(act(grading_assessors, "grading/assessors", "exam_assessors", EXAMS, at,
             with_version("add=904&to=1")));
    assert_true(may("exam", "grade", exam, THIRD));
    /* each is told once */
    assert_string_equal(text("SELECT GROUP_CONCAT(n.person ORDER BY n.person) FROM notice n JOIN "
                             "event e ON e.id = n.event WHERE "
                             "n.kind = 'exam_assess' AND e.thing_id = %d",
                             (int)exam),
                        "902,903,904");
    refused("add:error.not_assessor", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("add=905&to=1")));
    refused("add:error.not_assessor", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("add=906&to=9")));
    refused(":error.nothing_changed", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("assessor-902=1")));
    DONE(act(grading_assessors, "grading/assessors", "exam_assessors", EXAMS, at,
             with_version("assessor-904=0")));
    assert_false(may("exam", "view", exam, THIRD));
    DONE(act(grading_assessors, "grading/assessors", "exam_assessors", EXAMS, at,
             with_version("add=904&to=1")));
    assert_int_equal(number("SELECT COUNT(*) FROM mail m JOIN event e ON e.id = m.event WHERE "
                            "m.kind = 'exam_assess' AND e.thing_id = "
                            "%d AND m.person = %d",
                            (int)exam, THIRD),
                     1);
}

/* Not whoever knows, or is, one of them. */
static void assessors_know_no_candidate(void **state)
{
    (void)state;
    int session = (int)number("SELECT exam_session FROM exam WHERE id = %d", (int)exam);
    char page[60];
    snprintf(page, sizeof page, "exam=%d&q=", (int)exam);
    assert_true(rows_have("grading/assessors", "people", EXAMS, page, "id", "904"));
    must("INSERT INTO exam_opening (exam, exam_session, code, person, reason, at) VALUES (%d, %d, "
         "'" A "', %d, 'x', NOW())",
         (int)exam, session, THIRD);
    assert_false(rows_have("grading/assessors", "people", EXAMS, page, "id", "904"));
    refused("add:error.not_assessor", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("add=904&to=1")));
    must("INSERT INTO programme (id, institution, code, name) VALUES (1, 1, 'SJ', 'Sjukepleie')");
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES (1, 1, 1, "
         "'SJ1', "
         "'Praksis', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES (1, 1, "
         "1, 'V', '2027-01-04', '2027-06-20')");
    must("INSERT INTO exam_session_instance VALUES (%d, 1, 1, NULL)", session);
    must("INSERT INTO candidate (institution, exam_session, course_instance, person, "
         "registered_at) VALUES (1, %d, 1, %d, NOW()), (1, %d, 1, %d, NOW())",
         session, NOBODY, session, ONE);
    refused("add:error.not_assessor", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("add=906&to=1")));
    assert_false(may("exam", "grade", exam, ONE) || may("exam", "view", exam, ONE));
    must("DELETE FROM candidate WHERE exam_session = %d", session);
    must("DELETE FROM exam_opening WHERE exam = %d", (int)exam);
}

/* Who assesses knows the names once grading is confirmed, and could mark by them. */
static void who_assesses_does_not_reopen(void **state)
{
    (void)state;
    must("UPDATE exam SET state = 'confirmed', confirmed_at = NOW() WHERE id = %d", (int)exam);
    assert_true(may("exam", "reopen_now", exam, EXAMS));
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d)", (int)exam, EXAMS);
    assert_false(may("exam", "reopen", exam, EXAMS) || may("exam", "reopen_now", exam, EXAMS));
}

static bool may_import(int64_t who)
{
    char id[20];
    snprintf(id, sizeof id, "%d", (int)exam);
    return rows_have("imports/import_new", "exams", who, "kind=points", "id", id);
}

/* A planner who assesses too could see the names while grading was confirmed: when another planner reopens it, they mark no more. */
static void who_was_shown_names_marks_no_more(void **state)
{
    (void)state;
    mark_all();
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, "
         "'exam_planner', %d, '2026-01-01')",
         ONE, INSTITUTION);
    assert_true(may("exam", "grade_now", exam, ONE) && may_import(ONE));
    DONE(confirm());
    assert_true(may("exam", "grade", exam, ONE) && !may("exam", "shown", exam, ONE));
    assert_true(rows_have("grading/reopen", "shown", EXAMS, at, "id", "902"));
    assert_int_equal(rows("grading/reopen", "shown", EXAMS, at), 1);
    DONE(act(grading_reopen, "grading/reopen", "exam_reopen", EXAMS, at,
             with_version("reason=Feil+fasit")));
    assert_true(may("exam", "grade_now", exam, OTHER) && !may("exam", "shown", exam, OTHER));
    /* nor when the role is given up at once, which ends it yesterday */
    for (int ended = 0; ended <= 1; ended++) {
        assert_true(may("exam", "view", exam, ONE) && may("exam", "shown", exam, ONE));
        assert_false(may("exam", "grade", exam, ONE) || may("exam", "grade_now", exam, ONE));
        assert_true(!may_import(ONE) && may_import(OTHER));
        must("UPDATE person_grant SET valid_to = CURDATE() - INTERVAL 1 DAY WHERE person = %d AND "
             "role = 'exam_planner'",
             ONE);
    }
    must("DELETE FROM exam_assessor WHERE exam = %d AND person = %d", (int)exam, ONE);
    refused("add:error.not_assessor", act(grading_assessors, "grading/assessors", "exam_assessors",
                                          EXAMS, at, with_version("add=902&to=1")));
    must("DELETE FROM person_grant WHERE person = %d AND role = 'exam_planner'", ONE);
}

/* One hand of several: marks its papers one after the other, as a worker would, again when the database asks for it. */
static int hand(int64_t who, int first, int step)
{
    act_on_own_connection();
    for (int i = first; i < PAPERS; i += step) {
        char fields[120];
        enum data_result result = DATA_RETRY;
        snprintf(fields, sizeof fields, "row_version-T-%04d-AAA=0&points-T-%04d-AAA=%d", i, i,
                 5 * i);
        for (unsigned try = 0; result == DATA_RETRY && connection_pause(try); try++) {
            struct done done = grade(who, fields);
            result = done.result;
            if (result == DATA_OK && done.outcome != OUTCOME_DONE)
                return 3;
        }
        if (result != DATA_OK)
            return result == DATA_RETRY ? 4 : 5;
    }
    return 0;
}

/* Two assessors with three hands each, over the same papers. */
static void many_save_at_the_same_time(void **state)
{
    (void)state;
    enum { HANDS = 6 };
    pid_t hands[HANDS];
    for (int i = 0; i < HANDS; i++) {
        hands[i] = fork();
        if (hands[i] == 0)
            _exit(hand(i % 2 ? ONE : OTHER, 1 + i / 2, HANDS / 2));
        assert_true(hands[i] > 0);
    }
    for (int i = 0; i < HANDS; i++) {
        int status;
        assert_int_equal(waitpid(hands[i], &status, 0), hands[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    assert_int_equal(number("SELECT COUNT(*) FROM mark WHERE exam = %d", (int)exam),
                     2 * (PAPERS - 1));
    assert_int_equal(
        number("SELECT COUNT(*) FROM paper WHERE exam = %d AND grade IS NOT NULL", (int)exam),
        PAPERS - 1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE thing = 'exam' AND thing_id = %d", (int)exam),
        2 * (PAPERS - 1));
    assert_kept();
    /* the exam's row was written a few times, not at each mark */
    assert_true(number("SELECT COUNT(*) FROM exam FOR SYSTEM_TIME ALL WHERE id = %d", (int)exam) <=
                3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(two_marks_that_agree_are_the_outcome, begin),
        cmocka_unit_test_setup(a_grade_that_was_chosen_stays, begin),
        cmocka_unit_test_setup(wrong_rows_are_told_and_nothing_is_saved, begin),
        cmocka_unit_test_setup(the_list_has_its_filters, begin),
        cmocka_unit_test_setup(a_paper_gets_as_many_marks_as_it_shall, begin),
        cmocka_unit_test_setup(the_others_mark_is_hidden_until_ones_own_is_given, begin),
        cmocka_unit_test_setup(rights_follow_roles_and_states, begin),
        cmocka_unit_test_setup(assessors_see_no_papers_before_the_time_is_out, begin),
        cmocka_unit_test_setup(without_a_day_assessors_see_what_was_handed_in, begin),
        cmocka_unit_test_setup(confirming_waits_for_every_mark, begin),
        cmocka_unit_test_setup(what_was_confirmed_is_reopened_with_a_reason, begin),
        cmocka_unit_test_setup(boundaries_rise_and_grades_follow_them, begin),
        cmocka_unit_test_setup(boundaries_mean_the_same_in_both_places, begin),
        cmocka_unit_test_setup(papers_are_divided_among_committees, begin),
        cmocka_unit_test_setup(assessors_have_the_role_here, begin),
        cmocka_unit_test_setup(assessors_know_no_candidate, begin),
        cmocka_unit_test_setup(who_assesses_does_not_reopen, begin),
        cmocka_unit_test_setup(who_was_shown_names_marks_no_more, begin),
        cmocka_unit_test_setup(many_save_at_the_same_time, begin),
    };
    return cmocka_run_group_tests_name("grading", tests, set_up, action_tear_down);
}
