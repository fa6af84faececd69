#include "support_database.h"

#include "../../fcgi/base/config.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char server[4096], name[64];

static void find_server(void)
{
    const char *given = getenv("PRAKTIKUM_TEST_SOCKET"), *conf = getenv("PRAKTIKUM_CONF");
    if (given) {
        snprintf(server, sizeof server, "%s", given);
        return;
    }
    if (!conf)
        fail_msg("neither PRAKTIKUM_TEST_SOCKET nor PRAKTIKUM_CONF is set");
    struct config config;
    char error[512];
    if (!config_load(&config, conf, error, sizeof error))
        fail_msg("%s", error);
    if (*config.database_socket == '/')
        snprintf(server, sizeof server, "%s", config.database_socket);
    else
        snprintf(server, sizeof server, "%s/%s", config.var_folder, config.database_socket);
    config_free(&config);
}

struct connection_settings database_settings(void)
{
    return (struct connection_settings){
        .sockets = server, .user = "root", .password = "", .database = name, .timeout_seconds = 10};
}

struct connection *database_connect(const struct query_store *store)
{
    struct connection_settings settings = database_settings();
    struct connection *connection = connection_new(&settings, store);
    assert_int_equal(connection_open(connection), DATA_OK);
    return connection;
}

void database_must(struct connection *connection, const char *sql)
{
    if (connection_execute(connection, sql))
        fail_msg("%s: %s", sql, connection_error_text(connection));
}

static int keep(void *context, const struct row *row)
{
    *(int64_t *)context = strtoll(row->cells[0].text ? row->cells[0].text : "0", NULL, 10);
    return 0;
}

int64_t database_number(struct connection *connection, const char *sql)
{
    int64_t number = -1;
    if (connection_query(connection, sql, keep, &number))
        fail_msg("%s: %s", sql, connection_error_text(connection));
    return number;
}

static void on_server(const char *format)
{
    char sql[256];
    snprintf(sql, sizeof sql, "%s %s%s", format, name,
             *format == 'C' ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_danish_ai_ci" : "");
    struct connection_settings settings = database_settings();
    settings.database = "mysql";
    struct connection *connection = connection_new(&settings, NULL);
    if (connection_open(connection))
        fail_msg("%s: %s", server, connection_error_text(connection));
    database_must(connection, sql);
    connection_free(connection);
}

int database_set_up(void **state)
{
    (void)state;
    find_server();
    snprintf(name, sizeof name, "praktikum_unit_%d", (int)getpid());
    on_server("CREATE DATABASE");
    return 0;
}

int database_tear_down(void **state)
{
    (void)state;
    on_server("DROP DATABASE");
    return 0;
}
