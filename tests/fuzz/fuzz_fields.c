/* Any bytes as a query or form, and as a Cookie header: what is taken is valid, within limits, and
 * comes back the same when it is encoded again. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/fields.h"
#include "../../fcgi/base/text.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct fields_limits limits = {.count = 50, .name_length = 40, .value_length = 2000};

static void round_trip(struct arena *arena, const struct fields *fields)
{
    struct buffer out;
    struct fields again = {0};
    const char *culprit;
    buffer_init(&out, 8 << 20);
    for (size_t i = 0; i < fields->count; i++) {
        const struct field_value *item = &fields->items[i];
        assert(strlen(item->name) <= limits.name_length);
        assert(strlen(item->value) <= limits.value_length);
        assert(text_utf8(item->name, strlen(item->name)));
        assert(text_utf8(item->value, strlen(item->value)));
        const char *clean = text_clean(arena, item->value);
        assert(text_utf8(clean, strlen(clean)));
        assert(!strcmp(text_clean(arena, clean), clean));
        fields_encode(&out, item->name);
        buffer_char(&out, '=');
        fields_encode(&out, item->value);
        buffer_char(&out, '&');
    }
    assert(!fields_parse_urlencoded(arena, &again, out.bytes ? out.bytes : "", out.length, &limits,
                                    &culprit));
    assert(again.count == fields->count);
    for (size_t i = 0; i < again.count; i++)
        assert(text_equal(again.items[i].value, fields->items[i].value));
    buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 65536)
        return 0;
    static struct arena *arena;
    if (!arena)
        arena = arena_new((size_t)64 << 20);
    struct fields fields = {0}, cookies = {0};
    const char *culprit = NULL;
    if (fields_parse_urlencoded(arena, &fields, (const char *)data, size, &limits, &culprit))
        assert(strlen(culprit) <= 40);
    else
        round_trip(arena, &fields);
    fields_parse_cookies(arena, &cookies, arena_bytes(arena, (const char *)data, size));
    for (size_t i = 0; i < cookies.count; i++) {
        assert(*cookies.items[i].name);
        assert(!strpbrk(cookies.items[i].name, "=; \t\r\n"));
        assert(!strpbrk(cookies.items[i].value, "; \t\r\n\""));
    }
    arena_reset(arena);
    return 0;
}
