/* Building an instance: rows in, then sorted, checked and laid side by side. */
#include "instance.h"

#include "../base/heap.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place {
    uint32_t number;
    double latitude, longitude;
};
/* A wish, bar, reach or closing: of whom, which, what. Sorted by all three in this order. */
struct triple {
    uint32_t owner, key, value;
};
struct triples {
    struct triple *items;
    size_t count, capacity;
};
struct instance_rows {
    struct place *places;
    struct instance_unit_row *units;
    struct instance_student_row *students;
    size_t place_count, unit_count, student_count;
    size_t place_capacity, unit_capacity, student_capacity;
    struct triples wishes, bars, reach, closed;
    char *error;
    size_t error_size;
};

struct instance *instance_new(void)
{
    struct instance *instance = heap_alloc(sizeof *instance);
    instance->rows = heap_alloc(sizeof *instance->rows);
    return instance;
}

static void rows_free(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    if (!rows)
        return;
    free(rows->places);
    free(rows->units);
    free(rows->students);
    free(rows->wishes.items);
    free(rows->bars.items);
    free(rows->reach.items);
    free(rows->closed.items);
    free(rows);
    instance->rows = NULL;
}

void instance_free(struct instance *instance)
{
    if (!instance)
        return;
    rows_free(instance);
    free(instance->students);
    free(instance->units);
    free(instance->wishes);
    free(instance->bars);
    free(instance->reach);
    free(instance->municipalities);
    free(instance->classes);
    free(instance->km);
    free(instance->closed);
    free(instance);
}

/* The items with room for one more of `size` bytes. */
static void *grown(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 64;
    return heap_grow(items, *capacity, size);
}

static void add_triple(struct triples *triples, uint32_t owner, uint32_t key, uint32_t value)
{
    triples->items =
        grown(triples->items, triples->count, &triples->capacity, sizeof *triples->items);
    triples->items[triples->count++] = (struct triple){owner, key, value};
}

void instance_add_municipality(struct instance *instance, uint32_t number, double latitude,
                               double longitude)
{
    struct instance_rows *rows = instance->rows;
    rows->places =
        grown(rows->places, rows->place_count, &rows->place_capacity, sizeof *rows->places);
    rows->places[rows->place_count++] = (struct place){number, latitude, longitude};
}

void instance_add_unit(struct instance *instance, const struct instance_unit_row *row)
{
    struct instance_rows *rows = instance->rows;
    rows->units = grown(rows->units, rows->unit_count, &rows->unit_capacity, sizeof *rows->units);
    rows->units[rows->unit_count++] = *row;
}

void instance_add_student(struct instance *instance, const struct instance_student_row *row)
{
    struct instance_rows *rows = instance->rows;
    rows->students =
        grown(rows->students, rows->student_count, &rows->student_capacity, sizeof *rows->students);
    rows->students[rows->student_count++] = *row;
}

void instance_close_unit(struct instance *instance, uint32_t class_id, uint32_t unit)
{
    add_triple(&instance->rows->closed, class_id, unit, 0);
}

void instance_add_wish(struct instance *instance, uint32_t student, uint32_t number, uint32_t unit)
{
    add_triple(&instance->rows->wishes, student, number, unit);
}

void instance_bar(struct instance *instance, uint32_t student, uint32_t unit,
                  enum obstacle obstacle)
{
    add_triple(&instance->rows->bars, student, unit, obstacle);
}

void instance_add_reach(struct instance *instance, uint32_t student, uint32_t municipality)
{
    add_triple(&instance->rows->reach, student, municipality, 0);
}

/* Finishing. */

__attribute__((format(printf, 2, 3))) static bool wrong(struct instance_rows *rows,
                                                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(rows->error, rows->error_size, format, arguments);
    va_end(arguments);
    return false;
}

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static int by_triple(const void *a, const void *b)
{
    const struct triple *one = a, *other = b;
    if (one->owner != other->owner)
        return one->owner < other->owner ? -1 : 1;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return (one->value > other->value) - (one->value < other->value);
}

/* Rows mostly come sorted from the database. */
static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    for (size_t i = 1; i < count; i++) {
        const char *item = (const char *)items + i * size;
        if (compare(item - size, item) > 0) {
            qsort(items, count, size, compare);
            return;
        }
    }
}

