/* Forgotten passwords: what was typed on the page is answered here, where nobody can measure whether there is such an
 * account. */
#ifndef JOBS_FORGOTTEN_H
#define JOBS_FORGOTTEN_H
#include "mail.h"

/* All that wait, each in a transaction of its own. False when the database could not be used. */
bool forgotten_answer(const struct post *post);
#endif
