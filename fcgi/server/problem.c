#include "problem.h"

#include "../base/log.h"
#include "../base/text.h"
#include "route.h"

#include <string.h>

static const char media[] = "application/problem+xml; charset=utf-8";

const char *problem_kind(int status)
{
    static const struct {
        int status;
        const char *kind;
    } kinds[] = {{400, "bad-request"},       {401, "unauthorized"},       {403, "forbidden"},
                 {404, "not-found"},         {405, "method-not-allowed"}, {409, "conflict"},
                 {413, "too-large"},         {415, "wrong-type"},         {422, "invalid"},
                 {429, "too-many-requests"}, {503, "unavailable"},        {504, "unavailable"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].status == status)
            return kinds[i].kind;
    return "failed";
}

bool problem_wanted(const struct visit *visit)
{
    const char *path = visit->request->path;
    return visit->route ? route_partner(visit->route)
                        : strncmp(path, "/feeds/", 7) == 0 || strncmp(path, "/inbound/", 9) == 0;
}

struct document *problem_begin(struct visit *visit, int status, const char *kind,
                               struct node **problem)
{
    response_restart(visit->response, status);
    struct document *document = document_new(visit->arena, visit->lang);
    struct node *root = document_root(document);
    document_attribute(document, root, "area", "error");
    document_attribute(document, root, "name", "error");
    document_attribute(document, root, "format", "problem");
    document_attribute(document, root, "lang", visit->lang);
    document_attribute(document, root, "request", visit->request->id);
    *problem = document_element(document, root, "problem");
    document_attribute_integer(document, *problem, "status", status);
    document_attribute(document, *problem, "kind", kind ? kind : problem_kind(status));
    return document;
}

void problem_end(struct visit *visit, struct document *document)
{
    struct response *response = visit->response;
    bool good = stylesheets_render(visit->service->sheets, "error/error.problem", visit->lang,
                                   document, response->body);
    document_end(document);
    response->type = media;
    if (good && !response->body->full)
        return;
    log_line(LOG_ERROR, "problem_failed", "id", visit->request->id, NULL);
    response_restart(response, response->status);
    response->type = media;
    buffer_printf(response->body,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<problem xmlns=\"urn:ietf:rfc:7807\"><status>%d</status></problem>\n",
                  response->status);
}

void problem_answer(struct visit *visit, int status, const char *parameter)
{
    struct node *problem;
    struct document *document = problem_begin(visit, status, NULL, &problem);
    if (status == 503)
        response_header(visit->response, "Retry-After", "5");
    if (parameter && *parameter)
        document_attribute(document, problem, "parameter", parameter);
    problem_end(visit, document);
}
