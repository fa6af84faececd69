/* Reading an instance from text. */
#include "format.h"

#include "../base/text.h"
#include "instance.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct instance *instance;
    char *error;
    size_t error_size;
    size_t line;
    char *rest; /* of the line, after the words that were taken */
};

static bool wrong(const struct reader *reader, const char *what, const char *word)
{
    snprintf(reader->error, reader->error_size, "line %zu: %s%s%.40s", reader->line, what,
             word ? ": " : "", word ? word : "");
    return false;
}

static char *next_word(struct reader *reader)
{
    return reader->rest ? strsep(&reader->rest, " ") : NULL;
}

static bool number(const struct reader *reader, const char *word, uint32_t minimum,
                   uint32_t maximum, uint32_t *found)
{
    int64_t integer;
    if (!word || !text_integer(word, minimum, maximum, &integer))
        return wrong(reader, "no such number", word ? word : "none");
    *found = (uint32_t)integer;
    return true;
}

/* Ids stay below the two values that are not one. */
static bool id(const struct reader *reader, const char *word, uint32_t *found)
{
    return number(reader, word, 1, INSTANCE_ELSEWHERE - 1, found);
}

static bool degrees(const struct reader *reader, const char *word, double *found)
{
    char *end = NULL;
    if (word && *word && strspn(word, "-.0123456789") == strlen(word)) {
        *found = strtod(word, &end);
        if (!*end)
            return true;
    }
    return wrong(reader, "no such degrees", word ? word : "none");
}

static bool requirements(const struct reader *reader, char *list, uint64_t *bits)
{
    uint32_t bit = 0;
    while (list)
        if (!number(reader, strsep(&list, ","), 0, INSTANCE_REQUIREMENTS_MOST - 1, &bit))
            return false;
        else
            *bits |= (uint64_t)1 << bit;
    return true;
}

static bool wishes(const struct reader *reader, uint32_t student, char *list)
{
    uint32_t unit = INSTANCE_NONE;
    for (uint32_t rank = 1; list; rank++) {
        const char *word = strsep(&list, ",");
        if (strcmp(word, "-") == 0)
            unit = INSTANCE_NONE;
        else if (!id(reader, word, &unit))
            return false;
        instance_add_wish(reader->instance, student, rank, unit);
    }
    return true;
}

enum sublist { SUBLIST_EARLIER, SUBLIST_CONFLICT, SUBLIST_REACH };

static bool sublist(const struct reader *reader, uint32_t student, char *list, enum sublist kind)
{
    uint32_t found = 0;
    while (list) {
        if (!id(reader, strsep(&list, ","), &found))
            return false;
        if (kind == SUBLIST_REACH)
            instance_add_reach(reader->instance, student, found);
        else
            instance_bar(reader->instance, student, found,
                         kind == SUBLIST_EARLIER ? OBSTACLE_EARLIER : OBSTACLE_CONFLICT);
    }
    return true;
}

static bool student_words(struct reader *reader, struct instance_student_row *row, const char *word)
{
    if (strcmp(word, "car") == 0)
        return row->car = true;
    char *value = next_word(reader);
    if (!value)
        return wrong(reader, "nothing after", word);
    if (strcmp(word, "home") == 0)
        return id(reader, value, &row->home);
    if (strcmp(word, "class") == 0)
        return id(reader, value, &row->class_id);
    if (strcmp(word, "group") == 0)
        return id(reader, value, &row->group);
    if (strcmp(word, "locked") == 0)
        return id(reader, value, &row->locked);
    if (strcmp(word, "shared") == 0)
        return id(reader, value, &row->shared);
    if (strcmp(word, "needs") == 0)
        return requirements(reader, value, &row->needs);
    if (strcmp(word, "wishes") == 0)
        return wishes(reader, row->id, value);
    if (strcmp(word, "earlier") == 0)
        return sublist(reader, row->id, value, SUBLIST_EARLIER);
    if (strcmp(word, "conflict") == 0)
        return sublist(reader, row->id, value, SUBLIST_CONFLICT);
    if (strcmp(word, "reach") == 0)
        return sublist(reader, row->id, value, SUBLIST_REACH);
    return wrong(reader, "no such word of a student", word);
}

static bool read_student(struct reader *reader)
{
    struct instance_student_row row = {0};
    if (!id(reader, next_word(reader), &row.id))
        return false;
    for (const char *word; (word = next_word(reader));)
        if (!student_words(reader, &row, word))
            return false;
    instance_add_student(reader->instance, &row);
    return true;
}

