/* Persons, their accounts, what they study and their grants. */
#include "../base/address_key.h"
#include "../base/identity.h"
#include "../base/password.h"
#include "../base/random.h"
#include "insert.h"
#include "load.h"
#include "role.h"
#include "student.h"

#include <stdio.h>

enum { INVITING_SITES = 3, INVITATION_DAYS = 14 };

const struct sign_in_words sign_ins[SIGN_INS] = {
    {"system_administrator", "admin@demo.example", "Signe", "Demovik"},
    {"placement_administrator", "praksis@demo.example", "Bjørn", "Prøveland"},
    {"placement_adviser", "radgiver@demo.example", "Ragnhild", "Eksempelnes"},
    {"institution_coordinator", "koordinator@demo.example", "Kåre", "Øvingsdal"},
    {"lecturer", "underviser@demo.example", "Unni", "Mønsterberg"},
    {"site_administrator", "stedsadmin@demo.example", "Áilu", "Ovdamearkanjárga"},
    {"site_coordinator", "stedskoordinator@demo.example", "Liv", "Attrappstad"},
    {"supervisor", "veileder@demo.example", "Vegard", "Syntethaug"},
    {"student", "student@demo.example", "Åse", "Kladdeåsen"},
    {"placement_administrator", "praksis2@demo.example", "Pernilla", "Exempelström"},
    {"site_coordinator", "stedskoordinator2@demo.example", "Iŋgá", "Đuođđavárri"},
    {"site_coordinator", "stedskoordinator3@demo.example", "Torbjørn", "Skissebø"},
};

static bool control_digits(char number[IDENTITY_NUMBER])
{
    static const int first[9] = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    static const int second[10] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int sum = 0;

    for (int i = 0; i < 9; i++)
        sum += first[i] * (number[i] - '0');
    int digit = (11 - sum % 11) % 11;
    if (digit == 10)
        return false;
    number[9] = (char)('0' + digit);
    sum = 0;
    for (int i = 0; i < 10; i++)
        sum += second[i] * (number[i] - '0');
    digit = (11 - sum % 11) % 11;
    number[10] = (char)('0' + digit);
    number[11] = '\0';
    return digit != 10;
}

/* Two digits at a place of the number. */
static void put(char *at, int value)
{
    at[0] = (char)('0' + value / 10 % 10);
    at[1] = (char)('0' + value % 10);
}

void identity_number(char number[IDENTITY_NUMBER], int n)
{
    const int days = 3652;
    int64_t day = day_number((struct date){1998, 1, 1}) + n % days;
    struct date birth = day_date(day);
    /* Born before 2000 has 000–499 here, later 500–999; some of the 500 have no valid control digits. */
    int individual = birth.year < 2000 ? 0 : 500;

    put(number, birth.day);
    put(number + 2, birth.month + 80);
    put(number + 4, birth.year);
    for (int lap = n / days;; individual++) {
        number[6] = (char)('0' + individual / 100);
        put(number + 7, individual);
        if (control_digits(number) && lap-- == 0)
            return;
    }
}

static const struct tongue_words *tongue_of(struct world *world)
{
    unsigned chance = chance_below(&world->chance, 100);

    return &tongues[chance < 86 ? 0 : chance < 93 ? 1 : 2];
}

static void insert_name(struct insert *insert, struct world *world,
                        const struct tongue_words *tongue)
{
    char family[64];

    insert_text(insert, tongue->given[chance_below(&world->chance, 24)]);
    snprintf(family, sizeof family, "%s%s", tongue->first[chance_below(&world->chance, 10)],
             tongue->second[chance_below(&world->chance, 10)]);
    insert_text(insert, family);
}

static void insert_lang(struct insert *insert, struct world *world,
                        const struct tongue_words *tongue)
{
    unsigned chance = chance_below(&world->chance, 100);

    insert_text(insert, chance < 3                             ? "en"
                        : chance < 30 && tongue != &tongues[1] ? "nn"
                                                               : tongue->lang);
}

static void no_identity(struct insert *insert)
{
    insert_text(insert, NULL);
    insert_text(insert, NULL);
}

static void identity(struct insert *insert, int n)
{
    char number[IDENTITY_NUMBER];
    unsigned char sealed[IDENTITY_SEALED], hash[IDENTITY_INDEX];

    identity_number(number, n);
    size_t length = identity_seal(sealed, number);
    identity_index(hash, number);
    insert_bytes(insert, sealed, length);
    insert_bytes(insert, hash, sizeof hash);
}

