#include "mail.h"

#include "../base/heap.h"
#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "compose.h"
#include "smtp.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MESSAGE_MAXIMUM = 4 << 20,
    ATTEMPTS = 12,
    FIRST_PAUSE = 60,         /* after an attempt that failed; doubled each time */
    LONGEST_PAUSE = 4 * 3600, /* so the last one is some 16 hours after the first */
    FIRST_REST = 15,          /* when the server does not answer; doubled each time */
    LONGEST_REST = 300,
    MARGIN = 30,               /* of a lease, beyond what sending may take */
    TURN_US = 500000,          /* how long mails_send goes on */
    RECOVER_US = 10 * 1000000, /* between looks for dead senders */
};

/* What became of a mail, until it is committed. */
struct outcome {
    int64_t mail, claims; /* 0: nothing is to be noted */
    const char *state, *problem;
    int attempt, perhaps, pause;
    char words[SMTP_WORDS];
};
struct mailer {
    struct smtp *smtp; /* NULL: files */
    struct outcome outcome;
    int64_t rest_until_us; /* the server is let be */
    int rest;              /* seconds of the last rest */
    int64_t recovered_us;
    struct buffer message;
};

struct mailer *mailer_new(const struct config *config)
{
    struct mailer *mailer = heap_alloc(sizeof *mailer);
    *mailer = (struct mailer){.smtp = smtp_new(config)};
    buffer_init(&mailer->message, MESSAGE_MAXIMUM);
    return mailer;
}

void mailer_free(struct mailer *mailer)
{
    if (!mailer)
        return;
    smtp_free(mailer->smtp);
    buffer_free(&mailer->message);
    free(mailer);
}

