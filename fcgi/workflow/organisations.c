/* Institutions, sites and their units, agreements between them, and the requirements they are
 * compared by. */
#include "record.h"

static const struct record institution_created = {"institution", "institution.created",
                                                  "institution_created", "/institutions/"};
static const struct record institution_changed = {"institution", "institution.changed",
                                                  "institution_changed", "/institutions/"};
static const struct record deadlines_changed = {"institution", "institution.changed",
                                                "deadlines_changed", "/institutions/"};
static const struct record site_created = {"site", "site.created", "site_created", "/sites/"};
static const struct record site_changed = {"site", "site.changed", "site_changed", "/sites/"};
static const struct record unit_created = {"unit", "unit.created", "unit_created", "/units/"};
static const struct record unit_changed = {"unit", "unit.changed", "unit_changed", "/units/"};
static const struct record agreement_created = {"agreement", "agreement.created",
                                                "agreement_created", "/agreements/"};
static const struct record agreement_changed = {"agreement", "agreement.changed",
                                                "agreement_changed", "/agreements/"};
/* A requirement has no page of its own: the catalogue is where one goes back to. */
static const struct record requirement_created = {"requirement", "requirement.created",
                                                  "requirement_created", "/requirements"};
static const struct record requirement_changed = {"requirement", "requirement.changed",
                                                  "requirement_changed", "/requirements"};

enum outcome organisations_institution_new(struct action *action)
{
    return record_create(action, &institution_created);
}

enum outcome organisations_institution_edit(struct action *action)
{
    return record_edit(action, &institution_changed);
}

enum outcome organisations_institution_deadlines(struct action *action)
{
    return record_edit(action, &deadlines_changed);
}

enum outcome organisations_institution_exam_deadlines(struct action *action)
{
    return record_edit(action, &deadlines_changed);
}

enum outcome organisations_site_new(struct action *action)
{
    return record_create(action, &site_created);
}

enum outcome organisations_site_edit(struct action *action)
{
    return record_edit(action, &site_changed);
}

enum outcome organisations_unit_new(struct action *action)
{
    return record_create(action, &unit_created);
}

enum outcome organisations_unit_edit(struct action *action)
{
    return record_edit(action, &unit_changed);
}

enum outcome organisations_agreement_new(struct action *action)
{
    return record_create(action, &agreement_created);
}

enum outcome organisations_agreement_edit(struct action *action)
{
    return record_edit(action, &agreement_changed);
}

enum outcome organisations_requirement_new(struct action *action)
{
    return record_create(action, &requirement_created);
}

enum outcome organisations_requirement_edit(struct action *action)
{
    return record_edit(action, &requirement_changed);
}

/* Every requirement is either covered or not: the boxes are the whole truth, so those not ticked
 * are taken away. */
enum outcome organisations_unit_requirements(struct action *action)
{
    const struct row *unit = action_row(action, "lock");
    if (!unit)
        return OUTCOME_MISSING;
    if (!action_version(action, unit))
        return OUTCOME_STALE;
    action_step(action, "update");
    action_event(action, "unit.requirements_changed", "unit", action_id(action, "unit"));
    size_t count = 0;
    const struct row *const *requirements = action_rows(action, "requirements_now", &count);
    for (size_t i = 0; i < count; i++) {
        int64_t id = row_integer(requirements[i], "id");
        bool before = row_flag(requirements[i], "covered"),
             after = form_each_has(action->form, "requirements", id);
        if (before == after)
            continue;
        action_set(action, "requirement", id);
        action_step(action, after ? "cover" : "uncover");
        action_change(action, "requirement", row_text(requirements[i], "name"), before ? "1" : "0",
                      after ? "1" : "0");
    }
    return action_go(action, "unit_requirements_changed", "/units/%" PRId64,
                     action_id(action, "unit"));
}
