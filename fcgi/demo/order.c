/* One order's life, told so that its row, its events, the site's capacity and the activity's counts agree. */
#include "world.h"

/* A telling under way. Days run forward; each step is a later day than the one before. */
struct telling {
    struct world *world;
    int id, planner, coordinator;
    int64_t day;
};

static const char *number(struct world *world, int value)
{
    return arena_printf(world->arena, "%d", value);
}

/* Some minute of the day between eight and four, Oslo time or nearly. */
static int64_t working_hour(struct world *world, int64_t day)
{
    return day * 86400 + chance_between(&world->chance, 7 * 60, 14 * 60) * 60 +
           (int64_t)chance_below(&world->chance, 60);
}

static struct order *step(struct telling *telling, int person, const char *kind)
{
    struct world *world = telling->world;
    struct order *order = &world->orders[telling->id - 1];
    struct activity *activity = &world->activities[order->activity - 1];
    int64_t at = working_hour(world, telling->day);

    order->version++;
    struct event *event =
        world_event(world, at, person, kind, "order", telling->id, order->version);
    event->area = "ordering";
    event->institution = activity->institution;
    event->site = order->site;
    event->activity = order->activity;
    return order;
}

static int64_t happened(const struct world *world)
{
    return world->events[world->events_count - 1].at;
}

static void send(struct telling *telling)
{
    struct order *order = step(telling, telling->planner, "order.sent");

    world_change(telling->world, "state", NULL, "draft", "sent");
    order->state = ORDER_SENT;
    order->sent_at = happened(telling->world);
    order->due_on = telling->day + ANSWER_DAYS;
}

/* Spreads the places over the site's open units that have none below them; what was answered last time is
 * replaced, as the action does. */
static void offer(struct telling *telling, const struct order *order, int places)
{
    struct world *world = telling->world;
    const struct site *site = &world->sites[order->site - 1];
    int units[64], count = 0;

    for (int i = 0; i < site->units && count < 64; i++) {
        const struct unit *unit = &world->units[site->first_unit - 1 + i];
        if (unit->leaf && !unit->closed_on)
            units[count++] = site->first_unit + i;
    }
    int parts = places < 3 || count == 1 ? 1 : chance_between(&world->chance, 1, count < 4 ? count : 4);
    unsigned start = chance_below(&world->chance, (unsigned)count);
    for (int i = 0; i < parts; i++) {
        int unit = units[(start + (unsigned)i) % (unsigned)count];
        int share = places / parts + (i < places % parts);
        *WORLD_ADD(world, capacities) = (struct capacity){telling->id, unit, share};
        world_change(world, "capacity", world->units[unit - 1].name, NULL, number(world, share));
    }
}

static void answer(struct telling *telling, int places)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->coordinator, "order.answered");

    world_change(world, "state", NULL, "sent", "answered");
    world_change(world, "answer", NULL, NULL, "confirmed");
    world_change(world, "places_confirmed", NULL, "0", number(world, places));
    order->state = ORDER_ANSWERED;
    order->answer = ANSWER_CONFIRMED;
    order->answered_at = happened(world);
    order->confirmed = places;
    offer(telling, order, places);
    if (chance_percent(&world->chance, 25))
        order->answer_message = "Studentane er velkomne. Møteplan kjem to veker før start.";
}

static void decline(struct telling *telling)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->coordinator, "order.declined");

    order->state = ORDER_ANSWERED;
    order->answer = ANSWER_DECLINED;
    order->answered_at = happened(world);
    order->answer_message = decline_reasons[chance_below(&world->chance, 4)];
    world_change(world, "state", NULL, "sent", "answered");
    world_change(world, "answer", NULL, NULL, "declined");
    world_change(world, "answer_message", NULL, NULL, order->answer_message);
}

static void reopen(struct telling *telling)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->planner, "order.reopened");

    world_change(world, "state", NULL, "answered", "sent");
    world_change(world, "answer", NULL, "confirmed", NULL);
    world_change(world, "places_confirmed", NULL, number(world, order->confirmed), "0");
    order->state = ORDER_SENT;
    order->answer = ANSWER_NONE;
    order->answer_message = NULL;
    order->answered_at = 0;
    order->confirmed = 0;
    order->due_on = telling->day + ANSWER_DAYS;
}

