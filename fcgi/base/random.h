/* Random bytes from the kernel, and short keyed hashes. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void random_start(
    void); /* starts libsodium; any number of times; aborts when the kernel has no randomness */
void random_bytes(void *bytes, size_t length);
/* 2 × length hexadecimal digits and a NUL. */
void random_hex(char *hex, size_t length);
uint32_t random_below(uint32_t bound); /* 0 … bound - 1, even */

#define HASH_BYTES 32
/* BLAKE2b of `length` bytes; key may be NULL, else 32 bytes. */
void hash_bytes(unsigned char out[HASH_BYTES], const void *bytes, size_t length,
                const unsigned char *key);
bool hash_equal(const unsigned char *a, const unsigned char *b,
                size_t length); /* in constant time */
#endif
