/* Programmes, courses, their modules and course instances of an institution. */
#include "record.h"

static const struct record programme_created = {"programme", "programme.created",
                                                "programme_created", "/programmes/"};
static const struct record programme_changed = {"programme", "programme.changed",
                                                "programme_changed", "/programmes/"};
static const struct record course_created = {"course", "course.created", "course_created",
                                             "/courses/"};
static const struct record course_changed = {"course", "course.changed", "course_changed",
                                             "/courses/"};
static const struct record instance_created = {"instance", "instance.created", "instance_created",
                                               "/instances/"};
static const struct record instance_changed = {"instance", "instance.changed", "instance_changed",
                                               "/instances/"};
/* A module has no page of its own: one goes back to its course's. */
static const struct record module_created = {"module", "module.created", "module_created",
                                             "/courses"};
static const struct record module_changed = {"module", "module.changed", "module_changed",
                                             "/courses"};

enum outcome studies_programme_new(struct action *action)
{
    return record_create(action, &programme_created);
}

enum outcome studies_programme_edit(struct action *action)
{
    return record_edit(action, &programme_changed);
}

enum outcome studies_course_new(struct action *action)
{
    return record_create(action, &course_created);
}

enum outcome studies_course_edit(struct action *action)
{
    return record_edit(action, &course_changed);
}

enum outcome studies_instance_new(struct action *action)
{
    return record_create(action, &instance_created);
}

enum outcome studies_instance_edit(struct action *action)
{
    return record_edit(action, &instance_changed);
}

/* Named in the course's history by its code. */
enum outcome studies_module_new(struct action *action)
{
    enum outcome outcome = record_create(action, &module_created);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_change(action, "code", NULL, NULL, form_text(action->form, "code"));
    action_change(action, "credits", NULL, NULL, form_text(action->form, "credits"));
    return action_go(action, module_created.flash, "/courses/%" PRId64,
                     action_id(action, "course"));
}

enum outcome studies_module_edit(struct action *action)
{
    enum outcome outcome = record_edit(action, &module_changed);
    const struct row *module = outcome == OUTCOME_DONE ? action_row(action, "of_course") : NULL;
    if (!module)
        return outcome;
    return action_go(action, module_changed.flash, "/courses/%" PRId64,
                     row_integer(module, "course"));
}
