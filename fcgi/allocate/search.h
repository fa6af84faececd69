/* The search and its certificate, compiled twice from search_body.h and certify_body.h: with costs of 128 bits, which nearly
 * every activity fits, and with wide ones. Which it is changes nothing but the time. */
#ifndef ALLOCATE_SEARCH_H
#define ALLOCATE_SEARCH_H
#include "allocate.h"

enum {
    LAYOUT_NARROW = 127, /* bits of a cost without its sign */
    LAYOUT_WIDE = 575
};

/* How digits are packed into one number so that comparing numbers compares digits: each has room for any sum along a path
 * through all units, eight times over, and a sign. */
struct layout {
    uint32_t count;
    uint16_t shift[INSTANCE_CRITERIA_MOST], bits[INSTANCE_CRITERIA_MOST]; /* 0 bits: always 0 */
    uint16_t total;                                                       /* bits in use */
};

/* false: progress said stop. Fills units and prices. */
bool search_narrow(const struct instance *instance, const struct layout *layout,
                   const struct allocate_options *options, struct allocation *allocation);
bool search_wide(const struct instance *instance, const struct layout *layout,
                 const struct allocate_options *options, struct allocation *allocation);
void certify_narrow(const struct instance *instance, const struct layout *layout,
                    const struct allocation *allocation, struct certificate *certificate);
void certify_wide(const struct instance *instance, const struct layout *layout,
                  const struct allocation *allocation, struct certificate *certificate);
#endif
