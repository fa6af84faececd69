/* Sites with their units, agreements, and what is taught. */
#include "region.h"

#include <string.h>

/* The sites the demonstration people know, before the others. */
static const struct {
    const char *name, *municipality;
    enum site_kind kind;
} known[] = {
    {"Demo Haukeland sjukehus", "4601", KIND_TRUST},
    {"Voss demokommune, helse og omsorg", "4621", KIND_MUNICIPALITY},
    {"Nordnes demoskule, Bergen", "4601", KIND_SCHOOL},
    {"Demo Førde sentralsjukehus", "4647", KIND_TRUST},
    {"Alver demokommune, helse og omsorg", "4631", KIND_MUNICIPALITY},
    {"Solbakken demobarnehage, Stord", "4614", KIND_KINDERGARTEN},
    {"Vestland Demo AS, Sogndal", "4640", KIND_FIRM},
    {"Søreide demoskule, Bergen", "4601", KIND_SCHOOL},
};
#define KNOWN (int)(sizeof known / sizeof known[0])

static int add_unit(struct world *world, int site, int parent, const char *name)
{
    struct unit *unit = WORLD_ADD(world, units);

    unit->site = site;
    unit->parent = parent;
    unit->name = name;
    unit->leaf = true;
    for (int i = 0; i < 3; i++)
        if (chance_percent(&world->chance, 40))
            unit->requirements |= 1U << chance_below(&world->chance, ASKED_REQUIREMENTS);
    if (world->units_count % 3 != 0)
        unit->requirements |= 1U << ASKED_REQUIREMENTS;
    if (world->units_count % 4 != 0)
        unit->requirements |= 1U << (ASKED_REQUIREMENTS + 1);
    if (chance_percent(&world->chance, 2))
        unit->closed_on = world->today - chance_between(&world->chance, 20, 300);
    if (parent)
        world->units[parent - 1].leaf = false;
    return world->units_count;
}

/* Names are numbered by branch, so that a site has each of them once. */
static const char *branch_name(struct world *world, const char *name, int branch)
{
    return branch == 0 ? name : arena_printf(world->arena, "%s %d", name, branch + 1);
}

/* `width` units on top, about as many below each, and two below the first of those. */
static void add_units(struct world *world, int site, enum site_kind kind, int width, int depth)
{
    struct site *home = &world->sites[site - 1];
    const char *const(*names)[4] = kind_units[kind];

    home->first_unit = world->units_count + 1;
    for (int a = 0; a < width; a++) {
        int top = add_unit(world, site, 0, names[0][a]);
        for (int b = 0; depth > 1 && b < width - a % 2; b++) {
            int middle = add_unit(world, site, top, branch_name(world, names[1][b], a));
            for (int c = 0; depth > 2 && b == 0 && c < 2; c++)
                add_unit(world, site, middle,
                         arena_printf(world->arena, "%s %d", names[2][0], a * 2 + c + 1));
        }
    }
    home->units = world->units_count + 1 - home->first_unit;
    world->units[home->first_unit + home->units - 2].closed_on = 0; /* one always takes students */
}

static int add_site(struct world *world, const char *name, const char *municipality,
                    enum site_kind kind)
{
    struct site *site = WORLD_ADD(world, sites);
    int id = world->sites_count;

    site->name = name;
    site->kind = kind;
    site->municipality = municipality;
    site->administrator = site_staff(id);
    site->coordinator = site_staff(id) + 1;
    struct event *event = world_event(world, (world->today - 1300 + id % 60) * 86400 + 32400,
                                      SIGN_IN_ADMIN, "site.created", "site", id, 1);
    event->area = "organisations";
    event->site = id;
    return id;
}

static bool name_known(const char *name)
{
    for (int i = 0; i < KNOWN; i++)
        if (strcmp(name, known[i].name) == 0)
            return true;
    return false;
}

