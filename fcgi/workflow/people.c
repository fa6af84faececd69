/* Signing in, one's own profile, people and what they may do. */
#include "people.h"
#include "../base/password.h"
#include "record.h"

enum { PASSWORD_LEAST = 12 };

/* A place within Praktikum to go on to; anything else becomes the front page. */
static const char *local_path(const char *next)
{
    if (next[0] != '/' || next[1] == '/')
        return "/";
    for (const char *c = next; *c; c++)
        if (*c <= ' ' || *c > '~' || *c == '\\')
            return "/";
    return next;
}

/* The same answer and the same time whether the person is unknown, has no account, or typed it
 * wrong; the server counts the attempts. */
enum outcome people_sign_in(struct action *action)
{
    const struct row *account = action_row(action, "account");
    if (action->result != DATA_OK)
        return OUTCOME_INVALID;
    const char *hash = account ? row_text(account, "password_hash") : NULL;
    if (!password_verify(hash, form_text(action->form, "password")))
        return action_invalid(action, NULL, "error.sign_in");
    action->viewer = row_integer(account, "id");
    action->session->begin_person = action->viewer;
    action->session->lang = row_text(account, "lang");
    action_event_alone(action, "person.signed_in", "person", action->viewer);
    return action_go(action, NULL, "%s", local_path(form_text(action->form, "next")));
}

enum outcome people_sign_out(struct action *action)
{
    action->session->end = true;
    action_event_alone(action, "person.signed_out", "person", action->viewer);
    return action_go(action, "signed_out", "/sign-in");
}

enum outcome people_language(struct action *action)
{
    action->session->lang = form_text(action->form, "language");
    if (action->viewer > 0)
        action_step(action, "remember");
    return action_go(action, NULL, "%s", local_path(form_text(action->form, "next")));
}

enum outcome people_profile(struct action *action)
{
    static const struct record profile = {"person", "person.changed", "profile_changed",
                                          "/profile"};
    action_set(action, "person", action->viewer);
    enum outcome outcome = record_edit(action, &profile);
    if (outcome == OUTCOME_DONE)
        action->session->lang = form_text(action->form, "language");
    return outcome;
}

bool people_new_password(struct action *action)
{
    const char *password = form_text(action->form, "new");
    if (!text_equal(password, form_text(action->form, "repeat"))) {
        action_invalid(action, "repeat", "error.password_differs");
        return false;
    }
    if (text_letters(password) < PASSWORD_LEAST) {
        action_invalid(action, "new", "error.password_short");
        return false;
    }
    char *hash = arena_alloc(action->arena, PASSWORD_HASH);
    if (!password_hash(hash, password)) {
        action->result = DATA_UNAVAILABLE;
        return false;
    }
    action_set_text(action, "password_hash", hash);
    return true;
}

