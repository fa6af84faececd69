/* Students are registered in what runs, ran or lies ahead, wish, and are put within what was confirmed: the activities the
 * demonstration people meet first, then all that were shared. */
#include "student.h"

#include "role.h"

/* A unit with places in an activity. */
struct seat {
    int unit, site, places, left;
    int order; /* the site's first with places here: whose supervisors were entered */
};
struct seats {
    struct seat *seat;
    int count, left;
};

/* Whom to draw from, and what each has already. */
struct draw {
    struct world *world;
    int *first_capacity, *capacity; /* by activity: indexes of capacities that count */
    int *first_student, *student;   /* by programme: numbers */
    int *next;                      /* by programme: where the last drawing ended */
    int *last;                      /* by number: the last registration; 0: none */
};

int student_person(const struct world *world, int n)
{
    return n ? world->people + n : SIGN_IN_STUDENT;
}

/* Half of them in the biggest. */
int student_institution(int n)
{
    return n % 2 || n == 0 ? 1 : 2 + n / 2 % (INSTITUTIONS - 1);
}

/* Four of ten in the first programme of their institution: it is the one that fills hospitals. */
int student_programme(const struct world *world, int n)
{
    int institution = student_institution(n);
    int first = 0, count = 0;

    for (int p = world->programmes_count; p > 0; p--)
        if (world->programmes[p - 1].institution == institution) {
            first = p;
            count++;
        }
    return n == 0 || n / 2 % 10 < 4 ? first : first + n / 3 % count;
}

/* ---- what is there to draw from ---- */

static int *numbers(struct world *world, int count)
{
    return arena_zero(world->arena, sizeof(int) * ((size_t)count + 2));
}

static bool counts(const struct world *world, const struct capacity *capacity)
{
    const struct order *order = &world->orders[capacity->order - 1];

    return order->answer == ANSWER_CONFIRMED && capacity->places > 0;
}

/* Both lists are laid out group by group: counted, then filled from each group's first. */
static void gather_capacity(struct draw *draw)
{
    struct world *world = draw->world;

    draw->first_capacity = numbers(world, world->activities_count);
    draw->capacity = numbers(world, world->capacities_count);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = world->capacities_count - 1; i >= 0; i--) {
            const struct capacity *capacity = &world->capacities[i];
            int activity = world->orders[capacity->order - 1].activity;
            if (!counts(world, capacity))
                continue;
            if (pass == 0)
                draw->first_capacity[activity]++;
            else
                draw->capacity[--draw->first_capacity[activity]] = i;
        }
        for (int a = 1; pass == 0 && a <= world->activities_count + 1; a++)
            draw->first_capacity[a] += draw->first_capacity[a - 1];
    }
}

static void gather_students(struct draw *draw)
{
    struct world *world = draw->world;

    draw->first_student = numbers(world, world->programmes_count);
    draw->student = numbers(world, world->students);
    draw->next = numbers(world, world->programmes_count);
    draw->last = numbers(world, world->students);
    for (int n = 1; n <= world->students; n++)
        draw->first_student[student_programme(world, n)]++;
    for (int p = 1; p <= world->programmes_count + 1; p++)
        draw->first_student[p] += draw->first_student[p - 1];
    for (int n = world->students; n > 0; n--)
        draw->student[--draw->first_student[student_programme(world, n)]] = n;
}

/* The units with places in an activity, each once. */
static struct seats seats_of(const struct draw *draw, int activity)
{
    const struct world *world = draw->world;
    int first = draw->first_capacity[activity], end = draw->first_capacity[activity + 1];
    struct seats seats = {
        .seat = arena_zero(world->arena, sizeof(struct seat) * ((size_t)(end - first) + 1))};

    for (int i = first; i < end; i++) {
        const struct capacity *capacity = &world->capacities[draw->capacity[i]];
        struct seat *seat = &seats.seat[seats.count];
        seat->site = world->orders[capacity->order - 1].site;
        seat->order = capacity->order;
        for (int s = seats.count - 1; s >= 0; s--) {
            if (seats.seat[s].site == seat->site)
                seat->order = seats.seat[s].order;
            if (seats.seat[s].unit == capacity->unit)
                seat = &seats.seat[s];
        }
        if (!seat->unit)
            seats.count++;
        seat->unit = capacity->unit;
        seat->places += capacity->places;
        seat->left = seat->places;
        seats.left += capacity->places;
    }
    return seats;
}

