#include "clean.h"

#include "../base/time.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 60, POLL_MS = 200 };
#define MEMORY_MORE ((rlim_t)1 << 30)

/* What the child says first. */
struct answer {
    enum paper_result result;
    enum paper_kind kind;
};

static void limit(__rlimit_resource_t what, rlim_t most)
{
    const struct rlimit bound = {most, most};
    setrlimit(what, &bound);
}

#ifndef __SANITIZE_ADDRESS__ /* whose shadow alone is larger than any limit */
/* Address space that the process has, reserved for arenas for the most part. */
static rlim_t address_space(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%lu", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}
#endif

/* Nothing stays open but the way back, and nothing can be opened. */
static void shut_in(int back)
{
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, address_space() + MEMORY_MORE);
#endif
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    dup2(back, STDIN_FILENO);
    close_range(STDIN_FILENO + 1, ~0U, 0);
    limit(RLIMIT_CPU, SECONDS_MOST);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, STDIN_FILENO + 1);
}

static bool write_all(int to, const void *bytes, size_t length)
{
    const char *at = bytes;
    for (ssize_t some; length > 0; at += some, length -= (size_t)some)
        if ((some = write(to, at, length)) < 0) {
            if (errno != EINTR)
                return false;
            some = 0;
        }
    return true;
}

static _Noreturn void clean_and_say(const struct buffer *in, struct buffer *out, int back)
{
    shut_in(back);
    struct answer answer = {.kind = PAPER_KINDS};
    answer.result = paper_clean(out, in->bytes ? in->bytes : "", in->length, &answer.kind);
    bool good = write_all(STDIN_FILENO, &answer, sizeof answer) &&
                (answer.result != PAPER_OK || write_all(STDIN_FILENO, out->bytes, out->length));
    _exit(good ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* All the child says, until it ends. CLEAN_STOPPED when it is not to go on, CLEAN_FAILED when it took too long. */
static enum clean_end listen_to(struct work *work, int from, struct answer *answer,
                                struct buffer *out)
{
    const int64_t limit_us = time_monotonic_us() + SECONDS_MOST * 1000000LL;
    char piece[65536];
    size_t told = 0;
    buffer_clear(out);
    for (;;) {
        struct pollfd way = {.fd = from, .events = POLLIN};
        if (!work_goes_on(work, 0, 0))
            return CLEAN_STOPPED;
        if (time_monotonic_us() > limit_us)
            return CLEAN_FAILED;
        if (poll(&way, 1, POLL_MS) <= 0)
            continue;
        ssize_t some = read(from, piece, sizeof piece);
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0)
            return CLEAN_DONE;
        size_t head = sizeof *answer - told < (size_t)some ? sizeof *answer - told : (size_t)some;
        memcpy((char *)answer + told, piece, head);
        told += head;
        buffer_add(out, piece + head, (size_t)some - head);
    }
}

/* What the file is that a child ended on in this way. */
static enum clean_end conclude(int status, const struct answer *answer, const struct buffer *out,
                               enum paper_result *result, enum paper_kind *kind)
{
    *result = PAPER_DAMAGED;
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM ? CLEAN_FAILED
                                                                          : CLEAN_DONE;
    if (WEXITSTATUS(status) != EXIT_SUCCESS || (unsigned)answer->result >= PAPER_RESULTS ||
        out->full || (answer->result == PAPER_OK && (unsigned)answer->kind >= PAPER_KINDS))
        return CLEAN_DONE;
    *result = answer->result;
    *kind = answer->kind;
    return CLEAN_DONE;
}

enum clean_end clean_apart(struct work *work, const struct buffer *in, struct buffer *out,
                           enum paper_result *result, enum paper_kind *kind)
{
    int ways[2], status = 0;
    struct answer answer = {.result = PAPER_RESULTS};
    if (pipe(ways) != 0)
        return CLEAN_FAILED;
    pid_t child = fork();
    if (child == 0)
        clean_and_say(in, out, ways[1]);
    close(ways[1]);
    enum clean_end end = child > 0 ? listen_to(work, ways[0], &answer, out) : CLEAN_FAILED;
    close(ways[0]);
    if (child <= 0)
        return CLEAN_FAILED;
    bool late = end == CLEAN_FAILED;
    if (end != CLEAN_DONE)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    *result = PAPER_DAMAGED;
    if (end == CLEAN_STOPPED)
        return CLEAN_STOPPED;
    return late ? CLEAN_DONE : conclude(status, &answer, out, result, kind);
}
