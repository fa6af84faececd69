/* query, query_store, lexer. */
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/data/query.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>

static char *folder, error[512];

static struct query_file *parse(const char *text)
{
    char fragments[4096];
    snprintf(fragments, sizeof fragments, "%s/fragments", folder);
    *error = 0;
    return query_parse("area/page", text, strlen(text), fragments, error, sizeof error);
}

static void refused(const char *text, const char *why)
{
    struct query_file *file = parse(text);
    assert_null(file);
    if (strcmp(error, why) != 0)
        fail_msg("%s\n  gave: %s\n  not:  %s", text, error, why);
}

static void blocks_keep_their_order_and_kinds(void **state)
{
    (void)state;
    struct query_file *file = parse("-- what this page shows\n"
                                    "-- one: order\nSELECT 1\n\n"
                                    "-- maybe: draft\nSELECT 2;\n"
                                    "-- many: units/unit\nSELECT 3 -- the third\n"
                                    "-- step: lock\nUPDATE t SET a = 1\n  WHERE b = 2 ; -- so\n");
    assert_non_null(file);
    assert_string_equal(file->name, "area/page");
    assert_int_equal(file->block_count, 4);
    assert_int_equal(file->blocks[0].kind, BLOCK_ONE);
    assert_string_equal(file->blocks[0].name, "order");
    assert_string_equal(file->blocks[0].row_name, "order");
    assert_string_equal(file->blocks[0].file, "area/page");
    assert_string_equal(file->blocks[0].text, "SELECT 1");
    assert_int_equal(file->blocks[1].kind, BLOCK_MAYBE);
    assert_string_equal(file->blocks[1].text, "SELECT 2");
    assert_string_equal(file->blocks[2].name, "units");
    assert_string_equal(file->blocks[2].row_name, "unit");
    assert_string_equal(file->blocks[2].text, "SELECT 3");
    assert_string_equal(file->blocks[3].text, "UPDATE t SET a = 1\n  WHERE b = 2");
    assert_ptr_equal(query_file_block(file, "lock"), &file->blocks[3]);
    assert_null(query_file_block(file, "unlock"));
    query_file_free(file);
}

static void parameters_are_found_outside_quotes(void **state)
{
    (void)state;
    struct query_file *file = parse("-- one: a\n"
                                    "SELECT ':no', \":no\", `:no`, 'it''s :no', 'a\\':no', /* :no "
                                    "*/ :order, @x := 5, a::b, :order,\n"
                                    "  '?' -- :no\n  , 1 # :no\n WHERE t=:today AND x>:lang_2\n");
    assert_non_null(file);
    const struct block *block = &file->blocks[0];
    assert_int_equal(block->parameter_count, 4);
    assert_string_equal(block->parameters[0], "order");
    assert_string_equal(block->parameters[1], "order");
    assert_string_equal(block->parameters[2], "today");
    assert_string_equal(block->parameters[3], "lang_2");
    assert_string_equal(
        block->text,
        "SELECT ':no', \":no\", `:no`, 'it''s :no', 'a\\':no',   ?, @x := 5, a::b, ?,\n"
        "  '?'  \n  , 1  \n WHERE t=? AND x>?");
    query_file_free(file);
}

static const char list[] =
    "-- list: orders/order\n"
    "-- columns: site, places\n-- columns: state=order_state\n"
    "-- sort: site s.name {collate}, o.id; -sent IF(o.a, o.b, o.c), o.id ASC\n"
    "SELECT o.id FROM o WHERE (:q IS NULL OR o.n = :q)\n";

static void lists_have_columns_and_sorts(void **state)
{
    (void)state;
    struct query_file *file = parse(list);
    assert_non_null(file);
    const struct block *block = &file->blocks[0];
    assert_int_equal(block->kind, BLOCK_LIST);
    assert_int_equal(block->column_count, 3);
    assert_string_equal(block->columns[0], "site");
    assert_string_equal(block->columns[2], "state");
    assert_string_equal(block->words[0], "site");
    assert_string_equal(block->words[2], "order_state");
    assert_int_equal(block->sort_count, 2);
    assert_string_equal(block->sorts[0].name, "site");
    assert_false(block->sorts[0].descending);
    assert_string_equal(block->sorts[1].name, "sent");
    assert_true(block->sorts[1].descending);
    assert_string_equal(
        block->total_text,
        "SELECT COUNT(*) FROM (SELECT o.id FROM o WHERE (? IS NULL OR o.n = ?)) AS counted");
    assert_int_equal(block->total_parameter_count, 2);
    query_file_free(file);
}

