#include "xml_rows.h"

#include "../base/time.h"
#include "document.h"
#include "xml_text.h"

#include <string.h>

struct prefix {
    const char *text; /* ` starts="` */
    size_t length;
};
struct xml_rows {
    struct arena *arena;
    struct buffer *out;
    const char *start; /* `    <order` */
    size_t start_length;
    struct prefix *prefixes; /* made with the first row */
};

struct xml_rows *xml_rows_new(struct arena *arena, struct buffer *out, const char *element)
{
    struct xml_rows *rows = arena_zero(arena, sizeof *rows);
    rows->arena = arena;
    rows->out = out;
    rows->start = arena_printf(arena, "    <%s", element);
    rows->start_length = strlen(rows->start);
    return rows;
}

static void name_columns(struct xml_rows *rows, const struct row *row)
{
    rows->prefixes = arena_zero(rows->arena, (row->count + 1) * sizeof *rows->prefixes);
    for (size_t i = 0; i < row->count; i++) {
        char *text = arena_printf(rows->arena, " %s=\"", row->columns[i].name);
        for (char *at = text; *at; at++)
            if (*at == '_')
                *at = '-';
        rows->prefixes[i] = (struct prefix){text, strlen(text)};
    }
}

static void add_cell(struct xml_rows *rows, const struct prefix *prefix, const struct cell *cell,
                     enum column_type type)
{
    char text[DATE_TEXT > DOCUMENT_DECIMAL ? DATE_TEXT : DOCUMENT_DECIMAL];
    const char *value = cell->text;
    size_t length = cell->length;
    if (type == COLUMN_DATETIME && time_iso(text, cell->text)) {
        value = text;
        length = strlen(text);
    } else if (type == COLUMN_DECIMAL) {
        document_decimal(text, cell->text, NULL);
        value = text;
        length = strlen(text);
    }
    xml_write_attribute_after(rows->out, prefix->text, prefix->length, value, length);
}

void xml_rows_add(struct xml_rows *rows, const struct row *row)
{
    if (!rows->prefixes)
        name_columns(rows, row);
    buffer_add(rows->out, rows->start, rows->start_length);
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].text && row->columns[i].type != COLUMN_BYTES)
            add_cell(rows, &rows->prefixes[i], &row->cells[i], row->columns[i].type);
    buffer_add(rows->out, "/>\n", 3);
}
