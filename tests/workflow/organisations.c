/* Institutions, sites, units, agreements and requirements, by their actions and pages. */
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

action_function organisations_institution_new, organisations_institution_edit,
    organisations_site_new, organisations_site_edit, organisations_unit_new,
    organisations_unit_edit, organisations_unit_requirements, organisations_agreement_new,
    organisations_agreement_edit, organisations_requirement_new, organisations_requirement_edit;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(organisations_##name, "organisations/" #name, form, viewer, path, fields)

static void institution_is_made_and_named_once(void **state)
{
    (void)state;
    struct done done = ACT(institution_new, "institution", ADMIN, "",
                           "version=0&name=Fagskulen&short_name=FS&municipality=301&answer_days=14&"
                           "email=post%40fs.example");
    DONE(done);
    assert_string_equal(done.flash, "institution_created");
    int64_t id =
        number("SELECT id FROM institution WHERE name = 'Fagskulen' AND municipality = '0301' "
               "AND answer_days = 14 AND email = 'post@fs.example' AND address IS NULL");
    assert_true(id > 0);
    char where[40];
    snprintf(where, sizeof where, "/institutions/%d", (int)id);
    assert_string_equal(done.location, where);
    assert_int_equal(
        number(
            "SELECT COUNT(*) FROM event WHERE kind = 'institution.created' AND thing_id = %d "
            "AND institution = %d AND person = %d AND area = 'organisations' AND thing_version = 1",
            (int)id, (int)id, ADMIN),
        1);
    done = ACT(institution_new, "institution", ADMIN, "",
               "version=0&name=fagskulen&short_name=fs&answer_days=14");
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_string_equal(done.errors, "name:error.taken short_name:error.taken");
    done = ACT(institution_new, "institution", ADMIN, "",
               "version=0&name=A&short_name=B&answer_days=0&municipality=9999");
    assert_string_equal(done.errors, "answer_days:error.too_small");
    done = ACT(institution_new, "institution", ADMIN, "",
               "version=0&name=A&short_name=B&answer_days=9&municipality=9999");
    assert_string_equal(done.errors, "municipality:error.unknown");
    assert_int_equal(number("SELECT COUNT(*) FROM institution WHERE name = 'A'"), 0);
}

static void an_edit_says_from_and_to_in_words(void **state)
{
    (void)state;
    must("INSERT INTO site (id, name, kind, municipality) VALUES (20, 'Gammalt namn', 'firm', "
         "'4601')");
    struct done done = ACT(site_edit, "site", SITE_ADMIN, "site=20",
                           "name=Nytt+namn&kind=school&municipality=301&version=1&id=1&site=1");
    DONE(done);
    assert_string_equal(done.location, "/sites/20");
    assert_int_equal(number("SELECT version FROM site WHERE id = 20 AND name = 'Nytt namn'"), 2);
    assert_string_equal(text("SELECT name FROM site WHERE id = 1"),
                        "Sjukehuset"); /* fields never name the thing */
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT(field, '=', old_value, '>', new_value) "
                             "ORDER BY number) FROM event_change "
                             "WHERE event = (SELECT MAX(id) FROM event WHERE kind = 'site.changed' "
                             "AND thing_id = 20)"),
                        "name=Gammalt namn>Nytt namn,kind=firm>school,municipality=Bergen>Oslo");
    done = ACT(site_edit, "site", SITE_ADMIN, "site=20", "name=Andre&kind=school&version=1");
    assert_int_equal(done.outcome, OUTCOME_STALE);
    assert_int_equal(done.stale_version, 1);
    assert_string_equal(text("SELECT name FROM site WHERE id = 20"), "Nytt namn");
    done = ACT(site_edit, "site", SITE_ADMIN, "site=999", "name=Andre&kind=school&version=1");
    assert_int_equal(done.outcome, OUTCOME_MISSING);
}

static void markup_and_odd_letters_are_kept_as_typed(void **state)
{
    (void)state;
    struct done done = ACT(
        site_new, "site", ADMIN, "",
        "version=0&name=%3Cb%3E%22R%26D%22%27&kind=firm&profile=%3Dcmd%0Ajavascript%3Aalert(1)");
    DONE(done);
    assert_string_equal(text("SELECT profile FROM site WHERE name = '<b>\"R&D\"\\''"),
                        "=cmd\njavascript:alert(1)");
    assert_int_equal(ACT(site_new, "site", ADMIN, "", "version=0&name=X&kind=palace").outcome,
                     OUTCOME_INVALID);
}

