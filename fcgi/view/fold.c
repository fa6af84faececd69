#include "fold.h"

#include "../base/buffer.h"
#include "../base/heap.h"
#include "../base/log.h"
#include "expression.h"
#include "fold_attributes.h"
#include "fold_scan.h"
#include "html.h"
#include "run.h"
#include "xml.h"

#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fold {
    struct fold_scan *scan;
    struct run **runs;
    size_t count;
};

/* A run as one compiled stylesheet holds it. */
struct run_instruction {
    xsltElemPreComp common;
    const struct run *run;
    xmlNsPtr *namespaces;
    int namespace_count;
};

static struct fold *used; /* fold_use */

struct fold *fold_new(void)
{
    struct fold *fold = heap_alloc(sizeof *fold);
    fold->scan = fold_scan_new();
    return fold;
}

void fold_free(struct fold *fold)
{
    if (!fold)
        return;
    for (size_t i = 0; i < fold->count; i++)
        run_free(fold->runs[i]);
    free(fold->runs);
    fold_scan_free(fold->scan);
    free(fold);
}

void fold_scan(struct fold *fold, xmlDocPtr module)
{
    fold_scan_module(fold->scan, module);
}

bool fold_scanned(struct fold *fold, char *error, size_t error_size)
{
    return fold_scan_end(fold->scan, error, error_size);
}

void fold_use(struct fold *fold)
{
    used = fold;
}

/* Rewriting one module. */
struct builder {
    struct fold *fold;
    const struct labels *labels;
    struct run *run; /* being filled; NULL when nothing is */
    xmlNsPtr pk, xslt;
    unsigned short line; /* of the last element seen, for messages */
    const char *file;
    char *error;
    size_t error_size;
    bool failed;
};

static void fail(struct builder *builder, const xmlNode *node, const char *why)
{
    if (!builder->failed)
        snprintf(builder->error, builder->error_size, "%s:%ld: %s", builder->file,
                 xmlGetLineNo(node), why);
    builder->failed = true;
}

static struct run *current_run(struct builder *builder)
{
    if (!builder->run)
        builder->run = run_new();
    return builder->run;
}

static void add_value(struct builder *builder, const xmlNode *node, enum html_place place,
                      const char *xpath)
{
    char why[300];
    struct expression *value = expression_new(xpath, why, sizeof why);
    if (value)
        run_value(current_run(builder), place, value);
    else
        fail(builder, node, why);
}

/* Ends the run: an instruction pk:run at the end of `out`. */
static void flush(struct builder *builder, xmlNodePtr out)
{
    char number[24];
    if (!builder->run)
        return;
    struct fold *fold = builder->fold;
    xmlNodePtr node = xmlNewDocNode(out->doc, builder->pk, X("run"), NULL);
    snprintf(number, sizeof number, "%zu", fold->count);
    node->line = builder->line;
    xmlNewProp(node, X("number"), X(number));
    xmlAddChild(out, node);
    fold->runs = heap_grow(fold->runs, fold->count + 1, sizeof(struct run *));
    fold->runs[fold->count++] = builder->run;
    run_finish(builder->run, builder->labels);
    builder->run = NULL;
}

/* The } that ends an expression of an attribute value template: not one within quotes. */
static const char *value_end(const char *text)
{
    char quote = 0;
    for (; *text; text++) {
        if (quote)
            quote = *text == quote ? 0 : quote;
        else if (*text == '\'' || *text == '"')
            quote = *text;
        else if (*text == '}')
            return text;
    }
    return NULL;
}

static void add_template(struct builder *builder, const xmlNode *node, enum html_place place,
                         const char *text)
{
    char *piece = heap_alloc(strlen(text) + 1);
    size_t length = 0;
    for (; *text && !builder->failed; text++) {
        bool doubled = text[0] == text[1] && (*text == '{' || *text == '}');
        if (doubled || (*text != '{' && *text != '}')) {
            piece[length++] = *text;
            text += doubled;
            continue;
        }
        const char *end = *text == '{' ? value_end(text + 1) : NULL;
        if (!end) {
            fail(builder, node, "braces of an attribute do not match");
            break;
        }
        piece[length] = 0;
        run_text(current_run(builder), place, piece);
        length = (size_t)(end - text) - 1;
        memcpy(piece, text + 1, length);
        piece[length] = 0;
        add_value(builder, node, place, piece);
        length = 0;
        text = end;
    }
    piece[length] = 0;
    run_text(current_run(builder), place, piece);
    free(piece);
}

