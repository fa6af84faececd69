#include "role.h"

#include "../base/time.h"
#include "load.h"

enum {
    AROUND = 14, /* days before start and after end */
    TAUGHT =
        40 /* activities with contacts of their own: an institution has two lecturers here, not hundreds */
};

static void tell_day(struct world *world, const char *field, int64_t day)
{
    char text[DATE_TEXT];

    date_iso(text, day_date(day));
    world_change(world, field, NULL, NULL, arena_text(world->arena, text));
}

/* The grant and its event, as roles_site_new and roles_institution_new of fcgi/workflow write them. */
static void give(struct insert *insert, struct world *world, const struct grant *grant, int by,
                 int64_t at)
{
    bool known = grant->person <= SIGN_INS;
    const char *name =
        known ? arena_printf(world->arena, "%s %s", sign_ins[grant->person - 1].given_name,
                             sign_ins[grant->person - 1].family_name)
              : NULL;

    insert_grant(insert, *grant);
    struct event *event = world_event(world, at, by, "role.given", "grant", (int)insert->rows, 1);
    event->area = "roles";
    event->institution = grant->institution;
    event->site = grant->site;
    event->activity = grant->activity;
    event->told = known ? grant->person : 0;
    world_change(world, "role", name, NULL, grant->role);
    if (grant->class)
        world_change(world, "class", NULL, NULL,
                     arena_printf(world->arena, "%c", world->classes[grant->class - 1].letter));
    tell_day(world, "valid_from", grant->from);
    tell_day(world, "valid_to", grant->to);
}

/* One role in each class of an activity, or in the activity that has none. leave_out: so many of the last classes,
 * which still want somebody. */
static void give_classes(struct insert *insert, struct world *world, struct grant grant, int by,
                         int64_t at, int leave_out)
{
    const struct activity *activity = &world->activities[grant.activity - 1];
    int64_t given = at / 86400;

    for (int i = 0; i < (activity->classes ? activity->classes - leave_out : 1); i++) {
        const struct class *class =
            activity->classes ? &world->classes[activity->first_class - 1 + i] : NULL;
        int64_t from = (class ? class->starts : activity->starts) - AROUND;
        grant.class = class ? activity->first_class + i : 0;
        grant.from = from > given ? from : given;
        grant.to = (class ? class->ends : activity->ends) + AROUND;
        give(insert, world, &grant, by, at + i);
    }
}

/* Some working hour after the answer, before today. */
static int64_t some_time_after(const struct world *world, int64_t answered, int number)
{
    int64_t at = answered + 86400 * (1 + number % 5) + 600 * (number % 40);
    int64_t last = world->today * 86400 - 7200 - 60 * (number % 60);

    return at < last ? at : last;
}

int site_supervisors(const struct world *world, int number)
{
    const struct order *order = &world->orders[number - 1];
    bool students_in = order->activity == world->activity_of_student;

    if (number % 10 >= 7 && !students_in)
        return 0;
    return number % 3 == 0 && order->site % 10 != 0 ? 2 : 1;
}

int activity_lecturer(const struct world *world, int number)
{
    int institution = world->activities[number - 1].institution;

    if (number > TAUGHT && number < world->ready)
        return 0;
    return number % 2 ? world->institution[institution - 1].lecturer
                      : institution_staff(institution) + 4;
}

/* Of ten sites seven have entered both, two have no supervisor yet, one has nobody. */
static void site_roles(struct insert *insert, struct world *world, int number)
{
    const struct order *order = &world->orders[number - 1];
    const struct site *site = &world->sites[order->site - 1];
    struct grant grant = {
        .person = site->coordinator, .site = order->site, .activity = order->activity};
    int64_t at = some_time_after(world, order->answered_at, number);
    bool students_in = order->activity == world->activity_of_student;

    if (number % 10 == 9 && !students_in)
        return;
    grant.role = "site_coordinator";
    give_classes(insert, world, grant, site->coordinator, at, 0);
    grant.role = "supervisor";
    grant.person = site_staff(order->site) + 2;
    grant.students_most = order->activity >= world->ready ? 6 : 0;
    for (int i = 0; i < site_supervisors(world, number); i++, grant.person++)
        give_classes(insert, world, grant, site->coordinator, at + 120 + i * 120, students_in);
}

static void institution_roles(struct insert *insert, struct world *world, int number)
{
    const struct activity *activity = &world->activities[number - 1];
    const struct institution *institution = &world->institution[activity->institution - 1];
    struct grant grant = {.institution = activity->institution, .activity = number};
    int64_t at = some_time_after(world, activity->created_at, number);

    grant.role = "lecturer";
    grant.person = activity_lecturer(world, number);
    give_classes(insert, world, grant, institution->administrator, at, 0);
    if (number % 4 == 0)
        return; /* the institution's own coordinators stand in */
    grant.role = "institution_coordinator";
    grant.person = institution->coordinator;
    give_classes(insert, world, grant, institution->administrator, at + 60, 0);
}

static bool open(const struct world *world, int activity)
{
    const struct activity *of = &world->activities[activity - 1];

    return of->ends >= world->today && !of->cancelled_at && of->orders > 0;
}

void insert_roles(struct insert *insert, struct world *world)
{
    size_t sites = (size_t)world->sites_count + 1;
    bool *entered = arena_zero(world->arena, ((size_t)world->activities_count + 1) * sites);

    for (int id = 1; id <= world->activities_count && id <= TAUGHT; id++)
        if (open(world, id))
            institution_roles(insert, world, id);
    for (int id = 1; id <= world->orders_count; id++) {
        const struct order *order = &world->orders[id - 1];
        bool *once = &entered[(size_t)order->activity * sites + (size_t)order->site];
        if (order->confirmed > 0 && open(world, order->activity) && !*once) {
            *once = true;
            site_roles(insert, world, id);
        }
    }
    for (int id = world->ready; id <= world->activities_count; id++)
        institution_roles(insert, world, id);
}
