/* Signing in, profiles, people and grants, by their actions and pages. */
#include "../../fcgi/base/password.h"
#include "../../fcgi/base/time.h"
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function people_sign_in, people_sign_out, people_language, people_profile, people_password,
    people_invite, people_email, people_person_edit, people_grant_new, people_grant_edit,
    people_grant_end;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(people_##name, "people/" #name, form, viewer, path, fields)
#define SIGN_IN(email, password, more)                                                             \
    ACT(sign_in, "sign_in", 0, "", "email=" email "&password=" password more)
#define GOOD "korrekt+hest+batteri" /* PASSWORD as browsers send it */
#define INVITED "given_name=Ny&family_name=Person&language=nb&valid_from=2026-11-21"

static void the_right_password_begins_a_session(void **state)
{
    (void)state;
    struct done done = SIGN_IN("Planner%40prove.example", GOOD, "&next=%2Forders%3Fstate%3Dsent");
    DONE(done);
    assert_int_equal(done.session.begin_person, PLANNER);
    assert_string_equal(done.session.lang, "nb");
    assert_string_equal(done.location, "/orders?state=sent");
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'person.signed_in' AND person "
                            "= %d AND thing_id = %d",
                            PLANNER, PLANNER),
                     1);
}

static void nobody_learns_who_has_an_account(void **state)
{
    (void)state;
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (40, 'Utan', 'Konto', "
         "'utan@prove.example'), "
         "(41, 'Stengd', 'Konto', 'stengd@prove.example')");
    must("INSERT INTO account (person, password_hash, changed_at, closed) SELECT 41, "
         "password_hash, changed_at, 1 FROM account WHERE person = "
         "%d",
         PLANNER);
    struct done wrong = SIGN_IN("planner%40prove.example", "feil+hest+batteri", "");
    assert_int_equal(wrong.outcome, OUTCOME_INVALID);
    assert_string_equal(wrong.errors, ":error.sign_in");
    assert_int_equal(wrong.session.begin_person, 0);
    assert_string_equal(SIGN_IN("ukjend%40prove.example", GOOD, "").errors, ":error.sign_in");
    assert_string_equal(SIGN_IN("utan%40prove.example", GOOD, "").errors, ":error.sign_in");
    assert_string_equal(SIGN_IN("stengd%40prove.example", GOOD, "").errors, ":error.sign_in");
    int64_t begun = time_monotonic_us();
    SIGN_IN("planner%40prove.example", "feil+hest+batteri", "");
    int64_t known = time_monotonic_us() - begun;
    begun = time_monotonic_us();
    SIGN_IN("ukjend%40prove.example", "feil+hest+batteri", "");
    int64_t unknown = time_monotonic_us() - begun;
    assert_true(unknown * 3 > known && known * 3 > unknown);
}

static void next_stays_within_praktikum(void **state)
{
    (void)state;
    static const char *const bad[] = {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example",
                                      "%2F%5Cevil.example",         "evil",
                                      "%2Fa%0D%0ASet-Cookie%3A+x",  "%2F%C3%B8"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char fields[120];
        snprintf(fields, sizeof fields, "language=sv&next=%s", bad[i]);
        struct done done = ACT(language, "language", 0, "", fields);
        if (done.outcome == OUTCOME_DONE) /* control characters are refused by the form itself */
            assert_string_equal(done.location, "/");
    }
    struct done done = ACT(language, "language", 0, "", "language=sv&next=%2Fsites%3Fpage%3D2");
    assert_string_equal(done.location, "/sites?page=2");
    assert_string_equal(done.session.lang, "sv");
}

static void a_language_is_remembered_for_the_person(void **state)
{
    (void)state;
    ACT(language, "language", STUDENT, "", "language=nn");
    assert_string_equal(text("SELECT lang FROM person WHERE id = %d", STUDENT), "nn");
    assert_int_equal(ACT(language, "language", STUDENT, "", "language=de").outcome,
                     OUTCOME_INVALID);
    assert_string_equal(text("SELECT lang FROM person WHERE id = %d", STUDENT), "nn");
    struct done done = ACT(sign_out, "empty", STUDENT, "", "");
    assert_true(done.session.end);
    assert_string_equal(done.location, "/sign-in");
}

