/* Accounts: invitations, first sign-in, forgotten passwords, devices, closing. */
#include "../../fcgi/base/identity.h"
#include "../../fcgi/base/password.h"
#include "../../fcgi/jobs/forgotten.h"
#include "support_action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

action_function people_invite, people_invitation, people_invitation_again,
    people_invitation_withdraw, people_password_forgotten, people_password_new, people_password,
    people_session_end, people_sessions_end, people_person_close, people_person_reopen,
    people_sign_in, people_grant_new, people_grant_end, people_email, people_person_edit;

#define ACT(name, form, viewer, path, fields)                                                      \
    act(people_##name, "people/" #name, form, viewer, path, fields)
#define INVITE(viewer, fields)                                                                     \
    ACT(invite, "invite", viewer, "",                                                              \
        "given_name=Ny&family_name=Person&language=nn&valid_from=2026-11-21&" fields)
#define PASSWORDS "new=eit+heilt+nytt+eit&repeat=eit+heilt+nytt+eit"

static int person_of(const char *email)
{
    return (int)number("SELECT id FROM person WHERE email = '%s'", email);
}

static int open_link(const char *purpose, int person)
{
    return (int)number("SELECT id FROM account_link WHERE purpose = '%s' AND open_for = %d",
                       purpose, person);
}

static int mails(const char *kind, int person)
{
    return (int)number("SELECT COUNT(*) FROM mail WHERE kind = '%s' AND person = %d", kind, person);
}

static struct done follow(const char *name, int link, const char *fields)
{
    char path[40];
    snprintf(path, sizeof path, "link=%d", link);
    if (strcmp(name, "invitation") == 0)
        return ACT(invitation, "invitation", 0, path, fields);
    return ACT(password_new, "password_new", 0, path, fields);
}

static struct done on_invitation(action_function *function, const char *name, int viewer, int link)
{
    char path[40], file[60];
    snprintf(path, sizeof path, "invitation=%d", link);
    snprintf(file, sizeof file, "people/%s", name);
    return act(function, file, name, viewer, path, "");
}

static void somebody_new_is_invited(void **state)
{
    (void)state;
    struct done done = INVITE(SITE_ADMIN, "email=NY%40prove.example&role=site_coordinator&site=1");
    DONE(done);
    assert_string_equal(done.flash, "invited");
    int person = person_of("ny@prove.example");
    assert_string_equal(text("SELECT CONCAT_WS(' ', name, lang) FROM person WHERE id = %d", person),
                        "Ny Person nn");
    assert_int_equal(number("SELECT COUNT(*) FROM account WHERE person = %d", person), 0);
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', role, site) FROM person_grant WHERE person = %d", person),
        "site_coordinator 1");
    assert_string_equal(text("SELECT CONCAT_WS(' ', created_by, expires_at, LENGTH(salt)) FROM "
                             "account_link WHERE id = %d",
                             open_link("invitation", person)),
                        "5 2026-12-05 12:00:00 32");
    assert_int_equal(mails("invitation", person), 1);
    assert_true(rows_have("people/invitations", "invitations", SITE_ADMIN, "q=&state=", "name",
                          "Ny Person"));
    assert_int_equal(rows("people/invitations", "invitations", SITE_ADMIN, "q=&state=open"), 1);
    assert_int_equal(rows("people/invitations", "invitations", SITE_ADMIN, "q=ny%40&state=used"),
                     0);
    assert_int_equal(rows("people/invitations", "invitations", SITE_ADMIN_TWO, "q=&state="), 0);
    assert_true(may("person", "view", person, SITE_ADMIN));
    assert_false(may("person", "view", person, SITE_ADMIN_TWO));
}

