/* What rules.c and the search share, beyond instance.h: the pieces that a search over whole municipalities takes apart. */
#ifndef ALLOCATE_LOT_H
#define ALLOCATE_LOT_H
#include "instance.h"

/* Bits of a drawn number: small enough that sums along any path fit beside the other criteria in 128 bits. */
enum { LOT_BITS = 24 };

/* The same number for the same seed and ids, on every machine, in any order. */
static inline uint32_t lot(uint64_t seed, uint32_t student, uint32_t unit)
{
    uint64_t mixed = seed + 0x9e3779b97f4a7c15u * (((uint64_t)student << 32 | unit) + 1);
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)((mixed ^ mixed >> 31) >> (64 - LOT_BITS));
}

/* The obstacles that are the same for all units of a municipality, and the others. */
uint32_t instance_municipality_obstacles(const struct instance *instance, uint32_t student,
                                         uint32_t municipality);
uint32_t instance_unit_obstacles(const struct instance *instance, uint32_t student, uint32_t unit);

static inline uint32_t instance_municipality_km(const struct instance *instance,
                                                const struct instance_student *student,
                                                uint32_t municipality)
{
    if (student->home == INSTANCE_NONE || municipality == INSTANCE_NONE)
        return 0;
    return instance->km[(size_t)student->home * instance->municipality_count + municipality];
}
#endif
