/* Instances to measure and try with, the same for the same shape: a region of municipalities around a few towns, students
 * and units mostly in the towns, units that most wish for, some with needs, conflicts and earlier placements. */
#ifndef ALLOCATE_SAMPLE_H
#define ALLOCATE_SAMPLE_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct sample_shape {
    uint32_t students, units, wishes;
    uint32_t places; /* for a thousand students */
    uint64_t seed;
    bool rank_maximal;
};
/* In the text format of format.h. */
void sample_write(FILE *file, const struct sample_shape *shape);
#endif
