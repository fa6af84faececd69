#include "load.h"

#include "../base/text.h"
#include "insert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void insert_degrees(struct insert *insert, int ten_thousandths)
{
    char text[16];

    snprintf(text, sizeof text, "%d.%04d", ten_thousandths / 10000, ten_thousandths % 10000);
    insert_text(insert, text);
}

static bool load_municipalities(struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "municipality", "number,name,latitude,longitude");
    for (int i = 0; i < MUNICIPALITIES; i++) {
        insert_text(&insert, municipalities[i].number);
        insert_text(&insert, municipalities[i].name);
        insert_degrees(&insert, municipalities[i].latitude);
        insert_degrees(&insert, municipalities[i].longitude);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_institutions(struct connection *connection)
{
    struct insert insert;
    char email[64], web[64];

    insert_start(&insert, connection, "institution",
                 "id,name,short_name,municipality,address,email,phone,web,schac,answer_days");
    for (int i = 0; i < INSTITUTIONS; i++) {
        snprintf(email, sizeof email, "praksis@%s", institutions[i].domain);
        snprintf(web, sizeof web, "https://www.%s", institutions[i].domain);
        insert_integer(&insert, i + 1);
        insert_text(&insert, institutions[i].name);
        insert_text(&insert, institutions[i].short_name);
        insert_text(&insert, institutions[i].municipality);
        insert_text(&insert, institutions[i].street);
        insert_text(&insert, email);
        insert_text(&insert, "+47 000 00 100");
        insert_text(&insert, web);
        insert_text(&insert, institutions[i].domain);
        insert_integer(&insert, ANSWER_DAYS);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_sites(const struct world *world, struct connection *connection)
{
    struct insert insert;
    char address[64], email[64];

    insert_start(&insert, connection, "site",
                 "id,name,kind,municipality,address,email,phone,profile");
    for (int i = 0; i < world->sites_count; i++) {
        const struct site *site = &world->sites[i];
        snprintf(address, sizeof address, "%svegen %d", place_names[(i + 5) % PLACES], 1 + i % 90);
        snprintf(email, sizeof email, "post.%d@sted.example", i + 1);
        insert_integer(&insert, i + 1);
        insert_text(&insert, site->name);
        insert_text(&insert, kind_codes[site->kind]);
        insert_text(&insert, site->municipality);
        insert_text(&insert, address);
        insert_text(&insert, email);
        insert_text(&insert, "+47 000 00 200");
        insert_text(&insert, i % 5 == 4 ? NULL : profiles[site->kind]);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_units(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "unit", "id,site,parent,name,closed_on");
    for (int i = 0; i < world->units_count; i++) {
        const struct unit *unit = &world->units[i];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, unit->site);
        insert_id(&insert, unit->parent);
        insert_text(&insert, unit->name);
        insert_day(&insert, unit->closed_on);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_requirements(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "requirement", "id,code,name_nb,name_nn,name_sv,name_en");
    for (int i = 0; i < REQUIREMENTS; i++) {
        insert_integer(&insert, i + 1);
        insert_text(&insert, requirements[i].code);
        insert_text(&insert, requirements[i].nb);
        insert_text(&insert, requirements[i].nn);
        insert_text(&insert, requirements[i].sv);
        insert_text(&insert, requirements[i].en);
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "unit_requirement", "site,unit,requirement");
    for (int u = 0; u < world->units_count; u++)
        for (int i = 0; i < REQUIREMENTS; i++)
            if (world->units[u].requirements & 1U << i) {
                insert_integer(&insert, world->units[u].site);
                insert_integer(&insert, u + 1);
                insert_integer(&insert, i + 1);
                insert_row_end(&insert);
            }
    return insert_finish(&insert);
}

static bool load_agreements(const struct world *world, struct connection *connection)
{
    struct insert insert;
    char reference[40];

    insert_start(&insert, connection, "agreement",
                 "id,institution,site,reference,valid_from,valid_to");
    for (int i = 0; i < world->agreements_count; i++) {
        const struct agreement *agreement = &world->agreements[i];
        snprintf(reference, sizeof reference, "%s-%d/%d",
                 institutions[agreement->institution - 1].short_name,
                 day_date(agreement->valid_from).year, i + 1);
        insert_integer(&insert, i + 1);
        insert_integer(&insert, agreement->institution);
        insert_integer(&insert, agreement->site);
        insert_text(&insert, reference);
        insert_day(&insert, agreement->valid_from);
        insert_day(&insert, agreement->valid_to);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_programmes(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "programme", "id,institution,code,name,name_en");
    for (int i = 0; i < world->programmes_count; i++) {
        const struct programme_words *words = &programmes[world->programmes[i].words];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->programmes[i].institution);
        insert_text(&insert, words->code);
        insert_text(&insert, words->name);
        insert_text(&insert, words->name_en);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

void course_code(const struct world *world, int course, char *code, size_t size)
{
    const struct course *of = &world->courses[course - 1];

    snprintf(code, size, "%s%d0%d", programmes[of->words].code, of->number + 1, of->number + 1);
}

static bool load_courses(const struct world *world, struct connection *connection)
{
    struct insert insert;
    char code[32], credits[16];

    insert_start(&insert, connection, "course",
                 "id,institution,programme,code,name,name_en,credits");
    for (int i = 0; i < world->courses_count; i++) {
        const struct course *course = &world->courses[i];
        const struct course_words *words = &programmes[course->words].courses[course->number];
        course_code(world, i + 1, code, sizeof code);
        snprintf(credits, sizeof credits, "%d.%d", words->credits_tenths / 10,
                 words->credits_tenths % 10);
        insert_integer(&insert, i + 1);
        insert_integer(&insert, course->institution);
        insert_integer(&insert, course->programme);
        insert_text(&insert, code);
        insert_text(&insert, words->name);
        insert_text(&insert, words->name_en);
        insert_text(&insert, credits);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_instances(const struct world *world, struct connection *connection)
{
    struct insert insert;
    char course[32], code[64];

    insert_start(&insert, connection, "course_instance", "id,institution,course,code,starts,ends");
    for (int i = 0; i < world->instances_count; i++) {
        const struct instance *instance = &world->instances[i];
        course_code(world, instance->course, course, sizeof course);
        snprintf(code, sizeof code, "%s-%d%c", course, world->term_year[instance->term],
                 world->term_half[instance->term] == 1 ? 'V' : 'H');
        insert_integer(&insert, i + 1);
        insert_integer(&insert, instance->institution);
        insert_integer(&insert, instance->course);
        insert_text(&insert, code);
        insert_day(&insert, instance->starts);
        insert_day(&insert, instance->ends);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool load_organisations(struct world *world, struct connection *connection)
{
    return load_municipalities(connection) && load_institutions(connection) &&
           load_sites(world, connection) && load_units(world, connection) &&
           load_requirements(world, connection) && load_agreements(world, connection) &&
           load_programmes(world, connection) && load_courses(world, connection) &&
           load_instances(world, connection);
}

static bool load_activities(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "activity",
                 "id,institution,course_instance,name,starts,ends,places_wanted,details,"
                 "cancelled_at,cancel_reason,copied_from,version");
    for (int i = 0; i < world->activities_count; i++) {
        const struct activity *activity = &world->activities[i];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, activity->institution);
        insert_integer(&insert, activity->instance);
        insert_text(&insert, activity->name);
        insert_day(&insert, activity->starts);
        insert_day(&insert, activity->ends);
        insert_integer(&insert, activity->wanted);
        insert_text(&insert, i % 3 ? NULL
                                   : "Studentene følger veilederens turnus, 30 timer i uka. "
                                     "Onsdag er studiedag.");
        insert_time(&insert, activity->cancelled_at);
        insert_text(&insert, activity->cancelled_at ? "For få studenter i kullet." : NULL);
        insert_id(&insert, activity->copied_from);
        insert_integer(&insert, activity->version);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_classes(const struct world *world, struct connection *connection)
{
    struct insert insert;
    char letter[2] = "";

    insert_start(&insert, connection, "activity_class",
                 "id,activity,letter,starts,ends,places_wanted");
    for (int i = 0; i < world->classes_count; i++) {
        const struct class *class = &world->classes[i];
        letter[0] = class->letter;
        insert_integer(&insert, i + 1);
        insert_integer(&insert, class->activity);
        insert_text(&insert, letter);
        insert_day(&insert, class->starts);
        insert_day(&insert, class->ends);
        insert_integer(&insert, class->wanted);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_activity_requirements(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "activity_requirement", "activity,requirement");
    for (int a = 0; a < world->activities_count; a++)
        for (int i = 0; i < REQUIREMENTS; i++)
            if (world->activities[a].requirements & 1U << i) {
                insert_integer(&insert, a + 1);
                insert_integer(&insert, i + 1);
                insert_row_end(&insert);
            }
    return insert_finish(&insert);
}

static int registered(const struct world *world, const struct activity *activity)
{
    int count = 0;

    for (int i = 0; i < activity->registrations; i++)
        count += !world->registrations[activity->first_registration - 1 + i].withdrawn_on;
    return count;
}

static bool load_counts(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "activity_count",
                 "activity,orders,orders_draft,orders_unanswered,places_ordered,places_answered,"
                 "places_confirmed,due_on,registered,wishes_from,shared");
    for (int i = 0; i < world->activities_count; i++) {
        const struct activity *activity = &world->activities[i];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, activity->orders);
        insert_integer(&insert, activity->drafts);
        insert_integer(&insert, activity->unanswered);
        insert_integer(&insert, activity->ordered);
        insert_integer(&insert, activity->answered);
        insert_integer(&insert, activity->confirmed);
        insert_day(&insert, activity->due_on);
        insert_integer(&insert, registered(world, activity));
        insert_day(&insert, activity->plan.wishes_from);
        insert_integer(&insert, activity->plan.shared_at != 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_orders(const struct world *world, struct connection *connection)
{
    static const char *const states[] = {"draft", "sent", "answered", "withdrawn", "closed"};
    static const char *const answers[] = {NULL, "confirmed", "declined"};
    struct insert insert;

    insert_start(&insert, connection, "placement_order",
                 "id,institution,activity,site,places,places_confirmed,message,state,answer,"
                 "answer_message,sent_at,due_on,answered_at,version");
    for (int i = 0; i < world->orders_count; i++) {
        const struct order *order = &world->orders[i];
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->activities[order->activity - 1].institution);
        insert_integer(&insert, order->activity);
        insert_integer(&insert, order->site);
        insert_integer(&insert, order->places);
        insert_integer(&insert, order->confirmed);
        insert_text(&insert, order->message);
        insert_text(&insert, states[order->state]);
        insert_text(&insert, answers[order->answer]);
        insert_text(&insert, order->answer_message);
        insert_time(&insert, order->sent_at);
        insert_day(&insert, order->due_on);
        insert_time(&insert, order->answered_at);
        insert_integer(&insert, order->version);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_capacity(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "capacity", "site,placement_order,unit,places");
    for (int i = 0; i < world->capacities_count; i++) {
        const struct capacity *capacity = &world->capacities[i];
        insert_integer(&insert, world->orders[capacity->order - 1].site);
        insert_integer(&insert, capacity->order);
        insert_integer(&insert, capacity->unit);
        insert_integer(&insert, capacity->places);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool load_ordering(struct world *world, struct connection *connection)
{
    return load_activities(world, connection) && load_classes(world, connection) &&
           load_activity_requirements(world, connection) && load_counts(world, connection) &&
           load_orders(world, connection) && load_capacity(world, connection);
}

/* Events get their ids in the order they happened. */
static int earlier(const void *left, const void *right)
{
    const struct event *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void insert_uuid(struct insert *insert, struct world *world)
{
    uint64_t high = chance_next(&world->chance), low = chance_next(&world->chance);
    char uuid[40];

    snprintf(uuid, sizeof uuid, "%08x-%04x-4%03x-%04x-%012llx", (unsigned)(high >> 32),
             (unsigned)(high >> 16 & 0xffff), (unsigned)(high & 0xfff),
             (unsigned)(low >> 50 | 0x8000) & 0xbfff,
             (unsigned long long)(low & 0xffffffffffffULL));
    insert_text(insert, uuid);
}

static bool load_changes(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "event_change",
                 "event,number,field,subject,old_value,new_value");
    for (int i = 0; i < world->events_count; i++) {
        const struct event *event = &world->events[i];
        for (int c = 0; c < event->changes; c++) {
            const struct change *change = &world->changes[event->first_change + c];
            insert_integer(&insert, i + 1);
            insert_integer(&insert, c + 1);
            insert_text(&insert, change->field);
            insert_text(&insert, change->subject);
            insert_text(&insert, change->from);
            insert_text(&insert, change->to);
            insert_row_end(&insert);
        }
    }
    return insert_finish(&insert);
}

/* Whom of the sign-ins an event was told to; 0 none. */
static int told(const struct event *event)
{
    static const int coordinator[] = {0, SIGN_IN_STEDSKOORDINATOR, SIGN_IN_STEDSKOORDINATOR2,
                                      SIGN_IN_STEDSKOORDINATOR3};
    static const int administrator[] = {0, SIGN_IN_PRAKSIS, SIGN_IN_PRAKSIS2};

    if (text_equal(event->kind, "role.given"))
        return event->told;
    if (text_equal(event->kind, "order.answered") || text_equal(event->kind, "order.declined"))
        return event->institution <= 2 ? administrator[event->institution] : 0;
    if (text_equal(event->kind, "order.sent") || text_equal(event->kind, "order.reopened") ||
        text_equal(event->kind, "order.withdrawn"))
        return event->site <= 3 ? coordinator[event->site] : 0;
    return 0;
}

/* What the sign-ins find in their list: the last month, of which the last week is unread. */
static bool load_notices(const struct world *world, struct connection *connection)
{
    struct insert insert;
    int64_t now = world->today * 86400;

    insert_start(&insert, connection, "notice",
                 "event,person,kind,topic,delivery,created_at,read_at");
    for (int i = 0; i < world->events_count; i++) {
        const struct event *event = &world->events[i];
        int person = told(event);
        if (!person || person == event->person || event->at < now - 30 * 86400)
            continue;
        char *kind = arena_text(world->arena, event->kind);
        *strchr(kind, '.') = '_';
        insert_integer(&insert, i + 1);
        insert_integer(&insert, person);
        insert_text(&insert, kind);
        insert_text(&insert, text_equal(event->thing, "grant") ? "roles" : "orders");
        insert_text(&insert, "mail");
        insert_time(&insert, event->at);
        insert_time(&insert, event->at < now - 7 * 86400 ? event->at + 40000 : 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool load_events(struct world *world, struct connection *connection)
{
    struct insert insert;

    qsort(world->events, (size_t)world->events_count, sizeof *world->events, earlier);
    insert_start(&insert, connection, "event",
                 "id,uuid,at,person,area,kind,thing,thing_id,thing_version,institution,site,"
                 "activity");
    for (int i = 0; i < world->events_count; i++) {
        const struct event *event = &world->events[i];
        insert_integer(&insert, i + 1);
        insert_uuid(&insert, world);
        insert_time(&insert, event->at);
        insert_id(&insert, event->person);
        insert_text(&insert, event->area);
        insert_text(&insert, event->kind);
        insert_text(&insert, event->thing);
        insert_integer(&insert, event->thing_id);
        insert_integer(&insert, event->version);
        insert_id(&insert, event->institution);
        insert_id(&insert, event->site);
        insert_id(&insert, event->activity);
        insert_row_end(&insert);
    }
    return insert_finish(&insert) && load_changes(world, connection) &&
           load_notices(world, connection);
}
