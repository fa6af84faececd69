#include "inbound.h"

#include "../base/random.h"
#include "../base/text.h"
#include "../sheet/message.h"
#include "../view/xml_text.h"
#include "../workflow/inbound.h"
#include "guard.h"
#include "inbound_problem.h"
#include "metrics.h"
#include "problem.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { JSON_MAXIMUM = 4 << 20, PIECE = 64 * 1024, MESSAGE_ID_LONGEST = 100 };
static const char file[] = "session/inbound";

/* One message on its way. */
struct delivery {
    struct visit *visit;
    const char *id;                 /* the sender's */
    unsigned char hash[HASH_BYTES]; /* of the body */
    struct buffer json;             /* the rows, for statements */
    const char *rows;               /* the same, whole */
    unsigned *lines;                /* of each row */
    struct inbound inbound;
    unsigned fault_lines[INBOUND_FAULTS]; /* of the reader's faults; 0: the row's own */
    const struct row *before;             /* step `find`: it was taken */
    bool dry;
};

bool inbound_load(struct service *service, char *error, size_t error_size)
{
    for (size_t i = 0; i < routes_count(service->routes); i++) {
        const struct route *route = routes_at(service->routes, i);
        if (route->kind != ROUTE_INBOUND)
            continue;
        char path[4300];
        int length = snprintf(path, sizeof path, "%s/assets/schemas/", service->config->var_folder);
        snprintf(path + length, sizeof path - (size_t)length, "%s-%s-1.xsd", route->area,
                 route->name);
        for (char *at = path + length; *at; at++)
            if (*at == '_')
                *at = '-';
        service->schemas[i] = message_schema_load(path, error, error_size);
        if (!service->schemas[i])
            return false;
    }
    return true;
}

void inbound_free(struct service *service)
{
    for (size_t i = 0; i < METRICS_ROUTES; i++)
        message_schema_free(service->schemas[i]);
}

/* ---- the body ---- */

static void add_value(struct delivery *delivery, const struct message_value *value)
{
    struct buffer *json = &delivery->json;
    buffer_printf(json, "%s\"%s\":\"", json->bytes[json->length - 1] == '{' ? "" : ",",
                  value->name);
    for (const char *at = text_clean(delivery->visit->arena, value->value); *at; at++) {
        if ((unsigned char)*at < 0x20)
            buffer_printf(json, "\\u%04x", (unsigned)*at);
        else if (*at == '"' || *at == '\\')
            buffer_printf(json, "\\%c", *at);
        else
            buffer_char(json, *at);
    }
    buffer_char(json, '"');
}

