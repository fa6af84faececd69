/* allocate() against every possible allocation of thousands of small instances; the checkers against errors that were planted. */
#include "support_allocate.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TRIES = 4000, FEWER = 800 };

static struct allocation *solve(const struct trial *trial, struct instance **instance,
                                uint64_t shuffle)
{
    *instance = trial_instance(trial, shuffle);
    struct allocation *allocation = allocate(*instance, NULL);
    assert_non_null(allocation);
    return allocation;
}

static void release(struct instance *instance, struct allocation *allocation)
{
    allocation_free(allocation);
    instance_free(instance);
}

static void assert_fine(const struct instance *instance, const struct allocation *allocation)
{
    struct certificate certificate;
    const char *wrong = check_allocation(instance, allocation);
    uint64_t free_students = 0;
    if (wrong)
        fail_msg("%s", wrong);
    for (uint32_t s = 0; s < instance->student_count; s++)
        free_students += instance->students[s].locked == INSTANCE_NONE;
    assert_true(allocate_certify(instance, allocation, &certificate));
    assert_true(certificate.holds);
    assert_int_equal(certificate.violations, 0);
    assert_int_equal(certificate.pairs, free_students * instance->unit_count);
    assert_memory_equal(&certificate.total, &certificate.dual, sizeof certificate.total);
}

static struct worth worth_of(const struct trial *trial, const struct allocation *allocation)
{
    struct worth worth;
    int units[TRIAL_STUDENTS];
    trial_units(trial, allocation->units, units);
    assert_true(trial_weigh(trial, units, &worth));
    return worth;
}

static void rules_are_as_described(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < FEWER; seed++) {
        struct trial trial;
        trial_make(&trial, seed, false, true);
        struct instance *instance = trial_instance(&trial, seed);
        for (int s = 0; s < trial.student_count; s++)
            for (int u = 0; u < trial.unit_count; u++) {
                const uint32_t i = (uint32_t)s, j = (uint32_t)u;
                assert_int_equal(instance_obstacles(instance, i, j), trial_obstacles(&trial, s, u));
                assert_int_equal(instance_rank(instance, i, j), trial_rank(&trial, s, u));
                assert_int_equal(instance_km(instance, i, j), trial_km(&trial, s, u));
            }
        instance_free(instance);
    }
}

static void none_of_all_allocations_is_better(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < TRIES; seed++) {
        struct trial trial;
        struct instance *instance;
        struct worth best;
        trial_make(&trial, seed, false, seed % 3 == 0);
        struct allocation *allocation = solve(&trial, &instance, seed);
        assert_true(trial_best(&trial, TRIAL_NONE, TRIAL_NONE, &best));
        const struct worth worth = worth_of(&trial, allocation);
        assert_int_equal(worth_compare(&worth, &best), 0);
        assert_fine(instance, allocation);
        release(instance, allocation);
    }
}

static void the_order_of_rows_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < FEWER; seed++) {
        struct trial trial;
        struct instance *one, *other;
        trial_make(&trial, seed, false, true);
        struct allocation *a = solve(&trial, &one, 1), *b = solve(&trial, &other, seed + 2);
        assert_memory_equal(a->units, b->units, one->student_count * sizeof *a->units);
        assert_memory_equal(&a->total, &b->total, sizeof a->total);
        release(one, a);
        release(other, b);
    }
}

static void a_place_more_never_worsens(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < FEWER; seed++) {
        struct trial trial;
        struct instance *before, *after;
        trial_make(&trial, seed, false, false);
        struct allocation *a = solve(&trial, &before, 1);
        trial.capacity[seed % (uint64_t)trial.unit_count]++;
        struct allocation *b = solve(&trial, &after, 1);
        const struct worth old = worth_of(&trial, a), new = worth_of(&trial, b);
        assert_true(worth_compare(&new, &old) <= 0);
        release(before, a);
        release(after, b);
    }
}

