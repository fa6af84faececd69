/* Groups against every possible allocation that keeps them together. */
#include "../../fcgi/allocate/explain.h"
#include "../../fcgi/allocate/groups.h"
#include "../../fcgi/allocate/sample.h"
#include "support_allocate.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TRIES = 1500 };

/* The digits of the solver's total, in the words of the trial. */
static struct worth in_words(const struct digits *digits, uint32_t count)
{
    struct worth worth = {{0}};
    for (uint32_t i = 0; i + 1 < count; i++)
        worth.part[i] = digits->digit[i];
    return worth;
}

static struct worth weigh(const struct trial *trial, const struct allocation *allocation)
{
    struct worth worth;
    int units[TRIAL_STUDENTS];
    trial_units(trial, allocation->units, units);
    assert_true(trial_weigh(trial, units, &worth));
    return worth;
}

static int compare_in_words(const struct instance *instance, const struct trial *trial,
                            const struct digits *digits, const struct worth *worth)
{
    struct worth told = in_words(digits, instance->criterion_count), cut = *worth;
    if (trial->rank_maximal) { /* ranks that nobody's list has are no criteria of the instance */
        const uint32_t first = trial->changes_first ? 2 : 1, longest = instance->longest_list;
        memmove(&cut.part[first + longest], &cut.part[first + TRIAL_WISHES],
                (TRIAL_WORTH - first - TRIAL_WISHES) * sizeof *cut.part);
        memset(&cut.part[TRIAL_WORTH - TRIAL_WISHES + longest], 0,
               (TRIAL_WISHES - longest) * sizeof *cut.part);
    }
    return worth_compare(&told, &cut);
}

static void none_that_keeps_groups_together_is_better(void **state)
{
    uint32_t with_groups = 0, searched = 0;
    (void)state;
    for (uint64_t seed = 0; seed < TRIES; seed++) {
        struct trial trial;
        struct worth best;
        enum criterion criterion;
        trial_make(&trial, seed, true, seed % 3 == 0);
        struct instance *instance = trial_instance(&trial, seed);
        struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
        assert_true(trial_best(&trial, TRIAL_NONE, TRIAL_NONE, &best));
        const struct worth worth = weigh(&trial, result->allocation);
        assert_true(result->proven);
        assert_int_equal(worth_compare(&worth, &best), 0);
        assert_int_equal(compare_in_words(instance, &trial, &result->bound, &best), 0);
        assert_true(groups_gap(instance, result, &criterion) < 0.000001);
        assert_true(result->certificate.holds);
        with_groups += result->group_count > 0;
        searched += result->nodes > 2;
        allocation_with_groups_free(result);
        instance_free(instance);
    }
    printf("# %u with groups, %u branched\n", with_groups, searched);
    assert_true(with_groups > TRIES / 2 && searched > 20);
}

static void the_instance_is_put_back(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct trial trial;
        trial_make(&trial, seed, true, seed % 2);
        struct instance *instance = trial_instance(&trial, seed);
        const size_t size = instance->student_count * sizeof *instance->students;
        struct instance_student *before = malloc(size + 1);
        memcpy(before, instance->students, size);
        struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
        assert_memory_equal(instance->students, before, size);
        assert_null(instance->veto);
        struct groups_lock *lock = groups_lock(instance, result);
        const char *wrong = check_allocation(instance, result->allocation);
        if (wrong)
            fail_msg("%s", wrong);
        groups_unlock(lock);
        assert_memory_equal(instance->students, before, size);
        assert_null(instance->veto);
        free(before);
        allocation_with_groups_free(result);
        instance_free(instance);
    }
}

static void without_groups_it_is_the_plain_one(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct trial trial;
        trial_make(&trial, seed, false, seed % 2);
        struct instance *instance = trial_instance(&trial, seed);
        struct allocation *plain = allocate(instance, NULL);
        struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
        assert_memory_equal(plain->units, result->allocation->units,
                            instance->student_count * sizeof *plain->units);
        assert_true(result->proven);
        assert_true(result->certificate.holds);
        assert_int_equal(result->group_count, 0);
        allocation_free(plain);
        allocation_with_groups_free(result);
        instance_free(instance);
    }
}

