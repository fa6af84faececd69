/* The automatic run of an activity's allocation, asked for by a proposal: read in one snapshot, solved without a transaction,
 * written in one with all it takes to explain it. sql/migrate/0014_proposal.sql says what a proposal is. */
#ifndef JOBS_ALLOCATE_H
#define JOBS_ALLOCATE_H
#include "../allocate/instance.h"
#include "../base/buffer.h"
#include "../base/random.h"
#include "../workflow/action.h"
#include "work.h"

work_function allocate_run;

/* What was read beside the instance. Students and units stand as in the instance: by their ids. */
struct proposing_wish {
    int64_t unit, site;
    uint8_t number;
};
struct proposing_student {
    int64_t id, version;
    int64_t unit, site; /* in the allocation; 0: none */
    int64_t shared_unit, shared_site;
    const struct proposing_wish *wishes;
    size_t wish_count;
    bool locked;
    bool home; /* where they live is known */
};
struct proposing_unit {
    int64_t id, site, places;
    bool somewhere; /* where it is is known */
};
/* A rule between a student and a unit, as fragment unit_obstacles says it. */
struct proposing_obstacle {
    uint32_t student, unit; /* ids */
    uint32_t word;          /* index of proposing_obstacle_words */
};
enum { PROPOSING_WORDS = 9 };
extern const char *const proposing_obstacle_words[PROPOSING_WORDS];

struct proposing {
    struct work *work;
    struct action action;
    struct action_session session;
    struct parameters parameters;
    const struct row *proposal, *plan;
    struct instance *instance;
    struct proposing_student *students;
    struct proposing_unit *units;
    struct proposing_obstacle *obstacles; /* by student, unit, word */
    size_t student_count, unit_count, obstacle_count;
    struct buffer read;              /* all that was read, in words: what `input` is the hash of */
    unsigned char input[HASH_BYTES]; /* the same bytes for the same state */
    int64_t done, total;             /* of its progress */
    bool stopped;                    /* work_goes_on said no */
};

/* allocate_read.c. False: the database failed (action.result), or what is there is no instance (work->error). */
bool proposing_read(struct proposing *run);
/* Words of the rules between them, with commas, as a SET of the database is written; "" when there is none. */
const char *proposing_obstacles(const struct proposing *run, uint32_t student, uint32_t unit);
/* Whether to go on. */
bool proposing_goes_on(struct proposing *run, int64_t done);
void proposing_free(struct proposing *run);
#endif
