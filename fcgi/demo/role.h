/* Roles in activities, and what every grant is written by. */
#ifndef DEMO_ROLE_H
#define DEMO_ROLE_H
#include "insert.h"
#include "world.h"

/* Ids; 0: none. Days since 1970, to 0: without end. */
struct grant {
    int person;
    const char *role;
    int institution, site, unit, activity, class;
    int64_t from, to;
};
/* Into an insert of all of person_grant's columns but version. */
void insert_grant(struct insert *insert, struct grant grant);

/* Coordinators and supervisors of what runs or lies ahead, where places were confirmed: most are entered, some still missing;
 * the institution's contacts. Each with its event. */
void insert_roles(struct insert *insert, struct world *world);
#endif
