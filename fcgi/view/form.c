#include "form.h"

#include "../base/arena.h"
#include "../base/text.h"
#include "../base/time.h"
#include "form_definition.h"

#include <assert.h>
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One value: of a plain field, or of one entry. */
struct form_value {
    const char *text; /* converted; as typed when it is wrong; "" when empty */
    int64_t integer;
    int64_t key;   /* of an entry */
    bool given;    /* came in the submission */
    bool as_typed; /* with a sign that is not the language's: shown as it is */
};
struct form_state {
    struct form_value value;
    struct form_value *entries;
    size_t count, capacity;
    const struct field_file *file;
};
struct form_fault {
    size_t field; /* field_count: the whole form */
    int64_t key;  /* -1 unless an entry's */
    const char *label;
};
struct form_values {
    struct arena *arena;
    const struct form *form;
    struct form_state *states; /* one a field */
    struct form_fault *faults;
    size_t fault_count, fault_capacity;
    const char *lang;  /* whose decimal sign is typed; NULL: either */
    const char **keys; /* texts of coded rows: the key is the place, from 1 */
    size_t key_count, key_capacity;
};

static bool has_entries(const struct form_field *field)
{
    return field->each || field->type == FIELD_REFERENCES;
}

static void empty_all(struct form_values *values)
{
    for (size_t i = 0; i < values->form->field_count; i++)
        values->states[i] = (struct form_state){.value.text = ""};
    values->fault_count = 0;
}

struct form_values *form_values_new(struct arena *arena, const struct form *form, const char *lang)
{
    struct form_values *values = arena_zero(arena, sizeof *values);
    values->arena = arena;
    values->form = form;
    values->lang = lang;
    values->states = arena_zero(arena, (form->field_count + 1) * sizeof *values->states);
    empty_all(values);
    for (size_t i = 0; i < form->field_count; i++)
        if (form->fields[i].fallback)
            values->states[i].value.text = form->fields[i].fallback;
    return values;
}

static struct form_value *add_entry(struct form_values *values, size_t field, int64_t key)
{
    struct form_state *state = &values->states[field];
    if (state->count == state->capacity) {
        size_t capacity = state->capacity ? 2 * state->capacity : 16;
        state->entries =
            arena_grow(values->arena, state->entries, state->count * sizeof *state->entries,
                       capacity * sizeof *state->entries);
        state->capacity = capacity;
    }
    state->entries[state->count] = (struct form_value){.text = "", .key = key};
    return &state->entries[state->count++];
}

static struct form_value *find_entry(struct form_state *state, int64_t key)
{
    for (size_t i = 0; i < state->count; i++)
        if (state->entries[i].key == key)
            return &state->entries[i];
    return NULL;
}

static void add_fault(struct form_values *values, size_t field, int64_t key, const char *label)
{
    for (size_t i = 0; i < values->fault_count; i++) {
        const struct form_fault *fault = &values->faults[i];
        if (fault->field == field && fault->key == key && strcmp(fault->label, label) == 0)
            return; /* an action that runs again says it again */
    }
    if (values->fault_count == values->fault_capacity) {
        size_t capacity = values->fault_capacity ? 2 * values->fault_capacity : 8;
        values->faults =
            arena_grow(values->arena, values->faults, values->fault_count * sizeof *values->faults,
                       capacity * sizeof *values->faults);
        values->fault_capacity = capacity;
    }
    values->faults[values->fault_count++] =
        (struct form_fault){field, key, arena_text(values->arena, label)};
}

/* What is shown and kept of a value that comes from the database. */
static void set_known(struct form_values *values, const struct form_field *field,
                      struct form_value *value, const char *text)
{
    char decimal[DOCUMENT_DECIMAL];
    if (!text)
        text = "";
    if (field->type == FIELD_DECIMAL) {
        document_decimal(decimal, text, NULL);
        text = decimal;
    }
    if (field->type == FIELD_FLAG)
        text = strcmp(text, "0") == 0 ? "" : text;
    if (field->type == FIELD_TIME && strlen(text) == sizeof "08:30:00" - 1)
        text = arena_printf(values->arena, "%.5s", text);
    value->text = arena_text(values->arena, text);
    value->integer = strtoll(text, NULL, 10);
}

