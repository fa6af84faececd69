/* Exchanges are rounds in a graph of units: from a unit to another when one of its students may be there and is not worse off.
 * All places that are free are one node more. Someone gains, and nobody loses, just where a step that makes somebody better off
 * lies on a round: where both its ends are in one strong component. */
#include "swaps.h"

#include "../base/heap.h"
#include "groups.h"
#include "seating.h"

#include <stdlib.h>
#include <string.h>

enum worth { WORSE, SAME, BETTER };

struct step {
    uint32_t to;
    uint32_t student; /* INSTANCE_NONE: nobody moves, a place is free */
    bool better;
};

struct graph {
    const struct instance *instance;
    struct seating seating;
    bool *stays;   /* by student */
    uint32_t free; /* the node after the units: no place, and every free place */
    size_t *first; /* by node, one more at the end: its steps */
    struct step *steps;
    size_t step_count, step_room;
    uint32_t *component; /* by node */
};

/* `there` against `here` for the student; INSTANCE_NONE: no place. */
static enum worth compare(const struct instance *instance, uint32_t student, uint32_t here,
                          uint32_t there)
{
    if (here == INSTANCE_NONE || there == INSTANCE_NONE)
        return here == there ? SAME : here == INSTANCE_NONE ? BETTER : WORSE;
    const uint32_t old = instance_rank(instance, student, here);
    const uint32_t new = instance_rank(instance, student, there);
    if (old != new)
        return new < old ? BETTER : WORSE;
    const uint32_t far = instance_km(instance, student, here);
    const uint32_t near = instance_km(instance, student, there);
    return near < far ? BETTER : near == far ? SAME : WORSE;
}

static void add_step(struct graph *graph, uint32_t to, uint32_t student, bool better)
{
    if (graph->step_count == graph->step_room) {
        graph->step_room = 2 * graph->step_room + 1024;
        graph->steps = heap_grow(graph->steps, graph->step_room, sizeof *graph->steps);
    }
    graph->steps[graph->step_count++] = (struct step){to, student, better};
}

/* The student's steps to other units; `best` holds what the node has by now. One who gains goes before one who does not. */
static void consider(struct graph *graph, uint32_t student, uint32_t at, uint32_t unit,
                     struct step *best)
{
    const enum worth worth = unit == at ? WORSE : compare(graph->instance, student, at, unit);
    if (worth == WORSE || (best[unit].to == unit && (worth == SAME || best[unit].better)) ||
        !seating_may(graph->instance, student, unit))
        return;
    best[unit] = (struct step){unit, student, worth == BETTER};
}

/* Of a student at a wish only the wishes can be as good, for others every unit can. */
static void consider_all(struct graph *graph, uint32_t student, uint32_t at, struct step *best)
{
    const struct instance *instance = graph->instance;
    const struct instance_student *is = &instance->students[student];
    if (graph->stays[student])
        return;
    if (at != INSTANCE_NONE && instance_rank(instance, student, at) <= is->wish_count) {
        for (uint32_t i = 0; i < is->wish_count; i++)
            if (instance->wishes[is->wishes + i] != INSTANCE_NONE)
                consider(graph, student, at, instance->wishes[is->wishes + i], best);
        return;
    }
    for (uint32_t unit = 0; unit < instance->unit_count; unit++)
        consider(graph, student, at, unit, best);
}

static void lay_node(struct graph *graph, uint32_t node, struct step *best)
{
    const struct seating *seating = &graph->seating;
    const uint32_t at = node == graph->free ? INSTANCE_NONE : node;
    graph->first[node] = graph->step_count;
    memset(best, 0xff, graph->free * sizeof *best);
    for (uint32_t i = seating->first[node]; i < seating->first[node + 1]; i++)
        consider_all(graph, seating->students[i], at, best);
    for (uint32_t unit = 0; unit < graph->free; unit++)
        if (best[unit].to == unit)
            add_step(graph, unit, best[unit].student, best[unit].better);
        else if (node == graph->free && seating_used(seating, unit))
            add_step(graph, unit, INSTANCE_NONE, false);
    if (node != graph->free && seating_used(seating, node) < seating->places[node])
        add_step(graph, graph->free, INSTANCE_NONE, false);
}

