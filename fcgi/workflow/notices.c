/* A person's notices: read, and how they want to hear of the next. */
#include "../base/address_key.h"
#include "../base/random.h"
#include "action.h"

/* Back to the list as it was filtered. */
static enum outcome go_to_list(struct action *action, const char *flash)
{
    const struct value *topic = parameters_find(action->parameters, "topic");
    const struct value *state = parameters_find(action->parameters, "state");
    bool by_topic = topic && topic->type == VALUE_TEXT,
         by_state = state && state->type == VALUE_TEXT;
    return action_go(action, flash, "/notices%s%s%s%s%s", by_topic || by_state ? "?" : "",
                     by_topic ? "topic=" : "", by_topic ? topic->bytes : "",
                     by_state ? (by_topic ? "&state=" : "state=") : "",
                     by_state ? state->bytes : "");
}

/* One button: `open` goes on to what a notice is about, `read` stays, `all` is every one up to the newest that was shown.
 * What one has read is no event: only they ever see it. */
enum outcome notices_notices(struct action *action)
{
    int64_t open = form_integer(action->form, "open"), read = form_integer(action->form, "read");
    if (open > 0) {
        const struct row *notice = action_row(action, "open");
        if (!notice)
            return OUTCOME_MISSING;
        const char *address = row_text(notice, "address");
        action_set(action, "notice", open);
        action_step(action, "read");
        return action_go(action, NULL, "%s", address ? address : "/notices");
    }
    if (read > 0) {
        action_set(action, "notice", read);
        action_step(action, "read");
        return go_to_list(action, NULL);
    }
    if (form_integer(action->form, "all") != 1)
        return go_to_list(action, NULL);
    action_step(action, "read_all");
    return go_to_list(action, "notices_read");
}

enum outcome notices_choices(struct action *action)
{
    action_row(action, "lock");
    const struct row *before = action_row(action, "before");
    action_step(action, "choose");
    action_event(action, "person.notices_chosen", "person", action->viewer);
    if (before)
        action_changes(action, before);
    return action_go(action, "notices_chosen", "/profile/notices");
}

/* A new address is a new salt; the one before ends. */
enum outcome notices_address_new(struct action *action)
{
    char salt[2 * ADDRESS_SALT_BYTES + 1];
    random_hex(salt, ADDRESS_SALT_BYTES);
    action_row(action, "lock");
    action_step(action, "end");
    action_set_text(action, "salt", arena_text(action->arena, salt));
    action_step(action, "make");
    action_event(action, "person.feed_opened", "person", action->viewer);
    return action_go(action, "feed_opened", "/profile/notices");
}

enum outcome notices_address_end(struct action *action)
{
    action_row(action, "lock");
    action_step(action, "end");
    if (action_affected(action) == 0)
        return action_refuse(action, NULL, "error.no_feed");
    action_event(action, "person.feed_ended", "person", action->viewer);
    return action_go(action, "feed_ended", "/profile/notices");
}
