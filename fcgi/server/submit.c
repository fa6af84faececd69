#include "submit.h"

#include "../base/log.h"
#include "../base/random.h"
#include "../base/text.h"
#include "guard.h"
#include "metrics.h"
#include "page.h"
#include "rights.h"
#include "session.h"
#include "sign_in_limit.h"
#include "token.h"

#include <inttypes.h>
#include <string.h>

/* What one try at the action came to. */
struct trial {
    struct action action;
    struct action_session session;
    struct form_values *form;
    enum outcome outcome;
    int status; /* not 0: that instead of an outcome */
    bool
        done_before; /* the same submission was committed earlier: location and flash are the first one's */
    bool committing; /* the failure was at commit: the outcome is unknown */
    char session_token[SESSION_TOKEN_TEXT];
    unsigned char submission[HASH_BYTES];
};

bool submit_same_site(const struct request *request)
{
    if (request->fetch_site && !text_equal(request->fetch_site, "same-origin") &&
        !text_equal(request->fetch_site, "none"))
        return false;
    if (!request->origin)
        return true;
    /* What browsers send from a page whose address is a secret. */
    if (text_equal(request->origin, "null"))
        return text_equal(request->fetch_site, "same-origin");
    const char *rest = strstr(request->origin, "://");
    return rest && request->host && strcmp(rest + 3, request->host) == 0;
}

/* One more value of the submission, after those before it. */
static void name_value(unsigned char chain[3 * HASH_BYTES], const char *name, const char *bytes,
                       size_t length)
{
    hash_bytes(chain + HASH_BYTES, name, strlen(name), NULL);
    hash_bytes(chain + 2 * HASH_BYTES, bytes, length, NULL);
    hash_bytes(chain, chain, 3 * HASH_BYTES, NULL);
}

/* A name for this token with this content: an edited form sent again is another submission. */
static void name_submission(const struct visit *visit, unsigned char name[HASH_BYTES])
{
    const struct fields *form = &visit->request->form;
    unsigned char chain[3 * HASH_BYTES] = {0};
    for (size_t i = 0; i < form->count; i++)
        name_value(chain, form->items[i].name, form->items[i].value, strlen(form->items[i].value));
    for (size_t i = 0; i < form->file_count; i++)
        name_value(chain, form->files[i].file_name, form->files[i].bytes, form->files[i].length);
    memcpy(name, chain, HASH_BYTES);
}

static enum data_result run_step(struct visit *visit, const char *name, row_function *row,
                                 void *context)
{
    return connection_step(visit->service->connection, "session/submission", name,
                           &visit->parameters, row, context);
}

static int take_location(void *context, const struct row *row)
{
    struct trial *trial = context;
    trial->action.location = arena_text(trial->action.arena, row_text(row, "location"));
    trial->action.flash = arena_text(trial->action.arena, row_text(row, "flash"));
    trial->done_before = true;
    return 0;
}

/* Where the same submission went, if it was committed. */
static enum data_result find_submission(struct visit *visit, struct trial *trial)
{
    enum data_result result = run_step(visit, "find", take_location, trial);
    return result == DATA_NONE ? DATA_OK : result;
}

static struct form_values *submitted_form(struct visit *visit)
{
    struct form_values *values = form_values_new(
        visit->arena, forms_find(visit->service->forms, visit->route->form), visit->lang);
    form_submit(values, &visit->request->form);
    return values;
}

static bool query_parameter(const struct route *route, const char *name)
{
    for (size_t i = 0; i < route->parameter_count; i++)
        if (text_equal(route->parameters[i].name, name))
            return true;
    return false;
}

/* The action's parameters: form fields first, so that none can take the place of a path id or of :viewer; only a query
 * parameter, which prefilled the field of its name, gives way to it. */
static struct parameters *action_parameters(struct visit *visit, const struct form_values *form)
{
    struct parameters *parameters = arena_zero(visit->arena, sizeof *parameters);
    parameters->arena = visit->arena;
    form_parameters(form, parameters);
    for (size_t i = 0; i < visit->parameters.count; i++) {
        const struct parameter *from = &visit->parameters.items[i];
        if (query_parameter(visit->route, from->name) && parameters_find(parameters, from->name))
            continue;
        switch (from->value.type) {
        case VALUE_NULL:
            parameters_null(parameters, from->name);
            break;
        case VALUE_INTEGER:
            parameters_integer(parameters, from->name, from->value.integer);
            break;
        case VALUE_TEXT:
            parameters_text(parameters, from->name, from->value.bytes);
            break;
        case VALUE_BYTES:
            parameters_bytes(parameters, from->name, from->value.bytes, from->value.length);
            break;
        }
    }
    return parameters;
}

