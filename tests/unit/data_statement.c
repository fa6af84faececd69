/* connection_run: parameters, types, lists, streams. */
#include "../../fcgi/base/arena.h"
#include "support_database.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *folder;
static struct query_store *store;
static struct connection *connection;
static struct arena *arena;
static struct parameters parameters;

static const char blocks[] =
    "-- one: everything\n"
    "SELECT small, big, price, rate, born, at, stamp, name, code, story, state, hash, photo, uuid, "
    "data,\n"
    "  SUM(small) AS sum, COUNT(*) AS count, AVG(small) AS average, NULL AS nothing, :lang AS "
    "lang, :viewer AS viewer,\n"
    "  small > 3 AS flag, YEAR(born) AS year FROM thing WHERE id = :id GROUP BY id\n"
    "-- one: echo\nSELECT CAST(:text AS CHAR) AS text, HEX(:bytes) AS hex, CAST(:number AS INT) AS "
    "number\n"
    "-- one: none\nSELECT 1 FROM thing WHERE id = 999\n"
    "-- maybe: perhaps\nSELECT 1 FROM thing WHERE id = 999\n"
    "-- many: lengths/length\nSELECT REPEAT('x', n) AS a, REPEAT('y', 70000 - n) AS b FROM (SELECT "
    "1 AS n UNION SELECT 300 "
    "UNION SELECT 70000 UNION SELECT 2) AS t ORDER BY n = 2, n\n"
    "-- many: numbers/number\nSELECT seq, CONCAT('row ', seq) AS name FROM seq_1_to_100000\n"
    "-- many: words/word\nSELECT word FROM word ORDER BY word {collate}\n"
    "-- list: sorted/word\n-- columns: word, id\n-- sort: word word {collate}, id; -id id; length "
    "CHAR_LENGTH(word), word {collate} "
    "ASC\nSELECT word, id FROM word WHERE (:q IS NULL OR word LIKE CONCAT('%', :q, '%'))\n"
    "-- list: branches/word\n-- columns: id\n-- sort: id id\n(SELECT id FROM word WHERE id < 5 "
    "{order} LIMIT :list_end) UNION ALL "
    "(SELECT id FROM word WHERE id >= 5 {order} LIMIT :list_end)\n-- total: SELECT COUNT(*) FROM "
    "word\n"
    "-- list: taken/word\n-- columns: id\n-- sort: id w.id\nSELECT w.id FROM (SELECT w.id FROM "
    "word w "
    "{order} LIMIT :list_rows OFFSET :list_skip) w\n-- total: SELECT COUNT(*) FROM word\n"
    "-- many: whole/thing\nSELECT * FROM wide\n"
    "-- list: chosen/word\n-- columns: id\n-- sort: id id\nSELECT id FROM word WHERE 1 = 1{if q} "
    "AND word = :q{end}{unless q, from} AND "
    "id < 3{end}{if from} AND id >= :from{end}{if to} AND id <= :to{end}\n"
    "-- one: many_conditions\nSELECT 0{if a} + 1{end}{if b} + 2{end}{if c} + 4{end}{if d} + "
    "8{end}{if e} + 16{end}{if f} + 32{end}"
    "{if g} + 64{end}{if h} + 128{end} AS mask\n"
    "-- step: insert\nINSERT INTO thing (small, name) VALUES (:number, :text)\n"
    "-- step: wrong\nSELECT missing FROM thing\n";

static const struct block *block(const char *name)
{
    const struct block *found = query_file_block(query_store_find(store, "test/all"), name);
    assert_non_null(found);
    return found;
}

/* Collects one column, comma separated, and keeps the last row. */
struct collected {
    char text[512];
    const char *column;
    const struct row *last;
    int count;
};
static int collect(void *context, const struct row *row)
{
    struct collected *collected = context;
    size_t used = strlen(collected->text);
    const char *text = collected->column ? row_text(row, collected->column) : NULL;
    if (text)
        snprintf(collected->text + used, sizeof collected->text - used, "%s%s", used ? "," : "",
                 text);
    collected->last = row_copy(arena, row);
    collected->count++;
    return 0;
}

static enum column_type type_of(const struct row *row, const char *name)
{
    for (size_t i = 0; i < row->count; i++)
        if (!strcmp(row->columns[i].name, name))
            return row->columns[i].type;
    fail_msg("no column %s", name);
    return COLUMN_TEXT;
}

