#include "read.h"

#include "../base/address_key.h"
#include "../base/text.h"

#include <string.h>

struct into {
    struct document *document;
    struct node *parent;
    const char *name;
    const char *base; /* of links: where Praktikum is */
};

static int row_into_document(void *context, const struct row *row)
{
    const struct into *into = context;
    document_row(into->document, into->parent, into->name, row);
    return 0;
}

static int row_dropped(void *context, const struct row *row)
{
    (void)context;
    (void)row;
    return 0;
}

enum data_result read_rows(struct visit *visit, struct document *document, struct node *parent,
                           const struct block *block, const struct list_state *state)
{
    struct into into = {document, parent, block->row_name, NULL};
    return connection_run(visit->service->connection, block, state, &visit->parameters,
                          document ? row_into_document : row_dropped, &into);
}

/* Block `link`, columns purpose, id, salt: the key of a private address, told to whom the page may tell it. */
static int link_into_document(void *context, const struct row *row)
{
    const struct into *into = context;
    char key[ADDRESS_KEY_TEXT];
    address_key(key, row_text(row, "purpose"), row_integer(row, "id"), row_text(row, "salt"));
    struct node *link = document_element(into->document, into->parent, into->name);
    document_attribute(into->document, link, "key", key);
    document_attribute(into->document, link, "base", into->base);
    return 0;
}

static int row_into_form(void *context, const struct row *row)
{
    form_prefill(context, row);
    return 0;
}

static int row_into_entries(void *context, const struct row *row)
{
    const char *field = row_text(row, "field");
    if (field)
        form_prefill_each(context, field, row_integer(row, "key"), row_text(row, "value"));
    return 0;
}

/* A query parameter named like a field is what a fresh form starts with. */
static void prefill_from_query(struct visit *visit, struct form_values *form)
{
    for (size_t i = 0; i < visit->route->parameter_count; i++) {
        const char *name = visit->route->parameters[i].name;
        const char *value = fields_find(&visit->request->query, name);
        if (!value || !*value)
            continue;
        const struct column column = {name, COLUMN_TEXT};
        const struct cell cell = {value, strlen(value)};
        const struct row row = {&column, &cell, 1};
        form_prefill(form, &row);
    }
}

static enum data_result read_list(struct visit *visit, struct document *document,
                                  const struct block *block, const char **culprit)
{
    struct list list;
    struct node *node = NULL;
    int64_t total = 0;
    *culprit = list_read(visit, block, &list);
    if (*culprit)
        return DATA_OK;
    enum data_result result =
        connection_total(visit->service->connection, block, &visit->parameters, &total);
    if (result != DATA_OK)
        return result;
    list_place(visit, &list, total);
    if (document)
        node = list_node(visit, document, &list, total);
    return read_rows(visit, document, node, block, &list.state);
}

static enum data_result read_block(struct visit *visit, struct document *document,
                                   const struct block *block, struct form_values *form,
                                   const char **culprit)
{
    struct connection *connection = visit->service->connection;
    struct node *parent = document ? document_root(document) : NULL;
    if (text_equal(block->name, "prefill") || text_equal(block->name, "prefill_each")) {
        row_function *row = text_equal(block->name, "prefill") ? row_into_form : row_into_entries;
        return form ? connection_run(connection, block, NULL, &visit->parameters, row, form)
                    : DATA_OK;
    }
    if (block->kind == BLOCK_LIST)
        return read_list(visit, document, block, culprit);
    if (text_equal(block->name, "link") && document) {
        struct into into = {document, parent, "link", visit->service->config->base_address};
        return connection_run(connection, block, NULL, &visit->parameters, link_into_document,
                              &into);
    }
    if (block->kind == BLOCK_MANY && document)
        parent = document_element(document, parent, block->name);
    return read_rows(visit, document, parent, block, NULL);
}

enum data_result read_page(struct visit *visit, struct document *document, struct form_values *form,
                           const char **culprit)
{
    const struct query_file *file = query_store_find(visit->service->queries, visit->file);
    enum data_result result = DATA_OK;
    /* What asks for a print says what it is of, not all that is in it. */
    bool asks = visit->route->kind == ROUTE_PRINT && visit->request->format == FORMAT_HTML;
    *culprit = NULL;
    if (!file)
        file = query_store_find(visit->service->queries, visit->route->file);
    if (!list_block(file) && (visit->route->list || route_period(visit->route)))
        list_search(visit);
    for (size_t i = 0; file && i < file->block_count && result == DATA_OK && !*culprit; i++) {
        const struct block *block = &file->blocks[i];
        if (block->kind == BLOCK_STEP || (asks && block->kind == BLOCK_MANY))
            continue;
        result = read_block(visit, document, block, form, culprit);
        if (result == DATA_NONE && block->kind != BLOCK_ONE)
            result = DATA_OK;
    }
    if (result == DATA_OK && form)
        prefill_from_query(visit, form);
    return result;
}
