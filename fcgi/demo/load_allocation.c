/* Plans, registrations and what belongs to them, working places, shared ones and what each sharing told. */
#include "insert.h"
#include "load.h"

#include "../base/text.h"

static void insert_unit(struct insert *insert, const struct world *world, int unit)
{
    insert_id(insert, unit ? world->units[unit - 1].site : 0);
    insert_id(insert, unit);
}

static bool load_plans(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "allocation_plan",
                 "activity,institution,wishes_from,wishes_to,wishes_most,shares,shared_at,version");
    for (int i = 0; i < world->activities_count; i++) {
        const struct plan *plan = &world->activities[i].plan;
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->activities[i].institution);
        insert_day(&insert, plan->wishes_from);
        insert_day(&insert, plan->wishes_to);
        insert_integer(&insert, plan->wishes_most ? plan->wishes_most : 5);
        insert_integer(&insert, plan->shared_at != 0);
        insert_time(&insert, plan->shared_at);
        insert_integer(&insert, 1 + (plan->wishes_from != 0) + (plan->shared_at != 0));
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_groups(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "allocation_group", "id,activity,kind");
    for (int i = 0; i < world->groups_count; i++) {
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->groups[i].activity);
        insert_text(&insert, world->groups[i].kind);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_registrations(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "registration",
                 "id,institution,activity,activity_class,person,state,withdrawn_on,municipality,"
                 "car,allocation_group,wishes_at");
    for (int i = 0; i < world->registrations_count; i++) {
        const struct registration *registration = &world->registrations[i];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->activities[registration->activity - 1].institution);
        insert_integer(&insert, registration->activity);
        insert_id(&insert, registration->class);
        insert_integer(&insert, registration->person);
        insert_text(&insert, registration->withdrawn_on ? "withdrawn" : "registered");
        insert_day(&insert, registration->withdrawn_on);
        insert_text(&insert, registration->municipality);
        insert_integer(&insert, registration->car);
        insert_id(&insert, registration->group);
        insert_time(&insert, registration->wishes_at);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_needs(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "registration_reach", "registration,municipality");
    for (int i = 0; i < world->reaches_count; i++) {
        insert_integer(&insert, world->reaches[i].registration);
        insert_text(&insert, world->reaches[i].municipality);
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "registration_requirement", "registration,requirement");
    for (int i = 0; i < world->needs_count; i++) {
        insert_integer(&insert, world->needs[i].registration);
        insert_integer(&insert, world->needs[i].requirement);
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "registration_conflict", "registration,kind,site,unit");
    for (int i = 0; i < world->conflicts_count; i++) {
        insert_integer(&insert, world->conflicts[i].registration);
        insert_text(&insert, world->conflicts[i].kind);
        insert_integer(&insert, world->conflicts[i].site);
        insert_id(&insert, world->conflicts[i].unit);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_wishes(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "wish", "registration,number,site,unit");
    for (int i = 0; i < world->wishes_count; i++) {
        insert_integer(&insert, world->wishes[i].registration);
        insert_integer(&insert, world->wishes[i].number);
        insert_unit(&insert, world, world->wishes[i].unit);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_working(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "allocation",
                 "registration,activity,site,unit,locked,lecturer,supervisor");
    for (int i = 0; i < world->registrations_count; i++) {
        const struct registration *registration = &world->registrations[i];
        if (!registration->working.unit)
            continue;
        insert_integer(&insert, i + 1);
        insert_integer(&insert, registration->activity);
        insert_unit(&insert, world, registration->working.unit);
        insert_integer(&insert, registration->locked);
        insert_id(&insert, registration->working.lecturer);
        insert_id(&insert, registration->working.supervisor);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_placements(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "placement",
                 "institution,activity,registration,person,site,unit,lecturer,supervisor,starts,"
                 "ends");
    for (int i = 0; i < world->registrations_count; i++) {
        const struct registration *registration = &world->registrations[i];
        const struct activity *activity = &world->activities[registration->activity - 1];
        const struct class *class =
            registration->class ? &world->classes[registration->class - 1] : NULL;
        if (!registration->shared.unit)
            continue;
        insert_integer(&insert, activity->institution);
        insert_integer(&insert, registration->activity);
        insert_integer(&insert, i + 1);
        insert_integer(&insert, registration->person);
        insert_unit(&insert, world, registration->shared.unit);
        insert_id(&insert, registration->shared.lecturer);
        insert_id(&insert, registration->shared.supervisor);
        insert_day(&insert, class ? class->starts : activity->starts);
        insert_day(&insert, class ? class->ends : activity->ends);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

/* One for each event that tells of sharing; the events stand in the order of their ids now. */
static bool load_shares(const struct world *world, struct connection *connection, int *share_of)
{
    struct insert insert;

    insert_start(&insert, connection, "share", "id,activity,number,event");
    for (int i = 0; i < world->events_count; i++) {
        if (!text_equal(world->events[i].kind, "allocation.shared"))
            continue;
        share_of[world->events[i].activity] = (int)insert.rows + 1;
        insert_integer(&insert, insert.rows + 1);
        insert_integer(&insert, world->events[i].activity);
        insert_integer(&insert, 1);
        insert_integer(&insert, i + 1);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_share_changes(const struct world *world, struct connection *connection,
                               const int *share_of)
{
    struct insert insert;

    insert_start(&insert, connection, "share_change",
                 "share,registration,kind,new_site,new_unit,new_supervisor,new_lecturer");
    for (int i = 0; i < world->registrations_count; i++) {
        const struct registration *registration = &world->registrations[i];
        if (!registration->shared.unit)
            continue;
        insert_integer(&insert, share_of[registration->activity]);
        insert_integer(&insert, i + 1);
        insert_text(&insert, "placed");
        insert_unit(&insert, world, registration->shared.unit);
        insert_id(&insert, registration->shared.supervisor);
        insert_id(&insert, registration->shared.lecturer);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

/* A run that somebody has asked for: whoever does jobs makes the first proposal, with its reasons, before anybody looks. */
static bool load_proposal(const struct world *world, struct connection *connection)
{
    int64_t now = (int64_t)world->today * 86400;
    int person = world->institution[0].administrator;
    struct insert insert;

    insert_start(&insert, connection, "proposal",
                 "id,institution,activity,number,person,objective,avoid_earlier,created_at");
    insert_integer(&insert, 1);
    insert_integer(&insert, 1);
    insert_integer(&insert, world->ready);
    insert_integer(&insert, 1);
    insert_integer(&insert, person);
    insert_text(&insert, "weighted");
    insert_integer(&insert, 1);
    insert_time(&insert, now);
    insert_row_end(&insert);
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "job", "kind,thing,thing_id,person,next_at,created_at");
    insert_text(&insert, "allocate");
    insert_text(&insert, "proposal");
    insert_integer(&insert, 1);
    insert_integer(&insert, person);
    insert_time(&insert, now);
    insert_time(&insert, now);
    insert_row_end(&insert);
    return insert_finish(&insert);
}

bool load_allocation(const struct world *world, struct connection *connection)
{
    int *share_of = arena_zero(world->arena, sizeof(int) * ((size_t)world->activities_count + 1));

    return load_plans(world, connection) && load_groups(world, connection) &&
           load_registrations(world, connection) && load_needs(world, connection) &&
           load_wishes(world, connection) && load_working(world, connection) &&
           load_placements(world, connection) && load_shares(world, connection, share_of) &&
           load_share_changes(world, connection, share_of) && load_proposal(world, connection);
}