enum outcome people_password(struct action *action)
{
    const struct row *account = action_row(action, "account");
    if (!account)
        return OUTCOME_MISSING;
    if (!password_verify(row_text(account, "password_hash"), form_text(action->form, "old")))
        return action_invalid(action, "old", "error.password_wrong");
    if (text_equal(form_text(action->form, "new"), form_text(action->form, "old")))
        return action_invalid(action, "new", "error.password_same");
    if (!people_new_password(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_step(action, "end_sessions");
    action->session->begin_person = action->viewer;
    action_event(action, "person.password_changed", "person", action->viewer);
    action_notify(action, "password_changed");
    return action_go(action, "password_changed", "/profile");
}

void people_grant_event(struct action *action)
{
    int64_t grant = action_inserted(action);
    action_set(action, "grant", grant);
    action_event(action, "grant.created", "grant", grant);
    record_changes(action, NULL, action_row(action, "granted"));
}

/* record_edit of :person. An address that is theirs no more is told of it; what was mailed there opens nothing, and who had
 * been invited there is invited anew. */
static enum outcome edit_person(struct action *action, const struct record *record)
{
    const struct row *before = action_row(action, "lock");
    enum outcome outcome = record_edit(action, record);
    const struct row *after = outcome == OUTCOME_DONE ? action_row(action, "lock") : NULL;
    if (!after || text_equal(row_text(before, "email"), row_text(after, "email")))
        return outcome;
    action_notify(action, "email_changed");
    const struct row *invited = action_row(action, "invited");
    action_step(action, "void_links");
    if (invited)
        people_invitation_new(action);
    return outcome;
}

enum outcome people_person_edit(struct action *action)
{
    static const struct record person = {"person", "person.changed", "person_changed", "/people/"};
    return edit_person(action, &person);
}

/* Whoever has an account is told of it, unless they gave it to themselves. */
static void tell(struct action *action, int64_t person, const char *mail)
{
    if (person != action->viewer)
        action_notify(action, mail);
}

enum outcome people_grant_new(struct action *action)
{
    const struct row *person = action_row(action, "lock");
    if (!person)
        return OUTCOME_MISSING;
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "insert");
    people_grant_event(action);
    if (row_flag(person, "account"))
        tell(action, row_integer(person, "id"), "role_given");
    return action_go(action, "grant_created", "/people/%" PRId64, action_id(action, "person"));
}

/* Of what makes the region's administrators, the later change must see the earlier. */
static void hold_administrators(struct action *action, const struct row *grant)
{
    if (text_equal(row_text(grant, "_role"), "system_administrator"))
        action_row(action, "hold_administrators");
}

enum outcome people_grant_edit(struct action *action)
{
    static const struct record edited = {"grant", "grant.changed", "grant_changed", "/people/"};
    const struct row *grant = action_row(action, "lock");
    if (!grant)
        return OUTCOME_MISSING;
    hold_administrators(action, grant);
    enum outcome outcome = record_edit(action, &edited);
    if (outcome != OUTCOME_DONE)
        return outcome;
    return action_go(action, "grant_changed", "/people/%" PRId64, row_integer(grant, "_person"));
}

enum outcome people_grant_end(struct action *action)
{
    const struct row *grant = action_row(action, "lock");
    if (!grant)
        return OUTCOME_MISSING;
    if (!action_version(action, grant))
        return OUTCOME_STALE;
    hold_administrators(action, grant);
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_event(action, "grant.ended", "grant", action_id(action, "grant"));
    record_changes(action, grant, action_row(action, "lock"));
    if (row_flag(grant, "_account"))
        tell(action, row_integer(grant, "_person"), "role_ended");
    return action_go(action, "grant_ended", "/people/%" PRId64, row_integer(grant, "_person"));
}

/* The e-mail address is what one signs in with: changed with the password only. */
enum outcome people_email(struct action *action)
{
    static const struct record email = {"person", "person.changed", "email_changed", "/profile"};
    action_set(action, "person", action->viewer);
    const struct row *account = action_row(action, "account");
    if (!account)
        return OUTCOME_MISSING;
    if (!password_verify(row_text(account, "password_hash"), form_text(action->form, "old")))
        return action_invalid(action, "old", "error.password_wrong");
    return edit_person(action, &email);
}

enum outcome people_session_end(struct action *action)
{
    action_step(action, "end");
    if (action_affected(action) == 0)
        return OUTCOME_MISSING;
    action_event(action, "person.session_ended", "person", action->viewer);
    return action_go(action, "session_ended", "/profile");
}

enum outcome people_sessions_end(struct action *action)
{
    action_step(action, "end");
    if (action_affected(action) > 0)
        action_event(action, "person.session_ended", "person", action->viewer);
    return action_go(action, "sessions_ended", "/profile");
}

/* Closed: signed out everywhere, no link opens it, and nothing is mailed; what they did and may do stays known. */
enum outcome people_person_close(struct action *action)
{
    const struct row *account = action_row(action, "lock");
    if (!account)
        return OUTCOME_MISSING;
    action_row(action, "hold_administrators");
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "close");
    action_step(action, "end_sessions");
    action_step(action, "end_links");
    action_event(action, "person.account_closed", "person", action_id(action, "person"));
    return action_go(action, "account_closed", "/people/%" PRId64, action_id(action, "person"));
}

enum outcome people_person_reopen(struct action *action)
{
    const struct row *account = action_row(action, "lock");
    if (!account)
        return OUTCOME_MISSING;
    if (!row_flag(account, "closed"))
        return action_refuse(action, NULL, "error.account_open");
    action_step(action, "reopen");
    action_event(action, "person.account_reopened", "person", action_id(action, "person"));
    return action_go(action, "account_reopened", "/people/%" PRId64, action_id(action, "person"));
}