static enum data_result run_step(const struct post *post, const char *step,
                                 const struct parameters *parameters, row_function *row,
                                 void *context)
{
    return connection_step(post->connection, "jobs/mail", step, parameters, row, context);
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* Whole or not at all: written beside, synced, then renamed. For nobody else to read: the group may be the web server's. */
static bool write_file(const char *folder, int64_t id, const struct buffer *message)
{
    char path[4096], part[4200];
    if ((size_t)snprintf(path, sizeof path, "%s/%" PRId64 ".eml", folder, id) >= sizeof path)
        return false;
    snprintf(part, sizeof part, "%s.%ld.part", path, (long)getpid());
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return false;
    int file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool good = write_all(file, message->bytes, message->length) && fsync(file) == 0;
    good = close(file) == 0 && good;
    if (good)
        good = rename(part, path) == 0;
    if (!good)
        unlink(part);
    return good;
}

/* Tried, and to be tried again after a pause that grows, until it has been tried often enough. */
static void put_off(struct outcome *outcome, const struct row *mail, const char *problem)
{
    int64_t attempts = row_integer(mail, "attempts");
    int64_t pause = attempts < ATTEMPTS ? (int64_t)FIRST_PAUSE << attempts : LONGEST_PAUSE;
    outcome->state = attempts + 1 < ATTEMPTS ? "waiting" : "failed";
    outcome->attempt = 1;
    outcome->pause = (int)(pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE);
    outcome->problem = problem;
}

static void give_up(struct outcome *outcome, const char *problem)
{
    outcome->state = "failed";
    outcome->attempt = 1;
    outcome->problem = problem;
}

static void rest(struct mailer *mailer)
{
    mailer->rest = mailer->rest > 0 ? mailer->rest * 2 : FIRST_REST;
    if (mailer->rest > LONGEST_REST)
        mailer->rest = LONGEST_REST;
    mailer->rest_until_us = time_monotonic_us() + (int64_t)mailer->rest * 1000000;
}

static void judge(struct mailer *mailer, const struct row *mail, enum smtp_result result)
{
    struct outcome *outcome = &mailer->outcome;
    if (result == SMTP_UNREACHED || result == SMTP_UNKNOWN)
        rest(mailer);
    else
        mailer->rest = 0;
    switch (result) {
    case SMTP_ACCEPTED:
        outcome->state = "sent";
        outcome->attempt = 1;
        return;
    case SMTP_LATER:
        put_off(outcome, mail, "later");
        return;
    case SMTP_REFUSED:
        give_up(outcome, "refused");
        return;
    case SMTP_UNREACHED: /* no fault of the mail's, so no attempt */
        outcome->state = "waiting";
        outcome->problem = "unreached";
        outcome->pause = mailer->rest;
        return;
    case SMTP_UNKNOWN:
        put_off(outcome, mail, "unknown");
        outcome->perhaps = 1;
        if (row_integer(mail, "perhaps") > 0)
            outcome->state = "failed";
        return;
    }
}

/* Takes the outcome from the server or the file system. */
static void deliver(const struct post *post, const struct row *mail, const char *from)
{
    struct mailer *mailer = post->mailer;
    if (mailer->smtp) {
        judge(mailer, mail,
              smtp_send(mailer->smtp, from, row_text(mail, "email"), &mailer->message,
                        mailer->outcome.words));
    } else if (write_file(post->config->mail_folder, row_integer(mail, "id"), &mailer->message)) {
        mailer->outcome.state = "sent";
        mailer->outcome.attempt = 1;
    } else {
        put_off(&mailer->outcome, mail, "file");
    }
}

static void tell(const struct row *mail, const struct outcome *outcome)
{
    bool failed = text_equal(outcome->state, "failed"), sent = text_equal(outcome->state, "sent");
    char id[24];
    snprintf(id, sizeof id, "%" PRId64, row_integer(mail, "id"));
    log_line(failed             ? LOG_ERROR
             : outcome->problem ? LOG_WARNING
                                : LOG_INFO,
             failed             ? "mail_failed"
             : sent             ? "mail_sent"
             : outcome->problem ? "mail_put_off"
                                : "mail_void",
             "mail", id, "kind", row_text(mail, "kind"), "problem",
             outcome->problem ? outcome->problem : "", NULL);
}

/* Writes down what became of the last mail, if that is still to be done. Part of the caller's transaction. */
static enum data_result note(const struct post *post)
{
    const struct outcome *outcome = &post->mailer->outcome;
    struct parameters parameters = {.arena = post->arena};
    if (outcome->claims == 0)
        return DATA_OK;
    parameters_integer(&parameters, "mail", outcome->mail);
    parameters_integer(&parameters, "claims", outcome->claims);
    parameters_text(&parameters, "state", outcome->state);
    parameters_text(&parameters, "problem", outcome->problem);
    parameters_text(&parameters, "error", *outcome->words ? outcome->words : NULL);
    parameters_integer(&parameters, "attempt", outcome->attempt);
    parameters_integer(&parameters, "perhaps", outcome->perhaps);
    parameters_integer(&parameters, "pause", outcome->pause);
    return run_step(post, "note", &parameters, NULL, NULL);
}

static enum data_result claim(const struct post *post, const struct row **mail)
{
    struct parameters parameters = {.arena = post->arena};
    struct rows claimed = {.arena = post->arena}, letter = {.arena = post->arena};
    enum data_result result = run_step(post, "claim", &parameters, rows_keep, &claimed);
    *mail = NULL;
    if (result != DATA_OK || claimed.count == 0)
        return result;
    parameters_integer(&parameters, "mail", row_integer(rows_first(&claimed), "id"));
    parameters_integer(&parameters, "lease", 2 * post->config->smtp_timeout + MARGIN);
    result = run_step(post, "take", &parameters, NULL, NULL);
    if (result == DATA_OK)
        result = run_step(post, "letter", &parameters, rows_keep, &letter);
    *mail = letter.count > 0 ? rows_first(&letter) : rows_first(&claimed);
    return result;
}

/* The mail's message, or why it will have none. */
static enum data_result prepare(const struct post *post, const struct row *mail,
                                struct outcome *outcome, const char **from)
{
    enum data_result result = DATA_OK;
    *outcome =
        (struct outcome){.mail = row_integer(mail, "id"), .claims = row_integer(mail, "claims")};
    buffer_clear(&post->mailer->message);
    if (!text_email(row_text(mail, "email"))) {
        give_up(outcome, "address");
        return DATA_OK;
    }
    switch (compose(post, mail, &post->mailer->message, from, &result)) {
    case COMPOSED:
        break;
    case COMPOSE_GONE:
        outcome->state = "void";
        break;
    case COMPOSE_FAILED:
        put_off(outcome, mail, "document");
        break;
    case COMPOSE_DATABASE:
        break;
    }
    return result;
}

/* One transaction: notes the last outcome, claims the next mail. Then sends it, outside any. */
static enum mail_result turn(const struct post *post)
{
    struct mailer *mailer = post->mailer;
    struct outcome next = {.mail = 0};
    const struct row *mail = NULL;
    const char *from = "";
    enum data_result result = connection_begin(post->connection);
    if (result == DATA_OK)
        result = note(post);
    if (result == DATA_OK)
        result = claim(post, &mail);
    if (result == DATA_OK && mail)
        result = prepare(post, mail, &next, &from);
    if (result == DATA_OK)
        result = connection_commit(post->connection);
    if (result != DATA_OK) {
        connection_rollback(post->connection);
        return MAIL_UNAVAILABLE;
    }
    mailer->outcome = next;
    if (!mail)
        return MAIL_NONE;
    if (!next.state)
        deliver(post, mail, from);
    tell(mail, &mailer->outcome);
    return MAIL_DONE;
}

/* Notes the last outcome when no other mail is to be claimed. */
static bool finish(const struct post *post)
{
    if (post->mailer->outcome.claims == 0)
        return true;
    if (note(post) != DATA_OK)
        return false;
    post->mailer->outcome = (struct outcome){.mail = 0};
    return true;
}

/* Mails whose sender died. Looked for without locks, since there are hardly ever any. */
static bool recover(const struct post *post)
{
    int64_t now = time_monotonic_us();
    if (post->mailer->recovered_us > 0 && now < post->mailer->recovered_us + RECOVER_US)
        return true;
    for (;;) {
        struct parameters parameters = {.arena = post->arena};
        struct rows found = {.arena = post->arena};
        if (run_step(post, "doubtful", &parameters, rows_keep, &found) != DATA_OK)
            return false;
        const struct row *mail = rows_first(&found);
        if (!mail)
            break;
        parameters_integer(&parameters, "mail", row_integer(mail, "id"));
        if (run_step(post, "recover", &parameters, NULL, NULL) != DATA_OK)
            return false;
        log_line(LOG_WARNING, "mail_in_doubt", "mail", row_text(mail, "id"), NULL);
    }
    post->mailer->recovered_us = now;
    return true;
}

enum mail_result mails_send(const struct post *post)
{
    struct mailer *mailer = post->mailer;
    int64_t until = time_monotonic_us() + TURN_US;
    enum mail_result result = MAIL_DONE;
    bool some = false;
    if (!recover(post))
        return MAIL_UNAVAILABLE;
    while (result == MAIL_DONE && time_monotonic_us() < until &&
           time_monotonic_us() >= mailer->rest_until_us) {
        result = turn(post);
        some = some || result == MAIL_DONE;
        arena_reset(post->arena);
    }
    bool noted = finish(post);
    arena_reset(post->arena);
    if (result == MAIL_UNAVAILABLE || !noted)
        return MAIL_UNAVAILABLE;
    return some ? MAIL_DONE : MAIL_NONE;
}
