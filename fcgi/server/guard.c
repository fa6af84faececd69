#include "guard.h"

#include "../base/time.h"
#include "metrics.h"

enum { HANG_US = 1000000, PAUSE_US = 1000000, TRIAL_US = 5000000 };

bool guard_allows(struct visit *visit)
{
    _Atomic int64_t *until = &visit->service->metrics->database_shut_until;
    int64_t shut = *until, now = time_monotonic_us();
    if (shut == 0)
        return true;
    /* Whoever moves the mark on is the one that tries. */
    return now >= shut && atomic_compare_exchange_strong(until, &shut, now + TRIAL_US);
}

void guard_report(struct visit *visit, enum data_result result)
{
    _Atomic int64_t *until = &visit->service->metrics->database_shut_until;
    bool down = result == DATA_LOST || result == DATA_UNAVAILABLE || result == DATA_TIMEOUT;
    int64_t now = time_monotonic_us();
    if (!down) {
        *until = 0;
    } else if (now - visit->request->started_us > HANG_US || *until != 0) {
        *until = now + PAUSE_US;
    }
}
