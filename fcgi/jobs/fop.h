/* Apache FOP in a process of its own: XSL-FO in, PDF out, with limits on time and memory. Its settings are conf/fop/fop.xconf. */
#ifndef JOBS_FOP_H
#define JOBS_FOP_H
#include "../base/buffer.h"
#include "work.h"

enum fop_end {
    FOP_DONE,    /* `pdf` is whole */
    FOP_STOPPED, /* work_goes_on said no */
    FOP_KILLED,  /* by others, or there is no process: another time */
    FOP_LATE,    /* took longer than it may */
    FOP_LETTERS, /* some letters (not signs) are in none of the fonts: # stands for them on paper */
    FOP_FAILED,  /* could not make it: the log says why */
    FOP_MISSING  /* no Java here */
};
/* Says of the work how many pages are rendered, of `total` (0: not known). The first of an installation leaves an archive of the
 * loaded classes in var_folder, with which the next ones begin in a third of the time; one that does not fit this Java or this
 * FOP is passed over by Java itself, and made anew. */
enum fop_end fop_make(struct work *work, const struct buffer *fo, struct buffer *pdf,
                      int64_t total);
/* Whether Java, FOP and its settings are there; else a sentence in `error`. For `praktikum doctor`. */
bool fop_there(const struct config *config, char *error, size_t error_size);
#endif
