/* Jobs: claimed, kept alive, tried again, given up, cancelled; and what the actions on imports ask for. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/jobs/work.h"
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

action_function imports_import, imports_import_undo, imports_import_columns;

static struct connection *pulse;
static struct arena *arena;
static unsigned runs, failures;
static const char *failure;

static enum work_result good(struct work *work)
{
    runs++;
    assert_int_equal(work->thing_id, 7);
    assert_int_equal(work->person, PLANNER);
    assert_string_equal(work->lang, "nn");
    assert_true(work_goes_on(work, 3, 10));
    return WORK_DONE;
}

static enum work_result later(struct work *work)
{
    runs++;
    assert_int_equal(work->attempt, runs);
    return WORK_RETRY;
}

static enum work_result bad(struct work *work)
{
    runs++;
    work->error = "import_faulty";
    return WORK_FAILED;
}

/* Somebody presses Cancel while it works. */
static enum work_result wanted_no_more(struct work *work)
{
    runs++;
    must("UPDATE job SET cancel_wanted = 1");
    work->next_pulse_us = 0;
    assert_false(work_goes_on(work, 1, 2));
    return WORK_STOPPED;
}

/* It was silent for so long that another took it. */
static enum work_result overtaken(struct work *work)
{
    runs++;
    must("UPDATE job SET claim = 'another claim 16'");
    work->next_pulse_us = 0;
    assert_false(work_goes_on(work, 1, 2));
    return WORK_STOPPED;
}

static void note_failure(struct work *work)
{
    failures++;
    failure = work->error;
}

static const struct work_kind kinds[] = {
    {"good", good, NULL},           {"later", later, note_failure},
    {"bad", bad, note_failure},     {"wanted_no_more", wanted_no_more, NULL},
    {"overtaken", overtaken, NULL}, {NULL, NULL, NULL}};

static struct workshop shop(void)
{
    static const unsigned char claim[] = "sixteen letters!";
    arena_reset(arena);
    return (struct workshop){.kinds = kinds,
                             .store = act_store(),
                             .connection = act_connection(),
                             .pulse = pulse,
                             .arena = arena,
                             .claim = claim};
}

static void wait_job(const char *kind)
{
    must("DELETE FROM job");
    must("INSERT INTO job (kind, thing, thing_id, person, lang, next_at, created_at) "
         "VALUES ('%s', 'import', 7, %d, 'nn', UTC_TIMESTAMP(), UTC_TIMESTAMP())",
         kind, PLANNER);
    runs = failures = 0;
    failure = NULL;
}

static enum work_found turn(void)
{
    const struct workshop workshop = shop();
    return work_do_one(&workshop);
}

static const char *job(void)
{
    return text("SELECT CONCAT_WS(' ', state, attempts, progress, COALESCE(error, '-'), claim IS "
                "NULL) FROM job");
}

static int set_up(void **state)
{
    region_set_up(state);
    pulse = act_connect();
    arena = arena_new((size_t)16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    connection_free(pulse);
    arena_free(arena);
    return action_tear_down(state);
}

static void a_job_is_done_once(void **state)
{
    (void)state;
    wait_job("good");
    assert_int_equal(turn(), WORK_ONE);
    assert_int_equal(turn(), WORK_NONE);
    assert_int_equal(runs, 1);
    assert_string_equal(job(), "done 1 3 - 1");
    assert_int_equal(number("SELECT finished_at IS NOT NULL AND total = 3 FROM job"), 1);
}

static void what_cannot_be_now_is_tried_again_and_given_up(void **state)
{
    (void)state;
    wait_job("later");
    for (int attempt = 1; attempt <= 2; attempt++) {
        assert_int_equal(turn(), WORK_ONE);
        assert_int_equal(
            number(
                "SELECT state = 'waiting' AND attempts = %d AND next_at > UTC_TIMESTAMP() FROM job",
                attempt),
            1);
        assert_int_equal(turn(), WORK_NONE); /* not at once */
        must("UPDATE job SET next_at = UTC_TIMESTAMP()");
    }
    assert_int_equal(failures, 0);
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "failed 3 0 job_gave_up 1");
    assert_int_equal(failures, 1);
    assert_string_equal(failure, "job_gave_up");
}

