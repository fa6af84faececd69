/* Shortest augmenting paths over units. Students are taken in one by one; when one wants a unit that is full, the cheapest
 * chain of moves that frees a place is looked for (Dijkstra over units by reduced costs), prices of the units that were
 * settled rise by what they were nearer than its end, and the chain is moved. A student's bound stands in the queue like a
 * unit, and the list grows when the bound's turn comes. */
#include "lists_body.h"

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
    cost exit = cost_subtract(cost_zero(), at);
    if (cost_less(exit, search->exits[unit]))
        search->exits[unit] = exit;
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
    return pair_cost_at(search, student, unit);
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

/* When few searches are left to do, what is too far for this one is not listed; else it would have to be soon. */
static void limit_lists(struct search *search, cost from)
{
    if (search->warm)
        search->limit = cost_subtract(search->best, from);
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
        limit_lists(search, from);
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
    cost here = cost_subtract(search->distances[unit], search->prices[unit]), exit = cost_zero();
    search->settled[search->settled_count++] = unit;
    if (!cost_less(cost_add(here, search->exits[unit]), search->best))
        return;
    for (uint32_t next, student = search->first_student[unit]; student != INSTANCE_NONE;
         student = next) {
        const struct member *member = &search->members[student];
        next = member->next;
        if (next != INSTANCE_NONE)
            fetch(search, next);
        visit(search, student);
        cost nearest = cost_less(member->away, member->none) ? member->away : member->none;
        nearest = cost_subtract(nearest, member->at);
        if (cost_less(nearest, exit) || student == search->first_student[unit])
            exit = nearest;
    }
    search->exits[unit] = exit;
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
            uint32_t student = nearest.item - search->unit_count;
            limit_lists(search, offset(search, student));
            list_more(search, student);
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

#include "warm_body.h"

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
    search->exits = heap_alloc(count * sizeof(cost));
    search->room = heap_alloc(count * sizeof(uint32_t));
    search->reached = heap_alloc(count * sizeof(uint32_t));
    search->via = heap_alloc(count * sizeof(uint32_t));
    search->to = heap_alloc(count * sizeof(uint32_t));
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
        search->members[student].none =
            pair_cost(search, student, INSTANCE_NONE, instance->students[student].wish_count + 1u);
        search->members[student].other =
            cost_subtract(cost_subtract(search->members[student].none, search->weights.unplaced),
                          lot_of(search, student, INSTANCE_NONE));
        if (locked != INSTANCE_NONE && search->room[locked])
            search->room[locked]--; /* theirs, and never looked at again */
    }
}

static void search_free(struct search *search)
{
    void *const all[] = {search->prices,  search->distances,   search->exits,
                         search->room,    search->reached,     search->via,
                         search->to,      search->settled,     search->first_student,
                         search->members, search->arc_costs,   search->arc_units,
                         search->buckets, search->bucket_heap, search->bucket_units,
                         search->heap,    search->candidates};
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

enum outcome {
    OUTCOME_DONE,
    OUTCOME_STOPPED,
    OUTCOME_TOO_FAR /* from where it started: begin from nothing */
};

static enum outcome run(struct search *search, const struct allocate_options *options,
                        const struct allocate_start *start)
{
    lay_weights(&search->weights, search->instance, search->layout);
    lay_units(search);
    lay_buckets(search);
    lay_students(search);
    search->limit = cost_digit(8, search->layout->shift[0]); /* farther than anything */
    if (start)
        start_warm(search, start);
    if (!take_everyone_in(search, options))
        return OUTCOME_STOPPED;
    if (start && !fill_all(search))
        return OUTCOME_TOO_FAR;
    tell(search);
    return OUTCOME_DONE;
}

bool OF_WIDTH(search)(const struct instance *instance, const struct layout *layout,
                      const struct allocate_options *options, struct allocation *allocation)
{
    const struct allocate_start *start = options ? options->start : NULL;
    for (;;) {
        struct search search = {.instance = instance,
                                .layout = layout,
                                .allocation = allocation,
                                .packing = packing_of(instance, layout),
                                .unit_count = instance->unit_count,
                                .student_count = instance->student_count,
                                .half = cost_digit(1, layout->shift[0] - 1u),
                                .patience = CLOSURE_AFTER};
        enum outcome outcome = run(&search, options, start);
        search_free(&search);
        if (outcome != OUTCOME_TOO_FAR)
            return outcome == OUTCOME_DONE;
        start = NULL;
    }
}
