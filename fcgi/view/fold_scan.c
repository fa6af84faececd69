#include "fold_scan.h"

#include "../base/heap.h"
#include "xml.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A set of templates: "name:header", "mode:row" (all templates of that mode); "mode:" is those
 * without. */
struct item {
    char *id, *where; /* file:line that put it here first */
};
struct set {
    struct item *items;
    size_t count;
};
struct template_info {
    char *name, *mode; /* ids, each may be NULL */
    bool adds;         /* holds an xsl:attribute outside of any element */
    struct set calls;  /* everything called */
    struct set direct; /* called outside of any element of its own */
};
struct fold_scan {
    struct template_info *templates;
    size_t count;
    struct set plain, adding;
};

static bool set_has(const struct set *set, const char *id)
{
    for (size_t i = 0; id && i < set->count; i++)
        if (strcmp(set->items[i].id, id) == 0)
            return true;
    return false;
}

/* True when it is new. */
static bool set_add(struct set *set, const char *id, const char *where)
{
    if (!id || set_has(set, id))
        return false;
    set->items = heap_grow(set->items, set->count + 1, sizeof *set->items);
    set->items[set->count++] = (struct item){heap_text(id), heap_text(where)};
    return true;
}

static void set_free(struct set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        free(set->items[i].id);
        free(set->items[i].where);
    }
    free(set->items);
}

struct fold_scan *fold_scan_new(void)
{
    return heap_alloc(sizeof(struct fold_scan));
}

void fold_scan_free(struct fold_scan *scan)
{
    if (!scan)
        return;
    for (size_t i = 0; i < scan->count; i++) {
        free(scan->templates[i].name);
        free(scan->templates[i].mode);
        set_free(&scan->templates[i].calls);
        set_free(&scan->templates[i].direct);
    }
    free(scan->templates);
    set_free(&scan->plain);
    set_free(&scan->adding);
    free(scan);
}

static char *make_id(const char *kind, const char *name)
{
    size_t size = strlen(kind) + strlen(name) + 1;
    char *id = heap_alloc(size);
    snprintf(id, size, "%s%s", kind, name);
    return id;
}

/* What an xsl:call-template or xsl:apply-templates calls; NULL for other instructions. */
static char *called_id(const xmlNode *node)
{
    const char *name = view_attribute(node, "name"), *mode = view_attribute(node, "mode");
    if (view_is_xslt(node, "call-template"))
        return make_id("name:", name ? name : "");
    return view_is_xslt(node, "apply-templates") ? make_id("mode:", mode ? mode : "") : NULL;
}

/* Instructions whose content becomes a string or a tree of its own. */
static bool makes_value(const xmlNode *node)
{
    static const char *const list[] = {"variable", "param",   "with-param", "attribute",
                                       "comment",  "message", NULL};
    for (const char *const *name = list; *name; name++)
        if (view_is_xslt(node, *name))
            return true;
    return false;
}

/* Instructions that only decide whether and how often their content is made. */
static bool only_flow(const xmlNode *node)
{
    return view_is_xslt(node, "if") || view_is_xslt(node, "choose") || view_is_xslt(node, "when") ||
           view_is_xslt(node, "otherwise") || view_is_xslt(node, "for-each");
}

static void collect(struct fold_scan *scan, struct template_info *info, const xmlNode *parent,
                    bool value, bool direct)
{
    for (const xmlNode *child = parent->children; child; child = child->next) {
        char where[600];
        if (child->type != XML_ELEMENT_NODE)
            continue;
        char *id = called_id(child);
        snprintf(where, sizeof where, "%s:%ld", child->doc->URL ? C(child->doc->URL) : "",
                 xmlGetLineNo(child));
        if (id) {
            set_add(&info->calls, id, where);
            if (direct)
                set_add(&info->direct, id, where);
            if (value)
                set_add(&scan->plain, id, where);
        }
        free(id);
        if (direct && view_is_xslt(child, "attribute"))
            info->adds = true;
        bool made = makes_value(child), flow = only_flow(child) ||
                                               view_is_xslt(child, "call-template") ||
                                               view_is_xslt(child, "apply-templates");
        collect(scan, info, child, value || made, direct && flow && !made);
    }
}

