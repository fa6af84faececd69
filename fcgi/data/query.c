#include "query.h"

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/heap.h"
#include "../base/text.h"
#include "file.h"
#include "lexer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DEPTH = 8, LONGEST_TEXT = 1 << 20, LIST_MOST_ROWS = 1000 };

/* A parsed file and the memory all of it lies on. */
struct parsed {
    struct query_file file;
    struct arena *arena;
};

struct parse {
    struct arena *arena;
    struct query_file *file;
    const char *fragments;
    char *error;
    size_t error_size;
    size_t block_room;
    struct block *block; /* the one being read, or NULL */
    const char *body;    /* where its statement, or its total's, starts */
    int body_line;
    bool in_total;
};

/* A statement on its way: comments dropped, fragments put in, parameters turned into ?. */
struct statement_text {
    struct buffer out;
    const char **parameters;
    size_t count, room;
    int depth;  /* of {if} and {unless} */
    bool ended; /* a semicolon was seen */
};

static bool fail(struct parse *parse, const char *file, int line, const char *why, const char *what)
{
    snprintf(parse->error, parse->error_size, "%s.sql:%d: %s%s%s", file, line, why,
             *what ? ": " : "", what);
    return false;
}

static bool fail_here(struct parse *parse, int line, const char *why, const char *what)
{
    return fail(parse, parse->file->name, line, why, what);
}

static void *more(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    size_t next = *room ? 2 * *room : 8;
    items = arena_grow(arena, items, *room * size, next * size);
    *room = next;
    return items;
}

static bool translate(struct parse *parse, struct statement_text *statement, const char *text,
                      const char *end, const char *file, int line, int depth);

static bool include(struct parse *parse, struct statement_text *statement, const char *name,
                    const char *file, int line, int depth)
{
    if (!parse->fragments)
        return fail(parse, file, line, "no fragments here", name);
    if (depth == DEPTH)
        return fail(parse, file, line, "fragments include each other too deep", name);
    char *path = arena_printf(parse->arena, "%s/%s.sql", parse->fragments, name);
    size_t length;
    char *text = file_read(path, &length, NULL, 0);
    if (!text)
        return fail(parse, file, line, "no such fragment", name);
    char *shown = arena_printf(parse->arena, "fragments/%s", name);
    bool done = text_utf8(text, length) && strlen(text) == length;
    if (!done)
        fail(parse, shown, 1, "not UTF-8", "");
    done = done && translate(parse, statement, text, text + length, shown, 1, depth + 1);
    free(text);
    return done;
}

static void parameter(struct parse *parse, struct statement_text *statement, const char *name,
                      size_t length)
{
    statement->parameters = more(parse->arena, statement->parameters, statement->count,
                                 &statement->room, sizeof *statement->parameters);
    statement->parameters[statement->count++] = arena_bytes(parse->arena, name, length);
    buffer_char(&statement->out, '?');
}

static bool known(const struct block *block, const char *name)
{
    for (size_t i = 0; i < block->condition_count; i++)
        if (!strcmp(block->conditions[i], name))
            return true;
    return false;
}

/* Notes the parameters a condition asks about; the condition itself stays in the text. */
static bool condition(struct parse *parse, struct statement_text *statement, enum piece piece,
                      const char *text, size_t length, const char *file, int line)
{
    struct block *block = parse->block;
    const char *name = text, *end = text + length;
    buffer_add(&statement->out, text, length);
    statement->depth += piece == PIECE_END ? -1 : 1;
    if (statement->depth < 0)
        return fail(parse, file, line, "{end} without {if} or {unless}", "");
    if (piece == PIECE_END || !block) /* without a block the text itself is refused */
        return true;
    for (size_t letters; (letters = lexer_name(&name, end)); name += letters) {
        char *own = arena_bytes(parse->arena, name, letters);
        if (known(block, own))
            continue;
        if (block->condition_count == QUERY_CONDITIONS)
            return fail(parse, file, line, "too many conditions in block", block->name);
        if (!block->conditions)
            block->conditions = arena_alloc(parse->arena, QUERY_CONDITIONS * sizeof(char *));
        block->conditions[block->condition_count++] = own;
    }
    return true;
}

