/* What every action does: steps, versions, events. */
#include "action.h"

#include "../base/log.h"
#include "search.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a submission remembers of where it went is 200 bytes: a longer query of a list is left out. */
enum { HERE_MAXIMUM = 150 };

/* Failures are sticky, so only the first is kept. */
static void fail(struct action *action, enum data_result result)
{
    if (action->result == DATA_OK)
        action->result = result;
}

/* A block by name; that it is missing is a defect of the program, found by the first test that gets here. */
static const struct block *find_block(struct action *action, const struct query_file *file,
                                      const char *name)
{
    const struct block *block = file ? query_file_block(file, name) : NULL;
    if (!block) {
        log_line(LOG_ERROR, "no_such_step", "file", file ? file->name : "?", "step", name, NULL);
        fail(action, DATA_ERROR);
    }
    return block;
}

static bool run(struct action *action, const struct block *block,
                const struct parameters *parameters, row_function *row, void *context)
{
    if (!block || action->result != DATA_OK)
        return false;
    enum data_result result =
        connection_run(action->connection, block, NULL, parameters, row, context);
    if (result != DATA_OK && result != DATA_NONE)
        fail(action, result);
    return action->result == DATA_OK;
}

bool action_step(struct action *action, const char *step)
{
    return run(action, find_block(action, action->sql, step), action->parameters, NULL, NULL);
}

bool action_step_unless_taken(struct action *action, const char *step, bool *taken)
{
    bool before = action->result == DATA_OK;
    *taken = false;
    if (action_step(action, step))
        return true;
    if (before && action->result == DATA_DUPLICATE) {
        action->result = DATA_OK;
        *taken = true;
    }
    return false;
}

void action_pieces(struct action *action, const char *step, const void *bytes, size_t length)
{
    const size_t most = 1 << 20;
    int64_t piece = 0;
    for (size_t at = 0; at < length; at += most) {
        action_set(action, "piece", ++piece);
        parameters_bytes(action->parameters, "bytes", (const char *)bytes + at,
                         length - at < most ? length - at : most);
        action_step(action, step);
    }
}

int64_t action_affected(const struct action *action)
{
    return action->result == DATA_OK ? connection_affected(action->connection) : 0;
}

const struct row *action_row(struct action *action, const char *step)
{
    struct rows kept = {.arena = action->arena, .wanted = 1};
    if (!run(action, find_block(action, action->sql, step), action->parameters, rows_keep, &kept))
        return NULL;
    return rows_first(&kept);
}

static const struct row *const *all_rows(struct action *action, const struct query_file *file,
                                         const char *step, const struct parameters *parameters,
                                         size_t *count)
{
    struct rows kept = {.arena = action->arena};
    *count = 0;
    if (!run(action, find_block(action, file, step), parameters, rows_keep, &kept))
        return NULL;
    *count = kept.count;
    return kept.rows;
}

const struct row *const *action_rows(struct action *action, const char *step, size_t *count)
{
    return all_rows(action, action->sql, step, action->parameters, count);
}

const struct row *const *action_run(struct action *action, const char *file, const char *step,
                                    const struct parameters *parameters, size_t *count)
{
    return all_rows(action, query_store_find(action->store, file), step, parameters, count);
}

int64_t action_inserted(struct action *action)
{
    return action->result == DATA_OK ? connection_inserted(action->connection) : 0;
}

int64_t action_id(struct action *action, const char *name)
{
    const struct value *value = parameters_find(action->parameters, name);
    return value && value->type == VALUE_INTEGER ? value->integer : 0;
}

void action_set(struct action *action, const char *name, int64_t integer)
{
    parameters_integer(action->parameters, name, integer);
}

void action_set_id(struct action *action, const char *name, int64_t id)
{
    parameters_id(action->parameters, name, id);
}

void action_set_text(struct action *action, const char *name, const char *text)
{
    parameters_text(action->parameters, name, text);
}

