#include "insert.h"

#include "chance.h"

#include <inttypes.h>

/* Statements of a quarter of a megabyte: past that they win nothing. */
#define STATEMENT_BYTES (256 * 1024)

void insert_start(struct insert *insert, struct connection *connection, const char *table,
                  const char *columns)
{
    *insert = (struct insert){.connection = connection, .table = table, .columns = columns};
    buffer_init(&insert->sql, (size_t)STATEMENT_BYTES * 4);
}

static void flush(struct insert *insert)
{
    if (insert->sql.length == 0)
        return;
    if (insert->sql.full || connection_execute(insert->connection, insert->sql.bytes) != DATA_OK)
        insert->failed = true;
    buffer_clear(&insert->sql);
}

static void separate(struct insert *insert)
{
    if (insert->in_row)
        buffer_char(&insert->sql, ',');
    else if (insert->sql.length == 0)
        buffer_printf(&insert->sql, "INSERT INTO %s (%s) VALUES (", insert->table, insert->columns);
    else
        buffer_text(&insert->sql, ",(");
    insert->in_row = true;
}

void insert_integer(struct insert *insert, int64_t integer)
{
    separate(insert);
    buffer_printf(&insert->sql, "%" PRId64, integer);
}

static void null(struct insert *insert)
{
    separate(insert);
    buffer_text(&insert->sql, "NULL");
}

void insert_id(struct insert *insert, int64_t id)
{
    if (id == 0)
        null(insert);
    else
        insert_integer(insert, id);
}

void insert_text(struct insert *insert, const char *text)
{
    if (!text) {
        null(insert);
        return;
    }
    separate(insert);
    buffer_char(&insert->sql, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            buffer_char(&insert->sql, '\\');
        buffer_char(&insert->sql, *text);
    }
    buffer_char(&insert->sql, '\'');
}

void insert_bytes(struct insert *insert, const unsigned char *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";

    if (length == 0) {
        null(insert);
        return;
    }
    separate(insert);
    buffer_text(&insert->sql, "x'");
    for (size_t i = 0; i < length; i++) {
        buffer_char(&insert->sql, digits[bytes[i] >> 4]);
        buffer_char(&insert->sql, digits[bytes[i] & 15]);
    }
    buffer_char(&insert->sql, '\'');
}

void insert_day(struct insert *insert, int64_t day)
{
    char text[DATE_TEXT];

    if (day == 0) {
        null(insert);
        return;
    }
    date_iso(text, day_date(day));
    insert_text(insert, text);
}

void insert_time(struct insert *insert, int64_t seconds)
{
    char text[DATE_TEXT];

    if (seconds == 0) {
        null(insert);
        return;
    }
    time_sql(text, seconds);
    insert_text(insert, text);
}

void insert_row_end(struct insert *insert)
{
    buffer_char(&insert->sql, ')');
    insert->in_row = false;
    insert->rows++;
    if (insert->failed)
        buffer_clear(&insert->sql);
    else if (insert->sql.length >= STATEMENT_BYTES)
        flush(insert);
}

bool insert_finish(struct insert *insert)
{
    if (!insert->failed)
        flush(insert);
    buffer_free(&insert->sql);
    return !insert->failed;
}
