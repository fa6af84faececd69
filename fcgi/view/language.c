#include "language.h"

#include <string.h>

const char *const languages[LANGUAGE_COUNT] = {"nb", "nn", "sv", "en"};

bool language_known(const char *lang)
{
    return strcmp(languages[language_index(lang)], lang) == 0;
}

int language_index(const char *lang)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (strcmp(languages[i], lang) == 0)
            return i;
    return 0;
}
