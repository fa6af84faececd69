/* Explanations, shortages and swaps against every possible allocation of small instances. */
#include "../../fcgi/allocate/explain.h"
#include "../../fcgi/allocate/shortage.h"
#include "../../fcgi/allocate/swaps.h"
#include "support_allocate.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALL = 5, EXPLAIN_TRIES = 500, SHORTAGE_TRIES = 700, SWAP_TRIES = 1500 };

static void make(struct trial *trial, uint64_t seed, bool groups, bool locks)
{
    trial_make(trial, seed, groups, locks);
    trial->together = false;
    if (trial->student_count > SMALL)
        trial->student_count = SMALL;
}

static struct worth best_of(const struct trial *trial)
{
    struct worth best;
    assert_true(trial_best(trial, TRIAL_NONE, TRIAL_NONE, &best));
    return best;
}

/* The moves of an explanation carried out: allowed, and as good as can be with the student there. */
static void try_moves(const struct trial *trial, const struct allocation *allocation,
                      const struct explanation *why, const struct worth *forced)
{
    int units[TRIAL_STUDENTS];
    bool moved[TRIAL_STUDENTS] = {false};
    struct worth worth;
    trial_units(trial, allocation->units, units);
    for (uint32_t i = 0; i < why->move_count; i++) {
        const struct explain_move *move = &why->moves[i];
        const int from = move->from == INSTANCE_NONE ? TRIAL_NONE : (int)move->from;
        assert_int_equal(units[move->student], from);
        assert_false(moved[move->student]);
        moved[move->student] = true;
        units[move->student] = move->to == INSTANCE_NONE ? TRIAL_NONE : (int)move->to;
    }
    assert_true(trial_weigh(trial, units, &worth));
    assert_int_equal(worth_compare(&worth, forced), 0);
}

static uint32_t explain_one(const struct trial *trial, const struct instance *instance,
                            const struct allocation *allocation, int s, int u)
{
    struct worth forced, best = best_of(trial);
    struct explanation *why = explain(instance, allocation, (uint32_t)s, (uint32_t)u);
    uint32_t moves = 0;
    if (allocation->units[s] == (uint32_t)u) {
        assert_int_equal(why->move_count, 0);
    } else if (trial_obstacles(trial, s, u)) {
        assert_int_equal(why->obstacles, trial_obstacles(trial, s, u));
        assert_int_equal(why->move_count, 0);
    } else if (!trial_best(trial, s, u, &forced)) {
        assert_true(why->impossible);
    } else {
        assert_false(why->impossible || why->obstacles);
        try_moves(trial, allocation, why, &forced);
        assert_int_equal(why->moves[0].student, s);
        assert_int_equal(why->moves[0].to, u);
        assert_int_equal(digits_of(instance, &why->more, CRITERION_UNPLACED, 0),
                         forced.part[0] - best.part[0]);
        moves = why->move_count;
    }
    explanation_free(why);
    return moves;
}

static void what_a_wish_would_cost_is_exact(void **state)
{
    uint32_t chains[8] = {0};
    (void)state;
    for (uint64_t seed = 0; seed < EXPLAIN_TRIES; seed++) {
        struct trial trial;
        make(&trial, seed, false, seed % 3 == 0);
        struct instance *instance = trial_instance(&trial, seed);
        struct allocation *allocation = allocate(instance, NULL);
        for (int s = 0; s < trial.student_count; s++)
            for (int u = 0; u < trial.unit_count; u++)
                chains[explain_one(&trial, instance, allocation, s, u)]++;
        allocation_free(allocation);
        instance_free(instance);
    }
    printf("# moves 1: %u, 2: %u, 3: %u, more: %u\n", chains[1], chains[2], chains[3],
           chains[4] + chains[5]);
    assert_true(chains[1] > 100 && chains[2] > 100 && chains[3] > 30);
}

/* How many fewer are unplaced than `before` when the trial is as it is now. */
static int64_t mended(const struct trial *trial, int64_t before)
{
    return before - best_of(trial).part[0];
}

