/* From confirmed grades to drafts of results: what the dry run says is what is written, once; and the breaking of a glass. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/transfer.h"
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

action_function grading_transfer, grading_transfer_confirm, grading_open;

#define GRADING(name, form, viewer, path, fields)                                                  \
    act(grading_##name, "grading/" #name, form, viewer, path, fields)

enum { EXAMS = 901, EXAMS_TWO, ELSEWHERE, ASSESSOR, EXAMINER, BOTH, FIRST = 911, CANDIDATES = 10 };
/* What the candidates of an exam are there for, in the order of their codes; the first two are transferred. */
static const char *const reasons[CANDIDATES] = {
    "",         "",           "withdrawn", "not_reading", "ready",
    "attested", "no_hand_in", "no_grade",  "no_module",   "scale"};
static struct connection *pulse;
static struct arena *arena;
static struct config config;

/* Instances 1, 3 and 4 of course 1, whose modules are its own, another course's, and one of another scale. */
static void studies(void)
{
    must("INSERT INTO course (id, institution, programme, code, name, credits) VALUES (3, 1, 1, "
         "'SJ3', 'Anatomi', 15)");
    must("INSERT INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(3, 1, 1, 'SJ1-26H', '2026-08-04', '2026-12-20'), (4, 1, 1, 'SJ1-26V', '2026-01-04', "
         "'2026-06-20')");
    must("INSERT INTO module (id, institution, course, code, name, credits, grading_scale) VALUES "
         "(1, 1, 1, 'EKS', 'Eksamen', 5, 3), (2, 1, 3, 'EKS', 'Eksamen', 5, 3), (3, 1, 1, 'MUN', "
         "'Munnleg', 5, 1)");
}

static int set_up(void **state)
{
    if (ordering_set_up(state) != 0)
        return -1;
    pulse = act_connect();
    arena = arena_new((size_t)16 << 20);
    staff(EXAMS, "exam_planner", INSTITUTION);
    staff(EXAMS_TWO, "exam_planner", INSTITUTION);
    staff(ELSEWHERE, "exam_planner", INSTITUTION_TWO);
    staff(ASSESSOR, "assessor", INSTITUTION);
    staff(EXAMINER, "examiner", INSTITUTION);
    staff(BOTH, "exam_planner", INSTITUTION);
    staff(BOTH, "assessor", INSTITUTION);
    studies();
    for (int i = 0; i < CANDIDATES; i++)
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Kandidat', "
             "'Løynd%d', 'k%d@example.org')",
             FIRST + i, i, i);
    must("INSERT INTO course_registration (course_instance, person, institution, state) SELECT "
         "i.id, p.id, 1, IF(p.id = %d, 'withdrawn', 'registered') FROM course_instance i JOIN "
         "person p WHERE i.id IN (1, 3, 4) AND p.id BETWEEN %d AND %d",
         FIRST + 3, FIRST, FIRST + CANDIDATES - 1);
    return 0;
}

static int tear_down(void **state)
{
    connection_free(pulse);
    arena_free(arena);
    return action_tear_down(state);
}

