/* Anonymity codes of an exam session: "prefix-0001-ABC" (numbered) or "prefix-ABC-DEF" (letters); without a prefix what follows
 * its dash. Everything is drawn evenly at random, the number too, so that nothing about who was given a code, or when, can be
 * read from it, and codes sorted as text are in the order of their numbers. */
#ifndef BASE_EXAM_CODE_H
#define BASE_EXAM_CODE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum exam_code_format { EXAM_CODE_LETTERS, EXAM_CODE_NUMBERED };
enum {
    EXAM_CODE_NUMBERS = 9999, /* as many numbered codes has a session at most */
    EXAM_CODE_PREFIX = 48,    /* bytes of a prefix at most */
    EXAM_CODE_SIZE = EXAM_CODE_PREFIX + sizeof "-0001-ABC"
};
/* Without I, O and Q, which are read as 1 and 0. */
#define EXAM_CODE_ALPHABET "ABCDEFGHJKLMNPRSTUVWXYZ"

/* 0 … bound - 1, even. */
typedef uint32_t exam_code_random(void *context, uint32_t bound);

/* The codes of one session. */
struct exam_codes;

/* prefix: NULL or "" for none; not kept beyond the codes. random NULL: the kernel's. To be freed with exam_codes_free. */
struct exam_codes *exam_codes_new(enum exam_code_format format, const char *prefix,
                                  exam_code_random *random, void *context);
void exam_codes_free(struct exam_codes *codes);
/* A code that was given before; whatever its prefix, what it ends with is not drawn again. */
void exam_codes_taken(struct exam_codes *codes, const char *code);
/* How many can still be drawn. */
size_t exam_codes_left(const struct exam_codes *codes);
/* A new code, taken from now on. False when all numbers are taken. */
bool exam_codes_draw(struct exam_codes *codes, char code[EXAM_CODE_SIZE]);
#endif
