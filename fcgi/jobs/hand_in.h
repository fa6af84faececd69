/* What becomes of a file that was handed in: told by its content, cleaned, and put beside its code; or refused, and the student told. */
#ifndef JOBS_HAND_IN_H
#define JOBS_HAND_IN_H
#include "work.h"

/* Kind `hand_in`, about a candidate: the newest file. Each later one asks for a job of its own. */
enum work_result hand_in_run(struct work *work);
/* Given up, which the file is not to blame for: it stays handed in and unchecked, for planners to ask anew. */
void hand_in_failed(struct work *work);
#endif
