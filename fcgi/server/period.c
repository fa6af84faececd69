#include "period.h"

#include "../base/arena.h"
#include "../base/text.h"
#include "../base/time.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_FIRST = 2000, YEAR_LAST = 2099, SPRING_MONTHS = 7, YEAR_MONTHS = 12 };

/* A month or a term as a number that counts on over the years; -1: not one. */
static int read_number(bool term, const char *text)
{
    int64_t year, part;
    char digits[5];
    size_t length = strlen(text);
    if (length != (term ? 6 : 7) || text[4] != '-')
        return -1;
    memcpy(digits, text, 4);
    digits[4] = '\0';
    if (strspn(digits, "0123456789") != 4 || strspn(text + 5, "0123456789") != length - 5 ||
        !text_integer(digits, YEAR_FIRST, YEAR_LAST, &year))
        return -1;
    const char *rest = text + 5 + (!term && text[5] == '0');
    if (!text_integer(rest, 1, term ? 2 : YEAR_MONTHS, &part))
        return -1;
    return (int)(year * (term ? 2 : YEAR_MONTHS) + part - 1);
}

static struct date first_day(bool term, int number)
{
    if (term)
        return (struct date){number / 2, number % 2 ? SPRING_MONTHS + 1 : 1, 1};
    return (struct date){number / YEAR_MONTHS, number % YEAR_MONTHS + 1, 1};
}

static void set_date(struct parameters *parameters, const char *name, struct date date)
{
    char text[DATE_TEXT];
    date_iso(text, date);
    parameters_text(parameters, name, arena_text(parameters->arena, text));
}

static void set_name(struct parameters *parameters, const char *name, bool term, int number)
{
    int parts = term ? 2 : YEAR_MONTHS, year = number / parts;
    char text[32];
    snprintf(text, sizeof text, "%04d-%0*d", year, term ? 1 : 2, number % parts + 1);
    if (year < YEAR_FIRST || year > YEAR_LAST)
        parameters_null(parameters, name);
    else
        parameters_text(parameters, name, arena_text(parameters->arena, text));
}

bool period_set(struct parameters *parameters, bool term, const char *text, const char *today)
{
    struct date day;
    int number = text ? read_number(term, text) : -1;
    if (!text && date_parse_iso(today, &day))
        number = term ? day.year * 2 + (day.month > SPRING_MONTHS)
                      : day.year * YEAR_MONTHS + day.month - 1;
    if (number < 0)
        return false;
    struct date first = first_day(term, number);
    struct date last = date_add(first_day(term, number + 1), -1);
    parameters_null(parameters, "term"); /* the lists' filter: what begins in a term */
    set_name(parameters, "period", term, number);
    set_name(parameters, "previous", term, number - 1);
    set_name(parameters, "next", term, number + 1);
    set_date(parameters, "first", first);
    set_date(parameters, "last", last);
    set_date(parameters, "from", date_add(first, 1 - date_weekday(first)));
    set_date(parameters, "to", date_add(last, 7 - date_weekday(last)));
    return true;
}

static struct date set_day(const struct parameters *parameters, const char *name)
{
    struct date date = {0};
    const struct value *value = parameters_find(parameters, name);
    if (value && value->type == VALUE_TEXT)
        date_parse_iso(value->bytes, &date);
    return date;
}

static void copy(const struct parameters *parameters, const char *name, struct document *document,
                 struct node *node)
{
    const struct value *value = parameters_find(parameters, name);
    if (value && value->type == VALUE_TEXT)
        document_attribute(document, node, name, value->bytes);
}

static void attribute_date(struct document *document, struct node *node, const char *name,
                           struct date date, size_t length)
{
    char text[DATE_TEXT];
    date_iso(text, date);
    text[length] = '\0';
    document_attribute(document, node, name, text);
}

static bool within(struct date day, struct date first, struct date last)
{
    return date_compare(day, first) >= 0 && date_compare(day, last) <= 0;
}

static void add_day(struct document *document, struct node *week, struct date day, bool outside,
                    struct date today)
{
    struct node *node = document_element(document, week, "day");
    attribute_date(document, node, "date", day, 10);
    document_attribute_integer(document, node, "number", day.day);
    document_attribute_integer(document, node, "month", day.month);
    document_attribute_integer(document, node, "weekday", date_weekday(day));
    if (outside)
        document_attribute(document, node, "outside", "1");
    if (date_compare(day, today) == 0)
        document_attribute(document, node, "today", "1");
}

static struct node *add_week(struct document *document, struct node *period, struct date monday,
                             struct date today)
{
    struct node *week = document_element(document, period, "week");
    struct date sunday = date_add(monday, 6), thursday = date_add(monday, 3);
    document_attribute_integer(document, week, "number", date_week(monday));
    attribute_date(document, week, "monday", monday, 10);
    attribute_date(document, week, "sunday", sunday, 10);
    document_attribute_integer(document, week, "month", thursday.month);
    attribute_date(document, week, "month-name", thursday, 7);
    if (within(today, monday, sunday))
        document_attribute(document, week, "current", "1");
    return week;
}

void period_node(const struct parameters *parameters, bool term, const char *today,
                 struct document *document)
{
    static const char *const names[] = {"previous", "next", "first", "last", "from", "to"};
    struct node *node = document_element(document, document_root(document), "period");
    const struct value *name = parameters_find(parameters, "period");
    struct date first = set_day(parameters, "first"), last = set_day(parameters, "last");
    struct date to = set_day(parameters, "to"), now = {0};
    date_parse_iso(today, &now);
    bool current = within(now, first, last);
    document_attribute(document, node, "name", name->bytes);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        copy(parameters, names[i], document, node);
    if (current)
        document_attribute(document, node, "current", "1");
    if (term) {
        attribute_date(document, node, "month", current ? now : first, 7);
    } else {
        char half[32];
        snprintf(half, sizeof half, "%04d-%d", first.year, first.month > SPRING_MONTHS ? 2 : 1);
        document_attribute_integer(document, node, "year", first.year);
        document_attribute_integer(document, node, "month", first.month);
        document_attribute(document, node, "term", half);
    }
    for (struct date monday = set_day(parameters, "from"); date_compare(monday, to) < 0;
         monday = date_add(monday, 7)) {
        struct node *week = add_week(document, node, monday, now);
        for (int i = 0; i < 7 && !term; i++) {
            struct date day = date_add(monday, i);
            add_day(document, week, day, !within(day, first, last), now);
        }
    }
}
