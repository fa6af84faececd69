/* What the examiner does: attests what is ready, sends it back with an objection, and decides anew of what is attested. Attesting and
 * deciding ask for the password again. */
#include "../base/password.h"
#include "../base/points.h"
#include "results.h"

#include <stdlib.h>
#include <string.h>

/* The password of who is signed in; else its error is in the form. */
static bool password_given(struct action *action)
{
    const struct row *account = action_row(action, "account");
    if (!account)
        return false;
    if (password_verify(row_text(account, "password_hash"), form_text(action->form, "password")))
        return true;
    form_error(action->form, "password", -1, "error.password_wrong");
    return false;
}

/* Whether the row was ticked; one that is no longer as it was shown has an error. */
static bool ticked(struct action *action, const struct row *row)
{
    int64_t key = form_key(action->form, row_text(row, "key"));
    if (form_each_of(action->form, "chosen", key, 0) != 1)
        return false;
    if (!text_equal(row_text(row, "state"), "ready") ||
        form_each_of(action->form, "seen", key, 0) != row_integer(row, "seen"))
        form_error(action->form, "chosen", key, "error.row_changed");
    else if (row_flag(row, "own"))
        form_error(action->form, "chosen", key, "error.result_own");
    return true;
}

static enum outcome attest(struct action *action, const struct results_place *place)
{
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    if (!action_row(action, "lock"))
        return OUTCOME_MISSING;
    size_t count, chosen_count = 0;
    const struct row *const *rows = action_rows(action, "rows", &count);
    bool *chosen = arena_zero(action->arena, count + 1);
    for (size_t i = 0; i < count; i++)
        chosen_count += chosen[i] = ticked(action, rows[i]);
    if (!form_valid(action->form))
        return OUTCOME_REFUSED;
    if (chosen_count < form_each_count(action->form, "chosen"))
        return action_refuse(action, NULL, "error.results_no_longer_ready");
    if (chosen_count == 0)
        return action_invalid(action, NULL, "error.none_ticked");
    if (!password_given(action))
        return OUTCOME_INVALID;
    action_set_text(action, "subjects", results_subjects(action, rows, chosen, count));
    action_step(action, "attest");
    action_step(action, "decisions");
    results_tell(action, place, "attested", "result.attested", "results.attested",
                 "result.attested", chosen_count);
    return action_go(action, "results_attested", "%s", results_page(action, place));
}

enum outcome results_session_attest(struct action *action)
{
    return attest(action, &results_session_place);
}

enum outcome results_activity_attest(struct action *action)
{
    return attest(action, &results_activity_place);
}

/* The result, locked and as the form knew it. */
static enum outcome take(struct action *action, const char *state, const char *label,
                         const struct row **result)
{
    *result = action_row(action, "lock");
    if (!*result)
        return OUTCOME_MISSING;
    if (!action_version(action, *result))
        return OUTCOME_STALE;
    if (!text_equal(row_text(*result, "state"), state))
        return action_refuse(action, NULL, label);
    return OUTCOME_DONE;
}

enum outcome results_result_return(struct action *action)
{
    const struct row *result;
    enum outcome outcome = take(action, "ready", "error.result_not_ready", &result);
    if (outcome != OUTCOME_DONE)
        return outcome;
    int64_t id = action_id(action, "result");
    action_step(action, "update");
    action_event(action, "result.returned", "result", id);
    action_change(action, "objection", NULL, NULL, form_text(action->form, "reason"));
    action_notify(action, "result.returned");
    return action_go(action, "result_returned", "/results/%" PRId64, id);
}

/* Something is decided anew, within what the exam and its scale have. */
static bool check_decision(struct action *action, const struct row *result, const struct row *grade)
{
    const char *points = form_text(action->form, "points"), *most = row_text(result, "points_most"),
               *day = form_text(action->form, "examined_on");
    const struct value *today = parameters_find(action->parameters, "today");
    if (!grade)
        action_invalid(action, "grade", "error.not_choice");
    if (*points && most && strtod(points, NULL) > strtod(most, NULL))
        action_invalid(action, "points", "error.points_above");
    if (today && strcmp(day, today->bytes) > 0)
        action_invalid(action, "examined_on", "error.date_to_come");
    if (form_integer(action->form, "grade") == row_integer(result, "grade") &&
        points_equal(points, row_text(result, "points")) &&
        text_equal(day, row_text(result, "examined_on")))
        action_invalid(action, NULL, "error.decision_same");
    return form_valid(action->form);
}

enum outcome results_result_decide(struct action *action)
{
    const struct row *result;
    enum outcome outcome = take(action, "attested", "error.result_not_attested", &result);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *grade = action_row(action, "grade");
    if (!check_decision(action, result, grade) || !password_given(action))
        return OUTCOME_INVALID;
    int64_t id = action_id(action, "result");
    const char *points = form_text(action->form, "points");
    action_step(action, "update");
    action_step(action, "decide");
    action_event(action, "result.decided", "result", id);
    action_change(action, "grade", NULL, row_text(result, "symbol"), row_text(grade, "symbol"));
    if (!points_equal(points, row_text(result, "points")))
        action_change(action, "points", NULL, row_text(result, "points"), points);
    action_change(action, "examined_on", NULL, row_text(result, "examined_on"),
                  form_text(action->form, "examined_on"));
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    action_notify(action, "result.changed");
    return action_go(action, "result_decided", "/results/%" PRId64, id);
}

void results_remind(struct action *action, int64_t session, const char *stage, const char *due)
{
    action_event(action, text_equal(stage, "late") ? "results.late" : "results.soon",
                 "exam_session", session);
    action_change(action, "results_due", NULL, NULL, due);
    action_notify(action, "results.late");
}

/* ---- what a final assessment proposes ---- */

bool results_propose(struct action *action, int64_t registration, bool passed, const char *date)
{
    struct parameters parameters = {.arena = action->arena};
    size_t count;
    parameters_integer(&parameters, "registration", registration);
    parameters_integer(&parameters, "passed", passed);
    parameters_text(&parameters, "examined_on", date);
    const struct row *const *before =
        action_run(action, "events/result", "proposed", &parameters, &count);
    if (count > 0 && !text_equal(row_text(before[0], "state"), "draft"))
        return false;
    const struct row *old = count > 0 ? before[0] : NULL;
    action_run(action, "events/result", old ? "update" : "insert", &parameters, &count);
    const struct row *const *after =
        action_run(action, "events/result", "proposed", &parameters, &count);
    if (count == 0)
        return false;
    action_event(action, "result.proposed", "result", row_integer(after[0], "id"));
    action_change(action, "grade", NULL, old ? row_text(old, "symbol") : NULL,
                  row_text(after[0], "symbol"));
    action_change(action, "examined_on", NULL, old ? row_text(old, "examined_on") : NULL, date);
    return true;
}
