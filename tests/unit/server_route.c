/* The table of routes.def: matching, typed parameters, addresses to go to. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/server/route.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct route_table *table;
static struct arena *arena;
static struct parameters parameters;

static int start(void **state)
{
    (void)state;
    table = routes_new();
    arena = arena_new((size_t)16 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    routes_free(table);
    arena_free(arena);
    return 0;
}

static const struct route *match(const char *path)
{
    parameters = (struct parameters){.arena = arena};
    return routes_match(table, path, &parameters);
}

static void test_match(void **state)
{
    (void)state;
    assert_string_equal(match("/")->file, "home/front");
    assert_string_equal(match("/orders/17")->file, "ordering/order");
    assert_int_equal(parameters_find(&parameters, "order")->integer, 17);
    assert_string_equal(match("/invitations/new")->file, "people/invite");
    assert_string_equal(match("/people/7/grants/new")->file, "people/grant_new");
    assert_int_equal(parameters_find(&parameters, "person")->integer, 7);
    static const char *const none[] = {"/orders/",
                                       "/orders/x",
                                       "/orders/017",
                                       "/orders/0",
                                       "/orders/-1",
                                       "/orders/17/",
                                       "//",
                                       "/orders//17",
                                       "/orders/17/answer/x",
                                       "/orders/2147483648",
                                       "/a/b/c/d/e/f/g",
                                       "/Orders",
                                       "/orders/99999999999999999999"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(match(none[i]));
    assert_non_null(match("/orders/2147483647"));
}

/* Every row is found by its own path, and no other row takes it. */
static void test_every_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < routes_count(table); i++) {
        const struct route *route = routes_at(table, i);
        char path[200] = "";
        for (size_t s = 0; s < route->segment_count; s++) {
            strcat(path, "/");
            strcat(path, route->variable[s] ? "5" : route->segments[s]);
        }
        assert_ptr_equal(match(*path ? path : "/"), route);
        const struct route *named = routes_find(table, route->area, route->name);
        assert_true(named == route ||
                    (route->kind == ROUTE_PRINT && !strcmp(named->file, route->file)));
        assert_int_equal(route->form != NULL || route->kind == ROUTE_INBOUND,
                         route->function != NULL);
        if (route->access == ACCESS_VIEW ||
            (route->access == ACCESS_MAY && strcmp(route->thing, "viewer") != 0))
            assert_non_null(parameters_find(&parameters, route->thing));
    }
}

/* What is public says so, and it is no more than this. */
static void test_public(void **state)
{
    (void)state;
    for (size_t i = 0; i < routes_count(table); i++) {
        const struct route *route = routes_at(table, i);
        static const char *const open[] = {"/sign-in", "/language", "/password/forgotten",
                                           "/verify", "/developers"};
        bool expected = TEXT_AMONG(route->path, open);
        assert_int_equal(route->access == ACCESS_PUBLIC, expected);
    }
}

static const char *query(const char *path, const char *name, const char *value)
{
    struct fields fields = {0};
    const struct route *route = match(path);
    fields_add(arena, &fields, name, value);
    return route_query(route, &fields, &parameters);
}

static void test_query(void **state)
{
    (void)state;
    assert_null(query("/feeds/results", "since", "2026-11-21T20:41:00 01:00"));
    assert_string_equal(parameters_find(&parameters, "since")->bytes, "2026-11-21 19:41:00");
    assert_string_equal(query("/feeds/results", "since", "2026-11-21T20:41:00"), "since");
    assert_string_equal(query("/feeds/results", "after", "-1"), "after");
    assert_null(query("/calendar", "institution", "3"));
    assert_int_equal(parameters_find(&parameters, "institution")->integer, 3);
    assert_int_equal(parameters_find(&parameters, "site")->type, VALUE_NULL);
    assert_null(query("/calendar", "institution", ""));
    assert_int_equal(parameters_find(&parameters, "institution")->type, VALUE_NULL);
    assert_string_equal(query("/calendar", "institution", "03"), "institution");
    assert_null(query("/calendar", "term", "2027-1"));
    assert_string_equal(query("/calendar", "term", "2027-3"), "term");
    assert_string_equal(query("/calendar", "term", "27-1"), "term");
    assert_string_equal(query("/calendar", "status", "A"), "status");
    assert_string_equal(query("/calendar", "unknown", ""), "unknown");
    assert_null(query("/sites", "municipality", "0301"));
    assert_string_equal(parameters_find(&parameters, "municipality")->bytes, "0301");
    assert_string_equal(query("/sites", "municipality", "1234567890"), "municipality");
    assert_null(query("/sign-in", "next", "/orders/17?a=b"));
    assert_string_equal(query("/sign-in", "next", "//evil"), "next");
    assert_string_equal(query("/", "q", "x"), "q");
    assert_null(query("/invitation", "key", "17-aB_9-"));
    assert_string_equal(query("/invitation", "key", "17-a.b"), "key");
}

static void test_local(void **state)
{
    (void)state;
    static const char *const good[] = {"/", "/orders/17", "/a?b=%20&c=/d", "/a#b"};
    static const char *const bad[] = {"",        "a",         "//a",       "/\\a",  "/a b",
                                      "/a\r\nb", "/\xc3\xa6", "https://a", "/a\\b", "/\t"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(route_local_path(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(route_local_path(bad[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_match),  cmocka_unit_test(test_every_row),
        cmocka_unit_test(test_public), cmocka_unit_test(test_query),
        cmocka_unit_test(test_local),
    };
    return cmocka_run_group_tests_name("server_route", tests, start, stop);
}
