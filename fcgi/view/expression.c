#include "expression.h"

#include "../base/heap.h"
#include "xml.h"

#include <ctype.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { GENERAL, LITERAL, ATTRIBUTE, LABEL };
enum { ARGUMENTS = 8, KEY_SIZE = 200 };

/* pk:label(…): the key itself when unknown; pk:optional(…): nothing then; pk:counted(n, …): `one`
 * when n is 1. */
enum look_up { LOOK_LABEL, LOOK_OPTIONAL, LOOK_COUNTED };
static const char *const look_up_names[] = {"label", "optional", "counted"};

struct expression {
    enum kind kind;
    xmlXPathCompExprPtr compiled; /* GENERAL */
    const xmlChar *name;          /* ATTRIBUTE, in the shared dictionary */
    int parents;                  /* how many ../ before it */
    char *text;                   /* LITERAL */
    enum look_up look_up;         /* LABEL */
    struct expression *arguments[ARGUMENTS];
    size_t argument_count;
};

static bool name_start(char character)
{
    return isalpha((unsigned char)character) || character == '_';
}

/* Recognises @name, ../@name, ../../@name. */
static bool read_attribute(struct expression *made, const char *text)
{
    int parents = 0;
    for (; strncmp(text, "../", 3) == 0; text += 3)
        parents++;
    if (*text != '@' || !name_start(text[1]))
        return false;
    const char *name = text + 1, *end = name;
    while (isalnum((unsigned char)*end) || *end == '-' || *end == '_')
        end++;
    if (*end)
        return false;
    made->kind = ATTRIBUTE;
    made->parents = parents;
    made->name = xmlDictLookup(view_dict(), X(name), (int)(end - name));
    return true;
}

static bool read_literal(struct expression *made, const char *text)
{
    size_t length = strlen(text);
    if (length < 2 || (text[0] != '\'' && text[0] != '"') ||
        strchr(text + 1, text[0]) != text + length - 1)
        return false;
    made->kind = LITERAL;
    made->text = heap_alloc(length);
    memcpy(made->text, text + 1, length - 2);
    return true;
}

/* The end of a function's argument: the comma or parenthesis that is not inside quotes or brackets.
 */
static const char *argument_end(const char *text)
{
    int depth = 0;
    char quote = 0;
    for (; *text; text++) {
        if (quote) {
            quote = *text == quote ? 0 : quote;
        } else if (*text == '\'' || *text == '"') {
            quote = *text;
        } else if (*text == '(' || *text == '[') {
            depth++;
        } else if (depth && (*text == ')' || *text == ']')) {
            depth--;
        } else if (!depth && (*text == ',' || *text == ')')) {
            break;
        }
    }
    return text;
}

static bool read_label(struct expression *made, const char *text)
{
    if (strncmp(text, "pk:", 3) != 0)
        return false;
    const char *open = strchr(text, '(');
    size_t look_up = 0;
    while (look_up < 3 &&
           !(open && strlen(look_up_names[look_up]) == (size_t)(open - text) - 3 &&
             strncmp(look_up_names[look_up], text + 3, (size_t)(open - text) - 3) == 0))
        look_up++;
    if (look_up == 3)
        return false;
    made->look_up = (enum look_up)look_up;
    const char *at = open + 1, *end;
    for (;; at = end + 1) {
        char error[200];
        end = argument_end(at);
        char *argument = heap_alloc((size_t)(end - at) + 1);
        memcpy(argument, at, (size_t)(end - at));
        struct expression *read =
            made->argument_count < ARGUMENTS ? expression_new(argument, error, sizeof error) : NULL;
        free(argument);
        if (!read)
            return false;
        made->arguments[made->argument_count++] = read;
        if (*end != ',')
            break;
    }
    if (strcmp(end, ")") != 0)
        return false;
    made->kind = LABEL;
    return true;
}

static void forget_arguments(struct expression *expression)
{
    while (expression->argument_count)
        expression_free(expression->arguments[--expression->argument_count]);
}

static xmlXPathContextPtr compiler(void)
{
    static xmlXPathContextPtr context;
    if (!context) {
        context = xmlXPathNewContext(NULL);
        context->dict = view_dict();
        xmlDictReference(context->dict);
    }
    return context;
}

struct expression *expression_new(const char *xpath, char *error, size_t error_size)
{
    struct expression *made = heap_alloc(sizeof *made);
    char *text = heap_text(xpath + strspn(xpath, " \t\r\n"));
    for (size_t length = strlen(text); length && isspace((unsigned char)text[length - 1]);)
        text[--length] = 0;
    if (!read_attribute(made, text) && !read_literal(made, text) && !read_label(made, text)) {
        forget_arguments(made);
        view_errors_clear();
        made->kind = GENERAL;
        made->compiled = xmlXPathCtxtCompile(compiler(), X(text));
        if (!made->compiled) {
            snprintf(error, error_size, "not an XPath: %s", text);
            free(made);
            made = NULL;
        }
    }
    free(text);
    return made;
}

void expression_free(struct expression *expression)
{
    if (!expression)
        return;
    forget_arguments(expression);
    if (expression->compiled)
        xmlXPathFreeCompExpr(expression->compiled);
    free(expression->text);
    free(expression);
}

/* Names in documents and stylesheets come from one dictionary, so pointers tell; only trees made
 * while rendering (variables) may hold a name of their own. */
