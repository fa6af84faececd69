/* Signing in, one's own profile, people and what they may do. */
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
    action_event(action, "person.signed_in", "person", action->viewer);
    return action_go(action, NULL, "%s", local_path(form_text(action->form, "next")));
}

enum outcome people_sign_out(struct action *action)
{
    action->session->end = true;
    action_event(action, "person.signed_out", "person", action->viewer);
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

/* True when the password may be used; its hash is set as :password_hash. */
static bool new_password(struct action *action, const char *field, const char *password)
{
    if (text_letters(password) < PASSWORD_LEAST) {
        action_invalid(action, field, "error.password_short");
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
    const char *password = form_text(action->form, "new");
    if (!password_verify(row_text(account, "password_hash"), form_text(action->form, "old")))
        return action_invalid(action, "old", "error.password_wrong");
    if (!text_equal(password, form_text(action->form, "repeat")))
        return action_invalid(action, "repeat", "error.password_differs");
    if (text_equal(password, form_text(action->form, "old")))
        return action_invalid(action, "new", "error.password_same");
    if (!new_password(action, "new", password))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_step(action, "end_sessions");
    action->session->begin_person = action->viewer;
    action_event(action, "person.password_changed", "person", action->viewer);
    return action_go(action, "password_changed", "/profile");
}

/* The event of a grant that step `grant` or `insert` has just written. */
static void grant_event(struct action *action)
{
    int64_t grant = action_inserted(action);
    action_set(action, "grant", grant);
    action_event(action, "grant.created", "grant", grant);
    record_changes(action, NULL, action_row(action, "granted"));
}

/* A new person belongs somewhere from the start: whoever makes them could not find them again
 * otherwise. */
enum outcome people_person_new(struct action *action)
{
    bool checked = record_check(action), taken = false;
    if (!new_password(action, "new_password", form_text(action->form, "new_password")) || !checked)
        return OUTCOME_INVALID;
    action_step_unless_taken(action, "insert", &taken);
    if (taken)
        return action_invalid(action, "email", "error.email_taken");
    int64_t person = action_inserted(action);
    action_set(action, "person", person);
    action_step(action, "account");
    action_event(action, "person.created", "person", person);
    action_step(action, "grant");
    grant_event(action);
    return action_go(action, "person_created", "/people/%" PRId64, person);
}

enum outcome people_person_edit(struct action *action)
{
    static const struct record person = {"person", "person.changed", "person_changed", "/people/"};
    return record_edit(action, &person);
}

enum outcome people_grant_new(struct action *action)
{
    if (!action_row(action, "lock"))
        return OUTCOME_MISSING;
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "insert");
    grant_event(action);
    return action_go(action, "grant_created", "/people/%" PRId64, action_id(action, "person"));
}

enum outcome people_grant_end(struct action *action)
{
    const struct row *grant = action_row(action, "lock");
    if (!grant)
        return OUTCOME_MISSING;
    if (!action_version(action, grant))
        return OUTCOME_STALE;
    if (text_equal(row_text(grant, "_role"), "system_administrator"))
        action_row(action, "hold_administrators");
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_event(action, "grant.ended", "grant", action_id(action, "grant"));
    record_changes(action, grant, action_row(action, "lock"));
    return action_go(action, "grant_ended", "/people/%" PRId64, row_integer(grant, "_person"));
}
