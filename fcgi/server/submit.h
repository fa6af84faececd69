/* A POST: one action in one transaction, harmless to send twice. */
#ifndef SERVER_SUBMIT_H
#define SERVER_SUBMIT_H
#include "visit.h"

/* Origin and token are checked, then: begin, remember the submission, rights, form, action, commit, 303. A refused one
 * shows the page again with what was typed. Whatever happens, visit->response is an answer afterwards. */
void submit_answer(struct visit *visit);
/* False when the browser says that the request comes from another site. */
bool submit_same_site(const struct request *request);
#endif
