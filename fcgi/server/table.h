/* A page's list as a file for spreadsheets, .csv, .xlsx or .ods: every row of the current search and filters, straight from the
 * statement into the answer, which flows (stream.h). */
#ifndef SERVER_TABLE_H
#define SERVER_TABLE_H
#include "../view/document.h"
#include "visit.h"

/* Whether the visit asks for such a file; and for one that begins with the page's words. */
bool table_wanted(const struct visit *visit);
bool table_worded(const struct visit *visit);
/* Asks the page's stylesheet for the words alone: only="words", and now-text. */
void table_ask(const struct visit *visit, struct document *document);
/* Title, what was asked for, how many rows and when: as the page's stylesheet says them of its document
 * (xslt/layout.xsl). Kept in visit->heading. False: the stylesheet failed. */
bool table_words(struct visit *visit, struct document *document);
/* Heads are the labels column.<name>; words that have a label <name>.<word> are written as people read them. *status 404: the
 * page has no list. *culprit: the parameter that is wrong, or NULL. */
enum data_result table_answer(struct visit *visit, int *status, const char **culprit);
#endif
