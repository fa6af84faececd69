/* The search on instances too large to go through: what must be equal, in whatever way it was found; and what goes in and out
 * of it as text and bytes. */
#include "../../fcgi/allocate/format.h"
#include "../../fcgi/allocate/sample.h"
#include "../../fcgi/allocate/search.h"
#include "../../fcgi/base/buffer.h"
#include "support_allocate.h"
#include "support_unit.h"

#include <stdlib.h>
#include <string.h>

static struct instance *read_text(const char *text, char *error, size_t size)
{
    FILE *file = fmemopen((void *)(uintptr_t)text, strlen(text), "r");
    assert_non_null(file);
    struct instance *instance = format_read(file, error, size);
    fclose(file);
    return instance;
}

static struct instance *instance_of(const char *text)
{
    char error[200] = "";
    struct instance *instance = read_text(text, error, sizeof error);
    assert_string_equal(error, "");
    return instance;
}

static struct instance *sample(struct sample_shape shape)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    sample_write(file, &shape);
    fclose(file);
    struct instance *instance = instance_of(text);
    free(text);
    return instance;
}

static struct allocation *solved(const struct instance *instance,
                                 const struct allocate_start *start)
{
    struct certificate certificate;
    struct allocation *allocation = allocate(instance, &(struct allocate_options){.start = start});
    const char *found = check_allocation(instance, allocation);
    if (found)
        fail_msg("%s", found);
    assert_true(allocate_certify(instance, allocation, &certificate));
    assert_int_equal(certificate.violations, 0);
    uint64_t free = 0;
    for (uint32_t student = 0; student < instance->student_count; student++)
        free += instance->students[student].locked == INSTANCE_NONE;
    assert_int_equal(certificate.pairs, free * instance->unit_count);
    assert_int_equal(digits_compare(&certificate.total, &certificate.dual), 0);
    return allocation;
}

static void assert_same(const struct allocation *one, const struct allocation *other)
{
    assert_int_equal(digits_compare(&one->total, &other->total), 0);
    assert_memory_equal(one->units, other->units, one->student_count * sizeof *one->units);
}

/* Enough, short, very short; both objectives. */
static const struct sample_shape shapes[] = {
    {.students = 200, .units = 30, .wishes = 5, .places = 1100, .seed = 1},
    {.students = 200, .units = 30, .wishes = 5, .places = 1000, .seed = 2},
    {.students = 200, .units = 30, .wishes = 5, .places = 800, .seed = 3},
    {.students = 200, .units = 30, .wishes = 3, .places = 300, .seed = 4},
    {.students = 200, .units = 100, .wishes = 8, .places = 900, .seed = 5, .rank_maximal = true},
    {.students = 200, .units = 30, .wishes = 4, .places = 1050, .seed = 6, .rank_maximal = true},
    {.students = 60, .units = 60, .wishes = 1, .places = 1000, .seed = 7},
    {.students = 400, .units = 10, .wishes = 10, .places = 950, .seed = 8}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static void samples_are_solved_and_proven(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct instance *instance = sample(shapes[i]);
        struct allocation *first = solved(instance, NULL), *second = solved(instance, NULL);
        assert_same(first, second);
        assert_true(first->placed > 0 && first->overfull == 0);
        allocation_free(first);
        allocation_free(second);
        instance_free(instance);
    }
}

/* Both widths on a layout that is the same but for the room between the digits. */
static void both_widths_say_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        struct instance *instance = sample(shapes[i]);
        struct layout layout = {.count = instance->criterion_count};
        struct allocation *allocation = solved(instance, NULL);
        struct allocation *wide = solved(instance, NULL);
        memset(wide->units, 0, wide->student_count * sizeof *wide->units);
        memset(wide->prices, 0, wide->unit_count * sizeof *wide->prices);
        for (uint32_t c = layout.count; c-- > 0;) {
            layout.shift[c] = layout.total;
            layout.bits[c] = 41;
            layout.total = (uint16_t)(layout.total + 41);
        }
        assert_true(search_wide(instance, &layout, NULL, wide));
        assert_same(allocation, wide);
        struct certificate certificate = {0};
        certify_wide(instance, &layout, wide, &certificate);
        assert_int_equal(certificate.violations, 0);
        wide->units[0] = wide->units[0] == 0 ? 1 : 0;
        certify_wide(instance, &layout, wide, &certificate);
        assert_true(certificate.violations > 0);
        allocation_free(allocation);
        allocation_free(wide);
        instance_free(instance);
    }
}

