/* Imports: a file is taken in, its columns are matched, it is imported and undone. What takes long is done by jobs
 * (fcgi/jobs/import*.c); the actions here say what is wanted. */
#include "action.h"
#include "record.h"

static enum outcome go_to(struct action *action, const char *flash, int64_t import)
{
    return action_go(action, flash, "/imports/%" PRId64, import);
}

enum outcome imports_import_new(struct action *action)
{
    const struct field_file *file = form_file(action->form, "file");
    if (!record_check(action))
        return OUTCOME_INVALID;
    action_set_text(action, "file_name", *file->file_name ? file->file_name : "…");
    action_set(action, "file_bytes", (int64_t)file->length);
    action_step(action, "insert");
    int64_t import = action_inserted(action);
    action_set(action, "import", import);
    action_pieces(action, "piece", file->bytes, file->length);
    action_event(action, "import.created", "import", import);
    action_job(action, "import_check", "import", import);
    return go_to(action, NULL, import);
}

/* Locks the import; DONE: it stands as the form knew it, and nothing is under way with it. A job at work holds the import
 * until its end, so whether there is one is asked before. */
static enum outcome take(struct action *action, const struct row **import)
{
    *import = NULL;
    if (action_row(action, "at_work"))
        return action_refuse(action, NULL, "error.import_at_work");
    *import = action_row(action, "lock");
    if (!*import)
        return OUTCOME_MISSING;
    return action_version(action, *import) ? OUTCOME_DONE : OUTCOME_STALE;
}

static enum outcome apply(struct action *action, const struct row *import)
{
    if (!text_equal(row_text(import, "state"), "checked"))
        return action_refuse(action, NULL, "error.import_not_checked");
    if (row_integer(import, "rows_faulty") > 0)
        return action_refuse(action, NULL, "error.import_faulty");
    if (row_integer(import, "rows_new") + row_integer(import, "rows_changed") == 0)
        return action_refuse(action, NULL, "error.import_nothing");
    action_job(action, "import_apply", "import", action_id(action, "import"));
    return go_to(action, NULL, action_id(action, "import"));
}

static enum outcome check_again(struct action *action, const struct row *import)
{
    const char *state = row_text(import, "state");
    if (text_equal(state, "applied") || text_equal(state, "undone"))
        return action_refuse(action, NULL, "error.import_not_checked");
    action_job(action, "import_check", "import", action_id(action, "import"));
    return go_to(action, NULL, action_id(action, "import"));
}

/* Whoever cancels need not know how far it is: only what was not finished is stopped. Nothing of the import itself is
 * touched, for the job holds it. */
static enum outcome cancel(struct action *action)
{
    action_step(action, "cancel");
    action_event(action, "import.cancelled", "import", action_id(action, "import"));
    return go_to(action, NULL, action_id(action, "import"));
}

enum outcome imports_import(struct action *action)
{
    const char *act = form_text(action->form, "act");
    const struct row *import;
    if (text_equal(act, "cancel"))
        return cancel(action);
    enum outcome outcome = take(action, &import);
    if (outcome != OUTCOME_DONE)
        return outcome;
    return text_equal(act, "apply") ? apply(action, import) : check_again(action, import);
}

enum outcome imports_import_undo(struct action *action)
{
    const struct row *import;
    enum outcome outcome = take(action, &import);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!text_equal(row_text(import, "state"), "applied"))
        return action_refuse(action, NULL, "error.import_not_applied");
    action_job(action, "import_undo", "import", action_id(action, "import"));
    return go_to(action, NULL, action_id(action, "import"));
}

/* Each column is at most one field, and what must be there is there. */
static bool columns_good(struct action *action)
{
    size_t count = 0, columns = form_each_count(action->form, "column");
    const struct row *const *fields = action_rows(action, "required", &count);
    for (size_t i = 0; i < count; i++)
        if (!form_each_has(action->form, "column", row_integer(fields[i], "id")))
            form_error(action->form, "column", row_integer(fields[i], "id"), "error.required");
    for (size_t i = 0; i < columns; i++)
        for (size_t j = i + 1; j < columns; j++)
            if (form_each_integer(action->form, "column", i) ==
                form_each_integer(action->form, "column", j))
                form_error(action->form, "column", form_each_key(action->form, "column", j),
                           "error.column_twice");
    return form_valid(action->form);
}

enum outcome imports_import_columns(struct action *action)
{
    const struct row *import;
    enum outcome outcome = take(action, &import);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (text_equal(row_text(import, "state"), "applied") ||
        text_equal(row_text(import, "state"), "undone"))
        return action_refuse(action, NULL, "error.import_not_checked");
    if (!columns_good(action))
        return OUTCOME_INVALID;
    action_step(action, "clear");
    for (size_t i = 0; i < form_each_count(action->form, "column"); i++) {
        int64_t key = form_each_key(action->form, "column", i);
        action_set(action, "number", form_each_integer(action->form, "column", i));
        action_set(action, "field", key);
        action_step(action, "match");
        if (action_affected(action) == 0)
            form_error(action->form, "column", key, "error.unknown");
    }
    if (!form_valid(action->form))
        return OUTCOME_INVALID;
    action_step(action, "update");
    action_event(action, "import.matched", "import", action_id(action, "import"));
    action_job(action, "import_check", "import", action_id(action, "import"));
    return go_to(action, NULL, action_id(action, "import"));
}
