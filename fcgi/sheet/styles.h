/* How cells are shown, as far as it tells days from numbers: xl/styles.xml. */
#ifndef SHEET_STYLES_H
#define SHEET_STYLES_H
#include "number.h"
#include "xml.h"

#include <stdint.h>

enum { STYLES_MOST = 65536 };

struct styles {
    size_t count;
    uint16_t ids[STYLES_MOST]; /* of each style's number format */
    bool own[STYLES_MOST];     /* of each number format: does the file say what it is? */
    unsigned char own_format[STYLES_MOST]; /* then enum number_format */
};

/* Reads into a struct styles of zeros; formats and styles beyond STYLES_MOST are plain numbers. */
extern const struct xml_reader styles_reader;

enum number_format styles_format(const struct styles *styles, size_t style);
#endif
