#include "support_action.h"

#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/config.h"
#include "../../fcgi/base/password.h"
#include "../../fcgi/base/random.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/base/words.h"
#include "../../fcgi/data/migrate.h"
#include "../../fcgi/view/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char server[4096], database[64];
static struct query_store *store;
static struct form_set *forms;
static struct connection *connection;
static struct arena *arena;

static void find_server(void)
{
    const char *given = getenv("PRAKTIKUM_TEST_SOCKET"), *conf = getenv("PRAKTIKUM_CONF");
    if (given) {
        snprintf(server, sizeof server, "%s", given);
        return;
    }
    struct config config;
    char error[512];
    if (!conf || !config_load(&config, conf, error, sizeof error))
        fail_msg("%s", conf ? error : "neither PRAKTIKUM_TEST_SOCKET nor PRAKTIKUM_CONF is set");
    snprintf(server, sizeof server, "%s%s%s",
             *config.database_socket == '/' ? "" : config.var_folder,
             *config.database_socket == '/' ? "" : "/", config.database_socket);
    config_free(&config);
}

static struct connection *connect_to(const char *name)
{
    const struct connection_settings settings = {
        .sockets = server, .user = "root", .password = "", .database = name, .timeout_seconds = 20};
    struct connection *made = connection_new(&settings, store);
    if (connection_open(made) != DATA_OK)
        fail_msg("%s: %s", server, connection_error_text(made));
    return made;
}

static void on_server(const char *format)
{
    char sql[200];
    snprintf(sql, sizeof sql, format, database);
    struct connection *root = connect_to("mysql");
    assert_int_equal(connection_execute(root, sql), DATA_OK);
    connection_free(root);
}

int action_set_up(void **state)
{
    (void)state;
    char error[1000];
    unsigned applied;
    view_start();
    time_start();
    random_start();
    find_server();
    snprintf(database, sizeof database, "praktikum_workflow_%d", (int)getpid());
    store = query_store_load("sql", error, sizeof error);
    forms = store ? forms_load("xslt/forms", error, sizeof error) : NULL;
    if (!forms)
        fail_msg("%s", error);
    on_server("CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_danish_ai_ci");
    connection = connect_to(database);
    if (!migrate_run(connection, "sql/migrate", &applied, error, sizeof error))
        fail_msg("%s", error);
    arena = arena_new((size_t)256 << 20);
    return 0;
}

int action_tear_down(void **state)
{
    (void)state;
    connection_free(connection);
    on_server("DROP DATABASE %s");
    arena_free(arena);
    forms_free(forms);
    query_store_free(store);
    return 0;
}

void act_on_own_connection(void)
{
    connection = act_connect();
}

struct connection *act_connection(void)
{
    return connection;
}

const struct query_store *act_store(void)
{
    return store;
}

struct connection *act_connect(void)
{
    return connect_to(database);
}

static struct fields decode(const char *encoded)
{
    static const struct fields_limits limits = {1000, 200, 100000};
    struct fields fields = {0};
    const char *culprit;
    assert_int_equal(
        fields_parse_urlencoded(arena, &fields, encoded, strlen(encoded), &limits, &culprit),
        FIELDS_OK);
    return fields;
}

static int set_viewer_column(void *context, const struct row *row)
{
    struct parameters *parameters = context;
    parameters_null(parameters, "viewer_looks_back");
    for (size_t i = 0; i < row->count; i++) {
        const char *name = arena_printf(arena, "viewer_%s", row->columns[i].name);
        int64_t value = row_integer(row, row->columns[i].name);
        if (value != 0)
            parameters_integer(parameters, name, value);
        else
            parameters_null(parameters, name);
    }
    return 0;
}

/* :viewer_<column> of rights/viewer, as server/rights.c sets them. */
static void set_viewer(struct parameters *parameters)
{
    const struct query_file *file = query_store_find(store, "rights/viewer");
    struct parameters ask = {.arena = arena};
    parameters_integer(&ask, "viewer", parameters_find(parameters, "viewer")->integer);
    parameters_text(&ask, "today", "2026-11-21");
    parameters_text(&ask, "clock", "2026-11-21 12:00:00");
    assert_int_equal(
        connection_run(connection, &file->blocks[0], NULL, &ask, set_viewer_column, parameters),
        DATA_OK);
}

