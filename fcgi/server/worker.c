#include "worker.h"

#include "../base/log.h"
#include "../base/random.h"
#include "../base/text.h"
#include "../view/document.h"
#include "answer.h"
#include "fastcgi.h"
#include "metrics.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { SOCKET_SECONDS = 2, MEASURE_EVERY = 64 };

static volatile sig_atomic_t term_seen;
static struct metrics *deadline_metrics;
static char deadline_line[160];

static void on_term(int signal)
{
    (void)signal;
    term_seen = 1;
}

/* Too long: this worker ends, nginx tells the user, the supervisor starts another. */
static void on_alarm(int signal)
{
    (void)signal;
    deadline_metrics->deadlines++;
    ssize_t written = write(STDERR_FILENO, deadline_line, strlen(deadline_line));
    (void)written;
    _exit(WORKER_DEADLINE);
}

static void set_signals(void)
{
    struct sigaction action = {.sa_handler = on_term};
    sigset_t blocked;
    sigaction(SIGTERM, &action, NULL);
    action.sa_handler = on_alarm;
    sigaction(SIGALRM, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGINT, &action, NULL); /* from the terminal: the supervisor decides */
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGUSR1, &action, NULL); /* libfcgi's */
    action.sa_handler = SIG_DFL;
    sigaction(SIGCHLD, &action, NULL);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
}

/* TERM is let in only while nothing is at hand; one that came in between is pending. */
static bool term_came(void)
{
    sigset_t pending;
    return term_seen || (sigpending(&pending) == 0 && sigismember(&pending, SIGTERM) == 1);
}

/* The next connection; -1 when TERM came. */
static int next_connection(int listen_fd)
{
    sigset_t open;
    sigemptyset(&open);
    while (!term_came()) {
        struct pollfd poll = {.fd = listen_fd, .events = POLLIN};
        if (ppoll(&poll, 1, NULL, &open) < 0)
            continue;
        if (term_came())
            break;
        int fd = accept4(listen_fd, NULL, NULL, SOCK_CLOEXEC);
        if (fd >= 0)
            return fd;
        if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            usleep(10000); /* out of descriptors or memory: let it pass */
    }
    return -1;
}

