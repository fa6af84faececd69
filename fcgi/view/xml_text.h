/* Text as XML 1.0 has it: which characters it permits, and how a value stands in an attribute. */
#ifndef VIEW_XML_TEXT_H
#define VIEW_XML_TEXT_H
#include "../base/buffer.h"

#include <stddef.h>

/* Length of the well-formed, permitted character of UTF-8 at `at`, or 0. */
size_t xml_character(const unsigned char *at, size_t left);
/* How much one U+FFFD stands for where there is none: a byte, or all of U+FFFE and U+FFFF. */
size_t xml_bad_character(const unsigned char *at, size_t left);
/* Appends ` name="value"`; what XML forbids becomes U+FFFD, what it gives a meaning is escaped. `prefix` is ` name="`. */
void xml_write_attribute(struct buffer *out, const char *name, const char *value);
void xml_write_attribute_after(struct buffer *out, const char *prefix, size_t prefix_length,
                               const char *value, size_t length);
#endif
