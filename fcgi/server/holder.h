/* `praktikum hold`: keeps the listening socket while supervisors come and go, so that nothing is refused in between. */
#ifndef SERVER_HOLDER_H
#define SERVER_HOLDER_H
#include "../base/config.h"

#include <stddef.h>

/* Binds web_socket (mode 0660; started as root: of the group of worker_user), non-blocking, backlog 1024. -1 with a
 * sentence; also when someone listens there already. */
int holder_socket_bind(const struct config *config, char *error, size_t error_size);
/* Descriptor 3 when LISTEN_PID and LISTEN_FDS hand it to this process, made non-blocking; else -1. */
int holder_socket_given(void);

/* Binds, runs `program web --conf path` as child with the socket, and starts another when it dies. HUP: starts another, and
 * when that is ready TERMs the old one. TERM or INT: stops all. */
int holder_run(const struct config *config, const char *program, const char *conf_path);
#endif
