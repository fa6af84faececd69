#include "forgotten.h"

#include "../workflow/people.h"

/* One request in one transaction. *more: there may be others. */
static enum data_result answer_one(const struct post *post, bool *more)
{
    struct parameters parameters = {.arena = post->arena};
    struct action_session session = {
        .invitation_days = post->config->invitation_days,
        .password_reset_minutes = post->config->password_reset_minutes,
    };
    struct action action = {
        .arena = post->arena,
        .connection = post->connection,
        .store = post->store,
        .sql = query_store_find(post->store, "jobs/forgotten"),
        .parameters = &parameters,
        .session = &session,
    };
    parameters_moment(&parameters);
    enum data_result result = connection_begin(post->connection);
    *more = false;
    if (result == DATA_OK) {
        *more = people_answer_forgotten(&action);
        result = action.result;
    }
    if (result == DATA_OK)
        result = connection_commit(post->connection);
    if (result != DATA_OK)
        connection_rollback(post->connection);
    return result;
}

bool forgotten_answer(const struct post *post)
{
    enum data_result result = DATA_OK;
    unsigned attempt = 0;
    for (bool more = true; more;) {
        result = answer_one(post, &more);
        arena_reset(post->arena);
        if (result == DATA_RETRY && connection_pause(++attempt))
            more = true;
    }
    return result == DATA_OK;
}
