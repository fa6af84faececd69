/* New and edited records: see record.h. */
#include "record.h"

#include <string.h>

bool record_check(struct action *action)
{
    size_t count = 0;
    const struct row *const *broken = action_rows(action, "check", &count);
    for (size_t i = 0; i < count; i++)
        action_invalid(action, row_text(broken[i], "field"), row_text(broken[i], "error"));
    return count == 0;
}

void record_changes(struct action *action, const struct row *before, const struct row *after)
{
    static const char *const not_values[] = {"thing", "id", "version"};
    const struct row *shape = after ? after : before;
    const char *subject = shape ? row_text(shape, "_subject") : NULL;
    for (size_t i = 0; shape && i < shape->count; i++) {
        const char *name = shape->columns[i].name;
        bool value = name[0] != '_';
        for (size_t j = 0; j < sizeof not_values / sizeof *not_values; j++)
            value = value && !text_equal(name, not_values[j]);
        if (value)
            action_change(action, name, subject, before ? row_text(before, name) : NULL,
                          after ? row_text(after, name) : NULL);
    }
}

/* Two people took the same name at once: the check passed and UNIQUE refused. */
static bool written(struct action *action, const char *step)
{
    bool taken = false;
    action_step_unless_taken(action, step, &taken);
    if (taken)
        action_invalid(action, NULL, "error.taken_now");
    return !taken;
}

/* The record's own page, or the list when it has none. */
static enum outcome go(struct action *action, const struct record *record, int64_t id)
{
    size_t length = strlen(record->address);
    if (record->address[length - 1] != '/')
        return action_go(action, record->flash, "%s", record->address);
    return action_go(action, record->flash, "%s%" PRId64, record->address, id);
}

enum outcome record_create(struct action *action, const struct record *record)
{
    if (!record_check(action) || !written(action, "insert"))
        return OUTCOME_INVALID;
    int64_t id = action_inserted(action);
    action_set(action, record->thing, id);
    action_event(action, record->event, record->thing, id);
    return go(action, record, id);
}

enum outcome record_edit(struct action *action, const struct record *record)
{
    const struct row *before = action_row(action, "lock");
    if (!before)
        return OUTCOME_MISSING;
    if (!action_version(action, before))
        return OUTCOME_STALE;
    if (!record_check(action) || !written(action, "update"))
        return OUTCOME_INVALID;
    int64_t id = action_id(action, record->thing);
    action_event(action, record->event, record->thing, id);
    record_changes(action, before, action_row(action, "lock"));
    return go(action, record, id);
}
