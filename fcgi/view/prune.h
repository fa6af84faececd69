/* Keeping compiled stylesheets small: every page imports the whole library and uses some of it. */
#ifndef VIEW_PRUNE_H
#define VIEW_PRUNE_H
#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>
#include <stdbool.h>
#include <stddef.h>

struct prune;

/* What a page made of these modules can reach: templates without mode, the modes applied and the names called, from the
 * global variables and from templates reached. */
struct prune *prune_new(const xmlDocPtr *modules, size_t count);
void prune_free(struct prune *prune);
/* Takes templates out of reach out of a module's copy. */
void prune_module(const struct prune *prune, xmlDocPtr module);

/* After compiling: libxslt gives every module a table for 1,024 templates, 48 KB; this one is no larger than needed. */
void prune_tables(xsltStylesheetPtr style);
#endif
