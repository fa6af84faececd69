#include "demo.h"

#include "../base/buffer.h"
#include "../base/identity.h"
#include "../base/text.h"
#include "exam.h"
#include "load.h"
#include "partner.h"
#include "tell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options {
    int64_t students, sites, orders;
    struct date today;
    bool if_empty, sign_ins, keys;
};

static int64_t within(int64_t value, int64_t least, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

static bool option_number(const char *value, int64_t least, int64_t most, int64_t *number,
                          const char *name)
{
    if (value && text_integer(value, least, most, number))
        return true;
    fprintf(stderr, "praktikum demo: %s needs a number from %lld to %lld.\n", name,
            (long long)least, (long long)most);
    return false;
}

static bool option(struct options *options, const char *name, const char *value)
{
    if (text_equal(name, "--students"))
        return option_number(value, 1, 200000, &options->students, name);
    if (text_equal(name, "--sites"))
        return option_number(value, 8, 1200, &options->sites, name);
    if (text_equal(name, "--orders"))
        return option_number(value, 1, 50000, &options->orders, name);
    if (text_equal(name, "--today")) {
        if (value && date_parse_iso(value, &options->today))
            return true;
        fprintf(stderr, "praktikum demo: --today needs a day such as 2027-01-31.\n");
        return false;
    }
    fprintf(stderr,
            "praktikum demo: what is %s? Known: --students N, --sites N, --orders N, "
            "--today DATE, --if-empty, --sign-ins, --keys.\n",
            name);
    return false;
}

static bool options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.students = 300, .today = time_today()};
    for (int i = 1; i < argc; i++) {
        if (text_equal(argv[i], "--if-empty"))
            options->if_empty = true;
        else if (text_equal(argv[i], "--sign-ins"))
            options->sign_ins = true;
        else if (text_equal(argv[i], "--keys"))
            options->keys = true;
        else if (!option(options, argv[i], i + 1 < argc ? argv[i + 1] : NULL))
            return false;
        else
            i++;
    }
    if (!options->sites)
        options->sites = within(options->students / 30, 40, 1000);
    if (!options->orders)
        options->orders = within(options->students / 6, 240, 5000);
    return true;
}

static void print_some(const struct sign_in_words *words, int count)
{
    for (int i = 0; i < count; i++)
        printf("%s\t%s\t%s\n", words[i].role, words[i].email, DEMO_PASSWORD);
}

static void print_sign_ins(void)
{
    print_some(sign_ins, SIGN_INS);
    print_some(exam_sign_ins, EXAM_SIGN_INS);
}

static int first_row(void *context, const struct row *row)
{
    (void)row;
    *(bool *)context = true;
    return 0;
}

/* What the calendar keeps of each activity, by the statement that the migration and the actions share. */
static bool load_occurrences(const struct config *config, struct connection *connection)
{
    char path[4096], sql[8192];
    snprintf(path, sizeof path, "%s/fragments/occurrences_all.sql", config->sql_folder);
    FILE *file = fopen(path, "r");

    if (!file) {
        fprintf(stderr, "praktikum demo: cannot read %s.\n", path);
        return false;
    }
    size_t length = fread(sql, 1, sizeof sql - 1, file);
    fclose(file);
    sql[length] = '\0';
    return connection_execute(connection, sql) == DATA_OK;
}

/* What everything is found by, from the statement that the tests compare with. */
static bool load_words(struct world *world, const struct config *config,
                       struct connection *connection)
{
    char error[1024];
    struct query_store *store = query_store_load(config->sql_folder, error, sizeof error);
    struct parameters parameters = {.arena = world->arena};

    if (!store) {
        fprintf(stderr, "praktikum demo: %s\n", error);
        return false;
    }
    const struct block *fill = query_file_block(query_store_find(store, "events/search"), "fill");
    for (size_t i = 0; i < fill->condition_count; i++)
        parameters_null(&parameters, fill->conditions[i]);
    parameters_integer(&parameters, "all", 1);
    bool filled = connection_run(connection, fill, NULL, &parameters, NULL, NULL) == DATA_OK;
    query_store_free(store);
    return filled;
}

