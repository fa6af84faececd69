#include "remind.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../workflow/allocation_wishes.h"
#include "../workflow/assessments.h"
#include "../workflow/ordering_remind.h"
#include "../workflow/partners.h"
#include "../workflow/results.h"

#include <stdio.h>
#include <string.h>

enum { LOOK_US = 60 * 1000000, AT_ONCE = 100, WAITS = 10 };

/* When today's digest_hour begins, as UTC text for SQL. */
static void set_morning(const struct post *post, char morning[DATE_TEXT])
{
    char day[DATE_TEXT], second[2 * DATE_TEXT];
    int hour = post->config->digest_hour;
    date_iso(day, hour > 0 ? time_today() : date_add(time_today(), -1));
    snprintf(second, sizeof second, "%sT%02d:59:59", day, hour > 0 ? hour - 1 : 23);
    time_ended(morning, second);
}

/* What one of them is about: a file of statements whose step `due` finds what waits, the action whose part it takes (its folder is
 * the event's area), and what to do with a row of what waits. */
struct work {
    const char *file, *action;
    enum outcome (*one)(struct action *action, const struct row *due);
};

/* What waits now: :today and :morning are set, :activity, :exam_session, :partner and :stage are none in particular; nothing before
 * the morning. */
static void find(const struct post *post, const struct work *work, struct parameters *parameters,
                 struct rows *found)
{
    char morning[DATE_TEXT];
    *found = (struct rows){.arena = post->arena, .wanted = AT_ONCE};
    set_morning(post, morning);
    parameters_moment(parameters);
    parameters_text(parameters, "morning", morning);
    parameters_null(parameters, "activity");
    parameters_null(parameters, "exam_session");
    parameters_null(parameters, "partner");
    parameters_null(parameters, "stage");
    if (strcmp(parameters_find(parameters, "now")->bytes, morning) >= 0)
        connection_step(post->connection, work->file, "due", parameters, rows_keep, found);
}

/* In a transaction of its own; whatever does not come through is found again in a minute. True when it was done. */
static bool take(const struct post *post, const struct work *work, const struct row *due,
                 struct parameters parameters)
{
    struct action action = {.arena = post->arena,
                            .connection = post->connection,
                            .store = post->store,
                            .sql = query_store_find(post->store, work->action),
                            .parameters = &parameters,
                            .lang = "nb"};
    if (connection_begin(post->connection) != DATA_OK)
        return false;
    bool done = work->one(&action, due) == OUTCOME_DONE && action.result == DATA_OK &&
                connection_commit(post->connection) == DATA_OK;
    if (!done)
        connection_rollback(post->connection);
    return done;
}

static bool make(const struct post *post, const struct work *work)
{
    struct parameters parameters = {.arena = post->arena};
    struct rows waiting;
    size_t done = 0;
    find(post, work, &parameters, &waiting);
    for (size_t i = 0; i < waiting.count; i++)
        done += take(post, work, waiting.rows[i], parameters);
    arena_reset(post->arena);
    return waiting.count == AT_ONCE && done > 0;
}

/* At once while there is more, else a minute later. */
static bool when_due(int64_t *due_us, bool (*made)(const struct post *), const struct post *post)
{
    if (time_monotonic_us() < *due_us)
        return false;
    bool more = made(post);
    *due_us = more ? 0 : time_monotonic_us() + LOOK_US;
    return more;
}

static enum outcome remind(struct action *action, const struct row *due)
{
    int64_t order = row_integer(due, "order");
    const char *stage = row_text(due, "stage");
    size_t locked;
    action_set(action, "order", order);
    action_set_text(action, "due_on", row_text(due, "due_on"));
    action_set_text(action, "stage", stage);
    action_run(action, "jobs/remind", "lock", action->parameters, &locked);
    if (locked == 0)
        return OUTCOME_MISSING;
    ordering_remind(action, order, stage, row_flag(due, "gathered"));
    return OUTCOME_DONE;
}

/* Whoever else was at it before the lock is seen after it: what is still due then, or NULL. Its parameters are set. */
static const struct row *still_due(struct action *action, const char *file, const char *lock)
{
    size_t count;
    action_run(action, file, lock, action->parameters, &count);
    if (count == 0)
        return NULL;
    const struct row *const *now = action_run(action, file, "due", action->parameters, &count);
    return count > 0 ? now[0] : NULL;
}

