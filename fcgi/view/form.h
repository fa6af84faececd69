/* One definition of each form: xslt/forms/<form>.xml. It is what the stylesheet draws, what a
 * submission is checked against, and what tests read.
 *
 *   <form name="capacity">
 *     <field name="capacity" each="unit" type="integer" minimum="0" maximum="999"/>
 *     <field name="message" type="lines" maximum="1000"/>
 *     <field name="version" type="version"/>
 *   </form>
 *
 * type: text, lines, integer, decimal, date, time ("08:30"), email, password, flag, choice (<option value="…"/>
 * children, labels `option.<field>.<value>`), reference (an id; options="units" names the page's
 * block whose rows carry id and name; what may be referred to is checked by the action), references
 * (several ids, check boxes), version (hidden), file (the form is then sent as multipart). required="yes"; maximum is letters for text and
 * lines, a bound for numbers; pattern is not offered. each="unit": one input a row of the page's
 * block, submitted as `capacity-17`; drawn by the page's own stylesheet. With key="text" its rows are named by
 * short texts of letters, digits, - and _ (`points-0001-ABC`); to C such a key is a number of this submission
 * (form_key, form_key_text). decimals="2": so many digits after a decimal's sign, which is the language's own. Labels:
 * `field.<form>.<field>`, help below the label where `help.<form>.<field>` exists; button
 * `submit.<form>`. Fields that the definition does not name are ignored, wherever they came from.
 */
#ifndef VIEW_FORM_H
#define VIEW_FORM_H
#include "../base/fields.h"
#include "../base/row.h"
#include "document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct form_set;
struct form;        /* a definition */
struct form_values; /* what was submitted (or prefilled), converted, with errors */
struct stylesheets;

struct form_set *forms_load(const char *folder, char *error, size_t error_size);
void forms_free(struct form_set *set);
const struct form *forms_find(const struct form_set *set, const char *name);
size_t forms_count(const struct form_set *set);
const struct form *forms_at(const struct form_set *set, size_t index);
const char *form_name(const struct form *form);
/* One of its fields takes a file. */
bool form_takes_file(const struct form *form);
/* What form_submit would make of one value of a plain field, wherever it comes from: NULL and the converted text ("" when
 * empty), or the error's label and the text as it is. An empty value is no error here. lang: whose decimal sign is typed;
 * NULL: either. */
const char *form_take(const struct form *form, const char *field, struct arena *arena,
                      const char *lang, const char *typed, const char **value);

/* A field's options: NULL ends. */
const char *form_option(const struct form *form, const char *field, size_t index);
/* Its bound from above: letters of texts; 0: none. */
int64_t form_maximum(const struct form *form, const char *field);

/* Empty values; then either prefilled or submitted. lang: whose decimal sign is typed; NULL: either. */
struct form_values *form_values_new(struct arena *arena, const struct form *form, const char *lang);
/* Columns named like fields become the values shown on a fresh form. */
void form_prefill(struct form_values *values, const struct row *row);
/* One prefilled value of an `each` field, or one ticked id of a `references` field (value ignored).
 */
void form_prefill_each(struct form_values *values, const char *field, int64_t key,
                       const char *value);
/* Takes what was typed, cleans (trim, NFC), checks type, limits, required. Errors are kept in the
 * values. */
void form_submit(struct form_values *values, const struct fields *submitted);
bool form_valid(const struct form_values *values);

/* Adds an error: label key such as "error.too_many"; field NULL for the whole form; key -1 unless
 * an `each` field. */
void form_error(struct form_values *values, const char *field, int64_t key, const char *label);

/* Converted values. Text is "" when empty. has: something was given. */
bool form_has(const struct form_values *values, const char *field);
const char *form_text(const struct form_values *values, const char *field);
int64_t form_integer(const struct form_values *values, const char *field); /* 0 when empty */
/* The file of a `file` field; NULL when none came. Its text is the file's name. */
const struct field_file *form_file(const struct form_values *values, const char *field);
/* `each` and `references` fields: entries with a value, in submitted order. */
size_t form_each_count(const struct form_values *values, const char *field);
int64_t form_each_key(const struct form_values *values, const char *field, size_t index);
const char *form_each_text(const struct form_values *values, const char *field, size_t index);
int64_t form_each_integer(const struct form_values *values, const char *field, size_t index);
/* The entry of a key: whether it has one; its integer, or `otherwise`. */
bool form_each_has(const struct form_values *values, const char *field, int64_t key);
/* Its text; "" when it came empty, as what is cleared does; NULL when it did not come. */
const char *form_each_text_of(const struct form_values *values, const char *field, int64_t key);
int64_t form_each_of(const struct form_values *values, const char *field, int64_t key,
                     int64_t otherwise);
/* The number that stands for the row's text, and the text of a number. */
int64_t form_key(struct form_values *values, const char *text);
const char *form_key_text(const struct form_values *values, int64_t key);
/* Sets a statement parameter a field (not each, references, password, file): empty → NULL, integer, flag
 * 0/1, date ISO. */
void form_parameters(const struct form_values *values, struct parameters *parameters);
/* Walks the plain fields (not each, references, version, password, file): for comparing before and after.
 * NULL name ends. */
const char *form_field_at(const struct form_values *values, size_t index);

/* <form name action method token><field name type required maximum minimum value error>…<option
 * value/></field> <entry field="capacity" key="17" value="4" error="…"/> for each-fields and
 * references; <error field="…" key="…" label="error.required"/> a summary, in field order. Password
 * values are never written back. */
struct node *form_document(const struct form_values *values, struct document *document,
                           struct node *parent, const char *action, const char *token);
#endif
