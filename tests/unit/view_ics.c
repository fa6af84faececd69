/* ics: escaping of text, folding of lines. */
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/view/ics.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>

static struct buffer out;

static const char *escaped(const char *text)
{
    buffer_clear(&out);
    buffer_text(&out, "");
    ics_text(&out, text);
    return out.bytes;
}

static const char *folded(const char *lines)
{
    buffer_clear(&out);
    buffer_text(&out, "");
    ics_fold(&out, lines);
    return out.bytes;
}

static void text_is_escaped(void **state)
{
    (void)state;
    assert_string_equal(escaped("Våren 2027"), "Våren 2027");
    assert_string_equal(escaped("a\\b;c,d:e"), "a\\\\b\\;c\\,d:e");
    assert_string_equal(escaped("one\ntwo\r\nthree\rfour"), "one\\ntwo\\nthree\\nfour");
    assert_string_equal(escaped("tab\tand \x01\x1F gone"), "tab\tand  gone");
    assert_string_equal(escaped(""), "");
    /* What is typed can begin no property of its own. */
    assert_string_equal(escaped("x\r\nEND:VEVENT\nBEGIN:VALARM"), "x\\nEND:VEVENT\\nBEGIN:VALARM");
}

static void short_lines_end_with_crlf(void **state)
{
    (void)state;
    assert_string_equal(folded("A:1\nB:2\n"), "A:1\r\nB:2\r\n");
    assert_string_equal(folded("A:1\n\n\nB:2"), "A:1\r\nB:2\r\n");
    assert_string_equal(folded(""), "");
}

static void the_limit_is_75_octets(void **state)
{
    char line[200], wanted[220];
    (void)state;
    memset(line, 'x', sizeof line);
    line[75] = 0;
    snprintf(wanted, sizeof wanted, "%s\r\n", line);
    assert_string_equal(folded(line), wanted);
    memset(line, 'x', 76);
    line[76] = 0;
    snprintf(wanted, sizeof wanted, "%.75s\r\n x\r\n", line);
    assert_string_equal(folded(line), wanted);
    /* The space that begins what goes on is counted: 75, then 74. */
    memset(line, 'x', 150);
    line[150] = 0;
    snprintf(wanted, sizeof wanted, "%.75s\r\n %.74s\r\n x\r\n", line, line);
    assert_string_equal(folded(line), wanted);
}

/* Whatever is folded: no line is longer than 75 octets, none begins within a character, and put together again it is
 * what it was. */
static void no_character_is_cut(void **state)
{
    static const char *const letters[] = {"a", "ø", "ŋ", "–", "𝄞"};
    char line[600], back[600];
    (void)state;
    for (unsigned seed = 1; seed < 400; seed++) {
        unsigned random = seed;
        size_t length = 0, wanted = seed;
        while (length < wanted) {
            random = random * 1103515245u + 12345u;
            const char *letter = letters[random / 65536u % 5];
            length += (size_t)snprintf(line + length, sizeof line - length, "%s", letter);
        }
        const char *at = folded(line);
        size_t joined = 0;
        for (int first = 1; *at; first = 0) {
            const char *end = strstr(at, "\r\n");
            assert_non_null(end);
            assert_true(end - at <= ICS_LINE);
            assert_true(first || *at == ' ');
            at += !first;
            assert_true(((unsigned char)*at & 0xC0) != 0x80);
            memcpy(back + joined, at, (size_t)(end - at));
            joined += (size_t)(end - at);
            at = end + 2;
        }
        assert_int_equal(joined, length);
        assert_memory_equal(back, line, length);
    }
}

static void what_is_not_utf8_is_folded_all_the_same(void **state)
{
    char line[301];
    (void)state;
    memset(line, '\x80', 300);
    line[300] = 0;
    folded(line);
    assert_int_equal(out.length, 300 + 5 * 2 + 4);
}

static int set_up(void **state)
{
    (void)state;
    buffer_init(&out, 1 << 16);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&out);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped),
        cmocka_unit_test(short_lines_end_with_crlf),
        cmocka_unit_test(the_limit_is_75_octets),
        cmocka_unit_test(no_character_is_cut),
        cmocka_unit_test(what_is_not_utf8_is_folded_all_the_same),
    };
    return cmocka_run_group_tests_name("view_ics", tests, set_up, tear_down);
}
