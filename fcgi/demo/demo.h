/* The demonstration region: Vestland's real municipalities, plainly synthetic organisations and people. */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H
#include "../base/config.h"

/* praktikum demo [--students N] [--sites N] [--orders N] [--today DATE] [--if-empty] | --sign-ins
 *
 * Loads the region as the database's owner, in one transaction: all of it or nothing. The same numbers and day
 * give the same region. Refuses a database that has people already; with --if-empty that is success without
 * a change. Prints role, e-mail and password of the demonstration sign-ins, tab-separated; --sign-ins prints
 * them only. argv[0] is "demo". Returns an exit status; sentences about failures go to standard error. */
int demo_command(const struct config *config, int argc, char **argv);
#endif
