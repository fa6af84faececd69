#include "../base/buffer.h"
#include "../base/heap.h"
#include "../base/log.h"
#include "../base/time.h"
#include "internal.h"

#include <assert.h>
#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    COLLATIONS = 3,
    COMBINATIONS = 24,
    MOST_KEPT = 1000,
    FIRST_ROOM = 256,
    LONGEST_SQL = 2 << 20
};

struct output {
    char *bytes;
    size_t room; /* without the NUL */
    unsigned long length;
    my_bool null;
    MYSQL_TIME time; /* dates and times come here: the library would print them four times slower */
};
struct statement {
    struct statement *next; /* the same but for its conditions */
    unsigned conditions;
    MYSQL_STMT *handle;
    const char **names; /* of the parameters in use, without limit and offset */
    size_t name_count;
    MYSQL_BIND *inputs;
    size_t input_count;
    struct value list_end, list_rows, list_skip;
    int64_t offset;      /* of the whole: 0 when it was taken inside */
    MYSQL_BIND *outputs; /* made when the first result came */
    struct output *rooms;
    struct column *columns;
    struct cell *cells;
    unsigned output_count;
};

/* Which variant of a block is meant. */
struct variant {
    const struct block *block;
    bool total;
    const struct list_state *state; /* NULL: not a list */
    const char *lang;
    unsigned conditions; /* a bit for each of the block's that is not NULL */
};

static void free_outputs(struct statement *statement)
{
    for (unsigned i = 0; i < statement->output_count; i++) {
        free((char *)(uintptr_t)statement->columns[i].name);
        free(statement->rooms[i].bytes);
    }
    free(statement->outputs);
    free(statement->rooms);
    free(statement->columns);
    free(statement->cells);
    statement->output_count = 0;
    statement->outputs = NULL;
    statement->rooms = NULL;
    statement->columns = NULL;
    statement->cells = NULL;
}

static void statement_free(struct statement *statement)
{
    if (!statement)
        return;
    if (statement->handle)
        mysql_stmt_close(statement->handle);
    free_outputs(statement);
    free(statement->names);
    free(statement->inputs);
    free(statement);
}

static void free_list(struct statement *statement)
{
    while (statement) {
        struct statement *next = statement->next;
        statement_free(statement);
        statement = next;
    }
}

void statements_free(struct connection *connection)
{
    connection->kept = 0;
    size_t blocks = connection->slots ? query_store_blocks(connection->store) : 0;
    for (size_t i = 0; i < blocks; i++) {
        struct block_slots *slots = &connection->slots[i];
        for (size_t j = 0; j < slots->count; j++)
            free_list(slots->variants[j]);
        free(slots->variants);
        free(slots->sort_collated);
        *slots = (struct block_slots){.count = 0};
    }
}

static void fill_slots(struct block_slots *slots, const struct block *block)
{
    slots->text_collated = query_collated(block->text);
    slots->total_collated = block->total_text && query_collated(block->total_text);
    slots->sort_collated = heap_alloc(block->sort_count * sizeof *slots->sort_collated);
    for (size_t i = 0; i < block->sort_count; i++)
        slots->sort_collated[i] = query_collated(block->sorts[i].expression);
    slots->count = COLLATIONS;
    if (block->kind == BLOCK_LIST)
        slots->count += block->sort_count * 2 * 2 * COLLATIONS;
    slots->variants = heap_alloc(slots->count * sizeof(struct statement *));
}

static size_t collation(const char *lang)
{
    if (lang && (!strcmp(lang, "nb") || !strcmp(lang, "nn")))
        return 1;
    return lang && !strcmp(lang, "sv") ? 2 : 0;
}

static bool collated(const struct block_slots *slots, const struct variant *variant)
{
    if (variant->total)
        return slots->total_collated;
    return slots->text_collated || (variant->state && slots->sort_collated[variant->state->sort]);
}

/* Where the variant's statement is kept; NULL when the block is not of the store. As of another time nothing is
 * kept: MariaDB takes system_versioning_asof when a statement is prepared, not when it is run. */
