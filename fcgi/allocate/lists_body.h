/* What a search knows: units, students with their lists of arcs, the queue.
 *
 * Lists are lazy: a student has the wishes, the unit that was shared, and the cheapest few of the others, with a `bound`: no
 * other is nearer. Prices only rise while students are taken in, so a bound stays one. */
#include "pack_body.h"

#include "../base/heap.h"
#include "lot.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_OTHERS = 4,     /* units beside the wishes that a student's list begins with */
    CLOSURE_AFTER = 8,    /* units settled before a whole closure is looked for */
    PROGRESS_EVERY = 256, /* students */
    NOT_LISTED = UINT32_MAX
};

/* What is the same for all students, packed once. */
struct weights {
    cost ranks[INSTANCE_WISHES_MOST + 2]; /* by number of the wish, from 1 */
    cost change, unplaced;
};
struct entry {
    cost key;
    uint32_t item; /* a unit, or unit_count + a student whose bound it is */
};
/* The arcs of a student: first the wishes and the shared unit, then others. */
struct list {
    uint32_t first, room; /* in arc_costs, arc_units; NOT_LISTED: none yet */
    uint32_t made;        /* in which search */
    uint16_t fixed, count;
    bool whole; /* there are no more than these */
};
/* A student; together, since a search looks at all of it. */
struct member {
    cost at;    /* where they are */
    cost none;  /* without a place */
    cost other; /* anywhere that is no wish and was not shared, but for travel and lot */
    cost bound; /* no unit that is not listed is nearer, with its price */
    cost away;  /* nor any but their own */
    struct list list;
    uint32_t unit, next, previous; /* of the same unit */
};
struct bucket { /* units of one municipality */
    uint32_t municipality, first, count;
    cost low; /* no price in it is lower */
};
struct candidate {
    cost key, cost;
    uint32_t unit;
};
struct search {
    const struct instance *instance;
    const struct layout *layout;
    struct allocation *allocation;
    struct packing packing;
    struct weights weights;
    uint32_t unit_count, student_count;
    /* Units. */
    cost *prices, *distances;
    cost *
        exits; /* no student of the unit is nearer to anything else, but for the unit's own distance less price */
    uint32_t *room, *reached, *via, *first_student, *settled;
    uint32_t settled_count, now; /* reached[u] == now: in this search */
    struct member *members;      /* students */
    /* Arcs. */
    cost *arc_costs;
    uint32_t *arc_units;
    size_t arc_count, arc_capacity;
    struct bucket *buckets;
    uint32_t *bucket_units, bucket_count;
    struct entry *heap, *bucket_heap;
    size_t heap_count, heap_capacity;
    struct candidate *candidates;
    size_t candidate_capacity;
    /* This search. */
    cost limit;           /* what is farther for the student need not be listed now */
    bool cut;             /* something was not */
    bool warm;            /* most students are where they were before */
    cost best;            /* distance of the nearest end so far */
    uint32_t end, source; /* a unit with room, or INSTANCE_NONE: via end_via, who gets none */
    uint32_t end_via;
    uint32_t end_unit, *to; /* while prices fall: where the end, or the student of a unit, moves */
    cost half;         /* half of what an unplaced student costs: tells scarce prices from others */
    uint32_t patience; /* units to settle before a closure is looked for */
};

/* The queue. */

static void heap_up(struct entry *heap, size_t at)
{
    struct entry moving = heap[at];
    while (at > 0 && cost_less(moving.key, heap[(at - 1) / 2].key)) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = moving;
}

static void heap_down(struct entry *heap, size_t count, size_t at)
{
    struct entry moving = heap[at];
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && cost_less(heap[child + 1].key, heap[child].key))
            child++;
        if (!cost_less(heap[child].key, moving.key))
            break;
        heap[at] = heap[child];
    }
    heap[at] = moving;
}

static struct entry heap_pop(struct entry *heap, size_t *count)
{
    struct entry top = heap[0];
    heap[0] = heap[--*count];
    if (*count)
        heap_down(heap, *count, 0);
    return top;
}

static void push(struct search *search, cost key, uint32_t item)
{
    if (search->heap_count == search->heap_capacity) {
        search->heap_capacity = search->heap_capacity ? 2 * search->heap_capacity : 1024;
        search->heap = heap_grow(search->heap, search->heap_capacity, sizeof *search->heap);
    }
    search->heap[search->heap_count] = (struct entry){key, item};
    heap_up(search->heap, search->heap_count++);
}

/* Costs. */