void world_sites(struct world *world)
{
    static const enum site_kind kinds[] = {KIND_SCHOOL,       KIND_KINDERGARTEN, KIND_SCHOOL,
                                           KIND_MUNICIPALITY, KIND_KINDERGARTEN, KIND_FIRM,
                                           KIND_SCHOOL,       KIND_MUNICIPALITY, KIND_TRUST};

    for (int i = 0; i < KNOWN; i++) {
        int id = add_site(world, known[i].name, known[i].municipality, known[i].kind);
        add_units(world, id, known[i].kind, id == 1 ? 4 : 3, known[i].kind == KIND_FIRM ? 1 : 3);
    }
    world->sites[0].administrator = SIGN_IN_STEDSADMIN;
    world->sites[0].coordinator = SIGN_IN_STEDSKOORDINATOR;
    world->sites[1].coordinator = SIGN_IN_STEDSKOORDINATOR2;
    world->sites[2].coordinator = SIGN_IN_STEDSKOORDINATOR3;
    /* 43 and 28 have no factor in common, so a place and a municipality meet once in 1,204. */
    for (int i = 0; world->sites_count < world->sites_wanted; i++) {
        enum site_kind kind = kinds[i % 9];
        const struct municipality_words *municipality = &municipalities[i % MUNICIPALITIES];
        const char *place = place_names[i * 5 % PLACES];
        const char *name =
            arena_printf(world->arena, "%s%s, %s", place, kind_endings[kind], municipality->name);
        if (name_known(name))
            continue;
        int id = add_site(world, name, municipality->number, kind);
        add_units(world, id, kind, chance_between(&world->chance, 1, 3),
                  chance_between(&world->chance, 1, kind == KIND_FIRM ? 1 : 3));
    }
}

static void add_agreement(struct world *world, int institution, int site, int64_t from, int64_t to)
{
    struct agreement *agreement = WORLD_ADD(world, agreements);

    agreement->institution = institution;
    agreement->site = site;
    agreement->valid_from = from;
    agreement->valid_to = to;
    struct event *event = world_event(world, (from - 20) * 86400 + 39600,
                                      world->institution[institution - 1].administrator,
                                      "agreement.created", "agreement", world->agreements_count, 1);
    event->area = "organisations";
    event->institution = institution;
    event->site = site;
}

void world_agreements(struct world *world)
{
    int64_t today = world->today;

    for (int i = 1; i <= INSTITUTIONS; i++) {
        struct institution *institution = &world->institution[i - 1];
        institution->sites = arena_alloc(world->arena, sizeof(int) * (size_t)world->sites_count);
        for (int s = 1; s <= world->sites_count; s++) {
            bool surely = s <= KNOWN && i <= 2;
            if (!surely && !chance_percent(&world->chance, i == 1 ? 85 : 30))
                continue;
            int64_t from = today - chance_between(&world->chance, 1050, 1200);
            unsigned fate = chance_below(&world->chance, 100);
            if (surely || fate < 85) {
                add_agreement(world, i, s, from,
                              fate % 2 ? 0 : today + chance_between(&world->chance, 400, 900));
                institution->sites[institution->site_count++] = s;
            } else if (fate < 95) {
                add_agreement(world, i, s, from, today - chance_between(&world->chance, 30, 200));
            } else {
                add_agreement(world, i, s, today + chance_between(&world->chance, 1, 18),
                              today + chance_between(&world->chance, 200, 500));
            }
        }
    }
}

static void add_instances(struct world *world, int institution, int course)
{
    for (int term = 0; term < TERMS; term++) {
        struct instance *instance = WORLD_ADD(world, instances);
        bool spring = world->term_half[term] == 1;
        int year = world->term_year[term];
        instance->institution = institution;
        instance->course = course;
        instance->term = term;
        instance->starts = day_number((struct date){year, spring ? 1 : 8, spring ? 6 : 17});
        instance->ends = day_number((struct date){year, spring ? 6 : 12, 20});
    }
}

void world_studies(struct world *world)
{
    for (int i = 1; i <= INSTITUTIONS; i++) {
        world->institution[i - 1].first_instance = world->instances_count + 1;
        for (int p = 0; p < PROGRAMMES; p++) {
            if (!(institutions[i - 1].programmes & 1U << p))
                continue;
            *WORLD_ADD(world, programmes) = (struct programme){i, p};
            for (int c = 0; c < PROGRAMME_COURSES; c++) {
                *WORLD_ADD(world, courses) = (struct course){i, world->programmes_count, p, c};
                add_instances(world, i, world->courses_count);
            }
        }
        world->institution[i - 1].instances =
            world->instances_count + 1 - world->institution[i - 1].first_instance;
    }
}
