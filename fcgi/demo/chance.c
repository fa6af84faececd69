#include "chance.h"

uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

unsigned chance_below(struct chance *chance, unsigned below)
{
    return (unsigned)(chance_next(chance) % below);
}

int chance_between(struct chance *chance, int first, int last)
{
    return first + (int)chance_below(chance, (unsigned)(last - first) + 1);
}

bool chance_percent(struct chance *chance, unsigned percent)
{
    return chance_below(chance, 100) < percent;
}

/* Years begin in March here, so that the leap day comes last. */
int64_t day_number(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t month = date.month <= 2 ? date.month + 9 : date.month - 3;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day -
           719469;
}

struct date day_date(int64_t day)
{
    return date_add((struct date){1970, 1, 1}, (int)day);
}

int64_t day_monday(int64_t day)
{
    return day - (day + 3) % 7;
}
