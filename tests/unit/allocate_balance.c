/* Students to supervisors: against every possible division of small random cases, and cases whose answer is known. */
#include "../../fcgi/allocate/balance.h"
#include "support_unit.h"

#include <stdlib.h>
#include <string.h>

enum { SUPERVISORS_MOST = 4, STUDENTS_MOST = 6, TRIES = 6000 };

struct test_case {
    struct balance_supervisor supervisors[SUPERVISORS_MOST];
    struct balance_student students[STUDENTS_MOST];
    int32_t possible[STUDENTS_MOST][SUPERVISORS_MOST];
    size_t supervisor_count, student_count;
};

/* What a division is worth; less is better, the first that differs decides. */
struct worth {
    int64_t without, squares, changed;
};

static uint64_t seed;

static uint32_t chance(uint32_t below)
{
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(seed >> 33) % below;
}

static void make_case(struct test_case *made)
{
    memset(made, 0, sizeof *made);
    made->supervisor_count = 1 + chance(SUPERVISORS_MOST);
    made->student_count = chance(STUDENTS_MOST + 1);
    for (size_t i = 0; i < made->supervisor_count; i++)
        made->supervisors[i] = (struct balance_supervisor){
            .taken = (int32_t)chance(3),
            .most = chance(3) ? (int32_t)chance(5) : BALANCE_NO_LIMIT,
        };
    for (size_t s = 0; s < made->student_count; s++) {
        struct balance_student *student = &made->students[s];
        for (size_t i = 0; i < made->supervisor_count; i++)
            if (chance(2))
                made->possible[s][student->possible_count++] = (int32_t)i;
        student->possible = made->possible[s];
        student->now =
            chance(2) ? BALANCE_NOBODY : (int32_t)chance((uint32_t)made->supervisor_count);
    }
}

/* False when somebody has more than they may, or somebody impossible. */
static bool weigh(const struct test_case *of, const int32_t *given, struct worth *worth)
{
    int32_t load[SUPERVISORS_MOST];
    *worth = (struct worth){0, 0, 0};
    for (size_t i = 0; i < of->supervisor_count; i++)
        load[i] = of->supervisors[i].taken;
    for (size_t s = 0; s < of->student_count; s++) {
        const struct balance_student *student = &of->students[s];
        bool possible = given[s] == BALANCE_NOBODY;
        for (size_t i = 0; i < student->possible_count; i++)
            possible |= student->possible[i] == given[s];
        if (!possible)
            return false;
        worth->changed += student->now != BALANCE_NOBODY && student->now != given[s];
        worth->without += given[s] == BALANCE_NOBODY;
        if (given[s] != BALANCE_NOBODY)
            load[given[s]]++;
    }
    for (size_t i = 0; i < of->supervisor_count; i++) {
        const struct balance_supervisor *is = &of->supervisors[i];
        if (is->most != BALANCE_NO_LIMIT && load[i] > is->most && load[i] > is->taken)
            return false;
        worth->squares += (int64_t)load[i] * load[i];
    }
    return true;
}

static bool better(struct worth a, struct worth b)
{
    if (a.without != b.without)
        return a.without < b.without;
    if (a.squares != b.squares)
        return a.squares < b.squares;
    return a.changed < b.changed;
}

static struct worth best_of_all(const struct test_case *of)
{
    int32_t given[STUDENTS_MOST];
    struct worth best = {INT64_MAX, 0, 0}, worth;
    for (size_t s = 0; s < of->student_count; s++)
        given[s] = BALANCE_NOBODY;
    for (;;) {
        if (weigh(of, given, &worth) && better(worth, best))
            best = worth;
        size_t s = 0;
        while (s < of->student_count && ++given[s] == (int32_t)of->supervisor_count)
            given[s++] = BALANCE_NOBODY;
        if (s == of->student_count)
            return best;
    }
}

static struct balance solve(const struct test_case *of)
{
    return balance_solve(of->supervisors, of->supervisor_count, of->students, of->student_count);
}

