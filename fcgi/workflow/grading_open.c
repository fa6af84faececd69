/* Breaking the glass: whose code it is, before grading is confirmed. It leaves its row, its event and its mails with whom it
 * concerns before the name is shown. */
#include "../base/text.h"
#include "action.h"

action_function grading_open;

enum outcome grading_open(struct action *action)
{
    const struct row *exam = action_row(action, "lock");
    if (!exam)
        return OUTCOME_MISSING;
    if (text_equal(row_text(exam, "state"), "confirmed"))
        return action_refuse(action, NULL, "error.open_not_needed");
    const struct row *paper = action_row(action, "paper");
    if (!paper)
        return action_invalid(action, "code", "error.code_unknown");
    int64_t id = action_id(action, "exam");
    action_step(action, "insert");
    action_event(action, "exam.opened", "exam", id);
    action_change(action, "code", NULL, NULL, row_text(paper, "code"));
    action_alarm(action, "exam.opened");
    return action_go(action, "exam_opened", "/exams/%" PRId64 "/openings", id);
}
