/* Exams: a session at each step from draft to attested result, of the course that the demonstration student reads. */
#ifndef DEMO_EXAM_H
#define DEMO_EXAM_H
#include "load.h"
#include "world.h"

/* Who makes, grades and attests them: persons after the students, so that no other id depends on them. */
#define EXAM_SIGN_INS 4
enum exam_sign_in { EXAM_PLANNER, EXAM_ASSESSOR, EXAM_SECOND_ASSESSOR, EXAM_EXAMINER };
extern const struct sign_in_words exam_sign_ins[EXAM_SIGN_INS];
int exam_person(const struct world *world, enum exam_sign_in who);

#define EXAM_POINTS 100
#define EXAM_GRADES 6 /* A–F, scale version 3: positions 1 … 6 */
#define EXAM_SCALE_VERSION 3
#define PASS_SCALE_VERSION 4
extern const int exam_boundaries[EXAM_GRADES]; /* points from which on a position is given */

/* Modules: two a course, its written exam and its placement. */
int module_written(int course);
int module_placement(int course);

/* Seconds since 1970, as the histories tell it. */
int64_t exam_made_at(const struct world *world, const struct exam *exam);
int64_t exam_graded_at(const struct exam *exam);

/* Whether what a candidate handed in was a file: of the home exam, which is being graded. */
bool exam_took_file(const struct world *world, const struct candidate *candidate);
#define EXAM_FILE_MEDIA "application/pdf"
bool load_hand_ins(const struct world *world, struct connection *connection);

/* After students. */
void world_exams(struct world *world);
/* Whether a student (by number) reads the course whose exams there are. */
bool exam_reads(const struct world *world, int n);
#endif
