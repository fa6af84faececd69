/* Small text work: UTF-8, numbers, comparison. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

bool text_equal(const char *a, const char *b); /* two NULLs are equal */
bool text_among(const char *text, const char *const *words, size_t count);
#define TEXT_AMONG(text, words) text_among(text, words, sizeof(words) / sizeof *(words))
bool text_utf8(const char *text,
               size_t length);         /* well-formed UTF-8, no surrogates, no overlong forms */
size_t text_letters(const char *text); /* code points in valid UTF-8 */
/* Whole decimal integer between the bounds; no spaces, no plus, no leading zeros beyond "0". */
bool text_integer(const char *text, int64_t minimum, int64_t maximum, int64_t *integer);
/* Copy without leading and trailing white space (Unicode spaces too), CRLF and CR → LF, Unicode NFC (ICU).
 */
char *text_clean(struct arena *arena, const char *text);
/* Lower-cased a–z only, for e-mail addresses and codes. */
char *text_lower(struct arena *arena, const char *text);
/* Plain addr-spec in ASCII: one @, no spaces, quotes or comments, dotted host that does not end in a number, ≤ 254 bytes. */
bool text_email(const char *text);
/* Hexadecimal of `length` bytes into `hex` (2 × length + 1). */
void text_hex(char *hex, const unsigned char *bytes, size_t length);
bool text_unhex(unsigned char *bytes, const char *hex,
                size_t length); /* exactly 2 × length digits */
#endif
