/* The answer of a FEED row: what a partner's system reads, as XML that is sent while its rows come (stream.h).
 *
 *   <activities xmlns="urn:praktikum:activities:1" generated= next-since= next=>
 *     <classes><class …/>…</classes> …
 *   </activities>
 *
 * The root is the row's name, and one element a block of its statements, in their order. `one: page` comes first and is not
 * shown; its columns: last, the highest id of this page (NULL: none), and more, whether there are higher ones. The others take
 * :after and :last; on the last page :last is higher than any id. Asked for with after:number limit:number since:moment;
 * a document with `since` has what began since then, and in <removed> what it must not have any longer. */
#ifndef SERVER_FEED_H
#define SERVER_FEED_H
#include "visit.h"

enum { FEED_ROWS = 1000, FEED_MOST_ROWS = 50000 };

/* Within the open transaction. *culprit: the parameter that is wrong, or NULL. */
enum data_result feed_read(struct visit *visit, const char **culprit);
#endif
