/* The state of an activity's allocation as an instance for the solver, with what the result is compared with later. */
#include "../base/heap.h"
#include "../base/log.h"
#include "../base/text.h"
#include "allocate.h"

#include <stdlib.h>
#include <string.h>

const char *const proposing_obstacle_words[PROPOSING_WORDS] = {
    "class",   "requirement", "accommodation", "interest", "employer",
    "earlier", "busy",        "reach",         "travel"};
/* What each is to the solver. */
static const enum obstacle kinds[PROPOSING_WORDS] = {
    OBSTACLE_CLOSED,   OBSTACLE_REQUIREMENT, OBSTACLE_REQUIREMENT,
    OBSTACLE_CONFLICT, OBSTACLE_CONFLICT,    OBSTACLE_EARLIER,
    OBSTACLE_CONFLICT, OBSTACLE_REACH,       OBSTACLE_TRAVEL};

enum { READ_BYTES = 256 << 20 };

/* A piece of a growing array on the arena. */
static void *more(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count == 0)
        return arena_alloc(arena, size);
    if (count & (count - 1)) /* full at powers of two only */
        return items;
    return arena_grow(arena, items, count * size, 2 * count * size);
}

/* Every value that was read, so that the same state has the same hash. */
static void note(struct proposing *run, const struct row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        buffer_text(&run->read, row->cells[i].text ? row->cells[i].text : "-");
        buffer_char(&run->read, i + 1 < row->count ? '\t' : '\n');
    }
}

static bool each(struct proposing *run, const char *step, row_function *take)
{
    const struct block *block = query_file_block(run->action.sql, step);
    if (run->action.result != DATA_OK || !proposing_goes_on(run, run->done))
        return false;
    buffer_printf(&run->read, "%s\n", step);
    run->action.result =
        block ? connection_run(run->action.connection, block, NULL, &run->parameters, take, run)
              : DATA_ERROR;
    return run->action.result == DATA_OK;
}

static uint32_t id_of(const struct row *row, const char *column)
{
    return (uint32_t)row_integer(row, column);
}

static int take_municipality(void *context, const struct row *row)
{
    struct proposing *run = context;
    note(run, row);
    instance_add_municipality(run->instance, id_of(row, "number"),
                              strtod(row_text(row, "latitude"), NULL),
                              strtod(row_text(row, "longitude"), NULL));
    return 0;
}

static int take_unit(void *context, const struct row *row)
{
    struct proposing *run = context;
    note(run, row);
    run->units = more(run->action.arena, run->units, run->unit_count, sizeof *run->units);
    run->units[run->unit_count++] =
        (struct proposing_unit){.id = row_integer(row, "unit"),
                                .site = row_integer(row, "site"),
                                .places = row_integer(row, "places"),
                                .somewhere = row_flag(row, "municipality")};
    instance_add_unit(run->instance,
                      &(struct instance_unit_row){.id = id_of(row, "unit"),
                                                  .capacity = id_of(row, "places"),
                                                  .municipality = id_of(row, "municipality")});
    return 0;
}

static int take_student(void *context, const struct row *row)
{
    struct proposing *run = context;
    note(run, row);
    run->students =
        more(run->action.arena, run->students, run->student_count, sizeof *run->students);
    run->students[run->student_count++] =
        (struct proposing_student){.id = row_integer(row, "id"),
                                   .version = row_integer(row, "version"),
                                   .unit = row_integer(row, "unit"),
                                   .site = row_integer(row, "site"),
                                   .shared_unit = row_integer(row, "shared_unit"),
                                   .shared_site = row_integer(row, "shared_site"),
                                   .locked = row_flag(row, "locked"),
                                   .home = row_flag(row, "municipality")};
    instance_add_student(
        run->instance,
        &(struct instance_student_row){.id = id_of(row, "id"),
                                       .home = id_of(row, "municipality"),
                                       .group = id_of(row, "allocation_group"),
                                       .locked = row_flag(row, "locked") ? id_of(row, "unit") : 0,
                                       .shared = id_of(row, "shared_unit"),
                                       .car = row_flag(row, "car")});
    return 0;
}

static int by_id(const void *key, const void *student)
{
    int64_t id = *(const int64_t *)key, other = ((const struct proposing_student *)student)->id;
    return id < other ? -1 : id > other;
}

static int take_wish(void *context, const struct row *row)
{
    struct proposing *run = context;
    int64_t id = row_integer(row, "registration");
    struct proposing_student *student =
        bsearch(&id, run->students, run->student_count, sizeof *run->students, by_id);
    note(run, row);
    if (!student)
        return 0;
    struct proposing_wish *wishes = more(run->action.arena, (void *)(uintptr_t)student->wishes,
                                         student->wish_count, sizeof *wishes);
    wishes[student->wish_count++] =
        (struct proposing_wish){.unit = row_integer(row, "unit"),
                                .site = row_integer(row, "site"),
                                .number = (uint8_t)id_of(row, "number")};
    student->wishes = wishes;
    instance_add_wish(run->instance, (uint32_t)id, id_of(row, "number"), id_of(row, "unit"));
    return 0;
}

