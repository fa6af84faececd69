/* Who would gain by changing places. Better is: a place instead of none, a better wish, or the same wish number and shorter
 * travel. Locked students and groups stay out of it. */
#ifndef ALLOCATE_SWAPS_H
#define ALLOCATE_SWAPS_H
#include "instance.h"

/* Two who may each be where the other is, one of them better off and the other not worse. */
struct swap {
    uint32_t one, other; /* one < other */
};
struct swaps {
    struct swap *items; /* ascending, at most as many as asked for */
    size_t kept;
    size_t count; /* of all such pairs */
    bool
        round_gains; /* some exchange among any number of students, or into a free place, makes one better off and nobody
                         worse. false proves that there is none, of any length. */
};

/* `units`: a unit or INSTANCE_NONE for each student. Free with swaps_free(). */
struct swaps swaps_find(const struct instance *instance, const uint32_t *units, size_t most);
void swaps_free(struct swaps *swaps);

/* Carries out such exchanges until none is left; nobody is worse off. The number of students who moved. */
uint32_t swaps_clean(const struct instance *instance, uint32_t *units);
#endif
