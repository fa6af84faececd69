#include "connection.h"

#include "../base/arena.h"
#include "../base/heap.h"
#include "../base/log.h"
#include "../base/random.h"
#include "../base/time.h"
#include "internal.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t slow_us = 200000;
enum { BINARY_CHARSET = 63, TRIES = 8, LONGEST_PAUSE_MS = 200 };

struct connection *connection_new(const struct connection_settings *settings,
                                  const struct query_store *store)
{
    struct connection *connection = heap_alloc(sizeof *connection);
    connection->sockets = heap_text(settings->sockets ? settings->sockets : "");
    connection->user = heap_text(settings->user);
    connection->password = heap_text(settings->password);
    connection->database = heap_text(settings->database);
    connection->timeout_seconds = settings->timeout_seconds;
    connection->store = store;
    if (store)
        connection->slots = heap_alloc((query_store_blocks(store) + 1) * sizeof *connection->slots);
    return connection;
}

void connection_close(struct connection *connection)
{
    MYSQL *mysql = connection->mysql;
    connection->mysql = NULL;
    connection->streaming = false;
    connection->as_of = false;
    if (mysql)
        mysql_close(mysql); /* first: so that closing the statements sends nothing */
    statements_free(connection);
}

void connection_free(struct connection *connection)
{
    if (!connection)
        return;
    connection_close(connection);
    free(connection->slots);
    free(connection->sockets);
    free(connection->user);
    free(connection->password);
    free(connection->database);
    free(connection);
}

static enum data_result meaning(unsigned number)
{
    switch (number) {
    case ER_DUP_ENTRY:
        return DATA_DUPLICATE;
    case ER_ROW_IS_REFERENCED_2:
    case ER_NO_REFERENCED_ROW_2:
    case ER_CONSTRAINT_FAILED:
    case ER_WARN_DATA_OUT_OF_RANGE:
    case ER_DATA_TOO_LONG:
    case 3819: /* MySQL's check constraint */
        return DATA_CONSTRAINT;
    case ER_LOCK_DEADLOCK:
    case ER_LOCK_WAIT_TIMEOUT:
    case ER_CHECKREAD: /* innodb_snapshot_isolation: the row was changed since the snapshot */
        return DATA_RETRY;
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_SERVER_LOST_EXTENDED:
    case CR_MALFORMED_PACKET:
    case ER_SERVER_SHUTDOWN:
    case ER_CONNECTION_KILLED:
    case ER_NET_READ_ERROR:
    case ER_NET_READ_INTERRUPTED:
    case ER_NET_ERROR_ON_WRITE:
    case ER_NET_WRITE_INTERRUPTED:
        return DATA_LOST;
    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
    case ER_UNKNOWN_COM_ERROR: /* Galera: the node is not in the primary component */
    case ER_CON_COUNT_ERROR:
    case ER_TOO_MANY_USER_CONNECTIONS:
    case ER_USER_LIMIT_REACHED:
        return DATA_UNAVAILABLE;
    case ER_STATEMENT_TIMEOUT:
    case 3024: /* MySQL's */
    case ER_QUERY_INTERRUPTED:
        return DATA_TIMEOUT;
    default:
        return DATA_ERROR;
    }
}

/* Error texts quote values that people typed; what is in quotes stays out of the log. */
static void without_values(char *out, size_t size, const char *text)
{
    bool inside = false;
    size_t used = 0;
    for (; *text && used + 1 < size; text++) {
        if (*text == '\'')
            inside = !inside;
        else if (inside)
            continue;
        out[used++] = *text;
    }
    out[used] = 0;
}

enum data_result connection_failed(struct connection *connection, unsigned number, const char *text,
                                   const struct block *block, bool prepared)
{
    enum data_result result = meaning(number);
    connection->error_number = number;
    snprintf(connection->error_text, sizeof connection->error_text, "%s", text);
    if (result == DATA_ERROR) {
        char code[16], shown[512];
        snprintf(code, sizeof code, "%u", number);
        without_values(shown, sizeof shown, connection->error_text);
        log_line(LOG_ERROR, "statement failed", "number", code, "why",
                 prepared ? shown : connection->error_text, "file", block ? block->file : NULL,
                 "block", block ? block->name : NULL, NULL);
    }
    if (result == DATA_LOST || result == DATA_UNAVAILABLE)
        connection_close(connection);
    return result;
}

