/* config, log. */
#include "../../fcgi/base/config.h"
#include "../../fcgi/base/log.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *folder;
static char path[4096], error[512];

static bool load(struct config *config, const char *text)
{
    *error = 0;
    file_write(folder, "etc/praktikum.conf", text);
    snprintf(path, sizeof path, "%s/etc/praktikum.conf", folder);
    return config_load(config, path, error, sizeof error);
}

static void an_empty_file_gives_defaults(void **state)
{
    (void)state;
    struct config config;
    assert_true(load(&config, ""));
    char expected[4096], *home = realpath(folder, NULL);
    snprintf(expected, sizeof expected, "%s/etc", home);
    assert_string_equal(config.var_folder, expected);
    snprintf(expected, sizeof expected, "%s/etc/../sql", home);
    assert_string_equal(config.sql_folder, expected);
    assert_string_equal(config.web_socket, "web.sock");
    assert_string_equal(config.worker_user, "nobody");
    assert_string_equal(config.database_password, "");
    assert_int_equal(config.workers, 2);
    assert_int_equal(config.request_deadline, 10);
    assert_int_equal(config.recycle_requests, 20000);
    assert_int_equal(config.recycle_megabytes, 256);
    assert_int_equal(config.session_idle_minutes, 60);
    assert_int_equal(config.session_hours, 12);
    assert_int_equal(config.sign_in_limit, 10);
    assert_int_equal(config.verify_limit, 30);
    assert_true(config.fold && config.sandbox);
    assert_false(config.secure_cookies || config.demonstration);
    config_free(&config);
    free(home);
}

static void values_are_read(void **state)
{
    (void)state;
    struct config config;
    assert_true(load(&config, "# a comment\n\n  workers = 4 \nworker_user =\nfold=no\r\n"
                              "key_file = /etc/key\nsql_folder = sql\n"
                              "database_password = a = # b\ndatabase_socket = a.sock, b.sock"));
    assert_int_equal(config.workers, 4);
    assert_string_equal(config.worker_user, "");
    assert_false(config.fold);
    assert_string_equal(config.key_file, "/etc/key");
    assert_string_equal(config.sql_folder + strlen(config.var_folder), "/sql");
    assert_string_equal(config.database_password, "a = # b");
    assert_string_equal(config.database_socket, "a.sock, b.sock");
    config_free(&config);
}

static void mistakes_name_their_line(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\nworker = 2\n", ":2: worker is not a known name"},
        {"workers = 2\nworkers = 2\n", ":2: workers is set twice"},
        {"workers = 0\n", ":1: workers is not a number within its bounds"},
        {"workers = 65\n", ":1: workers is not a number within its bounds"},
        {"workers = two\n", ":1: workers is not a number within its bounds"},
        {"fold = true\n", ":1: fold must be yes or no"},
        {"sql_folder =\n", ":1: sql_folder must not be empty"},
        {"workers 2\n", ":1: expected `name = value`"},
        {"= 2\n", ":1: expected `name = value`"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct config config;
        assert_false(load(&config, cases[i][0]));
        assert_non_null(strstr(error, cases[i][1]));
        assert_null(config.sql_folder);
    }
    struct config config;
    assert_false(config_load(&config, "/nowhere/praktikum.conf", error, sizeof error));
    assert_non_null(strstr(error, "/nowhere/praktikum.conf"));
    char *line = calloc(1, 6000);
    memset(line, '#', 5000);
    assert_false(load(&config, line));
    assert_non_null(strstr(error, "too long"));
    free(line);
}

static void the_example_names_everything(void **state)
{
    (void)state;
    struct config config;
    assert_true(config_load(&config, "conf/praktikum.conf", error, sizeof error));
    assert_int_equal(config.workers, 2);
    config_free(&config);
    FILE *file = fopen("conf/praktikum.conf", "r");
    assert_non_null(file);
    char line[512];
    int names = 0;
    while (fgets(line, sizeof line, file)) /* also what is commented out: `#name = value` */
        names += strchr(line, '=') && *line != ' ' && strncmp(line, "# ", 2) != 0;
    fclose(file);
    assert_int_equal(names, 41);
}

static void write_lines(void *context)
{
    (void)context;
    log_threshold(LOG_INFO);
    log_line(LOG_DEBUG, "hidden", NULL);
    log_line(LOG_INFO, "request", "path", "/orders/17", "status", "200", "empty", "", "none", NULL,
             NULL);
}

static void lines_are_structured(void **state)
{
    (void)state;
    char *log = caught_log(write_lines, NULL);
    assert_null(strstr(log, "hidden"));
    assert_memory_equal(log, "at=20", 5);
    assert_non_null(
        strstr(log, "Z level=info what=request path=/orders/17 status=200 empty=\"\"\n"));
    assert_ptr_equal(strchr(log, '\n'), log + strlen(log) - 1);
    free(log);
}

static void write_value(void *context)
{
    log_line(LOG_WARNING, "value", "v", context, NULL);
}

static void values_cannot_forge_lines(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a b", "v=\"a b\"\n"},
        {"a\"b\\", "v=\"a\\\"b\\\\\"\n"},
        {"a\nat=b\r\x1b[0m\x7f", "v=\"a?at=b??[0m?\"\n"},
        {"Åse", "v=\"Åse\"\n"},
        {"bl\xe5", "v=\"bl?\"\n"},
        {"a\xc2\x85\x62\xe2\x80\xa8\x63\xe2\x80\xae\x64\xe2\x81\xa6", "v=\"a?b?c?d?\"\n"},
        {"k=v", "v=\"k=v\"\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *log = caught_log(write_value, (void *)(uintptr_t)cases[i][0]);
        assert_non_null(strstr(log, cases[i][1]));
        free(log);
    }
    char *big = calloc(1, 10000);
    memset(big, 'x', 9999);
    char *log = caught_log(write_value, big);
    assert_int_equal(strlen(log), 4096);
    assert_int_equal(log[4095], '\n');
    free(log);
    free(big);
}

static int set_up(void **state)
{
    (void)state;
    folder = folder_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_file_gives_defaults),
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(mistakes_name_their_line),
        cmocka_unit_test(the_example_names_everything),
        cmocka_unit_test(lines_are_structured),
        cmocka_unit_test(values_cannot_forge_lines),
    };
    return cmocka_run_group_tests_name("base_config", tests, set_up, tear_down);
}
