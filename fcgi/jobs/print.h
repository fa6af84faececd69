/* Job `print`: a row of table print becomes PDF: sql/<area>/<name>.sql → document → xslt/<area>/<name>.fo.xsl → XSL-FO → FOP. What is read
 * is what who asked may see now: their rights are asked anew. */
#ifndef JOBS_PRINT_H
#define JOBS_PRINT_H
#include "work.h"

enum work_result print_run(struct work *work);
#endif
