/* Who verifies documents by their codes does so a few times a minute; a program that tries codes is told to wait. No code is ever
 * guessed (base/verify_code.h): this is so that trying costs nobody else anything. */
#ifndef SERVER_VERIFY_LIMIT_H
#define SERVER_VERIFY_LIMIT_H
#include "visit.h"

/* Whether the visit may go on: it asks for no code, or its address has asked for fewer than config: verify_limit in the last minute. */
bool verify_allowed(const struct visit *visit);
#endif
