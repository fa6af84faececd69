/* How an exam is graded: points, boundaries, how many marks a paper gets, committees, assessors, and which papers are whose. */
#include "grading.h"

#include <string.h>

static enum outcome go(struct action *action, const char *flash, const char *part)
{
    return action_go(action, flash, "/exams/%" PRId64 "%s", action_id(action, "exam"), part);
}

/* What was typed for the boundary of a grade; "" for none. */
static const char *boundary_typed(struct action *action, int64_t position)
{
    const char *typed = form_each_text_of(action->form, "boundary", position);
    return typed ? typed : "";
}

/* A boundary for every grade but the lowest, or none at all; rising, none above the most points. */
static struct grading_scale boundaries_typed(struct action *action, struct grading_scale scale)
{
    struct points_boundary *boundaries =
        arena_zero(action->arena, (scale.grade_count + 1) * sizeof *boundaries);
    size_t count = 0, wrong;
    int64_t most = 0;
    bool limited = form_has(action->form, "points_most");
    points_parse(&most, form_text(action->form, "points_most"));
    for (size_t i = 1; i < scale.grade_count; i++) {
        int64_t position = row_integer(scale.grades[i], "id");
        boundaries[count].position = position;
        if (points_parse(&boundaries[count].from, boundary_typed(action, position)))
            count++;
    }
    if (count > 0 && !limited)
        form_error(action->form, "points_most", -1, "error.points_needed");
    for (size_t i = 1; count > 0 && i < scale.grade_count; i++)
        if (!*boundary_typed(action, row_integer(scale.grades[i], "id")))
            form_error(action->form, "boundary", row_integer(scale.grades[i], "id"),
                       "error.boundary_missing");
    if (limited && !points_boundaries_good(boundaries, count, most, &wrong))
        form_error(action->form, "boundary", boundaries[wrong].position, "error.boundary_order");
    scale.boundaries = boundaries;
    scale.boundary_count = count;
    return scale;
}

static void check_points(struct action *action)
{
    int64_t most, given;
    const struct row *row = action_row(action, "given");
    const char *highest = row ? row_text(row, "points") : NULL;
    if (!highest || !points_parse(&given, highest))
        return;
    if (!points_parse(&most, form_text(action->form, "points_most")))
        form_error(action->form, "points_most", -1, "error.points_are_given");
    else if (given > most)
        form_error(action->form, "points_most", -1, "error.more_points_given");
}

/* Committees whose name was cleared go, with who is in them; papers that somebody has marked stay where they are known. */
static void check_committees(struct action *action, const struct row *const *committees,
                             size_t count)
{
    size_t left = form_has(action->form, "new_committee") ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        int64_t number = row_integer(committees[i], "id");
        const char *name = form_each_text_of(action->form, "committee", number);
        if (!name || *name)
            left++;
        else if (row_integer(committees[i], "marked") > 0)
            form_error(action->form, "committee", number, "error.committee_has_marks");
    }
    if (left == 0)
        form_error(action->form, "new_committee", -1, "error.committee_needed");
}

static void write_boundaries(struct action *action, const struct grading_scale *before,
                             const struct grading_scale *after)
{
    char from[POINTS_TEXT];
    for (size_t i = 1; i < before->grade_count; i++) {
        int64_t position = row_integer(before->grades[i], "id");
        const char *was = row_text(before->grades[i], "points_from");
        const char *typed = boundary_typed(action, position);
        if (points_equal(was, typed))
            continue;
        action_set(action, "position", position);
        action_step(action, "boundary_remove");
        for (size_t j = 0; j < after->boundary_count; j++) {
            if (after->boundaries[j].position != position)
                continue;
            points_text(from, after->boundaries[j].from);
            action_set_text(action, "points_from", from);
            action_step(action, "boundary_insert");
        }
        action_change(action, "boundary", row_text(before->grades[i], "symbol"), was, typed);
    }
}

static void write_committees(struct action *action, const struct row *const *committees,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t number = row_integer(committees[i], "id");
        const char *was = row_text(committees[i], "name");
        const char *name = form_each_text_of(action->form, "committee", number);
        if (!name || text_equal(name, was))
            continue;
        action_set(action, "number", number);
        action_set_text(action, "name", name);
        if (*name)
            action_step(action, "committee_rename");
        action_change(action, "committee", NULL, was, name);
    }
    if (form_has(action->form, "new_committee")) {
        action_step(action, "committee_insert");
        action_change(action, "committee", NULL, NULL, form_text(action->form, "new_committee"));
    }
    for (size_t i = 0; i < count; i++) {
        const char *name =
            form_each_text_of(action->form, "committee", row_integer(committees[i], "id"));
        if (!name || *name)
            continue;
        action_set(action, "number", row_integer(committees[i], "id"));
        action_step(action, "committee_papers");
        action_step(action, "committee_assessors");
        action_step(action, "committee_remove");
    }
}

