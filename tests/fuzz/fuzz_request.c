/* A request's parameters and body, as bytes: lines NAME=VALUE, an empty line, the body. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/server/request.h"
#include "../../fcgi/server/route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

struct body {
    const char *bytes;
    size_t length;
};

static long read_body(void *context, char *bytes, size_t size)
{
    struct body *body = context;
    size_t some = body->length < size ? body->length : size;
    memcpy(bytes, body->bytes, some);
    body->bytes += some;
    body->length -= some;
    return (long)some;
}

static bool takes_file(const void *context, const char *path)
{
    (void)context;
    return path[0] == '/' && path[1] == 'i';
}

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_fields(const struct fields *fields)
{
    for (size_t i = 0; i < fields->count; i++) {
        must(text_utf8(fields->items[i].name, strlen(fields->items[i].name)));
        must(text_utf8(fields->items[i].value, strlen(fields->items[i].value)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    static struct route_table *routes;
    char *environment[MOST + 1], *save = NULL;
    size_t count = 0;
    if (!arena) {
        arena = arena_new((size_t)64 << 20);
        routes = routes_new();
    }
    char *text = arena_bytes(arena, (const char *)data, size);
    char *empty = strstr(text, "\n\n");
    struct body body = {"", 0};
    size_t body_length = 0;
    if (empty) {
        body = (struct body){empty + 2, size - (size_t)(empty + 2 - text)};
        body_length = body.length;
        *empty = '\0';
    }
    for (char *line = strtok_r(text, "\n", &save); line && count < MOST;
         line = strtok_r(NULL, "\n", &save))
        environment[count++] = line;
    environment[count] = NULL;

    struct request request;
    const char *culprit;
    const struct request_source source = {environment, read_body, &body, takes_file, NULL};
    int status = request_read(&request, arena, &source, &culprit);
    must(status == 0 || status == 400 || status == 413);
    must(text_utf8(culprit, strlen(culprit)) && strlen(request.id) == 32);
    check_fields(&request.query);
    check_fields(&request.form);
    for (size_t i = 0; i < request.form.file_count; i++) {
        const struct field_file *file = &request.form.files[i];
        must(text_utf8(file->name, strlen(file->name)));
        must(text_utf8(file->file_name, strlen(file->file_name)) && !strchr(file->file_name, '/'));
        for (const char *at = file->file_name; *at; at++)
            must((unsigned char)*at >= 0x20);
        must(file->length <= body_length && file->bytes[file->length] == '\r');
    }
    must(request.path[0] == '/' && text_utf8(request.path, strlen(request.path)));
    for (const char *at = request.path; *at; at++)
        must((unsigned char)*at >= 0x20);
    struct parameters parameters = {.arena = arena};
    const struct route *route =
        status == 0 ? routes_match(routes, request.path, &parameters) : NULL;
    if (route)
        route_query(route, &request.query, &parameters);
    request_language(request.accept_language);
    arena_reset(arena);
    return 0;
}
