#include "page.h"

#include "../base/log.h"
#include "../base/text.h"
#include "../base/time.h"
#include "attachment.h"
#include "conditional.h"
#include "feed.h"
#include "guard.h"
#include "key.h"
#include "list.h"
#include "period.h"
#include "problem.h"
#include "read.h"
#include "rights.h"
#include "session.h"
#include "table.h"
#include "token.h"

#include <string.h>

/* What response_redirect takes is 1000 bytes, and encoding makes three of one. */
enum { BACK_LONGEST = 300 };

static const char *const language_names[LANGUAGE_COUNT][2] = {
    {"nb", "Bokmål"}, {"nn", "Nynorsk"}, {"sv", "Svenska"}, {"en", "English"}};

static const char *new_token(struct visit *visit, const char *path)
{
    char token[TOKEN_TEXT];
    token_make(token, visit->form_key, path);
    return arena_text(visit->arena, token);
}

static void add_viewer(struct visit *visit, struct document *document, struct node *root)
{
    const struct row none = {0};
    if (!visit->person)
        return;
    struct node *viewer =
        document_row(document, root, "viewer", visit->viewer ? visit->viewer : &none);
    document_attribute_integer(document, viewer, "person", visit->person);
    document_attribute(document, viewer, "name", visit->person_name);
    document_attribute_integer(document, viewer, "notices", visit->notices);
}

static void add_languages(struct visit *visit, struct document *document, struct node *root)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        struct node *language = document_element(document, root, "language");
        document_attribute(document, language, "code", language_names[i][0]);
        document_attribute(document, language, "name", language_names[i][1]);
        if (text_equal(language_names[i][0], visit->lang))
            document_attribute(document, language, "current", "1");
    }
}

/* The day or second as of whose end the page is asked for, or NULL. */
static const char *as_of(const struct visit *visit)
{
    const struct value *day = parameters_find(&visit->parameters, "as-of");
    return day && day->type == VALUE_TEXT ? day->bytes : NULL;
}

/* What is read outside the browser says which format it is, and names whole addresses. */
static void add_format(struct visit *visit, struct document *document, struct node *root)
{
    const char *name = format_outside(visit->request->format);
    if (!name)
        return;
    document_attribute(document, root, "format", name);
    document_attribute(document, root, "base", visit->service->config->base_address);
}

static void add_as_of(struct visit *visit, struct document *document, struct node *root)
{
    struct date date;
    char text[DATE_TEXT];
    if (!as_of(visit))
        return;
    if (date_parse_iso(as_of(visit), &date))
        date_short(text, date, visit->lang);
    else if (!time_ended(text, as_of(visit)) ||
             !time_short(text, arena_text(visit->arena, text), visit->lang))
        return;
    document_attribute(document, root, "as-of", as_of(visit));
    document_attribute(document, root, "as-of-text", text);
}

/* Where a change of language comes back to: without the query, but a link's key stays, and what nobody in particular asked for. */
static const char *own_address(struct visit *visit)
{
    const struct request *request = visit->request;
    const struct route *route = visit->route;
    bool open = route && route->access == ACCESS_PUBLIC && !route->form;
    if (!route || !(open || route->access == ACCESS_LINK) || !*request->query_text)
        return request->path;
    return arena_printf(visit->arena, "%s?%s", request->path, request->query_text);
}

struct document *page_document(struct visit *visit, const char *area, const char *name)
{
    char text[DATE_TEXT];
    struct document *document = document_new(visit->arena, visit->lang);
    struct node *root = document_root(document);
    if (!visit->person)
        session_offer_form_cookie(visit);
    document_attribute(document, root, "area", area);
    document_attribute(document, root, "name", name);
    document_attribute(document, root, "lang", visit->lang);
    document_attribute(document, root, "path", own_address(visit));
    document_attribute(document, root, "query", visit->request->query_text);
    if (time_iso(text, visit->now))
        document_attribute(document, root, "now", text);
    document_attribute(document, root, "today", visit->today);
    date_short(text, time_today(), visit->lang);
    document_attribute(document, root, "today-text", text);
    document_attribute(document, root, "request", visit->request->id);
    add_format(visit, document, root);
    add_as_of(visit, document, root);
    if (visit->service->config->demonstration)
        document_attribute(document, root, "demonstration", "1");
    if (*visit->service->assets)
        document_attribute(document, root, "assets", visit->service->assets);
    document_attribute(document, root, "language-token", new_token(visit, "/language"));
    if (visit->person)
        document_attribute(document, root, "sign-out-token", new_token(visit, "/sign-out"));
    add_viewer(visit, document, root);
    add_languages(visit, document, root);
    return document;
}

