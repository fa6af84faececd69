/* A database of its own for a test program. The server: PRAKTIKUM_TEST_SOCKET, else the one of
 * PRAKTIKUM_CONF; without either the program fails, for a test that cannot run has not passed. */
#ifndef TESTS_UNIT_SUPPORT_DATABASE_H
#define TESTS_UNIT_SUPPORT_DATABASE_H
#include "../../fcgi/data/connection.h"

/* cmocka set-up and tear-down of the group: makes and drops the database. */
int database_set_up(void **state);
int database_tear_down(void **state);
/* How to reach it; `sockets` is an absolute path or one relative to the working folder. */
struct connection_settings database_settings(void);
/* A new connection to it, and a statement that must succeed. */
struct connection *database_connect(const struct query_store *store);
void database_must(struct connection *connection, const char *sql);
/* First column of the first row as an integer. */
int64_t database_number(struct connection *connection, const char *sql);
#endif
