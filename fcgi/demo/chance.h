/* Repeatable chance (splitmix64) and day numbers: the demonstration region must come out the same every time. */
#ifndef DEMO_CHANCE_H
#define DEMO_CHANCE_H
#include "../base/time.h"

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};
uint64_t chance_next(struct chance *chance);
/* 0 … below − 1; `below` at least 1. */
unsigned chance_below(struct chance *chance, unsigned below);
/* first … last, both included. */
int chance_between(struct chance *chance, int first, int last);
bool chance_percent(struct chance *chance, unsigned percent);

/* Days since 1970-01-01 of a date, and back. */
int64_t day_number(struct date date);
struct date day_date(int64_t day);
/* The Monday of the day's week. */
int64_t day_monday(int64_t day);
#endif
