/* Labels: xslt/i18n/<area>.xml, every text anyone reads, in all four languages. Put into
 * stylesheets when they are loaded
 * ("baked"); see stylesheet.h for how they are written. */
#ifndef VIEW_LABEL_H
#define VIEW_LABEL_H
#include "expression.h"

#include <libxml/tree.h>

struct labels;
struct label;

/* Reads every file of `folder`. NULL with a sentence in `error`: a label without one of the four
 * languages, a key defined twice, a value that is not XPath. */
struct labels *labels_load(const char *folder, char *error, size_t error_size);
void labels_free(struct labels *labels);
const struct label *labels_find(const struct labels *labels, const char *key);
bool labels_prefix(const struct labels *labels, const char *prefix); /* any key begins so */
bool label_counted(const struct label *label);                       /* has a form for one */
/* The text as it stands in the file, values as {xpath}. */
const char *label_source(const struct label *label, int language);
/* Appends the text of the label `key`, its values read in `scope`; false when there is none. */
label_function labels_append;

/* The text taken apart at its values. */
struct label_part {
    char *text; /* or */
    struct expression *value;
};
const struct label_part *label_parts(const struct label *label, int language, size_t *count);

/* Replaces the references to labels in a parsed stylesheet module. False with a sentence naming
 * `file` and the key. */
bool labels_bake(const struct labels *labels, xmlDocPtr module, const char *file, char *error,
                 size_t error_size);
#endif
