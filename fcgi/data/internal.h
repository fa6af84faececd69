/* What connection.c and statement.c share; nobody else includes it. */
#ifndef DATA_INTERNAL_H
#define DATA_INTERNAL_H
#include "connection.h"

#include <mysql.h>

struct statement; /* one prepared variant of a block */
/* The variants of one block, made when first wanted: by sort, direction, limit and collation, each a
 * short list by which conditions hold. */
struct block_slots {
    struct statement **variants;
    size_t count;
    bool text_collated, total_collated;
    bool *sort_collated;
};
struct connection {
    char *sockets, *user, *password, *database;
    int timeout_seconds;
    const struct query_store *store;
    MYSQL *mysql;              /* NULL: closed */
    struct block_slots *slots; /* by block number; NULL without a store */
    size_t kept;               /* prepared statements in them */
    bool in_transaction;
    bool streaming; /* rows of a statement are still coming */
    bool as_of;
    unsigned error_number;
    char error_text[512];
    int64_t inserted, affected;
    unsigned statements;
    int64_t microseconds;
};

/* Opens a closed connection unless a transaction was lost with it; refuses while rows stream. */
enum data_result connection_ready(struct connection *connection);
/* Remembers the error, closes the connection when it is of no more use, and logs defects. `block` may
 * be NULL. `prepared`: the text may hold values that people typed, which stay out of the log. */
enum data_result connection_failed(struct connection *connection, unsigned number, const char *text,
                                   const struct block *block, bool prepared);
enum column_type connection_type(const MYSQL_FIELD *field);
/* Counts, and warns when it was slow. `block` may be NULL. */
void connection_count(struct connection *connection, int64_t started, const struct block *block);
/* Closes every prepared statement; after the connection itself is closed nothing is sent. */
void statements_free(struct connection *connection);
#endif
