#include "groups_search.h"

#include "../base/heap.h"

#include <stdlib.h>
#include <string.h>

/* A student by group. */
struct member {
    uint32_t group, student;
};

static int by_group(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->student > b->student) - (a->student < b->student);
}

/* Students of groups of two or more, sorted; the count. To be freed. */
static struct member *sorted_members(const struct instance *instance, uint32_t *count)
{
    struct member *all = heap_alloc((instance->student_count + 1) * sizeof *all);
    uint32_t found = 0, kept = 0;
    for (uint32_t s = 0; s < instance->student_count; s++)
        if (instance->students[s].group)
            all[found++] = (struct member){instance->students[s].group, s};
    qsort(all, found, sizeof *all, by_group);
    for (uint32_t i = 0; i < found; i++)
        if ((i && kept && all[kept - 1].group == all[i].group) ||
            (i + 1 < found && all[i + 1].group == all[i].group))
            all[kept++] = all[i];
    *count = kept;
    return all;
}

bool *groups_members(const struct instance *instance)
{
    bool *is_member = heap_alloc(instance->student_count + 1);
    uint32_t count;
    struct member *members = sorted_members(instance, &count);
    for (uint32_t i = 0; i < count; i++)
        is_member[members[i].student] = true;
    free(members);
    return is_member;
}

static size_t bit_words(const struct search *search)
{
    return (search->instance->unit_count + 63) / 64;
}

static bool may(const struct search *search, uint32_t block, uint32_t unit)
{
    return search->may[block * bit_words(search) + unit / 64] >> unit % 64 & 1;
}

static bool vetoes(void *context, uint32_t student, uint32_t unit)
{
    const struct search *search = context;
    const uint32_t block = search->block_of[student];
    if (block < search->block_count)
        return !may(search, block, unit);
    return search->veto(search->veto_context, student, unit);
}

/* One group's members to a block; who is locked is none of it. */
static void lay_block(struct search *search, const struct member *members, uint32_t count)
{
    struct block *block = &search->blocks[search->group_count++];
    *block =
        (struct block){.group = members[0].group,
                       .first = search->group_count == 1 ? 0 : block[-1].first + block[-1].count,
                       .size = count,
                       .locked_at = INSTANCE_NONE};
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t locked = search->instance->students[members[i].student].locked;
        if (locked == INSTANCE_NONE)
            search->members[block->first + block->count++] = members[i].student;
        else if (block->locked_at != INSTANCE_NONE && block->locked_at != locked)
            block->split = true;
        else
            block->locked_at = locked;
    }
}

/* Blocks that the search has to place come first. */
static int free_first(const void *left, const void *right)
{
    const struct block *a = left, *b = right;
    const bool a_free = !a->split && a->count, b_free = !b->split && b->count;
    if (a_free != b_free)
        return a_free ? -1 : 1;
    return (a->group > b->group) - (a->group < b->group);
}

static void lay_blocks(struct search *search)
{
    uint32_t count;
    struct member *members = sorted_members(search->instance, &count);
    search->blocks = heap_alloc((count + 1) * sizeof *search->blocks);
    search->members = heap_alloc((count + 1) * sizeof *search->members);
    for (uint32_t first = 0, next; first < count; first = next) {
        for (next = first; next < count && members[next].group == members[first].group; next++) {
        }
        lay_block(search, &members[first], next - first);
    }
    free(members);
    qsort(search->blocks, search->group_count, sizeof *search->blocks, free_first);
    for (uint32_t b = 0; b < search->group_count && !search->blocks[b].split; b++) {
        if (!search->blocks[b].count)
            break;
        search->block_count++;
        for (uint32_t i = 0; i < search->blocks[b].count; i++)
            search->block_of[search->members[search->blocks[b].first + i]] = b;
    }
}

static void lay_room(struct search *search)
{
    const struct instance *instance = search->instance;
    for (uint32_t u = 0; u < instance->unit_count; u++)
        search->base_room[u] = instance->units[u].capacity;
    for (uint32_t s = 0; s < instance->student_count; s++) {
        const uint32_t locked = instance->students[s].locked;
        if (locked != INSTANCE_NONE && search->base_room[locked])
            search->base_room[locked]--;
    }
}

