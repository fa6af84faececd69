/* Any bytes as a query file: refused with a sentence, or parsed into blocks that hold together. */
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/data/query.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(const char *text, const char **parameters, size_t count)
{
    assert(*text);
    for (size_t i = 0; i < count; i++)
        assert(*parameters[i] && strlen(parameters[i]) < 1 << 20);
}

/* Written with none and with all of its conditions. */
static void check_choices(const struct block *block, const struct sort *sort)
{
    for (int all = 0; all < 2; all++) {
        struct buffer out;
        const char **kept = calloc(block->parameter_count + 1, sizeof *kept);
        const struct query_choice choice = {.lang = "sv",
                                            .sort = sort,
                                            .descending = all,
                                            .given = block->conditions,
                                            .given_count = all ? block->condition_count : 0};
        buffer_init(&out, 8 << 20);
        size_t count = query_write(&out, block->text, &choice, block->parameters, kept);
        assert(count <= block->parameter_count);
        for (size_t i = 0; i < count; i++)
            assert(*kept[i]);
        buffer_free(&out);
        free(kept);
    }
}

static void check_list(const struct block *block)
{
    struct buffer out;
    assert(block->column_count && block->sort_count && block->total_text);
    check_text(block->total_text, block->total_parameters, block->total_parameter_count);
    for (size_t i = 0; i < block->sort_count; i++) {
        const struct sort *sort = &block->sorts[i];
        check_choices(block, sort);
        buffer_init(&out, 8 << 20);
        query_order(&out, sort, sort->descending);
        assert(out.full || !strncmp(out.bytes, "ORDER BY ", 9));
        buffer_free(&out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char error[256] = "";
    struct query_file *file =
        query_parse("fuzz/fuzz", (const char *)data, size, NULL, error, sizeof error);
    if (!file) {
        assert(!strncmp(error, "fuzz/fuzz.sql:", 14));
        return 0;
    }
    assert(file->block_count);
    for (size_t i = 0; i < file->block_count; i++) {
        const struct block *block = &file->blocks[i];
        assert(block->number == i && query_file_block(file, block->name) == block);
        check_text(block->text, block->parameters, block->parameter_count);
        check_choices(block, NULL);
        if (block->kind == BLOCK_LIST)
            check_list(block);
    }
    query_file_free(file);
    return 0;
}
