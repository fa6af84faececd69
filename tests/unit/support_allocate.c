#include "support_allocate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t trial_chance(uint64_t *state, uint64_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (*state >> 33) % below;
}

static void make_wishes(struct trial *trial, struct trial_student *student, uint64_t *state)
{
    const int most = (int)trial_chance(state, TRIAL_WISHES + 1);
    for (int i = 0; i < most; i++) {
        int unit = (int)trial_chance(state, (uint64_t)trial->unit_count + 1) - 1;
        for (int j = 0; j < i; j++)
            if (student->wishes[j] == unit)
                unit = TRIAL_NONE;
        student->wishes[student->wish_count++] = unit;
    }
}

static void make_student(struct trial *trial, struct trial_student *student, uint64_t *state)
{
    const uint64_t units = (uint64_t)trial->unit_count;
    make_wishes(trial, student, state);
    student->class_number = (int)trial_chance(state, 3);
    student->home = (int)trial_chance(state, TRIAL_TOWNS + 1) - 1;
    student->locked = TRIAL_NONE;
    student->shared = trial_chance(state, 2) ? TRIAL_NONE : (int)trial_chance(state, units);
    student->needs = trial_chance(state, 4) ? 0 : trial_chance(state, 4);
    student->car = trial_chance(state, 2);
    student->reaches_all = trial_chance(state, 4) != 0;
    for (int t = 0; t < TRIAL_TOWNS; t++)
        student->reach[t] = trial_chance(state, 2);
    student->reach[0] = true; /* one at least: none at all means everywhere */
    for (int u = 0; u < trial->unit_count; u++) {
        student->conflict[u] = trial_chance(state, 8) == 0;
        student->earlier[u] = trial_chance(state, 8) == 0;
    }
}

/* Half of the trials have few rules: places are what is short, and those who make room for each other are many. */
static void lift_rules(struct trial *trial, uint64_t *state)
{
    trial->limit = trial->limit_car = 0;
    memset(trial->closed, 0, sizeof trial->closed);
    for (int s = 0; s < trial->student_count; s++) {
        struct trial_student *student = &trial->students[s];
        student->needs = 0;
        student->reaches_all = true;
        memset(student->earlier, 0, sizeof student->earlier);
        for (int u = 0; u < trial->unit_count; u++)
            student->conflict[u] &= trial_chance(state, 2);
    }
}

void trial_make(struct trial *trial, uint64_t seed, bool groups, bool locks)
{
    uint64_t state = seed * 2654435761U + 17;
    memset(trial, 0, sizeof *trial);
    for (int i = 0; i < 8; i++)
        trial_chance(&state, 2);
    trial->student_count = (int)trial_chance(&state, TRIAL_STUDENTS + 1);
    trial->unit_count = 1 + (int)trial_chance(&state, TRIAL_UNITS - 1);
    trial->seed = seed;
    trial->rank_maximal = trial_chance(&state, 2);
    trial->changes_first = trial_chance(&state, 3) == 0;
    trial->together = groups;
    trial->limit = trial_chance(&state, 2) ? 0 : 60;
    trial->limit_car = trial_chance(&state, 2) ? 0 : 150;
    for (int t = 0; t < TRIAL_TOWNS; t++)
        trial->latitude[t] = 58 + (double)trial_chance(&state, 300) / 100;
    for (int u = 0; u < trial->unit_count; u++) {
        trial->capacity[u] = (int)trial_chance(&state, 4);
        trial->town[u] = (int)trial_chance(&state, TRIAL_TOWNS + 1) - 1;
        trial->covers[u] = trial_chance(&state, 4);
        for (int c = 1; c < 3; c++)
            trial->closed[c][u] = trial_chance(&state, 6) == 0;
    }
    for (int s = 0; s < trial->student_count; s++) {
        make_student(trial, &trial->students[s], &state);
        if (groups)
            trial->students[s].group = (int)trial_chance(&state, 4);
        if (locks && trial_chance(&state, 4) == 0)
            trial->students[s].locked = (int)trial_chance(&state, (uint64_t)trial->unit_count);
    }
    if (trial_chance(&state, 2))
        lift_rules(trial, &state);
}

static uint32_t unit_id(int unit)
{
    return unit == TRIAL_NONE ? 0 : 7 + 3 * (uint32_t)unit;
}

static uint32_t student_id(int student)
{
    return 11 + 5 * (uint32_t)student;
}

