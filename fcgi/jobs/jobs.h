/* What is done aside from requests. */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H
#include "../base/config.h"

/* praktikum jobs [--once]: sends what waits in the table mail, until TERM or INT; with --once until nothing waits. Log
 * lines on standard error. argv[0] is "jobs". Returns an exit status. */
int jobs_command(const struct config *config, int argc, char **argv);
#endif
