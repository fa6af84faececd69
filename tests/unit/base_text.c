/* text, fields, row. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/fields.h"
#include "../../fcgi/base/row.h"
#include "../../fcgi/base/text.h"
#include "support_unit.h"

#include <string.h>

static struct arena *arena;

static bool utf8(const char *text)
{
    return text_utf8(text, strlen(text));
}

static void utf8_is_told_from_what_is_not(void **state)
{
    (void)state;
    assert_true(utf8("") && utf8("Bergen") && utf8("Åse Ødegård 日本 😀"));
    assert_true(utf8("\xed\x9f\xbf") && utf8("\xee\x80\x80") && utf8("\xf4\x8f\xbf\xbf"));
    assert_true(text_utf8("a\0b", 3));
    static const char *const bad[] = {"\x80",
                                      "\xc0\x80",
                                      "\xc1\xbf",
                                      "\xc3",
                                      "\xc3(",
                                      "\xe0\x9f\xbf",
                                      "\xed\xa0\x80",
                                      "\xe2\x82",
                                      "\xf0\x8f\xbf\xbf",
                                      "\xf4\x90\x80\x80",
                                      "\xf5\x80\x80\x80",
                                      "\xff",
                                      "bl\xe5",
                                      "\xf0\x9f\x98"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(utf8(bad[i]));
    assert_int_equal(text_letters("Åse 😀"), 5);
}

static void integers_are_whole_and_bounded(void **state)
{
    (void)state;
    int64_t value = 7;
    assert_true(text_integer("0", 0, 10, &value) && value == 0);
    assert_true(text_integer("-5", -5, 5, &value) && value == -5);
    assert_true(text_integer("9223372036854775807", 0, INT64_MAX, &value) && value == INT64_MAX);
    assert_true(text_integer("-9223372036854775808", INT64_MIN, 0, &value) && value == INT64_MIN);
    static const char *const bad[] = {"",
                                      "-",
                                      "+1",
                                      " 1",
                                      "1 ",
                                      "01",
                                      "-0",
                                      "1.0",
                                      "1e3",
                                      "0x1",
                                      "--1",
                                      "١",
                                      "11",
                                      "-1",
                                      "9223372036854775808",
                                      "99999999999999999999"};
    value = 42;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(text_integer(bad[i], 0, 10, &value));
    assert_false(text_integer(NULL, 0, 10, &value));
    assert_false(text_integer("9223372036854775808", INT64_MIN, INT64_MAX, &value));
    assert_int_equal(value, 42);
}

static void cleaning_trims_and_composes(void **state)
{
    (void)state;
    assert_null(text_clean(arena, NULL));
    assert_string_equal(text_clean(arena, ""), "");
    assert_string_equal(text_clean(arena, " \t\r\n "), "");
    assert_string_equal(text_clean(arena, "  Ola\r\nNordmann \n"), "Ola\nNordmann");
    assert_string_equal(text_clean(arena, "a\rb\r\r\nc"), "a\nb\n\nc");
    assert_string_equal(text_clean(arena, "A\xcc\x8ase"), "Åse");
    assert_string_equal(text_clean(arena, "\xc2\xa0\xe2\x80\x83Å\xe3\x80\x80"), "Å");
    assert_string_equal(text_clean(arena, "\xe2\x80\x8b\xef\xbb\xbf"), "");
    assert_string_equal(text_clean(arena, "😀 ok\xc2\xa0"), "😀 ok");
    assert_string_equal(text_clean(arena, "\xef\xac\x81"), "\xef\xac\x81"); /* NFC, not NFKC */
    /* U+0390 becomes three times as long when decomposed, and comes back. */
    assert_string_equal(text_clean(arena, "\xce\xb9\xcc\x88\xcc\x81"), "\xce\x90");
    /* U+FB2C is excluded from composition: the clean text is longer than what came. */
    assert_string_equal(text_clean(arena, "\xef\xac\xac"), "\xd7\xa9\xd6\xbc\xd7\x81");
}

