/* Partners and their keys, and addresses of calendars: their rules, and that the last key's end is told of once a stage. */
#include "../../fcgi/base/identity.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/remind.h"
#include "support_action.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

action_function partners_partner_new, partners_partner_edit, partners_partner_end, partners_key_new,
    partners_key_kept, partners_key_revoke, calendars_calendars, calendars_site, calendars_end;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(partners_##name, "partners/" #name, form, viewer, path, fields)
#define NEW "version=0&contact=drift@prove.example&per_minute=60&"

static void made_with_a_person_of_its_own(void **state)
{
    (void)state;
    struct done done = ACT(partner_new, "partner", PLANNER, "",
                           NEW "institution=1&name=Register&reads_results=1&reads_events=1"
                               "&sends_results=1&addresses=10.0.0.9/8%0A192.0.2.1");
    DONE(done);
    assert_string_equal(done.location, "/partners/1");
    assert_string_equal(text("SELECT CONCAT_WS(' ', feeds, writes, addresses) FROM partner"),
                        "events,results results 10.0.0.0/8 192.0.2.1");
    assert_string_equal(text("SELECT e.name FROM partner p JOIN person e ON e.id = p.person "
                             "WHERE e.email IS NULL"),
                        "Register (system)");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ':', c.new_value ORDER BY c.number SEPARATOR ' ') FROM "
             "event e JOIN event_change c ON c.event = e.id WHERE e.kind = 'partner.created'"),
        "reads:events reads:results sends:results");
    DONE(ACT(partner_new, "partner", SITE_ADMIN, "", NEW "site=1&name=Turnus&reads_activities=1"));
}

static void not_made(void **state)
{
    (void)state;
    refused("name:error.taken", ACT(partner_new, "partner", PLANNER, "",
                                    NEW "institution=1&name=Register&reads_results=1"));
    refused(":error.partner_nothing",
            ACT(partner_new, "partner", PLANNER, "", NEW "institution=1&name=X"));
    refused("institution:error.unknown",
            ACT(partner_new, "partner", PLANNER, "", NEW "institution=2&name=X&reads_results=1"));
    refused(":error.partner_owner",
            ACT(partner_new, "partner", PLANNER, "", NEW "name=X&reads_results=1"));
    refused(":error.partner_of_site",
            ACT(partner_new, "partner", SITE_ADMIN, "", NEW "site=1&name=X&sends_results=1"));
    refused("reads_events:error.partner_events_alone",
            ACT(partner_new, "partner", PLANNER, "", NEW "institution=1&name=X&reads_events=1"));
    refused("addresses:error.network",
            ACT(partner_new, "partner", PLANNER, "",
                NEW "institution=1&name=X&reads_results=1&addresses=here"));
    assert_int_equal(number("SELECT COUNT(*) FROM partner"), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM person WHERE email IS NULL"), 2);
}

static void changed_with_its_name(void **state)
{
    (void)state;
    struct done done = ACT(partner_edit, "partner", PLANNER, "partner=1",
                           "version=1&name=Registeret&contact=drift@prove.example&per_minute=60"
                           "&reads_results=1&institution=2&site=2");
    DONE(done);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', p.name, e.name, feeds, writes, institution, "
             "p.version) FROM partner p JOIN person e ON e.id = p.person WHERE p.id = 1"),
        "Registeret Registeret (system) results  1 2");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(c.field, ':', COALESCE(c.old_value, ''), '>', "
             "COALESCE(c.new_value, '') ORDER BY c.number SEPARATOR ' ') FROM "
             "event e JOIN event_change c ON c.event = e.id WHERE e.kind = 'partner.changed'"),
        "name:Register>Registeret addresses:10.0.0.0/8 192.0.2.1> reads:events> sends:results>");
    done = ACT(partner_edit, "partner", PLANNER, "partner=1",
               "version=1&name=X&contact=drift@prove.example&per_minute=60&reads_results=1");
    assert_int_equal(done.outcome, OUTCOME_STALE);
}

#define HELD(of)                                                                                   \
    text("SELECT CONCAT_WS(' ', hash IS NOT NULL, salt IS NOT NULL, ends_at IS NOT NULL, "         \
         "revoked_at IS NOT NULL) FROM partner_key WHERE id = %d",                                 \
         of)

