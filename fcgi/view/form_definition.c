/* Reading xslt/forms/<form>.xml. */
#include "form_definition.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "xml.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const field_type_names[FIELD_TYPES] = {
    "text",     "lines", "integer", "decimal",   "date",       "time",    "email",
    "password", "flag",  "choice",  "reference", "references", "version", "file"};

struct form_set {
    struct form *forms; /* sorted by name */
    size_t count;
};

/* Letters when the definition does not say: nothing is unbounded. */
enum { TEXT_LETTERS = 200, LINES_LETTERS = 4000, EMAIL_LETTERS = 254, PASSWORD_LETTERS = 200 };
enum { DECIMALS_MOST = 6 };

struct reading {
    const char *file;
    char *error;
    size_t error_size;
};

static bool refuse(const struct reading *reading, const xmlNode *node, const char *why)
{
    snprintf(reading->error, reading->error_size, "forms/%s:%ld: %s", reading->file,
             xmlGetLineNo(node), why);
    return false;
}

static bool name_allowed(const char *name)
{
    return name && *name >= 'a' && *name <= 'z' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0;
}

static bool read_limit(const xmlNode *node, const char *name, bool *has, int64_t *limit)
{
    const char *value = view_attribute(node, name);
    *has = value != NULL;
    return !value || text_integer(value, INT64_MIN, INT64_MAX, limit);
}

static bool read_type(struct form_field *field, const char *type)
{
    for (int i = 0; type && i < FIELD_TYPES; i++) {
        if (strcmp(field_type_names[i], type) == 0) {
            field->type = (enum field_type)i;
            return true;
        }
    }
    return false;
}

static void set_letters(struct form_field *field)
{
    int64_t letters = field->type == FIELD_TEXT       ? TEXT_LETTERS
                      : field->type == FIELD_LINES    ? LINES_LETTERS
                      : field->type == FIELD_EMAIL    ? EMAIL_LETTERS
                      : field->type == FIELD_PASSWORD ? PASSWORD_LETTERS
                                                      : 0;
    if (letters && !field->has_maximum) {
        field->has_maximum = true;
        field->maximum = letters;
    }
}

static bool read_choices(const struct reading *reading, struct form_field *field,
                         const xmlNode *node)
{
    bool fallback_found = !field->fallback;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const char *value = view_attribute(child, "value");
        if (!view_is(child, NULL, "option") || !value || !*value || field->type != FIELD_CHOICE)
            return refuse(reading, child, "only a choice has <option value=\"…\"/>");
        field->choices = heap_grow(field->choices, field->choice_count + 1, sizeof *field->choices);
        field->choices[field->choice_count++] = heap_text(value);
        fallback_found = fallback_found || text_equal(field->fallback, value);
    }
    if (field->type == FIELD_CHOICE && !field->choice_count)
        return refuse(reading, node, "a choice needs options");
    return fallback_found || refuse(reading, node, "the default is none of the options");
}

static bool read_field(const struct reading *reading, struct form *form, const xmlNode *node)
{
    static const char *const known[] = {"name",     "type", "required", "minimum",
                                        "maximum",  "each", "options",  "default",
                                        "decimals", "key",  NULL};
    const char *name = view_attribute(node, "name"), *required = view_attribute(node, "required");
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *const *one = known;
        while (*one && strcmp(*one, C(attribute->name)) != 0)
            one++;
        if (!*one)
            return refuse(reading, node, "unknown attribute of a field");
    }
    if (!view_is(node, NULL, "field") || !name_allowed(name) ||
        form_field_index(form, name) < form->field_count)
        return refuse(reading, node,
                      "<field name=\"…\"> with a new name of a-z, 0-9 and _ expected");
    form->fields = heap_grow(form->fields, form->field_count + 1, sizeof *form->fields);
    struct form_field *field = &form->fields[form->field_count++];
    *field = (struct form_field){.name = heap_text(name),
                                 .each = heap_text(view_attribute(node, "each")),
                                 .options = heap_text(view_attribute(node, "options")),
                                 .fallback = heap_text(view_attribute(node, "default"))};
    if (!read_type(field, view_attribute(node, "type")))
        return refuse(reading, node, "unknown type of field");
    if (required && strcmp(required, "yes") != 0)
        return refuse(reading, node, "required is \"yes\" or not there");
    field->required = required || field->type == FIELD_VERSION;
    if (!read_limit(node, "minimum", &field->has_minimum, &field->minimum) ||
        !read_limit(node, "maximum", &field->has_maximum, &field->maximum))
        return refuse(reading, node, "minimum and maximum are whole numbers");
    set_letters(field);
    const char *key = view_attribute(node, "key");
    field->coded = key != NULL;
    if (key && (strcmp(key, "text") != 0 || !field->each))
        return refuse(reading, node, "key is \"text\", of a field for each row");
    bool few = false;
    if (!read_limit(node, "decimals", &few, &field->decimals) ||
        (few &&
         (field->type != FIELD_DECIMAL || field->decimals < 1 || field->decimals > DECIMALS_MOST)))
        return refuse(reading, node, "decimals is 1 to 6, of a decimal");
    field->decimals = few ? field->decimals : DECIMALS_MOST;
    bool reference = field->type == FIELD_REFERENCE || field->type == FIELD_REFERENCES;
    if (field->options && !reference)
        return refuse(reading, node, "options belong to reference and references");
    if (field->each && (reference || field->type == FIELD_PASSWORD ||
                        field->type == FIELD_VERSION || field->type == FIELD_FILE))
        return refuse(reading, node, "this type cannot be repeated for each row");
    return read_choices(reading, field, node);
}

