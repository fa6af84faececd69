/* Choosing the width of costs, running search and certificate, keeping prices for later. */
#include "allocate.h"

#include "../base/heap.h"
#include "lot.h"
#include "search.h"

#include <stdlib.h>

static uint16_t bits_of(uint64_t number)
{
    uint16_t bits = 0;
    for (; number; number >>= 1)
        bits++;
    return bits;
}

/* The largest digit that a single student can add. */
static uint64_t largest_digit(const struct instance *instance,
                              const struct instance_criterion *criterion)
{
    switch (criterion->kind) {
    case CRITERION_UNPLACED:
    case CRITERION_WORSE:
        break;
    case CRITERION_CHANGES:
        for (uint32_t i = 0; i < instance->student_count; i++)
            if (instance->students[i].shared != INSTANCE_NONE)
                return 1;
        return 0;
    case CRITERION_WISHES:
        return (uint64_t)instance->longest_list * (instance->longest_list + 1u) / 2;
    case CRITERION_TRAVEL:
        return instance->farthest;
    case CRITERION_LOT:
        return ((uint64_t)1 << LOT_BITS) - 1;
    }
    return 1;
}

/* A path goes through each unit at most once, so it has at most units + 1 steps. */
static struct layout layout_of(const struct instance *instance)
{
    struct layout layout = {.count = instance->criterion_count};
    uint32_t movable = instance->student_count < instance->unit_count ? instance->student_count
                                                                      : instance->unit_count;
    for (uint32_t i = layout.count; i-- > 0;) {
        uint64_t largest = largest_digit(instance, &instance->criteria[i]);
        layout.shift[i] = layout.total;
        layout.bits[i] = largest ? (uint16_t)(bits_of(largest * (movable + 2u)) + 4u) : 0;
        layout.total = (uint16_t)(layout.total + layout.bits[i]);
    }
    return layout;
}

struct allocation *allocate(const struct instance *instance, const struct allocate_options *options)
{
    struct layout layout = layout_of(instance);
    struct allocation *allocation = heap_alloc(sizeof *allocation);
    allocation->student_count = instance->student_count;
    allocation->unit_count = instance->unit_count;
    allocation->units = heap_alloc(instance->student_count * sizeof *allocation->units);
    allocation->prices = heap_alloc(instance->unit_count * sizeof *allocation->prices);
    bool done = layout.total <= LAYOUT_NARROW
                    ? search_narrow(instance, &layout, options, allocation)
                    : search_wide(instance, &layout, options, allocation);
    if (!done) {
        allocation_free(allocation);
        return NULL;
    }
    uint32_t *locked = heap_alloc(instance->unit_count * sizeof *locked);
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t unit = allocation->units[student];
        allocation->placed += unit != INSTANCE_NONE;
        if (instance->students[student].locked != INSTANCE_NONE &&
            ++locked[unit] > instance->units[unit].capacity)
            allocation->overfull++;
    }
    free(locked);
    instance_total(instance, allocation->units, &allocation->total);
    return allocation;
}

void allocation_free(struct allocation *allocation)
{
    if (!allocation)
        return;
    free(allocation->units);
    free(allocation->prices);
    free(allocation);
}

bool allocate_certify(const struct instance *instance, const struct allocation *allocation,
                      struct certificate *certificate)
{
    struct layout layout = layout_of(instance);
    *certificate = (struct certificate){0};
    if (layout.total <= LAYOUT_NARROW)
        certify_narrow(instance, &layout, allocation, certificate);
    else
        certify_wide(instance, &layout, allocation, certificate);
    certificate->holds = certificate->violations == 0;
    return certificate->holds;
}
