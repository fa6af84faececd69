#include "mail.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAIL_MAXIMUM = 1 << 20, MAIL_ATTEMPTS = 8, MAIL_FIRST_PAUSE = 60 };

static enum data_result run_step(const struct post *post, const char *step,
                                 const struct parameters *parameters, row_function *row,
                                 void *context)
{
    const struct query_file *file = query_store_find(post->store, "jobs/mail");
    const struct block *block = file ? query_file_block(file, step) : NULL;
    return block ? connection_run(post->connection, block, NULL, parameters, row, context)
                 : DATA_ERROR;
}

struct claimed {
    struct arena *arena;
    struct row *row;
};

static int claim_row(void *context, const struct row *row)
{
    struct claimed *claimed = context;
    claimed->row = row_copy(claimed->arena, row);
    return 0;
}

struct block_rows {
    struct document *document;
    struct node *parent;
    const char *name;
};

static int add_row(void *context, const struct row *row)
{
    struct block_rows *rows = context;
    document_row(rows->document, rows->parent, rows->name, row);
    return 0;
}

/* The mail's document: <page area="mail" …> with the blocks of sql/mail/<kind>.sql, in order. */
static enum data_result fill_document(const struct post *post, const struct query_file *file,
                                      const struct row *mail, struct document *document)
{
    struct parameters parameters = {.arena = post->arena};
    char today[DATE_TEXT], now[DATE_TEXT];
    date_iso(today, time_today());
    time_sql(now, time_now());
    parameters_integer(&parameters, "event", row_integer(mail, "event"));
    parameters_integer(&parameters, "thing_id", row_integer(mail, "thing_id"));
    parameters_integer(&parameters, "person", row_integer(mail, "person"));
    parameters_integer(&parameters, "viewer", row_integer(mail, "person"));
    parameters_text(&parameters, "lang", row_text(mail, "lang"));
    parameters_text(&parameters, "today", today);
    parameters_text(&parameters, "now", now);

    struct node *root = document_root(document);
    document_attribute(document, root, "area", "mail");
    document_attribute(document, root, "name", row_text(mail, "kind"));
    document_attribute(document, root, "lang", row_text(mail, "lang"));
    document_attribute(document, root, "base", post->config->base_address);
    document_attribute(document, root, "to", row_text(mail, "name"));
    enum data_result result = DATA_OK;
    for (size_t i = 0; i < file->block_count && result == DATA_OK; i++) {
        const struct block *block = &file->blocks[i];
        if (block->kind == BLOCK_STEP)
            continue;
        struct block_rows rows = {document, root, block->row_name};
        if (block->kind == BLOCK_MANY)
            rows.parent = document_element(document, root, block->name);
        result = connection_run(post->connection, block, NULL, &parameters, add_row, &rows);
    }
    return result;
}

/* Renders: the first line is the subject, the rest after an empty line the body. NULL with *result DATA_OK when the
 * mail itself cannot be made; else the database's failure. */
static char *render(const struct post *post, const struct row *mail, enum data_result *result)
{
    const char *name = arena_printf(post->arena, "mail/%s", row_text(mail, "kind"));
    const struct query_file *file = query_store_find(post->store, name);
    char *text = NULL;
    *result = DATA_OK;
    if (!file || !stylesheets_have(post->sheets, name))
        return NULL;
    struct document *document = document_new(post->arena, row_text(mail, "lang"));
    *result = fill_document(post, file, mail, document);
    struct buffer out;
    buffer_init(&out, MAIL_MAXIMUM);
    if (*result == DATA_OK &&
        stylesheets_render(post->sheets, name, row_text(mail, "lang"), document, &out) &&
        !out.full && out.length > 0)
        text = arena_bytes(post->arena, out.bytes, out.length);
    buffer_free(&out);
    document_end(document);
    if (*result == DATA_NONE)
        *result = DATA_OK; /* what it tells of is gone */
    return text;
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

/* "http://127.0.0.1:8080/x" → "127.0.0.1" */
static const char *host_of(struct arena *arena, const char *address)
{
    const char *start = strstr(address, "://");
    start = start ? start + 3 : address;
    return arena_bytes(arena, start, strcspn(start, ":/"));
}

/* NULL when it is on its way, else why not. */
static const char *deliver(const struct post *post, const struct row *mail, char *text)
{
    char *subject = text;
    char *line = strchr(text, '\n');
    if (!line)
        return "the stylesheet gave no subject line";
    *line = '\0';
    char *body = line + 1 + strspn(line + 1, "\n");
    if (!text_email(row_text(mail, "email")))
        return "the address is not one";
    const struct message message = {
        .host = host_of(post->arena, post->config->base_address),
        .to_name = row_text(mail, "name"),
        .to_email = row_text(mail, "email"),
        .subject = subject,
        .body = body,
        .lang = row_text(mail, "lang"),
        .event = row_text(mail, "uuid"),
        .mail = row_integer(mail, "id"),
        .date = time_now(),
    };
    struct buffer out;
    buffer_init(&out, 4 * MAIL_MAXIMUM);
    message_write(&out, &message);
    bool good = !out.full && write_file(post->config->mail_folder, message.mail, &out);
    buffer_free(&out);
    return good ? NULL : "the file could not be written";
}

/* Notes what became of it. */
static enum data_result note(const struct post *post, const struct row *mail, const char *error)
{
    struct parameters parameters = {.arena = post->arena};
    int64_t attempts = row_integer(mail, "attempts");
    parameters_integer(&parameters, "mail", row_integer(mail, "id"));
    parameters_text(&parameters, "error", error);
    char id[24];
    snprintf(id, sizeof id, "%" PRId64, row_integer(mail, "id"));
    if (!error) {
        log_line(LOG_INFO, "mail_sent", "mail", id, "kind", row_text(mail, "kind"), NULL);
        return run_step(post, "sent", &parameters, NULL, NULL);
    }
    bool last = attempts + 1 >= MAIL_ATTEMPTS;
    log_line(last ? LOG_ERROR : LOG_WARNING, last ? "mail_failed" : "mail_put_off", "mail", id,
             "kind", row_text(mail, "kind"), "error", error, NULL);
    parameters_integer(&parameters, "pause", (int64_t)MAIL_FIRST_PAUSE << attempts);
    return run_step(post, last ? "give_up" : "put_off", &parameters, NULL, NULL);
}

enum mail_result mail_send_one(const struct post *post)
{
    struct parameters none = {.arena = post->arena};
    struct claimed claimed = {.arena = post->arena};
    enum data_result result = connection_begin(post->connection);
    if (result == DATA_OK)
        result = run_step(post, "claim", &none, claim_row, &claimed);
    if (result == DATA_OK && claimed.row) {
        char *text = render(post, claimed.row, &result);
        const char *error = text ? deliver(post, claimed.row, text) : "it could not be made";
        if (result == DATA_OK)
            result = note(post, claimed.row, error);
    }
    if (result == DATA_OK)
        result = connection_commit(post->connection);
    if (result != DATA_OK) {
        connection_rollback(post->connection);
        return MAIL_UNAVAILABLE;
    }
    return claimed.row ? MAIL_DONE : MAIL_NONE;
}
