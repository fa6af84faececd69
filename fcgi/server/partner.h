/* Rows of routes.def that another system asks for, by `Authorization: Bearer <key>` alone: PARTNER(feed). The feed
 * is one the partner may read; of an INBOUND row, one it may write.
 * Whatever is wrong is answered with a problem document (problem.h). */
#ifndef SERVER_PARTNER_H
#define SERVER_PARTNER_H
#include "visit.h"

/* Says who the partner is, and answers itself (false) whoever may not: 401 without a key that counts, all alike; 403 from an
 * address that is not the partner's; 429 with Retry-After when there were too many (counted per partner, rate.h); 404 when the key is good but
 * not for this row. Notes at most once a minute that the key was used; its first use makes it impossible to show it again.
 *
 * True: visit->partner is the partner's id, visit->person the person that stands for it (who has no grants), cookies are not
 * looked at, the language is Accept-Language's, and statements have :partner, :partner_institution or :partner_site (the other
 * is NULL), :viewer and the rest of every page. One statement outside of any transaction: what changes something on behalf of a
 * partner locks its row (sql/fragments/partner_lock.sql) first. */
bool partner_enter(struct visit *visit);
#endif
