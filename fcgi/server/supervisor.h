/* `praktikum web`: loads once, forks the workers, keeps them alive. */
#ifndef SERVER_SUPERVISOR_H
#define SERVER_SUPERVISOR_H
#include "../base/config.h"

/* The listening socket: descriptor 3 when LISTEN_FDS says so (a holder or systemd), else bound here. When all first workers
 * are ready, a byte goes to the descriptor PRAKTIKUM_READY_FD names. TERM or INT drains: workers finish what they have
 * and leave. Gives the exit status. */
int supervisor_run(const struct config *config);
#endif
