/* What is done aside from requests. */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H
#include "../base/config.h"

/* praktikum jobs [--once]: two lanes (lane.h), until TERM or INT: mails, and all that writes mails because a day came; and
 * jobs (work.h), which may take long. With --once everything that is due is done in this process, and what others are at is
 * waited for. Log lines on standard error. argv[0] is "jobs". Returns an exit status. */
int jobs_command(const struct config *config, int argc, char **argv);
#endif
