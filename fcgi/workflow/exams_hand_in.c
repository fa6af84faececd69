/* Handing in: students their files, planners what was handed in on paper and who was there. What comes of a file is the job's
 * (fcgi/jobs/hand_in.c). No event of these holds a code, and assessors see that something was handed in, never when. */
#include "../base/time.h"
#include "exams.h"

#include <string.h>

enum { FILES_MOST = 20 };

/* Session, exam, candidate, in the order of all locks. */
static const struct row *lock_candidate(struct action *action)
{
    const struct row *session = action_row(action, "of_session");
    if (!session)
        return NULL;
    action_set(action, "exam_session", row_integer(session, "exam_session"));
    action_row(action, "of_exam");
    return action_row(action, "lock");
}

enum outcome exams_hand_in(struct action *action)
{
    const struct field_file *file = form_file(action->form, "file");
    int64_t id = action_id(action, "candidate");
    const struct row *candidate = lock_candidate(action);
    if (!candidate)
        return OUTCOME_MISSING;
    if (!text_equal(row_text(candidate, "stage"), "open"))
        return action_refuse(
            action, NULL,
            arena_printf(action->arena, "error.hand_in_%s", row_text(candidate, "stage")));
    if (file->length == 0)
        return action_invalid(action, "file", "error.file_empty");
    int64_t number = row_integer(candidate, "number") + 1;
    if (number > FILES_MOST)
        return action_refuse(action, NULL, "error.hand_in_many");
    const char *name = *file->file_name ? file->file_name : "…";
    action_set(action, "number", number);
    action_set_text(action, "file_name", name);
    action_set(action, "file_bytes", (int64_t)file->length);
    action_step(action, "insert");
    action_pieces(action, "piece", file->bytes, file->length);
    action_step(action, "handed_in");
    action_step(action, "paper");
    action_event(action, "candidate.handed_in", "candidate", id);
    action_change(action, "file", NULL, NULL, name);
    action_receipt(action, "exam.handed_in");
    action_job(action, "hand_in", "candidate", id);
    return action_go(action, "handed_in", "/candidates/%" PRId64 "/hand-in", id);
}

/* ---- the planner's list ---- */

/* What a row is to be. */
struct wanted {
    const char *attendance;
    const char *time; /* "HH:MM"; "": nothing was handed in; NULL: as it is */
    bool day;         /* the day is meant too: of rows it is not seen, so theirs stays */
};

/* The moment of a time of day of the form's day, in UTC; "…:01", which the statements take off. */
static const char *moment(struct action *action, const char *day, const char *time)
{
    char utc[DATE_TEXT];
    return time_ended(utc, arena_printf(action->arena, "%sT%s:00", day, time))
               ? arena_text(action->arena, utc)
               : NULL;
}

/* The time of day, by the wall, of a row's hand-in; "": nothing was handed in. */
static const char *time_of(struct action *action, const struct row *row)
{
    char iso[DATE_TEXT];
    const char *utc = row_text(row, "handed_in_at");
    return utc && time_iso(iso, utc) ? arena_bytes(action->arena, iso + 11, 5) : "";
}

static bool on_day(const struct row *row, const char *day)
{
    char iso[DATE_TEXT];
    const char *utc = row_text(row, "handed_in_at");
    return utc && time_iso(iso, utc) && strncmp(iso, day, sizeof "2026-11-22" - 1) == 0;
}

static void tell(struct action *action, int64_t candidate, const struct row *row,
                 const struct wanted *wanted, const char *before, bool marked)
{
    action_event(action, "candidate.hand_in_changed", "candidate", candidate);
    action_change(action, "attendance", NULL, row_text(row, "attendance"), wanted->attendance);
    if (marked)
        action_change(action, "handed_in_at", NULL, *before ? before : NULL,
                      *wanted->time ? wanted->time : NULL);
}

/* Whether the moment has not come yet: of a minute that has begun any second will do. */
static bool to_come(struct action *action, const char *at)
{
    const struct value *now = parameters_find(action->parameters, "now");
    return now && strncmp(at, now->bytes, sizeof "2026-11-22 10:45" - 1) > 0;
}

/* The label of why nobody hands in the session's work then, or NULL. Later on its last day may be: who is late is written down. */
static const char *outside(struct action *action, const struct row *row, const char *day,
                           const char *time)
{
    const char *begins = row_text(row, "begins"), *last = row_text(row, "last_day");
    if (begins && strcmp(arena_printf(action->arena, "%s %s", day, time), begins) < 0)
        return "error.time_before_exam";
    return last && strcmp(day, last) > 0 ? "error.day_after_exam" : NULL;
}

