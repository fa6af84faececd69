/* What the parts of an import share: its steps, its phases, its progress. */
#include "../base/text.h"
#include "import.h"
#include "work_action.h"

#include <string.h>

enum { DEEPEST = 40 };

bool import_step(struct import_job *job, const char *step)
{
    job->action.sql = job->shared;
    return action_step(&job->action, step);
}

const struct row *import_row(struct import_job *job, const char *step)
{
    job->action.sql = job->shared;
    return action_row(&job->action, step);
}

const struct row *const *import_rows(struct import_job *job, const char *step, size_t *count)
{
    job->action.sql = job->shared;
    return action_rows(&job->action, step, count);
}

static void copy_column(struct action *action, const struct row *row, const char *name)
{
    if (row_text(row, name))
        action_set(action, name, row_integer(row, name));
    else
        action_set_null(action, name);
}

bool import_open(struct import_job *job, struct work *work)
{
    const struct workshop *shop = work->shop;
    *job = (struct import_job){.work = work};
    job->shared = query_store_find(shop->store, "jobs/import");
    struct action *action = &job->action;
    work_action(work, action, &job->parameters, &job->session, job->shared);
    action_set(action, "import", work->thing_id);
    job->import = import_row(job, "import");
    if (!job->import)
        return false;
    job->kind = row_text(job->import, "kind");
    job->own =
        query_store_find(shop->store, arena_printf(shop->arena, "jobs/import_%s", job->kind));
    copy_column(action, job->import, "institution");
    copy_column(action, job->import, "site");
    copy_column(action, job->import, "activity");
    copy_column(action, job->import, "exam");
    copy_column(action, job->import, "invite");
    action_set_text(action, "file_name", row_text(job->import, "file_name"));
    action_set_text(action, "kind", job->kind);
    action_set_text(action, "thing", row_text(job->import, "thing"));
    action_set_text(action, "area", row_text(job->import, "area"));
    action->request_id = row_text(job->import, "request");
    action_set_text(action, "request", action->request_id);
    return action->result == DATA_OK;
}

bool import_goes_on(struct import_job *job, int64_t more)
{
    job->done += more;
    if (!job->stopped && !work_goes_on(job->work, job->done, job->total))
        job->stopped = true;
    return !job->stopped && job->action.result == DATA_OK;
}

/* How a step is run: its name is <phase>_<mode>_<what>. */
enum mode { MODE_ALL, MODE_ROW, MODE_UNTIL, MODE_DEPTH, MODES };

static bool mode_of(const struct block *block, const char *phase, enum mode *mode)
{
    static const char *const names[MODES] = {"all_", "row_", "until_", "depth_"};
    size_t length = strlen(phase);
    if (strncmp(block->name, phase, length) != 0 || block->name[length] != '_')
        return false;
    for (size_t i = 0; i < MODES; i++)
        if (strncmp(block->name + length + 1, names[i], strlen(names[i])) == 0) {
            *mode = (enum mode)i;
            return true;
        }
    return false;
}

static bool run(struct import_job *job, const struct block *block)
{
    size_t count;
    action_run(&job->action, job->own->name, block->name, &job->parameters, &count);
    return job->action.result == DATA_OK;
}

/* A window of the file's rows a statement, so that none is long. */
static bool run_rows(struct import_job *job, const struct query_file *file, const char *step)
{
    for (size_t i = 0; i < job->window_count; i++) {
        const struct import_window *window = &job->windows[i];
        size_t count;
        action_set(&job->action, "from_row", window->first);
        action_set(&job->action, "to_row", window->last);
        action_run(&job->action, file->name, step, &job->parameters, &count);
        if (!import_goes_on(job, job->rows / (int64_t)job->window_count))
            return false;
    }
    return true;
}

bool import_look_at_rows(struct import_job *job)
{
    const struct row *counts = import_row(job, "counts");
    const struct row *const *rows = import_rows(job, "windows", &job->window_count);
    job->rows = counts ? row_integer(counts, "rows") : 0;
    job->windows = arena_zero(job->action.arena, (job->window_count + 1) * sizeof *job->windows);
    for (size_t i = 0; rows && i < job->window_count; i++)
        job->windows[i] =
            (struct import_window){row_integer(rows[i], "first"), row_integer(rows[i], "last")};
    return job->action.result == DATA_OK;
}

bool import_windows(struct import_job *job, const char *step)
{
    return run_rows(job, job->shared, step);
}

static bool run_until(struct import_job *job, const struct block *block)
{
    for (int turn = 0; turn < DEEPEST; turn++)
        if (!run(job, block) || !import_goes_on(job, 0))
            return false;
        else if (action_affected(&job->action) == 0)
            break;
    return import_goes_on(job, job->rows);
}

/* The steps of this mode that follow each other, together for each depth; what is undone, from the deepest up. */
static bool run_depths(struct import_job *job, const char *phase, size_t *index)
{
    const struct row *row = import_row(job, "depths");
    int64_t deepest = row ? row_integer(row, "deepest") : 0;
    bool up = text_equal(phase, "undo");
    enum mode mode;
    size_t end = *index;
    while (end < job->own->block_count && mode_of(&job->own->blocks[end], phase, &mode) &&
           mode == MODE_DEPTH)
        end++;
    for (int64_t step = 0; step <= deepest; step++) {
        action_set(&job->action, "depth", up ? deepest - step : step);
        for (size_t i = *index; i < end; i++)
            if (!run(job, &job->own->blocks[i]) || !import_goes_on(job, 0))
                return false;
    }
    int64_t steps = (int64_t)(end - *index);
    *index = end - 1;
    return import_goes_on(job, job->rows * steps);
}

bool import_phase(struct import_job *job, const char *phase)
{
    for (size_t i = 0; i < job->own->block_count; i++) {
        const struct block *block = &job->own->blocks[i];
        enum mode mode;
        bool good = true;
        if (!mode_of(block, phase, &mode))
            continue;
        if (mode == MODE_ALL)
            good = run(job, block) && import_goes_on(job, job->rows);
        else if (mode == MODE_ROW)
            good = run_rows(job, job->own, block->name);
        else if (mode == MODE_UNTIL)
            good = run_until(job, block);
        else
            good = run_depths(job, phase, &i);
        if (!good)
            return false;
    }
    return true;
}

int64_t import_phase_length(const struct import_job *job, const char *phase)
{
    int64_t steps = 0;
    enum mode mode;
    for (size_t i = 0; i < job->own->block_count; i++)
        steps += mode_of(&job->own->blocks[i], phase, &mode);
    return steps * job->rows;
}

enum work_result import_result(const struct import_job *job)
{
    if (job->stopped)
        return WORK_STOPPED;
    return work_result_of(job->action.result);
}