static void candidate(int64_t session, int i)
{
    int instance = i == 8 ? 3 : i == 9 ? 4 : 1, s = (int)session;
    must("INSERT INTO candidate (institution, exam_session, course_instance, person, state, "
         "registered_at, handed_in_at, handed_in) VALUES (1, %d, %d, %d, '%s', NOW(), %s, %s)",
         s, instance, FIRST + i, i == 2 ? "withdrawn" : "registered",
         i == 6 ? "NULL" : "'2026-11-06 22:30:00'", i == 6 ? "NULL" : "'mark'");
    must("INSERT INTO exam_code VALUES (%d, 'T-000%d-AAA')", s, i);
    must("INSERT INTO exam_identity (candidate, exam_session, code) SELECT c.id, %d, 'T-000%d-AAA' "
         "FROM candidate c WHERE c.exam_session = %d AND c.person = %d",
         s, i, s, FIRST + i);
    must(
        "INSERT INTO paper (exam, code, exam_session, void, handed_in, points, grade) SELECT x.id, "
        "'T-000%d-AAA', %d, %d, %d, %s, %s FROM exam x WHERE x.exam_session = %d",
        i, s, i == 2, i != 6, i == 7 ? "NULL" : "84.25", i == 7 ? "NULL" : "5", s);
    if (i == 1 || i == 4 || i == 5)
        must("INSERT INTO result (institution, person, course_instance, module, exam_session, "
             "candidate, scale_version, points, grade, examined_on, state, ready_at, objection) "
             "SELECT 1, c.person, 1, 1, %d, c.id, 3, 12.5, 1, '2026-11-01', '%s', NOW(), 'sjå på "
             "det att' FROM candidate c WHERE c.exam_session = %d AND c.person = %d",
             s,
             i == 1   ? "draft"
             : i == 4 ? "ready"
                      : "attested",
             s, FIRST + i);
}

/* An anonymous exam with one candidate of each kind. */
static int64_t made(const char *state)
{
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, anonymous, "
         "code_prefix, scale_version, person, made_at) VALUES (1, 'digital_exam', 'confirmed', "
         "'Prøva', 'The test', 'none', 1, 'T', 3, %d, NOW())",
         EXAMS);
    int64_t session = number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_session_instance VALUES (%d, 1, 1, 1), (%d, 3, 1, 2), (%d, 4, 1, 3)",
         (int)session, (int)session, (int)session);
    must("INSERT INTO exam_examiner VALUES (%d, %d)", (int)session, EXAMINER);
    must("INSERT INTO exam (institution, exam_session, state, confirmed_at, confirmed_by) VALUES "
         "(1, %d, '%s', IF('%s' = 'confirmed', NOW(), NULL), %d)",
         (int)session, state, state, EXAMS);
    int64_t exam = number("SELECT MAX(id) FROM exam");
    must("INSERT INTO exam_committee VALUES (%d, 1, 'A')", (int)exam);
    must("INSERT INTO exam_assessor VALUES (%d, 1, %d), (%d, 1, %d)", (int)exam, ASSESSOR,
         (int)exam, BOTH);
    for (int i = 0; i < CANDIDATES; i++)
        candidate(session, i);
    return exam;
}

static const char *of(int64_t exam)
{
    static char path[60];
    snprintf(path, sizeof path, "exam=%d&q=&outcome=", (int)exam);
    return path;
}

/* What the lane of jobs does when it finds one. */
static enum work_found run_one(void)
{
    static const unsigned char claim[16] = "transfer test";
    const struct workshop shop = {.kinds = work_kinds,
                                  .config = &config,
                                  .store = act_store(),
                                  .connection = act_connection(),
                                  .pulse = pulse,
                                  .arena = arena,
                                  .claim = claim};
    enum work_found found = work_do_one(&shop);
    arena_reset(arena);
    return found;
}

static struct done tick(int64_t exam, const char *ready)
{
    char fields[60];
    snprintf(fields, sizeof fields, "version=%d%s",
             (int)number("SELECT version FROM exam WHERE id = %d", (int)exam), ready);
    return GRADING(transfer, "transfer", EXAMS, of(exam), fields);
}

/* Yes to what is there now; `seen` is added, for one who saw something else. */
static struct done yes(int64_t exam, int64_t viewer, int64_t other)
{
    char fields[60];
    const char *seen =
        rows_joined("grading/transfer_confirm", "prefill", viewer, of(exam), "version");
    snprintf(fields, sizeof fields, "version=%lld", strtoll(seen, NULL, 10) + (long long)other);
    return GRADING(transfer_confirm, "transfer_confirm", viewer, of(exam), fields);
}

static void asked(int64_t exam)
{
    DONE(tick(exam, "&ready=1"));
    DONE(yes(exam, EXAMS, 0));
}

static int64_t results(int64_t exam)
{
    return number("SELECT COUNT(*) FROM result r JOIN exam x ON x.exam_session = r.exam_session "
                  "WHERE x.id = %d AND r.transferred = 1",
                  (int)exam);
}

