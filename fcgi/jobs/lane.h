/* Lanes: processes beside each other, each doing one sort of work over and over, so that a long job holds up no mail. Their
 * parent starts one that ended again, and ends with them. */
#ifndef JOBS_LANE_H
#define JOBS_LANE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Runs in a process of its own until lane_stopping() and gives its exit status. */
typedef int lane_function(void *context);
struct lane {
    const char *name; /* for the log */
    lane_function *run;
    void *context;

    /* of lanes_run */
    pid_t pid;      /* 0: not running */
    unsigned falls; /* in a row */
    int64_t began_us, due_us;
};

/* Forks them and keeps them running: one that ends is started again, after a pause that grows with its falls. TERM or INT:
 * passes TERM on, waits, gives 0. A lane is ended by the kernel when the parent dies. */
int lanes_run(struct lane *lanes, size_t count);

/* From now on TERM and INT end nothing in the middle: they wait for lane_pause, or for who asks lane_stopping. */
void lane_listen(void);
bool lane_stopping(void);
/* Waits; less when a signal comes. 0 only lets signals in. */
void lane_pause(int milliseconds);
#endif