void form_prefill(struct form_values *values, const struct row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t index = form_field_index(values->form, row->columns[i].name);
        if (index < values->form->field_count && !has_entries(&values->form->fields[index]))
            set_known(values, &values->form->fields[index], &values->states[index].value,
                      row->cells[i].text);
    }
}

void form_prefill_each(struct form_values *values, const char *field, int64_t key,
                       const char *value)
{
    char number[24];
    size_t index = form_field_index(values->form, field);
    if (index == values->form->field_count || !has_entries(&values->form->fields[index]))
        return;
    const struct form_field *definition = &values->form->fields[index];
    struct form_value *entry = find_entry(&values->states[index], key);
    if (!entry)
        entry = add_entry(values, index, key);
    snprintf(number, sizeof number, "%" PRId64, key);
    set_known(values, definition, entry, definition->type == FIELD_REFERENCES ? number : value);
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == 0;
}

static const char *check_bounds(const struct form_field *field, double value)
{
    if (field->has_minimum && value < (double)field->minimum)
        return "error.too_small";
    return field->has_maximum && value > (double)field->maximum ? "error.too_large" : NULL;
}

static const char *take_integer(const struct form_field *field, struct form_value *value,
                                const char *text)
{
    bool negative = *text == '-';
    const char *digits = text + negative;
    if (!is_digits(digits))
        return "error.not_integer";
    while (digits[0] == '0' && digits[1])
        digits++;
    if (!text_integer(digits, 0, INT64_MAX, &value->integer))
        return negative ? "error.too_small" : "error.too_large";
    if (negative)
        value->integer = -value->integer;
    if (field->has_minimum && value->integer < field->minimum)
        return "error.too_small";
    return field->has_maximum && value->integer > field->maximum ? "error.too_large" : NULL;
}

/* The sign that the language does not write, in the number typed: "1.250" would else be read in two ways. */
static const char *check_sign(const char *lang, const char *text)
{
    if (!lang)
        return NULL;
    bool english = strcmp(lang, "en") == 0;
    return !strchr(text, english ? ',' : '.') ? NULL
           : english                          ? "error.decimal_point"
                                              : "error.decimal_comma";
}

/* "7,5" and "7.50" become "7.5"; at most 12 digits before the sign. */
static const char *take_decimal(struct form_values *values, const struct form_field *field,
                                struct form_value *value, const char *text)
{
    char made[DOCUMENT_DECIMAL];
    const char *digits = text + (*text == '-');
    size_t whole = strspn(digits, "0123456789");
    bool point = digits[whole] == ',' || digits[whole] == '.';
    size_t part = point ? strspn(digits + whole + 1, "0123456789") : 0;
    if (!whole || whole > 12 || (point && !part) || digits[whole + point + part])
        return "error.not_decimal";
    const char *foreign = check_sign(values->lang, text);
    value->as_typed = foreign != NULL;
    if (foreign)
        return foreign;
    if (part > (size_t)field->decimals)
        return field->decimals == 2 ? "error.two_decimals" : "error.not_decimal";
    snprintf(made, sizeof made, "%s", text);
    char *comma = strchr(made, ',');
    if (comma)
        *comma = '.';
    document_decimal(made, arena_text(values->arena, made), NULL);
    value->text = arena_text(values->arena, made);
    value->integer = strtoll(made, NULL, 10);
    return check_bounds(field, strtod(made, NULL));
}

static const char *take_choice(const struct form_field *field, const char *text)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i], text) == 0)
            return NULL;
    return "error.not_choice";
}

static const char *take_date(struct form_values *values, struct form_value *value, const char *text)
{
    struct date date;
    char iso[DATE_TEXT];
    if (!date_parse(text, &date))
        return "error.not_date";
    date_iso(iso, date);
    value->text = arena_text(values->arena, iso);
    return NULL;
}

/* "8:30", "08.30" and "0830" become "08:30", "8" 08:00. */
static const char *take_time(struct form_values *values, struct form_value *value, const char *text)
{
    static const char figures[] = "0123456789";
    size_t hours = strspn(text, figures);
    const char *rest = text + hours;
    bool parted =
        hours <= 2 && (*rest == ':' || *rest == '.') && strspn(rest + 1, figures) == 2 && !rest[3];
    if (hours == 0 || !(parted || (!*rest && (hours <= 2 || hours == 4))))
        return "error.not_time";
    int hour = atoi(arena_printf(values->arena, "%.2s", text));
    int minute = parted ? atoi(rest + 1) : hours == 4 ? atoi(text + 2) : 0;
    if (hour > 23 || minute > 59)
        return "error.not_time";
    value->text = arena_printf(values->arena, "%02d:%02d", hour, minute);
    return NULL;
}