static void lay_graph(struct graph *graph, const struct instance *instance, const uint32_t *units)
{
    *graph = (struct graph){
        .instance = instance, .free = instance->unit_count, .stays = groups_members(instance)};
    struct step *best = heap_alloc((graph->free + 1) * sizeof *best);
    for (uint32_t s = 0; s < instance->student_count; s++)
        graph->stays[s] |= instance->students[s].locked != INSTANCE_NONE;
    seating_make(&graph->seating, instance, units);
    graph->first = heap_alloc((graph->free + 2) * sizeof *graph->first);
    for (uint32_t node = 0; node <= graph->free; node++)
        lay_node(graph, node, best);
    graph->first[graph->free + 1] = graph->step_count;
    free(best);
}

static void graph_free(struct graph *graph)
{
    seating_free(&graph->seating);
    free(graph->stays);
    free(graph->first);
    free(graph->steps);
    free(graph->component);
}

/* Strong components after Tarjan, with a stack of its own. */
struct walk {
    uint32_t *number, *low, *path, *open; /* by node; path and open are stacks */
    size_t *next;                         /* by node: step to take next */
    uint32_t numbered, path_count, open_count;
};

static void enter(const struct graph *graph, struct walk *walk, uint32_t node)
{
    walk->number[node] = walk->low[node] = ++walk->numbered;
    walk->next[node] = graph->first[node];
    walk->path[walk->path_count++] = node;
    walk->open[walk->open_count++] = node;
}

static void leave(struct graph *graph, struct walk *walk)
{
    const uint32_t node = walk->path[--walk->path_count];
    if (walk->path_count) {
        uint32_t *low = &walk->low[walk->path[walk->path_count - 1]];
        if (walk->low[node] < *low)
            *low = walk->low[node];
    }
    if (walk->low[node] != walk->number[node])
        return;
    uint32_t member;
    do {
        member = walk->open[--walk->open_count];
        graph->component[member] = node;
    } while (member != node);
}

static void find_components(struct graph *graph)
{
    const size_t nodes = graph->free + 1;
    struct walk walk = {.number = heap_alloc(nodes * sizeof *walk.number),
                        .low = heap_alloc(nodes * sizeof *walk.low),
                        .path = heap_alloc(nodes * sizeof *walk.path),
                        .open = heap_alloc(nodes * sizeof *walk.open),
                        .next = heap_alloc(nodes * sizeof *walk.next)};
    graph->component = heap_grow(NULL, nodes, sizeof *graph->component);
    memset(graph->component, 0xff, nodes * sizeof *graph->component);
    for (uint32_t start = 0; start <= graph->free; start++) {
        if (!walk.number[start])
            enter(graph, &walk, start);
        while (walk.path_count) {
            const uint32_t node = walk.path[walk.path_count - 1];
            if (walk.next[node] == graph->first[node + 1]) {
                leave(graph, &walk);
                continue;
            }
            const uint32_t to = graph->steps[walk.next[node]++].to;
            if (!walk.number[to])
                enter(graph, &walk, to);
            else if (graph->component[to] == UINT32_MAX && walk.number[to] < walk.low[node])
                walk.low[node] = walk.number[to];
        }
    }
    free(walk.number);
    free(walk.low);
    free(walk.path);
    free(walk.open);
    free(walk.next);
}

/* A step that gains, on a round; its node, and *step. `free` + 1: none. */
static uint32_t find_gain(struct graph *graph, size_t *step)
{
    find_components(graph);
    for (uint32_t node = 0; node <= graph->free; node++)
        for (size_t i = graph->first[node]; i < graph->first[node + 1]; i++)
            if (graph->steps[i].better &&
                graph->component[node] == graph->component[graph->steps[i].to]) {
                *step = i;
                return node;
            }
    return graph->free + 1;
}

