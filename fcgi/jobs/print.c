#include "print.h"

#include "../base/fields.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../base/words.h"
#include "blocks.h"
#include "fop.h"
#include "work_action.h"

#include <stdlib.h>
#include <string.h>

static const size_t bytes_most = (size_t)64 << 20;

/* One print on its way. */
struct printing {
    struct work *work;
    struct action action;
    struct parameters parameters;
    struct action_session session;
    struct buffer fo, pdf;
    const char *title; /* what the document says it is */
    int64_t sheets;    /* that it has at least */
    int64_t pages;
};

static void open_printing(struct printing *printing, struct work *work)
{
    *printing = (struct printing){.work = work};
    buffer_init(&printing->fo, bytes_most);
    buffer_init(&printing->pdf, bytes_most);
    work_action(work, &printing->action, &printing->parameters, &printing->session,
                query_store_find(work->shop->store, "jobs/print"));
    action_set(&printing->action, "print", work->thing_id);
}

static void close_printing(struct printing *printing)
{
    buffer_free(&printing->fo);
    buffer_free(&printing->pdf);
}

static enum work_result fail(struct printing *printing, const char *error)
{
    printing->work->error = error;
    return WORK_FAILED;
}

static enum work_result give_back(struct printing *printing)
{
    connection_rollback(printing->action.connection);
    enum work_result result = work_result_of(printing->action.result);
    return result == WORK_FAILED ? fail(printing, WORK_BROKEN) : result;
}

/* "site:id=5&q:text=ward&term:null=" and the thing, as the page that asked had them. */
static void set_parameters(struct printing *printing, const struct row *print)
{
    static const struct fields_limits limits = {64, 100, 4000};
    struct action *action = &printing->action;
    const char *text = row_text(print, "parameters"), *culprit, *thing = row_text(print, "thing");
    struct fields fields = {0};
    fields_parse_urlencoded(action->arena, &fields, text, strlen(text), &limits, &culprit);
    for (size_t i = 0; i < fields.count; i++) {
        const char *value = fields.items[i].value, *type = strchr(fields.items[i].name, ':');
        if (!type)
            continue;
        const char *name =
            arena_bytes(action->arena, fields.items[i].name, (size_t)(type - fields.items[i].name));
        if (text_equal(type, ":id"))
            action_set(action, name, strtoll(value, NULL, 10));
        else if (text_equal(type, ":text"))
            action_set_text(action, name, value);
        else
            action_set_null(action, name);
        if (text_equal(name, "q"))
            words_set(action->parameters, *value ? value : NULL);
    }
    if (*thing)
        action_set(action, thing, row_integer(print, "thing_id"));
    action_set_text(action, "lang", row_text(print, "lang"));
}

/* Whether who asked still has the right that the row of routes.def names. */
static bool may_see(struct printing *printing, const struct row *print)
{
    struct action *action = &printing->action;
    const char *thing = row_text(print, "thing");
    size_t count;
    if (!*thing)
        return true;
    const struct row *const *rights =
        action_run(action, arena_printf(action->arena, "rights/%s", thing), "rights",
                   action->parameters, &count);
    return rights && count && row_flag(rights[0], row_text(print, "needs")) &&
           (text_equal(thing, "viewer") || row_flag(rights[0], "view"));
}

/* <page> as pages have it, without what only browsers need. */
static struct document *begin_document(struct printing *printing, const struct row *print)
{
    const char *lang = row_text(print, "lang");
    char text[DATE_TEXT];
    struct document *document = document_new(printing->action.arena, lang);
    struct node *root = document_root(document);
    document_attribute(document, root, "area", row_text(print, "area"));
    document_attribute(document, root, "name", row_text(print, "name"));
    document_attribute(document, root, "lang", lang);
    document_attribute(document, root, "base", printing->work->shop->config->base_address);
    date_iso(text, time_today());
    document_attribute(document, root, "today", text);
    date_short(text, time_today(), lang);
    document_attribute(document, root, "today-text", text);
    return document;
}

/* Text of an element of ours, which holds no others: what libxslt escapes in text is made plain. */
static const char *plain(struct arena *arena, const char *from, size_t length)
{
    static const char *const escapes[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}};
    char *text = arena_bytes(arena, from, length), *to = text;
    for (const char *at = text; *at;) {
        size_t i = 0;
        while (i < 3 && strncmp(at, escapes[i][0], strlen(escapes[i][0])) != 0)
            i++;
        *to++ = i < 3 ? *escapes[i][1] : *at;
        at += i < 3 ? strlen(escapes[i][0]) : 1;
    }
    *to = '\0';
    return text;
}