static void units_stand_in_their_own_site_and_never_below_themselves(void **state)
{
    (void)state;
    struct done done = ACT(unit_new, "unit", SITE_ADMIN, "site=1", "version=0&name=Rom+5&parent=2");
    DONE(done);
    assert_int_equal(
        number("SELECT COUNT(*) FROM unit WHERE site = 1 AND parent = 2 AND name = 'Rom 5'"), 1);
    assert_int_equal(
        number("SELECT site FROM event WHERE kind = 'unit.created' ORDER BY id DESC LIMIT 1"), 1);
    assert_string_equal(
        ACT(unit_new, "unit", SITE_ADMIN, "site=1", "version=0&name=Rom+5&parent=2").errors,
        "name:error.taken");
    assert_string_equal(
        ACT(unit_new, "unit", SITE_ADMIN, "site=1", "version=0&name=Rom+6&parent=5").errors,
        "parent:error.unknown"); /* of another site */
    assert_string_equal(
        ACT(unit_new, "unit", SITE_ADMIN, "site=1", "version=0&name=Rom+6&parent=99").errors,
        "parent:error.unknown");
    const char *forbidden[] = {"1", "2", "3"};
    for (size_t i = 0; i < 3; i++) {
        char fields[60];
        snprintf(fields, sizeof fields, "name=Medisin&version=1&parent=%s", forbidden[i]);
        assert_string_equal(ACT(unit_edit, "unit", SITE_ADMIN, "unit=1", fields).errors,
                            "parent:error.below_itself");
    }
    assert_string_equal(
        ACT(unit_edit, "unit", SITE_ADMIN, "unit=1", "name=Medisin&version=1&parent=5").errors,
        "parent:error.unknown");
    done = ACT(unit_edit, "unit", SITE_ADMIN, "unit=3",
               "name=Rom+4&version=1&parent=4&closed_on=31.12.2026");
    DONE(done);
    assert_string_equal(text("SELECT GROUP_CONCAT(CONCAT(field, '=', COALESCE(old_value, ''), '>', "
                             "new_value) ORDER BY number) "
                             "FROM event_change WHERE event = (SELECT MAX(id) FROM event WHERE "
                             "kind = 'unit.changed')"),
                        "parent=Post 1>Kirurgi,closed_on=>2026-12-31");
}

static void the_tree_reads_from_the_top(void **state)
{
    (void)state;
    must("INSERT INTO site (id, name, kind) VALUES (30, 'Tre', 'other')");
    must("INSERT INTO unit (id, site, parent, name) VALUES (300, 30, NULL, 'A'), (301, 30, NULL, "
         "'A B'), "
         "(302, 30, 300, 'Z'), (303, 30, 302, 'Å')");
    assert_int_equal(rows("organisations/site", "units", STUDENT, "site=30&q="), 4);
    assert_true(rows_have("organisations/site", "units", STUDENT, "site=30&q=", "above", "A › Z"));
    assert_true(rows_have("organisations/site", "units", STUDENT, "site=30&q=", "depth", "2"));
    assert_string_equal(rows_joined("organisations/site", "units", STUDENT, "site=30&q=", "name"),
                        "A|Z|Å|A B");
    assert_string_equal(
        rows_joined("organisations/unit_new", "parents", SITE_ADMIN, "site=30", "name"),
        "A|A › Z|A › Z › Å|A B");
    assert_int_equal(rows("organisations/unit", "above", STUDENT, "unit=303"), 2);
    assert_int_equal(rows("organisations/unit_edit", "parents", SITE_ADMIN, "unit=302"),
                     2); /* not itself, not below */
    assert_int_equal(rows("organisations/unit_edit", "parents", SITE_ADMIN, "unit=303"), 3);
}

