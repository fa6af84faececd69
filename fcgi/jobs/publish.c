#include "publish.h"

#include "../base/log.h"
#include "../base/time.h"
#include "../workflow/ids.h"
#include "lane.h"

#include <inttypes.h>
#include <stdio.h>

enum { AGAIN_US = 60 * 1000000, AT_ONCE = 10000, SLICE = 20000, SPAN = 200000 };

static enum data_result step(const struct press *press, const char *name,
                             const struct parameters *parameters, struct rows *rows)
{
    if (rows)
        *rows = (struct rows){.arena = press->arena};
    return connection_step(press->connection, "jobs/publish", name, parameters,
                           rows ? rows_keep : NULL, rows);
}

/* One row's only value; -1 when the database did not give one. */
static int64_t number(const struct press *press, const char *name,
                      const struct parameters *parameters, const char *column)
{
    struct rows rows;
    enum data_result result = step(press, name, parameters, &rows);
    return result == DATA_OK && rows.count > 0 ? row_integer(rows.rows[0], column) : -1;
}

/* The events of a stretch as the list that `add` takes, in `count`. */
static enum data_result untold(const struct press *press, struct parameters *parameters,
                               int64_t *count)
{
    struct rows rows;
    enum data_result result = step(press, "untold", parameters, &rows);
    *count = (int64_t)rows.count;
    if (result != DATA_OK || rows.count == 0)
        return result;
    parameters_text(parameters, "events",
                    ids_list(press->arena, rows.rows, rows.count, "event", &result));
    parameters_integer(parameters, "count", *count);
    return result;
}

/* Within the transaction, the feed's row locked: that is what was read first, so the look sees all that whoever held it before
 * has added. until 0: what follows the settled one, as far as a statement may read.
 * *more: and there may be more. */
static enum data_result add(const struct press *press, struct parameters *parameters,
                            int64_t settled, int64_t after, int64_t until, int64_t *count,
                            bool *more)
{
    const bool look = until == 0;
    parameters_integer(parameters, "after", look ? settled : after);
    parameters_integer(parameters, "until", look ? settled + SPAN : until);
    parameters_integer(parameters, "settled", settled);
    enum data_result result = untold(press, parameters, count);
    if (result == DATA_OK && *count > 0)
        result = step(press, "add", parameters, NULL);
    if (result == DATA_OK && *count > 0)
        result = step(press, "added", parameters, NULL);
    *more = *count == AT_ONCE;
    if (result != DATA_OK || !look || *more)
        return result;
    int64_t decided = number(press, "settled", parameters, "event");
    if (decided < 0)
        return DATA_LOST;
    *more = decided == settled + SPAN;
    parameters_integer(parameters, "settled", decided);
    return step(press, "settle", parameters, NULL);
}

static void log_told(int64_t partner, int64_t count, bool late)
{
    char who[24], how_many[24];
    snprintf(who, sizeof who, "%" PRId64, partner);
    snprintf(how_many, sizeof how_many, "%" PRId64, count);
    log_line(late ? LOG_WARNING : LOG_INFO, late ? "feed_told_late" : "feed_told", "partner", who,
             "events", how_many, NULL);
}

/* One transaction: what is untold after an event until another one, or (0, 0) since the settled one. Gives how many
 * were and whether there may be more, -1 when it could not be done: then nothing was, or (the commit was lost) it is found done. */
static int64_t tell(const struct press *press, int64_t partner, int64_t after, int64_t until,
                    bool *more)
{
    struct parameters parameters = {.arena = press->arena};
    struct rows state;
    int64_t count = 0;
    parameters_integer(&parameters, "partner", partner);
    enum data_result result = connection_begin(press->connection);
    if (result == DATA_OK)
        result = step(press, "lock", &parameters, &state);
    if (result == DATA_OK && state.count > 0)
        result = add(press, &parameters, row_integer(state.rows[0], "settled"), after, until,
                     &count, more);
    if (result == DATA_OK)
        result = connection_commit(press->connection);
    if (result != DATA_OK) {
        connection_rollback(press->connection);
        return -1;
    }
    if (count > 0)
        log_told(partner, count, until > 0);
    return count;
}