/* Numbers become integers, as the server types path ids; empty values NULL. */
static struct parameters parameters_of(int64_t viewer, const char *encoded)
{
    struct parameters parameters = {.arena = arena};
    struct fields fields = decode(encoded);
    for (size_t i = 0; i < fields.count; i++) {
        int64_t integer;
        if (text_integer(fields.items[i].value, 0, INT32_MAX, &integer))
            parameters_integer(&parameters, fields.items[i].name, integer);
        else
            parameters_text(&parameters, fields.items[i].name,
                            *fields.items[i].value ? fields.items[i].value : NULL);
    }
    words_set(&parameters, fields_find(&fields, "q"));
    if (viewer > 0)
        parameters_integer(&parameters, "viewer", viewer);
    else
        parameters_null(&parameters, "viewer");
    parameters_text(&parameters, "lang", "nb");
    parameters_text(&parameters, "today", "2026-11-21");
    parameters_text(&parameters, "clock", "2026-11-21 12:00:00");
    parameters_text(&parameters, "now", "2026-11-21 12:00:00");
    if (viewer > 0)
        set_viewer(&parameters);
    return parameters;
}

/* The errors as the document says them. */
static const char *errors_of(const struct form_values *form)
{
    struct document *document = document_new(arena, "nb");
    struct buffer xml, errors;
    buffer_init(&xml, 1 << 20);
    buffer_init(&errors, 10000);
    form_document(form, document, document_root(document), "/", "token");
    document_write(document, &xml);
    document_end(document);
    for (const char *at = xml.bytes; at && (at = strstr(at, "<error ")); at++) {
        size_t length = strcspn(at, ">");
        const char *piece = arena_bytes(arena, at, length);
        const char *field = strstr(piece, " field=\""), *label = strstr(piece, " label=\"");
        if (errors.length)
            buffer_char(&errors, ' ');
        if (field)
            buffer_add(&errors, field + 8, strcspn(field + 8, "\""));
        buffer_char(&errors, ':');
        if (label)
            buffer_add(&errors, label + 8, strcspn(label + 8, "\""));
    }
    const char *text = errors.length ? arena_text(arena, errors.bytes) : "";
    buffer_free(&xml);
    buffer_free(&errors);
    return text;
}

/* Form fields first, so that none can take the place of a path id or of :viewer: as server/submit.c has it. */
static void prepare(struct action *action, struct parameters *parameters, int64_t viewer,
                    const char *path)
{
    parameters->arena = arena;
    form_parameters(action->form, parameters);
    struct parameters own = parameters_of(viewer, path);
    for (size_t i = 0; i < own.count; i++) {
        const struct value *value = &own.items[i].value;
        if (value->type == VALUE_INTEGER)
            parameters_integer(parameters, own.items[i].name, value->integer);
        else if (value->type == VALUE_TEXT)
            parameters_text(parameters, own.items[i].name, value->bytes);
        else
            parameters_null(parameters, own.items[i].name);
    }
    action->parameters = parameters;
}

struct done act(action_function *function, const char *file, const char *form, int64_t viewer,
                const char *path, const char *fields)
{
    arena_reset(arena);
    struct fields submitted = decode(fields);
    struct done done = {
        .location = "",
        .flash = "",
        .session = {.address = "192.0.2.1", .invitation_days = 14, .password_reset_minutes = 60}};
    struct parameters parameters = {0};
    struct action action = {.arena = arena,
                            .connection = connection,
                            .store = store,
                            .sql = query_store_find(store, file),
                            .viewer = viewer,
                            .lang = "nb",
                            .request_id = "00000000000000000000000000000000",
                            .session = &done.session};
    assert_non_null(action.sql);
    action.form = form_values_new(arena, forms_find(forms, form), action.lang);
    form_submit(action.form, &submitted);
    prepare(&action, &parameters, viewer, path);
    done.outcome = OUTCOME_INVALID;
    assert_int_equal(connection_begin(connection), DATA_OK);
    if (form_valid(action.form))
        done.outcome = function(&action);
    done.result = action.result;
    if (done.result == DATA_OK && done.outcome == OUTCOME_DONE)
        assert_int_equal(connection_commit(connection), DATA_OK);
    else
        connection_rollback(connection);
    if (action.location)
        done.location = action.location;
    if (action.flash)
        done.flash = action.flash;
    done.stale_version = action.stale_version;
    done.errors = errors_of(action.form);
    return done;
}

