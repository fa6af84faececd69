/* The heap, where running out ends the process: a worker dies alone, never half does its work. */
#ifndef BASE_HEAP_H
#define BASE_HEAP_H
#include <stddef.h>

void *heap_alloc(size_t size); /* zeroed; free() gives it back */
void *heap_grow(void *old, size_t count,
                size_t each);      /* realloc to count × each bytes; overflow aborts */
char *heap_text(const char *text); /* a copy; NULL → NULL */
#endif
