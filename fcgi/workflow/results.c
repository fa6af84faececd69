/* Results row by row: points, grade and date of drafts are saved, and what is complete is made ready for the examiner. */
#include "results.h"

#include "../base/buffer.h"
#include "../base/points.h"
#include "ids.h"

#include <stdlib.h>
#include <string.h>

enum { JSON_MAXIMUM = 1 << 22 };

const struct results_place results_session_place = {"exam_session", "exam_session",
                                                    "/exam-sessions/"};
const struct results_place results_activity_place = {"plan", "activity", "/activities/"};

/* A row as it stands and as it is to be. NULL: empty. */
struct entry {
    const struct row *row; /* of step `rows` */
    const char *points, *grade, *examined_on;
    int64_t key;                   /* of the form; 0: not on the page */
    bool changed, chosen, touched; /* touched: it has, or gets, a result */
};

struct sheet {
    struct action *action;
    const struct row *lock;
    struct entry *entries; /* by the rows' key */
    size_t count;
    bool ticked; /* the ticked rows are to be made ready */
};

const char *results_page(struct action *action, const struct results_place *place)
{
    return arena_printf(action->arena, "%s%" PRId64 "/results", place->address,
                        action_id(action, place->parameter));
}

const char *results_subjects(struct action *action, const struct row *const *rows,
                             const bool *chosen, size_t count)
{
    struct ids ids = ids_begin(action);
    for (size_t i = 0; i < count; i++)
        if (chosen[i])
            ids_add(&ids, row_integer(rows[i], "subject"));
    return ids_end(&ids);
}

void results_tell(struct action *action, const struct results_place *place, const char *step,
                  const char *kind, const char *gathered, const char *mail, size_t count)
{
    action_set_text(action, "kind", kind);
    action_set_text(action, "request", action->request_id);
    action_step(action, step);
    action_event(action, gathered, place->thing, action_id(action, place->parameter));
    action_change_integer(action, "results", NULL, 0, (int64_t)count);
    action_notify(action, mail);
}

/* ---- what was typed ---- */

static int by_key(const void *a, const void *b)
{
    return strcmp(row_text(((const struct entry *)a)->row, "key"),
                  row_text(((const struct entry *)b)->row, "key"));
}

static int key_of(const void *key, const void *entry)
{
    return strcmp(key, row_text(((const struct entry *)entry)->row, "key"));
}

static bool is_act(const struct action *action, const char *act)
{
    return text_equal(form_text(action->form, "act"), act);
}

static struct sheet read_sheet(struct action *action, const struct row *lock)
{
    struct sheet sheet = {.action = action, .lock = lock, .ticked = is_act(action, "ready")};
    const struct row *const *rows = action_rows(action, "rows", &sheet.count);
    sheet.entries = arena_zero(action->arena, (sheet.count + 1) * sizeof *sheet.entries);
    for (size_t i = 0; i < sheet.count; i++)
        sheet.entries[i] = (struct entry){
            .row = rows[i],
            .points = row_text(rows[i], "points"),
            .grade = row_text(rows[i], "grade"),
            .examined_on = row_text(rows[i], "examined_on"),
            .touched = row_integer(rows[i], "seen") > 0,
        };
    qsort(sheet.entries, sheet.count, sizeof *sheet.entries, by_key);
    return sheet;
}

/* What a field of the row holds now: as typed, where it was on the page. */
static const char *typed(const struct sheet *sheet, const char *field, const struct entry *entry,
                         const char *before)
{
    const char *text = form_each_text_of(sheet->action->form, field, entry->key);
    return !text ? before : *text ? text : NULL;
}

static bool check(const struct sheet *sheet, const char *field, const struct entry *entry,
                  bool good, const char *label)
{
    if (!good)
        form_error(sheet->action->form, field, entry->key, label);
    return good;
}

