/* Activities and the stories of their orders: a few that the demonstration people meet first, then many. */
#include "activity.h"

#include "order.h"

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* The last day on which an activity's ordering may have happened: yesterday, or three weeks before start. */
static int64_t order_limit(const struct world *world, const struct activity *activity)
{
    return least(world->today - 1, activity->starts - 21);
}

static struct event *activity_event(struct world *world, int id, int64_t at, const char *kind)
{
    struct activity *activity = &world->activities[id - 1];
    int person = world->institution[activity->institution - 1].administrator;
    struct event *event = world_event(world, at, person, kind, "activity", id, ++activity->version);

    event->area = "ordering";
    event->institution = activity->institution;
    event->activity = id;
    return event;
}

static const struct course_words *words_of(const struct world *world, int instance)
{
    const struct course *course = &world->courses[world->instances[instance - 1].course - 1];

    return &programmes[course->words].courses[course->number];
}

static void tell_period(struct world *world, const char *subject, int64_t starts, int64_t ends)
{
    char text[DATE_TEXT];

    date_iso(text, day_date(starts));
    world_change(world, "starts", subject, NULL, arena_text(world->arena, text));
    date_iso(text, day_date(ends));
    world_change(world, "ends", subject, NULL, arena_text(world->arena, text));
}

static int tell_activity(struct world *world, int instance, const char *name, int64_t starts,
                         int weeks)
{
    struct activity *activity = WORLD_ADD(world, activities);

    activity->institution = world->instances[instance - 1].institution;
    activity->instance = instance;
    activity->name = name;
    activity->starts = starts;
    activity->ends = starts + weeks * 7 - 3;
    activity->requirements = words_of(world, instance)->requirements;
    activity->created_at = (order_limit(world, activity) - 100) * 86400 + 28800 +
                           (int64_t)chance_below(&world->chance, 20000);
    activity_event(world, world->activities_count, activity->created_at, "activity.created");
    world_change(world, "name", NULL, NULL, name);
    tell_period(world, NULL, activity->starts, activity->ends);
    activity->wanted_change = world->changes_count;
    world_change(world, "places_wanted", NULL, "0", NULL);
    return world->activities_count;
}

/* Classes share the period or follow each other by a week; the activity reaches over them all. */
static void split(struct world *world, int id, int classes)
{
    struct activity *activity = &world->activities[id - 1];

    activity->first_class = world->classes_count + 1;
    activity->classes = classes;
    for (int i = 0; i < classes; i++) {
        struct class *class = WORLD_ADD(world, classes);
        class->activity = id;
        class->letter = (char)('A' + i);
        class->starts = activity->starts + i * 7;
        class->ends = activity->ends - (classes - 1 - i) * 7;
        struct event *event =
            world_event(world, activity->created_at + 600 + i * 60,
                        world->institution[activity->institution - 1].administrator,
                        "class.created", "class", world->classes_count, 1);
        event->area = "ordering";
        event->institution = activity->institution;
        event->activity = id;
        tell_period(world, arena_printf(world->arena, "%c", class->letter), class->starts,
                    class->ends);
    }
}

/* Wanted places, once the orders are told: what makes the status the calendar should show. */
static void want(struct world *world, int id, int missing)
{
    struct activity *activity = &world->activities[id - 1];
    int wanted = activity->confirmed + missing;

    if (activity->unanswered > 0 && wanted < activity->ordered)
        wanted = activity->ordered;
    if (wanted < 1)
        wanted = chance_between(&world->chance, 4, 40);
    activity->wanted = wanted < activity->classes ? activity->classes : wanted;
    world->changes[activity->wanted_change].to = arena_printf(world->arena, "%d", activity->wanted);
    for (int i = 0; i < activity->classes; i++)
        world->classes[activity->first_class - 1 + i].wanted =
            activity->wanted / activity->classes + (i < activity->wanted % activity->classes);
}

static void cancel(struct world *world, int id, int64_t day)
{
    world->activities[id - 1].cancelled_at = day * 86400 + 50400;
    activity_event(world, id, day * 86400 + 50400, "activity.cancelled");
    world_change(world, "reason", NULL, NULL, "For få studenter i kullet.");
}