static void totals_may_be_written(void **state)
{
    (void)state;
    static const char *const totals[] = {"-- total:\nSELECT COUNT(*) FROM o -- all\nWHERE a = :a",
                                         "-- total: SELECT COUNT(*) FROM o\nWHERE a = :a;"};
    for (size_t i = 0; i < 2; i++) {
        char text[1024];
        snprintf(text, sizeof text, "%s%s\n-- step: next\nSELECT 1", list, totals[i]);
        struct query_file *file = parse(text);
        assert_non_null(file);
        const struct block *block = &file->blocks[0];
        assert_memory_equal(block->total_text, "SELECT COUNT(*) FROM o", 22);
        assert_string_equal(block->total_text + strlen(block->total_text) - 11, "WHERE a = ?");
        assert_int_equal(block->total_parameter_count, 1);
        assert_string_equal(block->total_parameters[0], "a");
        assert_int_equal(block->parameter_count, 2);
        assert_int_equal(file->block_count, 2);
        query_file_free(file);
    }
}

static void a_list_may_say_how_many_rows_a_page_has(void **state)
{
    (void)state;
    struct query_file *file =
        parse("-- list: a/b\n-- rows: 500\n-- columns: a\n-- sort: a b\nSELECT 1\n"
              "-- list: c/d\n-- columns: a\n-- sort: a b\nSELECT 2");
    assert_non_null(file);
    assert_int_equal(file->blocks[0].rows, 500);
    assert_int_equal(file->blocks[1].rows, 0);
    query_file_free(file);
}

