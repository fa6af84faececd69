/* A zip written as it goes: parts deflated one after the other into a buffer that may be sent and cleared between any two
 * calls. Sizes stand behind each part (general purpose flag 3), so nothing is ever gone back to; one window of zlib is
 * all the memory it takes, and no file is opened. Parts and the whole stay below 4 GB. */
#ifndef SHEET_ZIP_STREAM_H
#define SHEET_ZIP_STREAM_H
#include "../base/buffer.h"

struct zip_stream;
struct zip_stream *zip_stream_new(struct buffer *out);
void zip_stream_free(struct zip_stream *zip);
/* A part as it is: what says of a file what it is must be read without inflating. `name` outlives the zip, here and below. */
void zip_stream_stored(struct zip_stream *zip, const char *name, const char *text);
/* A part in pieces: begin, add …, end. */
void zip_stream_begin(struct zip_stream *zip, const char *name);
void zip_stream_add(struct zip_stream *zip, const void *bytes, size_t length);
void zip_stream_end(struct zip_stream *zip);
/* The directory: nothing comes after it. */
void zip_stream_finish(struct zip_stream *zip);
#endif
