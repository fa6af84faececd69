/* Midway and final assessments: written by supervisor or lecturer, given to the student, who signs for having read them. */
#include "assessments.h"

#include "results.h"

enum outcome assessments_begin(struct action *action, const struct row **place)
{
    *place = action_row(action, "place");
    if (!*place)
        return OUTCOME_MISSING;
    action_set(action, "registration", row_integer(*place, "registration"));
    if (!action_row(action, "lock"))
        return OUTCOME_MISSING;
    if (row_flag(*place, "cancelled"))
        return action_refuse(action, NULL, "error.activity_cancelled");
    if (row_flag(*place, "coming"))
        return action_refuse(action, NULL, "error.placement_coming");
    return OUTCOME_DONE;
}

enum outcome assessments_back(struct action *action, const char *flash, int64_t placement)
{
    return action_go(action, flash, "/placements/%" PRId64 "/assessment", placement);
}

static bool among(const struct row *const *rows, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (row_integer(rows[i], "id") == id)
            return true;
    return false;
}

/* Only criteria of the course; of one that is given, all of them. */
static bool check_criteria(struct action *action, const struct row *const *asked, size_t count,
                           bool give)
{
    static const char *const fields[] = {"verdict", "comment"};
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
        for (size_t i = 0; i < form_each_count(action->form, fields[f]); i++) {
            int64_t key = form_each_key(action->form, fields[f], i);
            if (!among(asked, count, key))
                form_error(action->form, fields[f], key, "error.not_among");
        }
    for (size_t i = 0; give && i < count; i++)
        if (!form_each_has(action->form, "verdict", row_integer(asked[i], "id")))
            form_error(action->form, "verdict", row_integer(asked[i], "id"), "error.required");
    return form_valid(action->form);
}

/* What is given says how it went; why, where the student may not pass. */
static bool check_given(struct action *action)
{
    const char *passed = form_text(action->form, "passed");
    if (!*passed)
        form_error(action->form, "passed", -1, "error.required");
    if (text_equal(passed, "no") && !form_has(action->form, "text"))
        form_error(action->form, "text", -1, "error.assessment_why");
    return form_valid(action->form);
}

static void write_criteria(struct action *action, const struct row *const *asked, size_t count)
{
    action_step(action, "clear");
    for (size_t i = 0; i < count; i++) {
        int64_t criterion = row_integer(asked[i], "id");
        const char *verdict = form_each_text_of(action->form, "verdict", criterion);
        const char *comment = form_each_text_of(action->form, "comment", criterion);
        if ((!verdict || !*verdict) && (!comment || !*comment))
            continue;
        action_set(action, "criterion", criterion);
        action_set_text(action, "verdict", verdict && *verdict ? verdict : NULL);
        action_set_text(action, "comment", comment && *comment ? comment : NULL);
        action_step(action, "verdict");
    }
}

/* :assessment, made when there is none yet. */
static void set_assessment(struct action *action, const struct row *found)
{
    if (found) {
        action_set(action, "assessment", row_integer(found, "id"));
    } else if (action_step(action, "insert")) {
        action_set(action, "assessment", action_inserted(action));
    }
}

static const char *yes_or_no(const struct row *found)
{
    const char *passed = found ? row_text(found, "passed") : NULL;
    return !passed ? NULL : text_equal(passed, "1") ? "yes" : "no";
}

static void tell(struct action *action, const struct row *found, const char *kind, bool give)
{
    bool again = found && text_equal(row_text(found, "state"), "given");
    action_event(action, give ? "assessment.given" : "assessment.saved", "assessment",
                 action_id(action, "assessment"));
    action_change(action, "assessment", NULL, NULL, kind);
    if (!give)
        return;
    action_change(action, "assessment_passed", NULL, again ? yes_or_no(found) : NULL,
                  form_text(action->form, "passed"));
    action_notify(action, "assessment.given");
}

/* A draft is its assessors' until it is given; what was given may be corrected until the student has signed for it. */
static enum outcome assess(struct action *action, const char *kind)
{
    const struct row *place;
    enum outcome outcome = assessments_begin(action, &place);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_set_text(action, "kind", kind);
    const struct row *found = action_row(action, "found");
    if (found && !action_version(action, found))
        return OUTCOME_STALE;
    const char *state = found ? row_text(found, "state") : "draft";
    if (text_equal(state, "signed"))
        return action_refuse(action, NULL, "error.assessment_signed");
    bool final = text_equal(kind, "final");
    bool give = text_equal(form_text(action->form, "act"), "give") || text_equal(state, "given");
    size_t count;
    const struct row *const *asked = action_rows(action, "asked", &count);
    if (!check_criteria(action, asked, count, give) || (give && !check_given(action)))
        return OUTCOME_INVALID;

    set_assessment(action, found);
    write_criteria(action, asked, count);
    action_set(action, "give", give);
    action_step(action, "update");
    if (give && final &&
        !results_propose(action, row_integer(place, "registration"),
                         text_equal(form_text(action->form, "passed"), "yes"),
                         row_text(place, "assessed_on")))
        return action_refuse(action, NULL, "error.assessment_decided");
    tell(action, found, kind, give);
    return assessments_back(action, give ? "assessment_given" : "assessment_saved",
                            action_id(action, "placement"));
}

enum outcome assessments_midway(struct action *action)
{
    return assess(action, "midway");
}

enum outcome assessments_final(struct action *action)
{
    return assess(action, "final");
}

/* To have read is not to agree: what the student remarks stands beside it. */
enum outcome assessments_sign(struct action *action)
{
    const struct row *assessment = action_row(action, "lock");
    if (!assessment)
        return OUTCOME_MISSING;
    if (!action_version(action, assessment))
        return OUTCOME_STALE;
    if (!text_equal(row_text(assessment, "state"), "given"))
        return action_refuse(action, NULL, "error.assessment_signed_before");
    action_step(action, "update");
    action_event(action, "assessment.signed", "assessment", action_id(action, "assessment"));
    action_change(action, "assessment", NULL, NULL, row_text(assessment, "kind"));
    action_notify(action, "assessment.signed");
    return assessments_back(action, "assessment_signed", row_integer(assessment, "placement"));
}

void assessments_remind(struct action *action, int64_t activity, const char *stage,
                        const char *due_on)
{
    action_event(action, arena_printf(action->arena, "assessment.%s_near", stage), "activity",
                 activity);
    action_change(action, "due_on", NULL, NULL, due_on);
    action_notify_gathered(action, "assessment.reminder");
}