/* Units that may take all of a block, and have places for all of it. */
static void lay_base(struct search *search, uint32_t number)
{
    const struct block *block = &search->blocks[number];
    for (uint32_t u = 0; u < search->instance->unit_count; u++) {
        bool fits = search->base_room[u] >= block->count &&
                    (block->locked_at == INSTANCE_NONE || block->locked_at == u);
        for (uint32_t i = 0; i < block->count && fits; i++)
            fits = !instance_obstacles(search->instance, search->members[block->first + i], u);
        if (fits)
            search->base[number * bit_words(search) + u / 64] |= (uint64_t)1 << u % 64;
    }
}

struct search *search_new(struct instance *instance, const struct allocate_options *options)
{
    struct search *search = heap_alloc(sizeof *search);
    const size_t students = instance->student_count + 1, units = instance->unit_count + 1;
    search->instance = instance;
    search->options = options;
    search->veto = instance->veto;
    search->veto_context = instance->veto_context;
    search->vetoed = heap_alloc(students);
    search->block_of = heap_grow(NULL, students, sizeof *search->block_of);
    memset(search->block_of, 0xff, students * sizeof *search->block_of);
    search->room = heap_alloc(units * sizeof *search->room);
    search->base_room = heap_alloc(units * sizeof *search->base_room);
    lay_blocks(search);
    lay_room(search);
    const size_t words = search->block_count * bit_words(search) + 1;
    search->base = heap_alloc(words * sizeof *search->base);
    search->may = heap_alloc(words * sizeof *search->may);
    for (uint32_t b = 0; b < search->block_count; b++)
        lay_base(search, b);
    for (uint32_t s = 0; s < instance->student_count; s++) {
        search->vetoed[s] = instance->students[s].vetoed;
        if (search->block_of[s] < search->block_count)
            instance->students[s].vetoed = true;
    }
    instance->veto = vetoes;
    instance->veto_context = search;
    search_reset(search);
    return search;
}

void search_free(struct search *search)
{
    struct instance *instance = search->instance;
    search_reset(search);
    for (uint32_t s = 0; s < instance->student_count; s++)
        instance->students[s].vetoed = search->vetoed[s];
    instance->veto = search->veto;
    instance->veto_context = search->veto_context;
    allocate_start_free(search->start);
    free(search->vetoed);
    free(search->block_of);
    free(search->room);
    free(search->base_room);
    free(search->blocks);
    free(search->members);
    free(search->base);
    free(search->may);
    free(search);
}

/* What the first allocation has learned makes the later ones short. */
static void keep_start(struct search *search, const struct allocation *allocation)
{
    allocate_start_free(search->start);
    search->start = allocate_start_new(search->instance, allocation);
}

/* Progress as a whole, whose length nobody knows: the first problem is half of the way, the second a sixth, … */
static bool tell_progress(void *context, uint32_t done, uint32_t all)
{
    const struct search *search = context;
    const double before = (double)search->solved / (double)(search->solved + 1);
    const double after = (double)(search->solved + 1) / (double)(search->solved + 2);
    const double part = all ? (double)done / all : 1;
    return search->options->progress(
        search->options->context,
        search->block_count ? (uint32_t)(all * (before + (after - before) * part)) : done, all);
}

struct allocation *search_solve(struct search *search)
{
    const struct allocate_options *options = search->options;
    const struct allocate_options own = {.start = search->start ? search->start
                                                  : options     ? options->start
                                                                : NULL,
                                         .progress =
                                             options && options->progress ? tell_progress : NULL,
                                         .context = search};
    struct allocation *allocation = allocate(search->instance, &own);
    if (allocation && search->block_count)
        keep_start(search, allocation);
    search->solved++;
    return allocation;
}

struct digits search_without_lot(const struct search *search, const struct digits *total)
{
    struct digits digits = *total;
    for (uint32_t i = 0; i < search->instance->criterion_count; i++)
        if (search->instance->criteria[i].kind == CRITERION_LOT)
            digits.digit[i] = 0;
    return digits;
}

void search_reset(struct search *search)
{
    const size_t words = search->block_count * bit_words(search);
    memcpy(search->may, search->base, words * sizeof *search->may);
    memcpy(search->room, search->base_room, search->instance->unit_count * sizeof *search->room);
    for (uint32_t b = 0; b < search->block_count; b++)
        for (uint32_t i = 0; i < search->blocks[b].count; i++)
            search->instance->students[search->members[search->blocks[b].first + i]].locked =
                INSTANCE_NONE;
}

