#include "xml.h"

#include <libxml/xmlerror.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* Both editions of the standard, and the package's own lists. */
static const char *const namespaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};
static const char *const relationships[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

static const char *C(const xmlChar *text)
{
    return (const char *)text;
}

static bool listed(const xmlChar *uri, const char *const *list, size_t count)
{
    for (size_t i = 0; uri && i < count; i++)
        if (strcmp(C(uri), list[i]) == 0)
            return true;
    return false;
}

void xml_fail(struct xml *xml, enum sheet_result result)
{
    if (xml->result != SHEET_OK)
        return;
    xml->result = result;
    xmlStopParser(xml->parser);
}

unsigned xml_above(const struct xml *xml, size_t levels)
{
    return levels < xml->depth ? xml->path[xml->depth - 1 - levels] : 0;
}

static unsigned kind_of(const struct xml *xml, const xmlChar *name, const xmlChar *uri)
{
    const char *const *names = xml->reader->names;
    for (unsigned i = 0; names[i]; i++)
        if (strcmp(names[i], C(name)) == 0)
            return listed(uri, namespaces, sizeof namespaces / sizeof *namespaces) ? i + 1 : 0;
    return 0;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct xml *xml = context;
    (void)prefix, (void)namespace_count, (void)declared, (void)defaulted;
    if (xml->result != SHEET_OK)
        return;
    if (xml->depth == XML_DEPTH_MOST) {
        xml_fail(xml, SHEET_HOSTILE);
        return;
    }
    unsigned kind = kind_of(xml, name, uri);
    xml->attributes = attributes;
    xml->attribute_count = (size_t)count;
    xml->path[xml->depth++] = (unsigned char)kind;
    if (kind)
        xml->reader->start(xml, kind);
    xml->attribute_count = 0;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct xml *xml = context;
    (void)name, (void)prefix, (void)uri;
    if (xml->result != SHEET_OK || !xml->depth)
        return;
    unsigned kind = xml->path[--xml->depth];
    if (kind && xml->reader->end)
        xml->reader->end(xml, kind);
}

static void on_text(void *context, const xmlChar *text, int length)
{
    struct xml *xml = context;
    if (xml->result == SHEET_OK && xml->reader->text && xml->depth && length > 0)
        xml->reader->text(xml, C(text), (size_t)length);
}

bool xml_utf8(xmlParserCtxtPtr parser)
{
    const xmlChar *given[] = {parser->encoding, parser->input->encoding};
    for (size_t i = 0; i < 2; i++)
        if (given[i] && strcasecmp(C(given[i]), "UTF-8") != 0 &&
            strcasecmp(C(given[i]), "US-ASCII") != 0)
            return false;
    return true;
}

static void on_document(void *context)
{
    struct xml *xml = context;
    if (!xml_utf8(xml->parser))
        xml_fail(xml, SHEET_DAMAGED);
}

static void on_document_type(void *context, const xmlChar *name, const xmlChar *public_id,
                             const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    xml_fail(context, SHEET_HOSTILE);
}

void xml_silent(void *context, xmlErrorPtr error)
{
    (void)context, (void)error;
}

void xml_start(struct xml *xml, const struct xml_reader *reader, void *context)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_document_type,
                             .startDocument = on_document,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text,
                             .cdataBlock = on_text,
                             .serror = xml_silent};
    *xml = (struct xml){.reader = reader, .context = context};
    xml->parser = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, NULL);
    if (!xml->parser) {
        xml->result = SHEET_DAMAGED; /* no memory, where it does not end the process */
        return;
    }
    xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET);
    xml->parser->sax->serror = xml_silent;
}

bool xml_feed(void *context, const char *bytes, size_t length)
{
    struct xml *xml = context;
    if (xml->result != SHEET_OK)
        return false;
    if (!guard_pass(&xml->guard, bytes, length)) {
        xml_fail(xml, SHEET_HOSTILE);
        return false;
    }
    xmlParseChunk(xml->parser, bytes, (int)length, 0);
    if (xml->result == SHEET_OK && !xml->parser->wellFormed)
        xml->result = SHEET_DAMAGED;
    return xml->result == SHEET_OK;
}

enum sheet_result xml_end(struct xml *xml)
{
    if (!xml->parser)
        return xml->result;
    if (xml->result == SHEET_OK) {
        xmlParseChunk(xml->parser, NULL, 0, 1);
        if (xml->result == SHEET_OK && !xml->parser->wellFormed)
            xml->result = SHEET_DAMAGED;
    }
    xmlFreeParserCtxt(xml->parser);
    xml->parser = NULL;
    return xml->result;
}

bool xml_attribute(const struct xml *xml, const char *name, char *value, size_t size)
{
    bool related = strcmp(name, "r:id") == 0;
    if (related)
        name += 2;
    *value = 0;
    for (size_t i = 0; i < xml->attribute_count; i++) {
        const xmlChar **attribute = xml->attributes + 5 * i;
        bool place = related ? listed(attribute[2], relationships, 2) : !attribute[2];
        if (!place || strcmp(C(attribute[0]), name) != 0)
            continue;
        size_t length = (size_t)(attribute[4] - attribute[3]);
        if (length < size) {
            memcpy(value, attribute[3], length);
            value[length] = 0;
        }
        return true;
    }
    return false;
}
