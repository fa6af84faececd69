/* Networks as people write them, "192.0.2.0/24 2001:db8::/32 198.51.100.7", and whether an address is in one of them. IPv4 within
 * IPv6 (::ffff:192.0.2.1) is IPv4. */
#ifndef BASE_NETWORK_H
#define BASE_NETWORK_H
#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { NETWORK_ADDRESS = 46 }; /* the longest address as text, with its NUL */

/* `text` as it is kept: networks separated by single spaces, bits behind the mask cleared, each once ("192.0.2.9/24" →
 * "192.0.2.0/24"). Separators: white space and commas. NULL when something in it is no network: then *culprit is that
 * word, on the arena. "" when there is none. */
const char *networks_clean(struct arena *arena, const char *text, const char **culprit);
/* False for an address that is none, and for networks that networks_clean did not make. */
bool networks_hold(const char *networks, const char *address);
#endif
