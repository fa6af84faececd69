#include "partner.h"

#include "../base/random.h"
#include "../base/text.h"
#include "exam.h"
#include "insert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Before the region's first event, so that their feeds tell all of it. */
enum { MADE_DAYS_AGO = 1400, KEY_MADE_DAYS_AGO = 40, KEY_DAYS = 325 };

/* Partners 1, 2 …: of an institution or a site. */
static const struct partner_words {
    const char *name, *contact;
    int institution, site, maker;
    const char *feeds, *writes;
} partners[] = {
    {"Studentregisteret", "drift@studentregister.example", 1, 0, SIGN_IN_PRAKSIS,
     "events,organisations,activities,allocations,participants,results",
     "registrations,exam_registrations,results"},
    {"Turnusplan", "drift@turnusplan.example", 0, 1, SIGN_IN_STEDSADMIN,
     "events,organisations,activities,allocations", ""},
    {"Timeplan", "timeplan@drift.example", 2, 0, SIGN_IN_PRAKSIS2, "events,organisations", ""},
};

/* Keys 1, 2 …, as they are sent. Days from today; 0: not revoked. */
static const struct key_words {
    const char *key;
    int partner, made, expires, revoked;
} keys[] = {
    {"1-Praktikum-demo-institution-1-all-feeds-0000", 1, -KEY_MADE_DAYS_AGO, KEY_DAYS, 0},
    {"2-Praktikum-demo-site-1-some-feeds-0000000000", 2, -KEY_MADE_DAYS_AGO, KEY_DAYS, 0},
    {"3-Praktikum-demo-institution-2-few-feeds-0000", 3, -KEY_MADE_DAYS_AGO, KEY_DAYS, 0},
    {"4-Praktikum-demo-institution-1-expired-000000", 1, -KEY_MADE_DAYS_AGO, -2, 0},
    {"5-Praktikum-demo-institution-1-revoked-000000", 1, -KEY_MADE_DAYS_AGO, KEY_DAYS, -20},
};

enum { PARTNERS = sizeof partners / sizeof *partners, KEYS = sizeof keys / sizeof *keys };

static int person_of(const struct world *world, int partner)
{
    return exam_person(world, (enum exam_sign_in)EXAM_SIGN_INS) + partner;
}

static int64_t moment(const struct world *world, int day, int minute)
{
    return (world->today + day) * 86400 + 36000 + minute * 60;
}

static void tell(struct world *world, int partner, int64_t at, const char *kind, int version)
{
    const struct partner_words *words = &partners[partner];
    struct event *event =
        world_event(world, at, words->maker, kind, "partner", partner + 1, version);
    event->area = "partners";
    event->institution = words->institution;
    event->site = words->site;
}

void world_partners(struct world *world)
{
    for (int i = 0; i < PARTNERS; i++)
        tell(world, i, moment(world, -MADE_DAYS_AGO, 0), "partner.created", 1);
    for (int i = 0; i < KEYS; i++) {
        tell(world, keys[i].partner - 1, moment(world, keys[i].made, 2 + i), "partner.key_made", 1);
        if (keys[i].revoked)
            tell(world, keys[i].partner - 1, moment(world, keys[i].revoked, 0),
                 "partner.key_revoked", 1);
    }
}

static bool load_persons(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "person", "id,given_name,family_name,lang");
    for (int i = 0; i < PARTNERS; i++) {
        insert_integer(&insert, person_of(world, i));
        insert_text(&insert, partners[i].name);
        insert_text(&insert, "(system)");
        insert_text(&insert, "nb");
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_rows(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "partner",
                 "id,institution,site,person,name,contact,feeds,writes,per_minute,made_at,made_by");
    for (int i = 0; i < PARTNERS; i++) {
        insert_integer(&insert, i + 1);
        insert_id(&insert, partners[i].institution);
        insert_id(&insert, partners[i].site);
        insert_integer(&insert, person_of(world, i));
        insert_text(&insert, partners[i].name);
        insert_text(&insert, partners[i].contact);
        insert_text(&insert, partners[i].feeds);
        insert_text(&insert, partners[i].writes);
        insert_integer(&insert, 6000); /* so that tests and the bench are not held up */
        insert_time(&insert, moment(world, -MADE_DAYS_AGO, 0));
        insert_integer(&insert, partners[i].maker);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_keys(const struct world *world, struct connection *connection)
{
    struct insert insert;
    unsigned char hash[HASH_BYTES];

    insert_start(&insert, connection, "partner_key",
                 "id,partner,hash,made_at,made_by,expires_on,revoked_at");
    for (int i = 0; i < KEYS; i++) {
        hash_bytes(hash, keys[i].key, strlen(keys[i].key), NULL);
        insert_integer(&insert, i + 1);
        insert_integer(&insert, keys[i].partner);
        insert_bytes(&insert, hash, sizeof hash);
        insert_time(&insert, moment(world, keys[i].made, 2 + i));
        insert_integer(&insert, partners[keys[i].partner - 1].maker);
        insert_day(&insert, world->today + keys[i].expires);
        insert_time(&insert, keys[i].revoked ? moment(world, keys[i].revoked, 0) : 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool load_partners(const struct world *world, struct connection *connection)
{
    return load_persons(world, connection) && load_rows(world, connection) &&
           load_keys(world, connection);
}

static int counts_row(void *context, const struct row *row)
{
    (void)row;
    *(bool *)context = true;
    return 0;
}

/* Not in a demonstration that an older version loaded. */
static enum data_result counts(struct connection *connection, const struct key_words *key,
                               bool *does)
{
    unsigned char hash[HASH_BYTES];
    char hex[2 * HASH_BYTES + 1], sql[300];

    hash_bytes(hash, key->key, strlen(key->key), NULL);
    text_hex(hex, hash, sizeof hash);
    snprintf(sql, sizeof sql,
             "SELECT id FROM partner_key WHERE hash = UNHEX('%s') AND revoked_at IS NULL "
             "AND COALESCE(ends_at > UTC_TIMESTAMP(), TRUE) AND expires_on >= UTC_DATE()",
             hex);
    *does = false;
    return connection_query(connection, sql, counts_row, does);
}

int print_partner_keys(struct connection *connection)
{
    for (int i = 0; i < KEYS; i++) {
        const struct partner_words *partner = &partners[keys[i].partner - 1];
        bool does;
        if (counts(connection, &keys[i], &does) != DATA_OK) {
            fprintf(stderr, "praktikum demo: cannot read the partners' keys: %s\n",
                    connection_error_text(connection));
            return EXIT_FAILURE;
        }
        if (does)
            printf("%s\t%s %d\t%s\n", partner->name, partner->site ? "site" : "institution",
                   partner->site ? partner->site : partner->institution, keys[i].key);
    }
    return EXIT_SUCCESS;
}
