/* The search: the words that are kept are always those of what there is, and nobody finds what they may not see. */
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ACTS(name) enum outcome name(struct action *action);
ACTS(people_invite)
ACTS(people_person_edit)
ACTS(people_grant_new)
ACTS(organisations_institution_edit)
ACTS(organisations_site_new)
ACTS(organisations_site_edit)
ACTS(organisations_unit_new)
ACTS(organisations_unit_edit)
ACTS(studies_programme_new)
ACTS(studies_programme_edit)
ACTS(studies_course_new)
ACTS(studies_course_edit)
ACTS(studies_instance_new)
ACTS(studies_instance_edit)
ACTS(ordering_activity_new)
ACTS(ordering_activity_edit)
ACTS(ordering_activity_copy)

/* What the action left is compared with what the statement that fills an empty index makes of everything. */
static void assert_kept(const char *after)
{
    must("CREATE OR REPLACE TABLE kept AS SELECT * FROM search_word");
    must("DELETE FROM search_word");
    search_fill();
    int64_t missing = number(
        "SELECT COUNT(*) FROM (SELECT thing, id, scope, word, own, later, sort FROM search_word "
        "EXCEPT SELECT thing, id, scope, word, own, later, sort FROM kept) d");
    int64_t stale =
        number("SELECT COUNT(*) FROM (SELECT thing, id, scope, word, own, later, sort FROM kept "
               "EXCEPT SELECT thing, id, scope, word, own, later, sort FROM search_word) d");
    if (missing || stale)
        fail_msg("after %s %d words are missing and %d are stale", after, (int)missing, (int)stale);
    must("DELETE FROM search_word");
    must("INSERT INTO search_word SELECT * FROM kept");
}

