/* The automatic run from its asking to its taking: what it finds, how it is explained, what stops it, who may see it. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/jobs/allocate.h"
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

action_function allocation_proposal_new, allocation_proposal_cancel, allocation_proposal_take,
    allocation_proposal_discard;

#define PROPOSAL(name, path, fields)                                                               \
    act(allocation_proposal_##name, "allocation/proposal_" #name, "proposal_" #name, PLANNER,      \
        path, fields)

enum { ANNA = 901, BERIT, CARL, DINA, STUDENTS = 4 };
static struct connection *pulse;
static struct arena *arena;
static struct config config;
static int64_t activity, order, first; /* first: registration of ANNA, the others follow */

static int64_t registered(int person)
{
    return first + person - ANNA;
}

static void wishes(int person, int number, int unit)
{
    must("INSERT INTO wish (registration, number, site, unit) VALUES (%d, %d, 1, %d)",
         (int)registered(person), number, unit);
}

/* Four students, units 2 (two places) and 4 (one): one place too few, and everybody wishes unit 4. */
static int set_up(void **state)
{
    if (ordering_set_up(state) != 0)
        return -1;
    pulse = act_connect();
    arena = arena_new((size_t)16 << 20);
    activity = plan("2027-02-01", "2027-03-31", 10);
    order = ask(activity, SITE, 5);
    must("UPDATE placement_order SET state = 'answered', answer = 'confirmed', places_confirmed = "
         "3, answered_at = NOW() WHERE id = %d",
         (int)order);
    must("INSERT INTO capacity (site, placement_order, unit, places) VALUES (1, %d, 2, 2), (1, %d, "
         "4, 1)",
         (int)order, (int)order);
    static const char *const names[STUDENTS] = {"Anna", "Berit", "Carl", "Dina"};
    for (int i = 0; i < STUDENTS; i++) {
        must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
             "'p%d@example.org')",
             ANNA + i, names[i], ANNA + i);
        must("INSERT INTO registration (institution, activity, person, wishes_at) VALUES (1, %d, "
             "%d, NOW())",
             (int)activity, ANNA + i);
    }
    first = number("SELECT id FROM registration WHERE person = %d", ANNA);
    for (int person = ANNA; person <= DINA; person++) {
        wishes(person, 1, 4);
        wishes(person, 2, 2);
    }
    return 0;
}

static int tear_down(void **state)
{
    connection_free(pulse);
    arena_free(arena);
    return action_tear_down(state);
}

/* What the lane of jobs does when it finds one. */
static enum work_found run_one(void)
{
    static const unsigned char claim[16] = "allocation test";
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

static const char *path_of(int64_t proposal)
{
    static char path[40];
    snprintf(path, sizeof path, "proposal=%d", (int)proposal);
    return path;
}

static int64_t proposed(const char *objective)
{
    char path[40], fields[60];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    snprintf(fields, sizeof fields, "objective=%s", objective);
    DONE(PROPOSAL(new, path, fields));
    return number("SELECT MAX(id) FROM proposal");
}

static int64_t found(const char *objective)
{
    int64_t proposal = proposed(objective);
    assert_int_equal(run_one(), WORK_ONE);
    assert_string_equal(text("SELECT state FROM proposal WHERE id = %d", (int)proposal), "ready");
    return proposal;
}

static int64_t unit_in(int64_t proposal, int person)
{
    return number(
        "SELECT COALESCE(unit, 0) FROM proposal_student WHERE proposal = %d AND registration = %d",
        (int)proposal, (int)registered(person));
}

static const char *why(int64_t proposal, int person, int wish)
{
    return text("SELECT CONCAT(why, ' ', obstacles) FROM proposal_wish WHERE proposal = %d AND "
                "registration = %d AND number = %d",
                (int)proposal, (int)registered(person), wish);
}

static struct done take(int64_t proposal)
{
    char fields[40];
    snprintf(fields, sizeof fields, "version=%d",
             (int)number("SELECT version FROM proposal WHERE id = %d", (int)proposal));
    return PROPOSAL(take, path_of(proposal), fields);
}

static void only_the_institution_sees_it(void **state)
{
    (void)state;
    int64_t proposal = found("weighted");
    assert_true(may("proposal", "view", proposal, PLANNER));
    assert_true(may("proposal", "take", proposal, PLANNER));
    assert_true(may("proposal", "view", proposal, ADVISER));
    assert_false(may("proposal", "take", proposal, ADVISER));
    assert_false(may("proposal", "reasons", proposal, ADVISER));
    static const int others[] = {PLANNER_TWO, SITE_ADMIN, COORDINATOR, STUDENT, ADMIN};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(may("proposal", "view", proposal, others[i]));
}

static void a_shortage_is_told_with_what_mends_it(void **state)
{
    (void)state;
    int64_t proposal = found("weighted");
    char shown[40];
    snprintf(shown, sizeof shown, "proposal=%d", (int)proposal);
    /* which rules are in the way, and how many units are left to a student, tell of needs */
    assert_true(rows("allocation/proposal", "shortage_students", ADVISER, shown) > 0);
    must("INSERT INTO proposal_rule (proposal, rule, students) VALUES (%d, 'conflict', 1)",
         (int)proposal);
    assert_true(rows("allocation/proposal", "rules", PLANNER, shown) == 1);
    assert_int_equal(rows("allocation/proposal", "rules", ADVISER, shown), 0);
    assert_int_equal(rows("allocation/proposal", "remedies", ADVISER, shown), 0);
    assert_int_equal(number("SELECT placed FROM proposal WHERE id = %d", (int)proposal), 3);
    assert_int_equal(number("SELECT placed_most FROM proposal WHERE id = %d", (int)proposal), 3);
    assert_string_equal(text("SELECT CONCAT_WS(' ', students, units, places, missing) FROM "
                             "proposal_shortage WHERE proposal = %d",
                             (int)proposal),
                        "4 2 3 1");
    assert_int_equal(
        number("SELECT MIN(mends) FROM proposal_shortage_unit WHERE proposal = %d", (int)proposal),
        1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM proposal_student WHERE proposal = %d AND unit = 4",
               (int)proposal),
        1);
    /* those without it are told by whom it is full, and that somebody would have to go */
    assert_int_equal(number("SELECT COUNT(*) FROM proposal_wish WHERE proposal = %d AND number = 1 "
                            "AND why = 'full'",
                            (int)proposal),
                     3);
    assert_int_equal(
        number("SELECT COUNT(*) FROM proposal_step s JOIN proposal_wish w ON w.proposal = "
               "s.proposal AND w.registration = s.registration AND w.number = s.wish "
               "WHERE s.proposal = %d AND s.number = 0 AND s.mover = s.registration",
               (int)proposal),
        number("SELECT COUNT(*) FROM proposal_wish WHERE proposal = %d AND why IN "
               "('full', 'free')",
               (int)proposal));
}

