/* A form's definition as form.c uses it. For view/ only; others see form.h. */
#ifndef VIEW_FORM_DEFINITION_H
#define VIEW_FORM_DEFINITION_H
#include "form.h"

enum field_type {
    FIELD_TEXT,
    FIELD_LINES,
    FIELD_INTEGER,
    FIELD_DECIMAL,
    FIELD_DATE,
    FIELD_TIME,
    FIELD_EMAIL,
    FIELD_PASSWORD,
    FIELD_FLAG,
    FIELD_CHOICE,
    FIELD_REFERENCE,
    FIELD_REFERENCES,
    FIELD_VERSION,
    FIELD_FILE,
    FIELD_TYPES
};
extern const char *const field_type_names[FIELD_TYPES];

struct form_field {
    char *name;
    enum field_type type;
    bool required, has_minimum, has_maximum;
    int64_t minimum, maximum; /* letters for texts, bounds for numbers */
    int64_t decimals;         /* digits after a decimal's sign, at most */
    bool coded;               /* its rows are named by texts, not by ids */
    char *each;               /* row name of the page's block, or NULL */
    char *options;            /* block of a reference's rows, or NULL */
    char *fallback;           /* attribute default of a choice, or NULL */
    char **choices;
    size_t choice_count;
};
struct form {
    char *name;
    struct form_field *fields;
    size_t field_count;
};

/* Number of the field, or field_count. */
size_t form_field_index(const struct form *form, const char *name);
#endif
