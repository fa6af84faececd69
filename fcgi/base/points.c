#include "points.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char digits[] = "0123456789";

bool points_parse(int64_t *hundredths, const char *text)
{
    size_t whole = strspn(text, digits), part = 0;
    int64_t value = 0;
    if (whole == 0 || whole > 9)
        return false;
    for (size_t i = 0; i < whole; i++)
        value = value * 10 + (text[i] - '0');
    if (text[whole] == '.') {
        part = strspn(text + whole + 1, digits);
        if (part == 0)
            return false;
        part++;
    }
    if (text[whole + part] != 0)
        return false;
    for (size_t i = 1; i <= 2; i++)
        value = value * 10 + (i < part ? text[whole + i] - '0' : 0);
    for (size_t i = 3; i < part; i++)
        if (text[whole + i] != '0')
            return false;
    *hundredths = value;
    return true;
}

void points_text(char text[POINTS_TEXT], int64_t hundredths)
{
    int64_t part = hundredths % 100;
    if (part == 0)
        snprintf(text, POINTS_TEXT, "%" PRId64, hundredths / 100);
    else if (part % 10 == 0)
        snprintf(text, POINTS_TEXT, "%" PRId64 ".%" PRId64, hundredths / 100, part / 10);
    else
        snprintf(text, POINTS_TEXT, "%" PRId64 ".%02" PRId64, hundredths / 100, part);
}

bool points_equal(const char *one, const char *other)
{
    int64_t first, second;
    bool no_one = !one || !*one, no_other = !other || !*other;
    if (no_one || no_other)
        return no_one && no_other;
    return points_parse(&first, one) && points_parse(&second, other) && first == second;
}

bool points_boundaries_good(const struct points_boundary *boundaries, size_t count, int64_t most,
                            size_t *wrong)
{
    for (size_t i = 0; i < count; i++) {
        bool good = boundaries[i].from <= most;
        for (size_t j = 0; good && j < count; j++)
            good = boundaries[j].position >= boundaries[i].position ||
                   boundaries[j].from < boundaries[i].from;
        if (!good) {
            *wrong = i;
            return false;
        }
    }
    return true;
}

int64_t points_grade(const struct points_boundary *boundaries, size_t count, int64_t hundredths)
{
    int64_t best = 1;
    for (size_t i = 0; i < count; i++)
        if (hundredths >= boundaries[i].from && boundaries[i].position > best)
            best = boundaries[i].position;
    return best;
}
