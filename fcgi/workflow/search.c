#include "search.h"

#include "../base/text.h"

static const struct {
    const char *name;
    bool held; /* its words are made of several rows */
} things[] = {{"person", false}, {"grant", true},     {"site", true},
              {"unit", true},    {"activity", true},  {"instance", true},
              {"course", true},  {"programme", true}, {"institution", true}};
enum { THINGS = sizeof things / sizeof *things };

struct difference {
    struct arena *arena;
    const struct row **rows;
    size_t count, capacity;
};

static int keep(void *context, const struct row *row)
{
    struct difference *difference = context;
    if (difference->count == difference->capacity) {
        size_t capacity = difference->capacity > 0 ? 2 * difference->capacity : 16;
        difference->rows = arena_grow(difference->arena, difference->rows,
                                      difference->capacity * sizeof *difference->rows,
                                      capacity * sizeof *difference->rows);
        difference->capacity = capacity;
    }
    difference->rows[difference->count++] = row_copy(difference->arena, row);
    return 0;
}

static enum data_result run(struct connection *connection, const struct query_store *store,
                            const char *step, const struct parameters *parameters,
                            row_function *row, void *context)
{
    const struct query_file *file = query_store_find(store, "events/search");
    const struct block *block = file ? query_file_block(file, step) : NULL;
    if (!block)
        return DATA_ERROR;
    enum data_result result = connection_run(connection, block, NULL, parameters, row, context);
    return result == DATA_NONE ? DATA_OK : result;
}

static void about_nothing(struct parameters *parameters)
{
    static const char *const more[] = {"all", "import_units", "import_people"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        parameters_null(parameters, more[i]);
    for (size_t i = 0; i < THINGS; i++)
        parameters_null(parameters, things[i].name);
}

enum data_result search_follow(struct connection *connection, const struct query_store *store,
                               struct arena *arena, const char *thing, int64_t id)
{
    static const char *const texts[] = {"thing", "word", "sort"};
    static const char *const integers[] = {"id", "scope", "own", "later"};
    size_t place = 0;
    while (place < THINGS && !text_equal(things[place].name, thing))
        place++;
    if (place == THINGS)
        return DATA_OK;
    struct parameters parameters = {.arena = arena};
    struct difference difference = {.arena = arena};
    about_nothing(&parameters);
    parameters_integer(&parameters, thing, id);
    enum data_result result = DATA_OK;
    if (things[place].held)
        result = run(connection, store, "hold", &parameters, NULL, NULL);
    if (result == DATA_OK)
        result = run(connection, store, "difference", &parameters, keep, &difference);
    for (size_t i = 0; i < difference.count && result == DATA_OK; i++) {
        const struct row *row = difference.rows[i];
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            parameters_text(&parameters, texts[t], row_text(row, texts[t]));
        for (size_t t = 0; t < sizeof integers / sizeof *integers; t++)
            parameters_integer(&parameters, integers[t], row_integer(row, integers[t]));
        result =
            run(connection, store, row_flag(row, "gone") ? "drop" : "put", &parameters, NULL, NULL);
    }
    return result;
}

enum data_result search_follow_import(struct connection *connection,
                                      const struct query_store *store, struct arena *arena,
                                      int64_t import, const char *kind, int64_t from, int64_t to)
{
    struct parameters parameters = {.arena = arena};
    about_nothing(&parameters);
    parameters_integer(&parameters, "from_row", from);
    parameters_integer(&parameters, "to_row", to);
    const bool units = text_equal(kind, "units");
    parameters_integer(&parameters, units ? "import_units" : "import_people", import);
    enum data_result result =
        run(connection, store, units ? "drop_import_units" : "drop_import_people", &parameters,
            NULL, NULL);
    return result == DATA_OK ? run(connection, store, "fill", &parameters, NULL, NULL) : result;
}
