#include "search.h"

#include "../base/text.h"

static const struct {
    const char *name;
    bool held; /* its words are made of several rows */
} things[] = {{"person", false},     {"grant", true},       {"site", true},   {"unit", true},
              {"activity", true},    {"instance", true},    {"course", true}, {"programme", true},
              {"institution", true}, {"exam_session", true}};
enum { THINGS = sizeof things / sizeof *things };

static enum data_result run(struct connection *connection, const char *step,
                            const struct parameters *parameters, row_function *row, void *context)
{
    enum data_result result =
        connection_step(connection, "events/search", step, parameters, row, context);
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

enum data_result search_follow(struct connection *connection, struct arena *arena,
                               const char *thing, int64_t id)
{
    static const char *const texts[] = {"thing", "word", "sort"};
    static const char *const integers[] = {"id", "scope", "own", "later"};
    size_t place = 0;
    while (place < THINGS && !text_equal(things[place].name, thing))
        place++;
    if (place == THINGS)
        return DATA_OK;
    struct parameters parameters = {.arena = arena};
    struct rows difference = {.arena = arena};
    about_nothing(&parameters);
    parameters_integer(&parameters, thing, id);
    enum data_result result = DATA_OK;
    if (things[place].held)
        result = run(connection, "hold", &parameters, NULL, NULL);
    if (result == DATA_OK)
        result = run(connection, "difference", &parameters, rows_keep, &difference);
    for (size_t i = 0; i < difference.count && result == DATA_OK; i++) {
        const struct row *row = difference.rows[i];
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            parameters_text(&parameters, texts[t], row_text(row, texts[t]));
        for (size_t t = 0; t < sizeof integers / sizeof *integers; t++)
            parameters_integer(&parameters, integers[t], row_integer(row, integers[t]));
        result = run(connection, row_flag(row, "gone") ? "drop" : "put", &parameters, NULL, NULL);
    }
    return result;
}

enum data_result search_follow_import(struct connection *connection, struct arena *arena,
                                      int64_t import, const char *kind, int64_t from, int64_t to)
{
    struct parameters parameters = {.arena = arena};
    about_nothing(&parameters);
    parameters_integer(&parameters, "from_row", from);
    parameters_integer(&parameters, "to_row", to);
    const bool units = text_equal(kind, "units");
    parameters_integer(&parameters, units ? "import_units" : "import_people", import);
    enum data_result result = run(connection, units ? "drop_import_units" : "drop_import_people",
                                  &parameters, NULL, NULL);
    return result == DATA_OK ? run(connection, "fill", &parameters, NULL, NULL) : result;
}
