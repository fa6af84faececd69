/* Handing in: what the job makes of a file, once, whoever comes in between; marks and attendance by planners, with times of the
 * wall; who may see what. The files themselves, and when they may come, are tests/http/test_hand_in.py's. */
#include "../../fcgi/jobs/hand_in.h"
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function exams_hand_ins;

enum { ANNE = 901, BERIT, EXAM_PLANNER = 910, ASSESSOR };

static struct connection *pulse;
static struct arena *arena;
static int64_t session, exam, anne, berit;
static char path[60];

static void person(int id, const char *name, const char *role)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'p%d@example.org')",
         id, name, id);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         id);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, '%s', 1, "
         "'2020-01-01')",
         id, role);
}

static int set_up(void **state)
{
    if (ordering_set_up(state) != 0)
        return -1;
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(1, 1, 1, 'EKS', 'Eksamen', 5, 3)");
    person(ANNE, "Anne", "student");
    person(BERIT, "Berit", "student");
    person(EXAM_PLANNER, "Eva", "exam_planner");
    person(ASSESSOR, "Arne", "assessor");
    pulse = act_connect();
    arena = arena_new((size_t)64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    connection_free(pulse);
    arena_free(arena);
    return action_tear_down(state);
}

static int64_t candidate(int who, const char *code)
{
    must("INSERT INTO candidate (institution, exam_session, course_instance, person, "
         "registered_at) VALUES (1, %d, 1, %d, '2026-11-01')",
         (int)session, who);
    int64_t id = number("SELECT MAX(id) FROM candidate");
    must("INSERT INTO exam_code VALUES (%d, '%s')", (int)session, code);
    must("INSERT INTO exam_identity VALUES (%d, %d, '%s')", (int)id, (int)session, code);
    must("INSERT INTO paper (exam, code, exam_session) VALUES (%d, '%s', %d)", (int)exam, code,
         (int)session);
    return id;
}

/* An anonymous session on 20 November for each test, with two candidates. */
static int fresh(void **state)
{
    (void)state;
    must("DELETE FROM job");
    must("DELETE FROM notice");
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, starts_on, "
         "starts_at, ends_on, ends_at, anonymous, scale_version, person, made_at, confirmed_at) "
         "VALUES (1, 'digital_exam', 'confirmed', 'Prøve', 'Test', 'day', '2026-11-20', '09:00', "
         "'2026-11-20', '13:00', 1, 3, %d, '2026-11-01', '2026-11-01')",
         EXAM_PLANNER);
    session = number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) "
         "VALUES (%d, 1, 1, 1)",
         (int)session);
    must("INSERT INTO exam (institution, exam_session) VALUES (1, %d)", (int)session);
    exam = number("SELECT MAX(id) FROM exam");
    must("INSERT INTO exam_committee (exam, number, name) VALUES (%d, 1, '1')", (int)exam);
    anne = candidate(ANNE, "0007-ABC");
    berit = candidate(BERIT, "0003-DEF");
    snprintf(path, sizeof path, "exam_session=%d", (int)session);
    return 0;
}

static struct done save(const char *format, ...) __attribute__((format(printf, 1, 2)));
static struct done save(const char *format, ...)
{
    char fields[1000];
    va_list list;
    va_start(list, format);
    vsnprintf(fields, sizeof fields, format, list);
    va_end(list);
    return act(exams_hand_ins, "exams/hand_ins", "hand_ins", EXAM_PLANNER, path, fields);
}

/* ---- the job ---- */

static void file(int number_of, const char *text, int pieces)
{
    must("INSERT INTO hand_in (candidate, number, at, file_name, file_bytes) VALUES (%d, %d, "
         "'2026-11-20 1%d:00:00', 'fil %d', 1)",
         (int)anne, number_of, number_of, number_of);
    for (int piece = 1; piece <= pieces; piece++)
        must("INSERT INTO hand_in_piece VALUES (%d, %d, %d, '%s')", (int)anne, number_of, piece,
             text);
    must("UPDATE candidate SET handed_in = 'file', handed_in_at = '2026-11-20 1%d:00:00' WHERE id "
         "= %d",
         number_of, (int)anne);
}

