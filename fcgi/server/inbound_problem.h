/* What is wrong with a message that a partner sent, in words, each with its line and its place in the message: rows
 *   <error line="12" path="/registrations/registration[3]/@class">…</error>
 * below the problem document (problem.h). Labels inbound.<error>. */
#ifndef SERVER_INBOUND_PROBLEM_H
#define SERVER_INBOUND_PROBLEM_H
#include "../workflow/inbound.h"
#include "visit.h"

/* Of the message as a whole. line 0: nowhere in particular. */
void inbound_problem(struct visit *visit, int status, const char *error, unsigned line);
/* 409: its id was another message's. */
void inbound_problem_used(struct visit *visit);
/* 422. lines: of the rows, from the first; fault_lines: of the faults themselves, or NULL. */
void inbound_problem_rows(struct visit *visit, const struct inbound *inbound, const unsigned *lines,
                          const unsigned *fault_lines);
#endif