/* The institution's instance of a programme's course in a term. */
static int instance_of(const struct world *world, int institution, int programme, int course,
                       int term)
{
    for (int i = 0; i < world->instances_count; i++) {
        const struct instance *instance = &world->instances[i];
        const struct course *of = &world->courses[instance->course - 1];
        if (instance->institution == institution && of->words == programme &&
            of->number == course && instance->term == term)
            return i + 1;
    }
    return 0;
}

static int64_t monday_in(struct world *world, int instance, int week)
{
    return day_monday(world->instances[instance - 1].starts + week * 7 + 6);
}

/* clang-format off */
/* What the demonstration people meet first, in the coming term: site 1 owes answers, one of them late; the
 * institution has fresh answers and silence. */
static const struct known {
    const char *name;
    int institution, programme, course, week, weeks, classes, missing;
    bool cancelled;
    struct {
        int site, places;
        enum story story;
        int age;
    } orders[4];
} known[] = {
    {"Kirurgisk praksis, kull 24",
     1, 0, 1, 3, 8, 0, 20, false,
     {{1, 12, STORY_SENT, 3}, {1, 4, STORY_SENT, 2}, {2, 6, STORY_CONFIRMED, 0},
      {4, 8, STORY_PARTLY, 1}}},
    {"Medisinsk praksis, kull 24",
     1, 0, 1, 4, 8, 2, 25, false,
     {{1, 10, STORY_OVERDUE, 30}, {4, 10, STORY_DECLINED, 1}, {5, 5, STORY_OVERDUE, 28}}},
    {"Medisinsk praksis, kveldskull",
     1, 0, 1, 6, 6, 0, 6, false,
     {{1, 6, STORY_REOPENED, 0}, {2, 4, STORY_REANSWERED, 2}}},
    {"Kirurgisk praksis, desentralisert",
     1, 0, 1, 5, 8, 0, 8, false,
     {{1, 8, STORY_PARTLY, 2}, {2, 4, STORY_DECLINED, 4}}},
    {"Samarbeidspraksis",
     1, 0, 1, 8, 4, 0, 0, false,
     {{1, 5, STORY_CONFIRMED, 5}, {4, 5, STORY_CONFIRMED, 6}}},
    {"Ledelsespraksis",
     1, 0, 1, 10, 3, 0, 12, false,
     {{1, 3, STORY_DRAFT, 0}, {2, 3, STORY_DRAFT, 0}}},
    {"Simuleringspraksis",
     1, 0, 1, 2, 4, 0, 12, true,
     {{1, 4, STORY_WITHDRAWN, 8}}},
    {"Engelskpraksis 1.–7. trinn",
     1, 1, 2, 4, 5, 0, 8, false,
     {{3, 6, STORY_SENT, 4}, {8, 4, STORY_CONFIRMED, 3}}},
    {"Grunnpraksis ved Universitetet",
     2, 0, 0, 5, 8, 0, 14, false,
     {{1, 9, STORY_SENT, 6}, {2, 5, STORY_SENT, 6}}},
};
/* clang-format on */

static int tell_known(struct world *world, const struct known *as)
{
    int instance = instance_of(world, as->institution, as->programme, as->course, TERM_NOW + 1);
    int id =
        tell_activity(world, instance, as->name, monday_in(world, instance, as->week), as->weeks);

    if (as->classes)
        split(world, id, as->classes);
    for (int o = 0; o < 4 && as->orders[o].site; o++)
        tell_order(world, id, as->orders[o].site, as->orders[o].places, as->orders[o].story,
                   world->today - 1, as->orders[o].age);
    if (as->cancelled)
        cancel(world, id, world->today - 4);
    want(world, id, as->missing);
    return id;
}

static void tell_known_ahead(struct world *world)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        tell_known(world, &known[i]);
}

/* clang-format off */
/* What the institution allocates: one ready for the run, one whose students are being asked, one shared. */
static const struct known ready =
    {"Medisinsk og kirurgisk praksis, vår", 1, 0, 1, 6, 8, 2, 0, false,
     {{1, 12, STORY_CONFIRMED, 30}, {2, 10, STORY_CONFIRMED, 28}, {4, 12, STORY_CONFIRMED, 31},
      {5, 10, STORY_CONFIRMED, 26}}};
static const struct known asking =
    {"Hjemmetjenestepraksis, kull 26", 1, 0, 2, 9, 6, 0, 0, false,
     {{1, 8, STORY_CONFIRMED, 20}, {2, 8, STORY_CONFIRMED, 22}, {4, 6, STORY_CONFIRMED, 18},
      {5, 6, STORY_CLOSED, 12}}};
