/* The answer of an INBOUND row: a partner's system PUTs a message in XML, `?message=` naming it once and for all in the sender's own
 * words, `&dry=1` asking what it would do. The body is read piece by piece, held to its schema while it is read, and never held as a
 * whole; its rows, at most MESSAGE_ROWS_MOST, go to <area>_<name>() of workflow/ (inbound.h there) in one transaction.
 *
 *   200  a receipt (xslt/schemas/inbound-receipt-1.rnc): what became of each row; of a message that was taken before, the same again
 *   400  no message id, or a body that is not whole          404  no partner of an institution, or not this one's to send
 *   405  not PUT                                             409  the id was used for another message
 *   413  more than 8 MB, or more rows than that              415  not XML
 *   422  every row that is wrong, with line, path and words  429, 503  later again: nothing was done
 *
 * All but 200 are problem documents (problem.h). Whatever is answered, a message is done wholly or not at all. */
#ifndef SERVER_INBOUND_H
#define SERVER_INBOUND_H
#include "visit.h"

#include <stddef.h>

/* Loads the schemas of all INBOUND rows from the assets' folder; before the sandbox. False with a sentence in `error`. */
bool inbound_load(struct service *service, char *error, size_t error_size);
void inbound_free(struct service *service);
/* After partner_enter. */
void inbound_answer(struct visit *visit);
#endif
