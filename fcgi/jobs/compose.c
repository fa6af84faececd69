#include "compose.h"

#include "../view/letter.h"
#include "blocks.h"
#include "message.h"

#include <string.h>

enum { HTML_MAXIMUM = 1 << 20 };

static void fill_parameters(struct parameters *parameters, const struct row *mail)
{
    parameters_integer(parameters, "event", row_integer(mail, "event"));
    parameters_integer(parameters, "thing_id", row_integer(mail, "thing_id"));
    parameters_integer(parameters, "mail", row_integer(mail, "id"));
    parameters_integer(parameters, "person", row_integer(mail, "person"));
    parameters_integer(parameters, "viewer", row_integer(mail, "person"));
    parameters_text(parameters, "lang", row_text(mail, "lang"));
    parameters_moment(parameters);
}

/* The mail's document: <page area="mail" …> with the blocks of sql/mail/<kind>.sql, in order. */
static enum data_result fill_document(const struct post *post, const struct query_file *file,
                                      const struct row *mail, struct document *document)
{
    struct parameters parameters = {.arena = post->arena};
    fill_parameters(&parameters, mail);
    struct node *root = document_root(document);
    document_attribute(document, root, "area", "mail");
    document_attribute(document, root, "name", row_text(mail, "kind"));
    document_attribute(document, root, "lang", row_text(mail, "lang"));
    document_attribute(document, root, "base", post->config->base_address);
    document_attribute(document, root, "to", row_text(mail, "name"));
    return blocks_read(post->connection, file, &parameters, document);
}

/* "http://127.0.0.1:8080/x" → "127.0.0.1" */
static const char *host_of(struct arena *arena, const char *address)
{
    const char *start = strstr(address, "://");
    start = start ? start + 3 : address;
    return arena_bytes(arena, start, strcspn(start, ":/"));
}

static bool write_message(const struct post *post, const struct row *mail, const char *html,
                          struct buffer *out, const char **from)
{
    struct message message = {
        .host = host_of(post->arena, post->config->base_address),
        .from = post->config->smtp_from,
        .to_name = row_text(mail, "name"),
        .to_email = row_text(mail, "email"),
        .subject = letter_subject(post->arena, html),
        .html = html,
        .lang = row_text(mail, "lang"),
        .event = row_text(mail, "uuid"),
        .mail = row_integer(mail, "id"),
        .date = row_integer(mail, "at_seconds"),
    };
    if (!message.subject)
        return false;
    struct buffer text;
    buffer_init(&text, HTML_MAXIMUM);
    letter_text(post->arena, &text, html);
    message.text = arena_bytes(post->arena, text.bytes, text.length);
    buffer_clear(&text);
    message_sender(&text, &message);
    *from = arena_bytes(post->arena, text.bytes, text.length);
    buffer_free(&text);
    message_write(out, &message);
    return !out->full;
}

enum composed compose(const struct post *post, const struct row *mail, struct buffer *out,
                      const char **from, enum data_result *result)
{
    const char *lang = row_text(mail, "lang");
    const char *name = arena_printf(post->arena, "mail/%s", row_text(mail, "kind"));
    const struct query_file *file = query_store_find(post->store, name);
    *result = DATA_OK;
    if (!file || !stylesheets_have(post->sheets, name))
        return COMPOSE_FAILED;
    struct document *document = document_new(post->arena, lang);
    struct buffer html;
    buffer_init(&html, HTML_MAXIMUM);
    *result = fill_document(post, file, mail, document);
    bool good = *result == DATA_OK && stylesheets_render(post->sheets, name, lang, document, &html);
    document_end(document);
    if (good)
        good = write_message(post, mail, html.bytes, out, from);
    buffer_free(&html);
    if (*result == DATA_NONE) {
        *result = DATA_OK;
        return COMPOSE_GONE;
    }
    if (*result != DATA_OK)
        return COMPOSE_DATABASE;
    return good ? COMPOSED : COMPOSE_FAILED;
}
