#include "message.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char digits[] = "0123456789ABCDEF";

/* Also not what looks like an encoded word: readers would decode what somebody typed. */
static bool plain_header(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || (unsigned char)*text > '~' ||
            (text[0] == '=' && text[1] == '?'))
            return false;
    return true;
}

/* Letters of one UTF-8 character. */
static size_t character(const char *text)
{
    size_t length = 1;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* One byte of an encoded word in the Q encoding: letters and digits as they are, space as underscore. */
static size_t encode_q(char out[3], unsigned char byte)
{
    bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                 (byte >= '0' && byte <= '9');
    if (byte < ' ' || byte == 0x7F)
        byte = ' ';
    if (plain || byte == ' ') {
        out[0] = byte == ' ' ? '_' : (char)byte;
        return 1;
    }
    out[0] = '=';
    out[1] = digits[byte >> 4];
    out[2] = digits[byte & 15];
    return 3;
}

void message_header(struct buffer *out, const char *text, size_t column)
{
    enum { WIDEST = 75 };
    static const char open[] = "=?UTF-8?Q?", close[] = "?=";
    if (plain_header(text) && column + strlen(text) <= 900) {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, open);
    column += sizeof open - 1;
    while (*text) {
        char encoded[3 * 8];
        size_t length = character(text), used = 0;
        for (size_t i = 0; i < length && used + 3 <= sizeof encoded; i++)
            used += encode_q(encoded + used, (unsigned char)text[i]);
        if (column + used + sizeof close - 1 > WIDEST) {
            buffer_printf(out, "%s\r\n %s", close, open);
            column = 1 + sizeof open - 1;
        }
        buffer_add(out, encoded, used);
        column += used;
        text += length;
    }
    buffer_text(out, close);
}

void message_body(struct buffer *out, const char *text)
{
    enum { WIDEST = 72 };
    size_t column = 0;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '\r')
            continue;
        if (byte == '\n') {
            buffer_text(out, "\r\n");
            column = 0;
            continue;
        }
        if (column >= WIDEST) {
            buffer_text(out, "=\r\n");
            column = 0;
        }
        bool last = text[1] == '\n' || text[1] == '\0';
        bool plain = (byte > ' ' && byte <= '~' && byte != '=') || (byte == ' ' && !last);
        if (plain && !(byte == '.' && column == 0)) {
            buffer_char(out, (char)byte);
            column++;
        } else {
            buffer_printf(out, "=%c%c", digits[byte >> 4], digits[byte & 15]);
            column += 3;
        }
    }
    if (column > 0)
        buffer_text(out, "\r\n");
}

/* "[127.0.0.1]" for an address, else the name. */
static void write_host(struct buffer *out, const char *host)
{
    bool address = strspn(host, "0123456789.") == strlen(host) && *host;
    buffer_printf(out, address ? "[%s]" : "%s", host);
}

static void write_date(struct buffer *out, int64_t seconds)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct tm utc;
    time_t time = (time_t)seconds;
    gmtime_r(&time, &utc);
    buffer_printf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[utc.tm_wday],
                  utc.tm_mday, months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
}

/* A display name: encoded, or quoted with what would end the quotes left out. */
static void write_name(struct buffer *out, const char *name)
{
    if (!plain_header(name)) {
        message_header(out, name, sizeof "To: " - 1);
        return;
    }
    buffer_char(out, '"');
    for (; *name; name++)
        if (*name != '"' && *name != '\\')
            buffer_char(out, *name);
    buffer_char(out, '"');
}

void message_sender(struct buffer *out, const struct message *message)
{
    if (*message->from) {
        buffer_text(out, message->from);
        return;
    }
    buffer_text(out, "no-reply@");
    write_host(out, message->host);
}

/* The boundary begins with =_, which quoted-printable never writes. */
static void write_part(struct buffer *out, const struct message *message, const char *type,
                       const char *body)
{
    buffer_printf(out,
                  "--=_%s\r\nContent-Type: %s; charset=utf-8\r\n"
                  "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
                  message->event, type);
    message_body(out, body);
    buffer_text(out, "\r\n");
}

void message_write(struct buffer *out, const struct message *message)
{
    write_date(out, message->date);
    buffer_text(out, "From: Praktikum <");
    message_sender(out, message);
    buffer_text(out, ">\r\nTo: ");
    write_name(out, message->to_name);
    buffer_printf(out, "\r\n <%s>\r\nSubject: ", message->to_email);
    message_header(out, message->subject, sizeof "Subject: " - 1);
    buffer_printf(out, "\r\nMessage-ID: <%s.%" PRId64 "@", message->event, message->mail);
    write_host(out, message->host);
    buffer_printf(
        out,
        ">\r\nContent-Language: %s\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative;\r\n boundary=\"=_%s\"\r\n\r\n",
        message->lang, message->event);
    write_part(out, message, "text/plain", message->text);
    write_part(out, message, "text/html", message->html);
    buffer_printf(out, "--=_%s--\r\n", message->event);
}
