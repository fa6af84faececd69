/* Sessions: a random cookie whose hash is in the database. */
#ifndef SERVER_SESSION_H
#define SERVER_SESSION_H
#include "visit.h"

#define SESSION_TOKEN_TEXT 65

/* What the cookies say without the database: signed out, with a form key of the form cookie, and the language of the
 * cookie, then Accept-Language, then nb. Sets :viewer and :lang. */
void session_guess(struct visit *visit);
/* Whether a session's cookie came at all. */
bool session_claimed(const struct visit *visit);
/* Person, name, language and form key of the session's cookie, in one statement. A visit without a good cookie stays as
 * session_guess left it. */
enum data_result session_find(struct visit *visit);
/* Brings seen_at up to date, at most once a minute; in its own statement, failure does not matter. */
void session_touch(struct visit *visit);
/* Signed out: gives the browser the cookie that its forms' tokens hang on, unless it has one. */
void session_offer_form_cookie(struct visit *visit);

/* In the action's transaction: a new session for `person` in the place of the present one. `token`: from
 * random_hex, a new one each try. */
enum data_result session_start(struct visit *visit, int64_t person, const char *token);
enum data_result session_end(struct visit *visit);
/* After commit: the cookie. token NULL deletes it. */
void session_set_cookie(struct visit *visit, const char *token);

/* The flash of the last action: shown once. NULL when there is none. Clears the cookie. */
const char *session_take_flash(struct visit *visit);
void session_set_flash(struct visit *visit, const char *flash);
void session_set_language(struct visit *visit, const char *lang);
#endif