static const char *job_error(void)
{
    return text("SELECT CONCAT(state, ' ', COALESCE(error, '')) FROM job ORDER BY id DESC LIMIT 1");
}

static void nothing_written(int64_t exam)
{
    assert_int_equal(results(exam), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM transfer WHERE exam = %d", (int)exam), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM transfer_row WHERE exam = %d", (int)exam), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam.transferred' AND "
                            "thing_id = %d",
                            (int)exam),
                     0);
}

/* Column by column, the dry run and then the log of it. */
static const char *const columns[] = {
    "code",      "student",         "outcome",    "reason",    "old_points",
    "old_grade", "old_examined_on", "new_points", "new_grade", "new_examined_on"};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void the_dry_run_is_what_is_written(void **state)
{
    (void)state;
    static char before[COLUMNS][2000];
    char expected[200] = "";
    int64_t exam = made("confirmed");
    for (int i = 0; i < CANDIDATES; i++)
        snprintf(expected + strlen(expected), sizeof expected - strlen(expected), "%s%s",
                 i ? "|" : "", reasons[i]);
    for (size_t i = 0; i < COLUMNS; i++)
        snprintf(before[i], sizeof before[i], "%s",
                 rows_joined("grading/transfer", "rows", EXAMS, of(exam), columns[i]));
    assert_string_equal(before[3], expected);
    assert_string_equal(before[2], "written|overwritten|failed|failed|failed|failed|failed|failed|"
                                   "failed|failed");
    assert_string_equal(rows_joined("grading/transfer", "counts", EXAMS, of(exam), "failed"), "8");
    asked(exam);
    nothing_written(exam);
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(job_error(), "done ");
    for (size_t i = 0; i < COLUMNS; i++)
        assert_string_equal(
            rows_joined("grading/transfer_log", "rows", EXAMS, of(exam), columns[i]), before[i]);
}

static void drafts_come_of_it(void **state)
{
    (void)state;
    int64_t exam = number("SELECT MAX(id) FROM exam");
    assert_int_equal(results(exam), 2);
    assert_string_equal(
        text(
            "SELECT GROUP_CONCAT(r.state, ' ', r.points, ' ', r.grade, ' ', r.examined_on, ' ', "
            "r.version, ' ', r.module, ' ', r.scale_version, ' ', COALESCE(r.objection, '-') ORDER "
            "BY r.person SEPARATOR '; ') FROM result r JOIN exam x ON x.exam_session = "
            "r.exam_session WHERE x.id = %d AND r.transferred = 1",
            (int)exam),
        "draft 84.25 5 2026-11-06 1 1 3 -; draft 84.25 5 2026-11-06 2 1 3 sjå på det att");
    assert_int_equal(
        number("SELECT COUNT(*) FROM result WHERE state <> 'draft' AND points <> 12.5"), 0);
    assert_string_equal(text("SELECT CONCAT_WS(' ', papers, written, overwritten, failed, person) "
                             "FROM transfer WHERE exam = %d",
                             (int)exam),
                        "10 1 1 8 901");
    assert_string_equal(rows_joined("grading/transfer_log", "transfer", EXAMS, of(exam), "results"),
                        "2");
    /* One event for the exam, with its counts; one for each result, with what it was and became. */
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, '=', c.new_value ORDER BY c.number) FROM "
             "event e JOIN event_change c ON c.event = e.id WHERE e.kind = "
             "'exam.transferred' AND e.thing_id = %d",
             (int)exam),
        "results_written=1,results_overwritten=1,results_failed=8");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ' ', COALESCE(c.old_value, '-'), '>', c.new_value ORDER "
             "BY "
             "e.id, c.number SEPARATOR '; ') FROM event e JOIN event_change c ON c.event = e.id "
             "JOIN result r ON r.id = e.thing_id WHERE e.kind = 'result.transferred' AND "
             "r.person = %d",
             FIRST + 1),
        "points 12.50>84.25; grade F>B; examined_on 2026-11-01>2026-11-06");
    assert_int_equal(number("SELECT COUNT(*) FROM event_change WHERE old_value LIKE '%%-AAA%%' OR "
                            "new_value LIKE '%%-AAA%%' OR subject LIKE '%%-AAA%%'"),
                     0);
}

