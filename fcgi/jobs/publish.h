/* Partners' event feeds: which entry of which feed an event becomes. */
#ifndef JOBS_PUBLISH_H
#define JOBS_PUBLISH_H
#include "../base/arena.h"
#include "../data/connection.h"

#include <stdint.h>

/* What the lane of feeds holds. */
struct press {
    struct connection *connection;
    struct arena *arena;     /* reset after each turn */
    int64_t settled, events; /* what the last turn saw, when it did all there was to do; else -1 */
    int64_t again_us;        /* when to look though nothing was seen */
};
enum publish_result { PUBLISH_NONE, PUBLISH_SOME, PUBLISH_UNAVAILABLE };

/* Gives every committed event that a partner is told of (fragments/feed_told.sql) the next number of that partner's feed, in one
 * transaction a partner that holds the feed's row, so that several processes may do it. What one look sees gets its numbers in the
 * order of the events; what a later look sees comes after it. So an event that was seen committed before another one was written
 * stands before it, none stands twice (a unique key), and what has a number never changes.
 *
 * None is missed: a look goes back to `settled`, before which every transaction has ended. An action is a few statements of five
 * seconds at most (max_statement_time) in a request that is broken off after some more, and a transaction that says nothing is
 * ended after thirty (idle_transaction_timeout); the longest of the jobs, an import of 30,000 students, takes ten seconds. Ten
 * minutes are sixty times that. Should one take longer nonetheless, the hourly comparison of all events with all entries finds it. */
enum publish_result publish(struct press *press);
#endif
