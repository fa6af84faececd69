/* connection: set-up, transactions, errors, what goes missing. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/time.h"
#include "support_database.h"
#include "support_unit.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static char *folder;
static struct query_store *store;
static struct connection *connection;
static struct arena *arena;
static struct parameters parameters;

static const char blocks[] =
    "-- step: insert\nINSERT INTO parent (id, name) VALUES (:id, :name)\n"
    "-- step: child\nINSERT INTO child (parent, places) VALUES (:id, :places)\n"
    "-- step: drop\nDELETE FROM parent WHERE id = :id\n"
    "-- step: add\nUPDATE parent SET n = n + 1 WHERE id = :id\n"
    "-- one: parent\nSELECT n, name FROM parent WHERE id = :id\n"
    "-- one: history\nSELECT SQL_CACHE name FROM versioned v WHERE id = :id\n"
    "-- many: histories/history\nSELECT v.name, p.n FROM versioned v JOIN parent p ON p.id = v.id\n"
    "-- one: slow\nSELECT COUNT(*) FROM seq_1_to_100000 a JOIN seq_1_to_100000 b ON a.seq % 7 = "
    "b.seq % 11\n"
    "-- one: nap\nSELECT SLEEP(0.25)\n"
    "-- step: wrong\nUPDATE parent SET n = :name WHERE id = :id\n";

static enum data_result run(struct connection *on, const char *name)
{
    const struct block *block = query_file_block(query_store_find(store, "test/all"), name);
    assert_non_null(block);
    return connection_run(on, block, NULL, &parameters, NULL, NULL);
}

static int keep_first(void *context, const struct row *row)
{
    snprintf(context, 64, "%s", row->cells[0].text ? row->cells[0].text : "NULL");
    return 0;
}

static const char *first(struct connection *on, const char *sql)
{
    static char text[64];
    *text = 0;
    assert_int_equal(connection_query(on, sql, keep_first, text), DATA_OK);
    return text;
}

static const char *history(void)
{
    static char text[64];
    *text = 0;
    parameters_integer(&parameters, "id", 1);
    const struct block *block = query_file_block(query_store_find(store, "test/all"), "history");
    assert_int_equal(connection_run(connection, block, NULL, &parameters, keep_first, text),
                     DATA_OK);
    return text;
}

static void a_session_is_strict_and_utc(void **state)
{
    (void)state;
    assert_string_equal(first(connection, "SELECT @@time_zone"), "+00:00");
    assert_string_equal(first(connection, "SELECT @@tx_isolation"), "REPEATABLE-READ");
    assert_string_equal(first(connection, "SELECT @@character_set_client"), "utf8mb4");
    assert_string_equal(first(connection, "SELECT @@character_set_results"), "utf8mb4");
    assert_string_equal(first(connection, "SELECT @@sql_mode LIKE '%STRICT_ALL_TABLES%'"), "1");
    assert_string_equal(first(connection, "SELECT @@sql_mode LIKE '%NO_ENGINE_SUBSTITUTION%'"),
                        "1");
    assert_int_not_equal(connection_execute(connection, "DO 1; DO 2"), DATA_OK);
    assert_int_not_equal(
        connection_execute(connection, "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE parent"),
        DATA_OK);
    assert_int_equal(database_number(connection, "SELECT COUNT(*) FROM parent"), 0);
}

static void errors_have_their_meaning(void **state)
{
    (void)state;
    parameters_integer(&parameters, "id", 1);
    parameters_text(&parameters, "name", "one");
    parameters_integer(&parameters, "places", 5);
    assert_int_equal(run(connection, "insert"), DATA_OK);
    assert_int_equal(run(connection, "insert"), DATA_DUPLICATE);
    assert_int_equal(connection_error_number(connection), 1062);
    assert_int_equal(run(connection, "child"), DATA_OK);
    assert_int_equal(run(connection, "drop"), DATA_CONSTRAINT); /* 1451 */
    parameters_integer(&parameters, "places", 1000);
    assert_int_equal(run(connection, "child"), DATA_CONSTRAINT); /* 4025 */
    assert_int_equal(connection_error_number(connection), 4025);
    parameters_integer(&parameters, "places", -1);
    assert_int_equal(run(connection, "child"), DATA_CONSTRAINT); /* 1264 */
    parameters_integer(&parameters, "id", 77);
    assert_int_equal(run(connection, "child"), DATA_CONSTRAINT); /* 1452 */
    parameters_text(&parameters, "name", "12345678901234567890x");
    assert_int_equal(run(connection, "insert"), DATA_CONSTRAINT); /* 1406 */
    assert_int_equal(run(connection, "parent"), DATA_NONE);
    assert_int_equal(connection_execute(connection, "SET max_statement_time = 0.2"), DATA_OK);
    assert_int_equal(run(connection, "slow"), DATA_TIMEOUT);
    assert_int_equal(connection_execute(connection, "SET max_statement_time = 10"), DATA_OK);
}

