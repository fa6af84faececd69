/* What the solver found, and how it is told: per student, per wish, per shortage. */
#ifndef JOBS_ALLOCATE_RESULT_H
#define JOBS_ALLOCATE_RESULT_H
#include "../allocate/explain.h"
#include "../allocate/groups.h"
#include "../allocate/shortage.h"
#include "../allocate/swaps.h"
#include "allocate.h"

/* One of a student's wishes. */
struct proposing_answer {
    const char *why;           /* as proposal_wish.why has it */
    struct explanation *moved; /* of full and free, else NULL */
};
struct proposing_result {
    struct allocation_with_groups *found;
    const uint32_t *units; /* of found: a unit or INSTANCE_NONE for each student */
    struct proposing_answer
        *answers; /* of all students, one after the other, each in the order of their wishes */
    size_t answer_count;
    uint32_t *open;              /* by student: units that no rule forbids */
    struct shortages *shortages; /* NULL: everyone has a place */
    struct swaps swaps;
    int64_t placed, locked, milliseconds;
};

/* False: cancelled (run->stopped), or the result did not stand its proof (work->error). Free either way. */
bool proposing_solve(struct proposing *run, struct proposing_result *result);
void proposing_result_free(struct proposing_result *result);

/* allocate_write.c: all rows of the result, and the proposal made ready. In the caller's transaction. */
bool proposing_write(struct proposing *run, const struct proposing_result *result);
#endif
