#include "random.h"

#include "text.h"

#include <sodium.h>
#include <stdlib.h>

void random_start(void)
{
    if (sodium_init() < 0)
        abort();
}

void random_bytes(void *bytes, size_t length)
{
    random_start();
    randombytes_buf(bytes, length);
}

void random_hex(char *hex, size_t length)
{
    unsigned char bytes[64];
    while (length > 0) {
        size_t some = length < sizeof bytes ? length : sizeof bytes;
        random_bytes(bytes, some);
        text_hex(hex, bytes, some);
        hex += 2 * some;
        length -= some;
    }
    *hex = '\0';
}

uint32_t random_below(uint32_t bound)
{
    random_start();
    return randombytes_uniform(bound);
}

void hash_bytes(unsigned char out[HASH_BYTES], const void *bytes, size_t length,
                const unsigned char *key)
{
    crypto_generichash(out, HASH_BYTES, bytes, length, key, key ? HASH_BYTES : 0);
}

bool hash_equal(const unsigned char *a, const unsigned char *b, size_t length)
{
    return sodium_memcmp(a, b, length) == 0;
}
