#include "verify_limit.h"

#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"
#include "metrics.h"

#include <string.h>

/* 24 bits that stand for the address, and for nothing outside of this service. */
static uint32_t who(const struct visit *visit)
{
    unsigned char hash[HASH_BYTES];
    const char *address = visit->request->address;
    hash_bytes(hash, address, strlen(address), visit->service->cookie_key);
    uint32_t number = (uint32_t)hash[0] << 16 | (uint32_t)hash[1] << 8 | hash[2];
    return number ? number : 1;
}

bool verify_allowed(const struct visit *visit)
{
    const char *code = fields_find(&visit->request->query, "code");
    if (!text_equal(visit->route->file, "transcripts/verify") || !code || !*code)
        return true;
    return rate_take(&visit->service->metrics->verifiers, who(visit),
                     (unsigned)visit->service->config->verify_limit, time_monotonic_us()) == 0;
}
