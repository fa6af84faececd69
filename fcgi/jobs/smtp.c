#include "smtp.h"

#include "../base/heap.h"
#include "../base/text.h"

#include <ctype.h>
#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { CONNECT_SECONDS = 10, ANSWER_SECONDS = 10, REPLY_MAXIMUM = 4000 };

/* What was last said to the server. */
enum stage { BEFORE, SENDER, RECIPIENT, DATA, HANDED };

struct smtp {
    const struct config *config;
    CURL *curl;
    const struct buffer *message;
    size_t sent; /* bytes of it given to libcurl */
    enum stage stage;
    bool answered; /* a whole reply came since */
    bool over;     /* libcurl has said QUIT: what comes now is not about the message */
    bool kept;     /* the last transfer left a connection */
    curl_socket_t socket;
    struct buffer reply; /* the last one, its lines without codes */
    bool reply_open;     /* more lines of it come */
    char error[CURL_ERROR_SIZE];
    long connections;
};

static size_t give(char *out, size_t size, size_t count, void *context)
{
    struct smtp *smtp = context;
    size_t length = smtp->message->length - smtp->sent;
    if (length > size * count)
        length = size * count;
    memcpy(out, smtp->message->bytes + smtp->sent, length);
    smtp->sent += length;
    if (smtp->sent == smtp->message->length) { /* from here on it may be taken over */
        smtp->stage = HANDED;
        smtp->answered = false;
    }
    return length;
}

/* A line of a reply: "250-SIZE 1000\r\n" has more after it, "250 ok\r\n" is the last. The code is kept once. */
static size_t hear(char *line, size_t size, size_t count, void *context)
{
    struct smtp *smtp = context;
    size_t length = size * count, code = smtp->reply_open && length > 4 ? 4 : 0;
    if (smtp->over)
        return length;
    if (!smtp->reply_open)
        buffer_clear(&smtp->reply);
    buffer_add(&smtp->reply, line + code, length - code);
    smtp->reply_open = length > 3 && line[3] == '-';
    smtp->answered = !smtp->reply_open;
    return length;
}

static size_t drop(char *bytes, size_t size, size_t count, void *context)
{
    (void)bytes;
    (void)context;
    return size * count;
}

static int remember(void *context, curl_socket_t opened, curlsocktype purpose)
{
    struct smtp *smtp = context;
    (void)purpose;
    smtp->socket = opened;
    return CURL_SOCKOPT_OK;
}

/* libcurl tells here which commands it sends: where a failure belongs. */
static int watch(CURL *curl, curl_infotype type, char *bytes, size_t length, void *context)
{
    static const struct {
        const char *name;
        enum stage stage;
    } commands[] = {{"MAIL FROM:", SENDER}, {"RCPT TO:", RECIPIENT}, {"DATA\r", DATA}};
    struct smtp *smtp = context;
    (void)curl;
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    if (length >= 4 && strncmp(bytes, "QUIT", 4) == 0) {
        smtp->over = true;
        if (!smtp->answered) /* who is silent would be waited for once more */
            shutdown(smtp->socket, SHUT_RDWR);
        return 0;
    }
    smtp->answered = false;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (length >= strlen(commands[i].name) &&
            strncmp(bytes, commands[i].name, strlen(commands[i].name)) == 0)
            smtp->stage = commands[i].stage;
    return 0;
}

/* "smtp://host:587/name": the path is how we greet, an IP address in brackets. */
static char *server_address(const struct config *config)
{
    const char *start = strstr(config->base_address, "://");
    start = start ? start + 3 : config->base_address;
    int length = (int)strcspn(start, ":/");
    bool number = strspn(start, "0123456789.") == (size_t)length;
    size_t size = strlen(config->smtp_address) + (size_t)length + 10;
    char *address = heap_alloc(size);
    snprintf(address, size, number ? "%s/%%5B%.*s%%5D" : "%s/%.*s", config->smtp_address, length,
             start);
    return address;
}

static void prepare(struct smtp *smtp, long seconds)
{
    const struct config *config = smtp->config;
    CURL *curl = smtp->curl;
    char *address = server_address(config);
    bool required = strcmp(config->smtp_tls, "required") == 0;
    curl_easy_reset(curl); /* keeps the connection */
    curl_easy_setopt(curl, CURLOPT_URL, address);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT,
                     seconds < CONNECT_SECONDS ? seconds : (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, remember);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTDATA, smtp);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     required                              ? (long)CURLUSESSL_ALL
                     : strcmp(config->smtp_tls, "no") == 0 ? (long)CURLUSESSL_NONE
                                                           : (long)CURLUSESSL_TRY);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (*config->smtp_ca_file)
        curl_easy_setopt(curl, CURLOPT_CAINFO, config->smtp_ca_file);
    if (*config->smtp_user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, config->smtp_user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, config->smtp_password);
    }
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, smtp->error);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, smtp);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, watch);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, smtp);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); /* to `watch`, nowhere else */
    free(address);
}

struct smtp *smtp_new(const struct config *config)
{
    if (!*config->smtp_address)
        return NULL;
    signal(SIGPIPE, SIG_IGN); /* a server that closes while TLS writes */
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        abort();
    struct smtp *smtp = heap_alloc(sizeof *smtp);
    *smtp = (struct smtp){.config = config, .curl = curl_easy_init(), .socket = CURL_SOCKET_BAD};
    if (!smtp->curl)
        abort();
    buffer_init(&smtp->reply, REPLY_MAXIMUM);
    return smtp;
}

