#include "jobs.h"

#include "../base/identity.h"
#include "../base/log.h"
#include "../base/random.h"
#include "../base/time.h"
#include "forgotten.h"
#include "lane.h"
#include "mail.h"
#include "publish.h"
#include "remind.h"
#include "tidy.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    IDLE_MS = 2000,
    WORK_IDLE_MS = 500,
    PRESS_IDLE_MS = 500,
    PRINT_IDLE_MS = 200,
    ONCE_MS = 300,
    CLAIM_BYTES = 16
};
static const size_t arena_reserve =
    (size_t)1 << 30; /* address space only: a print of many letters takes a part of it */

/* Loaded once, before the lanes are forked: they share it. */
struct shop {
    const struct config *config;
    struct query_store *store;
    struct form_set *forms;
    struct stylesheets *sheets;
    unsigned char claim[CLAIM_BYTES], print_claim[CLAIM_BYTES];
};

static bool load(struct shop *shop, char *error, size_t error_size)
{
    const struct config *config = shop->config;
    char folder[4200];
    snprintf(folder, sizeof folder, "%s/forms", config->xslt_folder);
    time_start();
    random_start();
    view_start();
    if (!identity_open_key(config->key_file)) {
        snprintf(error, error_size,
                 "%s: not 64 hexadecimal digits that only its owner and group may read",
                 config->key_file);
        return false;
    }
    random_bytes(shop->claim, sizeof shop->claim);
    random_bytes(shop->print_claim, sizeof shop->print_claim);
    shop->store = query_store_load(config->sql_folder, error, error_size);
    shop->forms = shop->store ? forms_load(folder, error, error_size) : NULL;
    shop->sheets =
        shop->forms ? stylesheets_load(config->xslt_folder, config->fold, error, error_size) : NULL;
    return shop->sheets != NULL;
}

static void unload(struct shop *shop)
{
    stylesheets_free(shop->sheets);
    forms_free(shop->forms);
    query_store_free(shop->store);
}

static struct connection *connect_to(const struct shop *shop)
{
    const struct connection_settings settings = {
        .sockets = shop->config->database_socket,
        .user = shop->config->database_user,
        .password = shop->config->database_password,
        .database = shop->config->database_name,
        .timeout_seconds = 10,
    };
    return connection_new(&settings, shop->store);
}

static struct post open_post(const struct shop *shop)
{
    return (struct post){.config = shop->config,
                         .store = shop->store,
                         .connection = connect_to(shop),
                         .sheets = shop->sheets,
                         .arena = arena_new(arena_reserve),
                         .mailer = mailer_new(shop->config)};
}

static void close_post(const struct post *post)
{
    mailer_free(post->mailer);
    connection_free(post->connection);
    arena_free(post->arena);
}

static struct workshop open_workshop(const struct shop *shop)
{
    return (struct workshop){.kinds = work_kinds,
                             .config = shop->config,
                             .store = shop->store,
                             .forms = shop->forms,
                             .sheets = shop->sheets,
                             .connection = connect_to(shop),
                             .pulse = connect_to(shop),
                             .arena = arena_new(arena_reserve),
                             .claim = shop->claim};
}

static void close_workshop(const struct workshop *workshop)
{
    connection_free(workshop->connection);
    connection_free(workshop->pulse);
    arena_free(workshop->arena);
}

/* One turn of the mail lane. */
static enum mail_result mail_turn(const struct post *post)
{
    tidy_when_due(post);
    forgotten_answer(post);
    while (reminders_when_due(post) && !lane_stopping())
        ;
    while (digests_when_due(post) && !lane_stopping())
        ;
    return mails_send(post);
}

static int mail_lane(void *context)
{
    const struct post post = open_post(context);
    while (!lane_stopping())
        lane_pause(mail_turn(&post) == MAIL_DONE ? 0 : IDLE_MS);
    close_post(&post);
    return EXIT_SUCCESS;
}

static enum work_found work_turn(const struct workshop *workshop)
{
    enum work_found found = work_do_one(workshop);
    arena_reset(workshop->arena);
    return found;
}

/* Until the program ends. */
static int work_on(struct workshop workshop)
{
    work_release(&workshop);
    while (!lane_stopping())
        lane_pause(work_turn(&workshop) == WORK_ONE ? 0
                   : workshop.does == WORK_PRINTS   ? PRINT_IDLE_MS
                                                    : WORK_IDLE_MS);
    close_workshop(&workshop);
    return EXIT_SUCCESS;
}

static int work_lane(void *context)
{
    struct workshop workshop = open_workshop(context);
    workshop.does = WORK_OTHERS;
    return work_on(workshop);
}

static int print_lane(void *context)
{
    const struct shop *shop = context;
    struct workshop workshop = open_workshop(shop);
    workshop.claim = shop->print_claim;
    workshop.does = WORK_PRINTS;
    return work_on(workshop);
}

static struct press open_press(const struct shop *shop)
{
    return (struct press){.connection = connect_to(shop),
                          .arena = arena_new(arena_reserve),
                          .settled = -1,
                          .events = -1};
}

static void close_press(const struct press *press)
{
    connection_free(press->connection);
    arena_free(press->arena);
}

static int press_lane(void *context)
{
    struct press press = open_press(context);
    while (!lane_stopping()) {
        publish(&press);
        lane_pause(PRESS_IDLE_MS);
    }
    close_press(&press);
    return EXIT_SUCCESS;
}

/* Jobs until none waits or runs, also elsewhere; then the mails, of which the jobs may have written some,
 * and what of all of it partners are told. */
static bool do_once(const struct shop *shop)
{
    const struct workshop workshop = open_workshop(shop);
    const struct post post = open_post(shop);
    struct press press = open_press(shop);
    enum work_found found = WORK_ONE;
    enum mail_result mails = MAIL_DONE;
    lane_listen();
    while (!lane_stopping() && found != WORK_UNAVAILABLE &&
           (found == WORK_ONE || work_left(&workshop) > 0)) {
        found = work_turn(&workshop);
        lane_pause(found == WORK_ONE ? 0 : ONCE_MS);
    }
    while (!lane_stopping() && found != WORK_UNAVAILABLE && mails == MAIL_DONE) {
        mails = mail_turn(&post);
        lane_pause(0);
    }
    bool told = found != WORK_UNAVAILABLE && publish(&press) != PUBLISH_UNAVAILABLE;
    close_workshop(&workshop);
    close_post(&post);
    close_press(&press);
    return told && mails != MAIL_UNAVAILABLE;
}

int jobs_command(const struct config *config, int argc, char **argv)
{
    bool once = argc == 2 && strcmp(argv[1], "--once") == 0;
    struct shop shop = {.config = config};
    char error[1024] = "";
    int status = EXIT_FAILURE;
    if (argc > 1 && !once) {
        fputs("praktikum jobs [--once]\n", stderr);
        return EXIT_FAILURE;
    }
    if (!load(&shop, error, sizeof error)) {
        fprintf(stderr, "praktikum jobs: %s\n", error);
    } else if (once) {
        status = do_once(&shop) ? EXIT_SUCCESS : EXIT_FAILURE;
    } else {
        struct lane lanes[] = {{.name = "mail", .run = mail_lane, .context = &shop},
                               {.name = "work", .run = work_lane, .context = &shop},
                               {.name = "prints", .run = print_lane, .context = &shop},
                               {.name = "feeds", .run = press_lane, .context = &shop}};
        log_line(LOG_INFO, "jobs_ready", NULL);
        status = lanes_run(lanes, sizeof lanes / sizeof *lanes);
    }
    unload(&shop);
    return status;
}