/* Another process may begin it too: one of them does. */
static bool begin(const struct press *press, int64_t partner)
{
    struct parameters parameters = {.arena = press->arena};
    parameters_integer(&parameters, "partner", partner);
    int64_t before = number(press, "before", &parameters, "event");
    parameters_integer(&parameters, "event", before);
    if (before < 0)
        return false;
    enum data_result result = step(press, "begin", &parameters, NULL);
    return result == DATA_OK || result == DATA_DUPLICATE;
}

/* All settled events once more, slice by slice. Rarely finds any: what a partner may read since it was granted another feed, or
 * since somebody is protected no more, and what no reckoning foresaw. */
static bool sweep(const struct press *press, int64_t partner)
{
    struct parameters parameters = {.arena = press->arena};
    struct rows state;
    parameters_integer(&parameters, "partner", partner);
    if (step(press, "state", &parameters, &state) != DATA_OK || state.count == 0)
        return false;
    int64_t after = row_integer(state.rows[0], "began"),
            settled = row_integer(state.rows[0], "settled");
    while (after < settled) {
        int64_t until = after + SLICE < settled ? after + SLICE : settled;
        bool more = false;
        int64_t told = tell(press, partner, after, until, &more);
        if (told < 0 || lane_stopping())
            return false;
        if (!more)
            after = until;
    }
    return step(press, "swept", &parameters, NULL) == DATA_OK;
}

/* All of one feed that there is to do now. */
static enum publish_result bring_up(const struct press *press, const struct row *row, bool fresh)
{
    int64_t partner = row_integer(row, "partner"), told = 0;
    if (!row_flag(row, "begun") && !begin(press, partner))
        return PUBLISH_UNAVAILABLE;
    bool more = fresh || !row_flag(row, "begun");
    while (more && told >= 0 && !lane_stopping()) {
        more = false;
        told = tell(press, partner, 0, 0, &more);
    }
    if (told < 0 || (row_flag(row, "sweep") && !sweep(press, partner)))
        return PUBLISH_UNAVAILABLE;
    return told > 0 ? PUBLISH_SOME : PUBLISH_NONE;
}

/* Where the looks of all feeds begin. */
static int64_t first_settled(const struct rows *partners)
{
    int64_t first = INT64_MAX;
    for (size_t i = 0; i < partners->count; i++)
        if (row_integer(partners->rows[i], "settled") < first)
            first = row_integer(partners->rows[i], "settled");
    return first;
}

static enum publish_result look(struct press *press)
{
    struct parameters parameters = {.arena = press->arena};
    struct rows partners;
    enum publish_result all = PUBLISH_NONE;
    if (step(press, "partners", &parameters, &partners) != DATA_OK)
        return PUBLISH_UNAVAILABLE;
    if (partners.count == 0)
        return PUBLISH_NONE;
    int64_t settled = first_settled(&partners);
    parameters_integer(&parameters, "settled", settled);
    int64_t events = number(press, "seen", &parameters, "events"), now_us = time_monotonic_us();
    bool fresh = settled != press->settled || events != press->events || now_us >= press->again_us;
    for (size_t i = 0; events >= 0 && i < partners.count && all != PUBLISH_UNAVAILABLE; i++) {
        enum publish_result one = bring_up(press, partners.rows[i], fresh);
        all = one == PUBLISH_NONE ? all : one;
    }
    bool whole = events >= 0 && all != PUBLISH_UNAVAILABLE;
    press->settled = whole ? settled : -1;
    press->events = events;
    if (fresh)
        press->again_us = now_us + AGAIN_US;
    return whole ? all : PUBLISH_UNAVAILABLE;
}

enum publish_result publish(struct press *press)
{
    enum publish_result result = look(press);
    arena_reset(press->arena);
    return result;
}
