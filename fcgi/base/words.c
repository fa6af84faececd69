#include "words.h"

#include "arena.h"
#include "text.h"

#include <string.h>
#include <unicode/uchar.h>

enum {
    LETTERS_MOST = 160, /* a word of the index */
    LONG_LEAST = 3      /* bytes */
};

struct word {
    const char *start;
    size_t length; /* bytes */
};
struct words {
    struct word items[WORDS_MOST]; /* longest first */
    size_t count;
};

/* Of valid UTF-8; moves on to the next. */
static UChar32 next_letter(const char **at)
{
    const unsigned char *bytes = (const unsigned char *)*at;
    int more = bytes[0] < 0xC0 ? 0 : bytes[0] < 0xE0 ? 1 : bytes[0] < 0xF0 ? 2 : 3;
    UChar32 letter = more == 0 ? bytes[0] : bytes[0] & (0x3F >> more);
    for (int i = 1; i <= more; i++)
        letter = (letter << 6) | (bytes[i] & 0x3F);
    *at += more + 1;
    return letter;
}

static void add(struct words *words, const char *start, const char *end)
{
    size_t length = (size_t)(end - start), place = words->count;
    if (length == 0 || words->count == WORDS_MOST)
        return;
    words->count++;
    for (; place > 0 && words->items[place - 1].length < length; place--)
        words->items[place] = words->items[place - 1];
    words->items[place] = (struct word){start, length};
}

static bool in_word(UChar32 letter)
{
    return (U_GET_GC_MASK(letter) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

/* What stands between two spaces. */
static void add_piece(struct words *words, const char *piece, const char *end)
{
    const char *start = piece;
    if (memchr(piece, '@', (size_t)(end - piece))) {
        add(words, piece, end);
        return;
    }
    for (const char *at = piece, *before = at; at < end; before = at) {
        if (in_word(next_letter(&at)))
            continue;
        add(words, start, before);
        start = at;
    }
    add(words, start, end);
}

/* As LIKE wants it, cut at the length of the index's words. */
static const char *pattern(struct arena *arena, struct word word)
{
    char *made = arena_alloc(arena, 2 * word.length + 1), *to = made;
    size_t letters = 0;
    for (size_t i = 0; i < word.length; i++) {
        letters += ((unsigned char)word.start[i] & 0xC0) != 0x80;
        if (letters > LETTERS_MOST)
            break;
        if (strchr("%_\\", word.start[i]))
            *to++ = '\\';
        *to++ = word.start[i];
    }
    *to = '\0';
    return made;
}

static void set_number(struct parameters *parameters, const char *typed)
{
    int64_t number;
    if (text_integer(typed + (*typed == '#'), 1, INT32_MAX, &number))
        parameters_integer(parameters, "typed_number", number);
    else
        parameters_null(parameters, "typed_number");
}

void words_set(struct parameters *parameters, const char *typed)
{
    static const char *const names[WORDS_MOST] = {"word1", "word2", "word3", "word4", "word5"};
    struct words words = {.count = 0};
    const char *text = typed ? text_clean(parameters->arena, typed) : "", *start = text;
    for (const char *at = text, *before = at; *at; before = at) {
        if (!u_isUWhiteSpace(next_letter(&at)))
            continue;
        add_piece(&words, start, before);
        start = at;
    }
    add_piece(&words, start, text + strlen(text));
    for (size_t i = 0; i < WORDS_MOST; i++)
        parameters_text(parameters, names[i],
                        i < words.count ? pattern(parameters->arena, words.items[i]) : NULL);
    if (words.count > 1 && words.items[0].length >= LONG_LEAST)
        parameters_integer(parameters, "typed_long", 1);
    else
        parameters_null(parameters, "typed_long");
    set_number(parameters, text);
}