bool search_lock(struct search *search, uint32_t number, uint32_t unit)
{
    const struct block *block = &search->blocks[number];
    if (!may(search, number, unit) || search->room[unit] < block->count)
        return false;
    search->room[unit] -= block->count;
    for (uint32_t i = 0; i < block->count; i++)
        search->instance->students[search->members[block->first + i]].locked = unit;
    return true;
}

void search_forbid(struct search *search, uint32_t block, uint32_t unit)
{
    search->may[block * bit_words(search) + unit / 64] &= ~((uint64_t)1 << unit % 64);
}

void search_forbid_all(struct search *search, uint32_t block)
{
    memset(&search->may[block * bit_words(search)], 0, bit_words(search) * sizeof *search->may);
}

uint32_t search_block_unit(const struct search *search, uint32_t number, const uint32_t *units)
{
    const struct block *block = &search->blocks[number];
    const uint32_t *members = &search->members[block->first];
    for (uint32_t i = 1; i < block->count; i++)
        if (units[members[i]] != units[members[0]])
            return SEARCH_SPLIT;
    return units[members[0]];
}

uint32_t search_count_split(const struct search *search, const uint32_t *units)
{
    uint32_t split = 0;
    for (uint32_t b = 0; b < search->block_count; b++)
        split += search_block_unit(search, b, units) == SEARCH_SPLIT;
    return split;
}

/* Is the digit-by-digit sum of the block at the unit, prices included, less than `least`? Then it becomes that. */
static bool undercuts(const struct search *search, const struct block *block, uint32_t unit,
                      const struct digits *prices, struct digits *least)
{
    struct digits sum = {{0}};
    bool less = false;
    for (uint32_t i = 0; i < search->instance->criterion_count; i++) {
        if (unit != INSTANCE_NONE)
            sum.digit[i] = prices[unit].digit[i] * block->count;
        for (uint32_t m = 0; m < block->count; m++)
            sum.digit[i] +=
                instance_digit(search->instance, i, search->members[block->first + m], unit);
        if (!less && sum.digit[i] > least->digit[i])
            return false;
        less = less || sum.digit[i] < least->digit[i];
    }
    *least = sum;
    return less;
}

/* Where the whole block costs least by these prices, which *least becomes: of the units it may be at (`bits`), with room
 * for it when `room` is given; INSTANCE_NONE: nowhere. */
static uint32_t cheapest(const struct search *search, uint32_t number, const uint64_t *bits,
                         const uint32_t *room, const struct digits *prices, struct digits *least)
{
    const struct block *block = &search->blocks[number];
    uint32_t best = INSTANCE_NONE;
    *least = (struct digits){{INT64_MAX}};
    undercuts(search, block, INSTANCE_NONE, prices, least);
    for (uint32_t u = 0; u < search->instance->unit_count; u++)
        if ((bits[number * bit_words(search) + u / 64] >> u % 64 & 1) &&
            (!room || room[u] >= block->count) && undercuts(search, block, u, prices, least))
            best = u;
    return best;
}

/* What the block costs where the allocation has its members, prices included. */
static struct digits cost_now(const struct search *search, const struct block *block,
                              const struct allocation *allocation)
{
    struct digits sum = {{0}}, one;
    for (uint32_t m = 0; m < block->count; m++) {
        const uint32_t student = search->members[block->first + m];
        const uint32_t at = allocation->units[student];
        instance_digits(search->instance, student, at, &one);
        digits_add(&sum, &one);
        if (at != INSTANCE_NONE)
            digits_add(&sum, &allocation->prices[at]);
    }
    return sum;
}

struct digits search_bound(const struct search *search, const struct allocation *allocation,
                           bool as_decided)
{
    struct digits bound = allocation->total, least;
    for (uint32_t b = 0; b < search->block_count; b++) {
        const struct digits now = cost_now(search, &search->blocks[b], allocation);
        cheapest(search, b, as_decided ? search->may : search->base, NULL, allocation->prices,
                 &least);
        digits_add(&bound, &least);
        digits_subtract(&bound, &now);
    }
    return search_without_lot(search, &bound);
}

/* A block that would rather be elsewhere at these prices. */
struct regret {
    struct digits less;
    uint32_t block, unit;
};

static int by_regret(const void *left, const void *right)
{
    const struct regret *a = left, *b = right;
    const int order = digits_compare(&b->less, &a->less);
    return order ? order : (a->block > b->block) - (a->block < b->block);
}

