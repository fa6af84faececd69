/* A file into import_row: which column is what, each cell converted as the form of the same name would, what is wrong noted. */
#include "../base/heap.h"
#include "../base/text.h"
#include "../sheet/sheet.h"
#include "import.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAD_ROWS = 10,
    SAMPLES = 3,
    SAMPLE_ROWS = 40,
    IN_TRANSACTION = 500,
    VALUE_LETTERS = 1000,
    WORD_LONGEST = 200
};

struct field {
    const char *name, *form_field;
    const struct form *form; /* NULL: the import's own reading */
    bool required;
    const char *known[40]; /* folded names it goes by */
    size_t known_count;
    struct option *options; /* of a choice: what each goes by */
    size_t option_count, option_room;
};
struct option {
    const char *folded, *value;
};
/* Something of the catalogue: a requirement or a municipality, with folded names. */
struct term {
    int64_t id;
    const char *names[5];
};
struct file_column {
    const struct field *field;
    const struct term *requirement;
    const char *head;
    char *samples[SAMPLES];
    size_t sample_count;
};
struct reading {
    struct import_job *job;
    struct arena *arena; /* of one row */
    struct field *fields;
    size_t field_count;
    struct term *requirements, *municipalities;
    size_t requirement_count, municipality_count;
    struct file_column *columns;
    size_t column_count;
    size_t head_row, best; /* where the heads are, and how many of them were known */
    size_t last_row;
    size_t pending, faults;
    const char *lang;             /* whose decimal sign is typed; NULL: either */
    struct parameters parameters; /* of the row at hand */
};

static const char *const languages_known[] = {"nb", "nn", "sv", "en"};
enum { LANGUAGES_KNOWN = sizeof languages_known / sizeof *languages_known };

/* --- what is known ------------------------------------------------------------------------ */

/* Adds each of "a, b, c". */
static void know(struct reading *reading, struct field *field, const char *list)
{
    struct arena *arena = reading->job->action.arena;
    for (const char *at = list; at && *at;) {
        size_t length = strcspn(at, ",");
        if (field->known_count < sizeof field->known / sizeof *field->known)
            field->known[field->known_count++] = import_fold(arena, arena_bytes(arena, at, length));
        at += length + (at[length] == ',');
    }
}

static void know_labels(struct reading *reading, struct field *field)
{
    struct import_job *job = reading->job;
    char key[120];
    for (size_t i = 0; i < LANGUAGES_KNOWN; i++) {
        const char *lang = languages_known[i];
        snprintf(key, sizeof key, "import_field.%s.%s", job->kind, field->name);
        know(reading, field, stylesheets_label(job->work->shop->sheets, lang, key));
        snprintf(key, sizeof key, "import_names.%s.%s", job->kind, field->name);
        know(reading, field, stylesheets_label(job->work->shop->sheets, lang, key));
    }
}

static void know_option(struct reading *reading, struct field *field, const char *name,
                        const char *value)
{
    if (name)
        field->options[field->option_count++] =
            (struct option){import_fold(reading->job->action.arena, name), value};
}

/* Whether a role is one of the sort of place that the import is for: there a coordinator is that place's. */
static bool of_place(const struct reading *reading, const char *role)
{
    static const char *const of_sites[] = {"site_administrator", "site_coordinator", "supervisor"};
    bool site = false;
    for (size_t i = 0; i < sizeof of_sites / sizeof *of_sites; i++)
        site = site || text_equal(of_sites[i], role);
    return site == (row_text(reading->job->import, "site") != NULL);
}

/* Other words for a role, as people say them at such a place. */
static void know_role(struct reading *reading, struct field *field, const char *role)
{
    struct arena *arena = reading->job->action.arena;
    for (size_t l = 0; of_place(reading, role) && l < LANGUAGES_KNOWN; l++) {
        const char *list = stylesheets_label(reading->job->work->shop->sheets, languages_known[l],
                                             arena_printf(arena, "import_role.%s", role));
        for (size_t length; list && *list && field->option_count < field->option_room;
             list += length + (list[length] == ',')) {
            length = strcspn(list, ",");
            know_option(reading, field, arena_bytes(arena, list, length), role);
        }
    }
}

