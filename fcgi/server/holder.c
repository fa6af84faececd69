#include "holder.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BACKLOG = 1024, GIVEN_FD = 3, READY_FD = 4, READY_WITHIN_US = 30000000 };
enum { BACKOFF_FIRST_US = 100000, BACKOFF_LAST_US = 5000000, STEADY_US = 10000000 };

static bool someone_listens(const struct sockaddr_un *address)
{
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    bool there = fd >= 0 && (connect(fd, (const struct sockaddr *)address, sizeof *address) == 0 ||
                             errno == EAGAIN);
    if (fd >= 0)
        close(fd);
    return there;
}

static void give_to_group(const struct config *config)
{
    const struct passwd *user =
        geteuid() == 0 && *config->worker_user ? getpwnam(config->worker_user) : NULL;
    if (user && chown(config->web_socket, (uid_t)-1, user->pw_gid) != 0)
        log_line(LOG_WARNING, "socket_group", "error", strerror(errno), NULL);
}

int holder_socket_bind(const struct config *config, char *error, size_t error_size)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(config->web_socket) >= sizeof address.sun_path) {
        snprintf(error, error_size, "web_socket: longer than %zu bytes",
                 sizeof address.sun_path - 1);
        return -1;
    }
    memcpy(address.sun_path, config->web_socket, strlen(config->web_socket));
    if (someone_listens(&address)) {
        snprintf(error, error_size, "%s: somebody listens there already", config->web_socket);
        return -1;
    }
    unlink(config->web_socket);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    mode_t mask = umask(0117);
    bool bound = fd >= 0 && bind(fd, (const struct sockaddr *)&address, sizeof address) == 0;
    umask(mask);
    if (bound)
        give_to_group(config);
    if (!bound || listen(fd, BACKLOG) != 0) {
        snprintf(error, error_size, "%s: cannot listen: %s", config->web_socket, strerror(errno));
        if (fd >= 0)
            close(fd);
        return -1;
    }
    return fd;
}

int holder_socket_given(void)
{
    const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");
    int64_t number;
    if (!pid || !count || !text_integer(pid, 1, INT32_MAX, &number) || number != getpid() ||
        !text_integer(count, 1, 1, &number))
        return -1;
    fcntl(GIVEN_FD, F_SETFD, FD_CLOEXEC);
    fcntl(GIVEN_FD, F_SETFL, fcntl(GIVEN_FD, F_GETFL) | O_NONBLOCK);
    unsetenv("LISTEN_PID");
    unsetenv("LISTEN_FDS");
    return GIVEN_FD;
}

struct web {
    pid_t pid; /* 0: none */
    int ready; /* read end; -1 once it has spoken */
    int64_t started_us;
};
struct holder {
    const char *program, *conf_path;
    int listen_fd;
    struct web now, next; /* next: coming up to take over */
    int64_t backoff_us, start_at_us;
    bool stopping;
};

static volatile sig_atomic_t stop_asked, next_asked;

static void on_signal(int signal)
{
    if (signal == SIGHUP)
        next_asked = 1;
    else if (signal != SIGCHLD)
        stop_asked = 1;
}

/* In the child: the socket at 3, the pipe at 4, and the program again, as it is on disk now. */
static void become_web(const struct holder *holder, int ready_write, pid_t parent)
{
    char pid[24], fd[8];
    sigset_t none;
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    int socket_fd = fcntl(holder->listen_fd, F_DUPFD, 10),
        pipe_fd = fcntl(ready_write, F_DUPFD, 10);
    if (dup2(socket_fd, GIVEN_FD) < 0 || dup2(pipe_fd, READY_FD) < 0)
        _exit(EXIT_FAILURE);
    close(socket_fd);
    close(pipe_fd);
    snprintf(pid, sizeof pid, "%d", getpid());
    snprintf(fd, sizeof fd, "%d", READY_FD);
    setenv("LISTEN_PID", pid, 1);
    setenv("LISTEN_FDS", "1", 1);
    setenv("PRAKTIKUM_READY_FD", fd, 1);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execl(holder->program, holder->program, "web", "--conf", holder->conf_path, (char *)NULL);
    log_line(LOG_ERROR, "exec", "error", strerror(errno), NULL);
    _exit(EXIT_FAILURE);
}

