/* Who sits an exam: candidates come and go, each with a code that nothing can be read from. */
#include "../base/buffer.h"
#include "../base/exam_code.h"
#include "../base/log.h"
#include "exams.h"
#include "ids.h"

enum { LIST_MAXIMUM = 1 << 21 }; /* bytes of :people and :coded */

static const struct row *const *rows(struct action *action, struct parameters *parameters,
                                     const char *step, size_t *count)
{
    return action_run(action, "events/candidates", step, parameters, count);
}

static void run(struct action *action, struct parameters *parameters, const char *step)
{
    size_t none;
    rows(action, parameters, step, &none);
}

/* The parameter as what is in the buffer, which ends. */
static void set_list(struct action *action, struct parameters *parameters, const char *name,
                     struct buffer *list)
{
    buffer_char(list, ']');
    if (list->full) {
        log_line(LOG_ERROR, "too_many_candidates", NULL);
        action->result = DATA_ERROR;
    } else
        parameters_text(parameters, name, arena_text(action->arena, list->bytes));
    buffer_free(list);
}

/* :people becomes those the step names; how many, and how many of them have no code yet. */
static int64_t choose(struct action *action, struct parameters *parameters, const char *step,
                      size_t *uncoded)
{
    size_t count;
    const struct row *const *found = rows(action, parameters, step, &count);
    for (size_t i = 0; uncoded && i < count; i++)
        *uncoded += row_flag(found[i], "uncoded");
    parameters_text(parameters, "people", ids_of_rows(action, found, count, "person"));
    return (int64_t)count;
}

static struct exam_codes *codes_of(struct action *action, struct parameters *parameters,
                                   const struct row *session)
{
    size_t count;
    struct exam_codes *codes =
        exam_codes_new(text_equal(row_text(session, "code_format"), "letters") ? EXAM_CODE_LETTERS
                                                                               : EXAM_CODE_NUMBERED,
                       row_text(session, "code_prefix"), NULL, NULL);
    const struct row *const *found = rows(action, parameters, "codes", &count);
    for (size_t i = 0; i < count; i++)
        exam_codes_taken(codes, row_text(found[i], "code"));
    return codes;
}

/* :coded becomes [candidate, code] of each who has none. */
static void draw(struct action *action, struct parameters *parameters, struct exam_codes *codes)
{
    size_t count;
    char code[EXAM_CODE_SIZE];
    struct buffer list;
    const struct row *const *found = rows(action, parameters, "uncoded", &count);
    buffer_init(&list, LIST_MAXIMUM);
    buffer_char(&list, '[');
    for (size_t i = 0; i < count && exam_codes_draw(codes, code); i++)
        /* A prefix is letters, digits and dashes: nothing to escape. */
        buffer_printf(&list, "%s[%" PRId64 ",\"%s\"]", i ? "," : "", row_integer(found[i], "id"),
                      code);
    set_list(action, parameters, "coded", &list);
}

static int64_t refuse(const char **error, const char *label)
{
    if (error)
        *error = label;
    return EXAMS_REFUSED;
}

/* The parameters of all steps, and the session's row; NULL when grading is confirmed or after a failure. */
static const struct row *begin(struct action *action, struct parameters *parameters,
                               int64_t session, const char *people)
{
    size_t count;
    parameters_integer(parameters, "session", session);
    parameters_text(parameters, "people", people);
    parameters_text(parameters, "request", action->request_id);
    if (action->viewer > 0)
        parameters_integer(parameters, "viewer", action->viewer);
    else
        parameters_null(parameters, "viewer");
    const struct row *const *found = rows(action, parameters, "session", &count);
    return count == 1 && !row_flag(found[0], "graded") ? found[0] : NULL;
}

int64_t exams_enrol(struct action *action, int64_t session, const char *people, bool by_self,
                    const char **error)
{
    static const char *const steps[] = {"code", "identity", "papers", "void", "events"};
    struct parameters parameters = {.arena = action->arena};
    const struct row *row = begin(action, &parameters, session, people);
    if (!row)
        return refuse(error, "error.exam_graded");
    struct exam_codes *codes = codes_of(action, &parameters, row);
    parameters_integer(&parameters, "by_self", by_self);
    size_t uncoded = 0;
    int64_t count = choose(action, &parameters, "enrollable", &uncoded);
    if (uncoded > exam_codes_left(codes)) {
        count = refuse(error, "error.exam_codes_used_up");
    } else if (count > 0) {
        run(action, &parameters, "insert");
        run(action, &parameters, "resume");
        run(action, &parameters, "move");
        draw(action, &parameters, codes);
    }
    exam_codes_free(codes);
    for (size_t i = 0; count > 0 && i < sizeof steps / sizeof *steps; i++)
        run(action, &parameters, steps[i]);
    return count;
}

int64_t exams_withdraw(struct action *action, int64_t session, const char *people,
                       const char **error)
{
    struct parameters parameters = {.arena = action->arena};
    if (!begin(action, &parameters, session, people))
        return refuse(error, "error.exam_graded");
    int64_t count = choose(action, &parameters, "withdrawable", NULL);
    if (count > 0) {
        run(action, &parameters, "withdraw");
        run(action, &parameters, "void");
        run(action, &parameters, "events");
    }
    return count;
}

/* The event that exams_enrol or exams_withdraw wrote of one candidate becomes the action's own: what is told is told of it. */
static void take_event(struct action *action, int64_t candidate)
{
    struct parameters parameters = {.arena = action->arena};
    size_t count;
    parameters_integer(&parameters, "candidate", candidate);
    const struct row *const *found = rows(action, &parameters, "event", &count);
    action->event = count == 1 ? row_integer(found[0], "id") : 0;
    action->event_thing = "candidate";
    action->event_thing_id = candidate;
}