static void columns_come_as_text_with_their_type(void **state)
{
    (void)state;
    parameters_integer(&parameters, "id", 1);
    parameters_text(&parameters, "lang", "nb");
    parameters_integer(&parameters, "viewer", 42);
    static const struct {
        const char *name;
        enum column_type type;
        const char *text;
    } expected[] = {
        {"small", COLUMN_INTEGER, "5"},
        {"big", COLUMN_INTEGER, "18446744073709551615"},
        {"price", COLUMN_DECIMAL, "-7.50"},
        {"rate", COLUMN_DECIMAL, "0.25"},
        {"born", COLUMN_DATE, "2026-11-21"},
        {"at", COLUMN_DATETIME, "2026-11-21 19:41:00"},
        {"stamp", COLUMN_DATETIME, "2026-07-01 10:00:00"},
        {"name", COLUMN_TEXT, "Åse <b> & 😀"},
        {"code", COLUMN_TEXT, "no"},
        {"story", COLUMN_TEXT, "a\nb"},
        {"state", COLUMN_TEXT, "sent"},
        {"hash", COLUMN_BYTES, "abcd"},
        {"photo", COLUMN_BYTES, "xyz"},
        {"uuid", COLUMN_TEXT, "123e4567-e89b-12d3-a456-426655440000"},
        {"data", COLUMN_TEXT, "{\"a\": 1}"},
        {"sum", COLUMN_INTEGER, "5"},
        {"count", COLUMN_INTEGER, "1"},
        {"average", COLUMN_DECIMAL, "5.0000"},
        {"nothing", COLUMN_TEXT, NULL},
        {"lang", COLUMN_TEXT, "nb"},
        {"viewer", COLUMN_INTEGER, "42"},
        {"flag", COLUMN_INTEGER, "1"},
        {"year", COLUMN_INTEGER, "2026"},
    };
    for (int again = 0; again < 2; again++) {
        struct collected one = {.count = 0};
        assert_int_equal(
            connection_run(connection, block("everything"), NULL, &parameters, collect, &one),
            DATA_OK);
        assert_int_equal(one.count, 1);
        assert_int_equal(one.last->count, sizeof expected / sizeof *expected);
        for (size_t i = 0; i < one.last->count; i++) {
            assert_string_equal(one.last->columns[i].name, expected[i].name);
            if (!expected[i].text)
                assert_null(one.last->cells[i].text);
            else if (strcmp(one.last->cells[i].text, expected[i].text) != 0)
                fail_msg("%s: %s", expected[i].name, one.last->cells[i].text);
            else
                assert_int_equal(one.last->cells[i].length, strlen(expected[i].text));
            if (one.last->columns[i].type != expected[i].type)
                fail_msg("%s has type %d", expected[i].name, one.last->columns[i].type);
        }
    }
    parameters_null(&parameters, "lang"); /* the same statement, another type of value */
    parameters_text(&parameters, "viewer", "someone");
    struct collected one = {.count = 0};
    assert_int_equal(
        connection_run(connection, block("everything"), NULL, &parameters, collect, &one), DATA_OK);
    assert_null(row_text(one.last, "lang"));
    assert_string_equal(row_text(one.last, "viewer"), "someone");
    assert_int_equal(type_of(one.last, "viewer"), COLUMN_TEXT);
}

static void parameters_arrive_unchanged(void **state)
{
    (void)state;
    struct collected one = {.count = 0};
    parameters_text(&parameters, "text", "it's \\ \"R&D\"; -- Å😀 ?");
    parameters_bytes(&parameters, "bytes", "\0\xff'", 3);
    parameters_integer(&parameters, "number", INT64_MIN);
    assert_int_equal(connection_run(connection, block("echo"), NULL, &parameters, collect, &one),
                     DATA_OK);
    assert_string_equal(row_text(one.last, "text"), "it's \\ \"R&D\"; -- Å😀 ?");
    assert_string_equal(row_text(one.last, "hex"), "00FF27");
    assert_string_equal(row_text(one.last, "number"), "-9223372036854775808");
    parameters_text(&parameters, "text", "");
    parameters_text(&parameters, "bytes", NULL);
    assert_int_equal(connection_run(connection, block("echo"), NULL, &parameters, collect, &one),
                     DATA_OK);
    assert_string_equal(row_text(one.last, "text"), "");
    assert_null(row_text(one.last, "hex"));
}

