/* An action: the C half of one ACTION row of routes.def. It runs inside one transaction that the server has begun; the
 * viewer's right and the submission's token were checked in the same transaction. It locks, checks rules, changes,
 * leaves one event, and says where to go. It may be run again from its start when the database asks for a retry, so it
 * keeps no state of its own.
 *
 * Database failures are sticky: after one, every call here does nothing and returns NULL or false, and the
 * server looks at the failure before it looks at the outcome. So an action reads straight down:
 *
 *   enum outcome ordering_withdraw(struct action *action)
 *   {
 *       const struct row *order = action_row(action, "lock");
 *       if (!order)
 *           return OUTCOME_MISSING;
 *       if (!action_version(action, order))
 *           return OUTCOME_STALE;
 *       if (!text_equal(row_text(order, "state"), "sent"))
 *           return action_refuse(action, NULL, "error.order_not_sent");
 *       action_step(action, "withdraw");
 *       action_event(action, "order.withdrawn", "order", action_id(action, "order"));
 *       action_change(action, "state", NULL, "sent", "withdrawn");
 *       action_step(action, "recount");
 *       return action_go(action, "order_withdrawn", "/orders/%" PRId64, action_id(action, "order"));
 *   }
 */
#ifndef WORKFLOW_ACTION_H
#define WORKFLOW_ACTION_H
#include "../base/arena.h"
#include "../base/row.h"
#include "../base/text.h"
#include "../data/connection.h"
#include "../view/form.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>

enum outcome {
    OUTCOME_DONE,    /* 303 to action->location */
    OUTCOME_INVALID, /* 422: the form again with errors */
    OUTCOME_STALE,   /* 409: the form again with what changed meanwhile */
    OUTCOME_MISSING, /* 404 */
    OUTCOME_REFUSED, /* 409: a rule of the workflow forbids it now; the form again with the error */
    OUTCOME_LIMITED, /* 429 */
    OUTCOME_AGAIN /* 200: nothing was done; the form as typed, what the page searches by (:q) from its fields of those names */
};

/* What accounts need of the server, and nobody else. */
struct action_session {
    int64_t begin_person; /* set: a new session for this person after commit */
    bool end;             /* set by people_sign_out */
    const char *lang;     /* set: remember this language in the cookie */
    const char *address;  /* the client's network address */
    int invitation_days, password_reset_minutes; /* of the configuration */
};

/* What a PRINT row is asked for; jobs print it by this alone. */
struct action_print {
    const char *area, *name; /* the row's */
    const char *thing,
        *right; /* what jobs ask sql/rights/ again before they read: "" when being signed in is enough */
    const char *address; /* where it was asked for, with its query */
    const char *
        parameters; /* of the query, encoded: each of the row as name:id=, name:text= or name:null= */
};
struct inbound;

struct action {
    struct arena *arena;
    struct connection *connection;
    const struct query_store *store; /* all query files: events and mails are written by it */
    const struct query_file *sql;    /* sql/<area>/<name>.sql: its steps */
    struct form_values *form;        /* valid when the action is called */
    struct parameters *parameters;   /* path parameters, form fields, :viewer :lang :today :now */
    int64_t viewer;                  /* person id; 0 when nobody is signed in (public actions) */
    const char *lang;
    const char *request_id;
    struct action_session *session;
    const struct action_print *print; /* of a PRINT row, else NULL */
    struct inbound *inbound;          /* a partner's message (inbound.h), else NULL */

    enum data_result result;      /* first database failure */
    const char *location, *flash; /* set by action_go */
    int64_t event;                /* the event just written */
    const char *event_thing;      /* what it is about */
    int64_t event_thing_id;
    int64_t event_changes;   /* how many changes it has so far */
    int64_t stale_version;   /* what the form had, when OUTCOME_STALE */
    const char *stale_thing; /* and which thing: its events since are shown */
    int64_t stale_id;
};
typedef enum outcome action_function(struct action *action);

/* Runs a step that returns no rows (INSERT, UPDATE, DELETE). False after a failure. */
bool action_step(struct action *action, const char *step);
/* Like action_step, but a value that is there already (UNIQUE) is no failure: false and *taken is true. Nothing of
 * the statement was done; the transaction goes on. */