static bool translate_piece(struct parse *parse, struct statement_text *statement, enum piece piece,
                            const char *text, size_t length, const char *file, int line, int depth)
{
    char shown[40];
    snprintf(shown, sizeof shown, "%.*s", length < sizeof shown ? (int)length : 0, text);
    if (statement->ended && piece != PIECE_SPACE && piece != PIECE_COMMENT)
        return fail(parse, file, line, "more than one statement in a block", shown);
    switch (piece) {
    case PIECE_COMMENT:
        buffer_char(&statement->out, ' ');
        return true;
    case PIECE_EXECUTABLE:
        return fail(parse, file, line, "executable comments are refused", "");
    case PIECE_UNENDED:
        return fail(parse, file, line, "a quote or comment without end", "");
    case PIECE_STRAY:
        return fail(parse, file, line, "unexpected", shown);
    case PIECE_PARAMETER:
        parameter(parse, statement, text + 1, length - 1);
        return true;
    case PIECE_IF:
    case PIECE_UNLESS:
    case PIECE_END:
        return condition(parse, statement, piece, text, length, file, line);
    case PIECE_INCLUDE:
        return include(parse, statement, arena_bytes(parse->arena, text + 2, length - 4), file,
                       line, depth);
    case PIECE_SEMICOLON:
        if (depth)
            return fail(parse, file, line, "a semicolon in a fragment", "");
        statement->ended = true;
        return true;
    default:
        buffer_add(&statement->out, text, length);
        return true;
    }
}

