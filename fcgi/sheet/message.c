#include "message.h"

#include "../base/heap.h"
#include "guard.h"
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEPTH_MOST = 8, PIECE = 65536 };

struct message_schema {
    xmlSchemaPtr schema;
};

struct message {
    const struct message_reader *reader;
    enum message_result result; /* MESSAGE_OK until something is wrong; faults let it go on */
    struct guard guard;
    xmlParserCtxtPtr parser;
    xmlSchemaValidCtxtPtr validator;
    xmlSchemaSAXPlugPtr plug;
    struct message_fault last;
    size_t depth, rows, bytes;
    unsigned mark; /* bytes of the byte order mark so far; 4: that is over */
    unsigned line; /* of what is being read, where something went wrong */
    char cells[MESSAGE_ATTRIBUTES][MESSAGE_VALUE], names[MESSAGE_ATTRIBUTES][64];
};

static const char *C(const xmlChar *text)
{
    return (const char *)text;
}

static unsigned line_of(const struct message *message)
{
    const xmlParserInput *input = message->parser->input;
    return input && input->line > 0 ? (unsigned)input->line : 1;
}

/* No callback after this one. Not by xmlStopParser(), which frees what the schema's part of the same callback goes on to read; what is
 * left of the piece is read for nothing. */
static void stop(struct message *message)
{
    message->parser->disableSAX = 1;
}

static void fail(struct message *message, enum message_result result)
{
    if (message->result != MESSAGE_OK && message->result != MESSAGE_FAULTY)
        return;
    message->result = result;
    message->line = line_of(message);
    stop(message);
}

static bool going(const struct message *message)
{
    return message->result == MESSAGE_OK || message->result == MESSAGE_FAULTY;
}

/* ---- what libxml2 finds ---- */

/* What libxml2 leaves of an ampersand in a value: a number of its own. */
static void copy_value(char *out, size_t size, const char *from, size_t length)
{
    size_t made = 0;
    for (size_t i = 0; i < length && made + 1 < size; i++) {
        out[made++] = from[i];
        if (length - i >= 5 && memcmp(from + i, "&#38;", 5) == 0)
            i += 4;
    }
    while (made > 0 && made + 1 == size && ((unsigned char)out[made - 1] & 0x80))
        made--; /* no half a letter at the cut */
    out[made] = '\0';
}

static void take_row(struct message *message, const xmlChar **attributes, size_t count)
{
    struct message_row row = {.number = message->rows, .line = line_of(message)};
    for (size_t i = 0; i < count && row.count < MESSAGE_ATTRIBUTES; i++) {
        const xmlChar **attribute = attributes + 5 * i;
        if (attribute[1])
            continue;
        char *name = message->names[row.count], *cell = message->cells[row.count];
        copy_value(name, sizeof message->names[0], C(attribute[0]), strlen(C(attribute[0])));
        copy_value(cell, sizeof message->cells[0], C(attribute[3]),
                   (size_t)(attribute[4] - attribute[3]));
        row.values[row.count++] = (struct message_value){name, cell};
    }
    if (!message->reader->row(message->reader->context, &row))
        fail(message, MESSAGE_STOPPED);
}