/* "[17]" */
static const char *alone(struct action *action, int64_t person)
{
    return arena_printf(action->arena, "[%" PRId64 "]", person);
}

/* Why a student may not come or go by themselves, in words; NULL: they may. */
static const char *shut_label(const char *shut)
{
    static const struct {
        const char *shut, *label;
    } labels[] = {
        {"cancelled", "error.exam_cancelled"}, {"planner", "error.exam_by_planner"},
        {"begun", "error.exam_begun"},         {"coming", "error.exam_not_open"},
        {"closed", "error.exam_closed"},
    };
    for (size_t i = 0; shut && i < sizeof labels / sizeof *labels; i++)
        if (text_equal(labels[i].shut, shut))
            return labels[i].label;
    return NULL;
}

enum outcome exams_register(struct action *action)
{
    const char *error = NULL;
    int64_t session = action_id(action, "exam_session");
    const struct row *locked = action_row(action, "lock");
    if (!locked)
        return OUTCOME_MISSING;
    if (!action_version(action, locked))
        return OUTCOME_STALE;
    const struct row *row = action_row(action, "shut");
    const char *shut = row ? shut_label(row_text(row, "shut")) : NULL;
    if (shut)
        return action_refuse(action, NULL, shut);
    int64_t count = exams_enrol(action, session, alone(action, action->viewer), true, &error);
    if (count <= 0)
        return action_refuse(action, NULL, count < 0 ? error : "error.exam_registered_already");
    const struct row *candidate = action_row(action, "candidate");
    if (!candidate)
        return OUTCOME_MISSING;
    take_event(action, row_integer(candidate, "id"));
    action_receipt(action, "exam.registered");
    return action_go(action, "exam_registered", "/candidates/%" PRId64,
                     row_integer(candidate, "id"));
}

static int64_t registered(struct action *action)
{
    const struct row *row = action_row(action, "registered");
    return row ? row_integer(row, "registered") : 0;
}

enum outcome exams_candidates_new(struct action *action)
{
    const char *error = NULL;
    int64_t session = action_id(action, "exam_session");
    size_t chosen = form_each_count(action->form, "people");
    const struct row *locked = action_row(action, "lock");
    if (!locked)
        return OUTCOME_MISSING;
    if (!text_equal(row_text(locked, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_cancelled");
    if (chosen == 0)
        return action_invalid(action, "people", "error.nobody_chosen");
    int64_t before = registered(action);
    int64_t count = exams_enrol(action, session, ids_of_field(action, "people"), false, &error);
    if (count < 0)
        return action_refuse(action, NULL, error);
    if ((size_t)count != chosen)
        return action_invalid(action, "people", "error.not_candidates");
    action_event(action, "exam_session.candidates_added", "exam_session", session);
    action_change_integer(action, "candidates", NULL, before, before + count);
    action_notify(action, "exam.added");
    return action_go(action, "candidates_added", "/exam-sessions/%" PRId64 "/candidates", session);
}

/* The candidate's row, its session's row locked before it. OUTCOME_DONE: it stands as the form knew it. */
static enum outcome take(struct action *action, const struct row **session,
                         const struct row **candidate)
{
    *session = action_row(action, "lock_session");
    *candidate = *session ? action_row(action, "lock") : NULL;
    if (!*candidate)
        return OUTCOME_MISSING;
    if (!action_version(action, *candidate))
        return OUTCOME_STALE;
    if (row_flag(*session, "cancelled"))
        return action_refuse(action, NULL, "error.exam_cancelled");
    if (!text_equal(row_text(*candidate, "_state"), "registered"))
        return action_refuse(action, NULL, "error.exam_withdrawn_already");
    return OUTCOME_DONE;
}

static bool plans(struct action *action)
{
    const struct row *row = action_row(action, "plans");
    return row && row_flag(row, "plans");
}

enum outcome exams_candidate_withdraw(struct action *action)
{
    const struct row *session, *candidate;
    const char *error = NULL;
    int64_t id = action_id(action, "candidate");
    enum outcome outcome = take(action, &session, &candidate);
    if (outcome != OUTCOME_DONE)
        return outcome;
    bool planner = plans(action);
    const char *shut = planner ? NULL : shut_label(row_text(session, "shut"));
    if (shut)
        return action_refuse(action, NULL, shut);
    if (!planner && row_flag(candidate, "_handed_in"))
        return action_refuse(action, NULL, "error.exam_handed_in");
    if (row_flag(candidate, "_resulted"))
        return action_refuse(action, NULL, "error.exam_resulted");
    if (exams_withdraw(action, row_integer(candidate, "_session"),
                       alone(action, row_integer(candidate, "_person")), &error) < 0)
        return action_refuse(action, NULL, error);
    take_event(action, id);
    action_receipt(action, "exam.withdrawn");
    if (row_flag(candidate, "_self"))
        return action_go(action, "exam_withdrawn", "/my-exams");
    return action_go(action, "candidate_withdrawn", "/exam-sessions/%" PRId64 "/candidates",
                     row_integer(candidate, "_session"));
}

enum outcome exams_candidate_accommodation(struct action *action)
{
    const struct row *session, *candidate;
    enum outcome outcome = take(action, &session, &candidate);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (row_flag(candidate, "_graded"))
        return action_refuse(action, NULL, "error.exam_graded");
    const struct row *before = action_row(action, "before");
    action_step(action, "update");
    action_event(action, "candidate.accommodation_changed", "candidate",
                 action_id(action, "candidate"));
    if (before)
        action_changes(action, before);
    if (action->event_changes > 0)
        action_notify(action, "exam.accommodated");
    return action_go(action, "candidate_accommodated", "/candidates/%" PRId64,
                     action_id(action, "candidate"));
}
