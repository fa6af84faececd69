/* The set of students that an unplaced one leads to: all units that may take them, all students there, all units that may take
 * those, … In an allocation with as many placed as can be it never meets a free place, so its units are all full, and full
 * of its students: the minimum cut. Sets that meet are one shortage. */
#include "shortage.h"

#include "../base/heap.h"
#include "seating.h"
#include "shortage_count.h"

#include <stdlib.h>
#include <string.h>

enum { NO_SHORTAGE = -1 };

struct cut {
    const struct instance *instance;
    struct seating seating;
    bool *frees; /* by unit: a free place can be reached from it */
    int32_t
        *unit_of_cut; /* by unit: the set that reached it, before sets are joined; NO_SHORTAGE */
    int32_t *joined;  /* by set: another that it is part of, or itself */
    int32_t set_count;
    uint32_t *starts; /* by set: the unplaced student it began with */
    uint32_t *queue;  /* students */
    uint32_t *others;
    uint32_t other_count;
};

/* Units from which a free place can be reached, back from the free places: every student is asked about every unit once. */
static void find_free(struct cut *cut)
{
    const struct instance *instance = cut->instance;
    uint32_t *units = heap_alloc((instance->unit_count + 1) * sizeof *units), count = 0;
    for (uint32_t u = 0; u < instance->unit_count; u++)
        if (seating_used(&cut->seating, u) < cut->seating.places[u]) {
            cut->frees[u] = true;
            units[count++] = u;
        }
    for (uint32_t next = 0; next < count; next++)
        for (uint32_t s = 0; s < instance->student_count; s++) {
            const uint32_t at = cut->seating.units[s];
            if (at == INSTANCE_NONE || cut->frees[at] || instance->students[s].locked == at ||
                !seating_may(instance, s, units[next]))
                continue;
            cut->frees[at] = true;
            units[count++] = at;
        }
    free(units);
}

static int32_t root(struct cut *cut, int32_t set)
{
    while (cut->joined[set] != set)
        set = cut->joined[set] = cut->joined[cut->joined[set]];
    return set;
}

/* Students in the set of the unplaced `start` that no earlier set has; sets it meets are joined to it. */
static void grow(struct cut *cut, uint32_t start)
{
    const struct instance *instance = cut->instance;
    const int32_t set = cut->set_count++;
    uint32_t count = 0;
    cut->joined[set] = set;
    cut->starts[set] = start;
    cut->queue[count++] = start;
    for (uint32_t next = 0; next < count; next++)
        for (uint32_t u = 0; u < instance->unit_count; u++) {
            const bool known = cut->unit_of_cut[u] != NO_SHORTAGE;
            if (known && root(cut, cut->unit_of_cut[u]) == root(cut, set))
                continue;
            if (!seating_may(instance, cut->queue[next], u))
                continue;
            if (known) {
                cut->joined[root(cut, cut->unit_of_cut[u])] = root(cut, set);
                continue;
            }
            cut->unit_of_cut[u] = set;
            for (uint32_t i = cut->seating.first[u]; i < cut->seating.first[u + 1]; i++)
                if (instance->students[cut->seating.students[i]].locked == INSTANCE_NONE)
                    cut->queue[count++] = cut->seating.students[i];
        }
}

static bool could_be_placed(const struct cut *cut, uint32_t student)
{
    for (uint32_t u = 0; u < cut->instance->unit_count; u++)
        if (cut->frees[u] && seating_may(cut->instance, student, u))
            return true;
    return false;
}

static void find_sets(struct cut *cut)
{
    const struct seating *seating = &cut->seating;
    const uint32_t nowhere = cut->instance->unit_count;
    for (uint32_t i = seating->first[nowhere]; i < seating->first[nowhere + 1]; i++) {
        const uint32_t student = seating->students[i];
        if (could_be_placed(cut, student))
            cut->others[cut->other_count++] = student;
        else
            grow(cut, student);
    }
}