static void the_receipt_adds_up(void **state)
{
    (void)state;
    int64_t exam = number("SELECT MAX(id) FROM exam");
    assert_string_equal(rows_joined("grading/transfer_log", "grades", EXAMS, of(exam), "papers"),
                        "9|1");
    assert_string_equal(
        rows_joined("grading/transfer_log", "grades", EXAMS, of(exam), "transferred"), "2|0");
    assert_string_equal(rows_joined("grading/transfer_log", "grades", EXAMS, of(exam), "failed"),
                        "7|1");
}

/* Of who is protected the name is the planners' alone, also when it is searched for. */
static void the_log_names_nobody_protected_to_an_examiner(void **state)
{
    (void)state;
    int64_t exam = number("SELECT MAX(exam) FROM transfer");
    char found[80];
    snprintf(found, sizeof found, "exam=%d&q=%s&outcome=", (int)exam, "L%C3%B8ynd1");
    must("UPDATE person SET protected = 1 WHERE id = %d", FIRST + 1);
    assert_true(
        rows_have("grading/transfer_log", "rows", EXAMS, of(exam), "student", "Kandidat Løynd1"));
    assert_false(rows_have("grading/transfer_log", "rows", EXAMINER, of(exam), "student",
                           "Kandidat Løynd1"));
    assert_true(rows_have("grading/transfer_log", "rows", EXAMINER, of(exam), "student",
                          "Kandidat Løynd0"));
    assert_int_equal(total("grading/transfer_log", "rows", EXAMS, found), 1);
    assert_int_equal(total("grading/transfer_log", "rows", EXAMINER, found), 0);
    must("UPDATE person SET protected = 0 WHERE id = %d", FIRST + 1);
}

static void it_happens_once(void **state)
{
    (void)state;
    int64_t exam = number("SELECT MAX(id) FROM exam");
    refused(":error.transfer_done", tick(exam, "&ready=1"));
    refused(":error.transfer_done", yes(exam, EXAMS_TWO, 0));
    /* However a second job may have come about, it finds the first one's work. */
    must("INSERT INTO job (kind, thing, thing_id, person, next_at, created_at) VALUES ('transfer', "
         "'exam', %d, %d, UTC_TIMESTAMP(), UTC_TIMESTAMP())",
         (int)exam, EXAMS_TWO);
    must("UPDATE paper SET points = 1 WHERE exam = %d", (int)exam);
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(job_error(), "done ");
    assert_int_equal(number("SELECT COUNT(*) FROM result WHERE points = 1"), 0);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'exam.transferred' AND thing_id "
               "= %d",
               (int)exam),
        1);
    assert_int_equal(rows("grading/transfer", "rows", EXAMS, of(exam)), 0);
    assert_false(may("exam", "transfer_now", exam, EXAMS));
}

static void it_wants_a_tick_and_a_yes(void **state)
{
    (void)state;
    int64_t exam = made("confirmed");
    refused("ready:error.transfer_not_ready", tick(exam, ""));
    refused(":error.transfer_not_ready", yes(exam, EXAMS, 0));
    struct done done = tick(exam, "&ready=1");
    DONE(done);
    assert_non_null(strstr(done.location, "/transfer/confirm"));
    DONE(tick(exam, "&ready=1")); /* once more changes nothing */
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'exam.transfer_ready' AND "
                            "thing_id = %d",
                            (int)exam),
                     1);
    done = tick(exam, "");
    DONE(done);
    assert_string_equal(done.flash, "transfer_not_ready");
    refused(":error.transfer_not_ready", yes(exam, EXAMS, 0));
    DONE(tick(exam, "&ready=1"));
    refused(":error.transfer_seen_changed", yes(exam, EXAMS, 1));
    assert_int_equal(
        number("SELECT COUNT(*) FROM job WHERE thing_id = %d AND kind = 'transfer'", (int)exam), 0);
    DONE(yes(exam, EXAMS, 0));
    refused(":error.transfer_begun", yes(exam, EXAMS_TWO, 0));
    assert_int_equal(
        number("SELECT COUNT(*) FROM job WHERE thing_id = %d AND kind = 'transfer'", (int)exam), 1);
    assert_int_equal(run_one(), WORK_ONE);
    assert_int_equal(results(exam), 2);
}

