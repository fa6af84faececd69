/* Days a student was away from their placement, and how many hours it has. */
#include "assessments.h"

#include <stdlib.h>
#include <string.h>

/* A day as it is to be; hours NULL: the student was there. */
struct day {
    const char *date, *hours, *note;
    bool made_up;
};

static bool none(const char *hours)
{
    return !hours || strtod(hours, NULL) <= 0;
}

static const char *some(const char *text)
{
    return text && *text ? text : NULL;
}

/* What the form makes of a day that stands: false when its row did not come. */
static bool typed(struct action *action, const struct row *before, struct day *day)
{
    int64_t key = row_integer(before, "key");
    const char *hours = form_each_text_of(action->form, "hours", key);
    *day = (struct day){row_text(before, "day"), hours,
                        some(form_each_text_of(action->form, "note", key)),
                        form_each_of(action->form, "made_up", key, 0) == 1};
    return hours != NULL;
}

static bool same(const struct row *before, const struct day *day)
{
    return !none(day->hours) &&
           strtod(day->hours, NULL) >= strtod(row_text(before, "hours"), NULL) &&
           strtod(day->hours, NULL) <= strtod(row_text(before, "hours"), NULL) &&
           row_flag(before, "made_up") == day->made_up &&
           text_equal(row_text(before, "note") ? row_text(before, "note") : "",
                      day->note ? day->note : "");
}

/* Within the period, once. */
static const char *wrong_day(struct action *action, const struct row *found,
                             const struct row *const *days, size_t count, size_t index)
{
    const char *date = form_each_text(action->form, "new_day", index);
    if (strcmp(date, row_text(found, "starts")) < 0 || strcmp(date, row_text(found, "ends")) > 0)
        return "error.day_outside";
    for (size_t i = 0; i < count; i++)
        if (text_equal(row_text(days[i], "day"), date))
            return "error.repeated";
    for (size_t i = 0; i < index; i++)
        if (text_equal(form_each_text(action->form, "new_day", i), date))
            return "error.repeated";
    return NULL;
}

static bool check_new(struct action *action, const struct row *found, const struct row *const *days,
                      size_t count)
{
    for (size_t i = 0; i < form_each_count(action->form, "new_day"); i++) {
        int64_t key = form_each_key(action->form, "new_day", i);
        const char *wrong = wrong_day(action, found, days, count, i);
        if (wrong)
            form_error(action->form, "new_day", key, wrong);
        if (none(form_each_text_of(action->form, "new_hours", key)))
            form_error(action->form, "new_hours", key, "error.required");
    }
    for (size_t i = 0; i < form_each_count(action->form, "new_hours"); i++) {
        int64_t key = form_each_key(action->form, "new_hours", i);
        if (!form_each_has(action->form, "new_day", key))
            form_error(action->form, "new_day", key, "error.required");
    }
    return form_valid(action->form);
}

static void write_day(struct action *action, const struct day *day)
{
    action_set_text(action, "day", day->date);
    action_set_text(action, "day_hours", day->hours);
    action_set(action, "day_made_up", day->made_up);
    action_set_text(action, "day_note", day->note);
    action_step(action, none(day->hours) ? "there" : "away");
}

/* Of what was noted the event says nothing: it may tell of an illness. */
static void tell_day(struct action *action, const struct row *before, const struct day *day)
{
    const char *had = before ? row_text(before, "hours") : NULL;
    const char *has = none(day->hours) ? NULL : day->hours;
    if (!had || !has || strtod(had, NULL) < strtod(has, NULL) ||
        strtod(had, NULL) > strtod(has, NULL))
        action_change(action, "absence_hours", day->date, had, has);
    if (has && day->made_up != (before && row_flag(before, "made_up")))
        action_change(action, "absence_made_up", day->date, NULL, day->made_up ? "yes" : "no");
}

static void write_days(struct action *action, const struct row *const *days, size_t count)
{
    struct day day;
    for (size_t i = 0; i < count; i++)
        if (typed(action, days[i], &day) && !same(days[i], &day)) {
            write_day(action, &day);
            tell_day(action, days[i], &day);
        }
    for (size_t i = 0; i < form_each_count(action->form, "new_day"); i++) {
        int64_t key = form_each_key(action->form, "new_day", i);
        day = (struct day){form_each_text(action->form, "new_day", i),
                           form_each_text_of(action->form, "new_hours", key),
                           some(form_each_text_of(action->form, "new_note", key)),
                           form_each_of(action->form, "new_made_up", key, 0) == 1};
        write_day(action, &day);
        tell_day(action, NULL, &day);
    }
}

enum outcome assessments_absence(struct action *action)
{
    const struct row *place;
    enum outcome outcome = assessments_begin(action, &place);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *found = action_row(action, "found");
    if (!found)
        return OUTCOME_MISSING;
    if (!action_version(action, found))
        return OUTCOME_STALE;
    size_t count;
    const struct row *const *days = action_rows(action, "days", &count);
    if (!check_new(action, found, days, count))
        return OUTCOME_INVALID;
    action_step(action, "keep");
    action_event(action, "attendance.changed", "registration", row_integer(found, "id"));
    action_change(action, "hours_planned", NULL, row_text(found, "hours_planned"),
                  form_text(action->form, "hours_planned"));
    write_days(action, days, count);
    return assessments_back(action, "attendance_changed", action_id(action, "placement"));
}
