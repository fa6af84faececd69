#include "seating.h"

#include "../base/heap.h"

#include <stdlib.h>

void seating_make(struct seating *seating, const struct instance *instance, const uint32_t *units)
{
    const uint32_t unit_count = instance->unit_count;
    seating->units = units;
    seating->first = heap_alloc((unit_count + 3) * sizeof *seating->first);
    seating->students = heap_alloc((instance->student_count + 1) * sizeof *seating->students);
    seating->places = heap_alloc((unit_count + 1) * sizeof *seating->places);
    for (uint32_t i = 0; i < instance->student_count; i++) {
        const uint32_t at = units[i] == INSTANCE_NONE ? unit_count : units[i];
        const uint32_t locked = instance->students[i].locked;
        seating->first[at + 2]++;
        if (locked != INSTANCE_NONE)
            seating->places[locked]++;
    }
    for (uint32_t u = 0; u < unit_count; u++)
        if (seating->places[u] < instance->units[u].capacity)
            seating->places[u] = instance->units[u].capacity;
    for (uint32_t u = 2; u <= unit_count + 2; u++)
        seating->first[u] += seating->first[u - 1];
    for (uint32_t i = 0; i < instance->student_count; i++) {
        const uint32_t at = units[i] == INSTANCE_NONE ? unit_count : units[i];
        seating->students[seating->first[at + 1]++] = i;
    }
}

void seating_free(struct seating *seating)
{
    free(seating->first);
    free(seating->students);
    free(seating->places);
}
