#include "ics.h"

#include "xml.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

enum { TEXT_MAXIMUM = 1 << 20 };

void ics_text(struct buffer *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr("\\;,", *at)) {
            buffer_char(out, '\\');
            buffer_char(out, *at);
        } else if (*at == '\n' || (*at == '\r' && at[1] != '\n')) {
            buffer_text(out, "\\n");
        } else if ((unsigned char)*at >= 0x20 || *at == '\t') {
            buffer_char(out, *at);
        }
    }
}

/* How many of `length` bytes fit into `room` without cutting a character. */
static size_t fitting(const char *line, size_t length, size_t room)
{
    if (length <= room)
        return length;
    size_t fits = room;
    while (fits > 0 && ((unsigned char)line[fits] & 0xC0) == 0x80)
        fits--;
    return fits > 0 ? fits : room; /* not UTF-8: cut anywhere rather than never */
}

static void fold_line(struct buffer *out, const char *line, size_t length)
{
    size_t room = ICS_LINE;
    for (size_t some; length > 0; line += some, length -= some) {
        some = fitting(line, length, room);
        if (room < ICS_LINE)
            buffer_char(out, ' ');
        buffer_add(out, line, some);
        buffer_text(out, "\r\n");
        room = ICS_LINE - 1; /* the space that marks what goes on */
    }
}

void ics_fold(struct buffer *out, const char *lines)
{
    while (*lines && !out->full) {
        size_t length = strcspn(lines, "\n");
        fold_line(out, lines, length);
        lines += length + (lines[length] == '\n');
    }
}

static void ics_function(xmlXPathParserContextPtr parser, int count)
{
    if (count != 1) {
        xmlXPathSetArityError(parser);
        return;
    }
    xmlChar *text = xmlXPathPopString(parser);
    if (xmlXPathCheckError(parser))
        return;
    struct buffer out;
    buffer_init(&out, TEXT_MAXIMUM);
    ics_text(&out, text ? C(text) : "");
    xmlFree(text);
    valuePush(parser, xmlXPathNewString(X(out.bytes ? out.bytes : "")));
    buffer_free(&out);
}

void ics_start(void)
{
    xsltRegisterExtModuleFunction(X("ics"), X(PK_NAMESPACE), ics_function);
}
