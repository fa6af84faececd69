#include "heap.h"

#include "log.h"

#include <stdlib.h>
#include <string.h>

static _Noreturn void exhausted(void)
{
    log_line(LOG_ERROR, "out of memory", NULL);
    abort();
}

void *heap_alloc(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (!memory)
        exhausted();
    return memory;
}

void *heap_grow(void *old, size_t count, size_t each)
{
    size_t size;
    if (__builtin_mul_overflow(count, each, &size))
        exhausted();
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        exhausted();
    return memory;
}

char *heap_text(const char *text)
{
    if (!text)
        return NULL;
    size_t size = strlen(text) + 1;
    return memcpy(heap_alloc(size), text, size);
}