static uint32_t find(const void *items, size_t count, size_t size, uint32_t id)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t at = *(const uint32_t *)((const char *)items + middle * size);
        if (at == id)
            return (uint32_t)middle;
        if (at < id)
            low = middle + 1;
        else
            high = middle;
    }
    return INSTANCE_NONE;
}

/* The id is the first member of each of these rows. */
static bool sort_once(struct instance_rows *rows, const char *what, void *items, size_t count,
                      size_t size)
{
    sort(items, count, size, by_number);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *id = (const uint32_t *)((const char *)items + i * size);
        if (!*id)
            return wrong(rows, "a %s without number", what);
        if (i && *(const uint32_t *)((const char *)id - size) == *id)
            return wrong(rows, "%s %u twice", what, *id);
    }
    return true;
}

/* Distinct numbers above 0, ascending; the count. */
static uint32_t distinct(uint32_t *numbers, size_t count)
{
    uint32_t kept = 0;
    sort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 0; i < count; i++)
        if (numbers[i] && (!kept || numbers[kept - 1] != numbers[i]))
            numbers[kept++] = numbers[i];
    return kept;
}

/* Great circle, in whole kilometres; 0 when either is not known. */
static uint32_t kilometres(const struct place *a, const struct place *b)
{
    if (!a || !b)
        return 0;
    const double radian = 3.14159265358979323846 / 180, diameter = 12742; /* as in SQL */
    double north = sin((a->latitude - b->latitude) * radian / 2);
    double east = sin((a->longitude - b->longitude) * radian / 2);
    double part =
        north * north + cos(a->latitude * radian) * cos(b->latitude * radian) * east * east;
    return (uint32_t)lround(diameter * asin(sqrt(part < 1 ? part : 1)));
}

static void lay_distances(struct instance *instance)
{
    const struct instance_rows *rows = instance->rows;
    uint32_t count = instance->municipality_count;
    const struct place **places = heap_alloc(count * sizeof(struct place *));
    instance->km = heap_alloc((size_t)count * count * sizeof *instance->km);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = find(rows->places, rows->place_count, sizeof *rows->places,
                            instance->municipalities[i]);
        places[i] = row == INSTANCE_NONE ? NULL : &rows->places[row];
    }
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < i; j++) {
            uint32_t km = kilometres(places[i], places[j]);
            instance->km[(size_t)i * count + j] = instance->km[(size_t)j * count + i] = km;
            if (km > instance->farthest)
                instance->farthest = km;
        }
    free(places);
}

static bool lay_municipalities(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    if (!sort_once(rows, "municipality", rows->places, rows->place_count, sizeof *rows->places))
        return false;
    for (size_t i = 0; i < rows->place_count; i++) {
        const struct place *place = &rows->places[i];
        if (!(place->latitude >= -90 && place->latitude <= 90 && place->longitude >= -180 &&
              place->longitude <= 180))
            return wrong(rows, "municipality %u has no such place on earth", place->number);
    }
    size_t count = 0;
    uint32_t *numbers =
        heap_alloc((rows->unit_count + rows->student_count + rows->reach.count) * sizeof *numbers);
    for (size_t i = 0; i < rows->unit_count; i++)
        numbers[count++] = rows->units[i].municipality;
    for (size_t i = 0; i < rows->student_count; i++)
        numbers[count++] = rows->students[i].home;
    for (size_t i = 0; i < rows->reach.count; i++)
        numbers[count++] = rows->reach.items[i].key;
    instance->municipality_count = distinct(numbers, count);
    instance->municipalities = numbers;
    if (instance->municipality_count > INSTANCE_MUNICIPALITIES_MOST)
        return wrong(rows, "more than %d municipalities", INSTANCE_MUNICIPALITIES_MOST);
    lay_distances(instance);
    return true;
}

static uint32_t municipality_index(const struct instance *instance, uint32_t number)
{
    return find(instance->municipalities, instance->municipality_count,
                sizeof *instance->municipalities, number);
}

static bool lay_units(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    if (!sort_once(rows, "unit", rows->units, rows->unit_count, sizeof *rows->units))
        return false;
    if (rows->unit_count > INSTANCE_UNITS_MOST)
        return wrong(rows, "more than %d units", INSTANCE_UNITS_MOST);
    instance->unit_count = (uint32_t)rows->unit_count;
    instance->units = heap_alloc(rows->unit_count * sizeof *instance->units);
    for (size_t i = 0; i < rows->unit_count; i++) {
        const struct instance_unit_row *row = &rows->units[i];
        instance->units[i] = (struct instance_unit){
            row->id, row->capacity, municipality_index(instance, row->municipality), row->covers};
    }
    return true;
}

