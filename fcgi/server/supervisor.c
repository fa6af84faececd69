#include "supervisor.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "holder.h"
#include "metrics.h"
#include "service.h"
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    BACKOFF_FIRST_US = 50000,
    BACKOFF_LAST_US = 5000000,
    STEADY_US = 10000000,
    RESEND_US = 1000000
};

struct child {
    pid_t pid; /* 0: none */
    int64_t started_us, start_at_us, backoff_us;
};
struct supervisor {
    struct service *service;
    struct child children[METRICS_WORKERS];
    unsigned count;
    int listen_fd;
    int ready_read, ready_write; /* workers say that they are about to accept */
    unsigned ready;
    bool announced, stopping, failed;
    int64_t kill_at_us, term_at_us;
};

static void start_worker(struct supervisor *supervisor, unsigned slot)
{
    struct child *child = &supervisor->children[slot];
    pid_t parent = getpid(), pid = fork();
    child->started_us = time_monotonic_us();
    if (pid < 0) {
        log_line(LOG_ERROR, "fork", "error", strerror(errno), NULL);
        child->start_at_us = child->started_us + BACKOFF_LAST_US;
        return;
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
        if (getppid() != parent)
            _exit(WORKER_DONE);
        close(supervisor->ready_read);
        exit(worker_run(supervisor->service, supervisor->listen_fd, slot, supervisor->ready_write));
    }
    child->pid = pid;
    supervisor->service->metrics->worker[slot] = pid;
}

static unsigned alive(const struct supervisor *supervisor)
{
    unsigned count = 0;
    for (unsigned i = 0; i < supervisor->count; i++)
        count += supervisor->children[i].pid != 0;
    return count;
}

static void signal_workers(const struct supervisor *supervisor, int signal)
{
    for (unsigned i = 0; i < supervisor->count; i++)
        if (supervisor->children[i].pid)
            kill(supervisor->children[i].pid, signal);
}

/* A worker that did its share is replaced at once; one that fell soon after its start waits longer each time. */
static void worker_ended(struct supervisor *supervisor, struct child *child, int status)
{
    char how[32];
    int64_t now = time_monotonic_us();
    bool well = WIFEXITED(status) && WEXITSTATUS(status) == WORKER_DONE;
    snprintf(how, sizeof how, WIFSIGNALED(status) ? "signal %d" : "exit %d",
             WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    if (!well)
        log_line(LOG_ERROR, "worker_died", "how", how, NULL);
    if (now - child->started_us > STEADY_US || well)
        child->backoff_us = 0;
    child->start_at_us = now + child->backoff_us;
    child->backoff_us = child->backoff_us ? 2 * child->backoff_us : BACKOFF_FIRST_US;
    if (child->backoff_us > BACKOFF_LAST_US)
        child->backoff_us = BACKOFF_LAST_US;
    child->pid = 0;
    supervisor->service->metrics->worker[child - supervisor->children] = 0;
    if (!supervisor->stopping)
        supervisor->service->metrics->respawns++;
    bool hopeless = WIFEXITED(status) &&
                    (WEXITSTATUS(status) == WORKER_BAD_SQL || WEXITSTATUS(status) == WORKER_CANNOT);
    if (hopeless && !supervisor->announced)
        supervisor->failed = true;
}

static void reap(struct supervisor *supervisor)
{
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;)
        for (unsigned i = 0; i < supervisor->count; i++)
            if (supervisor->children[i].pid == pid)
                worker_ended(supervisor, &supervisor->children[i], status);
}

static void announce(struct supervisor *supervisor)
{
    char bytes[METRICS_WORKERS];
    ssize_t got = read(supervisor->ready_read, bytes, sizeof bytes);
    if (got > 0)
        supervisor->ready += (unsigned)got;
    if (supervisor->announced || supervisor->ready < supervisor->count)
        return;
    const char *fd = getenv("PRAKTIKUM_READY_FD");
    int64_t number;
    supervisor->announced = true;
    log_line(LOG_INFO, "ready", NULL);
    if (fd && text_integer(fd, 3, 1023, &number)) {
        ssize_t written = write((int)number, "r", 1);
        (void)written;
        close((int)number);
    }
}