static void keys_take_each_others_place(void **state)
{
    (void)state;
    DONE(ACT(key_new, "partner_key", PLANNER, "partner=1", "expires_on=2027-06-01&others=keep"));
    DONE(ACT(key_new, "partner_key", PLANNER, "partner=1", "expires_on=2027-07-01&others=keep"));
    assert_string_equal(HELD(1), "1 1 0 0");
    assert_int_equal(number("SELECT COUNT(DISTINCT hash) FROM partner_key"), 2);
    DONE(ACT(key_new, "partner_key", PLANNER, "partner=1",
             "expires_on=2027-08-01&others=overlap&days=5"));
    assert_string_equal(HELD(1), "1 1 1 0");
    assert_int_equal(number("SELECT COUNT(*) FROM partner_key WHERE TIMESTAMPDIFF(HOUR, "
                            "UTC_TIMESTAMP(), ends_at) BETWEEN 119 AND 120"),
                     2);
    refused("days:error.required", ACT(key_new, "partner_key", PLANNER, "partner=1",
                                       "expires_on=2027-08-01&others=overlap"));
    refused("expires_on:error.key_past",
            ACT(key_new, "partner_key", PLANNER, "partner=1", "expires_on=2026-11-20&others=keep"));
    refused("expires_on:error.key_long",
            ACT(key_new, "partner_key", PLANNER, "partner=1", "expires_on=2028-11-22&others=keep"));
    DONE(ACT(key_kept, "key_kept", PLANNER, "partner_key=3", ""));
    assert_string_equal(HELD(3), "1 0 0 0");
    DONE(ACT(key_revoke, "key_revoke", PLANNER, "partner_key=1", ""));
    assert_string_equal(HELD(1), "1 0 1 1");
    refused(":error.key_revoked", ACT(key_revoke, "key_revoke", PLANNER, "partner_key=1", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE thing = 'partner' AND thing_id = 1 "
                            "AND institution = 1 AND kind LIKE 'partner.key%%'"),
                     5);
}

static void whose_they_are(void **state)
{
    (void)state;
    for (int64_t viewer = ADMIN; viewer <= STUDENT; viewer++) {
        bool of_first = viewer == ADMIN || viewer == PLANNER,
             of_second = viewer == ADMIN || viewer == SITE_ADMIN;
        assert_int_equal(may("partner", "view", 1, viewer), of_first);
        assert_int_equal(may("partner", "edit", 1, viewer), of_first);
        assert_int_equal(may("partner_key", "edit", 2, viewer), of_first);
        assert_int_equal(may("partner_key", "kept", 2, viewer), viewer == PLANNER);
        assert_int_equal(may("partner", "view", 2, viewer), of_second);
        assert_int_equal(
            total("partners/partners", "partners", viewer, "state=&institution=&site=&q="),
            of_first + of_second);
    }
}

#define TOLD                                                                                       \
    text("SELECT GROUP_CONCAT(m.person, IF(m.address IS NULL, '', '@') ORDER BY m.person "         \
         "SEPARATOR ' ') FROM mail m WHERE m.kind = 'partner_key_expiring'")

static void expires_in(int partner, int days)
{
    char day[DATE_TEXT];
    date_iso(day, date_add(time_today(), days));
    must(
        "UPDATE partner_key SET expires_on = '%s', ends_at = NULL, revoked_at = NULL WHERE partner "
        "= %d",
        day, partner);
}

static void look(void)
{
    struct post post = post_of(act_connection());
    while (reminders_make(&post))
        ;
}

static void told_before_it_ends(void **state)
{
    (void)state;
    char once[40], twice[60];
    int person = (int)number("SELECT person FROM partner WHERE id = 1");
    snprintf(once, sizeof once, "%d %d@", PLANNER, person);
    snprintf(twice, sizeof twice, "%d %d %d@ %d@", PLANNER, PLANNER, person, person);
    expires_in(1, 31);
    look();
    assert_string_equal(TOLD, "");
    expires_in(1, 30);
    for (int i = 0; i < 2; i++) {
        look();
        assert_string_equal(TOLD, once);
    }
    /* Five days before, once more; the mark of the first time is put back to its day. */
    expires_in(1, 4);
    must("UPDATE event_change c JOIN event e ON e.id = c.event SET c.new_value = (SELECT "
         "MAX(expires_on) FROM partner_key WHERE partner = 1), e.at = UTC_TIMESTAMP() - INTERVAL "
         "26 DAY "
         "WHERE e.kind = 'partner.key_expiring'");
    for (int i = 0; i < 2; i++) {
        look();
        assert_string_equal(TOLD, twice);
    }
    assert_string_equal(text("SELECT DISTINCT address FROM mail WHERE person = %d", person),
                        "drift@prove.example");
    send_all();
    assert_int_equal(
        number("SELECT COUNT(*) FROM mail WHERE kind = 'partner_key_expiring' AND state <> 'sent'"),
        0);
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE kind = 'partner_key_expiring'"), 2);
}

