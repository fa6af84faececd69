#include "tidy.h"

#include "../base/time.h"

enum { TIDY_US = 3600 * 1000000LL };

static const char *utc_text(struct arena *arena, int64_t seconds)
{
    char text[DATE_TEXT];
    time_sql(text, seconds);
    return arena_text(arena, text);
}

void tidy_when_due(const struct post *post)
{
    static int64_t due_us;
    const struct query_file *file = query_store_find(post->store, "session/tidy");
    struct parameters parameters = {.arena = post->arena};
    int64_t now = time_now();
    if (time_monotonic_us() < due_us)
        return;
    due_us = time_monotonic_us() + TIDY_US;
    parameters_text(&parameters, "now", utc_text(post->arena, now));
    parameters_text(&parameters, "session_begun_since",
                    utc_text(post->arena, now - (int64_t)post->config->session_hours * 3600));
    for (size_t i = 0; file && i < file->block_count; i++)
        if (connection_run(post->connection, &file->blocks[i], NULL, &parameters, NULL, NULL) !=
            DATA_OK)
            return;
}
