/* Grading: what its actions share. */
#ifndef WORKFLOW_GRADING_H
#define WORKFLOW_GRADING_H
#include "../base/points.h"
#include "action.h"

/* A scale's grades and the boundaries of an exam. */
struct grading_scale {
    const struct row *const
        *grades; /* id (position), name, symbol, passed, points_from; lowest first */
    size_t grade_count;
    struct points_boundary *boundaries;
    size_t boundary_count;
};
/* Of :exam, by the action's step `grades`. */
struct grading_scale grading_scale_read(struct action *action);
/* The symbol as histories keep it; NULL for no grade, or none of the scale. */
const char *grading_symbol(const struct grading_scale *scale, int64_t position);
/* The grade that the points ("14.83") are by the boundaries; 0 without boundaries or points. */
int64_t grading_proposed(const struct grading_scale *scale, const char *points);
/* The exam row, held alone; DONE when it is still being graded, else what forbids it. *exam NULL: there is none. */
enum outcome grading_take(struct action *action, const struct row **exam);
#endif