/* A choice's values go by their own names and by their labels in any of the languages. */
static void know_options(struct reading *reading, struct field *field)
{
    struct arena *arena = reading->job->action.arena;
    const struct stylesheets *sheets = reading->job->work->shop->sheets;
    const bool role = text_equal(field->name, "role");
    const char *value;
    char key[2][120];
    size_t count = 0;
    while (field->form && form_option(field->form, field->form_field, count))
        count++;
    field->option_room = count * 40;
    field->options = arena_alloc(arena, (field->option_room + 1) * sizeof *field->options);
    for (size_t i = 0; i < 2 * count; i++) { /* roles of the import's sort of place first */
        value = form_option(field->form, field->form_field, i % count);
        if ((!role || of_place(reading, value)) != (i < count))
            continue;
        snprintf(key[0], sizeof key[0], "option.%s.%s", field->form_field, value);
        snprintf(key[1], sizeof key[1], "%s.%s", field->form_field, value);
        know_option(reading, field, value, value);
        for (size_t l = 0; l < 2 * LANGUAGES_KNOWN; l++)
            know_option(reading, field,
                        stylesheets_label(sheets, languages_known[l / 2], key[l % 2]), value);
        if (role)
            know_role(reading, field, value);
    }
}

static bool load_fields(struct reading *reading)
{
    struct import_job *job = reading->job;
    const struct row *const *rows = import_rows(job, "fields", &reading->field_count);
    reading->fields =
        arena_zero(job->action.arena, (reading->field_count + 1) * sizeof *reading->fields);
    for (size_t i = 0; rows && i < reading->field_count; i++) {
        struct field *field = &reading->fields[i];
        const char *form = row_text(rows[i], "form");
        field->name = row_text(rows[i], "name");
        field->form = form ? forms_find(job->work->shop->forms, form) : NULL;
        field->form_field = row_text(rows[i], "form_field");
        field->required = row_flag(rows[i], "required");
        know_labels(reading, field);
        know_options(reading, field);
    }
    return job->action.result == DATA_OK;
}

/* Rows with id and names, of the step, whose names are folded. */
static struct term *load_terms(struct reading *reading, const char *step, size_t *count)
{
    static const char *const names[] = {"code", "name_nb", "name_nn", "name_sv", "name_en"};
    struct import_job *job = reading->job;
    struct arena *arena = job->action.arena;
    const struct row *const *rows = import_rows(job, step, count);
    struct term *terms = arena_zero(arena, (*count + 1) * sizeof *terms);
    for (size_t i = 0; rows && i < *count; i++) {
        terms[i].id = row_integer(rows[i], "id");
        for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
            const char *name = row_text(rows[i], names[n]);
            terms[i].names[n] = name ? import_fold(arena, name) : NULL;
        }
    }
    return terms;
}

static const struct term *find_term(const struct term *terms, size_t count, const char *folded)
{
    for (size_t i = 0; i < count && *folded; i++)
        for (size_t n = 0; n < 5; n++)
            if (terms[i].names[n] && strcmp(terms[i].names[n], folded) == 0)
                return &terms[i];
    return NULL;
}

static const struct field *find_field(const struct reading *reading, const char *folded)
{
    for (size_t i = 0; i < reading->field_count && *folded; i++)
        for (size_t n = 0; n < reading->fields[i].known_count; n++)
            if (strcmp(reading->fields[i].known[n], folded) == 0)
                return &reading->fields[i];
    return NULL;
}

/* --- heads -------------------------------------------------------------------------------- */

