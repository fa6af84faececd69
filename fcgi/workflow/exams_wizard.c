/* Whose students may sit an exam session, what it concerns for them, and its confirmation, which makes the exam. Also how
 * candidates follow who reads the instances. */
#include "../base/buffer.h"
#include "../base/fields.h"
#include "exams.h"
#include "ids.h"

enum { ADDRESS_MAXIMUM = 2000 };

/* All who read its instances sit it without being asked. */
static bool takes_all(const struct row *session)
{
    return !row_flag(session, "registration") && !row_text(session, "resit_of");
}

static const struct row *chosen_of(const struct row *const *chosen, size_t count, int64_t instance)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(chosen[i], "id") == instance)
            return chosen[i];
    return NULL;
}

/* The event of this submission, at its first change. */
static void changed(struct action *action, bool *any, const char *kind)
{
    if (*any)
        return;
    *any = true;
    action_step(action, "touch");
    action_event(action, kind, "exam_session", action_id(action, "exam_session"));
}

static const char instances_changed[] = "exam_session.instances_changed";

/* The ticked instances; false with the error in the form. */
static bool add(struct action *action, bool draft, const struct row *const *chosen, size_t count,
                bool *any)
{
    size_t ticked = form_each_count(action->form, "add");
    for (size_t i = 0; i < ticked; i++) {
        int64_t instance = form_each_key(action->form, "add", i);
        if (chosen_of(chosen, count, instance))
            continue;
        action_set(action, "instance", instance);
        const struct row *known = action_row(action, "known");
        const char *error = !known                               ? "error.instance_elsewhere"
                            : !draft && !row_text(known, "fits") ? "error.no_module_fits"
                                                                 : NULL;
        if (error) {
            form_error(action->form, "add", -1, error);
            return false;
        }
        if (draft)
            action_set_null(action, "module");
        else
            action_set(action, "module", row_integer(known, "fits"));
        action_step(action, "insert");
        changed(action, any, instances_changed);
        action_change(action, "instance", NULL, NULL, row_text(known, "code"));
    }
    return true;
}

/* The one whose button was pressed; false with the error in the form. */
static bool take_away(struct action *action, const struct row *const *chosen, size_t count,
                      bool *any)
{
    const struct row *gone = chosen_of(chosen, count, form_integer(action->form, "remove"));
    if (!gone)
        return true; /* none, or gone already */
    if (row_flag(gone, "sat")) {
        form_error(action->form, "remove", -1, "error.instance_has_candidates");
        return false;
    }
    action_set(action, "instance", row_integer(gone, "id"));
    action_step(action, "delete");
    changed(action, any, instances_changed);
    action_change(action, "instance", NULL, row_text(gone, "code"), NULL);
    return true;
}

/* Back to the same search. */
static const char *searched(struct action *action)
{
    static const char *const names[] = {"course_code", "course_name", "instance_code",
                                        "department"};
    struct buffer page;
    buffer_init(&page, ADDRESS_MAXIMUM);
    buffer_text(&page, "/instances");
    char before = '?';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct value *value = parameters_find(action->parameters, names[i]);
        if (!value || value->type != VALUE_TEXT)
            continue;
        buffer_printf(&page, "%c%s=", before, names[i]);
        fields_encode(&page, value->bytes);
        before = '&';
    }
    const char *text = page.full ? "/instances" : arena_text(action->arena, page.bytes);
    buffer_free(&page);
    return text;
}

enum outcome exams_session_instances(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    bool any = false, draft = exams_is_draft(session);
    size_t count;
    const struct row *const *chosen = action_rows(action, "chosen", &count);
    if (!add(action, draft, chosen, count, &any) || !take_away(action, chosen, count, &any))
        return OUTCOME_INVALID;
    const char *next = form_text(action->form, "go"), *error = NULL;
    bool leaves = draft && *next, onward = leaves && !text_equal(next, "details");
    action_rows(action, "chosen", &count);
    if (count == 0 && (!draft || onward))
        return action_invalid(action, "add", "error.instances_needed");
    if (any && !draft && takes_all(session)) {
        int64_t added = exams_enrol(action, action_id(action, "exam_session"), NULL, false, &error);
        if (added == EXAMS_REFUSED)
            return action_refuse(action, NULL, error);
        if (added > 0)
            action_notify(action, "exam.added");
    }
    if (leaves)
        return exams_go_step(action, NULL);
    return exams_go(action, any ? "exam_instances_changed" : NULL, searched(action));
}