/* What lib/print.xsl wrote for whom the document is opened by, and its sheets. */
static void read_fo(struct printing *printing)
{
    static const char before[] = "<title xmlns=\"http://purl.org/dc/elements/1.1/\">";
    const char *fo = printing->fo.bytes, *from = strstr(fo, before), *to;
    from = from ? from + sizeof before - 1 : fo;
    to = strstr(from, "</title>");
    printing->title = plain(printing->action.arena, from, to ? (size_t)(to - from) : 0);
    for (const char *at = fo; (at = strstr(at, "<page-sequence ")) != NULL; at++)
        printing->sheets++;
}

/* What is to be printed, as XSL-FO, read in one transaction. */
static enum work_result write_fo(struct printing *printing)
{
    struct action *action = &printing->action;
    if (action->result == DATA_OK)
        action->result = connection_begin_read(action->connection);
    const struct row *print = action_row(action, "print");
    if (!print)
        return give_back(printing); /* made already, or not there any more: nothing to do */
    set_parameters(printing, print);
    bool may = may_see(printing, print);
    if (!may && action->result == DATA_OK) {
        connection_rollback(action->connection);
        return fail(printing, "print_not_seen");
    }
    const char *file =
        arena_printf(action->arena, "%s/%s", row_text(print, "area"), row_text(print, "name"));
    const struct query_file *sql = query_store_find(action->store, file);
    const char *sheet = arena_printf(action->arena, "%s.fo", file);
    if (!sql || !stylesheets_have(printing->work->shop->sheets, sheet)) {
        connection_rollback(action->connection);
        return fail(printing, WORK_BROKEN); /* asked for before a version that has it no more */
    }
    struct document *document = begin_document(printing, print);
    if (action->result == DATA_OK)
        action->result = blocks_read(action->connection, sql, action->parameters, document);
    bool good = action->result == DATA_OK &&
                stylesheets_render(printing->work->shop->sheets, sheet, row_text(print, "lang"),
                                   document, &printing->fo);
    document_end(document);
    connection_rollback(action->connection);
    if (action->result == DATA_NONE)
        return fail(printing, "print_gone");
    if (action->result != DATA_OK)
        return give_back(printing);
    if (printing->fo.full)
        return fail(printing, "print_too_large");
    if (!good)
        return fail(printing, WORK_BROKEN);
    read_fo(printing);
    return WORK_DONE;
}

/* The root of the pages says how many there are. */
static void count_pages(struct printing *printing)
{
    static const char root[] = "/Type /Pages\n/Count ";
    const char *at = memmem(printing->pdf.bytes, printing->pdf.length, root, sizeof root - 1);
    printing->pages = at ? strtoll(at + sizeof root - 1, NULL, 10) : 0;
}

static enum work_result make_pdf(struct printing *printing)
{
    switch (fop_make(printing->work, &printing->fo, &printing->pdf, printing->sheets)) {
    case FOP_DONE:
        count_pages(printing);
        return WORK_DONE;
    case FOP_STOPPED:
        return WORK_STOPPED;
    case FOP_KILLED:
        return WORK_RETRY;
    case FOP_LATE:
        return fail(printing, "print_too_large");
    case FOP_LETTERS:
        return fail(printing, "print_letters");
    case FOP_MISSING:
        return fail(printing, "print_unavailable");
    case FOP_FAILED:
        break;
    }
    return fail(printing, printing->pdf.full ? "print_too_large" : WORK_BROKEN);
}

/* The whole file in one transaction, once. */
static enum work_result keep(struct printing *printing)
{
    struct action *action = &printing->action;
    action->result = connection_begin(action->connection);
    if (!action_row(action, "lock"))
        return give_back(printing);
    action_pieces(action, "piece", printing->pdf.bytes, printing->pdf.length);
    action_set_text(action, "title", printing->title);
    action_set(action, "pages", printing->pages);
    action_set(action, "length", (int64_t)printing->pdf.length);
    action_step(action, "made");
    if (action->result == DATA_OK)
        action->result = connection_commit(action->connection);
    return action->result == DATA_OK ? WORK_DONE : give_back(printing);
}

static enum work_result keep_and_try_again(struct printing *printing)
{
    enum work_result result = WORK_RETRY;
    for (unsigned attempt = 0; work_try(result, &attempt, &printing->action);)
        result = keep(printing);
    return result;
}

enum work_result print_run(struct work *work)
{
    struct printing printing;
    open_printing(&printing, work);
    enum work_result result = write_fo(&printing);
    if (result == WORK_DONE && printing.fo.length) {
        result = make_pdf(&printing);
        if (result == WORK_DONE)
            result = keep_and_try_again(&printing);
    }
    close_printing(&printing);
    return result;
}
