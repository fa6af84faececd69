/* A block's statement as one asks for it: what stands in braces becomes SQL or falls away. */
#include "query.h"

#include "../base/buffer.h"
#include "lexer.h"

#include <string.h>
#include <strings.h>

/* True when the term already says ASC or DESC at its end. */
static bool directed(const char *term, size_t length)
{
    const char *end = term + length;
    const char *last = "";
    size_t last_length = 0;
    for (size_t size; term < end; term += size) {
        enum piece piece = lexer_piece(term, end, &size);
        if (piece != PIECE_SPACE) {
            last = term;
            last_length = piece == PIECE_WORD ? size : 0;
        }
    }
    return (last_length == 3 && !strncasecmp(last, "asc", 3)) ||
           (last_length == 4 && !strncasecmp(last, "desc", 4));
}

static void term(struct buffer *out, const char *text, size_t length, bool descending)
{
    buffer_add(out, text, length);
    if (!directed(text, length))
        buffer_text(out, descending ? " DESC" : " ASC");
}

void query_order(struct buffer *out, const struct sort *sort, bool descending)
{
    const char *text = sort->expression, *end = text + strlen(text), *start = text;
    int depth = 0;
    buffer_text(out, "ORDER BY ");
    for (size_t length; text < end; text += length) {
        enum piece piece = lexer_piece(text, end, &length);
        depth += (piece == PIECE_OPEN) - (piece == PIECE_CLOSE);
        if (piece == PIECE_COMMA && depth == 0) {
            term(out, start, (size_t)(text - start), descending);
            buffer_char(out, ',');
            start = text + length;
        }
    }
    term(out, start, (size_t)(end - start), descending);
}

static bool given(const struct query_choice *choice, const char *name, size_t length)
{
    for (size_t i = 0; i < choice->given_count; i++)
        if (strlen(choice->given[i]) == length && !memcmp(choice->given[i], name, length))
            return true;
    return false;
}

/* What {if …} or {unless …} says to those parameters that are given. */
static bool holds(const struct query_choice *choice, enum piece piece, const char *text,
                  size_t length)
{
    const char *name = text, *end = text + length;
    bool any = false;
    for (size_t letters; (letters = lexer_name(&name, end)); name += letters)
        any = any || given(choice, name, letters);
    return any == (piece == PIECE_IF);
}

static void write_order(struct buffer *out, const struct query_choice *choice)
{
    struct buffer order;
    struct query_choice plain = {.lang = choice->lang};
    buffer_init(&order, out->maximum);
    query_order(&order, choice->sort, choice->descending);
    query_write(out, order.bytes ? order.bytes : "", &plain, NULL, NULL);
    buffer_free(&order);
}

static void write_language(struct buffer *out, enum piece piece, const char *lang)
{
    static const char *const words[][2] = {{"COLLATE utf8mb4_uca1400_danish_as_ci", "nb"},
                                           {"COLLATE utf8mb4_uca1400_swedish_as_ci", "sv"},
                                           {"COLLATE utf8mb4_uca1400_as_ci", "en"}};
    size_t language = 2;
    if (lang && (!strcmp(lang, "nb") || !strcmp(lang, "nn")))
        language = 0;
    else if (lang && !strcmp(lang, "sv"))
        language = 1;
    buffer_text(out, words[language][piece == PIECE_ALPHABET]);
}

size_t query_write(struct buffer *out, const char *text, const struct query_choice *choice,
                   const char *const *names, const char **kept)
{
    const char *end = text + strlen(text);
    size_t depth = 0, dropped = 0, next = 0,
           count = 0; /* dropped: the depth from where text falls away */
    for (size_t length; text < end; text += length) {
        enum piece piece = lexer_piece(text, end, &length);
        bool parameter = piece == PIECE_STRAY && *text == '?' && names;
        if (piece == PIECE_IF || piece == PIECE_UNLESS) {
            depth++;
            if (!dropped && !holds(choice, piece, text, length))
                dropped = depth;
        } else if (piece == PIECE_END) {
            if (dropped == depth)
                dropped = 0;
            depth--;
        } else if (dropped) {
            next += parameter;
        } else if (piece == PIECE_ORDER && choice->sort) {
            write_order(out, choice);
        } else if (piece == PIECE_COLLATE || piece == PIECE_ALPHABET) {
            write_language(out, piece, choice->lang);
        } else {
            if (parameter)
                kept[count++] = names[next++];
            buffer_add(out, text, length);
        }
    }
    return count;
}

bool query_collated(const char *text)
{
    const char *end = text + strlen(text);
    for (size_t length; text < end; text += length) {
        enum piece piece = lexer_piece(text, end, &length);
        if (piece == PIECE_COLLATE || piece == PIECE_ALPHABET)
            return true;
    }
    return false;
}