/* The link, its holder and nobody else: what they see is theirs, and once. */
static void an_invitation_is_accepted_once(void **state)
{
    (void)state;
    char path[40];
    int person = person_of("ny@prove.example"), link = open_link("invitation", person);
    snprintf(path, sizeof path, "link=%d", link);
    assert_true(
        rows_have("people/invitation", "invitation", 0, path, "inviter", "siteadmin Prøve"));
    assert_true(rows_have("people/invitation", "invitation", 0, path, "state", "open"));
    assert_true(rows_have("people/invitation", "grants", 0, path, "place", "Sjukehuset"));
    assert_string_equal(
        follow("invitation", link, "new=for+kort+11&repeat=for+kort+11&language=sv").errors,
        "new:error.password_short");
    assert_string_equal(
        follow("invitation", link, "new=eit+heilt+nytt+eit&repeat=noko+heilt+anna&language=sv")
            .errors,
        "repeat:error.password_differs");
    assert_int_equal(number("SELECT COUNT(*) FROM account WHERE person = %d", person), 0);
    struct done done = follow("invitation", link, PASSWORDS "&language=sv&person=1&link=1");
    DONE(done);
    assert_int_equal(done.session.begin_person, person);
    assert_string_equal(done.session.lang, "sv");
    assert_string_equal(done.location, "/");
    assert_string_equal(done.flash, "welcome");
    assert_true(password_verify(text("SELECT password_hash FROM account WHERE person = %d", person),
                                "eit heilt nytt eit"));
    assert_string_equal(text("SELECT lang FROM person WHERE id = %d", person), "sv");
    assert_string_equal(text("SELECT ended FROM account_link WHERE id = %d", link), "used");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'person.joined' AND person = %d", person),
        1);
    done = follow("invitation", link, "new=noko+heilt+anna&repeat=noko+heilt+anna&language=nb");
    assert_int_equal(done.outcome, OUTCOME_REFUSED);
    assert_string_equal(done.errors, ":error.link_ended");
    assert_int_equal(done.session.begin_person, 0);
    assert_true(password_verify(text("SELECT password_hash FROM account WHERE person = %d", person),
                                "eit heilt nytt eit"));
    assert_true(rows_have("people/invitation", "invitation", 0, path, "state", "used"));
    assert_int_equal(rows("people/invitation", "grants", 0, path), 0);
    assert_string_equal(rows_joined("people/invitation", "invitation", 0, path, "email"), "");
    assert_int_equal(follow("invitation", 9999, PASSWORDS "&language=sv").outcome, OUTCOME_MISSING);
}

static void a_new_link_voids_the_old(void **state)
{
    (void)state;
    INVITE(SITE_ADMIN, "email=sein%40prove.example&role=supervisor&site=1");
    int person = person_of("sein@prove.example"), old = open_link("invitation", person);
    struct done done = on_invitation(people_invitation_again, "invitation_again", SITE_ADMIN, old);
    DONE(done);
    int fresh = open_link("invitation", person);
    assert_int_not_equal(fresh, old);
    assert_int_equal(mails("invitation", person), 2);
    assert_string_equal(text("SELECT ended FROM account_link WHERE id = %d", old), "voided");
    assert_int_equal(follow("invitation", old, PASSWORDS "&language=nb").outcome, OUTCOME_REFUSED);
    assert_string_equal(
        on_invitation(people_invitation_again, "invitation_again", SITE_ADMIN, old).errors,
        ":error.invitation_ended");
    must("UPDATE account_link SET expires_at = '2026-11-21 11:59:59' WHERE id = %d", fresh);
    assert_int_equal(follow("invitation", fresh, PASSWORDS "&language=nb").outcome,
                     OUTCOME_REFUSED);
    assert_int_equal(number("SELECT COUNT(*) FROM account WHERE person = %d", person), 0);
    assert_int_equal(rows("people/invitations", "invitations", SITE_ADMIN, "q=&state=expired"), 1);
    DONE(on_invitation(people_invitation_again, "invitation_again", SITE_ADMIN, fresh));
    must(
        "INSERT INTO account (person, password_hash, changed_at, closed) VALUES (%d, '', NOW(), 1)",
        person);
    assert_int_equal(
        follow("invitation", open_link("invitation", person), PASSWORDS "&language=nb").outcome,
        OUTCOME_REFUSED);
    must("DELETE FROM account WHERE person = %d", person);
}