static int take_obstacle(void *context, const struct row *row)
{
    struct proposing *run = context;
    const char *word = row_text(row, "obstacle");
    uint32_t at = 0;
    while (at < PROPOSING_WORDS && !text_equal(proposing_obstacle_words[at], word))
        at++;
    if (at == PROPOSING_WORDS)
        return 1;
    if (!(run->obstacle_count & (run->obstacle_count - 1))) /* grows at powers of two */
        run->obstacles =
            heap_grow(run->obstacles, 2 * run->obstacle_count + 1, sizeof *run->obstacles);
    run->obstacles[run->obstacle_count++] =
        (struct proposing_obstacle){id_of(row, "registration"), id_of(row, "unit"), at};
    instance_bar(run->instance, id_of(row, "registration"), id_of(row, "unit"), kinds[at]);
    return 0;
}

static int compare_obstacles(const void *one, const void *other)
{
    const struct proposing_obstacle *a = one, *b = other;
    if (a->student != b->student)
        return a->student < b->student ? -1 : 1;
    if (a->unit != b->unit)
        return a->unit < b->unit ? -1 : 1;
    return a->word < b->word ? -1 : a->word > b->word;
}

/* The rows of obstacles come in no order: sorted before they are noted. */
static void note_obstacles(struct proposing *run)
{
    if (run->obstacle_count)
        qsort(run->obstacles, run->obstacle_count, sizeof *run->obstacles, compare_obstacles);
    for (size_t i = 0; i < run->obstacle_count; i++)
        buffer_printf(&run->read, "%u\t%u\t%u\n", run->obstacles[i].student, run->obstacles[i].unit,
                      run->obstacles[i].word);
}

/* The rules themselves are asked of the database (unit_obstacles): the solver is told of them pair by pair. */
static bool read_all(struct proposing *run)
{
    run->plan = action_row(&run->action, "plan");
    if (!run->plan)
        return false;
    note(run, run->plan);
    buffer_printf(&run->read, "%s\n", row_text(run->proposal, "objective"));
    run->instance->objective = text_equal(row_text(run->proposal, "objective"), "rank_maximal")
                                   ? OBJECTIVE_RANK_MAXIMAL
                                   : OBJECTIVE_WEIGHTED;
    run->instance->order = row_flag(run->plan, "shared") ? ORDER_CHANGES_FIRST : ORDER_WISHES_FIRST;
    run->instance->seed = id_of(run->proposal, "activity");
    return each(run, "municipalities", take_municipality) && each(run, "units", take_unit) &&
           each(run, "students", take_student) && each(run, "wishes", take_wish) &&
           each(run, "obstacles", take_obstacle);
}

bool proposing_read(struct proposing *run)
{
    char error[200];
    buffer_init(&run->read, READ_BYTES);
    run->instance = instance_new();
    run->action.result = connection_begin_read(run->action.connection);
    bool read = run->action.result == DATA_OK && read_all(run);
    connection_rollback(run->action.connection);
    if (!read)
        return false;
    note_obstacles(run);
    hash_bytes(run->input, run->read.bytes, run->read.length, NULL);
    buffer_free(&run->read);
    if (instance_finish(run->instance, error, sizeof error))
        return true;
    log_line(LOG_ERROR, "allocate_instance", "error", error, NULL);
    run->work->error = WORK_BROKEN;
    return false;
}

/* The first obstacle of the pair, or where it would be. */
static size_t find(const struct proposing *run, uint32_t student, uint32_t unit)
{
    size_t low = 0, high = run->obstacle_count;
    struct proposing_obstacle wanted = {student, unit, 0};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_obstacles(&run->obstacles[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const char *proposing_obstacles(const struct proposing *run, uint32_t student, uint32_t unit)
{
    const char *words = "";
    for (size_t i = find(run, student, unit); i < run->obstacle_count; i++) {
        const struct proposing_obstacle *obstacle = &run->obstacles[i];
        if (obstacle->student != student || obstacle->unit != unit)
            break;
        words = arena_printf(run->action.arena, "%s%s%s", words, *words ? "," : "",
                             proposing_obstacle_words[obstacle->word]);
    }
    return words;
}

bool proposing_goes_on(struct proposing *run, int64_t done)
{
    run->done = done;
    if (!run->stopped && !work_goes_on(run->work, done, run->total))
        run->stopped = true;
    return !run->stopped;
}

void proposing_free(struct proposing *run)
{
    buffer_free(&run->read);
    instance_free(run->instance);
    free(run->obstacles);
    run->instance = NULL;
    run->obstacles = NULL;
}