static void no_row_is_told_only_where_one_is_needed(void **state)
{
    (void)state;
    assert_int_equal(connection_run(connection, block("none"), NULL, NULL, NULL, NULL), DATA_NONE);
    assert_int_equal(connection_run(connection, block("perhaps"), NULL, NULL, NULL, NULL), DATA_OK);
}

static void run_without_parameter(void *context)
{
    static struct parameters some;
    some = (struct parameters){.arena = arena};
    parameters_integer(&some, "number", 5);
    *(enum data_result *)context =
        connection_run(connection, block("insert"), NULL, &some, NULL, NULL);
}

static void an_unset_parameter_is_a_defect(void **state)
{
    (void)state;
    enum data_result result = DATA_OK;
    char *log = caught_log(run_without_parameter, &result);
    assert_int_equal(result, DATA_ERROR);
    assert_non_null(
        strstr(log, "what=\"parameter not set\" file=test/all block=insert parameter=text"));
    free(log);
}

static int check_lengths(void *context, const struct row *row)
{
    static const size_t expected[] = {1, 300, 70000, 2};
    int *index = context;
    size_t length = expected[(*index)++];
    assert_int_equal(row->cells[0].length, length);
    assert_int_equal(strlen(row->cells[0].text), length);
    assert_int_equal(strspn(row->cells[0].text, "x"), length);
    assert_int_equal(row->cells[1].length, 70000 - length);
    assert_int_equal(strspn(row->cells[1].text, "y"), 70000 - length);
    return 0;
}

static void long_values_come_whole(void **state)
{
    (void)state;
    for (int again = 0; again < 2; again++) {
        int rows = 0;
        assert_int_equal(
            connection_run(connection, block("lengths"), NULL, NULL, check_lengths, &rows),
            DATA_OK);
        assert_int_equal(rows, 4);
    }
}

static long resident_pages(void)
{
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &size, &resident), 2);
    fclose(file);
    return resident;
}

struct streamed {
    int64_t sum;
    long highest;
    int64_t stop_at;
};
static int stream(void *context, const struct row *row)
{
    struct streamed *streamed = context;
    int64_t number = row_integer(row, "seq");
    streamed->sum += number;
    if (number % 10000 == 0) {
        long pages = resident_pages();
        if (pages > streamed->highest)
            streamed->highest = pages;
    }
    return number == streamed->stop_at;
}

static void a_hundred_thousand_rows_take_the_memory_of_one(void **state)
{
    (void)state;
    struct streamed streamed = {0, 0, 0};
    connection_run(connection, block("perhaps"), NULL, NULL, NULL, NULL);
    long before = resident_pages();
    assert_int_equal(connection_run(connection, block("numbers"), NULL, NULL, stream, &streamed),
                     DATA_OK);
    assert_true(streamed.sum == 5000050000);
    assert_true(streamed.highest - before < 512); /* 2 MiB; kept rows would take more than 6 */
}

static void a_row_function_may_stop(void **state)
{
    (void)state;
    struct streamed streamed = {0, 0, 3};
    assert_int_equal(connection_run(connection, block("numbers"), NULL, NULL, stream, &streamed),
                     DATA_ERROR);
    assert_int_equal(streamed.sum, 6);
    assert_int_equal(database_number(connection, "SELECT 17"), 17);
}

static int nested(void *context, const struct row *row)
{
    (void)row;
    enum data_result *results = context;
    results[0] = connection_run(connection, block("none"), NULL, NULL, NULL, NULL);
    results[1] = connection_execute(connection, "DO 1");
    return 0;
}

static void run_nested(void *context)
{
    assert_int_equal(connection_run(connection, block("words"), NULL, &parameters, nested, context),
                     DATA_OK);
}

static void a_row_function_may_not_use_the_connection(void **state)
{
    (void)state;
    enum data_result results[2] = {DATA_OK, DATA_OK};
    char *log = caught_log(run_nested, results);
    assert_int_equal(results[0], DATA_ERROR);
    assert_int_equal(results[1], DATA_ERROR);
    assert_non_null(strstr(log, "statement while rows stream"));
    free(log);
}

