#include "remind.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../workflow/ordering_remind.h"

#include <stdio.h>
#include <string.h>

enum { LOOK_US = 60 * 1000000, AT_ONCE = 100, WAITS = 10 };

/* When the next look is due: at once while there is more, else in a minute. */
struct turn {
    int64_t due_us;
    unsigned waited; /* looks at which the other had to go first */
};

/* When today's digest_hour begins, as UTC text for SQL. */
static void set_morning(const struct post *post, char morning[DATE_TEXT])
{
    char day[DATE_TEXT], second[2 * DATE_TEXT];
    int hour = post->config->digest_hour;
    date_iso(day, hour > 0 ? time_today() : date_add(time_today(), -1));
    snprintf(second, sizeof second, "%sT%02d:59:59", day, hour > 0 ? hour - 1 : 23);
    time_ended(morning, second);
}

struct rows {
    struct arena *arena;
    const struct row *rows[AT_ONCE];
    size_t count;
};

static int keep_row(void *context, const struct row *row)
{
    struct rows *rows = context;
    if (rows->count < AT_ONCE)
        rows->rows[rows->count++] = row_copy(rows->arena, row);
    return 0;
}

/* What one of the two is about: a file of statements whose step `due` finds what waits, and what to do with a row of it. */
struct work {
    const char *file;
    enum outcome (*one)(struct action *action, const struct row *due);
    const char
        *after; /* another file: while its `due` finds something this waits, though not for ever */
};

static enum data_result find(const struct post *post, const char *name, const char *step,
                             const struct parameters *parameters, struct rows *found)
{
    const struct query_file *file = query_store_find(post->store, name);
    *found = (struct rows){.arena = post->arena};
    return connection_run(post->connection, query_file_block(file, step), NULL, parameters,
                          keep_row, found);
}

/* In a transaction of its own; whatever does not come through is found again in a minute. True when it was done. */
static bool take(const struct post *post, const struct work *work, const struct row *due,
                 struct parameters parameters)
{
    struct action action = {.arena = post->arena,
                            .connection = post->connection,
                            .store = post->store,
                            .sql = query_store_find(post->store, "ordering/order_remind"),
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

static bool others_first(const struct post *post, const struct work *work,
                         const struct parameters *parameters, struct turn *turn)
{
    struct rows others = {.arena = post->arena};
    if (work->after)
        find(post, work->after, "due", parameters, &others);
    if (others.count > 0 && turn->waited++ < WAITS)
        return true;
    turn->waited = 0;
    return false;
}

static bool when_due(const struct post *post, const struct work *work, struct turn *turn)
{
    struct parameters parameters = {.arena = post->arena};
    struct rows waiting;
    char today[DATE_TEXT], now[DATE_TEXT], morning[DATE_TEXT];
    if (time_monotonic_us() < turn->due_us)
        return false;
    turn->due_us = time_monotonic_us() + LOOK_US;
    date_iso(today, time_today());
    time_sql(now, time_now());
    set_morning(post, morning);
    parameters_text(&parameters, "today", today);
    parameters_text(&parameters, "morning", morning);
    size_t done = 0;
    waiting.count = 0;
    if (strcmp(now, morning) >= 0 && !others_first(post, work, &parameters, turn))
        find(post, work->file, "due", &parameters, &waiting);
    for (size_t i = 0; i < waiting.count; i++)
        done += take(post, work, waiting.rows[i], parameters);
    bool more = waiting.count == AT_ONCE && done > 0;
    if (more)
        turn->due_us = 0;
    arena_reset(post->arena);
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

bool reminders_when_due(const struct post *post)
{
    static struct turn turn;
    static const struct work work = {"jobs/remind", remind, NULL};
    return when_due(post, &work, &turn);
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

bool digests_when_due(const struct post *post)
{
    static struct turn turn;
    static const struct work work = {"jobs/digest", gather, "jobs/remind"};
    return when_due(post, &work, &turn);
}
