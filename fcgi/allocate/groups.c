/* Relax, dive, improve, branch. Without the rule that groups stay together the problem is solved exactly, and its prices, with
 * each group as a whole where it costs least by them, bound what is possible. Diving, the groups that are split are
 * locked, a quarter of them at a time, where they cost least by the prices, and the rest solved again, until none is split.
 * Improving, groups that would rather be elsewhere at the prices of the result are moved there, fewer at a time when it
 * does not help. Then branching: a split group is at this unit, or is not; the branch with the lowest bound goes first. */
#include "groups.h"

#include "../base/heap.h"
#include "groups_search.h"

#include <stdlib.h>
#include <string.h>

enum {
    BRANCHES_LEAST = 20,    /* problems solved when branching, however large they are */
    BRANCHES_MOST = 400,    /* and however small */
    BRANCHES_WORK = 200000, /* between: students × problems */
    DIVE_EVERY = 16         /* branches */
};

/* A decision on the way to a branch. */
struct branch {
    uint32_t parent;      /* number, UINT32_MAX: none */
    uint32_t block, unit; /* decided here */
    bool there;           /* the block is at the unit, or it is not */
    bool open;
    struct digits bound;
    uint32_t next_block, next_unit; /* to be decided next */
};

struct tree {
    struct search *search;
    struct branch *branches;
    uint32_t count, most;
    uint32_t *best; /* by block: unit, INSTANCE_NONE; when has_best */
    struct digits best_total;
    struct digits bound; /* of all */
    bool has_best, has_bound, stopped;
};

static bool better(const struct tree *tree, const struct digits *total)
{
    return !tree->has_best || digits_compare(total, &tree->best_total) < 0;
}

/* The prices may bound all there is better than what was known. */
static void raise_bound(struct tree *tree, const struct allocation *allocation)
{
    const struct digits bound = search_bound(tree->search, allocation, false);
    if (!tree->has_bound || digits_compare(&bound, &tree->bound) > 0)
        tree->bound = bound;
    tree->has_bound = true;
}

static bool is_proven(const struct tree *tree)
{
    return tree->has_best && digits_compare(&tree->bound, &tree->best_total) >= 0;
}

/* Takes it as the best when it is whole and better. */
static void offer(struct tree *tree, const struct allocation *allocation)
{
    const struct digits total = search_without_lot(tree->search, &allocation->total);
    if (!better(tree, &total))
        return;
    tree->has_best = true;
    tree->best_total = total;
    for (uint32_t b = 0; b < tree->search->block_count; b++)
        tree->best[b] = search_block_unit(tree->search, b, allocation->units);
}

/* Locks split blocks and solves again, until none is split. Takes the allocation, frees it. */
static void dive(struct tree *tree, struct allocation *allocation)
{
    struct search *search = tree->search;
    while (allocation) {
        const uint32_t split = search_count_split(search, allocation->units);
        const struct digits total = search_without_lot(search, &allocation->total);
        if (!split)
            offer(tree, allocation);
        if (!split || !better(tree, &total))
            break;
        search_lock_split(search, allocation, (split + 3) / 4);
        allocation_free(allocation);
        allocation = search_solve(search);
        tree->stopped |= !allocation;
    }
    allocation_free(allocation);
}

/* Moves groups of the best to where its prices draw them, as long as that makes it better. */
static void improve(struct tree *tree)
{
    struct search *search = tree->search;
    uint32_t *at = heap_alloc((search->block_count + 1) * sizeof *at);
    uint32_t most = (search->block_count + 7) / 8;
    while (most && !tree->stopped) {
        search_settle(search, tree->best);
        struct allocation *allocation = search_solve(search);
        tree->stopped |= !allocation;
        if (!allocation)
            break;
        raise_bound(tree, allocation);
        memcpy(at, tree->best, search->block_count * sizeof *at);
        uint32_t moved = is_proven(tree) ? 0 : search_move(search, allocation, at, most);
        allocation_free(allocation);
        if (!moved)
            break;
        search_settle(search, at);
        allocation = search_solve(search);
        tree->stopped |= !allocation;
        if (!allocation)
            break;
        const struct digits total = search_without_lot(search, &allocation->total);
        if (better(tree, &total))
            offer(tree, allocation);
        else
            most = moved > 1 ? (moved + 3) / 4 : 0;
        allocation_free(allocation);
    }
    free(at);
}

/* Decisions from the root down to the branch; false: they cannot be. */
static bool go_to(struct tree *tree, uint32_t number)
{
    uint32_t path[BRANCHES_MOST + 2] = {0}, steps = 0;
    search_reset(tree->search);
    for (; number != UINT32_MAX; number = tree->branches[number].parent)
        path[steps++] = number;
    while (steps--) {
        const struct branch *branch = &tree->branches[path[steps]];
        if (branch->block == UINT32_MAX)
            continue; /* the root */
        if (!branch->there)
            search_forbid(tree->search, branch->block, branch->unit);
        else if (!search_lock(tree->search, branch->block, branch->unit))
            return false;
    }
    return true;
}

