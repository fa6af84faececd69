/* One request on its way to an answer: who asks, for what, in which language. On the request's arena. */
#ifndef SERVER_VISIT_H
#define SERVER_VISIT_H
#include "../base/row.h"
#include "request.h"
#include "response.h"
#include "route.h"
#include "service.h"

/* Rows of a page of a list, unless it says otherwise. */
enum { PAGE_ROWS = 50 };

struct writer_heading;

struct visit {
    struct service *service;
    struct request *request;
    struct response *response;
    struct arena *arena;
    const struct route *route; /* NULL until matched */
    const char *file; /* the route's, "calendar/month"; as a calendar "calendar/month.ics" */
    struct parameters parameters;
    const char *lang;
    const char *today, *now;
    int64_t page_rows;                    /* of a list */
    const struct writer_heading *heading; /* of a list as a file, from its page's words (table.c) */
    bool floor;                           /* bench: read what the page reads, show nothing of it */

    /* session.c */
    int64_t person; /* 0: signed out */
    const char *person_name;
    bool session_stale;             /* seen_at is to be brought up to date */
    unsigned char session_hash[32]; /* of the cookie, when one came */
    unsigned char form_key[32];
    bool form_cookie_offered, flash_cleared; /* header lines that a second try does not add again */

    /* rights.c */
    const struct row *viewer, *rights;
    int64_t notices; /* unread ones; only pages ask for them */

    int64_t partner; /* partner.c: whose key it was; 0: a person's visit */

    const struct row *state; /* conditional.c: of an ATOM row, once read */

    bool key_stale; /* key.c: its last use is to be brought up to date */
};

void visit_begin(struct visit *visit, struct service *service, struct request *request,
                 struct response *response);
/* Whether this visit has used up the time in which a database failure may be tried again. */
bool visit_late(const struct visit *visit);
/* The same for a submission, which may have waited for another one's lock. */
bool visit_submission_late(const struct visit *visit);
#endif
