#include "world.h"

#include <string.h>

/* Lists are doubled on the arena; a region's worth of copies is a few megabytes. */
void *world_room(struct world *world, void *items, int count, int *room, size_t size)
{
    if (count == *room) {
        int more = *room ? *room * 2 : 64;
        items = arena_grow(world->arena, items, (size_t)*room * size, (size_t)more * size);
        memset((char *)items + (size_t)count * size, 0, (size_t)(more - count) * size);
        *room = more;
    }
    return items;
}

int institution_staff(int institution)
{
    return SIGN_INS + 1 + (institution - 1) * INSTITUTION_STAFF;
}

int site_staff(int site)
{
    return institution_staff(INSTITUTIONS + 1) + (site - 1) * SITE_STAFF;
}

struct event *world_event(struct world *world, int64_t at, int person, const char *kind,
                          const char *thing, int id, int version)
{
    struct event *event = WORLD_ADD(world, events);

    event->at = at;
    event->person = person;
    event->kind = kind;
    event->thing = thing;
    event->thing_id = id;
    event->version = version;
    event->first_change = world->changes_count;
    event->number = world->events_count;
    return event;
}

void world_change(struct world *world, const char *field, const char *subject, const char *from,
                  const char *to)
{
    struct change *change = WORLD_ADD(world, changes);

    *change = (struct change){field, subject, from, to};
    world->events[world->events_count - 1].changes++;
}