static bool is_taken(const struct reading *reading, size_t count, const struct field *field,
                     const struct term *requirement)
{
    for (size_t i = 0; i < count; i++)
        if ((field && reading->columns[i].field == field) ||
            (requirement && reading->columns[i].requirement == requirement))
            return true;
    return false;
}

/* Takes the row for the heads. */
static void take_heads(struct reading *reading, const struct sheet_row *row)
{
    struct arena *arena = reading->job->action.arena;
    reading->columns = arena_zero(arena, (row->count + 1) * sizeof *reading->columns);
    reading->column_count = row->count;
    reading->head_row = row->number;
    for (size_t i = 0; i < row->count; i++) {
        struct file_column *column = &reading->columns[i];
        const char *folded = import_fold(arena, row->cells[i]);
        const struct field *field = find_field(reading, folded);
        const struct term *requirement =
            field ? NULL : find_term(reading->requirements, reading->requirement_count, folded);
        column->head = arena_text(arena, row->cells[i]);
        if (!is_taken(reading, i, field, requirement)) {
            column->field = field;
            column->requirement = requirement;
        }
    }
}

static size_t known_heads(const struct reading *reading, const struct sheet_row *row)
{
    size_t known = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *folded = import_fold(reading->arena, row->cells[i]);
        known += find_field(reading, folded) ||
                 find_term(reading->requirements, reading->requirement_count, folded);
    }
    return known;
}

static void take_samples(struct reading *reading, const struct sheet_row *row)
{
    for (size_t i = 0; i < row->count && i < reading->column_count; i++) {
        struct file_column *column = &reading->columns[i];
        size_t same = 0;
        while (same < column->sample_count && strcmp(column->samples[same], row->cells[i]) != 0)
            same++;
        if (*row->cells[i] && same == column->sample_count && same < SAMPLES &&
            text_letters(row->cells[i]) <= 60)
            column->samples[column->sample_count++] =
                arena_text(reading->job->action.arena, row->cells[i]);
    }
}

/* The heads are the row among the first ones in which most is known; the first row when nothing is. */
static bool look_at_row(void *context, const struct sheet_row *row)
{
    struct reading *reading = context;
    reading->job->rows++;
    reading->last_row = row->number;
    arena_reset(reading->arena);
    if (reading->job->rows <= HEAD_ROWS) {
        size_t known = known_heads(reading, row);
        if (!reading->columns || known > reading->best) {
            reading->best = known;
            take_heads(reading, row);
            return true;
        }
    }
    if (reading->job->rows <= SAMPLE_ROWS)
        take_samples(reading, row);
    return true;
}

static const char *joined_samples(struct reading *reading, const struct file_column *column)
{
    const char *text = "";
    for (size_t i = 0; i < column->sample_count; i++)
        text = arena_printf(reading->arena, "%s%s%s", text, i ? " · " : "", column->samples[i]);
    return text;
}

static const char *cut(struct arena *arena, const char *text, size_t letters)
{
    if (text_letters(text) <= letters)
        return text;
    size_t bytes = 0;
    for (size_t seen = 0; seen < letters; seen++) {
        bytes++;
        while (((unsigned char)text[bytes] & 0xC0) == 0x80)
            bytes++;
    }
    return arena_bytes(arena, text, bytes);
}

/* Keeps what was found of the columns, for people to look at and to change. */
static bool keep_columns(struct reading *reading)
{
    struct import_job *job = reading->job;
    struct action *action = &job->action;
    import_step(job, "columns_clear");
    for (size_t i = 0; i < reading->column_count; i++) {
        const struct file_column *column = &reading->columns[i];
        arena_reset(reading->arena);
        action_set(action, "number", (int64_t)i + 1);
        action_set_text(action, "head", cut(reading->arena, column->head, WORD_LONGEST));
        action_set_text(action, "samples", joined_samples(reading, column));
        action_set_text(action, "field", column->field ? column->field->name : NULL);
        if (column->requirement)
            action_set(action, "requirement", column->requirement->id);
        else
            action_set_null(action, "requirement");
        import_step(job, "column");
    }
    return job->action.result == DATA_OK;
}

