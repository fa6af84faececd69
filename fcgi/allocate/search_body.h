/* Shortest augmenting paths over units. Students are taken in one by one; when one wants a unit that is full, the cheapest
 * chain of moves that frees a place is looked for (Dijkstra over units by reduced costs), prices of the units that were
 * settled rise by what they were nearer than its end, and the chain is moved.
 *
 * Arcs are kept lazily: a student has the wishes, the unit that was shared, and the cheapest few of the others, with a
 * `bound`: no other is nearer. Prices only rise while students are taken in, so a bound stays one. It stands in the queue
 * like a unit, and the list grows when the bound's turn comes. */
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
    uint32_t unit_count, student_count;
    /* Units. */
    cost *prices, *distances;
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
    cost best;            /* distance of the nearest end so far */
    uint32_t end, source; /* a unit with room, or INSTANCE_NONE: via end_via, who gets none */
    uint32_t end_via;
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
            add_arc(search, list, cost_of(instance, search->layout, student, unit), unit);
    }
    if (row->shared < instance->unit_count &&
        instance_rank(instance, student, row->shared) > row->wish_count &&
        !instance_obstacles(instance, student, row->shared))
        add_arc(search, list, cost_of(instance, search->layout, student, row->shared), row->shared);
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

static cost travel_to(const struct search *search, uint32_t student, uint32_t municipality)
{
    uint32_t km = instance_municipality_km(search->instance, &search->instance->students[student],
                                           municipality);
    return cost_digit(km, search->packing.travel);
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
        if (*count == most && !cost_less(cost_add(here, price), kept[0].key))
            continue;
        uint32_t drawn =
            lot(instance->seed, instance->students[student].id, instance->units[unit].id);
        struct candidate candidate = {
            .unit = unit, .cost = cost_add(here, cost_digit(drawn, search->packing.lot))};
        candidate.key = cost_add(candidate.cost, price);
        if ((*count < most || cost_less(candidate.key, kept[0].key)) &&
            !instance_unit_obstacles(instance, student, unit) && !is_fixed(search, list, unit))
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
    if (search->candidate_capacity < most) {
        search->candidate_capacity = most;
        search->candidates = heap_grow(search->candidates, most, sizeof *search->candidates);
    }
    for (uint32_t i = 0; i < search->bucket_count; i++) {
        const struct bucket *bucket = &search->buckets[i];
        if (instance_municipality_obstacles(search->instance, student, bucket->municipality))
            continue;
        buckets[bucket_count++] = (struct entry){
            cost_add(travel_to(search, student, bucket->municipality), bucket->low), i};
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
    list->whole = count < most;
    if (!list->whole)
        search->members[student].bound = search->candidates[0].key;
    for (size_t i = list->whole ? 0 : 1; i < count; i++)
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

/* Where students are. */

static void put(struct search *search, uint32_t student, uint32_t unit, cost at)
{
    search->members[student].unit = unit;
    search->members[student].at = at;
    search->members[student].away = cost_zero();
    if (unit == INSTANCE_NONE)
        return;
    uint32_t next = search->first_student[unit];
    search->members[student].next = next;
    search->members[student].previous = INSTANCE_NONE;
    if (next != INSTANCE_NONE)
        search->members[next].previous = student;
    search->first_student[unit] = student;
    search->room[unit]--;
}

static void take(struct search *search, uint32_t student)
{
    uint32_t unit = search->members[student].unit, next = search->members[student].next,
             previous = search->members[student].previous;
    search->members[student].unit = INSTANCE_NONE;
    if (next != INSTANCE_NONE)
        search->members[next].previous = previous;
    if (previous != INSTANCE_NONE)
        search->members[previous].next = next;
    else
        search->first_student[unit] = next;
    search->room[unit]++;
}

static cost arc_cost(const struct search *search, uint32_t student, uint32_t unit)
{
    const struct list *list = &search->members[student].list;
    for (uint32_t i = 0; i < list->count; i++)
        if (search->arc_units[list->first + i] == unit)
            return search->arc_costs[list->first + i];
    return cost_of(search->instance, search->layout, student, unit);
}

/* One search. */

/* Distance of the student: what is added to cost + price of a unit to have the unit's. */
static cost offset(const struct search *search, uint32_t student)
{
    uint32_t unit = search->members[student].unit;
    if (unit == INSTANCE_NONE)
        return cost_zero();
    return cost_subtract(search->distances[unit],
                         cost_add(search->members[student].at, search->prices[unit]));
}

static void scan(struct search *search, uint32_t student)
{
    const struct list *list = &search->members[student].list;
    cost from = offset(search, student), away = cost_add(from, search->members[student].bound);
    uint32_t here = search->members[student].unit;
    if (list->whole)
        away = cost_add(from, search->members[student].none);
    for (uint32_t i = list->first, end = i + list->count; i < end; i++) {
        uint32_t unit = search->arc_units[i];
        cost key = cost_add(cost_add(from, search->arc_costs[i]), search->prices[unit]);
        if (unit != here && cost_less(key, away))
            away = key;
        if (!cost_less(key, search->best) ||
            (search->reached[unit] == search->now && !cost_less(key, search->distances[unit])))
            continue;
        search->reached[unit] = search->now;
        search->distances[unit] = key;
        search->via[unit] = student;
        if (search->room[unit]) {
            search->best = key;
            search->end = unit;
        } else {
            push(search, key, unit);
        }
    }
    search->members[student].away = cost_subtract(away, from);
    cost bound = cost_add(from, search->members[student].bound);
    if (!list->whole && cost_less(bound, search->best))
        push(search, bound, search->unit_count + student);
}

/* A student who is reached: may get no place instead, or move on. */
static void visit(struct search *search, uint32_t student)
{
    cost from = offset(search, student), nowhere = cost_add(from, search->members[student].none);
    if (search->end_via == INSTANCE_NONE || cost_less(nowhere, search->best)) {
        search->best = nowhere;
        search->end = INSTANCE_NONE;
        search->end_via = student;
    }
    if (!cost_less(cost_add(from, search->members[student].away), search->best))
        return;
    if (search->members[student].list.first == NOT_LISTED) {
        list_begin(search, student);
        list_others(search, student, FIRST_OTHERS);
    }
    scan(search, student);
}

/* Has the memory of the next student come while this one is looked at. */
static void fetch(const struct search *search, uint32_t student)
{
    const struct member *member = &search->members[student];
    __builtin_prefetch(member);
    __builtin_prefetch((const char *)member + 64);
}

static void settle(struct search *search, uint32_t unit)
{
    search->settled[search->settled_count++] = unit;
    search->reached[unit] = search->now;
    for (uint32_t next, student = search->first_student[unit]; student != INSTANCE_NONE;
         student = next) {
        next = search->members[student].next;
        if (next != INSTANCE_NONE)
            fetch(search, next);
        visit(search, student);
    }
}

static void search_begin(struct search *search, uint32_t source)
{
    search->now++;
    search->heap_count = 0;
    search->settled_count = 0;
    search->source = source;
    search->end_via = INSTANCE_NONE;
    search->allocation->searches++;
    visit(search, source);
}

static void raise_settled(struct search *search)
{
    for (uint32_t i = 0; i < search->settled_count; i++) {
        uint32_t unit = search->settled[i];
        cost nearer = cost_subtract(search->best, search->distances[unit]);
        search->prices[unit] = cost_add(search->prices[unit], nearer);
    }
    search->allocation->settled += search->settled_count;
}

/* Moves everyone on the path, from its end to the student who came in. */
static void move_chain(struct search *search)
{
    uint32_t to = search->end;
    uint32_t student = to == INSTANCE_NONE ? search->end_via : search->via[to];
    for (;;) {
        uint32_t from = search->members[student].unit;
        cost at =
            to == INSTANCE_NONE ? search->members[student].none : arc_cost(search, student, to);
        if (from != INSTANCE_NONE)
            take(search, student);
        put(search, student, to, at);
        if (student == search->source)
            return;
        to = from;
        student = search->via[to];
    }
}

/* A closure: all units a student could come to, directly or by moving others, are full, and so are those their students could
 * move to. Each of them is as scarce as a place itself: all their prices rise at once by what keeps the rules of prices,
 * instead of unit by unit. */

struct closure {
    uint32_t *units, *left,
        *left_counts; /* reached; of each bucket those not yet reached, in bucket_units' places */
    uint32_t count;
};

/* Adds what the student can reach; false: one of them has room. */
static bool closure_reach(const struct search *search, struct closure *closure, uint32_t student)
{
    for (uint32_t b = 0; b < search->bucket_count; b++) {
        const struct bucket *bucket = &search->buckets[b];
        uint32_t *left = &closure->left[bucket->first], *count = &closure->left_counts[b];
        if (!*count ||
            instance_municipality_obstacles(search->instance, student, bucket->municipality))
            continue;
        for (uint32_t i = 0; i < *count;) {
            uint32_t unit = left[i];
            bool scarce = !cost_less(search->prices[unit], search->half);
            if (!scarce && instance_unit_obstacles(search->instance, student, unit)) {
                i++;
                continue;
            }
            if (!scarce && search->room[unit])
                return false;
            left[i] = left[--*count];
            if (!scarce)
                closure->units[closure->count++] = unit;
        }
    }
    return true;
}

static bool closure_find(const struct search *search, struct closure *closure)
{
    if (!closure_reach(search, closure, search->source))
        return false;
    for (uint32_t i = 0; i < closure->count; i++) {
        uint32_t student = search->first_student[closure->units[i]];
        for (; student != INSTANCE_NONE; student = search->members[student].next)
            if (!closure_reach(search, closure, student))
                return false;
    }
    return closure->count > 0;
}

/* The most that all prices of the closure may rise: until one of its students would rather have no place, or (by a lower
 * bound) one of the units that are scarce already. */
static cost closure_step(const struct search *search, const struct closure *closure)
{
    cost scarce = cost_zero(), step = cost_zero();
    bool any_scarce = false, any = false;
    for (uint32_t unit = 0; unit < search->unit_count; unit++) {
        cost price = search->prices[unit];
        if (cost_less(price, search->half) || (any_scarce && !cost_less(price, scarce)))
            continue;
        scarce = price;
        any_scarce = true;
    }
    for (uint32_t i = 0; i < closure->count; i++) {
        uint32_t unit = closure->units[i], student = search->first_student[unit];
        for (; student != INSTANCE_NONE; student = search->members[student].next) {
            cost other = search->members[student].none;
            if (any_scarce && cost_less(scarce, other))
                other = scarce;
            other =
                cost_subtract(other, cost_add(search->members[student].at, search->prices[unit]));
            if (!any || cost_less(other, step))
                step = other;
            any = true;
        }
    }
    return any ? step : search->half;
}

/* true: prices were raised, and the search is to begin anew. */
static bool raise_closure(struct search *search)
{
    struct closure closure = {.units = heap_alloc(search->unit_count * sizeof(uint32_t)),
                              .left = heap_alloc(search->unit_count * sizeof(uint32_t)),
                              .left_counts = heap_alloc(search->bucket_count * sizeof(uint32_t))};
    memcpy(closure.left, search->bucket_units, search->unit_count * sizeof(uint32_t));
    for (uint32_t b = 0; b < search->bucket_count; b++)
        closure.left_counts[b] = search->buckets[b].count;
    bool raised = false;
    if (closure_find(search, &closure)) {
        cost step = closure_step(search, &closure);
        raised = cost_less(cost_zero(), step);
        for (uint32_t i = 0; raised && i < closure.count; i++)
            search->prices[closure.units[i]] = cost_add(search->prices[closure.units[i]], step);
    }
    free(closure.units);
    free(closure.left);
    free(closure.left_counts);
    return raised;
}

/* Is it still the number of places that stands between here and the end? */
static bool may_be_closed(const struct search *search, cost here)
{
    return search->end == INSTANCE_NONE && search->settled_count >= search->patience &&
           cost_less(search->half, cost_subtract(search->best, here));
}

/* Finds the nearest end for the student. */
static void find_end(struct search *search, uint32_t source)
{
    search_begin(search, source);
    bool looked = false;
    while (search->heap_count) {
        struct entry nearest = heap_pop(search->heap, &search->heap_count);
        if (!cost_less(nearest.key, search->best))
            return;
        if (nearest.item >= search->unit_count) {
            list_more(search, nearest.item - search->unit_count);
            scan(search, nearest.item - search->unit_count);
            continue;
        }
        if (cost_less(search->distances[nearest.item], nearest.key))
            continue;
        settle(search, nearest.item);
        if (looked || !may_be_closed(search, nearest.key))
            continue;
        looked = !raise_closure(search);
        search->patience = looked ? 2 * search->patience : CLOSURE_AFTER;
        if (!looked)
            search_begin(search, source);
    }
}

/* Beginning and end. */

static void lay_buckets(struct search *search)
{
    const struct instance *instance = search->instance;
    uint32_t places = instance->municipality_count + 1; /* the last: not known */
    uint32_t *starts = heap_alloc((places + 1) * sizeof *starts);
    search->buckets = heap_alloc(places * sizeof *search->buckets);
    search->bucket_heap = heap_alloc(places * sizeof *search->bucket_heap);
    search->bucket_units = heap_alloc(search->unit_count * sizeof *search->bucket_units);
    for (uint32_t unit = 0; unit < search->unit_count; unit++) {
        uint32_t municipality = instance->units[unit].municipality;
        starts[(municipality == INSTANCE_NONE ? places - 1 : municipality) + 1]++;
    }
    for (uint32_t i = 0; i < places; i++) {
        if (starts[i + 1])
            search->buckets[search->bucket_count++] =
                (struct bucket){.municipality = i == places - 1 ? INSTANCE_NONE : i,
                                .first = starts[i],
                                .count = starts[i + 1],
                                .low = cost_zero()};
        starts[i + 1] += starts[i];
    }
    for (uint32_t unit = 0; unit < search->unit_count; unit++) {
        uint32_t municipality = instance->units[unit].municipality;
        search->bucket_units[starts[municipality == INSTANCE_NONE ? places - 1 : municipality]++] =
            unit;
    }
    free(starts);
}

static void lay_units(struct search *search)
{
    size_t count = search->unit_count;
    search->prices = heap_alloc(count * sizeof(cost));
    search->distances = heap_alloc(count * sizeof(cost));
    search->room = heap_alloc(count * sizeof(uint32_t));
    search->reached = heap_alloc(count * sizeof(uint32_t));
    search->via = heap_alloc(count * sizeof(uint32_t));
    search->settled = heap_alloc(count * sizeof(uint32_t));
    search->first_student = heap_alloc(count * sizeof(uint32_t));
    memset(search->first_student, 0xff, count * sizeof(uint32_t));
    for (uint32_t unit = 0; unit < count; unit++)
        search->room[unit] = search->instance->units[unit].capacity;
}

static void lay_students(struct search *search)
{
    const struct instance *instance = search->instance;
    size_t count = search->student_count;
    search->members = heap_alloc(count * sizeof *search->members);
    for (uint32_t student = 0; student < count; student++) {
        uint32_t locked = instance->students[student].locked;
        search->members[student].list.first = NOT_LISTED;
        search->members[student].unit = INSTANCE_NONE;
        search->members[student].none = cost_of(instance, search->layout, student, INSTANCE_NONE);
        search->members[student].other = cost_of_other(instance, search->layout, student);
        if (locked != INSTANCE_NONE && search->room[locked])
            search->room[locked]--; /* theirs, and never looked at again */
    }
}

static void search_free(struct search *search)
{
    void *const all[] = {search->prices,        search->distances, search->room,
                         search->reached,       search->via,       search->settled,
                         search->first_student, search->members,   search->arc_costs,
                         search->arc_units,     search->buckets,   search->bucket_heap,
                         search->bucket_units,  search->heap,      search->candidates};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
}

static bool take_everyone_in(struct search *search, const struct allocate_options *options)
{
    for (uint32_t student = 0; student < search->student_count; student++) {
        if (options && options->progress && student % PROGRESS_EVERY == 0 &&
            !options->progress(options->context, student, search->student_count))
            return false;
        if (search->instance->students[student].locked != INSTANCE_NONE ||
            search->members[student].unit != INSTANCE_NONE)
            continue;
        find_end(search, student);
        raise_settled(search);
        move_chain(search);
    }
    return true;
}

static void tell(const struct search *search)
{
    const struct instance *instance = search->instance;
    struct allocation *allocation = search->allocation;
    for (uint32_t student = 0; student < search->student_count; student++) {
        uint32_t locked = instance->students[student].locked;
        allocation->units[student] =
            locked == INSTANCE_NONE ? search->members[student].unit : locked;
    }
    for (uint32_t unit = 0; unit < search->unit_count; unit++)
        cost_unpack(search->layout, search->prices[unit], &allocation->prices[unit]);
}

bool OF_WIDTH(search)(const struct instance *instance, const struct layout *layout,
                      const struct allocate_options *options, struct allocation *allocation)
{
    struct search search = {.instance = instance,
                            .layout = layout,
                            .allocation = allocation,
                            .packing = packing_of(instance, layout),
                            .unit_count = instance->unit_count,
                            .student_count = instance->student_count,
                            .half = cost_digit(1, layout->shift[0] - 1u),
                            .patience = CLOSURE_AFTER};
    lay_units(&search);
    lay_buckets(&search);
    lay_students(&search);
    bool done = take_everyone_in(&search, options);
    if (done)
        tell(&search);
    search_free(&search);
    return done;
}
