/* A written warning that a student may not pass: given in time or with a reason, spoken of, signed for, lifted. */
#include "assessments.h"

/* Place and time are a meeting's only with its day. */
static bool check_meeting(struct action *action)
{
    if (!form_has(action->form, "meeting_on") &&
        (form_has(action->form, "meeting_at") || form_has(action->form, "meeting_place")))
        form_error(action->form, "meeting_on", -1, "error.required");
    return form_valid(action->form);
}

static enum outcome check_new(struct action *action, const struct row *place)
{
    if (row_flag(place, "past") || row_flag(place, "broken_off"))
        return action_refuse(action, NULL, "error.doubt_over");
    if (action_row(action, "others"))
        return action_refuse(action, NULL, "error.doubt_stands");
    if (row_flag(place, "doubt_late") && !form_has(action->form, "late_reason"))
        form_error(action->form, "late_reason", -1, "error.doubt_late");
    return check_meeting(action) ? OUTCOME_DONE : OUTCOME_INVALID;
}

enum outcome assessments_doubt_new(struct action *action)
{
    const struct row *place;
    enum outcome outcome = assessments_begin(action, &place);
    if (outcome == OUTCOME_DONE)
        outcome = check_new(action, place);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_set_text(action, "doubt_due", row_text(place, "doubt_due"));
    action_set(action, "late", row_flag(place, "doubt_late"));
    action_step(action, "insert");
    action_event(action, "doubt.given", "doubt", action_inserted(action));
    action_change(action, "doubt_due", NULL, NULL, row_text(place, "doubt_due"));
    action_change(action, "meeting_on", NULL, NULL, form_text(action->form, "meeting_on"));
    action_notify(action, "doubt.given");
    return assessments_back(action, "doubt_given", action_id(action, "placement"));
}

/* A warning that stands, as the form knew it. OUTCOME_DONE: go on. */
static enum outcome take(struct action *action, const struct row **doubt)
{
    *doubt = action_row(action, "lock");
    if (!*doubt)
        return OUTCOME_MISSING;
    if (!action_version(action, *doubt))
        return OUTCOME_STALE;
    return OUTCOME_DONE;
}

/* Whoever is to come is told when day, time or place changed; what was noted they read on the page. */
enum outcome assessments_doubt_meeting(struct action *action)
{
    const struct row *doubt;
    enum outcome outcome = take(action, &doubt);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (row_flag(doubt, "lifted"))
        return action_refuse(action, NULL, "error.doubt_lifted");
    if (!check_meeting(action))
        return OUTCOME_INVALID;
    const char *at = row_text(doubt, "meeting_at");
    at = at ? arena_printf(action->arena, "%.5s", at) : NULL;
    action_step(action, "update");
    action_event(action, "doubt.meeting", "doubt", action_id(action, "doubt"));
    action_change(action, "meeting_on", NULL, row_text(doubt, "meeting_on"),
                  form_text(action->form, "meeting_on"));
    action_change(action, "meeting_at", NULL, at,
                  form_has(action->form, "meeting_at") ? form_text(action->form, "meeting_at")
                                                       : NULL);
    action_change(action, "meeting_place", NULL, row_text(doubt, "meeting_place"),
                  form_has(action->form, "meeting_place") ? form_text(action->form, "meeting_place")
                                                          : NULL);
    if (action->event_changes > 0)
        action_notify(action, "doubt.meeting");
    return assessments_back(action, "doubt_meeting", row_integer(doubt, "placement"));
}

/* What is said of a warning once; the row's flag says that it was. */
static enum outcome say(struct action *action, const char *flag, const char *error,
                        const char *kind, const char *flash)
{
    const struct row *doubt;
    enum outcome outcome = take(action, &doubt);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (row_flag(doubt, flag))
        return action_refuse(action, NULL, error);
    action_step(action, "update");
    action_event(action, kind, "doubt", action_id(action, "doubt"));
    action_notify(action, kind);
    return assessments_back(action, flash, row_integer(doubt, "placement"));
}

enum outcome assessments_doubt_sign(struct action *action)
{
    return say(action, "seen", "error.doubt_signed_before", "doubt.signed", "doubt_signed");
}

enum outcome assessments_doubt_lift(struct action *action)
{
    return say(action, "lifted", "error.doubt_lifted", "doubt.lifted", "doubt_lifted");
}