/* What somebody said the columns are. */
static bool load_columns(struct reading *reading)
{
    struct import_job *job = reading->job;
    size_t count;
    const struct row *const *rows = import_rows(job, "columns", &count);
    reading->columns = arena_zero(job->action.arena, (count + 1) * sizeof *reading->columns);
    reading->column_count = count;
    reading->head_row = (size_t)row_integer(job->import, "head_row");
    for (size_t i = 0; rows && i < count; i++) {
        const char *field = row_text(rows[i], "field");
        int64_t requirement = row_integer(rows[i], "requirement");
        reading->columns[i].head = row_text(rows[i], "head");
        for (size_t f = 0; field && f < reading->field_count; f++)
            if (text_equal(reading->fields[f].name, field))
                reading->columns[i].field = &reading->fields[f];
        for (size_t r = 0; r < reading->requirement_count; r++)
            if (reading->requirements[r].id == requirement)
                reading->columns[i].requirement = &reading->requirements[r];
    }
    return job->action.result == DATA_OK;
}

static bool all_required(const struct reading *reading)
{
    for (size_t i = 0; i < reading->field_count; i++)
        if (reading->fields[i].required &&
            !is_taken(reading, reading->column_count, &reading->fields[i], NULL))
            return false;
    return true;
}

/* --- cells -------------------------------------------------------------------------------- */

static enum data_result shared_step(struct reading *reading, const char *step)
{
    struct action *action = &reading->job->action;
    const struct block *block = query_file_block(reading->job->shared, step);
    if (action->result == DATA_OK)
        action->result =
            connection_run(action->connection, block, NULL, &reading->parameters, NULL, NULL);
    return action->result;
}

/* Notes what is wrong with a cell: told once the row itself is there. */
struct fault {
    const char *field, *subject, *error, *value;
    int64_t limit;
};
static struct fault *add_fault(struct reading *reading, struct fault *faults, const char *error)
{
    struct fault *fault = &faults[reading->faults++];
    *fault = (struct fault){.error = strncmp(error, "error.", 6) == 0 ? error + 6 : error};
    return fault;
}

/* "lecturer" of what it is called; the text itself when it is no option's name. */
static const char *option_of(struct reading *reading, const struct field *field, const char *text)
{
    const char *wanted = import_fold(reading->arena, text);
    for (size_t i = 0; i < field->option_count; i++)
        if (strcmp(field->options[i].folded, wanted) == 0)
            return field->options[i].value;
    return text;
}

/* 1 yes, 0 no, -1 something else. */
static int yes_or_no(struct reading *reading, const char *text)
{
    static const char *const yes[] = {"x",    "ja",   "j",    "yes", "y", "1",
                                      "true", "sant", "sann", "ok",  NULL};
    static const char *const no[] = {"",  "nei",   "n",     "nej",    "no",
                                     "0", "false", "usant", "falskt", NULL};
    const char *folded = import_fold(reading->arena, text);
    for (const char *const *word = yes; *word; word++)
        if (strcmp(*word, folded) == 0)
            return 1;
    for (const char *const *word = no; *word; word++)
        if (strcmp(*word, folded) == 0)
            return 0;
    return -1;
}

