/* Name–value pairs as they came in: query, form, cookies. Order kept, repeats kept. */
#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct field_value {
    const char *name, *value; /* valid UTF-8, NUL-terminated, no NUL within */
};
/* A file of a form. */
struct field_file {
    const char *name;      /* the field's */
    const char *file_name; /* as the browser says, without folders; "" when it is none to show */
    const char *bytes;     /* anything at all */
    size_t length;
};
struct fields {
    struct field_value *items;
    size_t count, capacity;
    struct field_file *files; /* of multipart forms only */
    size_t file_count;
};

void fields_add(struct arena *arena, struct fields *fields, const char *name, const char *value);
/* First value with that name, or NULL. */
const char *fields_find(const struct fields *fields, const char *name);
size_t fields_count(const struct fields *fields, const char *name);

enum fields_result {
    FIELDS_OK,
    FIELDS_TOO_MANY,
    FIELDS_TOO_LONG,
    FIELDS_BAD_ESCAPE,
    FIELDS_BAD_UTF8
};
struct fields_limits {
    size_t count, name_length, value_length; /* items; bytes */
};
/* Splits `a=b&c=d` (application/x-www-form-urlencoded), decoding + and %XX. On error *culprit is
 * the name of the offending field as far as it can be shown safely, or "". */
enum fields_result fields_parse_urlencoded(struct arena *arena, struct fields *fields,
                                           const char *text, size_t length,
                                           const struct fields_limits *limits,
                                           const char **culprit);
/* Splits `a=b; c=d` of a Cookie header; what is malformed is left out. */
void fields_parse_cookies(struct arena *arena, struct fields *fields, const char *header);
/* Appends `text` percent-encoded for a query string. */
struct buffer;
void fields_encode(struct buffer *buffer, const char *text);
#endif
