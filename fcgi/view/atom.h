/* Reading a page of an event feed: Atom (RFC 4287) with archived pages (RFC 5005), entries as xslt/schemas/events-1.rnc says. */
#ifndef VIEW_ATOM_H
#define VIEW_ATOM_H
#include "../base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct atom_entry {
    const char *id;    /* "urn:uuid:…" */
    int64_t number;    /* of the event in its content: from 1, in the order of the feed */
    const char *bytes; /* the entry as a document of its own, UTF-8 with declaration */
    size_t length;
};
struct atom_page {
    const char *id;       /* the feed's */
    const char *previous; /* prev-archive; NULL on the first page */
    bool archive;         /* this page stays as it is */
    size_t count;
    struct atom_entry *entries; /* by number */
};

/* All of it on the arena, which nothing else of libxml2 may use meanwhile. NULL with a sentence in `error` for what is no such
 * feed: no Atom, a document type, an entry without id or number, two of one number. Call view_start() before. */
struct atom_page *atom_read(struct arena *arena, const char *bytes, size_t length, char *error,
                            size_t error_size);
#endif
