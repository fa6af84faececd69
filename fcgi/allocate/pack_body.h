/* Between digits and packed costs; for a file that has chosen cost_narrow.h or cost_wide.h. */
#include "search.h"

static inline cost cost_pack(const struct layout *layout, const struct digits *digits)
{
    cost packed = cost_zero();
    for (uint32_t i = 0; i < layout->count; i++)
        if (digits->digit[i])
            packed = cost_add(packed, cost_digit(digits->digit[i], layout->shift[i]));
    return packed;
}

static inline void cost_unpack(const struct layout *layout, cost packed, struct digits *digits)
{
    *digits = (struct digits){{0}};
    for (uint32_t i = layout->count; i-- > 0;)
        if (layout->bits[i])
            digits->digit[i] = cost_take(&packed, layout->bits[i]);
}

/* Where the digits stand that are put together by hand. */
struct packing {
    unsigned travel, lot, high; /* shifts; a cost shifted by `high` fits 64 bits */
};

static inline struct packing packing_of(const struct instance *instance,
                                        const struct layout *layout)
{
    struct packing packing = {.high = layout->total > 62 ? layout->total - 62u : 0};
    for (uint32_t i = 0; i < layout->count; i++) {
        if (instance->criteria[i].kind == CRITERION_TRAVEL)
            packing.travel = layout->shift[i];
        if (instance->criteria[i].kind == CRITERION_LOT)
            packing.lot = layout->shift[i];
    }
    return packing;
}

static inline cost cost_of(const struct instance *instance, const struct layout *layout,
                           uint32_t student, uint32_t unit)
{
    struct digits digits;
    instance_digits(instance, student, unit, &digits);
    return cost_pack(layout, &digits);
}

/* Of a unit that is neither wished nor where the student was shared: all but travel and lot. */
static inline cost cost_of_other(const struct instance *instance, const struct layout *layout,
                                 uint32_t student)
{
    struct digits digits;
    instance_digits(instance, student, INSTANCE_NONE, &digits);
    for (uint32_t i = 0; i < instance->criterion_count; i++)
        if (instance->criteria[i].kind == CRITERION_UNPLACED ||
            instance->criteria[i].kind == CRITERION_LOT)
            digits.digit[i] = 0;
    return cost_pack(layout, &digits);
}
