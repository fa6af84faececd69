/* National identity numbers: sealed in the program, found by a keyed hash, the key outside the database.
 *
 * The key file holds 64 hexadecimal digits. Each use has its own key derived from it, so that neither the
 * cipher text nor the index says anything about the other. */
#ifndef BASE_IDENTITY_H
#define BASE_IDENTITY_H
#include <stdbool.h>
#include <stddef.h>

#define IDENTITY_SEALED 80
#define IDENTITY_INDEX 32

/* Reads the key once a process. False when the file is missing, malformed, or readable by everyone. */
bool identity_open_key(const char *file);
/* XChaCha20-Poly1305: nonce, cipher text, tag. Gives the length; 0 when the number is longer than 40 bytes. */
size_t identity_seal(unsigned char out[IDENTITY_SEALED], const char *number);
/* The number with its NUL into `number` (41 bytes). False when it was not sealed with this key or was changed. */
bool identity_unseal(char *number, const unsigned char *sealed, size_t length);
/* Keyed BLAKE2b: equal for equal numbers. */
void identity_index(unsigned char out[IDENTITY_INDEX], const char *number);
/* A key for another use, e.g. "forms"; `purpose` of 8 bytes at most. */
void identity_derive(unsigned char key[32], const char *purpose);
#endif
