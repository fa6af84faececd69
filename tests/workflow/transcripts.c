/* Transcripts of results: what is on one, who gives it out and takes it back, and what its verification says whatever happens after. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/base/verify_code.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function transcripts_transcript_new, transcripts_transcript_withdraw;

enum { EXAMS = 901, ELSEWHERE, EXAMINER, PERSON = 911, PROTECTED };
enum { WRITTEN = 1, PLACEMENT, OTHER_COURSE = 77 };

static int set_up(void **state)
{
    if (post_set_up(state) != 0)
        return -1;
    staff(EXAMS, "exam_planner", INSTITUTION);
    staff(ELSEWHERE, "exam_planner", INSTITUTION_TWO);
    staff(EXAMINER, "examiner", INSTITUTION);
    must("INSERT INTO module (id, institution, course, code, name, name_en, credits, "
         "grading_scale) VALUES (1, 1, 1, 'EKS', 'Eksamen', 'Exam', 7.5, 3), (2, 1, 1, 'PRA', "
         "'Praksis', NULL, 5, 4)");
    for (int person = PERSON; person <= PROTECTED; person++) {
        must("INSERT INTO person (id, given_name, family_name, email, protected) VALUES (%d, "
             "'Elle', 'Nr %d', 'elle%d@example.org', %d)",
             person, person, person, person == PROTECTED);
        must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', "
             "'2026-01-01')",
             person);
    }
    return 0;
}

static int begin(void **state)
{
    (void)state;
    for (size_t i = 0; i < 6; i++)
        must("DELETE FROM %s", (const char *[]){"mail", "notice", "transcript_result", "transcript",
                                                "result_decision", "result"}[i]);
    return 0;
}

/* An attested result of a module (0: the whole course) at institution 1 or 2, by a session of its own that hides nobody. */
static int64_t attested(int person, int institution, int module, int grade, const char *day)
{
    char of[12] = "NULL";
    if (module)
        snprintf(of, sizeof of, "%d", module);
    must("INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, "
         "anonymous, scale_version, person, made_at) VALUES (%d, 'other', 'confirmed', 'P', 'P', "
         "'none', 0, 3, %d, NOW())",
         institution, EXAMS);
    int session = (int)number("SELECT MAX(id) FROM exam_session");
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) "
         "VALUES (%d, %d, %d, %s)",
         session, institution, institution, of);
    must("INSERT INTO candidate (institution, exam_session, course_instance, person, "
         "registered_at) VALUES (%d, %d, %d, %d, NOW())",
         institution, session, institution, person);
    must("INSERT INTO result (institution, person, course_instance, module, exam_session, "
         "candidate, scale_version, grade, examined_on, state, ready_at) SELECT %d, %d, %d, %s, "
         "%d, MAX(id), 3, %d, '%s', 'attested', NOW() FROM candidate",
         institution, person, institution, of, session, grade, day);
    int64_t result = number("SELECT MAX(id) FROM result");
    must("INSERT INTO result_decision (result, number, grade, scale_version, examined_on, person, "
         "at) VALUES (%d, 1, %d, 3, '%s', %d, NOW())",
         (int)result, grade, day, EXAMS);
    return result;
}

static void decided_anew(int64_t result, int grade)
{
    must("INSERT INTO result_decision (result, number, grade, scale_version, examined_on, reason, "
         "person, at) SELECT result, MAX(number) + 1, %d, 3, '2026-11-20', 'Klage', %d, NOW() "
         "FROM result_decision WHERE result = %d GROUP BY result",
         grade, EXAMS, (int)result);
    must("UPDATE result SET grade = %d WHERE id = %d", grade, (int)result);
}

static struct done give(int64_t who, int person, const char *fields)
{
    char path[40];
    snprintf(path, sizeof path, "student=%d", person);
    return act(transcripts_transcript_new, "transcripts/transcript_new", "transcript_new", who,
               path, fields);
}

