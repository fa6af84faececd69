#include "multipart.h"

#include "../base/text.h"

#include <string.h>
#include <strings.h>

enum { BOUNDARY_LONGEST = 70, HEAD_LONGEST = 4000, FILE_NAME_LETTERS = 200 };

static bool good_boundary(const char *text, size_t length)
{
    static const char allowed[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=?";
    if (length == 0 || length > BOUNDARY_LONGEST)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!strchr(allowed, text[i]))
            return false;
    return true;
}

const char *multipart_boundary(struct arena *arena, const char *type)
{
    static const char wanted[] = "multipart/form-data", name[] = "boundary=";
    if (!type || strncasecmp(type, wanted, sizeof wanted - 1) != 0)
        return NULL;
    const char *at = type + sizeof wanted - 1;
    at += strspn(at, " \t");
    if (*at++ != ';')
        return NULL;
    at += strspn(at, " \t");
    if (strncasecmp(at, name, sizeof name - 1) != 0)
        return NULL;
    at += sizeof name - 1;
    bool quoted = *at == '"';
    at += quoted;
    size_t length = strcspn(at, quoted ? "\"" : "; \t");
    if (!good_boundary(at, length) || (quoted && at[length] != '"'))
        return NULL;
    const char *rest = at + length + quoted;
    return rest[strspn(rest, " \t;")] ? NULL : arena_bytes(arena, at, length);
}

struct reading {
    struct arena *arena;
    struct fields *fields;
    const struct fields_limits *limits;
    char *at, *end;
    const char *delimiter; /* CR LF -- boundary */
    size_t delimiter_length;
    size_t parts;
    const char **culprit;
};

/* What a part's head says. */
struct part {
    char *name, *file_name; /* file_name NULL: a plain field */
};

static bool starts(const struct reading *reading, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(reading->end - reading->at) >= length && memcmp(reading->at, text, length) == 0;
}

/* `name="…"` at the parameter's start; browsers write %22 for a quote within. Moves past it. NULL: malformed. */
static char *quoted(const struct reading *reading, const char **at)
{
    const char *from = *at;
    if (*from++ != '"')
        return NULL;
    size_t length = strcspn(from, "\"");
    if (from[length] != '"')
        return NULL;
    *at = from + length + 1;
    return arena_bytes(reading->arena, from, length);
}

/* `form-data; name="x"; filename="y"`, in this or the other order; others, such as filename*, are refused. */
static bool read_disposition(const struct reading *reading, struct part *part, const char *text)
{
    static const char wanted[] = "form-data", name[] = "name=", file[] = "filename=";
    if (strncasecmp(text, wanted, sizeof wanted - 1) != 0)
        return false;
    text += sizeof wanted - 1;
    for (text += strspn(text, " \t"); *text; text += strspn(text, " \t")) {
        char **into;
        if (*text++ != ';')
            return false;
        text += strspn(text, " \t");
        if (strncasecmp(text, name, sizeof name - 1) == 0) {
            into = &part->name;
            text += sizeof name - 1;
        } else if (strncasecmp(text, file, sizeof file - 1) == 0) {
            into = &part->file_name;
            text += sizeof file - 1;
        } else {
            return false;
        }
        if (*into || !(*into = quoted(reading, &text)))
            return false;
    }
    return part->name != NULL;
}

/* One line of a part's head, NUL-terminated. */
static bool read_line(const struct reading *reading, struct part *part, const char *line)
{
    static const char disposition[] = "Content-Disposition:", type[] = "Content-Type:";
    if (strncasecmp(line, disposition, sizeof disposition - 1) == 0) {
        line += sizeof disposition - 1;
        return !part->name && read_disposition(reading, part, line + strspn(line, " \t"));
    }
    return strncasecmp(line, type, sizeof type - 1) == 0; /* what it says is nobody's to trust */
}

