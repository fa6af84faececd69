/* Codes to verify documents by: their form, and that every letter comes as often as another. */
#include "../../fcgi/base/random.h"
#include "../../fcgi/base/verify_code.h"
#include "support_unit.h"

#include <string.h>

enum { DRAWN = 2000 };

static void each_is_twenty_letters_of_the_alphabet(void **state)
{
    char code[VERIFY_CODE_SIZE], other[VERIFY_CODE_SIZE];
    (void)state;
    verify_code_draw(other);
    for (int i = 0; i < DRAWN; i++) {
        verify_code_draw(code);
        assert_int_equal(strlen(code), 20);
        assert_int_equal(strspn(code, VERIFY_CODE_ALPHABET), 20);
        assert_string_not_equal(code, other);
        memcpy(other, code, sizeof other);
    }
}

/* 40,000 letters: 1,250 of each, standard deviation 35; six of them are 209. */
static void letters_come_evenly(void **state)
{
    char code[VERIFY_CODE_SIZE];
    int seen[256] = {0};
    (void)state;
    for (int i = 0; i < DRAWN; i++) {
        verify_code_draw(code);
        for (const char *at = code; *at; at++)
            seen[(unsigned char)*at]++;
    }
    for (const char *at = VERIFY_CODE_ALPHABET; *at; at++)
        assert_in_range(seen[(unsigned char)*at], 1250 - 209, 1250 + 209);
}

/* What is typed is read with I and L as 1, O as 0: none of them may stand in a code. */
static void none_is_easily_mistaken(void **state)
{
    (void)state;
    assert_null(strpbrk(VERIFY_CODE_ALPHABET, "ILOU"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_twenty_letters_of_the_alphabet),
        cmocka_unit_test(letters_come_evenly),
        cmocka_unit_test(none_is_easily_mistaken),
    };
    random_start();
    return cmocka_run_group_tests_name("base_verify_code", tests, NULL, NULL);
}
