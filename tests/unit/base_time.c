/* time. */
#include "../../fcgi/base/time.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct date iso(const char *text)
{
    struct date date;
    assert_true(date_parse_iso(text, &date));
    return date;
}

static void dates_as_people_type_them(void **state)
{
    (void)state;
    static const char *const same[] = {"2026-11-21", "21.11.2026",   "21.11.26",   "21/11 2026",
                                       "21/11/2026", "21. 11. 2026", "21.11. 2026"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct date date = {0, 0, 0};
        assert_true(date_parse(same[i], &date));
        assert_int_equal(date_compare(date, iso("2026-11-21")), 0);
    }
    struct date date;
    assert_true(date_parse("1.2.2027", &date));
    assert_int_equal(date_compare(date, iso("2027-02-01")), 0);
    static const char *const bad[] = {
        "",           "2026",        "31.11.2026",  "29.02.2026",    "2026-02-30",
        "2026-13-01", "0000-01-01",  "21.11.202",   "21.11.20261",   "21.11",
        "21.11.",     "21-11-2026",  "21.11/2026",  "21 11 2026",    "2026-1-1",
        "x",          "21.11.2026 ", " 21.11.2026", "2026-11-21T00", "00.11.2026",
        "21.00.2026"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_parse(bad[i], &date));
    assert_false(date_parse(NULL, &date));
    assert_true(date_parse("29.2.2028", &date));
    assert_false(date_parse_iso("21.11.2026", &date));
}

static void weeks_follow_iso_8601(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        int week, weekday;
    } cases[] = {{"2026-11-21", 47, 6}, {"2026-01-01", 1, 4},  {"2027-01-01", 53, 5},
                 {"2024-12-30", 1, 1},  {"2024-12-29", 52, 7}, {"2021-01-03", 53, 7},
                 {"2021-01-04", 1, 1},  {"2000-02-29", 9, 2},  {"1969-12-31", 1, 3},
                 {"1970-01-01", 1, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(date_week(iso(cases[i].date)), cases[i].week);
        assert_int_equal(date_weekday(iso(cases[i].date)), cases[i].weekday);
    }
}

static void adding_days_walks_the_calendar(void **state)
{
    (void)state;
    struct date date = iso("1999-12-31");
    char text[DATE_TEXT];
    int weekday = 5;
    for (int i = 0; i < 20000; i++) {
        struct date next = date_add(date, 1);
        assert_int_equal(date_compare(date, next), -1);
        assert_int_equal(date_compare(next, date), 1);
        date_iso(text, next);
        assert_int_equal(date_compare(iso(text), next), 0); /* a real day */
        weekday = weekday % 7 + 1;
        assert_int_equal(date_weekday(next), weekday);
        date = next;
    }
    date_iso(text, date_add(date, -20000));
    assert_string_equal(text, "1999-12-31");
    date_iso(text, date_add(iso("2024-02-28"), 2));
    assert_string_equal(text, "2024-03-01");
}

static void dates_look_nordic(void **state)
{
    (void)state;
    static const char *const expected[][2] = {
        {"nb", "05.01.2026"}, {"nn", "05.01.2026"}, {"sv", "2026-01-05"}, {"en", "5 Jan 2026"}};
    for (size_t i = 0; i < 4; i++) {
        char text[DATE_TEXT];
        date_short(text, iso("2026-01-05"), expected[i][0]);
        assert_string_equal(text, expected[i][1]);
    }
}