static void lay_weights(struct weights *weights, const struct instance *instance,
                        const struct layout *layout)
{
    for (uint32_t i = 0; i < instance->criterion_count; i++) {
        const struct instance_criterion *criterion = &instance->criteria[i];
        for (int64_t rank = 1; rank <= instance->longest_list + 1; rank++) {
            int64_t digit = 0;
            if (criterion->kind == CRITERION_WISHES)
                digit = rank * (rank - 1) / 2;
            if (criterion->kind == CRITERION_WORSE)
                digit = rank > criterion->rank;
            weights->ranks[rank] =
                cost_add(weights->ranks[rank], cost_digit(digit, layout->shift[i]));
        }
        if (criterion->kind == CRITERION_CHANGES && layout->bits[i])
            weights->change = cost_digit(1, layout->shift[i]);
        if (criterion->kind == CRITERION_UNPLACED)
            weights->unplaced = cost_digit(1, layout->shift[i]);
    }
}

/* Of a unit in this municipality, beside the rank. */
static cost travel_to(const struct search *search, uint32_t student, uint32_t municipality)
{
    uint32_t km = instance_municipality_km(search->instance, &search->instance->students[student],
                                           municipality);
    return cost_digit(km, search->packing.travel);
}

static cost lot_of(const struct search *search, uint32_t student, uint32_t unit)
{
    const struct instance *instance = search->instance;
    uint32_t id = unit == INSTANCE_NONE ? 0 : instance->units[unit].id;
    return cost_digit(lot(instance->seed, instance->students[student].id, id), search->packing.lot);
}

/* What a pair costs; rank as instance_rank() says. */
static cost pair_cost(const struct search *search, uint32_t student, uint32_t unit, uint32_t rank)
{
    uint32_t shared = search->instance->students[student].shared;
    cost sum = cost_add(search->weights.ranks[rank], lot_of(search, student, unit));
    if (shared != INSTANCE_NONE && shared != unit)
        sum = cost_add(sum, search->weights.change);
    if (unit == INSTANCE_NONE)
        return cost_add(sum, search->weights.unplaced);
    return cost_add(sum, travel_to(search, student, search->instance->units[unit].municipality));
}

static cost pair_cost_at(const struct search *search, uint32_t student, uint32_t unit)
{
    return pair_cost(search, student, unit, instance_rank(search->instance, student, unit));
}

/* Lists of arcs. */

static void add_arc(struct search *search, struct list *list, cost arc_cost, uint32_t unit)
{
    assert(list->count < list->room);
    search->arc_costs[list->first + list->count] = arc_cost;
    search->arc_units[list->first + list->count] = unit;
    list->count++;
}

/* New room for a list, its fixed arcs moved along. What it leaves is not used again: lists double. */
static void list_room(struct search *search, struct list *list, uint32_t room)
{
    if (search->arc_count + room > search->arc_capacity) {
        search->arc_capacity += search->arc_capacity / 2 + room + 4096;
        search->arc_costs =
            heap_grow(search->arc_costs, search->arc_capacity, sizeof *search->arc_costs);
        search->arc_units =
            heap_grow(search->arc_units, search->arc_capacity, sizeof *search->arc_units);
    }
    if (list->first != NOT_LISTED) {
        memcpy(&search->arc_costs[search->arc_count], &search->arc_costs[list->first],
               list->fixed * sizeof(cost));
        memcpy(&search->arc_units[search->arc_count], &search->arc_units[list->first],
               list->fixed * sizeof(uint32_t));
    }
    list->first = (uint32_t)search->arc_count;
    list->room = room;
    search->arc_count += room;
}

static void list_begin(struct search *search, uint32_t student)
{
    const struct instance *instance = search->instance;
    const struct instance_student *row = &instance->students[student];
    struct list *list = &search->members[student].list;
    list_room(search, list, row->wish_count + 1u + FIRST_OTHERS);
    for (uint32_t i = 0; i < row->wish_count; i++) {
        uint32_t unit = instance->wishes[row->wishes + i];
        if (unit != INSTANCE_NONE && !instance_obstacles(instance, student, unit))
            add_arc(search, list, pair_cost(search, student, unit, i + 1), unit);
    }
    if (row->shared < instance->unit_count &&
        instance_rank(instance, student, row->shared) > row->wish_count &&
        !instance_obstacles(instance, student, row->shared))
        add_arc(search, list, pair_cost(search, student, row->shared, row->wish_count + 1u),
                row->shared);
    list->fixed = list->count;
}