/* A unit that takes students of an activity has what it asks for. */
static void cover(struct world *world)
{
    for (int i = 0; i < world->capacities_count; i++) {
        const struct capacity *capacity = &world->capacities[i];
        if (counts(world, capacity))
            world->units[capacity->unit - 1].requirements |=
                world->activities[world->orders[capacity->order - 1].activity - 1].requirements;
    }
}

/* ---- one registration ---- */

static int64_t starts_of(const struct world *world, int activity, int class)
{
    return class ? world->classes[class - 1].starts : world->activities[activity - 1].starts;
}

static int64_t ends_of(const struct world *world, int activity, int class)
{
    return class ? world->classes[class - 1].ends : world->activities[activity - 1].ends;
}

static bool is_free(const struct draw *draw, int n, int activity, int class)
{
    const struct world *world = draw->world;
    int64_t starts = starts_of(world, activity, class), ends = ends_of(world, activity, class);

    for (int r = draw->last[n]; r; r = world->registrations[r - 1].previous) {
        const struct registration *has = &world->registrations[r - 1];
        if (starts_of(world, has->activity, has->class) <= ends &&
            ends_of(world, has->activity, has->class) >= starts)
            return false;
    }
    return true;
}

/* Half in Bergen, a quarter around it, the others anywhere; some have not told. */
static const char *some_municipality(struct world *world)
{
    static const int around[] = {15, 17, 18, 22}; /* Bjørnafjorden, Øygarden, Askøy, Alver */
    unsigned chance = chance_below(&world->chance, 100);

    if (chance < 4)
        return NULL;
    if (chance < 54)
        return municipalities[0].number;
    if (chance < 78)
        return municipalities[around[chance % 4]].number;
    return municipalities[chance_below(&world->chance, MUNICIPALITIES)].number;
}

static int some_class(const struct world *world, int activity, int number)
{
    const struct activity *of = &world->activities[activity - 1];

    return of->classes ? of->first_class + number % of->classes : 0;
}

static struct registration *enter(struct draw *draw, int activity, int class, int n)
{
    struct world *world = draw->world;
    struct activity *of = &world->activities[activity - 1];
    struct registration *registration = WORLD_ADD(world, registrations);

    registration->activity = activity;
    registration->class = class;
    registration->person = student_person(world, n);
    registration->previous = draw->last[n];
    registration->municipality = some_municipality(world);
    registration->car = chance_percent(&world->chance, 30);
    draw->last[n] = world->registrations_count;
    if (of->registrations++ == 0)
        of->first_registration = world->registrations_count;
    return registration;
}

/* Up to `wanted` students of the activity's programme who have nothing else then. */
static void enter_some(struct draw *draw, int activity, int wanted)
{
    struct world *world = draw->world;
    const struct instance *instance =
        &world->instances[world->activities[activity - 1].instance - 1];
    int programme = world->courses[instance->course - 1].programme;
    int first = draw->first_student[programme];
    int count = draw->first_student[programme + 1] - first;
    int *next = &draw->next[programme];

    for (int tries = 0, most = wanted * 4; tries < count && tries < most && wanted > 0; tries++) {
        int class = some_class(world, activity, world->activities[activity - 1].registrations);
        int n = draw->student[first + *next];
        *next = (*next + 1) % count;
        if (!is_free(draw, n, activity, class))
            continue;
        enter(draw, activity, class, n);
        wanted--;
    }
}

/* ---- wishes ---- */

/* One who wants `first` most, when it is not 0; then units by chance, the first half of them oftener. */
static void wish(struct world *world, int registration, const struct seats *seats, int first,
                 int most)
{
    int wished[20] = {first}, count = first ? 1 : 0;

    for (int tries = 0; tries < 4 * most && count < most && count < seats->count; tries++) {
        int among = chance_percent(&world->chance, 50) ? (seats->count + 1) / 2 : seats->count;
        int unit = seats->seat[chance_below(&world->chance, (unsigned)among)].unit;
        bool known = false;
        for (int i = 0; i < count; i++)
            known = known || wished[i] == unit;
        if (!known)
            wished[count++] = unit;
    }
    for (int i = 0; i < count; i++)
        *WORLD_ADD(world, wishes) = (struct wish){registration, i + 1, wished[i]};
}

/* All students of an activity but every `silent`th hand in wishes inside the window, before today. */
static void ask(struct world *world, int activity, const struct seats *seats, int silent)
{
    const struct activity *of = &world->activities[activity - 1];
    int64_t last = of->plan.wishes_to < world->today - 1 ? of->plan.wishes_to : world->today - 1;

    for (int i = 0; i < of->registrations; i++) {
        int id = of->first_registration + i;
        struct registration *registration = &world->registrations[id - 1];
        if (i % silent == 0)
            continue;
        registration->wishes_at =
            (of->plan.wishes_from + (last - of->plan.wishes_from) * i / of->registrations) * 86400 +
            chance_between(&world->chance, 6, 20) * 3600;
        wish(world, id, seats, 0, chance_between(&world->chance, 3, 5));
    }
}

