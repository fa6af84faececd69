/* Addresses that a key opens (base/address_key.h), the query parameter `key`. What a key of a purpose must fit is the row of
 * sql/keys/<purpose>.sql for :id, its column `salt`; other columns are for who asks. */
#ifndef SERVER_KEY_H
#define SERVER_KEY_H
#include "visit.h"

/* *row: what the visit's key names and is good for; NULL when there is none, or it is not. The answer then says
 * `Referrer-Policy: strict-origin` either way: the key stands in this page's address, and a form here still says whence it comes. */
enum data_result key_find(struct visit *visit, const char *purpose, const struct row **row);
/* Access LINK(purpose): *status 404 without a good key, else 0, and :link is the row's id. A page of nobody signed in, who
 * chose no language, is in the row's `lang`. */
enum data_result key_check(struct visit *visit, int *status);
/* Access KEYED(purpose), for programs that read without signing in: *status 404 without a good key, else 0, and the visit
 * is that of the row's `person`, `name`, `lang`, with their rights of today, whoever the cookies say. The row's columns that
 * are named like parameters of the route take the place of what the address says. */
enum data_result key_take_person(struct visit *visit, int *status);
/* Notes that the key was used (its file's step `touch`), when its row said `stale`; failure does not matter. */
void key_touch(struct visit *visit);
/* A keyed answer may be kept by who fetched it: ETag, and 304 when it is what they have. */
void key_answer(struct visit *visit);
#endif
