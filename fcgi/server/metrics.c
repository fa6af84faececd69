#include "metrics.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

static const int statuses[METRICS_STATUSES] = {200, 303, 304, 400, 401, 403, 404, 405,
                                               409, 413, 422, 429, 500, 503, 0};
static const int64_t bucket_us[METRICS_BUCKETS] = {1000,   2000,   5000,    10000,   20000,  50000,
                                                   100000, 250000, 1000000, 2500000, 5000000};

struct metrics *metrics_new(void)
{
    void *memory = mmap(NULL, sizeof(struct metrics), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        abort();
    return memory;
}

void metrics_free(struct metrics *metrics)
{
    if (metrics)
        munmap(metrics, sizeof *metrics);
}

static size_t route_index(const struct route *route)
{
    size_t index = route ? route->number : METRICS_ROUTES - 1;
    assert(index < METRICS_ROUTES);
    return index;
}

void metrics_request(struct metrics *metrics, const struct route *route, bool post, int status,
                     int64_t us)
{
    size_t index = route_index(route), bucket = 0, at = 0;
    while (at < METRICS_STATUSES - 2 && statuses[at] != status)
        at++;
    while (bucket < METRICS_BUCKETS && us > bucket_us[bucket])
        bucket++;
    metrics->requests[index][post][at]++;
    metrics->seconds[index][bucket]++;
    metrics->microseconds[index] += (uint64_t)us;
}

static const char *route_name(const struct route_table *routes, size_t index, char name[96])
{
    if (index >= routes_count(routes))
        return "none";
    const struct route *route = routes_at(routes, index);
    snprintf(name, 96, "%s", route->file);
    return name;
}

static void write_requests(const struct metrics *metrics, const struct route_table *routes,
                           struct buffer *out)
{
    char name[96];
    buffer_text(out, "# TYPE praktikum_requests_total counter\n");
    for (size_t i = 0; i < METRICS_ROUTES; i++)
        for (size_t post = 0; post < 2; post++)
            for (size_t s = 0; s < METRICS_STATUSES; s++)
                if (metrics->requests[i][post][s])
                    buffer_printf(out,
                                  "praktikum_requests_total{route=\"%s\",method=\"%s\",status=\"%"
                                  "d\"} %" PRIu64 "\n",
                                  route_name(routes, i, name), post ? "POST" : "GET", statuses[s],
                                  metrics->requests[i][post][s]);
}

static void write_seconds(const struct metrics *metrics, const struct route_table *routes,
                          struct buffer *out)
{
    char name[96];
    buffer_text(out, "# TYPE praktikum_request_seconds histogram\n");
    for (size_t i = 0; i < METRICS_ROUTES; i++) {
        uint64_t sum = 0;
        for (size_t b = 0; b <= METRICS_BUCKETS; b++)
            sum += metrics->seconds[i][b];
        if (sum == 0)
            continue;
        const char *route = route_name(routes, i, name);
        sum = 0;
        for (size_t b = 0; b < METRICS_BUCKETS; b++) {
            sum += metrics->seconds[i][b];
            buffer_printf(out,
                          "praktikum_request_seconds_bucket{route=\"%s\",le=\"%g\"} %" PRIu64 "\n",
                          route, (double)bucket_us[b] / 1e6, sum);
        }
        sum += metrics->seconds[i][METRICS_BUCKETS];
        buffer_printf(out,
                      "praktikum_request_seconds_bucket{route=\"%s\",le=\"+Inf\"} %" PRIu64 "\n",
                      route, sum);
        buffer_printf(out, "praktikum_request_seconds_sum{route=\"%s\"} %.6f\n", route,
                      (double)metrics->microseconds[i] / 1e6);
        buffer_printf(out, "praktikum_request_seconds_count{route=\"%s\"} %" PRIu64 "\n", route,
                      sum);
    }
}

static void write_counter(struct buffer *out, const char *name, uint64_t value)
{
    buffer_printf(out, "# TYPE praktikum_%s counter\npraktikum_%s %" PRIu64 "\n", name, name,
                  value);
}

int metrics_workers(const struct metrics *metrics)
{
    int count = 0;
    for (size_t i = 0; i < METRICS_WORKERS; i++)
        count += metrics->worker[i] != 0;
    return count;
}

void metrics_write(const struct metrics *metrics, const struct route_table *routes,
                   struct buffer *out)
{
    write_requests(metrics, routes, out);
    write_seconds(metrics, routes, out);
    write_counter(out, "statements_total", metrics->statements);
    buffer_printf(out,
                  "# TYPE praktikum_statement_seconds_total "
                  "counter\npraktikum_statement_seconds_total %.6f\n",
                  (double)metrics->database_microseconds / 1e6);
    write_counter(out, "transaction_retries_total", metrics->retries);
    write_counter(out, "database_lost_total", metrics->lost);
    write_counter(out, "worker_respawns_total", metrics->respawns);
    write_counter(out, "request_deadlines_total", metrics->deadlines);
    buffer_printf(out, "# TYPE praktikum_workers gauge\npraktikum_workers %d\n",
                  metrics_workers(metrics));
    buffer_text(out, "# TYPE praktikum_worker_resident_bytes gauge\n");
    for (size_t i = 0; i < METRICS_WORKERS; i++)
        if (metrics->worker[i])
            buffer_printf(
                out, "praktikum_worker_resident_bytes{worker=\"%zu\",pid=\"%d\"} %" PRId64 "\n", i,
                metrics->worker[i], metrics->worker_bytes[i]);
    buffer_text(out, "# TYPE praktikum_worker_requests counter\n");
    for (size_t i = 0; i < METRICS_WORKERS; i++)
        if (metrics->worker[i])
            buffer_printf(out, "praktikum_worker_requests{worker=\"%zu\",pid=\"%d\"} %" PRIu64 "\n",
                          i, metrics->worker[i], metrics->worker_requests[i]);
}
