/* Running a page's blocks: rows into the document, into a form, into a table for a spreadsheet, or nowhere. */
#ifndef SERVER_READ_H
#define SERVER_READ_H
#include "../view/document.h"
#include "list.h"
#include "visit.h"

/* Runs one block; each row becomes an element below `parent`. state only for lists. */
enum data_result read_rows(struct visit *visit, struct document *document, struct node *parent,
                           const struct block *block, const struct list_state *state);
/* Runs the blocks of the visit's page in their order; of its format's own statements (sql/calendar/month.ics.sql) where there
 * are such. document NULL: rows are read and dropped. form: a fresh form, which
 * the blocks `prefill` and `prefill_each` and the query fill; NULL: they are not run. */
enum data_result read_page(struct visit *visit, struct document *document, struct form_values *form,
                           const char **culprit);
#endif