static struct done withdraw(int64_t who, int64_t transcript, const char *fields)
{
    char path[40];
    snprintf(path, sizeof path, "transcript=%d", (int)transcript);
    return act(transcripts_transcript_withdraw, "transcripts/transcript_withdraw",
               "transcript_withdraw", who, path, fields);
}

static int64_t newest(void)
{
    return number("SELECT MAX(id) FROM transcript");
}

/* "EKS 2 7.5, PRA 2 5" of the newest transcript. */
static const char *on_it(void)
{
    return text("SELECT GROUP_CONCAT(CONCAT_WS(' ', COALESCE(r.module_code, r.course_code), "
                "d.grade, r.credits + 0) ORDER BY r.number SEPARATOR ', ') FROM transcript_result "
                "r JOIN result_decision d ON d.result = r.result AND d.number = r.decision WHERE "
                "r.transcript = %d",
                (int)newest());
}

/* What anybody is told of the newest one's code; a column of block `transcript`, or of `results`. */
static const char *verified(const char *block, const char *column)
{
    char code[60];
    snprintf(code, sizeof code, "lang=nb&code=%s",
             text("SELECT code FROM transcript WHERE id = %d", (int)newest()));
    return rows_joined("transcripts/verify", block, 0, code, column);
}

static const char *mailed(const char *kind)
{
    return text("SELECT GROUP_CONCAT(person ORDER BY person) FROM mail WHERE kind = '%s'", kind);
}

static void what_is_passed_is_on_it_and_counts_once(void **state)
{
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 1, "2026-01-10"); /* failed */
    attested(PERSON, INSTITUTION, WRITTEN, 2, "2026-02-10");
    attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10"); /* better */
    attested(PERSON, INSTITUTION, PLACEMENT, 3, "2026-04-10");
    attested(PERSON, INSTITUTION, 0, 4, "2026-05-10"); /* its modules have its credits */
    attested(PERSON, INSTITUTION_TWO, 0, 6, "2026-06-10");
    struct done done = give(EXAMS, PERSON, "institution=1");
    DONE(done);
    assert_string_equal(done.flash, "transcript_given");
    assert_string_equal(on_it(), text("SELECT CONCAT('EKS 2, EKS 5 7.5, PRA 3 5, ', code, ' 4') "
                                      "FROM course WHERE id = 1"));
    assert_string_equal(verified("transcript", "credits"), "12.5");
    DONE(give(PERSON, PERSON, "institution=1&failed=1"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM transcript_result WHERE transcript = %d", (int)newest()), 5);
    /* At the other one the course has no modules. */
    DONE(give(PERSON, PERSON, "institution=2"));
    assert_int_equal(number("SELECT r.credits = c.credits FROM transcript_result r JOIN course c "
                            "ON c.id = 2 WHERE r.transcript = %d",
                            (int)newest()),
                     1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'transcript.given' AND thing = "
               "'transcript' AND thing_id = %d AND institution = 2 AND person = %d",
               (int)newest(), PERSON),
        1);
}

static void only_who_may_gives_one_out(void **state)
{
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    attested(PROTECTED, INSTITUTION, WRITTEN, 5, "2026-03-10");
    assert_true(may("student", "give", PERSON, EXAMS));
    assert_true(may("student", "give", PERSON, PERSON));
    assert_false(may("student", "view", PERSON, ELSEWHERE));
    assert_false(may("student", "view", PERSON, EXAMINER));
    assert_false(may("student", "view", PERSON, PLANNER));
    assert_false(may("student", "view", PERSON, PROTECTED));
    assert_false(may("student", "view", EXAMS, EXAMS));
    /* Who is protected is known to planners, and gives out their own. */
    assert_true(may("student", "view", PROTECTED, EXAMS));
    assert_false(may("student", "give", PROTECTED, EXAMS));
    assert_true(may("student", "give", PROTECTED, PROTECTED));
    assert_int_equal(rows("transcripts/students", "students", EXAMS, "q="), 1);
    assert_int_equal(rows("transcripts/students", "students", ELSEWHERE, "q="), 0);
    /* Not of an institution where one plans nothing, or that has nothing to tell. */
    refused("institution:error.not_choice", give(ELSEWHERE, PERSON, "institution=1"));
    refused("institution:error.not_choice", give(EXAMS, PERSON, "institution=2"));
    refused("institution:error.required", give(EXAMS, PERSON, ""));
    assert_int_equal(number("SELECT COUNT(*) FROM transcript"), 0);
}