static void run_with_secret(void *context)
{
    parameters_integer(&parameters, "id", 1);
    parameters_text(&parameters, "name", "hemmelig");
    *(enum data_result *)context = run(connection, "wrong");
}

static void values_stay_out_of_the_log(void **state)
{
    (void)state;
    enum data_result result = DATA_OK;
    char *log = caught_log(run_with_secret, &result);
    assert_int_equal(result, DATA_ERROR);
    assert_non_null(strstr(log, "what=\"statement failed\" number=1366"));
    assert_non_null(strstr(log, "file=test/all block=wrong"));
    assert_null(strstr(log, "hemmelig"));
    assert_non_null(strstr(connection_error_text(connection), "hemmelig"));
    free(log);
}

static void transactions_end_as_told(void **state)
{
    (void)state;
    struct connection *other = database_connect(store);
    const char *n = "SELECT n FROM parent WHERE id = 1";
    parameters_integer(&parameters, "id", 1);
    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    assert_int_equal(database_number(other, n), 0);
    connection_rollback(connection);
    assert_int_equal(database_number(connection, n), 0);
    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    assert_int_equal(connection_begin(connection),
                     DATA_OK); /* what was forgotten is not committed */
    assert_int_equal(run(connection, "add"), DATA_OK);
    assert_int_equal(connection_commit(connection), DATA_OK);
    assert_int_equal(database_number(other, n), 1);

    assert_int_equal(connection_begin_read(other), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    assert_int_equal(database_number(other, n), 1);  /* one snapshot */
    assert_int_equal(run(other, "add"), DATA_ERROR); /* read only */
    assert_int_equal(connection_commit(other), DATA_OK);
    assert_int_equal(database_number(other, n), 2);
    connection_free(other);
}

static void conflicts_are_to_be_tried_again(void **state)
{
    (void)state;
    struct connection *other = database_connect(store);
    parameters_integer(&parameters, "id", 1);
    database_must(other, "SET innodb_lock_wait_timeout = 1, innodb_snapshot_isolation = ON");
    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    assert_int_equal(connection_begin(other), DATA_OK);
    assert_int_equal(run(other, "parent"), DATA_OK); /* takes its snapshot */
    assert_int_equal(run(other, "add"), DATA_RETRY); /* 1205: locked */
    assert_int_equal(connection_error_number(other), 1205);
    connection_rollback(other);
    assert_int_equal(connection_begin(other), DATA_OK);
    assert_int_equal(run(other, "parent"), DATA_OK);
    assert_int_equal(connection_commit(connection), DATA_OK);
    assert_int_equal(run(other, "add"), DATA_RETRY); /* 1020: changed since */
    assert_int_equal(connection_error_number(other), 1020);
    connection_rollback(other);
    assert_int_equal(run(other, "add"), DATA_OK);
    connection_free(other);
}

static void kill_connection(struct connection *victim)
{
    struct connection *other = database_connect(NULL);
    char sql[64];
    snprintf(sql, sizeof sql, "KILL CONNECTION %d",
             (int)database_number(victim, "SELECT CONNECTION_ID()"));
    database_must(other, sql);
    /* The server ends it when it next looks. */
    usleep(50000);
    connection_free(other);
}

static void a_connection_lost_idle_is_opened_anew(void **state)
{
    (void)state;
    parameters_integer(&parameters, "id", 1);
    assert_int_equal(run(connection, "parent"), DATA_OK);
    kill_connection(connection);
    assert_int_equal(connection_begin_read(connection), DATA_OK);
    assert_int_equal(run(connection, "parent"), DATA_OK);
    assert_int_equal(connection_commit(connection), DATA_OK);
    kill_connection(connection);
    assert_int_equal(run(connection, "parent"),
                     DATA_LOST); /* outside a transaction the caller decides */
    assert_int_equal(run(connection, "parent"), DATA_OK);
}

static void a_transaction_lost_stays_lost(void **state)
{
    (void)state;
    parameters_integer(&parameters, "id", 1);
    const char *n = "SELECT n FROM parent WHERE id = 1";
    int64_t before = database_number(connection, n);
    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    kill_connection(connection);
    assert_int_equal(run(connection, "add"), DATA_LOST);
    assert_int_equal(run(connection, "add"),
                     DATA_LOST); /* not on a new connection without its transaction */
    assert_int_equal(connection_commit(connection), DATA_LOST);
    assert_int_equal(run(connection, "parent"), DATA_OK);
    assert_int_equal(database_number(connection, n), before);

    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(run(connection, "add"), DATA_OK);
    kill_connection(connection);
    assert_int_equal(connection_commit(connection), DATA_LOST);
    assert_int_equal(database_number(connection, n), before);
}

static void sockets_are_tried_in_order(void **state)
{
    (void)state;
    struct connection_settings settings = database_settings();
    char sockets[8192];
    snprintf(sockets, sizeof sockets, "/nowhere/a.sock, %s , /nowhere/b.sock", settings.sockets);
    settings.sockets = sockets;
    struct connection *other = connection_new(&settings, NULL);
    assert_int_equal(connection_open(other), DATA_OK);
    assert_int_equal(database_number(other, "SELECT 4"), 4);
    connection_free(other);
    settings.sockets = "/nowhere/a.sock,/nowhere/b.sock";
    other = connection_new(&settings, NULL);
    assert_int_equal(connection_begin(other), DATA_UNAVAILABLE);
    assert_int_equal(connection_error_number(other), 2002);
    connection_free(other);
    settings = database_settings();
    settings.user = "nobody_such";
    settings.password = "x";
    other = connection_new(&settings, NULL);
    assert_int_equal(connection_open(other), DATA_ERROR);
    connection_free(other);
}

static void a_hung_server_costs_the_timeout_only(void **state)
{
    (void)state;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/hung.sock", folder);
    int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(listening, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listening, 4), 0);
    struct connection_settings settings = database_settings();
    settings.timeout_seconds = 1;
    settings.sockets = address.sun_path;
    struct connection *other = connection_new(&settings, NULL);
    int64_t started = time_monotonic_us();
    assert_int_equal(connection_begin(other), DATA_UNAVAILABLE);
    assert_in_range(time_monotonic_us() - started, 900000, 2500000);
    connection_free(other);
    close(listening);

    settings.sockets = database_settings().sockets;
    other = connection_new(&settings, NULL);
    assert_int_equal(connection_begin(other), DATA_OK);
    started = time_monotonic_us();
    assert_int_equal(connection_execute(other, "SELECT SLEEP(4)"), DATA_LOST);
    assert_in_range(time_monotonic_us() - started, 900000, 2500000);
    connection_rollback(other);
    assert_int_equal(connection_begin(other), DATA_OK);
    connection_free(other);
}

