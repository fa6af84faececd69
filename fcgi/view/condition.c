#include "condition.h"

#include "../base/heap.h"
#include "path.h"
#include "xml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum kind { GENERAL, AND, OR, NOT, EXISTS, COMPARE };
enum operation { EQUAL, DIFFERENT, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, STARTS };
struct operand {
    enum { PATH, TEXT, NUMBER } kind;
    struct path path;
    char *text; /* a number's digits too */
    double number;
};
struct condition {
    enum kind kind;
    struct expression *general;
    struct condition *first, *second; /* AND, OR; NOT has one */
    enum operation operation;
    struct operand left, right; /* left is a path; EXISTS has it alone */
};

static struct condition *read_or(const char **at);

static void skip_space(const char **at)
{
    *at += strspn(*at, " \t\r\n");
}

/* A sign, or a word that ends there. */
static bool take(const char **at, const char *token)
{
    skip_space(at);
    size_t length = strlen(token);
    if (strncmp(*at, token, length) != 0)
        return false;
    char next = (*at)[length];
    if (isalpha((unsigned char)*token) &&
        (isalnum((unsigned char)next) || next == '-' || next == '_'))
        return false;
    *at += length;
    return true;
}

static bool take_function(const char **at, const char *name)
{
    const char *tried = *at;
    skip_space(&tried);
    size_t length = strlen(name);
    if (strncmp(tried, name, length) != 0 || tried[length] != '(')
        return false;
    *at = tried + length + 1;
    return true;
}

static char *cut(const char *from, size_t length)
{
    char *made = heap_alloc(length + 1);
    memcpy(made, from, length);
    return made;
}

static bool read_operand(struct operand *operand, const char **at)
{
    skip_space(at);
    if (**at == '\'' || **at == '"') {
        const char *end = strchr(*at + 1, **at);
        if (!end)
            return false;
        operand->kind = TEXT;
        operand->text = cut(*at + 1, (size_t)(end - *at) - 1);
        *at = end + 1;
        return true;
    }
    if (isdigit((unsigned char)**at)) {
        size_t length = strspn(*at, "0123456789");
        operand->kind = NUMBER;
        operand->text = cut(*at, length);
        operand->number = xmlXPathCastStringToNumber(X(operand->text));
        *at += length;
        return !strchr(".*+-", **at) || !**at;
    }
    operand->kind = PATH;
    return path_read(&operand->path, at);
}

static bool read_operation(enum operation *operation, const char **at)
{
    static const struct {
        const char *token;
        enum operation operation;
    } known[] = {{"=", EQUAL},          {"!=", DIFFERENT}, {"<=", LESS_EQUAL},
                 {">=", GREATER_EQUAL}, {"<", LESS},       {">", GREATER}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (take(at, known[i].token)) {
            *operation = known[i].operation;
            return true;
        }
    }
    return false;
}

/* starts-with(@path, '/orders') after its parenthesis. */
static bool read_starts(struct condition *made, const char **at)
{
    made->kind = COMPARE;
    made->operation = STARTS;
    return read_operand(&made->left, at) && made->left.kind == PATH && made->left.path.attribute &&
           take(at, ",") && read_operand(&made->right, at) && made->right.kind == TEXT &&
           take(at, ")");
}

static bool read_comparison(struct condition *made, const char **at)
{
    if (!read_operand(&made->left, at) || made->left.kind != PATH)
        return false;
    made->kind = EXISTS;
    if (!read_operation(&made->operation, at))
        return true;
    made->kind = COMPARE;
    return made->left.path.attribute && read_operand(&made->right, at) &&
           (made->right.kind != PATH || made->right.path.attribute);
}

static struct condition *read_one(const char **at)
{
    struct condition *made = heap_alloc(sizeof *made);
    bool good;
    if (take_function(at, "not")) {
        made->kind = NOT;
        made->first = read_or(at);
        good = made->first && take(at, ")");
    } else if (take_function(at, "starts-with")) {
        good = read_starts(made, at);
    } else if (take(at, "(")) {
        free(made);
        made = read_or(at);
        good = made && take(at, ")");
    } else {
        good = read_comparison(made, at);
    }
    if (good)
        return made;
    condition_free(made);
    return NULL;
}

