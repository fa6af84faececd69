#include "token.h"

#include "../base/random.h"
#include "../base/text.h"

#include <string.h>

enum { NONCE = 16 };

static void seal(unsigned char mac[HASH_BYTES], const unsigned char nonce[NONCE],
                 const unsigned char key[32], const char *path)
{
    unsigned char bytes[NONCE + HASH_BYTES];
    memcpy(bytes, nonce, NONCE);
    hash_bytes(bytes + NONCE, path, strlen(path), NULL);
    hash_bytes(mac, bytes, sizeof bytes, key);
}

void token_make(char token[TOKEN_TEXT], const unsigned char key[32], const char *path)
{
    unsigned char bytes[NONCE + HASH_BYTES];
    random_bytes(bytes, NONCE);
    seal(bytes + NONCE, bytes, key, path);
    text_hex(token, bytes, sizeof bytes);
}

bool token_good(const char *token, const unsigned char key[32], const char *path)
{
    unsigned char bytes[NONCE + HASH_BYTES], mac[HASH_BYTES];
    if (!token || strlen(token) != TOKEN_TEXT - 1 || !text_unhex(bytes, token, sizeof bytes))
        return false;
    seal(mac, bytes, key, path);
    return hash_equal(mac, bytes + NONCE, sizeof mac);
}
