/* sql/ as it is: the migrations run on a fresh database, and every block prepares and runs on it. */
#include "../../fcgi/base/arena.h"
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

static void give(struct parameters *parameters, const char *const *names, size_t count, bool all)
{
    for (size_t i = 0; i < count; i++) /* "1" passes for an id, a number, a word and a search */
        if (!parameters_find(parameters, names[i]))
            parameters_text(parameters, names[i], all ? "1" : NULL);
}

static enum data_result run_page_block(struct connection *connection, const struct block *block,
                                       struct parameters *parameters)
{
    int64_t total;
    if (block->kind != BLOCK_LIST)
        return connection_run(connection, block, NULL, parameters, NULL, NULL);
    for (size_t i = 0; i < 2 * block->sort_count; i++) {
        const struct list_state state = {
            .sort = i / 2, .descending = i % 2, .lang = "sv", .limit = 10, .offset = 10};
        enum data_result result = connection_run(connection, block, &state, parameters, NULL, NULL);
        if (result)
            return result;
    }
    return connection_total(connection, block, parameters, &total);
}

/* Mixed collations and the like show only when a statement runs. */
static void every_block_of_a_page_runs(void **state)
{
    (void)state;
    char error[1024] = "";
    struct query_store *store = query_store_load("sql", error, sizeof error);
    if (!store)
        fail_msg("%s", error);
    struct connection *connection = database_connect(store);
    struct arena *arena = arena_new(8 << 20);
    for (size_t i = 0; i < 2 * query_store_blocks(store); i++) {
        const struct block *block = query_store_block(store, i / 2);
        struct parameters parameters = {.arena = arena};
        parameters_text(&parameters, "lang", "sv");
        parameters_text(&parameters, "today", "2026-11-21");
        parameters_text(&parameters, "clock", "2026-11-21 20:41:00");
        parameters_text(&parameters, "now", "2026-11-21 19:41:00");
        parameters_integer(&parameters, "viewer", 1);
        give(&parameters, block->parameters, block->parameter_count, i % 2);
        give(&parameters, block->total_parameters, block->total_parameter_count, i % 2);
        give(&parameters, block->conditions, block->condition_count, i % 2);
        if (block->kind != BLOCK_STEP &&
            run_page_block(connection, block, &parameters) == DATA_ERROR)
            fail_msg("%s.sql: block %s: %s", block->file, block->name,
                     connection_error_text(connection));
        arena_reset(arena);
    }
    connection_free(connection);
    query_store_free(store);
    arena_free(arena);
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
        cmocka_unit_test(every_block_of_a_page_runs),
        cmocka_unit_test(every_table_is_innodb_with_a_primary_key),
    };
    return cmocka_run_group_tests_name("data_schema", tests, database_set_up, database_tear_down);
}