static void the_same_state_gives_the_same_result(void **state)
{
    (void)state;
    int64_t one = found("weighted"), other = found("weighted");
    assert_string_equal(text("SELECT HEX(input) FROM proposal WHERE id = %d", (int)one),
                        text("SELECT HEX(input) FROM proposal WHERE id = %d", (int)other));
    assert_int_equal(number("SELECT COUNT(DISTINCT result) FROM proposal WHERE id IN (%d, %d)",
                            (int)one, (int)other),
                     1);
}

static void rules_exclude_and_are_named(void **state)
{
    (void)state;
    must("INSERT INTO registration_conflict (registration, kind, site, unit) VALUES (%d, "
         "'employer', 1, 4)",
         (int)registered(ANNA));
    must("INSERT INTO registration_requirement (registration, requirement) VALUES (%d, 1), (%d, 2)",
         (int)registered(BERIT), (int)registered(BERIT));
    int64_t proposal = found("weighted");
    assert_string_equal(why(proposal, ANNA, 1), "excluded employer");
    assert_string_equal(why(proposal, BERIT, 1), "excluded accommodation");
    assert_int_equal(unit_in(proposal, BERIT), 0);
    /* nowhere: nobody else is short because of her */
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', students, units, missing) FROM proposal_shortage "
             "WHERE proposal = %d",
             (int)proposal),
        "1 0 1");
    must("DELETE FROM registration_conflict");
    must("DELETE FROM registration_requirement");
}

static void locked_rows_stay(void **state)
{
    (void)state;
    must("INSERT INTO allocation (registration, activity, site, unit, locked) VALUES (%d, %d, 1, "
         "4, 1)",
         (int)registered(DINA), (int)activity);
    int64_t proposal = found("rank_maximal");
    assert_int_equal(unit_in(proposal, DINA), 4);
    assert_string_equal(text("SELECT objective FROM proposal WHERE id = %d", (int)proposal),
                        "rank_maximal");
    must("DELETE FROM allocation");
}