static const char *one_line(struct arena *arena, const char *text)
{
    char *line = arena_text(arena, text);
    for (char *at = line; *at; at++)
        if (*at == '\n' || *at == '\t' || *at == '\r')
            *at = ' ';
    return line;
}

/* Converts what was typed; NULL when good, else the error's label. */
static const char *take_typed(struct form_values *values, const struct form_field *field,
                              struct form_value *value, const char *typed)
{
    struct arena *arena = values->arena;
    const char *text = field->type == FIELD_PASSWORD ? typed : text_clean(arena, typed);
    if (field->type != FIELD_LINES && field->type != FIELD_PASSWORD)
        text = one_line(arena, text);
    value->text = text;
    value->given = true;
    if (!*text)
        return field->required ? "error.required" : NULL;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_PASSWORD:
        return text_letters(text) > (uint64_t)field->maximum ? "error.too_long" : NULL;
    case FIELD_EMAIL:
        value->text = text_lower(arena, text);
        if (text_letters(text) > (uint64_t)field->maximum)
            return "error.too_long";
        return text_email(value->text) ? NULL : "error.not_email";
    case FIELD_INTEGER:
        return take_integer(field, value, text);
    case FIELD_DECIMAL:
        return take_decimal(values, field, value, text);
    case FIELD_DATE:
        return take_date(values, value, text);
    case FIELD_TIME:
        return take_time(values, value, text);
    case FIELD_FLAG:
        value->text = strcmp(text, "0") == 0 ? "" : "1";
        value->integer = *value->text == '1';
        return NULL;
    case FIELD_CHOICE:
        return take_choice(field, text);
    case FIELD_REFERENCE:
    case FIELD_REFERENCES:
        return text_integer(text, 1, INT64_MAX, &value->integer) ? NULL : "error.not_choice";
    case FIELD_VERSION:
        return text_integer(text, 0, INT64_MAX, &value->integer) ? NULL : "error.required";
    case FIELD_FILE:
        return "error.not_file";
    case FIELD_TYPES:
        break;
    }
    return NULL;
}

int64_t form_key(struct form_values *values, const char *text)
{
    for (size_t i = 0; i < values->key_count; i++)
        if (strcmp(values->keys[i], text) == 0)
            return (int64_t)i + 1;
    if (values->key_count == values->key_capacity) {
        size_t capacity = values->key_capacity ? 2 * values->key_capacity : 16;
        values->keys =
            arena_grow(values->arena, values->keys, values->key_count * sizeof *values->keys,
                       capacity * sizeof *values->keys);
        values->key_capacity = capacity;
    }
    values->keys[values->key_count++] = arena_text(values->arena, text);
    return (int64_t)values->key_count;
}

const char *form_key_text(const struct form_values *values, int64_t key)
{
    assert(key > 0 && (size_t)key <= values->key_count);
    return values->keys[key - 1];
}

/* A row's name as it may stand in a field's. */
static bool is_key(const char *text)
{
    enum { LONGEST = 40 };
    size_t length =
        strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    return length > 0 && length <= LONGEST && text[length] == 0;
}

/* `capacity-17`: the field capacity, the key 17. */
static bool names_entry(struct form_values *values, const struct form_field *field,
                        const char *name, int64_t *key)
{
    size_t length = strlen(field->name);
    if (!field->each || strncmp(name, field->name, length) != 0 || name[length] != '-')
        return false;
    if (!field->coded)
        return text_integer(name + length + 1, 1, INT64_MAX, key);
    if (!is_key(name + length + 1))
        return false;
    *key = form_key(values, name + length + 1);
    return true;
}

static void take_entry(struct form_values *values, size_t index, int64_t key, const char *typed)
{
    struct form_state *state = &values->states[index];
    if (find_entry(state, key)) {
        add_fault(values, index, key, "error.repeated");
        return;
    }
    const char *label =
        take_typed(values, &values->form->fields[index], add_entry(values, index, key), typed);
    if (label)
        add_fault(values, index, key, label);
}