/* What jobs need of a PRINT row, whose table they do not know. */
static const struct action_print *asked_print(const struct visit *visit)
{
    static const char *const types[] = {
        [VALUE_NULL] = "null", [VALUE_INTEGER] = "id", [VALUE_TEXT] = "text"};
    const struct route *route = visit->route;
    struct action_print *print = arena_zero(visit->arena, sizeof *print);
    struct buffer *scratch = &visit->service->scratch;
    if (route->kind != ROUTE_PRINT)
        return NULL;
    buffer_clear(scratch);
    for (size_t i = 0; i < route->parameter_count; i++) {
        const char *name = route->parameters[i].name;
        const struct value *value = parameters_find(&visit->parameters, name);
        buffer_printf(scratch, "%s%s:%s=", i ? "&" : "", name, types[value->type]);
        if (value->type == VALUE_INTEGER)
            buffer_printf(scratch, "%" PRId64, value->integer);
        else if (value->type == VALUE_TEXT)
            fields_encode(scratch, value->bytes);
    }
    *print = (struct action_print){.area = route->area,
                                   .name = route->name,
                                   .thing = route->thing ? route->thing : "",
                                   .right = route->right   ? route->right
                                            : route->thing ? "view"
                                                           : "",
                                   .address = visit->request->path,
                                   .parameters =
                                       arena_bytes(visit->arena, scratch->bytes, scratch->length)};
    if (*visit->request->query_text)
        print->address =
            arena_printf(visit->arena, "%s?%s", visit->request->path, visit->request->query_text);
    return print;
}

static void prepare_action(struct visit *visit, struct trial *trial)
{
    trial->form = submitted_form(visit);
    trial->session = (struct action_session){
        .address = visit->request->address,
        .invitation_days = visit->service->config->invitation_days,
        .password_reset_minutes = visit->service->config->password_reset_minutes,
    };
    /* Each try its own: the session of one whose commit was lost may be there. */
    random_hex(trial->session_token, (SESSION_TOKEN_TEXT - 1) / 2);
    trial->action = (struct action){
        .arena = visit->arena,
        .connection = visit->service->connection,
        .store = visit->service->queries,
        .sql = query_store_find(visit->service->queries, visit->route->file),
        .form = trial->form,
        .parameters = action_parameters(visit, trial->form),
        .viewer = visit->person,
        .lang = visit->lang,
        .request_id = visit->request->id,
        .session = &trial->session,
        .print = asked_print(visit),
    };
}

/* After a DONE outcome, still in the transaction: the session that it wanted, the submission's end, commit. */
static enum data_result finish(struct visit *visit, struct trial *trial)
{
    enum data_result result = DATA_OK;
    if (trial->session.begin_person)
        result = session_start(visit, trial->session.begin_person, trial->session_token);
    else if (trial->session.end)
        result = session_end(visit);
    if (result == DATA_OK && visit->person) {
        parameters_text(&visit->parameters, "submission_location", trial->action.location);
        parameters_text(&visit->parameters, "submission_flash",
                        trial->action.flash ? trial->action.flash : "");
        result = run_step(visit, "end", NULL, NULL);
    }
    if (result != DATA_OK)
        return result;
    trial->committing = true;
    return connection_commit(visit->service->connection);
}

/* One try. Leaves no transaction open. */
static enum data_result try_action(struct visit *visit, struct trial *trial)
{
    struct connection *connection = visit->service->connection;
    trial->status = 0;
    trial->done_before = trial->committing = false;
    prepare_action(visit, trial);
    enum data_result result = connection_begin(connection);
    if (result == DATA_OK && visit->person)
        result = run_step(visit, "begin", NULL, NULL);
    if (result == DATA_DUPLICATE) {
        connection_rollback(connection);
        return find_submission(visit, trial);
    }
    if (result == DATA_OK)
        result = rights_check(visit, false, &trial->status);
    if (result == DATA_OK && trial->status == 0) {
        trial->outcome = OUTCOME_INVALID;
        trial->action.parameters = action_parameters(visit, trial->form); /* with :viewer_… now */
        if (form_valid(trial->form))
            trial->outcome = visit->route->function(&trial->action);
        result = trial->action.result;
        if (result == DATA_OK && trial->outcome == OUTCOME_DONE)
            result = finish(visit, trial);
    }
    if (result != DATA_OK || trial->status != 0 || trial->outcome != OUTCOME_DONE)
        connection_rollback(connection);
    return result;
}

/* Tries until it is done, refused, or time is up. A commit whose answer was lost is looked up, never repeated blindly. */
static enum data_result try_until_known(struct visit *visit, struct trial *trial)
{
    enum data_result result = DATA_ERROR;
    for (unsigned attempt = 0; attempt == 0 || connection_pause(attempt); attempt++) {
        result = try_action(visit, trial);
        if (result != DATA_RETRY && result != DATA_LOST)
            return result;
        visit->service->metrics->retries++;
        if (result == DATA_LOST && trial->committing && visit->person) {
            visit->service->metrics->lost++;
            if (connection_open(visit->service->connection) != DATA_OK ||
                find_submission(visit, trial) != DATA_OK)
                return DATA_UNAVAILABLE;
            if (trial->done_before)
                return DATA_OK;
        }
        if (visit_submission_late(visit))
            return result;
    }
    return result;
}

