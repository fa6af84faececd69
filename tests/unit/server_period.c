/* period: months and terms in whole weeks, what is refused, what the page's document says of them. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/server/period.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct buffer out;

/* "previous next first last from to" of a period; "refused" when it is. */
static const char *set(bool term, const char *text, const char *today)
{
    static const char *const names[] = {"period", "previous", "next", "first",
                                        "last",   "from",     "to"};
    struct parameters parameters = {.arena = arena};
    buffer_clear(&out);
    if (!period_set(&parameters, term, text, today))
        return "refused";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct value *value = parameters_find(&parameters, names[i]);
        buffer_printf(&out, "%s%s", i ? " " : "", value->type == VALUE_TEXT ? value->bytes : "-");
    }
    assert_int_equal(parameters_find(&parameters, "term")->type, VALUE_NULL);
    return out.bytes;
}

static void months_are_shown_in_whole_weeks(void **state)
{
    (void)state;
    assert_string_equal(set(false, "2027-03", "2026-11-22"),
                        "2027-03 2027-02 2027-04 2027-03-01 2027-03-31 2027-03-01 2027-04-04");
    assert_string_equal(set(false, "2026-12", "2026-11-22"),
                        "2026-12 2026-11 2027-01 2026-12-01 2026-12-31 2026-11-30 2027-01-03");
    assert_string_equal(set(false, "2028-02", "2026-11-22"),
                        "2028-02 2028-01 2028-03 2028-02-01 2028-02-29 2028-01-31 2028-03-05");
    /* four weeks exactly */
    assert_string_equal(set(false, "2021-02", "2026-11-22"),
                        "2021-02 2021-01 2021-03 2021-02-01 2021-02-28 2021-02-01 2021-02-28");
    assert_string_equal(set(false, NULL, "2026-11-22"), set(false, "2026-11", "2000-01-01"));
}

static void terms_are_halves_of_a_year(void **state)
{
    (void)state;
    assert_string_equal(set(true, "2027-1", "2026-11-22"),
                        "2027-1 2026-2 2027-2 2027-01-01 2027-07-31 2026-12-28 2027-08-01");
    assert_string_equal(set(true, "2026-2", "2026-11-22"),
                        "2026-2 2026-1 2027-1 2026-08-01 2026-12-31 2026-07-27 2027-01-03");
    assert_string_equal(set(true, NULL, "2026-07-31"), set(true, "2026-1", "2000-01-01"));
    assert_string_equal(set(true, NULL, "2026-08-01"), set(true, "2026-2", "2000-01-01"));
}

static void the_years_end_somewhere(void **state)
{
    (void)state;
    assert_string_equal(set(false, "2000-01", "2026-11-22"),
                        "2000-01 - 2000-02 2000-01-01 2000-01-31 1999-12-27 2000-02-06");
    assert_string_equal(set(false, "2099-12", "2026-11-22"),
                        "2099-12 2099-11 - 2099-12-01 2099-12-31 2099-11-30 2100-01-03");
    assert_string_equal(set(true, "2099-2", "2026-11-22"),
                        "2099-2 2099-1 - 2099-08-01 2099-12-31 2099-07-27 2100-01-03");
}

static void what_is_no_period_is_refused(void **state)
{
    static const char *const months[] = {"2027-00", "2027-13", "2027-3",  "2027-1", "1999-12",
                                         "2100-01", "2027/03", "27-03",   "",       "2027-03-01",
                                         "2027-+3", "2027- 3", "+027-03", "2027-3x"};
    static const char *const terms[] = {"2027-0", "2027-3", "2027-01", "2027", "1999-2", "2100-1"};
    (void)state;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        assert_string_equal(set(false, months[i], "2026-11-22"), "refused");
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        assert_string_equal(set(true, terms[i], "2026-11-22"), "refused");
}

static const char *node(bool term, const char *text, const char *today)
{
    struct parameters parameters = {.arena = arena};
    assert_true(period_set(&parameters, term, text, today));
    struct document *document = document_new(arena, "nb");
    period_node(&parameters, term, today, document);
    buffer_clear(&out);
    document_write(document, &out);
    document_end(document);
    return out.bytes;
}

static size_t count(const char *text, const char *what)
{
    size_t found = 0;
    for (; (text = strstr(text, what)); text++)
        found++;
    return found;
}

static void the_document_has_the_weeks(void **state)
{
    (void)state;
    const char *xml = node(false, "2027-01", "2027-01-06");
    assert_int_equal(count(xml, "<week "), 5);
    assert_int_equal(count(xml, "<day "), 35);
    assert_int_equal(count(xml, "outside=\"1\""), 4);
    assert_int_equal(count(xml, "today=\"1\""), 1);
    assert_non_null(strstr(xml, "<week number=\"53\" monday=\"2026-12-28\" sunday=\"2027-01-03\" "
                                "month=\"12\" month-name=\"2026-12\""));
    assert_non_null(strstr(xml, "<week number=\"1\" monday=\"2027-01-04\" sunday=\"2027-01-10\" "
                                "month=\"1\" month-name=\"2027-01\" current=\"1\""));
    assert_non_null(strstr(
        xml, "<day date=\"2027-01-06\" number=\"6\" month=\"1\" weekday=\"3\" today=\"1\"/>"));
    assert_non_null(strstr(xml, "year=\"2027\" month=\"1\" term=\"2027-1\""));
    xml = node(true, "2027-1", "2026-11-22");
    assert_int_equal(count(xml, "<week "), 31);
    assert_int_equal(count(xml, "<day "), 0);
    assert_int_equal(count(xml, "current=\"1\""), 0);
    assert_non_null(strstr(xml, "month=\"2027-01\""));
    assert_non_null(strstr(node(true, "2026-2", "2026-11-22"), "current=\"1\" month=\"2026-11\""));
}

static int set_up(void **state)
{
    (void)state;
    time_start();
    view_start();
    arena = arena_new(16 << 20);
    buffer_init(&out, 1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&out);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_shown_in_whole_weeks),
        cmocka_unit_test(terms_are_halves_of_a_year),
        cmocka_unit_test(the_years_end_somewhere),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(the_document_has_the_weeks),
    };
    return cmocka_run_group_tests_name("server_period", tests, set_up, tear_down);
}
