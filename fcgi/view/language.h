/* The languages of all pages. */
#ifndef VIEW_LANGUAGE_H
#define VIEW_LANGUAGE_H
#include <stdbool.h>

#define LANGUAGE_COUNT 4
extern const char *const languages[LANGUAGE_COUNT]; /* nb nn sv en */
bool language_known(const char *lang);
int language_index(const char *lang); /* 0 (nb) when unknown */
#endif
