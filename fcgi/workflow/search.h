/* Keeps the search index (search_word) as the names are that it is made of. */
#ifndef WORKFLOW_SEARCH_H
#define WORKFLOW_SEARCH_H
#include "../base/arena.h"
#include "../data/connection.h"

/* Writes the words that a change of this thing has made or taken away, in its transaction; things
 * that nothing is found by (an order, a requirement) are passed over. action_event calls it after
 * each event, so actions need not; who writes events otherwise calls it for each thing. A site's
 * name is also its units', a course's its activities'; a grant gives its person a place to be
 * found in. A thing that is gone loses its words. */
enum data_result search_follow(struct connection *connection, struct arena *arena,
                               const char *thing, int64_t id);
/* The same at once for what the rows `from` to `to` of an import of units or people made, changed
 * or took away. */
enum data_result search_follow_import(struct connection *connection, struct arena *arena,
                                      int64_t import, const char *kind, int64_t from, int64_t to);
#endif
