#include "lexer.h"

#include <stdbool.h>
#include <string.h>

static bool space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '$' || (unsigned char)byte > 0x7f;
}

static bool name(char byte, bool first)
{
    return (byte >= 'a' && byte <= 'z') || byte == '_' || (!first && byte >= '0' && byte <= '9');
}

static size_t name_length(const char *text, const char *end)
{
    const char *at = text;
    while (at < end && name(*at, at == text))
        at++;
    return (size_t)(at - text);
}

static enum piece quoted(const char *text, const char *end, size_t *length)
{
    const char *at = text + 1;
    for (; at < end && *at != *text; at++)
        if (*at == '\\' && *text != '`')
            at++; /* a doubled quote is two quoted pieces in a row, which does no harm */
    bool ended = at < end;
    *length = ended ? (size_t)(at + 1 - text) : (size_t)(end - text);
    return ended ? PIECE_QUOTED : PIECE_UNENDED;
}

static enum piece c_comment(const char *text, const char *end, size_t *length)
{
    const char *stop = text + 4 <= end ? memmem(text + 2, (size_t)(end - text - 2), "*/", 2) : NULL;
    *length = stop ? (size_t)(stop + 2 - text) : (size_t)(end - text);
    if (!stop)
        return PIECE_UNENDED;
    return text[2] == '!' || (text[2] == 'M' && text[3] == '!') ? PIECE_EXECUTABLE : PIECE_COMMENT;
}

static enum piece line_comment(const char *text, const char *end, size_t *length)
{
    const char *stop = memchr(text, '\n', (size_t)(end - text));
    *length = (size_t)((stop ? stop : end) - text);
    return PIECE_COMMENT;
}

static enum piece colon(const char *text, const char *end, size_t *length)
{
    if (text + 1 < end && (text[1] == ':' || text[1] == '=')) {
        *length = 2;
        return PIECE_OTHER;
    }
    size_t letters = name_length(text + 1, end);
    *length = 1 + letters;
    return letters ? PIECE_PARAMETER : PIECE_STRAY;
}

static bool starts(const char *text, size_t left, const char *word, size_t *length)
{
    *length = strlen(word);
    return left >= *length && !memcmp(text, word, *length);
}

/* After the word in *length bytes: names, with a comma and a space between, up to the brace. */
static bool condition(const char *text, const char *end, size_t *length)
{
    const char *at = text + *length;
    for (;;) {
        size_t letters = name_length(at, end);
        at += letters;
        if (!letters || at == end)
            return false;
        if (*at == '}')
            break;
        if (end - at < 2 || at[0] != ',' || at[1] != ' ')
            return false;
        at += 2;
    }
    *length = (size_t)(at + 1 - text);
    return true;
}

size_t lexer_name(const char **text, const char *end)
{
    const char *at = *text;
    while (at < end && *at == '{')
        at = memchr(at, ' ', (size_t)(end - at));
    while (at < end && !name(*at, true))
        at++;
    *text = at;
    return name_length(at, end);
}

static enum piece brace(const char *text, const char *end, size_t *length)
{
    size_t left = (size_t)(end - text);
    if (starts(text, left, "{collate}", length))
        return PIECE_COLLATE;
    if (starts(text, left, "{alphabet}", length))
        return PIECE_ALPHABET;
    if (starts(text, left, "{order}", length))
        return PIECE_ORDER;
    if (starts(text, left, "{end}", length))
        return PIECE_END;
    if (starts(text, left, "{if ", length) && condition(text, end, length))
        return PIECE_IF;
    if (starts(text, left, "{unless ", length) && condition(text, end, length))
        return PIECE_UNLESS;
    if (left > 2 && text[1] == '{') {
        size_t letters = name_length(text + 2, end);
        if (letters && left >= letters + 4 && !memcmp(text + 2 + letters, "}}", 2)) {
            *length = letters + 4;
            return PIECE_INCLUDE;
        }
    }
    *length = 1;
    return PIECE_STRAY;
}

enum piece lexer_piece(const char *text, const char *end, size_t *length)
{
    const char *at = text;
    *length = 1;
    char next = text + 1 < end ? text[1] : ' ';
    if (space(*text)) {
        while (at < end && space(*at))
            at++;
        *length = (size_t)(at - text);
        return PIECE_SPACE;
    }
    if (word(*text)) {
        while (at < end && word(*at))
            at++;
        *length = (size_t)(at - text);
        return PIECE_WORD;
    }
    switch (*text) {
    case '\'':
    case '"':
    case '`':
        return quoted(text, end, length);
    case '#':
        return line_comment(text, end, length);
    case '-':
        if (next == '-' && (text + 2 >= end || space(text[2])))
            return line_comment(text, end, length);
        return PIECE_OTHER;
    case '/':
        return next == '*' ? c_comment(text, end, length) : PIECE_OTHER;
    case ':':
        return colon(text, end, length);
    case '{':
        return brace(text, end, length);
    case ';':
        return PIECE_SEMICOLON;
    case '(':
        return PIECE_OPEN;
    case ')':
        return PIECE_CLOSE;
    case ',':
        return PIECE_COMMA;
    case '?':
        return PIECE_STRAY;
    default:
        return PIECE_OTHER;
    }
}
