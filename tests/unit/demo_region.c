/* The demonstration region: repeatable, and true to itself before a row of it is written. */
#include "../../fcgi/demo/exam.h"
#include "../../fcgi/demo/load.h"
#include "../../fcgi/demo/tell.h"
#include "support_unit.h"

#include <stdlib.h>
#include <string.h>

enum { KNOWN_ORDERS_AFTER = 10 }; /* of the activities that are allocated, beside those asked for */

static struct arena *arena;

static struct world *told(int students, int sites, int orders)
{
    struct world *world = arena_zero(arena, sizeof *world);

    world->arena = arena;
    world->chance.state = 0x70726178;
    world->today = day_number((struct date){2026, 11, 21});
    world->students = students;
    world->sites_wanted = sites;
    world->orders_wanted = orders;
    world_tell(world);
    return world;
}

static void days_go_both_ways(void **state)
{
    (void)state;
    assert_int_equal(day_number((struct date){1970, 1, 1}), 0);
    assert_int_equal(day_number((struct date){2026, 11, 21}), 20778);
    for (int64_t day = 10000; day < 30000; day += 13) {
        assert_int_equal(day_number(day_date(day)), day);
        assert_int_equal(date_weekday(day_date(day_monday(day))), 1);
        assert_in_range(day - day_monday(day), 0, 6);
    }
}

static void chance_repeats_and_stays_within(void **state)
{
    (void)state;
    struct chance one = {7}, same = {7}, other = {8};
    bool differs = false;

    for (int i = 0; i < 1000; i++) {
        uint64_t value = chance_next(&one);
        assert_true(value == chance_next(&same));
        differs = differs || value != chance_next(&other);
        assert_in_range(chance_between(&one, 3, 5), 3, 5);
        chance_between(&same, 3, 5);
    }
    assert_true(differs);
}