static int by_index(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The units of a joined set, the students there, and the unplaced ones it began with. */
static void fill(struct cut *cut, struct shortage *shortage, int32_t set)
{
    const struct instance *instance = cut->instance;
    shortage->units = heap_alloc((instance->unit_count + 1) * sizeof *shortage->units);
    shortage->students = heap_alloc((instance->student_count + 1) * sizeof *shortage->students);
    for (uint32_t u = 0; u < instance->unit_count; u++) {
        if (cut->unit_of_cut[u] == NO_SHORTAGE || root(cut, cut->unit_of_cut[u]) != set)
            continue;
        shortage->units[shortage->unit_count++].unit = u;
        shortage->places += cut->seating.places[u];
        for (uint32_t i = cut->seating.first[u]; i < cut->seating.first[u + 1]; i++) {
            const uint32_t student = cut->seating.students[i];
            shortage->students[shortage->student_count++] = student;
            shortage->locked += instance->students[student].locked != INSTANCE_NONE;
        }
    }
    for (int32_t other = 0; other < cut->set_count; other++)
        if (root(cut, other) == set) {
            shortage->students[shortage->student_count++] = cut->starts[other];
            shortage->missing++;
        }
    qsort(shortage->students, shortage->student_count, sizeof *shortage->students, by_index);
}

/* Counts anew, by nothing but the rules: a defect of the program ends it rather than telling something untrue. */
static void prove(const struct cut *cut, const struct shortage *shortage)
{
    bool *inside = heap_alloc(cut->instance->unit_count + 1);
    uint64_t places = 0;
    for (uint32_t i = 0; i < shortage->unit_count; i++) {
        inside[shortage->units[i].unit] = true;
        places += cut->seating.places[shortage->units[i].unit];
    }
    bool proven = places + shortage->missing == shortage->student_count;
    for (uint32_t i = 0; i < shortage->student_count && proven; i++)
        for (uint32_t u = 0; u < cut->instance->unit_count; u++)
            proven &= inside[u] || !seating_may(cut->instance, shortage->students[i], u);
    free(inside);
    if (!proven)
        abort();
}

/* Students without any unit at all are one shortage, the others one a set of units. */
static void lay_shortages(struct cut *cut, struct shortages *shortages)
{
    bool *empty = heap_alloc((size_t)cut->set_count + 1);
    int32_t first_empty = NO_SHORTAGE;
    memset(empty, 1, (size_t)cut->set_count);
    for (uint32_t u = 0; u < cut->instance->unit_count; u++)
        if (cut->unit_of_cut[u] != NO_SHORTAGE)
            empty[root(cut, cut->unit_of_cut[u])] = false;
    for (int32_t set = 0; set < cut->set_count; set++) {
        if (root(cut, set) != set || !empty[set])
            continue;
        if (first_empty == NO_SHORTAGE)
            first_empty = set;
        cut->joined[set] = first_empty;
    }
    free(empty);
    shortages->items = heap_alloc(((size_t)cut->set_count + 1) * sizeof *shortages->items);
    for (int32_t set = 0; set < cut->set_count; set++)
        if (root(cut, set) == set) {
            struct shortage *shortage = &shortages->items[shortages->count++];
            fill(cut, shortage, set);
            prove(cut, shortage);
            shortages->missing += shortage->missing;
        }
}

static int most_missing_first(const void *left, const void *right)
{
    const struct shortage *a = left, *b = right;
    if (a->missing != b->missing)
        return a->missing > b->missing ? -1 : 1;
    return by_index(&a->students[0], &b->students[0]);
}

/* Order of remedies: worth 0 is tried first. */
struct ranked {
    struct shortage_remedy remedy;
    uint32_t bits, rank, km;
};

static bool before(const struct ranked *a, const struct ranked *b)
{
    if (a->bits != b->bits)
        return a->bits < b->bits;
    if (a->rank != b->rank)
        return a->rank < b->rank;
    return a->km < b->km; /* then the one found first: by student and unit */
}

/* Of all pairs of a student inside and a unit outside with a way to a free place, the best few, in order. */
static void find_remedies(const struct cut *cut, struct shortage *shortage)
{
    const struct instance *instance = cut->instance;
    struct ranked *best = heap_alloc((SHORTAGE_REMEDIES_MOST + 1) * sizeof *best);
    uint32_t count = 0;
    for (uint32_t i = 0; i < shortage->student_count; i++)
        for (uint32_t u = 0; u < instance->unit_count; u++) {
            const uint32_t student = shortage->students[i];
            if (!cut->frees[u])
                continue;
            const uint32_t obstacles = instance_obstacles(instance, student, u);
            struct ranked found = {
                {student, u, obstacles}, (uint32_t)__builtin_popcount(obstacles), 0, 0};
            if (obstacles & OBSTACLE_VETO ||
                (count == SHORTAGE_REMEDIES_MOST && found.bits > best[count - 1].bits))
                continue;
            found.rank = instance_rank(instance, student, u);
            found.km = instance_km(instance, student, u);
            uint32_t place = count;
            for (; place && before(&found, &best[place - 1]); place--)
                best[place] = best[place - 1];
            best[place] = found;
            count += count < SHORTAGE_REMEDIES_MOST;
        }
    shortage->remedies = heap_alloc((count + 1) * sizeof *shortage->remedies);
    shortage->remedy_count = count;
    for (uint32_t i = 0; i < count; i++)
        shortage->remedies[i] = best[i].remedy;
    free(best);
}

struct shortages *shortages_find(const struct instance *instance, const uint32_t *units)
{
    struct shortages *shortages = heap_alloc(sizeof *shortages);
    struct cut cut = {.instance = instance};
    seating_make(&cut.seating, instance, units);
    const uint32_t unplaced = seating_used(&cut.seating, instance->unit_count);
    cut.frees = heap_alloc(instance->unit_count + 1);
    cut.unit_of_cut = heap_grow(NULL, instance->unit_count + 1, sizeof *cut.unit_of_cut);
    memset(cut.unit_of_cut, 0xff, instance->unit_count * sizeof *cut.unit_of_cut);
    cut.joined = heap_alloc((unplaced + 1) * sizeof *cut.joined);
    cut.starts = heap_alloc((unplaced + 1) * sizeof *cut.starts);
    cut.queue = heap_alloc((instance->student_count + 1) * sizeof *cut.queue);
    cut.others = heap_alloc((unplaced + 1) * sizeof *cut.others);
    for (uint32_t u = 0; u < instance->unit_count; u++)
        if (seating_used(&cut.seating, u) < cut.seating.places[u])
            shortages->left_over += cut.seating.places[u] - seating_used(&cut.seating, u);
    if (unplaced) {
        find_free(&cut);
        find_sets(&cut);
    }
    lay_shortages(&cut, shortages);
    qsort(shortages->items, shortages->count, sizeof *shortages->items, most_missing_first);
    for (uint32_t i = 0; i < shortages->count; i++)
        find_remedies(&cut, &shortages->items[i]);
    shortages->others = cut.others;
    shortages->other_count = cut.other_count;
    shortages_count(instance, shortages, units);
    seating_free(&cut.seating);
    free(cut.frees);
    free(cut.unit_of_cut);
    free(cut.joined);
    free(cut.starts);
    free(cut.queue);
    return shortages;
}

void shortages_free(struct shortages *shortages)
{
    if (!shortages)
        return;
    for (uint32_t i = 0; i < shortages->count; i++) {
        free(shortages->items[i].students);
        free(shortages->items[i].units);
        free(shortages->items[i].remedies);
    }
    free(shortages->items);
    free(shortages->others);
    free(shortages);
}
