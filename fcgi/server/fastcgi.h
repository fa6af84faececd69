/* libfcgi, kept in one file: a request from an accepted connection, and the answer in one write, or in parts. */
#ifndef SERVER_FASTCGI_H
#define SERVER_FASTCGI_H
#include "../base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

struct fastcgi;

/* Once a process; resets no signal handler, so set yours afterwards. */
struct fastcgi *fastcgi_new(void);
void fastcgi_free(struct fastcgi *fastcgi);
/* Takes over the accepted descriptor and reads the parameters; NULL when what came was not a request (closed then). */
char **fastcgi_begin(struct fastcgi *fastcgi, int fd);
/* body_reader of request.h; context is the struct fastcgi. */
long fastcgi_read(void *context, char *bytes, size_t size);
/* Sends head and body as FastCGI records and closes. Either may be NULL: it is not sent. False when the other side went away. */
bool fastcgi_answer(struct fastcgi *fastcgi, const struct buffer *head, const struct buffer *body);
/* A part of an answer that is not whole yet, as records, before fastcgi_answer sends the rest. False as there. */
bool fastcgi_part(struct fastcgi *fastcgi, const struct buffer *part);
/* Closes without an answer, or in the middle of one. */
void fastcgi_drop(struct fastcgi *fastcgi);
#endif