static bool lay_closed(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    uint32_t *classes = heap_alloc((rows->student_count + 1) * sizeof *classes);
    for (size_t i = 0; i < rows->student_count; i++)
        classes[i] = rows->students[i].class_id;
    instance->class_count = distinct(classes, rows->student_count);
    instance->classes = classes;
    if (!rows->closed.count)
        return true;
    size_t bits = (size_t)instance->class_count * instance->unit_count;
    if (bits > (size_t)1 << 30)
        return wrong(rows, "more classes times units than can be held");
    instance->closed = heap_alloc((bits / 64 + 1) * sizeof *instance->closed);
    for (size_t i = 0; i < rows->closed.count; i++) {
        const struct triple *row = &rows->closed.items[i];
        uint32_t class_number = find(classes, instance->class_count, sizeof *classes, row->owner);
        uint32_t unit = instance_unit_index(instance, row->key);
        size_t bit = (size_t)class_number * instance->unit_count + unit;
        if (class_number != INSTANCE_NONE && unit != INSTANCE_NONE)
            instance->closed[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    return true;
}

static bool lay_student(struct instance *instance, const struct instance_student_row *row,
                        struct instance_student *student)
{
    uint32_t shared = row->shared ? instance_unit_index(instance, row->shared) : INSTANCE_NONE;
    *student = (struct instance_student){
        .id = row->id,
        .class_number = find(instance->classes, instance->class_count, sizeof *instance->classes,
                             row->class_id),
        .home = municipality_index(instance, row->home),
        .group = row->group,
        .locked = row->locked ? instance_unit_index(instance, row->locked) : INSTANCE_NONE,
        .shared = row->shared && shared == INSTANCE_NONE ? INSTANCE_ELSEWHERE : shared,
        .needs = row->needs,
        .car = row->car};
    if (row->locked && student->locked == INSTANCE_NONE)
        return wrong(instance->rows, "student %u is locked at unit %u, which there is not", row->id,
                     row->locked);
    return true;
}

static bool lay_students(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    if (!sort_once(rows, "student", rows->students, rows->student_count, sizeof *rows->students))
        return false;
    if (rows->student_count > INSTANCE_STUDENTS_MOST)
        return wrong(rows, "more than %d students", INSTANCE_STUDENTS_MOST);
    instance->student_count = (uint32_t)rows->student_count;
    instance->students = heap_alloc(rows->student_count * sizeof *instance->students);
    for (size_t i = 0; i < rows->student_count; i++)
        if (!lay_student(instance, &rows->students[i], &instance->students[i]))
            return false;
    return true;
}

/* The student whose row it is; `from` moves along with the rows, which are sorted like the students. */
static struct instance_student *owner(struct instance *instance, uint32_t id, uint32_t *from)
{
    while (*from < instance->student_count && instance->students[*from].id < id)
        (*from)++;
    if (*from < instance->student_count && instance->students[*from].id == id)
        return &instance->students[*from];
    wrong(instance->rows, "a row of student %u, who is not there", id);
    return NULL;
}

static bool lay_wishes(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    struct triples *wishes = &rows->wishes;
    size_t places = 0;
    sort(wishes->items, wishes->count, sizeof *wishes->items, by_triple);
    uint32_t student_index = 0;
    for (size_t i = 0; i < wishes->count; i++) { /* lengths, before the room for them is taken */
        const struct triple *row = &wishes->items[i];
        struct instance_student *student = owner(instance, row->owner, &student_index);
        if (!student)
            return false;
        if (row->key < 1 || row->key > INSTANCE_WISHES_MOST)
            return wrong(rows, "student %u has a wish number %u", row->owner, row->key);
        if (student->wish_count == row->key)
            return wrong(rows, "student %u has two wishes number %u", row->owner, row->key);
        places += row->key - student->wish_count;
        student->wish_count = (uint8_t)row->key;
        if (row->key > instance->longest_list)
            instance->longest_list = row->key;
    }
    instance->wishes = heap_alloc((places + 1) * sizeof *instance->wishes);
    memset(instance->wishes, 0xff, places * sizeof *instance->wishes);
    uint32_t next = 0;
    for (uint32_t i = 0; i < instance->student_count; i++) {
        instance->students[i].wishes = next;
        next += instance->students[i].wish_count;
    }
    student_index = 0;
    for (size_t i = 0; i < wishes->count; i++) {
        const struct triple *row = &wishes->items[i];
        const struct instance_student *student = owner(instance, row->owner, &student_index);
        uint32_t *list = &instance->wishes[student->wishes],
                 unit = instance_unit_index(instance, row->value);
        for (uint32_t earlier = 0; unit != INSTANCE_NONE && earlier < row->key; earlier++)
            if (list[earlier] == unit)
                return wrong(rows, "student %u wishes unit %u twice", row->owner, row->value);
        list[row->key - 1] = unit;
    }
    return true;
}

static bool lay_bars(struct instance *instance)
{
    struct instance_rows *rows = instance->rows;
    struct triples *bars = &rows->bars;
    uint32_t count = 0, student_index = 0;
    sort(bars->items, bars->count, sizeof *bars->items, by_triple);
    instance->bars = heap_alloc((bars->count + 1) * sizeof *instance->bars);
    for (size_t i = 0; i < bars->count; i++) {
        const struct triple *row = &bars->items[i];
        struct instance_student *student = owner(instance, row->owner, &student_index);
        if (!student)
            return false;
        uint32_t unit = instance_unit_index(instance, row->key);
        if (unit == INSTANCE_NONE)
            continue;
        if (!student->bar_count)
            student->bars = count;
        if (student->bar_count && instance->bars[count - 1].unit == unit) {
            instance->bars[count - 1].obstacles |= row->value;
            continue;
        }
        if (student->bar_count == UINT16_MAX)
            return wrong(rows, "student %u has too many conflicts", row->owner);
        instance->bars[count++] = (struct instance_bar){unit, row->value};
        student->bar_count++;
    }
    return true;
}

static bool lay_reach(struct instance *instance)
{
    struct triples *reach = &instance->rows->reach;
    uint32_t count = 0, student_index = 0;
    sort(reach->items, reach->count, sizeof *reach->items, by_triple);
    instance->reach = heap_alloc((reach->count + 1) * sizeof *instance->reach);
    for (size_t i = 0; i < reach->count; i++) {
        const struct triple *row = &reach->items[i];
        struct instance_student *student = owner(instance, row->owner, &student_index);
        if (!student)
            return false;
        if (i && by_triple(row - 1, row) == 0)
            continue;
        if (!student->reach_count)
            student->reach = count;
        instance->reach[count++] = municipality_index(instance, row->key);
        student->reach_count++; /* at most as many as there are municipalities */
    }
    return true;
}

static void lay_criteria(struct instance *instance)
{
    struct instance_criterion *next = instance->criteria;
    *next++ = (struct instance_criterion){CRITERION_UNPLACED, 0};
    if (instance->order == ORDER_CHANGES_FIRST)
        *next++ = (struct instance_criterion){CRITERION_CHANGES, 0};
    if (instance->objective == OBJECTIVE_WEIGHTED)
        *next++ = (struct instance_criterion){CRITERION_WISHES, 0};
    else
        for (uint32_t rank = 1; rank <= instance->longest_list; rank++)
            *next++ = (struct instance_criterion){CRITERION_WORSE, rank};
    *next++ = (struct instance_criterion){CRITERION_TRAVEL, 0};
    if (instance->order == ORDER_WISHES_FIRST)
        *next++ = (struct instance_criterion){CRITERION_CHANGES, 0};
    *next++ = (struct instance_criterion){CRITERION_LOT, 0};
    instance->criterion_count = (uint32_t)(next - instance->criteria);
}

bool instance_finish(struct instance *instance, char *error, size_t size)
{
    assert(instance->rows);
    instance->rows->error = error;
    instance->rows->error_size = size;
    bool fine = lay_municipalities(instance) && lay_units(instance) && lay_closed(instance) &&
                lay_students(instance) && lay_wishes(instance) && lay_bars(instance) &&
                lay_reach(instance);
    rows_free(instance);
    lay_criteria(instance);
    return fine;
}

uint32_t instance_student_index(const struct instance *instance, uint32_t id)
{
    return find(instance->students, instance->student_count, sizeof *instance->students, id);
}

uint32_t instance_unit_index(const struct instance *instance, uint32_t id)
{
    return find(instance->units, instance->unit_count, sizeof *instance->units, id);
}