static void answer_done(struct visit *visit, const struct trial *trial)
{
    response_redirect(visit->response, trial->action.location ? trial->action.location : "/");
    session_set_flash(visit, trial->action.flash);
    if (trial->session.begin_person)
        session_set_cookie(visit, trial->session_token);
    else if (trial->session.end)
        session_set_cookie(visit, NULL);
    if (trial->session.lang)
        session_set_language(visit, trial->session.lang);
}

static void answer_again(struct visit *visit, const struct trial *trial, int status)
{
    struct page_state state = {.status = status, .form = trial->form, .permitted = status > 403};
    if (trial->outcome == OUTCOME_STALE && status == 409) {
        state.stale_thing = trial->action.stale_thing;
        state.stale_id = trial->action.stale_id;
        state.stale_version = trial->action.stale_version;
    }
    if (status == 429)
        response_header(visit->response, "Retry-After", "600");
    page_answer(visit, &state);
}

/* What the form searched for takes the place of the query's: its fields of the names of the page's texts, but for a
 * button find=all. */
static void answer_search(struct visit *visit, const struct trial *trial)
{
    const struct route *route = visit->route;
    struct fields search = {0};
    bool all = text_equal(fields_find(&visit->request->form, "find"), "all");
    for (size_t i = 0; i < route->parameter_count; i++) {
        const char *name = route->parameters[i].name;
        const char *typed = fields_find(&visit->request->form, name);
        if (typed && route->parameters[i].type == TYPE_TEXT)
            fields_add(visit->arena, &search, name, all ? "" : typed);
    }
    if (search.count > 0) {
        visit->request->query = search;
        const char *wrong = route_query(route, &search, &visit->parameters);
        if (wrong) {
            page_error(visit, 400, wrong);
            return;
        }
    }
    answer_again(visit, trial, 200);
}

static void answer_outcome(struct visit *visit, const struct trial *trial)
{
    switch (trial->outcome) {
    case OUTCOME_DONE:
        answer_done(visit, trial);
        break;
    case OUTCOME_INVALID:
        answer_again(visit, trial, 422);
        break;
    case OUTCOME_STALE:
    case OUTCOME_REFUSED:
        answer_again(visit, trial, 409);
        break;
    case OUTCOME_MISSING:
        page_error(visit, 404, NULL);
        break;
    case OUTCOME_LIMITED:
        answer_again(visit, trial, 429);
        break;
    case OUTCOME_AGAIN:
        answer_search(visit, trial);
        break;
    }
}

/* The page again with one error over its form, nothing having been done. */
static void answer_error(struct visit *visit, struct trial *trial, int status, const char *label)
{
    trial->outcome = OUTCOME_REFUSED;
    trial->form = submitted_form(visit);
    form_error(trial->form, NULL, -1, label);
    answer_again(visit, trial, status);
}

static void act(struct visit *visit, struct trial *trial)
{
    struct sign_in_limit limit = {0};
    if (fields_find(&visit->request->form, "find")) {
        trial->form = submitted_form(visit);
        answer_search(visit, trial);
        return;
    }
    name_submission(visit, trial->submission);
    parameters_bytes(&visit->parameters, "submission", trial->submission, sizeof trial->submission);
    enum data_result result = sign_in_limit_enter(visit, &limit);
    if (limit.reached) {
        answer_error(visit, trial, 429, "error.sign_in_limited");
        return;
    }
    if (result == DATA_OK)
        result = try_until_known(visit, trial);
    guard_report(visit, result);
    if (result == DATA_CONSTRAINT || result == DATA_DUPLICATE) {
        answer_error(visit, trial, 409, "error.constraint");
    } else if (result != DATA_OK) {
        page_data_error(visit, result);
    } else if (trial->done_before) {
        answer_done(visit, trial);
    } else if (trial->status == 303) {
        page_sign_in(visit);
    } else if (trial->status) {
        page_error(visit, trial->status, NULL);
    } else {
        if (trial->outcome == OUTCOME_DONE)
            sign_in_limit_leave(visit, &limit);
        answer_outcome(visit, trial);
    }
}

void submit_answer(struct visit *visit)
{
    if (!submit_same_site(visit->request)) {
        page_error(visit, 403, NULL);
        return;
    }
    enum data_result result = session_find(visit);
    if (result == DATA_LOST && !visit_late(visit))
        result = session_find(visit);
    if (result != DATA_OK) {
        guard_report(visit, result);
        page_data_error(visit, result);
        return;
    }
    if (!visit->person && !route_open(visit->route)) {
        page_sign_in(visit);
        return;
    }
    session_touch(visit);
    struct trial *trial = arena_zero(visit->arena, sizeof *trial);
    if (token_good(fields_find(&visit->request->form, "token"), visit->form_key,
                   visit->request->path))
        act(visit, trial);
    else
        answer_error(visit, trial, 403, "error.form_expired");
}
