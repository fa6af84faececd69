/* A student's wishes: ranked by themselves inside the window, by the institution for them. */
#include "ordering.h"

enum { RANKS = 20 }; /* allocation_plan.wishes_most is no more */

/* The units wished for, the best first and without holes. */
struct ranking {
    int64_t units[RANKS];
    size_t count;
};

static struct ranking typed_ranking(const struct form_values *form)
{
    struct ranking ranking = {.count = 0};
    for (int64_t rank = 1; rank <= RANKS; rank++)
        for (size_t i = 0; i < form_each_count(form, "wish"); i++)
            if (form_each_key(form, "wish", i) == rank && form_each_integer(form, "wish", i) > 0)
                ranking.units[ranking.count++] = form_each_integer(form, "wish", i);
    return ranking;
}

static bool ranked(const struct ranking *ranking, int64_t unit)
{
    for (size_t i = 0; i < ranking->count; i++)
        if (ranking->units[i] == unit)
            return true;
    return false;
}

static void drop(struct ranking *ranking, size_t place)
{
    for (size_t i = place; i + 1 < ranking->count; i++)
        ranking->units[i] = ranking->units[i + 1];
    ranking->count--;
}

static void swap(struct ranking *ranking, size_t place)
{
    int64_t unit = ranking->units[place];
    ranking->units[place] = ranking->units[place + 1];
    ranking->units[place + 1] = unit;
}

/* What is typed at rank n stands at place `place` of the ranking, where holes are closed; false when nothing is there. */
static bool place_of(const struct form_values *form, int64_t rank, size_t *place)
{
    bool there = false;
    *place = 0;
    for (size_t i = 0; i < form_each_count(form, "wish"); i++) {
        if (form_each_integer(form, "wish", i) <= 0)
            continue;
        *place += form_each_key(form, "wish", i) < rank;
        there = there || form_each_key(form, "wish", i) == rank;
    }
    return there;
}

/* One of the buttons that only rearrange what is typed: the form shows it so, nothing is written. */
static enum outcome rearrange(struct action *action, int64_t most)
{
    struct form_values *form = action->form;
    struct ranking ranking = typed_ranking(form);
    int64_t add = form_integer(form, "add");
    size_t place;
    if (place_of(form, form_integer(form, "up"), &place) && place > 0)
        swap(&ranking, place - 1);
    if (place_of(form, form_integer(form, "down"), &place) && place + 1 < ranking.count)
        swap(&ranking, place);
    if (place_of(form, form_integer(form, "drop"), &place))
        drop(&ranking, place);
    if (add > 0 && !ranked(&ranking, add)) {
        if (ranking.count >= RANKS || (int64_t)ranking.count >= most)
            return action_invalid(action, NULL, "error.wishes_full");
        ranking.units[ranking.count++] = add;
    }
    for (size_t i = 0; i < RANKS; i++) {
        const char *unit =
            i < ranking.count ? arena_printf(action->arena, "%" PRId64, ranking.units[i]) : NULL;
        form_prefill_each(form, "wish", (int64_t)i + 1, unit);
    }
    return OUTCOME_AGAIN;
}

static bool rearranges(const struct form_values *form)
{
    return form_has(form, "add") || form_has(form, "up") || form_has(form, "down") ||
           form_has(form, "drop");
}

static const struct row *find_unit(const struct row *const *units, size_t count, int64_t unit)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(units[i], "unit") == unit)
            return units[i];
    return NULL;
}

/* Whether an earlier rank has the same unit. */
static bool again(const struct form_values *form, size_t entry)
{
    for (size_t i = 0; i < form_each_count(form, "wish"); i++)
        if (form_each_integer(form, "wish", i) == form_each_integer(form, "wish", entry) &&
            form_each_key(form, "wish", i) < form_each_key(form, "wish", entry))
            return true;
    return false;
}

