/* The XPaths that nearly all values and tests are made of, read without libxml2: @name, ../@name, viewer/@plan,
 * /page/@path, form/error. */
#ifndef VIEW_PATH_H
#define VIEW_PATH_H
#include <libxml/tree.h>
#include <stdbool.h>

enum { PATH_STEPS = 4 };
struct path {
    bool absolute;
    int parents;                      /* how many ../ first */
    const xmlChar *steps[PATH_STEPS]; /* then children, in the shared dictionary */
    int step_count;
    const xmlChar *attribute; /* at the end; NULL: the elements themselves */
};

/* Reads a path at *text and moves past it. False when there is none, or one of another kind. */
bool path_read(struct path *path, const char **text);

/* Whether `accept` says yes of any attribute's value (in document order), or of any element (value NULL). `document` is the
 * page, whose names come from the shared dictionary; other trees may have names of their own. */
typedef bool path_accept(void *context, const char *value);
bool path_any(const struct path *path, const xmlNode *node, xmlDocPtr document, path_accept *accept,
              void *context);
#endif