static void bend(struct instance *instance, uint64_t *chance)
{
    for (int i = 0; i < 3; i++) {
        struct instance_unit *unit = &instance->units[trial_chance(chance, instance->unit_count)];
        struct instance_student *student =
            &instance->students[trial_chance(chance, instance->student_count)];
        switch (trial_chance(chance, 5)) {
        case 0:
            unit->capacity = 0;
            break;
        case 1:
            unit->capacity += (uint32_t)trial_chance(chance, 6);
            break;
        case 2: /* another need: out of where they are, perhaps */
            student->needs ^= (uint64_t)1 << trial_chance(chance, 5);
            break;
        case 3:
            student->wish_count = 0;
            break;
        default:
            student->locked = (uint32_t)trial_chance(chance, instance->unit_count);
        }
    }
}

static void a_start_from_any_result_leads_to_the_same(void **state)
{
    (void)state;
    uint64_t chance = 11;
    for (int round = 0; round < 120; round++) {
        struct instance *instance = sample(shapes[(size_t)round % SHAPES]);
        struct allocation *before = solved(instance, NULL);
        struct allocate_start *start = allocate_start_new(instance, before);
        bend(instance, &chance);
        struct allocation *cold = solved(instance, NULL), *warm = solved(instance, start);
        assert_same(cold, warm);
        allocation_free(before);
        allocation_free(cold);
        allocation_free(warm);
        allocate_start_free(start);
        instance_free(instance);
    }
}

static void order_criteria(struct instance *instance, enum criterion first, enum criterion second,
                           enum criterion third)
{
    instance->order = first == CRITERION_CHANGES ? ORDER_CHANGES_FIRST : ORDER_WISHES_FIRST;
    instance->criteria[1].kind = first;
    instance->criteria[2].kind = second;
    instance->criteria[3].kind = third;
}

static uint32_t moves(const struct allocation *before, const struct allocation *after)
{
    uint32_t count = 0;
    for (uint32_t student = 0; student < before->student_count; student++)
        count += before->units[student] != INSTANCE_NONE &&
                 after->units[student] != before->units[student];
    return count;
}

/* What was shared stays where it can when changes count before wishes. */
static void a_withdrawal_after_sharing_moves_few(void **state)
{
    (void)state;
    struct instance *instance = sample(shapes[0]);
    struct allocation *before = solved(instance, NULL);
    uint32_t most = 0, counts[30] = {0};
    for (uint32_t student = 0; student < instance->student_count; student++)
        if ((instance->students[student].shared = before->units[student]) < 30)
            counts[before->units[student]]++;
    for (uint32_t unit = 0; unit < 30; unit++)
        most = counts[unit] > counts[most] ? unit : most;
    order_criteria(instance, CRITERION_CHANGES, CRITERION_WISHES, CRITERION_TRAVEL);
    struct allocation *still = solved(instance, NULL);
    assert_int_equal(moves(before, still), 0);
    instance->units[most].capacity = 0;
    struct allocation *after = solved(instance, NULL);
    assert_true(moves(before, after) >= counts[most]);
    assert_int_equal(moves(before, after), after->total.digit[1]);
    order_criteria(instance, CRITERION_WISHES, CRITERION_TRAVEL, CRITERION_CHANGES);
    struct allocation *anew = solved(instance, NULL);
    assert_true(moves(before, anew) > moves(before, after));
    assert_int_equal(anew->placed, after->placed);
    allocation_free(before);
    allocation_free(still);
    allocation_free(after);
    allocation_free(anew);
    instance_free(instance);
}

static bool stop_at(void *context, uint32_t done, uint32_t all)
{
    uint32_t *calls = context;
    assert_true(done <= all);
    return ++*calls < 2;
}