static bool is_fixed(const struct search *search, const struct list *list, uint32_t unit)
{
    for (uint32_t i = 0; i < list->fixed; i++)
        if (search->arc_units[list->first + i] == unit)
            return true;
    return false;
}

/* Keeps the `most` nearest of those offered, the farthest of them first in a heap of keys. */
static void offer(struct candidate *kept, size_t *count, size_t most, struct candidate candidate)
{
    size_t at;
    if (*count < most) {
        for (at = (*count)++; at > 0 && cost_less(kept[(at - 1) / 2].key, candidate.key);
             at = (at - 1) / 2)
            kept[at] = kept[(at - 1) / 2];
        kept[at] = candidate;
        return;
    }
    at = 0;
    for (size_t child; (child = 2 * at + 1) < *count; at = child) {
        if (child + 1 < *count && cost_less(kept[child].key, kept[child + 1].key))
            child++;
        if (!cost_less(candidate.key, kept[child].key))
            break;
        kept[at] = kept[child];
    }
    kept[at] = candidate;
}

/* Offers the units of a bucket that are nearer than the farthest kept; learns its lowest price. */
static void offer_bucket(struct search *search, uint32_t student, struct bucket *bucket,
                         size_t *count, size_t most)
{
    const struct instance *instance = search->instance;
    const struct list *list = &search->members[student].list;
    struct candidate *kept = search->candidates;
    cost here =
        cost_add(search->members[student].other, travel_to(search, student, bucket->municipality));
    const uint32_t *units = &search->bucket_units[bucket->first];
    cost low = search->prices[units[0]];
    for (uint32_t i = 0; i < bucket->count; i++) {
        uint32_t unit = units[i];
        cost price = search->prices[unit];
        if (cost_less(price, low))
            low = price;
        cost limit = *count == most ? kept[0].key : search->limit;
        if (!cost_less(cost_add(here, price), limit)) {
            search->cut = true;
            continue;
        }
        struct candidate candidate = {.unit = unit,
                                      .cost = cost_add(here, lot_of(search, student, unit))};
        candidate.key = cost_add(candidate.cost, price);
        if (!cost_less(candidate.key, limit))
            search->cut = true;
        else if (!instance_unit_obstacles(instance, student, unit) && !is_fixed(search, list, unit))
            offer(kept, count, most, candidate);
    }
    bucket->low = low;
}

/* Lists the `others` units that are nearest to the student now, beside the fixed ones; the bound is the next one. */
static void list_others(struct search *search, uint32_t student, uint32_t others)
{
    struct list *list = &search->members[student].list;
    struct entry *buckets = search->bucket_heap;
    size_t bucket_count = 0, count = 0, most = others + 1u;
    search->allocation->expansions++;
    search->cut = false;
    if (search->candidate_capacity < most) {
        search->candidate_capacity = most;
        search->candidates = heap_grow(search->candidates, most, sizeof *search->candidates);
    }
    for (uint32_t i = 0; i < search->bucket_count; i++) {
        const struct bucket *bucket = &search->buckets[i];
        cost key = cost_add(travel_to(search, student, bucket->municipality), bucket->low);
        if (!cost_less(cost_add(key, search->members[student].other), search->limit)) {
            search->cut = true;
            continue;
        }
        if (instance_municipality_obstacles(search->instance, student, bucket->municipality))
            continue;
        buckets[bucket_count++] = (struct entry){key, i};
    }
    for (size_t i = bucket_count / 2; i-- > 0;)
        heap_down(buckets, bucket_count, i);
    while (bucket_count) {
        struct entry nearest = heap_pop(buckets, &bucket_count);
        if (count == most && !cost_less(cost_add(nearest.key, search->members[student].other),
                                        search->candidates[0].key))
            break;
        offer_bucket(search, student, &search->buckets[nearest.item], &count, most);
    }
    if (list->fixed + others > list->room)
        list_room(search, list, list->fixed + others);
    list->made = search->now;
    list->count = list->fixed;
    list->whole = count < most && !search->cut;
    search->members[student].bound = count < most ? search->limit : search->candidates[0].key;
    for (size_t i = count < most ? 0 : 1; i < count; i++)
        add_arc(search, list, search->candidates[i].cost, search->candidates[i].unit);
}

/* A list of an earlier search is made anew, since prices have changed; one of this search becomes longer. */
static void list_more(struct search *search, uint32_t student)
{
    const struct list *list = &search->members[student].list;
    uint32_t listed = (uint32_t)(list->count - list->fixed);
    if (list->made == search->now)
        listed *= 2;
    list_others(search, student, listed < FIRST_OTHERS ? FIRST_OTHERS : listed);
}