static void drop_rule(struct trial *trial, uint32_t rule)
{
    for (int s = 0; s < trial->student_count; s++) {
        struct trial_student *student = &trial->students[s];
        if (rule == OBSTACLE_REQUIREMENT)
            student->needs = 0;
        if (rule == OBSTACLE_CONFLICT)
            memset(student->conflict, 0, sizeof student->conflict);
        if (rule == OBSTACLE_EARLIER)
            memset(student->earlier, 0, sizeof student->earlier);
        student->reaches_all |= rule == OBSTACLE_REACH;
    }
    if (rule == OBSTACLE_CLOSED)
        memset(trial->closed, 0, sizeof trial->closed);
    if (rule == OBSTACLE_TRAVEL)
        trial->limit = trial->limit_car = 0;
}

static void check_rules(const struct trial *trial, const struct shortages *shortages)
{
    for (uint32_t rule = 0; rule < 6;
         rule++) { /* not OBSTACLE_LOCKED: who is unlocked may stay where a rule bars them */
        struct trial dropped = *trial;
        drop_rule(&dropped, 1U << rule);
        assert_int_equal(shortages->without_rule[rule], mended(&dropped, best_of(trial).part[0]));
    }
}

static void check_units(const struct trial *trial, const struct shortages *shortages)
{
    uint32_t mends[TRIAL_UNITS] = {0};
    for (uint32_t i = 0; i < shortages->count; i++)
        for (uint32_t u = 0; u < shortages->items[i].unit_count; u++) {
            assert_int_equal(mends[shortages->items[i].units[u].unit], 0); /* none twice */
            mends[shortages->items[i].units[u].unit] = shortages->items[i].units[u].mends;
        }
    for (int u = 0; u < trial->unit_count; u++) {
        struct trial larger = *trial;
        larger.capacity[u] += 20;
        assert_int_equal(mends[u], mended(&larger, best_of(trial).part[0]));
    }
}

/* Exactly the remedies mend. */
static uint32_t check_remedies(const struct trial *trial, const struct shortages *shortages)
{
    bool told[TRIAL_STUDENTS][TRIAL_UNITS] = {{false}};
    uint32_t count = 0;
    for (uint32_t i = 0; i < shortages->count; i++)
        for (uint32_t r = 0; r < shortages->items[i].remedy_count; r++, count++) {
            const struct shortage_remedy *remedy = &shortages->items[i].remedies[r];
            assert_int_equal(remedy->obstacles,
                             trial_obstacles(trial, (int)remedy->student, (int)remedy->unit));
            told[remedy->student][remedy->unit] = true;
        }
    for (int s = 0; s < trial->student_count; s++)
        for (int u = 0; u < trial->unit_count; u++) {
            struct trial waived = *trial;
            waived.waived[s][u] = true;
            if (trial->students[s].locked == TRIAL_NONE)
                assert_int_equal(told[s][u], mended(&waived, best_of(trial).part[0]));
        }
    return count;
}

static void check_shortage(const struct trial *trial, const struct shortage *shortage,
                           const uint32_t *units)
{
    bool inside[TRIAL_UNITS] = {false};
    uint32_t places = 0, unplaced = 0, locked_in[TRIAL_UNITS] = {0};
    for (int s = 0; s < trial->student_count; s++)
        if (trial->students[s].locked != TRIAL_NONE)
            locked_in[trial->students[s].locked]++;
    for (uint32_t i = 0; i < shortage->unit_count; i++) {
        const uint32_t unit = shortage->units[i].unit;
        const uint32_t capacity = (uint32_t)trial->capacity[unit];
        inside[unit] = true;
        places += locked_in[unit] > capacity ? locked_in[unit] : capacity;
    }
    for (uint32_t i = 0; i < shortage->student_count; i++) {
        const int student = (int)shortage->students[i];
        unplaced += units[student] == INSTANCE_NONE;
        for (int u = 0; u < trial->unit_count; u++)
            if (trial->students[student].locked == TRIAL_NONE && !inside[u])
                assert_int_not_equal(trial_obstacles(trial, student, u), 0);
    }
    assert_int_equal(places, shortage->places);
    assert_int_equal(unplaced, shortage->missing);
    assert_int_equal(shortage->student_count - places, shortage->missing);
}

