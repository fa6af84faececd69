/* Sweeps what nobody needs any more: ended sessions, old submissions and sign-in attempts, old notices. */
#ifndef JOBS_TIDY_H
#define JOBS_TIDY_H
#include "mail.h"

/* Does its work when an hour has passed since the last time; else nothing. A few thousand rows a statement, so that
 * nobody waits for it. Failures are logged by data/ and tried again an hour later. */
void tidy_when_due(const struct post *post);
#endif
