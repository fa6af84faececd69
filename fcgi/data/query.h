/* Query files: sql/<area>/<name>.sql, read and checked when a process starts.
 *
 *   -- one: order          exactly one row, else the page is 404 → <order …/>
 *   -- maybe: draft        no row or one                         → <draft …/> or nothing
 *   -- many: units/unit    any number             → <units><unit …/>…</units>
 *   -- list: orders/order  searched, sorted, paged → <orders total= page= …><order/>…</orders>
 *   -- columns: site, places, state=order_state
 *                          of a list: heads of the table and of .csv, in order; a column of words of
 *                          the program has labels order_state.<word>, without = state.<word>
 *   -- sort: site s.name {collate}, o.id; -sent o.sent_at, o.id
 *                          names sortable columns; the first is the default
 *   -- rows: 500           of a list, optional: so many on a page instead of the usual number
 *   -- total:              of a list, optional, its last part: the SELECT COUNT(*) … that follows,
 *                          on this line or the next ones; without it the list's rows are counted
 *                          as a derived table
 *   -- step: lock          run by name from an action only
 *   SELECT … WHERE o.id = :order
 *
 * A header stands at the start of its line, and its block ends before the next one, with or
 * without a semicolon. Block names are a–z and _; in one file each is used once. Columns and sorts
 * may be written on several such lines. Comments are dropped; executable ones are refused.
 *
 * :name is a parameter (not inside quotes or comments). {{name}} is replaced by
 * sql/fragments/name.sql, which may include others. {collate}, in a sort or in a statement, is
 * COLLATE with the collation of the viewer's language (state's for a list, else parameter :lang).
 * {alphabet} is nb (for nn too), sv or en: for columns kept, and indexed, in each of these
 * collations, p.sorted_{alphabet}.
 *
 * `{if status, q} … {end}` is kept when any of these parameters is not NULL, `{unless status, q} …
 * {end}` when all of them are: a filter that nobody asked for costs the database nothing. They
 * nest, and stand in fragments and totals too. Each combination asked for is a statement of its own.
 *
 * A list's SELECT has no ORDER BY and no LIMIT: both are added. Every comma-separated term of a
 * sort takes the direction, unless it ends with its own ASC or DESC; a `-` before a sort's name
 * makes its default direction descending. Inside parentheses of a list (branches of a UNION)
 * `{order} LIMIT :list_end` lets the limit reach each branch: {order} becomes the ORDER BY of the
 * chosen sort, and :list_end is the number of rows up to the page's end. Where one such place knows
 * the whole order, `{order} LIMIT :list_rows OFFSET :list_skip` takes the page itself there, and no
 * other rows are joined to what the page shows: the outer OFFSET is 0. Such a list needs a total.
 */
#ifndef DATA_QUERY_H
#define DATA_QUERY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum block_kind { BLOCK_ONE, BLOCK_MAYBE, BLOCK_MANY, BLOCK_LIST, BLOCK_STEP };

struct sort {
    const char *name;
    const char *expression; /* comma-separated terms */
    bool descending;        /* by default */
};
enum { QUERY_CONDITIONS = 31 }; /* at most, a block */
struct block {
    enum block_kind kind;
    const char *name;        /* "orders" */
    const char *row_name;    /* "order"; same as name for one, maybe, step */
    const char *file;        /* "ordering/order" */
    const char *text;        /* with ? for each parameter and what is in braces as it was */
    const char **parameters; /* one a ?, so a name may come again */
    size_t parameter_count;
    const char **conditions; /* what {if} and {unless} ask about, here or in the total */
    size_t condition_count;
    const char *total_text; /* of a list, with ? */
    const char **total_parameters;
    size_t total_parameter_count;
    const char **columns;
    const char **words; /* a column each: what the labels of its words begin with */
    size_t column_count;
    struct sort *sorts;
    size_t sort_count;
    int64_t rows;  /* on a page of the list; 0: as many as usual */
    size_t number; /* unique in the store: the statement cache's index */
};
struct query_file {
    const char *name; /* "ordering/order" */
    struct block *blocks;
    size_t block_count;
};
struct query_store;

/* Reads every .sql in the folders below `folder` but migrate/, demo/ and fragments/ (these are
 * included); what lies beside them (schema.sql) is not read. NULL with a sentence naming file and
 * line in `error` when anything is malformed. */
struct query_store *query_store_load(const char *folder, char *error, size_t error_size);
void query_store_free(struct query_store *store);
const struct query_file *query_store_find(const struct query_store *store, const char *name);
size_t query_store_files(const struct query_store *store);
const struct query_file *query_store_file(const struct query_store *store, size_t index);
size_t query_store_blocks(const struct query_store *store);
/* `number` is below query_store_blocks. */
const struct block *query_store_block(const struct query_store *store, size_t number);
/* NULL when there is none of that name. */
const struct block *query_file_block(const struct query_file *file, const char *name);

/* Parses one file's text; the part that is fuzzed. */
struct query_file *query_parse(const char *name, const char *text, size_t length,
                               const char *fragments_folder, char *error, size_t error_size);
void query_file_free(struct query_file *file);

/* Appends the ORDER BY of a sort, with {collate} as it was. */
struct buffer;
void query_order(struct buffer *out, const struct sort *sort, bool descending);
/* How a block is asked for. */
struct query_choice {
    const char *lang;        /* nb, nn, sv, else English: what {collate} becomes */
    const struct sort *sort; /* what {order} becomes; NULL where the text has none */
    bool descending;
    const char **given; /* the conditions whose parameters are not NULL */
    size_t given_count;
};
/* Appends `text` as chosen. `names` are those of its parameters, in order (NULL: it has none); what
 * is left of them goes to `kept`, which has room for all. Gives how many. */
size_t query_write(struct buffer *out, const char *text, const struct query_choice *choice,
                   const char *const *names, const char **kept);
bool query_collated(const char *text);
#endif
