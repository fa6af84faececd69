/* An exam session from its first details to its end: new, changed, copied, sat again, discarded, cancelled; who attests it. */
#include "../base/workday.h"
#include "exams.h"
#include "record.h"

#include <string.h>

enum outcome exams_take_session(struct action *action, const struct row **session)
{
    *session = action_row(action, "lock");
    if (!*session)
        return OUTCOME_MISSING;
    if (!action_version(action, *session))
        return OUTCOME_STALE;
    if (text_equal(row_text(*session, "state"), "cancelled"))
        return action_refuse(action, NULL, "error.session_cancelled");
    return OUTCOME_DONE;
}

bool exams_is_draft(const struct row *session)
{
    return text_equal(row_text(session, "state"), "draft");
}

enum outcome exams_go(struct action *action, const char *flash, const char *page)
{
    return action_go(action, flash, "/exam-sessions/%" PRId64 "%s",
                     action_id(action, "exam_session"), page);
}

enum outcome exams_go_step(struct action *action, const char *flash)
{
    return exams_go(action, flash,
                    arena_printf(action->arena, "/%s", form_text(action->form, "go")));
}

/* The earlier of: so many working days after the session's end, so many days before its first re-sit; but no day before its
 * end. NULL when neither is known. */
static const char *due_by(struct action *action, const struct row *days)
{
    struct date ends, due, resit;
    enum country country;
    char text[DATE_TEXT];
    const char *end = row_text(days, "ends_on"), *before = row_text(days, "before_resit");
    if (!end || !date_parse_iso(end, &ends) || !country_parse(row_text(days, "country"), &country))
        return before;
    due = workday_add(ends, (int)row_integer(days, "results_days"), country);
    if (before && date_parse_iso(before, &resit) && date_compare(resit, due) < 0)
        due = date_compare(resit, ends) < 0 ? ends : resit;
    date_iso(text, due);
    return arena_text(action->arena, text);
}

/* Sets it; false when it is as it was. */
static bool set_due(struct action *action, int64_t session, const char **was, const char **is)
{
    size_t count;
    struct parameters parameters = {.arena = action->arena};
    parameters_integer(&parameters, "session", session);
    const struct row *const *days =
        action_run(action, "events/exam_session", "due", &parameters, &count);
    if (count == 0)
        return false;
    *was = row_text(days[0], "results_due");
    *is = due_by(action, days[0]);
    if (*was == *is || (*was && *is && text_equal(*was, *is)))
        return false;
    parameters_text(&parameters, "due", *is);
    action_run(action, "events/exam_session", "set_due", &parameters, &count);
    return true;
}

void exams_due(struct action *action, int64_t session)
{
    const char *was, *is;
    if (set_due(action, session, &was, &is))
        action_change(action, "results_due", NULL, was, is);
}

void exams_due_of(struct action *action, int64_t session)
{
    const char *was, *is;
    if (session == 0 || !set_due(action, session, &was, &is))
        return;
    action_event(action, "exam_session.due_changed", "exam_session", session);
    action_change(action, "results_due", NULL, was, is);
}

enum outcome exams_session_new(struct action *action)
{
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_step(action, "insert");
    int64_t session = action_inserted(action);
    action_set(action, "exam_session", session);
    action_event(action, "exam_session.created", "exam_session", session);
    action_change(action, "name", NULL, NULL, form_text(action->form, "name"));
    return exams_go(action, "exam_saved", "/instances");
}

/* What candidates are told of. */
static bool concerns_candidates(const struct row *before, const struct row *after)
{
    static const char *const columns[] = {"name",      "name_en", "date_mode", "starts_on",
                                          "starts_at", "ends_on", "ends_at",   "place"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const char *was = row_text(before, columns[i]), *is = row_text(after, columns[i]);
        if (!text_equal(was, is))
            return true;
    }
    return false;
}

/* From now on nobody registers: all who read its instances sit. How many came so; -1 when they cannot (the form says why). */
static int64_t open_to_all(struct action *action, const struct row *session)
{
    const char *error = NULL;
    bool opens = row_flag(session, "registration") && !form_integer(action->form, "registration") &&
                 !row_text(session, "resit_of") && !text_equal(row_text(session, "stage"), "held");
    int64_t added =
        opens ? exams_enrol(action, action_id(action, "exam_session"), NULL, false, &error) : 0;
    if (added == EXAMS_REFUSED)
        form_error(action->form, "registration", -1, error);
    return added;
}

