#include "allocation.h"

#include "../base/buffer.h"

enum { LONGEST_LIST = 1 << 20 };

void allocation_set_ids(struct action *action, const char *parameter, const char *field)
{
    struct buffer list;
    size_t count = form_each_count(action->form, field);
    buffer_init(&list, LONGEST_LIST);
    buffer_char(&list, '[');
    for (size_t i = 0; i < count; i++)
        buffer_printf(&list, "%s%" PRId64, i ? "," : "", form_each_key(action->form, field, i));
    buffer_char(&list, ']');
    action_set_text(action, parameter, arena_text(action->arena, list.bytes));
    buffer_free(&list);
}
