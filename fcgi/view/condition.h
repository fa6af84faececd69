/* The test of an xsl:if or xsl:when within a folded run. Comparisons of attributes with texts and numbers, starts-with, and,
 * or, not are decided here, all else by libxml2. */
#ifndef VIEW_CONDITION_H
#define VIEW_CONDITION_H
#include "expression.h"

struct condition;

/* NULL with a sentence in `error` when it is not XPath. */
struct condition *condition_new(const char *xpath, char *error, size_t error_size);
void condition_free(struct condition *condition);
/* Sets render->failed when it cannot be decided. */
bool condition_holds(const struct condition *condition, const struct scope *scope);
#endif
