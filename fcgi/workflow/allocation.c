#include "allocation.h"

#include "../base/buffer.h"
#include "ordering.h"

enum { LONGEST_LIST = 1 << 20 };

enum outcome allocation_lock_plan(struct action *action, const struct row **plan)
{
    const struct row *row = action_row(action, "lock_plan");
    if (plan)
        *plan = row;
    if (!row)
        return OUTCOME_MISSING;
    const char *shut = ordering_shut(row);
    return shut ? action_refuse(action, NULL, shut) : OUTCOME_DONE;
}

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