static bool safe_scheme(const char *text, size_t length)
{
    struct buffer scheme;
    buffer_init(&scheme, length + 100);
    buffer_add(&scheme, text, length);
    html_check_address(&scheme, 0);
    bool safe = scheme.length == length;
    buffer_free(&scheme);
    return safe;
}

/* An address whose fixed beginning tells its scheme is checked now, any other when it is written.
 */
static void add_address(struct builder *builder, const xmlNode *node, const char *text)
{
    size_t fixed = strcspn(text, "{}:/?#");
    if (text[fixed] && text[fixed] != '{' && text[fixed] != '}') {
        if (!safe_scheme(text, fixed + 1))
            fail(builder, node, "an address has no such scheme");
        add_template(builder, node, HTML_ADDRESS, text);
        return;
    }
    run_address(current_run(builder));
    add_template(builder, node, HTML_ADDRESS, text);
    run_address_end(current_run(builder));
}

static void add_name(struct builder *builder, const xmlNs *ns, const xmlChar *name)
{
    if (ns && ns->prefix) {
        run_markup(current_run(builder), C(ns->prefix));
        run_markup(current_run(builder), ":");
    }
    run_markup(current_run(builder), C(name));
}

static void add_start(struct builder *builder, const xmlNode *element)
{
    run_markup(current_run(builder), "<");
    add_name(builder, element->ns, element->name);
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        const char *text = attribute->children ? C(attribute->children->content) : "";
        run_markup(current_run(builder), " ");
        add_name(builder, attribute->ns, attribute->name);
        run_markup(current_run(builder), "=\"");
        if (html_is_address(C(attribute->name)))
            add_address(builder, element, text);
        else
            add_template(builder, element, HTML_ATTRIBUTE, text);
        run_markup(current_run(builder), "\"");
    }
}

static void add_end(struct builder *builder, const xmlNode *element)
{
    if (html_is_void(C(element->name)))
        return;
    run_markup(current_run(builder), "</");
    add_name(builder, element->ns, element->name);
    run_markup(current_run(builder), ">");
}

static void walk(struct builder *builder, xmlNodePtr list, xmlNodePtr out);

static xmlNodePtr take_children(xmlNodePtr node)
{
    xmlNodePtr list = node->children;
    node->children = node->last = NULL;
    return list;
}

/* Folds the content of an element or instruction that itself stays. */
static void fold_inside(struct builder *builder, xmlNodePtr node)
{
    walk(builder, take_children(node), node);
    flush(builder, node);
}

/* Variables keep their scope: an xsl:if that is always true takes the place of the element. */
static void fold_scope(struct builder *builder, xmlNodePtr element, xmlNodePtr out)
{
    xmlNodePtr scope = xmlNewDocNode(out->doc, builder->xslt, X("if"), NULL);
    xmlNewProp(scope, X("test"), X("true()"));
    flush(builder, out);
    xmlAddChild(out, scope);
    walk(builder, take_children(element), scope);
    flush(builder, scope);
}

static bool has_variable(const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next)
        if (view_is_xslt(child, "variable"))
            return true;
    return false;
}

static void keep(struct builder *builder, xmlNodePtr node, xmlNodePtr out)
{
    flush(builder, out);
    xmlAddChild(out, node);
}

/* An xsl:attribute as part of a start tag. */
static void add_attribute(struct builder *builder, const xmlNode *instruction)
{
    const char *name = view_attribute(instruction, "name");
    bool address = html_is_address(name);
    enum html_place place = address ? HTML_ADDRESS : HTML_ATTRIBUTE;
    run_markup(current_run(builder), " ");
    run_markup(current_run(builder), name);
    run_markup(current_run(builder), "=\"");
    if (address)
        run_address(current_run(builder));
    for (const xmlNode *child = instruction->children; child; child = child->next) {
        const xmlNode *text = view_is_xslt(child, "text") ? child->children : child;
        if (view_is_xslt(child, "value-of"))
            add_value(builder, child, place, view_attribute(child, "select"));
        else if (text && text->content)
            run_text(current_run(builder), place, C(text->content));
    }
    if (address)
        run_address_end(current_run(builder));
    run_markup(current_run(builder), "\"");
}

static void add_test(struct builder *builder, const xmlNode *node, size_t otherwise)
{
    char why[300];
    const char *test = view_attribute(node, "test");
    struct condition *condition = condition_new(test ? test : "", why, sizeof why);
    if (condition)
        run_test(current_run(builder), condition, otherwise);
    else
        fail(builder, node, why);
}

