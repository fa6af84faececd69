/* A request as it came in, within limits. Everything in it is valid UTF-8 without control characters (form values may
 * hold line breaks and tabs) and lives on the request's arena. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H
#include "../base/arena.h"
#include "../base/fields.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_PUT, METHOD_OTHER };
enum format {
    FORMAT_HTML,
    FORMAT_XML,
    FORMAT_CSV,
    FORMAT_XLSX,
    FORMAT_ODS,
    FORMAT_ICS,
    FORMAT_ATOM,
    FORMAT_ELMO
};
/* "ics", "atom", "elmo": what is read outside the browser and has a stylesheet of its own, <name>.ics.xsl; NULL of the others. */
const char *format_outside(enum format format);

#define REQUEST_BODY_LIMIT ((size_t)256 * 1024)
#define REQUEST_FILE_LIMIT ((size_t)8 << 20)

struct request {
    enum method method;
    enum format format;
    const char *method_text;
    const char *path;       /* decoded, without the suffix of a format: "/orders/17" */
    const char *query_text; /* as sent, without "?"; "" when there is none */
    struct fields query, form, cookies;
    const char *id;                                  /* 32 hexadecimal digits */
    const char *address;                             /* REMOTE_ADDR */
    const char *origin, *fetch_site, *host, *scheme; /* NULL when absent */
    const char *accept_language, *user_agent, *if_none_match, *if_modified_since, *authorization;
    const char *content_type; /* NULL when absent */
    int64_t started_us;

    /* of PUT: its body, which is left to who takes it; length -1: not announced */
    long (*body)(void *context, char *bytes, size_t size);
    void *body_context;
    int64_t body_length;
};

/* Gives up to `size` bytes of the body into `bytes`; 0 at its end, -1 on failure. */
typedef long body_reader(void *context, char *bytes, size_t size);

/* Whether the form at a path takes a file: only there a body may be multipart, of REQUEST_FILE_LIMIT and a usual form. */
typedef bool takes_file_function(const void *context, const char *path);
struct request_source {
    char **environment;
    body_reader *reader;
    void *reader_context;
    takes_file_function *takes_file; /* NULL: none does */
    const void *takes_file_context;
};

/* Reads the environment and the body. 0, or the status to answer: 400, 413; then *culprit names the
 * parameter at fault ("" when it is not one). Method, id and cookies are there even then, as far as they were good. */
int request_read(struct request *request, struct arena *arena, const struct request_source *source,
                 const char **culprit);

/* nb, nn, sv or en from Accept-Language; NULL when none is wanted. */
const char *request_language(const char *accept_language);
#endif
