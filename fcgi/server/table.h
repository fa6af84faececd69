/* A page's list as .csv: every row of the current search and filters, straight from the statement into the answer. */
#ifndef SERVER_TABLE_H
#define SERVER_TABLE_H
#include "visit.h"

/* Heads are the labels column.<name>; words that have a label <name>.<word> are written as people read them. *status 404: the
 * page has no list. *culprit: the parameter that is wrong, or NULL. */
enum data_result table_csv(struct visit *visit, int *status, const char **culprit);
#endif