/* Converts a cell; the error's label or NULL. *value "" is an empty one. */
static const char *convert(struct reading *reading, const struct field *field, const char *text,
                           const char **value)
{
    *value = text;
    if (field->form) {
        if (field->option_count > 0)
            text = option_of(reading, field, text);
        return form_take(field->form, field->form_field, reading->arena, reading->lang, text,
                         value);
    }
    if (text_letters(text) > WORD_LONGEST)
        return "error.too_long";
    if (text_equal(field->name, "parent") || text_equal(field->name, "unit")) {
        *value = import_path(reading->arena, text);
    } else if (text_equal(field->name, "cohort")) {
        *value = import_term(reading->arena, text);
        return *value ? NULL : "error.not_term";
    } else if (text_equal(field->name, "class")) {
        *value = import_class(reading->arena, text);
        return *value ? NULL : "error.class_letter";
    } else if (text_equal(field->name, "car")) {
        int answer = yes_or_no(reading, text);
        *value = answer == 1 ? "1" : "0";
        return answer < 0 ? "error.not_yes_or_no" : NULL;
    } else if (text_equal(field->name, "municipality")) {
        int64_t number;
        const struct term *found = find_term(reading->municipalities, reading->municipality_count,
                                             import_fold(reading->arena, text));
        if (found)
            number = found->id;
        else if (!text_integer(text + strspn(text, "0"), 1, 9999, &number))
            return "error.unknown_municipality";
        *value = arena_printf(reading->arena, "%04" PRId64, number);
        for (size_t i = 0; i < reading->municipality_count; i++)
            if (reading->municipalities[i].id == number)
                return NULL;
        return "error.unknown_municipality";
    }
    return NULL;
}

static void cover(struct reading *reading, const struct term *requirement, bool covered)
{
    parameters_integer(&reading->parameters, "requirement", requirement->id);
    parameters_integer(&reading->parameters, "covered", covered);
    shared_step(reading, "row_requirement");
}

/* "engelsk, bil": the whole truth, those that are not named are not covered. False: one is unknown. */
static bool listed(struct reading *reading, const char *text, bool *covered)
{
    while (*text) {
        size_t length = strcspn(text, ",;\n");
        const char *folded = import_fold(reading->arena, arena_bytes(reading->arena, text, length));
        const struct term *found =
            find_term(reading->requirements, reading->requirement_count, folded);
        if (*folded && !found)
            return false;
        if (found)
            covered[found - reading->requirements] = true;
        text += length + (text[length] != '\0');
    }
    return true;
}

struct cells {
    const struct sheet_row *row;
    struct fault *faults;
    bool *given; /* a field */
};

static const char *cell_of(const struct cells *cells, size_t column, bool *faulty)
{
    bool there = column < cells->row->count;
    *faulty = there && cells->row->faulty[column];
    return there ? cells->row->cells[column] : "";
}

static void take_cell(struct reading *reading, struct cells *cells, size_t index)
{
    const struct field *field = reading->columns[index].field;
    bool faulty;
    const char *value, *text = cell_of(cells, index, &faulty), *error = NULL;
    if (faulty)
        error = "error.sheet_faulty";
    else if (!*text || text_equal(field->name, "requirements"))
        return;
    else
        error = convert(reading, field, text, &value);
    cells->given[field - reading->fields] = true;
    if (!error) {
        parameters_text(&reading->parameters, field->name, *value ? value : NULL);
        return;
    }
    struct fault *fault = add_fault(reading, cells->faults, error);
    fault->field = field->name;
    fault->value = text;
    fault->limit = field->form ? form_maximum(field->form, field->form_field) : WORD_LONGEST;
}

static void take_cells(struct reading *reading, struct cells *cells)
{
    for (size_t i = 0; i < reading->column_count; i++)
        if (reading->columns[i].field)
            take_cell(reading, cells, i);
    for (size_t i = 0; i < reading->field_count; i++)
        if (reading->fields[i].required && !cells->given[i])
            add_fault(reading, cells->faults, "error.required")->field = reading->fields[i].name;
}