/* Names of attributes are XML's; one that JSON would escape is none of a schema's, and so the row is refused. */
static bool plain(const char *name)
{
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

static bool take_row(void *context, const struct message_row *row)
{
    struct delivery *delivery = context;
    delivery->lines[row->number - 1] = row->line;
    delivery->inbound.count = row->number;
    buffer_text(&delivery->json, row->number == 1 ? "[{" : ",{");
    for (size_t i = 0; i < row->count; i++)
        if (plain(row->values[i].name))
            add_value(delivery, &row->values[i]);
    buffer_char(&delivery->json, '}');
    return !delivery->json.full;
}

static bool take_fault(void *context, const struct message_fault *fault)
{
    static const char *const errors[] = {[MESSAGE_ELEMENT] = "element_unexpected",
                                         [MESSAGE_ATTRIBUTE] = "attribute_unknown",
                                         [MESSAGE_MISSING] = "attribute_missing",
                                         [MESSAGE_VALUE_OF] = "value_invalid",
                                         [MESSAGE_TEXT] = "text_unexpected"};
    struct delivery *delivery = context;
    struct inbound *inbound = &delivery->inbound;
    bool about_rows = fault->wrong == MESSAGE_MISSING && !*fault->name;
    const char *name =
        fault->wrong == MESSAGE_ELEMENT ? "" : arena_text(delivery->visit->arena, fault->name);
    if (inbound->fault_count < INBOUND_FAULTS)
        delivery->fault_lines[inbound->fault_count] = fault->line;
    inbound_fault(inbound, fault->row, name, about_rows ? "rows_missing" : errors[fault->wrong]);
    return true;
}

/* As much as there is, up to a whole piece: so the same body is always the same pieces. -1 on failure. */
static long read_piece(const struct request *request, char *bytes)
{
    long got = 0;
    while (got < PIECE) {
        long some = request->body(request->body_context, bytes + got, (size_t)(PIECE - got));
        if (some < 0)
            return -1;
        if (some == 0)
            break;
        got += some;
    }
    return got;
}

static void hash_piece(struct delivery *delivery, const char *bytes, size_t length)
{
    unsigned char chain[2 * HASH_BYTES];
    memcpy(chain, delivery->hash, HASH_BYTES);
    hash_bytes(chain + HASH_BYTES, bytes, length, NULL);
    hash_bytes(delivery->hash, chain, sizeof chain, NULL);
}

/* 0, or the status to answer; *result and *line: what the reader found. */
static int read_body(struct delivery *delivery, enum message_result *result, unsigned *line)
{
    const struct visit *visit = delivery->visit;
    const struct request *request = visit->request;
    const struct message_reader reader = {take_row, take_fault, delivery};
    struct message *message = message_new(visit->service->schemas[visit->route->number], &reader);
    char *piece = arena_alloc(visit->arena, PIECE);
    int64_t whole = 0;
    long got;
    bool more = true;
    while (more && (got = read_piece(request, piece)) > 0) {
        whole += got;
        hash_piece(delivery, piece, (size_t)got);
        more = message_feed(message, piece, (size_t)got);
    }
    *result = message_end(message, line);
    if (more && (got < 0 || (request->body_length >= 0 && whole != request->body_length)))
        return 400;
    return 0;
}

/* 0, or the status to answer. */
static int refuse_early(const struct request *request)
{
    static const char *const types[] = {"application/xml", "text/xml"};
    if (request->body_length > MESSAGE_BYTES)
        return 413;
    const char *type = request->content_type ? request->content_type : "";
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t length = strlen(types[i]);
        if (strncasecmp(type, types[i], length) != 0 || !strchr("; ", type[length]))
            continue;
        const char *charset = strcasestr(type, "charset=");
        if (!charset)
            return 0;
        charset += 8 + (charset[8] == '"');
        return strncasecmp(charset, "utf-8", 5) == 0 ? 0 : 415;
    }
    return 415;
}

/* ---- one transaction ---- */

static enum data_result run(struct delivery *delivery, const char *step,
                            const struct parameters *parameters, struct rows *rows)
{
    return connection_step(delivery->visit->service->connection, file, step, parameters,
                           rows ? rows_keep : NULL, rows);
}

static enum data_result find(struct delivery *delivery, const struct parameters *parameters)
{
    struct rows rows = {.arena = delivery->visit->arena, .wanted = 1};
    enum data_result result = run(delivery, "find", parameters, &rows);
    delivery->before = rows_first(&rows);
    return result == DATA_NONE ? DATA_OK : result;
}

/* The visit's, and what the message is; each try its own. */
static void set_parameters(struct delivery *delivery, struct parameters *parameters)
{
    const struct visit *visit = delivery->visit;
    *parameters = (struct parameters){.arena = visit->arena,
                                      .count = visit->parameters.count,
                                      .capacity = visit->parameters.count};
    size_t bytes = visit->parameters.count * sizeof *parameters->items;
    parameters->items = arena_alloc(visit->arena, bytes + 1);
    memcpy(parameters->items, visit->parameters.items, bytes);
    parameters_text(parameters, "kind", visit->route->name);
    parameters_text(parameters, "message", delivery->id);
    parameters_bytes(parameters, "body", delivery->hash, HASH_BYTES);
    parameters_text(parameters, "request", visit->request->id);
    parameters_text(parameters, "rows", delivery->rows);
}

static int64_t outcomes(const char *letters, char letter)
{
    int64_t count = 0;
    for (const char *at = letters; *at; at++)
        count += *at == letter;
    return count;
}

