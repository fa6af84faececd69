/* A page: every block of its statements in one read transaction, the document, the stylesheet, the bytes. */
#ifndef SERVER_PAGE_H
#define SERVER_PAGE_H
#include "../view/document.h"
#include "visit.h"

/* How a page is shown. Zeroes: freshly, with status 200. */
struct page_state {
    int status;
    struct form_values *form; /* what was submitted, when it is shown again */
    bool permitted;           /* the right was there when the action began; it may be gone by now */
    const char *stale_thing;  /* what it is that changed meanwhile */
    int64_t stale_id, stale_version;
};

/* Answers a GET, or shows the page again after a refused submission: begins the transaction, finds the session, checks
 * rights, reads, commits, renders; tries again once when the database says so. Whatever happens, visit->response
 * is an answer afterwards. */
void page_answer(struct visit *visit, const struct page_state *state);
/* An error page in the viewer's language; plain text when even that fails. parameter: what was at fault, or NULL. */
void page_error(struct visit *visit, int status, const char *parameter);
/* The error page that a database failure deserves. */
void page_data_error(struct visit *visit, enum data_result result);
/* A document with everything every page has. */
struct document *page_document(struct visit *visit, const char *area, const char *name);
/* 303 to sign-in, which comes back to this page: of a POST without its query and content. */
void page_sign_in(struct visit *visit);
#endif
