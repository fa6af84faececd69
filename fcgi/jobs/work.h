/* Jobs: long work that a page asked for (table job), done one at a time by whoever claims it.
 *
 * A job is claimed, kept alive and ended in short transactions of a connection of its own; what it changes is its own
 * business, in as many transactions as it likes. A process that dies leaves a job whose heartbeat stops: it is claimed
 * again, three times at most, then given up for all to see. So a job does its work in one transaction that also says that
 * it was done, and when it begins looks whether that is so: then it happens once, whoever dies when.
 *
 * A new kind: a function, a row in kinds.c, and action_job() where it is asked for. */
#ifndef JOBS_WORK_H
#define JOBS_WORK_H
#include "../base/arena.h"
#include "../base/config.h"
#include "../data/connection.h"
#include "../view/form.h"
#include "../view/stylesheet.h"

#include <stdbool.h>
#include <stdint.h>

struct work;
/* What the lane of jobs holds. */
struct workshop {
    const struct work_kind *kinds; /* the last has no name */
    const struct config *config;
    const struct query_store *store;
    const struct form_set *forms;
    struct stylesheets *sheets;
    struct connection *connection; /* of the work */
    struct connection *pulse;      /* of the jobs' rows; nothing else */
    struct arena *arena;           /* reset after each job */
    const unsigned char *claim;    /* 16 bytes: of this lane, also after it was started again */
    enum { WORK_ALL, WORK_PRINTS, WORK_OTHERS } does; /* a print waits for no import */
};

enum work_result {
    WORK_DONE,
    WORK_STOPPED, /* work_goes_on said no: what was begun is rolled back */
    WORK_RETRY,   /* the database could not: again after a pause, as often as after a death */
    WORK_FAILED   /* for good; work->error */
};
#define WORK_BROKEN "job_broken" /* the error of a failure that is the program's own */

struct work {
    const struct workshop *shop;
    int64_t job, thing_id;
    int64_t person; /* who asked; 0: the system itself */
    const char *kind, *thing, *lang;
    int64_t attempt;   /* from 1 */
    const char *error; /* what to say: a label's key without "error." */

    /* of work.c */
    int64_t next_pulse_us;
    int64_t progress, total;
    bool lost, cancelled;
};
typedef enum work_result work_function(struct work *work);
struct work_kind {
    const char *name;
    work_function *run;
    /* Once when the job is given up, however that came: in a transaction of its own. May be NULL. */
    void (*failed)(struct work *work);
};
extern const struct work_kind work_kinds[]; /* kinds.c: all there are */

/* Says that the work lives and how far it is (total 0: not known); asks whether it shall go on. Call it often: it asks the
 * database at most twice a second. False: cancelled, claimed by another, or the program ends. */
bool work_goes_on(struct work *work, int64_t progress, int64_t total);

enum work_found { WORK_NONE, WORK_ONE, WORK_UNAVAILABLE };
/* Takes back what an earlier process of this lane held when it died. */
void work_release(const struct workshop *shop);
/* Takes one job that is due and does it. */
enum work_found work_do_one(const struct workshop *shop);
/* Jobs that wait or run, whoever runs them; -1 when the database cannot be used. */
int64_t work_left(const struct workshop *shop);
#endif