/* What the modules seen so far have in common. */
struct measure {
    const char *credits;
    int64_t scale;
};

/* The label of what is wrong with a module of an instance, or NULL. `strict`: it must go with the others. */
static const char *wrong_module(const struct row *instance, const struct row *module, bool strict,
                                struct measure *first)
{
    if (!module)
        return "error.module_not_of_course";
    if (row_flag(instance, "kept") && row_integer(instance, "module") != row_integer(module, "id"))
        return "error.module_kept";
    if (!strict)
        return NULL;
    if (row_text(module, "same_scale") && !row_flag(module, "same_scale"))
        return "error.scale_kept";
    if (!first->credits)
        *first =
            (struct measure){row_text(module, "credits"), row_integer(module, "grading_scale")};
    if (!text_equal(first->credits, row_text(module, "credits")))
        return "error.credits_differ";
    return first->scale == row_integer(module, "grading_scale") ? NULL : "error.scales_differ";
}

/* The module chosen for an instance into *module, NULL for none; adds what is wrong to the form. */
static void choose(struct action *action, const struct row *instance, bool strict,
                   struct measure *first, const struct row **module)
{
    int64_t id = row_integer(instance, "id"), wanted = form_each_of(action->form, "module", id, 0);
    const char *error = NULL;
    *module = NULL;
    if (wanted) {
        action_set(action, "course", row_integer(instance, "course"));
        action_set(action, "module", wanted);
        *module = action_row(action, "module");
        error = wrong_module(instance, *module, strict, first);
    } else if (strict)
        error = "error.required";
    if (error)
        form_error(action->form, "module", id, error);
}

static void set_module(struct action *action, const struct row *instance, const struct row *module,
                       bool *any)
{
    if (row_integer(instance, "module") == (module ? row_integer(module, "id") : 0))
        return;
    action_set(action, "instance", row_integer(instance, "id"));
    action_set_id(action, "module", module ? row_integer(module, "id") : 0);
    action_step(action, "set");
    changed(action, any, "exam_session.concerns_changed");
    action_change(action, "module", row_text(instance, "code"), row_text(instance, "module_code"),
                  module ? row_text(module, "code") : NULL);
}

enum outcome exams_session_concerns(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    /* On the way back a draft keeps what is chosen so far, right or not. */
    const char *next = form_text(action->form, "go");
    bool draft = exams_is_draft(session), any = false,
         back = draft && *next && !text_equal(next, "confirm");
    struct measure first = {0};
    size_t count;
    const struct row *const *chosen = action_rows(action, "chosen", &count);
    const struct row **modules = arena_zero(action->arena, (count + 1) * sizeof *modules);
    for (size_t i = 0; i < count; i++)
        choose(action, chosen[i], !back, &first, &modules[i]);
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    for (size_t i = 0; i < count; i++)
        set_module(action, chosen[i], modules[i], &any);
    if (!draft)
        return exams_go(action, any ? "exam_changed" : NULL, "");
    return back ? exams_go_step(action, NULL) : exams_go(action, NULL, "/confirm");
}

/* Whom confirming brings: who did not pass, where that is wanted; or all who read the instances. -1: *error says why not. */
static int64_t populate(struct action *action, const struct row *session, const char **error)
{
    int64_t id = action_id(action, "exam_session");
    size_t count;
    if (takes_all(session))
        return exams_enrol(action, id, NULL, false, error);
    if (!row_text(session, "resit_of") || !form_integer(action->form, "enrol"))
        return 0;
    const struct row *const *failed = action_rows(action, "failed", &count);
    const char *people = count ? ids_of_rows(action, failed, count, "person") : NULL;
    return people ? exams_enrol(action, id, people, false, error) : 0;
}

