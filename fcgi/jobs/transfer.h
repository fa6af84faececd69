/* The transfer of a graded exam to drafts of results: once an exam, whole or never begun. */
#ifndef JOBS_TRANSFER_H
#define JOBS_TRANSFER_H
#include "work.h"

/* The thing is the exam. One transaction writes the row of `transfer`, whose key is the exam, a row of its log for each paper, the
 * drafts and their events; whoever dies in between has done nothing, and who comes after its commit finds it done. Nothing is
 * written when it would come to anything else than what was said yes to (exam.transfer_seen), or when whoever asked may no longer. */
enum work_result transfer_run(struct work *work);
#endif
