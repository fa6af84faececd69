#include "exam_code.h"

#include "heap.h"
#include "random.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LETTERS = sizeof EXAM_CODE_ALPHABET - 1, TAIL = 3 };

struct exam_codes {
    enum exam_code_format format;
    char prefix[EXAM_CODE_PREFIX + 2]; /* with its dash */
    exam_code_random *random;
    void *context;
    bool numbers[EXAM_CODE_NUMBERS]; /* of a numbered code: 1 stands first */
    uint32_t free_numbers;
    uint32_t *values; /* of letters: the six as a number */
    size_t count, capacity;
};

static uint32_t kernel(void *context, uint32_t bound)
{
    (void)context;
    return random_below(bound);
}

struct exam_codes *exam_codes_new(enum exam_code_format format, const char *prefix,
                                  exam_code_random *random, void *context)
{
    struct exam_codes *codes = heap_alloc(sizeof *codes);
    codes->format = format;
    codes->random = random ? random : kernel;
    codes->context = context;
    codes->free_numbers = EXAM_CODE_NUMBERS;
    assert(!prefix || strlen(prefix) <= EXAM_CODE_PREFIX);
    if (prefix && *prefix)
        snprintf(codes->prefix, sizeof codes->prefix, "%s-", prefix);
    return codes;
}

void exam_codes_free(struct exam_codes *codes)
{
    if (codes)
        free(codes->values);
    free(codes);
}

/* The three letters as a number; false when they are not letters of a code. */
static bool letters_value(const char *text, uint32_t *value)
{
    for (int i = 0; i < TAIL; i++) {
        const char *at = text[i] ? strchr(EXAM_CODE_ALPHABET, text[i]) : NULL;
        if (!at)
            return false;
        *value = *value * LETTERS + (uint32_t)(at - EXAM_CODE_ALPHABET);
    }
    return true;
}

static void letters_write(char text[TAIL + 1], uint32_t value)
{
    for (int i = TAIL - 1; i >= 0; i--) {
        text[i] = EXAM_CODE_ALPHABET[value % LETTERS];
        value /= LETTERS;
    }
    text[TAIL] = '\0';
}

static bool value_taken(const struct exam_codes *codes, uint32_t value)
{
    for (size_t i = 0; i < codes->count; i++)
        if (codes->values[i] == value)
            return true;
    return false;
}

static void value_take(struct exam_codes *codes, uint32_t value)
{
    if (codes->count == codes->capacity) {
        codes->capacity = codes->capacity ? 2 * codes->capacity : 64;
        codes->values = heap_grow(codes->values, codes->capacity, sizeof *codes->values);
    }
    codes->values[codes->count++] = value;
}

static void number_take(struct exam_codes *codes, size_t index)
{
    if (!codes->numbers[index])
        codes->free_numbers--;
    codes->numbers[index] = true;
}

void exam_codes_taken(struct exam_codes *codes, const char *code)
{
    size_t length = strlen(code);
    uint32_t value = 0;
    if (codes->format == EXAM_CODE_NUMBERED) {
        const size_t tail = sizeof "0001-ABC" - 1;
        int number = length >= tail ? atoi(code + length - tail) : 0;
        if (number >= 1 && number <= EXAM_CODE_NUMBERS)
            number_take(codes, (size_t)number - 1);
        return;
    }
    const size_t tail = sizeof "ABC-DEF" - 1;
    if (length >= tail && letters_value(code + length - tail, &value) &&
        letters_value(code + length - TAIL, &value))
        value_take(codes, value);
}

size_t exam_codes_left(const struct exam_codes *codes)
{
    const size_t half = LETTERS * LETTERS * LETTERS;
    return codes->format == EXAM_CODE_NUMBERED ? codes->free_numbers : half * half - codes->count;
}

/* The index of the nth number not taken. */
static size_t nth_free(const struct exam_codes *codes, uint32_t nth)
{
    size_t index = 0;
    while (codes->numbers[index] || nth-- > 0)
        index++;
    return index;
}

static bool draw_numbered(struct exam_codes *codes, char code[EXAM_CODE_SIZE])
{
    char letters[TAIL + 1];
    if (codes->free_numbers == 0)
        return false;
    size_t index = nth_free(codes, codes->random(codes->context, codes->free_numbers));
    number_take(codes, index);
    letters_write(letters, codes->random(codes->context, LETTERS * LETTERS * LETTERS));
    snprintf(code, EXAM_CODE_SIZE, "%s%04zu-%s", codes->prefix, (index + 1) % 10000, letters);
    return true;
}

bool exam_codes_draw(struct exam_codes *codes, char code[EXAM_CODE_SIZE])
{
    const uint32_t half = LETTERS * LETTERS * LETTERS;
    char first[TAIL + 1], second[TAIL + 1];
    uint32_t value;
    if (codes->format == EXAM_CODE_NUMBERED)
        return draw_numbered(codes, code);
    do
        value = codes->random(codes->context, half * half);
    while (value_taken(codes, value));
    value_take(codes, value);
    letters_write(first, value / half);
    letters_write(second, value % half);
    snprintf(code, EXAM_CODE_SIZE, "%s%s-%s", codes->prefix, first, second);
    return true;
}