static struct statement **slot(struct connection *connection, const struct variant *variant)
{
    const struct block *block = variant->block;
    if (!connection->slots || connection->as_of ||
        block->number >= query_store_blocks(connection->store) ||
        query_store_block(connection->store, block->number) != block)
        return NULL;
    struct block_slots *slots = &connection->slots[block->number];
    if (!slots->count)
        fill_slots(slots, block);
    size_t index = 0; /* the total of a list, or what is no list */
    if (variant->state) {
        const struct list_state *state = variant->state;
        index = 1 + (state->sort * 2 + state->descending) * 2 + (state->limit > 0);
    }
    return &slots->variants[index * COLLATIONS +
                            (collated(slots, variant) ? collation(variant->lang) : 0)];
}

/* Takes the variant's statement out of its list; NULL when there is none yet. */
static struct statement *take(struct connection *connection, struct statement **list,
                              unsigned conditions)
{
    for (; *list; list = &(*list)->next) {
        struct statement *found = *list;
        if (found->conditions == conditions) {
            *list = found->next;
            found->next = NULL;
            connection->kept--;
            return found;
        }
    }
    return NULL;
}

/* Puts it back in front; the combination unused for longest leaves a full list. The server counts
 * the statements of all connections together, so one connection has an end too. */
static void keep(struct connection *connection, struct statement **list,
                 struct statement *statement)
{
    if (connection->kept >= MOST_KEPT) { /* begins anew: what is in use is soon back */
        statement_free(statement);
        statements_free(connection);
        return;
    }
    statement->next = *list;
    *list = statement;
    connection->kept++;
    for (int i = 0; i < COMBINATIONS && *list; i++)
        list = &(*list)->next;
    if (*list) {
        statement_free(*list);
        connection->kept--;
        *list = NULL;
    }
}

static void write_sql(struct buffer *sql, const struct variant *variant,
                      struct statement *statement)
{
    const struct block *block = variant->block;
    const struct list_state *state = variant->state;
    const char *given[QUERY_CONDITIONS];
    struct query_choice choice = {.lang = variant->lang, .given = given};
    size_t all = variant->total ? block->total_parameter_count : block->parameter_count;
    if (state) {
        choice.sort = &block->sorts[state->sort];
        choice.descending = state->descending;
    }
    for (size_t i = 0; i < block->condition_count; i++)
        if (variant->conditions & 1U << i)
            given[choice.given_count++] = block->conditions[i];
    statement->conditions = variant->conditions;
    statement->names = heap_alloc(all * sizeof(char *));
    statement->name_count =
        query_write(sql, variant->total ? block->total_text : block->text, &choice,
                    variant->total ? block->total_parameters : block->parameters, statement->names);
    statement->input_count = statement->name_count;
    if (state)
        query_write(sql, " {order}", &choice, NULL, NULL);
    if (state && state->limit > 0) {
        buffer_text(sql, " LIMIT ? OFFSET ?");
        statement->input_count += 2;
    }
}

static enum data_result statement_failed(struct connection *connection,
                                         const struct statement *statement,
                                         const struct block *block)
{
    unsigned number = mysql_stmt_errno(statement->handle);
    if (number)
        return connection_failed(connection, number, mysql_stmt_error(statement->handle), block,
                                 true);
    /* An error between rows is told to the connection only. */
    return connection_failed(connection, mysql_errno(connection->mysql),
                             mysql_error(connection->mysql), block, true);
}

static enum data_result prepare(struct connection *connection, const struct variant *variant,
                                struct statement **prepared)
{
    const struct block *block = variant->block;
    struct buffer sql;
    buffer_init(&sql, LONGEST_SQL);
    struct statement *statement = heap_alloc(sizeof *statement);
    write_sql(&sql, variant, statement);
    statement->handle = mysql_stmt_init(connection->mysql);
    if (!statement->handle)
        abort(); /* out of memory */
    enum data_result result = DATA_OK;
    if (sql.full || mysql_stmt_prepare(statement->handle, sql.bytes, (unsigned long)sql.length)) {
        char text[sizeof connection->error_text];
        unsigned number = mysql_stmt_errno(statement->handle);
        snprintf(text, sizeof text, "%s",
                 sql.full ? "too long" : mysql_stmt_error(statement->handle));
        result = connection_failed(connection, number, text, block, false);
    } else if (mysql_stmt_param_count(statement->handle) != statement->input_count) {
        result = connection_failed(connection, ER_WRONG_PARAMCOUNT_TO_PROCEDURE,
                                   "parameters do not match", block, false);
    }
    buffer_free(&sql);
    if (result) {
        statement_free(statement);
        return result;
    }
    statement->inputs = heap_alloc(statement->input_count * sizeof *statement->inputs);
    *prepared = statement;
    return DATA_OK;
}

