/* Points in hundredths, and the grades that boundaries make of them: properties over many drawn scales and points. */
#include "../../fcgi/base/points.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The same draws each run. */
static uint64_t seed = 20261122;
static int64_t drawn(int64_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int64_t)(seed % (uint64_t)below);
}

static void every_amount_is_written_and_read_again(void **state)
{
    (void)state;
    char text[POINTS_TEXT], longer[POINTS_TEXT + 8];
    int64_t read;
    for (int64_t hundredths = 0; hundredths < 250000; hundredths += 1 + drawn(7)) {
        points_text(text, hundredths);
        assert_true(points_parse(&read, text));
        assert_int_equal(read, hundredths);
        assert_null(strchr(text, ','));
        size_t part = strchr(text, '.') ? strlen(strchr(text, '.') + 1) : 0;
        assert_true(part <= 2 && (part == 0 || text[strlen(text) - 1] != '0'));
        /* as the database writes it */
        snprintf(longer, sizeof longer, "%lld.%02lld", (long long)(hundredths / 100),
                 (long long)(hundredths % 100));
        assert_true(points_equal(text, longer));
        snprintf(longer, sizeof longer, "%lld.%02lld000", (long long)(hundredths / 100),
                 (long long)(hundredths % 100));
        assert_true(points_equal(longer, text));
        points_text(longer, hundredths + 1);
        assert_false(points_equal(text, longer));
    }
}

static void what_is_no_amount_is_none(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",     ".5",  "5.",         "1,5",   "-1",  "+1",
                                        "1e3",  " 1",  "1 ",         "1.2.3", "abc", "1.001",
                                        "1.0a", "0x1", "1000000000", "..",    "."};
    int64_t read = 7;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (points_parse(&read, wrong[i]))
            fail_msg("«%s» was taken as %lld", wrong[i], (long long)read);
        assert_int_equal(read, 7);
    }
    assert_true(points_parse(&read, "999999999.99"));
    assert_int_equal(read, 99999999999);
    assert_true(points_equal(NULL, NULL) && points_equal("", NULL));
    assert_false(points_equal("0", NULL) || points_equal("", "0"));
}

enum { MOST_GRADES = 8 };
struct drawn_scale {
    struct points_boundary boundaries[MOST_GRADES]; /* shuffled */
    size_t count;
    int64_t most;
};

/* Rising boundaries, in any order. */
static struct drawn_scale draw_scale(void)
{
    struct drawn_scale scale = {.count = (size_t)(1 + drawn(MOST_GRADES - 1)),
                                .most = 1000 + drawn(20000)};
    int64_t from = drawn(100);
    for (size_t i = 0; i < scale.count; i++) {
        scale.boundaries[i] = (struct points_boundary){(int64_t)i + 2, from};
        from += 1 + drawn((scale.most - from) / (int64_t)(scale.count + 1) + 1);
    }
    for (size_t i = scale.count; i > 1; i--) {
        size_t other = (size_t)drawn((int64_t)i);
        struct points_boundary kept = scale.boundaries[i - 1];
        scale.boundaries[i - 1] = scale.boundaries[other];
        scale.boundaries[other] = kept;
    }
    return scale;
}

/* More points never give a worse grade; a boundary itself gives its grade, a hundredth less does not. */
static void grades_follow_the_boundaries(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2000; turn++) {
        struct drawn_scale scale = draw_scale();
        size_t wrong;
        assert_true(points_boundaries_good(scale.boundaries, scale.count, scale.most, &wrong));
        for (size_t i = 0; i < scale.count; i++) {
            const struct points_boundary *at = &scale.boundaries[i];
            assert_int_equal(points_grade(scale.boundaries, scale.count, at->from), at->position);
            if (at->from > 0)
                assert_int_equal(points_grade(scale.boundaries, scale.count, at->from - 1),
                                 at->position - 1);
        }
        int64_t lower = drawn(scale.most + 1), higher = lower + drawn(scale.most - lower + 1);
        int64_t worse = points_grade(scale.boundaries, scale.count, lower);
        int64_t better = points_grade(scale.boundaries, scale.count, higher);
        assert_true(worse <= better && worse >= 1 && better <= (int64_t)scale.count + 1);
    }
    assert_int_equal(points_grade(NULL, 0, 5000), 1);
}

/* Two boundaries that change places, one that equals another, one above the most: each is found. */
static void boundaries_out_of_order_are_found(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2000; turn++) {
        struct drawn_scale scale = draw_scale();
        size_t at = (size_t)drawn((int64_t)scale.count), other, wrong = MOST_GRADES;
        int64_t kept = scale.boundaries[at].from;
        scale.boundaries[at].from = scale.most + 1 + drawn(100);
        assert_false(points_boundaries_good(scale.boundaries, scale.count, scale.most, &wrong));
        assert_true(wrong < scale.count);
        scale.boundaries[at].from = kept;
        if (scale.count < 2)
            continue;
        do
            other = (size_t)drawn((int64_t)scale.count);
        while (other == at);
        scale.boundaries[at].from = scale.boundaries[other].from;
        assert_false(points_boundaries_good(scale.boundaries, scale.count, scale.most, &wrong));
        scale.boundaries[other].from = kept;
        assert_false(points_boundaries_good(scale.boundaries, scale.count, scale.most, &wrong));
        assert_true(wrong == at || wrong == other || scale.count > 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_amount_is_written_and_read_again),
        cmocka_unit_test(what_is_no_amount_is_none),
        cmocka_unit_test(grades_follow_the_boundaries),
        cmocka_unit_test(boundaries_out_of_order_are_found),
    };
    return cmocka_run_group_tests_name("points", tests, NULL, NULL);
}