bool action_step_unless_taken(struct action *action, const char *step, bool *taken);
/* Rows changed by the last step. */
int64_t action_affected(const struct action *action);
/* First row of a step, copied to the arena; NULL when there is none or after a failure. */
const struct row *action_row(struct action *action, const char *step);
/* All rows of a step; *count 0 and NULL when none. */
const struct row *const *action_rows(struct action *action, const char *step, size_t *count);
/* Id of the last INSERT. */
int64_t action_inserted(struct action *action);
/* A path or form parameter that is an id; 0 when it is not there. */
int64_t action_id(struct action *action, const char *name);
/* Keeps bytes as rows that are none larger than a packet: the step runs once a piece, with :piece (1 …) and :bytes. */
void action_pieces(struct action *action, const char *step, const void *bytes, size_t length);
/* Sets a parameter for steps to come. NULL text is SQL NULL. */
void action_set(struct action *action, const char *name, int64_t integer);
/* 0: NULL. */
void action_set_id(struct action *action, const char *name, int64_t id);
void action_set_text(struct action *action, const char *name, const char *text);
void action_set_null(struct action *action, const char *name);

/* True when the form's `version` equals the row's `version`. Else remembers thing and id (columns of sql's lock
 * step: `thing`, `id`) for the page that shows what changed. */
bool action_version(struct action *action, const struct row *locked);
/* Adds an error and gives OUTCOME_INVALID. */
enum outcome action_invalid(struct action *action, const char *field, const char *label);
/* A rule forbids it: error over the form, OUTCOME_REFUSED. */
enum outcome action_refuse(struct action *action, const char *field, const char *label);
/* 303 with the flash label `flash.<flash>`. */
enum outcome action_go(struct action *action, const char *flash, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, back to a list as its page was: the form's field `here` is that page's query, and is left out when it holds
 * what no query does. */
enum outcome action_back(struct action *action, const char *flash, const char *path);

/* Writes the event. kind "order.sent": label `event.order.sent`. thing "order", id; the thing's version after the change,
 * its institution, site and activity are found by sql/events/<thing>.sql (its first block: parameter :id, columns version,
 * institution, site, activity; no row: all unknown). Call after the change, once an action (bulk actions: once a thing). Then action_change for each value that changed; subject names a part (a unit), or NULL. Equal values write
 * nothing. */
void action_event(struct action *action, const char *kind, const char *thing, int64_t id);
/* The event alone: nothing becomes read, and nothing is found by new words. Of what happens to many at once and changes
 * nothing that others see: signing in and out. */
void action_event_alone(struct action *action, const char *kind, const char *thing, int64_t id);
void action_change(struct action *action, const char *field, const char *subject, const char *from,
                   const char *to);
void action_change_integer(struct action *action, const char *field, const char *subject,
                           int64_t from, int64_t to);
/* action_change for every plain field of the form that differs from the row's column of the same name. */
void action_changes(struct action *action, const struct row *before);
/* Tells of the event to whom step `recipients` of sql/mail/<kind with . as _>.sql names (column person; parameters :event,
 * :thing_id, :today and :viewer): a notice inside for everyone with an open account but who did it, and a mail as each has
 * chosen for the kind's topic (notify.c has the table): at once, gathered for the day's digest, or none. What concerns an
 * account is mailed to all of them at once. */
void action_notify(struct action *action, const char *mail);
/* The same, but nobody gets it at once: one mail a day at most. */
void action_notify_gathered(struct action *action, const char *mail);
/* The same, but whoever did it gets it too, at once: what a person handed in. */
void action_receipt(struct action *action, const char *mail);
/* The same, mailed to all of them at once whatever they have chosen, and to who did it: what nobody is to do unseen. */
void action_alarm(struct action *action, const char *mail);

/* Asks for a job (fcgi/jobs/kinds.c has the kinds) about a thing, in the viewer's name and language: begun after the commit. */
void action_job(struct action *action, const char *kind, const char *thing, int64_t id);

/* For what many actions share: a step of another file ("events/write"), with parameters of its own. All its rows; *count 0
 * and NULL when none. */
const struct row *const *action_run(struct action *action, const char *file, const char *step,
                                    const struct parameters *parameters, size_t *count);
#endif