/* An xsl:if or xsl:choose, all of it in the run at hand. `content` writes a branch's content. Frees the node. */
static void write_branches(struct builder *builder, xmlNodePtr node,
                           void (*content)(struct builder *, xmlNodePtr))
{
    struct run *run = current_run(builder);
    size_t end = run_marker(run);
    if (view_is_xslt(node, "if")) {
        add_test(builder, node, end);
        content(builder, take_children(node));
    }
    for (xmlNodePtr branch = view_is_xslt(node, "choose") ? node->children : NULL; branch;
         branch = branch->next) {
        size_t next = run_marker(run);
        if (view_is_xslt(branch, "when"))
            add_test(builder, branch, next);
        content(builder, take_children(branch));
        run_jump(run, end);
        run_mark(run, next);
    }
    run_mark(run, end);
    xmlFreeNode(node);
}

/* The instructions that fold_attributes_end found, between a start tag's literal attributes and its end. */
static void walk_attributes(struct builder *builder, xmlNodePtr list)
{
    xmlNodePtr next;
    for (xmlNodePtr node = list; node; node = next) {
        next = node->next;
        node->next = node->prev = node->parent = NULL;
        if (view_is_xslt(node, "attribute")) {
            add_attribute(builder, node);
            xmlFreeNode(node);
            continue;
        }
        write_branches(builder, node, walk_attributes);
    }
}

/* Takes the children before `end` out of the element. */
static xmlNodePtr take_until(xmlNodePtr element, const xmlNode *end)
{
    xmlNodePtr list = element->children;
    if (list == end)
        return NULL;
    xmlNodePtr last = list;
    while (last->next != end)
        last = last->next;
    element->children = last->next;
    if (last->next)
        last->next->prev = NULL;
    else
        element->last = NULL;
    last->next = NULL;
    return list;
}

static void walk_element(struct builder *builder, xmlNodePtr element, xmlNodePtr out)
{
    const xmlNode *end = fold_attributes_end(element);
    if (element->nsDef || fold_scan_adds(builder->fold->scan, end)) {
        keep(builder, element, out);
        fold_inside(builder, element);
        return;
    }
    add_start(builder, element);
    walk_attributes(builder, take_until(element, end));
    run_markup(current_run(builder), ">");
    if (has_variable(element))
        fold_scope(builder, element, out);
    else
        walk(builder, take_children(element), out);
    add_end(builder, element);
    xmlFreeNode(element);
}

/* All of it can be written by one run: text, values, plain elements and choices among such. */
static bool is_pure(const struct builder *builder, const xmlNode *list)
{
    for (const xmlNode *node = list; node; node = node->next) {
        bool pure = node->type == XML_TEXT_NODE || view_is_xslt(node, "text") ||
                    (view_is_xslt(node, "value-of") && view_attribute(node, "select"));
        if (view_is_xslt(node, "if") || view_is_xslt(node, "when") ||
            view_is_xslt(node, "otherwise") || view_is_xslt(node, "choose")) {
            pure = is_pure(builder, node->children);
        } else if (!pure && !view_is_xslt(node, NULL)) {
            const xmlNode *rest = fold_attributes_end(node);
            pure = !node->nsDef && !fold_scan_adds(builder->fold->scan, rest) &&
                   is_pure(builder, rest);
        }
        if (!pure)
            return false;
    }
    return true;
}

static void walk_pure(struct builder *builder, xmlNodePtr list)
{
    walk(builder, list, NULL);
}

static void walk_instruction(struct builder *builder, xmlNodePtr node, xmlNodePtr out)
{
    const char *select = view_attribute(node, "select");
    if (view_is_xslt(node, "text") || (view_is_xslt(node, "value-of") && select)) {
        if (view_is_xslt(node, "text"))
            run_text(current_run(builder), HTML_TEXT,
                     node->children ? C(node->children->content) : "");
        else
            add_value(builder, node, HTML_TEXT, select);
        xmlFreeNode(node);
        return;
    }
    if ((view_is_xslt(node, "if") || view_is_xslt(node, "choose")) &&
        is_pure(builder, node->children)) {
        write_branches(builder, node, walk_pure);
        return;
    }
    keep(builder, node, out);
    if (view_is_xslt(node, "if") || view_is_xslt(node, "for-each") || view_is_xslt(node, "when") ||
        view_is_xslt(node, "otherwise"))
        fold_inside(builder, node);
    if (view_is_xslt(node, "choose"))
        for (xmlNodePtr branch = node->children; branch; branch = branch->next)
            fold_inside(builder, branch);
}

