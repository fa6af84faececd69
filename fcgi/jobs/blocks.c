#include "blocks.h"

#include "../base/address_key.h"
#include "../base/text.h"

struct into {
    struct document *document;
    struct node *parent;
    const char *name;
};

static int add_row(void *context, const struct row *row)
{
    struct into *into = context;
    document_row(into->document, into->parent, into->name, row);
    return 0;
}

static int add_link(void *context, const struct row *row)
{
    struct into *into = context;
    char key[ADDRESS_KEY_TEXT];
    address_key(key, row_text(row, "purpose"), row_integer(row, "id"), row_text(row, "salt"));
    struct node *link = document_element(into->document, into->parent, "link");
    document_attribute(into->document, link, "key", key);
    return 0;
}

enum data_result blocks_read(struct connection *connection, const struct query_file *file,
                             const struct parameters *parameters, struct document *document)
{
    struct node *root = document_root(document);
    enum data_result result = DATA_OK;
    for (size_t i = 0; i < file->block_count && result == DATA_OK; i++) {
        const struct block *block = &file->blocks[i];
        if (block->kind == BLOCK_STEP)
            continue;
        struct into into = {document, root, block->row_name};
        if (block->kind == BLOCK_MANY)
            into.parent = document_element(document, root, block->name);
        result = connection_run(connection, block, NULL, parameters,
                                text_equal(block->name, "link") ? add_link : add_row, &into);
        if (result == DATA_NONE && block->kind != BLOCK_ONE)
            result = DATA_OK;
    }
    return result;
}
