/* Answers, form tokens, passwords, identity numbers: what must not be forged or leak. */
#include "../../fcgi/base/identity.h"
#include "../../fcgi/base/password.h"
#include "../../fcgi/base/random.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/server/response.h"
#include "../../fcgi/server/stream.h"
#include "../../fcgi/server/submit.h"
#include "../../fcgi/server/token.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct buffer head, body, out;

static void begin(struct response *response, bool secure)
{
    buffer_init(&head, 65536);
    buffer_init(&body, 65536);
    buffer_init(&out, 65536);
    response_begin(response, &head, &body, secure);
}

static void end(void)
{
    buffer_free(&head);
    buffer_free(&body);
    buffer_free(&out);
}

static bool collect(void *context, const struct buffer *part)
{
    struct buffer *all = context;
    buffer_add(all, part->bytes, part->length);
    return all->length < 300000;
}

/* Until a chunk is full nothing leaves; then head and all of it, and what fails later breaks it off. */
static void test_stream(void **state)
{
    (void)state;
    struct response response;
    struct buffer all, chunk;
    struct stream stream = {.send = collect, .context = &all};
    buffer_init(&all, 1 << 20);
    buffer_init(&chunk, 1 << 20);
    buffer_init(&head, 65536);
    buffer_init(&out, 65536);
    buffer_init(&stream.head, 65536);
    response_begin(&response, &head, &chunk, false);
    stream_reset(&stream, false);
    response.stream = &stream;
    response.type = "application/xml";
    buffer_text(&chunk, "<a/>");
    assert_true(stream_flow(&response));
    assert_false(stream_begun(&response));
    assert_int_equal(chunk.length, 4);
    while (chunk.length < STREAM_CHUNK)
        buffer_text(&chunk, "<row/>\n");
    size_t whole = chunk.length;
    assert_true(stream_flow(&response));
    assert_true(stream_begun(&response));
    assert_int_equal(chunk.length, 0);
    assert_non_null(strstr(all.bytes, "Content-Type: application/xml\r\n"));
    assert_null(strstr(all.bytes, "Content-Length"));
    assert_non_null(strstr(all.bytes, "\r\n\r\n<a/><row/>\n"));
    buffer_text(&chunk, "</a>");
    assert_int_equal(stream_bytes(&response), whole + 4);
    response_restart(&response, 500);
    assert_true(stream.broken);
    assert_false(stream_flow(&response));

    /* who does not listen any more */
    stream_reset(&stream, false);
    response_restart(&response, 200);
    for (int i = 0; i < 5 && !stream.broken; i++) {
        while (chunk.length < STREAM_CHUNK)
            buffer_text(&chunk, "<row/>\n");
        bool flowed = stream_flow(&response);
        assert_int_equal(flowed, !stream.broken);
    }
    assert_true(stream.broken);

    /* HEAD: the head alone */
    stream_reset(&stream, true);
    buffer_clear(&all);
    response_restart(&response, 200);
    while (chunk.length < STREAM_CHUNK)
        buffer_text(&chunk, "<row/>\n");
    assert_true(stream_flow(&response));
    assert_string_equal(all.bytes + all.length - 4, "\r\n\r\n");
    buffer_free(&all);
    buffer_free(&chunk);
    buffer_free(&head);
    buffer_free(&out);
    buffer_free(&stream.head);
}

static void test_head(void **state)
{
    (void)state;
    struct response response;
    begin(&response, true);
    buffer_text(&body, "hello");
    response_header(&response, "X-Good", "yes");
    response_header(&response, "X-Bad", "a\r\nX-Evil: 1");
    response_cookie(&response, "a", "b; Domain=evil", -1);
    response_cookie(&response, "lang", "nb", 60);
    response_head(&response, &out);
    assert_non_null(strstr(out.bytes, "Status: 200 OK\r\n"));
    assert_non_null(strstr(out.bytes, "Content-Length: 5\r\n"));
    assert_non_null(strstr(out.bytes, "X-Good: yes\r\n"));
    assert_non_null(strstr(
        out.bytes, "Set-Cookie: lang=nb; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure\r\n"));
    assert_non_null(strstr(out.bytes, "Strict-Transport-Security: "));
    assert_null(strstr(out.bytes, "Evil"));
    assert_null(strstr(out.bytes, "evil"));
    assert_string_equal(out.bytes + out.length - 4, "\r\n\r\n");
    end();
}