static void a_withdrawn_invitation_leaves_nothing(void **state)
{
    (void)state;
    int person = person_of("sein@prove.example"), link = open_link("invitation", person);
    assert_true(may("invitation", "withdraw", link, SITE_ADMIN));
    assert_false(may("invitation", "view", link, SITE_ADMIN_TWO));
    assert_false(may("invitation", "view", link, COORDINATOR));
    must("INSERT INTO person_grant (id, person, role, site, valid_from) VALUES (910, %d, "
         "'supervisor', 2, '2026-01-01')",
         person);
    assert_true(may("invitation", "again", link, SITE_ADMIN));
    assert_false(may("invitation", "withdraw", link, SITE_ADMIN)); /* another site's too now */
    assert_true(may("invitation", "withdraw", link, ADMIN));
    must("DELETE FROM person_grant WHERE id = 910");
    struct done done =
        on_invitation(people_invitation_withdraw, "invitation_withdraw", SITE_ADMIN, link);
    DONE(done);
    assert_string_equal(text("SELECT ended FROM account_link WHERE id = %d", link), "withdrawn");
    assert_int_equal(number("SELECT COUNT(*) FROM person_grant WHERE person = %d AND (valid_to IS "
                            "NULL OR valid_to >= '2026-11-21')",
                            person),
                     0);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'person.invitation_withdrawn' "
                            "AND thing_id = %d",
                            person),
                     1);
    assert_int_equal(follow("invitation", link, PASSWORDS "&language=nb").outcome, OUTCOME_REFUSED);
    assert_string_equal(
        on_invitation(people_invitation_withdraw, "invitation_withdraw", SITE_ADMIN, link).errors,
        ":error.invitation_ended");
}

/* Whoever is known gets the role, and nothing of theirs changes; the answer is the same. */
static void a_known_address_is_given_the_role(void **state)
{
    (void)state;
    must("INSERT INTO person (id, given_name, family_name, email, lang) VALUES (60, 'Utan', "
         "'Konto', "
         "'kjend@prove.example', 'sv')");
    struct done done = INVITE(SITE_ADMIN, "email=Kjend%40prove.example&role=supervisor&site=1");
    DONE(done);
    assert_string_equal(done.flash, "invited");
    assert_string_equal(done.location, "/people/60");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', name, lang, version) FROM person WHERE id = 60"),
        "Utan Konto sv 1");
    assert_int_equal(mails("invitation", 60), 1);
    int first = open_link("invitation", 60);
    assert_string_equal(
        INVITE(SITE_ADMIN, "email=kjend%40prove.example&role=supervisor&site=1").errors,
        "role:error.granted_already");
    done = INVITE(PLANNER, "email=kjend%40prove.example&role=lecturer&institution=1");
    DONE(done);
    assert_int_not_equal(open_link("invitation", 60), first);
    done = INVITE(PLANNER, "email=coordinator%40prove.example&role=lecturer&institution=1");
    assert_string_equal(done.flash, "invited");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', given_name, lang, version) FROM person WHERE id = %d",
             COORDINATOR),
        "coordinator nb 1");
    assert_int_equal(mails("invitation", COORDINATOR), 0);
    assert_int_equal(mails("role_given", COORDINATOR), 1);
    assert_int_equal(open_link("invitation", COORDINATOR), -1);
    must("UPDATE account SET closed = 1 WHERE person = %d", COORDINATOR);
    done =
        INVITE(PLANNER, "email=coordinator%40prove.example&role=placement_adviser&institution=1");
    assert_string_equal(done.flash, "invited");
    assert_int_equal(mails("role_given", COORDINATOR), 1);
    must("UPDATE account SET closed = 0 WHERE person = %d", COORDINATOR);
    must("DELETE FROM person_grant WHERE person = %d AND institution = 1", COORDINATOR);
}

static struct post post(struct arena *arena)
{
    static struct config config = {.invitation_days = 14, .password_reset_minutes = 60};
    return (struct post){
        .config = &config, .store = act_store(), .connection = act_connection(), .arena = arena};
}