void smtp_free(struct smtp *smtp)
{
    if (!smtp)
        return;
    curl_easy_cleanup(smtp->curl);
    buffer_free(&smtp->reply);
    free(smtp);
    curl_global_cleanup();
}

/* Each `secret` in `text` becomes dots of the same length. */
static void cover(char *text, const char *secret)
{
    size_t length = strlen(secret);
    for (char *at = text; length > 0 && (at = strstr(at, secret)); at += length)
        memset(at, '.', length);
}

/* Servers quote what they refuse: an address of a mail may be in it, and that opens an account. */
static void cover_keys(char *text)
{
    static const char name[] = "key=";
    for (char *at = text; (at = strstr(at, name));)
        for (at += sizeof name - 1; isalnum((unsigned char)*at) || *at == '_' || *at == '-'; at++)
            *at = '.';
}

static void write_words(const struct smtp *smtp, const char *text, char words[SMTP_WORDS])
{
    char whole[REPLY_MAXIMUM + 1];
    size_t length = 0;
    bool known = text_utf8(text, strlen(text));
    for (; *text && length < REPLY_MAXIMUM; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte <= ' ' || byte == 0x7F) {
            if (length > 0 && whole[length - 1] != ' ')
                whole[length++] = ' ';
        } else {
            whole[length++] = known || byte < 0x80 ? *text : '?';
        }
    }
    while (length > 0 && whole[length - 1] == ' ')
        length--;
    whole[length] = '\0';
    cover(whole, smtp->config->smtp_password);
    cover_keys(whole);
    if (length >= SMTP_WORDS)
        for (length = SMTP_WORDS - 1; length > 0 && (whole[length] & 0xC0) == 0x80; length--)
            ;
    memcpy(words, whole, length);
    words[length] = '\0';
}

static int code_of(const struct smtp *smtp)
{
    return smtp->answered && smtp->reply.length >= 3 ? atoi(smtp->reply.bytes) : 0;
}

/* The server's last reply when that is what went wrong, else what libcurl says of it. */
static void write_outcome(const struct smtp *smtp, CURLcode result, char words[SMTP_WORDS])
{
    bool reply = code_of(smtp) >= 400 || (result == CURLE_OK && smtp->reply.length > 0);
    const char *own = *smtp->error ? smtp->error : curl_easy_strerror(result);
    write_words(smtp, reply ? smtp->reply.bytes : own, words);
}

static CURLcode perform_once(struct smtp *smtp)
{
    long opened = 0;
    smtp->sent = 0;
    smtp->stage = BEFORE;
    smtp->answered = smtp->reply_open = smtp->over = false;
    smtp->error[0] = '\0';
    buffer_clear(&smtp->reply);
    CURLcode result = curl_easy_perform(smtp->curl);
    curl_easy_getinfo(smtp->curl, CURLINFO_NUM_CONNECTS, &opened);
    smtp->connections += opened;
    smtp->kept = smtp->kept && opened == 0;
    return result;
}

/* When the server has let go of the connection that was kept, nothing is lost by asking on a new one. */
static CURLcode perform(struct smtp *smtp)
{
    CURLcode result = perform_once(smtp);
    bool silent = !smtp->answered || code_of(smtp) == 421;
    if (result != CURLE_OK && smtp->kept && silent && smtp->stage != HANDED) {
        curl_easy_setopt(smtp->curl, CURLOPT_FRESH_CONNECT, 1L);
        result = perform_once(smtp);
    }
    smtp->kept = result == CURLE_OK;
    return result;
}

static enum smtp_result judge(const struct smtp *smtp, CURLcode result)
{
    int code = code_of(smtp);
    if (result == CURLE_OK)
        return SMTP_ACCEPTED;
    if (smtp->stage == HANDED && code < 400)
        return SMTP_UNKNOWN;
    if (smtp->stage < SENDER || code < 400 || code == 421)
        return SMTP_UNREACHED;
    if (smtp->stage == SENDER && code != 552) /* not its size: who we are */
        return SMTP_UNREACHED;
    return code < 500 ? SMTP_LATER : SMTP_REFUSED;
}

enum smtp_result smtp_send(struct smtp *smtp, const char *from, const char *to,
                           const struct buffer *message, char words[SMTP_WORDS])
{
    struct curl_slist *recipients = curl_slist_append(NULL, to);
    if (!recipients)
        abort();
    smtp->message = message;
    prepare(smtp, smtp->config->smtp_timeout);
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(smtp->curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(smtp->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)message->length);
    curl_easy_setopt(smtp->curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(smtp->curl, CURLOPT_READDATA, smtp);
    CURLcode result = perform(smtp);
    write_outcome(smtp, result, words);
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(recipients);
    smtp->message = NULL;
    return judge(smtp, result);
}

bool smtp_answers(struct smtp *smtp, char words[SMTP_WORDS])
{
    prepare(smtp, ANSWER_SECONDS);
    curl_easy_setopt(smtp->curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    curl_easy_setopt(smtp->curl, CURLOPT_NOBODY, 1L);
    CURLcode result = perform(smtp);
    write_outcome(smtp, result, words);
    return result == CURLE_OK;
}

long smtp_connections(const struct smtp *smtp)
{
    return smtp->connections;
}