/* A ticked id; the same one twice is one, an empty one (of a select) none. */
static void take_reference(struct form_values *values, size_t index, const char *typed)
{
    struct form_value value = {.text = ""};
    const char *label = take_typed(values, &values->form->fields[index], &value, typed);
    if (label && *value.text)
        add_fault(values, index, -1, label);
    if (label || !*value.text || find_entry(&values->states[index], value.integer))
        return;
    value.key = value.integer;
    *add_entry(values, index, value.key) = value;
}

static void take_item(struct form_values *values, const struct field_value *item)
{
    for (size_t i = 0; i < values->form->field_count; i++) {
        const struct form_field *field = &values->form->fields[i];
        struct form_value *value = &values->states[i].value;
        int64_t key;
        if (names_entry(values, field, item->name, &key)) {
            take_entry(values, i, key, item->value);
        } else if (field->each || strcmp(field->name, item->name) != 0) {
            continue;
        } else if (field->type == FIELD_REFERENCES) {
            take_reference(values, i, item->value);
        } else if (value->given) {
            add_fault(values, i, -1, "error.repeated");
        } else {
            const char *label = take_typed(values, field, value, item->value);
            if (label)
                add_fault(values, i, -1, label);
        }
        return;
    }
}

static void take_file(struct form_values *values, const struct field_file *file)
{
    size_t index = form_field_index(values->form, file->name);
    if (index == values->form->field_count || values->form->fields[index].type != FIELD_FILE)
        return;
    values->states[index].file = file;
    values->states[index].value = (struct form_value){.text = file->file_name, .given = true};
    if (file->length == 0)
        add_fault(values, index, -1, "error.file_empty");
}

void form_submit(struct form_values *values, const struct fields *submitted)
{
    empty_all(values);
    for (size_t i = 0; i < submitted->count; i++)
        take_item(values, &submitted->items[i]);
    for (size_t i = 0; i < submitted->file_count; i++)
        take_file(values, &submitted->files[i]);
    for (size_t i = 0; i < values->form->field_count; i++) {
        const struct form_field *field = &values->form->fields[i];
        const struct form_state *state = &values->states[i];
        bool there = has_entries(field) ? state->count > 0 : state->value.given;
        if (field->required && !there)
            add_fault(values, i, -1, "error.required");
    }
}

const char *form_take(const struct form *form, const char *field, struct arena *arena,
                      const char *lang, const char *typed, const char **value)
{
    struct form_values values = {.arena = arena, .form = form, .lang = lang};
    struct form_value taken = {.text = ""};
    size_t index = form_field_index(form, field);
    assert(index < form->field_count);
    const char *label = take_typed(&values, &form->fields[index], &taken, typed);
    *value = taken.text;
    return *taken.text ? label : NULL;
}

const char *form_option(const struct form *form, const char *field, size_t index)
{
    size_t number = form_field_index(form, field);
    assert(number < form->field_count);
    return index < form->fields[number].choice_count ? form->fields[number].choices[index] : NULL;
}

int64_t form_maximum(const struct form *form, const char *field)
{
    size_t number = form_field_index(form, field);
    assert(number < form->field_count);
    return form->fields[number].has_maximum ? form->fields[number].maximum : 0;
}

bool form_takes_file(const struct form *form)
{
    for (size_t i = 0; i < form->field_count; i++)
        if (form->fields[i].type == FIELD_FILE)
            return true;
    return false;
}

bool form_valid(const struct form_values *values)
{
    return values->fault_count == 0;
}

void form_error(struct form_values *values, const char *field, int64_t key, const char *label)
{
    add_fault(values, field ? form_field_index(values->form, field) : values->form->field_count,
              key, label);
}

/* A field's state; asking for one that the definition lacks is a programmer's error. */
static const struct form_state *state_of(const struct form_values *values, const char *field)
{
    static const struct form_state none = {.value.text = ""};
    size_t index = form_field_index(values->form, field);
    assert(index < values->form->field_count);
    return index < values->form->field_count ? &values->states[index] : &none;
}

bool form_has(const struct form_values *values, const char *field)
{
    const struct form_state *state = state_of(values, field);
    return *state->value.text || form_each_count(values, field) > 0;
}

const char *form_text(const struct form_values *values, const char *field)
{
    return state_of(values, field)->value.text;
}