static void as_of_reads_the_past_with_kept_statements(void **state)
{
    (void)state;
    char before[DATE_TEXT];
    database_must(connection, "INSERT INTO versioned VALUES (1, 'old')");
    sleep(2);
    time_sql(before, time_now() - 1);
    assert_string_equal(history(), "old"); /* prepared without as of */
    database_must(connection, "UPDATE versioned SET name = 'new'");
    assert_string_equal(history(), "new");
    assert_int_equal(connection_begin_read(connection), DATA_OK);
    assert_int_equal(connection_as_of(connection, before), DATA_OK);
    assert_string_equal(history(), "old");
    assert_int_equal(connection_commit(connection), DATA_OK);
    assert_int_equal(connection_as_of(connection, NULL), DATA_OK);
    assert_string_equal(history(), "new");
    assert_int_equal(connection_as_of(connection, before), DATA_OK);
    assert_string_equal(history(), "old");
    assert_int_equal(connection_as_of(connection, NULL), DATA_OK);
    assert_string_equal(history(), "new");

    struct connection *other = database_connect(store); /* prepared while as of is set */
    assert_int_equal(connection_as_of(other, before), DATA_OK);
    struct connection *usual = connection;
    connection = other;
    assert_string_equal(history(), "old");
    assert_int_equal(connection_as_of(other, NULL), DATA_OK);
    assert_string_equal(history(), "new");
    assert_int_equal(connection_as_of(other, "2026-11-21' OR 1"), DATA_ERROR);
    connection = usual;
    connection_free(other);
}

static void nap(void *context)
{
    (void)context;
    assert_int_equal(run(connection, "nap"), DATA_OK);
}

static void usage_is_counted_and_slowness_told(void **state)
{
    (void)state;
    unsigned statements;
    int64_t microseconds;
    connection_usage(connection, &statements, &microseconds);
    char *log = caught_log(nap, NULL);
    assert_non_null(
        strstr(log, "level=warning what=\"slow statement\" file=test/all block=nap ms=2"));
    free(log);
    assert_int_equal(connection_begin(connection), DATA_OK);
    assert_int_equal(connection_commit(connection), DATA_OK);
    connection_usage(connection, &statements, &microseconds);
    assert_int_equal(statements, 3);
    assert_in_range(microseconds, 250000, 5000000);
    connection_usage(connection, &statements, &microseconds);
    assert_int_equal(statements, 0);
    assert_int_equal(microseconds, 0);
}

