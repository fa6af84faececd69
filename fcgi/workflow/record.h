/* The two commonest actions: a new record, and an edited one. What differs between site, programme
 * and person is in their sql/<area>/<name>.sql, as these steps:
 *
 *   check    a row for each rule that is broken: columns field (NULL: the whole form) and error, a
 * label key. It sees what was typed; whatever it must be sure of it reads with FOR UPDATE. insert
 * a new record's row. lock     FOR UPDATE, of an edited one: columns thing, id, version, then every
 * value in the words that the history shows it in (a municipality's name, not its number). update
 * writes the values and version = version + 1. */
#ifndef WORKFLOW_RECORD_H
#define WORKFLOW_RECORD_H
#include "action.h"

struct record {
    const char *thing; /* "site": the name of its path parameter and of its event's thing */
    const char *event; /* "site.changed" */
    const char *flash; /* "site_changed" */
    const char
        *address; /* where to go, "/sites/" and the id; without a slash at its end as it is */
};

/* check → insert → event → the new record's page. The new id is set as the thing's parameter. */
enum outcome record_create(struct action *action, const struct record *record);
/* lock → version → check → update → event with what differs → the record's page. */
enum outcome record_edit(struct action *action, const struct record *record);

/* Runs the step `check`; false when a rule is broken (its errors are in the form). */
bool record_check(struct action *action);
/* action_change for each column of `after` that differs from the same column of `before`; thing,
 * id, version are left out, and so are columns that begin with `_`. Either may be NULL. A column
 * `_subject` says which part of the thing the history is of. */
void record_changes(struct action *action, const struct row *before, const struct row *after);
#endif
