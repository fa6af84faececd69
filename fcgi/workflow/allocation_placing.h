/* Students put at units by hand, or taken away: the hard rules are those of the automatic run (fragment unit_obstacles), and a
 * row that somebody else changed meanwhile stays theirs. All or nothing of what one form asks for. */
#ifndef WORKFLOW_ALLOCATION_PLACING_H
#define WORKFLOW_ALLOCATION_PLACING_H
#include "action.h"

/* One student's row: where they are to be, and the version of the row that whoever decided so had seen. */
struct seat {
    int64_t registration, unit; /* unit 0: nowhere */
    int64_t version;
};
struct placing {
    struct action *action;
    const char *field; /* of the form, for what is wrong */
    bool each;         /* it is an `each` field whose keys are registrations */
    bool lock;         /* rows that are moved are locked there */
    struct seat *seats;
    size_t count, room;
};

struct placing placing_of(struct action *action, const char *field, bool each, size_t room);
/* A student for whom there is a seat already gets this unit instead. */
void placing_add(struct placing *placing, int64_t registration, int64_t unit, int64_t version);
/* "[17,18]" of the seats, for :students. */
const char *placing_students(const struct placing *placing);
/* Steps rows, obstacles, place, words, full: checks every seat, writes those that differ, one event each. OUTCOME_DONE, or
 * what is wrong beside each row; *moved: how many were written. */
enum outcome placing_carry_out(struct placing *placing, size_t *moved);
#endif