uint32_t search_move(struct search *search, const struct allocation *allocation, uint32_t *at,
                     uint32_t most)
{
    static const struct digits nothing;
    struct regret *regrets = heap_alloc((search->block_count + 1) * sizeof *regrets);
    struct digits least;
    uint32_t count = 0, moved = 0;
    for (uint32_t b = 0; b < search->block_count; b++) {
        const uint32_t unit = cheapest(search, b, search->base, NULL, allocation->prices, &least);
        struct regret regret = {cost_now(search, &search->blocks[b], allocation), b, unit};
        digits_subtract(&regret.less, &least);
        if (unit != at[b] && digits_compare(&regret.less, &nothing) > 0)
            regrets[count++] = regret;
    }
    qsort(regrets, count, sizeof *regrets, by_regret);
    search_reset(search);
    for (uint32_t b = 0; b < search->block_count; b++)
        if (at[b] != INSTANCE_NONE)
            search->room[at[b]] -= search->blocks[b].count;
    for (uint32_t i = 0; i < count && moved < most; i++) {
        const uint32_t b = regrets[i].block, size = search->blocks[b].count;
        if (regrets[i].unit == INSTANCE_NONE || search->room[regrets[i].unit] < size)
            continue;
        if (at[b] != INSTANCE_NONE)
            search->room[at[b]] += size;
        at[b] = regrets[i].unit;
        search->room[at[b]] -= size;
        moved++;
    }
    free(regrets);
    return moved;
}

void search_settle(struct search *search, const uint32_t *at)
{
    search_reset(search);
    for (uint32_t b = 0; b < search->block_count; b++)
        if (at[b] == INSTANCE_NONE)
            search_forbid_all(search, b);
        else
            search_lock(search, b, at[b]);
}

void search_lock_split(struct search *search, const struct allocation *allocation, uint32_t most)
{
    uint32_t largest = 0, locked = 0;
    struct digits least;
    for (uint32_t b = 0; b < search->block_count; b++)
        if (search->blocks[b].count > largest)
            largest = search->blocks[b].count;
    for (uint32_t size = largest; size > 1; size--)
        for (uint32_t b = 0; b < search->block_count && locked < most; b++) {
            if (search->blocks[b].count != size ||
                search_block_unit(search, b, allocation->units) != SEARCH_SPLIT)
                continue;
            const uint32_t unit =
                cheapest(search, b, search->may, search->room, allocation->prices, &least);
            if (unit == INSTANCE_NONE)
                search_forbid_all(search, b);
            else
                search_lock(search, b, unit);
            locked++;
        }
}

void search_choose(const struct search *search, const struct allocation *allocation,
                   uint32_t *block, uint32_t *unit)
{
    uint32_t most = 0;
    for (uint32_t b = 0; b < search->block_count; b++) {
        const uint32_t *members = &search->members[search->blocks[b].first];
        if (search_block_unit(search, b, allocation->units) != SEARCH_SPLIT)
            continue;
        for (uint32_t i = 0; i < search->blocks[b].count; i++) {
            const uint32_t at = allocation->units[members[i]];
            uint32_t together = 0;
            for (uint32_t j = 0; j < search->blocks[b].count; j++)
                together += allocation->units[members[j]] == at;
            if (at == INSTANCE_NONE || together <= most)
                continue;
            most = together;
            *block = b;
            *unit = at;
        }
    }
}

static int by_id(const void *left, const void *right)
{
    const struct group *a = left, *b = right;
    return (a->id > b->id) - (a->id < b->id);
}

struct group *search_groups(const struct search *search, const uint32_t *units, uint32_t *count)
{
    struct group *groups = heap_alloc((search->group_count + 1) * sizeof *groups);
    for (uint32_t b = 0; b < search->group_count; b++) {
        const struct block *block = &search->blocks[b];
        struct group *group = &groups[b];
        *group = (struct group){block->group, block->size, block->locked_at, block->split, false};
        if (block->split)
            group->unit = INSTANCE_NONE;
        if (b >= search->block_count)
            continue;
        group->unit = search_block_unit(search, b, units);
        group->homeless = true;
        for (size_t i = 0; i < bit_words(search); i++)
            group->homeless &= search->base[b * bit_words(search) + i] == 0;
        if (group->unit == INSTANCE_NONE && block->locked_at != INSTANCE_NONE)
            group->split = true;
    }
    qsort(groups, search->group_count, sizeof *groups, by_id);
    *count = search->group_count;
    return groups;
}
