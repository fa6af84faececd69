/* The compiled stylesheets: xslt/<area>/<name>.xsl compiled once, labels put in and literal runs folded when loaded.
 *
 * Labels: xslt/i18n/<area>.xml holds <label key="order.sent"><nb>…</nb><nn>…</nn><sv>…</sv><en>…</en></label>. In text and in
 * attributes of literal elements `[[order.sent]]` is the label's text in the page's language; a label may hold `{@places}` (an
 * XPath relative to the context node) where a value goes. `[[state.{@state}]]` looks up by values, any number of them. A label
 * with counted forms has <nb one="{@n} plass">{@n} plasser</nb> and is written `[[places#@n]]`: `one` is used when the XPath after
 * # is 1. A key that does not exist is a load error.
 * In XPaths (select, test) the same are functions of urn:praktikum: pk:label('state.', @state) joins its arguments to a key and
 * gives the key itself when there is no such label, pk:optional the same but nothing then, pk:counted(@n, 'places').
 *
 * xslt/<area>/<name>.ics.xsl and .atom.xsl are stylesheets of their own, "<area>/<name>.ics": the same document as a calendar
 * (method="text", one property a line, values of text through pk:ics(@name), folded as ics.h says) or a feed (method="xml").
 * xslt/<area>/<name>.fo.xsl makes a print's document into XSL-FO (method="xml", lib/print.xsl). */
#ifndef VIEW_STYLESHEET_H
#define VIEW_STYLESHEET_H
#include "document.h"
#include "language.h"

#include <stdbool.h>
#include <stddef.h>

struct stylesheets;
/* Compiles every xslt/<area>/<name>.xsl (not lib/, layout.xsl); NULL with a
 * sentence in `error`. After this call no stylesheet may read files, network or write anything.
 * fold: see fold.h. */
struct stylesheets *stylesheets_load(const char *folder, bool fold, char *error, size_t error_size);
/* The same of one page ("ordering/order") and what it imports: for trying a page while others are
 * unfinished. */
struct stylesheets *stylesheets_load_page(const char *folder, const char *page, bool fold,
                                          char *error, size_t error_size);
void stylesheets_free(struct stylesheets *sheets);
/* name: "ordering/order". */
bool stylesheets_have(const struct stylesheets *sheets, const char *name);
size_t stylesheets_count(const struct stylesheets *sheets);
const char *stylesheets_name(const struct stylesheets *sheets, size_t index);
/* Runs the stylesheet over the document and appends what it makes to `out` (HTML5 with doctype,
 * text, or XML with its declaration, as its method says). False when the transformation failed (logged); then `out` is not to be
 * sent. */
bool stylesheets_render(struct stylesheets *sheets, const char *name, const char *lang,
                        struct document *document, struct buffer *out);
/* A label's text for C's own use (CSV heads, cells), values as {xpath}; NULL when there is none. */
const char *stylesheets_label(const struct stylesheets *sheets, const char *lang, const char *key);
#endif