static void one_keeps_ones_own_profile_only(void **state)
{
    (void)state;
    struct done done = ACT(profile, "profile", STUDENT, "",
                           "email=x%40y.example&phone=%2B47+55&language=en&version=1&person=1&"
                           "protected=1");
    DONE(done);
    assert_string_equal(done.session.lang, "en");
    assert_string_equal(text("SELECT CONCAT_WS(' ', email, phone, lang, protected, version) FROM "
                             "person WHERE id = %d",
                             STUDENT),
                        "student@prove.example +47 55 en 0 2");
    assert_int_equal(number("SELECT version FROM person WHERE id = %d", ADMIN), 1);
    assert_int_equal(ACT(profile, "profile", STUDENT, "", "language=en&version=1").outcome,
                     OUTCOME_STALE);
}

static void the_address_one_signs_in_with_asks_for_the_password(void **state)
{
    (void)state;
#define EMAIL(fields) ACT(email, "email", STUDENT, "", fields)
    assert_string_equal(EMAIL("email=student2%40prove.example&old=feil&version=2").errors,
                        "old:error.password_wrong");
    assert_string_equal(EMAIL("email=planner%40prove.example&old=" GOOD "&version=2").errors,
                        "email:error.email_taken");
    assert_string_equal(EMAIL("email=ikkje+ei+adresse&old=" GOOD "&version=2").errors,
                        "email:error.not_email");
    assert_int_equal(EMAIL("email=student2%40prove.example&old=" GOOD "&version=1").outcome,
                     OUTCOME_STALE);
    struct done done = EMAIL("email=Student2%40Prove.example&old=" GOOD "&version=2&person=1");
    DONE(done);
    assert_string_equal(text("SELECT email FROM person WHERE id = %d", STUDENT),
                        "student2@prove.example");
    assert_string_equal(
        text("SELECT CONCAT(field, ' ', old_value, ' ', new_value) FROM event_change "
             "WHERE event = (SELECT MAX(id) FROM event)"),
        "email student@prove.example student2@prove.example");
    EMAIL("email=student%40prove.example&old=" GOOD "&version=3");
}

static void a_password_is_changed_with_the_old_one(void **state)
{
    (void)state;
    must("INSERT INTO session (token_hash, person, form_key, created_at, seen_at, address) VALUES "
         "(UNHEX(SHA2('x', 256)), %d, UNHEX(SHA2('y', 256)), '2026-11-21', '2026-11-21', '')",
         STUDENT);
#define CHANGE(fields) ACT(password, "password", STUDENT, "", fields)
    assert_string_equal(CHANGE("old=feil&new=eit+heilt+nytt+eit&repeat=eit+heilt+nytt+eit").errors,
                        "old:error.password_wrong");
    assert_string_equal(
        CHANGE("old=" GOOD "&new=eit+heilt+nytt+eit&repeat=eit+heilt+anna+eit").errors,
        "repeat:error.password_differs");
    assert_string_equal(CHANGE("old=" GOOD "&new=for+kort+11&repeat=for+kort+11").errors,
                        "new:error.password_short");
    assert_string_equal(CHANGE("old=" GOOD "&new=" GOOD "&repeat=" GOOD).errors,
                        "new:error.password_same");
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", STUDENT), 1);
    struct done done = CHANGE("old=" GOOD "&new=eit+heilt+nytt+eit&repeat=eit+heilt+nytt+eit");
    DONE(done);
    assert_int_equal(done.session.begin_person, STUDENT);
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", STUDENT), 0);
    assert_true(
        password_verify(text("SELECT password_hash FROM account WHERE person = %d", STUDENT),
                        "eit heilt nytt eit"));
    assert_int_equal(number("SELECT COUNT(*) FROM event_change WHERE new_value LIKE '%%heilt%%' OR "
                            "new_value LIKE '$argon%%'"),
                     0);
}

