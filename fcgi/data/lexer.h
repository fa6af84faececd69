/* SQL cut into the few kinds of pieces that query files and migrations need told apart. */
#ifndef DATA_LEXER_H
#define DATA_LEXER_H
#include <stddef.h>

enum piece {
    PIECE_SPACE,
    PIECE_COMMENT,    /* `-- …` and `# …` up to the line's end, C comments */
    PIECE_EXECUTABLE, /* a C comment that MariaDB runs: it starts with an exclamation mark or M and
                         one */
    PIECE_QUOTED,     /* '…', "…", `…` */
    PIECE_WORD,       /* letters, digits, _ and $ */
    PIECE_PARAMETER,  /* :name */
    PIECE_INCLUDE,    /* {{name}} */
    PIECE_COLLATE,    /* {collate} */
    PIECE_ALPHABET,   /* {alphabet} */
    PIECE_ORDER,      /* {order} */
    PIECE_IF,         /* {if name, name} */
    PIECE_UNLESS,     /* {unless name, name} */
    PIECE_END,        /* {end} */
    PIECE_SEMICOLON,
    PIECE_OPEN,  /* ( */
    PIECE_CLOSE, /* ) */
    PIECE_COMMA,
    PIECE_OTHER,  /* operators, one or two bytes */
    PIECE_STRAY,  /* ?, { or a : that belongs to nothing */
    PIECE_UNENDED /* a quote or comment without its end */
};

/* Moves *name to the next name of an {if …} or {unless …} and gives its length; 0 when there is none
 * before `end`. Begin with *name at the piece's start; go on from behind the name that came. */
size_t lexer_name(const char **name, const char *end);

/* Kind of the piece at `text`, which is before `end`; its length (at least 1) in *length. */
enum piece lexer_piece(const char *text, const char *end, size_t *length);
#endif
