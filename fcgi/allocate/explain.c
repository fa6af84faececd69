/* Forcing a student to a unit sends one student too many through the network of units: each passes it on by moving one of its
 * own, until it comes to the student's old unit, or to a place that is free. The cheapest way is the cheapest cycle through
 * the forced pair: Dijkstra with the prices of the allocation, by which no step is below 0. */
#include "explain.h"

#include "../base/heap.h"
#include "seating.h"

#include <stdlib.h>

/* Nodes: units, and after them `nowhere`, which takes whoever has no place, and stands for all free places together. */
struct way {
    const struct instance *instance;
    const struct allocation *allocation;
    struct seating seating;
    uint32_t student, nowhere, target;
    struct digits *distance; /* by node */
    uint32_t *from,
        *mover;  /* by node: where it was reached from, and by moving whom; INSTANCE_NONE: nobody */
    char *state; /* by node */
};
enum { UNREACHED, REACHED, SETTLED };

static const struct digits nothing;

static const struct digits *price(const struct way *way, uint32_t node)
{
    return node == way->nowhere ? &nothing : &way->allocation->prices[node];
}

static uint32_t unit_of(const struct way *way, uint32_t node)
{
    return node == way->nowhere ? INSTANCE_NONE : node;
}

/* Is to[] = base + digits(mover, unit `to`) + price less than what is there? Digit by digit: most pairs are decided by the
 * first or second. `base`: distance − digits(mover, from) − price(from). */
static void relax(struct way *way, uint32_t node, uint32_t to, uint32_t mover,
                  const struct digits *base)
{
    const struct instance *instance = way->instance;
    const struct digits *added = price(way, to);
    const struct digits *bar =
        way->state[way->target] == UNREACHED ? NULL : &way->distance[way->target];
    const struct digits *old = way->state[to] == UNREACHED ? NULL : &way->distance[to];
    struct digits sum = {{0}};
    if (way->state[to] == SETTLED)
        return;
    for (uint32_t i = 0; i < instance->criterion_count; i++) {
        sum.digit[i] = base->digit[i] + added->digit[i];
        if (mover != INSTANCE_NONE)
            sum.digit[i] += instance_digit(instance, i, mover, unit_of(way, to));
        if (old && sum.digit[i] != old->digit[i]) {
            if (sum.digit[i] > old->digit[i])
                return;
            old = NULL;
        }
        if (bar && sum.digit[i] != bar->digit[i]) {
            if (sum.digit[i] > bar->digit[i])
                return;
            bar = NULL;
        }
    }
    if (old || bar)
        return; /* equal: the first found stays */
    if (mover != INSTANCE_NONE && to != way->nowhere && !seating_may(instance, mover, to))
        return;
    way->distance[to] = sum;
    way->from[to] = node;
    way->mover[to] = mover;
    way->state[to] = REACHED;
}

/* Is every unit the mover neither wished nor had before too far, whatever its price and the travel? */
static bool others_are_too_far(const struct way *way, uint32_t mover, const struct digits *base)
{
    const struct instance *instance = way->instance;
    if (way->state[way->target] == UNREACHED)
        return false;
    for (uint32_t i = 0; i < instance->criterion_count; i++) {
        const enum criterion kind = instance->criteria[i].kind;
        int64_t least = base->digit[i];
        if (kind != CRITERION_UNPLACED && kind != CRITERION_LOT)
            least += instance_digit(instance, i, mover, INSTANCE_NONE);
        if (least != way->distance[way->target].digit[i])
            return least > way->distance[way->target].digit[i];
    }
    return true;
}

/* `mover` leaves the node (or gets a place, when it is nowhere) for each other node. */
static void move_on(struct way *way, uint32_t node, uint32_t mover)
{
    struct digits base, here;
    if (mover == way->student || way->instance->students[mover].locked != INSTANCE_NONE)
        return;
    instance_digits(way->instance, mover, unit_of(way, node), &here);
    base = way->distance[node];
    digits_subtract(&base, &here);
    digits_subtract(&base, price(way, node));
    if (others_are_too_far(way, mover, &base)) {
        const struct instance_student *is = &way->instance->students[mover];
        for (uint32_t i = 0; i < is->wish_count; i++)
            if (way->instance->wishes[is->wishes + i] != INSTANCE_NONE)
                relax(way, node, way->instance->wishes[is->wishes + i], mover, &base);
        if (is->shared < way->nowhere)
            relax(way, node, is->shared, mover, &base);
        relax(way, node, way->nowhere, mover, &base);
        return;
    }
    for (uint32_t to = 0; to <= way->nowhere; to++)
        relax(way, node, to, mover, &base);
}

