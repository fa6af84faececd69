/* The whole region, told. */
#ifndef DEMO_TELL_H
#define DEMO_TELL_H
#include "world.h"

/* Everything but people and students, told from the chance in it; sizes from students, sites_wanted,
 * orders_wanted. */
void world_tell(struct world *world);
#endif