static bool load(struct world *world, const struct config *config, struct connection *connection)
{
    if (connection_begin(connection) != DATA_OK)
        return false;
    if (load_organisations(world, connection) && load_people(world, connection) &&
        load_exam_people(world, connection) && load_ordering(world, connection) &&
        load_grants(world, connection) && load_events(world, connection) &&
        load_allocation(world, connection) && load_exams(world, connection) &&
        load_assessments(world, connection) && load_transcripts(world, connection) &&
        load_partners(world, connection) && load_occurrences(config, connection) &&
        load_words(world, config, connection) && connection_commit(connection) == DATA_OK)
        return true;
    fprintf(stderr, "praktikum demo: loading failed, nothing was changed: %s\n",
            connection_error_text(connection));
    connection_rollback(connection);
    return false;
}

static int take_statement(void *context, const struct row *row)
{
    struct buffer *statement = context;
    buffer_text(statement, row_text(row, "statement"));
    return 0;
}

static int next_row(void *context, const struct row *row)
{
    (void)context;
    (void)row;
    return 0;
}

/* Else the optimizer takes full tables for empty until the database has counted them by itself, minutes later. */
static bool count_rows(struct connection *connection)
{
    struct buffer statement;
    buffer_init(&statement, 10000);
    enum data_result result =
        connection_query(connection,
                         "SELECT CONCAT('ANALYZE TABLE ', GROUP_CONCAT(table_name)) AS statement "
                         "FROM information_schema.tables WHERE table_schema = DATABASE()",
                         take_statement, &statement);
    if (result == DATA_OK)
        result = connection_query(connection, statement.bytes, next_row, NULL);
    buffer_free(&statement);
    return result == DATA_OK;
}

static int demo_load(const struct options *options, const struct config *config,
                     struct connection *connection)
{
    /* Address space, not memory: a region of 200,000 students uses a small part of it. */
    struct arena *arena = arena_new((size_t)1 << 31);
    struct world *world = arena_zero(arena, sizeof *world);

    world->arena = arena;
    world->chance.state = 0x70726178;
    world->today = day_number(options->today);
    world->students = (int)options->students;
    world->sites_wanted = (int)options->sites;
    world->orders_wanted = (int)options->orders;
    world_tell(world);
    bool loaded = load(world, config, connection) && count_rows(connection);
    if (loaded) {
        fprintf(stderr,
                "praktikum demo: %d students, %d other people, %d sites, %d activities, %d orders, "
                "%d events.\n",
                world->students, world->people, world->sites_count, world->activities_count,
                world->orders_count, world->events_count);
        if (world->hundred)
            fprintf(stderr, "praktikum demo: activity %d has a hundred orders.\n", world->hundred);
    }
    arena_free(arena);
    return loaded ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int demo_open(const struct options *options, const struct config *config,
                     struct connection *connection)
{
    bool people = false;

    if (connection_query(connection, "SELECT id FROM person LIMIT 1", first_row, &people) !=
        DATA_OK) {
        fprintf(stderr, "praktikum demo: cannot read the database (is it migrated?): %s\n",
                connection_error_text(connection));
        return EXIT_FAILURE;
    }
    if (people && options->if_empty)
        return EXIT_SUCCESS;
    if (people) {
        fprintf(stderr, "praktikum demo: this database has people already; the demonstration "
                        "region loads only into an empty one.\nMake another database, or another "
                        "state folder (make run VAR=other), migrate it and load there.\n");
        return EXIT_FAILURE;
    }
    return demo_load(options, config, connection);
}

int demo_command(const struct config *config, int argc, char **argv)
{
    struct options options;

    time_start();
    if (!options_read(&options, argc, argv))
        return EXIT_FAILURE;
    if (options.sign_ins) {
        print_sign_ins();
        if (!options.keys)
            return EXIT_SUCCESS;
    }
    if (!options.keys && !identity_open_key(config->key_file)) {
        fprintf(stderr,
                "praktikum demo: the key file %s is missing, malformed or readable by "
                "everyone.\n",
                config->key_file);
        return EXIT_FAILURE;
    }
    struct connection *connection =
        connection_new(&(struct connection_settings){.sockets = config->database_socket,
                                                     .user = config->database_owner,
                                                     .password = config->database_owner_password,
                                                     .database = config->database_name,
                                                     .timeout_seconds = 0},
                       NULL);
    int status =
        options.keys ? print_partner_keys(connection) : demo_open(&options, config, connection);
    connection_free(connection);
    if (status == EXIT_SUCCESS && !options.keys)
        print_sign_ins();
    return status;
}
