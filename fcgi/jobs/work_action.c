#include "work_action.h"

/* :viewer_<column> of rights/viewer, as server/rights.c sets them: the fragments ask for them. */
static void set_viewer(struct action *action)
{
    size_t count;
    const struct row *const *rows =
        action_run(action, "rights/viewer", "rights", action->parameters, &count);
    const struct row *viewer = rows && count ? rows[0] : NULL;
    action_set_null(action, "viewer_looks_back");
    for (size_t i = 0; viewer && i < viewer->count; i++) {
        const char *name = arena_printf(action->arena, "viewer_%s", viewer->columns[i].name);
        int64_t value = row_integer(viewer, viewer->columns[i].name);
        if (value)
            action_set(action, name, value);
        else
            action_set_null(action, name);
    }
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
