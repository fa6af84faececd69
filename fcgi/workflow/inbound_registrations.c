/* Registrations of students that a partner sends: to activities and their classes as by the page for many and the pages for one, to course
 * instances as by theirs. */
#include "allocation.h"
#include "allocation_share.h"
#include "ids.h"
#include "inbound.h"
#include "studies.h"

/* Of those who are registered already, one by one: each may free a place that others are told of. */
enum { ONE_BY_ONE = 500 };

struct tally {
    int64_t before, moved, withdrawn;
};

static bool is(const struct row *row, const char *deed)
{
    return text_equal(row_text(row, "deed"), deed);
}

static int64_t registered(struct action *action)
{
    const struct row *row = action_row(action, "before");
    return row ? row_integer(row, "registered") : 0;
}

/* New ones, and those who withdrew before, of one class. */
static void register_class(struct action *action, const struct row *const *rows, size_t count)
{
    static const char *const steps[] = {"insert", "resume", "events", "changes"};
    int64_t class = row_integer(rows[0], "class");
    inbound_use(action, "allocation/students_new");
    action_set_text(action, "people", ids_of_rows(action, rows, count, "person"));
    action_set_id(action, "class", class);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        action_step(action, steps[i]);
}

static void move(struct action *action, const struct row *row)
{
    inbound_use(action, "allocation/registration_move");
    action_set(action, "registration", row_integer(row, "registration"));
    action_set(action, "class", row_integer(row, "class"));
    const struct row *registration = action_row(action, "lock");
    const struct row *class = action_row(action, "class");
    if (registration && class)
        allocation_move(action, registration, class);
}

static void withdraw(struct action *action, const struct row *row)
{
    inbound_use(action, "allocation/registration_withdraw");
    action_set(action, "registration", row_integer(row, "registration"));
    const struct row *registration = action_row(action, "lock");
    if (registration)
        allocation_withdraw(action, registration);
}

/* Those of one deed and one class. */
static void do_deed(struct action *action, const struct row *const *rows, size_t count,
                    struct tally *tally)
{
    if (is(rows[0], "register"))
        register_class(action, rows, count);
    for (size_t i = 0; i < count && action->result == DATA_OK; i++) {
        if (is(rows[i], "move"))
            move(action, rows[i]);
        else if (is(rows[i], "withdraw"))
            withdraw(action, rows[i]);
    }
    tally->moved += is(rows[0], "move") ? (int64_t)count : 0;
    tally->withdrawn += is(rows[0], "withdraw") ? (int64_t)count : 0;
}

/* What the activity's own history says, and whom moved placements concern. */
static void tell(struct action *action, const struct tally *tally)
{
    int64_t activity = action_id(action, "activity");
    inbound_use(action, "allocation/students_new");
    action_step(action, "recount");
    action_event(action, "registrations.received", "plan", activity);
    action_change_integer(action, "registered", NULL, tally->before, registered(action));
    action_change_integer(action, "moved", NULL, 0, tally->moved);
    action_change_integer(action, "withdrawn", NULL, 0, tally->withdrawn);
    if (tally->moved > 0)
        allocation_share_days(action, activity);
}

/* Rows of one activity. */
static void in_activity(struct action *action, const struct row *const *rows, size_t count)
{
    bool anything = false;
    for (size_t i = 0; i < count; i++)
        anything = anything || !is(rows[i], "same");
    if (!anything)
        return;
    action_set(action, "activity", row_integer(rows[0], "activity"));
    inbound_use(action, "allocation/students_new");
    struct tally tally = {.before = registered(action)};
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count &&
               text_equal(row_text(rows[end], "deed"), row_text(rows[first], "deed")) &&
               row_integer(rows[end], "class") == row_integer(rows[first], "class"))
            end++;
        do_deed(action, rows + first, end - first, &tally);
    }
    tell(action, &tally);
}

/* Rows of one course instance and one deed. */
static void in_instance(struct action *action, const struct row *const *rows, size_t count)
{
    bool ended = is(rows[0], "unread");
    if (is(rows[0], "same"))
        return;
    inbound_use(action, ended ? "studies/students_end" : "studies/students_new");
    action_set(action, "instance", row_integer(rows[0], "instance"));
    studies_students_change(action, ids_of_rows(action, rows, count, "person"), ended);
}

static bool few_enough(struct action *action, const struct row *const *rows, size_t count)
{
    size_t each = 0;
    for (size_t i = 0; i < count; i++)
        each += is(rows[i], "move") || is(rows[i], "withdraw");
    if (each > ONE_BY_ONE)
        inbound_fault(action->inbound, 0, NULL, "too_many_changes");
    return each <= ONE_BY_ONE;
}

enum outcome inbound_registrations(struct action *action)
{
    size_t count, none;
    action_set_text(action, "request", action->request_id);
    action_rows(action, "lock_counts", &none);
    action_rows(action, "lock_plans", &none);
    const struct row *const *rows = inbound_rows(action, &count);
    if (!rows || !few_enough(action, rows, count))
        return OUTCOME_INVALID;
    for (size_t first = 0, end; first < count; first = end) {
        const char *place = row_text(rows[first], "activity") ? "activity" : "instance";
        const char *here = row_text(rows[first], place);
        for (end = first; end < count && text_equal(row_text(rows[end], place), here);)
            end = inbound_run(action, rows, count, end, place);
        if (text_equal(place, "activity"))
            in_activity(action, rows + first, end - first);
        for (size_t i = first, next; text_equal(place, "instance") && i < end; i = next) {
            next = inbound_run(action, rows, end, i, place);
            in_instance(action, rows + i, next - i);
        }
    }
    return OUTCOME_DONE;
}