static void bind_value(MYSQL_BIND *bind, const struct value *value)
{
    static const enum enum_field_types types[] = {
        [VALUE_NULL] = MYSQL_TYPE_NULL,
        [VALUE_INTEGER] = MYSQL_TYPE_LONGLONG,
        [VALUE_TEXT] = MYSQL_TYPE_STRING,
        [VALUE_BYTES] = MYSQL_TYPE_BLOB,
    };
    *bind = (MYSQL_BIND){.buffer_type = types[value->type]};
    if (value->type == VALUE_INTEGER) {
        bind->buffer = (void *)(uintptr_t)&value->integer;
    } else {
        bind->buffer = (void *)(uintptr_t)value->bytes;
        bind->buffer_length = bind->length_value = (unsigned long)value->length;
    }
}

static enum data_result not_set(const struct block *block, const char *name)
{
    log_line(LOG_ERROR, "parameter not set", "file", block->file, "block", block->name, "parameter",
             name, NULL);
    return DATA_ERROR;
}

/* What a list's statement may know of the page. */
static const struct value *list_value(struct statement *statement, const struct list_state *state,
                                      const char *name)
{
    bool all = state->limit == 0;
    struct value *value = NULL;
    int64_t rows = 0;
    if (!strcmp(name, "list_end")) {
        value = &statement->list_end;
        rows = all ? INT32_MAX : state->limit + state->offset;
    } else if (!strcmp(name, "list_rows")) {
        value = &statement->list_rows;
        rows = all ? INT32_MAX : state->limit;
    } else if (!strcmp(name, "list_skip")) {
        value = &statement->list_skip;
        rows = state->offset;
        statement->offset = 0;
    }
    if (value)
        *value = (struct value){.type = VALUE_INTEGER, .integer = rows};
    return value;
}

static enum data_result bind_inputs(struct statement *statement, const struct variant *variant,
                                    const struct parameters *parameters)
{
    const struct list_state *state = variant->state;
    size_t count = statement->name_count;
    if (state)
        statement->offset = state->offset;
    for (size_t i = 0; i < count; i++) {
        const char *name = statement->names[i];
        const struct value *value = state ? list_value(statement, state, name) : NULL;
        if (!value && parameters)
            value = parameters_find(parameters, name);
        if (!value)
            return not_set(variant->block, name);
        bind_value(&statement->inputs[i], value);
    }
    if (state && count < statement->input_count) {
        const int64_t *page[] = {&state->limit, &statement->offset};
        for (size_t i = 0; i < 2; i++)
            statement->inputs[count + i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG,
                                                        .buffer = (void *)(uintptr_t)page[i]};
    }
    return DATA_OK;
}

static bool clock_type(enum column_type type)
{
    return type == COLUMN_DATE || type == COLUMN_DATETIME;
}

static void bind_output(struct statement *statement, unsigned i)
{
    struct output *room = &statement->rooms[i];
    if (clock_type(statement->columns[i].type)) {
        statement->outputs[i] = (MYSQL_BIND){
            .buffer_type = MYSQL_TYPE_DATETIME, .buffer = &room->time, .is_null = &room->null};
        return;
    }
    statement->outputs[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_STRING,
                                         .buffer = room->bytes,
                                         .buffer_length = (unsigned long)room->room,
                                         .length = &room->length,
                                         .is_null = &room->null};
}