/* Who gives what where: the forged ids are to them as if they were not there. */
static void nobody_gives_what_is_not_theirs(void **state)
{
    (void)state;
    static const struct {
        int viewer;
        const char *fields, *errors;
    } cases[] = {
        {SITE_ADMIN, "role=site_coordinator&site=2", "site:error.unknown"},
        {SITE_ADMIN, "role=site_coordinator&site=99", "site:error.unknown"},
        {SITE_ADMIN, "role=placement_administrator&institution=1", "institution:error.unknown"},
        {SITE_ADMIN, "role=system_administrator", "role:error.unknown"},
        {SITE_ADMIN, "role=site_coordinator", "site:error.site_needed"},
        {PLANNER, "role=placement_adviser&institution=2", "institution:error.unknown"},
        {PLANNER, "role=system_administrator", "role:error.unknown"},
        {PLANNER, "role=site_coordinator&site=1", "site:error.unknown"},
        {PLANNER, "role=lecturer", "institution:error.institution_needed"},
        {PLANNER, "role=exam_planner&institution=2", "institution:error.unknown"},
        {PLANNER, "role=assessor", "institution:error.institution_needed"},
        {ADMIN, "role=examiner&institution=1&site=1", "site:error.not_for_role"},
        {SITE_ADMIN, "role=exam_planner&site=1",
         "institution:error.institution_needed site:error.not_for_role"},
        {COORDINATOR, "role=examiner&institution=1", "institution:error.unknown"},
        {ADMIN, "role=lecturer&institution=1&site=1", "site:error.not_for_role"},
        {ADMIN, "role=supervisor&institution=1&site=1", "institution:error.not_for_role"},
        {COORDINATOR, "role=site_coordinator&site=1", "site:error.unknown"},
        {ADVISER, "role=lecturer&institution=1", "institution:error.unknown"},
        {ADMIN, "role=emperor", "role:error.not_choice"},
    };
    int64_t grants = number("SELECT COUNT(*) FROM person_grant"),
            people = number("SELECT COUNT(*) FROM person");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char fields[400];
        snprintf(fields, sizeof fields, "valid_from=2026-11-21&%s", cases[i].fields);
        struct done done = ACT(grant_new, "grant", cases[i].viewer, "person=8", fields);
        assert_int_equal(done.outcome, OUTCOME_INVALID);
        assert_string_equal(done.errors, cases[i].errors);
        snprintf(fields, sizeof fields, INVITED "&email=x%%40y.example&%s", cases[i].fields);
        done = ACT(invite, "invite", cases[i].viewer, "", fields);
        assert_string_equal(done.errors, cases[i].errors);
    }
    assert_int_equal(number("SELECT COUNT(*) FROM person_grant"), grants);
    assert_int_equal(number("SELECT COUNT(*) FROM person"), people);
}

static void a_grant_is_given_once_and_ended(void **state)
{
    (void)state;
    struct done done = ACT(grant_new, "grant", SITE_ADMIN, "person=7",
                           "role=supervisor&site=1&unit=2&valid_from=2026-11-21&person=1");
    DONE(done);
    assert_string_equal(done.location, "/people/7");
    int id = (int)number("SELECT MAX(id) FROM person_grant WHERE person = 7 AND unit = 2");
    assert_string_equal(ACT(grant_new, "grant", SITE_ADMIN, "person=7",
                            "role=supervisor&site=1&unit=2&valid_from=2027-01-01")
                            .errors,
                        "role:error.granted_already");
    assert_string_equal(ACT(grant_new, "grant", SITE_ADMIN, "person=7",
                            "role=supervisor&site=1&unit=5&valid_from=2027-01-01")
                            .errors,
                        "unit:error.unknown"); /* a unit of another site */
    assert_string_equal(ACT(grant_new, "grant", SITE_ADMIN, "person=7",
                            "role=supervisor&site=1&valid_from=2027-01-01&valid_to=2026-12-31")
                            .errors,
                        "valid_to:error.end_before_start");
    assert_int_equal(ACT(grant_new, "grant", SITE_ADMIN, "person=999",
                         "role=supervisor&site=1&valid_from=2027-01-01")
                         .outcome,
                     OUTCOME_MISSING);
    char path[40];
    snprintf(path, sizeof path, "grant=%d", id);
    assert_true(may("grant", "edit", id, SITE_ADMIN));
    assert_false(may("grant", "edit", id, SITE_ADMIN_TWO));
    assert_string_equal(
        ACT(grant_end, "grant_end", SITE_ADMIN, path, "valid_to=2026-11-01&version=1").errors,
        "valid_to:error.past");
    done = ACT(grant_end, "grant_end", SITE_ADMIN, path, "valid_to=2026-11-20&version=1");
    DONE(done);
    assert_string_equal(done.location, "/people/7");
    assert_string_equal(
        text("SELECT CONCAT(valid_from, ' ', valid_to) FROM person_grant WHERE id = %d", id),
        "2026-11-20 2026-11-20");
    done = ACT(grant_end, "grant_end", SITE_ADMIN, path, "valid_to=2026-11-30&version=2");
    assert_string_equal(done.errors, ":error.ended_already");
    assert_int_equal(
        ACT(grant_end, "grant_end", SITE_ADMIN, path, "valid_to=2026-11-30&version=1").outcome,
        OUTCOME_STALE);
}