static void staff_email(char *email, size_t size, int person)
{
    static const char *const at_institution[INSTITUTION_STAFF] = {
        "praksisadministrator", "praksisradgiver", "praksiskoordinator", "underviser.1",
        "underviser.2"};
    static const char *const at_site[SITE_STAFF] = {"administrator", "koordinator", "veileder.1",
                                                    "veileder.2"};
    int number = person - institution_staff(1);

    if (person < site_staff(1)) {
        snprintf(email, size, "%s@%s", at_institution[number % INSTITUTION_STAFF],
                 institutions[number / INSTITUTION_STAFF].domain);
        return;
    }
    number = person - site_staff(1);
    snprintf(email, size, "%s.%d@sted.example", at_site[number % SITE_STAFF],
             number / SITE_STAFF + 1);
}

/* Phone numbers begin with 000: no subscriber has them. */
static void insert_phone(struct insert *insert, int person)
{
    char phone[40];

    snprintf(phone, sizeof phone, "+47 000 %02d %03d", person / 1000 % 100, person % 1000);
    insert_text(insert, phone);
}

static void insert_staff(struct insert *insert, struct world *world)
{
    char email[128];

    for (int person = 1; person <= world->people; person++) {
        bool known = person <= SIGN_INS;
        const struct tongue_words *tongue = tongue_of(world);
        insert_integer(insert, person);
        if (known) {
            insert_text(insert, sign_ins[person - 1].given_name);
            insert_text(insert, sign_ins[person - 1].family_name);
            insert_text(insert, sign_ins[person - 1].email);
        } else {
            insert_name(insert, world, tongue);
            staff_email(email, sizeof email, person);
            insert_text(insert, email);
        }
        insert_phone(insert, person);
        if (known)
            insert_text(insert, "nb");
        else
            insert_lang(insert, world, tongue);
        insert_integer(insert, !known && person % 97 == 0);
        if (person == SIGN_IN_STUDENT)
            identity(insert, world->students);
        else
            no_identity(insert);
        insert_row_end(insert);
    }
}

static void insert_students(struct insert *insert, struct world *world)
{
    char email[64];

    for (int n = 1; n <= world->students; n++) {
        const struct tongue_words *tongue = tongue_of(world);
        insert_integer(insert, world->people + n);
        insert_name(insert, world, tongue);
        snprintf(email, sizeof email, "student.%d@student.example", n);
        insert_text(insert, email);
        insert_text(insert, NULL);
        insert_lang(insert, world, tongue);
        insert_integer(insert, n % 151 == 0);
        identity(insert, n - 1);
        insert_row_end(insert);
    }
}