static uint32_t town_number(int town)
{
    return town == TRIAL_NONE ? 0 : 4601 + (uint32_t)town;
}

/* The numbers 0 … count − 1 in a drawn order. */
static void shuffle_numbers(int *numbers, int count, uint64_t *state)
{
    for (int i = 0; i < count; i++) {
        const int j = (int)trial_chance(state, (uint64_t)i + 1);
        numbers[i] = numbers[j];
        numbers[j] = i;
    }
}

static void add_student(struct instance *instance, const struct trial *trial, int s)
{
    const struct trial_student *student = &trial->students[s];
    instance_add_student(instance, &(struct instance_student_row){
                                       .id = student_id(s),
                                       .class_id = (uint32_t)student->class_number,
                                       .home = town_number(student->home),
                                       .group = 9 * (uint32_t)student->group,
                                       .locked = unit_id(student->locked),
                                       .shared = unit_id(student->shared),
                                       .needs = student->needs,
                                       .car = student->car,
                                   });
    for (int i = student->wish_count; i-- > 0;)
        instance_add_wish(instance, student_id(s), (uint32_t)i + 1,
                          student->wishes[i] == TRIAL_NONE ? 5000 + (uint32_t)i
                                                           : unit_id(student->wishes[i]));
    for (int u = 0; u < trial->unit_count; u++) {
        if (student->conflict[u])
            instance_bar(instance, student_id(s), unit_id(u), OBSTACLE_CONFLICT);
        if (student->earlier[u])
            instance_bar(instance, student_id(s), unit_id(u), OBSTACLE_EARLIER);
    }
    for (int t = 0; t < TRIAL_TOWNS && !student->reaches_all; t++)
        if (student->reach[t])
            instance_add_reach(instance, student_id(s), town_number(t));
}

struct instance *trial_instance(const struct trial *trial, uint64_t shuffle)
{
    struct instance *instance = instance_new();
    char error[200] = "";
    int units[TRIAL_UNITS], students[TRIAL_STUDENTS];
    shuffle_numbers(units, trial->unit_count, &shuffle);
    shuffle_numbers(students, trial->student_count, &shuffle);
    instance->objective = trial->rank_maximal ? OBJECTIVE_RANK_MAXIMAL : OBJECTIVE_WEIGHTED;
    instance->order = trial->changes_first ? ORDER_CHANGES_FIRST : ORDER_WISHES_FIRST;
    instance->seed = trial->seed;
    instance->limit = (uint32_t)trial->limit;
    instance->limit_car = (uint32_t)trial->limit_car;
    for (int s = 0; s < trial->student_count; s++)
        add_student(instance, trial, students[s]);
    for (int i = 0; i < trial->unit_count; i++) {
        const int u = units[i];
        instance_add_unit(instance,
                          &(struct instance_unit_row){.id = unit_id(u),
                                                      .capacity = (uint32_t)trial->capacity[u],
                                                      .municipality = town_number(trial->town[u]),
                                                      .covers = trial->covers[u]});
        for (int c = 1; c < 3; c++)
            if (trial->closed[c][u])
                instance_close_unit(instance, (uint32_t)c, unit_id(u));
    }
    for (int t = 0; t < TRIAL_TOWNS; t++)
        instance_add_municipality(instance, town_number(t), trial->latitude[t], 5.0);
    if (!instance_finish(instance, error, sizeof error)) {
        printf("# instance_finish: %s\n", error);
        abort();
    }
    return instance;
}

int trial_km(const struct trial *trial, int student, int unit)
{
    const int home = trial->students[student].home, town = trial->town[unit];
    if (home == TRIAL_NONE || town == TRIAL_NONE)
        return 0;
    const double degrees = fabs(trial->latitude[home] - trial->latitude[town]);
    return (int)lround(degrees * 6371 * 3.14159265358979323846 / 180);
}

int trial_rank(const struct trial *trial, int student, int unit)
{
    const struct trial_student *is = &trial->students[student];
    for (int i = 0; unit != TRIAL_NONE && i < is->wish_count; i++)
        if (is->wishes[i] == unit)
            return i + 1;
    return is->wish_count + 1;
}

