#include "verify_code.h"

#include "random.h"

enum { LETTERS = sizeof VERIFY_CODE_ALPHABET - 1 };
_Static_assert(LETTERS == 32, "five bits a letter");

void verify_code_draw(char code[VERIFY_CODE_SIZE])
{
    for (int i = 0; i < VERIFY_CODE_LETTERS; i++)
        code[i] = VERIFY_CODE_ALPHABET[random_below(LETTERS)];
    code[VERIFY_CODE_LETTERS] = '\0';
}
