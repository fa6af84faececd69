/* Several at once: no answer twice, nothing overwritten unseen, numbers true. Each hand is a process with its own
 * connection, doing what a worker does: the whole transaction again when the database asks for it. */
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { HANDS = 6, EXAMS = 69 };

struct task {
    action_function *function;
    const char *file, *form;
    int64_t viewer;
    char path[80], fields[120];
};

static int attempt(const struct task *task)
{
    act_on_own_connection();
    for (unsigned i = 0; connection_pause(i); i++) {
        struct done done =
            act(task->function, task->file, task->form, task->viewer, task->path, task->fields);
        if (done.result == DATA_OK)
            return (int)done.outcome;
        if (done.result != DATA_RETRY)
            return 90 + (int)done.result;
    }
    return 80; /* eight tries were not enough */
}

/* Runs all tasks at the same time; counts[outcome] of how they ended, others in counts[15]. */
static void together(const struct task *tasks, size_t count, int counts[16])
{
    pid_t hands[HANDS];
    int gate[2];
    assert_int_equal(pipe(gate), 0);
    for (size_t i = 0; i < count; i++) {
        hands[i] = fork();
        if (hands[i] == 0) {
            char byte;
            close(gate[1]);
            if (read(gate[0], &byte, 1) < 0) /* until the parent closes it */
                _exit(15);
            _exit(attempt(&tasks[i]));
        }
        assert_true(hands[i] > 0);
    }
    close(gate[0]);
    close(gate[1]);
    for (int i = 0; i < 16; i++)
        counts[i] = 0;
    for (size_t i = 0; i < count; i++) {
        int status;
        assert_int_equal(waitpid(hands[i], &status, 0), hands[i]);
        int outcome = WIFEXITED(status) && WEXITSTATUS(status) < 15 ? WEXITSTATUS(status) : 15;
        if (outcome == 15)
            print_message("hand %d: status %d\n", (int)i,
                          WIFEXITED(status) ? WEXITSTATUS(status) : -1);
        counts[outcome]++;
    }
}

static struct task task_of(action_function *function, const char *file, const char *form,
                           int64_t viewer, int64_t order, const char *fields)
{
    struct task task = {function, file, form, viewer, "", ""};
    snprintf(task.path, sizeof task.path, "order=%d", (int)order);
    snprintf(task.fields, sizeof task.fields, "%s", fields);
    return task;
}

static void one_of_many_answers_counts(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 30), order = ask(activity, 1, 9);
    struct task tasks[HANDS];
    int counts[16];
    for (size_t i = 0; i < HANDS; i++)
        tasks[i] = i % 2 ? task_of(ordering_order_answer, "ordering/order_answer", "capacity",
                                   COORDINATOR, order, "version=1&capacity-2=2")
                         : task_of(ordering_order_decline, "ordering/order_decline", "decline",
                                   SITE_ADMIN, order, "version=1&reason=Nei");
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE], 1);
    assert_int_equal(counts[OUTCOME_STALE], HANDS - 1);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE thing = 'order' AND thing_id = %d "
                            "AND kind IN ('order.answered', 'order.declined')",
                            (int)order),
                     1);
    assert_int_equal(number("SELECT version FROM placement_order WHERE id = %d", (int)order), 2);
    assert_kept();
}

static void answers_to_different_orders_all_count(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 30);
    struct task tasks[HANDS];
    int counts[16];
    for (size_t i = 0; i < HANDS; i++)
        tasks[i] = task_of(ordering_order_answer, "ordering/order_answer", "capacity", COORDINATOR,
                           ask(activity, 1, 3), "version=1&capacity-2=2");
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE], HANDS);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', orders, orders_unanswered, places_answered, places_confirmed) "
             "FROM activity_count WHERE activity = %d",
             (int)activity),
        "6 0 18 12");
    assert_kept();
}

static void a_site_without_units_gets_one(void **state)
{
    (void)state;
    must("INSERT INTO site (id, name, kind) VALUES (7, 'Barnehagen', 'kindergarten')");
    must("INSERT INTO agreement (institution, site, valid_from) VALUES (1, 7, '2020-01-01')");
    struct task tasks[HANDS];
    int counts[16];
    for (size_t i = 0; i < HANDS; i++)
        tasks[i] =
            task_of(ordering_order_answer, "ordering/order_answer", "capacity", COORDINATOR,
                    ask(plan("2027-02-01", "2027-03-31", 30), 7, 3), "version=1&whole_site=2");
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE], 1);
    assert_int_equal(counts[OUTCOME_INVALID], HANDS - 1); /* has a unit now, which is to be named */
    assert_int_equal(number("SELECT COUNT(*) FROM unit WHERE site = 7"), 1);
    assert_kept();
}