/* A name of `length` bytes when it is one as ours are, else "". */
static void copy_name(char name[64], const char *from, size_t length)
{
    bool ours =
        length > 0 && length < 64 &&
        strspn(from, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") >= length;
    memcpy(name, from, ours ? length : 0);
    name[ours ? length : 0] = '\0';
}

/* The name that follows `before` in quotes. */
static void quoted(char name[64], const char *message, const char *before)
{
    const char *at = message ? strstr(message, before) : NULL;
    *name = '\0';
    if (!at)
        return;
    at += strlen(before);
    if (*at == '{') /* the namespace, which says nothing here */
        at = strchr(at, '}') ? strchr(at, '}') + 1 : at;
    copy_name(name, at, strcspn(at, "'"));
}

static void say(struct message *message, struct message_fault *fault);

/* Those of XML Schema itself (schemaLocation) its validator lets pass; nothing of ours has any of another namespace. */
static void refuse_foreign(struct message *message, const xmlChar **attributes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct message_fault fault = {.wrong = MESSAGE_ATTRIBUTE};
        const xmlChar **attribute = attributes + 5 * i;
        if (!attribute[1])
            continue;
        copy_name(fault.name, C(attribute[0]), strlen(C(attribute[0])));
        say(message, &fault);
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct message *message = context;
    (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)declared, (void)defaulted;
    if (!going(message))
        return;
    message->line = line_of(message);
    if (++message->depth > DEPTH_MOST)
        fail(message, MESSAGE_DEEP);
    else if (message->depth == 2 && ++message->rows > MESSAGE_ROWS_MOST)
        fail(message, MESSAGE_ROWS);
    else if (message->depth == 2)
        take_row(message, attributes, (size_t)count);
    if (going(message))
        refuse_foreign(message, attributes, (size_t)count);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct message *message = context;
    (void)name, (void)prefix, (void)uri;
    if (message->depth > 0)
        message->depth--;
}

static void on_document(void *context)
{
    struct message *message = context;
    if (!xml_utf8(message->parser))
        fail(message, MESSAGE_ENCODING);
}

static void on_document_type(void *context, const xmlChar *name, const xmlChar *public_id,
                             const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    fail(context, MESSAGE_DOCTYPE);
}

/* ---- what the schema finds ---- */

static struct message_fault fault_of(const xmlError *error)
{
    struct message_fault fault = {.wrong = MESSAGE_TEXT};
    switch (error->code) {
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        fault.wrong = MESSAGE_MISSING;
        quoted(fault.name, error->message, "The attribute '");
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
        fault.wrong = MESSAGE_ATTRIBUTE;
        quoted(fault.name, error->message, ", attribute '");
        break;
    case XML_SCHEMAV_ELEMENT_CONTENT:
    case XML_SCHEMAV_CVC_ELT_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
        fault.wrong = strstr(error->message, "Missing child") ? MESSAGE_MISSING : MESSAGE_ELEMENT;
        if (fault.wrong == MESSAGE_ELEMENT)
            quoted(fault.name, error->message, "Element '");
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1: /* of rows, which are empty */
        if (strstr(error->message, "Element content"))
            fault.wrong = MESSAGE_ELEMENT;
        break;
    default:
        quoted(fault.name, error->message, ", attribute '");
        if (*fault.name)
            fault.wrong = MESSAGE_VALUE_OF;
        break;
    }
    return fault;
}

/* A value that a facet refuses is told of twice: by the facet, and by its type. */
static bool told(const struct message *message, const struct message_fault *fault)
{
    const struct message_fault *last = &message->last;
    return fault->row == last->row && fault->line == last->line && fault->wrong == last->wrong &&
           strcmp(fault->name, last->name) == 0;
}

/* With where it is. */
static void say(struct message *message, struct message_fault *fault)
{
    fault->row = message->depth >= 2 ? message->rows : 0;
    fault->line = message->depth >= 2 ? message->line : line_of(message);
    if (told(message, fault))
        return;
    message->last = *fault;
    message->result = MESSAGE_FAULTY;
    if (!message->reader->fault(message->reader->context, fault))
        stop(message);
}

static void on_fault(void *context, xmlErrorPtr error)
{
    struct message *message = context;
    if (!going(message) || error->domain != XML_FROM_SCHEMASV || !error->message)
        return;
    struct message_fault fault = fault_of(error);
    say(message, &fault);
}

/* ---- from outside ---- */

struct message_schema *message_schema_load(const char *path, char *error, size_t error_size)
{
    struct message_schema *schema = NULL;
    xmlSchemaParserCtxtPtr parser = access(path, R_OK) == 0 ? xmlSchemaNewParserCtxt(path) : NULL;
    if (parser) {
        xmlSchemaSetParserStructuredErrors(parser, xml_silent, NULL);
        xmlSchemaPtr parsed = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
        schema = parsed ? heap_alloc(sizeof *schema) : NULL;
        if (schema)
            schema->schema = parsed;
    }
    if (!schema)
        snprintf(error, error_size, "%s: no schema, or not to be read", path);
    return schema;
}

void message_schema_free(struct message_schema *schema)
{
    if (!schema)
        return;
    xmlSchemaFree(schema->schema);
    free(schema);
}

struct message *message_new(const struct message_schema *schema,
                            const struct message_reader *reader)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_document_type,
                             .startDocument = on_document,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .serror = xml_silent};
    struct message *message = heap_alloc(sizeof *message);
    memset(message, 0, sizeof *message);
    message->reader = reader;
    message->parser = xmlCreatePushParserCtxt(&handler, message, NULL, 0, NULL);
    message->validator = xmlSchemaNewValidCtxt(schema->schema);
    if (!message->parser || !message->validator)
        abort(); /* no memory */
    xmlCtxtUseOptions(message->parser, XML_PARSE_NONET);
    xmlSchemaSetValidStructuredErrors(message->validator, on_fault, message);
    message->plug =
        xmlSchemaSAXPlug(message->validator, &message->parser->sax, &message->parser->userData);
    if (!message->plug)
        abort();
    message->parser->sax->serror = xml_silent;
    return message;
}

