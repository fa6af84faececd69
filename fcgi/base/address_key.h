/* Secrets that stand in addresses, in mails and feeds: "17-u8J…", the id of a row and a keyed hash of purpose, id and the
 * row's salt. The key file's key is needed to make one: who reads the database cannot. A new salt, or a row that has ended,
 * voids it. identity_open_key first. */
#ifndef BASE_ADDRESS_KEY_H
#define BASE_ADDRESS_KEY_H
#include <stdbool.h>
#include <stdint.h>

enum {
    ADDRESS_SALT_BYTES =
        16, /* random_hex(salt, ADDRESS_SALT_BYTES) makes one, CHAR(32) in the database */
    ADDRESS_KEY_LONGEST = 100,
    ADDRESS_KEY_TEXT = 64 /* nineteen digits, a hyphen, 43 letters, NUL */
};

/* `id` is 1 or more; purpose and salt are text of any length, and no purpose's key is good for another. */
void address_key(char out[ADDRESS_KEY_TEXT], const char *purpose, int64_t id, const char *salt);
/* The id that a key names, be the key good or not; 0 when the text (or NULL) is no key at all. */
int64_t address_key_id(const char *text);
/* In constant time. False for NULL text or salt. */
bool address_key_good(const char *text, const char *purpose, int64_t id, const char *salt);
#endif