static void shortages_are_true_and_what_mends_them(void **state)
{
    uint32_t several = 0, remedies = 0, missing = 0;
    (void)state;
    for (uint64_t seed = 0; seed < SHORTAGE_TRIES; seed++) {
        struct trial trial;
        make(&trial, seed, false, seed % 3 == 0);
        struct instance *instance = trial_instance(&trial, seed);
        struct allocation *allocation = allocate(instance, NULL);
        struct shortages *shortages = shortages_find(instance, allocation->units);
        assert_int_equal(shortages->missing, instance->student_count - allocation->placed);
        assert_int_equal(shortages->other_count, 0);
        for (uint32_t i = 0; i < shortages->count; i++)
            check_shortage(&trial, &shortages->items[i], allocation->units);
        check_rules(&trial, shortages);
        check_units(&trial, shortages);
        remedies += check_remedies(&trial, shortages);
        several += shortages->count > 1;
        missing += shortages->missing;
        shortages_free(shortages);
        allocation_free(allocation);
        instance_free(instance);
    }
    assert_true(several > 20 && remedies > 200 && missing > 300);
}

/* Somebody's units by hand: allowed, and not good. */
static void place_by_hand(const struct trial *trial, uint64_t *chance, uint32_t *units)
{
    int room[TRIAL_UNITS];
    memcpy(room, trial->capacity, sizeof room);
    for (int s = 0; s < trial->student_count; s++)
        if (trial->students[s].locked != TRIAL_NONE)
            room[trial->students[s].locked]--;
    for (int s = 0; s < trial->student_count; s++) {
        const int lock = trial->students[s].locked;
        const int unit = (int)trial_chance(chance, (uint64_t)trial->unit_count);
        const bool fits = room[unit] > 0 && !trial_obstacles(trial, s, unit);
        units[s] = lock != TRIAL_NONE ? (uint32_t)lock : fits ? (uint32_t)unit : INSTANCE_NONE;
        room[unit] -= lock == TRIAL_NONE && fits;
    }
}

static bool goes_alone(const struct trial *trial, int student)
{
    int together = 0;
    for (int s = 0; s < trial->student_count; s++)
        together += trial->students[s].group == trial->students[student].group;
    return trial->students[student].locked == TRIAL_NONE &&
           (trial->students[student].group == 0 || together == 1);
}

/* Above 0: `there` is better than `here` for the student; below 0: worse. */
static int gain(const struct trial *trial, int student, int here, int there)
{
    if (here == TRIAL_NONE || there == TRIAL_NONE)
        return (there != TRIAL_NONE) - (here != TRIAL_NONE);
    const int ranks = trial_rank(trial, student, here) - trial_rank(trial, student, there);
    return ranks ? ranks : trial_km(trial, student, here) - trial_km(trial, student, there);
}

/* Is there an allocation in which nobody is worse off, and somebody better? */
static bool anyone_could_gain(const struct trial *trial, const int *now)
{
    int units[TRIAL_STUDENTS];
    for (int s = 0; s < trial->student_count; s++)
        units[s] = TRIAL_NONE;
    for (;;) {
        struct worth worth;
        bool gains = false, loses = false;
        for (int s = 0; s < trial->student_count; s++) {
            const int gained = gain(trial, s, now[s], units[s]);
            gains |= gained > 0;
            loses |= gained < 0 || (units[s] != now[s] && !goes_alone(trial, s));
        }
        if (gains && !loses && trial_weigh(trial, units, &worth))
            return true;
        int s = 0;
        while (s < trial->student_count && ++units[s] == trial->unit_count)
            units[s++] = TRIAL_NONE;
        if (s == trial->student_count)
            return false;
    }
}