static void it_can_be_stopped(void **state)
{
    (void)state;
    uint32_t calls = 0;
    struct instance *instance = sample((struct sample_shape){
        .students = 1000, .units = 50, .wishes = 3, .places = 1000, .seed = 1});
    assert_null(
        allocate(instance, &(struct allocate_options){.progress = stop_at, .context = &calls}));
    assert_int_equal(calls, 2);
    instance_free(instance);
}

static void locked_students_stay_over_capacity(void **state)
{
    (void)state;
    struct instance *instance =
        instance_of("allocation 1\n"
                    "unit 1 capacity 1\nunit 2 capacity 1\n"
                    "student 1 locked 1 wishes 2\nstudent 2 locked 1\nstudent 3 wishes 1\n");
    struct allocation *allocation = solved(instance, NULL);
    assert_int_equal(allocation->units[0], 0);
    assert_int_equal(allocation->units[1], 0);
    assert_int_equal(allocation->units[2], 1);
    assert_int_equal(allocation->placed, 3);
    assert_int_equal(allocation->overfull, 1);
    allocation_free(allocation);
    instance_free(instance);
}

static void nobody_and_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "allocation 1\n", "allocation 1\nunit 1 capacity 5\n", "allocation 1\nstudent 1 wishes 3\n",
        "allocation 1\nobjective rank_maximal\nstudent 1\nunit 1 capacity 0\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct instance *instance = instance_of(texts[i]);
        struct allocation *allocation = solved(instance, NULL);
        assert_int_equal(allocation->placed, 0);
        assert_int_equal(allocation->total.digit[0], instance->student_count);
        allocation_free(allocation);
        instance_free(instance);
    }
}

static void results_are_kept_as_bytes(void **state)
{
    (void)state;
    struct instance *instance = sample(shapes[4]);
    struct allocation *allocation = solved(instance, NULL);
    struct allocate_start *start = allocate_start_new(instance, allocation);
    struct buffer bytes;
    buffer_init(&bytes, 1 << 20);
    allocate_start_write(start, &bytes);
    struct allocate_start *read = allocate_start_read(bytes.bytes, bytes.length);
    assert_non_null(read);
    assert_int_equal(read->objective, OBJECTIVE_RANK_MAXIMAL);
    assert_int_equal(read->criterion_count, instance->criterion_count);
    assert_memory_equal(read->unit_ids, start->unit_ids, start->unit_count * sizeof(uint32_t));
    assert_memory_equal(read->prices, start->prices, start->unit_count * sizeof(struct digits));
    assert_memory_equal(read->student_ids, start->student_ids,
                        start->student_count * sizeof(uint32_t));
    assert_memory_equal(read->student_units, start->student_units,
                        start->student_count * sizeof(uint32_t));
    allocate_start_free(read);
    for (size_t length = 0; length < bytes.length; length++)
        assert_null(allocate_start_read(bytes.bytes, length));
    buffer_char(&bytes, '\0');
    assert_null(allocate_start_read(bytes.bytes, bytes.length));
    assert_null(allocate_start_read("allocation\2\0\0\0\0\0", 16));
    buffer_free(&bytes);
    allocate_start_free(start);
    allocation_free(allocation);
    instance_free(instance);
}

