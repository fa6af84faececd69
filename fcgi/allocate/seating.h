/* Who is at which unit, for the searches that start from a finished allocation. */
#ifndef ALLOCATE_SEATING_H
#define ALLOCATE_SEATING_H
#include "instance.h"

struct seating {
    const uint32_t *units; /* by student; the caller's */
    uint32_t *
        first; /* by unit, one more at the end: its students in `students`; after the last unit, those
                               without a place */
    uint32_t *students; /* ascending within a unit */
    uint32_t *places;   /* by unit: its capacity, more where more are locked */
};

void seating_make(struct seating *seating, const struct instance *instance, const uint32_t *units);
void seating_free(struct seating *seating);

static inline uint32_t seating_used(const struct seating *seating, uint32_t unit)
{
    return seating->first[unit + 1] - seating->first[unit];
}

/* A locked student is where they are, whatever the rules say, and nowhere else. */
static inline bool seating_may(const struct instance *instance, uint32_t student, uint32_t unit)
{
    const uint32_t locked = instance->students[student].locked;
    return locked == INSTANCE_NONE ? instance_obstacles(instance, student, unit) == 0
                                   : locked == unit;
}
#endif
