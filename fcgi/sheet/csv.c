#include "csv.h"

#include "../base/heap.h"
#include "decode.h"

#include <stdlib.h>
#include <string.h>

enum { SAMPLE_ROWS = 30 };
static const char separators[] = "\t;|,"; /* when two do as well, the first */

/* How many cells a separator cuts the first rows into. */
struct sample {
    size_t counts[SAMPLE_ROWS], rows;
};

struct csv {
    struct sheet_reader *reader; /* or, to try a separator: */
    struct sample *sample;
    char separator;
    enum { BEFORE, PLAIN, QUOTED, QUOTE, AFTER } state; /* QUOTE: ends the cell, or is doubled */
    bool carriage;                                      /* the last byte ended a row as CR */
    bool filled; /* the row has a byte that is no separator */
    size_t column, number;
    struct buffer cell;
};

static bool fail(struct csv *csv, enum sheet_result result)
{
    return csv->sample ? false : sheet_fail(csv->reader, result, csv->number, csv->column);
}

static bool cell_end(struct csv *csv)
{
    bool fits = true;
    if (!csv->sample && csv->cell.length)
        fits = sheet_row_cell(csv->reader, csv->column, csv->cell.bytes, false);
    buffer_clear(&csv->cell);
    csv->state = BEFORE;
    csv->column++;
    return fits;
}

static bool row_end(struct csv *csv)
{
    size_t cells = csv->column;
    if (!cell_end(csv))
        return false;
    csv->column = 1;
    csv->number++;
    if (csv->sample) {
        if (csv->filled)
            csv->sample->counts[csv->sample->rows++] = cells;
        csv->filled = false;
        return csv->sample->rows < SAMPLE_ROWS;
    }
    if (!sheet_row_end(csv->reader))
        return false;
    sheet_row_begin(csv->reader, csv->number);
    return true;
}

static bool add(struct csv *csv, const char *text, size_t length)
{
    buffer_add(&csv->cell, text, length);
    if (!csv->cell.full)
        return true;
    /* So long, and over several lines: its end was forgotten. */
    bool open = csv->state == QUOTED &&
                (memchr(text, '\n', length) ||
                 (csv->cell.length && memchr(csv->cell.bytes, '\n', csv->cell.length)));
    return fail(csv, open ? SHEET_QUOTE : SHEET_CELL);
}

/* A byte where a cell may end or a quote means something. */
static bool special(struct csv *csv, char byte)
{
    if (csv->state == QUOTED && byte != '"')
        return add(csv, &byte, 1);
    if (byte == csv->separator)
        return cell_end(csv);
    if (byte == '\n' || byte == '\r') {
        csv->carriage = byte == '\r';
        return row_end(csv);
    }
    csv->filled = true;
    if (byte != '"')
        return csv->state == QUOTE || csv->state == AFTER ? fail(csv, SHEET_AFTER)
                                                          : add(csv, &byte, 1);
    switch (csv->state) {
    case BEFORE:
        buffer_clear(&csv->cell);
        csv->state = QUOTED;
        return true;
    case QUOTED:
        csv->state = QUOTE;
        return true;
    case QUOTE:
        csv->state = QUOTED;
        return add(csv, "\"", 1);
    case AFTER:
        return fail(csv, SHEET_AFTER);
    default:
        return add(csv, "\"", 1);
    }
}

/* Bytes up to the next that is special. */
static bool plain(struct csv *csv, const char *text, size_t length)
{
    size_t blanks = 0;
    while (blanks < length && text[blanks] == ' ')
        blanks++;
    if (csv->state == QUOTE || csv->state == AFTER) {
        csv->state = AFTER;
        return blanks == length || fail(csv, SHEET_AFTER);
    }
    if (blanks < length) {
        csv->filled = true;
        if (csv->state == BEFORE)
            csv->state = PLAIN;
    }
    return add(csv, text, length);
}

static bool feed(struct csv *csv, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        if (csv->carriage) {
            csv->carriage = false;
            if (*text == '\n') {
                text++;
                continue;
            }
        }
        const char *from = text;
        while (text < end && *text != '"' && *text != csv->separator && *text != '\n' &&
               *text != '\r')
            text++;
        if (text > from ? !plain(csv, from, (size_t)(text - from)) : !special(csv, *text++))
            return false;
    }
    return true;
}

/* The last row need not end with a line break. */
static bool finish(struct csv *csv)
{
    if (csv->state == QUOTED)
        return fail(csv, SHEET_QUOTE);
    return row_end(csv);
}

static void csv_start(struct csv *csv, char separator, struct sheet_reader *reader,
                      struct sample *sample)
{
    *csv = (struct csv){
        .reader = reader, .sample = sample, .separator = separator, .column = 1, .number = 1};
    buffer_init(&csv->cell, sheet_raw_most(reader));
}

static size_t tried(struct sheet_reader *reader, char separator, const char *text, size_t length,
                    bool whole)
{
    struct sample sample = {{0}, 0};
    struct csv csv;
    csv_start(&csv, separator, reader, &sample);
    if (feed(&csv, text, length) && whole)
        finish(&csv);
    buffer_free(&csv.cell);
    size_t alike = 0;
    for (size_t i = 0; i < sample.rows; i++)
        alike += sample.counts[i] == sample.counts[0];
    return sample.counts[0] > 1 ? alike * 65536 + (sample.counts[0] & 0xffff) : 0;
}

static char detected(struct sheet_reader *reader, const char *text, size_t length, bool whole)
{
    size_t best = 0;
    char chosen = ';';
    for (const char *separator = separators; *separator; separator++) {
        size_t score = tried(reader, *separator, text, length, whole);
        if (score > best) {
            best = score;
            chosen = *separator;
        }
    }
    return chosen;
}

/* Length of a first line `sep=;` with its end; 0 when there is none. */
static size_t declared(const char *text, size_t length)
{
    if (length < 5 || strncasecmp(text, "sep=", 4) != 0 || !memchr(separators, text[4], 4))
        return 0;
    if (length == 5)
        return 5;
    if (text[5] == '\n')
        return 6;
    return text[5] != '\r' ? 0 : length > 6 && text[6] == '\n' ? 7 : 6;
}

void sheet_csv_read(struct sheet_reader *reader, const void *bytes, size_t length)
{
    const char *text;
    size_t some;
    struct csv csv;
    struct decoder *decoder = heap_alloc(sizeof *decoder);
    if (!decode_start(decoder, bytes, length)) {
        sheet_fail(reader, SHEET_FOREIGN, 0, 0);
    } else if (decode_next(decoder, &text, &some)) {
        size_t line = declared(text, some);
        char separator = line ? text[4] : detected(reader, text, some, decoder->at == decoder->end);
        reader->report->separator = separator;
        csv_start(&csv, separator, reader, NULL);
        sheet_row_begin(reader, 1);
        bool going = feed(&csv, text + line, some - line);
        while (going && decode_next(decoder, &text, &some))
            going = feed(&csv, text, some);
        if (going && !decoder->bad)
            finish(&csv);
        if (going && decoder->bad)
            sheet_fail(reader, SHEET_ENCODING, csv.number, csv.column);
        buffer_free(&csv.cell);
    } else if (decoder->bad) {
        sheet_fail(reader, SHEET_ENCODING, 0, 0);
    }
    free(decoder);
}