static const struct known coming =
    {"Sykehuspraksis, fysioterapi", 1, 5, 0, 1, 7, 0, 0, false,
     {{1, 7, STORY_CONFIRMED, 34}, {4, 5, STORY_CLOSED, 30}}};
/* clang-format on */

/* After all others, by a chance of their own: what stood before them stays as it was. */
static void tell_known_allocated(struct world *world)
{
    struct chance before = world->chance;

    world->chance.state = 0x616c6c6f63;
    world->ready = tell_known(world, &ready);
    world->asking = tell_known(world, &asking);
    world->coming = tell_known(world, &coming);
    world->chance = before;
}

/* One that runs today, with the demonstration student and supervisor in it, and the one it was copied from. */
static void tell_known_now(struct world *world)
{
    int then = instance_of(world, 1, 0, 0, TERM_NOW - 2);
    int now = instance_of(world, 1, 0, 0, TERM_NOW);
    int64_t limit;
    int before =
        tell_activity(world, then, "Sykehjemspraksis, kull 25", monday_in(world, then, 4), 8);

    limit = order_limit(world, &world->activities[before - 1]);
    tell_order(world, before, 1, 10, STORY_CLOSED, limit, 40);
    tell_order(world, before, 2, 6, STORY_CLOSED_DECLINED, limit, 45);
    want(world, before, 0);
    int a =
        tell_activity(world, now, "Sykehjemspraksis, kull 26", day_monday(world->today) - 21, 8);
    world->activities[a - 1].copied_from = before;
    split(world, a, 2);
    limit = order_limit(world, &world->activities[a - 1]);
    tell_order(world, a, 1, 10, STORY_CONFIRMED, limit, 30);
    tell_order(world, a, 2, 6, STORY_CLOSED, limit, 20);
    want(world, a, 0);
    world->activity_of_student = a;
    world->class_of_student = world->activities[a - 1].first_class;
    world->unit_of_supervisor = world->sites[0].first_unit + 2;
    world->past = before;
}

/* One activity with a hundred orders to a hundred sites. */
static void tell_hundred(struct world *world)
{
    static const enum story stories[10] = {
        STORY_CONFIRMED, STORY_CONFIRMED, STORY_CONFIRMED, STORY_CONFIRMED, STORY_PARTLY,
        STORY_DECLINED,  STORY_SENT,      STORY_SENT,      STORY_SENT,      STORY_OVERDUE};
    const struct institution *institution = &world->institution[0];
    int instance = instance_of(world, 1, 0, 2, TERM_NOW + 1);

    world->hundred =
        tell_activity(world, instance, "Praksis i hele regionen", monday_in(world, instance, 6), 8);
    for (int i = 0; i < 100; i++) {
        enum story story = stories[i % 10];
        tell_order(world, world->hundred, institution->sites[i],
                   chance_between(&world->chance, 1, 9), story, world->today - 1,
                   story == STORY_OVERDUE ? 25 : i % 10);
    }
    want(world, world->hundred, 10);
}

/* ---- the many ---- */

/* What share of an institution's activities lies in each term, of 20. */
static const int term_share[TERMS] = {1, 1, 2, 3, 5, 6, 2};

static int some_term(struct world *world)
{
    int share = (int)chance_below(&world->chance, 20);

    for (int term = 0; term < TERMS; term++)
        if ((share -= term_share[term]) < 0)
            return term;
    return TERMS - 1;
}

static void add_activity(struct world *world, int institution, int number)
{
    const struct institution *of = &world->institution[institution - 1];
    int term = some_term(world);
    int course = (int)chance_below(&world->chance, (unsigned)of->instances / TERMS);
    int instance = of->first_instance + course * TERMS + term;
    const struct course_words *words = words_of(world, instance);
    const char *name = arena_printf(world->arena, "%s, gruppe %d", words->practice, number);
    int weeks = words->weeks;
    int64_t starts = monday_in(world, instance, chance_between(&world->chance, 0, 18 - weeks));
    int id = tell_activity(world, instance, name, starts, weeks);

    if (weeks > 4 && chance_percent(&world->chance, 15))
        split(world, id, chance_between(&world->chance, 2, 3));
}

