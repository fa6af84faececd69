/* Who reads a course instance. Who sits its exams follows by itself. */
#include "exams.h"
#include "ids.h"
#include "studies.h"

/* Whom the form names, all of whom step `chosen` lets be chosen; false with the error in the form. */
static bool people_chosen(struct action *action, const char *refused)
{
    size_t count = 0, ticked = form_each_count(action->form, "people");
    if (ticked == 0)
        form_error(action->form, "people", -1, "error.nobody_chosen");
    action_set_text(action, "people", ids_of_field(action, "people"));
    if (ticked > 0)
        action_rows(action, "chosen", &count);
    if (count != ticked)
        form_error(action->form, "people", -1, refused);
    return form_valid(action->form);
}

static int64_t students(struct action *action)
{
    const struct row *row = action_row(action, "before");
    return row ? row_integer(row, "students") : 0;
}

void studies_students_change(struct action *action, const char *people, bool ended)
{
    int64_t instance = action_id(action, "instance"), before = students(action);
    action_set_text(action, "people", people);
    action_step(action, ended ? "end" : "insert");
    action_event(action, ended ? "instance.students_ended" : "instance.students_registered",
                 "instance", instance);
    action_change_integer(action, "students", NULL, before, students(action));
    action_set(action, "event", action->event);
    action_set(action, "ended", ended);
    action_step(action, "changes");
    exams_follow(action, instance);
}

static enum outcome change(struct action *action, bool ended)
{
    if (!people_chosen(action, ended ? "error.reads_no_more" : "error.reads_already"))
        return OUTCOME_INVALID;
    studies_students_change(action, ids_of_field(action, "people"), ended);
    return action_go(action, ended ? "course_students_ended" : "course_students_registered",
                     "/instances/%" PRId64 "/students", action_id(action, "instance"));
}

enum outcome studies_students_new(struct action *action)
{
    return change(action, false);
}

enum outcome studies_students_end(struct action *action)
{
    return change(action, true);
}
