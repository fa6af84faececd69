/* Words as people write them in tables. */
#include "../base/text.h"
#include "import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Latin-1 letters of two bytes, by the second: what they are folded to. NULL: no letter. */
static const char *folded_latin(unsigned char second)
{
    static const char *const letters[64] = {
        "a", "a", "a", "a", "ä", "å", "æ", "c",  "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "ö", NULL, "ø", "u", "u", "u", "u", "y", "t", "s",
        "a", "a", "a", "a", "ä", "å", "æ", "c",  "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "ö", NULL, "ø", "u", "u", "u", "u", "y", "t", "y"};
    return second >= 0x80 && second < 0xC0 ? letters[second - 0x80] : NULL;
}

char *import_fold(struct arena *arena, const char *text)
{
    char *folded = arena_alloc(arena, strlen(text) + 1), *out = folded;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at >= 'A' && *at <= 'Z') {
            *out++ = (char)(*at + 32);
        } else if ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9')) {
            *out++ = (char)*at;
        } else if (*at == 0xC3 && at[1]) {
            const char *letter = folded_latin(*++at);
            for (; letter && *letter; letter++)
                *out++ = *letter;
        } else if (*at == 0xE2 && (at[1] == 0x80 || at[1] == 0x81) && at[2]) {
            at += 2; /* dashes, spaces and quotes */
        } else if (*at >= 0xC4) {
            *out++ = (char)*at;
            while ((at[1] & 0xC0) == 0x80)
                *out++ = (char)*++at;
        }
    }
    *out = '\0';
    return folded;
}

char *import_path(struct arena *arena, const char *text)
{
    static const char mark[] = "›", between[] = " › ";
    char *path = arena_alloc(arena, strlen(text) * sizeof between + 1), *out = path;
    while (*text) {
        const char *stop = text;
        while (*stop && *stop != '>' && strncmp(stop, mark, sizeof mark - 1) != 0)
            stop++;
        char *name = text_clean(arena, arena_bytes(arena, text, (size_t)(stop - text)));
        if (*name)
            out += sprintf(out, "%s%s", out == path ? "" : between, name);
        text = stop + (*stop == '>' ? 1 : *stop ? sizeof mark - 1 : 0);
    }
    *out = '\0';
    return path;
}

/* 2026 or 26 at the end of a folded text, NULL when there is none; *digits: how many. */
static const char *year_at_end(const char *text, size_t *digits)
{
    size_t length = strlen(text);
    const char *at = text + length;
    while (at > text && at[-1] >= '0' && at[-1] <= '9')
        at--;
    *digits = (size_t)(text + length - at);
    return *digits == 2 || *digits == 4 ? at : NULL;
}

const char *import_term(struct arena *arena, const char *text)
{
    static const char *const springs[] = {"v", "var", "vår", "vt", "vårtermin", "spring", NULL};
    static const char *const autumns[] = {"h",       "host",       "høst",   "haust",
                                          "ht",      "hösttermin", "hösten", "høsten",
                                          "hausten", "autumn",     "fall",   NULL};
    size_t length = strlen(text), digits;
    if (length == 6 && strspn(text, "0123456789") == 4 && text[4] == '-' &&
        (text[5] == '1' || text[5] == '2'))
        return arena_text(arena, text);
    char *folded = import_fold(arena, text);
    const char *year = year_at_end(folded, &digits);
    if (!year)
        return NULL;
    char *season = arena_bytes(arena, folded, (size_t)(year - folded));
    for (size_t half = 1; half <= 2; half++)
        for (const char *const *word = half == 1 ? springs : autumns; *word; word++)
            if (text_equal(season, *word))
                return arena_printf(arena, "%s%s-%zu", digits == 2 ? "20" : "", year, half);
    return NULL;
}

const char *import_class(struct arena *arena, const char *text)
{
    const char *last = strrchr(text, ' ');
    last = last ? last + 1 : text;
    char letter = last[0];
    if (letter >= 'a' && letter <= 'z')
        letter = (char)(letter - 'a' + 'A');
    return letter >= 'A' && letter <= 'Z' && last[1] == '\0' ? arena_bytes(arena, &letter, 1)
                                                             : NULL;
}
