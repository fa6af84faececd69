#include "identity.h"

#include "random.h"
#include "text.h"

#include <assert.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NUMBER_LONGEST = 40 };
_Static_assert(NUMBER_LONGEST + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES +
                       crypto_aead_xchacha20poly1305_ietf_ABYTES <=
                   IDENTITY_SEALED,
               "the longest number fits, sealed");

static unsigned char master[crypto_kdf_KEYBYTES];
static unsigned char seal_key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
static unsigned char index_key[HASH_BYTES];
static bool opened;

bool identity_open_key(const char *file)
{
    char hex[2 * sizeof master + 2] = "";
    bool read_well = false;
    random_start();
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat status;
    if (fstat(fd, &status) == 0 && (status.st_mode & S_IRWXO) == 0) {
        ssize_t length = read(fd, hex, sizeof hex - 1);
        if (length > 0 && hex[length - 1] == '\n')
            hex[length - 1] = '\0';
        read_well = length > 0 && text_unhex(master, hex, sizeof master);
    }
    close(fd);
    sodium_memzero(hex, sizeof hex);
    opened = read_well;
    if (opened) {
        identity_derive(seal_key, "seal");
        identity_derive(index_key, "index");
    }
    return opened;
}

void identity_derive(unsigned char key[32], const char *purpose)
{
    char context[crypto_kdf_CONTEXTBYTES] = {0};
    assert(opened && strlen(purpose) <= sizeof context);
    memcpy(context, purpose, strlen(purpose));
    crypto_kdf_derive_from_key(key, 32, 1, context, master);
}

size_t identity_seal(unsigned char out[IDENTITY_SEALED], const char *number)
{
    const size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    unsigned long long length = 0;
    assert(opened);
    if (strlen(number) > NUMBER_LONGEST)
        return 0;
    random_bytes(out, nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonce, &length, (const unsigned char *)number,
                                               strlen(number), NULL, 0, NULL, out, seal_key);
    return nonce + (size_t)length;
}

bool identity_unseal(char *number, const unsigned char *sealed, size_t length)
{
    const size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    unsigned long long plain = 0;
    assert(opened);
    if (length < nonce + crypto_aead_xchacha20poly1305_ietf_ABYTES || length > IDENTITY_SEALED ||
        crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)number, &plain, NULL,
                                                   sealed + nonce, length - nonce, NULL, 0, sealed,
                                                   seal_key) != 0)
        return false;
    number[plain] = '\0';
    return true;
}

void identity_index(unsigned char out[IDENTITY_INDEX], const char *number)
{
    assert(opened);
    hash_bytes(out, number, strlen(number), index_key);
}
