/* Partners of the demonstration, with keys that are no secret. */
#ifndef DEMO_PARTNER_H
#define DEMO_PARTNER_H
#include "../data/connection.h"
#include "world.h"

#include <stdbool.h>

/* Their events; after all others. */
void world_partners(struct world *world);
/* Partners, the persons that stand for them, and keys; after the events. */
bool load_partners(const struct world *world, struct connection *connection);
/* One line a key that counts in this database: partner, whose it is, key. Gives the command's status. */
int print_partner_keys(struct connection *connection);
#endif
