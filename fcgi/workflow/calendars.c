/* Private addresses that calendar programs subscribe to: of a person, and of a place as that person sees it. A new address is a new
 * salt; the one before it ends. */
#include "../base/address_key.h"
#include "../base/random.h"
#include "action.h"

static void set_place(struct action *action, int64_t institution, int64_t site)
{
    action_set_text(action, "purpose", institution || site ? "place_calendar" : "calendar");
    action_set_id(action, "institution", institution);
    action_set_id(action, "site", site);
}

static const struct row *run(struct action *action, const char *step)
{
    size_t count;
    const struct row *const *rows =
        action_run(action, "keys/calendar", step, action->parameters, &count);
    return rows && count > 0 ? rows[0] : NULL;
}

/* Both ask for the person's row first: two buttons pressed at once leave one address. */
static const struct row *make(struct action *action, int64_t institution, int64_t site)
{
    char salt[2 * ADDRESS_SALT_BYTES + 1];
    const struct row *person = run(action, "lock");
    if (!person || (!institution && !site && row_flag(person, "protected")))
        return NULL;
    random_hex(salt, ADDRESS_SALT_BYTES);
    set_place(action, institution, site);
    run(action, "end");
    action_set_text(action, "salt", arena_text(action->arena, salt));
    run(action, "make");
    return person;
}

/* Who is protected is in no calendar that leaves Praktikum, their own included: it would tell where they are. */
enum outcome calendars_calendars(struct action *action)
{
    if (!make(action, 0, 0))
        return action_refuse(action, NULL, "error.calendar_protected");
    action_event(action, "person.calendar_opened", "person", action->viewer);
    return action_go(action, "calendar_made", "/profile/calendars");
}

enum outcome calendars_institution(struct action *action)
{
    const int64_t id = action_id(action, "institution");
    make(action, id, 0);
    action_event(action, "institution.calendar_made", "institution", id);
    return action_go(action, "calendar_made", "/institutions/%" PRId64 "/calendar", id);
}

enum outcome calendars_site(struct action *action)
{
    const int64_t id = action_id(action, "site");
    make(action, 0, id);
    action_event(action, "site.calendar_made", "site", id);
    return action_go(action, "calendar_made", "/sites/%" PRId64 "/calendar", id);
}

enum outcome calendars_end(struct action *action)
{
    const struct row *address = action_row(action, "lock");
    if (!address)
        return OUTCOME_MISSING;
    const int64_t institution = row_integer(address, "institution"),
                  site = row_integer(address, "site");
    action_step(action, "end");
    if (institution)
        action_event(action, "institution.calendar_ended", "institution", institution);
    else if (site)
        action_event(action, "site.calendar_ended", "site", site);
    else
        action_event(action, "person.calendar_ended", "person", action->viewer);
    return action_go(action, "calendar_ended", "/profile/calendars");
}
