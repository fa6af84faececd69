#include "buffer.h"

#include "heap.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *buffer, size_t maximum)
{
    *buffer = (struct buffer){.maximum = maximum};
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){.maximum = buffer->maximum};
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    buffer->full = false;
    if (buffer->bytes)
        buffer->bytes[0] = 0;
}

/* True when `more` bytes and a NUL fit. */
static bool room(struct buffer *buffer, size_t more)
{
    if (buffer->full || more > buffer->maximum - buffer->length) {
        buffer->full = true;
        return false;
    }
    size_t need = buffer->length + more + 1;
    if (need > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity : 256;
        while (capacity < need)
            capacity = capacity > SIZE_MAX / 2 ? need : 2 * capacity;
        buffer->bytes = heap_grow(buffer->bytes, capacity, 1);
        buffer->capacity = capacity;
    }
    return true;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (!room(buffer, length))
        return;
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = 0;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_char(struct buffer *buffer, char character)
{
    if (!room(buffer, 1))
        return;
    buffer->bytes[buffer->length++] = character;
    buffer->bytes[buffer->length] = 0;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    char small[256];
    int length = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (length < 0)
        abort(); /* a wrong format: a programmer's error */
    if ((size_t)length < sizeof small) {
        buffer_add(buffer, small, (size_t)length);
    } else if (room(buffer, (size_t)length)) {
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}