uint32_t trial_obstacles(const struct trial *trial, int student, int unit)
{
    const struct trial_student *is = &trial->students[student];
    const int limit = is->car ? trial->limit_car : trial->limit, town = trial->town[unit];
    uint32_t obstacles = 0;
    if (trial->waived[student][unit])
        return 0;
    if (trial->closed[is->class_number][unit])
        obstacles |= OBSTACLE_CLOSED;
    if ((is->needs & trial->covers[unit]) != is->needs)
        obstacles |= OBSTACLE_REQUIREMENT;
    if (is->conflict[unit])
        obstacles |= OBSTACLE_CONFLICT;
    if (is->earlier[unit])
        obstacles |= OBSTACLE_EARLIER;
    if (!is->reaches_all && town != TRIAL_NONE && town != is->home && !is->reach[town])
        obstacles |= OBSTACLE_REACH;
    if (limit && trial_km(trial, student, unit) > limit)
        obstacles |= OBSTACLE_TRAVEL;
    if (is->locked != TRIAL_NONE && is->locked != unit)
        obstacles |= OBSTACLE_LOCKED;
    return obstacles;
}

/* Every group whose locked members do not pull it apart: those who are free together, and where a locked one is, or nowhere. */
static bool groups_hold(const struct trial *trial, const int *units)
{
    for (int group = 1; group < 4; group++) {
        int locked = TRIAL_NONE, at = TRIAL_NONE, first = TRIAL_NONE, members = 0;
        bool pulled = false, holds = true;
        for (int s = 0; s < trial->student_count; s++) {
            const struct trial_student *is = &trial->students[s];
            if (is->group != group)
                continue;
            members++;
            if (is->locked != TRIAL_NONE) {
                pulled |= locked != TRIAL_NONE && locked != is->locked;
                locked = is->locked;
                continue;
            }
            if (first == TRIAL_NONE) {
                first = s;
                at = units[s];
            }
            holds &= units[s] == at;
        }
        if (locked != TRIAL_NONE)
            holds &= at == TRIAL_NONE || at == locked;
        if (members > 1 && !pulled && !holds)
            return false;
    }
    return true;
}

static bool allowed(const struct trial *trial, const int *units)
{
    int taken[TRIAL_UNITS] = {0}, locked[TRIAL_UNITS] = {0};
    for (int s = 0; s < trial->student_count; s++) {
        const int lock = trial->students[s].locked;
        if (lock != TRIAL_NONE && units[s] != lock)
            return false;
        if (units[s] == TRIAL_NONE)
            continue;
        if (lock == TRIAL_NONE && trial_obstacles(trial, s, units[s]))
            return false;
        taken[units[s]]++;
        locked[units[s]] += lock != TRIAL_NONE;
    }
    for (int u = 0; u < trial->unit_count; u++)
        if (taken[u] > trial->capacity[u] && taken[u] > locked[u])
            return false;
    return !trial->together || groups_hold(trial, units);
}

bool trial_weigh(const struct trial *trial, const int *units, struct worth *worth)
{
    int64_t changes = 0, wishes = 0, travel = 0;
    int worse[TRIAL_WISHES + 1] = {0}, part = 0;
    memset(worth, 0, sizeof *worth);
    if (!allowed(trial, units))
        return false;
    for (int s = 0; s < trial->student_count; s++) {
        const int rank = trial_rank(trial, s, units[s]), shared = trial->students[s].shared;
        worth->part[0] += units[s] == TRIAL_NONE;
        changes += shared != TRIAL_NONE && shared != units[s];
        for (int step = 1; step < rank; step++)
            wishes += step;
        for (int than = 1; than <= TRIAL_WISHES; than++)
            worse[than] += rank > than;
        travel += units[s] == TRIAL_NONE ? 0 : trial_km(trial, s, units[s]);
    }
    part = 1;
    if (trial->changes_first)
        worth->part[part++] = changes;
    if (!trial->rank_maximal)
        worth->part[part++] = wishes;
    for (int than = 1; than <= TRIAL_WISHES && trial->rank_maximal; than++)
        worth->part[part++] = worse[than];
    worth->part[part++] = travel;
    if (!trial->changes_first)
        worth->part[part++] = changes;
    return true;
}