static bool check_values(const struct sheet *sheet, const struct entry *entry)
{
    const char *most = row_text(sheet->lock, "points_most");
    const struct value *today = parameters_find(sheet->action->parameters, "today");
    bool good = check(sheet, "points", entry,
                      !most || !entry->points || strtod(entry->points, NULL) <= strtod(most, NULL),
                      "error.points_above");
    good =
        check(sheet, "grade", entry,
              !entry->grade || strtoll(entry->grade, NULL, 10) <= row_integer(entry->row, "grades"),
              "error.not_choice") &&
        good;
    return check(sheet, "examined_on", entry,
                 !entry->examined_on || !today || strcmp(entry->examined_on, today->bytes) <= 0,
                 "error.date_to_come") &&
           good;
}

/* A row of the page. The day that is proposed in a row without a result is none that was typed, unless the row is made ready. */
static void take(const struct sheet *sheet, struct entry *entry)
{
    const char *points = typed(sheet, "points", entry, entry->points),
               *grade = typed(sheet, "grade", entry, entry->grade),
               *day = typed(sheet, "examined_on", entry, entry->examined_on);
    entry->chosen = form_each_of(sheet->action->form, "chosen", entry->key, 0) == 1;
    bool proposed = !entry->touched && !points && !grade && !(sheet->ticked && entry->chosen) &&
                    text_equal(day, row_text(sheet->lock, "examined_on"));
    entry->changed =
        !proposed && !(points_equal(points, entry->points) && points_equal(grade, entry->grade) &&
                       text_equal(day, entry->examined_on));
    const char *state = row_text(entry->row, "state");
    bool open = text_equal(state, "untouched") || text_equal(state, "draft");
    if (!entry->changed)
        return;
    entry->points = points;
    entry->grade = grade;
    entry->examined_on = day;
    entry->touched = true;
    if (!open ||
        form_each_of(sheet->action->form, "seen", entry->key, 0) != row_integer(entry->row, "seen"))
        form_error(sheet->action->form, "grade", entry->key, "error.row_changed");
    else if (row_flag(entry->row, "own"))
        form_error(sheet->action->form, "grade", entry->key, "error.result_own");
    else
        check_values(sheet, entry);
}

/* Every row of the page. False: one is no longer as it was shown. */
static bool take_all(struct sheet *sheet)
{
    struct form_values *form = sheet->action->form;
    size_t count = form_each_count(form, "seen");
    for (size_t i = 0; i < count; i++) {
        int64_t key = form_each_key(form, "seen", i);
        struct entry *entry = sheet->count ? bsearch(form_key_text(form, key), sheet->entries,
                                                     sheet->count, sizeof *sheet->entries, key_of)
                                           : NULL;
        if (entry && entry->key == 0) {
            entry->key = key;
            take(sheet, entry);
        } else {
            form_error(form, "grade", key, "error.row_gone");
        }
    }
    return form_valid(form);
}

/* ---- what is written ---- */

static void number(struct buffer *json, const char *name, const char *value)
{
    if (value)
        buffer_printf(json, ",\"%s\":%s", name, value);
}

static void text(struct buffer *json, const char *name, const char *value)
{
    if (value)
        buffer_printf(json, ",\"%s\":\"%s\"", name, value);
}

/* What fragment results_typed reads: nothing to escape. */
static const char *typed_json(struct action *action, const struct result_typed *rows, size_t count)
{
    struct buffer json;
    buffer_init(&json, JSON_MAXIMUM);
    for (size_t i = 0; i < count; i++) {
        const struct result_typed *row = &rows[i];
        buffer_printf(&json, "%c{\"subject\":%" PRId64 ",\"seen\":%" PRId64, i ? ',' : '[',
                      row->subject, row->seen);
        number(&json, "points", row->points);
        number(&json, "grade", row->grade);
        text(&json, "examined_on", row->examined_on);
        number(&json, "old_points", row->old_points);
        number(&json, "old_grade", row->old_grade);
        text(&json, "old_examined_on", row->old_examined_on);
        buffer_char(&json, '}');
    }
    buffer_text(&json, count ? "]" : "[]");
    const char *made = arena_bytes(action->arena, json.bytes, json.length);
    buffer_free(&json);
    return made;
}

