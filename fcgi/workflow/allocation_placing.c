#include "allocation_placing.h"

#include "ids.h"

struct placing placing_of(struct action *action, const char *field, bool each, size_t room)
{
    return (struct placing){.action = action,
                            .field = field,
                            .each = each,
                            .seats = arena_zero(action->arena, room * sizeof(struct seat)),
                            .room = room};
}

static struct seat *seat_of(const struct placing *placing, int64_t registration)
{
    for (size_t i = 0; i < placing->count; i++)
        if (placing->seats[i].registration == registration)
            return &placing->seats[i];
    return NULL;
}

void placing_add(struct placing *placing, int64_t registration, int64_t unit, int64_t version)
{
    struct seat *seat = seat_of(placing, registration);
    if (!seat && placing->count < placing->room)
        seat = &placing->seats[placing->count++];
    if (seat)
        *seat = (struct seat){registration, unit, version};
}

static const char *list_of(const struct placing *placing, bool units)
{
    struct ids ids = ids_begin(placing->action);
    for (size_t i = 0; i < placing->count; i++)
        ids_add(&ids, units ? placing->seats[i].unit : placing->seats[i].registration);
    return ids_end(&ids);
}

const char *placing_students(const struct placing *placing)
{
    return list_of(placing, false);
}

static void complain(const struct placing *placing, int64_t registration, const char *label)
{
    form_error(placing->action->form, placing->field, placing->each ? registration : -1, label);
}

static const struct row *row_of(const struct row *const *rows, size_t count, int64_t registration)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(rows[i], "id") == registration)
            return rows[i];
    return NULL;
}

/* Keeps the seats that are another place than the student has; of the others none is written. What is no longer as it was
 * seen is told: REFUSED. */
static enum outcome keep_changes(struct placing *placing, const struct row *const *rows,
                                 size_t count)
{
    enum outcome outcome = OUTCOME_DONE;
    size_t kept = 0;
    for (size_t i = 0; i < placing->count; i++) {
        struct seat seat = placing->seats[i];
        const struct row *row = row_of(rows, count, seat.registration);
        if (!row || !row_flag(row, "registered")) {
            complain(placing, seat.registration, "error.not_registered");
            outcome = OUTCOME_REFUSED;
        } else if (row_integer(row, "unit") == seat.unit) {
            continue;
        } else if (row_integer(row, "version") != seat.version) {
            complain(placing, seat.registration, "error.seat_changed");
            outcome = OUTCOME_REFUSED;
        }
        placing->seats[kept++] = seat;
    }
    placing->count = kept;
    return outcome;
}

/* The first obstacle of each seat is told beside it. */
static bool unhindered(struct placing *placing)
{
    size_t count;
    const struct row *const *obstacles = action_rows(placing->action, "obstacles", &count);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        int64_t registration = row_integer(obstacles[i], "registration");
        const struct seat *seat = seat_of(placing, registration);
        if (!seat || !seat->unit)
            continue;
        complain(placing, registration,
                 arena_printf(placing->action->arena, "obstacle.%s",
                              row_text(obstacles[i], "obstacle")));
        good = false;
    }
    return good;
}

static void write_seat(struct placing *placing, const struct seat *seat, const struct row *row)
{
    struct action *action = placing->action;
    const struct row *words = NULL;
    bool locked = placing->lock && seat->unit;
    action_set(action, "registration", seat->registration);
    action_set(action, "locked", locked ? 1 : 0);
    if (seat->unit) {
        action_set(action, "unit", seat->unit);
        words = action_row(action, "words");
    } else {
        action_set_null(action, "unit");
    }
    action_step(action, "place");
    action_event(action, seat->unit ? "allocation.placed" : "allocation.cleared", "registration",
                 seat->registration);
    action_change(action, "unit", NULL, row_text(row, "place"),
                  words ? row_text(words, "place") : NULL);
    action_change_integer(action, "locked", NULL, row_flag(row, "locked"), locked);
}

static int64_t seats_at(const struct placing *placing, int64_t unit)
{
    int64_t count = 0;
    for (size_t i = 0; i < placing->count; i++)
        count += placing->seats[i].unit == unit;
    return count;
}

/* More students than places: told beside those who were put there now, of whom there may be room for some. */
static bool places_suffice(struct placing *placing)
{
    size_t count;
    const struct row *const *full = action_rows(placing->action, "full", &count);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        int64_t unit = row_integer(full[i], "unit");
        bool some = row_integer(full[i], "too_many") < seats_at(placing, unit);
        for (size_t j = 0; j < placing->count; j++)
            if (placing->seats[j].unit == unit) {
                complain(placing, placing->seats[j].registration,
                         some ? "error.room_for_some" : "obstacle.full");
                good = false;
            }
    }
    return good;
}

enum outcome placing_carry_out(struct placing *placing, size_t *moved)
{
    struct action *action = placing->action;
    size_t count;
    *moved = 0;
    if (placing->count == 0)
        return OUTCOME_DONE;
    action_set_text(action, "students", list_of(placing, false));
    const struct row *const *rows = action_rows(action, "rows", &count);
    enum outcome outcome = keep_changes(placing, rows, count);
    if (outcome != OUTCOME_DONE || placing->count == 0)
        return outcome;
    action_set_text(action, "students", list_of(placing, false));
    action_set_text(action, "units", list_of(placing, true));
    if (!unhindered(placing))
        return OUTCOME_INVALID;
    for (size_t i = 0; i < placing->count; i++)
        write_seat(placing, &placing->seats[i],
                   row_of(rows, count, placing->seats[i].registration));
    if (!places_suffice(placing))
        return OUTCOME_INVALID;
    *moved = placing->count;
    return OUTCOME_DONE;
}
