/* Who sits an exam, and what came of it, as a partner sends it: as a planner's pages would have it. */
#include "exams.h"
#include "ids.h"
#include "inbound.h"
#include "results.h"

static int64_t registered(struct action *action)
{
    const struct row *row = action_row(action, "registered");
    return row ? row_integer(row, "registered") : 0;
}

/* Rows of one session and one deed: all of them, or somebody has changed something meanwhile. */
static int64_t come_or_go(struct action *action, const struct row *const *rows, size_t count)
{
    int64_t session = action_id(action, "exam_session");
    const char *people = ids_of_rows(action, rows, count, "person");
    bool in = text_equal(row_text(rows[0], "deed"), "enrol");
    const char *error = NULL;
    int64_t done = in ? exams_enrol(action, session, people, false, &error)
                      : exams_withdraw(action, session, people, &error);
    if (done == EXAMS_REFUSED)
        inbound_fault(action->inbound, (size_t)row_integer(rows[0], "number"), "exam-session",
                      text_equal(error, "error.exam_graded") ? "session_graded" : "codes_used_up");
    else if (done != (int64_t)count && action->result == DATA_OK)
        action->result = DATA_RETRY;
    return done > 0 ? done : 0;
}

/* Rows of one session. */
static void in_session(struct action *action, const struct row *const *rows, size_t count)
{
    int64_t session = row_integer(rows[0], "exam_session"), added = 0, gone = 0;
    inbound_use(action, "exams/candidates_new");
    action_set(action, "exam_session", session);
    int64_t before = registered(action);
    for (size_t first = 0, end; first < count && action->result == DATA_OK; first = end) {
        end = inbound_run(action, rows, count, first, "exam_session");
        if (text_equal(row_text(rows[first], "deed"), "enrol"))
            added += come_or_go(action, rows + first, end - first);
        else if (text_equal(row_text(rows[first], "deed"), "withdraw"))
            gone += come_or_go(action, rows + first, end - first);
    }
    if (added + gone == 0)
        return;
    action_event(action, "exam_session.received", "exam_session", session);
    action_change_integer(action, "candidates", NULL, before, registered(action));
    if (added > 0)
        action_notify(action, "exam.added");
    if (gone > 0)
        action_notify(action, "exam.withdrawn");
}

/* The end of those that follow rows[first] in the same place. */
static size_t place_end(const struct row *const *rows, size_t count, size_t first,
                        const char *place)
{
    size_t end = first;
    while (end < count && text_equal(row_text(rows[end], place), row_text(rows[first], place)))
        end++;
    return end;
}

enum outcome inbound_exam_registrations(struct action *action)
{
    size_t count, none;
    action_set_text(action, "request", action->request_id);
    action_rows(action, "lock_sessions", &none);
    const struct row *const *rows = inbound_rows(action, &count);
    if (!rows)
        return OUTCOME_INVALID;
    for (size_t first = 0, end; first < count; first = end) {
        end = place_end(rows, count, first, "exam_session");
        in_session(action, rows + first, end - first);
    }
    return action->inbound->fault_count ? OUTCOME_INVALID : OUTCOME_DONE;
}

/* Rows of one session, or of one activity. */
static void results_of(struct action *action, const struct row *const *rows, size_t count)
{
    struct result_typed *typed = arena_zero(action->arena, (count + 1) * sizeof *typed);
    size_t changed = 0;
    for (size_t i = 0; i < count; i++) {
        const struct row *row = rows[i];
        size_t number = (size_t)row_integer(row, "number");
        if (text_equal(row_text(row, "deed"), "same") || number > action->inbound->count)
            continue;
        action->inbound->outcomes[number - 1] = row_flag(row, "new") ? 'm' : 'c';
        typed[changed++] =
            (struct result_typed){row_integer(row, "subject"),  row_integer(row, "seen"),
                                  row_text(row, "points"),      row_text(row, "grade"),
                                  row_text(row, "examined_on"), row_text(row, "old_points"),
                                  row_text(row, "old_grade"),   row_text(row, "old_examined_on")};
    }
    results_save(action, typed, changed);
}

enum outcome inbound_results(struct action *action)
{
    size_t count, none;
    action_set_text(action, "request", action->request_id);
    action_rows(action, "lock_sessions", &none);
    action_rows(action, "lock_plans", &none);
    const struct row *const *rows = inbound_rows(action, &count);
    if (!rows)
        return OUTCOME_INVALID;
    for (size_t first = 0, end; first < count; first = end) {
        bool session = row_text(rows[first], "exam_session") != NULL;
        const char *place = session ? "exam_session" : "activity";
        end = place_end(rows, count, first, place);
        inbound_use(action, session ? "results/session" : "results/activity");
        action_set(action, place, row_integer(rows[first], place));
        results_of(action, rows + first, end - first);
    }
    return OUTCOME_DONE;
}
