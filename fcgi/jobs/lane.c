#include "lane.h"

#include "../base/log.h"
#include "../base/time.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_PAUSE_MS = 200, LONGEST_PAUSE_MS = 30000, GRACE_MS = 8000, STEADY_MS = 60000 };

static volatile sig_atomic_t stopping;
static sigset_t open_mask;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

static void stop_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
}

void lane_listen(void)
{
    struct sigaction action = {.sa_handler = stop};
    sigset_t closed;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    stop_signals(&closed);
    sigprocmask(SIG_BLOCK, &closed, &open_mask);
    sigdelset(&open_mask, SIGTERM);
    sigdelset(&open_mask, SIGINT);
}

bool lane_stopping(void)
{
    sigset_t pending;
    if (!stopping && sigpending(&pending) == 0 &&
        (sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1))
        stopping = 1;
    return stopping;
}

void lane_pause(int milliseconds)
{
    const struct timespec time = {.tv_sec = milliseconds / 1000,
                                  .tv_nsec = milliseconds % 1000 * 1000000L};
    ppoll(NULL, 0, &time, &open_mask);
}

static void log_lane(const struct lane *lane, const char *what)
{
    char pid[24];
    snprintf(pid, sizeof pid, "%ld", (long)lane->pid);
    log_line(LOG_INFO, what, "lane", lane->name, "pid", pid, NULL);
}

static void start(struct lane *lane)
{
    const pid_t parent = getpid();
    lane->began_us = time_monotonic_us();
    lane->pid = fork();
    if (lane->pid < 0) {
        lane->pid = 0;
        lane->due_us = time_monotonic_us() + 1000000;
        return;
    }
    if (lane->pid > 0) {
        log_lane(lane, "lane_started");
        return;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    signal(SIGCHLD, SIG_DFL);
    sigprocmask(SIG_SETMASK, &open_mask, NULL);
    if (getppid() != parent)
        _exit(EXIT_FAILURE); /* it died before the kernel was told */
    lane_listen();
    _exit(lane->run(lane->context));
}

static void note_end(struct lane *lane)
{
    int64_t ran = (time_monotonic_us() - lane->began_us) / 1000;
    int64_t pause = FIRST_PAUSE_MS;
    log_lane(lane, "lane_ended");
    lane->falls = ran > STEADY_MS ? 0 : lane->falls + 1;
    for (unsigned i = 1; i < lane->falls && pause < LONGEST_PAUSE_MS; i++)
        pause *= 2;
    lane->pid = 0;
    lane->due_us = time_monotonic_us() + pause * 1000;
}

/* Takes note of those that ended. Gives how many run. */
static size_t reap(struct lane *lanes, size_t count)
{
    size_t running = 0;
    for (size_t i = 0; i < count; i++) {
        if (lanes[i].pid > 0 && waitpid(lanes[i].pid, NULL, WNOHANG) != 0)
            note_end(&lanes[i]);
        running += lanes[i].pid > 0;
    }
    return running;
}

static void kill_all(const struct lane *lanes, size_t count, int signal_number)
{
    for (size_t i = 0; i < count; i++)
        if (lanes[i].pid > 0)
            kill(lanes[i].pid, signal_number);
}

static void end_all(struct lane *lanes, size_t count)
{
    int64_t limit = time_monotonic_us() + GRACE_MS * 1000LL;
    kill_all(lanes, count, SIGTERM);
    while (reap(lanes, count) > 0 && time_monotonic_us() < limit)
        poll(NULL, 0, 20);
    kill_all(lanes, count, SIGKILL);
    while (reap(lanes, count) > 0)
        poll(NULL, 0, 20);
}

/* So that a lane's end ends the pause. */
static void wake(int signal_number)
{
    (void)signal_number;
}

int lanes_run(struct lane *lanes, size_t count)
{
    struct sigaction action = {.sa_handler = wake};
    sigset_t child;
    sigemptyset(&action.sa_mask);
    sigaction(SIGCHLD, &action, NULL);
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    lane_listen();
    sigprocmask(SIG_BLOCK, &child, NULL);
    while (!lane_stopping()) {
        for (size_t i = 0; i < count; i++)
            if (lanes[i].pid == 0 && time_monotonic_us() >= lanes[i].due_us)
                start(&lanes[i]);
        lane_pause(reap(lanes, count) == count ? 10000 : 50);
        reap(lanes, count);
    }
    end_all(lanes, count);
    return EXIT_SUCCESS;
}
