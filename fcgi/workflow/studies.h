/* What the actions of studies share with others. */
#ifndef WORKFLOW_STUDIES_H
#define WORKFLOW_STUDIES_H
#include "action.h"

/* People ("[3,17]"), all of whom may, read :instance from now on; ended: no longer. With its event; who sits its exams follows. By
 * the steps of studies/students_new, or studies/students_end when ended, which action->sql is. */
void studies_students_change(struct action *action, const char *people, bool ended);
#endif