void results_save(struct action *action, const struct result_typed *rows, size_t count)
{
    static const char *const steps[] = {"insert", "update", "saved", "saved_changes"};
    action_set_text(action, "typed", typed_json(action, rows, count));
    action_set_text(action, "kind", "result.saved");
    action_set_text(action, "request", action->request_id);
    for (size_t i = 0; count > 0 && i < sizeof steps / sizeof *steps; i++)
        action_step(action, steps[i]);
}

static size_t save(const struct sheet *sheet)
{
    size_t count = 0;
    struct result_typed *rows = arena_zero(sheet->action->arena, (sheet->count + 1) * sizeof *rows);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct entry *entry = &sheet->entries[i];
        if (entry->changed)
            rows[count++] = (struct result_typed){row_integer(entry->row, "subject"),
                                                  row_integer(entry->row, "seen"),
                                                  entry->points,
                                                  entry->grade,
                                                  entry->examined_on,
                                                  row_text(entry->row, "points"),
                                                  row_text(entry->row, "grade"),
                                                  row_text(entry->row, "examined_on")};
    }
    results_save(sheet->action, rows, count);
    return count;
}

/* Which rows become ready: the ticked ones, which must be complete, or every complete one of all pages. Nobody
 * takes their own further, nor any of who has withdrawn from an exam. */
static size_t choose_ready(struct sheet *sheet)
{
    size_t count = 0;
    bool all = is_act(sheet->action, "ready_all");
    for (size_t i = 0; i < sheet->count; i++) {
        struct entry *entry = &sheet->entries[i];
        const char *state = row_text(entry->row, "state");
        bool draft = text_equal(state, "draft") || (text_equal(state, "untouched"));
        bool own = row_flag(entry->row, "own"), gone = row_flag(entry->row, "gone");
        if (all)
            entry->chosen = entry->touched && entry->grade && entry->examined_on && !own && !gone;
        entry->chosen = entry->chosen && draft;
        if (!entry->chosen)
            continue;
        count++;
        check(sheet, "grade", entry, entry->grade != NULL, "error.required");
        check(sheet, "examined_on", entry, entry->examined_on != NULL, "error.required");
        check(sheet, "grade", entry, !own, "error.result_own");
        check(sheet, "grade", entry, !gone, "error.result_withdrawn");
    }
    return count;
}

static void make_ready(const struct sheet *sheet, const struct results_place *place, size_t ready)
{
    struct action *action = sheet->action;
    const struct row **rows = arena_zero(action->arena, (sheet->count + 1) * sizeof *rows);
    bool *chosen = arena_zero(action->arena, sheet->count + 1);
    for (size_t i = 0; i < sheet->count; i++) {
        rows[i] = sheet->entries[i].row;
        chosen[i] = sheet->entries[i].chosen;
    }
    action_set_text(action, "subjects", results_subjects(action, rows, chosen, sheet->count));
    action_step(action, "make_ready");
    results_tell(action, place, "made_ready", "result.ready", "results.ready", "results.ready",
                 ready);
}

static enum outcome enter(struct action *action, const struct results_place *place)
{
    const struct row *lock = action_row(action, "lock");
    if (!lock)
        return OUTCOME_MISSING;
    if (!row_flag(lock, "open"))
        return action_refuse(action, NULL, "error.results_closed");
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    struct sheet sheet = read_sheet(action, lock);
    if (!take_all(&sheet))
        return OUTCOME_INVALID;
    bool readying = is_act(action, "ready") || is_act(action, "ready_all");
    size_t ready = readying ? choose_ready(&sheet) : 0;
    if (readying && ready == 0)
        return action_invalid(
            action, NULL, is_act(action, "ready") ? "error.none_ticked" : "error.none_complete");
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    size_t saved = save(&sheet);
    if (ready > 0)
        make_ready(&sheet, place, ready);
    const char *told = row_flag(lock, "examined") ? "results_ready" : "results_ready_untold";
    return action_back(action,
                       ready > 0   ? told
                       : saved > 0 ? "results_saved"
                                   : "results_unchanged",
                       results_page(action, place));
}

enum outcome results_session(struct action *action)
{
    return enter(action, &results_session_place);
}

enum outcome results_activity(struct action *action)
{
    return enter(action, &results_activity_place);
}