static const char *formatted(const char *format, va_list list)
{
    static char sql[20000];
    int length = vsnprintf(sql, sizeof sql, format, list);
    assert_true(length >= 0 && (size_t)length < sizeof sql);
    return sql;
}

void refused(const char *errors, struct done result)
{
    assert_true(result.outcome == OUTCOME_INVALID || result.outcome == OUTCOME_REFUSED);
    assert_string_equal(result.errors, errors);
}

void must(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const char *sql = formatted(format, list);
    va_end(list);
    if (connection_execute(connection, sql) != DATA_OK)
        fail_msg("%s: %s", sql, connection_error_text(connection));
}

struct cell_kept {
    char bytes[8000];
    bool found;
};

static int keep(void *context, const struct row *row)
{
    struct cell_kept *kept = context;
    if (!kept->found && row->cells[0].text)
        snprintf(kept->bytes, sizeof kept->bytes, "%s", row->cells[0].text);
    kept->found = true;
    return 0;
}

static const struct cell_kept *query(const char *sql)
{
    static struct cell_kept kept;
    kept = (struct cell_kept){0};
    if (connection_query(connection, sql, keep, &kept) != DATA_OK)
        fail_msg("%s: %s", sql, connection_error_text(connection));
    return &kept;
}

int64_t number(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const struct cell_kept *kept = query(formatted(format, list));
    va_end(list);
    return kept->found ? strtoll(kept->bytes, NULL, 10) : -1;
}

const char *text(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const struct cell_kept *kept = query(formatted(format, list));
    va_end(list);
    return kept->bytes;
}

struct search {
    const char *column, *value;
    size_t count;
    bool found;
    struct buffer joined;
};

static int search_row(void *context, const struct row *row)
{
    struct search *search = context;
    const char *value = search->column ? row_text(row, search->column) : NULL;
    buffer_printf(&search->joined, "%s%s", search->count ? "|" : "", value ? value : "");
    search->count++;
    if (search->column && text_equal(row_text(row, search->column), search->value))
        search->found = true;
    return 0;
}

static struct search run_block(const char *file, const char *block, int64_t viewer,
                               const char *encoded, const char *column, const char *value)
{
    arena_reset(arena);
    struct parameters parameters = parameters_of(viewer, encoded);
    const struct query_file *found = query_store_find(store, file);
    assert_non_null(found);
    const struct block *named = block ? query_file_block(found, block) : &found->blocks[0];
    assert_non_null(named);
    struct search search = {.column = column, .value = value};
    buffer_init(&search.joined, 100000);
    const struct list_state all = {.lang = "nb"};
    enum data_result result =
        connection_run(connection, named, named->kind == BLOCK_LIST ? &all : NULL, &parameters,
                       search_row, &search);
    if (result != DATA_OK && result != DATA_NONE)
        fail_msg("%s %s: %s", file, named->name, connection_error_text(connection));
    static char joined[100000];
    snprintf(joined, sizeof joined, "%s", search.joined.length ? search.joined.bytes : "");
    buffer_free(&search.joined);
    search.joined.bytes = joined;
    return search;
}

int64_t total(const char *file, const char *block, int64_t viewer, const char *encoded)
{
    arena_reset(arena);
    struct parameters parameters = parameters_of(viewer, encoded);
    int64_t count = -1;
    const struct block *list = query_file_block(query_store_find(store, file), block);
    if (connection_total(connection, list, &parameters, &count) != DATA_OK)
        fail_msg("%s %s: %s", file, block, connection_error_text(connection));
    return count;
}