static void listed(const char *name, const struct list_state *list, const char *column,
                   const char *expected)
{
    struct collected rows = {.column = column};
    assert_int_equal(connection_run(connection, block(name), list, &parameters, collect, &rows),
                     DATA_OK);
    assert_string_equal(rows.text, expected);
}

static void lists_sort_as_the_language_does(void **state)
{
    (void)state;
    parameters_text(&parameters, "q", NULL);
    listed("sorted", &(struct list_state){.lang = "nb"}, "word", "Alvøen,berg,zoo,ärlig,øl,ås");
    listed("sorted", &(struct list_state){.lang = "nn", .descending = true}, "word",
           "ås,øl,ärlig,zoo,berg,Alvøen");
    listed("sorted", &(struct list_state){.lang = "sv"}, "word", "Alvøen,berg,zoo,ås,ärlig,øl");
    listed("sorted", &(struct list_state){.lang = "en"}, "word", "Alvøen,ärlig,ås,berg,øl,zoo");
    listed("sorted", &(struct list_state){.lang = "nb"}, "word", "Alvøen,berg,zoo,ärlig,øl,ås");
    for (int i = 0; i < 4; i++) {
        static const char *const expected[][2] = {{"nb", "Alvøen,berg,zoo,ärlig,øl,ås"},
                                                  {"sv", "Alvøen,berg,zoo,ås,ärlig,øl"},
                                                  {"en", "Alvøen,ärlig,ås,berg,øl,zoo"},
                                                  {"nn", "Alvøen,berg,zoo,ärlig,øl,ås"}};
        parameters_text(&parameters, "lang", expected[i][0]);
        listed("words", NULL, "word", expected[i][1]);
    }
}

static void lists_are_cut_in_pages(void **state)
{
    (void)state;
    parameters_text(&parameters, "q", NULL);
    listed("sorted", &(struct list_state){.lang = "nb", .limit = 2}, "word", "Alvøen,berg");
    listed("sorted", &(struct list_state){.lang = "nb", .limit = 2, .offset = 4}, "word", "øl,ås");
    listed("sorted", &(struct list_state){.lang = "nb", .limit = 2, .offset = 6}, "word", "");
    listed("sorted", &(struct list_state){.sort = 1, .lang = "nb", .descending = true}, "id",
           "6,5,4,3,2,1");
    listed("sorted", &(struct list_state){.sort = 1, .lang = "nb", .limit = 3}, "id", "1,2,3");
    listed("sorted", &(struct list_state){.sort = 2, .lang = "nb", .descending = true}, "word",
           "Alvøen,ärlig,berg,zoo,øl,ås");
    listed("branches", &(struct list_state){.lang = "nb", .limit = 2, .offset = 3}, "id", "4,5");
    listed("branches", NULL, "id", "1,2,3,4,5,6");
    listed("taken", &(struct list_state){.lang = "nb", .limit = 2, .offset = 3}, "id", "4,5");
    listed("taken", &(struct list_state){.lang = "nb", .limit = 4, .offset = 4}, "id", "5,6");
    listed("taken", NULL, "id", "1,2,3,4,5,6");
    parameters_text(&parameters, "lang", "nb");
    listed("sorted", NULL, "word", "Alvøen,berg,zoo,ärlig,øl,ås");
    int64_t total = -1;
    assert_int_equal(connection_total(connection, block("sorted"), &parameters, &total), DATA_OK);
    assert_int_equal(total, 6);
    parameters_text(&parameters, "q", "l");
    assert_int_equal(connection_total(connection, block("sorted"), &parameters, &total), DATA_OK);
    assert_int_equal(total, 3);
    assert_int_equal(connection_total(connection, block("branches"), &parameters, &total), DATA_OK);
    assert_int_equal(total, 6);
}

