/* Small allocations described apart from the solver, with the rules and the objective written once more, in the plainest way,
 * so that every possible allocation can be gone through. */
#ifndef TESTS_UNIT_SUPPORT_ALLOCATE_H
#define TESTS_UNIT_SUPPORT_ALLOCATE_H
#include "../../fcgi/allocate/allocate.h"

enum {
    TRIAL_STUDENTS = 7,
    TRIAL_UNITS = 5,
    TRIAL_WISHES = 4,
    TRIAL_TOWNS = 3, /* municipalities, on one meridian */
    TRIAL_NONE = -1, /* no unit, no town */
    TRIAL_WORTH = 10
};

struct trial_student {
    int wishes[TRIAL_WISHES]; /* units; TRIAL_NONE: one that is not in the instance */
    int wish_count;
    int class_number, home, locked, shared, group; /* class and group: 0 none */
    uint64_t needs;
    bool car, conflict[TRIAL_UNITS], earlier[TRIAL_UNITS];
    bool reach[TRIAL_TOWNS], reaches_all;
};
struct trial {
    int student_count, unit_count;
    struct trial_student students[TRIAL_STUDENTS];
    int capacity[TRIAL_UNITS], town[TRIAL_UNITS];
    uint64_t covers[TRIAL_UNITS];
    bool closed[3][TRIAL_UNITS];              /* by class */
    bool waived[TRIAL_STUDENTS][TRIAL_UNITS]; /* no obstacle holds; the solver does not know it */
    double latitude[TRIAL_TOWNS];
    int limit, limit_car;
    bool rank_maximal, changes_first, together; /* together: groups hold */
    uint64_t seed;
};

/* What an allocation is worth, the lot left out: smaller is better, the first that differs decides. */
struct worth {
    int64_t part[TRIAL_WORTH];
};

uint64_t trial_chance(uint64_t *state, uint64_t below);
/* groups: some students go together; locks: some are locked. */
void trial_make(struct trial *trial, uint64_t seed, bool groups, bool locks);
/* Rows are added in an order drawn by `shuffle`; student i has index i. */
struct instance *trial_instance(const struct trial *trial, uint64_t shuffle);

uint32_t trial_obstacles(const struct trial *trial, int student, int unit);
int trial_km(const struct trial *trial, int student, int unit);
int trial_rank(const struct trial *trial, int student, int unit);
/* By student: a unit or TRIAL_NONE. false: a rule speaks against it. */
bool trial_weigh(const struct trial *trial, const int *units, struct worth *worth);
int worth_compare(const struct worth *a, const struct worth *b);
/* The best of all allocations with `forced` at `unit` (TRIAL_NONE, TRIAL_NONE: of all). false: there is none. */
bool trial_best(const struct trial *trial, int forced, int unit, struct worth *best);
/* An allocation of the solver in these words. */
void trial_units(const struct trial *trial, const uint32_t *from, int *units);

/* NULL, or what is wrong with the allocation: everyone where they may be, units not over their capacity, what it says of
 * itself, and the prices that prove it the best. */
const char *check_allocation(const struct instance *instance, const struct allocation *allocation);
#endif
