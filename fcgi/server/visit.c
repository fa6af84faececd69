#include "visit.h"

#include "../base/time.h"
#include "session.h"

enum { RETRY_WITHIN_US = 1000000, SUBMISSION_WITHIN_US = 2500000 };

void visit_begin(struct visit *visit, struct service *service, struct request *request,
                 struct response *response)
{
    *visit = (struct visit){.service = service,
                            .request = request,
                            .response = response,
                            .arena = service->arena,
                            .page_rows = PAGE_ROWS};
    visit->parameters.arena = service->arena;
    parameters_moment(&visit->parameters);
    visit->today = parameters_find(&visit->parameters, "today")->bytes;
    visit->now = parameters_find(&visit->parameters, "now")->bytes;
    session_guess(visit);
}

static int64_t spent_us(const struct visit *visit)
{
    return time_monotonic_us() - visit->request->started_us;
}

bool visit_late(const struct visit *visit)
{
    return spent_us(visit) > RETRY_WITHIN_US;
}

bool visit_submission_late(const struct visit *visit)
{
    return spent_us(visit) > SUBMISSION_WITHIN_US;
}
