/* What students study, where they are registered, what they wish and where they are put. */
#ifndef DEMO_STUDENT_H
#define DEMO_STUDENT_H
#include "world.h"

/* By a student's number: 0 the demonstration student, then 1 … students. */
int student_person(const struct world *world, int n);
int student_institution(int n);
int student_programme(const struct world *world, int n);

/* Registrations, wishes, needs and places, and the events of sharing; after the activities and when `people` is known. */
void world_students(struct world *world);
#endif