/* One hash for all of them: argon2id takes its time, and the password is no secret. */
static bool load_accounts(struct world *world, struct connection *connection)
{
    char hash[PASSWORD_HASH];
    struct insert insert;
    int with_account = world->sites_count < COORDINATORS_WITH_ACCOUNT ? world->sites_count
                                                                      : COORDINATORS_WITH_ACCOUNT;

    if (!password_hash(hash, DEMO_PASSWORD))
        return false;
    insert_start(&insert, connection, "account", "person,password_hash,changed_at");
    for (int i = 0; i < site_staff(1) - 1 + with_account; i++) {
        int site = i - (site_staff(1) - 1) + 1;
        insert_integer(&insert, site < 1 ? i + 1 : site_staff(site) + 1);
        insert_text(&insert, hash);
        insert_time(&insert, (world->today - 30) * 86400);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static void insert_studies(struct insert *insert, const struct world *world, int n)
{
    int term = n / 7 % (TERM_NOW + 1);
    char cohort[16], number[16];

    snprintf(cohort, sizeof cohort, "%04d-%d", world->term_year[term], world->term_half[term]);
    snprintf(number, sizeof number, "S%06d", 100000 + n);
    insert_integer(insert, student_person(world, n));
    insert_integer(insert, student_institution(n));
    insert_integer(insert, student_programme(world, n));
    insert_text(insert, cohort);
    insert_text(insert, number);
    insert_row_end(insert);
}

/* Supervisors of the first sites have been invited: some wait, one came too late. */
static bool load_invitations(struct world *world, struct connection *connection)
{
    struct insert insert;
    char salt[2 * ADDRESS_SALT_BYTES + 1];

    insert_start(&insert, connection, "account_link",
                 "person,purpose,salt,created_at,created_by,expires_at");
    for (int site = 1; site <= INVITING_SITES && site <= world->sites_count; site++)
        for (int k = 2; k < SITE_STAFF; k++) {
            int64_t day = world->today - (k == 2 ? 2 + site : 17 + site);
            random_hex(salt, ADDRESS_SALT_BYTES);
            insert_integer(&insert, site_staff(site) + k);
            insert_text(&insert, "invitation");
            insert_text(&insert, salt);
            insert_time(&insert, day * 86400 + 32400);
            insert_integer(&insert, site == 1 ? SIGN_IN_STEDSADMIN : site_staff(site));
            insert_time(&insert, (day + INVITATION_DAYS) * 86400 + 32400);
            insert_row_end(&insert);
        }
    return insert_finish(&insert);
}

bool load_people(struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(
        &insert, connection, "person",
        "id,given_name,family_name,email,phone,lang,protected,identity_cipher,identity_index");
    insert_staff(&insert, world);
    insert_students(&insert, world);
    if (!insert_finish(&insert) || !load_accounts(world, connection))
        return false;
    insert_start(&insert, connection, "student", "person,institution,programme,cohort,number");
    for (int n = 0; n <= world->students; n++)
        insert_studies(&insert, world, n);
    return insert_finish(&insert) && load_invitations(world, connection);
}

void insert_grant(struct insert *insert, struct grant grant)
{
    insert_integer(insert, insert->rows + 1);
    insert_integer(insert, grant.person);
    insert_text(insert, grant.role);
    insert_id(insert, grant.institution);
    insert_id(insert, grant.site);
    insert_id(insert, grant.unit);
    insert_id(insert, grant.activity);
    insert_id(insert, grant.class);
    insert_day(insert, grant.from);
    insert_day(insert, grant.to);
    insert_id(insert, grant.students_most);
    insert_row_end(insert);
}

/* The grants of the sign-ins, each with its event. */
static void insert_known_grants(struct insert *insert, struct world *world)
{
    static const int institution[SIGN_INS] = {0, 1, 1, 1, 1, 0, 0, 0, 1, 2, 0, 0};
    static const int site[SIGN_INS] = {0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 2, 3};
    int64_t from = world->today - 1250;

    for (int person = 1; person <= SIGN_INS; person++) {
        struct grant grant = {.person = person,
                              .role = sign_ins[person - 1].role,
                              .institution = institution[person - 1],
                              .site = site[person - 1],
                              .from = from};
        insert_grant(insert, grant);
        struct event *event = world_event(world, from * 86400 + 30000 + person * 60, SIGN_IN_ADMIN,
                                          "grant.created", "grant", (int)insert->rows, 1);
        event->area = "people";
        event->institution = grant.institution;
        event->site = grant.site;
        if (person != SIGN_IN_VEILEDER && person != SIGN_IN_STUDENT)
            continue;
        grant.activity = world->activity_of_student;
        grant.class = world->class_of_student;
        grant.unit = person == SIGN_IN_VEILEDER ? world->unit_of_supervisor : 0;
        grant.students_most = person == SIGN_IN_VEILEDER ? 4 : 0;
        grant.from = world->today - 60;
        insert_grant(insert, grant);
    }
}

static void insert_staff_grants(struct insert *insert, const struct world *world)
{
    static const char *const at_institution[INSTITUTION_STAFF] = {
        "placement_administrator", "placement_adviser", "institution_coordinator", "lecturer",
        "lecturer"};
    static const char *const at_site[SITE_STAFF] = {"site_administrator", "site_coordinator",
                                                    "supervisor", "supervisor"};

    for (int i = 1; i <= INSTITUTIONS; i++)
        for (int k = 0; k < INSTITUTION_STAFF; k++)
            insert_grant(insert, (struct grant){.person = institution_staff(i) + k,
                                                .role = at_institution[k],
                                                .institution = i,
                                                .from = world->today - 1250});
    for (int s = 1; s <= world->sites_count; s++) {
        for (int k = 0; k < SITE_STAFF; k++)
            insert_grant(insert,
                         (struct grant){.person = site_staff(s) + k,
                                        .role = at_site[k],
                                        .site = s,
                                        .from = world->today - 1250,
                                        .to = k == 3 && s % 10 == 0 ? world->today - 90 : 0});
        if (s % 7 == 0) /* one person is coordinator and supervisor */
            insert_grant(insert, (struct grant){.person = site_staff(s) + 1,
                                                .role = "supervisor",
                                                .site = s,
                                                .from = world->today - 300});
    }
}

bool load_grants(struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "person_grant",
                 "id,person,role,institution,site,unit,activity,activity_class,valid_from,valid_to,"
                 "students_most");
    insert_known_grants(&insert, world);
    insert_staff_grants(&insert, world);
    insert_roles(&insert, world);
    for (int n = 1; n <= world->students; n++)
        insert_grant(&insert, (struct grant){.person = world->people + n,
                                             .role = "student",
                                             .institution = student_institution(n),
                                             .from = world->today - 60 - n / 7 % 5 * 180,
                                             .to = world->today + 900});
    return insert_finish(&insert);
}