/* The rule of the real series, written anew: both weighted sums divide by eleven. */
static bool control_digits_hold(const char *number)
{
    static const int first[] = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    static const int second[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int one = 0, two = 0;

    for (int i = 0; i < 10; i++)
        one += first[i] * (number[i] - '0');
    for (int i = 0; i < 11; i++)
        two += second[i] * (number[i] - '0');
    return one % 11 == 0 && two % 11 == 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void identity_numbers_are_synthetic_valid_and_different(void **state)
{
    (void)state;
    enum { COUNT = 60000 };
    char(*numbers)[IDENTITY_NUMBER] = malloc(sizeof(char[COUNT][IDENTITY_NUMBER]));

    assert_non_null(numbers);
    for (int n = 0; n < COUNT; n++) {
        identity_number(numbers[n], n);
        assert_int_equal(strspn(numbers[n], "0123456789"), 11);
        assert_true(control_digits_hold(numbers[n]));
        int month = (numbers[n][2] - '0') * 10 + numbers[n][3] - '0';
        assert_in_range(month, 81, 92);
    }
    qsort(numbers, COUNT, sizeof numbers[0], by_text);
    for (int n = 1; n < COUNT; n++)
        assert_string_not_equal(numbers[n - 1], numbers[n]);
    free(numbers);
}

static void the_same_numbers_give_the_same_region(void **state)
{
    (void)state;
    const struct world *one = told(300, 40, 240), *same = told(300, 40, 240);

    assert_int_equal(one->events_count, same->events_count);
    for (int i = 0; i < one->events_count; i++) {
        assert_true(one->events[i].at == same->events[i].at);
        assert_int_equal(one->events[i].thing_id, same->events[i].thing_id);
        assert_string_equal(one->events[i].kind, same->events[i].kind);
    }
    for (int i = 0; i < one->sites_count; i++)
        assert_string_equal(one->sites[i].name, same->sites[i].name);
    assert_int_equal(one->chance.state, same->chance.state);
}

/* What the activities count is what their orders say. */
static void counts_are_true(const struct world *world)
{
    int *confirmed = arena_zero(arena, sizeof(int) * (size_t)world->activities_count);
    int *unanswered = arena_zero(arena, sizeof(int) * (size_t)world->activities_count);
    int *asked = arena_zero(arena, sizeof(int) * (size_t)world->activities_count);

    for (int i = 0; i < world->orders_count; i++) {
        const struct order *order = &world->orders[i];
        confirmed[order->activity - 1] += order->confirmed;
        unanswered[order->activity - 1] += order->state == ORDER_SENT;
        if (order->state != ORDER_DRAFT && order->state != ORDER_WITHDRAWN)
            asked[order->activity - 1] += order->places;
    }
    for (int i = 0; i < world->activities_count; i++) {
        const struct activity *activity = &world->activities[i];
        assert_int_equal(activity->confirmed, confirmed[i]);
        assert_int_equal(activity->unanswered, unanswered[i]);
        assert_int_equal(activity->ordered, asked[i]);
        assert_in_range(activity->wanted, 1, 999);
        assert_true(activity->ends > activity->starts && activity->ends - activity->starts <= 366);
    }
}

/* Capacity of answered orders sums up, on open units of the order's own site that have none below. */
static void capacity_is_true(const struct world *world)
{
    int *offered = arena_zero(arena, sizeof(int) * (size_t)world->orders_count);

    for (int i = 0; i < world->capacities_count; i++) {
        const struct capacity *capacity = &world->capacities[i];
        const struct unit *unit = &world->units[capacity->unit - 1];
        assert_int_equal(unit->site, world->orders[capacity->order - 1].site);
        assert_true(unit->leaf && !unit->closed_on && capacity->places > 0);
        offered[capacity->order - 1] += capacity->places;
    }
    for (int i = 0; i < world->orders_count; i++) {
        const struct order *order = &world->orders[i];
        assert_int_equal(order->answer != ANSWER_NONE,
                         order->state == ORDER_ANSWERED || order->state == ORDER_CLOSED);
        if (order->answer == ANSWER_CONFIRMED)
            assert_int_equal(order->confirmed, offered[i]);
        else
            assert_int_equal(order->confirmed, 0);
    }
}

/* An order's events are its versions, one by one, each later than the one before, none in the future. */
static void histories_are_true(const struct world *world)
{
    int *version = arena_zero(arena, sizeof(int) * (size_t)world->orders_count);
    int64_t *at = arena_zero(arena, sizeof(int64_t) * (size_t)world->orders_count);

    for (int i = 0; i < world->events_count; i++) {
        const struct event *event = &world->events[i];
        assert_true(event->at < world->today * 86400);
        assert_true((event->person > 0 && event->person <= world->people) ||
                    event->person == exam_person(world, EXAM_PLANNER));
        if (strcmp(event->thing, "order") != 0)
            continue;
        const struct activity *activity = &world->activities[event->activity - 1];
        assert_int_equal(event->version, ++version[event->thing_id - 1]);
        assert_true(event->at > at[event->thing_id - 1] && event->at > activity->created_at);
        at[event->thing_id - 1] = event->at;
    }
    for (int i = 0; i < world->orders_count; i++)
        assert_int_equal(world->orders[i].version, version[i]);
}

/* One place a student and period, within what was confirmed, at units that have what is asked for; wishes from 1 on. */
static void placements_are_true(const struct world *world)
{
    int *left = arena_zero(arena, sizeof(int) * (size_t)world->units_count);

    for (int a = 1; a <= world->activities_count; a++) {
        const struct activity *activity = &world->activities[a - 1];
        for (int i = 0; i < world->capacities_count; i++)
            if (world->orders[world->capacities[i].order - 1].activity == a)
                left[world->capacities[i].unit - 1] = 0;
        for (int i = 0; activity->registrations && i < world->capacities_count; i++) {
            const struct order *order = &world->orders[world->capacities[i].order - 1];
            if (order->activity == a && order->answer == ANSWER_CONFIRMED)
                left[world->capacities[i].unit - 1] += world->capacities[i].places;
        }
        for (int i = 0; i < activity->registrations; i++) {
            int id = activity->first_registration + i;
            const struct registration *has = &world->registrations[id - 1];
            assert_int_equal(has->activity, a);
            assert_int_equal(has->shared.unit != 0, activity->plan.shared_at != 0);
            if (!has->shared.unit)
                continue;
            assert_true(left[has->shared.unit - 1]-- > 0);
            assert_int_equal(
                activity->requirements & ~world->units[has->shared.unit - 1].requirements, 0);
        }
    }
}

static bool overlap(const struct world *world, const struct registration *one,
                    const struct registration *other)
{
    const struct activity *a = &world->activities[one->activity - 1],
                          *b = &world->activities[other->activity - 1];
    int64_t one_starts = one->class ? world->classes[one->class - 1].starts : a->starts;
    int64_t one_ends = one->class ? world->classes[one->class - 1].ends : a->ends;
    int64_t other_starts = other->class ? world->classes[other->class - 1].starts : b->starts;
    int64_t other_ends = other->class ? world->classes[other->class - 1].ends : b->ends;

    return one_starts <= other_ends && other_starts <= one_ends;
}

static void students_are_in_one_place(const struct world *world)
{
    for (int id = 1; id <= world->registrations_count; id++) {
        const struct registration *one = &world->registrations[id - 1];
        for (int p = one->previous; p; p = world->registrations[p - 1].previous) {
            assert_true(p < id);
            assert_int_equal(one->person, world->registrations[p - 1].person);
            assert_false(overlap(world, one, &world->registrations[p - 1]));
        }
    }
    for (int i = 1; i < world->wishes_count; i++) {
        const struct wish *before = &world->wishes[i - 1], *wish = &world->wishes[i];
        assert_int_equal(wish->number,
                         wish->registration == before->registration ? before->number + 1 : 1);
    }
}

/* The demonstration student is where the demonstration supervisor is, and is asked what to wish; an activity waits for its
 * allocation, and in another one somebody has moved since it was shared. */
static void the_steps_of_allocation_are_there(void **state)
{
    (void)state;
    const struct world *world = told(300, 40, 240);
    const struct registration *first = &world->registrations[0];
    const struct activity *ready = &world->activities[world->ready - 1];
    int moved = 0, wished = 0;

    assert_int_equal(first->person, SIGN_IN_STUDENT);
    assert_int_equal(first->activity, world->activity_of_student);
    assert_int_equal(first->shared.supervisor, SIGN_IN_VEILEDER);
    assert_int_equal(first->shared.unit, world->unit_of_supervisor);
    assert_int_equal(
        world->registrations[world->activities[world->asking - 1].first_registration - 1].person,
        SIGN_IN_STUDENT);
    assert_in_range(ready->registrations, 38, 44);
    assert_true(ready->plan.wishes_to < world->today && ready->starts > world->today);
    assert_true(ready->confirmed >= ready->registrations);
    for (int i = 0; i < ready->registrations; i++)
        wished += world->registrations[ready->first_registration - 1 + i].wishes_at != 0;
    assert_true(wished > 30 && wished < ready->registrations);
    for (int i = 0; i < world->registrations_count; i++)
        if (world->registrations[i].shared.unit)
            moved += world->registrations[i].shared.unit != world->registrations[i].working.unit;
    assert_int_equal(moved, 2);
    assert_true(world->needs_count > 0 && world->conflicts_count > 0 && world->groups_count > 0);
}

static void every_state_occurs(const struct world *world)
{
    int states[5] = {0}, overdue = 0, partly = 0, declined = 0, drafts = 0, planned = 0;

    for (int i = 0; i < world->orders_count; i++) {
        const struct order *order = &world->orders[i];
        states[order->state]++;
        overdue += order->state == ORDER_SENT && order->due_on < world->today;
        partly += order->answer == ANSWER_CONFIRMED && order->confirmed < order->places;
        declined += order->answer == ANSWER_DECLINED;
    }
    for (int i = 0; i < 5; i++)
        assert_true(states[i] > 0);
    for (int i = 0; i < world->activities_count; i++) {
        drafts += world->activities[i].drafts > 0;
        planned += world->activities[i].orders == 0;
    }
    assert_true(overdue > 0 && partly > 0 && declined > 0 && drafts > 0 && planned > 0);
}

static void the_small_region_is_true(void **state)
{
    (void)state;
    const struct world *world = told(300, 40, 240);

    assert_int_equal(world->sites_count, 40);
    assert_int_equal(world->orders_count, 240 + KNOWN_ORDERS_AFTER);
    assert_int_equal(world->hundred, 0);
    counts_are_true(world);
    capacity_is_true(world);
    histories_are_true(world);
    every_state_occurs(world);
    placements_are_true(world);
    students_are_in_one_place(world);
}

static void the_large_region_is_true(void **state)
{
    (void)state;
    const struct world *world = told(30000, 1000, 5000);
    int in_biggest = 0, hundred = 0;

    assert_int_equal(world->sites_count, 1000);
    assert_int_equal(world->orders_count, 5000 + KNOWN_ORDERS_AFTER);
    for (int i = 0; i < world->activities_count; i++)
        in_biggest += world->activities[i].institution == 1;
    for (int i = 0; i < world->orders_count; i++)
        hundred += world->orders[i].activity == world->hundred;
    assert_true(in_biggest >= 5000);
    assert_int_equal(hundred, 100);
    counts_are_true(world);
    capacity_is_true(world);
    histories_are_true(world);
    students_are_in_one_place(world);
    assert_true(world->registrations_count > 12000);
}

/* Site 1's coordinator has something to do, one of it late; institution 1 has it on both sides. */
static void the_sign_ins_have_something_to_do(void **state)
{
    (void)state;
    const struct world *world = told(300, 40, 240);
    int waiting = 0, late = 0, fresh = 0, foreign = 0;

    for (int i = 0; i < world->orders_count; i++) {
        const struct order *order = &world->orders[i];
        bool first = world->activities[order->activity - 1].institution == 1;
        bool owed = order->site == 1 && order->state == ORDER_SENT;
        waiting += owed;
        late += owed && order->due_on < world->today;
        foreign += owed && !first;
        fresh += first && order->answered_at >= (world->today - 3) * 86400;
    }
    assert_true(waiting >= 4 && late >= 1 && foreign >= 1 && fresh >= 3);
    assert_string_equal(sign_ins[SIGN_IN_PRAKSIS - 1].email, "praksis@demo.example");
    assert_string_equal(sign_ins[SIGN_IN_STEDSKOORDINATOR3 - 1].email,
                        "stedskoordinator3@demo.example");
}

/* Any day of the year will do: the region is told around it. */
static void any_day_will_do(void **state)
{
    (void)state;
    for (int64_t day = day_number((struct date){2027, 12, 27}); day < 21400; day += 31) {
        struct world *world = arena_zero(arena, sizeof *world);
        world->arena = arena;
        world->today = day;
        world->students = 10;
        world->sites_wanted = 10;
        world->orders_wanted = 100;
        world_tell(world);
        counts_are_true(world);
        capacity_is_true(world);
        histories_are_true(world);
        placements_are_true(world);
        students_are_in_one_place(world);
    }
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new((size_t)1 << 30);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_go_both_ways),
        cmocka_unit_test(chance_repeats_and_stays_within),
        cmocka_unit_test(identity_numbers_are_synthetic_valid_and_different),
        cmocka_unit_test(the_same_numbers_give_the_same_region),
        cmocka_unit_test(the_small_region_is_true),
        cmocka_unit_test(the_large_region_is_true),
        cmocka_unit_test(the_sign_ins_have_something_to_do),
        cmocka_unit_test(any_day_will_do),
        cmocka_unit_test(the_steps_of_allocation_are_there),
    };
    return cmocka_run_group_tests_name("demo_region", tests, set_up, tear_down);
}
