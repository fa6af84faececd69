/* Folding: when a stylesheet module is loaded, each run of literal elements, text, value-ofs,
 * attribute value templates and choices among such is rewritten to one element pk:run, whose handler appends ready HTML to
 * the page. An element whose content holds other instructions becomes a run for its start tag,
 * those instructions, and a run for its end tag. All else stays with libxslt.
 *
 *   <tr><td><xsl:if test="@late">!</xsl:if><xsl:value-of select="@name"/></td><td><xsl:apply-templates/></td></tr>
 *   → <pk:run/><xsl:apply-templates/><pk:run/>
 *
 * Left alone: everything inside xsl:variable, param, with-param, attribute, message,
 * element, templates marked pk:plain="yes", and templates that such places call; elements to which
 * attributes are added in other ways than fold_attributes.h says are kept, their content is folded. The bytes must be the
 * same with and without; tests/render holds that. */
#ifndef VIEW_FOLD_H
#define VIEW_FOLD_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct fold;
struct labels;

/* Owns the runs of all modules; must outlive the stylesheets compiled from them, as the labels must. */
struct fold *fold_new(void);
void fold_free(struct fold *fold);

/* First every module is looked at, then fold_scanned once: which templates must stay plain, which
 * add attributes. False with a sentence in `error` when a template without name and mode would be
 * among them. */
void fold_scan(struct fold *fold, xmlDocPtr module);
bool fold_scanned(struct fold *fold, char *error, size_t error_size);

/* Rewrites a module (baked, for method="html"). */
bool fold_module(struct fold *fold, const struct labels *labels, xmlDocPtr module, const char *file,
                 char *error, size_t error_size);

/* Registers pk:run with libxslt: once a process. */
void fold_start(void);
/* Whose runs stylesheets compiled from now on refer to. */
void fold_use(struct fold *fold);
#endif
