/* migrate. */
#include "../../fcgi/data/migrate.h"
#include "support_database.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder, error[1024];
static struct connection *connection;
static unsigned applied;

static bool migrate(void)
{
    *error = 0;
    applied = 99;
    return migrate_run(connection, folder, &applied, error, sizeof error);
}

static bool current(void)
{
    *error = 0;
    return migrate_current(connection, folder, error, sizeof error);
}

static void error_says(const char *part)
{
    if (!strstr(error, part))
        fail_msg("\"%s\" is not in \"%s\"", part, error);
}

static void files_are_applied_once_in_order(void **state)
{
    (void)state;
    file_write(
        folder, "0001_first.sql",
        "-- a comment; with a semicolon\nCREATE TABLE a (id INT PRIMARY KEY, t VARCHAR(40));\n"
        "INSERT INTO a VALUES (1, 'it''s; \\'so'), (2, \"b;\"); /* ; */\n\n;; # ;\n");
    file_write(folder, "0002_second.sql",
               "ALTER TABLE a ADD COLUMN `c;d` INT;\nUPDATE a SET `c;d` = id");
    assert_false(current());
    assert_true(migrate());
    assert_int_equal(applied, 2);
    assert_int_equal(database_number(connection, "SELECT SUM(`c;d`) FROM a"), 3);
    assert_int_equal(database_number(connection, "SELECT COUNT(*) FROM a WHERE t = 'it''s; ''so'"),
                     1);
    assert_int_equal(
        database_number(connection, "SELECT steps_done FROM migration WHERE number = 1"), 2);
    assert_true(current());
    assert_true(migrate());
    assert_int_equal(applied, 0);
    file_write(folder, "0003_third.sql", "INSERT INTO a VALUES (3, '', 0)");
    assert_false(current());
    error_says("0003_third is not applied");
    assert_true(migrate());
    assert_int_equal(applied, 1);
    assert_int_equal(database_number(connection, "SELECT COUNT(*) FROM a"), 3);
}

static void a_changed_file_is_refused(void **state)
{
    (void)state;
    file_write(folder, "0003_third.sql", "INSERT INTO a VALUES (4, '', 0)");
    assert_false(migrate());
    error_says("0003_third was changed after it was applied");
    assert_false(current());
    file_write(folder, "0003_third.sql", "INSERT INTO a VALUES (3, '', 0)");
    assert_true(current());
}

static void a_broken_step_is_taken_up_again(void **state)
{
    (void)state;
    file_write(folder, "0004_broken.sql",
               "CREATE TABLE b (id INT PRIMARY KEY);\nINSERT INTO b VALUES (1);\n"
               "INSERT INTO missing VALUES (2);\nINSERT INTO b VALUES (3)");
    assert_false(migrate());
    error_says("0004_broken, statement 3: Table");
    assert_false(current());
    assert_int_equal(
        database_number(connection, "SELECT steps_done FROM migration WHERE number = 4"), 2);
    database_must(connection, "CREATE TABLE missing (id INT PRIMARY KEY)");
    assert_true(migrate());
    assert_int_equal(applied, 1);
    assert_int_equal(database_number(connection, "SELECT SUM(id) FROM b"), 4);
    assert_int_equal(database_number(connection, "SELECT SUM(id) FROM missing"), 2);
    assert_true(current());
}

static void what_exists_already_is_an_error_unless_cut_off(void **state)
{
    (void)state;
    database_must(connection, "CREATE TABLE c (id INT PRIMARY KEY)");
    file_write(folder, "0005_cut.sql",
               "CREATE TABLE c (id INT PRIMARY KEY);\nINSERT INTO c VALUES (1)");
    assert_false(migrate());
    error_says("0005_cut, statement 1: Table 'c' already exists");
    assert_false(migrate());
    /* As if the process had died between the DDL statement and the note of it. */
    database_must(connection, "UPDATE migration SET step_begun = 1 WHERE number = 5");
    assert_true(migrate());
    assert_int_equal(database_number(connection, "SELECT SUM(id) FROM c"), 1);
}

static void names_are_checked(void **state)
{
    (void)state;
    static const char *const bad[] = {"1_a.sql",    "00001_a.sql", "0009-a.sql",
                                      "0009_A.sql", "0009_.sql",   "0005_more.sql"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char path[4096];
        file_write(folder, bad[i], "SELECT 1");
        assert_false(migrate());
        error_says(bad[i]);
        snprintf(path, sizeof path, "%s/%s", folder, bad[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_true(current());
    file_write(folder, "0006_open.sql", "SELECT 'x");
    assert_false(migrate());
    error_says("0006_open: a quote or comment without end");
    database_must(connection, "DELETE FROM migration WHERE number = 6");
    char path[4096];
    snprintf(path, sizeof path, "%s/0006_open.sql", folder);
    assert_int_equal(unlink(path), 0);
}

static void an_older_program_stays_away(void **state)
{
    (void)state;
    database_must(
        connection,
        "INSERT INTO migration VALUES (9, '0009_future', REPEAT('0', 64), 1, 1, UTC_TIMESTAMP())");
    assert_false(migrate());
    error_says("0009_future, which the program does not know");
    assert_false(current());
    database_must(connection, "DELETE FROM migration WHERE number = 9");
    file_write(folder, "0008_late.sql", "SELECT 1");
    assert_true(migrate());
    file_write(folder, "0007_between.sql", "SELECT 1");
    assert_false(migrate());
    error_says("0007_between is missing, yet later ones were applied");
}

static void two_at_once_apply_everything_once(void **state)
{
    (void)state;
    database_must(connection, "DROP TABLE migration");
    char *shared = folder_new();
    file_write(
        shared, "0001_a.sql",
        "CREATE TABLE once (id INT PRIMARY KEY AUTO_INCREMENT);\nINSERT INTO once VALUES ();\n"
        "DO SLEEP(0.2);\nINSERT INTO once VALUES ()");
    pid_t children[3];
    for (int i = 0; i < 3; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (!children[i]) {
            struct connection_settings settings = database_settings();
            struct connection *own = connection_new(&settings, NULL);
            unsigned count = 0;
            bool done = migrate_run(own, shared, &count, error, sizeof error);
            connection_free(own);
            _exit(done ? (int)count : 9);
        }
    }
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        int status = 0;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        sum += WEXITSTATUS(status);
    }
    assert_int_equal(sum, 1);
    assert_int_equal(database_number(connection, "SELECT COUNT(*) FROM once"), 2);
    folder_remove(shared);
}

static int set_up(void **state)
{
    database_set_up(state);
    folder = folder_new();
    connection = database_connect(NULL);
    return 0;
}

static int tear_down(void **state)
{
    connection_free(connection);
    folder_remove(folder);
    return database_tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_applied_once_in_order),
        cmocka_unit_test(a_changed_file_is_refused),
        cmocka_unit_test(a_broken_step_is_taken_up_again),
        cmocka_unit_test(what_exists_already_is_an_error_unless_cut_off),
        cmocka_unit_test(names_are_checked),
        cmocka_unit_test(an_older_program_stays_away),
        cmocka_unit_test(two_at_once_apply_everything_once),
    };
    return cmocka_run_group_tests_name("data_migrate", tests, set_up, tear_down);
}