static void a_grant_is_changed_where_and_when(void **state)
{
    (void)state;
    must("INSERT INTO person_grant (id, person, role, site, unit, valid_from) VALUES "
         "(900, 7, 'supervisor', 1, 1, '2026-12-01'), (901, 7, 'supervisor', 1, 4, '2026-12-01')");
#define EDIT(grant, fields) ACT(grant_edit, "grant_edit", SITE_ADMIN, "grant=" grant, fields)
    assert_string_equal(EDIT("900", "unit=5&valid_from=2026-12-01&version=1").errors,
                        "unit:error.unknown");
    assert_string_equal(
        EDIT("900", "unit=1&valid_from=2026-12-01&valid_to=2026-11-30&version=1").errors,
        "valid_to:error.end_before_start");
    assert_string_equal(
        EDIT("900", "unit=1&valid_from=2026-01-01&valid_to=2026-11-01&version=1").errors,
        "valid_to:error.past");
    assert_string_equal(EDIT("900", "unit=4&valid_from=2026-12-01&version=1").errors,
                        ":error.granted_already");
    assert_int_equal(EDIT("900", "unit=2&valid_from=2026-12-02&version=7").outcome, OUTCOME_STALE);
    struct done done =
        EDIT("900", "unit=2&valid_from=2026-12-02&valid_to=2027-01-31&version=1&role=lecturer");
    DONE(done);
    assert_string_equal(done.location, "/people/7");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', role, unit, valid_from, valid_to, version) FROM "
             "person_grant WHERE id = 900"),
        "supervisor 2 2026-12-02 2027-01-31 2");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(field, '=', COALESCE(old_value, ''), '>', new_value) "
             "ORDER BY number) FROM event_change WHERE event = (SELECT MAX(id) FROM event WHERE "
             "kind = 'grant.changed')"),
        "unit=Medisin>Post 1,valid_from=2026-12-01>2026-12-02,valid_to=>2027-01-31");
    must("DELETE FROM person_grant WHERE id IN (900, 901)");
}

static void the_region_keeps_an_administrator(void **state)
{
    (void)state;
    char path[40];
    snprintf(path, sizeof path, "grant=%d",
             (int)number(
                 "SELECT id FROM person_grant WHERE person = %d AND role = 'system_administrator'",
                 ADMIN));
    struct done done = ACT(grant_end, "grant_end", ADMIN, path, "valid_to=2026-11-21&version=1");
    assert_string_equal(done.errors, ":error.last_administrator");
    done = ACT(grant_edit, "grant_edit", ADMIN, path,
               "valid_from=2020-01-01&valid_to=2027-01-01&version=1");
    assert_string_equal(done.errors, ":error.last_administrator");
    done = ACT(grant_edit, "grant_edit", ADMIN, path, "valid_from=2026-12-01&version=1");
    assert_string_equal(done.errors, ":error.last_administrator");
    done = ACT(grant_new, "grant", ADMIN, "person=2",
               "role=system_administrator&valid_from=2026-11-21");
    DONE(done);
    must("UPDATE person_grant SET valid_to = '2026-11-20', valid_from = '2026-11-20' WHERE person "
         "= 2 "
         "AND role = 'system_administrator'");
}

static void each_sees_the_people_of_their_own_side(void **state)
{
    (void)state;
    const char *all = "q=&role=&institution=&site=";
#define LISTED(viewer, email) rows_have("people/people", "people", viewer, all, "email", email)
    assert_true(LISTED(PLANNER, "adviser@prove.example"));
    assert_false(LISTED(PLANNER, "plannertwo@prove.example"));
    assert_false(LISTED(PLANNER, "siteadmin@prove.example"));
    assert_true(LISTED(SITE_ADMIN, "coordinator@prove.example"));
    assert_false(LISTED(SITE_ADMIN, "siteadmintwo@prove.example"));
    assert_true(LISTED(ADMIN, "siteadmintwo@prove.example"));
    assert_true(LISTED(ADMIN, "utan@prove.example")); /* who has no grant at all */
    assert_false(LISTED(PLANNER, "utan@prove.example"));
    assert_int_equal(rows("people/people", "people", COORDINATOR, all), 0);
    assert_int_equal(rows("people/people", "people", STUDENT, all), 0);
    assert_int_equal(
        rows("people/people", "people", PLANNER, "q=&role=placement_adviser&institution=&site="),
        1);
    assert_int_equal(rows("people/people", "people", PLANNER, "q=&role=&institution=2&site="), 0);
    assert_int_equal(
        rows("people/people", "people", ADMIN, "q=plannertwo&role=&institution=&site="), 1);
    must("UPDATE person SET protected = 1 WHERE id = %d", ADVISER);
    assert_false(LISTED(PLANNER, "adviser@prove.example"));
    assert_false(LISTED(ADMIN, "adviser@prove.example"));
    must("UPDATE person SET protected = 0 WHERE id = %d", ADVISER);
}