static void taking_moves_who_is_elsewhere(void **state)
{
    (void)state;
    must("INSERT INTO allocation (registration, activity, site, unit, supervisor, lecturer) VALUES "
         "(%d, %d, 1, 2, %d, %d)",
         (int)registered(ANNA), (int)activity, COORDINATOR, PLANNER);
    must("INSERT INTO allocation (registration, activity, site, unit, locked) VALUES (%d, %d, 1, "
         "2, 1)",
         (int)registered(DINA), (int)activity);
    int64_t proposal = found("weighted"), other = found("weighted");
    struct done done = take(proposal);
    DONE(done);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation b JOIN proposal_student s ON "
                            "s.registration = b.registration WHERE s.proposal = %d AND b.unit <=> "
                            "s.unit",
                            (int)proposal),
                     number("SELECT COUNT(*) FROM allocation WHERE activity = %d", (int)activity));
    assert_int_equal(
        number("SELECT COUNT(*) FROM allocation WHERE activity = %d AND unit IS NOT NULL",
               (int)activity),
        3);
    /* the supervisor stays with the unit, the lecturer with the student */
    assert_int_equal(
        number("SELECT lecturer FROM allocation WHERE registration = %d", (int)registered(ANNA)),
        PLANNER);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE registration = %d AND "
                            "(unit <=> 2) = (supervisor IS NOT NULL)",
                            (int)registered(ANNA)),
                     1);
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'proposal.taken' AND thing_id = %d",
               (int)proposal),
        1);
    /* once; and the other one was of a state that is gone */
    assert_string_equal(take(proposal).errors, ":error.proposal_not_now");
    assert_string_equal(take(other).errors, ":error.proposal_changed_since");
    must("DELETE FROM allocation");
}

/* Each alone makes the proposal one of yesterday. */
static void what_changed_meanwhile_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *change, *back, *what;
    } cases[] = {
        {"UPDATE registration SET version = version + 1 WHERE person = 901",
         "UPDATE registration SET version = version - 1 WHERE person = 901", "student"},
        {"UPDATE registration SET state = 'withdrawn', withdrawn_on = NOW() WHERE person = 902",
         "UPDATE registration SET state = 'registered', withdrawn_on = NULL WHERE person = 902",
         "withdrawn"},
        {"UPDATE capacity SET places = 5 WHERE unit = 2",
         "UPDATE capacity SET places = 2 WHERE unit = 2", "places"},
        {"INSERT INTO allocation (registration, activity, site, unit) SELECT id, activity, 1, 2 "
         "FROM registration WHERE person = 903",
         "DELETE FROM allocation", "put"},
        {"INSERT INTO activity_requirement (activity, requirement) SELECT MAX(id), 1 FROM activity",
         "DELETE FROM activity_requirement", "rule"},
    };
    int64_t proposal = found("weighted");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        must("%s", cases[i].change);
        assert_true(rows_have("allocation/proposal_take", "meanwhile", PLANNER, path_of(proposal),
                              "what", cases[i].what));
        assert_string_equal(take(proposal).errors, ":error.proposal_changed_since");
        must("%s", cases[i].back);
    }
    assert_int_equal(rows("allocation/proposal_take", "meanwhile", PLANNER, path_of(proposal)), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM allocation WHERE activity = %d", (int)activity),
                     0);
}

static void one_run_at_a_time_cancelled_and_discarded(void **state)
{
    (void)state;
    int64_t proposal = proposed("weighted");
    char path[40];
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    assert_string_equal(PROPOSAL(new, path, "objective=weighted").errors,
                        ":error.proposal_at_work");
    DONE(PROPOSAL(cancel, path_of(proposal), "version=1"));
    assert_int_equal(run_one(), WORK_NONE);
    assert_int_equal(
        number("SELECT COUNT(*) FROM proposal_student WHERE proposal = %d", (int)proposal), 0);
    proposal = found("weighted");
    assert_int_equal(PROPOSAL(discard, path_of(proposal), "version=1").outcome, OUTCOME_STALE);
    DONE(PROPOSAL(discard, path_of(proposal), "version=2"));
    assert_int_equal(
        number("SELECT (SELECT COUNT(*) FROM proposal_student WHERE proposal = %d) + (SELECT "
               "COUNT(*) FROM proposal_shortage WHERE proposal = %d) + (SELECT COUNT(*) FROM "
               "proposal_unit WHERE proposal = %d)",
               (int)proposal, (int)proposal, (int)proposal),
        0);
}

static void who_lost_the_right_gets_no_proposal(void **state)
{
    (void)state;
    int64_t proposal = proposed("weighted");
    must("UPDATE person_grant SET valid_to = '2026-01-02' WHERE person = %d AND valid_to IS NULL",
         PLANNER);
    run_one();
    assert_string_equal(text("SELECT error FROM job ORDER BY id DESC LIMIT 1"),
                        "proposal_not_allowed");
    assert_string_equal(text("SELECT state FROM proposal WHERE id = %d", (int)proposal), "asked");
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", PLANNER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_institution_sees_it),
        cmocka_unit_test(a_shortage_is_told_with_what_mends_it),
        cmocka_unit_test(the_same_state_gives_the_same_result),
        cmocka_unit_test(rules_exclude_and_are_named),
        cmocka_unit_test(locked_rows_stay),
        cmocka_unit_test(taking_moves_who_is_elsewhere),
        cmocka_unit_test(what_changed_meanwhile_is_named),
        cmocka_unit_test(one_run_at_a_time_cancelled_and_discarded),
        cmocka_unit_test(who_lost_the_right_gets_no_proposal),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