static void stop(struct supervisor *supervisor)
{
    if (supervisor->stopping)
        return;
    int64_t now = time_monotonic_us();
    supervisor->stopping = true;
    supervisor->kill_at_us =
        now + ((int64_t)supervisor->service->config->request_deadline + 2) * 1000000;
    supervisor->term_at_us = now;
}

/* What is due now; gives the microseconds until the next thing that is. */
static int64_t do_what_is_due(struct supervisor *supervisor)
{
    int64_t now = time_monotonic_us(), next = now + 1000000;
    if (supervisor->failed)
        stop(supervisor);
    if (supervisor->stopping) {
        if (now >= supervisor->kill_at_us)
            signal_workers(supervisor, SIGKILL);
        else if (now >= supervisor->term_at_us) {
            signal_workers(supervisor, SIGTERM);
            supervisor->term_at_us = now + RESEND_US;
        }
        return 100000;
    }
    for (unsigned i = 0; i < supervisor->count; i++) {
        struct child *child = &supervisor->children[i];
        if (child->pid)
            continue;
        if (now >= child->start_at_us)
            start_worker(supervisor, i);
        else if (child->start_at_us < next)
            next = child->start_at_us;
    }
    return next - now;
}

static volatile sig_atomic_t stop_asked;

static void on_stop(int signal)
{
    (void)signal;
    stop_asked = 1;
}

static void on_child(int signal)
{
    (void)signal;
}

/* Signals are let in only while waiting, so none is missed between looking and waiting. */
static void set_signals(sigset_t *waiting)
{
    struct sigaction action = {.sa_handler = on_stop};
    sigset_t blocked;
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = on_child;
    sigaction(SIGCHLD, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    sigemptyset(waiting);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGINT);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
}

static int supervise(struct supervisor *supervisor)
{
    sigset_t waiting;
    set_signals(&waiting);
    for (;;) {
        reap(supervisor);
        if (stop_asked)
            stop(supervisor);
        if (supervisor->stopping && alive(supervisor) == 0)
            return supervisor->failed ? EXIT_FAILURE : EXIT_SUCCESS;
        int64_t pause = do_what_is_due(supervisor);
        const struct timespec timeout = {pause / 1000000, pause % 1000000 * 1000};
        struct pollfd poll = {.fd = supervisor->ready_read, .events = POLLIN};
        if (ppoll(&poll, 1, &timeout, &waiting) > 0)
            announce(supervisor);
    }
}

static void report_lack(void *context, const char *sentence)
{
    (void)context;
    log_line(LOG_ERROR, "incomplete", "error", sentence, NULL);
}

int supervisor_run(const struct config *config)
{
    static struct service service;
    struct supervisor supervisor = {.service = &service, .count = (unsigned)config->workers};
    char sentence[1024];
    int pipe_ends[2];
    supervisor.listen_fd = holder_socket_given();
    if (supervisor.listen_fd < 0)
        supervisor.listen_fd = holder_socket_bind(config, sentence, sizeof sentence);
    if (supervisor.listen_fd < 0 || !service_load(&service, config, sentence, sizeof sentence)) {
        log_line(LOG_ERROR, "start", "error", sentence, NULL);
        return EXIT_FAILURE;
    }
    if (!service_complete(&service, report_lack, NULL))
        return EXIT_FAILURE;
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return EXIT_FAILURE;
    supervisor.ready_read = pipe_ends[0];
    supervisor.ready_write = pipe_ends[1];
    int status = supervise(&supervisor);
    log_line(LOG_INFO, "stopped", NULL);
    service_free(&service);
    return status;
}
