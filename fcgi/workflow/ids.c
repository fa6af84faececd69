#include "ids.h"

#include "../base/log.h"

enum { LONGEST = 2 << 20 };

struct ids ids_begin(struct action *action)
{
    struct ids ids = {.action = action};
    buffer_init(&ids.list, LONGEST);
    buffer_char(&ids.list, '[');
    return ids;
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
    const char *text = ids->list.full ? NULL : arena_text(ids->action->arena, ids->list.bytes);
    if (!text) {
        log_line(LOG_ERROR, "too_many_ids", "statements", ids->action->sql->name, NULL);
        ids->action->result = DATA_ERROR;
    }
    buffer_free(&ids->list);
    return text;
}

const char *ids_of_rows(struct action *action, const struct row *const *rows, size_t count,
                        const char *column)
{
    struct ids ids = ids_begin(action);
    for (size_t i = 0; i < count; i++)
        ids_add(&ids, row_integer(rows[i], column));
    return ids_end(&ids);
}

const char *ids_of_field(struct action *action, const char *field)
{
    struct ids ids = ids_begin(action);
    for (size_t i = 0; i < form_each_count(action->form, field); i++)
        ids_add(&ids, form_each_key(action->form, field, i));
    return ids_end(&ids);
}