static void ask(const char *email)
{
    char fields[100];
    snprintf(fields, sizeof fields, "email=%s", email);
    struct done done = ACT(password_forgotten, "password_forgotten", 0, "", fields);
    DONE(done);
    assert_string_equal(done.location, "/sign-in");
    assert_string_equal(done.flash, "password_asked");
    struct arena *arena = arena_new((size_t)16 << 20);
    const struct post once = post(arena);
    assert_true(forgotten_answer(&once));
    arena_free(arena);
    assert_int_equal(number("SELECT COUNT(*) FROM password_request"), 0);
}

static void a_forgotten_password_is_answered_aside(void **state)
{
    (void)state;
    int64_t events = number("SELECT COUNT(*) FROM event");
    ask("ukjend%40prove.example");
    must("UPDATE account SET closed = 1 WHERE person = %d", STUDENT);
    ask("student%40prove.example");
    must("UPDATE account SET closed = 0 WHERE person = %d", STUDENT);
    ask("sein%40prove.example"); /* whose invitation was withdrawn */
    assert_int_equal(number("SELECT COUNT(*) FROM event"), events);
    assert_int_equal(number("SELECT COUNT(*) FROM account_link WHERE purpose = 'password'"), 0);
    ask("Student%40prove.example");
    assert_int_equal(mails("password_reset", STUDENT), 1);
    assert_in_range(number("SELECT TIMESTAMPDIFF(MINUTE, created_at, expires_at) FROM account_link "
                           "WHERE id = %d",
                           open_link("password", STUDENT)),
                    60, 60);
    /* Who was invited and has not answered: the same deadline, in a new link. */
    must("UPDATE account_link SET expires_at = '2099-01-01' WHERE id = %d",
         open_link("invitation", 60));
    ask("kjend%40prove.example");
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', expires_at, created_by) FROM account_link WHERE id = %d",
             open_link("invitation", 60)),
        "2099-01-01 00:00:00 2");
    assert_int_equal(mails("invitation", 60), 3);
    must("UPDATE account_link SET expires_at = '2020-01-01' WHERE open_for = 60");
    ask("kjend%40prove.example");
    assert_int_equal(mails("invitation", 60), 3);
    for (int i = 0; i < 8; i++)
        ask("student%40prove.example");
    assert_int_equal(mails("password_reset", STUDENT), 5); /* no more an hour */
}

static void a_new_password_ends_what_the_old_one_began(void **state)
{
    (void)state;
    must("INSERT INTO session (token_hash, person, form_key, created_at, seen_at, address) VALUES "
         "(UNHEX(SHA2('a', 256)), %d, UNHEX(SHA2('y', 256)), '2026-11-21', '2026-11-21', '')",
         STUDENT);
    int link = open_link("password", STUDENT);
    assert_string_equal(follow("password_new", link, "new=for+kort+11&repeat=for+kort+11").errors,
                        "new:error.password_short");
    struct done done = follow("password_new", link, PASSWORDS);
    DONE(done);
    assert_int_equal(done.session.begin_person, STUDENT);
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", STUDENT), 0);
    assert_int_equal(mails("password_changed", STUDENT), 1);
    assert_true(
        password_verify(text("SELECT password_hash FROM account WHERE person = %d", STUDENT),
                        "eit heilt nytt eit"));
    assert_int_equal(follow("password_new", link, PASSWORDS).outcome, OUTCOME_REFUSED);
    assert_int_equal(number("SELECT COUNT(*) FROM event_change WHERE new_value LIKE '%%heilt%%'"),
                     0);
}

