/* A database that hangs costs each worker its time-out once, not each request: after that, requests are refused at once
 * for a second, and then one of them tries. Shared by all workers through the metrics. */
#ifndef SERVER_GUARD_H
#define SERVER_GUARD_H
#include "visit.h"

/* False: do not ask the database now; answer 503. */
bool guard_allows(struct visit *visit);
/* How it went with the database in this visit. */
void guard_report(struct visit *visit, enum data_result result);
#endif
