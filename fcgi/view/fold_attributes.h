/* Instructions at the beginning of a literal element that only add attributes: folding writes them into the start tag. */
#ifndef VIEW_FOLD_ATTRIBUTES_H
#define VIEW_FOLD_ATTRIBUTES_H
#include <libxml/tree.h>

/* The first child after such instructions: xsl:attribute made of text and values, alone or under xsl:if and xsl:choose. The
 * first child at all when there are none, or when a name might come twice (libxslt would then replace a value). */
const xmlNode *fold_attributes_end(const xmlNode *element);
#endif
