/* The words the region is made of. Municipalities are real; all else is plainly synthetic. */
#ifndef DEMO_WORDS_H
#define DEMO_WORDS_H
#include <stddef.h>

enum site_kind {
    KIND_TRUST,
    KIND_MUNICIPALITY,
    KIND_SCHOOL,
    KIND_KINDERGARTEN,
    KIND_FIRM,
    KIND_COUNT
};
#define KIND_MASK(kind) (1U << (unsigned)(kind))

struct municipality_words {
    const char *number, *name;
    int latitude, longitude; /* of its main village, ten-thousandths of a degree */
};
struct institution_words {
    const char *name, *short_name, *municipality, *street, *domain;
    unsigned programmes; /* bits: which of `programmes` it has */
};
struct requirement_words {
    const char *code, *nb, *nn, *sv, *en;
};
struct course_words {
    const char *name, *name_en, *practice; /* practice: what an activity of it is called */
    int credits_tenths, weeks;
    unsigned requirements; /* bits: which of `requirements` its activities demand */
};
#define PROGRAMME_COURSES 3
struct programme_words {
    const char *code, *name, *name_en;
    unsigned kinds; /* KIND_MASK of the sites it goes to */
    struct course_words courses[PROGRAMME_COURSES];
};
/* Names of one tongue: given names, and two halves that make a family name. */
struct tongue_words {
    const char *lang;
    const char *given[24], *first[10], *second[10];
};

#define MUNICIPALITIES 43
#define INSTITUTIONS 6
#define REQUIREMENTS 12
#define ASKED_REQUIREMENTS 10 /* the first: what activities ask for; the others, students */
#define PROGRAMMES 11
#define TONGUES 3
#define PLACES 28
extern const struct municipality_words municipalities[MUNICIPALITIES];
extern const struct institution_words institutions[INSTITUTIONS];
extern const struct requirement_words requirements[REQUIREMENTS];
extern const struct programme_words programmes[PROGRAMMES];
extern const struct tongue_words tongues[TONGUES];
extern const char *const place_names[PLACES];      /* "Solbakken" */
extern const char *const kind_codes[KIND_COUNT];   /* as the schema spells them */
extern const char *const kind_endings[KIND_COUNT]; /* " demoskule" */
extern const char
    *const kind_units[KIND_COUNT][3][4]; /* units at depth 1 and 2; at 3 one, to be numbered */
extern const char *const profiles[KIND_COUNT];
extern const char *const decline_reasons[4];
#endif