/* Every column is fetched as text straight into its own room. */
static void make_outputs(struct statement *statement, const MYSQL_FIELD *fields, unsigned count)
{
    free_outputs(statement);
    statement->output_count = count;
    statement->outputs = heap_alloc(count * sizeof *statement->outputs);
    statement->rooms = heap_alloc(count * sizeof *statement->rooms);
    statement->columns = heap_alloc(count * sizeof *statement->columns);
    statement->cells = heap_alloc(count * sizeof *statement->cells);
    for (unsigned i = 0; i < count; i++) {
        struct output *room = &statement->rooms[i];
        room->room = fields[i].length < FIRST_ROOM ? fields[i].length + 32 : FIRST_ROOM;
        room->bytes = heap_alloc(room->room + 1);
        statement->columns[i].name = heap_text(fields[i].name);
    }
}

static int attach_outputs(struct statement *statement)
{
    unsigned count = mysql_stmt_field_count(statement->handle);
    const MYSQL_FIELD *fields = mariadb_stmt_fetch_fields(statement->handle);
    bool fresh = count != statement->output_count, bind = fresh;
    if (fresh)
        make_outputs(statement, fields, count);
    for (unsigned i = 0; i < count;
         i++) { /* a parameter may give a column another type each time */
        enum column_type before = statement->columns[i].type, type = connection_type(&fields[i]);
        statement->columns[i].type = type;
        if (fresh || clock_type(before) != clock_type(type)) {
            bind_output(statement, i);
            bind = true;
        }
    }
    return bind ? mysql_stmt_bind_result(statement->handle, statement->outputs) : 0;
}

/* Gives a value that did not fit its room, and fetches it again. */
static int fetch_long(struct statement *statement, unsigned i)
{
    struct output *room = &statement->rooms[i];
    room->room = room->length + room->length / 2;
    room->bytes = heap_grow(room->bytes, room->room + 1, 1);
    bind_output(statement, i);
    MYSQL_BIND once = statement->outputs[i];
    return mysql_stmt_fetch_column(statement->handle, &once, i, 0) ||
           mysql_stmt_bind_result(statement->handle, statement->outputs);
}

