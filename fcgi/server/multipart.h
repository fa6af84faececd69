/* multipart/form-data, as browsers send forms with a file (RFC 7578). Strict: what no browser sends is refused. */
#ifndef SERVER_MULTIPART_H
#define SERVER_MULTIPART_H
#include "../base/arena.h"
#include "../base/fields.h"

#include <stdbool.h>
#include <stddef.h>

enum { MULTIPART_PARTS = 200, MULTIPART_FILES = 1 };

/* The boundary of a Content-Type, unquoted, on the arena; NULL when it is not multipart/form-data with a good one. */
const char *multipart_boundary(struct arena *arena, const char *type);

/* Takes the body apart into fields and files, which point into it: it is written over, so that values end with a NUL, and
 * lives as long as they do. Text values are held to `limits` and to UTF-8 without NUL; the name of a file loses its folders
 * and what is no letter. False, with *culprit as in fields.h ("" when it is no field), when anything is not as it should be. */
bool multipart_parse(struct arena *arena, struct fields *fields, char *body, size_t length,
                     const char *boundary, const struct fields_limits *limits,
                     const char **culprit);
#endif