static enum work_result run(void (*failed)(struct work *))
{
    static const unsigned char claim[] = "sixteen letters!";
    const struct workshop shop = {.store = act_store(),
                                  .config = &(struct config){0},
                                  .connection = act_connection(),
                                  .pulse = pulse,
                                  .arena = arena,
                                  .claim = claim};
    /* work_goes_on asks for the job's own row. */
    must("DELETE FROM job");
    must("INSERT INTO job (id, kind, thing, thing_id, state, claim, next_at, created_at) VALUES "
         "(1, 'hand_in', 'candidate', %d, 'running', 'sixteen letters!', UTC_TIMESTAMP(), "
         "UTC_TIMESTAMP())",
         (int)anne);
    struct work work = {.shop = &shop,
                        .job = 1,
                        .thing_id = anne,
                        .person = ANNE,
                        .kind = "hand_in",
                        .thing = "candidate",
                        .lang = "nb",
                        .attempt = 1};
    enum work_result result = WORK_DONE;
    if (failed)
        failed(&work);
    else
        result = hand_in_run(&work);
    arena_reset(arena);
    return result;
}

static const char *files(void)
{
    return text("SELECT GROUP_CONCAT(CONCAT_WS(' ', number, state, COALESCE(error, '-')) ORDER BY "
                "number SEPARATOR ', ') FROM hand_in WHERE candidate = %d",
                (int)anne);
}

static const char *paper(void)
{
    return text("SELECT CONCAT_WS(' ', p.handed_in, COALESCE(p.media, '-'), (SELECT GROUP_CONCAT("
                "b.bytes ORDER BY b.piece SEPARATOR '|') FROM paper_piece b WHERE b.exam = p.exam "
                "AND b.code = p.code)) FROM paper p WHERE p.exam = %d AND p.code = '0007-ABC'",
                (int)exam);
}

