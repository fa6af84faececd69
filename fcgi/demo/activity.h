/* What institutions plan, and whom they ask. */
#ifndef DEMO_ACTIVITY_H
#define DEMO_ACTIVITY_H
#include "world.h"

/* All activities with their orders; after the sites, agreements and studies. */
void world_activities(struct world *world);
#endif
