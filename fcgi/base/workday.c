#include "workday.h"

#include "text.h"

bool country_parse(const char *code, enum country *country)
{
    if (text_equal(code, "NO"))
        *country = COUNTRY_NORWAY;
    else if (text_equal(code, "SE"))
        *country = COUNTRY_SWEDEN;
    else
        return false;
    return true;
}

/* Meeus, Jones and Butcher's: golden number, century with its corrections of leap years and moon, days to the full moon, days
 * from it to Sunday. */
struct date easter_sunday(int year)
{
    int golden = year % 19, century = year / 100, of_century = year % 100;
    int moon = (century - (century + 8) / 25 + 1) / 3;
    int full_moon = (19 * golden + century - century / 4 - moon + 15) % 30;
    int sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - full_moon - of_century % 4) % 7;
    int late = (golden + 11 * full_moon + 22 * sunday) / 451;
    int day = full_moon + sunday - 7 * late + 114;
    return (struct date){year, day / 31, day % 31 + 1};
}

/* A date of every year as month × 100 + day; 0 ends a list. */
static bool is_fixed(struct date date, const int *fixed)
{
    for (; *fixed; fixed++)
        if (*fixed == date.month * 100 + date.day)
            return true;
    return false;
}

/* Days from Easter Sunday; 0 ends a list, as that is a Sunday anyhow. */
static bool is_of_easter(struct date date, const int *offsets)
{
    struct date easter = easter_sunday(date.year);
    for (; *offsets; offsets++)
        if (!date_compare(date, date_add(easter, *offsets)))
            return true;
    return false;
}

/* Friday between 19 and 25 June. All Saints' is a Saturday always. */
static bool is_midsummer_eve(struct date date)
{
    return date.month == 6 && date.day >= 19 && date.day <= 25 && date_weekday(date) == 5;
}

bool workday_is(struct date date, enum country country)
{
    static const int norway[] = {101, 501, 517, 1225, 1226, 0};
    static const int sweden[] = {101, 106, 501, 606, 1224, 1225, 1226, 1231, 0};
    /* Maundy Thursday in Norway only, Good Friday, Easter Monday, Ascension, Whit Monday in Norway only. */
    static const int norway_easter[] = {-3, -2, 1, 39, 50, 0};
    static const int sweden_easter[] = {-2, 1, 39, 0};

    if (date_weekday(date) >= 6)
        return false;
    if (country == COUNTRY_SWEDEN)
        return !is_fixed(date, sweden) && !is_of_easter(date, sweden_easter) &&
               !is_midsummer_eve(date);
    return !is_fixed(date, norway) && !is_of_easter(date, norway_easter);
}

struct date workday_add(struct date date, int days, enum country country)
{
    while (days > 0) {
        date = date_add(date, 1);
        days -= workday_is(date, country);
    }
    return date;
}
