#include "row.h"

#include "arena.h"
#include "random.h"
#include "time.h"

#include <stdlib.h>
#include <string.h>

const struct cell *row_cell(const struct row *row, const char *column)
{
    for (size_t i = 0; i < row->count; i++)
        if (!strcmp(row->columns[i].name, column))
            return &row->cells[i];
    return NULL;
}

const char *row_text(const struct row *row, const char *column)
{
    const struct cell *cell = row_cell(row, column);
    return cell ? cell->text : NULL;
}

bool row_holds_hash(const struct row *row, const char *column, const unsigned char *hash)
{
    const struct cell *cell = row_cell(row, column);
    return cell && cell->text && cell->length == HASH_BYTES &&
           hash_equal(hash, (const unsigned char *)cell->text, HASH_BYTES);
}

int64_t row_integer(const struct row *row, const char *column)
{
    const char *text = row_text(row, column);
    return text ? strtoll(text, NULL, 10) : 0;
}

bool row_flag(const struct row *row, const char *column)
{
    return row_integer(row, column) != 0;
}

struct row *row_copy(struct arena *arena, const struct row *row)
{
    struct row *copy = arena_alloc(arena, sizeof *copy);
    struct column *columns = arena_alloc(arena, row->count * sizeof *columns);
    struct cell *cells = arena_alloc(arena, row->count * sizeof *cells);
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        columns[i] = (struct column){arena_text(arena, row->columns[i].name), row->columns[i].type};
        cells[i] = (struct cell){cell->text ? arena_bytes(arena, cell->text, cell->length) : NULL,
                                 cell->length};
    }
    *copy = (struct row){columns, cells, row->count};
    return copy;
}

int rows_keep(void *context, const struct row *row)
{
    struct rows *kept = context;
    if (kept->wanted > 0 && kept->count == kept->wanted)
        return 0;
    if (kept->count == kept->capacity) {
        size_t capacity = kept->capacity > 0 ? 2 * kept->capacity : 8;
        kept->rows = arena_grow(kept->arena, kept->rows, kept->capacity * sizeof *kept->rows,
                                capacity * sizeof *kept->rows);
        kept->capacity = capacity;
    }
    kept->rows[kept->count++] = row_copy(kept->arena, row);
    return 0;
}

const struct row *rows_first(const struct rows *rows)
{
    return rows->count > 0 ? rows->rows[0] : NULL;
}

static void set(struct parameters *parameters, const char *name, struct value value)
{
    for (size_t i = 0; i < parameters->count; i++) {
        if (!strcmp(parameters->items[i].name, name)) {
            parameters->items[i].value = value;
            return;
        }
    }
    if (parameters->count == parameters->capacity) {
        size_t capacity = parameters->capacity ? 2 * parameters->capacity : 32;
        parameters->items = arena_grow(parameters->arena, parameters->items,
                                       parameters->count * sizeof *parameters->items,
                                       capacity * sizeof *parameters->items);
        parameters->capacity = capacity;
    }
    parameters->items[parameters->count++] =
        (struct parameter){arena_text(parameters->arena, name), value};
}

void parameters_null(struct parameters *parameters, const char *name)
{
    set(parameters, name, (struct value){.type = VALUE_NULL});
}

void parameters_integer(struct parameters *parameters, const char *name, int64_t integer)
{
    set(parameters, name, (struct value){.type = VALUE_INTEGER, .integer = integer});
}

void parameters_id(struct parameters *parameters, const char *name, int64_t id)
{
    if (id)
        parameters_integer(parameters, name, id);
    else
        parameters_null(parameters, name);
}

void parameters_viewer(struct parameters *parameters, const struct row *viewer)
{
    parameters_null(parameters, "viewer_looks_back"); /* page.c: a page of the past */
    for (size_t i = 0; viewer && i < viewer->count; i++) {
        const char *name = viewer->columns[i].name;
        parameters_id(parameters, arena_printf(parameters->arena, "viewer_%s", name),
                      row_integer(viewer, name));
    }
}

void parameters_text(struct parameters *parameters, const char *name, const char *text)
{
    if (!text) {
        parameters_null(parameters, name);
        return;
    }
    size_t length = strlen(text);
    set(parameters, name,
        (struct value){.type = VALUE_TEXT,
                       .bytes = arena_bytes(parameters->arena, text, length),
                       .length = length});
}

void parameters_bytes(struct parameters *parameters, const char *name, const void *bytes,
                      size_t length)
{
    set(parameters, name,
        (struct value){.type = VALUE_BYTES,
                       .bytes = arena_bytes(parameters->arena, bytes, length),
                       .length = length});
}

const struct value *parameters_find(const struct parameters *parameters, const char *name)
{
    for (size_t i = 0; i < parameters->count; i++)
        if (!strcmp(parameters->items[i].name, name))
            return &parameters->items[i].value;
    return NULL;
}

void parameters_moment(struct parameters *parameters)
{
    char today[DATE_TEXT], now[DATE_TEXT], clock[DATE_TEXT];
    date_iso(today, time_today());
    time_sql(now, time_now());
    time_wall(clock);
    parameters_text(parameters, "clock", clock);
    parameters_text(parameters, "today", today);
    parameters_text(parameters, "now", now);
}
