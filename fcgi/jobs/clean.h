/* The cleaner of handed-in files in a process of its own, since what it reads was made by anybody: without the database, without
 * files, with a limit on time and memory. */
#ifndef JOBS_CLEAN_H
#define JOBS_CLEAN_H
#include "../paper/paper.h"
#include "work.h"

enum clean_end {
    CLEAN_DONE,    /* *result, and the bytes and *kind when that is PAPER_OK */
    CLEAN_STOPPED, /* work_goes_on said no */
    CLEAN_FAILED   /* no process, or it was killed by others: another time */
};
/* A file on which it falls, or takes longer than a minute or more than its memory, is damaged. `out` has PAPER_BYTES. */
enum clean_end clean_apart(struct work *work, const struct buffer *in, struct buffer *out,
                           enum paper_result *result, enum paper_kind *kind);
#endif