static void withdraw(struct telling *telling)
{
    step(telling, telling->planner, "order.withdrawn")->state = ORDER_WITHDRAWN;
    world_change(telling->world, "state", NULL, "sent", "withdrawn");
}

static void close(struct telling *telling)
{
    step(telling, telling->planner, "order.closed")->state = ORDER_CLOSED;
    world_change(telling->world, "state", NULL, "answered", "closed");
}

/* What the calendar counts, as the actions count it. */
static void count(struct world *world, int id)
{
    const struct order *order = &world->orders[id - 1];
    struct activity *activity = &world->activities[order->activity - 1];

    activity->drafts += order->state == ORDER_DRAFT;
    if (order->state == ORDER_DRAFT || order->state == ORDER_WITHDRAWN)
        return;
    activity->orders++;
    activity->unanswered += order->state == ORDER_SENT;
    activity->ordered += order->places;
    if (order->answer != ANSWER_NONE)
        activity->answered += order->places;
    activity->confirmed += order->confirmed;
}

static int some_days(struct telling *telling, int first, int last)
{
    return chance_between(&telling->world->chance, first, last);
}

/* The last step is on `last`; the ones before are found by walking back. */
static void tell_sent(struct telling *telling, enum story story, int64_t last, int places)
{
    bool twice = story == STORY_REOPENED || story == STORY_REANSWERED;
    int to_close = story == STORY_CLOSED || story == STORY_CLOSED_DECLINED
                       ? some_days(telling, 2, 12)
                       : 0;
    int to_again = story == STORY_REANSWERED ? some_days(telling, 1, 4) : 0;
    int to_reopen = twice ? some_days(telling, 1, 5) : 0;
    int to_answer = story == STORY_SENT || story == STORY_OVERDUE ? 0 : some_days(telling, 2, 12);

    telling->day = last - to_close - to_again - to_reopen - to_answer;
    send(telling);
    telling->day += to_answer;
    if (story == STORY_WITHDRAWN)
        withdraw(telling);
    else if (story == STORY_DECLINED || story == STORY_CLOSED_DECLINED)
        decline(telling);
    else if (story == STORY_PARTLY)
        answer(telling, places > 1 ? places / 2 : 0);
    else if (story != STORY_SENT && story != STORY_OVERDUE)
        answer(telling, twice && places > 1 ? places - 1 : places);
    telling->day += to_reopen;
    if (twice)
        reopen(telling);
    telling->day += to_again;
    if (story == STORY_REANSWERED) {
        while (telling->world->capacities_count > 0 &&
               telling->world->capacities[telling->world->capacities_count - 1].order == telling->id)
            telling->world->capacities_count--;
        answer(telling, places);
    }
    telling->day += to_close;
    if (to_close)
        close(telling);
}

int tell_order(struct world *world, int activity, int site, int places, enum story story,
               int64_t limit, int age)
{
    const struct activity *asked = &world->activities[activity - 1];
    struct order *order = WORLD_ADD(world, orders);
    struct telling telling = {
        .world = world,
        .id = world->orders_count,
        .planner = world->institution[asked->institution - 1].administrator,
        .coordinator = world->sites[site - 1].coordinator,
    };
    int64_t last = limit - age;
    size_t first_event = (size_t)world->events_count;

    order->activity = activity;
    order->site = site;
    order->places = places;
    if (chance_percent(&world->chance, 30))
        order->message = "Ta gjerne kontakt om dere vil dele perioden på to grupper.";
    telling.day = last;
    step(&telling, telling.planner, "order.created");
    world_change(world, "places", NULL, NULL, number(world, places));
    if (story != STORY_DRAFT) {
        tell_sent(&telling, story, last, places);
        /* Written the hour before it was sent. */
        world->events[first_event].at = world->events[first_event + 1].at - 3000;
    }
    count(world, telling.id);
    return telling.id;
}
