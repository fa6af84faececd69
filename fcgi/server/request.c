#include "request.h"

#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"
#include "multipart.h"

#include <stdlib.h>
#include <string.h>

static const struct fields_limits query_limits = {32, 64, 2000};
static const struct fields_limits form_limits = {4000, 64, 20000};
enum { PATH_LONGEST = 1000, QUERY_LONGEST = 8000, HEADER_LONGEST = 8000 };

/* First of its name: a header that was sent twice arrives as two parameters. */
static const char *variable(char **environment, const char *name)
{
    size_t length = strlen(name);
    for (char **entry = environment; *entry; entry++)
        if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return *entry + length + 1;
    return NULL;
}

static bool printable(const char *text, size_t longest)
{
    size_t length = strlen(text);
    if (length > longest || !text_utf8(text, length))
        return false;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if (*at < 0x20 || *at == 0x7F || (*at == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0))
            return false;
    return true;
}

/* A header's value, or NULL when it is absent or cannot be trusted with being text. */
static const char *header(struct arena *arena, char **environment, const char *name)
{
    const char *text = variable(environment, name);
    return text && *text && printable(text, HEADER_LONGEST) ? arena_text(arena, text) : NULL;
}

static enum method method_of(const char *text)
{
    if (text_equal(text, "GET"))
        return METHOD_GET;
    if (text_equal(text, "HEAD"))
        return METHOD_HEAD;
    if (text_equal(text, "POST"))
        return METHOD_POST;
    if (text_equal(text, "PUT"))
        return METHOD_PUT;
    return METHOD_OTHER;
}

static const char *request_id(struct arena *arena, char **environment)
{
    const char *given = variable(environment, "REQUEST_ID");
    char id[33];
    if (given && strlen(given) == 32 && strspn(given, "0123456789abcdef") == 32)
        return arena_text(arena, given);
    random_hex(id, 16);
    return arena_text(arena, id);
}

const char *format_outside(enum format format)
{
    switch (format) {
    case FORMAT_ICS:
        return "ics";
    case FORMAT_ATOM:
        return "atom";
    case FORMAT_ELMO:
        return "elmo";
    default:
        return NULL;
    }
}

/* Takes a format's suffix off the last segment: "/orders/17.xml", "/index.xml". */
static void split_format(struct request *request, struct arena *arena)
{
    static const struct {
        const char *suffix;
        enum format format;
    } formats[] = {{".html", FORMAT_HTML}, {".xml", FORMAT_XML},  {".csv", FORMAT_CSV},
                   {".xlsx", FORMAT_XLSX}, {".ods", FORMAT_ODS},  {".ics", FORMAT_ICS},
                   {".atom", FORMAT_ATOM}, {".elmo", FORMAT_ELMO}};
    size_t length = strlen(request->path);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        size_t suffix = strlen(formats[i].suffix);
        if (length <= suffix + 1 ||
            strcmp(request->path + length - suffix, formats[i].suffix) != 0 ||
            request->path[length - suffix - 1] == '/')
            continue;
        char *path = arena_bytes(arena, request->path, length - suffix);
        request->path = strcmp(path, "/index") == 0 ? "/" : path;
        request->format = formats[i].format;
        return;
    }
}

static int read_query(struct request *request, struct arena *arena, char **environment,
                      const char **culprit)
{
    const char *text = variable(environment, "QUERY_STRING");
    if (!text || !*text)
        return 0;
    /* The text goes into links on the page, so it is held to what an address may hold. */
    size_t length = strlen(text);
    if (length > QUERY_LONGEST)
        return 400;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] <= 0x20 || (unsigned char)text[i] >= 0x7F)
            return 400;
    request->query_text = arena_text(arena, text);
    if (fields_parse_urlencoded(arena, &request->query, text, length, &query_limits, culprit) !=
        FIELDS_OK)
        return 400;
    for (size_t i = 0; i < request->query.count; i++) {
        const struct field_value *field = &request->query.items[i];
        *culprit = printable(field->name, 64) ? field->name : "";
        if (!**culprit || !printable(field->value, 2000) ||
            fields_count(&request->query, field->name) > 1)
            return 400;
    }
    *culprit = "";
    return 0;
}

static bool urlencoded(const char *type)
{
    static const char wanted[] = "application/x-www-form-urlencoded";
    return type && strncasecmp(type, wanted, sizeof wanted - 1) == 0 &&
           (type[sizeof wanted - 1] == '\0' || type[sizeof wanted - 1] == ';' ||
            type[sizeof wanted - 1] == ' ');
}

/* *length: as it was announced; -1: it was not. 0, or the status to answer. */
static int body_length(char **environment, int64_t *length, const char **culprit)
{
    const char *announced = variable(environment, "CONTENT_LENGTH");
    *length = -1;
    if (!announced || !*announced || text_integer(announced, 0, INT64_MAX, length))
        return 0;
    *culprit = "content-length";
    return 400;
}

