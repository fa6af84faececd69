#include "attachment.h"

#include "../base/text.h"

#include <string.h>

struct head {
    struct arena *arena;
    const char *name, *media;
};

static int take_head(void *context, const struct row *row)
{
    struct head *head = context;
    head->name = arena_text(head->arena, row_text(row, "name"));
    head->media = arena_text(head->arena, row_text(row, "media"));
    return 0;
}

static int take_piece(void *context, const struct row *row)
{
    struct buffer *body = context;
    const struct cell *bytes = row_cell(row, "bytes");
    if (bytes && bytes->text)
        buffer_add(body, bytes->text, bytes->length);
    return 0;
}

enum data_result attachment_read(struct visit *visit, int *status)
{
    struct connection *connection = visit->service->connection;
    const struct query_file *file = query_store_find(visit->service->queries, visit->route->file);
    struct response *response = visit->response;
    struct head head = {.arena = visit->arena};
    response_restart(response, 200);
    enum data_result result = connection_run(connection, query_file_block(file, "file"), NULL,
                                             &visit->parameters, take_head, &head);
    if (result == DATA_OK)
        result = connection_run(connection, query_file_block(file, "pieces"), NULL,
                                &visit->parameters, take_piece, response->body);
    if (result != DATA_OK)
        return result;
    if (response->body->full) {
        *status = 500;
        return DATA_OK;
    }
    response->type = head.media ? head.media : "application/octet-stream";
    response->disposition =
        attachment_disposition(visit->arena, head.name ? head.name : visit->route->name);
    return DATA_OK;
}

/* Letters, digits and what stands in names without meaning anything to a header. */
static bool plain(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-_.", byte));
}

const char *attachment_disposition(struct arena *arena, const char *name)
{
    static const char head[] = "attachment; filename=\"", between[] = "\"; filename*=UTF-8''",
                      digits[] = "0123456789ABCDEF";
    size_t length = strlen(name);
    char *text = arena_alloc(arena, sizeof head + sizeof between + 4 * length), *at = text;
    at = stpcpy(at, head);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (plain(byte) || byte == ' ')
            *at++ = (char)byte;
        else if (byte < 0x80 || byte >= 0xC0) /* one for a letter of several bytes */
            *at++ = '_';
    }
    at = stpcpy(at, between);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (plain(byte)) {
            *at++ = (char)byte;
        } else {
            *at++ = '%';
            *at++ = digits[byte >> 4];
            *at++ = digits[byte & 15];
        }
    }
    *at = '\0';
    return text;
}
