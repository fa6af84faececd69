#include "csv.h"

#include <string.h>

void csv_start(struct csv *csv, struct buffer *out, const char *lang)
{
    *csv = (struct csv){out, strcmp(lang, "en") == 0 ? ',' : ';', false};
    buffer_text(out, "\xEF\xBB\xBF");
}

/* -5, +4.25, -7,5 */
static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    text += whole;
    if (whole && (*text == '.' || *text == ',')) {
        size_t part = strspn(text + 1, "0123456789");
        text += part ? part + 1 : 0;
    }
    return whole && !*text;
}

/* Spaces before do not keep a spreadsheet from reading a formula. */
static bool is_formula(const char *text)
{
    const char *first = text + strspn(text, " ");
    return *first && strchr("=+-@\t\r\n", *first) && !is_number(first);
}

void csv_cell(struct csv *csv, const char *text)
{
    struct buffer *out = csv->out;
    if (csv->row_begun)
        buffer_char(out, csv->separator);
    csv->row_begun = true;
    if (!text || !*text)
        return;
    bool formula = is_formula(text);
    const char special[] = {'"', '\r', '\n', '\t', csv->separator, 0};
    if (!formula && !strpbrk(text, special) && text[0] != ' ' && text[strlen(text) - 1] != ' ') {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, formula ? "\"'" : "\"");
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        buffer_add(out, text, (size_t)(quote - text));
        buffer_text(out, "\"\"");
    }
    buffer_text(out, text);
    buffer_char(out, '"');
}

void csv_row_end(struct csv *csv)
{
    buffer_text(csv->out, "\r\n");
    csv->row_begun = false;
}
