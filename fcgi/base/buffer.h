/* A growing run of bytes that carries its maximum from birth. On the heap, reused across requests.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H
#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *bytes; /* always NUL-terminated once anything was added; NULL before */
    size_t length, capacity, maximum;
    bool full; /* something did not fit: nothing more is added until a clear */
};

void buffer_init(struct buffer *buffer, size_t maximum);
void buffer_free(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory */
void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char character);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#endif
