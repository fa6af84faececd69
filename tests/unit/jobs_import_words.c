/* What people write in tables: headings, paths of units, terms. */
#include "../../fcgi/jobs/import.h"
#include "support_unit.h"

#include <string.h>

static struct arena *arena;

static int start(void **state)
{
    (void)state;
    arena = arena_new((size_t)1 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void headings_are_compared_by_letters_alone(void **state)
{
    (void)state;
    static const char *const same[][2] = {{"E-post", "epost"},
                                          {"  Hører til ", "hørertil"},
                                          {"HØRER TIL", "hørertil"},
                                          {"1.–3. trinn", "13trinn"},
                                          {"Förnamn*", "förnamn"},
                                          {"Tlf. (mobil)", "tlfmobil"},
                                          {"é", "e"},
                                          {"ŋ", "ŋ"},
                                          {"", ""},
                                          {"—", ""}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(import_fold(arena, same[i][0]), same[i][1]);
    assert_string_not_equal(import_fold(arena, "Å"), import_fold(arena, "A"));
    assert_string_not_equal(import_fold(arena, "Ø"), import_fold(arena, "O"));
}

static void paths_have_one_form(void **state)
{
    (void)state;
    assert_string_equal(import_path(arena, "Medisin"), "Medisin");
    assert_string_equal(import_path(arena, "Medisin>Post 1"), "Medisin › Post 1");
    assert_string_equal(import_path(arena, " Medisin ›  Post 1 › Rom 4 "),
                        "Medisin › Post 1 › Rom 4");
    assert_string_equal(import_path(arena, "> > "), "");
    assert_string_equal(import_path(arena, "a>"), "a");
}

static void terms_are_read_as_they_are_written(void **state)
{
    (void)state;
    static const char *const good[][2] = {{"2026-2", "2026-2"},   {"H26", "2026-2"},
                                          {"HT 2026", "2026-2"},  {"høst 2026", "2026-2"},
                                          {"haust 26", "2026-2"}, {"VT27", "2027-1"},
                                          {"vår 2027", "2027-1"}, {"Spring 2027", "2027-1"}};
    static const char *const bad[] = {"", "2026", "2026-3", "H", "H2", "høsten", "x26", "H20266"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_string_equal(import_term(arena, good[i][0]), good[i][1]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(import_term(arena, bad[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_compared_by_letters_alone),
        cmocka_unit_test(paths_have_one_form),
        cmocka_unit_test(terms_are_read_as_they_are_written),
    };
    return cmocka_run_group_tests_name("jobs_import_words", tests, start, stop);
}
