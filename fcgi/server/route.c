#include "route.h"

#include "../base/address_key.h"
#include "../base/heap.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../base/words.h"
#include "metrics.h"
#include "period.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* First expansion: the functions of the actions, one in workflow/<area>.c each. */
#define PAGE(path, area, name, access, parameters)
#define ACTION(path, area, name, form, access, parameters)                                         \
    enum outcome area##_##name(struct action *action);
#define FILE(path, area, name, access, parameters)
#define FEED(path, area, name, access, parameters)
#define ATOM(path, area, name, access, parameters)
#define PRINT(path, area, name, access, parameters)
#define INBOUND(path, area, name, access, parameters)                                              \
    enum outcome area##_##name(struct action *action);
#include "../routes.def"
#undef PAGE
#undef ACTION
#undef FILE
#undef FEED
#undef ATOM
#undef PRINT
#undef INBOUND
enum outcome prints_ask(struct action *action);

/* Second: the rows. An access word expands to the fields that it stands for. */
#define PUBLIC .access = ACCESS_PUBLIC
#define LINK(a_purpose) .access = ACCESS_LINK, .thing = #a_purpose
#define KEYED(a_purpose) .access = ACCESS_KEYED, .thing = #a_purpose
#define PARTNER(a_feed) .access = ACCESS_PARTNER, .thing = #a_feed
#define SIGNED_IN .access = ACCESS_SIGNED_IN
#define VIEW(a_thing) .access = ACCESS_VIEW, .thing = #a_thing
#define MAY(a_thing, a_right) .access = ACCESS_MAY, .thing = #a_thing, .right = #a_right
#define ROW(its_kind, its_path, its_area, its_name, its_access, its_parameters, ...)               \
    {{.kind = its_kind,                                                                            \
      .path = its_path,                                                                            \
      .area = its_area,                                                                            \
      .name = its_name,                                                                            \
      .file = its_area "/" its_name,                                                               \
      .access_text = its_access,                                                                   \
      __VA_ARGS__},                                                                                \
     its_parameters},