static enum data_result failed(struct connection *connection)
{
    return connection_failed(connection, mysql_errno(connection->mysql),
                             mysql_error(connection->mysql), NULL, true);
}

void connection_count(struct connection *connection, int64_t started, const struct block *block)
{
    int64_t used = time_monotonic_us() - started;
    connection->statements++;
    connection->microseconds += used;
    if (used >= slow_us) {
        char milliseconds[32];
        snprintf(milliseconds, sizeof milliseconds, "%lld", (long long)(used / 1000));
        log_line(LOG_WARNING, "slow statement", "file", block ? block->file : NULL, "block",
                 block ? block->name : NULL, "ms", milliseconds, NULL);
    }
}

/* Plain SQL on an open connection. */
static enum data_result plain(struct connection *connection, const char *sql)
{
    int64_t started = time_monotonic_us();
    int broken = mysql_real_query(connection->mysql, sql, strlen(sql));
    if (!broken && mysql_field_count(connection->mysql)) {
        MYSQL_RES *rows = mysql_store_result(connection->mysql);
        broken = rows == NULL;
        mysql_free_result(rows);
    }
    connection_count(connection, started, NULL);
    if (broken)
        return failed(connection);
    connection->inserted = (int64_t)mysql_insert_id(connection->mysql);
    connection->affected = (int64_t)mysql_affected_rows(connection->mysql);
    return DATA_OK;
}

static int keep_value(void *context, const struct row *row)
{
    snprintf(context, 16, "%s", row->cells[1].text ? row->cells[1].text : "");
    return 0;
}

/* The client library joins a node that lost its cluster without a word. */
static enum data_result check_cluster(struct connection *connection)
{
    char on[16] = "", ready[16] = "";
    enum data_result result =
        connection_query(connection, "SHOW SESSION VARIABLES LIKE 'wsrep_on'", keep_value, on);
    if (result || strcmp(on, "ON") != 0)
        return result;
    result =
        connection_query(connection, "SHOW GLOBAL STATUS LIKE 'wsrep_ready'", keep_value, ready);
    if (!result && strcmp(ready, "ON") != 0)
        result = connection_failed(connection, ER_UNKNOWN_COM_ERROR, "the node is not ready", NULL,
                                   false);
    return result;
}

static enum data_result set_up(struct connection *connection)
{
    /* NAMES, not collation_connection: parameters take their collation from the client's character
     * set, and must agree with literals. */
    static const char session[] =
        "SET NAMES utf8mb4 COLLATE utf8mb4_uca1400_danish_ai_ci, time_zone = '+00:00', autocommit "
        "= 1, "
        "sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
        "NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION', tx_isolation = 'REPEATABLE-READ'";
    enum data_result result = plain(connection, session);
    return result ? result : check_cluster(connection);
}