/* A draft made after the yes would be overwritten unseen: nothing is written, and it can be asked for anew. */
static void what_changed_after_the_yes_stops_it(void **state)
{
    (void)state;
    int64_t exam = made("confirmed");
    asked(exam);
    must("INSERT INTO result (institution, person, course_instance, module, exam_session, "
         "candidate, scale_version, points, grade, examined_on) SELECT 1, c.person, 1, 1, "
         "c.exam_session, c.id, 3, 50, 2, '2026-11-06' FROM candidate c JOIN exam x ON "
         "x.exam_session = c.exam_session WHERE x.id = %d AND c.person = %d",
         (int)exam, FIRST);
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(job_error(), "failed transfer_changed");
    nothing_written(exam);
    DONE(yes(exam, EXAMS_TWO, 0));
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(job_error(), "done ");
    assert_string_equal(text("SELECT CONCAT_WS(' ', papers, written, overwritten, failed, person) "
                             "FROM transfer WHERE exam = %d",
                             (int)exam),
                        "10 0 2 8 902");
}

static void whoever_lost_the_role_transfers_nothing(void **state)
{
    (void)state;
    int64_t exam = made("confirmed");
    asked(exam);
    must("UPDATE person_grant SET valid_to = '2026-11-01' WHERE person = %d", EXAMS);
    assert_int_equal(run_one(), WORK_ONE);
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", EXAMS);
    assert_string_equal(job_error(), "failed transfer_not_allowed");
    nothing_written(exam);
}

static void grading_that_is_opened_again_is_not_transferred(void **state)
{
    (void)state;
    int64_t exam = made("confirmed");
    asked(exam);
    must("UPDATE exam SET state = 'started', confirmed_at = NULL WHERE id = %d", (int)exam);
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(job_error(), "failed transfer_not_confirmed");
    nothing_written(exam);
    refused(":error.transfer_not_confirmed", tick(exam, "&ready=1"));
    assert_int_equal(rows("grading/transfer", "rows", EXAMS, of(exam)), 0);
}

static void nothing_to_transfer_is_said(void **state)
{
    (void)state;
    int64_t exam = made("confirmed");
    must("UPDATE candidate c JOIN exam x ON x.exam_session = c.exam_session SET c.handed_in_at = "
         "NULL, c.handed_in = NULL WHERE x.id = %d",
         (int)exam);
    DONE(tick(exam, "&ready=1"));
    refused(":error.transfer_nothing", yes(exam, EXAMS, 0));
    must("DELETE r FROM result r JOIN exam x ON x.exam_session = r.exam_session WHERE x.id = %d",
         (int)exam);
    must("DELETE FROM paper WHERE exam = %d", (int)exam);
    refused(":error.transfer_nothing", yes(exam, EXAMS, 0));
}

