/* Subcommands for people at a terminal. Each gives the exit status; argv[0] is the subcommand itself. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H
#include "../base/config.h"

/* One line a check: `ok  …`, or `bad …: mend: …` and exit status 1. */
int command_doctor(const struct config *config);
/* add EMAIL GIVEN FAMILY [--lang nb] · grant EMAIL ROLE [--institution SHORT | --site NAME] · password EMAIL */
int command_user(const struct config *config, int argc, char **argv);
int command_migrate(const struct config *config);
/* The pages nginx shows when no worker answers: FOLDER/<status>.<lang>.html. */
int command_error_pages(const struct config *config, const char *folder);
/* kind, path, area, name, access, form, names of query parameters; tab separated. */
int command_routes(void);
/* [--summary] FILE: solve and prove what stands in it (allocate/format.h) · --make STUDENTS UNITS WISHES …: draw one. */
int command_allocate(int argc, char **argv);
/* URL --key-file FILE --folder FOLDER [--every SECONDS] [--once]: a partner's event feed into files, one an entry, from where it
 * was left. --once: until the newest, else for ever. */
int command_follow(int argc, char **argv);
#endif