int worth_compare(const struct worth *a, const struct worth *b)
{
    for (int i = 0; i < TRIAL_WORTH; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

bool trial_best(const struct trial *trial, int forced, int unit, struct worth *best)
{
    int units[TRIAL_STUDENTS];
    bool found = false;
    for (int s = 0; s < trial->student_count; s++)
        units[s] = TRIAL_NONE;
    for (;;) {
        struct worth worth;
        if ((forced == TRIAL_NONE || units[forced] == unit) && trial_weigh(trial, units, &worth) &&
            (!found || worth_compare(&worth, best) < 0)) {
            *best = worth;
            found = true;
        }
        int s = 0;
        while (s < trial->student_count && ++units[s] == trial->unit_count)
            units[s++] = TRIAL_NONE;
        if (s == trial->student_count)
            return found;
    }
}

void trial_units(const struct trial *trial, const uint32_t *from, int *units)
{
    for (int s = 0; s < trial->student_count; s++)
        units[s] = from[s] == INSTANCE_NONE ? TRIAL_NONE : (int)from[s];
}

/* digits(student, unit) + price(unit) */
static struct digits priced(const struct instance *instance, const struct allocation *allocation,
                            uint32_t student, uint32_t unit)
{
    struct digits sum;
    instance_digits(instance, student, unit, &sum);
    for (int i = 0; unit != INSTANCE_NONE && i < INSTANCE_CRITERIA_MOST; i++)
        sum.digit[i] += allocation->prices[unit].digit[i];
    return sum;
}

/* Negative, 0 or positive, by the first digit that is not 0. */
static int sign(const struct digits *digits)
{
    for (int i = 0; i < INSTANCE_CRITERIA_MOST; i++)
        if (digits->digit[i])
            return digits->digit[i] < 0 ? -1 : 1;
    return 0;
}

static bool less(const struct digits *a, const struct digits *b)
{
    struct digits difference = *a;
    for (int i = 0; i < INSTANCE_CRITERIA_MOST; i++)
        difference.digit[i] -= b->digit[i];
    return sign(&difference) < 0;
}

static const char *check_places(const struct instance *instance,
                                const struct allocation *allocation)
{
    const char *wrong = NULL;
    uint32_t placed = 0, overfull = 0;
    uint32_t *taken = calloc(instance->unit_count + 1, sizeof *taken);
    uint32_t *locked = calloc(instance->unit_count + 1, sizeof *locked);
    for (uint32_t s = 0; s < instance->student_count; s++) {
        const uint32_t at = allocation->units[s], lock = instance->students[s].locked;
        if (lock != INSTANCE_NONE && at != lock)
            wrong = "a locked student was moved";
        if (at == INSTANCE_NONE)
            continue;
        if (lock == INSTANCE_NONE && instance_obstacles(instance, s, at))
            wrong = "a student is where they may not be";
        placed++;
        taken[at]++;
        locked[at] += lock != INSTANCE_NONE;
    }
    for (uint32_t u = 0; u < instance->unit_count; u++) {
        const uint32_t capacity = instance->units[u].capacity;
        if (taken[u] > capacity && taken[u] > locked[u])
            wrong = "a unit is over its capacity";
        overfull += locked[u] > capacity ? locked[u] - capacity : 0;
        if (taken[u] < capacity && sign(&allocation->prices[u]))
            wrong = "a unit with a place left has a price";
        if (sign(&allocation->prices[u]) < 0)
            wrong = "a price is below 0";
    }
    if (placed != allocation->placed || overfull != allocation->overfull)
        wrong = "placed or overfull is miscounted";
    free(taken);
    free(locked);
    return wrong;
}

const char *check_allocation(const struct instance *instance, const struct allocation *allocation)
{
    const char *wrong = check_places(instance, allocation);
    struct digits total = {{0}}, one;
    for (uint32_t s = 0; s < instance->student_count && !wrong; s++) {
        const uint32_t at = allocation->units[s];
        const struct digits here = priced(instance, allocation, s, at);
        instance_digits(instance, s, at, &one);
        for (int i = 0; i < INSTANCE_CRITERIA_MOST; i++)
            total.digit[i] += one.digit[i];
        if (instance->students[s].locked != INSTANCE_NONE)
            continue;
        for (uint32_t u = 0; u <= instance->unit_count; u++) {
            const uint32_t unit = u == instance->unit_count ? INSTANCE_NONE : u;
            if (unit != INSTANCE_NONE && instance_obstacles(instance, s, unit))
                continue;
            const struct digits there = priced(instance, allocation, s, unit);
            if (less(&there, &here))
                wrong = "a student would rather be elsewhere at these prices";
        }
    }
    if (!wrong && memcmp(&total, &allocation->total, sizeof total) != 0)
        wrong = "the total is not the sum";
    return wrong;
}
