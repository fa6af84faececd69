/* What was typed, as words for the search index. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/words.h"
#include "support_unit.h"

#include <stdio.h>
#include <string.h>

/* The words with | between, then # and the number, and + when several and not all short. */
static const char *words(const char *typed)
{
    static const char *const names[WORDS_MOST] = {"word1", "word2", "word3", "word4", "word5"};
    static char joined[2000];
    struct arena *arena = arena_new(1 << 20);
    struct parameters parameters = {.arena = arena};
    *joined = '\0';
    words_set(&parameters, typed);
    for (size_t i = 0; i < WORDS_MOST; i++) {
        const struct value *word = parameters_find(&parameters, names[i]);
        assert_non_null(word);
        if (word->type == VALUE_TEXT)
            snprintf(joined + strlen(joined), 1500 - strlen(joined), "%s%s", i ? "|" : "",
                     word->bytes);
    }
    const struct value *number = parameters_find(&parameters, "typed_number");
    if (number->type == VALUE_INTEGER)
        snprintf(joined + strlen(joined), 30, "#%d", (int)number->integer);
    if (parameters_find(&parameters, "typed_long")->type == VALUE_INTEGER)
        strcat(joined, "+");
    arena_free(arena);
    return joined;
}

static void words_are_letters_marks_and_digits(void **state)
{
    (void)state;
    assert_string_equal(words(NULL), "");
    assert_string_equal(words(" \t\n"), "");
    assert_string_equal(words("Kari"), "Kari");
    assert_string_equal(words("  nor   Kari "), "Kari|nor+");
    assert_string_equal(words("Anne-Lise O'Neill"), "Neill|Anne|Lise|O+");
    assert_string_equal(words("(Åse) Ødegård, ŋđ"), "Ødegård|Åse|ŋđ+");
    assert_string_equal(words("a\xcc\x8ase"), "åse"); /* composed first */
    assert_string_equal(words("x\xcc\x81y"), "x\xcc\x81y");
    assert_string_equal(words("日本 😀"), "日本");
    assert_string_equal(words("SYK101-2027V"), "SYK101|2027V+");
    assert_string_equal(words("--- !! %"), "");
    assert_string_equal(words("a b"), "a|b");
    assert_string_equal(words("one two three four five six"), "three|four|five|one|two+");
}

static void addresses_are_whole(void **state)
{
    (void)state;
    assert_string_equal(words("kari.nordmann@uni.example"), "kari.nordmann@uni.example");
    assert_string_equal(words("Kari kari_n%@x\\y"), "kari\\_n\\%@x\\\\y|Kari+");
    assert_string_equal(words("@"), "@");
}

static void numbers_are_also_numbers(void **state)
{
    (void)state;
    assert_string_equal(words("17"), "17#17");
    assert_string_equal(words(" #17 "), "17#17");
    assert_string_equal(words("0"), "0");
    assert_string_equal(words("##17"), "17");
    assert_string_equal(words("99999999999"), "99999999999");
    assert_string_equal(words("17 18"), "17|18");
}

static void words_are_as_long_as_the_indexs(void **state)
{
    char typed[401];
    (void)state;
    for (size_t i = 0; i < 200; i++)
        memcpy(typed + 2 * i, "ø", 2);
    typed[400] = '\0';
    assert_int_equal(strlen(words(typed)), 320);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_letters_marks_and_digits),
        cmocka_unit_test(addresses_are_whole),
        cmocka_unit_test(numbers_are_also_numbers),
        cmocka_unit_test(words_are_as_long_as_the_indexs),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
