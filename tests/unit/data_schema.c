/* sql/ as it is: the migrations run on a fresh database, and every block prepares on it. */
#include "../../fcgi/data/migrate.h"
#include "support_database.h"
#include "support_unit.h"

static void every_block_prepares_on_a_fresh_schema(void **state)
{
    (void)state;
    char error[1024] = "";
    unsigned applied = 0;
    struct connection *connection = database_connect(NULL);
    if (!migrate_run(connection, "sql/migrate", &applied, error, sizeof error))
        fail_msg("%s", error);
    assert_true(applied >= 2);
    assert_true(migrate_current(connection, "sql/migrate", error, sizeof error));
    connection_free(connection);

    struct query_store *store = query_store_load("sql", error, sizeof error);
    if (!store)
        fail_msg("%s", error);
    assert_true(query_store_files(store) > 0);
    connection = database_connect(store);
    if (connection_prepare_all(connection, error, sizeof error))
        fail_msg("%s", error);
    connection_free(connection);
    query_store_free(store);
}

static void every_table_is_innodb_with_a_primary_key(void **state)
{
    (void)state;
    struct connection *connection = database_connect(NULL);
    assert_true(database_number(connection, "SELECT COUNT(*) FROM information_schema.tables "
                                            "WHERE table_schema = DATABASE()") > 10);
    assert_int_equal(
        database_number(connection,
                        "SELECT COUNT(*) FROM information_schema.tables t WHERE t.table_schema = "
                        "DATABASE() AND (t.engine <> 'InnoDB' OR NOT EXISTS (SELECT 1 FROM "
                        "information_schema.table_constraints c WHERE c.table_schema = "
                        "t.table_schema AND c.table_name = t.table_name AND "
                        "c.constraint_type = 'PRIMARY KEY'))"),
        0);
    assert_int_equal(database_number(connection,
                                     "SELECT (SELECT COUNT(*) FROM information_schema.triggers "
                                     "WHERE trigger_schema = DATABASE()) + (SELECT COUNT(*) FROM "
                                     "information_schema.routines "
                                     "WHERE routine_schema = DATABASE())"),
                     0);
    connection_free(connection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_block_prepares_on_a_fresh_schema),
        cmocka_unit_test(every_table_is_innodb_with_a_primary_key),
    };
    return cmocka_run_group_tests_name("data_schema", tests, database_set_up, database_tear_down);
}
