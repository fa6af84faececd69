/* Passwords: argon2id by libsodium, two passes over 19 MiB, about 8 ms (DEPENDENCIES: OWASP's floor). */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H
#include <stdbool.h>

#define PASSWORD_HASH 128 /* bytes of a hash with its NUL */

/* The hash as text that carries salt and cost. False when there is no memory for it. */
bool password_hash(char out[PASSWORD_HASH], const char *password);
/* NULL is an unknown user: takes the same time and is false. */
bool password_verify(const char *hash_or_null, const char *password);
#endif
