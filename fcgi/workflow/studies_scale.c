/* Grading scales. Their grades stand in versions: other grades are a new one, and what was made with an earlier keeps that. */
#include "record.h"

enum { GRADES_MOST = 15, LANGUAGES = 4 };

static const char *const symbols[LANGUAGES] = {"symbol", "symbol_nn", "symbol_sv", "symbol_en"};

struct grade {
    int64_t key;                   /* of its row in the form */
    const char *symbol[LANGUAGES]; /* bokmål; NULL where another language writes the same */
    bool passed;
};
struct grades {
    struct grade grade[GRADES_MOST]; /* the lowest first */
    size_t count;
};

/* Row `key` of the form; false when nothing was typed in it. */
static bool read_grade(struct action *action, int64_t key, struct grade *grade)
{
    bool typed = false;
    *grade = (struct grade){.key = key, .passed = form_each_has(action->form, "passed", key)};
    for (size_t i = 0; i < LANGUAGES; i++) {
        const char *symbol = form_each_text_of(action->form, symbols[i], key);
        if (!symbol || !*symbol || (i > 0 && text_equal(symbol, grade->symbol[0])))
            continue;
        grade->symbol[i] = symbol;
        typed = true;
    }
    if ((typed || grade->passed) && !grade->symbol[0])
        form_error(action->form, symbols[0], key, "error.required");
    return typed;
}

/* Lower grades than one that passes do not pass where a higher one fails; there is one of either sort. */
static void check_order(struct action *action, const struct grades *grades)
{
    size_t passing = 0;
    for (size_t i = 0; i < grades->count; i++) {
        if (!grades->grade[i].passed && passing > 0)
            form_error(action->form, "passed", grades->grade[i].key, "error.scale_order");
        passing += grades->grade[i].passed;
    }
    if (passing == 0 || passing == grades->count)
        form_error(action->form, NULL, -1, "error.scale_both");
}

/* False with the errors in the form. */
static bool read_grades(struct action *action, struct grades *grades)
{
    grades->count = 0;
    for (int64_t key = 1; key <= GRADES_MOST; key++)
        grades->count += read_grade(action, key, &grades->grade[grades->count]);
    check_order(action, grades);
    return form_valid(action->form);
}

/* "F, E, D", as the history shows it. */
static const char *in_words(struct action *action, const struct grades *grades)
{
    const char *words = "";
    for (size_t i = 0; i < grades->count; i++)
        words =
            arena_printf(action->arena, "%s%s%s", words, i ? ", " : "", grades->grade[i].symbol[0]);
    return words;
}

static void grades_now(struct action *action, struct grades *grades)
{
    size_t count = 0;
    const struct row *const *rows = action_rows(action, "grades_now", &count);
    *grades = (struct grades){.count = count < GRADES_MOST ? count : GRADES_MOST};
    for (size_t i = 0; i < grades->count; i++) {
        for (size_t j = 0; j < LANGUAGES; j++)
            grades->grade[i].symbol[j] = row_text(rows[i], symbols[j]);
        grades->grade[i].passed = row_flag(rows[i], "passed");
    }
}

static bool same(const struct grades *a, const struct grades *b)
{
    bool equal = a->count == b->count;
    for (size_t i = 0; equal && i < a->count; i++) {
        equal = a->grade[i].passed == b->grade[i].passed;
        for (size_t j = 0; j < LANGUAGES; j++)
            equal = equal && text_equal(a->grade[i].symbol[j], b->grade[i].symbol[j]);
    }
    return equal;
}

/* The version that :scale says is its latest, with these grades; false where two are written alike. */
static bool write_version(struct action *action, const struct grades *grades)
{
    action_step(action, "version");
    action_set(action, "scale_version", action_inserted(action));
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade = &grades->grade[i];
        bool taken = false;
        action_set(action, "position", (int64_t)i + 1);
        action_set(action, "passed", grade->passed);
        for (size_t j = 0; j < LANGUAGES; j++)
            action_set_text(action, symbols[j], grade->symbol[j]);
        action_step_unless_taken(action, "grade", &taken);
        if (taken)
            form_error(action->form, symbols[0], grade->key, "error.symbol_twice");
    }
    const struct row *alike = form_valid(action->form) ? action_row(action, "ambiguous") : NULL;
    if (alike)
        form_error(action->form, symbols[0], grades->grade[row_integer(alike, "position") - 1].key,
                   "error.symbol_twice");
    return form_valid(action->form);
}

enum outcome studies_scale_new(struct action *action)
{
    struct grades grades;
    record_check(action);
    if (!read_grades(action, &grades))
        return OUTCOME_INVALID;
    action_step(action, "insert");
    int64_t scale = action_inserted(action);
    action_set(action, "scale", scale);
    if (!write_version(action, &grades))
        return OUTCOME_INVALID;
    action_event(action, "scale.created", "scale", scale);
    action_change(action, "grades", NULL, NULL, in_words(action, &grades));
    return action_go(action, "scale_created", "/scales/%" PRId64, scale);
}

enum outcome studies_scale_edit(struct action *action)
{
    struct grades before, after;
    int64_t scale = action_id(action, "scale");
    const struct row *locked = action_row(action, "lock");
    if (!locked)
        return OUTCOME_MISSING;
    if (!action_version(action, locked))
        return OUTCOME_STALE;
    record_check(action);
    if (!read_grades(action, &after))
        return OUTCOME_INVALID;
    grades_now(action, &before);
    action_step(action, "update");
    if (!same(&before, &after)) {
        action_step(action, "next");
        if (!write_version(action, &after))
            return OUTCOME_INVALID;
    }
    action_event(action, "scale.changed", "scale", scale);
    record_changes(action, locked, action_row(action, "lock"));
    action_change(action, "grades", NULL, in_words(action, &before), in_words(action, &after));
    return action_go(action, "scale_changed", "/scales/%" PRId64, scale);
}