static bool read_form(const struct reading *reading, struct form *form, const xmlNode *root)
{
    const char *name = view_attribute(root, "name");
    size_t length = strlen(reading->file) - 4; /* .xml */
    if (!view_is(root, NULL, "form") || !name_allowed(name) || strlen(name) != length ||
        strncmp(name, reading->file, length) != 0)
        return refuse(reading, root, "<form name=\"…\"> named like its file expected");
    form->name = heap_text(name);
    for (const xmlNode *child = root->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !read_field(reading, form, child))
            return false;
    return true;
}

static bool read_file(struct form_set *set, const char *folder, const char *file, char *error,
                      size_t error_size)
{
    char path[4096], name[300];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    snprintf(name, sizeof name, "forms/%s", file);
    xmlDocPtr document = view_parse_file(path, name, NULL, error, error_size);
    if (!document)
        return false;
    set->forms = heap_grow(set->forms, set->count + 1, sizeof *set->forms);
    set->forms[set->count] = (struct form){NULL, NULL, 0};
    struct reading reading = {file, error, error_size};
    bool good = read_form(&reading, &set->forms[set->count++], xmlDocGetRootElement(document));
    xmlFreeDoc(document);
    return good;
}

static int is_form(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct form *)a)->name, ((const struct form *)b)->name);
}

struct form_set *forms_load(const char *folder, char *error, size_t error_size)
{
    struct form_set *set = heap_alloc(sizeof *set);
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_form, alphasort);
    bool good = count >= 0;
    if (!good)
        snprintf(error, error_size, "%s: cannot be read", folder);
    for (int i = 0; i < count; i++) {
        good = good && read_file(set, folder, entries[i]->d_name, error, error_size);
        free(entries[i]);
    }
    free(entries);
    if (!good) {
        forms_free(set);
        return NULL;
    }
    if (set->count)
        qsort(set->forms, set->count, sizeof *set->forms, by_name);
    return set;
}

static void field_free(struct form_field *field)
{
    for (size_t i = 0; i < field->choice_count; i++)
        free(field->choices[i]);
    free(field->choices);
    free(field->name);
    free(field->each);
    free(field->options);
    free(field->fallback);
}

void forms_free(struct form_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++) {
        for (size_t j = 0; j < set->forms[i].field_count; j++)
            field_free(&set->forms[i].fields[j]);
        free(set->forms[i].fields);
        free(set->forms[i].name);
    }
    free(set->forms);
    free(set);
}

const struct form *forms_find(const struct form_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->forms[i].name, name) == 0)
            return &set->forms[i];
    return NULL;
}

size_t forms_count(const struct form_set *set)
{
    return set->count;
}

const struct form *forms_at(const struct form_set *set, size_t index)
{
    return &set->forms[index];
}

const char *form_name(const struct form *form)
{
    return form->name;
}

size_t form_field_index(const struct form *form, const char *name)
{
    size_t index = 0;
    while (index < form->field_count && strcmp(form->fields[index].name, name) != 0)
        index++;
    return index;
}
