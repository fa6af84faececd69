/* From a request to its answer: the road of a request, each step one call. */
#ifndef SERVER_ANSWER_H
#define SERVER_ANSWER_H
#include "request.h"
#include "response.h"
#include "service.h"

/* `status` is what request_read said and `culprit` what was at fault. `bench` is the request's X-Bench, or NULL. Writes
 * the log line and the counters, and leaves the service's arena to be reset by the caller. */
void answer(struct service *service, struct request *request, struct response *response, int status,
            const char *culprit, const char *bench);
#endif
