/* The zip that DOCX and ODT are: parts by name, and a new one that says nothing of when and where it was made. */
#ifndef PAPER_ARCHIVE_H
#define PAPER_ARCHIVE_H
#include "../sheet/package.h"
#include "paper.h"

struct archive {
    struct package package;
    size_t unpacked; /* so far; at most four times PAPER_BYTES */
};

/* The bytes must stay while it is open. Close it whatever the result. */
enum paper_result archive_open(struct archive *archive, const void *bytes, size_t length);
void archive_close(struct archive *archive);
bool archive_has(const struct archive *archive, const char *name);
/* Names in the order of the directory, folders too; NULL behind the last. */
const char *archive_name(const struct archive *archive, size_t index);
/* Appends a part. PAPER_DAMAGED when there is none. */
enum paper_result archive_read(struct archive *archive, const char *name, struct buffer *out);

/* Parts to be written, in the order they were added. */
struct parts {
    struct part {
        char *name;
        struct buffer bytes;
    } * items;
    size_t count;
};
/* The new part's bytes, to be filled before the next one is added. */
struct buffer *parts_add(struct parts *parts, const char *name);
void parts_free(struct parts *parts);
/* Appends the zip: no times, no comments, no attributes; the first part is stored as it is when `stored`. */
enum paper_result parts_write(const struct parts *parts, bool stored, struct buffer *out);
#endif