int64_t form_integer(const struct form_values *values, const char *field)
{
    return state_of(values, field)->value.integer;
}

const struct field_file *form_file(const struct form_values *values, const char *field)
{
    return state_of(values, field)->file;
}

/* The entry number `index` of those with a value. */
static const struct form_value *entry_at(const struct form_values *values, const char *field,
                                         size_t index)
{
    const struct form_state *state = state_of(values, field);
    for (size_t i = 0; i < state->count; i++)
        if (*state->entries[i].text && !index--)
            return &state->entries[i];
    assert(index > state->count); /* never: the index is beyond the entries */
    abort();
}

size_t form_each_count(const struct form_values *values, const char *field)
{
    const struct form_state *state = state_of(values, field);
    size_t count = 0;
    for (size_t i = 0; i < state->count; i++)
        count += *state->entries[i].text != 0;
    return count;
}

int64_t form_each_key(const struct form_values *values, const char *field, size_t index)
{
    return entry_at(values, field, index)->key;
}

const char *form_each_text(const struct form_values *values, const char *field, size_t index)
{
    return entry_at(values, field, index)->text;
}

int64_t form_each_integer(const struct form_values *values, const char *field, size_t index)
{
    return entry_at(values, field, index)->integer;
}

static const struct form_value *entry_of(const struct form_values *values, const char *field,
                                         int64_t key)
{
    const struct form_state *state = state_of(values, field);
    for (size_t i = 0; i < state->count; i++)
        if (state->entries[i].key == key && *state->entries[i].text)
            return &state->entries[i];
    return NULL;
}

bool form_each_has(const struct form_values *values, const char *field, int64_t key)
{
    return entry_of(values, field, key) != NULL;
}

const char *form_each_text_of(const struct form_values *values, const char *field, int64_t key)
{
    const struct form_state *state = state_of(values, field);
    for (size_t i = 0; i < state->count; i++)
        if (state->entries[i].key == key)
            return state->entries[i].text;
    return NULL;
}

int64_t form_each_of(const struct form_values *values, const char *field, int64_t key,
                     int64_t otherwise)
{
    const struct form_value *entry = entry_of(values, field, key);
    return entry ? entry->integer : otherwise;
}

void form_parameters(const struct form_values *values, struct parameters *parameters)
{
    for (size_t i = 0; i < values->form->field_count; i++) {
        const struct form_field *field = &values->form->fields[i];
        const struct form_value *value = &values->states[i].value;
        if (has_entries(field) || field->type == FIELD_PASSWORD || field->type == FIELD_FILE)
            continue;
        if (field->type == FIELD_FLAG)
            parameters_integer(parameters, field->name, value->integer != 0);
        else if (!*value->text)
            parameters_null(parameters, field->name);
        else if (field->type == FIELD_INTEGER || field->type == FIELD_REFERENCE ||
                 field->type == FIELD_VERSION)
            parameters_integer(parameters, field->name, value->integer);
        else
            parameters_text(parameters, field->name, value->text);
    }
}

const char *form_field_at(const struct form_values *values, size_t index)
{
    for (size_t i = 0; i < values->form->field_count; i++) {
        const struct form_field *field = &values->form->fields[i];
        if (has_entries(field) || field->type == FIELD_VERSION || field->type == FIELD_PASSWORD ||
            field->type == FIELD_FILE)
            continue;
        if (!index--)
            return field->name;
    }
    return NULL;
}

static const struct form_fault *fault_of(const struct form_values *values, size_t field,
                                         int64_t key)
{
    for (size_t i = 0; i < values->fault_count; i++)
        if (values->faults[i].field == field && values->faults[i].key == key)
            return &values->faults[i];
    return NULL;
}

static void add_limits(struct document *document, struct node *node, const struct form_field *field)
{
    if (field->has_minimum)
        document_attribute_integer(document, node, "minimum", field->minimum);
    if (field->has_maximum)
        document_attribute_integer(document, node, "maximum", field->maximum);
}

/* The value as its input shows it, a form that is also read: the language's comma; 13.12.2026 in nb and nn, else 2026-12-13;
 * 08.30 in nb and nn, else 08:30. */
