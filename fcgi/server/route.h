/* routes.def as a table, its patterns split once, and the matching of a path and its query. */
#ifndef SERVER_ROUTE_H
#define SERVER_ROUTE_H
#include "../base/row.h"
#include "../workflow/action.h"
#include "request.h"

#include <stdbool.h>
#include <stddef.h>

/* As routes.def explains them. */
enum route_kind {
    ROUTE_PAGE,
    ROUTE_ACTION,
    ROUTE_FILE,   /* attachment.h */
    ROUTE_ATOM,   /* conditional.h */
    ROUTE_FEED,   /* feed.h */
    ROUTE_PRINT,  /* form and function are those of all prints */
    ROUTE_INBOUND /* inbound.h */
};
enum access {
    ACCESS_PUBLIC,
    ACCESS_LINK,
    ACCESS_KEYED,
    ACCESS_PARTNER,
    ACCESS_SIGNED_IN,
    ACCESS_VIEW,
    ACCESS_MAY
};
enum parameter_type {
    TYPE_ID,     /* 1 … 2147483647 */
    TYPE_WORD,   /* a–z and _, at most 40 */
    TYPE_TERM,   /* 2027-1 */
    TYPE_DATE,   /* 2026-11-21 */
    TYPE_TEXT,   /* 200 letters */
    TYPE_NUMBER, /* 1–9 digits, leading zeros kept */
    TYPE_FLAG,   /* 0 or 1 */
    TYPE_PATH,   /* an address within Praktikum */
    TYPE_KEY,    /* base/address_key.h: A–Z a–z 0–9 _ -, at most 100 */
    TYPE_MONTH,  /* 2027-03; the page's month: period.h */
    TYPE_HALF,   /* 2027-1; the page's term: period.h */
    TYPE_MOMENT  /* 2026-11-21T20:41:00+01:00 or a day: time_moment */
};
enum { ROUTE_SEGMENTS = 6, ROUTE_PARAMETERS = 12 };

struct route_parameter {
    const char *name;
    enum parameter_type type;
    bool of_list; /* q, sort, down, page */
};
struct route {
    enum route_kind kind;
    const char *path, *area, *name; /* as in routes.def */
    const char *form;               /* of an ACTION or PRINT, else NULL */
    action_function *function;      /* likewise, and of an INBOUND */
    enum access access;
    const char *thing, *right; /* NULL where access has none; thing "viewer" needs no id; of LINK
                                  and KEYED their purpose, of PARTNER the feed */
    const char *access_text;   /* as in routes.def, for people */
    const char *file;          /* "ordering/order" */
    size_t number;             /* its row */
    size_t segment_count;
    const char *segments[ROUTE_SEGMENTS]; /* "orders"; a thing's name for {order} */
    bool variable[ROUTE_SEGMENTS];        /* that segment is an id */
    size_t parameter_count;
    struct route_parameter parameters[ROUTE_PARAMETERS];
    bool list; /* takes q, sort, down, page */
};
struct route_table;

/* Aborts on a row that cannot be read: a programmer's error, found by any start. */
struct route_table *routes_new(void);
void routes_free(struct route_table *table);
size_t routes_count(const struct route_table *table);
const struct route *routes_at(const struct route_table *table, size_t index);
const struct route *routes_find(const struct route_table *table, const char *area,
                                const char *name);

/* The row of a path, literal segments before ids; ids are put into `parameters` by their thing's name. NULL: none. */
const struct route *routes_match(const struct route_table *table, const char *path,
                                 struct parameters *parameters);
/* The parameter that says which month or term the page shows; NULL when it shows no period. */
const struct route_parameter *route_period(const struct route *route);
/* Checks the query against the row and puts every parameter of it into `parameters` (absent or empty: NULL, but for the
 * page's month or term, which is then that of :today; those of lists are left to list.c). NULL when all is good, else the name of the offending parameter. */
const char *route_query(const struct route *route, const struct fields *query,
                        struct parameters *parameters);
/* Whether nobody need be signed in. */
bool route_open(const struct route *route);
/* Whether it is for other systems: partner.h. */
bool route_partner(const struct route *route);
/* An address to go to: begins with one slash, of visible ASCII, no backslash. */
bool route_local_path(const char *text);
#endif
