/* An answer that is sent while its rows come, for what is too long to be held. The response's body holds a chunk of it at a time:
 * who writes calls stream_flow after every row, and leaves what is less than a chunk there at the end. Head and first bytes
 * leave with the first chunk, without a Content-Length; an answer of less than a chunk is an ordinary one.
 *
 * What has been sent cannot be taken back. When something fails on the way (response_restart, which error pages begin with),
 * or the worker dies, the connection ends without FastCGI's end record; nginx then closes the browser's without the last
 * chunk of HTTP/1.1, and nobody takes half for the whole (tests/http/test_stream.py). */
#ifndef SERVER_STREAM_H
#define SERVER_STREAM_H
#include "../base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct response;

enum { STREAM_CHUNK = 64 * 1024 };

/* Sends `part`; false when the other side went away. */
typedef bool stream_sender(void *context, const struct buffer *part);

struct stream { /* one a worker */
    stream_sender *send;
    void *context;
    bool headless; /* HEAD: chunks are dropped */
    bool begun;    /* the head has left: status and header lines are final */
    bool broken;
    uint64_t sent; /* bytes of the body */
    struct buffer head;
};

/* Before a request is answered. */
void stream_reset(struct stream *stream, bool headless);
/* Sends the body when there is a chunk of it. False: nobody listens any more, or the answer cannot become whole; stop then (a
 * row function gives 1). Where a response has no stream (tests, jobs) the body holds it all. */
bool stream_flow(struct response *response);
/* Whether something of the answer has left: then nothing may be tried a second time. */
bool stream_begun(const struct response *response);
/* Bytes of the body, sent and not. */
uint64_t stream_bytes(const struct response *response);
#endif
