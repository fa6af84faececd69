/* How a list is asked for: its state in the address, and the addresses that change one thing of it. */
#ifndef SERVER_LIST_H
#define SERVER_LIST_H
#include "../view/document.h"
#include "visit.h"

struct list {
    const struct block *block;
    struct list_state state;
    bool sort_chosen;
    const char *q; /* as typed; NULL: no search */
    int64_t page;  /* from 1 */
};

/* The list block of a page's statements; NULL when it has none. */
const struct block *list_block(const struct query_file *file);
/* Sets :q as list_read does, for a page without a list block; what was typed, or NULL. */
const char *list_search(struct visit *visit);
/* <asked more="&amp;site=5&amp;q=x"> with a <filter name value> for each parameter that was given, on pages of lists and of
 * periods. `more` goes behind another view's own parameters: all that does not say when; absent when there is nothing. */
void list_asked(struct visit *visit, struct document *document);
/* Reads q, sort, down and page, and sets :q escaped for LIKE. NULL, or the parameter that is wrong. */
const char *list_read(struct visit *visit, const struct block *block, struct list *list);
/* Puts the page within what there is, and limit and offset into the state. */
void list_place(const struct visit *visit, struct list *list, int64_t total);
/* <orders total from to page pages sort down q base csv xlsx ods> with its columns, filters and pager. */
struct node *list_node(struct visit *visit, struct document *document, const struct list *list,
                       int64_t total);
#endif
