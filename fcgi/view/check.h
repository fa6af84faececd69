/* What a stylesheet module may not do, folded or not: each rule keeps pages safe or both ways of
 * rendering equal. */
#ifndef VIEW_CHECK_H
#define VIEW_CHECK_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* Looks through a parsed module. False with a sentence naming file and line. */
bool check_module(xmlDocPtr module, const char *file, char *error, size_t error_size);
#endif