static void none_of_all_divisions_is_better(void **state)
{
    (void)state;
    seed = 1;
    for (size_t i = 0; i < TRIES; i++) {
        struct test_case made;
        struct worth worth;
        make_case(&made);
        struct balance balance = solve(&made);
        const struct worth best = best_of_all(&made);
        assert_true(weigh(&made, balance.given, &worth));
        assert_int_equal(worth.without, best.without);
        assert_int_equal(worth.squares, best.squares);
        assert_int_equal(worth.changed, best.changed);
        assert_int_equal(balance.without, best.without);
        assert_int_equal(balance.changed, best.changed);
        balance_free(&balance);
    }
}

static void same_input_gives_the_same_result(void **state)
{
    (void)state;
    seed = 2;
    for (size_t i = 0; i < 500; i++) {
        struct test_case made;
        make_case(&made);
        struct balance once = solve(&made), again = solve(&made);
        assert_memory_equal(once.given, again.given, made.student_count * sizeof *once.given);
        balance_free(&once);
        balance_free(&again);
    }
}

static void many_are_even(void **state)
{
    enum { STUDENTS = 3000, LECTURERS = 7 };
    static struct balance_student students[STUDENTS];
    const struct balance_supervisor lecturers[LECTURERS] = {{0, 100}, {0, -1}, {0, -1}, {700, -1},
                                                            {12, 10}, {0, -1}, {0, 0}};
    const int32_t everybody[LECTURERS] = {0, 1, 2, 3, 4, 5, 6};
    int32_t load[LECTURERS] = {0};
    (void)state;
    for (size_t i = 0; i < STUDENTS; i++)
        students[i] = (struct balance_student){everybody, LECTURERS, BALANCE_NOBODY};
    struct balance balance = balance_solve(lecturers, LECTURERS, students, STUDENTS);
    for (size_t i = 0; i < STUDENTS; i++)
        load[balance.given[i]]++;
    assert_int_equal(balance.without, 0);
    assert_int_equal(load[0], 100); /* its limit */
    assert_int_equal(load[4] + load[6], 0);
    assert_int_equal(load[3] + 700, 900); /* 3,000 − 100 and their 700 among four */
    assert_true(load[1] == 900 && load[2] == 900 && load[5] == 900);
    balance_free(&balance);
}

/* 0 and 1 stand at the same ward; whoever came first has gone through three others. */
static void a_chain_moves_to_make_room(void **state)
{
    const int32_t first[] = {0}, second[] = {0, 1}, third[] = {1, 2};
    const struct balance_supervisor supervisors[] = {{0, 1}, {0, 1}, {0, 1}};
    const struct balance_student students[] = {{third, 2, 1}, {second, 2, 0}, {first, 1, -1}};
    (void)state;
    struct balance balance = balance_solve(supervisors, 3, students, 3);
    assert_int_equal(balance.given[2], 0);
    assert_int_equal(balance.given[1], 1);
    assert_int_equal(balance.given[0], 2);
    assert_int_equal(balance.changed, 2);
    assert_int_equal(balance.without, 0);
    balance_free(&balance);
}

static void nobody_and_nothing_are_fine(void **state)
{
    const struct balance_student alone = {NULL, 0, 3};
    (void)state;
    struct balance balance = balance_solve(NULL, 0, &alone, 1);
    assert_int_equal(balance.given[0], BALANCE_NOBODY);
    assert_int_equal(balance.without, 1);
    assert_int_equal(balance.changed, 1);
    balance_free(&balance);
    balance = balance_solve(NULL, 0, NULL, 0);
    assert_int_equal(balance.without, 0);
    balance_free(&balance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_of_all_divisions_is_better),
        cmocka_unit_test(same_input_gives_the_same_result),
        cmocka_unit_test(many_are_even),
        cmocka_unit_test(a_chain_moves_to_make_room),
        cmocka_unit_test(nobody_and_nothing_are_fine),
    };
    return cmocka_run_group_tests_name("balance", tests, NULL, NULL);
}
