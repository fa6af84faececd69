#include "table.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../view/csv.h"
#include "list.h"

#include <stdio.h>
#include <string.h>

struct table {
    struct visit *visit;
    const struct block *block;
    struct csv csv;
};

/* The row's column for a head: `site_name` stands for `site` when both are there. */
static const struct cell *find_cell(const struct row *row, const char *name, enum column_type *type)
{
    size_t length = strlen(name);
    const struct cell *found = NULL;
    for (size_t i = 0; i < row->count; i++) {
        const char *column = row->columns[i].name;
        if (strncmp(column, name, length) != 0)
            continue;
        bool named = strcmp(column + length, "_name") == 0;
        if (!named && (column[length] != '\0' || found))
            continue;
        found = &row->cells[i];
        *type = row->columns[i].type;
        if (named)
            break;
    }
    return found;
}

/* A word of the program (`sent`, `order.sent`) in the viewer's language; NULL when it is not one. */
static const char *word_label(const struct table *table, const char *name, const char *word)
{
    char key[128];
    size_t length = strlen(word);
    if (length == 0 || length > 40 || strspn(word, "abcdefghijklmnopqrstuvwxyz_.") != length ||
        snprintf(key, sizeof key, "%s.%s", name, word) >= (int)sizeof key)
        return NULL;
    return stylesheets_label(table->visit->service->sheets, table->visit->lang, key);
}

static const char *cell_text(const struct table *table, const char *name, const struct cell *cell,
                             enum column_type type)
{
    struct arena *arena = table->visit->arena;
    const bool comma = !text_equal(table->visit->lang, "en");
    char *text, iso[DATE_TEXT], *point;
    const char *label;
    switch (type) {
    case COLUMN_TEXT:
        label = word_label(table, name, cell->text);
        return label ? label : cell->text;
    case COLUMN_DECIMAL:
        text = arena_text(arena, cell->text);
        point = strchr(text, '.');
        if (point && comma)
            *point = ',';
        return text;
    case COLUMN_DATETIME:
        if (!time_iso(iso, cell->text))
            return cell->text;
        iso[10] = ' ';
        return arena_bytes(arena, iso, strlen("2026-11-21 20:41"));
    case COLUMN_BYTES:
        return NULL;
    case COLUMN_INTEGER:
    case COLUMN_DATE:
        break;
    }
    return cell->text;
}

static int add_row(void *context, const struct row *row)
{
    struct table *table = context;
    for (size_t i = 0; i < table->block->column_count; i++) {
        enum column_type type = COLUMN_TEXT;
        const struct cell *cell = find_cell(row, table->block->columns[i], &type);
        bool empty = !cell || !cell->text;
        csv_cell(&table->csv,
                 empty ? NULL : cell_text(table, table->block->columns[i], cell, type));
    }
    csv_row_end(&table->csv);
    return table->csv.out->full;
}

static void add_heads(struct table *table)
{
    for (size_t i = 0; i < table->block->column_count; i++) {
        char key[128];
        snprintf(key, sizeof key, "column.%s", table->block->columns[i]);
        const char *label =
            stylesheets_label(table->visit->service->sheets, table->visit->lang, key);
        csv_cell(&table->csv, label ? label : table->block->columns[i]);
    }
    csv_row_end(&table->csv);
}

enum data_result table_csv(struct visit *visit, int *status, const char **culprit)
{
    const struct query_file *file = query_store_find(visit->service->queries, visit->route->file);
    struct table table = {.visit = visit, .block = list_block(file)};
    struct response *response = visit->response;
    struct list list;
    if (!table.block) {
        *status = 404;
        return DATA_OK;
    }
    *culprit = list_read(visit, table.block, &list);
    if (*culprit)
        return DATA_OK;
    list.state.limit = list.state.offset = 0;
    response_restart(response, 200);
    response->type = "text/csv; charset=utf-8";
    csv_start(&table.csv, response->body, visit->lang);
    add_heads(&table);
    enum data_result result = connection_run(visit->service->connection, table.block, &list.state,
                                             &visit->parameters, add_row, &table);
    if (result == DATA_OK && !visit->file_named)
        response_header(
            response, "Content-Disposition",
            arena_printf(visit->arena, "attachment; filename=\"%s.csv\"", table.block->name));
    visit->file_named = true;
    return result;
}
