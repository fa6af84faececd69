/* The small region with something to order: institution 1 teaches instance 1 (institution 2: 2), has agreements with sites 1, 2
 * and, until March 2027, 3; requirements 1 Engelsk, 2 Norsk. */
#ifndef TESTS_WORKFLOW_SUPPORT_ORDERING_H
#define TESTS_WORKFLOW_SUPPORT_ORDERING_H
#include "support_action.h"

action_function ordering_activity_new, ordering_activity_edit, ordering_activity_requirements,
    ordering_activity_copy, ordering_activity_cancel, ordering_class_new, ordering_class_edit,
    ordering_class_remove, ordering_order_new, ordering_orders_send, ordering_order_edit,
    ordering_order_send, ordering_order_discard, ordering_order_answer, ordering_order_decline,
    ordering_order_reopen, ordering_order_withdraw, ordering_order_close;

#define ORDERING(name, form, viewer, path, fields)                                                 \
    act(ordering_##name, "ordering/" #name, form, viewer, path, fields)

/* Set-up of the group; torn down by action_tear_down. */
int ordering_set_up(void **state);

/* An activity of institution 1 and a class of it, by rows; an order of it, drafted or sent by the planner's action. Ids. */
int64_t plan(const char *starts, const char *ends, int places);
int64_t add_class(int64_t activity, const char *letter, const char *starts, const char *ends,
                  int places);
int64_t draft_order(int64_t activity, int site, int places);
int64_t ask(int64_t activity, int site, int places);
/* Answers an order nobody has touched: fields "capacity-2=2&capacity-4=1". */
void confirm(int64_t order, int64_t viewer, const char *fields);

/* activity_count and occurrence say what the rows say. */
void assert_kept(void);
#endif
