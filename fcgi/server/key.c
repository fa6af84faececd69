#include "key.h"

#include "../base/address_key.h"
#include "../base/log.h"
#include "../base/random.h"
#include "../base/text.h"
#include "../view/language.h"

#include <string.h>

enum { TAG_BYTES = 16 };

static const struct query_file *file_of(const struct visit *visit, const char *purpose)
{
    return query_store_find(visit->service->queries,
                            arena_printf(visit->arena, "keys/%s", purpose));
}

enum data_result key_find(struct visit *visit, const char *purpose, const struct row **row)
{
    const struct query_file *file = file_of(visit, purpose);
    const char *key = fields_find(&visit->request->query, "key");
    const int64_t id = address_key_id(key);
    struct rows found = {.arena = visit->arena, .wanted = 1};
    *row = NULL;
    visit->response->secret_address = true;
    if (!file || file->block_count == 0) {
        log_line(LOG_ERROR, "no_key_file", "purpose", purpose, NULL);
        return DATA_ERROR;
    }
    if (id == 0)
        return DATA_OK;
    parameters_integer(&visit->parameters, "id", id);
    enum data_result result = connection_run(visit->service->connection, &file->blocks[0], NULL,
                                             &visit->parameters, rows_keep, &found);
    const struct row *first = rows_first(&found);
    if (first && address_key_good(key, purpose, id, row_text(first, "salt")))
        *row = first;
    return result == DATA_NONE ? DATA_OK : result;
}

enum data_result key_check(struct visit *visit, int *status)
{
    const struct row *row;
    enum data_result result = key_find(visit, visit->route->thing, &row);
    *status = row ? 0 : 404;
    if (!row)
        return result;
    parameters_integer(&visit->parameters, "link",
                       address_key_id(fields_find(&visit->request->query, "key")));
    const char *lang = row_text(row, "lang");
    if (!visit->person && lang && language_known(lang) &&
        !fields_find(&visit->request->cookies, "lang")) {
        visit->lang = lang;
        parameters_text(&visit->parameters, "lang", lang);
    }
    return result;
}

/* What the key itself decides of the query: which place, from when on. */
static void take_parameters(struct visit *visit, const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        for (size_t p = 0; p < visit->route->parameter_count; p++) {
            const struct route_parameter *parameter = &visit->route->parameters[p];
            if (!text_equal(parameter->name, row->columns[i].name))
                continue;
            if (parameter->type == TYPE_ID && row->cells[i].text)
                parameters_integer(&visit->parameters, parameter->name,
                                   row_integer(row, parameter->name));
            else
                parameters_text(&visit->parameters, parameter->name, row->cells[i].text);
        }
}

enum data_result key_take_person(struct visit *visit, int *status)
{
    const struct row *row;
    enum data_result result = key_find(visit, visit->route->thing, &row);
    *status = row ? 0 : 404;
    visit->session_stale = false;
    visit->key_stale = row && row_flag(row, "stale");
    if (!row)
        return result;
    visit->person = row_integer(row, "person");
    visit->person_name = row_text(row, "name");
    visit->lang = language_known(row_text(row, "lang")) ? row_text(row, "lang") : visit->lang;
    parameters_integer(&visit->parameters, "viewer", visit->person);
    parameters_text(&visit->parameters, "lang", visit->lang);
    take_parameters(visit, row);
    return result;
}

void key_touch(struct visit *visit)
{
    if (visit->key_stale)
        connection_run(visit->service->connection,
                       query_file_block(file_of(visit, visit->route->thing), "touch"), NULL,
                       &visit->parameters, NULL, NULL);
    visit->key_stale = false;
}

void key_answer(struct visit *visit)
{
    struct response *response = visit->response;
    unsigned char hash[HASH_BYTES];
    char hex[2 * TAG_BYTES + 1];
    if (response->status != 200)
        return;
    hash_bytes(hash, response->body->bytes, response->body->length, NULL);
    text_hex(hex, hash, TAG_BYTES);
    const char *tag = arena_printf(visit->arena, "\"%s\"", hex);
    response->cache = "private, no-cache";
    response_header(response, "ETag", tag);
    if (visit->request->if_none_match && strstr(visit->request->if_none_match, tag)) {
        response->status = 304;
        buffer_clear(response->body);
    }
}
