/* Why not everyone has a place: these students may be at these units only, and the units have fewer places.
 *
 * Each shortage is proven by counting: students − places = missing, none of the students may be at any other unit, and the
 * places are taken by these students alone. Shortages have no unit in common. */
#ifndef ALLOCATE_SHORTAGE_H
#define ALLOCATE_SHORTAGE_H
#include "allocate.h"

enum { SHORTAGE_REMEDIES_MOST = 200, SHORTAGE_RULES = 7 };
#define SHORTAGE_NOT_COUNTED UINT32_MAX /* in very large shortages: it would take too long */

/* Without these obstacles for this one student, one student more is placed. */
struct shortage_remedy {
    uint32_t student, unit;
    uint32_t obstacles; /* all that stand between the two */
};
struct shortage_unit {
    uint32_t unit;
    uint32_t
        mends; /* how many of `missing` get a place if this unit alone had places enough: at least 1; 0: not counted, it is too large */
};
struct shortage {
    uint32_t *students; /* ascending; with those who have a place, and those locked there */
    uint32_t student_count, locked;
    struct shortage_unit *units; /* ascending; none: the students may be nowhere at all */
    uint32_t unit_count;
    uint32_t
        places; /* of the units; counted as taken where more are locked than there are places */
    uint32_t missing;
    /* Fewest obstacles first, then the student's better wish, the shorter travel; at most SHORTAGE_REMEDIES_MOST. */
    struct shortage_remedy *remedies;
    uint32_t remedy_count;
};
struct shortages {
    struct shortage *items; /* most missing first */
    uint32_t count;
    uint32_t missing;   /* of all together */
    uint32_t left_over; /* places that nobody takes, elsewhere */
    /* By bit number of enum obstacle (OBSTACLE_CLOSED is 0): how many more are placed if that rule held for nobody;
     * or SHORTAGE_NOT_COUNTED. */
    uint32_t without_rule[SHORTAGE_RULES];
    /* Students without a place whom a shortage does not explain: members of groups that fit nowhere as a whole. */
    uint32_t *others;
    uint32_t other_count;
};

/* `units`: a unit or INSTANCE_NONE for each student, with as many placed as can be (allocation->units). To be freed. */
struct shortages *shortages_find(const struct instance *instance, const uint32_t *units);
void shortages_free(struct shortages *shortages); /* NULL is fine */
#endif
