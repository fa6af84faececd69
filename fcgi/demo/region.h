/* What stands before anybody plans; in this order. */
#ifndef DEMO_REGION_H
#define DEMO_REGION_H
#include "world.h"

void world_sites(struct world *world);
void world_agreements(struct world *world);
void world_studies(struct world *world);
#endif