/* Each wish is another unit that is open to this student. */
static bool acceptable(struct action *action, const struct row *const *units, size_t count,
                       int64_t most)
{
    const struct form_values *form = action->form;
    for (size_t i = 0; i < form_each_count(form, "wish"); i++) {
        int64_t rank = form_each_key(form, "wish", i), wished = form_each_integer(form, "wish", i);
        if (wished <= 0)
            continue;
        const struct row *unit = find_unit(units, count, wished);
        if (rank > RANKS)
            form_error(action->form, NULL, -1, "error.wishes_full");
        else if (!unit)
            form_error(action->form, "wish", rank, "error.wish_not_open");
        else if (row_text(unit, "bars"))
            form_error(action->form, "wish", rank, "error.wish_barred");
        else if (again(form, i))
            form_error(action->form, "wish", rank, "error.wish_twice");
    }
    size_t wishes = typed_ranking(form).count;
    if (wishes == 0)
        action_invalid(action, NULL, "error.no_wishes");
    if ((int64_t)wishes > most)
        action_invalid(action, NULL, "error.wishes_full");
    return form_valid(form);
}

/* What keeps wishes from being handed in now, as an error label; NULL when nothing does. */
static const char *bars_wishing(const struct row *plan, const struct row *registration)
{
    if (!text_equal(row_text(registration, "state"), "registered"))
        return "error.registration_withdrawn";
    const char *shut = ordering_shut(plan);
    return shut ? shut : row_text(registration, "shut");
}

/* "1. Medisin, 2. Kirurgi"; NULL when there are none. */
static const char *in_words(struct action *action, const struct row *const *units, size_t count,
                            const struct ranking *ranking)
{
    const char *words = NULL;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct row *unit = find_unit(units, count, ranking->units[i]);
        words = arena_printf(action->arena, "%s%s%zu. %s", words ? words : "", words ? ", " : "",
                             i + 1, unit ? row_text(unit, "name") : "?");
    }
    return words;
}

static bool same(const struct ranking *one, const struct ranking *other)
{
    bool equal = one->count == other->count;
    for (size_t i = 0; equal && i < one->count; i++)
        equal = one->units[i] == other->units[i];
    return equal;
}

static void write_all(struct action *action, const struct ranking *ranking,
                      const struct row *const *units, size_t count)
{
    action_step(action, "clear");
    for (size_t i = 0; i < ranking->count; i++) {
        action_set(action, "number", (int64_t)i + 1);
        action_set(action, "unit", ranking->units[i]);
        action_set(action, "site", row_integer(find_unit(units, count, ranking->units[i]), "site"));
        action_step(action, "insert");
    }
    action_step(action, "hand_in");
    action_step(action, "read");
    action_step(action, "touch");
}

enum outcome allocation_wish(struct action *action)
{
    int64_t id = action_id(action, "registration");
    const struct row *found = action_row(action, "find");
    action_set(action, "activity", found ? row_integer(found, "activity") : 0);
    const struct row *plan = found ? action_row(action, "lock_plan") : NULL;
    const struct row *registration = plan ? action_row(action, "lock") : NULL;
    if (!registration)
        return OUTCOME_MISSING;
    const char *bar = bars_wishing(plan, registration);
    if (bar)
        return action_refuse(action, NULL, bar);
    int64_t most = row_integer(plan, "wishes_most");
    if (rearranges(action->form))
        return rearrange(action, most);
    if (!action_version(action, registration))
        return OUTCOME_STALE;

    size_t count = 0, before_count = 0;
    const struct row *const *units = action_rows(action, "open_units", &count);
    const struct row *const *before = action_rows(action, "before", &before_count);
    if (!acceptable(action, units, count, most))
        return OUTCOME_INVALID;
    struct ranking ranking = typed_ranking(action->form), earlier = {.count = 0};
    for (size_t i = 0; i < before_count && i < RANKS; i++)
        earlier.units[earlier.count++] = row_integer(before[i], "unit");
    if (same(&ranking, &earlier) && row_text(registration, "wishes_at"))
        return action_go(action, "wishes_as_before", "/registrations/%" PRId64 "/wishes", id);

    write_all(action, &ranking, units, count);
    action_event(action, "wishes.received", "registration", id);
    action_change(action, "wishes", NULL, in_words(action, before, before_count, &earlier),
                  in_words(action, units, count, &ranking));
    action_receipt(action, "wishes.received");
    return action_go(action, "wishes_received", "/registrations/%" PRId64 "/wishes", id);
}