static struct condition *join(enum kind kind, struct condition *first, struct condition *second)
{
    if (!second) {
        condition_free(first);
        return NULL;
    }
    struct condition *made = heap_alloc(sizeof *made);
    made->kind = kind;
    made->first = first;
    made->second = second;
    return made;
}

static struct condition *read_and(const char **at)
{
    struct condition *made = read_one(at);
    while (made && take(at, "and"))
        made = join(AND, made, read_one(at));
    return made;
}

static struct condition *read_or(const char **at)
{
    struct condition *made = read_and(at);
    while (made && take(at, "or"))
        made = join(OR, made, read_and(at));
    return made;
}

struct condition *condition_new(const char *xpath, char *error, size_t error_size)
{
    const char *at = xpath;
    struct condition *made = read_or(&at);
    if (made) {
        skip_space(&at);
        if (!*at)
            return made;
        condition_free(made);
    }
    struct expression *general = expression_general(xpath, error, error_size);
    if (!general)
        return NULL;
    made = heap_alloc(sizeof *made);
    made->kind = GENERAL;
    made->general = general;
    return made;
}

void condition_free(struct condition *condition)
{
    if (!condition)
        return;
    condition_free(condition->first);
    condition_free(condition->second);
    expression_free(condition->general);
    free(condition->left.text);
    free(condition->right.text);
    free(condition);
}

/* One comparison under way. */
struct comparing {
    const struct condition *condition;
    const struct scope *scope;
    const char *left;
};

static bool compare_numbers(enum operation operation, double left, double right)
{
    switch (operation) {
    case EQUAL:
        return left == right;
    case DIFFERENT:
        return left != right;
    case LESS:
        return left < right;
    case LESS_EQUAL:
        return left <= right;
    case GREATER:
        return left > right;
    case GREATER_EQUAL:
        return left >= right;
    case STARTS:
        break;
    }
    return false;
}

static bool compare_texts(enum operation operation, const char *left, const char *right)
{
    if (operation == EQUAL || operation == DIFFERENT)
        return (strcmp(left, right) == 0) == (operation == EQUAL);
    if (operation == STARTS)
        return strncmp(left, right, strlen(right)) == 0;
    return compare_numbers(operation, xmlXPathCastStringToNumber(X(left)),
                           xmlXPathCastStringToNumber(X(right)));
}

static bool accept_right(void *context, const char *right)
{
    const struct comparing *comparing = context;
    return compare_texts(comparing->condition->operation, comparing->left, right);
}

/* XPath: a comparison holds when it does of any of the attributes. */
static bool accept_left(void *context, const char *left)
{
    struct comparing *comparing = context;
    const struct condition *condition = comparing->condition;
    const struct operand *right = &condition->right;
    if (right->kind == NUMBER)
        return compare_numbers(condition->operation, xmlXPathCastStringToNumber(X(left)),
                               right->number);
    if (right->kind == TEXT)
        return compare_texts(condition->operation, left, right->text);
    comparing->left = left;
    return path_any(&right->path, comparing->scope->node, comparing->scope->render->document,
                    accept_right, comparing);
}

/* starts-with looks at the first attribute only; without one at nothing, with which only nothing begins. */
struct starting {
    const char *wanted;
    bool holds;
};

static bool accept_first(void *context, const char *value)
{
    struct starting *starting = context;
    starting->holds = compare_texts(STARTS, value, starting->wanted);
    return true;
}

static bool accept_any(void *context, const char *value)
{
    (void)context;
    (void)value;
    return true;
}

bool condition_holds(const struct condition *condition, const struct scope *scope)
{
    const struct path *left = &condition->left.path;
    xmlDocPtr document = scope->render->document;
    struct comparing comparing = {condition, scope, NULL};
    struct starting starting = {condition->right.text,
                                condition->right.text && !*condition->right.text};
    switch (condition->kind) {
    case AND:
        return condition_holds(condition->first, scope) &&
               condition_holds(condition->second, scope);
    case OR:
        return condition_holds(condition->first, scope) ||
               condition_holds(condition->second, scope);
    case NOT:
        return !condition_holds(condition->first, scope);
    case EXISTS:
        return path_any(left, scope->node, document, accept_any, NULL);
    case COMPARE:
        if (condition->operation != STARTS)
            return path_any(left, scope->node, document, accept_left, &comparing);
        path_any(left, scope->node, document, accept_first, &starting);
        return starting.holds;
    case GENERAL:
        break;
    }
    return expression_holds(condition->general, scope);
}