/* ---- places ---- */

static struct place place_at(const struct world *world, int activity, struct seat *seat)
{
    int supervisors = site_supervisors(world, seat->order);
    struct place place = {.unit = seat->unit, .lecturer = activity_lecturer(world, activity)};

    if (supervisors)
        place.supervisor = site_staff(seat->site) + 2 + seat->left % supervisors;
    seat->left--;
    return place;
}

/* Some unit with a place left, seat after seat so that all get students. */
static struct seat *some_seat(struct seats *seats, int number)
{
    for (int i = 0; i < seats->count; i++) {
        struct seat *seat = &seats->seat[(number + i) % seats->count];
        if (seat->left > 0)
            return seat;
    }
    return NULL;
}

/* The day the last place was confirmed. */
static int64_t confirmed_at(const struct draw *draw, int activity)
{
    const struct world *world = draw->world;
    int64_t last = world->activities[activity - 1].created_at;

    for (int i = draw->first_capacity[activity]; i < draw->first_capacity[activity + 1]; i++) {
        const struct capacity *capacity = &world->capacities[draw->capacity[i]];
        int64_t at = world->orders[capacity->order - 1].answered_at;
        last = at > last ? at : last;
    }
    return last;
}

static void share(struct draw *draw, int activity)
{
    struct world *world = draw->world;
    struct activity *of = &world->activities[activity - 1];
    int64_t day = of->starts - 14 < world->today - 4 ? of->starts - 14 : world->today - 4;
    int64_t at = day * 86400 + 36000 + activity % 60 * 60, confirmed = confirmed_at(draw, activity);

    of->plan.shared_at = at > confirmed + 7200 ? at : confirmed + 7200;
    struct event *event = world_event(world, of->plan.shared_at,
                                      world->institution[of->institution - 1].administrator,
                                      "allocation.shared", "plan", activity, 3);
    event->area = "allocation";
    event->institution = of->institution;
    event->activity = activity;
}

static void window(struct world *world, int activity, int64_t from, int64_t to)
{
    world->activities[activity - 1].plan.wishes_from = from;
    world->activities[activity - 1].plan.wishes_to = to;
    world->activities[activity - 1].plan.wishes_most = 5;
}

/* Everybody gets a place; two thirds their best wish. */
static void place_all(struct draw *draw, int activity, struct seats *seats)
{
    struct world *world = draw->world;
    const struct activity *of = &world->activities[activity - 1];

    for (int i = 0; i < of->registrations; i++) {
        int id = of->first_registration + i;
        struct registration *registration = &world->registrations[id - 1];
        struct seat *seat = some_seat(seats, i);
        if (!seat)
            return;
        registration->working = place_at(world, activity, seat);
        registration->shared = registration->working;
        registration->wishes_at = (of->plan.wishes_to - 1 - i % 9) * 86400 + 50000 + i;
        wish(world, id, seats, chance_percent(&world->chance, 66) ? seat->unit : 0,
             chance_between(&world->chance, 2, 4));
    }
}

/* Registered, asked, put and shared: as far ahead of its start as sharing allows. */
static void place_and_share(struct draw *draw, int activity, int wanted, struct seats *seats)
{
    struct world *world = draw->world;

    enter_some(draw, activity, wanted);
    if (world->activities[activity - 1].registrations == 0)
        return;
    share(draw, activity);
    int64_t day = world->activities[activity - 1].plan.shared_at / 86400;
    window(world, activity, day - 30, day - 9);
    place_all(draw, activity, seats);
}

/* ---- what the demonstration people meet first ---- */

/* Registration 1 is the demonstration student's, with the demonstration supervisor, who has two more. */
static void tell_running(struct draw *draw)
{
    struct world *world = draw->world;
    int activity = world->activity_of_student;
    struct seats seats = seats_of(draw, activity);

    enter(draw, activity, world->class_of_student, 0)->municipality = municipalities[0].number;
    place_and_share(draw, activity, seats.left - 1, &seats);
    world->unit_of_supervisor = world->registrations[0].shared.unit;
    int followed = 0;
    for (int i = 0; i < world->activities[activity - 1].registrations; i++) {
        struct registration *registration = &world->registrations[i];
        if (registration->class != world->class_of_student)
            registration->shared.supervisor = 0; /* not entered yet */
        else if (world->units[registration->shared.unit - 1].site == 1 && followed++ < 3)
            registration->shared.supervisor = SIGN_IN_VEILEDER;
        registration->working = registration->shared;
    }
}

