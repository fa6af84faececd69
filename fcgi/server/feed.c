#include "feed.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../view/xml_rows.h"
#include "../view/xml_text.h"
#include "stream.h"

#include <inttypes.h>

/* How long a transaction may take from a row's beginning to its commit: the next reader begins that much before this one. */
enum { OVERLAP_SECONDS = 600 };

struct feed {
    struct visit *visit;
    struct xml_rows *rows; /* NULL: bare, for the bench */
    int64_t after, limit, last, more;
};

static int take_page(void *context, const struct row *row)
{
    struct feed *feed = context;
    feed->last = row_integer(row, "last");
    feed->more = row_integer(row, "more");
    return 0;
}

static int write_row(void *context, const struct row *row)
{
    struct feed *feed = context;
    xml_rows_add(feed->rows, row);
    return !stream_flow(feed->visit->response);
}

/* What rows cost without being XML: the same bytes of them, between tabs, sent the same way. */
static int write_bare(void *context, const struct row *row)
{
    struct feed *feed = context;
    struct response *response = feed->visit->response;
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].text)
            buffer_add(response->body, row->cells[i].text, row->cells[i].length);
        buffer_char(response->body, i + 1 < row->count ? '\t' : '\n');
    }
    return !stream_flow(response);
}

/* The parameters a page is cut by; the name of the wrong one, or NULL. */
static const char *read_cut(struct feed *feed)
{
    struct parameters *parameters = &feed->visit->parameters;
    const struct value *after = parameters_find(parameters, "after"),
                       *limit = parameters_find(parameters, "limit");
    feed->limit = FEED_ROWS;
    if (after->type == VALUE_TEXT && !text_integer(after->bytes, 0, INT32_MAX, &feed->after))
        return "after";
    if (limit->type == VALUE_TEXT && !text_integer(limit->bytes, 1, FEED_MOST_ROWS, &feed->limit))
        return "limit";
    parameters_integer(parameters, "after", feed->after);
    parameters_integer(parameters, "limit", feed->limit);
    parameters_integer(parameters, "skip", feed->limit - 1);
    return NULL;
}

/* The address of the next page. */
static void add_next(const struct feed *feed, struct buffer *out)
{
    const struct visit *visit = feed->visit;
    struct buffer *scratch = &visit->service->scratch;
    const char *since = fields_find(&visit->request->query, "since");
    buffer_clear(scratch);
    buffer_printf(scratch, "%s%s?after=%" PRId64 "&limit=%" PRId64,
                  visit->service->config->base_address, visit->request->path, feed->last,
                  feed->limit);
    if (since && *since) {
        buffer_text(scratch, "&since=");
        fields_encode(scratch, since);
    }
    xml_write_attribute(out, "next", scratch->bytes);
}

static void add_root(const struct feed *feed, struct buffer *out)
{
    const struct visit *visit = feed->visit;
    const char *name = visit->route->name;
    char iso[DATE_TEXT], utc[DATE_TEXT];
    buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    buffer_printf(out, "<%s xmlns=\"urn:praktikum:%s:1\"", name, name);
    if (time_iso(iso, visit->now))
        xml_write_attribute(out, "generated", iso);
    time_sql(utc, time_now() - OVERLAP_SECONDS);
    if (time_iso(iso, utc))
        xml_write_attribute(out, "next-since", iso);
    if (feed->more)
        add_next(feed, out);
    buffer_text(out, ">\n");
}

static enum data_result add_block(struct feed *feed, const struct block *block)
{
    struct visit *visit = feed->visit;
    struct buffer *out = visit->response->body;
    if (visit->floor)
        return connection_run(visit->service->connection, block, NULL, &visit->parameters,
                              write_bare, feed);
    feed->rows = xml_rows_new(visit->arena, out, block->row_name);
    buffer_printf(out, "  <%s>\n", block->name);
    enum data_result result = connection_run(visit->service->connection, block, NULL,
                                             &visit->parameters, write_row, feed);
    buffer_printf(out, "  </%s>\n", block->name);
    return result;
}

enum data_result feed_read(struct visit *visit, const char **culprit)
{
    const struct query_file *file = query_store_find(visit->service->queries, visit->route->file);
    struct feed feed = {.visit = visit};
    struct response *response = visit->response;
    *culprit = read_cut(&feed);
    if (*culprit)
        return DATA_OK;
    response_restart(response, 200);
    response->type = "application/xml; charset=utf-8";
    enum data_result result =
        connection_run(visit->service->connection, query_file_block(file, "page"), NULL,
                       &visit->parameters, take_page, &feed);
    if (result != DATA_OK)
        return result;
    parameters_integer(&visit->parameters, "last", feed.more ? feed.last : INT32_MAX);
    if (!visit->floor)
        add_root(&feed, response->body);
    for (size_t i = 0; i < file->block_count && result == DATA_OK; i++)
        if (file->blocks[i].kind == BLOCK_MANY)
            result = add_block(&feed, &file->blocks[i]);
    if (!visit->floor)
        buffer_printf(response->body, "</%s>\n", visit->route->name);
    return result;
}
