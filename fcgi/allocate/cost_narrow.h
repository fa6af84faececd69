/* Packed costs of 128 bits. */
#ifndef ALLOCATE_COST_NARROW_H
#define ALLOCATE_COST_NARROW_H
#include <stdbool.h>
#include <stdint.h>

#define OF_WIDTH(name) name##_narrow
typedef __int128 cost;

static inline cost cost_zero(void)
{
    return 0;
}

static inline cost cost_add(cost a, cost b)
{
    return a + b;
}

static inline cost cost_subtract(cost a, cost b)
{
    return a - b;
}

static inline bool cost_less(cost a, cost b)
{
    return a < b;
}

static inline cost cost_digit(int64_t digit, unsigned shift)
{
    return (cost)digit * ((cost)1 << shift);
}

/* The lowest digit of `bits`, nearest to 0; what is left moves down in its place. */
static inline int64_t cost_take(cost *rest, unsigned bits)
{
    cost half = (cost)1 << (bits - 1);
    int64_t digit = (int64_t)(((*rest + half) & ((half << 1) - 1)) - half);
    *rest = (*rest - digit) >> bits;
    return digit;
}

/* a / 2^shift, rounded down; the caller sees to it that it fits. */
static inline int64_t cost_high(cost a, unsigned shift)
{
    return (int64_t)(a >> shift);
}
#endif
