/* Imports, the parts that take long. What an import is: sql/migrate/0008_jobs.sql; how its kinds differ: the steps of
 * sql/jobs/import_<kind>.sql, explained at the top of sql/jobs/import.sql. */
#ifndef JOBS_IMPORT_H
#define JOBS_IMPORT_H
#include "../workflow/action.h"
#include "work.h"

/* Kinds of jobs (work.h); thing_id is the import. */
work_function
    import_check; /* reads the file, matches its columns, says what would become of each row */
work_function import_apply; /* all of it or nothing, in one transaction */
work_function import_undo;  /* the same backwards, when nothing depends on it */
void import_failed(struct work *work);

struct import_window {
    int64_t first, last; /* numbers of rows */
};

/* What the parts share. `action` runs steps and keeps the first failure, as in an action of a page. */
struct import_job {
    struct work *work;
    struct action action;
    struct action_session session;
    struct parameters parameters;
    const struct row *import; /* step `import` */
    const char *kind;
    const struct query_file *shared, *own; /* jobs/import, jobs/import_<kind> */
    int64_t rows;                          /* how many: of the file, then of import_row */
    struct import_window *windows;         /* of import_row, some hundreds of rows each */
    size_t window_count;
    int64_t done, total; /* of its progress */
    bool stopped;        /* work_goes_on said no */
};

/* import_job.c. False: there is no such import, or the database failed (action.result). */
bool import_open(struct import_job *job, struct work *work);
/* A step of jobs/import.sql. */
bool import_step(struct import_job *job, const char *step);
/* The same for a window of the file's rows at a time, :from_row to :to_row, so that no statement is long. */
bool import_windows(struct import_job *job, const char *step);
const struct row *import_row(struct import_job *job, const char *step);
const struct row *const *import_rows(struct import_job *job, const char *step, size_t *count);
/* How many rows there are, and their windows. */
bool import_look_at_rows(struct import_job *job);
/* Whether to go on, after `more` of the total was done; notes when not. */
bool import_goes_on(struct import_job *job, int64_t more);
/* Runs the kind's steps whose names begin with `phase`, in their order. */
bool import_phase(struct import_job *job, const char *phase);
/* How many steps import_phase has to run, each taken as all rows: for the total. */
int64_t import_phase_length(const struct import_job *job, const char *phase);
enum work_result import_result(const struct import_job *job);

/* import_read.c: the file into import_row, import_column and notes of what is wrong with its cells. */
enum import_read {
    IMPORT_READ,
    IMPORT_UNREADABLE,     /* noted in the import */
    IMPORT_COLUMNS_MISSING /* somebody must say which they are; noted */
};
bool import_read_file(struct import_job *job, enum import_read *read);

/* import_words.c. Letters and digits alone, lower case, without most accents: for comparing what people call things. */
char *import_fold(struct arena *arena, const char *text);
/* "Medisin>Post 1" → "Medisin › Post 1" */
char *import_path(struct arena *arena, const char *text);
/* "H26", "høst 2026", "2026-2" → "2026-2"; NULL when it is no term. */
const char *import_term(struct arena *arena, const char *text);
/* "a", "Klasse A" → "A"; NULL when it does not end in one letter from A to Z. */
const char *import_class(struct arena *arena, const char *text);
#endif