static void who_may(void **state)
{
    (void)state;
    int64_t graded = made("confirmed"), started = made("started");
    static const struct {
        int person;
        const char *confirmed, *before;
    } expected[] = {{EXAMS, "transfer transfer_now transfer_log openings ", "open_code openings "},
                    {ELSEWHERE, "", ""},
                    {ASSESSOR, "", ""},
                    {EXAMINER, "transfer_log openings ", "openings "},
                    {BOTH, "transfer transfer_now transfer_log openings ", ""},
                    {PLANNER, "", ""},
                    {FIRST, "", ""}};
    static const char *const rights[] = {"transfer", "transfer_now", "transfer_log", "open_code",
                                         "openings"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char found[2][200] = {"", ""};
        for (size_t r = 0; r < sizeof rights / sizeof *rights; r++)
            for (int e = 0; e < 2; e++)
                if (may("exam", rights[r], e ? started : graded, expected[i].person))
                    snprintf(found[e] + strlen(found[e]), 200 - strlen(found[e]), "%s ", rights[r]);
        assert_string_equal(found[0], expected[i].confirmed);
        assert_string_equal(found[1], expected[i].before);
    }
    /* Whoever has marked it once is no better off when no longer its assessor. */
    must("DELETE FROM exam_assessor WHERE person = %d", BOTH);
    assert_true(may("exam", "open_code", started, BOTH));
    must("INSERT INTO mark (exam, code, person, grade) VALUES (%d, 'T-0001-AAA', %d, 2)",
         (int)started, BOTH);
    assert_false(may("exam", "open_code", started, BOTH));
    assert_false(may("exam", "openings", started, BOTH));
    must(
        "UPDATE exam_session s JOIN exam x ON x.exam_session = s.id SET s.anonymous = 0 WHERE x.id "
        "= %d",
        (int)started);
    assert_false(may("exam", "open_code", started, EXAMS));
}

static void breaking_the_glass(void **state)
{
    (void)state;
    int64_t exam = made("started");
    must("INSERT INTO notice_choice VALUES (%d, 'exams', 'none'), (%d, 'exams', 'digest')",
         EXAMINER, EXAMS_TWO);
    refused("code:error.code_unknown",
            GRADING(open, "exam_open", EXAMS, of(exam), "code=T-0099-AAA&reason=Sjuk"));
    refused("reason:error.required",
            GRADING(open, "exam_open", EXAMS, of(exam), "code=T-0001-AAA&reason="));
    assert_int_equal(number("SELECT COUNT(*) FROM exam_opening"), 0);
    DONE(GRADING(open, "exam_open", EXAMS, of(exam), "code=t-0001-aaa&reason=Loynd1+er+sjuk"));
    /* The name for who opened it; the reason for planners; neither for the examiner. */
    const char *page = "grading/openings", *list = "openings";
    assert_string_equal(rows_joined(page, list, EXAMS, of(exam), "student"), "Kandidat Løynd1");
    assert_string_equal(rows_joined(page, list, EXAMS_TWO, of(exam), "student"), "");
    assert_string_equal(rows_joined(page, list, EXAMS_TWO, of(exam), "reason"), "Loynd1 er sjuk");
    assert_string_equal(rows_joined(page, list, EXAMINER, of(exam), "student"), "");
    assert_string_equal(rows_joined(page, list, EXAMINER, of(exam), "reason"), "");
    /* nor the candidate, who is a step from the name */
    assert_true(atoi(rows_joined(page, list, EXAMS, of(exam), "candidate")) > 0);
    assert_string_equal(rows_joined(page, list, EXAMS_TWO, of(exam), "candidate"), "");
    assert_string_equal(rows_joined(page, list, EXAMINER, of(exam), "candidate"), "");
    /* The event is read on pages of grading too: the code, no reason, no name. */
    assert_string_equal(text("SELECT GROUP_CONCAT(c.field, '=', c.new_value) FROM event e JOIN "
                             "event_change c ON c.event = e.id WHERE e.kind = 'exam.opened' AND "
                             "e.thing_id = %d",
                             (int)exam),
                        "code=T-0001-AAA");
    must("UPDATE exam SET state = 'confirmed', confirmed_at = NOW() WHERE id = %d", (int)exam);
    assert_string_equal(rows_joined(page, list, EXAMINER, of(exam), "student"), "Kandidat Løynd1");
    must("UPDATE person SET protected = 1 WHERE id = %d", FIRST + 1);
    assert_string_equal(rows_joined(page, list, EXAMINER, of(exam), "student"), "");
    assert_string_equal(rows_joined(page, list, EXAMS_TWO, of(exam), "student"), "Kandidat Løynd1");
    must("UPDATE person SET protected = 0 WHERE id = %d", FIRST + 1);
    refused(":error.open_not_needed",
            GRADING(open, "exam_open", EXAMS, of(exam), "code=T-0001-AAA&reason=Sjuk"));
}

