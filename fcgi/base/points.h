/* Points of a grading, in hundredths, and the grade that they are by an exam's boundaries. */
#ifndef BASE_POINTS_H
#define BASE_POINTS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { POINTS_TEXT = 24 };

/* "14.83", "14.8", "14", as the database and converted forms write it: at most nine digits before the point and two after it
 * (more only if they are 0), no sign. False when it is none. */
bool points_parse(int64_t *hundredths, const char *text);
/* "14.83"; "14" for 1400. */
void points_text(char text[POINTS_TEXT], int64_t hundredths);
/* Whether both are the same amount, or both none (NULL or ""). */
bool points_equal(const char *one, const char *other);

/* From how many points on a grade is given. */
struct points_boundary {
    int64_t position; /* of the grade in its scale; 1, the lowest, has no boundary */
    int64_t from;     /* hundredths */
};
/* Rising with the position, none above `most`. *wrong: the first one that is not as it should be. */
bool points_boundaries_good(const struct points_boundary *boundaries, size_t count, int64_t most,
                            size_t *wrong);
/* The best grade whose boundary the points reach; 1 when they reach none. In any order. */
int64_t points_grade(const struct points_boundary *boundaries, size_t count, int64_t hundredths);
#endif
