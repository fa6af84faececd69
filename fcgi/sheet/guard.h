/* Looks through XML before libxml2 does, so that no tag can make it slow or large: libxml2 compares
 * each attribute of a tag with all before it, and keeps a tag until it ends. Understands just enough
 * of XML to know where tags begin and end. */
#ifndef SHEET_GUARD_H
#define SHEET_GUARD_H
#include <stdbool.h>
#include <stddef.h>

struct guard {
    enum {
        GUARD_FIRST,   /* nothing seen */
        GUARD_SECOND,  /* the first < seen */
        GUARD_TEXT,    /* between tags */
        GUARD_OPEN,    /* behind < */
        GUARD_TAG,     /* in a tag, outside quotes */
        GUARD_VALUE,   /* in quotes */
        GUARD_BANG,    /* behind <! */
        GUARD_COMMENT, /* until --> */
        GUARD_CDATA,   /* until ]]> */
        GUARD_COMMAND  /* until ?> */
    } state;
    char quote;
    char before[2];      /* the last two bytes */
    unsigned attributes; /* quotes opened in this tag */
    size_t length;       /* of the tag, comment, … so far */
};

/* A guard of zeros is ready. False: a document type, an encoding that is not as ASCII, too many
 * attributes, or too long a tag. */
bool guard_pass(struct guard *guard, const char *bytes, size_t length);
#endif