/* The body as it came, with room for a NUL behind it. 0, or the status to answer. */
static int read_bytes(struct arena *arena, const struct request_source *source, size_t limit,
                      char **bytes, size_t *length, const char **culprit)
{
    int64_t expected;
    int status = body_length(source->environment, &expected, culprit);
    if (status)
        return status;
    if (expected > (int64_t)limit)
        return 413;
    size_t capacity = expected >= 0 ? (size_t)expected + 1 : limit + 1;
    *bytes = arena_alloc(arena, capacity);
    *length = 0;
    for (long some; *length < capacity; *length += (size_t)some) {
        some = source->reader(source->reader_context, *bytes + *length, capacity - *length);
        if (some < 0)
            return 400;
        if (some == 0)
            break;
    }
    if (*length > limit)
        return 413;
    if (expected >= 0 && *length != (size_t)expected) {
        *culprit = "content-length";
        return 400;
    }
    return 0;
}

static int read_body(struct request *request, struct arena *arena,
                     const struct request_source *source, const char **culprit)
{
    const char *type = variable(source->environment, "CONTENT_TYPE");
    const char *boundary = NULL;
    char *bytes;
    size_t length, limit = REQUEST_BODY_LIMIT;
    if (source->takes_file && source->takes_file(source->takes_file_context, request->path))
        boundary = multipart_boundary(arena, type);
    if (boundary)
        limit += REQUEST_FILE_LIMIT;
    int status = read_bytes(arena, source, limit, &bytes, &length, culprit);
    if (status)
        return status;
    if (!boundary && !urlencoded(type)) {
        *culprit = "content-type";
        return 400;
    }
    bool good = boundary ? multipart_parse(arena, &request->form, bytes, length, boundary,
                                           &form_limits, culprit)
                         : fields_parse_urlencoded(arena, &request->form, bytes, length,
                                                   &form_limits, culprit) == FIELDS_OK;
    if (!good)
        return 400;
    return request->form.file_count && request->form.files[0].length > REQUEST_FILE_LIMIT ? 413 : 0;
}

int request_read(struct request *request, struct arena *arena, const struct request_source *source,
                 const char **culprit)
{
    char **environment = source->environment;
    *request = (struct request){.query_text = "", .path = "/", .started_us = time_monotonic_us()};
    *culprit = "";
    request->id = request_id(arena, environment);
    const char *method = header(arena, environment, "REQUEST_METHOD");
    request->method_text = method && strlen(method) <= 16 ? method : "-";
    request->method = method_of(request->method_text);
    const char *address = header(arena, environment, "REMOTE_ADDR");
    request->address = address && strlen(address) <= 45 ? address : "";
    request->origin = header(arena, environment, "HTTP_ORIGIN");
    request->fetch_site = header(arena, environment, "HTTP_SEC_FETCH_SITE");
    request->host = header(arena, environment, "HTTP_HOST");
    request->scheme = header(arena, environment, "REQUEST_SCHEME");
    request->accept_language = header(arena, environment, "HTTP_ACCEPT_LANGUAGE");
    request->user_agent = header(arena, environment, "HTTP_USER_AGENT");
    request->if_none_match = header(arena, environment, "HTTP_IF_NONE_MATCH");
    request->if_modified_since = header(arena, environment, "HTTP_IF_MODIFIED_SINCE");
    request->authorization = header(arena, environment, "HTTP_AUTHORIZATION");
    request->content_type = header(arena, environment, "CONTENT_TYPE");
    const char *cookies = header(arena, environment, "HTTP_COOKIE");
    if (cookies)
        fields_parse_cookies(arena, &request->cookies, cookies);

    /* nginx's own view of the address, which its locations were chosen by; never the raw request line. */
    const char *path = variable(environment, "DOCUMENT_URI");
    if (!path || *path != '/' || !printable(path, PATH_LONGEST))
        return 400;
    request->path = arena_text(arena, path);
    split_format(request, arena);
    int status = read_query(request, arena, environment, culprit);
    if (status == 0 && request->method == METHOD_POST)
        status = read_body(request, arena, source, culprit);
    request->body = source->reader;
    request->body_context = source->reader_context;
    if (status == 0 && request->method == METHOD_PUT)
        status = body_length(environment, &request->body_length, culprit);
    return status;
}

/* Quality of one entry, in thousandths; 1000 when it says nothing. */
static int quality(const char *entry, size_t length)
{
    const char *at = memchr(entry, ';', length);
    const char *end = entry + length;
    while (at && at < end && *at != '=')
        at++;
    if (!at || at >= end)
        return 1000;
    char number[8] = "";
    size_t digits =
        (size_t)(end - at - 1) < sizeof number - 1 ? (size_t)(end - at - 1) : sizeof number - 1;
    memcpy(number, at + 1, digits);
    double weight = strtod(number, NULL);
    return weight >= 0 && weight <= 1 ? (int)(weight * 1000) : 0;
}

const char *request_language(const char *accept_language)
{
    static const char *const names[][2] = {{"nb", "nb"}, {"no", "nb"}, {"nn", "nn"},
                                           {"sv", "sv"}, {"en", "en"}, {"da", "nb"}};
    const char *best = NULL;
    int best_quality = 0;
    for (const char *at = accept_language; at && *at;) {
        at += strspn(at, ", \t");
        size_t length = strcspn(at, ",");
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            if (length < 2 || strncasecmp(at, names[i][0], 2) != 0 ||
                (length > 2 && !strchr("-; \t", at[2])))
                continue;
            if (quality(at, length) > best_quality) {
                best = names[i][1];
                best_quality = quality(at, length);
            }
        }
        at += length;
    }
    return best;
}
