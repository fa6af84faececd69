#include "jobs.h"

#include "../base/log.h"
#include "../base/time.h"
#include "mail.h"
#include "tidy.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { IDLE_SECONDS = 2, ARENA_BYTES = 64 << 20 };

static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

/* TERM and INT end the pause between two mails, not a mail. */
static void listen_for_stop(sigset_t *open)
{
    struct sigaction action = {.sa_handler = stop};
    sigset_t closed;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigemptyset(&closed);
    sigaddset(&closed, SIGTERM);
    sigaddset(&closed, SIGINT);
    sigprocmask(SIG_BLOCK, &closed, open);
    sigdelset(open, SIGTERM);
    sigdelset(open, SIGINT);
}

static void pause_for(int seconds, const sigset_t *open)
{
    const struct timespec time = {.tv_sec = seconds};
    ppoll(NULL, 0, &time, open);
}

/* With `once` also false when the database could not be used. */
static bool work(const struct post *post, bool once)
{
    sigset_t open;
    listen_for_stop(&open);
    while (!stopping) {
        tidy_when_due(post);
        enum mail_result result = mail_send_one(post);
        arena_reset(post->arena);
        if (once && result != MAIL_DONE)
            return result == MAIL_NONE;
        /* a signal that came during a mail is let in here, also when more mails wait */
        pause_for(result == MAIL_DONE ? 0 : IDLE_SECONDS, &open);
    }
    return true;
}

int jobs_command(const struct config *config, int argc, char **argv)
{
    bool once = argc == 2 && strcmp(argv[1], "--once") == 0;
    if (argc > 1 && !once) {
        fputs("praktikum jobs [--once]\n", stderr);
        return EXIT_FAILURE;
    }
    char error[1024] = "";
    time_start();
    view_start();
    const struct connection_settings settings = {
        .sockets = config->database_socket,
        .user = config->database_user,
        .password = config->database_password,
        .database = config->database_name,
        .timeout_seconds = 5,
    };
    struct query_store *store = query_store_load(config->sql_folder, error, sizeof error);
    struct stylesheets *sheets =
        store ? stylesheets_load(config->xslt_folder, config->fold, error, sizeof error) : NULL;
    bool good = sheets != NULL;
    if (good) {
        const struct post post = {.config = config,
                                  .store = store,
                                  .connection = connection_new(&settings, store),
                                  .sheets = sheets,
                                  .arena = arena_new(ARENA_BYTES)};
        log_line(LOG_INFO, "jobs_ready", NULL);
        good = work(&post, once);
        connection_free(post.connection);
        arena_free(post.arena);
    } else {
        fprintf(stderr, "praktikum jobs: %s\n", error);
    }
    stylesheets_free(sheets);
    query_store_free(store);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
