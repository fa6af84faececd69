/* Links that open without a password: invitations and forgotten passwords. */
#include "../base/address_key.h"
#include "../base/random.h"
#include "people.h"
#include "record.h"

void people_link_new(struct action *action, const char *purpose)
{
    char salt[2 * ADDRESS_SALT_BYTES + 1];
    random_hex(salt, ADDRESS_SALT_BYTES);
    action_set_text(action, "purpose", purpose);
    action_set_text(action, "salt", arena_text(action->arena, salt));
    action_step(action, "link_void");
    action_step(action, "link_insert");
}

static void good_for(struct action *action, int64_t minutes)
{
    action_set(action, "minutes", minutes);
    action_set_null(action, "expires_at");
}

void people_invitation_new(struct action *action)
{
    good_for(action, (int64_t)action->session->invitation_days * 24 * 60);
    action_set(action, "created_by", action->viewer);
    people_link_new(action, "invitation");
    action_event(action, "person.invited", "person", action_id(action, "person"));
    action_notify(action, "invitation");
}

/* Known or not, the answer is the same: they have the role, and a mail is on its way. Nothing that was typed changes what is
 * known of a person already there. */
enum outcome people_invite(struct action *action)
{
    if (!record_check(action))
        return OUTCOME_INVALID;
    const struct row *known = action_row(action, "known");
    if (known) {
        action_set(action, "person", row_integer(known, "id"));
    } else {
        bool taken = false;
        action_step_unless_taken(action, "insert", &taken);
        if (taken)
            return action_invalid(action, NULL, "error.taken_now");
        int64_t person = action_inserted(action);
        action_set(action, "person", person);
        action_event(action, "person.created", "person", person);
    }
    action_step(action, "grant");
    people_grant_event(action);
    if (!known || !row_flag(known, "account"))
        people_invitation_new(action);
    else if (!row_flag(known, "closed"))
        action_notify(action, "role_given");
    return action_go(action, "invited", "/people/%" PRId64, action_id(action, "person"));
}

/* NULL with *outcome set when there is nothing to answer any more. */
static const struct row *pending(struct action *action, enum outcome *outcome)
{
    const struct row *link = action_row(action, "lock");
    const char *state = link ? row_text(link, "state") : "";
    *outcome = OUTCOME_MISSING;
    if (!link)
        return NULL;
    action_set(action, "person", row_integer(link, "person"));
    if (text_equal(state, "open") || text_equal(state, "expired"))
        return link;
    *outcome = action_refuse(action, NULL,
                             text_equal(state, "used") || text_equal(state, "closed")
                                 ? "error.invitation_accepted"
                                 : "error.invitation_ended");
    return NULL;
}

enum outcome people_invitation_again(struct action *action)
{
    enum outcome outcome;
    if (!pending(action, &outcome))
        return outcome;
    people_invitation_new(action);
    return action_go(action, "invited_again", "/invitations");
}

enum outcome people_invitation_withdraw(struct action *action)
{
    enum outcome outcome;
    size_t count = 0;
    if (!pending(action, &outcome))
        return outcome;
    action_step(action, "withdraw");
    const struct row *const *grants = action_rows(action, "ending", &count);
    for (size_t i = 0; i < count; i++) {
        action_set(action, "grant", row_integer(grants[i], "id"));
        const struct row *before = action_row(action, "granted");
        action_step(action, "end");
        action_event(action, "grant.ended", "grant", row_integer(grants[i], "id"));
        record_changes(action, before, action_row(action, "granted"));
    }
    action_event(action, "person.invitation_withdrawn", "person", action_id(action, "person"));
    return action_go(action, "invitation_withdrawn", "/invitations");
}

/* The link of the visit's key, locked, while it may still be used. */
static const struct row *open_link(struct action *action, enum outcome *outcome)
{
    const struct row *link = action_row(action, "lock");
    *outcome = OUTCOME_MISSING;
    if (!link)
        return NULL;
    action_set(action, "person", row_integer(link, "person"));
    if (text_equal(row_text(link, "state"), "open"))
        return link;
    *outcome = action_refuse(action, NULL, "error.link_ended");
    return NULL;
}

/* The holder of the key is the person from here on: signed in, and whoever was at this browser is not. */
static void enter(struct action *action, const char *lang)
{
    action_step(action, "use");
    action->viewer = action_id(action, "person");
    action->session->begin_person = action->viewer;
    action->session->lang = lang;
}

enum outcome people_invitation(struct action *action)
{
    enum outcome outcome;
    bool taken = false;
    if (!open_link(action, &outcome))
        return outcome;
    if (!people_new_password(action))
        return OUTCOME_INVALID;
    action_step_unless_taken(action, "account", &taken);
    if (taken)
        return action_refuse(action, NULL, "error.link_ended");
    action_step(action, "language");
    enter(action, form_text(action->form, "language"));
    action_event(action, "person.joined", "person", action->viewer);
    return action_go(action, "welcome", "/");
}

enum outcome people_password_new(struct action *action)
{
    enum outcome outcome;
    const struct row *link = open_link(action, &outcome);
    if (!link)
        return outcome;
    if (!people_new_password(action))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_step(action, "end_sessions");
    enter(action, row_text(link, "lang"));
    action_event(action, "person.password_changed", "person", action->viewer);
    action_notify(action, "password_changed");
    return action_go(action, "password_changed", "/");
}

/* Says nothing of whether there is such an account, and does nothing that depends on it. */
enum outcome people_password_forgotten(struct action *action)
{
    action_step(action, "request");
    return action_go(action, "password_asked", "/sign-in");
}

bool people_answer_forgotten(struct action *action)
{
    const struct row *request = action_row(action, "claim");
    if (!request)
        return false;
    action_set(action, "request", row_integer(request, "id"));
    action_set_text(action, "email", row_text(request, "email"));
    action_step(action, "forget");
    const struct row *found = action_row(action, "person");
    if (!found)
        return true;
    const char *purpose = row_text(found, "purpose");
    bool invited = text_equal(purpose, "invitation");
    action_set(action, "person", row_integer(found, "person"));
    if (invited) {
        action_set(action, "created_by", row_integer(found, "created_by"));
        good_for(action, 0);
        action_set_text(action, "expires_at", row_text(found, "expires_at"));
    } else {
        action_set_null(action, "created_by");
        good_for(action, action->session->password_reset_minutes);
    }
    people_link_new(action, purpose);
    action_event(action, "person.password_forgotten", "person", row_integer(found, "person"));
    action_notify(action, invited ? "invitation" : "password_reset");
    return true;
}
