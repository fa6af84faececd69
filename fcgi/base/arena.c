#include "arena.h"

#include "log.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_CHECKED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_CHECKED 1
#endif
#endif

#ifdef ARENA_CHECKED
#include <sanitizer/asan_interface.h>
#include <sanitizer/lsan_interface.h>
enum { GAP = 16 }; /* between pieces, so that running over one is seen */
#else
enum { GAP = 0 };
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

enum { ALIGNMENT = 16 };
static const size_t kept = (size_t)8 << 20;

struct release {
    void (*function)(void *);
    void *thing;
    struct release *next;
};

/* Lies at the start of its own reservation. */
struct arena {
    size_t reserve; /* of the whole mapping */
    size_t first;   /* offset of the first piece */
    size_t mark;    /* offset of the next piece */
    size_t touched; /* highest mark since pages were last given back */
    struct release *releases;
};

static size_t rounded(size_t size, size_t step)
{
    return (size + step - 1) / step * step;
}

static char *at(const struct arena *arena, size_t offset)
{
    return (char *)(uintptr_t)arena + offset;
}

static _Noreturn void arena_full(const struct arena *arena, size_t size)
{
    char reserve[32], used[32], wanted[32];
    snprintf(reserve, sizeof reserve, "%zu", arena ? arena->reserve : size);
    snprintf(used, sizeof used, "%zu", arena ? arena->mark : 0);
    snprintf(wanted, sizeof wanted, "%zu", size);
    log_line(LOG_ERROR, "arena full", "reserve", reserve, "used", used, "wanted", wanted, NULL);
    abort();
}

struct arena *arena_new(size_t reserve)
{
    size_t header = rounded(sizeof(struct arena), ALIGNMENT);
    reserve = rounded(reserve + header, 4096);
    void *memory = mmap(NULL, reserve, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        arena_full(NULL, reserve);
    struct arena *arena = memory;
    *arena = (struct arena){.reserve = reserve, .first = header, .mark = header, .touched = header};
    ASAN_POISON_MEMORY_REGION(at(arena, header), reserve - header);
#ifdef ARENA_CHECKED
    __lsan_register_root_region(memory, reserve); /* heap pieces may hang on the arena only */
#endif
    return arena;
}

static void run_releases(struct arena *arena)
{
    while (arena->releases) {
        struct release *release = arena->releases;
        arena->releases = release->next;
        release->function(release->thing);
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    run_releases(arena);
    size_t reserve = arena->reserve;
    ASAN_UNPOISON_MEMORY_REGION(arena, reserve);
#ifdef ARENA_CHECKED
    __lsan_unregister_root_region(arena, reserve);
#endif
    munmap(arena, reserve);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t room = arena->reserve - arena->mark;
    if (size > room || rounded(size, ALIGNMENT) + GAP > room)
        arena_full(arena, size);
    char *piece = at(arena, arena->mark);
    arena->mark += rounded(size, ALIGNMENT) + GAP;
    if (arena->mark > arena->touched)
        arena->touched = arena->mark;
    ASAN_UNPOISON_MEMORY_REGION(piece, size);
    return piece;
}

void *arena_zero(struct arena *arena, size_t size)
{
    return memset(arena_alloc(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t size)
{
    if (old && size <= old_size)
        return old;
    size_t old_room = rounded(old_size, ALIGNMENT) + GAP;
    if (old && (char *)old + old_room == at(arena, arena->mark)) {
        arena->mark -= old_room;
        return arena_alloc(arena, size); /* the same address, longer */
    }
    void *piece = arena_alloc(arena, size);
    if (old)
        memcpy(piece, old, old_size);
    return piece;
}

char *arena_text(struct arena *arena, const char *text)
{
    return text ? arena_bytes(arena, text, strlen(text)) : NULL;
}

char *arena_bytes(struct arena *arena, const char *bytes, size_t length)
{
    if (length == SIZE_MAX)
        arena_full(arena, length);
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = 0;
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    char small[256];
    int length = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (length < 0)
        abort(); /* a wrong format: a programmer's error */
    char *text = arena_alloc(arena, (size_t)length + 1);
    if ((size_t)length < sizeof small)
        memcpy(text, small, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void arena_release_with(struct arena *arena, void (*release)(void *), void *thing)
{
    struct release *item = arena_alloc(arena, sizeof *item);
    *item = (struct release){release, thing, arena->releases};
    arena->releases = item;
}

void arena_reset(struct arena *arena)
{
    run_releases(arena);
    if (arena->touched > kept) {
        /* Pages go back to the kernel from a page border on; the mapping itself starts on one. */
        madvise(at(arena, kept), rounded(arena->touched, 4096) - kept, MADV_DONTNEED);
        arena->touched = kept;
    }
    ASAN_POISON_MEMORY_REGION(at(arena, arena->first), arena->mark - arena->first);
    arena->mark = arena->first;
}

bool arena_owns(const struct arena *arena, const void *pointer)
{
    return (uintptr_t)pointer - (uintptr_t)arena < arena->reserve;
}

size_t arena_used(const struct arena *arena)
{
    return arena->mark - arena->first;
}
