/* One order's life, told so that its row, its events, the site's capacity and the activity's counts agree. */
#include "order.h"

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

static const char *day_text(struct world *world, int64_t day)
{
    char text[DATE_TEXT];

    date_iso(text, day_date(day));
    return arena_text(world->arena, text);
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

    order->state = ORDER_SENT;
    order->sent_at = happened(telling->world);
    order->due_on = telling->day + ANSWER_DAYS;
    world_change(telling->world, "state", NULL, "draft", "sent");
    world_change(telling->world, "due_on", NULL, NULL, day_text(telling->world, order->due_on));
}

/* As the actions write it: nothing when nothing changed. */
static void change_integer(struct world *world, const char *field, const char *subject, int from,
                           int to)
{
    if (from != to)
        world_change(world, field, subject, number(world, from), number(world, to));
}

/* What the site offered last time in a unit; forgotten, so that what is left was dropped. */
static int take_earlier(struct capacity *earlier, int count, int unit)
{
    for (int i = 0; i < count; i++)
        if (earlier[i].unit == unit) {
            int places = earlier[i].places;
            earlier[i].places = 0;
            return places;
        }
    return 0;
}

/* Spreads the places over up to four of the site's open units that have none below them, instead of what the
 * site offered last time. */
static void offer(struct telling *telling, const struct order *order, int places)
{
    struct world *world = telling->world;
    const struct site *site = &world->sites[order->site - 1];
    struct capacity earlier[4];
    int units[64], count = 0, before = 0;

    while (world->capacities_count > 0 &&
           world->capacities[world->capacities_count - 1].order == telling->id)
        earlier[before++] = world->capacities[--world->capacities_count];
    for (int i = 0; i < site->units && count < 64; i++) {
        const struct unit *unit = &world->units[site->first_unit - 1 + i];
        if (unit->leaf && !unit->closed_on)
            units[count++] = site->first_unit + i;
    }
    if (count == 0 || places < 1)
        return;
    int parts = chance_between(&world->chance, 1, 4);
    parts = parts > count ? count : parts;
    parts = parts > places ? places : parts;
    unsigned start = chance_below(&world->chance, (unsigned)count);
    for (int i = 0; i < parts; i++) {
        int unit = units[(start + (unsigned)i) % (unsigned)count];
        int share = places / parts + (i < places % parts);
        *WORLD_ADD(world, capacities) = (struct capacity){telling->id, unit, share};
        change_integer(world, "capacity", world->units[unit - 1].name,
                       take_earlier(earlier, before, unit), share);
    }
    for (int i = 0; i < before; i++)
        change_integer(world, "capacity", world->units[earlier[i].unit - 1].name, earlier[i].places,
                       0);
}

static void answer(struct telling *telling, int places)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->coordinator, "order.answered");

    world_change(world, "state", NULL, "sent", places < order->places ? "partly" : "confirmed");
    change_integer(world, "places_confirmed", NULL, 0, places);
    order->state = ORDER_ANSWERED;
    order->answer = ANSWER_CONFIRMED;
    order->answered_at = happened(world);
    order->confirmed = places;
    offer(telling, order, places);
    if (chance_percent(&world->chance, 25)) {
        order->answer_message = "Studentane er velkomne. Møteplan kjem to veker før start.";
        world_change(world, "message", NULL, NULL, order->answer_message);
    }
}

static void decline(struct telling *telling)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->coordinator, "order.declined");

    order->state = ORDER_ANSWERED;
    order->answer = ANSWER_DECLINED;
    order->answered_at = happened(world);
    order->answer_message = decline_reasons[chance_below(&world->chance, 4)];
    world_change(world, "state", NULL, "sent", "declined");
    world_change(world, "reason", NULL, NULL, order->answer_message);
}

static void reopen(struct telling *telling)
{
    struct world *world = telling->world;
    struct order *order = step(telling, telling->planner, "order.reopened");

    world_change(world, "state", NULL, "confirmed", "sent"); /* what was answered, not how much */
    world_change(world, "reason", NULL, NULL,
                 "Kullet ble større enn ventet: kan dere ta imot flere?");
    change_integer(world, "places_confirmed", NULL, order->confirmed, 0);
    world_change(world, "due_on", NULL, day_text(world, order->due_on),
                 day_text(world, telling->day + ANSWER_DAYS));
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
    world_change(telling->world, "reason", NULL, NULL, "Studentene har fått plass et annet sted.");
}

static void close(struct telling *telling)
{
    struct order *order = step(telling, telling->planner, "order.closed");

    order->state = ORDER_CLOSED;
    world_change(telling->world, "state", NULL,
                 order->answer == ANSWER_DECLINED ? "declined" : "confirmed", "closed");
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
    if (order->state == ORDER_SENT && (activity->due_on == 0 || order->due_on < activity->due_on))
        activity->due_on = order->due_on;
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
    int to_close =
        story == STORY_CLOSED || story == STORY_CLOSED_DECLINED ? some_days(telling, 2, 12) : 0;
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
        answer(telling, places / 2);
    else if (story != STORY_SENT && story != STORY_OVERDUE)
        answer(telling, twice ? places - 1 : places);
    telling->day += to_reopen;
    if (twice)
        reopen(telling);
    telling->day += to_again;
    if (story == STORY_REANSWERED)
        answer(telling, places);
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
    int first_event = world->events_count;

    if (places < 2)
        places = 2; /* some stories offer fewer than were asked for */
    order->activity = activity;
    order->site = site;
    order->places = places;
    if (chance_percent(&world->chance, 30))
        order->message = "Ta gjerne kontakt om dere vil dele perioden på to grupper.";
    telling.day = last;
    step(&telling, telling.planner, "order.created");
    change_integer(world, "places", NULL, 0, places);
    if (order->message)
        world_change(world, "message", NULL, NULL, order->message);
    if (story != STORY_DRAFT) {
        tell_sent(&telling, story, last, places);
        /* Written the hour before it was sent. */
        world->events[first_event].at = world->events[first_event + 1].at - 3000;
    }
    count(world, telling.id);
    return telling.id;
}
