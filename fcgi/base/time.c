#include "time.h"

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void time_start(void)
{
    setenv("TZ", "Europe/Oslo", 1);
    tzset();
}

int64_t time_now(void)
{
    return time(NULL);
}

int64_t time_monotonic_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static struct tm local(int64_t seconds)
{
    time_t moment = seconds;
    struct tm result;
    localtime_r(&moment, &result);
    return result;
}

struct date time_today(void)
{
    struct tm now = local(time_now());
    return (struct date){now.tm_year + 1900, now.tm_mon + 1, now.tm_mday};
}

void time_wall(char text[DATE_TEXT])
{
    struct tm now = local(time_now());
    strftime(text, DATE_TEXT, "%Y-%m-%d %H:%M:%S", &now);
}

/* Days since 1970-01-01 in the Gregorian calendar, and back; years start in March so that leap days
 * come last. */
int64_t date_days(struct date date)
{
    int64_t year = date.year - (date.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static struct date date_of(int64_t days)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    int day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    int real_month = (int)(month < 10 ? month + 3 : month - 9);
    return (struct date){(int)(year_of_era + era * 400) + (real_month <= 2), real_month, day};
}

static bool real(struct date date)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day <= lengths[date.month - 1] + (date.month == 2 && leap);
}

/* Between `least` and `most` digits. */
static bool number(const char **text, int least, int most, int *value)
{
    int digits = 0;
    for (*value = 0; **text >= '0' && **text <= '9' && digits < most; digits++)
        *value = 10 * *value + *(*text)++ - '0';
    return digits >= least;
}

static bool sign(const char **text, char expected)
{
    if (**text != expected)
        return false;
    ++*text;
    return true;
}

static bool iso(const char **text, struct date *date)
{
    return number(text, 4, 4, &date->year) && sign(text, '-') && number(text, 2, 2, &date->month) &&
           sign(text, '-') && number(text, 2, 2, &date->day) && real(*date);
}

bool date_parse_iso(const char *text, struct date *date)
{
    struct date read;
    if (!text || !iso(&text, &read) || *text)
        return false;
    *date = read;
    return true;
}

bool date_parse(const char *text, struct date *date)
{
    if (date_parse_iso(text, date))
        return true;
    struct date read;
    if (!text || !number(&text, 1, 2, &read.day))
        return false;
    char mark = *text;
    if ((mark != '.' && mark != '/') || !sign(&text, mark))
        return false;
    text += mark == '.' && *text == ' ';
    if (!number(&text, 1, 2, &read.month))
        return false;
    if (*text != mark && !(mark == '/' && *text == ' '))
        return false;
    text++;
    text += mark == '.' && *text == ' ';
    const char *year = text;
    if (!number(&text, 2, 4, &read.year) || *text || text - year == 3)
        return false;
    if (text - year == 2)
        read.year += 2000; /* periods planned, not birthdays */
    if (!real(read))
        return false;
    *date = read;
    return true;
}

int date_compare(struct date a, struct date b)
{
    int64_t difference = date_days(a) - date_days(b);
    return (difference > 0) - (difference < 0);
}

struct date date_add(struct date date, int days)
{
    return date_of(date_days(date) + days);
}

int date_weekday(struct date date)
{
    int64_t day = (date_days(date) + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int)(day < 0 ? day + 7 : day) + 1;
}

int date_week(struct date date)
{
    struct date thursday = date_add(date, 4 - date_weekday(date)); /* its year is the week's year */
    return (int)(date_days(thursday) - date_days((struct date){thursday.year, 1, 1})) / 7 + 1;
}