static const char *shown(const struct form_values *values, const struct document *document,
                         const struct form_field *field, const struct form_value *value)
{
    const char *lang = document_lang(document), *text = value->text;
    struct date date;
    if (field->type == FIELD_DECIMAL && !value->as_typed && strcmp(lang, "en") != 0) {
        char *copy = arena_text(values->arena, text), *point = strchr(copy, '.');
        if (point)
            *point = ',';
        return copy;
    }
    if (field->type == FIELD_TIME && *lang == 'n' && strlen(text) == 5 && text[2] == ':')
        return arena_printf(values->arena, "%.2s.%s", text, text + 3);
    if (field->type == FIELD_DATE && *lang == 'n' && date_parse_iso(text, &date)) {
        char shorter[DATE_TEXT];
        date_short(shorter, date, lang);
        return arena_text(values->arena, shorter);
    }
    return text;
}

static void add_choices(struct document *document, struct node *node,
                        const struct form_field *field, const char *selected)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        struct node *option = document_element(document, node, "option");
        document_attribute(document, option, "value", field->choices[i]);
        if (strcmp(field->choices[i], selected) == 0)
            document_attribute(document, option, "selected", "1");
    }
}

static void add_field(const struct form_values *values, struct document *document,
                      struct node *form, size_t index)
{
    const struct form_field *field = &values->form->fields[index];
    const struct form_value *value = &values->states[index].value;
    const struct form_fault *fault = fault_of(values, index, -1);
    struct node *node = document_element(document, form, "field");
    document_attribute(document, node, "name", field->name);
    document_attribute(document, node, "type", field_type_names[field->type]);
    document_attribute(document, node, "required", field->required ? "1" : NULL);
    add_limits(document, node, field);
    document_attribute(document, node, "each", field->each);
    document_attribute(document, node, "options", field->options);
    if (!has_entries(field) && field->type != FIELD_PASSWORD && field->type != FIELD_FILE)
        document_attribute(document, node, "value", shown(values, document, field, value));
    document_attribute(document, node, "error", fault ? fault->label : NULL);
    add_choices(document, node, field, value->text);
}

static void add_key(const struct form_values *values, struct document *document, struct node *node,
                    const struct form_field *field, int64_t key)
{
    if (field->coded)
        document_attribute(document, node, "key", form_key_text(values, key));
    else
        document_attribute_integer(document, node, "key", key);
}

static void add_entries(const struct form_values *values, struct document *document,
                        struct node *form, size_t index)
{
    const struct form_field *field = &values->form->fields[index];
    const struct form_state *state = &values->states[index];
    for (size_t i = 0; i < state->count; i++) {
        const struct form_value *entry = &state->entries[i];
        const struct form_fault *fault = fault_of(values, index, entry->key);
        struct node *node = document_element(document, form, "entry");
        document_attribute(document, node, "field", field->name);
        add_key(values, document, node, field, entry->key);
        document_attribute(document, node, "value", shown(values, document, field, entry));
        add_limits(document, node, field);
        document_attribute(document, node, "error", fault ? fault->label : NULL);
    }
}

/* Errors of the whole form first, then in field order. */
static void add_faults(const struct form_values *values, struct document *document,
                       struct node *form)
{
    size_t count = values->form->field_count;
    for (size_t step = 0; step <= count; step++) {
        size_t index = step ? step - 1 : count;
        for (size_t i = 0; i < values->fault_count; i++) {
            const struct form_fault *fault = &values->faults[i];
            if (fault->field != index)
                continue;
            struct node *node = document_element(document, form, "error");
            if (index < count)
                document_attribute(document, node, "field", values->form->fields[index].name);
            if (fault->key >= 0)
                add_key(values, document, node, &values->form->fields[index], fault->key);
            document_attribute(document, node, "label", fault->label);
            if (index < count)
                add_limits(document, node, &values->form->fields[index]);
        }
    }
}

struct node *form_document(const struct form_values *values, struct document *document,
                           struct node *parent, const char *action, const char *token)
{
    struct node *form = document_element(document, parent, "form");
    document_attribute(document, form, "name", values->form->name);
    document_attribute(document, form, "action", action);
    document_attribute(document, form, "method", "post");
    document_attribute(document, form, "token", token);
    for (size_t i = 0; i < values->form->field_count; i++)
        add_field(values, document, form, i);
    for (size_t i = 0; i < values->form->field_count; i++)
        add_entries(values, document, form, i);
    add_faults(values, document, form);
    return form;
}
