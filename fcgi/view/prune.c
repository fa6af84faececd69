#include "prune.h"

#include "../base/heap.h"
#include "xml.h"

#include <libxml/hash.h>
#include <libxslt/imports.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names and modes reached; the mode "" stands for templates without. */
struct prune {
    xmlHashTablePtr names, modes;
};

/* True when it is new. */
static bool reach(xmlHashTablePtr table, const char *name)
{
    static char present;
    return xmlHashAddEntry(table, X(name), &present) == 0;
}

static bool reach_calls(struct prune *prune, const xmlNode *parent)
{
    bool changed = false;
    for (const xmlNode *child = parent->children; child; child = child->next) {
        const char *name = view_attribute(child, "name"), *mode = view_attribute(child, "mode");
        if (view_is_xslt(child, "call-template") && name)
            changed = reach(prune->names, name) || changed;
        if (view_is_xslt(child, "apply-templates"))
            changed = reach(prune->modes, mode ? mode : "") || changed;
        changed = reach_calls(prune, child) || changed;
    }
    return changed;
}

static bool is_reached(const struct prune *prune, const xmlNode *template)
{
    const char *name = view_attribute(template, "name"), *mode = view_attribute(template, "mode");
    if (name && xmlHashLookup(prune->names, X(name)))
        return true;
    return view_attribute(template, "match") && xmlHashLookup(prune->modes, X(mode ? mode : ""));
}

static bool reach_module(struct prune *prune, xmlDocPtr module)
{
    bool changed = false;
    for (const xmlNode *child = xmlDocGetRootElement(module)->children; child; child = child->next)
        if (!view_is_xslt(child, "template") || is_reached(prune, child))
            changed = reach_calls(prune, child) || changed;
    return changed;
}

struct prune *prune_new(const xmlDocPtr *modules, size_t count)
{
    struct prune *prune = heap_alloc(sizeof *prune);
    prune->names = xmlHashCreate(256);
    prune->modes = xmlHashCreate(256);
    reach(prune->modes, "");
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < count; i++)
            changed = reach_module(prune, modules[i]) || changed;
    }
    return prune;
}

void prune_free(struct prune *prune)
{
    if (!prune)
        return;
    xmlHashFree(prune->names, NULL);
    xmlHashFree(prune->modes, NULL);
    free(prune);
}

void prune_module(const struct prune *prune, xmlDocPtr module)
{
    xmlNodePtr next;
    for (xmlNodePtr child = xmlDocGetRootElement(module)->children; child; child = next) {
        next = child->next;
        if (view_is_xslt(child, "template") && !is_reached(prune, child)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
}

static void move_entry(void *payload, void *to, const xmlChar *name, const xmlChar *name2,
                       const xmlChar *name3)
{
    xmlHashAddEntry3(to, name, name2, name3, payload);
}

void prune_tables(xsltStylesheetPtr style)
{
    for (; style; style = xsltNextImport(style)) {
        xmlHashTablePtr table = style->templatesHash;
        if (!table)
            continue;
        xmlHashTablePtr smaller = xmlHashCreate(xmlHashSize(table) + 1);
        xmlHashScanFull(table, move_entry, smaller);
        xmlHashFree(table, NULL);
        style->templatesHash = smaller;
    }
}
