/* Runs one action as the server does: statements, form and transaction are the real ones, on a database of this test
 * program's own. The server: PRAKTIKUM_TEST_SOCKET, else the one of PRAKTIKUM_CONF. */
#ifndef TESTS_WORKFLOW_SUPPORT_ACTION_H
#define TESTS_WORKFLOW_SUPPORT_ACTION_H
#include "../../fcgi/workflow/action.h"

/* What an action came to. Lives until the next act(). */
struct done {
    enum outcome outcome; /* INVALID also when the form itself refuses */
    enum data_result result;
    const char *location, *flash; /* "" when there is none */
    const char
        *errors; /* "field:label field:label", in the form's order; ":label" is the whole form's */
    struct action_session session;
    int64_t stale_version;
};

/* cmocka set-up and tear-down of the group: the database, migrated; statements and forms loaded. */
int action_set_up(void **state);
int action_tear_down(void **state);

/* Runs the function as `viewer` (0: nobody). file: "people/profile"; form: its definition; path: "site=1&unit=2";
 * fields: urlencoded, as a browser sends them. Commits what is DONE, rolls back everything else. */
struct done act(action_function *function, const char *file, const char *form, int64_t viewer,
                const char *path, const char *fields);

#define DONE(result) assert_int_equal((result).outcome, OUTCOME_DONE)
/* The action or its form said no, with just these errors. */
void refused(const char *errors, struct done result);

/* In a forked child: a connection of its own to the same database; what the parent has is left alone. End with _exit. */
void act_on_own_connection(void);
/* The connection and statements of the test. */
struct connection *act_connection(void);
const struct query_store *act_store(void);
/* Another connection to the same database. */
struct connection *act_connect(void);

/* Statements of the test itself: must succeed; %s and the like as in printf. */
void must(const char *sql, ...) __attribute__((format(printf, 1, 2)));
/* First column of the first row: as an integer (-1 when there is no row), as text ("" when NULL or none). */
int64_t number(const char *sql, ...) __attribute__((format(printf, 1, 2)));
const char *text(const char *sql, ...) __attribute__((format(printf, 1, 2)));
/* A right of sql/rights/<thing>.sql for that viewer. */
bool may(const char *thing, const char *right, int64_t id, int64_t viewer);
/* Rows of a page's block: how many, and whether one of them has this value in that column. */
size_t rows(const char *file, const char *block, int64_t viewer, const char *parameters);
bool rows_have(const char *file, const char *block, int64_t viewer, const char *parameters,
               const char *column, const char *value);
/* That column of all rows, in their order (a list: by its first sort), with | between. */
const char *rows_joined(const char *file, const char *block, int64_t viewer, const char *parameters,
                        const char *column);
/* The total a list gives. */
int64_t total(const char *file, const char *block, int64_t viewer, const char *parameters);
/* `today` is fixed: 2026-11-21. */

/* A small region, made once by region_set_up (action_set_up and the rows): two institutions, two sites with units
 * 1 Medisin › 2 Post 1 › 3 Rom 4 and 4 Kirurgi (site 1), 5 Skolen (site 2), two municipalities, and who acts in it. */
enum { INSTITUTION = 1, INSTITUTION_TWO, SITE = 1, SITE_TWO };
enum { ADMIN = 1, PLANNER, PLANNER_TWO, ADVISER, SITE_ADMIN, SITE_ADMIN_TWO, COORDINATOR, STUDENT };
#define PASSWORD "korrekt hest batteri" /* of all of them */
int region_set_up(void **state);
/* Somebody more, with PASSWORD (unless there is one of that id), and a role of theirs at an institution. */
void staff(int person, const char *role, int institution);
/* Adds the words of everything to the search index: after rows that no action has written. */
void search_fill(void);
#endif