static void a_device_is_its_persons_business(void **state)
{
    (void)state;
    must("INSERT INTO session (id, token_hash, person, form_key, created_at, seen_at, address, "
         "browser, "
         "system) VALUES "
         "(501, UNHEX(SHA2('a', 256)), %d, UNHEX(SHA2('y', 256)), '2026-11-21', '2026-11-21', '', "
         "'Firefox', "
         "'Linux'), (502, UNHEX(SHA2('b', 256)), %d, UNHEX(SHA2('y', 256)), '2026-11-21', "
         "'2026-11-21', '', '', '')",
         STUDENT, STUDENT);
    assert_true(may("device", "view", 501, STUDENT));
    assert_false(may("device", "view", 501, ADMIN));
    assert_int_equal(ACT(session_end, "session_end", PLANNER, "device=501", "").outcome,
                     OUTCOME_MISSING);
    DONE(ACT(session_end, "session_end", STUDENT, "device=501", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", STUDENT), 1);
    DONE(ACT(sessions_end, "sessions_end", STUDENT, "session=none", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", STUDENT), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM event WHERE kind = 'person.session_ended'"), 2);
    assert_false(
        rows_have("people/person", "history", ADMIN, "person=8", "kind", "person.session_ended"));
}

static void a_closed_account_opens_nothing(void **state)
{
    (void)state;
    must("INSERT INTO session (token_hash, person, form_key, created_at, seen_at, address) VALUES "
         "(UNHEX(SHA2('a', 256)), %d, UNHEX(SHA2('y', 256)), '2026-11-21', '2026-11-21', '')",
         COORDINATOR);
    assert_true(may("person", "close", COORDINATOR, SITE_ADMIN));
    assert_false(may("person", "close", COORDINATOR, PLANNER));
    assert_false(may("person", "close", SITE_ADMIN, SITE_ADMIN));
    assert_string_equal(ACT(person_close, "person_close", ADMIN, "person=1", "").errors,
                        ":error.last_administrator");
    DONE(ACT(person_close, "person_close", SITE_ADMIN, "person=7", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person = %d", COORDINATOR), 0);
    assert_string_equal(ACT(sign_in, "sign_in", 0, "",
                            "email=coordinator%40prove.example&password=korrekt+hest+batteri")
                            .errors,
                        ":error.sign_in");
    assert_string_equal(ACT(person_close, "person_close", SITE_ADMIN, "person=7", "").errors,
                        ":error.account_closed");
    DONE(ACT(person_reopen, "person_reopen", SITE_ADMIN, "person=7", ""));
    DONE(ACT(sign_in, "sign_in", 0, "",
             "email=coordinator%40prove.example&password=korrekt+hest+batteri"));
    assert_string_equal(ACT(person_reopen, "person_reopen", SITE_ADMIN, "person=7", "").errors,
                        ":error.account_open");
    assert_int_equal(ACT(person_close, "person_close", SITE_ADMIN, "person=60", "").outcome,
                     OUTCOME_MISSING); /* no account */
}

static void roles_are_told_of(void **state)
{
    (void)state;
    int given = mails("role_given", COORDINATOR), ended = mails("role_ended", COORDINATOR);
    ACT(grant_new, "grant", SITE_ADMIN, "person=7", "role=supervisor&site=1&valid_from=2026-11-21");
    assert_int_equal(mails("role_given", COORDINATOR), given + 1);
    char path[40];
    snprintf(path, sizeof path, "grant=%d",
             (int)number("SELECT MAX(id) FROM person_grant WHERE person = 7"));
    ACT(grant_end, "grant_end", SITE_ADMIN, path, "valid_to=2026-11-20&version=1");
    assert_int_equal(mails("role_ended", COORDINATOR), ended + 1);
    ACT(grant_new, "grant", SITE_ADMIN, "person=5", "role=supervisor&site=1&valid_from=2026-11-21");
    assert_int_equal(mails("role_given", SITE_ADMIN), 0); /* their own doing */
}

/* Where the newest mail about it goes; "" when that is the person's address of the day, or there is none. */
static const char *old_address(int person)
{
    return text("SELECT address FROM mail WHERE kind = 'email_changed' AND person = %d ORDER BY id "
                "DESC LIMIT 1",
                person);
}

static struct done edit(int person, const char *name, const char *email)
{
    char path[40], fields[200];
    snprintf(path, sizeof path, "person=%d", person);
    snprintf(fields, sizeof fields,
             "given_name=%s&family_name=Nordmann&email=%s%%40prove.example&language=nb&version=%d",
             name, email, (int)number("SELECT version FROM person WHERE id = %d", person));
    return ACT(person_edit, "person", ADMIN, path, fields);
}

static void the_old_address_is_told(void **state)
{
    (void)state;
    char fields[120], parameters[60];
    snprintf(fields, sizeof fields,
             "email=Flytta%%40Prove.example&old=korrekt+hest+batteri&version=%d",
             (int)number("SELECT version FROM person WHERE id = %d", PLANNER));
    DONE(ACT(email, "email", PLANNER, "", fields));
    assert_int_equal(mails("email_changed", PLANNER), 1);
    assert_string_equal(old_address(PLANNER), "planner@prove.example");
    snprintf(parameters, sizeof parameters, "person=%d&event=%d", PLANNER,
             (int)number("SELECT MAX(event) FROM mail WHERE kind = 'email_changed'"));
    assert_true(rows_have("mail/email_changed", "change", PLANNER, parameters, "own", "1"));
    assert_string_equal(text("SELECT topic FROM notice WHERE kind = 'email_changed'"), "account");

    DONE(edit(PLANNER, "Kari", "flytta")); /* another name only */
    assert_int_equal(mails("email_changed", PLANNER), 1);
    DONE(edit(PLANNER, "Kari", "flytta.igjen"));
    assert_int_equal(mails("email_changed", PLANNER), 2);
    assert_string_equal(old_address(PLANNER), "flytta@prove.example");
    snprintf(parameters, sizeof parameters, "person=%d&event=%d", PLANNER,
             (int)number("SELECT MAX(event) FROM mail WHERE kind = 'email_changed'"));
    assert_true(rows_have("mail/email_changed", "change", PLANNER, parameters, "own", "0"));
    const char *name = text("SELECT name FROM person WHERE id = %d", ADMIN);
    assert_string_equal(rows_joined("mail/email_changed", "change", PLANNER, parameters, "by_whom"),
                        name);
    must("UPDATE person SET protected = 1 WHERE id = %d", ADMIN);
    assert_string_equal(rows_joined("mail/email_changed", "change", PLANNER, parameters, "by_whom"),
                        "");
    must("UPDATE person SET protected = 0 WHERE id = %d", ADMIN);

    /* where one belongs is not told to whoever reads the old address of somebody protected */
    must("UPDATE institution SET email = 'praksis@prove.example' WHERE id = 1");
    assert_string_equal(rows_joined("mail/email_changed", "contacts", PLANNER, parameters, "email"),
                        "praksis@prove.example");
    must("UPDATE person SET protected = 1 WHERE id = %d", PLANNER);
    assert_int_equal(rows("mail/email_changed", "contacts", PLANNER, parameters), 0);
    must("UPDATE person SET protected = 0 WHERE id = %d", PLANNER);

    must("INSERT INTO person (id, given_name, family_name, email) VALUES (70, 'Utan', 'Konto', "
         "'utankonto@prove.example')");
    DONE(edit(70, "Utan", "endaingenkonto"));
    assert_int_equal(mails("email_changed", 70), 0);
    edit(PLANNER, "Planner", "planner");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_new_is_invited),
        cmocka_unit_test(an_invitation_is_accepted_once),
        cmocka_unit_test(a_new_link_voids_the_old),
        cmocka_unit_test(a_withdrawn_invitation_leaves_nothing),
        cmocka_unit_test(a_known_address_is_given_the_role),
        cmocka_unit_test(a_forgotten_password_is_answered_aside),
        cmocka_unit_test(a_new_password_ends_what_the_old_one_began),
        cmocka_unit_test(a_device_is_its_persons_business),
        cmocka_unit_test(a_closed_account_opens_nothing),
        cmocka_unit_test(roles_are_told_of),
        cmocka_unit_test(the_old_address_is_told),
    };
    return cmocka_run_group_tests_name("accounts", tests, region_set_up, action_tear_down);
}