static void quoting_brings_text_back(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "it's", "\\", "\\'", "'; DROP TABLE parent; -- ", "Å😀\n\t\"%_"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *sql =
            arena_printf(arena, "SELECT %s", connection_quote(connection, arena, texts[i]));
        assert_string_equal(first(connection, sql), texts[i]);
    }
    assert_string_equal(connection_quote(connection, arena, NULL), "NULL");
}

static void pauses_grow_and_end(void **state)
{
    (void)state;
    int64_t all = time_monotonic_us();
    for (unsigned attempt = 0; attempt < 8; attempt++) {
        int64_t started = time_monotonic_us();
        assert_true(connection_pause(attempt));
        assert_in_range(time_monotonic_us() - started, 1000, 400000);
    }
    assert_in_range(time_monotonic_us() - all, 250000, 1500000);
    assert_false(connection_pause(8));
}

static void *add_one(void *context)
{
    (void)context;
    struct connection *own = database_connect(store);
    struct arena *memory = arena_new(1 << 20);
    struct parameters ids = {.arena = memory};
    parameters_integer(&ids, "id", 2);
    const struct query_file *file = query_store_find(store, "test/all");
    for (int i = 0; i < 25; i++) {
        enum data_result result = DATA_RETRY;
        for (unsigned attempt = 0;
             result == DATA_RETRY && (!attempt || connection_pause(attempt - 1)); attempt++) {
            result = connection_begin(own);
            if (!result)
                result =
                    connection_run(own, query_file_block(file, "parent"), NULL, &ids, NULL, NULL);
            if (!result)
                result = connection_run(own, query_file_block(file, "add"), NULL, &ids, NULL, NULL);
            if (!result)
                result = connection_commit(own);
            else
                connection_rollback(own);
        }
        assert_int_equal(result, DATA_OK);
    }
    connection_free(own);
    arena_free(memory);
    return NULL;
}

static void retries_lose_nothing(void **state)
{
    (void)state;
    pthread_t threads[4];
    database_must(connection, "INSERT INTO parent (id, name) VALUES (2, 'two')");
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, add_one, NULL), 0);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    assert_int_equal(database_number(connection, "SELECT n FROM parent WHERE id = 2"), 100);
}

static int set_up(void **state)
{
    database_set_up(state);
    char error[512];
    folder = folder_new();
    file_write(folder, "test/all.sql", blocks);
    store = query_store_load(folder, error, sizeof error);
    if (!store)
        fail_msg("%s", error);
    connection = database_connect(store);
    arena = arena_new(8 << 20);
    parameters = (struct parameters){.arena = arena};
    database_must(connection, "CREATE TABLE parent (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL, "
                              "n INT NOT NULL DEFAULT 0)");
    database_must(connection,
                  "CREATE TABLE child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT NOT NULL, "
                  "places SMALLINT UNSIGNED "
                  "NOT NULL CHECK (places <= 999), FOREIGN KEY (parent) REFERENCES parent (id))");
    database_must(
        connection,
        "CREATE TABLE versioned (id INT PRIMARY KEY, name VARCHAR(20)) WITH SYSTEM VERSIONING");
    return 0;
}

static int tear_down(void **state)
{
    connection_free(connection);
    query_store_free(store);
    arena_free(arena);
    folder_remove(folder);
    return database_tear_down(state);
}

int main(void)
{
    time_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_is_strict_and_utc),
        cmocka_unit_test(errors_have_their_meaning),
        cmocka_unit_test(values_stay_out_of_the_log),
        cmocka_unit_test(transactions_end_as_told),
        cmocka_unit_test(conflicts_are_to_be_tried_again),
        cmocka_unit_test(a_connection_lost_idle_is_opened_anew),
        cmocka_unit_test(a_transaction_lost_stays_lost),
        cmocka_unit_test(sockets_are_tried_in_order),
        cmocka_unit_test(a_hung_server_costs_the_timeout_only),
        cmocka_unit_test(as_of_reads_the_past_with_kept_statements),
        cmocka_unit_test(usage_is_counted_and_slowness_told),
        cmocka_unit_test(quoting_brings_text_back),
        cmocka_unit_test(pauses_grow_and_end),
        cmocka_unit_test(retries_lose_nothing),
    };
    return cmocka_run_group_tests_name("data_connection", tests, set_up, tear_down);
}
