/* Grading: how an exam is graded and by whom, and when it is done. */
#include "grading.h"

#include <stdlib.h>
#include <string.h>

struct grading_scale grading_scale_read(struct action *action)
{
    struct grading_scale scale = {0};
    scale.grades = action_rows(action, "grades", &scale.grade_count);
    scale.boundaries =
        arena_zero(action->arena, (scale.grade_count + 1) * sizeof *scale.boundaries);
    for (size_t i = 0; i < scale.grade_count; i++) {
        const char *from = row_text(scale.grades[i], "points_from");
        struct points_boundary *boundary = &scale.boundaries[scale.boundary_count];
        boundary->position = row_integer(scale.grades[i], "id");
        if (from && points_parse(&boundary->from, from))
            scale.boundary_count++;
    }
    return scale;
}

const char *grading_symbol(const struct grading_scale *scale, int64_t position)
{
    for (size_t i = 0; i < scale->grade_count; i++)
        if (row_integer(scale->grades[i], "id") == position)
            return row_text(scale->grades[i], "symbol");
    return NULL;
}

int64_t grading_proposed(const struct grading_scale *scale, const char *points)
{
    int64_t hundredths;
    if (scale->boundary_count == 0 || !points || !points_parse(&hundredths, points))
        return 0;
    return points_grade(scale->boundaries, scale->boundary_count, hundredths);
}

enum outcome grading_take(struct action *action, const struct row **exam)
{
    *exam = action_row(action, "lock");
    if (!*exam)
        return OUTCOME_MISSING;
    if (!action_version(action, *exam))
        return OUTCOME_STALE;
    if (!text_equal(row_text(*exam, "session_state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_cancelled");
    if (text_equal(row_text(*exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_confirmed");
    return OUTCOME_DONE;
}

static enum outcome go(struct action *action, const char *flash)
{
    return action_go(action, flash, "/exams/%" PRId64, action_id(action, "exam"));
}

enum outcome grading_confirm(struct action *action)
{
    const struct row *exam;
    enum outcome outcome = grading_take(action, &exam);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const struct row *counts = action_row(action, "counts");
    if (!counts || row_integer(counts, "agreed") == 0)
        return action_refuse(action, NULL, "error.nothing_graded");
    if (row_integer(counts, "disagree") > 0)
        action_refuse(action, NULL, "error.marks_disagree");
    if (row_integer(counts, "missing") > 0)
        action_refuse(action, NULL, "error.marks_missing");
    if (!form_valid(action->form))
        return OUTCOME_REFUSED;
    action_step(action, "confirm");
    action_step(action, "touch_papers");
    action_event(action, "exam.confirmed", "exam", action_id(action, "exam"));
    action_change(action, "exam_state", NULL, row_text(exam, "state"), "confirmed");
    return go(action, "exam_confirmed");
}

enum outcome grading_reopen(struct action *action)
{
    const struct row *exam = action_row(action, "lock");
    if (!exam)
        return OUTCOME_MISSING;
    if (!action_version(action, exam))
        return OUTCOME_STALE;
    if (!text_equal(row_text(exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.exam_not_confirmed");
    if (row_flag(exam, "transferred"))
        return action_refuse(action, NULL, "error.exam_transferred");
    action_step(action, "reopen");
    action_event(action, "exam.reopened", "exam", action_id(action, "exam"));
    action_change(action, "exam_state", NULL, "confirmed", "started");
    action_change(action, "reason", NULL, NULL, form_text(action->form, "reason"));
    return go(action, "exam_reopened");
}
