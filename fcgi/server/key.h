/* Addresses that a key opens (base/address_key.h), the query parameter `key`. What a key of a purpose must fit is the row of
 * sql/keys/<purpose>.sql for :id, its column `salt`; other columns are for who asks. */
#ifndef SERVER_KEY_H
#define SERVER_KEY_H
#include "visit.h"

/* *row: what the visit's key names and is good for; NULL when there is none, or it is not. The answer then says
 * `Referrer-Policy: no-referrer` either way: the key stands in this page's address. */
enum data_result key_find(struct visit *visit, const char *purpose, const struct row **row);
/* Access LINK(purpose): *status 404 without a good key, else 0, and :link is the row's id. A page of nobody signed in, who
 * chose no language, is in the row's `lang`. */
enum data_result key_check(struct visit *visit, int *status);
#endif