static void test_redirect(void **state)
{
    (void)state;
    static const struct {
        const char *to, *line;
    } cases[] = {{"/orders/17?a=b", "Location: /orders/17?a=b\r\n"},
                 {"https://evil.example/", "Location: /\r\n"},
                 {"//evil.example/", "Location: /\r\n"},
                 {"/a\r\nX-Evil: 1", "Location: /\r\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response;
        begin(&response, false);
        buffer_text(&body, "half a page");
        response_redirect(&response, cases[i].to);
        response_head(&response, &out);
        assert_non_null(strstr(out.bytes, "Status: 303 See Other\r\n"));
        assert_non_null(strstr(out.bytes, cases[i].line));
        assert_non_null(strstr(out.bytes, "Content-Length: 0\r\n"));
        end();
    }
}

static void test_token(void **state)
{
    (void)state;
    char token[TOKEN_TEXT], other[TOKEN_TEXT];
    unsigned char key[32] = {1}, another[32] = {2};
    token_make(token, key, "/orders/17/answer");
    token_make(other, key, "/orders/17/answer");
    assert_string_not_equal(token, other);
    assert_true(token_good(token, key, "/orders/17/answer"));
    assert_true(token_good(other, key, "/orders/17/answer"));
    assert_false(token_good(token, another, "/orders/17/answer"));
    assert_false(token_good(token, key, "/orders/18/answer"));
    assert_false(token_good(NULL, key, "/orders/17/answer"));
    assert_false(token_good("", key, "/orders/17/answer"));
    for (size_t i = 0; i < TOKEN_TEXT - 1; i += 5) {
        char changed[TOKEN_TEXT];
        memcpy(changed, token, sizeof changed);
        changed[i] = changed[i] == '0' ? '1' : '0';
        assert_false(token_good(changed, key, "/orders/17/answer"));
    }
}

static void test_same_site(void **state)
{
    (void)state;
    static const struct {
        const char *origin, *site, *host;
        bool same;
    } cases[] = {{NULL, NULL, "a.example", true},
                 {"https://a.example", "same-origin", "a.example", true},
                 {"http://a.example:8080", NULL, "a.example:8080", true},
                 {"http://a.example:8080", NULL, "a.example", false},
                 {"https://b.example", NULL, "a.example", false},
                 {"null", NULL, "a.example", false},
                 {NULL, "cross-site", "a.example", false},
                 {NULL, "same-site", "a.example", false},
                 {NULL, "none", "a.example", true},
                 {"https://a.example", NULL, NULL, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {
            .origin = cases[i].origin, .fetch_site = cases[i].site, .host = cases[i].host};
        assert_int_equal(submit_same_site(&request), cases[i].same);
    }
}

static int64_t verify_us(const char *hash, const char *password, bool expected)
{
    int64_t begun = time_monotonic_us();
    assert_int_equal(password_verify(hash, password), expected);
    return time_monotonic_us() - begun;
}

static void test_password(void **state)
{
    (void)state;
    char hash[PASSWORD_HASH], again[PASSWORD_HASH];
    assert_true(password_hash(hash, "correct horse"));
    assert_true(password_hash(again, "correct horse"));
    assert_string_not_equal(hash, again);
    assert_int_equal(strncmp(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
    assert_true(password_verify(again, "correct horse"));
    assert_false(password_verify("", ""));
    int64_t known = verify_us(hash, "wrong", false), unknown = verify_us(NULL, "wrong", false);
    assert_in_range(unknown * 100 / known, 25,
                    400); /* the same work, whatever else the machine does */
}

static void test_identity(void **state)
{
    (void)state;
    char path[] = "/tmp/praktikum-key-XXXXXX", number[41];
    unsigned char sealed[IDENTITY_SEALED], second[IDENTITY_SEALED], index[IDENTITY_INDEX],
        same[IDENTITY_INDEX];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(
        write(fd, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", 65), 65);
    assert_int_equal(fchmod(fd, 0644), 0);
    assert_false(identity_open_key(path)); /* everyone may read it */
    assert_int_equal(fchmod(fd, 0600), 0);
    assert_true(identity_open_key(path));
    size_t length = identity_seal(sealed, "01810012345");
    assert_int_equal(length, identity_seal(second, "01810012345"));
    assert_memory_not_equal(sealed, second, length);
    assert_true(identity_unseal(number, sealed, length));
    assert_string_equal(number, "01810012345");
    sealed[length - 1] ^= 1;
    assert_false(identity_unseal(number, sealed, length));
    assert_false(identity_unseal(number, second, length - 1));
    assert_int_equal(identity_seal(sealed, "12345678901234567890123456789012345678901"), 0);
    identity_index(index, "01810012345");
    identity_index(same, "01810012345");
    assert_memory_equal(index, same, sizeof index);
    identity_index(same, "01810012346");
    assert_memory_not_equal(index, same, sizeof index);
    assert_int_equal(ftruncate(fd, 10), 0);
    assert_false(identity_open_key(path));
    close(fd);
    unlink(path);
    assert_false(identity_open_key(path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stream),    cmocka_unit_test(test_head),
        cmocka_unit_test(test_redirect),  cmocka_unit_test(test_token),
        cmocka_unit_test(test_same_site), cmocka_unit_test(test_password),
        cmocka_unit_test(test_identity),
    };
    return cmocka_run_group_tests_name("server_response", tests, NULL, NULL);
}
