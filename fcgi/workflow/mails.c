/* Mails that were given up, sent again. */
#include "action.h"

/* The mail waits again, as if it had never been tried. */
static void send_again(struct action *action, int64_t mail)
{
    action_step(action, "again");
    action_event(action, "mail.sent_again", "mail", mail);
    action_change(action, "mail_state", NULL, "failed", "waiting");
}

enum outcome mails_send_again(struct action *action)
{
    const struct row *mail = action_row(action, "lock");
    if (!mail)
        return OUTCOME_MISSING;
    if (!action_version(action, mail))
        return OUTCOME_STALE;
    if (!text_equal(row_text(mail, "state"), "failed"))
        return action_refuse(action, NULL, "error.mail_not_failed");
    send_again(action, action_id(action, "mail"));
    return action_go(action, "mail_sent_again", "/mails");
}

/* Those the viewer looks after, up to two hundred at a time. */
enum outcome mails_send_all(struct action *action)
{
    size_t count, again = 0;
    const struct row *const *failed = action_rows(action, "failed", &count);
    for (size_t i = 0; i < count; i++) {
        int64_t mail = row_integer(failed[i], "id");
        action_set(action, "mail", mail);
        const struct row *locked = action_row(action, "lock");
        if (!locked || !text_equal(row_text(locked, "state"), "failed"))
            continue;
        send_again(action, mail);
        again++;
    }
    if (again == 0)
        return action_refuse(action, NULL, "error.no_failed_mails");
    return action_go(action, "mails_sent_again", "/mails");
}