static void set_options(struct connection *connection, MYSQL *mysql)
{
    unsigned seconds = (unsigned)connection->timeout_seconds, off = 0;
    my_bool never = 0;
    mysql_optionsv(mysql, MYSQL_OPT_RECONNECT, &never);
    mysql_optionsv(mysql, MYSQL_OPT_LOCAL_INFILE, &off);
    mysql_optionsv(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!seconds)
        return;
    mysql_optionsv(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    mysql_optionsv(mysql, MYSQL_OPT_READ_TIMEOUT, &seconds);
    mysql_optionsv(mysql, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
}

static enum data_result try_socket(struct connection *connection, const char *path)
{
    MYSQL *mysql = mysql_init(NULL);
    if (!mysql)
        abort(); /* out of memory */
    set_options(connection, mysql);
    connection->mysql = mysql;
    bool there = mysql_real_connect(mysql, NULL, connection->user, connection->password,
                                    connection->database, 0, path, 0) != NULL;
    enum data_result result = there ? set_up(connection) : failed(connection);
    if (result)
        connection_close(connection);
    return result == DATA_LOST ? DATA_UNAVAILABLE : result; /* nothing was under way */
}

enum data_result connection_open(struct connection *connection)
{
    if (connection->mysql)
        return DATA_OK;
    char *list = heap_text(connection->sockets), *rest = list, *path;
    enum data_result result = DATA_UNAVAILABLE;
    while ((path = strsep(&rest, ","))) {
        path += strspn(path, " ");
        path[strcspn(path, " ")] = 0;
        if (!*path)
            continue;
        result = try_socket(connection, path);
        if (!result)
            break;
        log_line(LOG_WARNING, "database not reached", "socket", path, "why", connection->error_text,
                 NULL);
    }
    free(list);
    return result;
}

enum data_result connection_ready(struct connection *connection)
{
    if (connection->streaming) {
        log_line(LOG_ERROR, "statement while rows stream", NULL);
        return DATA_ERROR;
    }
    if (connection->mysql)
        return DATA_OK;
    return connection->in_transaction ? DATA_LOST : connection_open(connection);
}

enum data_result connection_execute(struct connection *connection, const char *sql)
{
    enum data_result result = connection_ready(connection);
    return result ? result : plain(connection, sql);
}

enum column_type connection_type(const MYSQL_FIELD *field)
{
    switch (field->type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR:
        return COLUMN_INTEGER;
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL:
        return field->decimals ? COLUMN_DECIMAL : COLUMN_INTEGER; /* SUM of integers */
    case MYSQL_TYPE_FLOAT:
    case MYSQL_TYPE_DOUBLE:
        return COLUMN_DECIMAL;
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE:
        return COLUMN_DATE;
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_TIMESTAMP:
        return COLUMN_DATETIME;
    case MYSQL_TYPE_BIT:
        return COLUMN_BYTES;
    case MYSQL_TYPE_VAR_STRING:
    case MYSQL_TYPE_STRING:
    case MYSQL_TYPE_VARCHAR:
    case MYSQL_TYPE_TINY_BLOB:
    case MYSQL_TYPE_MEDIUM_BLOB:
    case MYSQL_TYPE_LONG_BLOB:
    case MYSQL_TYPE_BLOB:
    case MYSQL_TYPE_GEOMETRY:
        return field->charsetnr == BINARY_CHARSET ? COLUMN_BYTES : COLUMN_TEXT;
    default:
        return COLUMN_TEXT;
    }
}

/* A time's fraction is dropped. */
static size_t cell_length(enum column_type type, size_t length)
{
    static const size_t whole_seconds = sizeof "2026-11-21 19:41:00" - 1;
    return type == COLUMN_DATETIME && length > whole_seconds ? whole_seconds : length;
}

static int give_rows(MYSQL_RES *rows, row_function *function, void *context)
{
    unsigned count = mysql_num_fields(rows);
    const MYSQL_FIELD *fields = mysql_fetch_fields(rows);
    struct column *columns = heap_alloc(count * sizeof *columns);
    struct cell *cells = heap_alloc(count * sizeof *cells);
    for (unsigned i = 0; i < count; i++)
        columns[i] = (struct column){fields[i].name, connection_type(&fields[i])};
    MYSQL_ROW texts;
    int stopped = 0;
    while (!stopped && (texts = mysql_fetch_row(rows))) {
        const unsigned long *lengths = mysql_fetch_lengths(rows);
        for (unsigned i = 0; i < count; i++) {
            cells[i] = (struct cell){texts[i], cell_length(columns[i].type, lengths[i])};
            if (texts[i])
                texts[i][cells[i].length] = 0;
        }
        stopped = function(context, &(struct row){columns, cells, count});
    }
    free(columns);
    free(cells);
    return stopped;
}

enum data_result connection_query(struct connection *connection, const char *sql, row_function *row,
                                  void *context)
{
    enum data_result result = connection_ready(connection);
    if (result)
        return result;
    int64_t started = time_monotonic_us();
    MYSQL_RES *rows = NULL;
    if (!mysql_real_query(connection->mysql, sql, strlen(sql)))
        rows = mysql_store_result(connection->mysql);
    connection_count(connection, started, NULL);
    if (!rows && mysql_errno(connection->mysql))
        return failed(connection);
    if (!rows) {
        connection->inserted = (int64_t)mysql_insert_id(connection->mysql);
        connection->affected = (int64_t)mysql_affected_rows(connection->mysql);
        return DATA_OK;
    }
    int stopped = row ? give_rows(rows, row, context) : 0;
    mysql_free_result(rows);
    return stopped ? DATA_ERROR : DATA_OK;
}

const char *connection_quote(struct connection *connection, struct arena *arena, const char *text)
{
    if (!text)
        return "NULL";
    size_t length = strlen(text);
    char *quoted = arena_alloc(arena, 2 * length + 3);
    /* Standard quoting needs no connection: utf8mb4 has no byte that looks like a quote inside a
     * character. */
    size_t used = 0;
    quoted[used++] = '\'';
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\'' || text[i] == '\\')
            quoted[used++] = text[i] == '\'' ? '\'' : '\\';
        quoted[used++] = text[i];
    }
    quoted[used++] = '\'';
    quoted[used] = 0;
    (void)connection;
    return quoted;
}

