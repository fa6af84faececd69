#include "answer.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "guard.h"
#include "inbound.h"
#include "metrics.h"
#include "page.h"
#include "partner.h"
#include "problem.h"
#include "session.h"
#include "submit.h"
#include "verify_limit.h"
#include "visit.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void answer_health(struct visit *visit)
{
    struct response *response = visit->response;
    bool up = guard_allows(visit);
    if (up) {
        enum data_result result = connection_execute(visit->service->connection, "DO 0");
        if (result == DATA_LOST && !visit_late(visit))
            result = connection_execute(visit->service->connection, "DO 0");
        guard_report(visit, result);
        up = result == DATA_OK;
    }
    response->status = up ? 200 : 503;
    response->type = "application/json";
    buffer_printf(response->body, "{\"status\":\"%s\",\"workers\":%d,\"database\":\"%s\"}\n",
                  up ? "ok" : "down", metrics_workers(visit->service->metrics), up ? "up" : "down");
}

/* nginx lets nobody else in either; this holds when it is set up otherwise. */
static bool from_here(const struct request *request)
{
    return text_equal(request->address, "127.0.0.1") || text_equal(request->address, "::1") ||
           text_equal(request->address, "unix:") || text_equal(request->address, "");
}

static void answer_metrics(struct visit *visit)
{
    if (!from_here(visit->request)) {
        page_error(visit, 404, NULL);
        return;
    }
    visit->response->type = "text/plain; version=0.0.4; charset=utf-8";
    metrics_write(visit->service->metrics, visit->service->routes, visit->response->body);
}

static void read_bench(struct visit *visit, const char *bench)
{
    int64_t rows;
    if (!bench || !visit->service->bench)
        return;
    if (strncmp(bench, "rows=", 5) == 0 && text_integer(bench + 5, 1, 5000, &rows))
        visit->page_rows = rows;
    visit->floor =
        text_equal(bench, "floor") && visit->request->format == FORMAT_HTML &&
        (visit->route->kind == ROUTE_FEED || visit->service->bench_bytes[visit->route->number] > 0);
}

/* An error page before anything was read: of whoever is signed in, whose forms on it would be refused otherwise. */
static void refuse(struct visit *visit, int status, const char *culprit)
{
    if (!visit->partner && !problem_wanted(visit) && session_claimed(visit) && guard_allows(visit))
        guard_report(visit, session_find(visit));
    page_error(visit, status, culprit);
}

/* What the format asked for is made of: a calendar or a feed has a stylesheet, and maybe statements, of its own; so may a
 * file for spreadsheets that is no list. All prints are asked for on one page. A partner's page of results is an ELMO file, whether its
 * address says so or not. */
static void name_file(struct visit *visit)
{
    const char *elmo = arena_printf(visit->arena, "%s.elmo", visit->route->file);
    if (route_partner(visit->route) && visit->request->format == FORMAT_HTML &&
        stylesheets_have(visit->service->sheets, elmo))
        visit->request->format = FORMAT_ELMO;
    enum format format = visit->request->format;
    visit->file = visit->route->file;
    if (visit->route->kind == ROUTE_ATOM && format == FORMAT_HTML)
        format = visit->request->format = FORMAT_ATOM;
    if (visit->route->kind == ROUTE_PRINT && (format == FORMAT_HTML || format == FORMAT_XML))
        visit->file = "prints/ask";
    if (format_outside(format))
        visit->file = arena_printf(visit->arena, "%s.%s", visit->file, format_outside(format));
    const char *csv = arena_printf(visit->arena, "%s.csv", visit->file);
    if (format == FORMAT_CSV && stylesheets_have(visit->service->sheets, csv))
        visit->file = csv;
}

static void answer_route(struct visit *visit, const char *bench)
{
    const struct request *request = visit->request;
    const char *allowed = visit->route->form ? "GET, HEAD, POST" : "GET, HEAD";
    bool post = request->method == METHOD_POST;
    if (route_partner(visit->route) && !partner_enter(visit))
        return;
    if (visit->route->kind == ROUTE_INBOUND) {
        inbound_answer(visit);
        return;
    }
    if (request->method == METHOD_OTHER || request->method == METHOD_PUT ||
        (post && (!visit->route->form || request->format != FORMAT_HTML))) {
        response_header(visit->response, "Allow", allowed);
        refuse(visit, 405, NULL);
        return;
    }
    name_file(visit);
    const char *wrong = route_query(visit->route, &request->query, &visit->parameters);
    if (wrong) {
        refuse(visit, 400, wrong);
    } else if (!route_open(visit->route) && !session_claimed(visit)) {
        page_sign_in(visit);
    } else if (!visit->partner && !guard_allows(visit)) {
        page_error(visit, 503, NULL);
    } else if (!verify_allowed(visit)) {
        page_error(visit, 429, NULL);
    } else if (post) {
        submit_answer(visit);
    } else {
        const struct page_state fresh = {0};
        read_bench(visit, bench);
        page_answer(visit, &fresh);
    }
}

static void log_request(struct visit *visit)
{
    const struct request *request = visit->request;
    struct metrics *metrics = visit->service->metrics;
    unsigned statements = 0;
    int64_t database_us = 0, us = time_monotonic_us() - request->started_us;
    char status[12], bytes[24], took[24], count[12], database[24], person[24];
    connection_usage(visit->service->connection, &statements, &database_us);
    metrics->statements += statements;
    metrics->database_microseconds += (uint64_t)database_us;
    metrics_request(metrics, visit->route, request->method == METHOD_POST, visit->response->status,
                    us);
    snprintf(status, sizeof status, "%d", visit->response->status);
    snprintf(bytes, sizeof bytes, "%" PRIu64, stream_bytes(visit->response));
    snprintf(took, sizeof took, "%" PRId64, us);
    snprintf(count, sizeof count, "%u", statements);
    snprintf(database, sizeof database, "%" PRId64, database_us);
    snprintf(person, sizeof person, "%" PRId64, visit->person);
    log_line(LOG_INFO, "request", "id", request->id, "method", request->method_text, "route",
             visit->route ? visit->route->file : "none", "status", status, "bytes", bytes, "us",
             took, "statements", count, "database_us", database, "person", person, NULL);
}

void answer(struct service *service, struct request *request, struct response *response, int status,
            const char *culprit, const char *bench)
{
    struct visit *visit = arena_zero(service->arena, sizeof *visit);
    response_begin(response, &service->head, &service->body, service->config->secure_cookies);
    stream_reset(&service->stream, request->method == METHOD_HEAD);
    response->stream = &service->stream;
    visit_begin(visit, service, request, response);
    if (status != 0)
        refuse(visit, status, culprit);
    else if (text_equal(request->path, "/health"))
        answer_health(visit);
    else if (text_equal(request->path, "/metrics"))
        answer_metrics(visit);
    else if (!(visit->route = routes_match(service->routes, request->path, &visit->parameters)))
        refuse(visit, 404, NULL);
    else
        answer_route(visit, bench);
    log_request(visit);
}