static void addresses_are_checked(void **state)
{
    (void)state;
    assert_true(text_email("ola@example.no") && text_email("o.l+a_1'x@a-b.example.no"));
    static const char *const bad[] = {
        "",         "ola",       "@example.no", "ola@",    "ola@localhost", "a@@b.no",
        "a@b@c.no", "a b@c.no",  "a@b..no",     "a@.no",   "a@b.",          ".a@b.no",
        "a.@b.no",  "a..b@c.no", "a@-b.no",     "a@b-.no", "a@b.no\n",      "a@b.no>",
        "å@b.no",   "a@bå.no",   "a@127.0.0.1", "a@b.7",   "\"a\"@b.no",    "a,b@c.no"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(text_email(bad[i]));
    assert_false(text_email(NULL));
    char long_one[300];
    memset(long_one, 'a', sizeof long_one);
    memcpy(long_one + 64, "@b.no", 6);
    assert_true(text_email(long_one));
    memset(long_one, 'a', sizeof long_one);
    memcpy(long_one + 65, "@b.no", 6);
    assert_false(text_email(long_one));
}

static void hexadecimal_goes_both_ways(void **state)
{
    (void)state;
    unsigned char bytes[4];
    char hex[9];
    assert_true(text_unhex(bytes, "00fF7a10", 4));
    text_hex(hex, bytes, 4);
    assert_string_equal(hex, "00ff7a10");
    assert_false(text_unhex(bytes, "00ff7a1", 4));
    assert_false(text_unhex(bytes, "00ff7a1g", 4));
    assert_false(text_unhex(bytes, "00ff7a1000", 4));
    assert_false(text_unhex(bytes, NULL, 4));
    assert_string_equal(text_lower(arena, "OLA@Example.NO-Å"), "ola@example.no-Å");
    assert_true(text_equal(NULL, NULL) && text_equal("a", "a"));
    assert_false(text_equal("a", NULL) || text_equal(NULL, "a") || text_equal("a", "b"));
}

static enum fields_result parse(struct fields *fields, const char *text, const char **culprit)
{
    static const struct fields_limits limits = {4, 8, 16};
    *fields = (struct fields){0};
    return fields_parse_urlencoded(arena, fields, text, strlen(text), &limits, culprit);
}

static void queries_are_split_and_decoded(void **state)
{
    (void)state;
    struct fields fields;
    const char *culprit;
    assert_int_equal(parse(&fields, "q=R%26D+%c3%85&site=5&site=6&x", &culprit), FIELDS_OK);
    assert_int_equal(fields.count, 4);
    assert_string_equal(fields_find(&fields, "q"), "R&D Å");
    assert_string_equal(fields_find(&fields, "site"), "5");
    assert_int_equal(fields_count(&fields, "site"), 2);
    assert_string_equal(fields_find(&fields, "x"), "");
    assert_null(fields_find(&fields, "y"));
    assert_int_equal(parse(&fields, "&&a=b=c&&", &culprit), FIELDS_OK);
    assert_int_equal(fields.count, 1);
    assert_string_equal(fields_find(&fields, "a"), "b=c");
    assert_int_equal(parse(&fields, "", &culprit), FIELDS_OK);
    assert_int_equal(fields.count, 0);
}

static void broken_queries_name_their_field(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum fields_result result;
        const char *culprit;
    } cases[] = {
        {"a=1&b=2&c=3&d=4&e=5", FIELDS_TOO_MANY, "e"},
        {"q=12345678901234567", FIELDS_TOO_LONG, "q"},
        {"q=1234567890123456", FIELDS_OK, ""},
        {"longername=1", FIELDS_TOO_LONG, ""},
        {"q=%", FIELDS_BAD_ESCAPE, "q"},
        {"q=%4", FIELDS_BAD_ESCAPE, "q"},
        {"q=%4g", FIELDS_BAD_ESCAPE, "q"},
        {"%zz=1", FIELDS_BAD_ESCAPE, ""},
        {"q=%ff", FIELDS_BAD_UTF8, "q"},
        {"q=%00", FIELDS_BAD_UTF8, "q"},
        {"q=bl\xe5", FIELDS_BAD_UTF8, "q"},
        {"<b>=%ff", FIELDS_BAD_UTF8, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fields fields;
        const char *culprit;
        assert_int_equal(parse(&fields, cases[i].text, &culprit), cases[i].result);
        assert_string_equal(culprit, cases[i].culprit);
    }
}

static void cookies_leave_out_what_is_malformed(void **state)
{
    (void)state;
    struct fields fields = {0};
    fields_parse_cookies(arena, &fields,
                         "session=abc=; lang=nb ;; x; =y; b\xc3\xa5=1; v=a b; w=\"q\"; z=");
    assert_int_equal(fields.count, 3);
    assert_string_equal(fields_find(&fields, "session"), "abc=");
    assert_string_equal(fields_find(&fields, "lang"), "nb");
    assert_string_equal(fields_find(&fields, "z"), "");
    fields_parse_cookies(arena, &fields, NULL);
    assert_int_equal(fields.count, 3);
}

static void encoding_decodes_to_the_same(void **state)
{
    (void)state;
    char all[256];
    for (int i = 0; i < 127; i++)
        all[i] = (char)(i + 1);
    strcpy(all + 127, "Åse 😀");
    struct buffer buffer;
    buffer_init(&buffer, 4096);
    buffer_text(&buffer, "q=");
    fields_encode(&buffer, all);
    static const struct fields_limits limits = {1, 10, 1000};
    struct fields fields = {0};
    const char *culprit;
    assert_null(strpbrk(buffer.bytes + 2, "&=+ \"<>'#?/"));
    assert_int_equal(
        fields_parse_urlencoded(arena, &fields, buffer.bytes, buffer.length, &limits, &culprit),
        FIELDS_OK);
    assert_string_equal(fields_find(&fields, "q"), all);
    buffer_free(&buffer);
}

static void rows_are_read_and_copied(void **state)
{
    (void)state;
    struct column columns[] = {{"id", COLUMN_INTEGER},
                               {"name", COLUMN_TEXT},
                               {"closed", COLUMN_DATE},
                               {"zero", COLUMN_INTEGER}};
    char name[] = "Bergen";
    struct cell cells[] = {{"-17", 3}, {name, 6}, {NULL, 0}, {"0", 1}};
    struct row row = {columns, cells, 4};
    const struct row *copy = row_copy(arena, &row);
    strcpy(name, "Voss");
    assert_int_equal(row_integer(copy, "id"), -17);
    assert_string_equal(row_text(copy, "name"), "Bergen");
    assert_string_equal(row_text(&row, "name"), "Voss");
    assert_null(row_text(copy, "closed"));
    assert_null(row_text(copy, "missing"));
    assert_int_equal(row_integer(copy, "closed"), 0);
    assert_true(row_flag(copy, "id"));
    assert_false(row_flag(copy, "zero") || row_flag(copy, "closed") || row_flag(copy, "missing"));
    assert_int_equal(copy->columns[2].type, COLUMN_DATE);
}

static void parameters_replace_and_copy(void **state)
{
    (void)state;
    struct parameters parameters = {.arena = arena};
    char text[] = "first", name[] = "p0";
    parameters_text(&parameters, "q", text);
    strcpy(text, "later");
    assert_string_equal(parameters_find(&parameters, "q")->bytes, "first");
    parameters_text(&parameters, "q", NULL);
    assert_int_equal(parameters_find(&parameters, "q")->type, VALUE_NULL);
    parameters_integer(&parameters, "q", 5);
    assert_int_equal(parameters.count, 1);
    assert_int_equal(parameters_find(&parameters, "q")->integer, 5);
    parameters_bytes(&parameters, "b", "a\0b", 3);
    assert_memory_equal(parameters_find(&parameters, "b")->bytes, "a\0b", 3);
    for (int i = 0; i < 100; i++) {
        name[1] = (char)('0' + i % 10);
        name[0] = (char)('a' + i / 10);
        parameters_integer(&parameters, name, i);
    }
    assert_int_equal(parameters_find(&parameters, "d7")->integer, 37);
    assert_null(parameters_find(&parameters, "zz"));
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(8 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_told_from_what_is_not),
        cmocka_unit_test(integers_are_whole_and_bounded),
        cmocka_unit_test(cleaning_trims_and_composes),
        cmocka_unit_test(addresses_are_checked),
        cmocka_unit_test(hexadecimal_goes_both_ways),
        cmocka_unit_test(queries_are_split_and_decoded),
        cmocka_unit_test(broken_queries_name_their_field),
        cmocka_unit_test(cookies_leave_out_what_is_malformed),
        cmocka_unit_test(encoding_decodes_to_the_same),
        cmocka_unit_test(rows_are_read_and_copied),
        cmocka_unit_test(parameters_replace_and_copy),
    };
    return cmocka_run_group_tests_name("base_text", tests, set_up, tear_down);
}