enum outcome exams_session_details(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!record_check(action))
        return OUTCOME_INVALID;
    const struct row *before = action_row(action, "shown");
    action_step(action, "update");
    int64_t id = action_id(action, "exam_session"),
            added = exams_is_draft(session) ? 0 : open_to_all(action, session);
    if (added == EXAMS_REFUSED)
        return OUTCOME_REFUSED;
    action_event(action, "exam_session.changed", "exam_session", id);
    const struct row *after = action_row(action, "shown");
    record_changes(action, before, after);
    if (exams_is_draft(session) && form_has(action->form, "go"))
        return exams_go_step(action, "exam_saved");
    if (exams_is_draft(session))
        return exams_go(action, "exam_saved", "/instances");
    exams_due(action, id);
    if (before && after && concerns_candidates(before, after))
        action_notify(action, "exam.changed");
    if (added > 0)
        action_notify(action, "exam.added");
    exams_due_of(action, row_integer(session, "resit_of"));
    return exams_go(action, "exam_changed", "");
}

/* A draft after the session's example; its number, 0 when something typed is wrong. */
static int64_t copy(struct action *action, bool resit)
{
    action_set(action, "resit", resit);
    if (!record_check(action))
        return 0;
    action_step(action, "insert");
    int64_t draft = action_inserted(action);
    action_set(action, "copy", draft);
    return draft;
}

/* Its event, and on to its details. */
static enum outcome copied(struct action *action, const char *kind, int64_t draft)
{
    action_step(action, "examiners");
    action_event(action, kind, "exam_session", draft);
    action_change(action, "name", NULL, NULL, form_text(action->form, "name"));
    action_set(action, "exam_session", draft);
    return exams_go(action, "exam_copied", "/details");
}

enum outcome exams_session_copy(struct action *action)
{
    if (!action_row(action, "source"))
        return OUTCOME_MISSING;
    int64_t draft = copy(action, false);
    if (draft == 0)
        return OUTCOME_INVALID;
    if (form_integer(action->form, "copy_instances"))
        action_step(action, "instances");
    return copied(action, "exam_session.copied", draft);
}

enum outcome exams_session_resit(struct action *action)
{
    const struct row *source = action_row(action, "source");
    if (!source)
        return OUTCOME_MISSING;
    if (!text_equal(row_text(source, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.session_not_confirmed");
    if (row_text(source, "resit_of"))
        return action_refuse(action, NULL, "error.exam_resit_of_resit");
    int64_t draft = copy(action, true);
    if (draft == 0)
        return OUTCOME_INVALID;
    action_step(action, "instances");
    return copied(action, "exam_session.resit_made", draft);
}

enum outcome exams_session_discard(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!exams_is_draft(session))
        return action_refuse(action, NULL, "error.session_confirmed");
    /* before the row goes: the event finds its institution there */
    action_event(action, "exam_session.discarded", "exam_session",
                 action_id(action, "exam_session"));
    action_change(action, "name", NULL, row_text(session, "name"), NULL);
    action_step(action, "delete_instances");
    action_step(action, "delete_examiners");
    action_step(action, "delete");
    return action_go(action, "exam_discarded", "/exam-sessions");
}

enum outcome exams_session_cancel(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (exams_is_draft(session))
        return action_refuse(action, NULL, "error.session_not_confirmed");
    if (action_row(action, "graded") || action_row(action, "results"))
        return action_refuse(action, NULL, "error.exam_has_results");
    action_step(action, "cancel");
    action_event(action, "exam_session.cancelled", "exam_session",
                 action_id(action, "exam_session"));
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    action_notify(action, "exam.cancelled");
    exams_due_of(action, row_integer(session, "resit_of"));
    return exams_go(action, "session_cancelled", "");
}

enum outcome exams_session_examiners(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t count, known = 0;
    const struct row *const *offered = action_rows(action, "offered", &count);
    for (size_t i = 0; i < count; i++)
        known += form_each_has(action->form, "examiners", row_integer(offered[i], "id"));
    if (known != form_each_count(action->form, "examiners"))
        return action_invalid(action, "examiners", "error.not_among");
    if (known == 0 && action_row(action, "waiting"))
        return action_invalid(action, "examiners", "error.examiner_needed");
    action_step(action, "touch");
    action_event(action, "exam_session.examiners_changed", "exam_session",
                 action_id(action, "exam_session"));
    for (size_t i = 0; i < count; i++) {
        bool was = row_flag(offered[i], "attests"),
             is = form_each_has(action->form, "examiners", row_integer(offered[i], "id"));
        if (was == is)
            continue;
        const char *name = row_text(offered[i], "real_name");
        action_set(action, "person", row_integer(offered[i], "id"));
        action_step(action, is ? "insert" : "delete");
        action_change(action, "examiner", NULL, was ? name : NULL, is ? name : NULL);
    }
    return exams_go(action, "exam_examiners_changed", "");
}
