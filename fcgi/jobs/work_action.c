#include "work_action.h"

enum { TRIES = 3 };

/* As server/rights.c does: the fragments ask for it. In a transaction, since that opens a connection anew which died while it was idle. */
static void set_viewer(struct action *action)
{
    size_t count;
    action->result = connection_begin_read(action->connection);
    const struct row *const *rows =
        action_run(action, "rights/viewer", "rights", action->parameters, &count);
    connection_rollback(action->connection);
    parameters_viewer(action->parameters, rows && count ? rows[0] : NULL);
}

void work_action(struct work *work, struct action *action, struct parameters *parameters,
                 struct action_session *session, const struct query_file *sql)
{
    const struct workshop *shop = work->shop;
    *parameters = (struct parameters){.arena = shop->arena};
    *session = (struct action_session){.invitation_days = shop->config->invitation_days};
    *action = (struct action){.arena = shop->arena,
                              .connection = shop->connection,
                              .store = shop->store,
                              .sql = sql,
                              .parameters = parameters,
                              .viewer = work->person,
                              .lang = work->lang,
                              .session = session};
    action_set(action, "viewer", work->person);
    action_set_text(action, "lang", work->lang);
    parameters_moment(parameters);
    set_viewer(action);
}

enum work_result work_result_of(enum data_result result)
{
    switch (result) {
    case DATA_OK:
        return WORK_DONE;
    case DATA_ERROR:
    case DATA_CONSTRAINT:
    case DATA_NONE:
        return WORK_FAILED;
    case DATA_DUPLICATE: /* somebody was quicker: what is there now is found next time */
    case DATA_RETRY:
    case DATA_LOST:
    case DATA_UNAVAILABLE:
    case DATA_TIMEOUT:
        break;
    }
    return WORK_RETRY;
}

bool work_try(enum work_result result, unsigned *attempt, struct action *action)
{
    if (result != WORK_RETRY || *attempt >= TRIES)
        return false;
    connection_pause((*attempt)++);
    action->result = DATA_OK;
    return true;
}
