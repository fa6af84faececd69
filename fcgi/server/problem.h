/* Problem documents (RFC 7807, XML): how an address for programs says that something is wrong. Words in the visit's language.
 *
 *   <problem xmlns="urn:ietf:rfc:7807">
 *     <type>urn:praktikum:problem:not-found</type><title>…</title><status>404</status><detail>…</detail>
 *     <instance>urn:praktikum:request:…</instance>
 *   </problem> */
#ifndef SERVER_PROBLEM_H
#define SERVER_PROBLEM_H
#include "../view/document.h"
#include "visit.h"

/* Whether who asks is a program by its address: a row for partners, or no row at all below /feeds/ and /inbound/. */
bool problem_wanted(const struct visit *visit);
/* The last part of a status's `type`, "not-found". */
const char *problem_kind(int status);
/* Answers with the problem of a status. parameter: what was at fault in the address, or NULL. */
void problem_answer(struct visit *visit, int status, const char *parameter);

/* The same in two steps, for who has more to say: rows below the document's element `problem`, which error/error.problem.xsl draws.
 * kind: the last part of `type`, with labels problem.<kind> and problem.<kind>.text; NULL: the status's own. */
struct document *problem_begin(struct visit *visit, int status, const char *kind,
                               struct node **problem);
/* Renders and ends the document. */
void problem_end(struct visit *visit, struct document *document);
#endif
