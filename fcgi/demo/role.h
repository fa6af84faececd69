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
    int students_most; /* 0: no limit */
    int64_t from, to;
};
/* Into an insert of all of person_grant's columns but version. */
void insert_grant(struct insert *insert, struct grant grant);

/* How many supervisors a site entered after an order, from site_staff(site) + 2 on; and the lecturer of an activity, 0: none. */
int site_supervisors(const struct world *world, int order);
int activity_lecturer(const struct world *world, int activity);
/* Coordinators and supervisors of what runs or lies ahead, where places were confirmed: most are entered, some still missing;
 * the institution's contacts. Each with its event. */
void insert_roles(struct insert *insert, struct world *world);
#endif