static int lines(const char *text, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

static bool translate(struct parse *parse, struct statement_text *statement, const char *text,
                      const char *end, const char *file, int line, int depth)
{
    while (text < end) {
        size_t length;
        enum piece piece = lexer_piece(text, end, &length);
        if (!translate_piece(parse, statement, piece, text, length, file, line, depth))
            return false;
        if (statement->out.full)
            return fail(parse, file, line, "the statement is too long", "");
        line += lines(text, length);
        text += length;
    }
    return true;
}

static char *trimmed(struct arena *arena, const char *text, size_t length)
{
    static const char spaces[] = " \t\r\n\v\f";
    while (length && strchr(spaces, *text)) {
        text++;
        length--;
    }
    while (length && strchr(spaces, text[length - 1]))
        length--;
    return arena_bytes(arena, text, length);
}

static bool holds_order(const char *text)
{
    const char *end = text + strlen(text);
    for (size_t length; text < end; text += length)
        if (lexer_piece(text, end, &length) == PIECE_ORDER)
            return true;
    return false;
}

/* ORDER BY or LIMIT outside parentheses would stand before those that are added. */
static const char *own_order(const char *text)
{
    const char *end = text + strlen(text);
    int depth = 0;
    while (text < end) {
        size_t length;
        enum piece piece = lexer_piece(text, end, &length);
        depth += (piece == PIECE_OPEN) - (piece == PIECE_CLOSE);
        if (piece == PIECE_WORD && depth == 0) {
            if (length == 5 && !strncasecmp(text, "order", 5))
                return "ORDER";
            if (length == 5 && !strncasecmp(text, "limit", 5))
                return "LIMIT";
        }
        text += length;
    }
    return NULL;
}

/* Ends the statement, or the total, that was being read; `end` is where the next header starts. */
static bool end_body(struct parse *parse, const char *end)
{
    struct block *block = parse->block;
    struct statement_text statement = {.count = 0};
    buffer_init(&statement.out, LONGEST_TEXT);
    bool done =
        translate(parse, &statement, parse->body, end, parse->file->name, parse->body_line, 0);
    if (done && statement.depth)
        done = fail_here(parse, parse->body_line, "{if} or {unless} without {end}", "");
    char *text = done && statement.out.length
                     ? trimmed(parse->arena, statement.out.bytes, statement.out.length)
                     : "";
    buffer_free(&statement.out);
    if (!done)
        return false;
    if (!block)
        return *text ? fail_here(parse, parse->body_line, "a statement before the first header", "")
                     : true;
    if (!*text)
        return fail_here(parse, parse->body_line, "no statement in block", block->name);
    if ((block->kind != BLOCK_LIST || parse->in_total) && holds_order(text))
        return fail_here(parse, parse->body_line, "only a list's rows have {order}", block->name);
    if (parse->in_total) {
        block->total_text = text;
        block->total_parameters = statement.parameters;
        block->total_parameter_count = statement.count;
        return true;
    }
    block->text = text;
    block->parameters = statement.parameters;
    block->parameter_count = statement.count;
    const char *word = block->kind == BLOCK_LIST ? own_order(text) : NULL;
    return word ? fail_here(parse, parse->body_line, "a list sorts and limits by itself", word)
                : true;
}

static bool end_block(struct parse *parse, const char *end)
{
    struct block *block = parse->block;
    if (!end_body(parse, end))
        return false;
    if (!block || block->kind != BLOCK_LIST)
        return true;
    if (!block->column_count)
        return fail_here(parse, parse->body_line, "a list without columns", block->name);
    if (!block->sort_count)
        return fail_here(parse, parse->body_line, "a list without sort", block->name);
    if (!block->total_text && holds_order(block->text))
        return fail_here(parse, parse->body_line, "a list with {order} needs a total", block->name);
    if (!block->total_text) {
        block->total_text =
            arena_printf(parse->arena, "SELECT COUNT(*) FROM (%s) AS counted", block->text);
        block->total_parameters = block->parameters;
        block->total_parameter_count = block->parameter_count;
    }
    return true;
}

static size_t letters(const char *text, const char *allowed)
{
    return *text >= '0' && *text <= '9' ? 0 : strspn(text, allowed);
}

#define NAME "abcdefghijklmnopqrstuvwxyz_"
#define COLUMN NAME "0123456789"

static bool begin_block(struct parse *parse, enum block_kind kind, const char *value, int line)
{
    size_t name = letters(value, NAME);
    bool pair = kind == BLOCK_MANY || kind == BLOCK_LIST;
    size_t row = pair && value[name] == '/' ? letters(value + name + 1, NAME) : 0;
    size_t used = pair ? name + 1 + row : name;
    if (!name || (pair && !row) || value[used])
        return fail_here(parse, line, pair ? "expected names/name" : "expected a name", value);
    char *own = arena_bytes(parse->arena, value, name);
    if (query_file_block(parse->file, own))
        return fail_here(parse, line, "a second block of the name", own);
    parse->file->blocks = more(parse->arena, parse->file->blocks, parse->file->block_count,
                               &parse->block_room, sizeof *parse->file->blocks);
    parse->block = &parse->file->blocks[parse->file->block_count];
    *parse->block = (struct block){
        .kind = kind,
        .name = own,
        .row_name = pair ? arena_bytes(parse->arena, value + name + 1, row) : own,
        .file = parse->file->name,
        .number = parse->file->block_count++,
    };
    parse->in_total = false;
    return true;
}

static const char **one_more(struct parse *parse, const char **texts, size_t count,
                             const char *text)
{
    texts = arena_grow(parse->arena, texts, count * sizeof *texts, (count + 1) * sizeof *texts);
    texts[count] = text;
    return texts;
}

static bool add_columns(struct parse *parse, const char *value, int line)
{
    struct block *block = parse->block;
    for (;;) {
        value += strspn(value, " \t");
        size_t length = letters(value, COLUMN);
        if (!length)
            return fail_here(parse, line, "expected a column", value);
        const char *name = arena_bytes(parse->arena, value, length), *words = name;
        value += length;
        if (*value == '=') {
            length = letters(++value, COLUMN);
            if (!length)
                return fail_here(parse, line, "expected what labels begin with", value);
            words = arena_bytes(parse->arena, value, length);
            value += length;
        }
        block->columns = one_more(parse, block->columns, block->column_count, name);
        block->words = one_more(parse, block->words, block->column_count++, words);
        value += strspn(value, " \t");
        if (!*value)
            return true;
        if (*value++ != ',')
            return fail_here(parse, line, "expected a comma between columns", value - 1);
    }
}

/* Checks an expression: its terms are not empty, its parentheses close, nothing in it needs a
 * parameter. */
static bool sort_expression(const char *text)
{
    const char *end = text + strlen(text);
    int depth = 0;
    bool empty = true;
    for (size_t length; text < end; text += length) {
        switch (lexer_piece(text, end, &length)) {
        case PIECE_SPACE:
            break;
        case PIECE_OPEN:
            depth++;
            empty = false;
            break;
        case PIECE_CLOSE:
            if (--depth < 0)
                return false;
            break;
        case PIECE_COMMA:
            if (empty)
                return false;
            empty = depth == 0;
            break;
        case PIECE_QUOTED:
        case PIECE_WORD:
        case PIECE_OTHER:
            empty = false;
            break;
        case PIECE_COLLATE:
        case PIECE_ALPHABET:
            if (empty)
                return false;
            break;
        default:
            return false;
        }
    }
    return !empty && depth == 0;
}

static bool add_sort(struct parse *parse, const char *text, int line)
{
    struct block *block = parse->block;
    struct sort sort = {.descending = *text == '-'};
    text += sort.descending;
    size_t length = letters(text, COLUMN);
    if (!length || (text[length] != ' ' && text[length] != '\t'))
        return fail_here(parse, line, "expected a sort's name and expression", text);
    sort.name = arena_bytes(parse->arena, text, length);
    text += length;
    sort.expression = trimmed(parse->arena, text, strlen(text));
    if (!sort_expression(sort.expression))
        return fail_here(parse, line, "malformed sort", sort.name);
    for (size_t i = 0; i < block->sort_count; i++)
        if (!strcmp(block->sorts[i].name, sort.name))
            return fail_here(parse, line, "a second sort of the name", sort.name);
    block->sorts = arena_grow(parse->arena, block->sorts, block->sort_count * sizeof *block->sorts,
                              (block->sort_count + 1) * sizeof *block->sorts);
    block->sorts[block->sort_count++] = sort;
    return true;
}

static bool add_sorts(struct parse *parse, const char *value, int line)
{
    const char *end = value + strlen(value), *start = value;
    for (size_t length; value < end; value += length) {
        if (lexer_piece(value, end, &length) != PIECE_SEMICOLON)
            continue;
        if (!add_sort(parse, trimmed(parse->arena, start, (size_t)(value - start)), line))
            return false;
        start = value + length;
    }
    return add_sort(parse, trimmed(parse->arena, start, (size_t)(end - start)), line);
}

static const struct header {
    const char *word;
    enum block_kind kind; /* of those that begin a block */
    enum { BEGINS, COLUMNS, SORTS, ROWS, TOTAL } what;
} headers[] = {
    {"-- one:", BLOCK_ONE, BEGINS},   {"-- maybe:", BLOCK_MAYBE, BEGINS},
    {"-- many:", BLOCK_MANY, BEGINS}, {"-- list:", BLOCK_LIST, BEGINS},
    {"-- step:", BLOCK_STEP, BEGINS}, {"-- columns:", BLOCK_LIST, COLUMNS},
    {"-- sort:", BLOCK_LIST, SORTS},  {"-- total:", BLOCK_LIST, TOTAL},
    {"-- rows:", BLOCK_LIST, ROWS},
};

static const struct header *header_at(const char *line, size_t length)
{
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        size_t word = strlen(headers[i].word);
        if (length >= word && !memcmp(line, headers[i].word, word))
            return &headers[i];
    }
    return NULL;
}

