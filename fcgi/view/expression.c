#include "expression.h"

#include "../base/heap.h"
#include "path.h"
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
    struct path path;             /* ATTRIBUTE */
    char *text;                   /* LITERAL */
    enum look_up look_up;         /* LABEL */
    struct expression *arguments[ARGUMENTS];
    size_t argument_count;
};

/* Recognises @name, ../@name, viewer/@name. */
static bool read_attribute(struct expression *made, const char *text)
{
    if (!path_read(&made->path, &text) || *text || !made->path.attribute)
        return false;
    made->kind = ATTRIBUTE;
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

struct expression *expression_general(const char *xpath, char *error, size_t error_size)
{
    struct expression *made = heap_alloc(sizeof *made);
    view_errors_clear();
    made->kind = GENERAL;
    made->compiled = xmlXPathCtxtCompile(compiler(), X(xpath));
    if (made->compiled)
        return made;
    snprintf(error, error_size, "not an XPath: %s", xpath);
    free(made);
    return NULL;
}

struct expression *expression_new(const char *xpath, char *error, size_t error_size)
{
    struct expression *made = heap_alloc(sizeof *made);
    char *text = heap_text(xpath + strspn(xpath, " \t\r\n"));
    for (size_t length = strlen(text); length && isspace((unsigned char)text[length - 1]);)
        text[--length] = 0;
    if (!read_attribute(made, text) && !read_literal(made, text) && !read_label(made, text)) {
        expression_free(made);
        made = expression_general(text, error, error_size);
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

struct appending {
    struct buffer *out;
    enum html_place place;
};

static bool append_first(void *context, const char *value)
{
    struct appending *appending = context;
    html_escape(appending->out, appending->place, value);
    return true;
}

/* Where libxml2 reads an expression: kept here while it does, given back after. */
struct place_kept {
    xmlNodePtr node;
    xmlNsPtr *namespaces;
    int count, size, position;
};

static struct place_kept enter(const struct scope *scope)
{
    xmlXPathContextPtr context = scope->xpath;
    struct place_kept kept = {context->node, context->namespaces, context->nsNr,
                              context->contextSize, context->proximityPosition};
    context->node = scope->node;
    context->namespaces = scope->namespaces;
    context->nsNr = scope->namespace_count;
    return kept;
}

static void leave(const struct scope *scope, const struct place_kept *kept)
{
    xmlXPathContextPtr context = scope->xpath;
    context->node = kept->node;
    context->namespaces = kept->namespaces;
    context->nsNr = kept->count;
    context->contextSize = kept->size;
    context->proximityPosition = kept->position;
}

bool expression_holds(const struct expression *expression, const struct scope *scope)
{
    struct place_kept kept = enter(scope);
    int holds = xmlXPathCompiledEvalToBoolean(expression->compiled, scope->xpath);
    leave(scope, &kept);
    if (holds < 0)
        scope->render->failed = true;
    return holds == 1;
}

static void append_general(const struct expression *expression, const struct scope *scope,
                           enum html_place place, struct buffer *out)
{
    struct place_kept kept = enter(scope);
    xmlXPathObjectPtr value = xmlXPathCompiledEval(expression->compiled, scope->xpath);
    leave(scope, &kept);
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
        path_any(&expression->path, scope->node, scope->render->document, append_first,
                 &(struct appending){out, place});
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
