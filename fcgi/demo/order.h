/* One order's life: its row, answers, capacities, counts and events agree. */
#ifndef DEMO_ORDER_H
#define DEMO_ORDER_H
#include "world.h"

/* How an order went. */
enum story {
    STORY_DRAFT,
    STORY_SENT,
    STORY_OVERDUE,
    STORY_CONFIRMED,
    STORY_PARTLY,
    STORY_DECLINED,
    STORY_WITHDRAWN,
    STORY_REOPENED,
    STORY_REANSWERED,
    STORY_CLOSED,
    STORY_CLOSED_DECLINED,
    STORIES
};
/* Adds an order with its answers, counts and events. Its last step was `age` days before `limit` (the last day
 * anything may have happened on). Returns its id. */
int tell_order(struct world *world, int activity, int site, int places, enum story story,
               int64_t limit, int age);
#endif
