/* Anonymity codes: their form, that each is there once, that they sort as their numbers, and that nothing follows from the order
 * they were given in. */
#include "../../fcgi/base/exam_code.h"
#include "support_unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A source that can be repeated: splitmix64. */
static uint32_t repeated(void *context, uint32_t bound)
{
    uint64_t *state = context, mixed = *state += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return (uint32_t)(((mixed ^ (mixed >> 31)) >> 32) * bound >> 32);
}

static bool three_letters(const char *text)
{
    for (int i = 0; i < 3; i++)
        if (!text[i] || !strchr(EXAM_CODE_ALPHABET, text[i]))
            return false;
    return true;
}

static bool four_digits(const char *text)
{
    return strspn(text, "0123456789") == 4 && memcmp(text, "0000", 4) != 0;
}

/* What follows the prefix. */
static void check_form(const char *code, enum exam_code_format format, const char *prefix)
{
    size_t length = strlen(prefix);
    if (length > 0) {
        assert_memory_equal(code, prefix, length);
        assert_int_equal(code[length], '-');
        code += length + 1;
    }
    if (format == EXAM_CODE_NUMBERED) {
        assert_int_equal(strlen(code), 8);
        assert_true(four_digits(code));
        assert_int_equal(code[4], '-');
        assert_true(three_letters(code + 5));
    } else {
        assert_int_equal(strlen(code), 7);
        assert_true(three_letters(code));
        assert_int_equal(code[3], '-');
        assert_true(three_letters(code + 4));
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

enum { MANY = 5000 };
static char drawn[EXAM_CODE_NUMBERS][EXAM_CODE_SIZE];

static void draw(struct exam_codes *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_true(exam_codes_draw(codes, drawn[i]));
}

static void codes_have_their_form_and_are_there_once(void **state)
{
    (void)state;
    static const char *const prefixes[] = {"", "ABC123", "twelve-of-me", "Æ-å"};
    for (int round = 0; round < 8; round++) {
        enum exam_code_format format = round % 2 ? EXAM_CODE_NUMBERED : EXAM_CODE_LETTERS;
        const char *prefix = prefixes[round / 2];
        uint64_t seed = (uint64_t)round;
        struct exam_codes *codes = exam_codes_new(format, *prefix ? prefix : NULL, repeated, &seed);
        draw(codes, MANY);
        for (size_t i = 0; i < MANY; i++)
            check_form(drawn[i], format, prefix);
        qsort(drawn, MANY, sizeof *drawn, by_text);
        for (size_t i = 1; i < MANY; i++)
            assert_true(strcmp(drawn[i - 1], drawn[i]) < 0);
        exam_codes_free(codes);
    }
}

/* Sorted as text they are sorted by number, and no number is there twice: letters alone never tell two apart. */
static void numbered_codes_sort_by_their_number(void **state)
{
    (void)state;
    struct exam_codes *codes = exam_codes_new(EXAM_CODE_NUMBERED, "SYK", NULL, NULL);
    char more[EXAM_CODE_SIZE];
    draw(codes, EXAM_CODE_NUMBERS);
    assert_false(exam_codes_draw(codes, more)); /* all numbers are taken */
    qsort(drawn, EXAM_CODE_NUMBERS, sizeof *drawn, by_text);
    for (int i = 0; i < EXAM_CODE_NUMBERS; i++)
        assert_int_equal(atoi(drawn[i] + 4), i + 1);
    exam_codes_free(codes);
}

static void what_is_taken_is_not_drawn_again(void **state)
{
    (void)state;
    char code[EXAM_CODE_SIZE];
    struct exam_codes *codes = exam_codes_new(EXAM_CODE_NUMBERED, "NEW", NULL, NULL);
    for (int number = 1; number <= EXAM_CODE_NUMBERS; number++) {
        if (number == 4711)
            continue;
        snprintf(code, sizeof code, number % 2 ? "OLD-%04d-XYZ" : "%04d-XYZ", number);
        exam_codes_taken(codes, code);
        exam_codes_taken(codes, code); /* twice is once */
    }
    exam_codes_taken(codes, "ABC-DEF"); /* of another format: no number, so no matter */
    assert_true(exam_codes_draw(codes, code));
    assert_memory_equal(code, "NEW-4711-", 9);
    assert_false(exam_codes_draw(codes, code));
    exam_codes_free(codes);
}

/* The source gives the same letters twice: the second time they are drawn anew. */
static uint32_t stubborn(void *context, uint32_t bound)
{
    unsigned *calls = context;
    (void)bound;
    return (*calls)++ < 3 ? 7 : 8;
}

static void letters_that_come_again_are_drawn_anew(void **state)
{
    (void)state;
    unsigned calls = 0;
    char code[EXAM_CODE_SIZE];
    struct exam_codes *codes = exam_codes_new(EXAM_CODE_LETTERS, NULL, stubborn, &calls);
    assert_true(exam_codes_draw(codes, code));
    assert_string_equal(code, "AAA-AAH");
    exam_codes_taken(codes, "OLD-AAA-AAJ"); /* 8: what would have come */
    assert_int_equal(calls, 1);
    exam_codes_free(codes);

    calls = 0;
    codes = exam_codes_new(EXAM_CODE_LETTERS, NULL, stubborn, &calls);
    exam_codes_taken(codes, "OLD-AAA-AAH");
    assert_true(exam_codes_draw(codes, code));
    assert_string_equal(code, "AAA-AAJ");
    assert_int_equal(calls, 4);
    exam_codes_free(codes);
}

static double rank_correlation(size_t count)
{
    static char sorted[MANY][EXAM_CODE_SIZE];
    double squares = 0, many = (double)count;
    memcpy(sorted, drawn, count * sizeof *drawn);
    qsort(sorted, count, sizeof *sorted, by_text);
    for (size_t i = 0; i < count; i++) {
        const char(*at)[EXAM_CODE_SIZE] = bsearch(drawn[i], sorted, count, sizeof *sorted, by_text);
        double apart = (double)(at - sorted) - (double)i;
        squares += apart * apart;
    }
    return 1 - 6 * squares / (many * (many * many - 1));
}

/* The kernel's own source. Spearman's correlation of the order codes are given in and the order they sort in has the deviation
 * 1/√(n-1): six of them are passed by chance once in 500 million runs, and by an order that tells anything at once. */
static void order_given_tells_nothing_of_order_sorted(void **state)
{
    (void)state;
    for (int format = EXAM_CODE_LETTERS; format <= EXAM_CODE_NUMBERED; format++) {
        struct exam_codes *codes = exam_codes_new((enum exam_code_format)format, "X", NULL, NULL);
        draw(codes, MANY);
        assert_true(fabs(rank_correlation(MANY)) < 6 / sqrt(MANY - 1));
        exam_codes_free(codes);
    }
    for (int i = 0; i < MANY; i++) /* and the measure finds what it is to find */
        snprintf(drawn[i], sizeof drawn[i], "%04d-AAA", i + 1);
    assert_true(rank_correlation(MANY) > 0.999);
}

/* Chi-square over the letters of each place: 22 degrees, 90 is passed by chance once in 10 thousand million. */
static void letters_are_even(void **state)
{
    (void)state;
    static const char letters[] = EXAM_CODE_ALPHABET;
    struct exam_codes *codes = exam_codes_new(EXAM_CODE_LETTERS, NULL, NULL, NULL);
    draw(codes, MANY);
    for (size_t place = 0; place < 7; place++) {
        double chi = 0, expected = (double)MANY / (double)(sizeof letters - 1);
        if (place == 3)
            continue;
        for (size_t letter = 0; letter + 1 < sizeof letters; letter++) {
            double seen = 0;
            for (size_t i = 0; i < MANY; i++)
                seen += drawn[i][place] == letters[letter];
            chi += (seen - expected) * (seen - expected) / expected;
        }
        assert_true(chi < 90);
    }
    exam_codes_free(codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_have_their_form_and_are_there_once),
        cmocka_unit_test(numbered_codes_sort_by_their_number),
        cmocka_unit_test(what_is_taken_is_not_drawn_again),
        cmocka_unit_test(letters_that_come_again_are_drawn_anew),
        cmocka_unit_test(order_given_tells_nothing_of_order_sorted),
        cmocka_unit_test(letters_are_even),
    };
    return cmocka_run_group_tests_name("base_exam_code", tests, NULL, NULL);
}
