/* Students to supervisors (or to lecturers): as evenly as can be, within limits.
 *
 * Exact, in this order: as many students as possible get one; the numbers of students are as even
 * as can be (least sum of squares: then no other division is more even by any measure, its largest
 * number and its next largest included); as few students as possible change. Same input, same
 * result; where several are equally good, the order of students and supervisors decides. */
#ifndef ALLOCATE_BALANCE_H
#define ALLOCATE_BALANCE_H
#include <stddef.h>
#include <stdint.h>

enum { BALANCE_NOBODY = -1, BALANCE_NO_LIMIT = -1 };

struct balance_supervisor {
    int32_t taken; /* students they have besides these; counts towards evenness and limit */
    int32_t most;  /* limit with `taken`, which may be above it already; or BALANCE_NO_LIMIT */
};

/* A student who must keep whom they have has only that one as possible. */
struct balance_student {
    const int32_t *possible; /* numbers of supervisors, ascending, each once; the caller's */
    size_t possible_count;   /* 0: nobody */
    int32_t now;             /* whom they have today, BALANCE_NOBODY if none */
};

struct balance {
    int32_t *given; /* per student: a supervisor, or BALANCE_NOBODY */
    size_t without; /* students who got nobody */
    size_t changed; /* students who have somebody today and got another, or nobody */
};

/* At most a million students, and as many supervisors. Work grows with students × possible. */
struct balance balance_solve(const struct balance_supervisor *supervisors, size_t supervisor_count,
                             const struct balance_student *students, size_t student_count);
void balance_free(struct balance *balance);
#endif