/* A site of the kinds the programme goes to, with an agreement; 0 when chance finds none. */
static int some_site(struct world *world, const struct activity *activity)
{
    const struct institution *institution = &world->institution[activity->institution - 1];
    const struct instance *instance = &world->instances[activity->instance - 1];
    unsigned kinds = programmes[world->courses[instance->course - 1].words].kinds;

    for (int tries = 0; tries < 40 && institution->site_count > 0; tries++) {
        int site =
            institution->sites[chance_below(&world->chance, (unsigned)institution->site_count)];
        if (kinds & KIND_MASK(world->sites[site - 1].kind))
            return site;
    }
    return 0;
}

/* The story of one more order, so that activities come in every status. */
static enum story some_story(struct world *world, int id)
{
    static const enum story ahead[4][8] = {
        {STORY_DRAFT, STORY_DRAFT, STORY_DRAFT, STORY_DRAFT, STORY_DRAFT, STORY_DRAFT, STORY_DRAFT,
         STORY_DRAFT},
        {STORY_SENT, STORY_SENT, STORY_SENT, STORY_CONFIRMED, STORY_PARTLY, STORY_OVERDUE,
         STORY_REOPENED, STORY_DECLINED},
        {STORY_PARTLY, STORY_DECLINED, STORY_CONFIRMED, STORY_REANSWERED, STORY_PARTLY,
         STORY_WITHDRAWN, STORY_CONFIRMED, STORY_DECLINED},
        {STORY_CONFIRMED, STORY_CONFIRMED, STORY_REANSWERED, STORY_CONFIRMED, STORY_CONFIRMED,
         STORY_CONFIRMED, STORY_WITHDRAWN, STORY_CONFIRMED},
    };
    static const enum story behind[8] = {STORY_CLOSED,    STORY_CLOSED, STORY_CONFIRMED,
                                         STORY_CONFIRMED, STORY_CLOSED, STORY_CLOSED_DECLINED,
                                         STORY_WITHDRAWN, STORY_PARTLY};

    if (world->activities[id - 1].starts <= world->today + 21)
        return behind[chance_below(&world->chance, 8)];
    return ahead[id % 8 < 1   ? 0
                 : id % 8 < 4 ? 1
                 : id % 8 < 6 ? 2
                              : 3][chance_below(&world->chance, 8)];
}

static void add_order(struct world *world, int id)
{
    const struct activity *activity = &world->activities[id - 1];
    int site = some_site(world, activity);

    if (!site)
        return;
    enum story story = some_story(world, id);
    int age = story == STORY_OVERDUE ? chance_between(&world->chance, ANSWER_DAYS + 1, 45)
                                     : chance_between(&world->chance, 0, 18);
    tell_order(world, id, site, chance_between(&world->chance, 1, 12), story,
               order_limit(world, activity), age);
}

/* Rounds over all activities, some in each, till the orders are spent; a region too small for them ends early. */
static void add_orders(struct world *world, int first)
{
    for (int round = 0; round < 50; round++)
        for (int id = first; id <= world->activities_count; id++) {
            if (world->orders_count >= world->orders_wanted)
                return;
            if (chance_percent(&world->chance, round == 0 ? 80 : 45))
                add_order(world, id);
        }
}

static void add_cancellations(struct world *world, int first)
{
    for (int id = first; id <= world->activities_count; id++) {
        const struct activity *activity = &world->activities[id - 1];
        if (activity->orders == 0 && activity->drafts == 0 && activity->starts > world->today &&
            chance_percent(&world->chance, 15))
            cancel(world, id, order_limit(world, activity));
    }
}

void world_activities(struct world *world)
{
    int total = world->students / 5 < 110 ? 110 : world->students / 5;
    int biggest = world->students < 10000 ? total / 2 : total * 17 / 20;

    tell_known_ahead(world);
    tell_known_now(world);
    if (world->orders_wanted >= 1000 && world->institution[0].site_count >= 100)
        tell_hundred(world);
    int first = world->activities_count + 1;
    for (int i = 0; i < total; i++)
        add_activity(world, i < biggest ? 1 : 2 + i % (INSTITUTIONS - 1), i + 1);
    add_orders(world, first);
    for (int id = first; id <= world->activities_count; id++)
        want(world, id, id % 8 < 4 || id % 8 >= 6 ? 0 : chance_between(&world->chance, 2, 9));
    add_cancellations(world, first);
    tell_known_allocated(world);
}