bool may(const char *thing, const char *right, int64_t id, int64_t viewer)
{
    char file[80], parameters[80];
    snprintf(file, sizeof file, "rights/%s", thing);
    snprintf(parameters, sizeof parameters, "%s=%lld", thing, (long long)id);
    return run_block(file, NULL, viewer, parameters, right, "1").found;
}

size_t rows(const char *file, const char *block, int64_t viewer, const char *parameters)
{
    return run_block(file, block, viewer, parameters, NULL, NULL).count;
}

bool rows_have(const char *file, const char *block, int64_t viewer, const char *parameters,
               const char *column, const char *value)
{
    return run_block(file, block, viewer, parameters, column, value).found;
}

const char *rows_joined(const char *file, const char *block, int64_t viewer, const char *parameters,
                        const char *column)
{
    return run_block(file, block, viewer, parameters, column, NULL).joined.bytes;
}

static void person(int id, const char *name, const char *role, int institution, int site,
                   const char *hash)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, '%s', 'Prøve', "
         "'%s@prove.example')",
         id, name, name);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, '%s', '2026-01-01')",
         id, hash);
    must("INSERT INTO person_grant (person, role, institution, site, valid_from) "
         "VALUES (%d, '%s', NULLIF(%d, 0), NULLIF(%d, 0), '2020-01-01')",
         id, role, institution, site);
}

void staff(int person, const char *role, int institution)
{
    must("INSERT IGNORE INTO person (id, given_name, family_name, email) VALUES (%d, 'Stab', 'Nr "
         "%d', 'stab%d@example.org')",
         person, person, person);
    must("INSERT IGNORE INTO account (person, password_hash, changed_at) SELECT %d, "
         "password_hash, '2026-01-01' FROM account WHERE person = %d",
         person, PLANNER);
    must("INSERT INTO person_grant (person, role, institution, valid_from) VALUES (%d, '%s', %d, "
         "'2020-01-01')",
         person, role, institution);
}

void search_fill(void)
{
    arena_reset(arena);
    struct parameters parameters = {.arena = arena};
    const struct block *fill = query_file_block(query_store_find(store, "events/search"), "fill");
    for (size_t i = 0; i < fill->condition_count; i++)
        parameters_null(&parameters, fill->conditions[i]);
    parameters_integer(&parameters, "all", 1);
    assert_int_equal(connection_run(connection, fill, NULL, &parameters, NULL, NULL), DATA_OK);
}

int region_set_up(void **state)
{
    char hash[PASSWORD_HASH];
    action_set_up(state);
    assert_true(password_hash(hash, PASSWORD));
    must("INSERT INTO municipality (number, name) VALUES ('4601', 'Bergen'), ('0301', 'Oslo')");
    must("INSERT INTO institution (id, name, short_name) VALUES (1, 'Høgskulen', 'HS'), (2, "
         "'Universitetet', 'UN')");
    must("INSERT INTO site (id, name, kind) VALUES (1, 'Sjukehuset', 'trust'), (2, 'Kommunen', "
         "'municipality')");
    must("INSERT INTO unit (id, site, parent, name) VALUES (1, 1, NULL, 'Medisin'), (2, 1, 1, "
         "'Post 1'), "
         "(3, 1, 2, 'Rom 4'), (4, 1, NULL, 'Kirurgi'), (5, 2, NULL, 'Skolen')");
    person(ADMIN, "admin", "system_administrator", 0, 0, hash);
    person(PLANNER, "planner", "placement_administrator", INSTITUTION, 0, hash);
    person(PLANNER_TWO, "plannertwo", "placement_administrator", INSTITUTION_TWO, 0, hash);
    person(ADVISER, "adviser", "placement_adviser", INSTITUTION, 0, hash);
    person(SITE_ADMIN, "siteadmin", "site_administrator", 0, SITE, hash);
    person(SITE_ADMIN_TWO, "siteadmintwo", "site_administrator", 0, SITE_TWO, hash);
    person(COORDINATOR, "coordinator", "site_coordinator", 0, SITE, hash);
    person(STUDENT, "student", "student", INSTITUTION, 0, hash);
    search_fill();
    return 0;
}
