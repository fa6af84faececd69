/* What a course's placement periods are assessed by: all criteria in one form. */
#include "action.h"

#include <stdlib.h>

enum { CRITERIA_MOST = 200, NEW_ROWS = 5, NO_PLACE = 1000 };

struct criterion {
    int64_t id;    /* 0: new */
    int64_t place; /* as typed; NO_PLACE: none, so last */
    size_t order;  /* as it stood in the form, among those of the same place */
    const char *text, *text_en;
    const struct row *before; /* NULL: new */
};
struct criteria {
    struct criterion criterion[CRITERIA_MOST + NEW_ROWS];
    size_t count;
};

static const char *typed(struct action *action, const char *field, int64_t key)
{
    const char *text = form_each_text_of(action->form, field, key);
    return text && *text ? text : NULL;
}

static void add(struct criteria *criteria, struct criterion criterion)
{
    criterion.order = criteria->count;
    criteria->criterion[criteria->count++] = criterion;
}

/* Those that are there and stay; those that go are closed at once. */
static void read_present(struct action *action, struct criteria *criteria)
{
    size_t count = 0;
    const struct row *const *rows = action_rows(action, "now", &count);
    for (size_t i = 0; i < count && i < CRITERIA_MOST; i++) {
        int64_t id = row_integer(rows[i], "id");
        const char *text = typed(action, "text", id);
        if (form_each_has(action->form, "gone", id)) {
            action_set(action, "criterion", id);
            action_step(action, "close");
            action_change(action, "criterion", NULL, row_text(rows[i], "text"), NULL);
            continue;
        }
        if (!text)
            form_error(action->form, "text", id, "error.criterion_empty");
        add(criteria, (struct criterion){.id = id,
                                         .place = form_each_of(action->form, "place", id, NO_PLACE),
                                         .text = text,
                                         .text_en = typed(action, "text_en", id),
                                         .before = rows[i]});
    }
}

static void read_new(struct action *action, struct criteria *criteria)
{
    for (int64_t key = 1; key <= NEW_ROWS; key++) {
        const char *text = typed(action, "new_text", key),
                   *text_en = typed(action, "new_text_en", key);
        if (text_en && !text)
            form_error(action->form, "new_text", key, "error.required");
        if (text)
            add(criteria,
                (struct criterion){.place = form_each_of(action->form, "new_place", key, NO_PLACE),
                                   .text = text,
                                   .text_en = text_en});
    }
}

/* By place; a new one that is put where another stands comes before it. */
static int by_place(const void *a, const void *b)
{
    const struct criterion *one = a, *other = b;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    if (one->place != NO_PLACE && (one->id == 0) != (other->id == 0))
        return one->id == 0 ? -1 : 1;
    return one->order < other->order ? -1 : 1;
}

/* One by which somebody was assessed keeps its words: it ends, and another takes its place. */
static void write(struct action *action, const struct criterion *criterion, int64_t position)
{
    const struct row *before = criterion->before;
    bool same_words = before && text_equal(row_text(before, "text"), criterion->text) &&
                      text_equal(row_text(before, "text_en"), criterion->text_en);
    if (same_words && row_integer(before, "position") == position)
        return;
    bool replace = before && !same_words && row_flag(before, "used");
    action_set(action, "criterion", criterion->id);
    action_set(action, "position", position);
    action_set_text(action, "text", criterion->text);
    action_set_text(action, "text_en", criterion->text_en);
    if (replace)
        action_step(action, "close");
    action_step(action, !before || replace ? "insert" : "update");
    action_change(action, "criterion", NULL, before ? row_text(before, "text") : NULL,
                  criterion->text);
    if (before)
        action_change(action, "criterion_en", NULL, row_text(before, "text_en"),
                      criterion->text_en);
}

enum outcome studies_criteria(struct action *action)
{
    int64_t course = action_id(action, "course");
    struct criteria *criteria = arena_alloc(action->arena, sizeof *criteria);
    const struct row *locked = action_row(action, "lock");
    if (!locked)
        return OUTCOME_MISSING;
    if (!action_version(action, locked))
        return OUTCOME_STALE;
    action_step(action, "touch");
    action_event(action, "course.criteria_changed", "course", course);
    criteria->count = 0;
    read_present(action, criteria);
    read_new(action, criteria);
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    qsort(criteria->criterion, criteria->count, sizeof *criteria->criterion, by_place);
    for (size_t i = 0; i < criteria->count; i++)
        write(action, &criteria->criterion[i], (int64_t)i + 1);
    return action_go(action, "criteria_changed", "/courses/%" PRId64, course);
}
