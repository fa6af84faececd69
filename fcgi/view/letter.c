#include "letter.h"

#include <stdbool.h>
#include <string.h>

enum { LINE = 1, PARAGRAPH = 2 };

struct letter {
    struct arena *arena;
    struct buffer *out;
    int breaks;         /* line ends due before the next word */
    bool tight;         /* after a rule and a button: one line end, whatever follows */
    bool space;         /* a space is due before the next word */
    bool quoted;        /* in a blockquote */
    const char *marker; /* due before the next word: "- " */
    const char *link;   /* the start tag of the link we are in */
    size_t link_start;  /* where its words begin in out */
};

/* One letter of escaped text; gives the bytes it took. */
static size_t unescape(const char *at, char *letter)
{
    static const struct {
        const char *name;
        char letter;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; *at == '&' && i < sizeof entities / sizeof *entities; i++)
        if (strncmp(at, entities[i].name, strlen(entities[i].name)) == 0) {
            *letter = entities[i].letter;
            return strlen(entities[i].name);
        }
    *letter = *at;
    return 1;
}

static bool white(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

char *letter_subject(struct arena *arena, const char *html)
{
    const char *at = strstr(html, "<title>"), *end = at ? strstr(at, "</title>") : NULL;
    if (!end)
        return NULL;
    char *subject = arena_alloc(arena, (size_t)(end - at));
    size_t length = 0;
    for (at += strlen("<title>"); at < end;) {
        char letter;
        at += unescape(at, &letter);
        if (!white(letter))
            subject[length++] = letter;
        else if (length > 0 && subject[length - 1] != ' ')
            subject[length++] = ' ';
    }
    if (length > 0 && subject[length - 1] == ' ')
        length--;
    subject[length] = '\0';
    return length > 0 ? subject : NULL;
}

static void add(struct letter *letter, char byte)
{
    bool begins = letter->breaks > 0 || letter->out->length == 0;
    for (int i = 0; i < letter->breaks && letter->out->length > 0; i++)
        buffer_char(letter->out, '\n');
    if (begins && letter->quoted)
        buffer_text(letter->out, "> ");
    if (letter->marker)
        buffer_text(letter->out, letter->marker);
    else if (letter->space && !begins)
        buffer_char(letter->out, ' ');
    buffer_char(letter->out, byte);
    letter->breaks = 0;
    letter->tight = letter->space = false;
    letter->marker = NULL;
}

static void add_text(struct letter *letter, const char *text)
{
    for (; *text; text++)
        add(letter, *text);
}

static void line_ends(struct letter *letter, int breaks)
{
    letter->space = false;
    if (letter->tight)
        breaks = LINE;
    if (letter->breaks < breaks)
        letter->breaks = breaks;
}

/* The value of an attribute of a start tag, entities undone; "" when it has none. */
static const char *attribute(struct letter *letter, const char *tag, const char *name)
{
    const char *at = strstr(tag, arena_printf(letter->arena, " %s=\"", name));
    if (!at)
        return "";
    at += strlen(name) + 3;
    char *value = arena_alloc(letter->arena, strlen(at) + 1);
    size_t length = 0;
    while (*at && *at != '"')
        at += unescape(at, &value[length++]);
    value[length] = '\0';
    return value;
}

/* The address follows its words, unless they are the address; a button's stands on the next line anyway. */
static void link_ends(struct letter *letter)
{
    const char *href = attribute(letter, letter->link, "href");
    if (strcmp(attribute(letter, letter->link, "class"), "button") == 0) {
        add(letter, ':');
        line_ends(letter, LINE);
        letter->tight = true;
    } else if (*href && letter->out->bytes &&
               !strstr(letter->out->bytes + letter->link_start, href)) {
        letter->space = true;
        add(letter, '<');
        add_text(letter, href);
        add(letter, '>');
    }
    letter->link = NULL;
}

static bool is(const char *tag, const char *name)
{
    size_t length = strlen(name);
    return strncmp(tag, name, length) == 0 && (tag[length] == '\0' || tag[length] == ' ');
}

static bool one_of(const char *tag, const char *const *names)
{
    while (*names && !is(tag, *names))
        names++;
    return *names != NULL;
}

static void tag_ends(struct letter *letter, const char *name)
{
    if (is(name, "th") && letter->out->length > 0 && letter->breaks == 0)
        add(letter, ':');
    if (is(name, "th") || is(name, "td"))
        letter->space = true;
    if (is(name, "a") && letter->link)
        link_ends(letter);
    if (is(name, "blockquote"))
        letter->quoted = false;
}

static void tag_begins(struct letter *letter, const char *tag)
{
    if (is(tag, "li"))
        letter->marker = "- ";
    if (is(tag, "br") && letter->breaks < PARAGRAPH)
        letter->breaks++;
    if (is(tag, "blockquote"))
        letter->quoted = true;
    if (is(tag, "a")) {
        letter->link = tag;
        letter->link_start = letter->out->length;
    }
    if (is(tag, "hr")) {
        line_ends(letter, PARAGRAPH);
        add_text(letter, "-- ");
        line_ends(letter, LINE);
        letter->tight = true;
    }
}

/* `tag` is what stands between < and >. */
static void take_tag(struct letter *letter, const char *tag)
{
    static const char *const paragraphs[] = {"p", "h2", "ul", "ol", "blockquote", "table", NULL};
    static const char *const lines[] = {"li", "tr", NULL};
    const char *name = tag + (*tag == '/');
    if (*tag == '/')
        tag_ends(letter, name);
    if (one_of(name, paragraphs))
        line_ends(letter, PARAGRAPH);
    if (one_of(name, lines))
        line_ends(letter, LINE);
    if (*tag != '/')
        tag_begins(letter, tag);
}

void letter_text(struct arena *arena, struct buffer *out, const char *html)
{
    struct letter letter = {.arena = arena, .out = out};
    const char *at = strstr(html, "<body");
    while (at && *at) {
        char byte;
        if (*at == '<') {
            size_t length = strcspn(at, ">");
            take_tag(&letter, arena_bytes(arena, at + 1, length - 1));
            at += length + (at[length] == '>');
            continue;
        }
        at += unescape(at, &byte);
        if (white(byte))
            letter.space = true;
        else
            add(&letter, byte);
    }
    buffer_char(out, '\n');
}
