/* Memory of one request: taken piece by piece, given back all at once.
 *
 * An arena is one contiguous reservation of address space, so whether a pointer
 * belongs to it is two comparisons; that lets view/ put libxml2 on it. Memory is
 * kept between requests: a reset only moves the mark back. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Reserves `reserve` bytes of address space; never NULL (aborts). */
struct arena *arena_new(size_t reserve);
void arena_free(struct arena *arena);

/* `size` bytes, aligned to 16, not zeroed. Aborts the process when the arena is full:
 * a worker dies alone and the user gets an error page, never a wrong page. */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_zero(struct arena *arena, size_t size);
/* Grows a piece; in place when it is the last one. `old` may be NULL. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t size);

char *arena_text(struct arena *arena, const char *text);                  /* NULL → NULL */
char *arena_bytes(struct arena *arena, const char *bytes, size_t length); /* adds a NUL */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Calls `release(thing)` at the next reset, newest first: for foreign objects. */
void arena_release_with(struct arena *arena, void (*release)(void *), void *thing);

/* Runs the releases and forgets everything. Keeps up to 8 MiB of touched pages, returns the rest.
 */
void arena_reset(struct arena *arena);

bool arena_owns(const struct arena *arena, const void *pointer);
size_t arena_used(const struct arena *arena);
#endif