static void conditions_choose_the_statement(void **state)
{
    (void)state;
    static const struct {
        const char *q;
        int64_t from, to;
        const char *ids;
    } cases[] = {{NULL, 0, 0, "1,2"}, {"øl", 0, 0, "4"},   {NULL, 5, 0, "5,6"},
                 {NULL, 2, 3, "2,3"}, {"øl", 2, 3, ""},    {NULL, 0, 1, "1"},
                 {"øl", 4, 0, "4"},   {"berg", 0, 6, "6"}, {NULL, 0, 0, "1,2"}};
    const struct block *list = block("chosen");
    for (int again = 0; again < 3; again++) {
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            int64_t total = -1, expected = 0;
            parameters_text(&parameters, "q", cases[i].q);
            parameters_null(&parameters, "from");
            parameters_null(&parameters, "to");
            if (cases[i].from)
                parameters_integer(&parameters, "from", cases[i].from);
            if (cases[i].to)
                parameters_integer(&parameters, "to", cases[i].to);
            listed("chosen", &(struct list_state){.lang = "nb", .limit = 10}, "id", cases[i].ids);
            assert_int_equal(connection_total(connection, list, &parameters, &total), DATA_OK);
            for (const char *id = cases[i].ids; *id; id++)
                expected += *id != ',';
            assert_int_equal(total, expected);
        }
    }
    struct parameters few = {.arena = arena};
    parameters_text(&few, "q", "øl");
    assert_int_equal(connection_run(connection, list, NULL, &few, NULL, NULL), DATA_ERROR);
}

/* What this connection has prepared and not closed. */
static int64_t prepared_now(void)
{
    return database_number(
        connection, "SELECT SUM(IF(variable_name = 'com_stmt_prepare', 1, -1) * variable_value) "
                    "FROM information_schema.session_status "
                    "WHERE variable_name IN ('com_stmt_prepare', 'com_stmt_close')");
}

static void many_combinations_do_not_pile_up(void **state)
{
    (void)state;
    int64_t before = prepared_now();
    for (int i = 0; i < 256; i++) {
        for (int j = 0; j < 8; j++) {
            const char name[] = {(char)('a' + j), 0};
            parameters_text(&parameters, name, i >> j & 1 ? "1" : NULL);
        }
        struct collected row = {.column = "mask"};
        assert_int_equal(
            connection_run(connection, block("many_conditions"), NULL, &parameters, collect, &row),
            DATA_OK);
        assert_int_equal(strtol(row.text, NULL, 10), i);
    }
    assert_in_range(prepared_now(), before, before + 24);
}

static void statements_are_prepared_once(void **state)
{
    (void)state;
    const char *prepared = "SELECT variable_value FROM information_schema.session_status WHERE "
                           "variable_name = 'com_stmt_prepare'";
    struct list_state list = {.lang = "nb", .limit = 2};
    parameters_text(&parameters, "q", NULL);
    connection_run(connection, block("sorted"), &list, &parameters, NULL, NULL);
    int64_t before = database_number(connection, prepared);
    for (int i = 0; i < 10; i++) {
        list.offset = i;
        connection_run(connection, block("sorted"), &list, &parameters, NULL, NULL);
    }
    assert_int_equal(database_number(connection, prepared), before);
}

static void inserted_and_affected_are_told(void **state)
{
    (void)state;
    parameters_integer(&parameters, "number", 9);
    parameters_text(&parameters, "text", "new");
    assert_int_equal(connection_run(connection, block("insert"), NULL, &parameters, NULL, NULL),
                     DATA_OK);
    int64_t id = connection_inserted(connection);
    assert_true(id > 1);
    assert_int_equal(connection_affected(connection), 1);
    connection_run(connection, block("none"), NULL, NULL, NULL, NULL);
    assert_int_equal(connection_inserted(connection), id); /* a SELECT forgets nothing */
}

static void a_changed_table_is_read_anew(void **state)
{
    (void)state;
    struct collected rows = {.column = "a"};
    assert_int_equal(connection_run(connection, block("whole"), NULL, NULL, collect, &rows),
                     DATA_OK);
    assert_int_equal(rows.last->count, 1);
    struct connection *other = database_connect(NULL);
    database_must(
        other,
        "ALTER TABLE wide ADD COLUMN b VARCHAR(600) NOT NULL DEFAULT REPEAT('b', 500) FIRST");
    assert_int_equal(connection_run(connection, block("whole"), NULL, NULL, collect, &rows),
                     DATA_OK);
    assert_int_equal(rows.last->count, 2);
    assert_int_equal(strlen(row_text(rows.last, "b")), 500);
    assert_string_equal(row_text(rows.last, "a"), "1");
    database_must(other, "ALTER TABLE wide DROP COLUMN b");
    assert_int_equal(connection_run(connection, block("whole"), NULL, NULL, collect, &rows),
                     DATA_OK);
    assert_int_equal(rows.last->count, 1);
    connection_free(other);
}

