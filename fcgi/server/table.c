#include "table.h"

#include "../base/time.h"
#include "../sheet/writer.h"
#include "../view/letter.h"
#include "list.h"
#include "stream.h"

#include <stdio.h>
#include <string.h>

/* Rows of a statement: none waits longer for the database than a page may, and the first of many rows are soon there. What
 * a transaction sees does not change, and every order ends with an id, so the statements' rows are those of one. */
enum { ROWS_FIRST = 2000, ROWS_MORE = 5000 };

struct table {
    struct visit *visit;
    const struct block *block;
    int64_t rows;
    struct writer *writer;
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

/* A word of the program (`sent`, `order.sent`), with labels that begin with `words`, in the viewer's language; NULL when it is not one. */
static const char *word_label(const struct table *table, const char *words, const char *word)
{
    char key[128];
    size_t length = strlen(word);
    if (length == 0 || length > 40 || strspn(word, "abcdefghijklmnopqrstuvwxyz_.") != length ||
        snprintf(key, sizeof key, "%s.%s", words, word) >= (int)sizeof key)
        return NULL;
    return stylesheets_label(table->visit->service->sheets, table->visit->lang, key);
}

static int add_row(void *context, const struct row *row)
{
    struct table *table = context;
    for (size_t i = 0; i < table->block->column_count; i++) {
        const char *name = table->block->columns[i], *label = NULL;
        enum column_type type = COLUMN_TEXT;
        const struct cell *cell = find_cell(row, name, &type);
        if (cell && cell->text && type == COLUMN_TEXT)
            label = word_label(table, table->block->words[i], cell->text);
        writer_cell(table->writer, type, label || !cell ? label : cell->text);
    }
    writer_row_end(table->writer);
    table->rows++;
    return !stream_flow(table->visit->response);
}

static const char *label_of(const struct visit *visit, const char *key)
{
    return stylesheets_label(visit->service->sheets, visit->lang, key);
}

static const char *const *read_heads(const struct table *table)
{
    struct arena *arena = table->visit->arena;
    const char **heads = arena_alloc(arena, table->block->column_count * sizeof *heads);
    for (size_t i = 0; i < table->block->column_count; i++) {
        const char *name = table->block->columns[i];
        const char *label = label_of(table->visit, arena_printf(arena, "column.%s", name));
        heads[i] = label ? label : name;
    }
    return heads;
}

/* Lines of what the page says of itself: those of what was asked for become one, and the last one says how much and when. */
static void read_remarks(struct arena *arena, char *text, struct writer_heading *heading)
{
    const char **remarks = arena_alloc(arena, 2 * sizeof *remarks);
    const char *asked = NULL, *last = NULL;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        if (last)
            asked = asked ? arena_printf(arena, "%s · %s", asked, last) : last;
        last = line;
    }
    if (asked)
        remarks[heading->remark_count++] = asked;
    if (last)
        remarks[heading->remark_count++] = last;
    heading->remarks = remarks;
}

void table_ask(const struct visit *visit, struct document *document)
{
    char text[DATE_TEXT];
    document_attribute(document, document_root(document), "only", "words");
    if (time_short(text, visit->now, visit->lang))
        document_attribute(document, document_root(document), "now-text", text);
}

bool table_words(struct visit *visit, struct document *document)
{
    struct buffer *out = visit->response->body, *scratch = &visit->service->scratch;
    struct writer_heading *heading = arena_zero(visit->arena, sizeof *heading);
    buffer_clear(out);
    if (!stylesheets_render(visit->service->sheets, visit->file, visit->lang, document, out) ||
        out->full)
        return false;
    heading->title = letter_subject(visit->arena, out->bytes);
    buffer_clear(scratch);
    letter_text(visit->arena, scratch, out->bytes);
    read_remarks(visit->arena, arena_text(visit->arena, scratch->bytes), heading);
    buffer_clear(out);
    visit->heading = heading;
    return heading->title != NULL;
}

/* What a file of each format is called. */
static const struct {
    enum writer_kind kind;
    const char *type, *ending;
} formats[] = {
    [FORMAT_CSV] = {WRITER_CSV, "text/csv; charset=utf-8", "csv"},
    [FORMAT_XLSX] = {WRITER_XLSX,
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    [FORMAT_ODS] = {WRITER_ODS, "application/vnd.oasis.opendocument.spreadsheet", "ods"},
};

bool table_wanted(const struct visit *visit)
{
    enum format format = visit->request->format;
    return format < sizeof formats / sizeof *formats && formats[format].type &&
           visit->file == visit->route->file;
}

bool table_worded(const struct visit *visit)
{
    return table_wanted(visit) && visit->request->format != FORMAT_CSV;
}

static void begin_answer(struct visit *visit, const struct block *block)
{
    struct response *response = visit->response;
    enum format format = visit->request->format;
    response_restart(response, 200);
    response->type = formats[format].type;
    /* The day is in the name: a .csv says it nowhere else. */
    response->disposition = arena_printf(visit->arena, "attachment; filename=\"%s-%s.%s\"",
                                         block->name, visit->today, formats[format].ending);
}

static enum data_result read_all(struct table *table, struct list_state *state)
{
    struct visit *visit = table->visit;
    enum data_result result = DATA_OK;
    state->limit = ROWS_FIRST;
    for (state->offset = 0; result == DATA_OK; state->limit = ROWS_MORE) {
        result = connection_run(visit->service->connection, table->block, state, &visit->parameters,
                                add_row, table);
        if (table->rows < state->offset + state->limit)
            break;
        state->offset = table->rows;
    }
    return result;
}

enum data_result table_answer(struct visit *visit, int *status, const char **culprit)
{
    const struct query_file *file = query_store_find(visit->service->queries, visit->route->file);
    struct table table = {.visit = visit, .block = list_block(file)};
    const struct writer_heading none = {.title = ""};
    struct list list;
    if (!table.block) {
        *status = 404;
        return DATA_OK;
    }
    *culprit = list_read(visit, table.block, &list);
    if (*culprit)
        return DATA_OK;
    begin_answer(visit, table.block);
    struct writer_heading heading = visit->heading ? *visit->heading : none;
    heading.lang = visit->lang;
    heading.made_at = arena_printf(visit->arena, "%.10sT%.8sZ", visit->now, visit->now + 11);
    heading.cut = label_of(visit, "sheet.cut");
    heading.heads = read_heads(&table);
    heading.head_count = table.block->column_count;
    table.writer =
        writer_new(formats[visit->request->format].kind, visit->response->body, &heading);
    enum data_result result = read_all(&table, &list.state);
    if (result == DATA_OK)
        writer_end(table.writer);
    writer_free(table.writer);
    return result;
}
