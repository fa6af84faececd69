/* Who follows each student of an activity: row by row, or all of them divided as evenly as can be. */
#include "../allocate/balance.h"
#include "../base/buffer.h"
#include "../base/fields.h"
#include "allocation.h"

#include <stdlib.h>

/* What was done to one student, told after the event is written. */
struct given {
    const char *student, *role, *from, *to;
};

/* ---- row by row ---- */

/* Whether :person may follow the student as `role`; their name. Nobody always may. */
static bool may_follow(struct action *action, int64_t registration, const char *role,
                       int64_t person, const char **name)
{
    *name = NULL;
    if (person == 0)
        return true;
    action_set(action, "person", person);
    action_set_text(action, "role", role);
    const struct row *found = action_row(action, "may");
    if (found)
        *name = row_text(found, "name");
    else
        form_error(action->form, role, registration, "error.not_among");
    return found != NULL;
}

/* One student's row as it was typed, told in `given`, which has room for two. How many were; -1: not as the form knew it. */
static int save_row(struct action *action, int64_t registration, struct given *given)
{
    static const char *const roles[2] = {"supervisor", "lecturer"};
    int count = 0;
    bool good = true;

    action_set(action, "registration", registration);
    const struct row *row = action_row(action, "row");
    if (!row) {
        form_error(action->form, roles[0], registration, "error.no_place_now");
        return -1;
    }
    for (size_t i = 0; i < 2; i++) {
        int64_t before = row_integer(row, roles[i]),
                after = form_each_of(action->form, roles[i], registration, before);
        const char *name = NULL;
        action_set(action, roles[i], after);
        if (before == after)
            continue;
        good = may_follow(action, registration, roles[i], after, &name) && good;
        given[count++] =
            (struct given){row_text(row, "student"), roles[i],
                           row_text(row, i ? "lecturer_name" : "supervisor_name"), name};
    }
    if (count > 0 &&
        form_each_of(action->form, "seen", registration, 0) != row_integer(row, "version")) {
        form_error(action->form, given[0].role, registration, "error.row_changed");
        return -1;
    }
    if (count > 0 && good)
        action_step(action, "save");
    return count;
}

/* Back to the list as it was filtered and sorted. */
static enum outcome go_to_list(struct action *action, const char *flash)
{
    static const char *const names[] = {"q", "state", "site", "class", "sort", "down", "page"};
    struct buffer address;

    buffer_init(&address, 4000);
    buffer_printf(&address, "/activities/%" PRId64 "/supervisors", action_id(action, "activity"));
    char before = '?';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct value *value = parameters_find(action->parameters, names[i]);
        if (!value || (value->type != VALUE_TEXT && value->type != VALUE_INTEGER))
            continue;
        buffer_printf(&address, "%c%s=", before, names[i]);
        if (value->type == VALUE_TEXT)
            fields_encode(&address, value->bytes);
        else
            buffer_printf(&address, "%" PRId64, value->integer);
        before = '&';
    }
    enum outcome outcome = action_go(action, flash, "%s", address.bytes);
    buffer_free(&address);
    return outcome;
}

enum outcome allocation_supervisors(struct action *action)
{
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t rows = form_each_count(action->form, "supervisor"), count = 0;
    struct given *given = arena_zero(action->arena, (2 * rows + 1) * sizeof *given);
    bool changed_meanwhile = false;
    for (size_t i = 0; i < rows; i++) {
        int saved = save_row(action, form_each_key(action->form, "supervisor", i), given + count);
        changed_meanwhile = changed_meanwhile || saved < 0;
        count += saved > 0 ? (size_t)saved : 0;
    }
    if (!form_valid(action->form))
        return changed_meanwhile ? OUTCOME_REFUSED : OUTCOME_INVALID;
    if (count == 0)
        return go_to_list(action, NULL);
    action_step(action, "touch");
    action_event(action, "allocation.followers_changed", "plan", action_id(action, "activity"));
    for (size_t i = 0; i < count; i++)
        action_change(action, given[i].role, given[i].student, given[i].from, given[i].to);
    return go_to_list(action, "followers_saved");
}

/* ---- all at once ---- */

struct division {
    const struct row *const *people, *const *students, *const *possible;
    size_t people_count, student_count, possible_count;
    struct balance_supervisor *supervisors;
    struct balance_student *divided;
    int32_t *numbers; /* what `divided` points into */
};

static int by_id(const void *id, const void *row)
{
    int64_t wanted = *(const int64_t *)id,
            other = row_integer(*(const struct row *const *)row, "id");
    return wanted < other ? -1 : wanted > other;
}

/* Their number among the people; BALANCE_NOBODY when they have no role any more. */
static int32_t number_of(const struct division *division, int64_t person)
{
    const struct row *const *found =
        division->people_count == 0 ? NULL
                                    : bsearch(&person, division->people, division->people_count,
                                              sizeof *division->people, by_id);
    return found ? (int32_t)(found - division->people) : BALANCE_NOBODY;
}