/* The shortest way from where the step leads back to its node, carried out with the step. */
static void go_round(const struct graph *graph, uint32_t node, size_t gain, uint32_t *units)
{
    const uint32_t nodes = graph->free + 1;
    uint32_t *queue = heap_alloc(nodes * sizeof *queue), count = 0;
    uint32_t *from = heap_grow(NULL, nodes, sizeof *from);
    size_t *by = heap_alloc(nodes * sizeof *by);
    memset(from, 0xff, nodes * sizeof *from);
    queue[count++] = graph->steps[gain].to;
    from[graph->steps[gain].to] = node;
    by[graph->steps[gain].to] = gain;
    for (uint32_t next = 0; from[node] == UINT32_MAX && next < count; next++)
        for (size_t i = graph->first[queue[next]]; i < graph->first[queue[next] + 1]; i++) {
            const uint32_t to = graph->steps[i].to;
            if (from[to] != UINT32_MAX)
                continue;
            from[to] = queue[next];
            by[to] = i;
            queue[count++] = to;
        }
    uint32_t at = node;
    do {
        const struct step *step = &graph->steps[by[at]];
        if (step->student != INSTANCE_NONE)
            units[step->student] = at;
        at = from[at];
    } while (at != node);
    free(queue);
    free(from);
    free(by);
}

/* Do the two gain by it? Both are somewhere, and may be where the other is. */
static bool is_swap(const struct graph *graph, uint32_t one, uint32_t other)
{
    const struct instance *instance = graph->instance;
    const uint32_t *units = graph->seating.units;
    if (graph->stays[other])
        return false;
    const enum worth for_one = compare(instance, one, units[one], units[other]);
    const enum worth for_other = compare(instance, other, units[other], units[one]);
    return for_one != WORSE && for_other != WORSE && (for_one == BETTER || for_other == BETTER) &&
           seating_may(instance, one, units[other]) && seating_may(instance, other, units[one]);
}

/* Pairs of `one` with later students at the unit. */
static void look_at(const struct graph *graph, uint32_t one, uint32_t unit, struct swaps *swaps,
                    size_t most)
{
    const struct seating *seating = &graph->seating;
    for (uint32_t i = seating->first[unit]; i < seating->first[unit + 1]; i++) {
        const uint32_t other = seating->students[i];
        if (other <= one || !is_swap(graph, one, other))
            continue;
        if (swaps->count++ < most)
            swaps->items[swaps->kept++] = (struct swap){one, other};
    }
}

struct swaps swaps_find(const struct instance *instance, const uint32_t *units, size_t most)
{
    struct graph graph;
    struct swaps swaps = {.items = heap_alloc((most + 1) * sizeof *swaps.items)};
    size_t step;
    lay_graph(&graph, instance, units);
    swaps.round_gains = find_gain(&graph, &step) <= graph.free;
    for (uint32_t one = 0; swaps.round_gains && one < instance->student_count; one++) {
        const struct instance_student *is = &instance->students[one];
        const uint32_t at = units[one];
        if (at == INSTANCE_NONE || graph.stays[one])
            continue;
        if (instance_rank(instance, one, at) > is->wish_count)
            for (uint32_t unit = 0; unit < instance->unit_count; unit++)
                look_at(&graph, one, unit, &swaps, most);
        else
            for (uint32_t i = 0; i < is->wish_count; i++)
                if (instance->wishes[is->wishes + i] != INSTANCE_NONE)
                    look_at(&graph, one, instance->wishes[is->wishes + i], &swaps, most);
    }
    graph_free(&graph);
    return swaps;
}

void swaps_free(struct swaps *swaps)
{
    free(swaps->items);
    *swaps = (struct swaps){0};
}

uint32_t swaps_clean(const struct instance *instance, uint32_t *units)
{
    uint32_t *before = heap_alloc((instance->student_count + 1) * sizeof *before), moved = 0;
    bool gained = true;
    memcpy(before, units, instance->student_count * sizeof *units);
    while (gained) {
        struct graph graph;
        size_t step;
        lay_graph(&graph, instance, units);
        const uint32_t node = find_gain(&graph, &step);
        gained = node <= graph.free;
        if (gained)
            go_round(&graph, node, step, units);
        graph_free(&graph);
    }
    for (uint32_t s = 0; s < instance->student_count; s++)
        moved += units[s] != before[s];
    free(before);
    return moved;
}
