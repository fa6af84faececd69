/* An instance as text, one row a line, words between single spaces, lines in any order; `#` begins a comment line:
 *
 *     allocation 1                                  the first line: what it is
 *     seed 42
 *     objective weighted                            or rank_maximal
 *     order wishes                                  or changes: what counts first after the number placed
 *     limit 60                                      km without a car
 *     limit_car 120                                 km with one
 *     municipality 4601 60.3930 5.3242              number, latitude, longitude
 *     unit 7 capacity 2 municipality 4601 covers 0,3
 *     student 9 home 4601 car class 3 needs 3 wishes 7,12,- earlier 5 conflict 6 reach 4626,4627 locked 7 shared 7 group 2
 *     closed 3 7                                    class 3 may not be at unit 7
 *
 * Numbers are the caller's, above 0, but requirements (covers, needs): 0…63. Words after the number of a unit or a student
 * in any order, each at most once; only capacity is needed. `-` among wishes: a unit that is not in the instance. */
#ifndef ALLOCATE_FORMAT_H
#define ALLOCATE_FORMAT_H
#include <stdio.h>

struct instance;
/* A finished instance, to be freed; NULL: `error` says what is wrong in which line. */
struct instance *format_read(FILE *file, char *error, size_t size);
#endif