static void an_answer_and_a_withdrawal_do_not_both_happen(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 30), 1, 9);
    struct task tasks[2] = {task_of(ordering_order_answer, "ordering/order_answer", "capacity",
                                    COORDINATOR, order, "version=1&capacity-2=2"),
                            task_of(ordering_order_withdraw, "ordering/order_withdraw", "withdraw",
                                    PLANNER, order, "version=1")};
    int counts[16];
    together(tasks, 2, counts);
    assert_int_equal(counts[OUTCOME_DONE], 1);
    assert_int_equal(counts[OUTCOME_STALE], 1);
    assert_kept();
}

/* Two who edit the same draft from the same page: the second is told, the first's words stand. */
static void no_edit_is_lost(void **state)
{
    (void)state;
    int64_t order = draft_order(plan("2027-02-01", "2027-03-31", 30), 1, 9);
    struct task tasks[2] = {task_of(ordering_order_edit, "ordering/order_edit", "order", PLANNER,
                                    order, "version=1&places=4&message=en"),
                            task_of(ordering_order_edit, "ordering/order_edit", "order", PLANNER,
                                    order, "version=1&places=7&message=to")};
    int counts[16];
    together(tasks, 2, counts);
    assert_int_equal(counts[OUTCOME_DONE], 1);
    assert_int_equal(counts[OUTCOME_STALE], 1);
    const char *stands =
        text("SELECT CONCAT(places, message) FROM placement_order WHERE id = %d", (int)order);
    assert_true(text_equal(stands, "4en") || text_equal(stands, "7to"));
}

/* Sending the drafts while new ones are made: each is either sent or still a draft, and counted as such. */
static void sending_while_ordering_counts_right(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 30);
    draft_order(activity, 1, 2);
    draft_order(activity, 2, 3);
    struct task tasks[HANDS];
    int counts[16];
    for (size_t i = 0; i < HANDS; i++) {
        tasks[i] = i % 3 == 0 ? task_of(ordering_orders_send, "ordering/orders_send", "orders_send",
                                        PLANNER, 0, "due_on=2026-12-12")
                              : task_of(ordering_order_new, "ordering/order_new", "order_new",
                                        PLANNER, 0, "places-1=1&places-2=2");
        snprintf(tasks[i].path, sizeof tasks[i].path, "activity=%d", (int)activity);
    }
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE] + counts[OUTCOME_REFUSED],
                     HANDS); /* refused: nothing left to send */
    assert_int_equal(
        number("SELECT COUNT(*) FROM placement_order WHERE activity = %d", (int)activity), 10);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event e JOIN placement_order o ON o.id = e.thing_id WHERE "
               "e.kind = 'order.sent' "
               "AND o.activity = %d",
               (int)activity),
        number("SELECT COUNT(*) FROM placement_order WHERE activity = %d AND state = 'sent'",
               (int)activity));
    assert_kept();
}

action_function people_invitation;

/* Several hands with one link: one account, one password, one event. */
static void an_invitation_is_accepted_by_one(void **state)
{
    (void)state;
    int counts[16];
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (70, 'Ny', 'Person', "
         "'ny.person@prove.example')");
    must("INSERT INTO account_link (id, person, purpose, salt, created_at, created_by, expires_at) "
         "VALUES (70, 70, 'invitation', REPEAT('a', 32), '2026-11-21', 5, '2026-12-05')");
    struct task tasks[HANDS];
    for (size_t i = 0; i < HANDS; i++) {
        tasks[i] =
            (struct task){people_invitation, "people/invitation", "invitation", 0, "link=70", ""};
        snprintf(tasks[i].fields, sizeof tasks[i].fields,
                 "new=eit+heilt+nytt+%zu&repeat=eit+heilt+nytt+%zu&language=nb", i, i);
    }
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE], 1);
    assert_int_equal(counts[OUTCOME_REFUSED], HANDS - 1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'person.joined' AND person = 70"), 1);
    assert_string_equal(text("SELECT ended FROM account_link WHERE id = 70"), "used");
}

action_function exams_register;

