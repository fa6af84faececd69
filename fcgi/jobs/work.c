#include "work.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "lane.h"

#include <inttypes.h>
#include <stdio.h>

enum { PULSE_US = 500000, STALE_SECONDS = 20, ATTEMPTS = 3, PAUSE_SECONDS = 5, CLAIM_BYTES = 16 };

static enum data_result run_step(const struct workshop *shop, const char *step,
                                 struct parameters *parameters, row_function *row, void *context)
{
    parameters_bytes(parameters, "claim", shop->claim, CLAIM_BYTES);
    return connection_step(shop->pulse, "jobs/work", step, parameters, row, context);
}

static enum data_result job_step(const struct work *work, const char *step)
{
    struct parameters parameters = {.arena = work->shop->arena};
    parameters_integer(&parameters, "job", work->job);
    parameters_integer(&parameters, "progress", work->progress);
    if (work->total > 0)
        parameters_integer(&parameters, "total", work->total);
    else
        parameters_null(&parameters, "total");
    parameters_text(&parameters, "error", work->error);
    parameters_integer(&parameters, "pause", PAUSE_SECONDS * work->attempt);
    return run_step(work->shop, step, &parameters, NULL, NULL);
}

static int take_wish(void *context, const struct row *row)
{
    struct work *work = context;
    work->lost = false;
    work->cancelled = row_flag(row, "cancel_wanted");
    return 0;
}

/* What it finds out of the job's row: whether it is still ours, whether it is wanted. A database that does not answer now
 * says nothing of either. */
static void look(struct work *work)
{
    struct parameters parameters = {.arena = work->shop->arena};
    parameters_integer(&parameters, "job", work->job);
    work->lost = true;
    enum data_result result = run_step(work->shop, "look", &parameters, take_wish, work);
    if (result != DATA_OK && result != DATA_NONE)
        work->lost = false;
}

bool work_goes_on(struct work *work, int64_t progress, int64_t total)
{
    work->progress = progress;
    work->total = total;
    if (work->lost || work->cancelled || lane_stopping())
        return false;
    if (time_monotonic_us() < work->next_pulse_us)
        return true;
    look(work);
    if (!work->lost && !work->cancelled)
        job_step(work, "pulse");
    work->next_pulse_us = time_monotonic_us() + PULSE_US;
    return !work->lost && !work->cancelled;
}

static int take_job(void *context, const struct row *row)
{
    struct work *work = context;
    struct arena *arena = work->shop->arena;
    work->job = row_integer(row, "id");
    work->kind = arena_text(arena, row_text(row, "kind"));
    work->thing = arena_text(arena, row_text(row, "thing"));
    work->thing_id = row_integer(row, "thing_id");
    work->person = row_integer(row, "person");
    work->lang = arena_text(arena, row_text(row, "lang"));
    work->attempt = row_integer(row, "attempts") + 1;
    return 0;
}

static enum data_result claim(const struct workshop *shop, struct work *work)
{
    struct parameters parameters = {.arena = shop->arena};
    parameters_integer(&parameters, "stale", STALE_SECONDS);
    parameters_null(&parameters, "prints");
    if (shop->does != WORK_ALL)
        parameters_integer(&parameters, "prints", shop->does == WORK_PRINTS);
    *work = (struct work){.shop = shop};
    enum data_result result = run_step(shop, "revive", &parameters, NULL, NULL);
    if (result == DATA_OK)
        result = connection_begin(shop->pulse);
    if (result == DATA_OK)
        result = run_step(shop, "find", &parameters, take_job, work);
    if (result == DATA_OK && work->job)
        result = job_step(work, "claim");
    if (result == DATA_OK)
        result = connection_commit(shop->pulse);
    if (result != DATA_OK)
        connection_rollback(shop->pulse);
    return result;
}

static void log_job(const struct work *work, enum log_level level, const char *what)
{
    char job[24], thing[24];
    snprintf(job, sizeof job, "%" PRId64, work->job);
    snprintf(thing, sizeof thing, "%" PRId64, work->thing_id);
    log_line(level, what, "job", job, "kind", work->kind, work->thing, thing, "error", work->error,
             NULL);
}

static void give_up(struct work *work, const struct work_kind *kind, enum work_result result)
{
    if (!work->error)
        work->error = "job_gave_up";
    bool ours = result != WORK_FAILED || text_equal(work->error, WORK_BROKEN);
    log_job(work, ours ? LOG_ERROR : LOG_INFO, "job_failed");
    if (kind && kind->failed)
        kind->failed(work);
    job_step(work, "give_up");
}

/* How the job's row ends, by how its work ended. */
static void conclude(struct work *work, const struct work_kind *kind, enum work_result result)
{
    switch (result) {
    case WORK_DONE:
        log_job(work, LOG_INFO, "job_done");
        job_step(work, "done");
        break;
    case WORK_STOPPED:
        log_job(work, LOG_INFO, work->cancelled ? "job_cancelled" : "job_stopped");
        if (!work->lost)
            job_step(work, work->cancelled ? "cancel" : "put_back");
        break;
    case WORK_RETRY:
        log_job(work, LOG_WARNING, "job_put_off");
        if (work->attempt < ATTEMPTS)
            job_step(work, "put_off");
        else
            give_up(work, kind, result);
        break;
    case WORK_FAILED:
        give_up(work, kind, result);
        break;
    }
}

static const struct work_kind *find_kind(const struct work *work)
{
    for (const struct work_kind *kind = work->shop->kinds; kind->name; kind++)
        if (text_equal(kind->name, work->kind))
            return kind;
    return NULL;
}

enum work_found work_do_one(const struct workshop *shop)
{
    struct work work;
    enum data_result claimed = claim(shop, &work);
    if (claimed != DATA_OK)
        return claimed == DATA_RETRY ? WORK_ONE : WORK_UNAVAILABLE;
    if (!work.job)
        return WORK_NONE;
    const struct work_kind *kind = find_kind(&work);
    log_job(&work, LOG_INFO, "job_begun");
    work.next_pulse_us = time_monotonic_us() + PULSE_US;
    if (!kind || work.attempt > ATTEMPTS)
        give_up(&work, kind, WORK_RETRY);
    else
        conclude(&work, kind, kind->run(&work));
    return WORK_ONE;
}

void work_release(const struct workshop *shop)
{
    struct parameters parameters = {.arena = shop->arena};
    run_step(shop, "release", &parameters, NULL, NULL);
}

static int take_count(void *context, const struct row *row)
{
    *(int64_t *)context = row_integer(row, "jobs");
    return 0;
}

int64_t work_left(const struct workshop *shop)
{
    struct parameters parameters = {.arena = shop->arena};
    int64_t jobs = -1;
    run_step(shop, "left", &parameters, take_count, &jobs);
    return jobs;
}