static enum data_result finish(struct delivery *delivery, struct parameters *parameters)
{
    const char *letters = delivery->inbound.outcomes;
    parameters_integer(parameters, "rows_sent", (int64_t)delivery->inbound.count);
    parameters_integer(parameters, "rows_made", outcomes(letters, 'm'));
    parameters_integer(parameters, "rows_changed", outcomes(letters, 'c'));
    parameters_integer(parameters, "rows_same", outcomes(letters, 's'));
    parameters_text(parameters, "outcomes", letters);
    enum data_result result = run(delivery, "end", parameters, NULL);
    if (result == DATA_OK)
        result = connection_commit(delivery->visit->service->connection);
    return result;
}

/* What the workflow says of it, within the transaction that has begun. */
static enum data_result act(struct delivery *delivery, struct parameters *parameters, bool *done)
{
    struct visit *visit = delivery->visit;
    struct inbound *inbound = &delivery->inbound;
    struct action_session session = {.address = visit->request->address};
    inbound->fault_count = 0;
    memset(inbound->outcomes, 's', inbound->count);
    struct action action = {
        .arena = visit->arena,
        .connection = visit->service->connection,
        .store = visit->service->queries,
        .sql = query_store_find(visit->service->queries, visit->route->file),
        .parameters = parameters,
        .viewer = visit->person,
        .lang = visit->lang,
        .request_id = visit->request->id,
        .session = &session,
        .inbound = inbound,
    };
    enum outcome outcome = visit->route->function(&action);
    *done = outcome == OUTCOME_DONE && inbound->fault_count == 0;
    /* Somebody took the same at the same time. */
    return action.result == DATA_DUPLICATE ? DATA_RETRY : action.result;
}

/* One try. Leaves no transaction open. */
static enum data_result try_once(struct delivery *delivery)
{
    struct connection *connection = delivery->visit->service->connection;
    struct rows partner = {.arena = delivery->visit->arena, .wanted = 1};
    struct parameters parameters;
    bool done = false;
    set_parameters(delivery, &parameters);
    enum data_result result = connection_begin(connection);
    if (result == DATA_OK)
        result = run(delivery, "partner", &parameters, &partner);
    if (result == DATA_OK)
        result = find(delivery, &parameters);
    if (result == DATA_OK && !delivery->before)
        result = run(delivery, "begin", &parameters, NULL);
    if (result == DATA_OK && !delivery->before)
        result = act(delivery, &parameters, &done);
    if (result == DATA_OK && done && !delivery->dry)
        result = finish(delivery, &parameters);
    if (result != DATA_OK || !done || delivery->dry)
        connection_rollback(connection);
    return result;
}

/* A commit whose answer was lost is looked up by the next try, never repeated blindly. */
static enum data_result try_until_known(struct delivery *delivery)
{
    enum data_result result = DATA_ERROR;
    for (unsigned attempt = 0; attempt == 0 || connection_pause(attempt); attempt++) {
        result = try_once(delivery);
        if ((result != DATA_RETRY && result != DATA_LOST) || visit_submission_late(delivery->visit))
            break;
        delivery->visit->service->metrics->retries++;
    }
    return result;
}

/* ---- what is answered ---- */

static void write_number(struct buffer *out, const char *name, int64_t number)
{
    buffer_printf(out, " %s=\"%" PRId64 "\"", name, number);
}

static const char *outcome_name(char letter)
{
    return letter == 'm' ? "made" : letter == 'c' ? "changed" : "same";
}

