/* Working days: Monday to Friday without the country's public holidays. Of Sweden neither are midsummer's, Christmas and New
 * Year's eve, which its law on periods counts as holidays; in Norway these are working days. */
#ifndef BASE_WORKDAY_H
#define BASE_WORKDAY_H
#include "time.h"

enum country { COUNTRY_NORWAY, COUNTRY_SWEDEN };

/* "NO" or "SE"; false for anything else, NULL too. */
bool country_parse(const char *code, enum country *country);
struct date easter_sunday(int year); /* Gregorian; years 1583–9999 */
bool workday_is(struct date date, enum country country);
/* The `days`-th working day after `date`, which itself is not counted; 0 or fewer: the date itself. */
struct date workday_add(struct date date, int days, enum country country);
#endif
