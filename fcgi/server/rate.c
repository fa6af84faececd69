#include "rate.h"

#include <stddef.h>

/* The generic cell rate algorithm: each request moves on, by its share of a minute, the moment when nothing is owed. */
enum { MINUTE_MS = 60000, PROBES = 32, WHO_SHIFT = 40 };
static const uint64_t moment_mask = ((uint64_t)1 << WHO_SHIFT) - 1;

/* The slot of `who`; else the first that nobody needs, since nothing is owed in it. NULL: all near are taken. */
static _Atomic uint64_t *slot_of(struct rate *rate, uint64_t who, uint64_t now, uint64_t *seen)
{
    _Atomic uint64_t *free_one = NULL;
    uint64_t home = who * 2654435761U % RATE_SLOTS;
    for (uint64_t i = 0; i < PROBES; i++) {
        _Atomic uint64_t *slot = &rate->slots[(home + i) % RATE_SLOTS];
        uint64_t word = *slot;
        if (word >> WHO_SHIFT == who) {
            *seen = word;
            return slot;
        }
        if (!free_one && (word & moment_mask) <= now) {
            free_one = slot;
            *seen = word;
        }
    }
    return free_one;
}

int64_t rate_take(struct rate *rate, uint32_t who, unsigned per_minute, int64_t now_us)
{
    const uint64_t now = (uint64_t)now_us / 1000, share = MINUTE_MS / per_minute;
    uint64_t seen = 0;
    for (;;) {
        _Atomic uint64_t *slot = slot_of(rate, who, now, &seen);
        if (!slot)
            return 0;
        uint64_t owed = seen & moment_mask;
        if (seen >> WHO_SHIFT != who || owed < now)
            owed = now;
        if (owed + share > now + MINUTE_MS)
            return (int64_t)(owed + share - now - MINUTE_MS + 999) / 1000;
        if (atomic_compare_exchange_weak(slot, &seen, (uint64_t)who << WHO_SHIFT | (owed + share)))
            return 0;
    }
}
