#include "rights.h"

#include "../base/log.h"
#include "../base/text.h"
#include "key.h"

/* The row of sql/rights/<thing>.sql; *row NULL when there is no such thing. */
static enum data_result read_rights(struct visit *visit, const char *thing, const struct row **row)
{
    const struct query_file *file =
        query_store_find(visit->service->queries, arena_printf(visit->arena, "rights/%s", thing));
    struct rows kept = {.arena = visit->arena, .wanted = 1};
    *row = NULL;
    if (!file || file->block_count == 0) {
        log_line(LOG_ERROR, "no_rights", "thing", thing, NULL);
        return DATA_ERROR;
    }
    enum data_result result = connection_run(visit->service->connection, &file->blocks[0], NULL,
                                             &visit->parameters, rows_keep, &kept);
    *row = rows_first(&kept);
    return result == DATA_NONE ? DATA_OK : result;
}

enum data_result rights_check(struct visit *visit, bool again, int *status)
{
    const struct route *route = visit->route;
    enum data_result result = DATA_OK;
    *status = 0;
    visit->viewer = visit->rights = NULL;
    if (route->access == ACCESS_LINK)
        result = key_check(visit, status);
    else if (route->access == ACCESS_KEYED)
        result = key_take_person(visit, status);
    if (result != DATA_OK || *status)
        return result;
    if (!visit->person) {
        *status = route_open(route) ? 0 : 303;
        return DATA_OK;
    }
    result = read_rights(visit, "viewer", &visit->viewer);
    parameters_viewer(&visit->parameters, visit->viewer);
    if (result != DATA_OK || route_open(route) || route->access == ACCESS_SIGNED_IN)
        return result;
    if (text_equal(route->thing, "viewer")) {
        if (!visit->viewer || !row_flag(visit->viewer, route->right))
            *status = 403;
        return DATA_OK;
    }
    result = read_rights(visit, route->thing, &visit->rights);
    if (result != DATA_OK)
        return result;
    if (!visit->rights || !row_flag(visit->rights, "view"))
        *status = 404;
    else if (route->access == ACCESS_MAY && !again && !row_flag(visit->rights, route->right))
        *status = 403;
    return DATA_OK;
}