static void set_deadline(int seconds)
{
    const struct itimerval timer = {.it_value = {.tv_sec = seconds}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

static const char *bench_header(const struct service *service, char **environment)
{
    for (char **entry = environment; service->bench && *entry; entry++)
        if (strncmp(*entry, "HTTP_X_BENCH=", 13) == 0)
            return *entry + 13;
    return NULL;
}

/* stream_sender; context is the struct fastcgi. */
static bool send_part(void *context, const struct buffer *part)
{
    return fastcgi_part(context, part);
}

/* The whole answer, or what of it has not flowed yet; one that is broken ends without its end. */
static bool send_rest(struct service *service, struct fastcgi *fastcgi,
                      const struct response *response, bool headless)
{
    const struct buffer *body = headless ? NULL : response->body;
    if (service->stream.broken) {
        fastcgi_drop(fastcgi);
        return false;
    }
    if (stream_begun(response))
        return fastcgi_answer(fastcgi, NULL, body);
    response_head(response, &service->scratch);
    return fastcgi_answer(fastcgi, &service->scratch, body);
}

static void serve(struct service *service, struct fastcgi *fastcgi, int fd)
{
    const struct timeval patience = {.tv_sec = SOCKET_SECONDS};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    snprintf(deadline_line, sizeof deadline_line, "level=error what=deadline id=none\n");
    set_deadline(service->config->request_deadline);
    char **environment = fastcgi_begin(fastcgi, fd);
    if (environment) {
        struct request *request = arena_alloc(service->arena, sizeof *request);
        struct response response;
        const char *culprit;
        const struct request_source source = {environment, fastcgi_read, fastcgi,
                                              service_takes_file, service};
        int status = request_read(request, service->arena, &source, &culprit);
        snprintf(deadline_line, sizeof deadline_line, "level=error what=deadline id=%s\n",
                 request->id);
        answer(service, request, &response, status, culprit, bench_header(service, environment));
        if (!send_rest(service, fastcgi, &response, request->method == METHOD_HEAD))
            log_line(LOG_WARNING, "not_sent", "id", request->id, NULL);
    }
    set_deadline(0);
    arena_reset(service->arena);
}

/* Resident bytes from /proc/self/statm, opened before the sandbox closed the files. */
static int64_t resident_bytes(int statm)
{
    char text[128] = "";
    long pages = 0;
    if (statm < 0 || pread(statm, text, sizeof text - 1, 0) <= 0 ||
        sscanf(text, "%*d %ld", &pages) != 1)
        return 0;
    return (int64_t)pages * sysconf(_SC_PAGESIZE);
}

static void accept_loop(struct service *service, struct fastcgi *fastcgi, int listen_fd,
                        unsigned slot, int statm)
{
    const struct config *config = service->config;
    /* Jitter, so that workers do not all leave at once. */
    uint64_t share = (uint64_t)config->recycle_requests;
    share += random_below((uint32_t)share / 4 + 1);
    _Atomic int64_t *bytes = &service->metrics->worker_bytes[slot];
    *bytes = resident_bytes(statm);
    /* What was loaded before the fork is shared: growth is what counts. */
    const int64_t cap = *bytes + ((int64_t)config->recycle_megabytes << 20);
    for (uint64_t done = 0; done < share; done++) {
        int fd = next_connection(listen_fd);
        if (fd < 0)
            return;
        serve(service, fastcgi, fd);
        service->metrics->worker_requests[slot] = done + 1;
        if (done % MEASURE_EVERY == 0) {
            *bytes = resident_bytes(statm);
            if (*bytes > cap)
                break;
        }
    }
    log_line(LOG_INFO, "recycled", NULL);
}

/* Bad SQL ends the worker; a database that is not there does not, since someone must say so to the users. */
static bool prepare(struct service *service)
{
    char sentence[1024] = "";
    enum data_result result = connection_open(service->connection);
    if (result == DATA_OK)
        result = connection_prepare_all(service->connection, sentence, sizeof sentence);
    if (result == DATA_OK)
        return true;
    log_line(LOG_ERROR, "prepare", "error",
             *sentence ? sentence : connection_error_text(service->connection), NULL);
    return result != DATA_ERROR && result != DATA_CONSTRAINT;
}

/* Renders once what must never fail for want of memory or of a page of code. */
static void warm_up(struct service *service)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        struct document *document = document_new(service->arena, languages[i]);
        struct node *error = document_element(document, document_root(document), "error");
        document_attribute(document, error, "status", "503");
        stylesheets_render(service->sheets, "error/error", languages[i], document, &service->body);
        document_end(document);
        buffer_clear(&service->body);
        arena_reset(service->arena);
    }
}

int worker_run(struct service *service, int listen_fd, unsigned slot, int ready_fd)
{
    bool landlock, seccomp;
    char sentence[512];
    deadline_metrics = service->metrics;
    service->metrics->worker_requests[slot] = 0;
    service_begin(service);
    struct fastcgi *fastcgi = fastcgi_new();
    service->stream.send = send_part;
    service->stream.context = fastcgi;
    set_signals();
    int statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (!prepare(service))
        return WORKER_BAD_SQL;
    warm_up(service);
    if (!sandbox_enter(service->config, &landlock, &seccomp, sentence, sizeof sentence)) {
        log_line(LOG_ERROR, "sandbox", "error", sentence, NULL);
        return WORKER_CANNOT;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0); /* forgotten when the user changed */
    log_line(LOG_INFO, "worker", "landlock", landlock ? "yes" : "no", "seccomp",
             seccomp ? "yes" : "no", NULL);
    if (ready_fd >= 0) {
        ssize_t written = write(ready_fd, "r", 1);
        (void)written;
        close(ready_fd);
    }
    accept_loop(service, fastcgi, listen_fd, slot, statm);
    fastcgi_free(fastcgi);
    service_end(service);
    close(statm);
    return WORKER_DONE;
}