/* Takes a chain of nodes apart into the run at hand and the end of `out`. */
static void walk(struct builder *builder, xmlNodePtr list, xmlNodePtr out)
{
    xmlNodePtr next;
    for (xmlNodePtr node = list; node; node = next) {
        next = node->next;
        node->next = node->prev = node->parent = NULL;
        if (node->type == XML_ELEMENT_NODE)
            builder->line = node->line;
        if (node->type == XML_TEXT_NODE) {
            run_text(current_run(builder), HTML_TEXT, C(node->content));
            xmlFreeNode(node);
        } else if (view_is_xslt(node, NULL)) {
            walk_instruction(builder, node, out);
        } else {
            walk_element(builder, node, out);
        }
    }
}

bool fold_module(struct fold *fold, const struct labels *labels, xmlDocPtr module, const char *file,
                 char *error, size_t error_size)
{
    xmlNodePtr root = xmlDocGetRootElement(module);
    struct builder builder = {.fold = fold,
                              .labels = labels,
                              .pk = xmlSearchNs(module, root, X("pk")),
                              .xslt = root->ns,
                              .file = file,
                              .error = error,
                              .error_size = error_size};
    for (xmlNodePtr child = root->children; child && !builder.failed; child = child->next)
        if (view_is_xslt(child, "template") && !fold_scan_plain(fold->scan, child))
            fold_inside(&builder, child);
    return !builder.failed;
}

static void instruction_free(xsltElemPreCompPtr compiled)
{
    struct run_instruction *instruction = (struct run_instruction *)compiled;
    xmlFree(instruction->namespaces);
    free(instruction);
}

static void run_execute(xsltTransformContextPtr context, xmlNodePtr node, xmlNodePtr place,
                        xsltElemPreCompPtr compiled);

static xsltElemPreCompPtr run_compile(xsltStylesheetPtr style, xmlNodePtr place,
                                      xsltTransformFunction function)
{
    const char *number = view_attribute(place, "number");
    size_t index = number ? strtoul(number, NULL, 10) : SIZE_MAX;
    struct run_instruction *made = heap_alloc(sizeof *made);
    xsltInitElemPreComp(&made->common, style, place, function, instruction_free);
    made->run = used && index < used->count ? used->runs[index] : NULL;
    made->namespaces = xmlGetNsList(place->doc, place);
    while (made->namespaces && made->namespaces[made->namespace_count])
        made->namespace_count++;
    return &made->common;
}

/* Whether what is written now ends in the page, and not in a variable or an attribute. */
static bool is_final(struct render *render, xmlNodePtr insert)
{
    if (insert == render->verified)
        return true;
    xmlNodePtr top = insert;
    while (top->parent)
        top = top->parent;
    if (top->type != XML_HTML_DOCUMENT_NODE)
        return false;
    render->verified = insert;
    return true;
}

/* The text node that stands for the bytes to come: the last one, when nothing came between. */
static struct raw_node *raw_node(xmlNodePtr insert, const struct buffer *raw)
{
    xmlNodePtr last = insert->last;
    if (last && last->type == XML_TEXT_NODE && last->name == html_raw_name &&
        ((struct raw_node *)last)->end == raw->length)
        return (struct raw_node *)last;
    struct raw_node *made = xmlMalloc(sizeof *made);
    *made = (struct raw_node){.node.type = XML_TEXT_NODE,
                              .node.name = html_raw_name,
                              .node.doc = insert->doc,
                              .node.parent = insert,
                              .node.prev = last,
                              .start = raw->length};
    made->node.content =
        (xmlChar *)&made->node.properties; /* libxml2's way to hold "" that is not freed */
    if (last)
        last->next = &made->node;
    else
        insert->children = &made->node;
    insert->last = &made->node;
    return made;
}

static void run_execute(xsltTransformContextPtr context, xmlNodePtr node, xmlNodePtr place,
                        xsltElemPreCompPtr compiled)
{
    const struct run_instruction *instruction = (const struct run_instruction *)compiled;
    struct render *render = context->_private;
    if (!render || !instruction->run || !is_final(render, context->insert)) {
        xsltTransformError(
            context, context->style, place,
            "folded output where a value is made: mark the template pk:plain=\"yes\"\n");
        context->state = XSLT_STATE_STOPPED;
        return;
    }
    struct scope scope = {render, context->xpathCtxt, node, instruction->namespaces,
                          instruction->namespace_count};
    struct raw_node *written = raw_node(context->insert, render->raw);
    run_write(instruction->run, &scope);
    written->end = render->raw->length;
    if (render->failed)
        context->state = XSLT_STATE_STOPPED;
}

void fold_start(void)
{
    xsltRegisterExtModuleElement(X("run"), X(PK_NAMESPACE), run_compile, run_execute);
}
