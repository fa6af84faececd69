/* The document: everything a page shows, as XML. Only this file makes nodes. Values are escaped
 * when written, characters that XML 1.0 forbids are replaced by U+FFFD, names are interned. Lives
 * on the request's arena. */
#ifndef VIEW_DOCUMENT_H
#define VIEW_DOCUMENT_H
#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/row.h"

struct document;
struct node;

/* Once a process, before anything else of view/: sets libxml2's allocators (abort on failure; the
 * arena while one is current) and its error handlers. */
void view_start(void);

/* A document on `arena` with the root <page>. From here until document_end all of libxml2's memory
 * of this process comes from the arena; one document at a time. lang: nb, nn, sv, en. */
struct document *document_new(struct arena *arena, const char *lang);
/* Ends libxml2's use of the arena; call before arena_reset. */
void document_end(struct document *document);

struct node *document_root(struct document *document);
struct node *document_element(struct document *document, struct node *parent, const char *name);
/* NULL value: no attribute. The name must be new on that node. */
void document_attribute(struct document *document, struct node *node, const char *name,
                        const char *value);
void document_attribute_integer(struct document *document, struct node *node, const char *name,
                                int64_t value);
void document_text(struct document *document, struct node *node, const char *text);

/* An element with one attribute a column; NULL columns are left out. `_` in column names becomes
 * `-`. DATE column `start` gives start="2026-11-21", start-text="21.11.2026" (viewer's language)
 * and start-week="47". DATETIME column `sent` gives sent="2026-11-21T20:41:00+01:00" and
 * sent-text="21.11.2026 kl. 20.41". COLUMN_BYTES is left out. DECIMAL "7.50" gives value="7.5" and
 * value-text="7,5" (en "7.5"). */
struct node *document_row(struct document *document, struct node *parent, const char *name,
                          const struct row *row);

/* A document from its `.xml`: for tests and for trying a stylesheet by hand. Refuses a DTD.
 * Language from the root's `lang`. NULL with a sentence in `error`, and then there is nothing to
 * end. */
struct document *document_read(struct arena *arena, const char *bytes, size_t length, char *error,
                               size_t error_size);
const char *document_lang(const struct document *document);
struct arena *document_arena(const struct document *document);

/* A decimal of SQL ("7.50") without useless zeros; with the comma of `lang`, or the point when
 * `lang` is NULL or en. */
#define DOCUMENT_DECIMAL 80
void document_decimal(char text[DOCUMENT_DECIMAL], const char *value, const char *lang);

/* The document itself, indented, UTF-8 with XML declaration: what `.xml` answers. */
void document_write(struct document *document, struct buffer *out);
#endif
