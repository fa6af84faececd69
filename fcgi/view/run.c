#include "run.h"

#include "../base/heap.h"
#include "label.h"
#include "language.h"

#include <stdlib.h>
#include <string.h>

enum { RUN_MAXIMUM = 1 << 24 };

enum piece_kind {
    PIECE_STATIC,
    PIECE_VALUE,
    PIECE_ADDRESS,
    PIECE_ADDRESS_END,
    PIECE_TEST,
    PIECE_JUMP,
    PIECE_MARK
};
struct piece {
    enum piece_kind kind;
    enum html_place place;          /* of a value */
    size_t start, length;           /* of static text, in `text` */
    const struct expression *value; /* owned by the run, or a label's */
    const struct condition *condition;
    size_t target; /* a marker's number; once settled, of a test and a jump, where to go on */
};
struct pieces {
    struct piece *items;
    size_t count;
    struct buffer text;
};
struct run {
    struct pieces pieces;
    struct pieces languages[LANGUAGE_COUNT]; /* when it holds labels */
    bool labelled;
    struct expression **values; /* to free */
    size_t value_count;
    struct condition **conditions; /* to free */
    size_t condition_count;
    size_t markers;
};

struct run *run_new(void)
{
    struct run *run = heap_alloc(sizeof *run);
    buffer_init(&run->pieces.text, RUN_MAXIMUM);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        buffer_init(&run->languages[i].text, RUN_MAXIMUM);
    return run;
}

static void pieces_free(struct pieces *pieces)
{
    free(pieces->items);
    buffer_free(&pieces->text);
    *pieces = (struct pieces){.text = pieces->text};
}

void run_free(struct run *run)
{
    pieces_free(&run->pieces);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        pieces_free(&run->languages[i]);
    for (size_t i = 0; i < run->value_count; i++)
        expression_free(run->values[i]);
    for (size_t i = 0; i < run->condition_count; i++)
        condition_free(run->conditions[i]);
    free(run->conditions);
    free(run->values);
    free(run);
}

static struct piece *add(struct pieces *pieces, enum piece_kind kind)
{
    pieces->items = heap_grow(pieces->items, pieces->count + 1, sizeof *pieces->items);
    pieces->items[pieces->count] = (struct piece){.kind = kind, .start = pieces->text.length};
    return &pieces->items[pieces->count++];
}

static void add_text(struct pieces *pieces, enum html_place place, const char *text)
{
    if (!*text)
        return;
    if (!pieces->count || pieces->items[pieces->count - 1].kind != PIECE_STATIC)
        add(pieces, PIECE_STATIC);
    html_escape(&pieces->text, place, text);
    struct piece *last = &pieces->items[pieces->count - 1];
    last->length = pieces->text.length - last->start;
}

static void add_value(struct pieces *pieces, enum html_place place, const struct expression *value)
{
    struct piece *piece = add(pieces, PIECE_VALUE);
    piece->place = place;
    piece->value = value;
}

void run_markup(struct run *run, const char *markup)
{
    add_text(&run->pieces, HTML_PLAIN, markup);
}

void run_text(struct run *run, enum html_place place, const char *text)
{
    add_text(&run->pieces, place, text);
}

void run_value(struct run *run, enum html_place place, struct expression *value)
{
    run->values = heap_grow(run->values, run->value_count + 1, sizeof(struct expression *));
    run->values[run->value_count++] = value;
    add_value(&run->pieces, place, value);
}

void run_address(struct run *run)
{
    add(&run->pieces, PIECE_ADDRESS);
}

void run_address_end(struct run *run)
{
    add(&run->pieces, PIECE_ADDRESS_END);
}

size_t run_marker(struct run *run)
{
    return run->markers++;
}

void run_test(struct run *run, struct condition *condition, size_t otherwise)
{
    run->conditions =
        heap_grow(run->conditions, run->condition_count + 1, sizeof(struct condition *));
    run->conditions[run->condition_count++] = condition;
    struct piece *piece = add(&run->pieces, PIECE_TEST);
    piece->condition = condition;
    piece->target = otherwise;
}

void run_jump(struct run *run, size_t marker)
{
    add(&run->pieces, PIECE_JUMP)->target = marker;
}

void run_mark(struct run *run, size_t marker)
{
    add(&run->pieces, PIECE_MARK)->target = marker;
}

static void add_label(struct pieces *pieces, enum html_place place, const struct label *label,
                      int language)
{
    size_t count;
    const struct label_part *parts = label_parts(label, language, &count);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].value)
            add_value(pieces, place, parts[i].value);
        else
            add_text(pieces, place, parts[i].text);
    }
}

/* Finds the places markers stand for, and gives back what growing reserved beyond need: there are thousands of runs. */
static void settle(struct pieces *pieces, size_t markers)
{
    size_t *places = heap_alloc(markers * sizeof *places);
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->items[i].kind == PIECE_MARK)
            places[pieces->items[i].target] = i;
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->items[i].kind == PIECE_TEST || pieces->items[i].kind == PIECE_JUMP)
            pieces->items[i].target = places[pieces->items[i].target];
    free(places);
    struct buffer *text = &pieces->text;
    if (text->bytes) {
        text->bytes = heap_grow(text->bytes, text->length + 1, 1);
        text->capacity = text->length + 1;
    }
}

static void translate(struct run *run, const struct labels *labels, int language)
{
    struct pieces *made = &run->languages[language];
    char *text = heap_alloc(run->pieces.text.length + 1);
    for (size_t i = 0; i < run->pieces.count; i++) {
        const struct piece *piece = &run->pieces.items[i];
        const char *key = piece->value ? expression_key(piece->value) : NULL;
        const struct label *label = key ? labels_find(labels, key) : NULL;
        if (label) {
            add_label(made, piece->place, label, language);
        } else if (piece->kind == PIECE_STATIC) {
            memcpy(text, run->pieces.text.bytes + piece->start, piece->length);
            text[piece->length] = 0;
            add_text(made, HTML_PLAIN, text);
        } else if (piece->kind == PIECE_VALUE) {
            add_value(made, piece->place, piece->value);
        } else {
            struct piece *same = add(made, piece->kind);
            same->condition = piece->condition;
            same->target = piece->target;
        }
    }
    free(text);
    settle(made, run->markers);
}

void run_finish(struct run *run, const struct labels *labels)
{
    for (size_t i = 0; i < run->value_count; i++)
        run->labelled = run->labelled || expression_key(run->values[i]);
    for (int language = 0; run->labelled && language < LANGUAGE_COUNT; language++)
        translate(run, labels, language);
    if (run->labelled)
        pieces_free(&run->pieces);
    settle(&run->pieces, run->markers);
}

void run_write(const struct run *run, const struct scope *scope)
{
    const struct pieces *pieces =
        run->labelled ? &run->languages[scope->render->language] : &run->pieces;
    struct buffer *raw = scope->render->raw;
    size_t address = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        switch (piece->kind) {
        case PIECE_STATIC:
            buffer_add(raw, pieces->text.bytes + piece->start, piece->length);
            break;
        case PIECE_VALUE:
            expression_append(piece->value, scope, piece->place, raw);
            break;
        case PIECE_ADDRESS:
            address = raw->length;
            break;
        case PIECE_ADDRESS_END:
            html_check_address(raw, address);
            break;
        case PIECE_TEST:
            i = condition_holds(piece->condition, scope) ? i : piece->target;
            break;
        case PIECE_JUMP:
            i = piece->target;
            break;
        case PIECE_MARK:
            break;
        }
    }
}