/* A start from the allocation of another instance: as cold. */
static void a_warm_start_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < FEWER; seed++) {
        struct trial trial;
        struct instance *before, *after;
        trial_make(&trial, seed, false, seed % 2);
        struct allocation *old = solve(&trial, &before, 1);
        struct allocate_start *start = allocate_start_new(before, old);
        trial.capacity[seed % (uint64_t)trial.unit_count] = (int)(seed / 8 % 3);
        struct allocation *cold = solve(&trial, &after, 1);
        struct allocation *warm = allocate(after, &(struct allocate_options){.start = start});
        assert_memory_equal(cold->units, warm->units, after->student_count * sizeof *cold->units);
        assert_fine(after, warm);
        allocation_free(warm);
        allocate_start_free(start);
        release(before, old);
        release(after, cold);
    }
}

/* Each makes the allocation wrong in one way, or says that it cannot here. */
static bool swap_two(const struct instance *instance, struct allocation *allocation,
                     uint64_t *state)
{
    const uint32_t count = instance->student_count;
    for (int tries = 0; count && tries < 20; tries++) {
        uint32_t *one = &allocation->units[trial_chance(state, count)];
        uint32_t *other = &allocation->units[trial_chance(state, count)], kept = *one;
        if (*one == *other)
            continue;
        *one = *other;
        *other = kept;
        return true;
    }
    return false;
}

static bool move_one(const struct instance *instance, struct allocation *allocation,
                     uint64_t *state)
{
    for (int tries = 0; instance->student_count && tries < 20; tries++) {
        uint32_t *one = &allocation->units[trial_chance(state, instance->student_count)];
        const uint32_t unit = (uint32_t)trial_chance(state, instance->unit_count);
        if (*one == unit)
            continue;
        allocation->placed += *one == INSTANCE_NONE;
        *one = unit;
        return true;
    }
    return false;
}

static bool price_a_free_place(const struct instance *instance, struct allocation *allocation,
                               uint64_t *state)
{
    for (uint32_t u = 0; u < instance->unit_count; u++) {
        uint32_t taken = 0;
        for (uint32_t s = 0; s < instance->student_count; s++)
            taken += allocation->units[s] == u;
        if (taken >= instance->units[u].capacity)
            continue;
        allocation->prices[u].digit[trial_chance(state, instance->criterion_count)]++;
        return true;
    }
    return false;
}

static bool lower_a_price(const struct instance *instance, struct allocation *allocation,
                          uint64_t *state)
{
    const uint32_t unit = (uint32_t)trial_chance(state, instance->unit_count);
    if (allocation->prices[unit].digit[0] > 0)
        return false; /* it may be higher than it has to be */
    allocation->prices[unit].digit[0]--;
    return true;
}

static bool misstate(const struct instance *instance, struct allocation *allocation,
                     uint64_t *state)
{
    if (trial_chance(state, 2))
        allocation->placed++;
    else
        allocation->total.digit[trial_chance(state, instance->criterion_count)]--;
    return true;
}

typedef bool (*plant)(const struct instance *, struct allocation *, uint64_t *);

static void planted_errors_are_found(void **state)
{
    const plant plants[] = {swap_two, move_one, price_a_free_place, lower_a_price, misstate};
    uint32_t planted[5] = {0};
    uint64_t chance = 5;
    (void)state;
    for (uint64_t seed = 0; seed < FEWER; seed++)
        for (size_t p = 0; p < 5; p++) {
            struct trial trial;
            struct instance *instance;
            struct certificate certificate;
            trial_make(&trial, seed, false, seed % 2);
            struct allocation *allocation = solve(&trial, &instance, 1);
            if (plants[p](instance, allocation, &chance)) {
                planted[p]++;
                assert_non_null(check_allocation(instance, allocation));
                if (plants[p] != misstate)
                    assert_false(allocate_certify(instance, allocation, &certificate));
            }
            release(instance, allocation);
        }
    for (size_t p = 0; p < 5; p++)
        assert_true(planted[p] > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_as_described),
        cmocka_unit_test(none_of_all_allocations_is_better),
        cmocka_unit_test(the_order_of_rows_changes_nothing),
        cmocka_unit_test(a_place_more_never_worsens),
        cmocka_unit_test(a_warm_start_changes_nothing),
        cmocka_unit_test(planted_errors_are_found),
    };
    return cmocka_run_group_tests_name("optimum", tests, NULL, NULL);
}