static void requirements_are_ticked_and_unticked(void **state)
{
    (void)state;
    struct done done = ACT(
        requirement_new, "requirement", ADMIN, "",
        "version=0&code=english&name_nb=Engelsk&name_nn=Engelsk&name_sv=Engelska&name_en=English");
    DONE(done);
    assert_string_equal(done.location, "/requirements");
    int english = (int)number("SELECT id FROM requirement WHERE code = 'english'");
    ACT(requirement_new, "requirement", ADMIN, "",
        "version=0&code=car&name_nb=Bil&name_nn=Bil&name_sv=Bil&name_en=Car");
    int car = (int)number("SELECT id FROM requirement WHERE code = 'car'");
    done = ACT(requirement_new, "requirement", ADMIN, "",
               "version=0&code=car&name_nb=x&name_nn=x&name_sv=x&name_en=x");
    assert_string_equal(done.errors, "code:error.taken");
    done = ACT(requirement_new, "requirement", ADMIN, "",
               "version=0&code=boat&name_nb=x&name_nn=x&name_sv=x");
    assert_string_equal(done.errors, "name_en:error.required");
    done = ACT(requirement_edit, "requirement", ADMIN, "requirement=1",
               "code=english&name_nb=Engelsk&name_nn=Engelsk&name_sv=Engelska&name_en=Good+English&"
               "version=1");
    DONE(done);

    char fields[100];
    snprintf(fields, sizeof fields, "version=1&requirements=%d&requirements=%d", english, car);
    done = ACT(unit_requirements, "unit_requirements", SITE_ADMIN, "unit=5", fields);
    DONE(done);
    assert_int_equal(number("SELECT COUNT(*) FROM unit_requirement WHERE unit = 5 AND site = 2"),
                     2);
    snprintf(fields, sizeof fields, "version=2&requirements=%d&requirements=999", car);
    done = ACT(unit_requirements, "unit_requirements", SITE_ADMIN, "unit=5", fields);
    DONE(done);
    assert_int_equal(number("SELECT requirement FROM unit_requirement WHERE unit = 5"), car);
    assert_string_equal(
        text("SELECT GROUP_CONCAT(CONCAT(field, ' ', subject, ' ', old_value, '>', new_value)) "
             "FROM event_change "
             "WHERE event = (SELECT MAX(id) FROM event WHERE kind = 'unit.requirements_changed')"),
        "requirement Engelsk 1>0");
    done = ACT(unit_requirements, "unit_requirements", SITE_ADMIN, "unit=5", "version=2");
    assert_int_equal(done.outcome, OUTCOME_STALE);
}

static void agreements_of_a_pair_never_overlap(void **state)
{
    (void)state;
    struct done done =
        ACT(agreement_new, "agreement_new", PLANNER, "",
            "institution=1&site=2&valid_from=2026-01-01&valid_to=2026-12-31&reference=R-1");
    DONE(done);
    int first = (int)number("SELECT MAX(id) FROM agreement");
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'agreement.created' AND "
                            "institution = 1 AND site = 2"),
                     1);
    const char *overlapping[] = {"2026-12-31", "2025-06-01&valid_to=2026-01-01",
                                 "2026-03-01&valid_to=2026-04-01",
                                 "2025-01-01&valid_to=2028-01-01"};
    for (size_t i = 0; i < 4; i++) {
        char fields[120];
        snprintf(fields, sizeof fields, "institution=1&site=2&valid_from=%s", overlapping[i]);
        assert_string_equal(ACT(agreement_new, "agreement_new", PLANNER, "", fields).errors,
                            "valid_from:error.overlap");
    }
    done = ACT(agreement_new, "agreement_new", PLANNER, "",
               "institution=1&site=2&valid_from=2027-01-01");
    DONE(done);
    done = ACT(agreement_new, "agreement_new", PLANNER, "",
               "institution=1&site=2&valid_from=2031-01-01");
    assert_string_equal(done.errors, "valid_from:error.overlap"); /* the open-ended one */
    done = ACT(agreement_new, "agreement_new", PLANNER, "",
               "institution=1&site=1&valid_from=2026-05-01&valid_to=2026-04-01");
    assert_string_equal(done.errors, "valid_to:error.end_before_start");
    char path[40];
    snprintf(path, sizeof path, "agreement=%d", first);
    done = ACT(agreement_edit, "agreement", PLANNER, path, "valid_from=2026-01-01&version=1");
    assert_string_equal(done.errors, "valid_from:error.overlap");
    done = ACT(agreement_edit, "agreement", PLANNER, path,
               "valid_from=2026-01-01&valid_to=2026-06-30&version=1");
    DONE(done);
    assert_true(
        rows_have("organisations/agreement", "agreement", PLANNER, path, "validity", "ended"));
}

static void a_forged_institution_is_not_there(void **state)
{
    (void)state;
    struct done done = ACT(agreement_new, "agreement_new", PLANNER, "",
                           "institution=2&site=1&valid_from=2026-01-01");
    assert_int_equal(done.outcome, OUTCOME_INVALID);
    assert_string_equal(done.errors, "institution:error.unknown");
    done = ACT(agreement_new, "agreement_new", PLANNER, "",
               "institution=1&site=77&valid_from=2026-01-01");
    assert_string_equal(done.errors, "site:error.unknown");
    assert_int_equal(number("SELECT COUNT(*) FROM agreement WHERE institution = 2"), 0);
}

