/* Marks of an assessor: a row of the grid as one leaves it, or a page of them. Many do so at the same time, so little is locked:
 * the exam shared, the papers that change, in the order of their codes. */
#include "grading.h"
#include "ids.h"

#include <stdlib.h>
#include <string.h>

/* A row that came, and what its mark shall be. */
struct mark {
    int64_t key;
    const char *code;
    const struct row *paper;      /* with the viewer's mark and a colleague's, as they stand */
    const char *points, *comment; /* "" for none */
    int64_t grade;                /* 0: none */
};
struct marking {
    struct action *action;
    struct grading_scale scale;
    const struct row *exam;
    struct mark *marks;
    size_t count;
    enum outcome outcome;
};

static int by_code(const void *one, const void *other)
{
    return strcmp(((const struct mark *)one)->code, ((const struct mark *)other)->code);
}

/* Sets :codes to those of the marks. Codes hold nothing that JSON would escape (form.c). */
static void set_codes(struct marking *marking)
{
    struct ids codes = ids_begin(marking->action);
    for (size_t i = 0; i < marking->count; i++)
        ids_add_code(&codes, marking->marks[i].code);
    action_set_text(marking->action, "codes", ids_end(&codes));
}

static void complain(struct marking *marking, const struct mark *mark, const char *field,
                     const char *label, enum outcome outcome)
{
    form_error(marking->action->form, field, mark->key, label);
    if (marking->outcome == OUTCOME_DONE || outcome == OUTCOME_INVALID)
        marking->outcome = outcome;
}

/* Every row that came, by code. */
static void read_rows(struct marking *marking)
{
    struct form_values *form = marking->action->form;
    size_t count = form_each_count(form, "row_version");
    marking->marks = arena_zero(marking->action->arena, (count + 1) * sizeof *marking->marks);
    for (size_t i = 0; i < count; i++) {
        int64_t key = form_each_key(form, "row_version", i);
        marking->marks[i] = (struct mark){.key = key, .code = form_key_text(form, key)};
    }
    marking->count = count;
    qsort(marking->marks, count, sizeof *marking->marks, by_code);
}

/* What came of the form; what did not come stays as it is. */
static const char *typed(struct action *action, const char *field, int64_t key, const char *was)
{
    const char *text = form_each_text_of(action->form, field, key);
    return text ? text : was ? was : "";
}

/* The grade follows the points while nobody has chosen another than the boundaries say. */
static int64_t follow(const struct marking *marking, const struct mark *mark)
{
    const char *was = row_text(mark->paper, "points");
    int64_t old_grade = row_integer(mark->paper, "grade");
    if (points_equal(was, mark->points) && mark->grade)
        return mark->grade;
    if (!mark->grade || (mark->grade == old_grade && !points_equal(was, mark->points) &&
                         old_grade == grading_proposed(&marking->scale, was)))
        return grading_proposed(&marking->scale, mark->points);
    return mark->grade;
}

static void wish(struct marking *marking, struct mark *mark)
{
    struct action *action = marking->action;
    const struct row *paper = mark->paper;
    /* only who has given a grade knows the other's */
    if (text_equal(form_text(action->form, "take"), mark->code) && row_text(paper, "grade")) {
        mark->points = row_text(paper, "other_points") ? row_text(paper, "other_points") : "";
        mark->grade = row_integer(paper, "other_grade");
        mark->comment = typed(action, "comment", mark->key, row_text(paper, "comment"));
        return;
    }
    mark->points = typed(action, "points", mark->key, row_text(paper, "points"));
    mark->comment = typed(action, "comment", mark->key, row_text(paper, "comment"));
    const char *grade = typed(action, "grade", mark->key, row_text(paper, "grade"));
    mark->grade = strtoll(grade, NULL, 10);
    if (*mark->points || mark->grade)
        mark->grade = follow(marking, mark);
}

static bool changed(const struct mark *mark)
{
    const char *comment = row_text(mark->paper, "comment");
    return !points_equal(mark->points, row_text(mark->paper, "points")) ||
           mark->grade != row_integer(mark->paper, "grade") ||
           !text_equal(mark->comment, comment ? comment : "");
}

static void check(struct marking *marking, const struct mark *mark)
{
    struct action *action = marking->action;
    const struct row *exam = marking->exam, *paper = mark->paper;
    int64_t points = 0, most = 0;
    bool limited =
        row_text(exam, "points_most") && points_parse(&most, row_text(exam, "points_most"));
    if (row_integer(paper, "row_version") !=
        form_each_of(action->form, "row_version", mark->key, -1))
        complain(marking, mark, "points", "error.mark_changed", OUTCOME_REFUSED);
    else if (!row_flag(paper, "handed_in"))
        complain(marking, mark, "points", "error.paper_not_handed_in", OUTCOME_REFUSED);
    else if (!row_flag(paper, "marked") &&
             row_integer(paper, "others") >= row_integer(exam, "marks"))
        complain(marking, mark, "points", "error.paper_has_marks", OUTCOME_REFUSED);
    else if (*mark->points && !limited)
        complain(marking, mark, "points", "error.no_points", OUTCOME_INVALID);
    else if (*mark->points && (!points_parse(&points, mark->points) || points > most))
        complain(marking, mark, "points", "error.points_most", OUTCOME_INVALID);
    else if (mark->grade && !grading_symbol(&marking->scale, mark->grade))
        complain(marking, mark, "grade", "error.grade_not_of_scale", OUTCOME_INVALID);
}

