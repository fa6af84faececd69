#include "address_key.h"

#include "identity.h"
#include "random.h"
#include "text.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CODE_LETTERS = (HASH_BYTES * 8 + 5) / 6, DIGITS = 19 };
_Static_assert(DIGITS + 1 + CODE_LETTERS + 1 <= ADDRESS_KEY_TEXT, "the longest key fits");
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* base64url without padding */
static void encode(char code[CODE_LETTERS + 1], const unsigned char bytes[HASH_BYTES])
{
    for (size_t i = 0; i < CODE_LETTERS; i++) {
        size_t bit = i * 6, byte = bit / 8;
        unsigned two = (unsigned)bytes[byte] << 8 | (byte + 1 < HASH_BYTES ? bytes[byte + 1] : 0u);
        code[i] = letters[two >> (10 - bit % 8) & 63];
    }
    code[CODE_LETTERS] = '\0';
}

/* Each part hashed by itself, so that no two triples give the same bytes. */
static void make_code(char code[CODE_LETTERS + 1], const char *purpose, int64_t id,
                      const char *salt)
{
    unsigned char key[32], mac[HASH_BYTES], parts[2 * HASH_BYTES + sizeof id];
    hash_bytes(parts, purpose, strlen(purpose), NULL);
    hash_bytes(parts + HASH_BYTES, salt, strlen(salt), NULL);
    memcpy(parts + 2 * HASH_BYTES, &id, sizeof id);
    identity_derive(key, "address");
    hash_bytes(mac, parts, sizeof parts, key);
    encode(code, mac);
}

void address_key(char out[ADDRESS_KEY_TEXT], const char *purpose, int64_t id, const char *salt)
{
    char code[CODE_LETTERS + 1];
    assert(id > 0);
    make_code(code, purpose, id, salt);
    snprintf(out, ADDRESS_KEY_TEXT, "%" PRId64 "-%s", id, code);
}

int64_t address_key_id(const char *text)
{
    char digits[DIGITS + 1] = "";
    int64_t id = 0;
    size_t length = text ? strcspn(text, "-") : 0;
    if (length == 0 || length > DIGITS || strlen(text) != length + 1 + CODE_LETTERS ||
        strspn(text + length + 1, letters) != CODE_LETTERS)
        return 0;
    memcpy(digits, text, length);
    return text_integer(digits, 1, INT64_MAX, &id) ? id : 0;
}

bool address_key_good(const char *text, const char *purpose, int64_t id, const char *salt)
{
    char code[CODE_LETTERS + 1];
    if (!salt || id <= 0 || address_key_id(text) != id)
        return false;
    make_code(code, purpose, id, salt);
    return hash_equal((const unsigned char *)code, (const unsigned char *)strchr(text, '-') + 1,
                      CODE_LETTERS);
}