static void each_sees_the_agreements_of_their_own_side(void **state)
{
    (void)state;
    must("INSERT INTO agreement (id, institution, site, valid_from) VALUES (50, 2, 1, "
         "'2026-01-01')");
    assert_true(may("agreement", "view", 50, SITE_ADMIN));
    assert_false(may("agreement", "edit", 50, SITE_ADMIN));
    assert_true(may("agreement", "edit", 50, PLANNER_TWO));
    assert_false(may("agreement", "view", 50, PLANNER));
    const char *all = "q=&institution=&site=";
    assert_true(rows_have("organisations/agreements", "agreements", SITE_ADMIN, all, "id", "50"));
    assert_true(rows_have("organisations/agreements", "agreements", ADMIN, all, "id", "50"));
    assert_false(rows_have("organisations/agreements", "agreements", PLANNER, all, "id", "50"));
    assert_int_equal(rows("organisations/agreements", "agreements", STUDENT, all), 0);
    assert_int_equal(rows("organisations/site", "agreements", PLANNER, "site=1"), 0);
    assert_int_equal(rows("organisations/site", "agreements", PLANNER_TWO, "site=1"), 1);
}

static void students_see_no_contact_people_and_no_history(void **state)
{
    (void)state;
    assert_int_equal(rows("organisations/site", "contacts", STUDENT, "site=1"), 0);
    assert_int_equal(rows("organisations/site", "contacts", PLANNER_TWO, "site=1"), 2);
    assert_int_equal(rows("organisations/institution", "contacts", SITE_ADMIN, "institution=1"), 2);
    must("UPDATE person SET protected = 1 WHERE id = %d", COORDINATOR);
    assert_int_equal(rows("organisations/site", "contacts", PLANNER_TWO, "site=1"), 1);
    must("UPDATE person SET protected = 0 WHERE id = %d", COORDINATOR);
    ACT(site_edit, "site", SITE_ADMIN, "site=2",
        "name=Kommunen&kind=municipality&phone=55&version=1");
    assert_int_equal(rows("organisations/site", "history", SITE_ADMIN_TWO, "site=2"), 1);
    assert_int_equal(rows("organisations/site", "history", PLANNER, "site=2"), 0);
    assert_int_equal(rows("organisations/site", "changes", STUDENT, "site=2"), 0);
}

static void lists_search_and_filter(void **state)
{
    (void)state;
    const char *list = "organisations/sites";
    assert_true(
        rows_have(list, "sites", STUDENT, "q=juke&kind=&municipality=", "name", "Sjukehuset"));
    assert_false(
        rows_have(list, "sites", STUDENT, "q=juke&kind=&municipality=", "name", "Kommunen"));
    assert_true(
        rows_have(list, "sites", STUDENT, "q=&kind=trust&municipality=", "name", "Sjukehuset"));
    assert_false(
        rows_have(list, "sites", STUDENT, "q=&kind=trust&municipality=", "name", "Kommunen"));
    must("UPDATE site SET municipality = '0301' WHERE id = 1");
    assert_true(
        rows_have(list, "sites", STUDENT, "q=&kind=&municipality=301", "name", "Sjukehuset"));
    assert_int_equal(rows("organisations/institutions", "institutions", STUDENT, "q=UN"), 1);
    assert_int_equal(rows("organisations/requirements", "requirements", STUDENT, "q=engel"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(institution_is_made_and_named_once),
        cmocka_unit_test(an_edit_says_from_and_to_in_words),
        cmocka_unit_test(markup_and_odd_letters_are_kept_as_typed),
        cmocka_unit_test(units_stand_in_their_own_site_and_never_below_themselves),
        cmocka_unit_test(the_tree_reads_from_the_top),
        cmocka_unit_test(requirements_are_ticked_and_unticked),
        cmocka_unit_test(agreements_of_a_pair_never_overlap),
        cmocka_unit_test(a_forged_institution_is_not_there),
        cmocka_unit_test(each_sees_the_agreements_of_their_own_side),
        cmocka_unit_test(students_see_no_contact_people_and_no_history),
        cmocka_unit_test(lists_search_and_filter),
    };
    return cmocka_run_group_tests_name("organisations", tests, region_set_up, action_tear_down);
}