static void a_refusal_is_for_good(void **state)
{
    (void)state;
    wait_job("bad");
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "failed 1 0 import_faulty 1");
    assert_int_equal(turn(), WORK_NONE);
    assert_int_equal(failures, 1);
    wait_job("nobody knows how");
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "failed 1 0 job_gave_up 1");
}

static void cancelling_stops_it(void **state)
{
    (void)state;
    wait_job("wanted_no_more");
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "cancelled 1 0 - 1");
    assert_int_equal(turn(), WORK_NONE);
}

static void who_lost_the_claim_writes_nothing(void **state)
{
    (void)state;
    wait_job("overtaken");
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "running 1 0 - 0");
}

static void what_died_is_taken_again(void **state)
{
    (void)state;
    wait_job("good");
    must("UPDATE job SET state = 'running', attempts = 1, claim = 'another claim 16', heartbeat_at "
         "= UTC_TIMESTAMP()");
    const struct workshop workshop = shop();
    work_release(&workshop); /* only its own */
    assert_int_equal(turn(), WORK_NONE);
    assert_int_equal(work_left(&workshop), 1);
    must("UPDATE job SET heartbeat_at = UTC_TIMESTAMP() - INTERVAL 21 SECOND");
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "done 2 3 - 1");
    wait_job("good");
    must("UPDATE job SET state = 'running', attempts = 2, claim = 'sixteen letters!', heartbeat_at "
         "= UTC_TIMESTAMP()");
    work_release(&workshop);
    assert_int_equal(turn(), WORK_ONE);
    assert_string_equal(job(), "done 3 3 - 1");
    wait_job("good"); /* died three times */
    must("UPDATE job SET attempts = 3");
    assert_int_equal(turn(), WORK_ONE);
    assert_int_equal(runs, 0);
    assert_int_equal(number("SELECT state = 'failed' FROM job"), 1);
}

static void imports_are_acted_on_as_they_stand(void **state)
{
    (void)state;
    struct done done;
    must("DELETE FROM job");
    must("INSERT INTO import (id, kind, site, person, file_name, file_bytes, state, rows_new, "
         "created_at) "
         "VALUES (1, 'units', 1, %d, 'a.csv', 1, 'checked', 2, UTC_TIMESTAMP())",
         SITE_ADMIN);
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=apply&version=2");
    assert_int_equal(done.outcome, OUTCOME_STALE);
    done = act(imports_import_undo, "imports/import_undo", "import_undo", SITE_ADMIN, "import=1",
               "version=1");
    assert_string_equal(done.errors, ":error.import_not_applied");
    must("UPDATE import SET rows_faulty = 1");
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=apply&version=1");
    assert_string_equal(done.errors, ":error.import_faulty");
    must("UPDATE import SET rows_faulty = 0, rows_new = 0");
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=apply&version=1");
    assert_string_equal(done.errors, ":error.import_nothing");
    must("UPDATE import SET rows_new = 2");
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=apply&version=1");
    DONE(done);
    assert_string_equal(done.location, "/imports/1");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', kind, thing, thing_id, person, state) FROM job"),
        "import_apply import 1 5 waiting");
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=check&version=1");
    assert_int_equal(done.outcome, OUTCOME_REFUSED);
    assert_string_equal(done.errors, ":error.import_at_work");
    done = act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
               "act=cancel&version=1");
    DONE(done);
    assert_string_equal(text("SELECT state FROM job"), "cancelled");
    assert_string_equal(act(imports_import, "imports/import", "import", SITE_ADMIN, "import=1",
                            "act=everything&version=1")
                            .errors,
                        "act:error.not_choice");
    assert_true(may("import", "edit", 1, SITE_ADMIN) && may("import", "edit", 1, ADMIN));
    assert_false(may("import", "view", 1, SITE_ADMIN_TWO) || may("import", "view", 1, PLANNER) ||
                 may("import", "view", 1, COORDINATOR));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_is_done_once),
        cmocka_unit_test(what_cannot_be_now_is_tried_again_and_given_up),
        cmocka_unit_test(a_refusal_is_for_good),
        cmocka_unit_test(cancelling_stops_it),
        cmocka_unit_test(who_lost_the_claim_writes_nothing),
        cmocka_unit_test(what_died_is_taken_again),
        cmocka_unit_test(imports_are_acted_on_as_they_stand),
    };
    return cmocka_run_group_tests_name("workflow_jobs", tests, set_up, tear_down);
}
