#include "service.h"

#include "../base/identity.h"
#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../view/document.h"
#include "inbound.h"
#include "metrics.h"
#include "route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Address space, not memory: pages that are touched are what it costs. */
static const size_t arena_reserve = (size_t)1 << 30;
static const size_t body_limit = (size_t)64 << 20;
enum { HEAD_LIMIT = 64 * 1024, SCRATCH_LIMIT = 64 * 1024 };

/* A name for the css as it is now, so that browsers may keep it for ever. */
static void name_assets(struct service *service)
{
    char path[4200];
    struct stat status;
    unsigned char hash[HASH_BYTES];
    snprintf(path, sizeof path, "%s/assets/praktikum.css", service->config->var_folder);
    if (stat(path, &status) != 0)
        return;
    const int64_t what[] = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size};
    hash_bytes(hash, what, sizeof what, NULL);
    text_hex(service->assets, hash, 4);
}

static bool load_signature(struct service *service, char *error, size_t error_size)
{
    const struct config *config = service->config;
    if (!*config->elmo_key && !*config->elmo_certificate)
        return true;
    service->signature =
        signature_load(config->elmo_key, config->elmo_certificate, error, error_size);
    return service->signature != NULL;
}

bool service_load(struct service *service, const struct config *config, char *error,
                  size_t error_size)
{
    *service = (struct service){.config = config};
    view_start();
    time_start();
    random_start();
    service->routes = routes_new();
    service->metrics = metrics_new();
    if (!identity_open_key(config->key_file)) {
        snprintf(error, error_size,
                 "%s: not 64 hexadecimal digits that only its owner and group may read",
                 config->key_file);
        return false;
    }
    identity_derive(service->cookie_key, "cookies");
    service->queries = query_store_load(config->sql_folder, error, error_size);
    if (!service->queries)
        return false;
    char folder[4200];
    snprintf(folder, sizeof folder, "%s/forms", config->xslt_folder);
    service->forms = forms_load(folder, error, error_size);
    if (!service->forms)
        return false;
    service->sheets = stylesheets_load(config->xslt_folder, config->fold, error, error_size);
    if (!service->sheets)
        return false;
    if (!inbound_load(service, error, error_size) || !load_signature(service, error, error_size))
        return false;
    const char *bench = getenv("PRAKTIKUM_BENCH");
    service->bench = config->demonstration && text_equal(bench, "1");
    name_assets(service);
    return true;
}

void service_begin(struct service *service)
{
    const struct config *config = service->config;
    const struct connection_settings settings = {
        .sockets = config->database_socket,
        .user = config->database_user,
        .password = config->database_password,
        .database = config->database_name,
        .timeout_seconds = 2,
    };
    service->connection = connection_new(&settings, service->queries);
    service->arena = arena_new(arena_reserve);
    buffer_init(&service->body, body_limit);
    buffer_init(&service->head, HEAD_LIMIT);
    buffer_init(&service->scratch, SCRATCH_LIMIT);
    buffer_init(&service->stream.head, HEAD_LIMIT + SCRATCH_LIMIT);
}

void service_end(struct service *service)
{
    connection_free(service->connection);
    arena_free(service->arena);
    buffer_free(&service->body);
    buffer_free(&service->head);
    buffer_free(&service->scratch);
    buffer_free(&service->stream.head);
}

void service_free(struct service *service)
{
    inbound_free(service);
    signature_free(service->signature);
    stylesheets_free(service->sheets);
    forms_free(service->forms);
    query_store_free(service->queries);
    routes_free(service->routes);
    metrics_free(service->metrics);
    *service = (struct service){0};
}

bool service_takes_file(const void *context, const char *path)
{
    const struct service *service = context;
    struct parameters parameters = {.arena = service->arena};
    const struct route *route = routes_match(service->routes, path, &parameters);
    return route && route->form && form_takes_file(forms_find(service->forms, route->form));
}

struct lacks {
    void (*report)(void *context, const char *sentence);
    void *context;
    bool complete;
};

static void check(struct lacks *lacks, bool good, const char *what, const char *file,
                  const char *suffix)
{
    char sentence[512];
    if (good)
        return;
    snprintf(sentence, sizeof sentence, "routes.def names %s, but there is no %s%s%s", file, what,
             file, suffix);
    lacks->report(lacks->context, sentence);
    lacks->complete = false;
}

/* A feed's and a print's say in their names what they write. */
static bool has_stylesheet(const struct service *service, const struct route *route)
{
    char named[128], calendar[128];
    const char *end = route->kind == ROUTE_PRINT                                   ? ".fo"
                      : route->kind == ROUTE_ATOM || route->access == ACCESS_KEYED ? ".atom"
                      : route_partner(route)                                       ? ".elmo"
                                                                                   : "";
    snprintf(named, sizeof named, "%s%s", route->file, end);
    snprintf(calendar, sizeof calendar, "%s.ics", route->file);
    return route->kind == ROUTE_FILE || route->kind == ROUTE_FEED || route->kind == ROUTE_INBOUND ||
           stylesheets_have(service->sheets, named) ||
           (route->access == ACCESS_KEYED && stylesheets_have(service->sheets, calendar)) ||
           (route->kind != ROUTE_PRINT && stylesheets_have(service->sheets, route->file));
}

bool service_complete(const struct service *service,
                      void (*report)(void *context, const char *sentence), void *context)
{
    struct lacks lacks = {report, context, true};
    for (size_t i = 0; i < routes_count(service->routes); i++) {
        const struct route *route = routes_at(service->routes, i);
        const struct query_file *file = query_store_find(service->queries, route->file);
        size_t lists = 0;
        check(&lacks, file, "sql/", route->file, ".sql");
        check(&lacks, has_stylesheet(service, route), "xslt/", route->file, ".xsl");
        if (route->form)
            check(&lacks, forms_find(service->forms, route->form), "xslt/forms/", route->form,
                  ".xml");
        for (size_t b = 0; file && b < file->block_count; b++)
            lists += file->blocks[b].kind == BLOCK_LIST;
        check(&lacks, !file || lists == (route->list ? 1 : 0),
              "matching number of `list` blocks in sql/", route->file, ".sql");
        if (route->kind == ROUTE_FILE)
            check(&lacks,
                  file && query_file_block(file, "file") && query_file_block(file, "pieces"),
                  "blocks `file` and `pieces` in sql/", route->file, ".sql");
        if (route->kind == ROUTE_FEED)
            check(&lacks,
                  file && file->block_count > 1 && file->blocks[0].kind == BLOCK_ONE &&
                      text_equal(file->blocks[0].name, "page"),
                  "first block `page` in sql/", route->file, ".sql");
        if (route->thing) {
            char needed[128];
            bool keys = route->access == ACCESS_LINK || route->access == ACCESS_KEYED;
            snprintf(needed, sizeof needed, "%s/%s", keys ? "keys" : "rights", route->thing);
            if (route_partner(route))
                snprintf(needed, sizeof needed, "keys/partner");
            check(&lacks, query_store_find(service->queries, needed), "sql/", needed, ".sql");
        }
    }
    return lacks.complete;
}
