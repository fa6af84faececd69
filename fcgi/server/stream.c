#include "stream.h"

#include "response.h"

void stream_reset(struct stream *stream, bool headless)
{
    stream->headless = headless;
    stream->begun = stream->broken = false;
    stream->sent = 0;
}

/* The head, once; false when it could not be sent. */
static bool begin(struct stream *stream, const struct response *response)
{
    if (stream->begun)
        return true;
    stream->begun = true;
    response_head(response, &stream->head);
    return stream->send(stream->context, &stream->head);
}

bool stream_flow(struct response *response)
{
    struct stream *stream = response->stream;
    struct buffer *body = response->body;
    if (body->full || (stream && stream->broken))
        return false;
    if (!stream || !stream->send || body->length < STREAM_CHUNK)
        return true;
    if (!begin(stream, response) || (!stream->headless && !stream->send(stream->context, body)))
        stream->broken = true;
    stream->sent += body->length;
    buffer_clear(body);
    return !stream->broken;
}

bool stream_begun(const struct response *response)
{
    return response->stream && response->stream->begun;
}

uint64_t stream_bytes(const struct response *response)
{
    return response->body->length + (response->stream ? response->stream->sent : 0);
}
