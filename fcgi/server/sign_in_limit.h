/* Limits on guessing passwords. An attempt is written and committed before the password is looked at, so attempts
 * side by side cannot slip past the count, and a failed sign-in leaves its row.
 *
 * Counted over ten minutes: an account from one address (config: sign_in_limit), and, from addresses where this
 * account has not been signed in to before, ten times that for the address and for the account. So a stranger cannot lock
 * someone out who sits where they always sit. What the limit refuses is not counted. */
#ifndef SERVER_SIGN_IN_LIMIT_H
#define SERVER_SIGN_IN_LIMIT_H
#include "visit.h"

struct sign_in_limit {
    int64_t attempt; /* 0: not limited */
    bool reached;
};
/* Before the action; its own transaction. Does nothing for actions that ask for no secret: signing in, the password
 * asked for again (which somebody at a browser left open could guess at), the key of a link, and asking for such a link. */
enum data_result sign_in_limit_enter(struct visit *visit, struct sign_in_limit *limit);
/* After the action was committed. Asking for a link stays counted. */
void sign_in_limit_leave(struct visit *visit, const struct sign_in_limit *limit);
#endif
