#include "number.h"

#include "../base/time.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LAST_DAY = 2958465 }; /* 9999-12-31 */

enum number_format number_format_built_in(unsigned id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NUMBER_DATE;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return NUMBER_TIME;
    if (id == 46)
        return NUMBER_ELAPSED;
    return id == 22 ? NUMBER_DATE_TIME : NUMBER_PLAIN;
}

/* "[h]", "[mm]", "[ss]": hours, minutes or seconds that go on beyond a day. */
static bool elapsed(const char *bracket, size_t length)
{
    return length && strchr("hHmMsS", *bracket) &&
           strspn(bracket, (const char[]){*bracket, 0}) == length;
}

struct letters {
    bool day, time, minute, elapsed; /* minute: an m, which may be a month as well */
};

/* The format's first section, for positive numbers, without what is shown as it stands. */
static void look(const char *code, struct letters *seen)
{
    while (*code && *code != ';') {
        size_t length = 1;
        char letter = *code;
        if (letter == '"') {
            length = strcspn(code + 1, "\"") + 1;
            length += code[length] == '"' ? 1 : 0;
        } else if (letter == '[') {
            length = strcspn(code + 1, "]");
            seen->elapsed |= elapsed(code + 1, length);
            length += code[1 + length] == ']' ? 2 : 1;
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            length = code[1] ? 2 : 1;
        } else if (strncasecmp(code, "General", 7) == 0) {
            length = 7;
        } else {
            seen->day |= letter == 'y' || letter == 'Y' || letter == 'd' || letter == 'D';
            seen->time |= letter == 'h' || letter == 'H' || letter == 's' || letter == 'S';
            seen->minute |= letter == 'm' || letter == 'M';
        }
        code += length;
    }
}

enum number_format number_format_of(const char *code)
{
    struct letters seen = {0};
    look(code, &seen);
    if (seen.elapsed)
        return NUMBER_ELAPSED;
    if (seen.day)
        return seen.time ? NUMBER_DATE_TIME : NUMBER_DATE;
    if (seen.time)
        return NUMBER_TIME;
    return seen.minute ? NUMBER_DATE : NUMBER_PLAIN;
}

static void plain(char text[NUMBER_TEXT], double number)
{
    double size = fabs(number);
    if (size >= 1e15 && size < 1e18)
        snprintf(text, NUMBER_TEXT, "%.0f", number);
    else
        snprintf(text, NUMBER_TEXT, "%.15g", number);
    if (strcmp(text, "-0") == 0)
        memcpy(text, "0", 2);
}

static void clock_text(char *text, size_t size, int64_t seconds)
{
    int length = snprintf(text, size, "%02lld:%02lld", (long long)(seconds / 3600),
                          (long long)(seconds / 60 % 60));
    if (seconds % 60)
        snprintf(text + length, size - (size_t)length, ":%02lld", (long long)(seconds % 60));
}

static void day_text(char text[DATE_TEXT], int64_t day, bool since_1904)
{
    static const struct date first_1904 = {1904, 1, 1}, zero = {1899, 12, 30},
                             early = {1899, 12, 31};
    if (!since_1904 && day == 60)
        memcpy(text, "1900-02-29", sizeof "1900-02-29");
    else
        date_iso(text, date_add(since_1904 ? first_1904 : day < 60 ? early : zero, (int)day));
}

static void date_text(char text[NUMBER_TEXT], double number, enum number_format format,
                      bool since_1904)
{
    char date[DATE_TEXT], clock[40];
    int64_t seconds = llround((number - floor(number)) * 86400), day = (int64_t)floor(number);
    if (format == NUMBER_DATE) {
        day_text(date, day, since_1904);
        snprintf(text, NUMBER_TEXT, "%.32s", date);
        return;
    }
    clock_text(clock, sizeof clock,
               format == NUMBER_ELAPSED ? llround(number * 86400) : seconds % 86400);
    if (format == NUMBER_DATE_TIME) {
        day_text(date, day + seconds / 86400, since_1904);
        snprintf(text, NUMBER_TEXT, seconds % 86400 ? "%.10sT%.20s" : "%.10s", date, clock);
    } else {
        snprintf(text, NUMBER_TEXT, "%.39s", clock);
    }
}

bool number_text(char text[NUMBER_TEXT], const char *value, enum number_format format,
                 bool since_1904)
{
    char *end;
    if (!*value || value[strspn(value, "0123456789+-.eE")])
        return false;
    double number = strtod(value, &end);
    if (*end || !isfinite(number))
        return false;
    bool day = format == NUMBER_DATE || format == NUMBER_DATE_TIME;
    double last = since_1904 ? LAST_DAY - 1462 : LAST_DAY;
    if (format == NUMBER_PLAIN || number < (day && !since_1904 ? 1 : 0) || number > last + 0.9999)
        plain(text, number);
    else
        date_text(text, number, format, since_1904);
    return true;
}