static void start_web(struct holder *holder, struct web *web)
{
    int ends[2];
    *web = (struct web){.ready = -1, .started_us = time_monotonic_us()};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    pid_t parent = getpid();
    web->pid = fork();
    if (web->pid == 0)
        become_web(holder, ends[1], parent);
    close(ends[1]);
    web->ready = ends[0];
    if (web->pid < 0) {
        log_line(LOG_ERROR, "fork", "error", strerror(errno), NULL);
        web->pid = 0;
    }
}

static void forget(struct web *web)
{
    if (web->ready >= 0)
        close(web->ready);
    *web = (struct web){.ready = -1};
}

/* The old supervisor finishes what it has while the new one already takes the rest. */
static void take_over(struct holder *holder)
{
    if (holder->now.pid)
        kill(holder->now.pid, SIGTERM);
    if (holder->now.ready >= 0)
        close(holder->now.ready);
    holder->now = holder->next;
    holder->next = (struct web){.ready = -1};
    log_line(LOG_INFO, "taken_over", NULL);
}

/* It spoke, or closed its end without a word. */
static void hear(struct holder *holder, struct web *web)
{
    char byte;
    bool ready = read(web->ready, &byte, 1) == 1;
    close(web->ready);
    web->ready = -1;
    if (web == &holder->next && ready)
        take_over(holder);
}

static void reap(struct holder *holder)
{
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        if (pid == holder->next.pid) {
            log_line(LOG_ERROR, "not_taken_over", NULL);
            forget(&holder->next);
        } else if (pid == holder->now.pid) {
            int64_t now = time_monotonic_us();
            if (!holder->stopping)
                log_line(LOG_ERROR, "web_died", NULL);
            holder->backoff_us = now - holder->now.started_us > STEADY_US || !holder->backoff_us
                                     ? BACKOFF_FIRST_US
                                     : 2 * holder->backoff_us;
            if (holder->backoff_us > BACKOFF_LAST_US)
                holder->backoff_us = BACKOFF_LAST_US;
            holder->start_at_us = now + holder->backoff_us;
            forget(&holder->now);
        }
    }
}

static void do_what_is_due(struct holder *holder)
{
    int64_t now = time_monotonic_us();
    if (stop_asked && !holder->stopping) {
        holder->stopping = true;
        if (holder->now.pid)
            kill(holder->now.pid, SIGTERM);
        if (holder->next.pid)
            kill(holder->next.pid, SIGTERM);
    }
    if (holder->stopping)
        return;
    if (holder->next.pid && holder->next.ready >= 0 &&
        now - holder->next.started_us > READY_WITHIN_US)
        kill(holder->next.pid, SIGKILL);
    if (next_asked) {
        next_asked = 0;
        if (!holder->next.pid)
            start_web(holder, &holder->next);
    }
    if (!holder->now.pid && now >= holder->start_at_us)
        start_web(holder, &holder->now);
}

static void set_signals(void)
{
    const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGCHLD};
    struct sigaction action = {.sa_handler = on_signal};
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaction(signals[i], &action, NULL);
        sigaddset(&blocked, signals[i]);
    }
    sigprocmask(SIG_SETMASK, &blocked, NULL);
}

int holder_run(const struct config *config, const char *program, const char *conf_path)
{
    struct holder holder = {
        .program = program, .conf_path = conf_path, .now.ready = -1, .next.ready = -1};
    char sentence[512];
    sigset_t waiting;
    holder.listen_fd = holder_socket_bind(config, sentence, sizeof sentence);
    if (holder.listen_fd < 0) {
        log_line(LOG_ERROR, "hold", "error", sentence, NULL);
        return EXIT_FAILURE;
    }
    sigemptyset(&waiting);
    set_signals();
    for (;;) {
        reap(&holder);
        do_what_is_due(&holder);
        if (holder.stopping && !holder.now.pid && !holder.next.pid)
            break;
        struct pollfd polls[] = {{.fd = holder.now.ready, .events = POLLIN},
                                 {.fd = holder.next.ready, .events = POLLIN}};
        const struct timespec timeout = {0, 200000000};
        if (ppoll(polls, 2, &timeout, &waiting) <= 0)
            continue;
        if (polls[1].revents)
            hear(&holder, &holder.next);
        if (polls[0].revents && holder.now.ready == polls[0].fd)
            hear(&holder, &holder.now);
    }
    unlink(config->web_socket);
    close(holder.listen_fd);
    return EXIT_SUCCESS;
}
