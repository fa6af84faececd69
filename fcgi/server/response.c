#include "response.h"

#include "../base/log.h"
#include "route.h"
#include "stream.h"

#include <string.h>

static const char security_headers[] =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; font-src "
    "'self'; "
    "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
    "'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

void response_begin(struct response *response, struct buffer *head, struct buffer *body,
                    bool secure)
{
    buffer_clear(head);
    buffer_clear(body);
    *response = (struct response){.status = 200,
                                  .type = "text/html; charset=utf-8",
                                  .secure = secure,
                                  .body = body,
                                  .head = head};
}

void response_restart(struct response *response, int status)
{
    buffer_clear(response->body);
    if (stream_begun(response))
        response->stream->broken = true;
    response->status = status;
    response->cache = response->disposition = NULL;
    response->type = "text/html; charset=utf-8";
}

static bool clean(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if (*at < 0x20 || *at == 0x7F)
            return false;
    return true;
}

void response_header(struct response *response, const char *name, const char *value)
{
    if (clean(value))
        buffer_printf(response->head, "%s: %s\r\n", name, value);
    else
        log_line(LOG_ERROR, "header_refused", "name", name, NULL);
}

void response_cookie(struct response *response, const char *name, const char *value, long max_age)
{
    if (!clean(value) || strpbrk(value, " \",;\\")) {
        log_line(LOG_ERROR, "cookie_refused", "name", name, NULL);
        return;
    }
    buffer_printf(response->head, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax", name, value);
    if (max_age >= 0)
        buffer_printf(response->head, "; Max-Age=%ld", max_age);
    buffer_printf(response->head, "%s\r\n", response->secure ? "; Secure" : "");
}

void response_redirect(struct response *response, const char *location)
{
    response_restart(response, 303);
    response_header(response, "Location", route_local_path(location) ? location : "/");
}

const char *response_reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } reasons[] = {{200, "OK"},
                   {303, "See Other"},
                   {304, "Not Modified"},
                   {400, "Bad Request"},
                   {401, "Unauthorized"},
                   {403, "Forbidden"},
                   {404, "Not Found"},
                   {405, "Method Not Allowed"},
                   {409, "Conflict"},
                   {413, "Content Too Large"},
                   {415, "Unsupported Media Type"},
                   {422, "Unprocessable Content"},
                   {429, "Too Many Requests"},
                   {500, "Internal Server Error"},
                   {502, "Bad Gateway"},
                   {503, "Service Unavailable"},
                   {504, "Gateway Timeout"}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return "Unknown";
}

void response_head(const struct response *response, struct buffer *out)
{
    buffer_clear(out);
    buffer_printf(out, "Status: %d %s\r\n", response->status, response_reason(response->status));
    bool flows = stream_begun(response);
    if (flows || response->body->length > 0)
        buffer_printf(out, "Content-Type: %s\r\n", response->type);
    if (response->status != 304 && !flows)
        buffer_printf(out, "Content-Length: %zu\r\n", response->body->length);
    buffer_text(out, security_headers);
    buffer_printf(out, "Cache-Control: %s\r\n", response->cache ? response->cache : "no-store");
    buffer_printf(out, "Referrer-Policy: %s\r\n",
                  response->secret_address ? "strict-origin" : "same-origin");
    if (response->secure)
        buffer_text(out, "Strict-Transport-Security: max-age=31536000\r\n");
    if (response->disposition && clean(response->disposition))
        buffer_printf(out, "Content-Disposition: %s\r\n", response->disposition);
    buffer_add(out, response->head->bytes, response->head->length);
    buffer_text(out, "\r\n");
}
