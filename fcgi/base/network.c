#include "network.h"

#include "arena.h"
#include "text.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

enum { BYTES = 16, BITS = 128, FIRST_OF_4 = 96 };
static const char separators[] = " ,\t\n";

/* IPv4 as IPv6 has it: one kind to compare. */
struct network {
    unsigned char bytes[BYTES];
    unsigned bits;
};

static bool is_4(const unsigned char bytes[BYTES])
{
    static const unsigned char head[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    return memcmp(bytes, head, sizeof head) == 0;
}

static bool read_address(const char *text, unsigned char bytes[BYTES])
{
    char mapped[NETWORK_ADDRESS + 8];
    if (inet_pton(AF_INET6, text, bytes) == 1)
        return true;
    snprintf(mapped, sizeof mapped, "::ffff:%s", text);
    return strlen(text) < NETWORK_ADDRESS && inet_pton(AF_INET6, mapped, bytes) == 1;
}

static void clear_behind(struct network *network)
{
    for (unsigned bit = network->bits; bit < BITS; bit++)
        network->bytes[bit / 8] &= (unsigned char)~(0x80U >> bit % 8);
}

static bool read_network(const char *text, size_t length, struct network *network)
{
    char copy[NETWORK_ADDRESS + 5];
    int64_t bits;
    if (length == 0 || length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    char *slash = strchr(copy, '/');
    if (slash)
        *slash = '\0';
    if (!read_address(copy, network->bytes))
        return false;
    bool dotted = !strchr(copy, ':');
    bits = dotted ? BITS - FIRST_OF_4 : BITS;
    if (slash && !text_integer(slash + 1, 0, bits, &bits))
        return false;
    network->bits = (unsigned)bits + (dotted ? FIRST_OF_4 : 0);
    clear_behind(network);
    return true;
}

static const char *write_network(struct arena *arena, const struct network *network)
{
    char text[NETWORK_ADDRESS];
    bool four = is_4(network->bytes) && network->bits >= FIRST_OF_4;
    unsigned bits = four ? network->bits - FIRST_OF_4 : network->bits;
    inet_ntop(four ? AF_INET : AF_INET6, network->bytes + (four ? 12 : 0), text, sizeof text);
    if (bits == (four ? BITS - FIRST_OF_4 : BITS))
        return arena_text(arena, text);
    return arena_printf(arena, "%s/%u", text, bits);
}

/* Whether a word stands among words that are separated by single spaces. */
static bool stands_in(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

const char *networks_clean(struct arena *arena, const char *text, const char **culprit)
{
    const char *clean = "";
    struct network network;
    *culprit = NULL;
    for (const char *at = text + strspn(text, separators); *at; at += strspn(at, separators)) {
        size_t length = strcspn(at, separators);
        if (!read_network(at, length, &network)) {
            *culprit = arena_bytes(arena, at, length);
            return NULL;
        }
        const char *word = write_network(arena, &network);
        if (!stands_in(clean, word))
            clean = arena_printf(arena, "%s%s%s", clean, *clean ? " " : "", word);
        at += length;
    }
    return clean;
}

static bool holds(const struct network *network, const unsigned char address[BYTES])
{
    struct network other = {.bits = network->bits};
    memcpy(other.bytes, address, BYTES);
    clear_behind(&other);
    return memcmp(other.bytes, network->bytes, BYTES) == 0;
}

bool networks_hold(const char *networks, const char *address)
{
    unsigned char bytes[BYTES];
    struct network network;
    if (!read_address(address, bytes))
        return false;
    for (const char *at = networks; *at; at += strspn(at, separators)) {
        size_t length = strcspn(at, separators);
        if (read_network(at, length, &network) && holds(&network, bytes))
            return true;
        at += length;
    }
    return false;
}