/* What the row says of requirements: after the row itself is there. */
static void take_requirements(struct reading *reading, struct cells *cells)
{
    bool *covered = arena_zero(reading->arena, reading->requirement_count + 1), faulty;
    for (size_t i = 0; i < reading->column_count; i++) {
        const struct file_column *column = &reading->columns[i];
        const char *text = cell_of(cells, i, &faulty);
        if (column->requirement) {
            int answer = faulty ? -1 : yes_or_no(reading, text);
            if (answer >= 0) {
                cover(reading, column->requirement, answer);
                continue;
            }
            struct fault *fault = add_fault(reading, cells->faults, "error.not_yes_or_no");
            fault->subject = column->head;
            fault->value = text;
        } else if (column->field && text_equal(column->field->name, "requirements") && !faulty) {
            if (listed(reading, text, covered)) {
                for (size_t r = 0; r < reading->requirement_count; r++)
                    cover(reading, &reading->requirements[r], covered[r]);
                continue;
            }
            struct fault *fault = add_fault(reading, cells->faults, "error.unknown_requirement");
            fault->field = "requirements";
            fault->value = text;
        }
    }
}

static void tell_faults(struct reading *reading, const struct fault *faults)
{
    struct parameters *parameters = &reading->parameters;
    for (size_t i = 0; i < reading->faults; i++) {
        const struct fault *fault = &faults[i];
        parameters_integer(parameters, "note", (int64_t)i + 1);
        parameters_text(parameters, "field", fault->field);
        parameters_text(parameters, "error", fault->error);
        parameters_text(parameters, "subject",
                        fault->subject ? cut(reading->arena, fault->subject, 160) : NULL);
        parameters_text(parameters, "value",
                        fault->value ? cut(reading->arena, fault->value, VALUE_LETTERS) : NULL);
        parameters_integer(parameters, "limit", fault->limit);
        shared_step(reading, "fault");
    }
}

/* All that a row may hold, as nothing: each kind has a few of them. */
static void empty_row(struct reading *reading, const struct sheet_row *row)
{
    static const char *const all[] = {
        "given_name", "family_name", "email",    "phone",        "language",  "role",
        "unit",       "valid_from",  "valid_to", "programme",    "cohort",    "name",
        "name_en",    "parent",      "address",  "municipality", "closed_on", "code",
        "course",     "starts",      "ends",     "site",         "reference", "note",
        "class",      "car",         "points",   "grade",        "comment"};
    arena_reset(reading->arena);
    reading->parameters = (struct parameters){.arena = reading->arena};
    reading->faults = 0;
    parameters_integer(&reading->parameters, "import", reading->job->work->thing_id);
    parameters_integer(&reading->parameters, "number", (int64_t)row->number);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        parameters_null(&reading->parameters, all[i]);
}

static bool commit_some(struct reading *reading)
{
    struct action *action = &reading->job->action;
    if (action->result == DATA_OK)
        action->result = connection_commit(action->connection);
    if (action->result == DATA_OK)
        action->result = connection_begin(action->connection);
    reading->pending = 0;
    return action->result == DATA_OK;
}

static bool stage_row(void *context, const struct sheet_row *row)
{
    struct reading *reading = context;
    if (row->number <= reading->head_row)
        return true;
    empty_row(reading, row);
    struct cells cells = {.row = row};
    cells.faults =
        arena_alloc(reading->arena,
                    (2 * reading->field_count + reading->column_count + 1) * sizeof *cells.faults);
    cells.given = arena_zero(reading->arena, reading->field_count + 1);
    take_cells(reading, &cells);
    shared_step(reading, "row");
    take_requirements(reading, &cells);
    tell_faults(reading, cells.faults);
    if (++reading->pending >= IN_TRANSACTION && !commit_some(reading))
        return false;
    return import_goes_on(reading->job, 1);
}

/* --- the file ----------------------------------------------------------------------------- */

struct pieces {
    char *bytes;
    size_t length, room;
};

static int add_piece(void *context, const struct row *row)
{
    struct pieces *pieces = context;
    const struct cell *cell = &row->cells[0];
    if (cell->length > pieces->room - pieces->length)
        return 1;
    memcpy(pieces->bytes + pieces->length, cell->text, cell->length);
    pieces->length += cell->length;
    return 0;
}

