/* Prints: asked for here, made by jobs (fcgi/jobs/print.c), kept for a week. */
#include "action.h"

#include <string.h>

/* What somebody may have waiting at a time. */
enum { WAITING_MOST = 20 };

/* What every PRINT row runs; `action->print` says which. Whoever asks twice at once is counted one after the other. */
enum outcome prints_ask(struct action *action)
{
    const struct action_print *print = action->print;
    action->sql = query_store_find(action->store, "prints/print");
    action_row(action, "lock");
    const struct row *waiting = action_row(action, "waiting");
    if (waiting && row_integer(waiting, "prints") >= WAITING_MOST)
        return action_refuse(action, NULL, "error.prints_waiting");
    action_set_text(action, "area", print->area);
    action_set_text(action, "name", print->name);
    action_set_text(action, "thing", print->thing);
    action_set(action, "thing_id", action_id(action, print->thing));
    action_set_text(action, "needs", print->right);
    action_set_text(action, "address", print->address);
    action_set_text(action, "parameters", print->parameters);
    action_step(action, "insert");
    int64_t made = action_inserted(action);
    action_event_alone(action, "print.asked", "print", made);
    action_change(action, "address", NULL, NULL,
                  arena_bytes(action->arena, print->address, strcspn(print->address, "?")));
    action_job(action, "print", "print", made);
    return action_go(action, NULL, "/prints/%" PRId64, made);
}

/* What is not made yet need not be made. */
enum outcome prints_print(struct action *action)
{
    int64_t print = action_id(action, "print");
    action_step(action, "cancel");
    if (action_affected(action) == 0)
        return action_refuse(action, NULL, "error.print_not_waiting");
    action_event_alone(action, "print.cancelled", "print", print);
    return action_go(action, NULL, "/prints/%" PRId64, print);
}
