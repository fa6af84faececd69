/* The board of an allocation: students put at units by hand, one by one, a page at a time, two who swap. */
#include "allocation.h"
#include "allocation_placing.h"

enum { BOARD_ROWS = 500 }; /* more than a page can show */

static bool is_act(const struct action *action, const char *act)
{
    return text_equal(form_text(action->form, "act"), act);
}

/* The rows whose place was chosen anew: all of the page, or the one whose button it was. */
static void add_chosen_places(struct placing *placing)
{
    struct action *action = placing->action;
    int64_t row = form_integer(action->form, "row");
    size_t count = form_each_count(action->form, "at");
    for (size_t i = 0; i < count; i++) {
        int64_t key = form_each_key(action->form, "at", i);
        int64_t unit = form_each_integer(action->form, "at", i);
        if ((!row || row == key) && unit != form_each_of(action->form, "was", key, 0))
            placing_add(placing, key, unit, form_each_of(action->form, "row_version", key, 0));
    }
}

/* The ticked rows, put at one unit or taken away. */
static void add_ticked(struct placing *placing, int64_t unit)
{
    struct action *action = placing->action;
    size_t count = form_each_count(action->form, "chosen");
    for (size_t i = 0; i < count; i++) {
        int64_t key = form_each_key(action->form, "chosen", i);
        placing_add(placing, key, unit, form_each_of(action->form, "row_version", key, 0));
    }
}

/* Locks or unlocks the ticked rows that are somewhere and are not so already; *stale when one is elsewhere than was seen. */
static size_t lock_ticked(struct action *action, bool locked, bool *stale)
{
    size_t count, done = 0, ticked = form_each_count(action->form, "chosen");
    struct placing chosen = placing_of(action, "chosen", false, ticked + 1);
    for (size_t i = 0; i < ticked; i++)
        placing_add(&chosen, form_each_key(action->form, "chosen", i), 0, 0);
    action_set_text(action, "students", placing_students(&chosen));
    action_set(action, "locked", locked ? 1 : 0);
    const struct row *const *rows = action_rows(action, "rows", &count);
    for (size_t i = 0; i < count; i++) {
        if (!row_integer(rows[i], "unit") || row_flag(rows[i], "locked") == locked)
            continue;
        int64_t registration = row_integer(rows[i], "id");
        if (row_integer(rows[i], "version") !=
            form_each_of(action->form, "row_version", registration, 0)) {
            form_error(action->form, "at", registration, "error.seat_changed");
            *stale = true;
            continue;
        }
        action_set(action, "registration", registration);
        action_step(action, "lock_row");
        action_event(action, locked ? "allocation.locked" : "allocation.unlocked", "registration",
                     registration);
        action_change(action, "unit", NULL, NULL, row_text(rows[i], "place"));
        done++;
    }
    return done;
}

enum outcome allocation_board(struct action *action)
{
    enum outcome outcome = allocation_lock_plan(action, NULL);
    if (outcome != OUTCOME_DONE)
        return outcome;
    bool ticking = !is_act(action, "save") && !form_integer(action->form, "row");
    if (ticking && form_each_count(action->form, "chosen") == 0)
        return action_invalid(action, NULL, "error.none_ticked");
    if (is_act(action, "put") && !form_has(action->form, "to"))
        return action_invalid(action, "to", "error.required");
    struct placing placing = placing_of(action, "at", true, BOARD_ROWS);
    placing.lock = form_integer(action->form, "lock") == 1;
    add_chosen_places(&placing);
    if (ticking && is_act(action, "put"))
        add_ticked(&placing, form_integer(action->form, "to"));
    if (ticking && is_act(action, "clear"))
        add_ticked(&placing, 0);
    size_t done;
    bool stale = false;
    outcome = placing_carry_out(&placing, &done);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (ticking && (is_act(action, "lock") || is_act(action, "unlock")))
        done += lock_ticked(action, is_act(action, "lock"), &stale);
    if (stale)
        return OUTCOME_REFUSED;
    if (done == 0)
        return action_invalid(action, NULL, "error.nothing_changed");
    action_step(action, "touch");
    return action_back(action, "board_saved",
                       arena_printf(action->arena, "/activities/%" PRId64 "/board",
                                    action_id(action, "activity")));
}

/* How an action on one student's place begins; *registration stays theirs while steps use :registration. */
static enum outcome take(struct action *action, int64_t *registration)
{
    const struct row *row = action_row(action, "belongs");
    if (!row)
        return OUTCOME_MISSING;
    *registration = action_id(action, "registration");
    action_set(action, "activity", row_integer(row, "activity"));
    return allocation_lock_plan(action, NULL);
}

/* Those who go with a student are put where they are. */
static void add_companions(struct placing *placing, int64_t unit)
{
    size_t count;
    const struct row *const *rows = action_rows(placing->action, "followers", &count);
    for (size_t i = 0; i < count; i++)
        placing_add(placing, row_integer(rows[i], "id"), unit, row_integer(rows[i], "version"));
}

enum outcome allocation_place(struct action *action)
{
    int64_t registration;
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!form_has(action->form, "at"))
        return action_invalid(action, "at", "error.required");
    struct placing placing = placing_of(action, "at", false, BOARD_ROWS);
    placing.lock = form_integer(action->form, "lock") == 1;
    int64_t unit = form_integer(action->form, "at");
    placing_add(&placing, registration, unit, form_integer(action->form, "row_version"));
    if (form_integer(action->form, "together") == 1)
        add_companions(&placing, unit);
    size_t moved;
    outcome = placing_carry_out(&placing, &moved);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (moved == 0)
        return action_invalid(action, "at", "error.nothing_changed");
    action_step(action, "touch");
    return action_go(action, unit ? "student_placed" : "student_cleared",
                     "/activities/%" PRId64 "/board", action_id(action, "activity"));
}

enum outcome allocation_swap(struct action *action)
{
    int64_t registration, other = form_integer(action->form, "with");
    enum outcome outcome = take(action, &registration);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_set_text(action, "students",
                    arena_printf(action->arena, "[%" PRId64 ",%" PRId64 "]", registration, other));
    size_t count;
    const struct row *const *rows = action_rows(action, "rows", &count);
    if (count != 2 || other == registration)
        return action_invalid(action, "with", "error.required");
    int64_t units[2] = {row_integer(rows[0], "unit"), row_integer(rows[1], "unit")};
    for (int i = 0; i < 2; i++)
        if (units[i] != form_each_of(action->form, "was", row_integer(rows[i], "id"), 0))
            return action_refuse(action, "with", "error.seat_changed");
    if (!units[0] || !units[1] || units[0] == units[1])
        return action_refuse(action, "with", "error.swap_needs_two");
    struct placing placing = placing_of(action, "with", false, 2);
    placing.lock = form_integer(action->form, "lock") == 1;
    for (int i = 0; i < 2; i++)
        placing_add(&placing, row_integer(rows[i], "id"), units[1 - i],
                    row_integer(rows[i], "version"));
    size_t moved;
    outcome = placing_carry_out(&placing, &moved);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "touch");
    return action_go(action, "students_swapped", "/activities/%" PRId64 "/board",
                     action_id(action, "activity"));
}
