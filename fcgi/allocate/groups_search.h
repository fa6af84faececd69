/* The instance as the search of groups.c bends it: groups locked, or kept from units, and solved again. */
#ifndef ALLOCATE_GROUPS_SEARCH_H
#define ALLOCATE_GROUPS_SEARCH_H
#include "groups.h"

/* The students of a group who are not locked: they go together. */
struct block {
    uint32_t group;        /* id */
    uint32_t first, count; /* in search->members */
    uint32_t size;         /* of the group, with those who are locked */
    uint32_t locked_at;    /* where the others are, or INSTANCE_NONE */
    bool split;            /* locked at different units: not a block of the search */
};

struct search {
    struct instance *instance;
    const struct allocate_options *options;
    struct block *blocks; /* by group id; the split and the wholly locked ones after block_count */
    uint32_t block_count, group_count;
    uint32_t *members;    /* students, block by block, ascending in each */
    uint32_t *block_of;   /* by student; UINT32_MAX: none */
    uint64_t *may, *base; /* bits, by block and unit: now, and by the rules */
    uint32_t *room;       /* by unit: places not taken by locked students, now */
    uint32_t *base_room;
    bool (*veto)(void *context, uint32_t student, uint32_t unit); /* the instance's own */
    void *veto_context;
    bool *vetoed;                 /* by student: its own */
    struct allocate_start *start; /* the allocation before, or NULL */
    uint64_t solved;
};

struct search *search_new(struct instance *instance, const struct allocate_options *options);
void search_free(struct search *search); /* puts the instance back as it was */

/* Solves what is neither locked nor forbidden; NULL: stopped. To be freed. */
struct allocation *search_solve(struct search *search);
struct digits search_without_lot(const struct search *search, const struct digits *total);

void search_reset(struct search *search); /* forgets locks and what was forbidden */
/* false: it may not be there, or there is no room any more. */
bool search_lock(struct search *search, uint32_t block, uint32_t unit);
void search_forbid(struct search *search, uint32_t block, uint32_t unit);
void search_forbid_all(struct search *search, uint32_t block);

/* Where all of a block are, INSTANCE_NONE when none is placed, SEARCH_SPLIT otherwise. */
#define SEARCH_SPLIT INSTANCE_ELSEWHERE
uint32_t search_block_unit(const struct search *search, uint32_t block, const uint32_t *units);
uint32_t search_count_split(const struct search *search, const uint32_t *units);
/* Locks so many of the split blocks, the largest first, where they cost least; those without room are forbidden
 * everywhere. */
void search_lock_split(struct search *search, const struct allocation *allocation, uint32_t most);
/* No allocation with groups together is below this: by the prices, which are right for everyone else, each block as a whole
 * where it costs least. as_decided: of the units that are not forbidden now, else of all. */
struct digits search_bound(const struct search *search, const struct allocation *allocation,
                           bool as_decided);
/* Every block at a unit, INSTANCE_NONE: nowhere. Of an allocation solved so, puts up to `most` blocks where they would rather be
 * at its prices, as far as there is room, those that gain most first; how many. Forgets locks. */
uint32_t search_move(struct search *search, const struct allocation *allocation, uint32_t *at,
                     uint32_t most);
void search_settle(struct search *search, const uint32_t *at); /* locks them all so */
/* A split block, and a unit that most of it are at. */
void search_choose(const struct search *search, const struct allocation *allocation,
                   uint32_t *block, uint32_t *unit);
/* To be freed. */
struct group *search_groups(const struct search *search, const uint32_t *units, uint32_t *count);
#endif
