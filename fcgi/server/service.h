/* What a worker holds: loaded once by the supervisor, shared copy on write, plus its own connection and arena. */
#ifndef SERVER_SERVICE_H
#define SERVER_SERVICE_H
#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/config.h"
#include "../data/connection.h"
#include "../data/query.h"
#include "../view/form.h"
#include "../view/signature.h"
#include "../view/stylesheet.h"
#include "metrics.h"
#include "stream.h"

#include <stdbool.h>
#include <stdint.h>

struct route_table;

struct message_schema;

struct service {
    const struct config *config;
    struct query_store *queries;
    struct stylesheets *sheets;
    struct form_set *forms;
    struct signature *signature; /* NULL when no key is set */
    struct route_table *routes;
    struct metrics *metrics;                        /* shared by all workers */
    struct message_schema *schemas[METRICS_ROUTES]; /* of INBOUND rows: inbound.h */
    bool bench;     /* header X-Bench is honoured: demonstration and PRAKTIKUM_BENCH=1 only */
    char assets[9]; /* changes when the page's css does; "" when there is none */
    unsigned char cookie_key[32];

    /* of this worker */
    struct connection *connection;
    struct arena *arena;
    struct buffer body, head, scratch;
    struct stream stream;
    size_t bench_bytes[METRICS_ROUTES]; /* of each row's page, when last rendered here */
};

/* Loads statements, stylesheets, forms, routes and the key. False with a sentence in `error`. */
bool service_load(struct service *service, const struct config *config, char *error,
                  size_t error_size);
/* Connection (not yet opened), arena and buffers of one worker; after the fork. */
void service_begin(struct service *service);
void service_end(struct service *service);
void service_free(struct service *service);
/* Whether the form at a path has a field for a file; context is the service. */
bool service_takes_file(const void *context, const char *path);
/* Pages and actions lack a statement file, stylesheet or form? One call of `report` for each; false when any. */
bool service_complete(const struct service *service,
                      void (*report)(void *context, const char *sentence), void *context);
#endif