void action_set_null(struct action *action, const char *name)
{
    parameters_null(action->parameters, name);
}

bool action_version(struct action *action, const struct row *locked)
{
    int64_t typed = form_integer(action->form, "version");
    if (typed == row_integer(locked, "version"))
        return true;
    action->stale_version = typed;
    action->stale_thing = row_text(locked, "thing");
    action->stale_id = row_integer(locked, "id");
    return false;
}

enum outcome action_invalid(struct action *action, const char *field, const char *label)
{
    form_error(action->form, field, -1, label);
    return OUTCOME_INVALID;
}

enum outcome action_refuse(struct action *action, const char *field, const char *label)
{
    form_error(action->form, field, -1, label);
    return OUTCOME_REFUSED;
}

enum outcome action_go(struct action *action, const char *flash, const char *format, ...)
{
    char location[200]; /* submission.location is as long */
    va_list list;
    va_start(list, format);
    vsnprintf(location, sizeof location, format, list);
    va_end(list);
    action->location = arena_text(action->arena, location);
    action->flash = flash;
    return OUTCOME_DONE;
}

enum outcome action_back(struct action *action, const char *flash, const char *path)
{
    const char *here = form_text(action->form, "here");
    bool plain = strlen(here) < HERE_MAXIMUM &&
                 strspn(here, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              "=&%+._-") == strlen(here);
    return action_go(action, flash, "%s%s%s", path, plain && *here ? "?" : "", plain ? here : "");
}

/* An id column of the found row, or SQL NULL. */
static void copy_id(struct parameters *parameters, const char *name, const struct row *found)
{
    if (found && row_text(found, name))
        parameters_integer(parameters, name, row_integer(found, name));
    else
        parameters_null(parameters, name);
}

/* The area of the event is the action's: the folder its statements live in. */
static const char *area_of(struct action *action)
{
    const char *slash = strchr(action->sql->name, '/');
    size_t length = slash ? (size_t)(slash - action->sql->name) : strlen(action->sql->name);
    return arena_bytes(action->arena, action->sql->name, length);
}

void action_event_alone(struct action *action, const char *kind, const char *thing, int64_t id)
{
    action->event = 0;
    if (action->result != DATA_OK)
        return;
    struct parameters parameters = {.arena = action->arena};
    parameters_integer(&parameters, "id", id);
    const char *name = arena_printf(action->arena, "events/%s", thing);
    const struct query_file *where = query_store_find(action->store, name);
    struct rows found = {.arena = action->arena, .wanted = 1};
    if (where && where->block_count > 0)
        run(action, &where->blocks[0], &parameters, rows_keep, &found);
    const struct row *row = rows_first(&found);

    if (action->viewer > 0)
        parameters_integer(&parameters, "viewer", action->viewer);
    else
        parameters_null(&parameters, "viewer");
    parameters_text(&parameters, "area", area_of(action));
    parameters_text(&parameters, "kind", kind);
    parameters_text(&parameters, "thing", thing);
    parameters_integer(&parameters, "thing_id", id);
    if (row && row_text(row, "version"))
        parameters_integer(&parameters, "thing_version", row_integer(row, "version"));
    else
        parameters_null(&parameters, "thing_version");
    copy_id(&parameters, "institution", row);
    copy_id(&parameters, "site", row);
    copy_id(&parameters, "activity", row);
    parameters_text(&parameters, "request", action->request_id);
    const struct query_file *file = query_store_find(action->store, "events/write");
    if (!run(action, find_block(action, file, "event"), &parameters, NULL, NULL))
        return;
    action->event = connection_inserted(action->connection);
    action->event_thing = thing;
    action->event_thing_id = id;
    action->event_changes = 0;
}