#define PAGE(path, area, name, access, parameters)                                                 \
    ROW(ROUTE_PAGE, path, #area, #name, #access, parameters, access)
#define ACTION(path, area, name, a_form, access, parameters)                                       \
    ROW(ROUTE_ACTION, path, #area, #name, #access, parameters, access, .form = #a_form,            \
        .function = area##_##name)
#define FILE(path, area, name, access, parameters)                                                 \
    ROW(ROUTE_FILE, path, #area, #name, #access, parameters, access)
#define ATOM(path, area, name, access, parameters)                                                 \
    ROW(ROUTE_ATOM, path, #area, #name, #access, parameters, access)
#define FEED(path, area, name, access, parameters)                                                 \
    ROW(ROUTE_FEED, path, #area, #name, #access, parameters, access)
#define PRINT(path, area, name, access, parameters)                                                \
    ROW(ROUTE_PRINT, path, #area, #name, #access, parameters, access, .form = "print",             \
        .function = prints_ask)
#define INBOUND(path, area, name, access, parameters)                                              \
    ROW(ROUTE_INBOUND, path, #area, #name, #access, parameters, access, .function = area##_##name)
static const struct {
    struct route route;
    const char *parameters;
} rows[] = {
#include "../routes.def"
};
#undef PAGE
#undef ACTION
#undef FILE
#undef FEED
#undef ATOM
#undef PRINT
#undef INBOUND

enum { ROWS = sizeof rows / sizeof *rows };
_Static_assert((size_t)ROWS < (size_t)METRICS_ROUTES, "each route has its place in the metrics");
struct route_table {
    struct route routes[ROWS];
    char *texts[2 * ROWS];
    size_t text_count;
};

static char *own_text(struct route_table *table, const char *text)
{
    char *copy = heap_text(text);
    table->texts[table->text_count++] = copy;
    return copy;
}

static void split_path(struct route_table *table, struct route *route)
{
    char *rest = own_text(table, route->path), *save = NULL;
    for (char *part = strtok_r(rest, "/", &save); part; part = strtok_r(NULL, "/", &save)) {
        assert(route->segment_count < ROUTE_SEGMENTS);
        size_t length = strlen(part);
        bool variable = part[0] == '{' && part[length - 1] == '}';
        if (variable) {
            part[length - 1] = '\0';
            part++;
        }
        route->variable[route->segment_count] = variable;
        route->segments[route->segment_count++] = part;
    }
}

static void add_parameter(struct route *route, const char *name, enum parameter_type type,
                          bool of_list)
{
    assert(route->parameter_count < ROUTE_PARAMETERS);
    route->parameters[route->parameter_count++] = (struct route_parameter){name, type, of_list};
}

static enum parameter_type type_of(const char *word)
{
    static const char *const words[] = {"id",   "word", "term", "date",  "text", "number",
                                        "flag", "path", "key",  "month", "half", "moment"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0)
            return (enum parameter_type)i;
    abort();
}

static void split_parameters(struct route_table *table, struct route *route, const char *text)
{
    char *rest = own_text(table, text), *save = NULL;
    for (char *part = strtok_r(rest, " ", &save); part; part = strtok_r(NULL, " ", &save)) {
        if (strcmp(part, "list") == 0) {
            route->list = true;
            add_parameter(route, "q", TYPE_TEXT, true);
            add_parameter(route, "sort", TYPE_WORD, true);
            add_parameter(route, "down", TYPE_FLAG, true);
            add_parameter(route, "page", TYPE_NUMBER, true);
            continue;
        }
        char *colon = strchr(part, ':');
        if (!colon)
            abort();
        *colon = '\0';
        add_parameter(route, part, type_of(colon + 1), false);
    }
}

struct route_table *routes_new(void)
{
    struct route_table *table = heap_alloc(sizeof *table);
    for (size_t i = 0; i < ROWS; i++) {
        table->routes[i] = rows[i].route;
        table->routes[i].number = i;
        split_path(table, &table->routes[i]);
        split_parameters(table, &table->routes[i], rows[i].parameters);
    }
    return table;
}

void routes_free(struct route_table *table)
{
    if (!table)
        return;
    for (size_t i = 0; i < table->text_count; i++)
        free(table->texts[i]);
    free(table);
}

size_t routes_count(const struct route_table *table)
{
    (void)table;
    return ROWS;
}

const struct route *routes_at(const struct route_table *table, size_t index)
{
    return &table->routes[index];
}

const struct route *routes_find(const struct route_table *table, const char *area, const char *name)
{
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(table->routes[i].area, area) == 0 && strcmp(table->routes[i].name, name) == 0)
            return &table->routes[i];
    return NULL;
}

/* Splits "/orders/17" into segments; false when there are too many or one is empty. */
static bool split_request(const char *path, const char **starts, size_t *lengths, size_t *count)
{
    *count = 0;
    if (strcmp(path, "/") == 0)
        return true;
    for (const char *at = path; *at;) {
        if (*at != '/' || *count == ROUTE_SEGMENTS)
            return false;
        at++;
        size_t length = strcspn(at, "/");
        if (length == 0)
            return false;
        starts[*count] = at;
        lengths[(*count)++] = length;
        at += length;
    }
    return true;
}

static bool segment_id(const char *start, size_t length, int64_t *id)
{
    char digits[11];
    if (length >= sizeof digits)
        return false;
    memcpy(digits, start, length);
    digits[length] = '\0';
    return text_integer(digits, 1, INT32_MAX, id);
}

/* How well a row fits: 0 not at all, else 1 + its literal segments. */
static size_t fit(const struct route *route, const char **starts, const size_t *lengths,
                  size_t count, int64_t *ids)
{
    size_t literal = 1;
    if (route->segment_count != count)
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (route->variable[i]) {
            if (!segment_id(starts[i], lengths[i], &ids[i]))
                return 0;
        } else if (strlen(route->segments[i]) != lengths[i] ||
                   memcmp(route->segments[i], starts[i], lengths[i]) != 0) {
            return 0;
        } else {
            literal++;
        }
    }
    return literal;
}

const struct route *routes_match(const struct route_table *table, const char *path,
                                 struct parameters *parameters)
{
    const char *starts[ROUTE_SEGMENTS];
    size_t lengths[ROUTE_SEGMENTS], count, best_fit = 0;
    int64_t ids[ROUTE_SEGMENTS], best_ids[ROUTE_SEGMENTS];
    const struct route *best = NULL;
    if (!split_request(path, starts, lengths, &count))
        return NULL;
    for (size_t i = 0; i < ROWS; i++) {
        size_t here = fit(&table->routes[i], starts, lengths, count, ids);
        if (here > best_fit) {
            best = &table->routes[i];
            best_fit = here;
            memcpy(best_ids, ids, sizeof ids);
        }
    }
    for (size_t i = 0; best && i < count; i++)
        if (best->variable[i])
            parameters_integer(parameters, best->segments[i], best_ids[i]);
    return best;
}

bool route_open(const struct route *route)
{
    return route->access == ACCESS_PUBLIC || route->access == ACCESS_LINK ||
           route->access == ACCESS_KEYED || route_partner(route);
}

bool route_partner(const struct route *route)
{
    return route->access == ACCESS_PARTNER;
}

bool route_local_path(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > 1000 || text[0] != '/' || text[1] == '/')
        return false;
    for (const char *at = text; *at; at++)
        if (*at <= 0x20 || *at >= 0x7F || *at == '\\')
            return false;
    return true;
}

static bool term_text(const char *text)
{
    return strlen(text) == 6 && strspn(text, "0123456789") == 4 && text[4] == '-' &&
           (text[5] == '1' || text[5] == '2');
}

static bool key_letters(const char *text)
{
    return text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")] ==
           '\0';
}

static bool set_parameter(const struct route_parameter *wanted, const char *text,
                          struct parameters *parameters)
{
    struct date date;
    char iso[DATE_TEXT];
    int64_t integer;
    size_t length = strlen(text);
    switch (wanted->type) {
    case TYPE_ID:
        if (!text_integer(text, 1, INT32_MAX, &integer))
            return false;
        parameters_integer(parameters, wanted->name, integer);
        return true;
    case TYPE_FLAG:
        if (!text_integer(text, 0, 1, &integer))
            return false;
        parameters_integer(parameters, wanted->name, integer);
        return true;
    case TYPE_WORD:
        if (length > 40 || strspn(text, "abcdefghijklmnopqrstuvwxyz_") != length)
            return false;
        break;
    case TYPE_TERM:
        if (!term_text(text))
            return false;
        break;
    case TYPE_DATE:
        if (date_parse(text, &date))
            date_iso(iso, date);
        else if (time_ended(iso, text))
            snprintf(iso, sizeof iso, "%s", text);
        else
            return false;
        parameters_text(parameters, wanted->name, arena_text(parameters->arena, iso));
        return true;
    case TYPE_MOMENT:
        if (!time_moment(iso, text))
            return false;
        parameters_text(parameters, wanted->name, arena_text(parameters->arena, iso));
        return true;
    case TYPE_TEXT:
        if (text_letters(text) > 200)
            return false;
        break;
    case TYPE_NUMBER:
        if (length > 9 || strspn(text, "0123456789") != length)
            return false;
        break;
    case TYPE_PATH:
        if (!route_local_path(text))
            return false;
        break;
    case TYPE_KEY:
        if (length > ADDRESS_KEY_LONGEST || !key_letters(text))
            return false;
        break;
    case TYPE_MONTH:
    case TYPE_HALF:
        return true; /* set_period */
    }
    parameters_text(parameters, wanted->name, text);
    return true;
}

static const struct route_parameter *find_parameter(const struct route *route, const char *name)
{
    for (size_t i = 0; i < route->parameter_count; i++)
        if (strcmp(route->parameters[i].name, name) == 0)
            return &route->parameters[i];
    return NULL;
}

static bool is_period(const struct route_parameter *parameter)
{
    return parameter->type == TYPE_MONTH || parameter->type == TYPE_HALF;
}

const struct route_parameter *route_period(const struct route *route)
{
    for (size_t i = 0; i < route->parameter_count; i++)
        if (is_period(&route->parameters[i]))
            return &route->parameters[i];
    return NULL;
}

static bool set_period(const struct route_parameter *wanted, const char *text,
                       struct parameters *parameters)
{
    const struct value *today = parameters_find(parameters, "today");
    return period_set(parameters, wanted->type == TYPE_HALF, text && *text ? text : NULL,
                      today ? today->bytes : "");
}

const char *route_query(const struct route *route, const struct fields *query,
                        struct parameters *parameters)
{
    for (size_t i = 0; i < route->parameter_count; i++)
        parameters_null(parameters, route->parameters[i].name);
    if (find_parameter(route, "q"))
        words_set(parameters, fields_find(query, "q"));
    for (size_t i = 0; i < query->count; i++) {
        const struct field_value *field = &query->items[i];
        const struct route_parameter *wanted = find_parameter(route, field->name);
        if (!wanted || (*field->value && !set_parameter(wanted, field->value, parameters)))
            return field->name;
    }
    const struct route_parameter *period = route_period(route);
    if (period && !set_period(period, fields_find(query, period->name), parameters))
        return period->name;
    return NULL;
}
