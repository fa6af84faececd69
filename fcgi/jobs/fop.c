#include "fop.h"

#include "../base/log.h"
#include "../base/time.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 180, POLL_MS = 200, WORDS_MOST = 32, LINE_MOST = 300 };
#define HEAP_MOST "-Xmx384m" /* 5,000 pages of a table need 200 MB */
#define FILE_MOST ((rlim_t)64 << 20)

/* What FOP is made of, in Debian's folder of jars. */
static const char *const jars[] = {
    "fop.jar",       "commons-io.jar",          "commons-logging.jar", "serializer.jar",
    "xalan2.jar",    "xercesImpl.jar",          "xml-apis.jar",        "xml-apis-ext.jar",
    "batik-all.jar", "xmlgraphics-commons.jar", "fontbox2.jar"};
enum { JARS = sizeof jars / sizeof *jars };

/* One run. */
struct run {
    struct work *work;
    struct buffer *pdf;
    int64_t pages, total;
    bool lacks_letters;
    char line[LINE_MOST + 1]; /* what it says, as far as the line has come */
    size_t length;
    char last[LINE_MOST + 1]; /* its last words that are not about a page */
};

/* When the file came to lie where it lies: packages keep the time of a file's making. 0: there is none. */
static time_t installed(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_ctime : 0;
}

static const char *jar_path(const struct work *work, const char *jar)
{
    return arena_printf(work->shop->arena, "%s/%s", work->shop->config->fop_folder, jar);
}

static const char *class_path(const struct work *work)
{
    struct buffer text;
    buffer_init(&text, 8192);
    for (size_t i = 0; i < JARS; i++)
        buffer_printf(&text, "%s%s", i ? ":" : "", jar_path(work, jars[i]));
    const char *kept = arena_bytes(work->shop->arena, text.bytes, text.length);
    buffer_free(&text);
    return kept;
}

/* Whether the archive is younger than what it was made of. */
static bool archive_good(const struct work *work, const char *archive)
{
    const struct config *config = work->shop->config;
    char *java = realpath(config->java, NULL);
    time_t made = installed(archive), newest = java ? installed(java) : 0;
    free(java);
    for (size_t i = 0; i < JARS; i++)
        if (installed(jar_path(work, jars[i])) > newest)
            newest = installed(jar_path(work, jars[i]));
    return made > newest;
}

/* The command. *made: where an archive is left by this run, NULL when there is one. Nothing of Java's own warnings may reach the
 * PDF, which is its standard output. C1 alone: a print ends before the slower compiler pays. */
static void command(const struct work *work, const char *words[WORDS_MOST], const char **made)
{
    const struct config *config = work->shop->config;
    struct arena *arena = work->shop->arena;
    const char *archive = arena_printf(arena, "%s/fop.jsa", config->var_folder);
    bool good = archive_good(work, archive);
    *made = good ? NULL : arena_printf(arena, "%s.%d", archive, (int)getpid());
    const char *const line[] = {
        config->java,
        HEAP_MOST,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xlog:disable",
        good ? arena_printf(arena, "-XX:SharedArchiveFile=%s", archive)
             : arena_printf(arena, "-XX:ArchiveClassesAtExit=%s", *made),
        "-Djava.awt.headless=true",
        "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.SimpleLog",
        "-cp",
        class_path(work),
        "org.apache.fop.cli.Main",
        "-c",
        config->fop_settings,
        "-fo",
        "-",
        "-pdf",
        "-",
        NULL};
    _Static_assert(sizeof line / sizeof *line <= WORDS_MOST, "the words have room");
    memcpy(words, line, sizeof line);
}

static void limit(__rlimit_resource_t what, rlim_t most)
{
    const struct rlimit bound = {most, most};
    setrlimit(what, &bound);
}

/* The child: the document as its input, two pipes as its outputs, nothing else of ours. */
static _Noreturn void become(const char *const *words, int in, int out, int said)
{
    char *environment[] = {"LANG=C.UTF-8", "PATH=/usr/bin:/bin", NULL};
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(said, STDERR_FILENO);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_CPU, SECONDS_MOST);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, FILE_MOST);
    execve(words[0], (char *const *)words, environment);
    _exit(127);
}

/* Whether FOP's words `Glyph "王" (0x738b) not available in font …` are of a letter: somebody's name. A # for a face or an arrow hides
 * nothing. */
static bool of_a_letter(const char *words)
{
    const char *at = strstr(words, "(0x");
    unsigned long letter = at ? strtoul(at + 1, NULL, 16) : 0;
    bool sign = (letter >= 0x2000 && letter < 0x2C00) || (letter >= 0xFE00 && letter < 0xFE10) ||
                (letter >= 0x1F000 && letter < 0x20000) || (letter >= 0xD800 && letter < 0xE000);
    return !sign;
}

