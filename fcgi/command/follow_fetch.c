#include "follow_fetch.h"

#include "../base/heap.h"
#include "../base/text.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CONNECT_SECONDS = 10, ANSWER_SECONDS = 60, TAG_SIZE = 200, PAUSE_MOST = 3600 };

struct fetch {
    CURL *curl;
    char *site; /* "https://host:port" */
    char *authorization;
    struct buffer *body;
    char tag[TAG_SIZE], said[CURL_ERROR_SIZE + 200];
    long pause;
};

/* The length of scheme, host and port; 0 when it is no address of the web. */
static size_t site_length(const char *address)
{
    size_t scheme = strncmp(address, "https://", 8) == 0  ? 8
                    : strncmp(address, "http://", 7) == 0 ? 7
                                                          : 0;
    size_t host = scheme ? strcspn(address + scheme, "/?#") : 0;
    return host > 0 && !memchr(address + scheme, '@', host) ? scheme + host : 0;
}

static bool local(const char *address)
{
    static const char *const names[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i]);
        if (strncmp(address, names[i], length) == 0 && strchr(":/?#", address[length]))
            return true; /* also at its end */
    }
    return false;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    struct fetch *fetch = context;
    buffer_add(fetch->body, bytes, size * count);
    return fetch->body->full ? 0 : size * count; /* 0 ends it */
}

/* The value of a header line when it is the one named; its length in *length. */
static const char *header_value(const char *line, size_t size, const char *name, size_t *length)
{
    size_t named = strlen(name);
    if (size <= named || line[named] != ':' || strncasecmp(line, name, named) != 0)
        return NULL;
    const char *from = line + named + 1, *end = line + size;
    while (from < end && (*from == ' ' || *from == '\t'))
        from++;
    while (end > from && strchr(" \t\r\n", end[-1]))
        end--;
    *length = (size_t)(end - from);
    return from;
}

static size_t take_header(char *line, size_t size, size_t count, void *context)
{
    struct fetch *fetch = context;
    size_t length;
    const char *value = header_value(line, size * count, "etag", &length);
    if (value && length < sizeof fetch->tag)
        snprintf(fetch->tag, sizeof fetch->tag, "%.*s", (int)length, value);
    value = header_value(line, size * count, "retry-after", &length);
    if (value && length > 0 && length < 6) {
        char digits[8];
        int64_t seconds = 0;
        snprintf(digits, sizeof digits, "%.*s", (int)length, value);
        if (text_integer(digits, 0, PAUSE_MOST, &seconds))
            fetch->pause = (long)seconds;
    }
    return size * count;
}

struct fetch *fetch_new(const char *address, const char *key, char *error, size_t error_size)
{
    size_t length = site_length(address);
    if (length == 0 || (strncmp(address, "https://", 8) != 0 && !local(address))) {
        snprintf(error, error_size,
                 length ? "a key is sent by https, or to this machine: %s"
                        : "this is no address of the web: %s",
                 address);
        return NULL;
    }
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        abort();
    struct fetch *fetch = heap_alloc(sizeof *fetch);
    size_t size = strlen(key) + 30;
    fetch->curl = curl_easy_init();
    fetch->site = heap_text(address);
    fetch->site[length] = '\0';
    fetch->authorization = heap_alloc(size);
    snprintf(fetch->authorization, size, "Authorization: Bearer %s", key);
    if (!fetch->curl)
        abort();
    return fetch;
}

void fetch_free(struct fetch *fetch)
{
    if (!fetch)
        return;
    curl_easy_cleanup(fetch->curl);
    curl_global_cleanup();
    free(fetch->site);
    free(fetch->authorization);
    free(fetch);
}

static bool of_site(const struct fetch *fetch, const char *address)
{
    size_t length = strlen(fetch->site);
    return site_length(address) == length && strncmp(address, fetch->site, length) == 0;
}

static enum fetch_result judge(struct fetch *fetch, CURLcode outcome, long status)
{
    if (outcome != CURLE_OK) {
        snprintf(fetch->said, sizeof fetch->said, "%s", curl_easy_strerror(outcome));
        return FETCH_LATER;
    }
    snprintf(fetch->said, sizeof fetch->said, "the answer was %ld", status);
    if (status == 200 || status == 304)
        return status == 200 ? FETCH_OK : FETCH_SAME;
    return status == 429 || status >= 500 ? FETCH_LATER : FETCH_REFUSED;
}

static struct curl_slist *header_lines(const struct fetch *fetch, const char *tag)
{
    char line[TAG_SIZE + 20];
    struct curl_slist *lines = curl_slist_append(NULL, fetch->authorization);
    lines = curl_slist_append(lines, "Accept: application/atom+xml");
    if (tag && *tag && (size_t)snprintf(line, sizeof line, "If-None-Match: %s", tag) < sizeof line)
        lines = curl_slist_append(lines, line);
    return lines;
}

enum fetch_result fetch_get(struct fetch *fetch, const char *address, const char *tag,
                            struct buffer *body)
{
    CURL *curl = fetch->curl;
    long status = 0;
    fetch->pause = 0;
    if (!of_site(fetch, address)) {
        snprintf(fetch->said, sizeof fetch->said, "it leads to another site");
        return FETCH_REFUSED;
    }
    struct curl_slist *lines = header_lines(fetch, tag);
    buffer_clear(body);
    fetch->body = body;
    fetch->tag[0] = '\0';
    curl_easy_reset(curl); /* keeps the connection */
    curl_easy_setopt(curl, CURLOPT_URL, address);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ANSWER_SECONDS);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "praktikum-follow");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, fetch);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, fetch);
    CURLcode outcome = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(lines);
    return judge(fetch, outcome, status);
}

const char *fetch_tag(const struct fetch *fetch)
{
    return fetch->tag;
}

long fetch_pause(const struct fetch *fetch)
{
    return fetch->pause;
}

const char *fetch_said(const struct fetch *fetch)
{
    return fetch->said;
}
