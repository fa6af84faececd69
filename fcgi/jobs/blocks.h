/* What mails and prints are made of: the blocks of a query file as a document. */
#ifndef JOBS_BLOCKS_H
#define JOBS_BLOCKS_H
#include "../data/connection.h"
#include "../view/document.h"

/* Runs every block but steps, in order; each row becomes an element below the root, those of a `many` below one of its name. A block
 * named `link` with columns purpose, id and salt becomes <link key="17-u8J…"/> (address_key.h); nothing else of such a row is
 * in the document. DATA_NONE: a `one` block had no row. */
enum data_result blocks_read(struct connection *connection, const struct query_file *file,
                             const struct parameters *parameters, struct document *document);
#endif