static void append_attribute(const struct expression *expression, const struct scope *scope,
                             enum html_place place, struct buffer *out)
{
    const xmlNode *node = scope->node;
    for (int i = 0; i < expression->parents && node; i++)
        node = node->parent;
    if (!node || node->type != XML_ELEMENT_NODE)
        return;
    const xmlAttr *attribute = node->properties;
    while (attribute && (attribute->name != expression->name || attribute->ns))
        attribute = attribute->next;
    if (!attribute && node->doc != scope->render->document)
        attribute = xmlHasNsProp((xmlNodePtr)(uintptr_t)node, expression->name, NULL);
    for (const xmlNode *part = attribute ? attribute->children : NULL; part; part = part->next)
        if (part->content)
            html_escape(out, place, C(part->content));
}

static void append_general(const struct expression *expression, const struct scope *scope,
                           enum html_place place, struct buffer *out)
{
    xmlXPathContextPtr context = scope->xpath;
    xmlNodePtr node = context->node;
    xmlNsPtr *namespaces = context->namespaces;
    int count = context->nsNr, size = context->contextSize, position = context->proximityPosition;
    context->node = scope->node;
    context->namespaces = scope->namespaces;
    context->nsNr = scope->namespace_count;
    xmlXPathObjectPtr value = xmlXPathCompiledEval(expression->compiled, context);
    context->node = node;
    context->namespaces = namespaces;
    context->nsNr = count;
    context->contextSize = size;
    context->proximityPosition = position;
    if (!value) {
        scope->render->failed = true;
    } else if (value->type == XPATH_STRING) {
        html_escape(out, place, C(value->stringval));
    } else {
        xmlChar *text = xmlXPathCastToString(value);
        html_escape(out, place, C(text));
        xmlFree(text);
    }
    xmlXPathFreeObject(value);
}

static void append_found(enum look_up look_up, const char *key, double number,
                         const struct scope *scope, enum html_place place, struct buffer *out)
{
    bool one = look_up == LOOK_COUNTED && number == 1; /* NaN is not one */
    if (!scope->render->label(scope, key, one, place, out) && look_up != LOOK_OPTIONAL)
        html_escape(out, place, key);
}

static void append_label(const struct expression *expression, const struct scope *scope,
                         enum html_place place, struct buffer *out)
{
    char bytes[KEY_SIZE] = "", number[40] = "";
    struct buffer key = {.bytes = bytes, .capacity = sizeof bytes, .maximum = sizeof bytes - 1};
    size_t first = 0;
    if (expression->look_up == LOOK_COUNTED && expression->argument_count) {
        struct buffer count = {
            .bytes = number, .capacity = sizeof number, .maximum = sizeof number - 1};
        expression_append(expression->arguments[first++], scope, HTML_PLAIN, &count);
    }
    for (size_t i = first; i < expression->argument_count; i++)
        expression_append(expression->arguments[i], scope, HTML_PLAIN, &key);
    if (key.full)
        bytes[0] = 0; /* no label has so long a key */
    append_found(expression->look_up, bytes, xmlXPathCastStringToNumber(X(number)), scope, place,
                 out);
}

void expression_append(const struct expression *expression, const struct scope *scope,
                       enum html_place place, struct buffer *out)
{
    switch (expression->kind) {
    case LITERAL:
        html_escape(out, place, expression->text);
        break;
    case ATTRIBUTE:
        append_attribute(expression, scope, place, out);
        break;
    case LABEL:
        append_label(expression, scope, place, out);
        break;
    case GENERAL:
        append_general(expression, scope, place, out);
        break;
    }
}

const char *expression_key(const struct expression *expression)
{
    bool fixed = expression->kind == LABEL && expression->look_up == LOOK_LABEL &&
                 expression->argument_count == 1 && expression->arguments[0]->kind == LITERAL;
    return fixed ? expression->arguments[0]->text : NULL;
}

/* The same as XPath functions, for stylesheets that are not folded and for select and test. */
static void look_up_function(xmlXPathParserContextPtr parser, int count, enum look_up look_up)
{
    xsltTransformContextPtr transform = xsltXPathGetTransformContext(parser);
    char key[KEY_SIZE] = "";
    size_t used = sizeof key - 1; /* arguments come last first */
    bool full = false;
    double number = 0;
    if (count < 1 || !transform || !transform->_private) {
        xmlXPathSetArityError(parser);
        return;
    }
    for (int i = count; i > (look_up == LOOK_COUNTED ? 1 : 0); i--) {
        xmlChar *argument = xmlXPathPopString(parser);
        size_t length = argument ? strlen(C(argument)) : 0;
        full = full || length > used;
        used -= full ? 0 : length;
        memcpy(key + used, argument ? C(argument) : "", full ? 0 : length);
        xmlFree(argument);
    }
    if (look_up == LOOK_COUNTED)
        number = xmlXPathPopNumber(parser);
    if (xmlXPathCheckError(parser))
        return;
    struct scope scope = {transform->_private, parser->context, parser->context->node,
                          parser->context->namespaces, parser->context->nsNr};
    struct buffer out;
    buffer_init(&out, 1 << 16);
    append_found(look_up, full ? "" : key + used, number, &scope, HTML_PLAIN, &out);
    valuePush(parser, xmlXPathNewString(X(out.bytes ? out.bytes : "")));
    buffer_free(&out);
}

static void plain_function(xmlXPathParserContextPtr parser, int count)
{
    look_up_function(parser, count, LOOK_LABEL);
}

static void optional_function(xmlXPathParserContextPtr parser, int count)
{
    look_up_function(parser, count, LOOK_OPTIONAL);
}

static void counted_function(xmlXPathParserContextPtr parser, int count)
{
    look_up_function(parser, count, LOOK_COUNTED);
}

void expression_start(void)
{
    static const xmlXPathFunction functions[] = {plain_function, optional_function,
                                                 counted_function};
    for (size_t i = 0; i < 3; i++)
        xsltRegisterExtModuleFunction(X(look_up_names[i]), X(PK_NAMESPACE), functions[i]);
}
