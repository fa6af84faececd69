/* Counters that all workers of a supervisor share, and how /metrics and /health say them. */
#ifndef SERVER_METRICS_H
#define SERVER_METRICS_H
#include "../base/buffer.h"
#include "rate.h"
#include "route.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum { METRICS_WORKERS = 64, METRICS_ROUTES = 384, METRICS_STATUSES = 16, METRICS_BUCKETS = 11 };

struct metrics {
    _Atomic int64_t database_shut_until; /* guard.c; monotonic microseconds, 0: open */
    _Atomic uint64_t requests[METRICS_ROUTES][2][METRICS_STATUSES]; /* GET and HEAD, POST */
    _Atomic uint64_t seconds[METRICS_ROUTES][METRICS_BUCKETS + 1];  /* latency, last is +Inf */
    _Atomic uint64_t microseconds[METRICS_ROUTES];
    _Atomic uint64_t statements, database_microseconds, retries, lost;
    _Atomic uint64_t respawns, deadlines;
    _Atomic int worker[METRICS_WORKERS];           /* process id, 0 when none */
    _Atomic int64_t worker_bytes[METRICS_WORKERS]; /* resident */
    _Atomic uint64_t worker_requests[METRICS_WORKERS];
    struct rate partners;  /* partner.c: requests of each */
    struct rate verifiers; /* verify_limit.c: codes that each address asked for */
};

/* Anonymous memory shared with children; aborts when there is none. */
struct metrics *metrics_new(void);
void metrics_free(struct metrics *metrics);
/* route NULL: an address that is no row. */
void metrics_request(struct metrics *metrics, const struct route *route, bool post, int status,
                     int64_t us);
/* Prometheus text, version 0.0.4. */
void metrics_write(const struct metrics *metrics, const struct route_table *routes,
                   struct buffer *out);
int metrics_workers(const struct metrics *metrics);
#endif
