/* Requests as they come in: limits, encodings, formats, languages. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/server/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct body {
    const char *bytes;
    size_t length, at, piece; /* piece: most that one read gives */
    bool broken;
};

static long read_body(void *context, char *bytes, size_t size)
{
    struct body *body = context;
    size_t left = body->length - body->at;
    if (body->broken && left == 0)
        return -1;
    size_t some = left < size ? left : size;
    some = body->piece && some > body->piece ? body->piece : some;
    memcpy(bytes, body->bytes + body->at, some);
    body->at += some;
    return (long)some;
}

static struct arena *arena;
static const char *culprit;

static int start(void **state)
{
    (void)state;
    arena = arena_new((size_t)64 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static bool takes_file(const void *context, const char *path)
{
    (void)context;
    return strcmp(path, "/imports/new") == 0;
}

/* Status of a GET of path and query. */
static int get(struct request *request, const char *path, const char *query)
{
    char *environment[] = {
        (char *)"REQUEST_METHOD=GET", arena_printf(arena, "DOCUMENT_URI=%s", path),
        arena_printf(arena, "QUERY_STRING=%s", query), (char *)"REMOTE_ADDR=192.0.2.1", NULL};
    struct body body = {0};
    const struct request_source source = {environment, read_body, &body, takes_file, NULL};
    return request_read(request, arena, &source, &culprit);
}

static int post(struct request *request, const char *type, const char *length, struct body body)
{
    char *environment[] = {
        (char *)"REQUEST_METHOD=POST", (char *)"DOCUMENT_URI=/profile",
        arena_printf(arena, "CONTENT_TYPE=%s", type),
        length ? arena_printf(arena, "CONTENT_LENGTH=%s", length) : (char *)"X=", NULL};
    const struct request_source source = {environment, read_body, &body, takes_file, NULL};
    return request_read(request, arena, &source, &culprit);
}

static const char form_type[] = "application/x-www-form-urlencoded";

static void test_path(void **state)
{
    (void)state;
    struct request request;
    assert_int_equal(get(&request, "/orders/17", "q=a+b&state=sent"), 0);
    assert_string_equal(request.path, "/orders/17");
    assert_string_equal(request.query_text, "q=a+b&state=sent");
    assert_string_equal(fields_find(&request.query, "q"), "a b");
    assert_string_equal(request.address, "192.0.2.1");
    assert_int_equal(strlen(request.id), 32);
    assert_int_equal(get(&request, "/s\xc3\xb8k", ""), 0);
    static const char *const bad[] = {"",      "orders",    "/a\nb",        "/a\x7f",
                                      "/\xff", "/\xc2\x85", "/\xed\xa0\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(get(&request, bad[i], ""), 400);
}

static void test_format(void **state)
{
    (void)state;
    static const struct {
        const char *path, *stem;
        enum format format;
    } cases[] = {{"/sites.xml", "/sites", FORMAT_XML},
                 {"/sites/1.csv", "/sites/1", FORMAT_CSV},
                 {"/index.xml", "/", FORMAT_XML},
                 {"/index.csv", "/", FORMAT_CSV},
                 {"/sites.html", "/sites", FORMAT_HTML},
                 {"/.xml", "/.xml", FORMAT_HTML},
                 {"/a/.csv", "/a/.csv", FORMAT_HTML},
                 {"/sites.ods", "/sites", FORMAT_ODS},
                 {"/sites.xlsx", "/sites", FORMAT_XLSX},
                 {"/sites.odt", "/sites.odt", FORMAT_HTML},
                 {"/a.xml.xml", "/a.xml", FORMAT_XML},
                 {"/", "/", FORMAT_HTML},
                 {"/calendar.ics", "/calendar", FORMAT_ICS},
                 {"/notices.atom", "/notices", FORMAT_ATOM}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct request request;
        assert_int_equal(get(&request, cases[i].path, ""), 0);
        assert_string_equal(request.path, cases[i].stem);
        assert_int_equal(request.format, cases[i].format);
    }
}

static void test_query(void **state)
{
    (void)state;
    static const struct {
        const char *query, *culprit;
    } bad[] = {{"q=1&q=2", "q"}, {"q=%ff", "q"},    {"q=%00", "q"},      {"q=%", "q"},
               {"q=a%0Ab", "q"}, {"q=%C2%85", "q"}, {"a b=1", ""},       {"q=\x01", ""},
               {"q=\xc3", ""},   {"%0a=1", ""},     {"q=%ED%A0%80", "q"}};
    struct request request;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(get(&request, "/", bad[i].query), 400);
        assert_string_equal(culprit, bad[i].culprit);
    }
    char *many = arena_text(arena, "a0=1");
    for (int i = 1; i < 33; i++)
        many = arena_printf(arena, "%s&a%d=1", many, i);
    assert_int_equal(get(&request, "/", many), 400);
    char *wide = arena_alloc(arena, 8100);
    memset(wide, 'a', 8099);
    wide[8099] = '\0';
    assert_int_equal(get(&request, "/", wide), 400);
}

static void test_body(void **state)
{
    (void)state;
    struct request request;
    static const char text[] = "name=%C3%85se&places-17=4&places-17=5&lines=a%0D%0Ab";
    const struct body body = {.bytes = text, .length = sizeof text - 1, .piece = 7};
    assert_int_equal(post(&request, form_type, "52", body), 0);
    assert_string_equal(fields_find(&request.form, "name"), "Åse");
    assert_int_equal(fields_count(&request.form, "places-17"), 2);
    assert_string_equal(fields_find(&request.form, "lines"), "a\r\nb");
    assert_int_equal(post(&request, form_type, NULL, body), 0);
    assert_int_equal(post(&request, "Application/X-WWW-Form-Urlencoded; charset=UTF-8", NULL, body),
                     0);
    assert_int_equal(post(&request, form_type, "51", body), 400);
    assert_string_equal(culprit, "content-length");
    assert_int_equal(post(&request, form_type, "53", body), 400);
    assert_int_equal(post(&request, form_type, "052", body), 400);
    assert_int_equal(post(&request, "text/plain", "52", body), 400);
    assert_string_equal(culprit, "content-type");
    assert_int_equal(post(&request, "application/x-www-form-urlencodedly", "52", body), 400);
    assert_int_equal(post(&request, form_type, "262145", body), 413);
    const struct body broken = {.bytes = text, .length = 3, .broken = true};
    assert_int_equal(post(&request, form_type, NULL, broken), 400);
}

static void test_large_body(void **state)
{
    (void)state;
    struct request request;
    char *bytes = arena_alloc(arena, REQUEST_BODY_LIMIT + 2);
    memset(bytes, '&', REQUEST_BODY_LIMIT + 2);
    struct body body = {.bytes = bytes, .length = REQUEST_BODY_LIMIT + 1};
    assert_int_equal(post(&request, form_type, NULL, body), 413);
    body.length = REQUEST_BODY_LIMIT;
    assert_int_not_equal(post(&request, form_type, NULL, body), 413);
}

static void test_trust(void **state)
{
    (void)state;
    struct request request;
    char *environment[] = {
        (char *)"REQUEST_METHOD=GET",    (char *)"DOCUMENT_URI=/",
        (char *)"DOCUMENT_URI=/metrics", (char *)"REQUEST_ID=0123456789ABCDEF0123456789abcdef",
        (char *)"HTTP_HOST=a\r\nb",      (char *)"HTTP_COOKIE=lang=nb; flash=\"x\"",
        (char *)"REMOTE_ADDR=a\tb",      NULL};
    struct body body = {0};
    struct request_source source = {environment, read_body, &body, NULL, NULL};
    assert_int_equal(request_read(&request, arena, &source, &culprit), 0);
    assert_string_equal(request.path, "/");
    assert_null(request.host);
    assert_string_equal(request.address, "");
    assert_string_not_equal(request.id, "0123456789ABCDEF0123456789abcdef");
    assert_string_equal(fields_find(&request.cookies, "lang"), "nb");
    char *nothing[] = {NULL};
    source.environment = nothing;
    assert_int_equal(request_read(&request, arena, &source, &culprit), 400);
    assert_int_equal(request.method, METHOD_OTHER);
}

static void test_language(void **state)
{
    (void)state;
    assert_null(request_language(NULL));
    assert_null(request_language("de, fr;q=0.5"));
    assert_string_equal(request_language("sv"), "sv");
    assert_string_equal(request_language("en-GB,en;q=0.9"), "en");
    assert_string_equal(request_language("en;q=0.3, nn;q=0.7"), "nn");
    assert_string_equal(request_language("no, en"), "nb");
    assert_string_equal(request_language("da"), "nb");
    assert_null(request_language("svx"));
    assert_null(request_language("sv;q=0"));
    assert_null(request_language(";=,;;q=,"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_path),       cmocka_unit_test(test_format),
        cmocka_unit_test(test_query),      cmocka_unit_test(test_body),
        cmocka_unit_test(test_large_body), cmocka_unit_test(test_trust),
        cmocka_unit_test(test_language),
    };
    return cmocka_run_group_tests_name("server_request", tests, start, stop);
}