/* Papers that nobody has marked go round the committees in the order of their codes, which is as good as drawn. */
static void divide(struct action *action)
{
    size_t committees, papers;
    if (!text_equal(form_text(action->form, "division"), "even"))
        return;
    const struct row *const *committee = action_rows(action, "committees", &committees);
    const struct row *const *paper = action_rows(action, "unmarked", &papers);
    int64_t moved = 0;
    for (size_t i = 0; committees > 0 && i < papers; i++) {
        int64_t number = row_integer(committee[i % committees], "id");
        if (row_integer(paper[i], "committee") == number)
            continue;
        action_set_text(action, "code", row_text(paper[i], "code"));
        action_set(action, "number", number);
        action_step(action, "move");
        moved++;
    }
    action_change_integer(action, "papers_moved", NULL, 0, moved);
}

/* Grades that the boundaries gave, and those that are missing, follow the new ones. Before these are written. */
static void follow(struct action *action, const struct grading_scale *after)
{
    const char *text = "[";
    char from[POINTS_TEXT];
    for (size_t i = 0; i < after->boundary_count; i++) {
        points_text(from, after->boundaries[i].from);
        text = arena_printf(action->arena, "%s%s{\"position\":%" PRId64 ",\"from\":%s}", text,
                            i ? "," : "", after->boundaries[i].position, from);
    }
    action_set_text(action, "boundaries", arena_printf(action->arena, "%s]", text));
    if (after->boundary_count > 0)
        action_step(action, "propose");
}

enum outcome grading_setup(struct action *action)
{
    const struct row *exam;
    size_t count;
    enum outcome outcome = grading_take(action, &exam);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct grading_scale before = grading_scale_read(action);
    struct grading_scale after = boundaries_typed(action, before);
    const struct row *const *committees = action_rows(action, "committees", &count);
    check_points(action);
    check_committees(action, committees, count);
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    follow(action, &after);
    action_step(action, "update");
    action_event(action, "exam.set_up", "exam", action_id(action, "exam"));
    if (!points_equal(row_text(exam, "points_most"), form_text(action->form, "points_most")))
        action_change(action, "points_most", NULL, row_text(exam, "points_most"),
                      form_text(action->form, "points_most"));
    action_change(action, "marks", NULL, row_text(exam, "marks"), form_text(action->form, "marks"));
    write_boundaries(action, &before, &after);
    write_committees(action, committees, count);
    divide(action);
    action_step(action, "outcomes");
    return go(action, "exam_set_up", "");
}

/* An assessor's committee is chosen anew; 0 leaves the exam. Whoever has marked papers stays with them. */
static void place_assessor(struct action *action, const struct row *assessor, int64_t committee)
{
    int64_t person = row_integer(assessor, "id"), was = row_integer(assessor, "committee");
    if (committee == was)
        return;
    if (row_integer(assessor, "marked") > 0) {
        form_error(action->form, "assessor", person, "error.assessor_has_marks");
        return;
    }
    action_set(action, "person", person);
    action_set(action, "number", committee);
    action_step(action, "remove");
    if (committee)
        action_step(action, "insert");
    if (committee && action_affected(action) == 0)
        form_error(action->form, "assessor", person, "error.not_choice");
}

/* Those who are ticked and may be assessors here. */
static void add_assessors(struct action *action)
{
    size_t ticked = form_each_count(action->form, "add");
    if (ticked > 0 && !form_has(action->form, "to"))
        form_error(action->form, "to", -1, "error.required");
    for (size_t i = 0; i < ticked && form_valid(action->form); i++) {
        action_set(action, "person", form_each_key(action->form, "add", i));
        action_set(action, "number", form_integer(action->form, "to"));
        action_step(action, "insert");
        if (action_affected(action) == 0)
            form_error(action->form, "add", -1, "error.not_assessor");
    }
}

enum outcome grading_assessors(struct action *action)
{
    const struct row *exam;
    size_t count, now;
    enum outcome outcome = grading_take(action, &exam);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *const *assessors = action_rows(action, "assessors", &count);
    const struct row *before = action_row(action, "named");
    for (size_t i = 0; i < count; i++) {
        int64_t person = row_integer(assessors[i], "id");
        if (form_each_has(action->form, "assessor", person))
            place_assessor(action, assessors[i], form_each_of(action->form, "assessor", person, 0));
    }
    add_assessors(action);
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    const struct row *after = action_row(action, "named");
    action_rows(action, "assessors", &now);
    if (text_equal(row_text(before, "names"), row_text(after, "names")))
        return action_invalid(action, NULL, "error.nothing_changed");
    action_step(action, "touch");
    action_event(action, "exam.assessors", "exam", action_id(action, "exam"));
    action_change(action, "assessors", NULL, row_text(before, "names"), row_text(after, "names"));
    action_notify(action, "exam_assess");
    return go(action, "assessors_saved", "/assessors");
}
