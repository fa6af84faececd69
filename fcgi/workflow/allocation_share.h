/* What was shared of an allocation, and how it changes outside the page that shares: for every action that makes a shared
 * placement end or move.
 *
 * The caller has locked activity_count (when it needs that), then the plan (fragment plan_lock), has made its change and
 * written its event: `action->event` is what everybody is told of. Each of these writes placement, share and share_change,
 * and tells everyone concerned, once each; they see only what differs for them. Nothing happens to what was never shared.
 * Failures of the database are sticky, as everywhere. */
#ifndef WORKFLOW_ALLOCATION_SHARE_H
#define WORKFLOW_ALLOCATION_SHARE_H
#include "action.h"

/* Each gives false when nothing differed: then nobody is told. */

/* The whole difference between allocation and placement of an activity. first: nothing of it was shared before. */
bool allocation_share_differences(struct action *action, int64_t activity, bool first);

/* One student's difference between allocation and placement is shared now. After a withdrawal (registration.state is withdrawn,
 * or allocation.unit is NULL): the placement ends today, or goes if it has not begun. */
bool allocation_share_one(struct action *action, int64_t activity, int64_t registration);

/* The site's own supervisor of one student whose placement it is: tells the institution too. */
bool allocation_share_supervisor(struct action *action, int64_t activity, int64_t registration,
                                 int64_t supervisor);

/* All placements of a cancelled activity end. Their students are told of it (placement_ended); supervisors and lecturers
 * are among the recipients of activity_cancelled, which the caller sends after this. */
bool allocation_end_all(struct action *action, int64_t activity);

/* The days of an activity, a class, or a student's class have changed: placements not broken off follow, and whom that
 * concerns are told. */
bool allocation_share_days(struct action *action, int64_t activity);
#endif
