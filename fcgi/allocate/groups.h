/* The best allocation that keeps groups together: all of a group at one unit, or none of them placed.
 *
 * Such a problem cannot in general be solved exactly in reasonable time. What is given is an allocation with every group
 * together, and a bound that no such allocation is below: where they meet, it is the best there is. Without groups it is
 * what allocate() gives. Same instance, same result: the search ends by its own count, not by the clock.
 *
 * A member who is locked draws the others to that unit. A group whose members are locked at different units is no group any
 * more: its others go where they like. */
#ifndef ALLOCATE_GROUPS_H
#define ALLOCATE_GROUPS_H
#include "allocate.h"

struct group {
    uint32_t id;
    uint32_t size; /* all members */
    uint32_t unit; /* where they are, index; INSTANCE_NONE: none is placed, or it is split */
    bool split;    /* locked at different units */
    bool
        homeless; /* no unit may take all of them: what each may not, or places for fewer than they are */
};

struct allocation_with_groups {
    struct allocation *allocation;  /* its prices prove it for groups that stay where they are */
    struct certificate certificate; /* of just that */
    struct digits bound;  /* digit by digit as allocation->total, the drawn lot left at 0 */
    bool proven;          /* none with groups together is better, but for the lot */
    struct group *groups; /* of two or more students, ascending by id */
    uint32_t group_count;
    uint64_t nodes; /* problems that were solved on the way */
};

/* To be freed; allocation is NULL when `progress` said stop. options may be NULL. Changes locks and veto of the instance while
 * it runs, and puts them back. */
struct allocation_with_groups *allocate_with_groups(struct instance *instance,
                                                    const struct allocate_options *options);
void allocation_with_groups_free(struct allocation_with_groups *result); /* NULL is fine */

/* How far it may be from the best: per cent of the bound, of the most important criterion that differs (which it tells);
 * 0 when proven. */
double groups_gap(const struct instance *instance, const struct allocation_with_groups *result,
                  enum criterion *criterion);

/* Locks every group of the result where it is, so that explain() and allocate_certify() see the problem that the prices prove;
 * groups that are nowhere stay nowhere (OBSTACLE_VETO). groups_unlock() puts back what was. */
struct groups_lock *groups_lock(struct instance *instance,
                                const struct allocation_with_groups *result);
void groups_unlock(struct groups_lock *lock);

/* By student: is one of a group of two or more. To be freed. */
bool *groups_members(const struct instance *instance);
#endif
