#include "styles.h"

#include "../base/text.h"

enum { STYLE_SHEET = 1, NUMBER_FORMATS, NUMBER_FORMAT, CELL_STYLES, STYLE };

static bool identifier(const struct xml *xml, int64_t *id)
{
    char text[20];
    return xml_attribute(xml, "numFmtId", text, sizeof text) &&
           text_integer(text, 0, STYLES_MOST - 1, id);
}

static void styles_element(struct xml *xml, unsigned kind)
{
    struct styles *styles = xml->context;
    char code[512];
    int64_t id;
    if (kind == NUMBER_FORMAT && xml_above(xml, 1) == NUMBER_FORMATS && identifier(xml, &id) &&
        xml_attribute(xml, "formatCode", code, sizeof code)) {
        styles->own[id] = true;
        styles->own_format[id] = (unsigned char)number_format_of(code);
    }
    if (kind == STYLE && xml_above(xml, 1) == CELL_STYLES && styles->count < STYLES_MOST)
        styles->ids[styles->count++] = identifier(xml, &id) ? (uint16_t)id : 0;
}

static const char *const names[] = {"styleSheet", "numFmts", "numFmt", "cellXfs", "xf", NULL};
const struct xml_reader styles_reader = {names, styles_element, NULL, NULL};

enum number_format styles_format(const struct styles *styles, size_t style)
{
    if (style >= styles->count)
        return NUMBER_PLAIN;
    uint16_t id = styles->ids[style];
    return styles->own[id] ? styles->own_format[id] : number_format_built_in(id);
}
