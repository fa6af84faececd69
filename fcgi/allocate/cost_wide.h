/* Packed costs of nine words, two's complement, the lowest word first: for rank-maximal allocations of very many units. */
#ifndef ALLOCATE_COST_WIDE_H
#define ALLOCATE_COST_WIDE_H
#include <stdbool.h>
#include <stdint.h>

#define OF_WIDTH(name) name##_wide
enum { COST_WORDS = 9 };
typedef struct {
    uint64_t word[COST_WORDS];
} cost;

static inline cost cost_zero(void)
{
    return (cost){{0}};
}

static inline cost cost_add(cost a, cost b)
{
    uint64_t carry = 0;
    for (unsigned i = 0; i < COST_WORDS; i++) {
        unsigned __int128 sum = (unsigned __int128)a.word[i] + b.word[i] + carry;
        a.word[i] = (uint64_t)sum;
        carry = (uint64_t)(sum >> 64);
    }
    return a;
}

static inline cost cost_subtract(cost a, cost b)
{
    uint64_t borrow = 0;
    for (unsigned i = 0; i < COST_WORDS; i++) {
        unsigned __int128 difference = (unsigned __int128)a.word[i] - b.word[i] - borrow;
        a.word[i] = (uint64_t)difference;
        borrow = (uint64_t)(difference >> 64) & 1;
    }
    return a;
}

static inline bool cost_less(cost a, cost b)
{
    if (a.word[COST_WORDS - 1] != b.word[COST_WORDS - 1])
        return (int64_t)a.word[COST_WORDS - 1] < (int64_t)b.word[COST_WORDS - 1];
    for (unsigned i = COST_WORDS - 1; i-- > 0;)
        if (a.word[i] != b.word[i])
            return a.word[i] < b.word[i];
    return false;
}

static inline cost cost_down(cost a, unsigned shift)
{
    unsigned words = shift / 64, bits = shift % 64;
    uint64_t sign = a.word[COST_WORDS - 1] >> 63 ? UINT64_MAX : 0;
    cost result;
    for (unsigned i = 0; i < COST_WORDS; i++) {
        uint64_t low = i + words < COST_WORDS ? a.word[i + words] : sign;
        uint64_t high = i + words + 1 < COST_WORDS ? a.word[i + words + 1] : sign;
        result.word[i] = bits ? low >> bits | high << (64 - bits) : low;
    }
    return result;
}

static inline cost cost_digit(int64_t digit, unsigned shift)
{
    unsigned words = shift / 64, bits = shift % 64;
    uint64_t sign = digit < 0 ? UINT64_MAX : 0, low = (uint64_t)digit;
    cost result;
    for (unsigned i = 0; i < COST_WORDS; i++) {
        if (i < words)
            result.word[i] = 0;
        else if (i == words)
            result.word[i] = low << bits;
        else if (i == words + 1)
            result.word[i] = bits ? low >> (64 - bits) | sign << bits : sign;
        else
            result.word[i] = sign;
    }
    return result;
}

/* The lowest digit of `bits`, nearest to 0; what is left moves down in its place. */
static inline int64_t cost_take(cost *rest, unsigned bits)
{
    uint64_t half = (uint64_t)1 << (bits - 1);
    int64_t digit = (int64_t)(((rest->word[0] + half) & ((half << 1) - 1)) - half);
    *rest = cost_down(cost_subtract(*rest, cost_digit(digit, 0)), bits);
    return digit;
}

/* a / 2^shift, rounded down; the caller sees to it that it fits. */
static inline int64_t cost_high(cost a, unsigned shift)
{
    return (int64_t)cost_down(a, shift).word[0];
}
#endif
