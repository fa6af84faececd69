/* Who may be where, and what it adds to the objective. */
#include "instance.h"

#include "lot.h"

#include <assert.h>

static uint32_t barred(const struct instance *instance, const struct instance_student *student,
                       uint32_t unit)
{
    const struct instance_bar *bars = &instance->bars[student->bars];
    uint32_t low = 0, high = student->bar_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (bars[middle].unit == unit)
            return bars[middle].obstacles;
        if (bars[middle].unit < unit)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

static bool reaches(const struct instance *instance, const struct instance_student *student,
                    uint32_t municipality)
{
    const uint32_t *reach = &instance->reach[student->reach];
    if (!student->reach_count || municipality == student->home || municipality == INSTANCE_NONE)
        return true;
    for (uint32_t i = 0; i < student->reach_count; i++)
        if (reach[i] == municipality)
            return true;
    return false;
}

uint32_t instance_municipality_obstacles(const struct instance *instance, uint32_t student_index,
                                         uint32_t municipality)
{
    const struct instance_student *student = &instance->students[student_index];
    uint32_t limit = student->car ? instance->limit_car : instance->limit, obstacles = 0;
    if (!reaches(instance, student, municipality))
        obstacles |= OBSTACLE_REACH;
    if (limit && instance_municipality_km(instance, student, municipality) > limit)
        obstacles |= OBSTACLE_TRAVEL;
    return obstacles;
}

uint32_t instance_unit_obstacles(const struct instance *instance, uint32_t student_index,
                                 uint32_t unit_index)
{
    const struct instance_student *student = &instance->students[student_index];
    const struct instance_unit *unit = &instance->units[unit_index];
    uint32_t obstacles = barred(instance, student, unit_index);
    if (instance->closed && student->class_number != INSTANCE_NONE) {
        size_t bit = (size_t)student->class_number * instance->unit_count + unit_index;
        if (instance->closed[bit / 64] >> bit % 64 & 1)
            obstacles |= OBSTACLE_CLOSED;
    }
    if (student->needs & ~unit->covers)
        obstacles |= OBSTACLE_REQUIREMENT;
    if (student->locked != INSTANCE_NONE && student->locked != unit_index)
        obstacles |= OBSTACLE_LOCKED;
    if (student->vetoed && instance->veto(instance->veto_context, student_index, unit_index))
        obstacles |= OBSTACLE_VETO;
    return obstacles;
}

uint32_t instance_obstacles(const struct instance *instance, uint32_t student, uint32_t unit)
{
    return instance_unit_obstacles(instance, student, unit) |
           instance_municipality_obstacles(instance, student, instance->units[unit].municipality);
}

uint32_t instance_rank(const struct instance *instance, uint32_t student_index, uint32_t unit)
{
    const struct instance_student *student = &instance->students[student_index];
    const uint32_t *wishes = &instance->wishes[student->wishes];
    for (uint32_t i = 0; unit != INSTANCE_NONE && i < student->wish_count; i++)
        if (wishes[i] == unit)
            return i + 1;
    return (uint32_t)student->wish_count + 1;
}

uint32_t instance_km(const struct instance *instance, uint32_t student, uint32_t unit)
{
    return instance_municipality_km(instance, &instance->students[student],
                                    instance->units[unit].municipality);
}

int64_t instance_digit(const struct instance *instance, uint32_t criterion_index,
                       uint32_t student_index, uint32_t unit)
{
    const struct instance_criterion *criterion = &instance->criteria[criterion_index];
    const struct instance_student *student = &instance->students[student_index];
    int64_t rank = 0;
    switch (criterion->kind) {
    case CRITERION_UNPLACED:
        return unit == INSTANCE_NONE;
    case CRITERION_CHANGES:
        return student->shared != INSTANCE_NONE && student->shared != unit;
    case CRITERION_WISHES:
        rank = instance_rank(instance, student_index, unit);
        return rank * (rank - 1) / 2;
    case CRITERION_WORSE:
        return instance_rank(instance, student_index, unit) > criterion->rank;
    case CRITERION_TRAVEL:
        return unit == INSTANCE_NONE ? 0 : instance_km(instance, student_index, unit);
    case CRITERION_LOT:
        break;
    }
    return lot(instance->seed, student->id, unit == INSTANCE_NONE ? 0 : instance->units[unit].id);
}

void instance_digits(const struct instance *instance, uint32_t student, uint32_t unit,
                     struct digits *digits)
{
    *digits = (struct digits){{0}};
    for (uint32_t i = 0; i < instance->criterion_count; i++)
        digits->digit[i] = instance_digit(instance, i, student, unit);
}

void instance_total(const struct instance *instance, const uint32_t *units, struct digits *total)
{
    *total = (struct digits){{0}};
    for (uint32_t student = 0; student < instance->student_count; student++)
        for (uint32_t i = 0; i < instance->criterion_count; i++)
            total->digit[i] += instance_digit(instance, i, student, units[student]);
}

int digits_compare(const struct digits *a, const struct digits *b)
{
    for (size_t i = 0; i < INSTANCE_CRITERIA_MOST; i++)
        if (a->digit[i] != b->digit[i])
            return a->digit[i] < b->digit[i] ? -1 : 1;
    return 0;
}

void digits_add(struct digits *to, const struct digits *other)
{
    for (size_t i = 0; i < INSTANCE_CRITERIA_MOST; i++)
        to->digit[i] += other->digit[i];
}

void digits_subtract(struct digits *from, const struct digits *other)
{
    for (size_t i = 0; i < INSTANCE_CRITERIA_MOST; i++)
        from->digit[i] -= other->digit[i];
}