void date_iso(char text[DATE_TEXT], struct date date)
{
    snprintf(text, DATE_TEXT, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void date_short(char text[DATE_TEXT], struct date date, const char *lang)
{
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text_equal(lang, "sv") || date.month < 1 || date.month > 12)
        date_iso(text, date);
    else if (text_equal(lang, "en"))
        snprintf(text, DATE_TEXT, "%d %s %04d", date.day, months[date.month - 1], date.year);
    else
        snprintf(text, DATE_TEXT, "%02d.%02d.%04d", date.day, date.month, date.year);
}

/* "2026-11-21 19:41:00", with or without a fraction, as the local time there. */
static bool read_utc(const char *utc, struct tm *result)
{
    struct date date;
    int hour, minute, second;
    if (!utc || !iso(&utc, &date) || !sign(&utc, ' ') || !number(&utc, 2, 2, &hour) ||
        !sign(&utc, ':') || !number(&utc, 2, 2, &minute) || !sign(&utc, ':') ||
        !number(&utc, 2, 2, &second) || hour > 23 || minute > 59 || second > 59)
        return false;
    if (*utc == '.')
        utc += 1 + strspn(utc + 1, "0123456789");
    if (*utc)
        return false;
    *result = local(((date_days(date) * 24 + hour) * 60 + minute) * 60 + second);
    return true;
}

static struct date date_in(const struct tm *moment)
{
    return (struct date){moment->tm_year + 1900, moment->tm_mon + 1, moment->tm_mday};
}

bool time_iso(char text[DATE_TEXT], const char *utc)
{
    struct tm moment;
    if (!read_utc(utc, &moment))
        return false;
    date_iso(text, date_in(&moment));
    int offset = (int)(moment.tm_gmtoff / 60), size = abs(offset);
    size_t length = strlen(text);
    snprintf(text + length, DATE_TEXT - length, "T%02d:%02d:%02d%c%02d:%02d", moment.tm_hour,
             moment.tm_min, moment.tm_sec, offset < 0 ? '-' : '+', size / 60, size % 60);
    return true;
}

bool time_short(char text[DATE_TEXT], const char *utc, const char *lang)
{
    struct tm moment;
    if (!read_utc(utc, &moment))
        return false;
    date_short(text, date_in(&moment), lang);
    size_t length = strlen(text);
    const char *before = text_equal(lang, "en") ? ", " : " kl. ";
    char between = text_equal(lang, "sv") || text_equal(lang, "en") ? ':' : '.';
    snprintf(text + length, DATE_TEXT - length, "%s%02d%c%02d", before, moment.tm_hour, between,
             moment.tm_min);
    return true;
}

bool time_ended(char text[DATE_TEXT], const char *local)
{
    struct date date;
    struct tm end = {.tm_isdst = -1};
    if (!iso(&local, &date))
        return false;
    if (!*local)
        end.tm_mday = 1;
    else if (!sign(&local, 'T') || !number(&local, 2, 2, &end.tm_hour) || !sign(&local, ':') ||
             !number(&local, 2, 2, &end.tm_min) || !sign(&local, ':') ||
             !number(&local, 2, 2, &end.tm_sec) || *local || end.tm_hour > 23 || end.tm_min > 59 ||
             end.tm_sec++ > 59)
        return false;
    end.tm_year = date.year - 1900;
    end.tm_mon = date.month - 1;
    end.tm_mday += date.day;
    time_sql(text, mktime(&end));
    return true;
}

/* Seconds east of UTC at the end of a moment: "Z" or "+01:00". */
static bool zone(const char **text, int *seconds)
{
    int hours, minutes, direction = **text == '-' ? -1 : 1;
    *seconds = 0;
    if (**text == 'Z') {
        ++*text;
        return true;
    }
    if (**text != '+' && **text != '-' && **text != ' ')
        return false;
    ++*text;
    if (!number(text, 2, 2, &hours) || !sign(text, ':') || !number(text, 2, 2, &minutes) ||
        hours > 23 || minutes > 59)
        return false;
    *seconds = direction * (hours * 60 + minutes) * 60;
    return true;
}

bool time_moment(char text[DATE_TEXT], const char *moment)
{
    struct date date;
    int hour, minute, second, offset;
    const char *at = moment;
    if (!iso(&at, &date))
        return false;
    if (!*at) {
        struct date before = date_add(date, -1);
        char day[DATE_TEXT];
        date_iso(day, before);
        return time_ended(text, day);
    }
    if (!sign(&at, 'T') || !number(&at, 2, 2, &hour) || !sign(&at, ':') ||
        !number(&at, 2, 2, &minute) || !sign(&at, ':') || !number(&at, 2, 2, &second) ||
        hour > 23 || minute > 59 || second > 59)
        return false;
    if (*at == '.')
        at += 1 + strspn(at + 1, "0123456789");
    if (!zone(&at, &offset) || *at)
        return false;
    time_sql(text, ((date_days(date) * 24 + hour) * 60 + minute) * 60 + second - offset);
    return true;
}

void time_sql(char text[DATE_TEXT], int64_t seconds)
{
    int64_t days = seconds / 86400, rest = seconds % 86400;
    if (rest < 0) {
        rest += 86400;
        days--;
    }
    date_iso(text, date_of(days));
    size_t length = strlen(text);
    snprintf(text + length, DATE_TEXT - length, " %02d:%02d:%02d", (int)(rest / 3600),
             (int)(rest / 60 % 60), (int)(rest % 60));
}