/* One candidate as wanted. False: the row has an error. *changed counts. */
static bool save_row(struct action *action, int64_t candidate, const char *day,
                     struct wanted wanted, size_t *changed)
{
    action_set(action, "candidate", candidate);
    const struct row *row = action_row(action, "row");
    if (!row) {
        form_error(action->form, "attendance", candidate, "error.unknown");
        return false;
    }
    bool by_file = text_equal(row_text(row, "handed_in"), "file");
    const char *before = time_of(action, row);
    if (!wanted.attendance)
        wanted.attendance = row_text(row, "attendance");
    bool marked = wanted.time && !by_file &&
                  (!text_equal(before, wanted.time) || (wanted.day && !on_day(row, day)));
    if (!marked && text_equal(wanted.attendance, row_text(row, "attendance")))
        return true;
    if (form_each_of(action->form, "seen", candidate, 0) != row_integer(row, "version")) {
        form_error(action->form, "attendance", candidate, "error.row_changed");
        return false;
    }
    if (marked && *wanted.time && !text_equal(wanted.attendance, "present"))
        wanted.attendance = "present"; /* who hands in is there */
    if (!marked && row_text(row, "handed_in") && text_equal(wanted.attendance, "absent")) {
        form_error(action->form, "attendance", candidate, "error.absent_handed_in");
        return false;
    }
    const char *at = marked && *wanted.time ? moment(action, day, wanted.time) : NULL;
    if (marked && *wanted.time && !at) {
        form_error(action->form, "time", candidate, "error.not_time");
        return false;
    }
    const char *wrong = !at                   ? NULL
                        : to_come(action, at) ? "error.time_to_come"
                                              : outside(action, row, day, wanted.time);
    if (wrong) {
        form_error(action->form, "time", candidate, wrong);
        return false;
    }
    action_set_text(action, "attendance", wanted.attendance);
    action_set_text(action, "at", at);
    action_step(action, marked ? "mark" : "attend");
    if (marked)
        action_step(action, "paper");
    tell(action, candidate, row, &wanted, before, marked);
    ++*changed;
    return true;
}

/* Rows as they were typed. */
static bool save_rows(struct action *action, const char *day, size_t *changed)
{
    bool good = true;
    for (size_t i = 0; i < form_each_count(action->form, "attendance"); i++) {
        int64_t candidate = form_each_key(action->form, "attendance", i);
        struct wanted wanted = {form_each_text(action->form, "attendance", i),
                                form_each_text_of(action->form, "time", candidate), false};
        good = save_row(action, candidate, day, wanted, changed) && good;
    }
    return good;
}

/* The same of all that are ticked. */
static bool save_chosen(struct action *action, const char *act, const char *day, size_t *changed)
{
    bool good = true, mark = text_equal(act, "mark");
    const struct wanted wanted = {mark ? NULL : act, mark ? form_text(action->form, "at") : NULL,
                                  mark};
    if (form_each_count(action->form, "chosen") == 0) {
        form_error(action->form, NULL, -1, "error.none_chosen");
        return false;
    }
    if (mark && !form_has(action->form, "at")) {
        form_error(action->form, "at", -1, "error.required");
        return false;
    }
    for (size_t i = 0; i < form_each_count(action->form, "chosen"); i++)
        good = save_row(action, form_each_key(action->form, "chosen", i), day, wanted, changed) &&
               good;
    return good;
}

/* The session's own day, where it is one; else the one typed. NULL: an error is on the form. */
static const char *day_of(struct action *action, const struct row *session)
{
    const char *own =
        text_equal(row_text(session, "date_mode"), "day") ? row_text(session, "starts_on") : NULL;
    if (own)
        return own;
    const char *typed = form_text(action->form, "day");
    return *typed ? typed : parameters_find(action->parameters, "today")->bytes;
}

/* Files whose job was given up are looked at after all. */
static bool check_again(struct action *action)
{
    size_t count;
    const struct row *const *files = action_rows(action, "unchecked", &count);
    if (count == 0)
        return false;
    action_event(action, "exam_session.files_checked", "exam_session",
                 action_id(action, "exam_session"));
    for (size_t i = 0; i < count; i++)
        action_job(action, "hand_in", "candidate", row_integer(files[i], "id"));
    return true;
}

static enum outcome go_back(struct action *action, const char *flash)
{
    return action_back(action, flash,
                       arena_printf(action->arena, "/exam-sessions/%" PRId64 "/hand-ins",
                                    action_id(action, "exam_session")));
}

enum outcome exams_hand_ins(struct action *action)
{
    const char *act = form_text(action->form, "act");
    size_t changed = 0;
    const struct row *session = action_row(action, "lock");
    if (!session)
        return OUTCOME_MISSING;
    const struct row *exam = action_row(action, "of_exam");
    if (!text_equal(row_text(session, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.hand_in_closed");
    if (exam && text_equal(row_text(exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_graded");
    if (text_equal(act, "check"))
        return go_back(action, check_again(action) ? "files_checked" : NULL);
    const char *day = day_of(action, session);
    bool bulk = *act && !text_equal(act, "save");
    bool good = bulk ? save_chosen(action, act, day, &changed) : save_rows(action, day, &changed);
    if (!good)
        return OUTCOME_INVALID;
    return go_back(action, changed ? "hand_ins_saved" : NULL);
}