static enum outcome ask_for_wishes(struct action *action, const struct row *due)
{
    int64_t activity = row_integer(due, "activity");
    action_set(action, "activity", activity);
    const struct row *now = still_due(action, "jobs/remind_wishes", "lock_plan");
    if (!now)
        return OUTCOME_MISSING;
    allocation_wishes_tell(action, activity, row_text(now, "stage"));
    return OUTCOME_DONE;
}

static enum outcome ask_for_results(struct action *action, const struct row *due)
{
    int64_t session = row_integer(due, "exam_session");
    action_set(action, "exam_session", session);
    const struct row *now = still_due(action, "jobs/remind_results", "lock");
    if (!now)
        return OUTCOME_MISSING;
    results_remind(action, session, row_text(now, "stage"), row_text(now, "results_due"));
    return OUTCOME_DONE;
}

static enum outcome ask_for_assessment(struct action *action, const struct row *due)
{
    int64_t activity = row_integer(due, "activity");
    const char *stage = row_text(due, "stage"), *due_on = row_text(due, "due_on");
    action_set(action, "activity", activity);
    action_set_text(action, "stage", stage);
    action_set_text(action, "due_on", due_on);
    if (!still_due(action, "jobs/remind_assessments", "lock_plan"))
        return OUTCOME_MISSING;
    assessments_remind(action, activity, stage, due_on);
    return OUTCOME_DONE;
}

static enum outcome tell_of_key(struct action *action, const struct row *due)
{
    int64_t partner = row_integer(due, "partner");
    action_set(action, "partner", partner);
    const struct row *now = still_due(action, "jobs/remind_partners", "lock");
    if (!now)
        return OUTCOME_MISSING;
    partners_remind(action, partner, row_text(now, "expires_on"));
    return OUTCOME_DONE;
}

static const struct work reminders[] = {
    {"jobs/remind", "ordering/order_remind", remind},
    {"jobs/remind_wishes", "allocation/wishes_remind", ask_for_wishes},
    {"jobs/remind_results", "results/session", ask_for_results},
    {"jobs/remind_assessments", "assessments/midway", ask_for_assessment},
    {"jobs/remind_partners", "partners/partner", tell_of_key},
};
enum { REMINDERS = sizeof reminders / sizeof *reminders };

bool reminders_make(const struct post *post)
{
    bool more = false;
    for (size_t i = 0; i < REMINDERS; i++)
        more = make(post, &reminders[i]) || more;
    return more;
}

bool reminders_when_due(const struct post *post)
{
    static int64_t due_us;
    return when_due(&due_us, reminders_make, post);
}

/* Others' digests may be made meanwhile: whose row of today is there already is left alone. */
static enum outcome gather(struct action *action, const struct row *due)
{
    size_t count;
    action_set(action, "person", row_integer(due, "person"));
    action_run(action, "jobs/digest", "mark", action->parameters, &count);
    action_run(action, "jobs/digest", "drop", action->parameters, &count);
    const struct row *const *newest =
        action_run(action, "jobs/digest", "newest", action->parameters, &count);
    if (count == 0)
        return OUTCOME_DONE;
    action_set(action, "event", row_integer(newest[0], "event"));
    action_run(action, "jobs/digest", "mail", action->parameters, &count);
    action_set(action, "mail", action_inserted(action));
    action_run(action, "jobs/digest", "gather", action->parameters, &count);
    return OUTCOME_DONE;
}

bool digests_make(const struct post *post)
{
    static const struct work digests = {"jobs/digest", "ordering/order_remind", gather};
    return make(post, &digests);
}

/* Whether another process is still at the reminders, which belong into the digest; not for ever. */
static bool reminders_first(const struct post *post)
{
    static unsigned waited;
    struct parameters parameters = {.arena = post->arena};
    struct rows waiting = {.count = 0};
    for (size_t i = 0; i < REMINDERS && waiting.count == 0; i++)
        find(post, &reminders[i], &parameters, &waiting);
    waited = waiting.count > 0 ? waited + 1 : 0;
    return waited > 0 && waited <= WAITS;
}

static bool digests_after_reminders(const struct post *post)
{
    return !reminders_first(post) && digests_make(post);
}

bool digests_when_due(const struct post *post)
{
    static int64_t due_us;
    return when_due(&due_us, digests_after_reminders, post);
}
