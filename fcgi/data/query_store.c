#include "query.h"

#include "../base/heap.h"
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct query_store {
    struct query_file **files; /* sorted by name */
    size_t file_count;
    const struct block **blocks; /* by number */
    size_t block_count;
};

static bool add_file(struct query_store *store, const char *folder, const char *name,
                     const char *fragments, char *error, size_t error_size)
{
    char path[4096];
    int size = snprintf(path, sizeof path, "%s/%s.sql", folder, name);
    if (size < 0 || (size_t)size >= sizeof path) {
        snprintf(error, error_size, "%s.sql: the path is too long", name);
        return false;
    }
    size_t length;
    char *text = file_read(path, &length, error, error_size);
    if (!text)
        return false;
    struct query_file *file = query_parse(name, text, length, fragments, error, error_size);
    free(text);
    if (!file)
        return false;
    store->files = heap_grow(store->files, store->file_count + 1, sizeof(struct query_file *));
    store->files[store->file_count++] = file;
    store->blocks = heap_grow(store->blocks, store->block_count + file->block_count + 1,
                              sizeof(struct block *));
    for (size_t i = 0; i < file->block_count; i++) {
        file->blocks[i].number = store->block_count;
        store->blocks[store->block_count++] = &file->blocks[i];
    }
    return true;
}

static bool add_area(struct query_store *store, const char *folder, const char *area,
                     const char *fragments, char *error, size_t error_size)
{
    char path[4096], name[512];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/%s", folder, area);
    char **names = file_names(path, ".sql", &count);
    bool done = names != NULL;
    if (!done)
        snprintf(error, error_size, "%s: %s", path, strerror(errno));
    for (size_t i = 0; done && i < count; i++) {
        int stem = (int)(strlen(names[i]) - strlen(".sql"));
        snprintf(name, sizeof name, "%s/%.*s", area, stem, names[i]);
        done = add_file(store, folder, name, fragments, error, error_size);
    }
    file_names_free(names, count);
    return done;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct query_file *const *)a)->name, (*(struct query_file *const *)b)->name);
}

struct query_store *query_store_load(const char *folder, char *error, size_t error_size)
{
    static const char *const others[] = {"migrate", "demo", "fragments"};
    char fragments[4096];
    snprintf(fragments, sizeof fragments, "%s/fragments", folder);
    size_t count = 0;
    char **areas = file_names(folder, NULL, &count);
    if (!areas) {
        snprintf(error, error_size, "%s: %s", folder, strerror(errno));
        return NULL;
    }
    struct query_store *store = heap_alloc(sizeof *store);
    bool done = true;
    for (size_t i = 0; done && i < count; i++) {
        bool skip = false;
        for (size_t j = 0; j < sizeof others / sizeof *others; j++)
            skip = skip || !strcmp(areas[i], others[j]);
        done = skip || add_area(store, folder, areas[i], fragments, error, error_size);
    }
    file_names_free(areas, count);
    if (!done) {
        query_store_free(store);
        return NULL;
    }
    if (store->file_count)
        qsort(store->files, store->file_count, sizeof(struct query_file *), by_name);
    return store;
}

void query_store_free(struct query_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->file_count; i++)
        query_file_free(store->files[i]);
    free(store->files);
    free(store->blocks);
    free(store);
}

const struct query_file *query_store_find(const struct query_store *store, const char *name)
{
    size_t low = 0, high = store->file_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, store->files[middle]->name);
        if (!order)
            return store->files[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

size_t query_store_files(const struct query_store *store)
{
    return store->file_count;
}

const struct query_file *query_store_file(const struct query_store *store, size_t index)
{
    return store->files[index];
}

size_t query_store_blocks(const struct query_store *store)
{
    return store->block_count;
}

const struct block *query_store_block(const struct query_store *store, size_t number)
{
    return store->blocks[number];
}
