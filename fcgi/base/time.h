/* Dates and times as Nordic people write them. Times are stored in UTC, shown in Europe/Oslo. */
#ifndef BASE_TIME_H
#define BASE_TIME_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int year, month, day;
};
/* Loads the time zone; call before a sandbox closes the files. */
void time_start(void);
int64_t time_now(void);          /* seconds since 1970, UTC */
int64_t time_monotonic_us(void); /* microseconds, for durations */
struct date time_today(void);    /* in Europe/Oslo */

bool date_parse_iso(const char *text, struct date *date); /* 2026-11-21, a real day */
/* What people type: 2026-11-21, 21.11.2026, 21.11.26, 21/11 2026, 21/11/2026; day before month. */
bool date_parse(const char *text, struct date *date);
int date_compare(struct date a, struct date b);
struct date date_add(struct date date, int days);
int64_t date_days(struct date date); /* since 1970-01-01 */
int date_week(struct date date);     /* ISO 8601 week, 1–53 */
int date_weekday(struct date date);  /* 1 Monday … 7 Sunday */

#define DATE_TEXT 64
/* "2026-11-21" */
void date_iso(char text[DATE_TEXT], struct date date);
/* nb, nn "21.11.2026"; sv "2026-11-21"; en "21 Nov 2026" */
void date_short(char text[DATE_TEXT], struct date date, const char *lang);
/* From "2026-11-21 19:41:00" (UTC): iso "2026-11-21T20:41:00+01:00"; shown "21.11.2026 kl. 20.41",
 * sv "2026-11-21 kl. 20:41", en "21 Nov 2026, 20:41". False when the text is not such a time. */
bool time_iso(char text[DATE_TEXT], const char *utc);
bool time_short(char text[DATE_TEXT], const char *utc, const char *lang);
/* UTC text for SQL of the moment when a day ("2026-11-21") or a second ("2026-11-21T20:41:00") has ended in Europe/Oslo.
 * False when the text is neither. */
bool time_ended(char text[DATE_TEXT], const char *local);
/* UTC text for SQL of a moment as RFC 3339 has it: "2026-11-21T20:41:00+01:00", "2026-11-21T19:41:00Z", a fraction dropped; or of
 * the beginning of a day in Europe/Oslo, "2026-11-21". A space stands for "+", which an address makes of it. */
bool time_moment(char text[DATE_TEXT], const char *moment);
/* "2026-11-21 20:41:05": now, by a clock on a wall in Europe/Oslo. */
void time_wall(char text[DATE_TEXT]);
/* UTC text for SQL of a time in seconds. */
void time_sql(char text[DATE_TEXT], int64_t seconds);
#endif
