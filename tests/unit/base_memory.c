/* arena, buffer, heap. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/heap.h"
#include "support_unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static void pieces_are_aligned_apart_and_owned(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    char *before = NULL;
    for (size_t size = 0; size < 100; size++) {
        char *piece = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)piece % 16, 0);
        assert_true(arena_owns(arena, piece));
        memset(piece, 0xa5, size);
        assert_true(!before || piece >= before + size - 1);
        before = piece;
    }
    int outside;
    assert_false(arena_owns(arena, &outside));
    assert_false(arena_owns(arena, NULL));
    assert_true(arena_used(arena) >= 4950);
    arena_free(arena);
}

static void zeroed_memory_is_zero_after_reuse(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    memset(arena_alloc(arena, 5000), 0xff, 5000);
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    const char *piece = arena_zero(arena, 5000);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(piece[i], 0);
    arena_free(arena);
}

static void growing_keeps_bytes_and_stays_when_last(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    char *piece = arena_grow(arena, NULL, 0, 10);
    memcpy(piece, "123456789", 10);
    char *longer = arena_grow(arena, piece, 10, 1000);
    assert_ptr_equal(longer, piece);
    arena_alloc(arena, 1);
    char *moved = arena_grow(arena, longer, 1000, 2000);
    assert_ptr_not_equal(moved, longer);
    assert_string_equal(moved, "123456789");
    arena_free(arena);
}

static void texts_are_copied(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    assert_null(arena_text(arena, NULL));
    assert_string_equal(arena_text(arena, "praksis"), "praksis");
    assert_string_equal(arena_bytes(arena, "praksis", 4), "prak");
    assert_string_equal(arena_bytes(arena, NULL, 0), "");
    assert_string_equal(arena_printf(arena, "%s/%d", "orders", 17), "orders/17");
    char *big = arena_printf(arena, "%01000d", 7);
    assert_int_equal(strlen(big), 1000);
    assert_int_equal(big[999], '7');
    arena_free(arena);
}

static char order[8];
static void release(void *thing)
{
    strncat(order, thing, 1);
}

static void releases_run_once_newest_first(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    *order = 0;
    arena_release_with(arena, release, "a");
    arena_release_with(arena, release, "b");
    arena_reset(arena);
    assert_string_equal(order, "ba");
    arena_reset(arena);
    assert_string_equal(order, "ba");
    arena_release_with(arena, release, "c");
    arena_free(arena);
    assert_string_equal(order, "bac");
}

static size_t resident(const struct arena *arena, size_t size)
{
    size_t pages = size / 4096, count = 0;
    unsigned char *in = malloc(pages);
    assert_int_equal(mincore((void *)(uintptr_t)arena, size, in), 0);
    for (size_t i = 0; i < pages; i++)
        count += in[i] & 1;
    free(in);
    return count * 4096;
}

static void reset_keeps_eight_megabytes(void **state)
{
    (void)state;
    const size_t megabyte = 1 << 20;
    struct arena *arena = arena_new(64 * megabyte);
    for (int i = 0; i < 40; i++)
        memset(arena_alloc(arena, megabyte), 1, megabyte);
    assert_true(resident(arena, 60 * megabyte) >= 40 * megabyte);
    arena_reset(arena);
    size_t left = resident(arena, 60 * megabyte);
    assert_true(left >= 7 * megabyte && left <= 9 * megabyte);
    memset(arena_alloc(arena, megabyte), 1, megabyte);
    arena_reset(arena);
    assert_true(resident(arena, 60 * megabyte) >= 7 * megabyte);
    arena_free(arena);
}

static void overfill(void *context)
{
    struct arena *arena = arena_new(1 << 16);
    arena_alloc(arena, *(size_t *)context);
}

static void a_full_arena_ends_the_process(void **state)
{
    (void)state;
    size_t sizes[] = {1 << 17, SIZE_MAX, SIZE_MAX - 8};
    for (size_t i = 0; i < 3; i++) {
        char *log;
        assert_true(aborts(overfill, &sizes[i], &log));
        assert_non_null(strstr(log, "what=\"arena full\""));
        free(log);
    }
}

static void overflow(void *context)
{
    free(heap_grow(context, SIZE_MAX / 2, 3));
}

static void heap_overflow_ends_the_process(void **state)
{
    (void)state;
    char *log;
    assert_true(aborts(overflow, NULL, &log));
    assert_non_null(strstr(log, "what=\"out of memory\""));
    free(log);
    assert_null(heap_text(NULL));
}

static void buffers_stop_at_their_maximum(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 10);
    assert_null(buffer.bytes);
    buffer_text(&buffer, "12345");
    buffer_char(&buffer, '6');
    buffer_text(&buffer, "7890");
    assert_false(buffer.full);
    assert_string_equal(buffer.bytes, "1234567890");
    buffer_char(&buffer, 'x');
    assert_true(buffer.full);
    assert_string_equal(buffer.bytes, "1234567890");
    buffer_clear(&buffer);
    assert_false(buffer.full);
    assert_string_equal(buffer.bytes, "");
    buffer_text(&buffer, "12345678901");
    assert_true(buffer.full);
    buffer_text(&buffer, "1");
    assert_int_equal(buffer.length, 0);
    buffer_free(&buffer);
}

static void buffers_grow_and_print(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buffer_printf(&buffer, "%03d,", i);
    assert_int_equal(buffer.length, 4000);
    assert_memory_equal(buffer.bytes + 3996, "999,", 5);
    buffer_printf(&buffer, "%0500d", 1);
    assert_int_equal(buffer.length, 4500);
    buffer_add(&buffer, "a\0b", 3);
    assert_memory_equal(buffer.bytes + 4500, "a\0b", 4);
    buffer_free(&buffer);
    buffer_init(&buffer, 100);
    buffer_printf(&buffer, "%0300d", 1);
    assert_true(buffer.full);
    buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_aligned_apart_and_owned),
        cmocka_unit_test(zeroed_memory_is_zero_after_reuse),
        cmocka_unit_test(growing_keeps_bytes_and_stays_when_last),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(releases_run_once_newest_first),
        cmocka_unit_test(reset_keeps_eight_megabytes),
        cmocka_unit_test(a_full_arena_ends_the_process),
        cmocka_unit_test(heap_overflow_ends_the_process),
        cmocka_unit_test(buffers_stop_at_their_maximum),
        cmocka_unit_test(buffers_grow_and_print),
    };
    return cmocka_run_group_tests_name("base_memory", tests, NULL, NULL);
}