static bool read_unit(struct reader *reader)
{
    struct instance_unit_row row = {0};
    bool capacity = false;
    if (!id(reader, next_word(reader), &row.id))
        return false;
    for (const char *word; (word = next_word(reader));) {
        char *value = next_word(reader);
        bool fine = false;
        if (value && strcmp(word, "capacity") == 0)
            fine = capacity = number(reader, value, 0, INSTANCE_STUDENTS_MOST, &row.capacity);
        else if (value && strcmp(word, "municipality") == 0)
            fine = id(reader, value, &row.municipality);
        else if (value && strcmp(word, "covers") == 0)
            fine = requirements(reader, value, &row.covers);
        else
            return wrong(reader, "no such word of a unit", word);
        if (!fine)
            return false;
    }
    if (!capacity)
        return wrong(reader, "a unit without capacity", NULL);
    instance_add_unit(reader->instance, &row);
    return true;
}

static bool read_municipality(struct reader *reader)
{
    uint32_t municipality;
    double latitude, longitude;
    if (!id(reader, next_word(reader), &municipality) ||
        !degrees(reader, next_word(reader), &latitude) ||
        !degrees(reader, next_word(reader), &longitude))
        return false;
    instance_add_municipality(reader->instance, municipality, latitude, longitude);
    return true;
}

static bool read_closed(struct reader *reader)
{
    uint32_t class_id, unit;
    if (!id(reader, next_word(reader), &class_id) || !id(reader, next_word(reader), &unit))
        return false;
    instance_close_unit(reader->instance, class_id, unit);
    return true;
}

static bool read_choice(struct reader *reader, const char *first, const char *second,
                        bool *is_second)
{
    const char *word = next_word(reader);
    *is_second = word && strcmp(word, second) == 0;
    return *is_second || (word && strcmp(word, first) == 0) ||
           wrong(reader, "no such choice", word ? word : "none");
}

static bool read_seed(struct reader *reader)
{
    const char *word = next_word(reader);
    char *end = NULL;
    if (!word || !*word || strspn(word, "0123456789") != strlen(word))
        return wrong(reader, "no such seed", word ? word : "none");
    errno = 0;
    reader->instance->seed = strtoull(word, &end, 10);
    return errno == 0 || wrong(reader, "no such seed", word);
}

static bool read_setting(struct reader *reader, const char *word)
{
    struct instance *instance = reader->instance;
    bool second;
    if (strcmp(word, "seed") == 0)
        return read_seed(reader);
    if (strcmp(word, "limit") == 0)
        return number(reader, next_word(reader), 1, UINT16_MAX, &instance->limit);
    if (strcmp(word, "limit_car") == 0)
        return number(reader, next_word(reader), 1, UINT16_MAX, &instance->limit_car);
    if (strcmp(word, "objective") == 0) {
        if (!read_choice(reader, "weighted", "rank_maximal", &second))
            return false;
        instance->objective = second ? OBJECTIVE_RANK_MAXIMAL : OBJECTIVE_WEIGHTED;
        return true;
    }
    if (strcmp(word, "order") != 0)
        return wrong(reader, "no such row", word);
    if (!read_choice(reader, "wishes", "changes", &second))
        return false;
    instance->order = second ? ORDER_CHANGES_FIRST : ORDER_WISHES_FIRST;
    return true;
}

static bool read_line(struct reader *reader, char *line)
{
    static const struct {
        const char *name;
        bool (*read)(struct reader *reader);
    } rows[] = {{"student", read_student},
                {"unit", read_unit},
                {"municipality", read_municipality},
                {"closed", read_closed}};
    line[strcspn(line, "\r\n")] = '\0';
    reader->rest = line;
    if (reader->line == 1)
        return strcmp(line, "allocation 1") == 0 ||
               wrong(reader, "this is no allocation; it begins with `allocation 1`", NULL);
    if (!*line || *line == '#')
        return true;
    const char *word = next_word(reader);
    size_t row = 0;
    while (row < sizeof rows / sizeof *rows && strcmp(rows[row].name, word) != 0)
        row++;
    if (!(row < sizeof rows / sizeof *rows ? rows[row].read(reader) : read_setting(reader, word)))
        return false;
    return !reader->rest || wrong(reader, "more than belongs there", reader->rest);
}

struct instance *format_read(FILE *file, char *error, size_t size)
{
    struct reader reader = {.instance = instance_new(), .error = error, .error_size = size};
    char *line = NULL;
    size_t room = 0;
    bool fine = true;
    for (ssize_t length; fine && (length = getline(&line, &room, file)) >= 0;) {
        reader.line++;
        fine = !memchr(line, '\0', (size_t)length) ? read_line(&reader, line)
                                                   : wrong(&reader, "a NUL byte", NULL);
    }
    free(line);
    if (fine && (ferror(file) || !reader.line))
        fine = wrong(&reader, "nothing could be read", NULL);
    if (fine && instance_finish(reader.instance, error, size))
        return reader.instance;
    instance_free(reader.instance);
    return NULL;
}