/* Students who stay out of it, here and elsewhere, count for those who follow them. */
static void set_people(struct arena *arena, struct division *division)
{
    division->supervisors =
        arena_zero(arena, (division->people_count + 1) * sizeof *division->supervisors);
    for (size_t i = 0; i < division->people_count; i++) {
        const struct row *person = division->people[i];
        division->supervisors[i] = (struct balance_supervisor){
            .taken = (int32_t)(row_integer(person, "given") + row_integer(person, "elsewhere")),
            .most =
                row_text(person, "most") ? (int32_t)row_integer(person, "most") : BALANCE_NO_LIMIT};
    }
    for (size_t i = 0; i < division->student_count; i++) {
        int32_t now = number_of(division, row_integer(division->students[i], "now"));
        if (now != BALANCE_NOBODY)
            division->supervisors[now].taken--;
    }
}

/* Both lists go by registration, and people by id: each student's part of `possible` is ascending. */
static void set_students(struct arena *arena, struct division *division)
{
    size_t next = 0;

    division->divided =
        arena_zero(arena, (division->student_count + 1) * sizeof *division->divided);
    division->numbers = arena_zero(arena, (division->possible_count + 1) * sizeof(int32_t));
    for (size_t i = 0; i < division->student_count; i++) {
        int64_t registration = row_integer(division->students[i], "registration");
        struct balance_student *student = &division->divided[i];
        student->now = number_of(division, row_integer(division->students[i], "now"));
        student->possible = division->numbers + next;
        for (; next < division->possible_count &&
               row_integer(division->possible[next], "registration") == registration;
             next++)
            division->numbers[next] =
                number_of(division, row_integer(division->possible[next], "person"));
        student->possible_count = (size_t)(division->numbers + next - student->possible);
    }
}

/* [[registration, person], …] of those who get another than they had; 0: nobody. NULL when nobody does. */
static const char *changes(struct action *action, const struct division *division,
                           const struct balance *balance)
{
    struct buffer list;
    const char *text = NULL;

    buffer_init(&list, (size_t)40 * (division->student_count + 1));
    for (size_t i = 0; i < division->student_count; i++) {
        int32_t person = balance->given[i];
        if (person == division->divided[i].now)
            continue;
        buffer_printf(&list, "%c[%" PRId64 ",%" PRId64 "]", list.length == 0 ? '[' : ',',
                      row_integer(division->students[i], "registration"),
                      person == BALANCE_NOBODY ? 0 : row_integer(division->people[person], "id"));
    }
    if (list.length > 0) {
        buffer_char(&list, ']');
        text = arena_text(action->arena, list.bytes);
    }
    buffer_free(&list);
    return text;
}

/* The event says how many students each has now, not which: the rows keep that. */
static void tell(struct action *action, const struct division *division,
                 const struct balance *balance, const char *whom)
{
    int64_t *now = arena_zero(action->arena, (division->people_count + 1) * sizeof *now);

    action_event(action, "allocation.followers_divided", "plan", action_id(action, "activity"));
    for (size_t i = 0; i < division->student_count; i++) {
        if (division->divided[i].now != BALANCE_NOBODY)
            now[division->divided[i].now]--;
        if (balance->given[i] != BALANCE_NOBODY)
            now[balance->given[i]]++;
    }
    for (size_t i = 0; i < division->people_count; i++) {
        int64_t before = row_integer(division->people[i], "given");
        action_change_integer(action, text_equal(whom, "lecturer") ? "lecturer" : "supervisor",
                              row_text(division->people[i], "told"), before, before + now[i]);
    }
}

/* Reads, divides and writes; how many got nobody in *without. False: nothing changed. */
static bool divide(struct action *action, size_t *without)
{
    struct division division = {0};
    const char *whom = form_text(action->form, "whom");

    division.people = action_rows(action, "people", &division.people_count);
    division.students = action_rows(action, "students", &division.student_count);
    division.possible = action_rows(action, "possible", &division.possible_count);
    set_people(action->arena, &division);
    set_students(action->arena, &division);
    struct balance balance = balance_solve(division.supervisors, division.people_count,
                                           division.divided, division.student_count);
    *without = balance.without;
    const char *given = changes(action, &division, &balance);
    if (given) {
        action_set_text(action, "given", given);
        action_step(action, "give");
        action_step(action, "touch");
        tell(action, &division, &balance, whom);
    }
    balance_free(&balance);
    return given != NULL;
}

enum outcome allocation_supervisors_divide(struct action *action)
{
    const struct row *plan;
    enum outcome outcome = allocation_lock_plan(action, &plan);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!action_version(action, plan))
        return OUTCOME_STALE;
    bool lecturers = text_equal(form_text(action->form, "whom"), "lecturer");
    if (lecturers)
        action_set(action, "lecturers", 1);
    else
        action_set_null(action, "lecturers");
    size_t without = 0;
    bool changed = divide(action, &without);
    const char *state = without == 0 ? ""
                        : lecturers  ? "?state=no_lecturer"
                                     : "?state=no_supervisor";
    return action_go(action,
                     !changed       ? "followers_unchanged"
                     : without == 0 ? "followers_divided"
                                    : "followers_divided_partly",
                     "/activities/%" PRId64 "/supervisors%s", action_id(action, "activity"), state);
}
