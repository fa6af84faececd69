/* The best allocation there is, proven. Students who are `locked` stay; groups are not looked at.
 *
 *     struct allocation *allocation = allocate(instance, NULL);
 *     struct certificate certificate;
 *     if (!allocate_certify(instance, allocation, &certificate)) …          a defect of the program
 *     allocation_free(allocation);
 */
#ifndef ALLOCATE_ALLOCATE_H
#define ALLOCATE_ALLOCATE_H
#include "instance.h"

struct buffer;

/* Where everyone is, and a price for each unit that proves it: for every student s at unit a (or at none: cost as if there
 * were a place for everyone, price 0) and every unit u without obstacle for s,
 *     digits(s, u) + price(u) ≥ digits(s, a) + price(a)        prices ≥ 0; a unit with a place left costs 0. */
struct allocation {
    uint32_t student_count, unit_count;
    uint32_t placed;       /* students with a unit, locked ones included */
    uint32_t overfull;     /* students locked above their unit's capacity */
    uint32_t *units;       /* by student: unit index or INSTANCE_NONE */
    struct digits *prices; /* by unit */
    struct digits total;
    /* What it took. */
    uint64_t searches, settled, expansions;
};

/* A result for a similar instance, by ids: makes the next run short, never other. */
struct allocate_start {
    uint32_t unit_count, student_count;
    const uint32_t *unit_ids;      /* ascending */
    const struct digits *prices;   /* of the same criteria as the instance's, else passed over */
    const uint32_t *student_ids;   /* ascending */
    const uint32_t *student_units; /* unit ids; 0: none */
    uint32_t criterion_count;
};

struct allocate_options {
    const struct allocate_start *start; /* or NULL */
    /* Now and then with the number of students looked at, of all; false: stop. Or NULL. */
    bool (*progress)(void *context, uint32_t done, uint32_t all);
    void *context;
};

/* To be freed. NULL when `progress` said stop. options may be NULL. */
struct allocation *allocate(const struct instance *instance,
                            const struct allocate_options *options);
void allocation_free(struct allocation *allocation); /* NULL is fine */

struct certificate {
    uint64_t pairs;            /* of student and unit that were gone through: all */
    uint64_t close;            /* of them looked at digit by digit: the others cannot come near */
    uint64_t violations;       /* 0 */
    struct digits total, dual; /* equal */
    bool holds;
};
/* Goes through all pairs anew, using nothing of the search but its result: everyone where they may be, no unit over its
 * capacity (but by locked students), and the prices as said above. */
bool allocate_certify(const struct instance *instance, const struct allocation *allocation,
                      struct certificate *certificate);

/* The prices as bytes that a later allocate_start is read from (with the units of that time). */
void allocation_save(const struct instance *instance, const struct allocation *allocation,
                     struct buffer *buffer);
/* NULL: not such bytes. To be freed with allocate_start_free(). */
struct allocate_start *allocate_start_read(const void *bytes, size_t length);
void allocate_start_free(struct allocate_start *start);
#endif