static bool take_header(struct parse *parse, const struct header *header, const char *line,
                        const char *stop, int number)
{
    const char *after = line + strlen(header->word);
    char *value = trimmed(parse->arena, after, (size_t)(stop - after));
    if (header->what == BEGINS) {
        if (!end_block(parse, line) || !begin_block(parse, header->kind, value, number))
            return false;
        parse->body = stop;
        parse->body_line = number;
        return true;
    }
    if (!parse->block || parse->block->kind != BLOCK_LIST)
        return fail_here(parse, number, "only a list has this", header->word);
    if (parse->in_total)
        return fail_here(parse, number, "the total comes last in its list", header->word);
    if (header->what == COLUMNS)
        return add_columns(parse, value, number);
    if (header->what == SORTS)
        return add_sorts(parse, value, number);
    if (header->what == ROWS)
        return text_integer(value, 1, LIST_MOST_ROWS, &parse->block->rows) ||
               fail_here(parse, number, "a list has 1 to 1000 rows a page", value);
    if (!end_body(parse, line))
        return false;
    parse->in_total = true;
    parse->body = after;
    parse->body_line = number;
    return true;
}

static bool read_blocks(struct parse *parse, const char *text, size_t length)
{
    const char *end = text + length;
    int number = 1;
    parse->body = text;
    parse->body_line = 1;
    if (memchr(text, 0, length) || !text_utf8(text, length))
        return fail_here(parse, 1, "not UTF-8", "");
    for (const char *line = text; line < end; number++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop)
            stop = end;
        const struct header *header = header_at(line, (size_t)(stop - line));
        if (header && !take_header(parse, header, line, stop, number))
            return false;
        line = stop < end ? stop + 1 : end;
    }
    if (!end_block(parse, end))
        return false;
    return parse->file->block_count ? true : fail_here(parse, 1, "no block", "");
}

struct query_file *query_parse(const char *name, const char *text, size_t length,
                               const char *fragments_folder, char *error, size_t error_size)
{
    if (length > FILE_LONGEST) {
        snprintf(error, error_size, "%s.sql:1: the file is too long", name);
        return NULL;
    }
    /* Fragments may take the first part; what two bytes of text become never needs more than the second. */
    struct arena *arena = arena_new(((size_t)16 << 20) + 128 * length);
    struct parsed *parsed = arena_zero(arena, sizeof *parsed);
    parsed->arena = arena;
    parsed->file.name = arena_text(arena, name);
    struct parse parse = {.arena = arena,
                          .file = &parsed->file,
                          .fragments = fragments_folder,
                          .error = error,
                          .error_size = error_size};
    if (read_blocks(&parse, text, length))
        return &parsed->file;
    arena_free(arena);
    return NULL;
}

void query_file_free(struct query_file *file)
{
    if (file)
        arena_free(((struct parsed *)file)->arena);
}

const struct block *query_file_block(const struct query_file *file, const char *name)
{
    for (size_t i = 0; i < file->block_count; i++)
        if (!strcmp(file->blocks[i].name, name))
            return &file->blocks[i];
    return NULL;
}