static void what_is_not_attested_is_never_on_it(void **state)
{
    (void)state;
    int64_t result = attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    must("UPDATE result SET state = 'ready' WHERE id = %d", (int)result);
    refused("institution:error.not_choice", give(EXAMS, PERSON, "institution=1"));
    assert_false(may("student", "give", PERSON, PERSON));
    attested(PERSON, INSTITUTION, PLACEMENT, 1, "2026-03-11");
    struct done none = give(PERSON, PERSON, "institution=1");
    assert_int_equal(none.outcome, OUTCOME_REFUSED);
    assert_string_equal(none.errors, "failed:error.transcript_empty");
    assert_int_equal(number("SELECT COUNT(*) FROM transcript"), 0);
    DONE(give(PERSON, PERSON, "institution=1&failed=1"));
    assert_string_equal(on_it(), "PRA 1");
}

static void codes_are_their_own_and_read_however_they_are_typed(void **state)
{
    char typed[80];
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    DONE(give(EXAMS, PERSON, "institution=1"));
    DONE(give(EXAMS, PERSON, "institution=1"));
    assert_int_equal(number("SELECT COUNT(DISTINCT code) FROM transcript WHERE code RLIKE "
                            "'^[" VERIFY_CODE_ALPHABET "]+$' AND LENGTH(code) = 20"),
                     2);
    must("UPDATE transcript SET code = '0110ABCDEFGHJKMNPQRS' WHERE id = %d", (int)newest());
    static const char *const ways[] = {"0110ABCDEFGHJKMNPQRS", "0110A-BCDEF-GHJKM-NPQRS",
                                       "oil0a+bcdef++ghjkm+npqrs", "OLIO.ABCDE/FGHJK_MNPQRS"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        snprintf(typed, sizeof typed, "lang=nb&code=%s", ways[i]);
        assert_string_equal(rows_joined("transcripts/verify", "transcript", 0, typed, "code"),
                            "0110A-BCDEF-GHJKM-NPQRS");
    }
    static const char *const wrong[] = {
        "0110ABCDEFGHJKMNPQR",  "0110ABCDEFGHJKMNPQRSS", "%25",
        "0110ABCDEFGHJKMNPQRT", "%27+OR+%271",           "____________________"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(typed, sizeof typed, "lang=nb&code=%s", wrong[i]);
        assert_int_equal(rows("transcripts/verify", "transcript", 0, typed), 0);
        assert_int_equal(rows("transcripts/verify", "results", 0, typed), 0);
    }
    assert_int_equal(rows("transcripts/verify", "transcript", 0, "lang=nb&code="), 0);
}

static void what_changes_afterwards_is_said_beside_what_it_said(void **state)
{
    (void)state;
    int64_t result = attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    attested(PERSON, INSTITUTION, PLACEMENT, 3, "2026-04-10");
    DONE(give(EXAMS, PERSON, "institution=1"));
    assert_string_equal(verified("transcript", "transcript_state"), "valid");
    assert_string_equal(verified("results", "grade"), "B|D");
    assert_true(may("transcript", "print", newest(), PERSON));
    /* Others' names, courses' names and new results change nothing of it. */
    must("UPDATE course SET name = 'Noe annet' WHERE id = 1");
    must("UPDATE person SET family_name = 'Gift' WHERE id = %d", PERSON);
    attested(PERSON, INSTITUTION, 0, 6, "2026-11-10");
    assert_string_equal(verified("transcript", "transcript_state"), "valid");
    assert_string_equal(verified("transcript", "name"), "Elle Nr 911");
    assert_null(strstr(verified("results", "course_name"), "Noe annet"));
    decided_anew(result, 6);
    assert_string_equal(verified("transcript", "transcript_state"), "changed");
    assert_string_equal(verified("results", "grade"), "B|D");
    assert_string_equal(verified("results", "changed"), "1|");
    assert_false(may("transcript", "print", newest(), PERSON));
    /* A new one says what holds now. */
    DONE(give(EXAMS, PERSON, "institution=1"));
    assert_string_equal(verified("transcript", "transcript_state"), "valid");
    assert_non_null(strstr(on_it(), "EKS 6 7.5"));
}

