/* What a partner sent (INBOUND rows of routes.def): its rows as JSON in :rows, one object each by the attributes' own names, which
 * fragment inbound_rows reads; :partner and :partner_institution are set, :viewer is the partner's person. All or nothing: a function
 * that found a fault gives OUTCOME_INVALID, and everything is rolled back.
 *
 * Each takes what it locks first, teaches the numbers of students, then asks step `rows` of its statements: for every row of the message
 * its number, what is to be done (deed; `same`: nothing), whether that makes something new, and error: NULL, or the attribute and the name
 * of what is wrong with it ("class class_unknown": label inbound.class_unknown). What is done is what the pages do. */
#ifndef WORKFLOW_INBOUND_H
#define WORKFLOW_INBOUND_H
#include "action.h"

enum { INBOUND_FAULTS = 200 }; /* told at most */

struct inbound_fault {
    size_t row;            /* from 1; 0: of the whole message */
    const char *attribute; /* "" or NULL: none in particular */
    const char *error;     /* label inbound.<error> */
};
struct inbound {
    size_t count;                                /* of rows */
    char *outcomes;                              /* a letter a row: m made, c changed, s the same */
    struct inbound_fault faults[INBOUND_FAULTS]; /* the first of them, by rows */
    size_t fault_count;                          /* how many there are */
};

/* Something is wrong with a row. */
void inbound_fault(struct inbound *inbound, size_t row, const char *attribute, const char *error);

/* The steps that follow are those of another page: "allocation/students_new". */
void inbound_use(struct action *action, const char *file);
/* Numbers of students that are told are kept, then step `rows`; NULL when one of them is at fault, or after a failure. */
const struct row *const *inbound_rows(struct action *action, size_t *count);
/* The end of those that follow rows[first] with its deed and the same place, the column's value; their outcomes are noted. */
size_t inbound_run(struct action *action, const struct row *const *rows, size_t count, size_t first,
                   const char *place);
#endif
