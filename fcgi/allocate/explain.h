/* Why a student is not at a unit: a rule excludes it, or it is full and others would have to move.
 *
 *     struct explanation *why = explain(instance, allocation, student, unit);
 *     if (why->obstacles) …                                   a rule
 *     else if (why->move_count == 1) …                        there is a place: only cost speaks against it
 *     else …                                                  why->moves: who would move, from where, to where
 *     explanation_free(why);
 *
 * The allocation is one that allocate() gave for this instance: its prices are used. */
#ifndef ALLOCATE_EXPLAIN_H
#define ALLOCATE_EXPLAIN_H
#include "allocate.h"

struct explain_move {
    uint32_t student, from, to; /* indexes; INSTANCE_NONE: no place */
};
struct explanation {
    uint32_t obstacles; /* bits of enum obstacle; not 0: nothing else is told */
    bool
        impossible; /* no rule, but there are no places, or all are kept by locked students: nothing else is told */
    /* What the best allocation with this student at this unit has more than the best of all. Never better: the first digit
     * that is not 0 is above 0. All but the lot 0: equally good. */
    struct digits more;
    /* That allocation: first the student, then those who make room, each for the one before; then those who would gain by
     * the place that becomes free. Nobody twice. */
    struct explain_move *moves; /* none: the student is there */
    uint32_t move_count;
    uint32_t rank_up,
        rank_down; /* of the others who move: get a better wish, a worse one (or none at all) */
    uint32_t lose; /* of the others: have no place then */
};

/* To be freed. The student is not locked elsewhere (OBSTACLE_LOCKED is told then). Indexes, not ids. */
struct explanation *explain(const struct instance *instance, const struct allocation *allocation,
                            uint32_t student, uint32_t unit);
void explanation_free(struct explanation *explanation); /* NULL is fine */

/* One digit by its criterion, 0 when the instance has none such. rank: of CRITERION_WORSE, else 0. */
int64_t digits_of(const struct instance *instance, const struct digits *digits,
                  enum criterion criterion, uint32_t rank);
#endif