static void text_says_it_all(void **state)
{
    (void)state;
    struct instance *instance = instance_of(
        "allocation 1\n# a comment\n\nseed 18446744073709551615\nobjective rank_maximal\norder "
        "changes\n"
        "limit 60\nlimit_car 120\nmunicipality 4601 60.3930 5.3242\nmunicipality 4602 61.5996 "
        "5.0328\r\n"
        "unit 7 municipality 4601 covers 0,3 capacity 2\nunit 5 capacity 1 municipality 4602\n"
        "student 9 home 4601 car class 3 needs 3 wishes 7,-,5 earlier 5 conflict 5,8 reach 4602 "
        "shared 8 group 2\n"
        "student 4 locked 5\nclosed 3 7\n");
    const struct instance_student *student = &instance->students[1];
    assert_int_equal(instance->seed, UINT64_MAX);
    assert_int_equal(instance->criterion_count, 7);
    assert_int_equal(instance->criteria[1].kind, CRITERION_CHANGES);
    assert_int_equal(instance->criteria[4].rank, 3);
    assert_int_equal(student->id, 9);
    assert_int_equal(student->group, 2);
    assert_int_equal(student->shared, INSTANCE_ELSEWHERE);
    assert_int_equal(student->wish_count, 3);
    assert_int_equal(instance_rank(instance, 1, 0), 3);
    assert_int_equal(instance_rank(instance, 1, INSTANCE_NONE), 4);
    assert_int_equal(instance_km(instance, 1, 0), 135);
    assert_int_equal(instance_obstacles(instance, 1, 0),
                     OBSTACLE_CONFLICT | OBSTACLE_EARLIER | OBSTACLE_REQUIREMENT | OBSTACLE_TRAVEL);
    assert_int_equal(instance_obstacles(instance, 1, 1), OBSTACLE_CLOSED);
    assert_int_equal(instance_obstacles(instance, 0, 1), OBSTACLE_LOCKED);
    assert_int_equal(instance_student_index(instance, 9), 1);
    assert_int_equal(instance_unit_index(instance, 6), INSTANCE_NONE);
    instance_free(instance);
}

static void wrong_text_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } rows[] = {
        {"hello\n", "line 1: this is no allocation; it begins with `allocation 1`"},
        {"allocation 1\nbed 1\n", "line 2: no such row: bed"},
        {"allocation 1\nseed -1\n", "line 2: no such seed: -1"},
        {"allocation 1\nseed 99999999999999999999\n", "line 2: no such seed: 99999999999999999999"},
        {"allocation 1\nlimit 0\n", "line 2: no such number: 0"},
        {"allocation 1\norder none\n", "line 2: no such choice: none"},
        {"allocation 1\nunit 1\n", "line 2: a unit without capacity"},
        {"allocation 1\nunit 0 capacity 1\n", "line 2: no such number: 0"},
        {"allocation 1\nunit 1 capacity\n", "line 2: no such word of a unit: capacity"},
        {"allocation 1\nunit 1 capacity 1 covers 64\n", "line 2: no such number: 64"},
        {"allocation 1\nunit 1 capacity 1\nunit 1 capacity 1\n", "unit 1 twice"},
        {"allocation 1\nstudent 1\nstudent 1\n", "student 1 twice"},
        {"allocation 1\nstudent 1 wishes\n", "line 2: nothing after: wishes"},
        {"allocation 1\nstudent 1 cat 1\n", "line 2: no such word of a student: cat"},
        {"allocation 1\nstudent 1 wishes 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21\n",
         "student 1 has a wish number 21"},
        {"allocation 1\nunit 1 capacity 1\nstudent 1 wishes 1,1\n",
         "student 1 wishes unit 1 twice"},
        {"allocation 1\nstudent 1 wishes 1 wishes 2\n", "student 1 has two wishes number 1"},
        {"allocation 1\nstudent 1 locked 4\n", "student 1 is locked at unit 4, which there is not"},
        {"allocation 1\nmunicipality 1 91 0\n", "municipality 1 has no such place on earth"},
        {"allocation 1\nmunicipality 1 0x10 0\n", "line 2: no such degrees: 0x10"},
        {"allocation 1\nclosed 1 2 3\n", "line 2: more than belongs there: 3"},
    };
    char error[200];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_null(read_text(rows[i].text, error, sizeof error));
        assert_string_equal(error, rows[i].error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(samples_are_solved_and_proven),
                                       cmocka_unit_test(both_widths_say_the_same),
                                       cmocka_unit_test(a_start_from_any_result_leads_to_the_same),
                                       cmocka_unit_test(a_withdrawal_after_sharing_moves_few),
                                       cmocka_unit_test(it_can_be_stopped),
                                       cmocka_unit_test(locked_students_stay_over_capacity),
                                       cmocka_unit_test(nobody_and_nothing),
                                       cmocka_unit_test(results_are_kept_as_bytes),
                                       cmocka_unit_test(text_says_it_all),
                                       cmocka_unit_test(wrong_text_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
