/* workday: holidays against the calendars of both countries. */
#include "../../fcgi/base/workday.h"
#include "support_unit.h"

static struct date iso(const char *text)
{
    struct date date;
    assert_true(date_parse_iso(text, &date));
    return date;
}

static void easter_is_the_churchs(void **state)
{
    (void)state;
    static const char *const easters[] = {
        "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2028-04-16", "2029-04-01", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"};
    for (size_t i = 0; i < sizeof easters / sizeof *easters; i++)
        assert_int_equal(date_compare(easter_sunday(iso(easters[i]).year), iso(easters[i])), 0);
    for (int year = 1583; year <= 4000; year++) {
        struct date easter = easter_sunday(year);
        assert_int_equal(date_weekday(easter), 7);
        assert_true(date_compare(easter, (struct date){year, 3, 22}) >= 0);
        assert_true(date_compare(easter, (struct date){year, 4, 25}) <= 0);
    }
}

static bool listed(struct date date, const char *const *dates)
{
    for (; *dates; dates++)
        if (!date_compare(date, iso(*dates)))
            return true;
    return false;
}

/* Each weekday of a year is a working day but those listed. */
static void holds_year(int year, enum country country, const char *const *holidays)
{
    for (struct date date = {year, 1, 1}; date.year == year; date = date_add(date, 1))
        if (workday_is(date, country) != (date_weekday(date) < 6 && !listed(date, holidays)))
            fail_msg("%d-%02d-%02d", date.year, date.month, date.day);
}

static void norway_rests_on_its_holidays(void **state)
{
    (void)state;
    holds_year(2026, COUNTRY_NORWAY,
               (const char *const[]){"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06",
                                     "2026-05-01", "2026-05-14", "2026-05-25", "2026-12-25", NULL});
    holds_year(2027, COUNTRY_NORWAY,
               (const char *const[]){"2027-01-01", "2027-03-25", "2027-03-26", "2027-03-29",
                                     "2027-05-06", "2027-05-17", NULL});
}

static void sweden_rests_on_its_holidays(void **state)
{
    (void)state;
    holds_year(2026, COUNTRY_SWEDEN,
               (const char *const[]){"2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06",
                                     "2026-05-01", "2026-05-14", "2026-06-19", "2026-12-24",
                                     "2026-12-25", "2026-12-31", NULL});
    holds_year(2025, COUNTRY_SWEDEN,
               (const char *const[]){"2025-01-01", "2025-01-06", "2025-04-18", "2025-04-21",
                                     "2025-05-01", "2025-05-29", "2025-06-06", "2025-06-20",
                                     "2025-12-24", "2025-12-25", "2025-12-26", "2025-12-31", NULL});
}

static void working_days_are_counted_from_the_day_after(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int days;
        enum country country;
        const char *to;
    } cases[] = {
        {"2026-11-20", 0, COUNTRY_NORWAY, "2026-11-20"},  /* Friday */
        {"2026-11-20", 1, COUNTRY_NORWAY, "2026-11-23"},  /* Monday */
        {"2026-11-22", 1, COUNTRY_NORWAY, "2026-11-23"},  /* from a Sunday */
        {"2026-11-20", -3, COUNTRY_NORWAY, "2026-11-20"}, /* never back */
        {"2026-11-20", 15, COUNTRY_NORWAY, "2026-12-11"}, /* three weeks */
        {"2026-12-11", 15, COUNTRY_NORWAY, "2027-01-05"}, /* over Christmas */
        {"2026-12-11", 15, COUNTRY_SWEDEN, "2027-01-08"}, /* and with its eves and Epiphany */
        {"2026-04-01", 2, COUNTRY_NORWAY, "2026-04-08"},  /* over Easter */
        {"2026-04-01", 2, COUNTRY_SWEDEN, "2026-04-07"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date to = workday_add(iso(cases[i].from), cases[i].days, cases[i].country);
        char text[DATE_TEXT];
        date_iso(text, to);
        assert_string_equal(text, cases[i].to);
    }
}

/* Any number of them ends on a working day and passes exactly so many. */
static void adding_passes_so_many(void **state)
{
    (void)state;
    for (int days = 1; days <= 300; days++)
        for (int country = COUNTRY_NORWAY; country <= COUNTRY_SWEDEN; country++) {
            struct date from = date_add(iso("2026-01-01"), days * 7 % 365);
            struct date to = workday_add(from, days, (enum country)country);
            int passed = 0;
            for (struct date date = from; date_compare(date, to) < 0;) {
                date = date_add(date, 1);
                passed += workday_is(date, (enum country)country);
            }
            assert_int_equal(passed, days);
            assert_true(workday_is(to, (enum country)country));
        }
}

static void countries_have_codes(void **state)
{
    (void)state;
    enum country country = COUNTRY_NORWAY;
    assert_true(country_parse("SE", &country));
    assert_int_equal(country, COUNTRY_SWEDEN);
    assert_true(country_parse("NO", &country));
    assert_int_equal(country, COUNTRY_NORWAY);
    static const char *const wrong[] = {"", "no", "NOR", "DK", NULL};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(country_parse(wrong[i], &country));
}

int main(void)
{
    time_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easter_is_the_churchs),
        cmocka_unit_test(norway_rests_on_its_holidays),
        cmocka_unit_test(sweden_rests_on_its_holidays),
        cmocka_unit_test(working_days_are_counted_from_the_day_after),
        cmocka_unit_test(adding_passes_so_many),
        cmocka_unit_test(countries_have_codes),
    };
    return cmocka_run_group_tests_name("base_workday", tests, NULL, NULL);
}