static enum data_result begin(struct connection *connection, const char *sql)
{
    connection_rollback(connection); /* what a caller forgot must not be committed by this begin */
    bool was_open = connection->mysql != NULL;
    enum data_result result = connection_execute(connection, sql);
    if (was_open && (result == DATA_LOST || result == DATA_UNAVAILABLE))
        result = connection_execute(connection, sql); /* nothing was done yet: as if it were new */
    if (result == DATA_LOST)
        result = DATA_UNAVAILABLE;
    connection->in_transaction = result == DATA_OK;
    return result;
}

enum data_result connection_begin_read(struct connection *connection)
{
    return begin(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
}

enum data_result connection_begin(struct connection *connection)
{
    return begin(connection, "START TRANSACTION");
}

enum data_result connection_commit(struct connection *connection)
{
    enum data_result result = connection_execute(connection, "COMMIT");
    if (result)
        connection_rollback(connection);
    connection->in_transaction = false;
    return result;
}

void connection_rollback(struct connection *connection)
{
    if (connection->in_transaction && connection->mysql && plain(connection, "ROLLBACK"))
        connection_close(connection);
    connection->in_transaction = false;
}

/* The query cache takes what was for what is: a statement's text and parameters are the same. */
enum data_result connection_as_of(struct connection *connection, const char *utc)
{
    if (!utc && !connection->as_of)
        return DATA_OK;
    char iso[DATE_TEXT], sql[128];
    if (utc && !time_iso(iso, utc))
        return DATA_ERROR; /* not a time; so nothing but digits is put in quotes */
    snprintf(sql, sizeof sql, "SET system_versioning_asof = %s%s%s, query_cache_type = %s",
             utc ? "'" : "", utc ? utc : "DEFAULT", utc ? "'" : "", utc ? "OFF" : "DEFAULT");
    enum data_result result = connection_execute(connection, sql);
    if (!result)
        connection->as_of = utc != NULL;
    return result;
}

int64_t connection_inserted(const struct connection *connection)
{
    return connection->inserted;
}

int64_t connection_affected(const struct connection *connection)
{
    return connection->affected;
}

unsigned connection_error_number(const struct connection *connection)
{
    return connection->error_number;
}

const char *connection_error_text(const struct connection *connection)
{
    return connection->error_text;
}

void connection_usage(struct connection *connection, unsigned *statements, int64_t *microseconds)
{
    *statements = connection->statements;
    *microseconds = connection->microseconds;
    connection->statements = 0;
    connection->microseconds = 0;
}

bool connection_pause(unsigned attempt)
{
    if (attempt >= TRIES)
        return false;
    random_start();
    long bound = 4L << attempt;
    if (bound > LONGEST_PAUSE_MS)
        bound = LONGEST_PAUSE_MS;
    long milliseconds = bound / 2 + (long)random_below((uint32_t)(bound / 2)) + 1;
    struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&pause, NULL); /* a signal may end it: a shorter pause does no harm */
    return true;
}