static void take_line(struct run *run)
{
    static const char rendered[] = "Rendered page #", lacks[] = " not available in font ";
    run->line[run->length] = '\0';
    if (strstr(run->line, rendered))
        run->pages++;
    else if (strstr(run->line, lacks))
        run->lacks_letters = run->lacks_letters || of_a_letter(run->line);
    else if (run->length)
        memcpy(run->last, run->line, run->length + 1);
    run->length = 0;
}

static void hear(struct run *run, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '\n')
            take_line(run);
        else if (run->length < LINE_MOST)
            run->line[run->length++] = bytes[i];
}

/* False at the end of what comes. */
static bool take(struct run *run, int from, bool pdf)
{
    char piece[65536];
    ssize_t some = read(from, piece, sizeof piece);
    if (some <= 0)
        return some < 0 && errno == EINTR;
    if (pdf)
        buffer_add(run->pdf, piece, (size_t)some);
    else
        hear(run, piece, (size_t)some);
    return true;
}

/* Until both ways are closed. */
static enum fop_end listen_to(struct run *run, int out, int said)
{
    const int64_t limit_us = time_monotonic_us() + SECONDS_MOST * 1000000LL;
    struct pollfd ways[] = {{.fd = out, .events = POLLIN}, {.fd = said, .events = POLLIN}};
    while (ways[0].fd >= 0 || ways[1].fd >= 0) {
        if (!work_goes_on(run->work, run->pages, run->total))
            return FOP_STOPPED;
        if (time_monotonic_us() > limit_us)
            return FOP_LATE;
        if (poll(ways, 2, POLL_MS) <= 0)
            continue;
        for (int i = 0; i < 2; i++)
            if (ways[i].fd >= 0 && ways[i].revents && !take(run, ways[i].fd, i == 0))
                ways[i].fd = -1;
    }
    return FOP_DONE;
}

/* A file in memory that holds the document, at its beginning; -1. */
static int document_file(const struct buffer *fo)
{
    int file = memfd_create("fo", MFD_CLOEXEC);
    for (size_t at = 0; file >= 0 && at < fo->length;) {
        ssize_t some = write(file, fo->bytes + at, fo->length - at);
        if (some > 0) {
            at += (size_t)some;
        } else if (errno != EINTR) {
            close(file);
            return -1;
        }
    }
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

static enum fop_end conclude(struct run *run, int status)
{
    static const char head[] = "%PDF-";
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGXCPU ? FOP_LATE : FOP_KILLED;
    if (WEXITSTATUS(status) == EXIT_SUCCESS && !run->pdf->full && run->pdf->length > sizeof head &&
        memcmp(run->pdf->bytes, head, sizeof head - 1) == 0)
        return run->lacks_letters ? FOP_LETTERS : FOP_DONE;
    if (WEXITSTATUS(status) == 127)
        return FOP_MISSING;
    log_line(LOG_ERROR, "fop_failed", "said", run->last, NULL);
    return FOP_FAILED;
}

/* Starts it; its id, and what it writes comes out of *out and *said. Below 0: no process. */
static pid_t start(const char *const *words, int in, int *out, int *said)
{
    int outs[2], saids[2];
    if (pipe2(outs, O_CLOEXEC) != 0)
        return -1;
    if (pipe2(saids, O_CLOEXEC) != 0) {
        close(outs[0]);
        close(outs[1]);
        return -1;
    }
    pid_t child = fork();
    if (child == 0)
        become(words, in, outs[1], saids[1]);
    close(outs[1]);
    close(saids[1]);
    *out = outs[0];
    *said = saids[0];
    return child;
}

enum fop_end fop_make(struct work *work, const struct buffer *fo, struct buffer *pdf, int64_t total)
{
    struct run run = {.work = work, .pdf = pdf, .total = total};
    const char *words[WORDS_MOST], *made;
    int out = -1, said = -1, status = 0, in = document_file(fo);
    if (in < 0)
        return FOP_KILLED;
    command(work, words, &made);
    pid_t child = start(words, in, &out, &said);
    close(in);
    enum fop_end end = child > 0 ? listen_to(&run, out, said) : FOP_KILLED;
    close(out);
    close(said);
    if (child <= 0)
        return FOP_KILLED;
    if (end != FOP_DONE)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (end == FOP_DONE)
        end = conclude(&run, status);
    const char *archive =
        arena_printf(work->shop->arena, "%s/fop.jsa", work->shop->config->var_folder);
    if (made && (end != FOP_DONE || rename(made, archive) != 0))
        unlink(made);
    return end;
}

bool fop_there(const struct config *config, char *error, size_t error_size)
{
    char path[4200];
    if (access(config->java, X_OK) != 0) {
        snprintf(error, error_size, "java %s: cannot be run", config->java);
        return false;
    }
    snprintf(path, sizeof path, "%s/%s", config->fop_folder, jars[0]);
    const char *lacks = access(path, R_OK) != 0                   ? path
                        : access(config->fop_settings, R_OK) != 0 ? config->fop_settings
                                                                  : NULL;
    if (lacks)
        snprintf(error, error_size, "%s: cannot be read", lacks);
    return !lacks;
}