/* Every planner of the institution and every examiner of the session, whatever they chose, and who did it. */
static void an_opening_is_mailed_to_all(void **state)
{
    (void)state;
    int64_t event = number("SELECT MAX(id) FROM event WHERE kind = 'exam.opened'");
    char asked_for[60];
    assert_string_equal(text("SELECT GROUP_CONCAT(m.person ORDER BY m.person) FROM mail m WHERE "
                             "m.event = %d AND m.kind = 'exam_opened'",
                             (int)event),
                        "901,902,905,906");
    snprintf(asked_for, sizeof asked_for, "event=%d&thing_id=%d", (int)event,
             (int)number("SELECT thing_id FROM event WHERE id = %d", (int)event));
    must("UPDATE exam SET state = 'started', confirmed_at = NULL ORDER BY id DESC LIMIT 1");
    assert_string_equal(rows_joined("mail/exam_opened", "opening", EXAMS_TWO, asked_for, "reason"),
                        "Loynd1 er sjuk");
    assert_string_equal(rows_joined("mail/exam_opened", "opening", EXAMINER, asked_for, "reason"),
                        "");
    assert_string_equal(rows_joined("mail/exam_opened", "opening", BOTH, asked_for, "reason"), "");
    assert_string_equal(rows_joined("mail/exam_opened", "opening", BOTH, asked_for, "code"),
                        "T-0001-AAA");
}

/* The exam date is the day it was in Norway, as the rest of the program has it. */
static void a_hand_in_has_the_day_it_was_here(void **state)
{
    (void)state;
    static const char *const moments[] = {
        "2026-01-15 22:59:59", "2026-01-15 23:00:00", "2026-07-15 21:59:59", "2026-07-15 22:00:00",
        "2026-03-29 00:59:59", "2026-03-28 23:00:00", "2026-03-29 22:00:00", "2026-10-24 22:00:00",
        "2026-10-25 00:59:59", "2026-10-25 22:59:59", "2026-10-25 23:00:00", "2027-03-27 22:59:59",
        "2027-03-28 21:59:59", "2027-03-28 22:00:00", "2027-10-30 22:00:00", "2027-10-31 22:30:00",
        "2027-12-31 23:30:00", "2028-02-29 23:10:00"};
    int64_t exam = made("confirmed");
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char day[DATE_TEXT], joined[2000];
        must("UPDATE candidate c JOIN exam x ON x.exam_session = c.exam_session SET c.handed_in_at "
             "= '%s', c.handed_in = 'mark' WHERE x.id = %d AND c.person = %d",
             moments[i], (int)exam, FIRST);
        snprintf(joined, sizeof joined, "%s",
                 rows_joined("grading/transfer", "rows", EXAMS, of(exam), "new_examined_on"));
        assert_true(time_iso(day, moments[i]));
        assert_memory_equal(joined, day, 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dry_run_is_what_is_written),
        cmocka_unit_test(drafts_come_of_it),
        cmocka_unit_test(the_receipt_adds_up),
        cmocka_unit_test(the_log_names_nobody_protected_to_an_examiner),
        cmocka_unit_test(it_happens_once),
        cmocka_unit_test(it_wants_a_tick_and_a_yes),
        cmocka_unit_test(what_changed_after_the_yes_stops_it),
        cmocka_unit_test(whoever_lost_the_role_transfers_nothing),
        cmocka_unit_test(grading_that_is_opened_again_is_not_transferred),
        cmocka_unit_test(nothing_to_transfer_is_said),
        cmocka_unit_test(who_may),
        cmocka_unit_test(breaking_the_glass),
        cmocka_unit_test(an_opening_is_mailed_to_all),
        cmocka_unit_test(a_hand_in_has_the_day_it_was_here),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
