#include "list.h"

#include "../base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const struct block *list_block(const struct query_file *file)
{
    for (size_t i = 0; file && i < file->block_count; i++)
        if (file->blocks[i].kind == BLOCK_LIST)
            return &file->blocks[i];
    return NULL;
}

/* % _ and \ mean themselves in a search. */
static const char *escape_like(struct arena *arena, const char *text)
{
    char *escaped = arena_alloc(arena, 2 * strlen(text) + 1), *to = escaped;
    for (const char *at = text; *at; at++) {
        if (strchr("%_\\", *at))
            *to++ = '\\';
        *to++ = *at;
    }
    *to = '\0';
    return escaped;
}

static const char *given(const struct visit *visit, const char *name)
{
    const char *value = fields_find(&visit->request->query, name);
    return value && *value ? value : NULL;
}

const char *list_search(struct visit *visit)
{
    const char *q = given(visit, "q");
    q = q ? text_clean(visit->arena, q) : NULL;
    q = q && *q ? q : NULL;
    parameters_text(&visit->parameters, "q", q ? escape_like(visit->arena, q) : NULL);
    return q;
}

const char *list_read(struct visit *visit, const struct block *block, struct list *list)
{
    *list = (struct list){
        .block = block, .page = 1, .state = {.lang = visit->lang, .limit = visit->page_rows}};
    /* A bench that asks for so many rows has set another number. */
    if (block->rows && visit->page_rows == PAGE_ROWS)
        list->state.limit = visit->page_rows = block->rows;
    const char *sort = given(visit, "sort"), *down = given(visit, "down");
    const char *page = given(visit, "page");
    list->q = list_search(visit);
    if (sort) {
        while (list->state.sort < block->sort_count &&
               strcmp(block->sorts[list->state.sort].name, sort) != 0)
            list->state.sort++;
        if (list->state.sort == block->sort_count)
            return "sort";
        list->sort_chosen = true;
    }
    if (block->sort_count > 0)
        list->state.descending = down ? *down == '1' : block->sorts[list->state.sort].descending;
    if (page && !text_integer(page, 1, 1000000, &list->page))
        return "page";
    return NULL;
}

static int64_t page_count(const struct visit *visit, int64_t total)
{
    return total > 0 ? (total + visit->page_rows - 1) / visit->page_rows : 1;
}

void list_place(const struct visit *visit, struct list *list, int64_t total)
{
    int64_t pages = page_count(visit, total);
    if (list->page > pages)
        list->page = pages;
    list->state.limit = visit->page_rows;
    list->state.offset = (list->page - 1) * visit->page_rows;
}

struct href {
    bool searched, sorted;
    int64_t page; /* 0: none */
    const char *suffix;
    const struct sort *sort; /* NULL: as it is */
    bool descending;
};

static void pair(struct buffer *out, char *mark, const char *name, const char *value)
{
    buffer_char(out, *mark);
    *mark = '&';
    buffer_text(out, name);
    buffer_char(out, '=');
    fields_encode(out, value);
}

/* The page's address with its filters, and of the list's state what `wanted` says. */
static const char *make_href(struct visit *visit, const struct list *list,
                             const struct href *wanted)
{
    struct buffer *out = &visit->service->scratch;
    char mark = '?';
    const struct route *route = visit->route;
    const char *path = visit->request->path;
    buffer_clear(out);
    buffer_text(out, wanted->suffix && strcmp(path, "/") == 0 ? "/index" : path);
    buffer_text(out, wanted->suffix ? wanted->suffix : "");
    for (size_t i = 0; i < route->parameter_count; i++) {
        const char *value =
            route->parameters[i].of_list ? NULL : given(visit, route->parameters[i].name);
        if (value)
            pair(out, &mark, route->parameters[i].name, value);
    }
    if (wanted->searched && list->q)
        pair(out, &mark, "q", list->q);
    if (wanted->sort) {
        pair(out, &mark, "sort", wanted->sort->name);
        if (wanted->descending != wanted->sort->descending)
            pair(out, &mark, "down", wanted->descending ? "1" : "0");
    } else if (wanted->sorted && list->block->sort_count > 0) {
        const struct sort *sort = &list->block->sorts[list->state.sort];
        if (list->sort_chosen)
            pair(out, &mark, "sort", sort->name);
        if (list->state.descending != sort->descending)
            pair(out, &mark, "down", list->state.descending ? "1" : "0");
    }
    if (wanted->page > 0) {
        char number[24];
        snprintf(number, sizeof number, "%" PRId64, wanted->page);
        pair(out, &mark, "page", number);
    }
    return arena_bytes(visit->arena, out->bytes, out->length);
}

