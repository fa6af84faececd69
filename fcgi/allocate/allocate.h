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

/* A result by ids, for a later run on a similar instance: makes it short, never other. */
struct allocate_start {
    enum instance_objective objective; /* with another objective or order of criteria it is */
    enum instance_order order;         /* passed over */
    uint32_t criterion_count, unit_count, student_count;
    uint32_t *unit_ids;      /* ascending */
    struct digits *prices;   /* by unit */
    uint32_t *student_ids;   /* ascending */
    uint32_t *student_units; /* units by their place in unit_ids, or INSTANCE_NONE */
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

/* To be freed with allocate_start_free(). */
struct allocate_start *allocate_start_new(const struct instance *instance,
                                          const struct allocation *allocation);
/* As bytes, to be kept, about 10 a unit and 3 a student. */
void allocate_start_write(const struct allocate_start *start, struct buffer *buffer);
/* NULL: these are no such bytes. */
struct allocate_start *allocate_start_read(const void *bytes, size_t length);
void allocate_start_free(struct allocate_start *start); /* NULL is fine */
#endif
