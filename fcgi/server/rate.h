/* How often somebody may ask, counted in memory that all workers of a supervisor share. Nobody takes a lock: one word each. */
#ifndef SERVER_RATE_H
#define SERVER_RATE_H
#include <stdatomic.h>
#include <stdint.h>

enum { RATE_SLOTS = 1024 };
struct rate {
    _Atomic uint64_t
        slots[RATE_SLOTS]; /* who (24 bits), and the millisecond when they owe nothing again */
};

/* Counts one request of `who` (1 … 2^24 - 1) who may make `per_minute` of them: so many at once, then evenly. 0: it may go on;
 * else the seconds until the next one may, and this one was not counted. */
int64_t rate_take(struct rate *rate, uint32_t who, unsigned per_minute, int64_t now_us);
#endif
