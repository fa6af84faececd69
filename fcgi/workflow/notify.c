/* Who is told of an event, and how: one notice each, and a mail as they have chosen. Three statements, however many they are. */
#include "../base/log.h"
#include "ids.h"

#include <string.h>

/* Which choice of a person a kind of mail falls under: the columns of notice_choice. */
static const struct {
    const char *kind, *topic;
} topics[] = {
    {"order_sent", "orders"},
    {"order_answered", "orders"},
    {"order_declined", "orders"},
    {"order_reopened", "orders"},
    {"order_withdrawn", "orders"},
    {"activity_cancelled", "orders"},
    {"order_reminder", "reminders"},
    {"order_escalation", "reminders"},
    {"order_overdue", "reminders"},
    {"role_given", "roles"},
    {"role_ended", "roles"},
    {"import_finished", "imports"},
    {"import_failed", "imports"},
    {"invitation", "account"},
    {"password_reset", "account"},
    {"password_changed", "account"},
    {"email_changed", "account"},
    {"partner_key_expiring", "account"},
    {"wishes_open", "allocation"},
    {"wishes_reminder", "allocation"},
    {"wishes_received", "allocation"},
    {"allocation_shared", "allocation"},
    {"allocation_changed", "allocation"},
    {"placement_shared", "allocation"},
    {"placement_changed", "allocation"},
    {"placement_ended", "allocation"},
    {"supervisor_changed", "allocation"},
    {"exam_registered", "exams"},
    {"exam_handed_in", "exams"},
    {"exam_hand_in_refused", "exams"},
    {"exam_added", "exams"},
    {"exam_withdrawn", "exams"},
    {"exam_accommodated", "exams"},
    {"exam_assess", "exams"},
    {"exam_changed", "exams"},
    {"exam_cancelled", "exams"},
    {"exam_opened", "exams"},
    {"results_ready", "exams"},
    {"results_late", "exams"},
    {"result_returned", "exams"},
    {"result_attested", "exams"},
    {"result_changed", "exams"},
    {"transcript_given", "exams"},
    {"transcript_withdrawn", "exams"},
    {"assessment_given", "assessments"},
    {"assessment_signed", "assessments"},
    {"doubt_given", "assessments"},
    {"doubt_meeting", "assessments"},
    {"doubt_signed", "assessments"},
    {"doubt_lifted", "assessments"},
    {"assessment_reminder", "assessments"},
};

static const char *topic_of(const char *kind)
{
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (strcmp(topics[i].kind, kind) == 0)
            return topics[i].topic;
    return NULL;
}

/* "order.sent" → "order_sent" */
static const char *kind_of(struct action *action, const char *mail)
{
    char *kind = arena_text(action->arena, mail);
    for (char *dot = strchr(kind, '.'); dot; dot = strchr(dot, '.'))
        *dot = '_';
    return kind;
}

static void set_viewer(struct action *action, struct parameters *parameters)
{
    const struct value *today = parameters_find(action->parameters, "today");
    parameters_text(parameters, "today", today ? today->bytes : NULL);
    if (action->viewer > 0)
        parameters_integer(parameters, "viewer", action->viewer);
    else
        parameters_null(parameters, "viewer");
}

/* "[3,17]": one parameter however many there are; NULL when nobody is to be told. */
static const char *recipients(struct action *action, const char *kind,
                              const struct parameters *parameters)
{
    size_t count;
    const struct row *const *people = action_run(
        action, arena_printf(action->arena, "mail/%s", kind), "recipients", parameters, &count);
    if (!people || count == 0)
        return NULL;
    return ids_of_rows(action, people, count, "person");
}

/* How those are told who have chosen mails at once. */
enum manner { AT_ONCE, GATHERED, RECEIPT, ALARM };

static void notify(struct action *action, const char *mail, enum manner manner)
{
    if (action->result != DATA_OK || action->event == 0)
        return;
    const char *kind = kind_of(action, mail), *topic = topic_of(kind);
    if (!topic) { /* a defect of the program, found by the first test that gets here */
        log_line(LOG_ERROR, "no_topic", "kind", kind, NULL);
        action->result = DATA_ERROR;
        return;
    }
    struct parameters parameters = {.arena = action->arena};
    parameters_integer(&parameters, "event", action->event);
    parameters_integer(&parameters, "thing_id", action->event_thing_id);
    set_viewer(action, &parameters);
    const char *people = recipients(action, kind, &parameters);
    if (!people)
        return;
    parameters_text(&parameters, "people", people);
    parameters_text(&parameters, "kind", kind);
    parameters_text(&parameters, "topic", topic);
    parameters_text(&parameters, "at_once", manner == GATHERED ? "digest" : "mail");
    parameters_integer(&parameters, "receipt", manner == RECEIPT);
    parameters_integer(&parameters, "alarm", manner == ALARM);
    size_t none;
    action_run(action, "events/write", "notices", &parameters, &none);
    action_run(action, "events/write", strcmp(topic, "account") == 0 ? "mails_to_all" : "mails",
               &parameters, &none);
}

void action_notify(struct action *action, const char *mail)
{
    notify(action, mail, AT_ONCE);
}

void action_notify_gathered(struct action *action, const char *mail)
{
    notify(action, mail, GATHERED);
}

void action_receipt(struct action *action, const char *mail)
{
    notify(action, mail, RECEIPT);
}

void action_alarm(struct action *action, const char *mail)
{
    notify(action, mail, ALARM);
}
