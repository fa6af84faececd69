/* Which templates of all modules must stay plain, and which add attributes to the element that
 * calls them. For fold.c. */
#ifndef VIEW_FOLD_SCAN_H
#define VIEW_FOLD_SCAN_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct fold_scan;

struct fold_scan *fold_scan_new(void);
void fold_scan_free(struct fold_scan *scan);
void fold_scan_module(struct fold_scan *scan, xmlDocPtr module);
/* After the last module. False with a sentence in `error`. */
bool fold_scan_end(struct fold_scan *scan, char *error, size_t error_size);

/* The template's result may be used as a string or kept in a variable. */
bool fold_scan_plain(const struct fold_scan *scan, const xmlNode *template);
/* Of these siblings, directly within an element, some may add attributes to it. */
bool fold_scan_adds(const struct fold_scan *scan, const xmlNode *first);
#endif