static void add_flash(struct visit *visit, struct document *document)
{
    const char *key = visit->request->format == FORMAT_HTML ? session_take_flash(visit) : NULL;
    if (!key)
        return;
    struct node *flash = document_element(document, document_root(document), "flash");
    document_attribute(document, flash, "kind", "done");
    document_attribute(document, flash, "key", key);
}

/* On a page of the past only that it may be seen: what is done is done now. */
static void add_rights(struct visit *visit, struct document *document)
{
    const struct row past = {0};
    if (!visit->rights)
        return;
    struct node *node = document_row(document, document_root(document), "rights",
                                     as_of(visit) ? &past : visit->rights);
    const struct value *id = parameters_find(&visit->parameters, visit->route->thing);
    document_attribute(document, node, "thing", visit->route->thing);
    if (id)
        document_attribute_integer(document, node, "id", id->integer);
}

static void add_form(struct visit *visit, struct document *document,
                     const struct form_values *values)
{
    const struct request *request = visit->request;
    const char *action = request->path;
    if (*request->query_text)
        action = arena_printf(visit->arena, "%s?%s", request->path, request->query_text);
    form_document(values, document, document_root(document), action,
                  new_token(visit, request->path));
}

static enum data_result add_stale(struct visit *visit, struct document *document,
                                  const struct page_state *state)
{
    const struct query_file *file = query_store_find(visit->service->queries, "events/since");
    struct node *node = document_element(document, document_root(document), "stale");
    document_attribute_integer(document, node, "version", state->stale_version);
    parameters_text(&visit->parameters, "thing", state->stale_thing);
    parameters_integer(&visit->parameters, "id", state->stale_id);
    parameters_integer(&visit->parameters, "version", state->stale_version);
    enum data_result result = DATA_OK;
    for (size_t i = 0; file && i < file->block_count && result == DATA_OK; i++)
        result = read_rows(visit, document, node, &file->blocks[i], NULL);
    return result;
}

/* The document of the visit's page, within the transaction. *culprit: the parameter that is wrong. */
static enum data_result fill(struct visit *visit, const struct page_state *state,
                             struct document **made, const char **culprit)
{
    struct document *document = *made =
        page_document(visit, visit->route->area, visit->route->name);
    struct form_values *values = state->form;
    if (table_worded(visit))
        table_ask(visit, document);
    add_flash(visit, document);
    add_rights(visit, document);
    list_asked(visit, document);
    const struct route_parameter *period = route_period(visit->route);
    if (period)
        period_node(&visit->parameters, period->type == TYPE_HALF, visit->today, document);
    bool fresh = visit->route->form && !values;
    const struct column language = {"language", COLUMN_TEXT};
    const struct cell own = {visit->lang, strlen(visit->lang)};
    if (fresh)
        values = form_values_new(
            visit->arena, forms_find(visit->service->forms, visit->route->form), visit->lang);
    if (fresh && visit->route->kind == ROUTE_PRINT)
        form_prefill(values, &(struct row){&language, &own, 1});
    enum data_result result = read_page(visit, document, fresh ? values : NULL, culprit);
    if (result == DATA_OK && !*culprit && values)
        add_form(visit, document, values);
    if (result == DATA_OK && !*culprit && state->stale_thing)
        result = add_stale(visit, document, state);
    return result;
}

/* Sets the database back to that moment; 400 before it has come, 403 for who may not look back. */
static enum data_result look_back(struct visit *visit, int *status, const char **culprit)
{
    char end[DATE_TEXT];
    if (!as_of(visit) || *status)
        return DATA_OK;
    if (!visit->rights || !row_flag(visit->rights, "as_of"))
        *status = 403;
    else if (!time_ended(end, as_of(visit)) || strcmp(end, visit->now) > 0)
        *culprit = "as-of";
    if (*status || *culprit)
        return DATA_OK;
    parameters_integer(&visit->parameters, "viewer_looks_back", 1);
    return connection_as_of(visit->service->connection, end);
}

static int take_unread(void *context, const struct row *row)
{
    struct visit *visit = context;
    visit->notices = row_integer(row, "unread");
    return 0;
}

/* What the header's bell says. */
static enum data_result count_notices(struct visit *visit)
{
    if (!visit->person)
        return DATA_OK;
    return connection_step(visit->service->connection, "rights/viewer", "notices",
                           &visit->parameters, take_unread, visit);
}