static size_t count_pairs(const struct trial *trial, const int *now)
{
    size_t count = 0;
    for (int a = 0; a < trial->student_count; a++)
        for (int b = 0; b < a; b++) {
            if (now[a] == TRIAL_NONE || now[b] == TRIAL_NONE || !goes_alone(trial, a) ||
                !goes_alone(trial, b) || trial_obstacles(trial, a, now[b]) ||
                trial_obstacles(trial, b, now[a]))
                continue;
            const int for_a = gain(trial, a, now[a], now[b]),
                      for_b = gain(trial, b, now[b], now[a]);
            count += for_a >= 0 && for_b >= 0 && (for_a > 0 || for_b > 0);
        }
    return count;
}

static void check_clean(const struct trial *trial, const struct instance *instance, uint32_t *units)
{
    int before[TRIAL_STUDENTS], after[TRIAL_STUDENTS];
    struct worth worth;
    trial_units(trial, units, before);
    const uint32_t moved = swaps_clean(instance, units);
    uint32_t differ = 0;
    trial_units(trial, units, after);
    assert_true(trial_weigh(trial, after, &worth));
    for (int s = 0; s < trial->student_count; s++) {
        differ += before[s] != after[s];
        assert_true(gain(trial, s, before[s], after[s]) >= 0);
        assert_true(before[s] == after[s] || goes_alone(trial, s));
    }
    assert_int_equal(moved, differ);
    assert_false(anyone_could_gain(trial, after));
    struct swaps swaps = swaps_find(instance, units, 10);
    assert_false(swaps.round_gains);
    assert_int_equal(swaps.count, 0);
    swaps_free(&swaps);
}

static void swaps_are_found_and_none_is_left(void **state)
{
    uint64_t chance = 3;
    uint32_t gaining = 0, without_pair = 0;
    (void)state;
    for (uint64_t seed = 0; seed < SWAP_TRIES; seed++) {
        struct trial trial;
        uint32_t units[TRIAL_STUDENTS];
        int now[TRIAL_STUDENTS];
        make(&trial, seed, seed % 2, seed % 3 == 0);
        struct instance *instance = trial_instance(&trial, seed);
        place_by_hand(&trial, &chance, units);
        trial_units(&trial, units, now);
        struct swaps swaps = swaps_find(instance, units, 2);
        assert_int_equal(swaps.round_gains, anyone_could_gain(&trial, now));
        assert_int_equal(swaps.count, count_pairs(&trial, now));
        assert_int_equal(swaps.kept, swaps.count < 2 ? swaps.count : 2);
        gaining += swaps.round_gains;
        without_pair += swaps.round_gains && !swaps.count;
        swaps_free(&swaps);
        check_clean(&trial, instance, units);
        instance_free(instance);
    }
    assert_true(gaining > 200 && gaining < SWAP_TRIES - 200 && without_pair > 50);
}

/* Before anything was shared the best leaves nobody an exchange to gain by, in either objective. */
static void the_best_leaves_no_swap(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        struct trial trial;
        trial_make(&trial, seed, false, seed % 2);
        trial.changes_first = false;
        struct instance *instance = trial_instance(&trial, seed);
        struct allocation *allocation = allocate(instance, NULL);
        struct swaps swaps = swaps_find(instance, allocation->units, 1);
        assert_false(swaps.round_gains);
        assert_int_equal(swaps.count, 0);
        swaps_free(&swaps);
        allocation_free(allocation);
        instance_free(instance);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_wish_would_cost_is_exact),
        cmocka_unit_test(shortages_are_true_and_what_mends_them),
        cmocka_unit_test(swaps_are_found_and_none_is_left),
        cmocka_unit_test(the_best_leaves_no_swap),
    };
    return cmocka_run_group_tests_name("reasons", tests, NULL, NULL);
}
