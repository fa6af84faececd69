#include "conditional.h"

#include "../base/text.h"

#include <string.h>

static void set_parameter(struct visit *visit, const struct row *row, size_t at)
{
    const char *name = row->columns[at].name;
    if (row->cells[at].text && row->columns[at].type == COLUMN_INTEGER)
        parameters_integer(&visit->parameters, name, row_integer(row, name));
    else
        parameters_text(&visit->parameters, name, row->cells[at].text);
}

enum data_result conditional_read(struct visit *visit, int *status)
{
    struct rows rows = {.arena = visit->arena, .wanted = 1};
    enum data_result result = connection_step(visit->service->connection, visit->route->file,
                                              "state", &visit->parameters, rows_keep, &rows);
    visit->state = rows_first(&rows);
    if (result == DATA_OK && !visit->state)
        *status = 404;
    for (size_t i = 0; visit->state && i < visit->state->count; i++)
        set_parameter(visit, visit->state, i);
    return result;
}

/* Titles are in the reader's language, so each has a tag of its own. */
static const char *tag(const struct visit *visit)
{
    return arena_printf(visit->arena, "\"%s-%s\"", row_text(visit->state, "tag"), visit->lang);
}

void conditional_head(struct visit *visit)
{
    struct response *response = visit->response;
    const char *modified = row_text(visit->state, "modified");
    response_header(response, "ETag", tag(visit));
    if (modified)
        response_header(response, "Last-Modified", modified);
    response_header(response, "Vary", "Authorization, Accept-Language");
    response->cache = row_flag(visit->state, "immutable") ? "private, max-age=31536000, immutable"
                                                          : "private, no-cache";
}

/* A date counts only where there is no tag (RFC 9110), and only as we wrote it. */
static bool same(const struct visit *visit)
{
    const struct request *request = visit->request;
    if (request->if_none_match)
        return strstr(request->if_none_match, tag(visit)) != NULL;
    const char *modified = row_text(visit->state, "modified");
    return modified && text_equal(request->if_modified_since, modified);
}

bool conditional_answer(struct visit *visit)
{
    const struct request *request = visit->request;
    int status = 0;
    if (!request->if_none_match && !request->if_modified_since)
        return false;
    if (conditional_read(visit, &status) != DATA_OK || status || !same(visit))
        return false;
    conditional_head(visit);
    visit->response->status = 304;
    return true;
}
