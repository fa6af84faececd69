#include "password.h"

#include "random.h"

#include <sodium.h>
#include <string.h>

_Static_assert(PASSWORD_HASH >= crypto_pwhash_STRBYTES, "a hash fits");

enum { PASSES = 2 };
static const size_t memory = (size_t)19 * 1024 * 1024;

bool password_hash(char out[PASSWORD_HASH], const char *password)
{
    random_start();
    memset(out, 0, PASSWORD_HASH);
    return crypto_pwhash_str_alg(out, password, strlen(password), PASSES, memory,
                                 crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool password_verify(const char *hash_or_null, const char *password)
{
    /* Same cost as a real hash; no password gives it, and the answer is false whatever it says. */
    static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                                 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    random_start();
    bool same = crypto_pwhash_str_verify(hash_or_null ? hash_or_null : nobody, password,
                                         strlen(password)) == 0;
    return hash_or_null && same;
}