static bool load_file(struct reading *reading, struct pieces *pieces)
{
    struct import_job *job = reading->job;
    const struct block *block = query_file_block(job->shared, "file");
    pieces->room = (size_t)row_integer(job->import, "file_bytes");
    pieces->bytes = heap_alloc(pieces->room + 1);
    job->action.result =
        connection_run(job->action.connection, block, NULL, &job->parameters, add_piece, pieces);
    return job->action.result == DATA_OK;
}

static bool unreadable(struct import_job *job, const char *error, size_t row, size_t column)
{
    action_set_text(&job->action, "error", error);
    action_set_id(&job->action, "error_row", (int64_t)row);
    action_set_id(&job->action, "error_column", (int64_t)column);
    return import_step(job, "unreadable");
}

static void note_format(struct import_job *job, const struct sheet_report *report)
{
    const char *format = "XLSX";
    if (!report->spreadsheet)
        format = arena_printf(job->action.arena, "CSV %s",
                              report->separator == '\t'
                                  ? "tab"
                                  : arena_printf(job->action.arena, "%c",
                                                 report->separator ? report->separator : ','));
    action_set_text(&job->action, "file_format", format);
}

/* First look: the heads, samples, how many rows there are. Second: the rows. */
static bool read_pieces(struct reading *reading, const struct pieces *pieces,
                        enum import_read *read)
{
    struct import_job *job = reading->job;
    struct sheet_report report;
    enum sheet_result result =
        sheet_read(pieces->bytes, pieces->length, NULL, look_at_row, reading, &report);
    if (result != SHEET_OK || reading->last_row <= reading->head_row) {
        *read = IMPORT_UNREADABLE;
        return unreadable(job, result == SHEET_OK ? "import_no_rows" : sheet_result_name(result),
                          report.row, report.column);
    }
    note_format(job, &report);
    /* Points typed with the other language's sign are a mistake; numbers of a workbook have none. */
    if (!report.spreadsheet && text_equal(job->kind, "points"))
        reading->lang = job->action.lang;
    action_set(&job->action, "head_row", (int64_t)reading->head_row);
    if (row_flag(job->import, "matched") ? !load_columns(reading)
                                         : !keep_columns(reading) || !import_step(job, "found"))
        return false;
    if (!all_required(reading)) {
        *read = IMPORT_COLUMNS_MISSING;
        return unreadable(job, "import_columns_missing", 0, 0) && import_step(job, "matching");
    }
    job->total = job->rows + import_phase_length(job, "match") + 2 * job->rows;
    job->action.result = connection_begin(job->action.connection);
    result = sheet_read(pieces->bytes, pieces->length, NULL, stage_row, reading, &report);
    if (job->action.result == DATA_OK && result == SHEET_OK)
        job->action.result = connection_commit(job->action.connection);
    else
        connection_rollback(job->action.connection);
    return job->action.result == DATA_OK && !job->stopped && import_look_at_rows(job);
}

/* Removes what an earlier reading left, a little at a time. */
static bool clear_rows(struct import_job *job)
{
    do
        import_step(job, "rows_clear");
    while (action_affected(&job->action) > 0 && import_goes_on(job, 0));
    return job->action.result == DATA_OK && !job->stopped;
}

bool import_read_file(struct import_job *job, enum import_read *read)
{
    struct reading reading = {.job = job, .arena = arena_new((size_t)64 << 20)};
    struct pieces pieces = {0};
    *read = IMPORT_READ;
    bool good = load_fields(&reading) && clear_rows(job);
    reading.requirements = load_terms(&reading, "requirements", &reading.requirement_count);
    reading.municipalities = load_terms(&reading, "municipalities", &reading.municipality_count);
    if (!text_equal(job->kind, "units"))
        reading.requirement_count = 0;
    good = good && job->action.result == DATA_OK && load_file(&reading, &pieces) &&
           read_pieces(&reading, &pieces, read);
    free(pieces.bytes);
    arena_free(reading.arena);
    return good;
}
