/* The name of a file that is sent to be kept: safe in a header, and whole to a browser that reads RFC 6266. */
#include "../../fcgi/server/attachment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_names(void **state)
{
    (void)state;
    struct arena *arena = arena_new((size_t)1 << 20);
    static const char *const names[][2] = {
        {"0001-ABC.pdf", "attachment; filename=\"0001-ABC.pdf\"; filename*=UTF-8''0001-ABC.pdf"},
        {"Bacheloroppgåve ferdig.docx", "attachment; filename=\"Bacheloroppg_ve ferdig.docx\"; "
                                        "filename*=UTF-8''Bacheloroppg%C3%A5ve%20ferdig.docx"},
        {"a\"b\\c;d%2e'.txt",
         "attachment; filename=\"a_b_c_d_2e_.txt\"; filename*=UTF-8''a%22b%5Cc%3Bd%252e%27.txt"},
        {"x\r\nSet-Cookie: a=b", "attachment; filename=\"x__Set-Cookie_ a_b\"; "
                                 "filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a%3Db"},
        {"\xF0\x9F\x93\x84", "attachment; filename=\"_\"; filename*=UTF-8''%F0%9F%93%84"},
        {"", "attachment; filename=\"\"; filename*=UTF-8''"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(attachment_disposition(arena, names[i][0]), names[i][1]);
    arena_free(arena);
}

/* Whatever the name, nothing of it ends the header or its quotes. */
static void test_every_byte(void **state)
{
    (void)state;
    struct arena *arena = arena_new((size_t)1 << 20);
    for (int byte = 1; byte < 256; byte++) {
        const char name[] = {'a', (char)byte, 'b', '\0'};
        const char *text = attachment_disposition(arena, name);
        size_t quotes = 0;
        for (const char *at = text; *at; at++) {
            assert_true(*at >= 0x20 && *at < 0x7F);
            quotes += *at == '"';
        }
        assert_int_equal(quotes, 2);
        assert_null(strchr(text, '\\'));
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_every_byte)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
