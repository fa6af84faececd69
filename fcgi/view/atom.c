#include "atom.h"

#include "../base/text.h"
#include "document.h"
#include "xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ATOM "http://www.w3.org/2005/Atom"
#define HISTORY "http://purl.org/syndication/history/1.0"
#define EVENTS "urn:praktikum:events:1"

static const xmlNode *child(const xmlNode *parent, const char *uri, const char *name)
{
    const xmlNode *node = parent ? parent->children : NULL;
    while (node && !view_is(node, uri, name))
        node = node->next;
    return node;
}

/* Its text without the white space around it; NULL when there is none. */
static const char *text_of(struct arena *arena, const xmlNode *node)
{
    if (!node)
        return NULL;
    char *text = arena_text(arena, C(xmlNodeGetContent(node)));
    text += strspn(text, " \t\r\n");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        text[--length] = '\0';
    return length > 0 ? text : NULL;
}

static const char *link_to(const xmlNode *root, const char *relation)
{
    for (const xmlNode *node = root->children; node; node = node->next)
        if (view_is(node, ATOM, "link") && text_equal(view_attribute(node, "rel"), relation))
            return view_attribute(node, "href");
    return NULL;
}

/* The entry in a document of its own, with the namespaces it needs. */
static void write_alone(const xmlNode *node, struct atom_entry *entry)
{
    xmlChar *bytes = NULL;
    int length = 0;
    xmlDocPtr alone = xmlNewDoc(X("1.0"));
    xmlDocSetRootElement(alone, xmlDocCopyNode((xmlNodePtr)(uintptr_t)node, alone, 1));
    xmlDocDumpMemoryEnc(alone, &bytes, &length, "UTF-8");
    entry->bytes = C(bytes);
    entry->length = (size_t)length;
}

static bool read_entry(struct arena *arena, const xmlNode *node, struct atom_entry *entry)
{
    const xmlNode *event = child(child(node, ATOM, "content"), EVENTS, "event");
    const char *number = event ? view_attribute(event, "number") : NULL;
    entry->id = text_of(arena, child(node, ATOM, "id"));
    if (!entry->id || !number || !text_integer(number, 1, INT64_MAX, &entry->number))
        return false;
    write_alone(node, entry);
    return true;
}

static int by_number(const void *left, const void *right)
{
    const struct atom_entry *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

static const char *read_entries(struct arena *arena, const xmlNode *root, struct atom_page *page)
{
    size_t count = 0;
    for (const xmlNode *node = root->children; node; node = node->next)
        count += view_is(node, ATOM, "entry");
    page->entries = arena_zero(arena, (count + 1) * sizeof *page->entries);
    for (const xmlNode *node = root->children; node; node = node->next)
        if (view_is(node, ATOM, "entry") && !read_entry(arena, node, &page->entries[page->count++]))
            return "an entry has no id, or no event with a number";
    qsort(page->entries, page->count, sizeof *page->entries, by_number);
    for (size_t i = 1; i < page->count; i++)
        if (page->entries[i].number == page->entries[i - 1].number)
            return "two entries have one number";
    return NULL;
}

static const char *read_page(struct arena *arena, const xmlNode *root, struct atom_page *page)
{
    if (!root || !view_is(root, ATOM, "feed"))
        return "this is no Atom feed";
    page->id = text_of(arena, child(root, ATOM, "id"));
    page->previous = link_to(root, "prev-archive");
    page->archive = child(root, HISTORY, "archive") != NULL;
    return page->id ? read_entries(arena, root, page) : "the feed has no id";
}

struct atom_page *atom_read(struct arena *arena, const char *bytes, size_t length, char *error,
                            size_t error_size)
{
    struct atom_page *page = arena_zero(arena, sizeof *page);
    view_memory(arena);
    xmlDocPtr document = view_parse("feed", bytes, length, NULL, error, error_size);
    const char *wrong = document ? read_page(arena, xmlDocGetRootElement(document), page) : NULL;
    view_memory(NULL);
    if (wrong)
        snprintf(error, error_size, "feed: %s", wrong);
    return document && !wrong ? page : NULL;
}