struct made {
    struct document *document;
    int status; /* not 0: answer with this instead */
    const char *culprit;
};

/* A list as a file. Its words are the page's, which is read first, with a row of the list to know all else by. */
static enum data_result read_table(struct visit *visit, const struct page_state *state,
                                   struct made *made)
{
    enum data_result result = DATA_OK;
    bool worded = table_worded(visit) && visit->route->list;
    if (worded) {
        visit->page_rows = 1;
        result = fill(visit, state, &made->document, &made->culprit);
    }
    if (worded && result == DATA_OK && !made->culprit && !table_words(visit, made->document))
        made->status = 500;
    if (made->document)
        document_end(made->document);
    made->document = NULL;
    if (result != DATA_OK || made->culprit || made->status)
        return result;
    return table_answer(visit, &made->status, &made->culprit);
}

static void speak(struct visit *visit, const char *lang)
{
    visit->lang = lang;
    parameters_text(&visit->parameters, "lang", lang);
}

/* What leaves the country is in English, beside the names that things have at home; what goes wrong is not. */
static enum data_result fill_elmo(struct visit *visit, const struct page_state *state,
                                  struct made *made)
{
    const char *lang = visit->lang;
    speak(visit, "en");
    enum data_result result = fill(visit, state, &made->document, &made->culprit);
    if (result != DATA_OK)
        speak(visit, lang);
    return result;
}

/* What the visitor may see, in the format asked for. */
static enum data_result read_asked(struct visit *visit, const struct page_state *state,
                                   struct made *made)
{
    if (visit->route->kind == ROUTE_FILE)
        return attachment_read(visit, &made->status);
    if (visit->route->kind == ROUTE_FEED)
        return feed_read(visit, &made->culprit);
    if (table_wanted(visit))
        return read_table(visit, state, made);
    enum data_result result = visit->route->kind == ROUTE_ATOM
                                  ? conditional_read(visit, &made->status)
                                  : count_notices(visit);
    if (result != DATA_OK || made->status)
        return result;
    if (visit->floor)
        return read_page(visit, NULL, NULL, &made->culprit);
    if (visit->request->format == FORMAT_ELMO)
        return fill_elmo(visit, state, made);
    return fill(visit, state, &made->document, &made->culprit);
}

/* A file and a feed are themselves only; a page has what there is a stylesheet for. */
static bool has_format(const struct visit *visit)
{
    if (visit->route->kind == ROUTE_FILE || visit->route->kind == ROUTE_FEED)
        return visit->request->format == FORMAT_HTML;
    return stylesheets_have(visit->service->sheets, visit->file);
}

/* One try of everything that touches the database. */
static enum data_result try_page(struct visit *visit, const struct page_state *state,
                                 struct made *made)
{
    struct connection *connection = visit->service->connection;
    *made = (struct made){0};
    enum data_result result = connection_begin_read(connection);
    if (result == DATA_OK)
        result = visit->partner ? DATA_OK : session_find(visit);
    if (result == DATA_OK)
        result = visit->route->kind == ROUTE_ATOM
                     ? DATA_OK
                     : rights_check(visit, state->permitted, &made->status);
    if (result == DATA_OK)
        result = look_back(visit, &made->status, &made->culprit);
    if (result == DATA_OK && made->status == 0 && !has_format(visit))
        made->status = 404;
    if (result == DATA_OK && made->status == 0 && !made->culprit)
        result = read_asked(visit, state, made);
    if (result == DATA_OK)
        result = connection_commit(connection);
    if (result != DATA_OK)
        connection_rollback(connection);
    if (connection_as_of(connection, NULL) != DATA_OK)
        connection_close(connection);
    if (result != DATA_OK) {
        if (made->document)
            document_end(made->document);
        made->document = NULL;
    }
    return result;
}

static void name_csv(struct visit *visit)
{
    visit->response->type = "text/csv; charset=utf-8";
    visit->response->disposition =
        arena_printf(visit->arena, "attachment; filename=\"%s.csv\"", visit->route->name);
}

static void name_elmo(struct visit *visit)
{
    visit->response->type = "application/xml; charset=utf-8";
    if (!visit->partner)
        response_header(visit->response, "Content-Disposition",
                        "attachment; filename=\"results.elmo.xml\"");
}

/* Signed when there is a key to sign with. */
static bool sign(struct visit *visit)
{
    return visit->request->format != FORMAT_ELMO || !visit->service->signature ||
           signature_add(visit->service->signature, visit->response->body);
}

