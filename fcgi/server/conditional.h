/* Answers that whoever asks may have already: of an ATOM row, whose file has a step `state` that says what the answer depends on,
 * one row with the columns tag (letters, digits, dots), modified (as in Last-Modified; NULL: nothing is said) and immutable
 * (1: this address never answers anything else). What other columns it has are parameters of the page's blocks. No row: there is no such
 * page. */
#ifndef SERVER_CONDITIONAL_H
#define SERVER_CONDITIONAL_H
#include "visit.h"

/* Before anything is read, when the request names what it has: true when that is what there is, and the answer is 304. Whatever
 * else happens, the page says. */
bool conditional_answer(struct visit *visit);
/* Within the page's transaction: *status 404 when there is no such page. */
enum data_result conditional_read(struct visit *visit, int *status);
/* ETag, Last-Modified, Cache-Control and Vary of the page that was read. */
void conditional_head(struct visit *visit);
#endif