static void add_columns(struct visit *visit, struct document *document, struct node *node,
                        const struct list *list)
{
    for (size_t i = 0; i < list->block->column_count; i++) {
        struct node *column = document_element(document, node, "column");
        document_attribute(document, column, "name", list->block->columns[i]);
        for (size_t s = 0; s < list->block->sort_count; s++) {
            const struct sort *sort = &list->block->sorts[s];
            if (strcmp(sort->name, list->block->columns[i]) != 0)
                continue;
            bool current = s == list->state.sort;
            bool next = current ? !list->state.descending : sort->descending;
            struct href href = {.searched = true, .sort = sort, .descending = next};
            document_attribute(document, column, "sortable", "1");
            if (current)
                document_attribute(document, column, "sorted",
                                   list->state.descending ? "down" : "up");
            document_attribute(document, column, "href", make_href(visit, list, &href));
        }
    }
}

static void add_pager(struct visit *visit, struct document *document, struct node *node,
                      const struct list *list, int64_t pages)
{
    struct node *pager = document_element(document, node, "pager");
    const struct {
        const char *name;
        int64_t page;
        bool usable;
    } links[] = {{"first", 1, list->page > 1},
                 {"previous", list->page - 1, list->page > 1},
                 {"next", list->page + 1, list->page < pages},
                 {"last", pages, list->page < pages}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct href href = {.searched = true, .sorted = true, .page = links[i].page};
        if (links[i].usable)
            document_attribute(document, pager, links[i].name, make_href(visit, list, &href));
    }
}

/* The whole list as files. */
static void add_files(struct visit *visit, struct document *document, struct node *node,
                      const struct list *list)
{
    static const char *const suffixes[] = {".csv", ".xlsx", ".ods"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        const struct href href = {.suffix = suffixes[i], .searched = true, .sorted = true};
        document_attribute(document, node, suffixes[i] + 1, make_href(visit, list, &href));
    }
}

struct node *list_node(struct visit *visit, struct document *document, const struct list *list,
                       int64_t total)
{
    struct node *node = document_element(document, document_root(document), list->block->name);
    int64_t pages = page_count(visit, total), from = total > 0 ? list->state.offset + 1 : 0;
    int64_t to = list->state.offset + visit->page_rows < total
                     ? list->state.offset + visit->page_rows
                     : total;
    const struct href base = {0};
    document_attribute_integer(document, node, "total", total);
    document_attribute_integer(document, node, "from", from);
    document_attribute_integer(document, node, "to", to);
    document_attribute_integer(document, node, "page", list->page);
    document_attribute_integer(document, node, "pages", pages);
    if (list->block->sort_count > 0) {
        document_attribute(document, node, "sort", list->block->sorts[list->state.sort].name);
        if (list->state.descending)
            document_attribute(document, node, "down", "1");
    }
    document_attribute(document, node, "q", list->q);
    document_attribute(document, node, "path", visit->request->path);
    document_attribute(document, node, "base", make_href(visit, list, &base));
    add_files(visit, document, node, list);
    add_columns(visit, document, node, list);
    add_pager(visit, document, node, list, pages);
    for (size_t i = 0; i < visit->route->parameter_count; i++) {
        const struct route_parameter *parameter = &visit->route->parameters[i];
        const char *value = parameter->of_list ? NULL : given(visit, parameter->name);
        if (!value)
            continue;
        struct node *filter = document_element(document, node, "filter");
        document_attribute(document, filter, "name", parameter->name);
        document_attribute(document, filter, "value", value);
    }
    return node;
}

static bool asks_when(const struct route_parameter *parameter)
{
    switch (parameter->type) {
    case TYPE_TERM:
    case TYPE_DATE:
    case TYPE_MONTH:
    case TYPE_HALF:
        return true;
    default:
        return false;
    }
}

void list_asked(struct visit *visit, struct document *document)
{
    const struct route *route = visit->route;
    struct buffer *out = &visit->service->scratch;
    char mark = '&';
    if (!route->list && !route_period(route))
        return;
    struct node *asked = document_element(document, document_root(document), "asked");
    buffer_clear(out);
    for (size_t i = 0; i < route->parameter_count; i++) {
        const struct route_parameter *parameter = &route->parameters[i];
        const char *value = given(visit, parameter->name);
        bool search = strcmp(parameter->name, "q") == 0;
        if (!value || (parameter->of_list && !search))
            continue;
        struct node *filter = document_element(document, asked, "filter");
        document_attribute(document, filter, "name", parameter->name);
        document_attribute(document, filter, "value", value);
        if (!asks_when(parameter))
            pair(out, &mark, parameter->name, value);
    }
    if (out->length > 0)
        document_attribute(document, asked, "more",
                           arena_bytes(visit->arena, out->bytes, out->length));
}