static bool read_head(struct reading *reading, struct part *part)
{
    const char *head = reading->at;
    while (!starts(reading, "\r\n")) {
        char *line = reading->at;
        size_t left = (size_t)(reading->end - line);
        char *stop = memchr(line, '\r', left < HEAD_LONGEST ? left : HEAD_LONGEST);
        if (!stop || stop + 1 >= reading->end || stop[1] != '\n' || stop - head > HEAD_LONGEST ||
            memchr(line, '\0', (size_t)(stop - line)))
            return false;
        *stop = '\0';
        if (!read_line(reading, part, line))
            return false;
        reading->at = stop + 2;
    }
    reading->at += 2;
    return part->name != NULL;
}

/* Folders and what no name should hold fall away. */
static const char *clean_file_name(struct arena *arena, const char *name)
{
    for (const char *at = name; *at; at++)
        if (*at == '/' || *at == '\\')
            name = at + 1;
    if (!text_utf8(name, strlen(name)))
        return "";
    char *clean = arena_text(arena, name);
    for (char *at = clean; *at; at++) {
        unsigned char byte = (unsigned char)*at, next = (unsigned char)at[1];
        if (byte == 0xC2 && next < 0xA0) /* U+0080 to U+009F */
            *at = at[1] = ' ';
        else if (byte < 0x20 || byte == 0x7F)
            *at = ' ';
    }
    clean = text_clean(arena, clean);
    return text_letters(clean) <= FILE_NAME_LETTERS ? clean : "";
}

static bool add_file(const struct reading *reading, const struct part *part, char *bytes,
                     size_t length)
{
    struct fields *fields = reading->fields;
    if (length == 0 && !*part->file_name)
        return true; /* none was chosen */
    if (fields->file_count == MULTIPART_FILES)
        return false;
    if (!fields->files)
        fields->files = arena_alloc(reading->arena, MULTIPART_FILES * sizeof *fields->files);
    fields->files[fields->file_count++] = (struct field_file){
        part->name, clean_file_name(reading->arena, part->file_name), bytes, length};
    return true;
}

static bool add_part(const struct reading *reading, const struct part *part, char *bytes,
                     size_t length)
{
    size_t name = strlen(part->name);
    if (name == 0 || name > reading->limits->name_length || !text_utf8(part->name, name))
        return false;
    *reading->culprit = part->name;
    if (part->file_name)
        return add_file(reading, part, bytes, length);
    bytes[length] = '\0';
    if (length > reading->limits->value_length || strlen(bytes) != length ||
        !text_utf8(bytes, length))
        return false;
    fields_add(reading->arena, reading->fields, part->name, bytes);
    return true;
}

/* The part at hand, up to and with the next delimiter. */
static bool read_part(struct reading *reading)
{
    struct part part = {0};
    if (++reading->parts > MULTIPART_PARTS || !read_head(reading, &part))
        return false;
    char *bytes = reading->at;
    char *stop = memmem(bytes, (size_t)(reading->end - bytes), reading->delimiter,
                        reading->delimiter_length);
    if (!stop || !add_part(reading, &part, bytes, (size_t)(stop - bytes)))
        return false;
    *reading->culprit = "";
    reading->at = stop + reading->delimiter_length;
    return true;
}

bool multipart_parse(struct arena *arena, struct fields *fields, char *body, size_t length,
                     const char *boundary, const struct fields_limits *limits, const char **culprit)
{
    const char *delimiter = arena_printf(arena, "\r\n--%s", boundary);
    struct reading reading = {.arena = arena,
                              .fields = fields,
                              .limits = limits,
                              .at = body,
                              .end = body + length,
                              .delimiter = delimiter,
                              .delimiter_length = strlen(delimiter),
                              .culprit = culprit};
    if (!starts(&reading, delimiter + 2))
        return false;
    reading.at += reading.delimiter_length - 2;
    while (starts(&reading, "\r\n")) {
        reading.at += 2;
        if (!read_part(&reading))
            return false;
    }
    return starts(&reading, "--");
}
