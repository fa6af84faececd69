/* What a worker may still do once everything is loaded: talk to its sockets, and nothing else where the kernel helps. */
#ifndef SERVER_SANDBOX_H
#define SERVER_SANDBOX_H
#include "../base/config.h"

#include <stdbool.h>
#include <stddef.h>

/* Becomes config->worker_user when started as root. With config->sandbox: no new privileges, no capabilities, no files
 * (Landlock), no programs, no other processes, no network but unix sockets (seccomp). What the kernel lacks is left out.
 * Reconnecting to the database still works: its socket is found from the working folder, and connecting is no file
 * access to Landlock. *landlock and *seccomp say what took effect. False with a sentence when the user cannot be become. */
bool sandbox_enter(const struct config *config, bool *landlock, bool *seccomp, char *error,
                   size_t error_size);
#endif
