#include "ids.h"

#include "../base/log.h"

enum { LONGEST = 2 << 20 };

static struct ids begin(struct arena *arena, enum data_result *result)
{
    struct ids ids = {.arena = arena, .result = result};
    buffer_init(&ids.list, LONGEST);
    buffer_char(&ids.list, '[');
    return ids;
}

struct ids ids_begin(struct action *action)
{
    return begin(action->arena, &action->result);
}

static void separate(struct ids *ids)
{
    if (ids->list.length > 1)
        buffer_char(&ids->list, ',');
}

void ids_add(struct ids *ids, int64_t id)
{
    separate(ids);
    buffer_printf(&ids->list, "%" PRId64, id);
}

void ids_add_code(struct ids *ids, const char *code)
{
    separate(ids);
    buffer_printf(&ids->list, "\"%s\"", code);
}

const char *ids_end(struct ids *ids)
{
    buffer_char(&ids->list, ']');
    const char *text = ids->list.full ? NULL : arena_text(ids->arena, ids->list.bytes);
    if (!text) {
        log_line(LOG_ERROR, "too_many_ids", NULL);
        *ids->result = DATA_ERROR;
    }
    buffer_free(&ids->list);
    return text;
}

const char *ids_list(struct arena *arena, const struct row *const *rows, size_t count,
                     const char *column, enum data_result *result)
{
    struct ids ids = begin(arena, result);
    for (size_t i = 0; i < count; i++)
        ids_add(&ids, row_integer(rows[i], column));
    return ids_end(&ids);
}

const char *ids_of_rows(struct action *action, const struct row *const *rows, size_t count,
                        const char *column)
{
    return ids_list(action->arena, rows, count, column, &action->result);
}

const char *ids_of_field(struct action *action, const char *field)
{
    struct ids ids = ids_begin(action);
    for (size_t i = 0; i < form_each_count(action->form, field); i++)
        ids_add(&ids, form_each_key(action->form, field, i));
    return ids_end(&ids);
}