static void a_withdrawn_one_tells_nothing_of_anybody(void **state)
{
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    DONE(give(EXAMS, PERSON, "institution=1"));
    assert_string_equal(mailed("transcript_given"), "911");
    int64_t id = newest();
    assert_true(may("transcript", "withdraw", id, EXAMS));
    assert_true(may("transcript", "withdraw", id, PERSON));
    assert_false(may("transcript", "view", id, ELSEWHERE));
    assert_false(may("transcript", "view", id, EXAMINER));
    assert_false(may("transcript", "view", id, PROTECTED));
    assert_int_equal(withdraw(PERSON, id, "version=7").outcome, OUTCOME_STALE);
    DONE(withdraw(PERSON, id, "version=1"));
    assert_string_equal(mailed("transcript_withdrawn"), ""); /* who did it knows */
    assert_string_equal(verified("transcript", "transcript_state"), "withdrawn");
    assert_string_equal(verified("transcript", "name"), "");
    assert_string_equal(verified("transcript", "programme"), "");
    assert_string_equal(verified("results", "grade"), "");
    assert_false(may("transcript", "withdraw_now", id, PERSON));
    assert_int_equal(withdraw(PERSON, id, "version=2").outcome, OUTCOME_REFUSED);
    DONE(give(PERSON, PERSON, "institution=1"));
    DONE(withdraw(EXAMS, newest(), "version=1"));
    assert_string_equal(mailed("transcript_withdrawn"), "911");
    send_all();
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
}

static void who_is_protected_is_not_named(void **state)
{
    (void)state;
    attested(PROTECTED, INSTITUTION, WRITTEN, 5, "2026-03-10");
    DONE(give(PROTECTED, PROTECTED, "institution=1"));
    assert_string_equal(verified("transcript", "transcript_state"), "valid");
    assert_string_equal(verified("transcript", "name"), "");
    assert_string_equal(verified("results", "grade"), "B");
    assert_false(may("transcript", "view", newest(), EXAMS));
    assert_true(may("transcript", "view", newest(), PROTECTED));
    assert_int_equal(rows("transcripts/transcripts", "transcripts", EXAMS, "q=&state="), 0);
    assert_int_equal(rows("transcripts/transcripts", "transcripts", PROTECTED, "q=&state="), 1);
}

/* The rows of an ELMO file, as a partner of either institution and as oneself. */
static void elmo_holds_what_counts_at_the_one_who_asks(void **state)
{
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 1, "2026-01-10");
    attested(PERSON, INSTITUTION, WRITTEN, 2, "2026-02-10");
    attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    attested(PERSON, INSTITUTION_TWO, 0, 6, "2026-06-10");
    attested(PROTECTED, INSTITUTION, WRITTEN, 5, "2026-03-10");
    char here[80], there[80];
    snprintf(here, sizeof here, "lang=en&student=%d&partner_institution=1", PERSON);
    snprintf(there, sizeof there, "lang=en&student=%d&partner_institution=2", PERSON);
    assert_string_equal(rows_joined("transcripts/partner", "results", 0, here, "grade"), "B");
    assert_string_equal(rows_joined("transcripts/partner", "institutions", 0, here, "id"), "1");
    assert_string_equal(rows_joined("transcripts/partner", "results", 0, there, "grade"), "A");
    assert_string_equal(rows_joined("transcripts/student.elmo", "results", PERSON, here, "grade"),
                        "B|A");
    assert_string_equal(rows_joined("transcripts/student.elmo", "results", EXAMS, here, "grade"),
                        "B");
    snprintf(here, sizeof here, "lang=en&student=%d&partner_institution=1", PROTECTED);
    assert_int_equal(rows("transcripts/partner", "learner", 0, here), 0);
    assert_int_equal(rows("transcripts/student.elmo", "learner", EXAMS, here), 0);
    assert_int_equal(rows("transcripts/student.elmo", "learner", PROTECTED, here), 1);
    snprintf(here, sizeof here, "lang=en&student=%d&partner_institution=2", PROTECTED);
    assert_int_equal(rows("transcripts/partner", "learner", 0, here), 0);
}