/* `students` of group 5 and one alone, units of the given capacities, all alike. */
static struct instance *plain_instance(uint32_t students, const uint32_t *capacities,
                                       uint32_t units, const uint32_t *locked)
{
    struct instance *instance = instance_new();
    char error[200];
    for (uint32_t u = 0; u < units; u++)
        instance_add_unit(instance,
                          &(struct instance_unit_row){.id = u + 1, .capacity = capacities[u]});
    for (uint32_t s = 0; s <= students; s++)
        instance_add_student(instance,
                             &(struct instance_student_row){.id = s + 1,
                                                            .group = s < students ? 5 : 0,
                                                            .locked = locked ? locked[s] : 0});
    assert_true(instance_finish(instance, error, sizeof error));
    return instance;
}

static void a_group_larger_than_any_unit_is_homeless(void **state)
{
    struct instance *instance = plain_instance(3, (const uint32_t[]){2, 2, 2}, 3, NULL);
    (void)state;
    struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
    assert_int_equal(result->allocation->placed, 1);
    assert_int_equal(result->group_count, 1);
    assert_int_equal(result->groups[0].id, 5);
    assert_int_equal(result->groups[0].size, 3);
    assert_int_equal(result->groups[0].unit, INSTANCE_NONE);
    assert_true(result->groups[0].homeless && !result->groups[0].split);
    assert_true(result->proven);
    allocation_with_groups_free(result);
    instance_free(instance);
}

static void locked_members_draw_the_others(void **state)
{
    struct instance *instance =
        plain_instance(3, (const uint32_t[]){3, 5}, 2, (const uint32_t[]){1, 0, 0, 0});
    (void)state;
    struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
    for (uint32_t s = 0; s < 3; s++)
        assert_int_equal(result->allocation->units[s], 0);
    assert_int_equal(result->allocation->units[3], 1);
    assert_int_equal(result->groups[0].unit, 0);
    allocation_with_groups_free(result);
    instance_free(instance);
    instance = plain_instance(3, (const uint32_t[]){1, 5}, 2, (const uint32_t[]){1, 0, 0, 0});
    result = allocate_with_groups(instance, NULL);
    assert_int_equal(result->allocation->placed, 2); /* the locked one, and the one alone */
    assert_true(result->groups[0].split && result->groups[0].homeless);
    allocation_with_groups_free(result);
    instance_free(instance);
    instance = plain_instance(3, (const uint32_t[]){1, 1, 9}, 3, (const uint32_t[]){1, 2, 0, 0});
    result = allocate_with_groups(instance, NULL);
    assert_int_equal(result->allocation->placed, 4);
    assert_true(result->groups[0].split);
    assert_int_equal(result->groups[0].unit, INSTANCE_NONE);
    allocation_with_groups_free(result);
    instance_free(instance);
}

static bool stop(void *context, uint32_t done, uint32_t all)
{
    int *left = context;
    assert_true(done <= all);
    return --*left > 0;
}

static void it_stops_when_told(void **state)
{
    int left = 1;
    struct instance *instance = plain_instance(6, (const uint32_t[]){4, 4, 4}, 3, NULL);
    (void)state;
    struct allocation_with_groups *result = allocate_with_groups(
        instance, &(struct allocate_options){.progress = stop, .context = &left});
    assert_null(result->allocation);
    for (uint32_t s = 0; s < instance->student_count; s++)
        assert_int_equal(instance->students[s].locked, INSTANCE_NONE);
    allocation_with_groups_free(result);
    instance_free(instance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_that_keeps_groups_together_is_better),
        cmocka_unit_test(the_instance_is_put_back),
        cmocka_unit_test(without_groups_it_is_the_plain_one),
        cmocka_unit_test(a_group_larger_than_any_unit_is_homeless),
        cmocka_unit_test(locked_members_draw_the_others),
        cmocka_unit_test(it_stops_when_told),
    };
    return cmocka_run_group_tests_name("groups", tests, NULL, NULL);
}