static void written(const char *text, const char *lang, const struct sort *sort, bool descending,
                    const char *expected)
{
    struct buffer out;
    const struct query_choice choice = {.lang = lang, .sort = sort, .descending = descending};
    buffer_init(&out, 1 << 16);
    query_write(&out, text, &choice, NULL, NULL);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void every_term_is_directed(void **state)
{
    (void)state;
    struct query_file *file = parse(list);
    const struct sort *sorts = file->blocks[0].sorts;
    written("{order}", "nb", &sorts[0], false,
            "ORDER BY s.name COLLATE utf8mb4_uca1400_danish_as_ci ASC, o.id ASC");
    written("{order}", "sv", &sorts[0], true,
            "ORDER BY s.name COLLATE utf8mb4_uca1400_swedish_as_ci DESC, o.id DESC");
    written("{order}", "en", &sorts[1], true, "ORDER BY IF(o.a, o.b, o.c) DESC, o.id ASC");
    written("a {collate} '{collate}'", NULL, NULL, false,
            "a COLLATE utf8mb4_uca1400_as_ci '{collate}'");
    written("p.sorted_{alphabet}, '{alphabet}'", "nn", NULL, false, "p.sorted_nb, '{alphabet}'");
    written("p.sorted_{alphabet}", "sv", NULL, false, "p.sorted_sv");
    written("p.sorted_{alphabet}", "en", NULL, false, "p.sorted_en");
    assert_true(query_collated("p.sorted_{alphabet}"));
    assert_true(query_collated(sorts[0].expression));
    assert_false(query_collated(sorts[1].expression));
    query_file_free(file);
}

static void order_reaches_the_branches_of_a_union(void **state)
{
    (void)state;
    struct query_file *file = parse("-- list: a/b\n-- columns: x\n-- sort: x x\n"
                                    "(SELECT x FROM t {order} LIMIT :list_end) UNION (SELECT x "
                                    "FROM u {order} LIMIT :list_end)\n"
                                    "-- total: SELECT 5");
    assert_non_null(file);
    written(
        file->blocks[0].text, "nb", file->blocks[0].sorts, false,
        "(SELECT x FROM t ORDER BY x ASC LIMIT ?) UNION (SELECT x FROM u ORDER BY x ASC LIMIT ?)");
    query_file_free(file);
    refused("-- list: a/b\n-- columns: x\n-- sort: x x\n(SELECT 1 {order} LIMIT 1)",
            "area/page.sql:1: a list with {order} needs a total: a");
    refused("-- one: a\n(SELECT 1 {order})", "area/page.sql:1: only a list's rows have {order}: a");
}

/* The block's statement when the comma-separated conditions are given, and its parameters behind it. */
static void chosen(const struct block *block, const char *given, const char *expected)
{
    struct buffer out;
    const char *names[QUERY_CONDITIONS], *kept[32];
    struct query_choice choice = {.given = names};
    for (size_t i = 0; i < block->condition_count; i++)
        if (strstr(given, block->conditions[i]))
            names[choice.given_count++] = block->conditions[i];
    buffer_init(&out, 1 << 16);
    size_t count = query_write(&out, block->text, &choice, block->parameters, kept);
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, " :%s", kept[i]);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void what_was_not_asked_for_falls_away(void **state)
{
    (void)state;
    file_write(folder, "fragments/filter.sql", "{if site} AND s = :site{end}");
    struct query_file *file = parse(
        "-- many: a/b\nSELECT :lang, '{if q}'{if state, q} AND x = :x{end}"
        "{unless state, q} AND y = :y{if site} AND z = :z{end} AND w{end}{{filter}} AND v = :v");
    if (!file)
        fail_msg("%s", error);
    const struct block *block = &file->blocks[0];
    assert_int_equal(block->condition_count, 3);
    assert_int_equal(block->parameter_count, 6);
    chosen(block, "", "SELECT ?, '{if q}' AND y = ? AND w AND v = ? :lang :y :v");
    chosen(block, "q", "SELECT ?, '{if q}' AND x = ? AND v = ? :lang :x :v");
    chosen(block, "state,q", "SELECT ?, '{if q}' AND x = ? AND v = ? :lang :x :v");
    chosen(block, "site",
           "SELECT ?, '{if q}' AND y = ? AND z = ? AND w AND s = ? AND v = ? :lang :y :z :site :v");
    chosen(block, "state,site",
           "SELECT ?, '{if q}' AND x = ? AND s = ? AND v = ? :lang :x :site :v");
    query_file_free(file);
    static const char *const cases[][2] = {
        {"-- one: a\nSELECT 1 {if q}", "area/page.sql:1: {if} or {unless} without {end}"},
        {"-- one: a\nSELECT 1 {if q}{end}\n{end}",
         "area/page.sql:3: {end} without {if} or {unless}"},
        {"-- one: a\nSELECT 1 {if }{end}", "area/page.sql:2: unexpected: {"},
        {"-- one: a\nSELECT 1 {if q,r}{end}", "area/page.sql:2: unexpected: {"},
        {"-- one: a\nSELECT 1 {if q, }{end}", "area/page.sql:2: unexpected: {"},
        {"-- one: a\nSELECT 1 {unless Q}{end}", "area/page.sql:2: unexpected: {"},
        {"-- one: a\nSELECT 1 {if q", "area/page.sql:2: unexpected: {"},
        {"{if q}{end}-- one: a\nSELECT 1", "area/page.sql:1: a statement before the first header"},
        {"-- one: a\nSELECT 1 {if a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, "
         "r, s, t, u, v, w, x, y, z, aa, ab, ac, ad, ae, af}{end}",
         "area/page.sql:2: too many conditions in block: a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refused(cases[i][0], cases[i][1]);
}

static void fragments_are_put_in(void **state)
{
    (void)state;
    file_write(folder, "fragments/outer.sql", "-- about\nx = :viewer AND {{inner}} -- end\n");
    file_write(folder, "fragments/inner.sql", "y = ':no'");
    file_write(folder, "fragments/loop.sql", "1 +\n{{loop}}");
    file_write(folder, "fragments/ended.sql", "1;");
    file_write(folder, "fragments/open.sql", "1\n'");
    struct query_file *file = parse("-- one: a\nSELECT 1 WHERE {{outer}} AND '{{inner}}' = :b\n");
    assert_non_null(file);
    assert_string_equal(file->blocks[0].text,
                        "SELECT 1 WHERE  \nx = ? AND y = ':no'  \n AND '{{inner}}' = ?");
    assert_int_equal(file->blocks[0].parameter_count, 2);
    assert_string_equal(file->blocks[0].parameters[0], "viewer");
    query_file_free(file);
    refused("-- one: a\nSELECT\n{{missing}}", "area/page.sql:3: no such fragment: missing");
    refused("-- one: a\nSELECT {{loop}}",
            "fragments/loop.sql:2: fragments include each other too deep: loop");
    refused("-- one: a\nSELECT {{ended}}", "fragments/ended.sql:1: a semicolon in a fragment");
    refused("-- one: a\nSELECT {{open}}", "fragments/open.sql:2: a quote or comment without end");
}

static void mistakes_name_file_and_line(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "area/page.sql:1: no block"},
        {"-- nothing\n", "area/page.sql:1: no block"},
        {"SELECT 1\n-- one: a\nSELECT 1", "area/page.sql:1: a statement before the first header"},
        {"-- one: a\n", "area/page.sql:1: no statement in block: a"},
        {"-- one: a\n-- one: b\nSELECT 1", "area/page.sql:1: no statement in block: a"},
        {"-- one: a\nSELECT 1\n-- many: a/b\nSELECT 1",
         "area/page.sql:3: a second block of the name: a"},
        {"-- one: a1\nSELECT 1", "area/page.sql:1: expected a name: a1"},
        {"-- one: a/b\nSELECT 1", "area/page.sql:1: expected a name: a/b"},
        {"-- one:\nSELECT 1", "area/page.sql:1: expected a name"},
        {"-- many: a\nSELECT 1", "area/page.sql:1: expected names/name: a"},
        {"-- many: a/b c\nSELECT 1", "area/page.sql:1: expected names/name: a/b c"},
        {"-- one: a\nSELECT 1;\nSELECT 2",
         "area/page.sql:3: more than one statement in a block: SELECT"},
        {"-- one: a\nSELECT ?", "area/page.sql:2: unexpected: ?"},
        {"-- one: a\nSELECT {d}", "area/page.sql:2: unexpected: {"},
        {"-- one: a\nSELECT a : b", "area/page.sql:2: unexpected: :"},
        {"-- one: a\nSELECT\n 'x", "area/page.sql:3: a quote or comment without end"},
        {"-- one: a\nSELECT 1 /* x", "area/page.sql:2: a quote or comment without end"},
        {"-- one: a\nSELECT /*!50000 1 */", "area/page.sql:2: executable comments are refused"},
        {"-- one: a\nSELECT /*M! 1 */", "area/page.sql:2: executable comments are refused"},
        {"-- one: a\n-- sort: a b\nSELECT 1", "area/page.sql:2: only a list has this: -- sort:"},
        {"-- columns: a\n", "area/page.sql:1: only a list has this: -- columns:"},
        {"-- list: a/b\n-- sort: a b\nSELECT 1", "area/page.sql:1: a list without columns: a"},
        {"-- list: a/b\n-- columns: a\nSELECT 1", "area/page.sql:1: a list without sort: a"},
        {"-- list: a/b\n-- rows: 0\nSELECT 1",
         "area/page.sql:2: a list has 1 to 1000 rows a page: 0"},
        {"-- list: a/b\n-- rows: 1001\nSELECT 1",
         "area/page.sql:2: a list has 1 to 1000 rows a page: 1001"},
        {"-- list: a/b\n-- rows: many\nSELECT 1",
         "area/page.sql:2: a list has 1 to 1000 rows a page: many"},
        {"-- many: a/b\n-- rows: 5\nSELECT 1", "area/page.sql:2: only a list has this: -- rows:"},
        {"-- list: a/b\n-- columns: a b\nSELECT 1",
         "area/page.sql:2: expected a comma between columns: b"},
        {"-- list: a/b\n-- columns: a,\nSELECT 1", "area/page.sql:2: expected a column"},
        {"-- list: a/b\n-- columns: a\n-- sort: a\nSELECT 1",
         "area/page.sql:3: expected a sort's name and expression: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b; a c\nSELECT 1",
         "area/page.sql:3: a second sort of the name: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b;\nSELECT 1",
         "area/page.sql:3: expected a sort's name and expression"},
        {"-- list: a/b\n-- columns: a\n-- sort: a (b\nSELECT 1",
         "area/page.sql:3: malformed sort: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b,\nSELECT 1",
         "area/page.sql:3: malformed sort: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b, :c\nSELECT 1",
         "area/page.sql:3: malformed sort: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b\nSELECT 1 Order By 1",
         "area/page.sql:1: a list sorts and limits by itself: ORDER"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b\nSELECT 1 LIMIT 5",
         "area/page.sql:1: a list sorts and limits by itself: LIMIT"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b\nSELECT 1\n-- total:\n",
         "area/page.sql:5: no statement in block: a"},
        {"-- list: a/b\n-- columns: a\n-- sort: a b\nSELECT 1\n-- total: SELECT 1\n-- columns: b\n",
         "area/page.sql:6: the total comes last in its list: -- columns:"},
        {"-- one: a\nSELECT 'bl\xe5'", "area/page.sql:1: not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refused(cases[i][0], cases[i][1]);
    assert_null(query_parse("a/b", "-- one: a\nSELECT '\0'", 21, NULL, error, sizeof error));
    assert_string_equal(error, "a/b.sql:1: not UTF-8");
    assert_null(query_parse("a/b", "-- one: a\n{{x}}", 15, NULL, error, sizeof error));
    assert_string_equal(error, "a/b.sql:2: no fragments here: x");
}

static void subqueries_may_sort_and_limit(void **state)
{
    (void)state;
    struct query_file *file = parse(
        "-- list: a/b\n-- columns: a\n-- sort: a b\nSELECT (SELECT x ORDER BY x LIMIT 1), `order`");
    assert_non_null(file);
    query_file_free(file);
}

static void a_store_reads_every_area(void **state)
{
    (void)state;
    char *home = folder_new();
    file_write(home, "ordering/order.sql",
               "-- one: order\nSELECT 1\n-- step: lock\nSELECT {{x}}\n");
    file_write(home, "rights/order.sql", "-- one: rights\nSELECT 1\n");
    file_write(home, "ordering/order_new.sql", "-- step: insert\nSELECT 1\n");
    file_write(home, "fragments/x.sql", "17");
    file_write(home, "migrate/0001_a.sql", "not a query file");
    file_write(home, "demo/a.sql", "not a query file");
    file_write(home, "schema.sql", "not a query file");
    file_write(home, "ordering/.order.sql.swp", "not a query file");
    struct query_store *store = query_store_load(home, error, sizeof error);
    if (!store)
        fail_msg("%s", error);
    assert_int_equal(query_store_files(store), 3);
    assert_int_equal(query_store_blocks(store), 4);
    for (size_t i = 0; i < query_store_blocks(store); i++)
        assert_int_equal(query_store_block(store, i)->number, i);
    assert_string_equal(query_file_block(query_store_find(store, "ordering/order"), "lock")->text,
                        "SELECT 17");
    assert_non_null(query_store_find(store, "rights/order"));
    assert_null(query_store_find(store, "ordering/orders"));
    assert_string_equal(query_store_file(store, 0)->name, "ordering/order");
    query_store_free(store);
    file_write(home, "rights/unit.sql", "\n-- one: rights\nSELECT '\n");
    assert_null(query_store_load(home, error, sizeof error));
    assert_string_equal(error, "rights/unit.sql:3: a quote or comment without end");
    assert_null(query_store_load("/nowhere", error, sizeof error));
    folder_remove(home);
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
        cmocka_unit_test(blocks_keep_their_order_and_kinds),
        cmocka_unit_test(parameters_are_found_outside_quotes),
        cmocka_unit_test(lists_have_columns_and_sorts),
        cmocka_unit_test(totals_may_be_written),
        cmocka_unit_test(a_list_may_say_how_many_rows_a_page_has),
        cmocka_unit_test(every_term_is_directed),
        cmocka_unit_test(order_reaches_the_branches_of_a_union),
        cmocka_unit_test(what_was_not_asked_for_falls_away),
        cmocka_unit_test(fragments_are_put_in),
        cmocka_unit_test(mistakes_name_file_and_line),
        cmocka_unit_test(subqueries_may_sort_and_limit),
        cmocka_unit_test(a_store_reads_every_area),
    };
    return cmocka_run_group_tests_name("data_query", tests, set_up, tear_down);
}
