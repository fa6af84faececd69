/* One worker: single-threaded, one connection to the database, one request at a time. */
#ifndef SERVER_WORKER_H
#define SERVER_WORKER_H
#include "service.h"

enum worker_exit { WORKER_DONE = 0, WORKER_BAD_SQL = 65, WORKER_DEADLINE = 75, WORKER_CANNOT = 78 };

/* Serves from the non-blocking listening socket until TERM, or until it has done its share. `slot` is its place in the
 * metrics; one byte goes to ready_fd when it is about to accept. Gives the exit status. */
int worker_run(struct service *service, int listen_fd, unsigned slot, int ready_fd);
#endif