static void a_good_file_lies_beside_its_code(void **state)
{
    (void)state;
    file(1, "Svar ", 2);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 clean -");
    assert_string_equal(paper(), "1 text/plain; charset=utf-8 Svar Svar ");
    assert_int_equal(number("SELECT COUNT(*) FROM paper_piece WHERE exam = %d", (int)exam), 1);
    /* the same job again, after a death behind its commit: nothing more */
    int64_t changes = number("SELECT COUNT(*) FROM event");
    assert_int_equal(run(NULL), WORK_DONE);
    assert_int_equal(number("SELECT COUNT(*) FROM event"), changes);
    assert_string_equal(paper(), "1 text/plain; charset=utf-8 Svar Svar ");
    /* a newer one takes its place */
    file(2, "Nytt", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(paper(), "1 text/plain; charset=utf-8 Nytt");
    assert_string_equal(files(), "1 clean -, 2 clean -");
    assert_int_equal(number("SELECT COUNT(*) FROM notice"), 0);
}

static void of_two_new_files_the_newer_is_looked_at(void **state)
{
    (void)state;
    file(1, "Gammal", 1);
    file(2, "Ny", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 new -, 2 clean -");
    assert_string_equal(paper(), "1 text/plain; charset=utf-8 Ny");
}

static void a_bad_file_is_refused_and_the_one_before_counts(void **state)
{
    (void)state;
    file(1, "{\\\\rtf1}", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 refused file_unknown");
    assert_string_equal(paper(), "0 -");
    assert_int_equal(
        number("SELECT handed_in IS NULL AND handed_in_at IS NULL FROM candidate WHERE id = %d",
               (int)anne),
        1);
    /* told as by the system: not read, and mailed */
    assert_string_equal(text("SELECT CONCAT_WS(' ', n.person, n.kind, n.read_at IS NULL, e.person "
                             "IS NULL) FROM notice n JOIN event e ON e.id = n.event"),
                        "901 exam_hand_in_refused 1 1");
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE person = %d AND kind = "
                            "'exam_hand_in_refused'",
                            ANNE),
                     1);
    file(2, "Bra", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    file(3, "%PDF-1.7", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 refused file_unknown, 2 clean -, 3 refused file_damaged");
    assert_string_equal(paper(), "1 text/plain; charset=utf-8 Bra");
    assert_string_equal(text("SELECT handed_in_at FROM candidate WHERE id = %d", (int)anne),
                        "2026-11-20 12:00:00");
}

static void what_a_planner_wrote_down_outlives_a_bad_file(void **state)
{
    (void)state;
    file(1, "{\\\\rtf1}", 1);
    must("UPDATE candidate SET handed_in = 'mark' WHERE id = %d", (int)anne);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(paper(), "1 -");
}

/* The mark that stood before the first file; taken back, it stays so. */
static void a_mark_before_a_bad_file_comes_back(void **state)
{
    (void)state;
    must("UPDATE candidate SET handed_in = 'mark', handed_in_at = '2026-11-20 10:45:00' WHERE id = "
         "%d",
         (int)anne);
    file(1, "{\\\\rtf1}", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(paper(), "1 -");
    assert_string_equal(text("SELECT CONCAT(handed_in, ' ', handed_in_at) FROM candidate WHERE id "
                             "= %d",
                             (int)anne),
                        "mark 2026-11-20 10:45:00");
    must("UPDATE candidate SET handed_in = NULL, handed_in_at = NULL WHERE id = %d", (int)anne);
    file(2, "{\\\\rtf1}", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(paper(), "0 -");
}

static void a_job_given_up_leaves_the_file_to_be_checked_again(void **state)
{
    (void)state;
    file(1, "Svar", 1);
    run(hand_in_failed);
    assert_string_equal(files(), "1 new file_unchecked");
    assert_string_equal(text("SELECT handed_in FROM candidate WHERE id = %d", (int)anne), "file");
    assert_int_equal(number("SELECT COUNT(*) FROM notice"), 0);
    /* a job is under way: nothing to ask for */
    int64_t events = number("SELECT COUNT(*) FROM event");
    DONE(save("act=check"));
    assert_int_equal(number("SELECT COUNT(*) FROM event"), events);
    must("UPDATE job SET state = 'failed', claim = NULL");
    DONE(save("act=check"));
    assert_int_equal(number("SELECT COUNT(*) FROM event"), events + 1);
    assert_int_equal(number("SELECT COUNT(*) FROM job WHERE kind = 'hand_in' AND thing_id = %d AND "
                            "state = 'waiting'",
                            (int)anne),
                     1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 clean -");
}

static void a_session_without_an_exam_keeps_the_original_only(void **state)
{
    (void)state;
    must("DELETE FROM paper WHERE exam = %d", (int)exam);
    must("DELETE FROM exam_committee WHERE exam = %d", (int)exam);
    must("DELETE FROM exam WHERE id = %d", (int)exam);
    file(1, "Svar", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    assert_string_equal(files(), "1 clean -");
}

/* ---- planners ---- */

static const char *row(int64_t id)
{
    return text("SELECT CONCAT_WS(' ', c.attendance, COALESCE(c.handed_in, '-'), "
                "COALESCE(c.handed_in_at, '-'), p.handed_in) FROM candidate c JOIN exam_identity t "
                "ON t.candidate = c.id JOIN paper p ON p.exam_session = c.exam_session AND p.code "
                "= t.code WHERE c.id = %d",
                (int)id);
}

static void marks_have_the_time_of_the_wall(void **state)
{
    (void)state;
    int a = (int)anne, b = (int)berit;
    DONE(save("act=save&attendance-%d=unknown&time-%d=11.45&seen-%d=1&attendance-%d=absent&time-%d="
              "&seen-%d=1",
              a, a, a, b, b, b));
    assert_string_equal(row(anne), "present mark 2026-11-20 10:45:00 1");
    assert_string_equal(row(berit), "absent - - 0");
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT_WS(' ', c.field, COALESCE(c.old_value, "
                             "'-'), c.new_value) ORDER BY c.number SEPARATOR ', ') FROM event e "
                             "JOIN event_change c ON c.event = e.id WHERE e.thing = 'candidate' "
                             "AND e.thing_id = %d",
                             a),
                        "attendance unknown present, handed_in_at - 11:45");
    /* as it was: no event */
    int64_t events = number("SELECT COUNT(*) FROM event");
    DONE(save("act=save&attendance-%d=present&time-%d=11:45&seen-%d=2", a, a, a));
    assert_int_equal(number("SELECT COUNT(*) FROM event"), events);
    /* taken back */
    DONE(save("act=save&attendance-%d=present&time-%d=&seen-%d=2", a, a, a));
    assert_string_equal(row(anne), "present - - 0");
    /* nothing of it holds a code */
    assert_int_equal(number("SELECT COUNT(*) FROM event_change WHERE CONCAT_WS('', old_value, "
                            "new_value, subject) LIKE '%%0007%%'"),
                     0);
}

static void many_are_marked_at_once(void **state)
{
    (void)state;
    int a = (int)anne, b = (int)berit;
    DONE(save("act=present&chosen=%d&chosen=%d&seen-%d=1&seen-%d=1", a, b, a, b));
    DONE(save("act=mark&at=12:30&chosen=%d&chosen=%d&seen-%d=2&seen-%d=2", a, b, a, b));
    assert_string_equal(row(anne), "present mark 2026-11-20 11:30:00 1");
    assert_string_equal(row(berit), "present mark 2026-11-20 11:30:00 1");
    refused(":error.none_chosen", save("act=absent"));
    refused("at:error.required", save("act=mark&chosen=%d&seen-%d=3", a, a));
    /* Of a period the day is chosen; rows that are saved keep theirs. */
    must("UPDATE exam_session SET date_mode = 'period', starts_on = '2026-11-18' WHERE id = %d",
         (int)session);
    DONE(save("act=mark&at=12:30&day=2026-11-19&chosen=%d&seen-%d=3", a, a));
    assert_string_equal(row(anne), "present mark 2026-11-19 11:30:00 1");
    DONE(save("act=save&day=2026-11-20&attendance-%d=unknown&time-%d=12:30&seen-%d=4", a, a, a));
    assert_string_equal(row(anne), "unknown mark 2026-11-19 11:30:00 1");
}

/* Not before it begins, nor on a day when it is over; late, on its last day, is written down. It is 13.00 on 21 November. */
static void a_mark_is_of_the_exams_own_time(void **state)
{
    (void)state;
    int a = (int)anne, b = (int)berit;
    refused("time:error.time_before_exam",
            save("act=save&attendance-%d=present&time-%d=08:59&seen-%d=1", a, a, a));
    refused("time:error.time_before_exam", save("act=mark&at=8&chosen=%d&seen-%d=1", a, a));
    must("UPDATE exam_session SET date_mode = 'period', starts_on = '2026-11-18', ends_at = "
         "'23:30' WHERE id = %d",
         (int)session);
    refused(
        "time:error.time_before_exam time:error.time_before_exam",
        save("act=mark&at=10&day=2026-11-17&chosen=%d&seen-%d=1&chosen=%d&seen-%d=1", a, a, b, b));
    refused("time:error.time_before_exam",
            save("act=save&day=2026-11-18&attendance-%d=present&time-%d=08:59&seen-%d=1", a, a, a));
    refused("time:error.day_after_exam",
            save("act=save&day=2026-11-21&attendance-%d=present&time-%d=00:15&seen-%d=1", a, a, a));
    assert_string_equal(row(anne), "unknown - - 0");
    /* their own minutes last past midnight */
    must("UPDATE candidate SET extra_minutes = 60 WHERE id = %d", a);
    DONE(save("act=save&day=2026-11-21&attendance-%d=present&time-%d=00:15&seen-%d=1", a, a, a));
    DONE(save("act=save&day=2026-11-20&attendance-%d=present&time-%d=23:45&seen-%d=1", b, b, b));
    assert_string_equal(row(anne), "present mark 2026-11-20 23:15:00 1");
    assert_string_equal(row(berit), "present mark 2026-11-20 22:45:00 1");
    must("UPDATE exam_session SET date_mode = 'none', starts_on = NULL, starts_at = NULL, ends_on "
         "= NULL, ends_at = NULL WHERE id = %d",
         (int)session);
    DONE(save("act=mark&at=07:00&day=2026-11-02&chosen=%d&seen-%d=2", a, a));
    assert_string_equal(row(anne), "present mark 2026-11-02 06:00:00 1");
}

static void who_has_handed_in_is_not_absent(void **state)
{
    (void)state;
    int a = (int)anne, b = (int)berit;
    DONE(save("act=mark&at=12:30&chosen=%d&seen-%d=1", a, a));
    refused("attendance:error.absent_handed_in",
            save("act=absent&chosen=%d&chosen=%d&seen-%d=2&seen-%d=1", a, b, a, b));
    refused("attendance:error.absent_handed_in",
            save("act=save&attendance-%d=absent&time-%d=12:30&seen-%d=2", a, a, a));
    assert_string_equal(row(berit), "unknown - - 0");
    DONE(save("act=save&attendance-%d=absent&time-%d=&seen-%d=2", a, a, a));
    assert_string_equal(row(anne), "absent - - 0");
}

static void all_or_nothing(void **state)
{
    (void)state;
    int a = (int)anne, b = (int)berit;
    refused("attendance:error.row_changed",
            save("act=absent&chosen=%d&chosen=%d&seen-%d=1&seen-%d=7", a, b, a, b));
    assert_string_equal(row(anne), "unknown - - 0");
    refused("time:error.not_time",
            save("act=save&attendance-%d=present&seen-%d=1&attendance-%d=present&time-%d=24:30&"
                 "seen-%d=1",
                 a, a, b, b, b));
    assert_string_equal(row(anne), "unknown - - 0");
    /* nobody has handed in what is still to come: it is 13.00 by the wall */
    must("UPDATE exam_session SET starts_on = '2026-11-21', ends_on = '2026-11-21' WHERE id = %d",
         (int)session);
    refused("time:error.time_to_come",
            save("act=save&attendance-%d=present&time-%d=13:01&seen-%d=1", a, a, a));
    refused("time:error.time_to_come", save("act=mark&at=13:01&chosen=%d&seen-%d=1", a, a));
    DONE(save("act=save&attendance-%d=present&time-%d=13:00&seen-%d=1", a, a, a));
    refused("attendance:error.unknown", save("act=present&chosen=999999&seen-999999=1"));
    must("UPDATE candidate SET state = 'withdrawn' WHERE id = %d", b);
    refused("attendance:error.unknown", save("act=present&chosen=%d&seen-%d=1", b, b));
}

static void a_file_keeps_its_own_time(void **state)
{
    (void)state;
    file(1, "Svar", 1);
    int64_t version = number("SELECT version FROM candidate WHERE id = %d", (int)anne);
    DONE(save("act=mark&at=09:00&chosen=%d&seen-%d=%d", (int)anne, (int)anne, (int)version));
    assert_string_equal(row(anne), "unknown file 2026-11-20 11:00:00 0");
}

static void not_once_grading_is_confirmed_or_the_exam_cancelled(void **state)
{
    (void)state;
    must("UPDATE exam SET state = 'confirmed', confirmed_at = '2026-11-20' WHERE id = %d",
         (int)exam);
    refused(":error.exam_graded", save("act=present&chosen=%d&seen-%d=1", (int)anne, (int)anne));
    must("UPDATE exam SET state = 'started', confirmed_at = NULL WHERE id = %d", (int)exam);
    must("UPDATE exam_session SET state = 'cancelled' WHERE id = %d", (int)session);
    refused(":error.hand_in_closed", save("act=present&chosen=%d&seen-%d=1", (int)anne, (int)anne));
}

static void who_reads_a_paper(void **state)
{
    char asked[80];
    (void)state;
    file(1, "Svar", 1);
    assert_int_equal(run(NULL), WORK_DONE);
    snprintf(asked, sizeof asked, "exam=%d&code=0007-ABC", (int)exam);
    assert_int_equal(rows("grading/paper", "file", EXAM_PLANNER, asked), 1);
    assert_int_equal(rows("grading/paper", "file", ASSESSOR, asked), 0);
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d)", (int)exam, ASSESSOR);
    assert_int_equal(rows("grading/paper", "file", ASSESSOR, asked), 1);
    assert_true(rows_have("grading/paper", "file", ASSESSOR, asked, "name", "0007-ABC.txt"));
    /* another committee's */
    must("INSERT INTO exam_committee (exam, number, name) VALUES (%d, 2, '2')", (int)exam);
    must("UPDATE paper SET committee = 2 WHERE exam = %d", (int)exam);
    assert_int_equal(rows("grading/paper", "file", ASSESSOR, asked), 0);
    must("UPDATE paper SET committee = 1 WHERE exam = %d", (int)exam);
    /* while others still write */
    must("UPDATE candidate SET extra_minutes = 2880 WHERE id = %d", (int)berit);
    assert_int_equal(rows("grading/paper", "file", ASSESSOR, asked), 0);
    assert_int_equal(rows("grading/paper", "file", EXAM_PLANNER, asked), 1);
    must("UPDATE candidate SET extra_minutes = NULL WHERE id = %d", (int)berit);
    /* who withdrew */
    must("UPDATE paper SET void = 1 WHERE exam = %d", (int)exam);
    assert_int_equal(rows("grading/paper", "file", ASSESSOR, asked), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_good_file_lies_beside_its_code, fresh),
        cmocka_unit_test_setup(of_two_new_files_the_newer_is_looked_at, fresh),
        cmocka_unit_test_setup(a_bad_file_is_refused_and_the_one_before_counts, fresh),
        cmocka_unit_test_setup(what_a_planner_wrote_down_outlives_a_bad_file, fresh),
        cmocka_unit_test_setup(a_mark_before_a_bad_file_comes_back, fresh),
        cmocka_unit_test_setup(a_job_given_up_leaves_the_file_to_be_checked_again, fresh),
        cmocka_unit_test_setup(a_session_without_an_exam_keeps_the_original_only, fresh),
        cmocka_unit_test_setup(marks_have_the_time_of_the_wall, fresh),
        cmocka_unit_test_setup(many_are_marked_at_once, fresh),
        cmocka_unit_test_setup(a_mark_is_of_the_exams_own_time, fresh),
        cmocka_unit_test_setup(who_has_handed_in_is_not_absent, fresh),
        cmocka_unit_test_setup(all_or_nothing, fresh),
        cmocka_unit_test_setup(a_file_keeps_its_own_time, fresh),
        cmocka_unit_test_setup(not_once_grading_is_confirmed_or_the_exam_cancelled, fresh),
        cmocka_unit_test_setup(who_reads_a_paper, fresh)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