static void write_receipt(const struct delivery *delivery, const char *letters, const char *at)
{
    const struct visit *visit = delivery->visit;
    struct buffer *out = visit->response->body;
    visit->response->type = "application/xml; charset=utf-8";
    buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<receipt xmlns=\"urn:praktikum:inbound:receipt:1\"");
    xml_write_attribute(out, "message", delivery->id);
    xml_write_attribute(out, "kind", visit->route->segments[1]);
    /* "2026-11-22 12:41:00", in UTC */
    buffer_printf(out, " received-at=\"%.10sT%.8sZ\"", at, at + 11);
    write_number(out, "dry", delivery->dry && !delivery->before);
    write_number(out, "repeated", delivery->before != NULL);
    write_number(out, "rows", (int64_t)delivery->inbound.count);
    write_number(out, "made", outcomes(letters, 'm'));
    write_number(out, "changed", outcomes(letters, 'c'));
    write_number(out, "same", outcomes(letters, 's'));
    buffer_text(out, ">\n");
    for (size_t i = 0; i < delivery->inbound.count && letters[i]; i++) {
        buffer_printf(out, "<row number=\"%zu\" line=\"%u\" outcome=\"%s\"/>\n", i + 1,
                      delivery->lines[i], outcome_name(letters[i]));
    }
    buffer_text(out, "</receipt>\n");
}

static bool same_message(const struct delivery *delivery)
{
    const struct row *before = delivery->before;
    return text_equal(row_text(before, "kind"), delivery->visit->route->name) &&
           row_holds_hash(before, "body", delivery->hash);
}

static void answer_result(struct delivery *delivery, enum data_result result)
{
    struct visit *visit = delivery->visit;
    if (result != DATA_OK)
        problem_answer(visit, result == DATA_ERROR || result == DATA_CONSTRAINT ? 500 : 503, NULL);
    else if (delivery->before && !same_message(delivery))
        inbound_problem_used(visit);
    else if (delivery->before)
        write_receipt(delivery, row_text(delivery->before, "outcomes"),
                      row_text(delivery->before, "received_at"));
    else if (delivery->inbound.fault_count > 0)
        inbound_problem_rows(visit, &delivery->inbound, delivery->lines, NULL);
    else
        write_receipt(delivery, delivery->inbound.outcomes, visit->now);
}

static void deliver(struct delivery *delivery)
{
    struct visit *visit = delivery->visit;
    enum message_result read;
    unsigned line;
    int status = read_body(delivery, &read, &line);
    if (status != 0) {
        problem_answer(visit, status, "content-length");
        return;
    }
    if (delivery->json.full)
        read = MESSAGE_LARGE;
    if (read == MESSAGE_FAULTY) {
        inbound_problem_rows(visit, &delivery->inbound, delivery->lines, delivery->fault_lines);
        return;
    }
    if (read != MESSAGE_OK) {
        inbound_problem(visit, read == MESSAGE_LARGE || read == MESSAGE_ROWS ? 413 : 422,
                        message_result_name(read), line);
        return;
    }
    buffer_char(&delivery->json, ']');
    delivery->rows = arena_bytes(visit->arena, delivery->json.bytes, delivery->json.length);
    delivery->inbound.outcomes = arena_zero(visit->arena, delivery->inbound.count + 1);
    enum data_result result = try_until_known(delivery);
    guard_report(visit, result);
    answer_result(delivery, result);
}

void inbound_answer(struct visit *visit)
{
    const struct request *request = visit->request;
    if (request->method != METHOD_PUT || request->format != FORMAT_HTML) {
        response_header(visit->response, "Allow", "PUT");
        problem_answer(visit, 405, NULL);
        return;
    }
    const struct value *institution = parameters_find(&visit->parameters, "partner_institution");
    if (!institution || institution->type != VALUE_INTEGER) {
        problem_answer(visit, 404, NULL);
        return;
    }
    const char *wrong = route_query(visit->route, &request->query, &visit->parameters);
    const char *id = fields_find(&request->query, "message");
    if (!wrong && (!id || !*id || text_letters(id) > MESSAGE_ID_LONGEST))
        wrong = "message";
    int status = wrong ? 400 : refuse_early(request);
    if (status) {
        problem_answer(visit, status, wrong);
        return;
    }
    struct delivery *delivery = arena_zero(visit->arena, sizeof *delivery);
    delivery->visit = visit;
    delivery->id = id;
    delivery->dry = text_equal(fields_find(&request->query, "dry"), "1");
    delivery->lines = arena_zero(visit->arena, MESSAGE_ROWS_MOST * sizeof *delivery->lines);
    buffer_init(&delivery->json, JSON_MAXIMUM);
    deliver(delivery);
    buffer_free(&delivery->json);
}
