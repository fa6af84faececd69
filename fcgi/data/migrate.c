#include "migrate.h"

#include "../base/heap.h"
#include "../base/random.h"
#include "../base/text.h"
#include "file.h"
#include "lexer.h"

#include <errno.h>
#include <inttypes.h>
#include <mysqld_error.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 120, CHECKSUM = 2 * HASH_BYTES + 1 };

/* One migration as a file says it, or as the database remembers it. */
struct migration {
    unsigned number;
    char name[NAME];
    char checksum[CHECKSUM];
    char *text; /* of a file, else NULL */
    size_t length;
    int64_t steps_done, step_begun;
    bool applied;
};
struct migrations {
    struct migration *items;
    size_t count;
};
struct run {
    struct connection *connection;
    char *error;
    size_t error_size;
};

static bool say(struct run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool say(struct run *run, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(run->error, run->error_size, format, list);
    va_end(list);
    return false;
}

static void release(struct migrations *migrations)
{
    for (size_t i = 0; i < migrations->count; i++)
        free(migrations->items[i].text);
    free(migrations->items);
    *migrations = (struct migrations){NULL, 0};
}

static struct migration *add(struct migrations *migrations)
{
    migrations->items =
        heap_grow(migrations->items, migrations->count + 1, sizeof *migrations->items);
    struct migration *item = &migrations->items[migrations->count++];
    *item = (struct migration){.number = 0};
    return item;
}

/* NNNN_name.sql; names hold a–z, 0–9 and _ only, so they go into SQL as they are. */
static bool read_name(const char *file, struct migration *item)
{
    size_t digits = strspn(file, "0123456789");
    size_t letters = strspn(file + digits, "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (digits != 4 || file[4] != '_' || letters < 2 || strcmp(file + 4 + letters, ".sql") != 0 ||
        4 + letters >= NAME)
        return false;
    item->number = (unsigned)strtoul(file, NULL, 10);
    snprintf(item->name, sizeof item->name, "%.*s", (int)(4 + letters), file);
    return true;
}

static bool read_folder(struct run *run, const char *folder, struct migrations *files)
{
    size_t count = 0;
    char **names = file_names(folder, ".sql", &count);
    if (!names)
        return say(run, "%s: %s", folder, strerror(errno));
    bool fine = true;
    for (size_t i = 0; fine && i < count; i++) {
        char path[4096];
        unsigned char hash[HASH_BYTES];
        struct migration *item = add(files);
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        if (!read_name(names[i], item)) {
            fine = say(run, "%s: a migration is named NNNN_name.sql", path);
        } else if (i && item[-1].number == item->number) {
            fine = say(run, "%s: a second migration of that number", path);
        } else {
            item->text = file_read(path, &item->length, run->error, run->error_size);
            fine = item->text != NULL;
        }
        if (fine) {
            hash_bytes(hash, item->text, item->length, NULL);
            text_hex(item->checksum, hash, sizeof hash);
        }
    }
    file_names_free(names, count);
    return fine;
}

static int remember(void *context, const struct row *row)
{
    struct migration *item = add(context);
    item->number = (unsigned)row_integer(row, "number");
    snprintf(item->name, sizeof item->name, "%s", row_text(row, "name"));
    snprintf(item->checksum, sizeof item->checksum, "%s", row_text(row, "checksum"));
    item->steps_done = row_integer(row, "steps_done");
    item->step_begun = row_integer(row, "step_begun");
    item->applied = row_text(row, "applied_at") != NULL;
    return 0;
}

static bool database_says(struct run *run)
{
    return say(run, "%s", connection_error_text(run->connection));
}

static bool read_database(struct run *run, struct migrations *known)
{
    static const char sql[] = "SELECT number, name, checksum, steps_done, step_begun, applied_at "
                              "FROM migration ORDER BY number";
    return connection_query(run->connection, sql, remember, known) ? database_says(run) : true;
}

static struct migration *find(const struct migrations *migrations, unsigned number)
{
    for (size_t i = 0; i < migrations->count; i++)
        if (migrations->items[i].number == number)
            return &migrations->items[i];
    return NULL;
}

/* What was applied is still there and unchanged, and nothing is missing before it. */
static bool compare(struct run *run, const struct migrations *files, const struct migrations *known)
{
    unsigned last = known->count ? known->items[known->count - 1].number : 0;
    for (size_t i = 0; i < known->count; i++)
        if (!find(files, known->items[i].number))
            return say(run, "the database has migration %s, which the program does not know",
                       known->items[i].name);
    for (size_t i = 0; i < files->count; i++) {
        const struct migration *file = &files->items[i], *old = find(known, file->number);
        if (!old && file->number < last)
            return say(run, "migration %s is missing, yet later ones were applied", file->name);
        if (old && strcmp(old->checksum, file->checksum) != 0)
            return say(run, "migration %s was changed after it was applied", file->name);
    }
    return true;
}

/* The statement at *text, moved past its semicolon; false at the end. Comments alone are no
 * statement. */
static bool next_statement(const char **text, const char *end, const char **start,
                           const char **stop, bool *broken)
{
    *start = NULL;
    while (*text < end) {
        size_t length;
        enum piece piece = lexer_piece(*text, end, &length);
        const char *at = *text;
        *text += length;
        *broken = piece == PIECE_UNENDED;
        if (*broken)
            return false;
        if (piece == PIECE_SEMICOLON && *start)
            return true;
        if (piece != PIECE_SPACE && piece != PIECE_COMMENT && piece != PIECE_SEMICOLON) {
            if (!*start)
                *start = at;
            *stop = *text;
        }
    }
    return *start != NULL;
}

static bool note(struct run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool note(struct run *run, const char *format, ...)
{
    char sql[512];
    va_list list;
    va_start(list, format);
    vsnprintf(sql, sizeof sql, format, list);
    va_end(list);
    return connection_execute(run->connection, sql) ? database_says(run) : true;
}

/* What the server says when a DDL statement had taken effect already. */
static bool done_before(unsigned number)
{
    return number == ER_TABLE_EXISTS_ERROR || number == ER_DUP_FIELDNAME ||
           number == ER_DUP_KEYNAME || number == ER_CANT_DROP_FIELD_OR_KEY ||
           number == ER_BAD_TABLE_ERROR || number == ER_DUP_CONSTRAINT_NAME;
}

/* Statement and note of it in one transaction, so data is changed once. DDL commits by itself: when
 * the process dies right after it, the step is begun but not done, and the next run takes "exists
 * already" for done. */
static bool run_step(struct run *run, const struct migration *file, int64_t step, bool was_begun,
                     const char *statement)
{
    struct connection *connection = run->connection;
    if (!note(run, "UPDATE migration SET step_begun = %" PRId64 " WHERE number = %u", step,
              file->number))
        return false;
    if (connection_begin(connection))
        return database_says(run);
    if (connection_execute(connection, statement) &&
        !(was_begun && done_before(connection_error_number(connection)))) {
        say(run, "migration %s, statement %" PRId64 ": %s", file->name, step,
            connection_error_text(connection));
        connection_rollback(connection);
        connection_execute(connection, "UPDATE migration SET step_begun = steps_done");
        return false;
    }
    bool noted = note(run, "UPDATE migration SET steps_done = %" PRId64 " WHERE number = %u", step,
                      file->number);
    if (connection_commit(connection) && noted)
        noted = database_says(run);
    return noted;
}

static bool apply(struct run *run, const struct migration *file, const struct migration *old)
{
    const char *text = file->text, *end = text + file->length, *start = NULL, *stop = NULL;
    bool broken = false;
    if (!old && !note(run,
                      "INSERT INTO migration (number, name, checksum, steps_done, step_begun) "
                      "VALUES (%u, '%s', '%s', 0, 0)",
                      file->number, file->name, file->checksum))
        return false;
    for (int64_t step = 1; next_statement(&text, end, &start, &stop, &broken); step++) {
        if (old && step <= old->steps_done)
            continue;
        char *statement = heap_alloc((size_t)(stop - start) + 1);
        memcpy(statement, start, (size_t)(stop - start));
        bool fine = run_step(run, file, step, old && step == old->step_begun, statement);
        free(statement);
        if (!fine)
            return false;
    }
    if (broken)
        return say(run, "migration %s: a quote or comment without end", file->name);
    return note(run, "UPDATE migration SET applied_at = UTC_TIMESTAMP() WHERE number = %u",
                file->number);
}

static int keep_flag(void *context, const struct row *row)
{
    *(int *)context = row->cells[0].text && *row->cells[0].text == '1';
    return 0;
}

static bool lock(struct run *run)
{
    int got = 0;
    if (connection_query(run->connection,
                         "SELECT GET_LOCK(CONCAT('praktikum migrate ', DATABASE()), 60)", keep_flag,
                         &got))
        return database_says(run);
    return got ? true : say(run, "another migration has been running for a minute");
}

static bool create_table(struct run *run)
{
    return note(run, "CREATE TABLE IF NOT EXISTS migration ("
                     "number INT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(120) NOT NULL, "
                     "checksum CHAR(64) NOT NULL, steps_done INT UNSIGNED NOT NULL, "
                     "step_begun INT UNSIGNED NOT NULL, applied_at DATETIME NULL) ENGINE=InnoDB");
}

bool migrate_run(struct connection *owner, const char *folder, unsigned *applied, char *error,
                 size_t error_size)
{
    struct run run = {owner, error, error_size};
    struct migrations files = {NULL, 0}, known = {NULL, 0};
    *applied = 0;
    bool locked = lock(&run);
    bool fine = locked && create_table(&run) && read_folder(&run, folder, &files) &&
                read_database(&run, &known) && compare(&run, &files, &known);
    for (size_t i = 0; fine && i < files.count; i++) {
        const struct migration *old = find(&known, files.items[i].number);
        if (old && old->applied)
            continue;
        fine = apply(&run, &files.items[i], old);
        *applied += fine;
    }
    if (locked)
        connection_query(owner, "SELECT RELEASE_LOCK(CONCAT('praktikum migrate ', DATABASE()))",
                         NULL, NULL);
    release(&files);
    release(&known);
    return fine;
}

bool migrate_current(struct connection *connection, const char *folder, char *error,
                     size_t error_size)
{
    struct run run = {connection, error, error_size};
    struct migrations files = {NULL, 0}, known = {NULL, 0};
    bool fine = read_folder(&run, folder, &files) && read_database(&run, &known) &&
                compare(&run, &files, &known);
    for (size_t i = 0; fine && i < files.count; i++) {
        const struct migration *old = find(&known, files.items[i].number);
        if (!old || !old->applied)
            fine = say(&run, "migration %s is not applied", files.items[i].name);
    }
    release(&files);
    release(&known);
    return fine;
}