/* Two have changed places since it was shared, and nobody but the institution knows yet. */
static void tell_coming(struct draw *draw)
{
    struct world *world = draw->world;
    struct seats seats = seats_of(draw, world->coming);

    place_and_share(draw, world->coming, seats.left - 1, &seats);
    const struct activity *of = &world->activities[world->coming - 1];
    for (int i = 1; i < of->registrations; i++) {
        struct registration *one = &world->registrations[of->first_registration - 1];
        if (one->shared.unit == one[i].shared.unit)
            continue;
        one->working = one[i].shared;
        one[i].working = one->shared;
        return;
    }
}

static void group(struct world *world, int activity, const char *kind, int from, int count)
{
    const struct activity *of = &world->activities[activity - 1];

    *WORLD_ADD(world, groups) = (struct group){activity, kind};
    for (int i = from; i < from + count && i < of->registrations; i++)
        world->registrations[of->first_registration - 1 + i].group = world->groups_count;
}

/* What the run has to mind: reach, accommodation, conflicts, groups, one placed by hand, one withdrawn. */
static void tell_needs(struct draw *draw, const struct seats *seats)
{
    struct world *world = draw->world;
    const struct activity *of = &world->activities[world->ready - 1];
    int first = of->first_registration;

    if (of->registrations < 20)
        return;
    for (int i = 4; i < of->registrations; i += 9) {
        *WORLD_ADD(world, reaches) = (struct reach){first + i, "4601"};
        *WORLD_ADD(world, reaches) = (struct reach){first + i, "4631"};
        world->registrations[first + i - 1].municipality = "4601";
    }
    *WORLD_ADD(world, needs) = (struct need){first + 6, ASKED_REQUIREMENTS + 1};
    *WORLD_ADD(world, needs) = (struct need){first + 11, ASKED_REQUIREMENTS + 2};
    *WORLD_ADD(world, conflicts) = (struct conflict){first + 2, "employer", 2, 0};
    *WORLD_ADD(world, conflicts) =
        (struct conflict){first + 8, "interest", seats->seat[0].site, seats->seat[0].unit};
    group(world, world->ready, "tandem", 14, 2);
    group(world, world->ready, "car_pool", 16, 3);
    struct registration *by_hand = &world->registrations[first + 2];
    by_hand->working = (struct place){.unit = seats->seat[0].unit};
    by_hand->locked = true;
    struct registration *withdrawn = &world->registrations[first + of->registrations - 2];
    withdrawn->withdrawn_on = world->today - 2;
}

static void tell_ready(struct draw *draw)
{
    struct world *world = draw->world;
    struct seats seats = seats_of(draw, world->ready);

    enter_some(draw, world->ready, 42);
    window(world, world->ready, world->today - 17, world->today - 3);
    ask(world, world->ready, &seats, 12);
    tell_needs(draw, &seats);
}

/* The demonstration student's first; nobody has waited for it: some have handed in, it has not. */
static void tell_asking(struct draw *draw)
{
    struct world *world = draw->world;
    struct seats seats = seats_of(draw, world->asking);

    enter(draw, world->asking, 0, 0)->municipality = municipalities[0].number;
    enter_some(draw, world->asking, 23);
    window(world, world->asking, world->today - 5, world->today + 9);
    ask(world, world->asking, &seats, 2);
}

/* ---- the many ---- */

/* Shared: what began, begins within three weeks, or has got all it asked for in every other round. */
static bool was_shared(const struct world *world, int id)
{
    const struct activity *activity = &world->activities[id - 1];

    if (activity->cancelled_at || activity->confirmed == 0 || id == world->hundred ||
        activity->registrations > 0)
        return false;
    return activity->starts <= world->today + 21 || id % 8 == 6;
}

void world_students(struct world *world)
{
    struct draw draw = {.world = world};
    struct chance before = world->chance;

    world->chance.state = 0x73747564;
    gather_capacity(&draw);
    gather_students(&draw);
    cover(world);
    tell_running(&draw);
    tell_coming(&draw);
    tell_ready(&draw);
    tell_asking(&draw);
    for (int id = world->past; id < world->ready; id++)
        if (was_shared(world, id)) {
            struct seats seats = seats_of(&draw, id);
            place_and_share(&draw, id, seats.left, &seats);
        }
    world->chance = before;
}