static void a_page_shows_only_the_viewers_share(void **state)
{
    (void)state;
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (7, 'lecturer', "
         "1, '2026-01-01')");
    assert_true(
        rows_have("people/person", "grants", SITE_ADMIN, "person=7", "role", "site_coordinator"));
    assert_false(rows_have("people/person", "grants", SITE_ADMIN, "person=7", "role", "lecturer"));
    assert_true(rows_have("people/person", "grants", PLANNER, "person=7", "role", "lecturer"));
    assert_false(
        rows_have("people/person", "grants", PLANNER, "person=7", "role", "site_coordinator"));
    assert_true(rows_have("people/person", "grants", COORDINATOR, "person=7", "role", "lecturer"));
    assert_false(may("person", "edit", 7, SITE_ADMIN)); /* also somewhere that is not theirs */
    assert_true(may("person", "add_grant", 7, SITE_ADMIN));
    ACT(person_edit, "person", ADMIN, "person=7",
        "given_name=Kari&family_name=Nordmann&email=kari%40prove.example&language=sv&protected=1&"
        "version=1");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(field ORDER BY number) FROM event_change WHERE event = "
             "(SELECT MAX(id) FROM event WHERE kind = 'person.changed')"),
        "given_name,family_name,email,lang,protected");
    assert_true(
        rows_have("people/person", "history", SITE_ADMIN, "person=7", "kind", "person.changed"));
    assert_true(
        rows_have("people/person", "history", SITE_ADMIN, "person=7", "kind", "grant.ended"));
    assert_false(rows_have("people/person", "history", PLANNER, "person=7", "kind", "grant.ended"));
    assert_int_equal(rows("people/person", "history", ADVISER, "person=7"), 0);
    assert_false(
        rows_have("people/person", "history", ADMIN, "person=2", "kind", "person.signed_in"));
    assert_int_equal(rows("people/person", "changes", ADVISER, "person=7"), 0);
    assert_true(rows("people/person", "changes", SITE_ADMIN, "person=7") > 5);
}

static void forms_offer_what_the_viewer_manages(void **state)
{
    (void)state;
    assert_int_equal(rows("people/invite", "institutions", PLANNER, ""), 1);
    assert_int_equal(rows("people/invite", "sites", PLANNER, ""), 0);
    assert_int_equal(rows("people/invite", "roles", PLANNER, ""), 8);
    assert_int_equal(rows("people/invite", "roles", SITE_ADMIN, ""), 3);
    assert_int_equal(rows("people/invite", "roles", ADMIN, ""), 12);
    assert_true(rows_have("people/invite", "prefill", PLANNER, "", "institution", "1"));
    assert_true(rows_have("people/invite", "prefill", SITE_ADMIN, "", "site", "1"));
    assert_false(rows_have("people/invite", "prefill", ADMIN, "", "site", "1"));
    assert_int_equal(rows("people/grant_new", "units", SITE_ADMIN, "person=7"), 4);
    assert_int_equal(rows("people/grant_new", "units", ADMIN, "person=7"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_password_begins_a_session),
        cmocka_unit_test(nobody_learns_who_has_an_account),
        cmocka_unit_test(next_stays_within_praktikum),
        cmocka_unit_test(a_language_is_remembered_for_the_person),
        cmocka_unit_test(one_keeps_ones_own_profile_only),
        cmocka_unit_test(the_address_one_signs_in_with_asks_for_the_password),
        cmocka_unit_test(a_password_is_changed_with_the_old_one),
        cmocka_unit_test(nobody_gives_what_is_not_theirs),
        cmocka_unit_test(a_grant_is_given_once_and_ended),
        cmocka_unit_test(a_grant_is_changed_where_and_when),
        cmocka_unit_test(the_region_keeps_an_administrator),
        cmocka_unit_test(each_sees_the_people_of_their_own_side),
        cmocka_unit_test(a_page_shows_only_the_viewers_share),
        cmocka_unit_test(forms_offer_what_the_viewer_manages),
    };
    return cmocka_run_group_tests_name("people", tests, region_set_up, action_tear_down);
}