static void render(struct visit *visit, struct document *document, const struct page_state *state)
{
    struct response *response = visit->response;
    bool good = true;
    response->status = state->status ? state->status : 200;
    if (visit->request->format == FORMAT_XML) {
        response->type = "application/xml; charset=utf-8";
        document_write(document, response->body);
    } else {
        if (visit->request->format == FORMAT_ICS)
            response->type = "text/calendar; charset=utf-8";
        else if (visit->request->format == FORMAT_ATOM)
            response->type = "application/atom+xml; charset=utf-8";
        else if (visit->request->format == FORMAT_CSV)
            name_csv(visit);
        else if (visit->request->format == FORMAT_ELMO)
            name_elmo(visit);
        good = stylesheets_render(visit->service->sheets, visit->file, visit->lang, document,
                                  response->body);
    }
    document_end(document);
    if (!good || response->body->full || !sign(visit))
        page_error(visit, 500, NULL);
    else if (visit->service->bench)
        visit->service->bench_bytes[visit->route->number] = response->body->length;
}

/* What a page costs without a document and a stylesheet: bytes that say nothing, as many as the page has. */
static void render_floor(struct visit *visit)
{
    static const char line[] = "................................................................";
    struct buffer *body = visit->response->body;
    for (size_t left = visit->service->bench_bytes[visit->route->number], some; left > 0;
         left -= some) {
        some = left < sizeof line - 1 ? left : sizeof line - 1;
        buffer_add(body, line, some);
    }
}

void page_answer(struct visit *visit, const struct page_state *state)
{
    struct made made;
    if (visit->route->kind == ROUTE_ATOM && conditional_answer(visit))
        return;
    enum data_result result = try_page(visit, state, &made);
    if ((result == DATA_RETRY || result == DATA_LOST) && !visit_late(visit) &&
        !stream_begun(visit->response)) {
        response_restart(visit->response, 200);
        result = try_page(visit, state, &made);
    }
    guard_report(visit, result);
    if (result != DATA_OK) {
        page_data_error(visit, result);
        return;
    }
    session_touch(visit);
    key_touch(visit);
    if (made.culprit) {
        if (made.document)
            document_end(made.document);
        page_error(visit, 400, made.culprit);
    } else if (made.status == 303) {
        page_sign_in(visit);
    } else if (made.status) {
        page_error(visit, made.status, NULL);
    } else if (made.document) {
        render(visit, made.document, state);
        if (visit->route->access == ACCESS_KEYED)
            key_answer(visit);
        if (visit->state && visit->response->status == 200)
            conditional_head(visit);
    } else if (visit->floor && visit->route->kind != ROUTE_FEED) {
        render_floor(visit);
    }
}

void page_sign_in(struct visit *visit)
{
    const struct request *request = visit->request;
    struct buffer *scratch = &visit->service->scratch;
    const char *back = request->path;
    if (request->method != METHOD_POST && *request->query_text)
        back = arena_printf(visit->arena, "%s?%s", request->path, request->query_text);
    buffer_clear(scratch);
    buffer_text(scratch, "/sign-in");
    if (strcmp(back, "/") != 0 && strlen(back) < BACK_LONGEST) {
        buffer_text(scratch, "?next=");
        fields_encode(scratch, back);
    }
    response_redirect(visit->response, scratch->bytes);
}

void page_error(struct visit *visit, int status, const char *parameter)
{
    struct response *response = visit->response;
    if (problem_wanted(visit)) {
        problem_answer(visit, status, parameter);
        return;
    }
    response_restart(response, status);
    if (status == 429 || status == 503)
        response_header(response, "Retry-After", status == 503 ? "5" : "60");
    struct document *document = page_document(visit, "error", "error");
    struct node *error = document_element(document, document_root(document), "error");
    document_attribute_integer(document, error, "status", status);
    if (parameter && *parameter)
        document_attribute(document, error, "parameter", parameter);
    bool good = stylesheets_render(visit->service->sheets, "error/error", visit->lang, document,
                                   response->body);
    document_end(document);
    if (good && !response->body->full)
        return;
    log_line(LOG_ERROR, "error_page_failed", "id", visit->request->id, NULL);
    response_restart(response, status);
    response->type = "text/plain; charset=utf-8";
    buffer_printf(response->body, "%d %s\n%s\n", status, response_reason(status),
                  visit->request->id);
}

void page_data_error(struct visit *visit, enum data_result result)
{
    int status = result == DATA_NONE ? 404 : result == DATA_ERROR ? 500 : 503;
    if (result == DATA_CONSTRAINT || result == DATA_DUPLICATE)
        status = 409;
    page_error(visit, status, NULL);
}