/* A session's exam that hides who wrote what, and how far its grading is. */
static void hidden(int64_t result, const char *state)
{
    int session = (int)number("SELECT exam_session FROM result WHERE id = %d", (int)result);
    bool confirmed = text_equal(state, "confirmed");
    must("UPDATE exam_session SET anonymous = 1, code_prefix = 'X' WHERE id = %d", session);
    must("INSERT INTO exam (institution, exam_session, state, confirmed_at, confirmed_by) VALUES "
         "(1, %d, '%s', %s, %s) ON DUPLICATE KEY UPDATE state = VALUES(state), confirmed_at = "
         "VALUES(confirmed_at), confirmed_by = VALUES(confirmed_by)",
         session, state, confirmed ? "NOW()" : "NULL", confirmed ? "1" : "NULL");
}

/* A better one that may not be told yet does not take the place of what may. */
static void what_may_not_be_named_yet_is_as_if_not_there(void **state)
{
    (void)state;
    attested(PERSON, INSTITUTION, WRITTEN, 2, "2026-02-10");
    int64_t better = attested(PERSON, INSTITUTION, WRITTEN, 5, "2026-03-10");
    const char *asked = "lang=en&student=911&partner_institution=1";
    hidden(better, "started");
    assert_string_equal(rows_joined("transcripts/partner", "results", 0, asked, "grade"), "E");
    assert_string_equal(rows_joined("transcripts/student.elmo", "results", EXAMS, asked, "grade"),
                        "E");
    assert_string_equal(rows_joined("transcripts/student.elmo", "results", PERSON, asked, "grade"),
                        "B");
    DONE(give(EXAMS, PERSON, "institution=1"));
    assert_string_equal(on_it(), "EKS 2 7.5");
    DONE(give(PERSON, PERSON, "institution=1"));
    assert_string_equal(on_it(), "EKS 2, EKS 5 7.5");
    hidden(better, "confirmed");
    assert_string_equal(rows_joined("transcripts/partner", "results", 0, asked, "grade"), "B");
    assert_string_equal(rows_joined("transcripts/student.elmo", "results", EXAMS, asked, "grade"),
                        "B");
}

int main(void)
{
#define FROM_HERE(test) cmocka_unit_test_setup(test, begin)
    const struct CMUnitTest tests[] = {
        FROM_HERE(what_is_passed_is_on_it_and_counts_once),
        FROM_HERE(only_who_may_gives_one_out),
        FROM_HERE(what_is_not_attested_is_never_on_it),
        FROM_HERE(codes_are_their_own_and_read_however_they_are_typed),
        FROM_HERE(what_changes_afterwards_is_said_beside_what_it_said),
        FROM_HERE(a_withdrawn_one_tells_nothing_of_anybody),
        FROM_HERE(who_is_protected_is_not_named),
        FROM_HERE(elmo_holds_what_counts_at_the_one_who_asks),
        FROM_HERE(what_may_not_be_named_yet_is_as_if_not_there),
    };
    return cmocka_run_group_tests_name("transcripts", tests, set_up, post_tear_down);
}