/* Students who press at the same moment: each gets in, with a code of their own. */
static void all_who_register_at_once_get_in(void **state)
{
    (void)state;
    int counts[16];
    must("INSERT INTO exam_session (id, institution, type, state, name, name_en, date_mode, "
         "starts_on, starts_at, ends_on, ends_at, anonymous, registration, registers_from, "
         "registers_to, person, made_at) VALUES (70, 1, 'digital_exam', 'confirmed', 'Prøve', "
         "'Test', 'day', '2027-01-10', '09:00', '2027-01-10', '13:00', 1, 1, '2026-11-01', "
         "'2026-12-01', 2, '2026-11-01')");
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution) VALUES "
         "(70, 1, 1)");
    must("INSERT INTO exam (id, institution, exam_session) VALUES (70, 1, 70)");
    must("INSERT INTO exam_committee (exam, number, name) VALUES (70, 1, '1')");
    struct task tasks[HANDS];
    for (int i = 0; i < HANDS; i++) {
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Kim', 'Prøve', "
             "'p%d@example.org')",
             700 + i, 700 + i);
        must("INSERT INTO course_registration (course_instance, person, institution) VALUES (1, "
             "%d, 1)",
             700 + i);
        tasks[i] = (struct task){exams_register, "exams/register",  "exam_register",
                                 700 + i,        "exam_session=70", "version=1"};
    }
    together(tasks, HANDS, counts);
    assert_int_equal(counts[OUTCOME_DONE], HANDS);
    assert_int_equal(
        number("SELECT COUNT(DISTINCT t.code) FROM candidate c JOIN exam_identity t ON "
               "t.candidate = c.id JOIN paper p ON p.exam = 70 AND p.code = t.code"),
        HANDS);
}

action_function exams_candidate_withdraw, results_session;

/* A candidate goes while their result goes to the examiner, twenty times over: whoever is second is told. */
static void no_result_of_who_withdrew_goes_on(void **state)
{
    (void)state;
    must("INSERT INTO exam_session (id, institution, type, state, name, name_en, date_mode, "
         "starts_on, starts_at, ends_on, ends_at, scale_version, person, made_at) VALUES (71, 1, "
         "'digital_exam', 'confirmed', 'Prøve', 'Test', 'day', '2026-11-02', '09:00', "
         "'2026-11-02', '13:00', 3, 2, '2026-11-01')");
    must("INSERT INTO exam_session_instance (exam_session, course_instance, institution) VALUES "
         "(71, 1, 1)");
    must("INSERT INTO exam (id, institution, exam_session, points_most) VALUES (71, 1, 71, 100)");
    staff(EXAMS, "exam_planner", 1);
    for (int i = 710; i < 730; i++) {
        struct task tasks[2] = {
            {results_session, "results/session", "results", EXAMS, "exam_session=71", ""},
            {exams_candidate_withdraw, "exams/candidate_withdraw", "candidate_withdraw", EXAMS, "",
             "version=1"}};
        int counts[16];
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Kim', 'Prøve', "
             "'p%d@example.org')",
             i, i);
        must("INSERT INTO candidate (id, institution, exam_session, course_instance, person, "
             "registered_at) VALUES (%d, 1, 71, 1, %d, NOW())",
             i, i);
        must("INSERT INTO exam_code VALUES (71, '%d')", i);
        must("INSERT INTO exam_identity (candidate, exam_session, code) VALUES (%d, 71, '%d')", i,
             i);
        must("INSERT INTO result (institution, person, course_instance, exam_session, candidate, "
             "scale_version, grade, examined_on) VALUES (1, %d, 1, 71, %d, 3, 1, '2026-11-02')",
             i, i);
        snprintf(tasks[0].fields, sizeof tasks[0].fields,
                 "act=ready&chosen-%d=1&seen-%d=1&grade-%d=1&examined_on-%d=02.11.2026", i, i, i,
                 i);
        snprintf(tasks[1].path, sizeof tasks[1].path, "candidate=%d", i);
        together(tasks, 2, counts);
        assert_true(counts[OUTCOME_DONE] > 0);
        assert_int_equal(counts[15], 0);
    }
    assert_int_equal(number("SELECT COUNT(*) FROM candidate c JOIN result r ON r.candidate = c.id "
                            "WHERE c.exam_session = 71 AND r.state = 'ready' AND c.state = "
                            "'registered'") +
                         number("SELECT COUNT(*) FROM candidate c JOIN result r ON r.candidate = "
                                "c.id WHERE c.exam_session = 71 AND r.state = 'draft' AND "
                                "c.state = 'withdrawn'"),
                     20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_of_many_answers_counts),
        cmocka_unit_test(answers_to_different_orders_all_count),
        cmocka_unit_test(a_site_without_units_gets_one),
        cmocka_unit_test(an_answer_and_a_withdrawal_do_not_both_happen),
        cmocka_unit_test(no_edit_is_lost),
        cmocka_unit_test(sending_while_ordering_counts_right),
        cmocka_unit_test(an_invitation_is_accepted_by_one),
        cmocka_unit_test(all_who_register_at_once_get_in),
        cmocka_unit_test(no_result_of_who_withdrew_goes_on),
    };
    return cmocka_run_group_tests(tests, ordering_set_up, action_tear_down);
}