/* What the guard would not let through. */
static enum message_result refused(const struct message *message, const char *bytes)
{
    unsigned char first = (unsigned char)*bytes;
    if (message->guard.state != GUARD_SECOND)
        return MESSAGE_DOCTYPE;
    return first == 0 || first >= 0xFE || first == '<' ? MESSAGE_ENCODING : MESSAGE_BROKEN;
}

/* A prefix that stands for nothing is no fault to XML itself, but would make two names one. */
static bool well_formed(const struct message *message)
{
    return message->parser->wellFormed && message->parser->nsWellFormed;
}

/* How many of these bytes are of a byte order mark, which the guard and the parser need whole. */
static size_t skip_mark(struct message *message, const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t skipped = 0;
    while (skipped < length && message->mark < 3 && bytes[skipped] == mark[message->mark]) {
        message->mark++;
        skipped++;
    }
    if (skipped == length)
        return skipped;
    if (message->mark == 1 || message->mark == 2)
        fail(message, MESSAGE_ENCODING);
    message->mark = 4;
    return skipped;
}

bool message_feed(struct message *message, const char *bytes, size_t length)
{
    size_t skipped = message->mark < 4 ? skip_mark(message, bytes, length) : 0;
    bytes += skipped;
    length -= skipped;
    while (length > 0 && going(message)) {
        size_t some = length < PIECE ? length : PIECE;
        message->bytes += some;
        if (message->bytes > MESSAGE_BYTES)
            fail(message, MESSAGE_LARGE);
        else if (!guard_pass(&message->guard, bytes, some))
            fail(message, refused(message, bytes));
        else if (xmlParseChunk(message->parser, bytes, (int)some, 0),
                 going(message) && !well_formed(message))
            fail(message, MESSAGE_BROKEN);
        bytes += some;
        length -= some;
    }
    return going(message);
}

enum message_result message_end(struct message *message, unsigned *line)
{
    if (message->bytes == 0)
        fail(message, MESSAGE_EMPTY);
    if (going(message)) {
        xmlParseChunk(message->parser, NULL, 0, 1);
        if (going(message) && !well_formed(message))
            fail(message, MESSAGE_BROKEN);
    }
    enum message_result result = message->result;
    if (line)
        *line = message->line;
    xmlSchemaSAXUnplug(message->plug);
    xmlSchemaFreeValidCtxt(message->validator);
    xmlFreeParserCtxt(message->parser);
    free(message);
    return result;
}

const char *message_result_name(enum message_result result)
{
    static const char *const names[MESSAGE_RESULTS] = {
        [MESSAGE_OK] = "",           [MESSAGE_STOPPED] = "",          [MESSAGE_FAULTY] = "",
        [MESSAGE_EMPTY] = "empty",   [MESSAGE_LARGE] = "large",       [MESSAGE_ROWS] = "rows",
        [MESSAGE_BROKEN] = "broken", [MESSAGE_ENCODING] = "encoding", [MESSAGE_DOCTYPE] = "doctype",
        [MESSAGE_DEEP] = "deep",
    };
    return names[result];
}