static void run_wrong(void *context)
{
    *(enum data_result *)context =
        connection_run(connection, block("wrong"), NULL, NULL, NULL, NULL);
}

static void bad_sql_is_found_before_traffic(void **state)
{
    (void)state;
    char error[512] = "";
    struct connection *other = database_connect(store);
    assert_int_equal(connection_prepare_all(other, error, sizeof error), DATA_ERROR);
    assert_string_equal(error, "test/all.sql: block wrong: Unknown column 'missing' in 'SELECT'");
    connection_free(other);
    enum data_result result = DATA_OK;
    char *log = caught_log(run_wrong, &result);
    assert_int_equal(result, DATA_ERROR);
    assert_non_null(strstr(log, "number=1054 why=\"Unknown column 'missing' in"));
    assert_non_null(strstr(log, "file=test/all block=wrong"));
    free(log);
}

static void blocks_of_no_store_run_too(void **state)
{
    (void)state;
    static const char text[] = "-- one: a\nSELECT :x + 1 AS y\n";
    char error[512];
    struct query_file *file =
        query_parse("test/passing", text, strlen(text), NULL, error, sizeof error);
    parameters_integer(&parameters, "x", 4);
    struct collected one = {.column = "y"};
    assert_int_equal(connection_run(connection, &file->blocks[0], NULL, &parameters, collect, &one),
                     DATA_OK);
    struct connection *bare = database_connect(NULL);
    assert_int_equal(connection_run(bare, &file->blocks[0], NULL, &parameters, collect, &one),
                     DATA_OK);
    assert_string_equal(one.text, "5,5");
    connection_free(bare);
    query_file_free(file);
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
    arena = arena_new(64 << 20);
    parameters = (struct parameters){.arena = arena};
    database_must(connection, "CREATE TABLE thing (id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT, "
                              "small TINYINT, big BIGINT UNSIGNED, "
                              "price DECIMAL(6,2), rate DOUBLE, born DATE, at DATETIME(6), stamp "
                              "TIMESTAMP NULL, name VARCHAR(80), "
                              "code CHAR(2) COLLATE utf8mb4_nopad_bin, story TEXT, state "
                              "ENUM('draft','sent'), hash BINARY(4), "
                              "photo BLOB, uuid UUID, data JSON)");
    database_must(connection,
                  "INSERT INTO thing VALUES (1, 5, 18446744073709551615, -7.5, 0.25, '2026-11-21', "
                  "'2026-11-21 19:41:00.999999', "
                  "'2026-07-01 10:00:00', 'Åse <b> & 😀', 'no', 'a\nb', 'sent', 'abcd', 'xyz', "
                  "'123e4567-e89b-12d3-a456-426655440000', '{\"a\": 1}')");
    database_must(connection, "CREATE TABLE word (id INT PRIMARY KEY, word VARCHAR(40))");
    database_must(
        connection,
        "INSERT INTO word VALUES (1,'zoo'),(2,'ås'),(3,'ärlig'),(4,'øl'),(5,'Alvøen'),(6,'berg')");
    database_must(connection, "CREATE TABLE wide (a INT PRIMARY KEY)");
    database_must(connection, "INSERT INTO wide VALUES (1)");
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_come_as_text_with_their_type),
        cmocka_unit_test(parameters_arrive_unchanged),
        cmocka_unit_test(no_row_is_told_only_where_one_is_needed),
        cmocka_unit_test(an_unset_parameter_is_a_defect),
        cmocka_unit_test(long_values_come_whole),
        cmocka_unit_test(a_hundred_thousand_rows_take_the_memory_of_one),
        cmocka_unit_test(a_row_function_may_stop),
        cmocka_unit_test(a_row_function_may_not_use_the_connection),
        cmocka_unit_test(lists_sort_as_the_language_does),
        cmocka_unit_test(lists_are_cut_in_pages),
        cmocka_unit_test(conditions_choose_the_statement),
        cmocka_unit_test(many_combinations_do_not_pile_up),
        cmocka_unit_test(statements_are_prepared_once),
        cmocka_unit_test(inserted_and_affected_are_told),
        cmocka_unit_test(a_changed_table_is_read_anew),
        cmocka_unit_test(bad_sql_is_found_before_traffic),
        cmocka_unit_test(blocks_of_no_store_run_too),
    };
    return cmocka_run_group_tests_name("data_statement", tests, set_up, tear_down);
}
