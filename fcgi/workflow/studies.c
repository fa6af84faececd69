/* Programmes, courses and course instances of an institution. */
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
