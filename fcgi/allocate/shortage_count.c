/* How many more would be placed if a unit had places enough, or if a rule held for nobody: students without a place look for one,
 * others moving on to make room, until none finds any. What a search in vain has gone through stays closed: no later search
 * comes out of it either. */
#include "shortage_count.h"

#include "../base/heap.h"
#include "seating.h"

#include <stdlib.h>
#include <string.h>

static const uint64_t PAIRS_MOST = 30000000; /* looked at in all: half a second */

struct seats {
    const struct instance *instance;
    const struct seating *seating;
    uint32_t ignored;     /* obstacles that hold for nobody */
    uint32_t open;        /* unit with places enough, or INSTANCE_NONE */
    uint32_t *units;      /* by student */
    uint32_t *used;       /* by unit */
    uint32_t *head;       /* by unit: one of its students */
    uint32_t *next;       /* by student: another at the same unit */
    uint32_t *reached_by; /* by unit: the student who would come */
    bool *reached;        /* by unit */
    uint32_t *queue, *touched;
    uint32_t touched_count;
    uint64_t pairs; /* looked at */
};

static void start(struct seats *seats, uint32_t ignored, uint32_t open)
{
    const struct instance *instance = seats->instance;
    seats->ignored = ignored;
    seats->open = open;
    memset(seats->reached, 0, instance->unit_count);
    memset(seats->used, 0, instance->unit_count * sizeof *seats->used);
    memset(seats->head, 0xff, instance->unit_count * sizeof *seats->head);
    for (uint32_t s = instance->student_count; s-- > 0;) {
        const uint32_t at = seats->units[s] = seats->seating->units[s];
        if (at == INSTANCE_NONE)
            continue;
        seats->used[at]++;
        seats->next[s] = seats->head[at];
        seats->head[at] = s;
    }
}

static void leave(struct seats *seats, uint32_t student)
{
    uint32_t *link = &seats->head[seats->units[student]];
    while (*link != student)
        link = &seats->next[*link];
    *link = seats->next[student];
}

/* Moves everyone on the way that ends at `unit`. */
static void move_along(struct seats *seats, uint32_t unit)
{
    seats->used[unit]++;
    while (unit != INSTANCE_NONE) {
        const uint32_t student = seats->reached_by[unit], old = seats->units[student];
        if (old != INSTANCE_NONE)
            leave(seats, student);
        seats->units[student] = unit;
        seats->next[student] = seats->head[unit];
        seats->head[unit] = student;
        unit = old;
    }
}

static bool may_move(const struct seats *seats, uint32_t student)
{
    return seats->instance->students[student].locked == INSTANCE_NONE ||
           seats->ignored & OBSTACLE_LOCKED;
}

/* A place for one more, `student`; false: none, whoever moves. */
static bool place(struct seats *seats, uint32_t student)
{
    const struct instance *instance = seats->instance;
    uint32_t count = 0;
    seats->touched_count = 0;
    seats->queue[count++] = student;
    for (uint32_t next = 0; next < count; next++)
        for (uint32_t u = 0; u < instance->unit_count; u++) {
            if (seats->reached[u])
                continue;
            seats->pairs++;
            if (instance_obstacles(instance, seats->queue[next], u) & ~seats->ignored)
                continue;
            seats->reached[u] = true;
            seats->touched[seats->touched_count++] = u;
            seats->reached_by[u] = seats->queue[next];
            if (u == seats->open || seats->used[u] < seats->seating->places[u]) {
                move_along(seats, u);
                for (uint32_t i = 0; i < seats->touched_count; i++)
                    seats->reached[seats->touched[i]] = false;
                return true;
            }
            for (uint32_t s = seats->head[u]; s != INSTANCE_NONE; s = seats->next[s])
                if (may_move(seats, s))
                    seats->queue[count++] = s;
        }
    return false;
}

/* How many of the shortage's unplaced students find a place. */
static uint32_t place_missing(struct seats *seats, const struct shortage *shortage)
{
    uint32_t placed = 0;
    for (uint32_t i = 0; i < shortage->student_count && seats->pairs < PAIRS_MOST; i++)
        if (seats->seating->units[shortage->students[i]] == INSTANCE_NONE)
            placed += place(seats, shortage->students[i]);
    return placed;
}

/* Rules that alone keep some student of a shortage from a unit outside it: without any other, nobody comes out. */
static uint32_t rules_that_matter(struct seats *seats, const struct shortage *shortage)
{
    const struct instance *instance = seats->instance;
    uint32_t matter = 0, next = 0;
    for (uint32_t u = 0; u < instance->unit_count; u++) {
        if (next < shortage->unit_count && shortage->units[next].unit == u) {
            next++;
            continue;
        }
        for (uint32_t i = 0; i < shortage->student_count; i++) {
            const uint32_t obstacles = instance_obstacles(instance, shortage->students[i], u);
            if ((obstacles & (obstacles - 1)) == 0)
                matter |= obstacles;
        }
    }
    return matter;
}

static void count_rules(struct seats *seats, struct shortages *shortages)
{
    uint32_t matter = 0;
    for (uint32_t i = 0; i < shortages->count; i++)
        matter |= rules_that_matter(seats, &shortages->items[i]);
    for (uint32_t rule = 0; rule < SHORTAGE_RULES; rule++) {
        if (!(matter >> rule & 1))
            continue;
        start(seats, 1U << rule, INSTANCE_NONE);
        for (uint32_t i = 0; i < shortages->count; i++)
            shortages->without_rule[rule] += place_missing(seats, &shortages->items[i]);
        if (seats->pairs >= PAIRS_MOST)
            shortages->without_rule[rule] = SHORTAGE_NOT_COUNTED;
    }
}

static void count_units(struct seats *seats, struct shortage *shortage)
{
    for (uint32_t i = 0; i < shortage->unit_count; i++) {
        shortage->units[i].mends = SHORTAGE_NOT_COUNTED;
        if (seats->pairs >= PAIRS_MOST)
            continue;
        start(seats, 0, shortage->units[i].unit);
        const uint32_t placed = place_missing(seats, shortage);
        if (seats->pairs < PAIRS_MOST)
            shortage->units[i].mends = placed;
    }
}

void shortages_count(const struct instance *instance, struct shortages *shortages,
                     const uint32_t *units)
{
    struct seating seating;
    if (!shortages->count)
        return;
    const size_t students = instance->student_count + 1, all = instance->unit_count + 1;
    struct seats seats = {.instance = instance,
                          .seating = &seating,
                          .units = heap_alloc(students * sizeof *seats.units),
                          .next = heap_alloc(students * sizeof *seats.next),
                          .queue = heap_alloc(students * sizeof *seats.queue),
                          .used = heap_alloc(all * sizeof *seats.used),
                          .head = heap_alloc(all * sizeof *seats.head),
                          .reached_by = heap_alloc(all * sizeof *seats.reached_by),
                          .touched = heap_alloc(all * sizeof *seats.touched),
                          .reached = heap_alloc(all)};
    seating_make(&seating, instance, units);
    count_rules(&seats, shortages);
    for (uint32_t i = 0; i < shortages->count; i++)
        count_units(&seats, &shortages->items[i]);
    seating_free(&seating);
    free(seats.units);
    free(seats.next);
    free(seats.queue);
    free(seats.used);
    free(seats.head);
    free(seats.reached_by);
    free(seats.touched);
    free(seats.reached);
}
