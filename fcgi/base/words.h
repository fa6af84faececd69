/* What was typed into a search field, as the words of the search index (sql/migrate/0009_search.sql). */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H
#include "row.h"

enum { WORDS_MOST = 5 };

/* Sets :word1 … :word5, those that are not there to NULL, and :typed_number. A word is a run of
 * letters, marks and digits, as in the index; what holds an @ is a word up to the next space. The
 * longest comes first, because few things have it; words after the fifth are left out. % _ and \
 * mean themselves in a LIKE. :typed_number is what was typed when it is a whole number, maybe
 * after a #, else NULL; :typed_long is 1 when there are several words and the longest has some three
 * letters or more, so that few things have all of them. `typed`: UTF-8, or NULL. */
void words_set(struct parameters *parameters, const char *typed);
#endif
