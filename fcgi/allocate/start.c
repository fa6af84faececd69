/* Results kept for a later run. As bytes: "allocation\1", then whole numbers of seven bits a byte, the lowest first, the
 * eighth bit set on all but the last; ids as differences, digits with their sign lowest. */
#include "allocate.h"

#include "../base/buffer.h"
#include "../base/heap.h"

#include <stdlib.h>
#include <string.h>

static const char mark[] = "allocation\1";

static struct allocate_start *start_of(uint32_t unit_count, uint32_t student_count)
{
    struct allocate_start *start = heap_alloc(sizeof *start);
    start->unit_count = unit_count;
    start->student_count = student_count;
    start->unit_ids = heap_alloc(unit_count * sizeof *start->unit_ids);
    start->prices = heap_alloc(unit_count * sizeof *start->prices);
    start->student_ids = heap_alloc(student_count * sizeof *start->student_ids);
    start->student_units = heap_alloc(student_count * sizeof *start->student_units);
    return start;
}

void allocate_start_free(struct allocate_start *start)
{
    if (!start)
        return;
    free(start->unit_ids);
    free(start->prices);
    free(start->student_ids);
    free(start->student_units);
    free(start);
}

struct allocate_start *allocate_start_new(const struct instance *instance,
                                          const struct allocation *allocation)
{
    struct allocate_start *start = start_of(instance->unit_count, instance->student_count);
    start->objective = instance->objective;
    start->order = instance->order;
    start->criterion_count = instance->criterion_count;
    for (uint32_t i = 0; i < instance->unit_count; i++)
        start->unit_ids[i] = instance->units[i].id;
    for (uint32_t i = 0; i < instance->student_count; i++)
        start->student_ids[i] = instance->students[i].id;
    memcpy(start->prices, allocation->prices, instance->unit_count * sizeof *start->prices);
    memcpy(start->student_units, allocation->units,
           instance->student_count * sizeof *start->student_units);
    return start;
}

static void write_number(struct buffer *buffer, uint64_t number)
{
    for (; number > 127; number >>= 7)
        buffer_char(buffer, (char)((number & 127) | 128));
    buffer_char(buffer, (char)number);
}

static void write_signed(struct buffer *buffer, int64_t number)
{
    write_number(buffer, number < 0 ? (~(uint64_t)number << 1) | 1 : (uint64_t)number << 1);
}

void allocate_start_write(const struct allocate_start *start, struct buffer *buffer)
{
    buffer_add(buffer, mark, sizeof mark - 1);
    write_number(buffer, start->objective);
    write_number(buffer, start->order);
    write_number(buffer, start->criterion_count);
    write_number(buffer, start->unit_count);
    write_number(buffer, start->student_count);
    for (uint32_t i = 0; i < start->unit_count; i++) {
        write_number(buffer, start->unit_ids[i] - (i ? start->unit_ids[i - 1] : 0));
        for (uint32_t j = 0; j < start->criterion_count; j++)
            write_signed(buffer, start->prices[i].digit[j]);
    }
    for (uint32_t i = 0; i < start->student_count; i++) {
        write_number(buffer, start->student_ids[i] - (i ? start->student_ids[i - 1] : 0));
        write_number(buffer,
                     start->student_units[i] == INSTANCE_NONE ? 0 : start->student_units[i] + 1);
    }
}

struct bytes {
    const unsigned char *next, *end;
    bool bad;
};

static uint64_t read_number(struct bytes *bytes, uint64_t most)
{
    uint64_t number = 0;
    for (unsigned shift = 0; bytes->next < bytes->end && shift < 63; shift += 7) {
        unsigned char byte = *bytes->next++;
        number |= (uint64_t)(byte & 127) << shift;
        if (byte < 128 && number <= most)
            return number;
        if (byte < 128)
            break;
    }
    bytes->bad = true;
    return 0;
}

static int64_t read_signed(struct bytes *bytes)
{
    uint64_t number = read_number(bytes, UINT64_MAX >> 1);
    return number & 1 ? -(int64_t)(number >> 1) - 1 : (int64_t)(number >> 1);
}

/* The next of ascending ids above 0. */
static uint32_t read_id(struct bytes *bytes, uint32_t before)
{
    uint64_t step = read_number(bytes, INSTANCE_ELSEWHERE - 1 - before);
    bytes->bad = bytes->bad || !step;
    return before + (uint32_t)step;
}

static void read_rows(struct bytes *bytes, struct allocate_start *start)
{
    for (uint32_t i = 0; i < start->unit_count && !bytes->bad; i++) {
        start->unit_ids[i] = read_id(bytes, i ? start->unit_ids[i - 1] : 0);
        for (uint32_t j = 0; j < start->criterion_count; j++)
            start->prices[i].digit[j] = read_signed(bytes);
    }
    for (uint32_t i = 0; i < start->student_count && !bytes->bad; i++) {
        start->student_ids[i] = read_id(bytes, i ? start->student_ids[i - 1] : 0);
        uint64_t unit = read_number(bytes, start->unit_count);
        start->student_units[i] = unit ? (uint32_t)unit - 1 : INSTANCE_NONE;
    }
}

struct allocate_start *allocate_start_read(const void *data, size_t length)
{
    struct bytes bytes = {data, (const unsigned char *)data + length, false};
    if (length < sizeof mark - 1 || memcmp(data, mark, sizeof mark - 1) != 0)
        return NULL;
    bytes.next += sizeof mark - 1;
    uint64_t objective = read_number(&bytes, OBJECTIVE_RANK_MAXIMAL);
    uint64_t order = read_number(&bytes, ORDER_CHANGES_FIRST);
    uint64_t criteria = read_number(&bytes, INSTANCE_CRITERIA_MOST);
    uint64_t units = read_number(&bytes, INSTANCE_UNITS_MOST);
    uint64_t students = read_number(&bytes, INSTANCE_STUDENTS_MOST);
    size_t left = (size_t)(bytes.end - bytes.next); /* room is taken only for what can be there */
    if (bytes.bad || units > left || students > left)
        return NULL;
    struct allocate_start *start = start_of((uint32_t)units, (uint32_t)students);
    start->objective = (enum instance_objective)objective;
    start->order = (enum instance_order)order;
    start->criterion_count = (uint32_t)criteria;
    read_rows(&bytes, start);
    if (!bytes.bad && bytes.next == bytes.end)
        return start;
    allocate_start_free(start);
    return NULL;
}