static void settle(struct way *way, uint32_t node)
{
    struct digits base = way->distance[node];
    way->state[node] = SETTLED;
    if (node == way->target)
        return;
    if (node == way->nowhere)
        for (uint32_t unit = 0; unit < way->nowhere; unit++)
            if (seating_used(&way->seating, unit))
                relax(way, node, unit, INSTANCE_NONE, &base);
    if (node != way->nowhere && seating_used(&way->seating, node) < way->seating.places[node]) {
        digits_subtract(&base, price(way, node));
        relax(way, node, way->nowhere, INSTANCE_NONE, &base);
    }
    for (uint32_t i = way->seating.first[node]; i < way->seating.first[node + 1]; i++)
        move_on(way, node, way->seating.students[i]);
}

static bool search(struct way *way, uint32_t start)
{
    way->state[start] = REACHED;
    while (way->state[way->target] != SETTLED) {
        uint32_t nearest = INSTANCE_NONE;
        for (uint32_t node = 0; node <= way->nowhere; node++)
            if (way->state[node] == REACHED &&
                (nearest == INSTANCE_NONE ||
                 digits_compare(&way->distance[node], &way->distance[nearest]) < 0))
                nearest = node;
        if (nearest == INSTANCE_NONE)
            return false;
        settle(way, nearest);
    }
    return true;
}

static void count(const struct instance *instance, struct explanation *why,
                  const struct explain_move *move)
{
    const uint32_t before = instance_rank(instance, move->student, move->from);
    const uint32_t after = instance_rank(instance, move->student, move->to);
    if (move->to == INSTANCE_NONE)
        why->lose++;
    if (move->to == INSTANCE_NONE || (move->from != INSTANCE_NONE && after > before))
        why->rank_down++;
    else if (move->from == INSTANCE_NONE || after < before)
        why->rank_up++;
}

/* The student's own move, then those on the way to the target, in the order of the way. */
static void tell_moves(const struct way *way, struct explanation *why, uint32_t start)
{
    uint32_t steps = 1, at = way->target;
    for (; at != start; at = way->from[at])
        steps += way->mover[at] != INSTANCE_NONE;
    why->moves = heap_alloc(steps * sizeof *why->moves);
    why->move_count = steps;
    why->moves[0] = (struct explain_move){way->student, unit_of(way, way->target), start};
    for (at = way->target; at != start; at = way->from[at])
        if (way->mover[at] != INSTANCE_NONE)
            why->moves[--steps] = (struct explain_move){way->mover[at], unit_of(way, way->from[at]),
                                                        unit_of(way, at)};
    for (uint32_t i = 0; i < why->move_count; i++) {
        struct digits digits;
        const struct explain_move *move = &why->moves[i];
        instance_digits(way->instance, move->student, move->to, &digits);
        digits_add(&why->more, &digits);
        instance_digits(way->instance, move->student, move->from, &digits);
        digits_subtract(&why->more, &digits);
        if (i)
            count(way->instance, why, move);
    }
}

static void find_moves(const struct instance *instance, const struct allocation *allocation,
                       struct explanation *why, uint32_t student, uint32_t unit)
{
    const uint32_t at = allocation->units[student], nodes = instance->unit_count + 1;
    struct way way = {.instance = instance,
                      .allocation = allocation,
                      .student = student,
                      .nowhere = instance->unit_count,
                      .target = at == INSTANCE_NONE ? instance->unit_count : at,
                      .distance = heap_alloc(nodes * sizeof *way.distance),
                      .from = heap_alloc(nodes * sizeof *way.from),
                      .mover = heap_alloc(nodes * sizeof *way.mover),
                      .state = heap_alloc(nodes)};
    seating_make(&way.seating, instance, allocation->units);
    if (search(&way, unit))
        tell_moves(&way, why, unit);
    else
        why->impossible = true;
    seating_free(&way.seating);
    free(way.distance);
    free(way.from);
    free(way.mover);
    free(way.state);
}

struct explanation *explain(const struct instance *instance, const struct allocation *allocation,
                            uint32_t student, uint32_t unit)
{
    struct explanation *why = heap_alloc(sizeof *why);
    if (allocation->units[student] == unit)
        return why;
    why->obstacles = instance_obstacles(instance, student, unit);
    if (!why->obstacles)
        find_moves(instance, allocation, why, student, unit);
    return why;
}

void explanation_free(struct explanation *explanation)
{
    if (!explanation)
        return;
    free(explanation->moves);
    free(explanation);
}

int64_t digits_of(const struct instance *instance, const struct digits *digits,
                  enum criterion criterion, uint32_t rank)
{
    for (uint32_t i = 0; i < instance->criterion_count; i++)
        if (instance->criteria[i].kind == criterion && instance->criteria[i].rank == rank)
            return digits->digit[i];
    return 0;
}