void action_event(struct action *action, const char *kind, const char *thing, int64_t id)
{
    size_t none;
    struct parameters parameters = {.arena = action->arena};

    action_event_alone(action, kind, thing, id);
    parameters_integer(&parameters, "viewer", action->viewer);
    parameters_text(&parameters, "thing", thing);
    parameters_integer(&parameters, "thing_id", id);
    /* Who has done something with it knows what it was about. */
    if (action->viewer > 0)
        action_run(action, "events/write", "read", &parameters, &none);
    if (action->result == DATA_OK)
        fail(action, search_follow(action->connection, action->arena, thing, id));
}

/* event_change.old_value and new_value hold 4000 letters; longer text is cut at a letter. */
static const char *cut(struct action *action, const char *text)
{
    enum { LETTERS = 3990 };
    if (!text || text_letters(text) <= LETTERS)
        return text;
    size_t letters = 0, bytes = 0;
    while (letters < LETTERS) {
        bytes++;
        while (((unsigned char)text[bytes] & 0xC0) == 0x80)
            bytes++;
        letters++;
    }
    return arena_printf(action->arena, "%.*s…", (int)bytes, text);
}

void action_change(struct action *action, const char *field, const char *subject, const char *from,
                   const char *to)
{
    if (action->result != DATA_OK || action->event == 0)
        return;
    from = text_equal(from, "") ? NULL : from;
    to = text_equal(to, "") ? NULL : to;
    if (text_equal(from, to))
        return;
    struct parameters parameters = {.arena = action->arena};
    parameters_integer(&parameters, "event", action->event);
    parameters_integer(&parameters, "number", ++action->event_changes);
    parameters_text(&parameters, "field", field);
    parameters_text(&parameters, "subject", subject);
    parameters_text(&parameters, "old_value", cut(action, from));
    parameters_text(&parameters, "new_value", cut(action, to));
    const struct query_file *file = query_store_find(action->store, "events/write");
    run(action, find_block(action, file, "change"), &parameters, NULL, NULL);
}

void action_change_integer(struct action *action, const char *field, const char *subject,
                           int64_t from, int64_t to)
{
    char old_value[24], new_value[24];
    if (from == to)
        return;
    snprintf(old_value, sizeof old_value, "%" PRId64, from);
    snprintf(new_value, sizeof new_value, "%" PRId64, to);
    action_change(action, field, subject, old_value, new_value);
}

/* What the form holds for a field, as the database would write it; NULL when empty. */
static const char *form_value_text(struct action *action, const struct parameters *values,
                                   const char *field)
{
    const struct value *value = parameters_find(values, field);
    if (!value || value->type == VALUE_NULL)
        return NULL;
    if (value->type == VALUE_INTEGER)
        return arena_printf(action->arena, "%" PRId64, value->integer);
    return value->bytes;
}

static bool same_decimal(const char *from, const char *to)
{
    return from && to && strtod(from, NULL) == strtod(to, NULL);
}

void action_changes(struct action *action, const struct row *before)
{
    struct parameters values = {.arena = action->arena};
    const char *field;
    form_parameters(action->form, &values);
    for (size_t i = 0; (field = form_field_at(action->form, i)) != NULL; i++) {
        for (size_t column = 0; column < before->count; column++) {
            if (!text_equal(before->columns[column].name, field))
                continue;
            const char *from = before->cells[column].text;
            const char *to = form_value_text(action, &values, field);
            if (before->columns[column].type != COLUMN_DECIMAL || !same_decimal(from, to))
                action_change(action, field, NULL, from, to);
            break;
        }
    }
}

void action_job(struct action *action, const char *kind, const char *thing, int64_t id)
{
    struct parameters parameters = {.arena = action->arena};
    size_t none;
    parameters_text(&parameters, "kind", kind);
    parameters_text(&parameters, "thing", thing);
    parameters_integer(&parameters, "thing_id", id);
    parameters_integer(&parameters, "viewer", action->viewer);
    parameters_text(&parameters, "lang", action->lang);
    action_run(action, "events/write", "job", &parameters, &none);
}