static const struct row *row_of(const struct row *const *rows, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(row_text(rows[i], "code"), code))
            return rows[i];
    return NULL;
}

/* Keeps the rows that change something; each of them is held to the rules. */
static void keep_changes(struct marking *marking)
{
    size_t count, kept = 0;
    set_codes(marking);
    const struct row *const *papers = action_rows(marking->action, "rows", &count);
    for (size_t i = 0; i < marking->count; i++) {
        struct mark mark = marking->marks[i];
        mark.paper = row_of(papers, count, mark.code);
        if (!mark.paper || row_flag(mark.paper, "void") || !row_flag(mark.paper, "mine")) {
            complain(marking, &mark, "points", "error.paper_unknown", OUTCOME_REFUSED);
            continue;
        }
        wish(marking, &mark);
        if (!changed(&mark))
            continue;
        check(marking, &mark);
        marking->marks[kept++] = mark;
    }
    marking->count = kept;
}

static void set_optional(struct action *action, const char *name, const char *text)
{
    if (text && *text)
        action_set_text(action, name, text);
    else
        action_set_null(action, name);
}

static void write_mark(struct marking *marking, const struct mark *mark)
{
    struct action *action = marking->action;
    const struct row *before = mark->paper;
    bool empty = !*mark->points && !mark->grade && !*mark->comment;
    action_set_text(action, "code", mark->code);
    set_optional(action, "points", mark->points);
    set_optional(action, "comment", mark->comment);
    action_set_id(action, "grade", mark->grade);
    action_step(action, !row_flag(before, "marked") ? "insert" : empty ? "remove" : "update");
    if (!points_equal(row_text(before, "points"), mark->points))
        action_change(action, "points", mark->code, row_text(before, "points"), mark->points);
    action_change(action, "grade", mark->code,
                  grading_symbol(&marking->scale, row_integer(before, "grade")),
                  grading_symbol(&marking->scale, mark->grade));
    action_change(action, "comment", mark->code, row_text(before, "comment"), mark->comment);
}

/* What the marks of each paper come to now. */
static void write_outcomes(struct marking *marking)
{
    struct action *action = marking->action;
    size_t count;
    const struct row *const *rows = action_rows(action, "outcomes", &count);
    for (size_t i = 0; i < count; i++) {
        action_set_text(action, "code", row_text(rows[i], "code"));
        set_optional(action, "points", row_text(rows[i], "points"));
        set_optional(action, "grade", row_text(rows[i], "grade"));
        action_set(action, "marks", row_integer(rows[i], "marks"));
        action_step(action, "outcome");
    }
}

/* Holds the exam: alone when this is its first mark or its minute has to be written, else shared with others who save. */
static enum outcome hold(struct marking *marking)
{
    struct action *action = marking->action;
    const struct row *look = action_row(action, "look");
    if (!look)
        return OUTCOME_MISSING;
    bool due = row_flag(look, "due");
    marking->exam = action_row(action, due ? "lock" : "share");
    if (!marking->exam)
        return OUTCOME_MISSING;
    if (text_equal(row_text(marking->exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_confirmed");
    if (!text_equal(row_text(marking->exam, "session_state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_cancelled");
    if (due)
        action_step(action, "touch");
    return OUTCOME_DONE;
}

enum outcome grading_grade(struct action *action)
{
    struct marking marking = {.action = action, .outcome = OUTCOME_DONE};
    enum outcome outcome = hold(&marking);
    if (outcome != OUTCOME_DONE)
        return outcome;
    marking.scale = grading_scale_read(action);
    read_rows(&marking);
    keep_changes(&marking);
    if (marking.outcome != OUTCOME_DONE)
        return marking.outcome;
    const char *page =
        arena_printf(action->arena, "/exams/%" PRId64 "/grade", action_id(action, "exam"));
    if (marking.count == 0)
        return action_back(action, NULL, page);
    set_codes(&marking);
    size_t locked;
    action_rows(action, "lock_papers", &locked);
    action_event_alone(action, "exam.marked", "exam", action_id(action, "exam"));
    for (size_t i = 0; i < marking.count; i++)
        write_mark(&marking, &marking.marks[i]);
    write_outcomes(&marking);
    return action_back(action, "marks_saved", page);
}
