/* Query files: sql/<area>/<name>.sql, read and checked when a process starts.
 *
 *   -- one: order            exactly one row, else the page is 404 → <order …/>
 *   -- maybe: draft          no row or one                          → <draft …/> or nothing
 *   -- many: units/unit      any number                            → <units><unit …/>…</units>
 *   -- list: orders/order    searched, sorted, paged               → <orders total= page= …><order/>…</orders>
 *   -- columns: site, places, state     of a list: heads of the table and of .csv, in order
 *   -- sort: site s.name {collate}, o.id; sent o.sent_at, o.id     names sortable columns; first is default
 *   -- total: SELECT COUNT(*) …         of a list, optional; else the rows are counted as a derived table
 *   -- step: lock            run by name from an action only
 *   SELECT … WHERE o.id = :order
 *
 * :name is a parameter (not inside quotes or comments). {{name}} is replaced by sql/fragments/name.sql.
 * {collate} in a sort is the collation of the viewer's language, and a leading `-` before a sort name makes its
 * default direction descending. A list's SELECT has no ORDER BY and no LIMIT: both are added here. */
#ifndef DATA_QUERY_H
#define DATA_QUERY_H
#include <stdbool.h>
#include <stddef.h>

enum block_kind { BLOCK_ONE, BLOCK_MAYBE, BLOCK_MANY, BLOCK_LIST, BLOCK_STEP };

struct sort {
    const char *name;
    const char *expression; /* each comma-separated term gets the direction */
    bool descending;        /* by default */
};
struct block {
    enum block_kind kind;
    const char *name;     /* "orders" */
    const char *row_name; /* "order"; same as name for one, maybe, step */
    const char *text;     /* with ? for each parameter */
    const char **parameters;
    size_t parameter_count;
    const char *total_text; /* of a list, with ? */
    const char **total_parameters;
    size_t total_parameter_count;
    const char **columns;
    size_t column_count;
    struct sort *sorts;
    size_t sort_count;
    size_t number; /* unique in the store: the statement cache's index */
};
struct query_file {
    const char *name; /* "ordering/order" */
    struct block *blocks;
    size_t block_count;
};
struct query_store;

/* Reads every .sql below `folder` but migrate/, demo/ and fragments/ (these are included). NULL with a sentence
 * naming file and line in `error` when anything is malformed. */
struct query_store *query_store_load(const char *folder, char *error, size_t error_size);
void query_store_free(struct query_store *store);
const struct query_file *query_store_find(const struct query_store *store, const char *name);
size_t query_store_files(const struct query_store *store);
const struct query_file *query_store_file(const struct query_store *store, size_t index);
size_t query_store_blocks(const struct query_store *store);
const struct block *query_file_block(const struct query_file *file, const char *name);

/* Parses one file's text; the part that is fuzzed. */
struct query_file *query_parse(const char *name, const char *text, size_t length, const char *fragments_folder,
                               char *error, size_t error_size);
void query_file_free(struct query_file *file);
#endif
