/* What would mend shortages, counted: part of shortages_find(). */
#ifndef ALLOCATE_SHORTAGE_COUNT_H
#define ALLOCATE_SHORTAGE_COUNT_H
#include "shortage.h"

/* Fills `mends` of every unit, and without_rule. */
void shortages_count(const struct instance *instance, struct shortages *shortages,
                     const uint32_t *units);
#endif
