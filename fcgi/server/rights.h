/* Who may what: sql/rights/viewer.sql for everyone signed in, sql/rights/<thing>.sql for the thing of a row. */
#ifndef SERVER_RIGHTS_H
#define SERVER_RIGHTS_H
#include "visit.h"

/* Also sets a parameter :viewer_<column> for each column of viewer.sql: its number, or NULL when that is 0, so that statements can
 * leave out with {if …} what this viewer has no use for.
 *
 * Reads visit->viewer and visit->rights and decides: *status 0 go on, 303 sign in first, 403, 404. `again`: the page
 * is shown once more after a refused change, whose right may be gone by now; then only `view` counts. */
enum data_result rights_check(struct visit *visit, bool again, int *status);
#endif
