/* What a number in a spreadsheet means: how it is shown says whether it is a day. */
#ifndef SHEET_NUMBER_H
#define SHEET_NUMBER_H
#include <stdbool.h>
#include <stddef.h>

enum number_format {
    NUMBER_PLAIN,
    NUMBER_DATE,      /* 2027-01-31 */
    NUMBER_TIME,      /* 08:30, or 08:30:15 */
    NUMBER_DATE_TIME, /* 2027-01-31T08:30; midnight as the day only */
    NUMBER_ELAPSED    /* 26:30, hours beyond a day */
};

enum number_format number_format_built_in(unsigned id);
/* By the format's code, as in "d. mmmm yyyy;@". */
enum number_format number_format_of(const char *code);

enum { NUMBER_TEXT = 64 };
/* `value` as the file has it. Days are counted from 1900 as Excel does (with its 29 February 1900),
 * or from 1904. A date beyond what there is stays a number. False when it is none. */
bool number_text(char text[NUMBER_TEXT], const char *value, enum number_format format,
                 bool since_1904);
#endif
