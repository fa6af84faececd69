/* The database as a worker sees it: one connection, prepared statements by block, transactions. */
#ifndef DATA_CONNECTION_H
#define DATA_CONNECTION_H
#include "../base/row.h"
#include "query.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum data_result {
    DATA_OK,
    DATA_NONE,        /* no row where one was needed */
    DATA_DUPLICATE,   /* 1062 */
    DATA_CONSTRAINT,  /* 1451, 1452, 4025, 1264, 1406, 3819: refused by the schema */
    DATA_RETRY,       /* 1213, 1205, 1020: whole transaction again */
    DATA_LOST,        /* 2006, 2013: gone; at COMMIT the outcome is unknown */
    DATA_UNAVAILABLE, /* 2002, 2003, 1047, 1040, 1203: not reached, or a node that is not primary */
    DATA_TIMEOUT,     /* 1969, 3024: a statement took too long */
    DATA_ERROR        /* anything else: a defect; logged with the statement's name */
};
struct connection;
struct connection_settings {
    const char *sockets; /* comma separated unix sockets, tried in order */
    const char *user, *password, *database;
    /* connect, read and write each; 2 in workers; 0: none, for the command line */
    int timeout_seconds;
};
/* list_state is how a list was asked for. */
struct list_state {
    size_t sort; /* index in block->sorts */
    bool descending;
    const char *lang;
    int64_t limit, offset; /* limit 0: all rows */
};

/* Does not connect yet; copies the settings. `store` must outlive the connection; without one, or
 * for a block of another file, connection_run prepares each time. */
struct connection *connection_new(const struct connection_settings *settings,
                                  const struct query_store *store);
void connection_free(struct connection *connection);
/* Connects (reconnecting a lost connection), sets the session up: UTC, strict, utf8mb4. */
enum data_result connection_open(struct connection *connection);
void connection_close(struct connection *connection);
/* Prepares every block of the store, each sort and total too: bad SQL is found before traffic.
 * Keeps the usual variants, so that the first request finds them ready. */
enum data_result connection_prepare_all(struct connection *connection, char *error,
                                        size_t error_size);

/* Runs one block. `state` only for lists; NULL asks for all rows in the default order. Every
 * parameter the block names must be set, else DATA_ERROR. `row` may be NULL when rows do not
 * matter. Rows stream: `row` must not use the connection, and 100,000 of them take the memory of
 * one. Statements are prepared once a connection and kept. BLOCK_ONE without a row gives DATA_NONE.
 * Opens the connection when it is closed and no transaction runs. */
enum data_result connection_run(struct connection *connection, const struct block *block,
                                const struct list_state *state, const struct parameters *parameters,
                                row_function *row, void *context);
/* Runs a block of another file of the connection's store by its names ("session/session", "touch"). DATA_ERROR when there
 * is none. */
enum data_result connection_step(struct connection *connection, const char *file, const char *step,
                                 const struct parameters *parameters, row_function *row,
                                 void *context);
/* The total of a list. */
enum data_result connection_total(struct connection *connection, const struct block *block,
                                  const struct parameters *parameters, int64_t *total);
/* Plain SQL without parameters and rows: BEGIN and the like, and command-line tools. */
enum data_result connection_execute(struct connection *connection, const char *sql);
/* Plain SQL with rows, for command-line tools, migrations and tests. Never with text from outside.
 * The result is read whole first, so `row` may run further statements. */
enum data_result connection_query(struct connection *connection, const char *sql, row_function *row,
                                  void *context);
/* Quotes text for connection_execute, into the arena, with the quotes; NULL → "NULL". */
struct arena;
const char *connection_quote(struct connection *connection, struct arena *arena, const char *text);

/* Transactions. A connection that died while idle is opened anew by begin. Once a statement inside
 * a transaction gave DATA_LOST or DATA_UNAVAILABLE the connection is closed, and everything up to
 * commit or rollback gives DATA_LOST. */
/* One consistent snapshot, read only. */
enum data_result connection_begin_read(struct connection *connection);
enum data_result connection_begin(struct connection *connection);
enum data_result connection_commit(struct connection *connection); /* DATA_LOST: outcome unknown */
void connection_rollback(struct connection *connection); /* closes the connection if that fails */
/* System-versioned tables are read as of that moment ("2026-11-21 19:41:00"), NULL: as they are.
 * Stays until set again or the connection is opened anew; so set it after begin and clear it after
 * commit. */
enum data_result connection_as_of(struct connection *connection, const char *utc);

/* AUTO_INCREMENT of the last INSERT. */
int64_t connection_inserted(const struct connection *connection);
int64_t connection_affected(const struct connection *connection);
unsigned connection_error_number(const struct connection *connection);
const char *connection_error_text(const struct connection *connection);
/* Statement count and microseconds since the last reset, for log and metrics. */
void connection_usage(struct connection *connection, unsigned *statements, int64_t *microseconds);

/* Pause before try number `attempt` (0 first) of a transaction: jitter, growing, ≤ 200 ms. False
 * after 8. */
bool connection_pause(unsigned attempt);
#endif
