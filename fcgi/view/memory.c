/* libxml2 as this program sets it up: memory, names, errors, parsing. */
#include "../base/log.h"
#include "document.h"
#include "xml.h"

#include <errno.h>
#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Before each piece taken from an arena: its size, for growing. 16 bytes keep the alignment. */
#define PIECE_HEAD 16

static struct arena *current;
static xmlDictPtr names;
static char errors[1500];
static size_t errors_length;

static void *give_up(void)
{
    log_line(LOG_ERROR, "out_of_memory", "where", "libxml2", NULL);
    abort();
}

static void *take(size_t size)
{
    if (!current) {
        void *made = malloc(size ? size : 1);
        /* cppcheck-suppress memleak */
        return made ? made : give_up();
    }
    char *piece = arena_alloc(current, size + PIECE_HEAD);
    memcpy(piece, &size, sizeof size);
    return piece + PIECE_HEAD;
}

static void release(void *pointer)
{
    if (pointer && !(current && arena_owns(current, pointer)))
        free(pointer);
}

static void *grow(void *old, size_t size)
{
    if (!old)
        return take(size);
    if (!current || !arena_owns(current, old)) {
        void *made = realloc(old, size ? size : 1);
        /* cppcheck-suppress memleak */
        return made ? made : give_up();
    }
    char *piece = (char *)old - PIECE_HEAD;
    size_t old_size;
    memcpy(&old_size, piece, sizeof old_size);
    piece = arena_grow(current, piece, old_size + PIECE_HEAD, size + PIECE_HEAD);
    memcpy(piece, &size, sizeof size);
    return piece + PIECE_HEAD;
}

static char *duplicate(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(take(size), text, size);
}

static void note(const char *text)
{
    for (; *text && errors_length + 1 < sizeof errors; text++) {
        char character = (unsigned char)*text < 0x20 ? ' ' : *text;
        if (character == ' ' && (!errors_length || errors[errors_length - 1] == ' '))
            continue;
        errors[errors_length++] = character;
    }
    errors[errors_length] = 0;
}

static void __attribute__((format(printf, 2, 3)))
note_generic(void *context, const char *format, ...)
{
    (void)context;
    char line[600];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    note(line);
}

static void note_structured(void *context, xmlErrorPtr error)
{
    (void)context;
    char place[200];
    snprintf(place, sizeof place, "%s:%d: ", error->file ? error->file : "", error->line);
    if (error->file)
        note(place);
    note(error->message ? error->message : "unknown error");
    note(" ");
}

void view_start(void)
{
    static bool started;
    if (started)
        return;
    started = true;
    xmlMemSetup(release, take, grow, duplicate);
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, note_generic);
    xmlSetStructuredErrorFunc(NULL, note_structured);
    xsltSetGenericErrorFunc(NULL, note_generic);
    xsltInit();
    exsltCommonRegister();
    names = xmlDictCreate();
}

xmlDictPtr view_dict(void)
{
    return names;
}

void view_dict_open(void)
{
    xmlDictSetLimit(names, 0);
}

void view_dict_close(void)
{
    xmlDictSetLimit(names, xmlDictGetUsage(names));
}

void view_memory(struct arena *arena)
{
    if (!arena)
        xmlResetLastError(); /* its strings may lie in the arena that goes */
    current = arena;
}

const char *view_errors(void)
{
    return errors;
}

void view_errors_clear(void)
{
    errors_length = 0;
    errors[0] = 0;
}

xmlDocPtr view_parse(const char *name, const char *bytes, size_t length, xmlDictPtr dict,
                     char *error, size_t error_size)
{
    view_errors_clear();
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (dict) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
        parser->dictNames = 1;
    }
    xmlDocPtr document = NULL;
    if (length <= INT32_MAX)
        document = xmlCtxtReadMemory(parser, bytes, (int)length, name, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOCDATA);
    xmlFreeParserCtxt(parser);
    if (document && (document->intSubset || document->extSubset)) {
        snprintf(error, error_size, "%s: a document type is not allowed", name);
        xmlFreeDoc(document);
        return NULL;
    }
    if (!document)
        snprintf(error, error_size, "%s: %s", name, view_errors());
    return document;
}

xmlDocPtr view_parse_file(const char *path, const char *name, xmlDictPtr dict, char *error,
                          size_t error_size)
{
    xmlDocPtr document = NULL;
    char *bytes = NULL;
    FILE *file = fopen(path, "rbe");
    long size = -1;
    if (file && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size < 0 || fseek(file, 0, SEEK_SET) != 0 || !(bytes = malloc((size_t)size + 1)) ||
        fread(bytes, 1, (size_t)size, file) != (size_t)size)
        snprintf(error, error_size, "%s: %s", path, strerror(errno));
    else
        document = view_parse(name, bytes, (size_t)size, dict, error, error_size);
    free(bytes);
    if (file)
        fclose(file);
    return document;
}

const char *view_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!attribute->ns && strcmp(C(attribute->name), name) == 0)
            return attribute->children ? C(attribute->children->content) : "";
    return NULL;
}

bool view_is(const xmlNode *node, const char *uri, const char *name)
{
    if (!node || node->type != XML_ELEMENT_NODE)
        return false;
    if (uri ? !node->ns || strcmp(C(node->ns->href), uri) != 0 : node->ns != NULL)
        return false;
    return !name || strcmp(C(node->name), name) == 0;
}

bool view_is_xslt(const xmlNode *node, const char *name)
{
    return view_is(node, XSLT_NAMESPACE_URI, name);
}

bool view_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == 0;
}
