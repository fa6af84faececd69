#include "fastcgi.h"

#include "../base/heap.h"

#include <errno.h>
#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { RECORD = 65528, STDOUT_TYPE = 6, END_TYPE = 3, HEADER = 8, DRAIN_LIMIT = 9 << 20 };

struct fastcgi {
    FCGX_Request request;
    unsigned char (*headers)[HEADER]; /* of the records being sent */
    struct iovec *pieces;
    size_t capacity;
};

struct fastcgi *fastcgi_new(void)
{
    struct fastcgi *fastcgi = heap_alloc(sizeof *fastcgi);
    if (FCGX_Init() != 0 || FCGX_InitRequest(&fastcgi->request, -1, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        abort();
    return fastcgi;
}

void fastcgi_free(struct fastcgi *fastcgi)
{
    free(fastcgi->headers);
    free(fastcgi->pieces);
    free(fastcgi);
}

char **fastcgi_begin(struct fastcgi *fastcgi, int fd)
{
    FCGX_Request *request = &fastcgi->request;
    /* With the descriptor in place FCGX_Accept_r reads from it; without a listening socket it cannot take another. */
    request->ipcFd = fd;
    request->keepConnection = 1;
    request->listen_sock = -1;
    request->detached = 1; /* closes without waiting for the other side to close first */
    if (FCGX_Accept_r(request) != 0)
        return NULL;
    return request->envp;
}

long fastcgi_read(void *context, char *bytes, size_t size)
{
    struct fastcgi *fastcgi = context;
    FCGX_Stream *in = fastcgi->request.in;
    int got = FCGX_GetStr(bytes, size > 65536 ? 65536 : (int)size, in);
    return got > 0 || FCGX_GetError(in) == 0 ? got : -1;
}

static void fill_header(unsigned char header[HEADER], int type, int id, size_t length)
{
    header[0] = 1;
    header[1] = (unsigned char)type;
    header[2] = (unsigned char)(id >> 8);
    header[3] = (unsigned char)id;
    header[4] = (unsigned char)(length >> 8);
    header[5] = (unsigned char)length;
    header[6] = header[7] = 0;
}

static bool write_all(int fd, struct iovec *pieces, size_t count)
{
    while (count > 0) {
        ssize_t written = writev(fd, pieces, count > 1000 ? 1000 : (int)count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        while (count > 0 && (size_t)written >= pieces->iov_len) {
            written -= (ssize_t)pieces->iov_len;
            pieces++;
            count--;
        }
        if (count > 0) {
            pieces->iov_base = (char *)pieces->iov_base + written;
            pieces->iov_len -= (size_t)written;
        }
    }
    return true;
}

static size_t add_records(struct fastcgi *fastcgi, size_t at, const struct buffer *buffer)
{
    for (size_t done = 0; done < buffer->length; at++) {
        size_t some = buffer->length - done < RECORD ? buffer->length - done : RECORD;
        fill_header(fastcgi->headers[at], STDOUT_TYPE, fastcgi->request.requestId, some);
        fastcgi->pieces[2 * at] = (struct iovec){fastcgi->headers[at], HEADER};
        fastcgi->pieces[2 * at + 1] = (struct iovec){buffer->bytes + done, some};
        done += some;
    }
    return at;
}

/* What of the body nobody read: nginx takes a connection closed on its writing for a failure. */
static void drain(struct fastcgi *fastcgi)
{
    char bytes[16384];
    long got = 1;
    for (long left = DRAIN_LIMIT; left > 0 && got > 0; left -= got)
        got = fastcgi_read(fastcgi, bytes, sizeof bytes);
}

static void make_room(struct fastcgi *fastcgi, size_t bytes)
{
    size_t records = 4 + bytes / RECORD;
    if (records <= fastcgi->capacity)
        return;
    fastcgi->headers = heap_grow(fastcgi->headers, records, sizeof *fastcgi->headers);
    fastcgi->pieces = heap_grow(fastcgi->pieces, 2 * records, sizeof *fastcgi->pieces);
    fastcgi->capacity = records;
}

bool fastcgi_part(struct fastcgi *fastcgi, const struct buffer *part)
{
    drain(fastcgi);
    make_room(fastcgi, part->length);
    size_t records = add_records(fastcgi, 0, part);
    return write_all(fastcgi->request.ipcFd, fastcgi->pieces, 2 * records);
}

bool fastcgi_answer(struct fastcgi *fastcgi, const struct buffer *head, const struct buffer *body)
{
    static unsigned char end_body[8]; /* status 0, request complete */
    int id = fastcgi->request.requestId;
    size_t at = 0;
    drain(fastcgi);
    make_room(fastcgi, (head ? head->length + RECORD : 0) + (body ? body->length : 0));
    if (head)
        at = add_records(fastcgi, at, head);
    if (body)
        at = add_records(fastcgi, at, body);
    fill_header(fastcgi->headers[at], STDOUT_TYPE, id, 0);
    fastcgi->pieces[2 * at] = (struct iovec){fastcgi->headers[at], HEADER};
    fastcgi->pieces[2 * at + 1] = (struct iovec){fastcgi->headers[at + 1], HEADER};
    at++;
    fill_header(fastcgi->headers[at], END_TYPE, id, sizeof end_body);
    fastcgi->pieces[2 * at] = (struct iovec){end_body, sizeof end_body};
    bool sent = write_all(fastcgi->request.ipcFd, fastcgi->pieces, 2 * at + 1);
    fastcgi_drop(fastcgi);
    return sent;
}

void fastcgi_drop(struct fastcgi *fastcgi)
{
    FCGX_Free(&fastcgi->request, 1);
}