static void done(const char *what, struct done outcome)
{
    if (outcome.outcome != OUTCOME_DONE)
        fail_msg("%s gave %d %s", what, (int)outcome.outcome, outcome.errors);
    assert_kept(what);
}
#define DO(area, name, form, viewer, path, fields)                                                 \
    done(#name, act(area##_##name, #area "/" #name, form, viewer, path, fields))

static const char *found(int64_t viewer, const char *block, const char *typed)
{
    char parameters[200];
    snprintf(parameters, sizeof parameters, "q=%s", typed);
    return rows_joined("search/search", block, viewer, parameters, "id");
}
/* The name of everything of a kind that is found, in order, with | between. */
static const char *named(int64_t viewer, const char *block, const char *typed)
{
    char parameters[200];
    snprintf(parameters, sizeof parameters, "q=%s", typed);
    return rows_joined("search/search", block, viewer, parameters, "name");
}

static void people_are_kept(void **state)
{
    (void)state;
    assert_kept("the region was made");
    DO(people, invite, "invite", PLANNER, "",
       "given_name=Kari+Anne&family_name=Kraab%C3%B8l-Nordmann&language=nn&valid_from=2026-11-21&"
       "email=kari%40prove.example&role=lecturer&institution=1");
    int person = (int)number("SELECT id FROM person WHERE email = 'kari@prove.example'");
    char id[20], path[40];
    snprintf(id, sizeof id, "%d", person);
    snprintf(path, sizeof path, "person=%d", person);
    static const char *const finds[] = {
        "kari",
        "KARI",
        "nord",
        "kra",
        "kr%C3%A5b",
        "nor+kari",
        "anne+kraab",
        "nordm+k",
        "k%C3%A1ri+nor",
        "kari%40prov",
        "kari%40prove.example",
        "k",
    };
    for (size_t i = 0; i < sizeof finds / sizeof *finds; i++)
        assert_string_equal(found(ADMIN, "people", finds[i]), id);
    static const char *const others[] = {"ari",  "karin", "kari+per", "b%C3%B8l",    "%25",
                                         "k_ri", "",      "%21%21",   "kari%40other"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_equal(found(ADMIN, "people", others[i]), "");
    assert_string_equal(found(PLANNER_TWO, "people", "kari"), "");
    DO(people, grant_new, "grant", ADMIN, path,
       "role=lecturer&institution=2&valid_from=2026-11-21");
    assert_string_equal(found(PLANNER_TWO, "people", "kari"), id);
    DO(people, person_edit, "person", ADMIN, path,
       "given_name=Per&family_name=%C3%85sen&email=per%40prove.example&language=nb&version=1");
    assert_string_equal(found(ADMIN, "people", "kari"), "");
    assert_string_equal(found(PLANNER, "people", "aasen"), id);
    DO(people, person_edit, "person", ADMIN, path,
       "given_name=Per&family_name=%C3%85sen&email=per%40prove.example&language=nb&protected=1&"
       "version=2");
    assert_string_equal(found(ADMIN, "people", "per"), "");
    assert_string_equal(found(PLANNER, "people", "%C3%A5sen"), "");
    assert_int_equal(
        number("SELECT COUNT(*) FROM search_word WHERE thing = 'person' AND id = %d", person), 0);
    DO(people, person_edit, "person", ADMIN, path,
       "given_name=Per&family_name=%C3%85sen&email=per%40prove.example&language=nb&version=3");
    assert_string_equal(found(PLANNER, "people", "per"), id);
}

static void sites_and_units_are_kept(void **state)
{
    (void)state;
    DO(organisations, site_new, "site", ADMIN, "",
       "version=0&name=Nordre+skule&kind=school&municipality=301");
    DO(organisations, site_new, "site", ADMIN, "", "version=0&name=Skulen+i+nord&kind=school");
    assert_string_equal(named(STUDENT, "sites", "nord"), "Skulen i nord|Nordre skule");
    assert_string_equal(named(STUDENT, "sites", "skul"), "Nordre skule|Skulen i nord");
    assert_string_equal(named(STUDENT, "sites", "skule+oslo"), "Nordre skule");
    assert_string_equal(named(STUDENT, "sites", "oslo"), "");
    DO(organisations, unit_new, "unit", SITE_ADMIN, "site=1", "version=0&name=Rom+5&parent=2");
    assert_string_equal(named(STUDENT, "units", "5+sjuke"), "Rom 5");
    DO(organisations, site_edit, "site", SITE_ADMIN, "site=1",
       "name=Det+nye+%C3%A5sykehuset&kind=trust&version=1");
    assert_string_equal(named(STUDENT, "units", "5+sjuke"), "");
    assert_string_equal(named(STUDENT, "units", "5+aasyk"), "Rom 5");
    assert_string_equal(named(STUDENT, "units", "aasyk"), "");
    DO(organisations, unit_edit, "unit", SITE_ADMIN, "unit=3", "name=Stova&parent=2&version=1");
    assert_string_equal(named(STUDENT, "units", "rom"), "Rom 5");
    assert_string_equal(named(STUDENT, "units", "stov+nye"), "Stova");
}

static void activities_are_kept(void **state)
{
    (void)state;
    DO(studies, programme_new, "programme_new", PLANNER, "",
       "institution=1&code=BSYK&name=Bachelor&name_en=Nursing");
    DO(studies, course_new, "course", PLANNER, "programme=1",
       "version=0&code=SYK150&name=Kirurgisk+sjukepleie&credits=15");
    DO(studies, instance_new, "instance", PLANNER, "course=1",
       "version=0&code=SYK150-2027V&starts=2027-01-04&ends=2027-06-20");
    DO(ordering, activity_new, "activity_new", PLANNER, "",
       "instance=1&name=Grunnpraksis&starts=2027-02-01&ends=2027-03-14&places_wanted=9");
    DO(ordering, activity_copy, "activity_copy", PLANNER, "activity=1",
       "instance=1&name=Fordjuping&starts=2027-04-01&ends=2027-05-14&places_wanted=9");
    assert_string_equal(named(PLANNER, "activities", "syk150"), "Fordjuping|Grunnpraksis");
    assert_string_equal(named(PLANNER, "activities", "2027v+grunn"), "Grunnpraksis");
    assert_string_equal(named(PLANNER, "activities", "grunn+kir"), "Grunnpraksis");
    assert_string_equal(named(PLANNER, "activities", "grunn+hs"), "Grunnpraksis");
    assert_string_equal(named(PLANNER, "activities", "kir"), "");
    DO(ordering, activity_edit, "activity", PLANNER, "activity=1",
       "name=Startpraksis&starts=2027-05-01&ends=2027-06-14&places_wanted=9&version=1");
    assert_string_equal(named(PLANNER, "activities", "grunn"), "");
    assert_string_equal(named(PLANNER, "activities", "syk150"), "Startpraksis|Fordjuping");
    DO(studies, course_edit, "course", PLANNER, "course=1",
       "code=SYK160&name=Kirurgisk+sjukepleie&credits=15&version=1");
    assert_string_equal(named(PLANNER, "activities", "start+syk160"), "Startpraksis");
    DO(studies, programme_edit, "programme", PLANNER, "programme=1",
       "code=BSP&name=Bachelor&version=1");
    assert_string_equal(named(PLANNER, "activities", "bsp"), "Startpraksis|Fordjuping");
    DO(studies, instance_edit, "instance", PLANNER, "instance=1",
       "code=SYK160-V27&starts=2027-01-04&ends=2027-06-20&version=1");
    assert_string_equal(named(PLANNER, "activities", "v27"), "Startpraksis|Fordjuping");
    DO(organisations, institution_edit, "institution", ADMIN, "institution=1",
       "name=H%C3%B8gskulen&short_name=H%C3%98G&answer_days=21&version=1");
    assert_string_equal(named(PLANNER, "activities", "h%C3%B8g+start"), "Startpraksis");
}

/* Where the left joins an id to the right's with | between. */
static bool within(const char *id, const char *joined)
{
    size_t length = strlen(id);
    for (const char *at = joined; (at = strstr(at, id)); at += length)
        if ((at == joined || at[-1] == '|') && (at[length] == '|' || at[length] == '\0'))
            return true;
    return false;
}

/* Two activities of each institution: one that site 1 was sent an order for, one whose order is a draft. A lecturer, a
 * supervisor in one activity, an ended grant, somebody protected, and somebody who is several things. */
static void people_of_all_kinds(void)
{
    static const int programmes[] = {1, 2};
    must("DELETE FROM occurrence");
    must("DELETE FROM activity_count");
    must("UPDATE activity SET copied_from = NULL");
    must("DELETE FROM allocation_plan");
    must("DELETE FROM activity");
    must("INSERT IGNORE INTO programme (id, institution, code, name) VALUES (2, 2, 'X', 'Annet')");
    must("INSERT IGNORE INTO course (id, institution, programme, code, name, credits) VALUES (2, "
         "2, 2, "
         "'ANN1', 'Annet', 5)");
    must("INSERT IGNORE INTO course_instance (id, institution, course, code, starts, ends) VALUES "
         "(2, 2, 2, "
         "'ANN1-27', '2027-01-01', '2027-06-01')");
    for (int i = 0; i < 4; i++) {
        int institution = programmes[i / 2];
        must("INSERT INTO activity (id, institution, course_instance, name, starts, ends, "
             "places_wanted) VALUES "
             "(%d, %d, %d, 'Praksis %c', '2027-02-01', '2027-03-01', 5)",
             101 + i, institution, institution, 'a' + i);
        must("INSERT INTO activity_count (activity) VALUES (%d)", 101 + i);
        must("INSERT INTO placement_order (id, institution, activity, site, places, state, "
             "sent_at, due_on) "
             "VALUES (%d, %d, %d, 1, 5, '%s', '2026-11-01', '2026-12-01')",
             201 + i, institution, 101 + i, i % 2 ? "draft" : "sent");
    }
    must("INSERT INTO person (id, given_name, family_name, email, protected) VALUES "
         "(50, 'Lars', 'Lektor', 'lars@prove.example', 0), (51, 'Vera', 'Veileder', "
         "'vera@prove.example', 0), "
         "(52, 'Siv', 'Slutta', 'siv@prove.example', 0), (53, 'Pia', 'Praksisverna', "
         "'pia@prove.example', 1), "
         "(54, 'Pål', 'Praktisk', 'pal@prove.example', 0)");
    must("INSERT INTO person_grant (person, role, institution, site, activity, valid_from, "
         "valid_to) VALUES "
         "(50, 'lecturer', 2, NULL, NULL, '2026-01-01', NULL), (51, 'supervisor', NULL, 1, 103, "
         "'2026-01-01', NULL), "
         "(52, 'placement_adviser', 1, NULL, NULL, '2020-01-01', '2020-12-31'), "
         "(53, 'student', 1, NULL, NULL, '2020-01-01', NULL), "
         "(54, 'placement_adviser', 1, NULL, NULL, '2026-01-01', NULL), "
         "(54, 'placement_adviser', 2, NULL, NULL, '2026-01-01', NULL), "
         "(54, 'site_administrator', NULL, 2, NULL, '2026-01-01', NULL)");
    must("DELETE FROM search_word");
    search_fill();
}

static void check_seen(int viewer, const char *block, const char *thing, const char *typed)
{
    char *ids = strdup(found(viewer, block, typed)), *left = NULL;
    for (char *id = strtok_r(ids, "|", &left); id; id = strtok_r(NULL, "|", &left))
        if (!may(thing, "view", strtoll(id, NULL, 10), viewer))
            fail_msg("person %d finds %s %s by “%s”", viewer, thing, id, typed);
    free(ids);
}

static void nobody_finds_what_they_may_not_see(void **state)
{
    static const char *const typed[] = {"p",   "praksis", "praksis+a", "s",   "l",      "v",
                                        "pia", "annet",   "syk",       "201", "202",    "204",
                                        "s+p", "prove",   "an",        "a+p", "kari+p", "x"};
    static const int viewers[] = {
        ADMIN, PLANNER, PLANNER_TWO, ADVISER, SITE_ADMIN, SITE_ADMIN_TWO, COORDINATOR, STUDENT,
        50,    51,      52,          53,      54};
    (void)state;
    people_of_all_kinds();
    for (size_t v = 0; v < sizeof viewers / sizeof *viewers; v++) {
        int viewer = viewers[v];
        char *listed = strdup(
            rows_joined("people/people", "people", viewer, "q=&role=&institution=&site=", "id"));
        for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
            check_seen(viewer, "activities", "activity", typed[i]);
            check_seen(viewer, "orders", "order", typed[i]);
            char *ids = strdup(found(viewer, "people", typed[i])), *left = NULL;
            for (char *id = strtok_r(ids, "|", &left); id; id = strtok_r(NULL, "|", &left))
                if (!within(id, listed) || strcmp(id, "53") == 0)
                    fail_msg("person %d finds person %s by “%s”", viewer, id, typed[i]);
            free(ids);
        }
        free(listed);
    }
}

/* And everybody finds all that they see elsewhere. */
static void everyone_finds_what_they_see(void **state)
{
    static const int viewers[] = {ADMIN,   PLANNER, PLANNER_TWO, ADVISER, SITE_ADMIN, COORDINATOR,
                                  STUDENT, 50,      51,          52,      54};
    (void)state;
    for (size_t v = 0; v < sizeof viewers / sizeof *viewers; v++) {
        int viewer = viewers[v];
        char id[20], name[40];
        for (int activity = 101; activity <= 104; activity++) {
            snprintf(id, sizeof id, "%d", activity);
            snprintf(name, sizeof name, "%c+praksis", 'a' + activity - 101);
            assert_int_equal(within(id, found(viewer, "activities", name)),
                             may("activity", "view", activity, viewer));
            snprintf(name, sizeof name, "%%23%d", activity + 100);
            assert_int_equal(rows("search/search", "orders", viewer, "q=%23999"), 0);
            snprintf(id, sizeof id, "%d", activity + 100);
            assert_int_equal(within(id, found(viewer, "orders", name)),
                             may("order", "view", activity + 100, viewer));
        }
        char *listed = strdup(
            rows_joined("people/people", "people", viewer, "q=&role=&institution=&site=", "id"));
        char *left = NULL, *ids = strdup(listed);
        for (char *at = strtok_r(ids, "|", &left); at; at = strtok_r(NULL, "|", &left)) {
            char email[300], parameters[340];
            snprintf(email, sizeof email, "%s", text("SELECT email FROM person WHERE id = %s", at));
            if (!within(at, found(viewer, "people", email)))
                fail_msg("person %d does not find person %s by %s", viewer, at, email);
            snprintf(parameters, sizeof parameters, "q=%s&role=&institution=&site=", email);
            assert_string_equal(rows_joined("people/people", "people", viewer, parameters, "id"),
                                at);
            assert_int_equal(total("people/people", "people", viewer, parameters), 1);
        }
        free(ids);
        free(listed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_kept),
        cmocka_unit_test(sites_and_units_are_kept),
        cmocka_unit_test(activities_are_kept),
        cmocka_unit_test(nobody_finds_what_they_may_not_see),
        cmocka_unit_test(everyone_finds_what_they_see),
    };
    return cmocka_run_group_tests_name("search", tests, region_set_up, action_tear_down);
}