static void times_are_shown_in_oslo(void **state)
{
    (void)state;
    static const char *const cases[][5] = {
        {"2026-11-21 19:41:00", "2026-11-21T20:41:00+01:00", "21.11.2026 kl. 20.41",
         "2026-11-21 kl. 20:41", "21 Nov 2026, 20:41"},
        {"2026-07-01 22:30:05", "2026-07-02T00:30:05+02:00", "02.07.2026 kl. 00.30",
         "2026-07-02 kl. 00:30", "2 Jul 2026, 00:30"},
        /* The nights the clock is moved. */
        {"2026-03-29 00:59:59", "2026-03-29T01:59:59+01:00", "29.03.2026 kl. 01.59",
         "2026-03-29 kl. 01:59", "29 Mar 2026, 01:59"},
        {"2026-03-29 01:00:00", "2026-03-29T03:00:00+02:00", "29.03.2026 kl. 03.00",
         "2026-03-29 kl. 03:00", "29 Mar 2026, 03:00"},
        {"2026-10-25 00:30:00", "2026-10-25T02:30:00+02:00", "25.10.2026 kl. 02.30",
         "2026-10-25 kl. 02:30", "25 Oct 2026, 02:30"},
        {"2026-10-25 01:30:00", "2026-10-25T02:30:00+01:00", "25.10.2026 kl. 02.30",
         "2026-10-25 kl. 02:30", "25 Oct 2026, 02:30"},
        {"2026-12-31 23:00:00.123456", "2027-01-01T00:00:00+01:00", "01.01.2027 kl. 00.00",
         "2027-01-01 kl. 00:00", "1 Jan 2027, 00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATE_TEXT];
        assert_true(time_iso(text, cases[i][0]));
        assert_string_equal(text, cases[i][1]);
        assert_true(time_short(text, cases[i][0], "nb"));
        assert_string_equal(text, cases[i][2]);
        assert_true(time_short(text, cases[i][0], "sv"));
        assert_string_equal(text, cases[i][3]);
        assert_true(time_short(text, cases[i][0], "en"));
        assert_string_equal(text, cases[i][4]);
    }
    static const char *const bad[] = {"",
                                      "2026-11-21",
                                      "2026-11-21 24:00:00",
                                      "2026-11-21 10:60:00",
                                      "2026-11-21 10:00",
                                      "2026-11-21T10:00:00",
                                      "2026-11-21 10:00:00x",
                                      "2026-02-30 10:00:00"};
    char text[DATE_TEXT];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(time_iso(text, bad[i]) || time_short(text, bad[i], "nb"));
    assert_false(time_iso(text, NULL));
}

static void seconds_become_sql(void **state)
{
    (void)state;
    char text[DATE_TEXT], now[DATE_TEXT];
    time_sql(text, 0);
    assert_string_equal(text, "1970-01-01 00:00:00");
    time_sql(text, -1);
    assert_string_equal(text, "1969-12-31 23:59:59");
    time_sql(text, 1795290060);
    assert_string_equal(text, "2026-11-21 19:41:00");
    time_sql(now, time_now());
    assert_true(time_iso(text, now));
    char today[DATE_TEXT];
    date_iso(today, time_today());
    assert_memory_equal(today, text, 10);
}

static void days_and_seconds_end(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "2026-02-30",
                                        "2026-11-21T",
                                        "2026-11-21 20:41:00",
                                        "2026-11-21T24:00:00",
                                        "2026-11-21T20:60:00",
                                        "2026-11-21T20:41:60",
                                        "2026-11-21T20:41:00Z"};
    char text[DATE_TEXT];
    assert_true(time_ended(text, "2026-11-21")); /* winter: one hour before UTC's midnight */
    assert_string_equal(text, "2026-11-21 23:00:00");
    assert_true(time_ended(text, "2026-06-30"));
    assert_string_equal(text, "2026-06-30 22:00:00");
    assert_true(time_ended(text, "2026-03-28")); /* the night when clocks go forward */
    assert_string_equal(text, "2026-03-28 23:00:00");
    assert_true(time_ended(text, "2026-11-21T20:41:59"));
    assert_string_equal(text, "2026-11-21 19:42:00");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(time_ended(text, wrong[i]));
}

static void moments_of_others(void **state)
{
    (void)state;
    static const char *const good[][2] = {{"2026-11-21T20:41:00+01:00", "2026-11-21 19:41:00"},
                                          {"2026-11-21T20:41:00 01:00", "2026-11-21 19:41:00"},
                                          {"2026-11-21T00:30:00.123456Z", "2026-11-21 00:30:00"},
                                          {"2026-01-01T00:00:00-05:30", "2026-01-01 05:30:00"},
                                          {"2026-01-01T00:00:00+14:00", "2025-12-31 10:00:00"},
                                          {"2026-06-30", "2026-06-29 22:00:00"},
                                          {"2026-11-21", "2026-11-20 23:00:00"}};
    static const char *const bad[] = {"",
                                      "2026-11-21T20:41:00",
                                      "2026-11-21T20:41:00+01",
                                      "2026-11-21T20:41:00+0100",
                                      "2026-11-21T24:00:00Z",
                                      "2026-11-21T20:41:60Z",
                                      "2026-02-30T00:00:00Z",
                                      "2026-11-21 20:41:00Z",
                                      "2026-11-21T20:41:00ZZ",
                                      "2026-11-21T20:41:00+01:60",
                                      "21.11.2026"};
    char text[DATE_TEXT];
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(time_moment(text, good[i][0]));
        assert_string_equal(text, good[i][1]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(time_moment(text, bad[i]));
}

static void showing_times_is_quick(void **state)
{
    (void)state;
    char text[DATE_TEXT], utc[DATE_TEXT];
    int64_t started = time_monotonic_us();
    for (int i = 0; i < 20000; i++) {
        time_sql(utc, 1790000000 + i * 7200);
        assert_true(time_short(text, utc, "nb"));
    }
    /* A page shows 200; these are 100 pages' worth, bounded wide enough for sanitizers and
     * valgrind. */
    assert_true(time_monotonic_us() - started < 5000000);
}

static void the_wall_shows_today(void **state)
{
    (void)state;
    char wall[DATE_TEXT], before[DATE_TEXT], after[DATE_TEXT];
    date_iso(before, time_today());
    time_wall(wall);
    date_iso(after, time_today());
    assert_int_equal(strlen(wall), sizeof "2026-11-22 10:17:05" - 1);
    assert_true(strncmp(wall, before, 10) == 0 || strncmp(wall, after, 10) == 0);
    assert_true(wall[10] == ' ' && wall[13] == ':' && wall[16] == ':');
}

int main(void)
{
    time_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wall_shows_today),  cmocka_unit_test(dates_as_people_type_them),
        cmocka_unit_test(weeks_follow_iso_8601), cmocka_unit_test(adding_days_walks_the_calendar),
        cmocka_unit_test(dates_look_nordic),     cmocka_unit_test(times_are_shown_in_oslo),
        cmocka_unit_test(seconds_become_sql),    cmocka_unit_test(days_and_seconds_end),
        cmocka_unit_test(moments_of_others),     cmocka_unit_test(showing_times_is_quick),
    };
    return cmocka_run_group_tests_name("base_time", tests, NULL, NULL);
}
