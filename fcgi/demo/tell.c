#include "tell.h"

#include "activity.h"
#include "exam.h"
#include "partner.h"
#include "region.h"
#include "student.h"

static void terms(struct world *world)
{
    struct date today = day_date(world->today);
    int term = today.year * 2 + (today.month > 7) - TERM_NOW;

    for (int i = 0; i < TERMS; i++, term++) {
        world->term_year[i] = term / 2;
        world->term_half[i] = term % 2 + 1;
    }
}

static void institution_people(struct world *world)
{
    for (int i = 1; i <= INSTITUTIONS; i++) {
        struct institution *institution = &world->institution[i - 1];
        institution->administrator = institution_staff(i);
        institution->coordinator = institution_staff(i) + 2;
        institution->lecturer = institution_staff(i) + 3;
    }
    world->institution[0].administrator = SIGN_IN_PRAKSIS;
    world->institution[0].coordinator = SIGN_IN_KOORDINATOR;
    world->institution[0].lecturer = SIGN_IN_UNDERVISER;
    world->institution[1].administrator = SIGN_IN_PRAKSIS2;
}

void world_tell(struct world *world)
{
    terms(world);
    institution_people(world);
    world_sites(world);
    world_agreements(world);
    world_studies(world);
    world_activities(world);
    world->people = site_staff(world->sites_count + 1) - 1;
    world_students(world);
    world_exams(world);
    world_partners(world);
}