void fold_scan_module(struct fold_scan *scan, xmlDocPtr module)
{
    for (const xmlNode *child = xmlDocGetRootElement(module)->children; child;
         child = child->next) {
        bool template = view_is_xslt(child, "template");
        if (!template && !makes_value(child))
            continue;
        scan->templates = heap_grow(scan->templates, scan->count + 1, sizeof *scan->templates);
        struct template_info *info = &scan->templates[scan->count++];
        *info = (struct template_info){0};
        const char *name = view_attribute(child, "name"), *mode = view_attribute(child, "mode");
        if (template && name)
            info->name = make_id("name:", name);
        if (template && view_attribute(child, "match"))
            info->mode = make_id("mode:", mode ? mode : "");
        xmlAttrPtr marked = xmlHasNsProp((xmlNodePtr)(uintptr_t)child, X("plain"), X(PK_NAMESPACE));
        collect(scan, info, child, !template || marked, template);
    }
}

static bool spread(struct fold_scan *scan)
{
    bool changed = false;
    for (size_t i = 0; i < scan->count; i++) {
        struct template_info *info = &scan->templates[i];
        if (set_has(&scan->plain, info->name) || set_has(&scan->plain, info->mode))
            for (size_t j = 0; j < info->calls.count; j++)
                changed =
                    set_add(&scan->plain, info->calls.items[j].id, info->calls.items[j].where) ||
                    changed;
        for (size_t j = 0; j < info->direct.count && !info->adds; j++)
            info->adds = set_has(&scan->adding, info->direct.items[j].id);
        if (info->adds) {
            changed = set_add(&scan->adding, info->name, "") || changed;
            changed = set_add(&scan->adding, info->mode, "") || changed;
        }
    }
    return changed;
}

bool fold_scan_end(struct fold_scan *scan, char *error, size_t error_size)
{
    while (spread(scan))
        ;
    if (set_has(&scan->adding, "mode:")) {
        snprintf(error, error_size,
                 "a template without mode adds attributes to its caller's element: give it a mode");
        return false;
    }
    for (size_t i = 0; i < scan->plain.count; i++) {
        if (strcmp(scan->plain.items[i].id, "mode:") != 0)
            continue;
        snprintf(error, error_size,
                 "%s: apply-templates without mode makes the value of a variable, parameter or "
                 "attribute: give it a mode",
                 scan->plain.items[i].where);
        return false;
    }
    return true;
}

bool fold_scan_plain(const struct fold_scan *scan, const xmlNode *template)
{
    const char *name = view_attribute(template, "name"), *mode = view_attribute(template, "mode");
    bool plain =
        xmlHasNsProp((xmlNodePtr)(uintptr_t) template, X("plain"), X(PK_NAMESPACE)) != NULL;
    if (name && !plain) {
        char *id = make_id("name:", name);
        plain = set_has(&scan->plain, id);
        free(id);
    }
    if (view_attribute(template, "match") && !plain) {
        char *id = make_id("mode:", mode ? mode : "");
        plain = set_has(&scan->plain, id);
        free(id);
    }
    return plain;
}

bool fold_scan_adds(const struct fold_scan *scan, const xmlNode *first)
{
    bool adds = false;
    for (const xmlNode *child = first; child && !adds; child = child->next) {
        char *id = child->type == XML_ELEMENT_NODE ? called_id(child) : NULL;
        adds = view_is_xslt(child, "attribute") || view_is_xslt(child, "copy-of") ||
               view_is_xslt(child, "apply-imports") || set_has(&scan->adding, id) ||
               (only_flow(child) && fold_scan_adds(scan, child->children));
        free(id);
    }
    return adds;
}
