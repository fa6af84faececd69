/* How often somebody may ask: bursts, the pause after them, many at once, processes side by side. */
#include "../../fcgi/server/rate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { SECOND = 1000000 };
static struct rate rate;

static int start(void **state)
{
    (void)state;
    memset(&rate, 0, sizeof rate);
    return 0;
}

static unsigned taken(uint32_t who, unsigned per_minute, unsigned asked, int64_t now)
{
    unsigned count = 0;
    for (unsigned i = 0; i < asked; i++)
        count += rate_take(&rate, who, per_minute, now) == 0;
    return count;
}

static void test_burst_then_evenly(void **state)
{
    (void)state;
    const int64_t now = 5000 * (int64_t)SECOND;
    assert_int_equal(taken(7, 60, 200, now), 60);
    assert_int_equal(rate_take(&rate, 7, 60, now), 1);
    assert_int_equal(taken(7, 60, 5, now + SECOND), 1);
    assert_int_equal(taken(7, 60, 100, now + 11 * (int64_t)SECOND), 10);
    assert_int_equal(taken(7, 60, 200, now + 1000 * (int64_t)SECOND), 60);
}

static void test_how_long_to_wait(void **state)
{
    (void)state;
    const int64_t now = 5000 * (int64_t)SECOND;
    assert_int_equal(taken(7, 2, 9, now), 2);
    int64_t wait = rate_take(&rate, 7, 2, now);
    assert_int_equal(wait, 30);
    assert_int_not_equal(rate_take(&rate, 7, 2, now + (wait - 1) * SECOND), 0);
    assert_int_equal(rate_take(&rate, 7, 2, now + wait * SECOND), 0);
    assert_int_equal(taken(8, 1, 9, now), 1);
    assert_int_equal(rate_take(&rate, 8, 1, now), 60);
    assert_int_equal(taken(9, 6000, 9000, now), 6000);
}

/* Whoever owes nothing has no need of a slot: there is room for any number, one after the other. */
static void test_many(void **state)
{
    (void)state;
    int64_t now = 5000 * (int64_t)SECOND;
    for (uint32_t who = 1; who < 20000; who++) {
        if (who % 200 == 0)
            now += 61 * (int64_t)SECOND;
        assert_int_equal(taken(who, 3, 5, now), 3);
    }
    assert_int_equal(taken((1U << 24) - 1, 3, 5, now), 3);
}

/* Four processes on one limit let through what one would. */
static void test_side_by_side(void **state)
{
    (void)state;
    enum { PROCESSES = 4, EACH = 20000, LIMIT = 600 };
    struct shared {
        struct rate rate;
        _Atomic unsigned taken;
    } *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(shared, MAP_FAILED);
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0) {
            for (int k = 0; k < EACH; k++)
                shared->taken += rate_take(&shared->rate, 5, LIMIT, 5000 * (int64_t)SECOND) == 0;
            _exit(0);
        }
    for (int i = 0, status; i < PROCESSES; i++)
        assert_true(wait(&status) > 0 && status == 0);
    assert_int_equal(shared->taken, LIMIT);
    munmap(shared, sizeof *shared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup(test_burst_then_evenly, start),
                                       cmocka_unit_test_setup(test_how_long_to_wait, start),
                                       cmocka_unit_test_setup(test_many, start),
                                       cmocka_unit_test(test_side_by_side)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
