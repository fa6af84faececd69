/* Migrations: sql/migrate/NNNN_name.sql, numbered, forward only, checksummed, one statement a step.
 */
#ifndef DATA_MIGRATE_H
#define DATA_MIGRATE_H
#include "connection.h"

/* Applies what is missing. A step already done is not repeated: progress is kept a statement. A
 * changed file that was applied is an error. Serialised by GET_LOCK (command line only; never in
 * what serves). *applied counts files. False with a sentence in `error`. */
bool migrate_run(struct connection *owner, const char *folder, unsigned *applied, char *error,
                 size_t error_size);
/* True when the database has every migration of the folder and no other. */
bool migrate_current(struct connection *connection, const char *folder, char *error,
                     size_t error_size);
#endif