enum outcome exams_session_confirm(struct action *action)
{
    const struct row *session;
    enum outcome outcome = exams_take_session(action, &session);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!exams_is_draft(session))
        return action_refuse(action, NULL, "error.session_confirmed");
    const struct row *lack = action_row(action, "missing");
    if (lack)
        return action_refuse(action, NULL, row_text(lack, "error"));
    action_step(action, "confirm");
    if (!text_equal(row_text(session, "type"), "other")) {
        action_step(action, "insert_exam");
        action_set(action, "exam", action_inserted(action));
        action_step(action, "insert_committee");
    }
    const char *error = NULL;
    int64_t id = action_id(action, "exam_session"), added = populate(action, session, &error);
    if (added == EXAMS_REFUSED)
        return action_refuse(action, NULL, error);
    action_event(action, "exam_session.confirmed", "exam_session", id);
    action_change(action, "state", NULL, "draft", "confirmed");
    if (added > 0)
        action_change_integer(action, "candidates", NULL, 0, added);
    exams_due(action, id);
    if (added > 0)
        action_notify(action, "exam.added");
    exams_due_of(action, row_integer(session, "resit_of"));
    return exams_go(action, "session_confirmed", "");
}

/* Whom there are no codes for: none of them becomes a candidate, and the session's page says so. */
static int64_t count_left_out(struct action *action, struct parameters *parameters)
{
    size_t count = 0;
    const struct row *const *found =
        action_run(action, "events/exam_session", "left_out", parameters, &count);
    return count ? row_integer(found[0], "students") : 0;
}

/* One session after students of its instance came or went. */
static void follow(struct action *action, struct parameters *parameters, const struct row *session)
{
    size_t count = 0;
    bool past = row_flag(session, "past");
    const char *error = NULL;
    int64_t id = row_integer(session, "id"), added = 0, gone = 0, left_out = 0;
    parameters_integer(parameters, "session", id);
    if (!past && row_flag(session, "all"))
        added = exams_enrol(action, id, NULL, false, &error);
    if (text_equal(error, "error.exam_codes_used_up"))
        left_out = count_left_out(action, parameters);
    action_run(action, "events/exam_session", "move", parameters, &count);
    int64_t moved = action_affected(action);
    count = 0;
    const struct row *const *left =
        past ? NULL : action_run(action, "events/exam_session", "gone", parameters, &count);
    const char *people = count ? ids_of_rows(action, left, count, "person") : NULL;
    if (people)
        gone = exams_withdraw(action, id, people, NULL);
    if (added <= 0 && gone <= 0 && moved == 0 && left_out == 0)
        return;
    action_event(action, "exam_session.followed", "exam_session", id);
    action_change_integer(action, "candidates_added", NULL, 0, added > 0 ? added : 0);
    action_change_integer(action, "candidates_withdrawn", NULL, 0, gone > 0 ? gone : 0);
    action_change_integer(action, "candidates_moved", NULL, 0, moved);
    action_change_integer(action, "candidates_left_out", NULL, 0, left_out);
    if (added > 0)
        action_notify(action, "exam.added");
    if (gone > 0)
        action_notify(action, "exam.withdrawn");
}

void exams_follow(struct action *action, int64_t instance)
{
    size_t count;
    struct parameters parameters = {.arena = action->arena};
    const struct value *clock = parameters_find(action->parameters, "clock");
    parameters_integer(&parameters, "instance", instance);
    parameters_text(&parameters, "clock", clock ? clock->bytes : NULL);
    const struct row *const *sessions =
        action_run(action, "events/exam_session", "followers", &parameters, &count);
    for (size_t i = 0; i < count; i++)
        follow(action, &parameters, sessions[i]);
}
