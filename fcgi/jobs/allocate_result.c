/* Solves, lets the result be proven, and asks of every wish that was not met why not. */
#include "allocate_result.h"

#include "../base/heap.h"
#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"

#include <stdlib.h>

/* The job's progress: a third is finding, the rest explaining, which takes a search for each wish that was full. */
static bool found_so_far(void *context, uint32_t done, uint32_t all)
{
    struct proposing *run = context;
    int64_t students = (int64_t)run->student_count;
    return proposing_goes_on(run, all ? students * done / all : 0);
}

static bool in_group(const struct proposing_result *result, const struct instance_student *student)
{
    for (uint32_t i = 0; student->group && i < result->found->group_count; i++)
        if (result->found->groups[i].id == student->group)
            return !result->found->groups[i].split;
    return false;
}

/* While groups are locked where they are, so `locked` of the instance says nothing here. */
static struct proposing_answer answer(const struct proposing *run,
                                      const struct proposing_result *result, uint32_t at,
                                      uint32_t unit, bool better)
{
    const struct instance *instance = run->instance;
    const struct instance_student *student = &instance->students[at];
    if (unit != INSTANCE_NONE && unit == result->units[at])
        return (struct proposing_answer){"got", NULL};
    if (!better)
        return (struct proposing_answer){"lower", NULL};
    if (run->students[at].locked)
        return (struct proposing_answer){"locked", NULL};
    if (unit == INSTANCE_NONE || instance->units[unit].capacity == 0)
        return (struct proposing_answer){"no_places", NULL};
    if (instance_obstacles(instance, at, unit) & ~(uint32_t)(OBSTACLE_LOCKED | OBSTACLE_VETO))
        return (struct proposing_answer){"excluded", NULL};
    if (in_group(result, student))
        return (struct proposing_answer){"group", NULL};
    struct explanation *moved = explain(instance, result->found->allocation, at, unit);
    return (struct proposing_answer){moved->move_count > 1 ? "full" : "free", moved};
}

static bool answer_all(struct proposing *run, struct proposing_result *result)
{
    struct groups_lock *lock = groups_lock(run->instance, result->found);
    size_t next = 0;
    bool going = true;
    for (uint32_t at = 0; going && at < run->student_count; at++) {
        const struct proposing_student *student = &run->students[at];
        bool better = true;
        for (size_t i = 0; i < student->wish_count; i++) {
            uint32_t unit = instance_unit_index(run->instance, (uint32_t)student->wishes[i].unit);
            struct proposing_answer *answered = &result->answers[next++];
            *answered = answer(run, result, at, unit, better);
            better = better && !text_equal(answered->why, "got");
        }
        going = proposing_goes_on(run, (int64_t)run->student_count + 2 * (int64_t)at);
    }
    groups_unlock(lock);
    return going;
}

static void count(struct proposing *run, struct proposing_result *result)
{
    const struct instance *instance = run->instance;
    for (uint32_t at = 0; at < instance->student_count; at++) {
        result->placed += result->units[at] != INSTANCE_NONE;
        result->locked += run->students[at].locked;
        for (uint32_t unit = 0; unit < instance->unit_count; unit++)
            result->open[at] +=
                instance->units[unit].capacity > 0 &&
                !(instance_obstacles(instance, at, unit) & ~(uint32_t)OBSTACLE_LOCKED);
    }
}

static size_t wishes_of_all(const struct proposing *run)
{
    size_t wishes = 0;
    for (size_t i = 0; i < run->student_count; i++)
        wishes += run->students[i].wish_count;
    return wishes;
}

static bool proven(struct proposing *run, const struct proposing_result *result)
{
    if (result->found->certificate.holds)
        return true;
    log_line(LOG_ERROR, "allocate_unproven", NULL);
    run->work->error = WORK_BROKEN;
    return false;
}

bool proposing_solve(struct proposing *run, struct proposing_result *result)
{
    int64_t began = time_monotonic_us();
    struct allocate_options options = {.progress = found_so_far, .context = run};
    *result = (struct proposing_result){0};
    run->total = 3 * (int64_t)run->student_count + 1;
    result->found = allocate_with_groups(run->instance, &options);
    if (!result->found->allocation || !proven(run, result))
        return false;
    result->milliseconds = (time_monotonic_us() - began) / 1000;
    result->units = result->found->allocation->units;
    result->answer_count = wishes_of_all(run);
    result->answers = heap_alloc((result->answer_count + 1) * sizeof *result->answers);
    result->open = heap_alloc((run->student_count + 1) * sizeof *result->open);
    count(run, result);
    result->swaps = swaps_find(run->instance, result->units, 0);
    if (result->placed < (int64_t)run->student_count)
        result->shortages = shortages_find(run->instance, result->units);
    return answer_all(run, result);
}

void proposing_result_free(struct proposing_result *result)
{
    for (size_t i = 0; result->answers && i < result->answer_count; i++)
        explanation_free(result->answers[i].moved);
    free(result->answers);
    free(result->open);
    shortages_free(result->shortages);
    swaps_free(&result->swaps);
    allocation_with_groups_free(result->found);
    *result = (struct proposing_result){0};
}