static void ended_for_good(void **state)
{
    (void)state;
    DONE(ACT(partner_end, "partner_end", PLANNER, "partner=1", ""));
    assert_int_equal(
        number("SELECT COUNT(*) FROM partner_key WHERE partner = 1 AND salt IS NOT NULL"), 0);
    refused(":error.partner_ended", ACT(partner_end, "partner_end", PLANNER, "partner=1", ""));
    refused(":error.partner_ended",
            ACT(key_new, "partner_key", PLANNER, "partner=1", "expires_on=2027-06-01&others=keep"));
    assert_true(may("partner", "view", 1, PLANNER));
    assert_false(may("partner", "edit_now", 1, PLANNER));
    must("DELETE FROM mail WHERE kind = 'partner_key_expiring'");
    expires_in(1, 20);
    look();
    assert_string_equal(TOLD, "");
    /* Its name is free again. */
    DONE(ACT(partner_new, "partner", PLANNER, "",
             NEW "institution=1&name=Registeret&reads_results=1"));
}

#define OPEN(of)                                                                                   \
    number("SELECT COUNT(*) FROM private_address WHERE person = %d AND ended_at IS NULL", of)

static void calendars_have_one_address_each(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        DONE(act(calendars_calendars, "calendars/calendars", "calendar_new", SITE_ADMIN, "", ""));
        DONE(act(calendars_site, "calendars/site", "calendar_new", SITE_ADMIN, "site=1", ""));
        assert_int_equal(OPEN(SITE_ADMIN), 2);
    }
    assert_int_equal(number("SELECT COUNT(DISTINCT salt) FROM private_address"), 4);
    int64_t own =
        number("SELECT id FROM private_address WHERE purpose = 'calendar' AND ended_at IS NULL");
    assert_true(may("calendar", "view", own, SITE_ADMIN));
    assert_false(may("calendar", "view", own, ADMIN));
    char path[40];
    snprintf(path, sizeof path, "calendar=%d", (int)own);
    assert_int_equal(act(calendars_end, "calendars/end", "calendar_end", PLANNER, path, "").outcome,
                     OUTCOME_MISSING);
    DONE(act(calendars_end, "calendars/end", "calendar_end", SITE_ADMIN, path, ""));
    assert_int_equal(OPEN(SITE_ADMIN), 1);
    assert_false(may("calendar", "view", own, SITE_ADMIN));
    must("UPDATE person SET protected = 1 WHERE id = %d", STUDENT);
    refused(":error.calendar_protected",
            act(calendars_calendars, "calendars/calendars", "calendar_new", STUDENT, "", ""));
    must("UPDATE person SET protected = 0 WHERE id = %d", STUDENT);
}

/* Two buttons at once: whoever is second ends what the first has made. */
static void two_at_once_leave_one(void **state)
{
    (void)state;
    enum { PROCESSES = 4 };
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0) {
            act_on_own_connection();
            struct done done = act(calendars_calendars, "calendars/calendars", "calendar_new",
                                   COORDINATOR, "", "");
            _exit(done.outcome == OUTCOME_DONE || done.result == DATA_RETRY ? 0 : 1);
        }
    for (int i = 0, status; i < PROCESSES; i++)
        assert_true(wait(&status) > 0 && status == 0);
    assert_int_equal(OPEN(COORDINATOR), 1);
}

/* Keys are made with the key file. */
static int set_up(void **state)
{
    char path[] = "/tmp/praktikum-key-XXXXXX", digits[65];
    int file = mkstemp(path);
    memset(digits, 'a', sizeof digits);
    digits[64] = '\n';
    bool opened = file >= 0 && write(file, digits, sizeof digits) == sizeof digits &&
                  close(file) == 0 && identity_open_key(path);
    unlink(path);
    return opened ? post_set_up(state) : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(made_with_a_person_of_its_own),
        cmocka_unit_test(not_made),
        cmocka_unit_test(changed_with_its_name),
        cmocka_unit_test(keys_take_each_others_place),
        cmocka_unit_test(whose_they_are),
        cmocka_unit_test(told_before_it_ends),
        cmocka_unit_test(ended_for_good),
        cmocka_unit_test(calendars_have_one_address_each),
        cmocka_unit_test(two_at_once_leave_one),
    };
    return cmocka_run_group_tests(tests, set_up, post_tear_down);
}
