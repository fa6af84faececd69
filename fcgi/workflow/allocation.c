#include "allocation.h"

#include "ordering.h"

enum outcome allocation_lock_plan(struct action *action, const struct row **plan)
{
    const struct row *row = action_row(action, "lock_plan");
    if (plan)
        *plan = row;
    if (!row)
        return OUTCOME_MISSING;
    const char *shut = ordering_shut(row);
    return shut ? action_refuse(action, NULL, shut) : OUTCOME_DONE;
}