static char *digits(char *out, unsigned value, int count, char after)
{
    for (int i = count; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
    out[count] = after;
    return out + count + 1;
}

/* "2026-11-21" or "2026-11-21 19:41:00"; the fraction is dropped. */
static void print_clock(struct output *room, enum column_type type)
{
    const MYSQL_TIME *time = &room->time;
    char *out = digits(room->bytes, time->year, 4, '-');
    out = digits(out, time->month, 2, '-');
    out = digits(out, time->day, 2, ' ');
    if (type == COLUMN_DATETIME) {
        out = digits(out, time->hour, 2, ':');
        out = digits(out, time->minute, 2, ':');
        out = digits(out, time->second, 2, ' ');
    }
    room->length = (unsigned long)(out - room->bytes) - 1;
}

static int fill_cells(struct statement *statement)
{
    for (unsigned i = 0; i < statement->output_count; i++) {
        struct output *room = &statement->rooms[i];
        struct cell *cell = &statement->cells[i];
        *cell = (struct cell){NULL, 0};
        if (room->null)
            continue;
        if (clock_type(statement->columns[i].type))
            print_clock(room, statement->columns[i].type);
        else if (room->length > room->room && fetch_long(statement, i))
            return 1;
        cell->length = room->length;
        room->bytes[cell->length] = 0;
        cell->text = room->bytes;
    }
    return 0;
}

/* Rows come one by one from the socket: nothing is kept but the one in hand. */
static enum data_result stream(struct connection *connection, struct statement *statement,
                               const struct block *block, row_function *function, void *context,
                               size_t *count)
{
    int status;
    while (!(status = mysql_stmt_fetch(statement->handle)) || status == MYSQL_DATA_TRUNCATED) {
        ++*count;
        if (fill_cells(statement))
            return statement_failed(connection, statement, block);
        const struct row row = {statement->columns, statement->cells, statement->output_count};
        if (function && function(context, &row))
            return DATA_ERROR;
    }
    return status == MYSQL_NO_DATA ? DATA_OK : statement_failed(connection, statement, block);
}

static enum data_result take_rows(struct connection *connection, struct statement *statement,
                                  const struct block *block, row_function *function, void *context)
{
    size_t count = 0;
    if (attach_outputs(statement))
        return statement_failed(connection, statement, block);
    connection->streaming = true;
    enum data_result result = stream(connection, statement, block, function, context, &count);
    connection->streaming = false;
    if (connection->mysql)
        mysql_stmt_free_result(statement->handle); /* reads on past what was not wanted */
    if (!result && !count && block->kind == BLOCK_ONE)
        result = DATA_NONE;
    return result;
}

/* True when the server wants the statement prepared anew. */
static bool forgotten(const struct statement *statement)
{
    unsigned number = mysql_stmt_errno(statement->handle);
    return number == ER_NEED_REPREPARE || number == ER_UNKNOWN_STMT_HANDLER ||
           number == CR_NEW_STMT_METADATA;
}

static int execute(struct statement *statement)
{
    if (statement->input_count && mysql_stmt_bind_param(statement->handle, statement->inputs))
        return 1;
    return mysql_stmt_execute(statement->handle);
}

static enum data_result run_once(struct connection *connection, const struct variant *variant,
                                 struct statement **place, const struct parameters *parameters,
                                 row_function *function, void *context)
{
    const struct block *block = variant->block;
    enum data_result result = DATA_OK;
    for (int tried = 0;; tried++) {
        if (!*place)
            result = prepare(connection, variant, place);
        if (!result)
            result = bind_inputs(*place, variant, parameters);
        if (result)
            return result;
        if (!execute(*place))
            break;
        if (tried || !forgotten(*place))
            return statement_failed(connection, *place, block);
        statement_free(*place);
        *place = NULL;
    }
    MYSQL_STMT *handle = (*place)->handle;
    if (mysql_stmt_field_count(handle))
        return take_rows(connection, *place, block, function, context);
    connection->inserted = (int64_t)mysql_stmt_insert_id(handle);
    connection->affected = (int64_t)mysql_stmt_affected_rows(handle);
    return DATA_OK;
}

/* Which of the block's conditions hold: those whose parameter is not NULL. */
static enum data_result look_at_conditions(struct variant *variant,
                                           const struct parameters *parameters)
{
    const struct block *block = variant->block;
    for (size_t i = 0; i < block->condition_count; i++) {
        const char *name = block->conditions[i];
        const struct value *value = parameters ? parameters_find(parameters, name) : NULL;
        if (!value)
            return not_set(block, name);
        variant->conditions |= value->type == VALUE_NULL ? 0 : 1U << i;
    }
    return DATA_OK;
}

static enum data_result run(struct connection *connection, struct variant *variant,
                            const struct parameters *parameters, row_function *function,
                            void *context)
{
    enum data_result result = connection_ready(connection);
    if (!result)
        result = look_at_conditions(variant, parameters);
    if (result)
        return result;
    int64_t started = time_monotonic_us();
    struct statement **list = slot(connection, variant);
    struct statement *statement = list ? take(connection, list, variant->conditions) : NULL;
    result = run_once(connection, variant, &statement, parameters, function, context);
    if (statement && list && connection->mysql)
        keep(connection, list, statement);
    else
        statement_free(statement); /* a lost connection took the lists with it */
    connection_count(connection, started, variant->block);
    return result;
}

static const char *language(const struct parameters *parameters)
{
    const struct value *value = parameters ? parameters_find(parameters, "lang") : NULL;
    return value && value->type == VALUE_TEXT ? value->bytes : NULL;
}

enum data_result connection_run(struct connection *connection, const struct block *block,
                                const struct list_state *state, const struct parameters *parameters,
                                row_function *row, void *context)
{
    struct list_state all = {.lang = language(parameters)};
    if (block->kind == BLOCK_LIST && !state) {
        all.descending = block->sorts[0].descending;
        state = &all;
    }
    assert(block->kind != BLOCK_LIST || state->sort < block->sort_count);
    struct variant variant = {.block = block, .lang = language(parameters)};
    if (block->kind == BLOCK_LIST) {
        variant.state = state;
        variant.lang = state->lang;
    }
    return run(connection, &variant, parameters, row, context);
}

enum data_result connection_step(struct connection *connection, const char *file, const char *step,
                                 const struct parameters *parameters, row_function *row,
                                 void *context)
{
    const struct query_file *found =
        connection->store ? query_store_find(connection->store, file) : NULL;
    const struct block *block = found ? query_file_block(found, step) : NULL;
    if (block)
        return connection_run(connection, block, NULL, parameters, row, context);
    log_line(LOG_ERROR, "no_step", "file", file, "step", step, NULL);
    return DATA_ERROR;
}

static int keep_total(void *context, const struct row *row)
{
    *(int64_t *)context = strtoll(row->cells[0].text ? row->cells[0].text : "0", NULL, 10);
    return 0;
}

enum data_result connection_total(struct connection *connection, const struct block *block,
                                  const struct parameters *parameters, int64_t *total)
{
    assert(block->kind == BLOCK_LIST);
    *total = 0;
    struct variant variant = {.block = block, .total = true, .lang = language(parameters)};
    return run(connection, &variant, parameters, keep_total, total);
}

/* Prepares the variant; keeps it when it is a usual one. */
static bool try_variant(struct connection *connection, const struct variant *variant, bool usual,
                        char *error, size_t error_size)
{
    const struct block *block = variant->block;
    struct statement **list = slot(connection, variant);
    struct statement *made = take(connection, list, variant->conditions);
    if (!made && prepare(connection, variant, &made)) {
        const char *sort = variant->state ? block->sorts[variant->state->sort].name : "";
        snprintf(error, error_size, "%s.sql: block %s%s%s: %s", block->file, block->name,
                 *sort ? ", sort " : "", sort, connection->error_text);
        return false;
    }
    bool rows = mysql_stmt_field_count(made->handle) > 0;
    if (usual)
        keep(connection, list, made);
    else
        statement_free(made);
    if (!rows && block->kind != BLOCK_STEP) {
        snprintf(error, error_size, "%s.sql: block %s gives no rows", block->file, block->name);
        return false;
    }
    return true;
}

/* No condition, each alone, all: every part is tried, though not every combination. */
static bool try_conditions(struct connection *connection, struct variant *variant, bool usual,
                           char *error, size_t error_size)
{
    size_t count = variant->block->condition_count;
    for (size_t i = 0; i <= count; i++) {
        variant->conditions = i ? 1U << (i - 1) : 0;
        if (!try_variant(connection, variant, usual && !i, error, error_size))
            return false;
    }
    variant->conditions = (1U << count) - 1;
    bool fine = count < 2 || try_variant(connection, variant, false, error, error_size);
    variant->conditions = 0;
    return fine;
}

/* All of a block in one language; the others differ only where a collation is named. */
static bool try_block(struct connection *connection, const struct block *block, const char *lang,
                      bool first, char *error, size_t error_size)
{
    bool list = block->kind == BLOCK_LIST;
    struct variant variant = {.block = block, .total = list, .lang = lang};
    slot(connection, &variant); /* finds out what is collated */
    const struct block_slots *slots = &connection->slots[block->number];
    if ((first || collated(slots, &variant)) &&
        !try_conditions(connection, &variant, first, error, error_size))
        return false;
    variant.total = false;
    for (size_t i = 0; list && i < block->sort_count; i++) {
        struct list_state state = {
            .sort = i, .descending = block->sorts[i].descending, .lang = lang, .limit = 1};
        variant.state = &state;
        if (!first && !collated(slots, &variant))
            continue;
        bool fine = i == 0 ? try_conditions(connection, &variant, first, error, error_size)
                           : try_variant(connection, &variant, false, error, error_size);
        if (!fine)
            return false;
    }
    return true;
}

enum data_result connection_prepare_all(struct connection *connection, char *error,
                                        size_t error_size)
{
    enum data_result result = connection_ready(connection);
    if (!result)
        result = connection_as_of(connection, NULL);
    if (result) {
        snprintf(error, error_size, "%s", connection->error_text);
        return result;
    }
    static const char *const langs[] = {"nb", "sv", "en"}; /* one of each collation */
    size_t count = connection->store ? query_store_blocks(connection->store) : 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sizeof langs / sizeof *langs; j++)
            if (!try_block(connection, query_store_block(connection->store, i), langs[j], j == 0,
                           error, error_size))
                return connection->mysql ? DATA_ERROR : DATA_UNAVAILABLE;
    return DATA_OK;
}
