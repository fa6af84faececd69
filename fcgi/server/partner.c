#include "partner.h"

#include "../base/address_key.h"
#include "../base/network.h"
#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"
#include "guard.h"
#include "metrics.h"
#include "problem.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

static const char file[] = "keys/partner";

/* What stands behind `Bearer`; NULL without. */
static const char *bearer(const struct visit *visit)
{
    static const char scheme[] = "Bearer ";
    const char *text = visit->request->authorization;
    if (!text || strncasecmp(text, scheme, sizeof scheme - 1) != 0)
        return NULL;
    return text + sizeof scheme - 1 + strspn(text + sizeof scheme - 1, " ");
}

static bool same_hash(const struct row *row, const char *key)
{
    unsigned char hash[HASH_BYTES];
    hash_bytes(hash, key, strlen(key), NULL);
    return row_holds_hash(row, "hash", hash);
}

/* *row: of the key that was sent; NULL when it is none, or not to be counted. */
static enum data_result find(struct visit *visit, const struct row **row)
{
    struct connection *connection = visit->service->connection;
    struct rows found = {.arena = visit->arena, .wanted = 1};
    const char *key = bearer(visit);
    const int64_t id = address_key_id(key);
    *row = NULL;
    if (id == 0)
        return DATA_OK;
    parameters_integer(&visit->parameters, "id", id);
    parameters_integer(&visit->parameters, "partner_key", id);
    enum data_result result =
        connection_step(connection, file, "key", &visit->parameters, rows_keep, &found);
    if (result == DATA_LOST && !visit_late(visit))
        result = connection_step(connection, file, "key", &visit->parameters, rows_keep, &found);
    const struct row *first = rows_first(&found);
    if (first && same_hash(first, key))
        *row = first;
    return result == DATA_NONE ? DATA_OK : result;
}

/* Whether a SET column, its words separated by commas, has one. */
static bool granted(const char *words, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = words; at && *at; at += strcspn(at, ",") + (strchr(at, ',') ? 1 : 0))
        if (strcspn(at, ",") == length && strncmp(at, word, length) == 0)
            return true;
    return false;
}

static void take(struct visit *visit, const struct row *row)
{
    visit->partner = row_integer(row, "partner");
    visit->person = row_integer(row, "person");
    visit->person_name = row_text(row, "name");
    parameters_integer(&visit->parameters, "partner", visit->partner);
    parameters_integer(&visit->parameters, "viewer", visit->person);
    parameters_id(&visit->parameters, "partner_institution", row_integer(row, "institution"));
    parameters_id(&visit->parameters, "partner_site", row_integer(row, "site"));
}

/* Everybody without a key that counts is told the same. */
static void refuse_unknown(struct visit *visit)
{
    response_header(visit->response, "WWW-Authenticate", "Bearer realm=\"Praktikum\"");
    problem_answer(visit, 401, NULL);
}

static bool too_many(struct visit *visit, const struct row *row)
{
    if (visit->service->bench)
        return false;
    int64_t wait = rate_take(&visit->service->metrics->partners, (uint32_t)visit->partner,
                             (unsigned)row_integer(row, "per_minute"), time_monotonic_us());
    if (wait == 0)
        return false;
    response_header(visit->response, "Retry-After", arena_printf(visit->arena, "%" PRId64, wait));
    problem_answer(visit, 429, NULL);
    return true;
}

static void note_use(struct visit *visit)
{
    parameters_text(&visit->parameters, "partner_address", visit->request->address);
    connection_step(visit->service->connection, file, "touch", &visit->parameters, NULL, NULL);
}

static void speak(struct visit *visit)
{
    const char *lang = request_language(visit->request->accept_language);
    visit->lang = lang ? lang : "nb";
    parameters_text(&visit->parameters, "lang", visit->lang);
}

bool partner_enter(struct visit *visit)
{
    const struct route *route = visit->route;
    const struct row *row;
    speak(visit);
    if (!guard_allows(visit)) {
        problem_answer(visit, 503, NULL);
        return false;
    }
    enum data_result result = find(visit, &row);
    guard_report(visit, result);
    if (result != DATA_OK) {
        problem_answer(visit, result == DATA_ERROR ? 500 : 503, NULL);
        return false;
    }
    if (!row) {
        refuse_unknown(visit);
        return false;
    }
    const char *networks = row_text(row, "addresses");
    if (networks && !networks_hold(networks, visit->request->address)) {
        problem_answer(visit, 403, NULL);
        return false;
    }
    take(visit, row);
    if (too_many(visit, row))
        return false;
    if (row_flag(row, "stale"))
        note_use(visit);
    if (granted(row_text(row, route->kind == ROUTE_INBOUND ? "writes" : "feeds"), route->thing))
        return true;
    problem_answer(visit, 404, NULL);
    return false;
}