/* Solves what the branch leaves open, and says what would be decided next. */
static void open_branch(struct tree *tree, uint32_t number)
{
    struct branch *branch = &tree->branches[number];
    if (!go_to(tree, number))
        return;
    struct allocation *allocation = search_solve(tree->search);
    if (!allocation) {
        tree->stopped = true;
        return;
    }
    branch->bound = search_bound(tree->search, allocation, true);
    if (number == 0)
        raise_bound(tree, allocation);
    else if (digits_compare(&branch->bound, &tree->branches[branch->parent].bound) < 0)
        branch->bound = tree->branches[branch->parent].bound;
    if (!better(tree, &branch->bound)) {
        allocation_free(allocation);
        return;
    }
    if (!search_count_split(tree->search, allocation->units)) {
        offer(tree, allocation);
        allocation_free(allocation);
        return;
    }
    branch->open = true;
    search_choose(tree->search, allocation, &branch->next_block, &branch->next_unit);
    if (number % DIVE_EVERY == 0) {
        const struct digits before = tree->best_total;
        dive(tree, allocation);
        if (number == 0 || digits_compare(&tree->best_total, &before) < 0)
            improve(tree);
    } else {
        allocation_free(allocation);
    }
}

/* The open branch with the lowest bound, the first of those; UINT32_MAX: none that could be better. */
static uint32_t lowest(const struct tree *tree)
{
    uint32_t low = UINT32_MAX;
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->branches[i].open && better(tree, &tree->branches[i].bound) &&
            (low == UINT32_MAX ||
             digits_compare(&tree->branches[i].bound, &tree->branches[low].bound) < 0))
            low = i;
    return low;
}

static void add_branch(struct tree *tree, struct branch branch)
{
    const uint32_t number = tree->count++;
    tree->branches[number] = branch;
    open_branch(tree, number);
}

/* From the root on, as far as the count allows. The lowest bound of what is still open, or the best. */
static struct digits branch_out(struct tree *tree)
{
    add_branch(tree, (struct branch){.parent = UINT32_MAX, .block = UINT32_MAX});
    uint32_t next = lowest(tree);
    while (!tree->stopped && !is_proven(tree) && next != UINT32_MAX &&
           tree->count + 2 <= tree->most) {
        tree->branches[next].open = false;
        struct branch branch = {.parent = next,
                                .block = tree->branches[next].next_block,
                                .unit = tree->branches[next].next_unit,
                                .there = true};
        add_branch(tree, branch);
        branch.there = false;
        if (!tree->stopped)
            add_branch(tree, branch);
        next = lowest(tree);
    }
    struct digits bound = next == UINT32_MAX ? tree->best_total : tree->branches[next].bound;
    if (digits_compare(&bound, &tree->bound) < 0)
        bound = tree->bound;
    return digits_compare(&bound, &tree->best_total) < 0 ? bound : tree->best_total;
}

/* Everyone where the best has them, proven with the groups locked there. */
static void finish(struct tree *tree, struct allocation_with_groups *result)
{
    struct search *search = tree->search;
    search_settle(search, tree->best);
    result->allocation = search_solve(search);
    if (result->allocation)
        allocate_certify(search->instance, result->allocation, &result->certificate);
}

static uint32_t most_branches(const struct instance *instance)
{
    const uint32_t most = BRANCHES_WORK / (instance->student_count + 1);
    return most < BRANCHES_LEAST ? BRANCHES_LEAST : most > BRANCHES_MOST ? BRANCHES_MOST : most;
}

struct allocation_with_groups *allocate_with_groups(struct instance *instance,
                                                    const struct allocate_options *options)
{
    struct allocation_with_groups *result = heap_alloc(sizeof *result);
    struct search *search = search_new(instance, options);
    struct tree tree = {.search = search, .most = most_branches(instance)};
    tree.best = heap_alloc((search->block_count + 1) * sizeof *tree.best);
    tree.branches = heap_alloc((tree.most + 2) * sizeof *tree.branches);
    if (search->block_count)
        result->bound = branch_out(&tree);
    if (!tree.stopped)
        finish(&tree, result);
    if (result->allocation) {
        const struct digits total = search_without_lot(search, &result->allocation->total);
        if (!search->block_count)
            result->bound = total;
        result->proven = digits_compare(&result->bound, &total) == 0;
        result->groups = search_groups(search, result->allocation->units, &result->group_count);
    }
    result->nodes = search->solved;
    free(tree.best);
    free(tree.branches);
    search_free(search);
    return result;
}

void allocation_with_groups_free(struct allocation_with_groups *result)
{
    if (!result)
        return;
    allocation_free(result->allocation);
    free(result->groups);
    free(result);
}

double groups_gap(const struct instance *instance, const struct allocation_with_groups *result,
                  enum criterion *criterion)
{
    for (uint32_t i = 0; i < instance->criterion_count; i++) {
        const int64_t bound = result->bound.digit[i], has = result->allocation->total.digit[i];
        if (instance->criteria[i].kind == CRITERION_LOT || bound == has)
            continue;
        *criterion = instance->criteria[i].kind;
        return 100.0 * (double)(has - bound) / (double)(bound > 0 ? bound : 1);
    }
    *criterion = CRITERION_LOT;
    return 0;
}

struct groups_lock {
    struct search *search;
};

struct groups_lock *groups_lock(struct instance *instance,
                                const struct allocation_with_groups *result)
{
    struct groups_lock *lock = heap_alloc(sizeof *lock);
    lock->search = search_new(instance, NULL);
    for (uint32_t b = 0; b < lock->search->block_count; b++) {
        const uint32_t unit = search_block_unit(lock->search, b, result->allocation->units);
        if (unit == INSTANCE_NONE)
            search_forbid_all(lock->search, b);
        else
            search_lock(lock->search, b, unit);
    }
    return lock;
}

void groups_unlock(struct groups_lock *lock)
{
    search_free(lock->search);
    free(lock);
}
