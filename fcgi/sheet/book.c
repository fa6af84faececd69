#include "book.h"

#include "../base/heap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { RELATIONS = 1, RELATION };
enum { WORKBOOK = 1, PROPERTIES, SHEETS, SHEET };

bool book_part(char name[PART_NAME], const char *from, const char *target)
{
    const char *slash = strrchr(from, '/');
    size_t length = slash && *target != '/' ? (size_t)(slash - from) : 0;
    memcpy(name, from, length);
    while (*target) {
        size_t step = strcspn(target, "/");
        if (step == 2 && target[0] == '.' && target[1] == '.') {
            if (!length)
                return false;
            while (length && name[--length] != '/')
                ;
        } else if (step && !(step == 1 && *target == '.')) {
            if (length + step + 2 > PART_NAME)
                return false;
            if (length)
                name[length++] = '/';
            memcpy(name + length, target, step);
            length += step;
        }
        target += step + (target[step] == '/');
    }
    name[length] = 0;
    return length > 0;
}

static char relation_type(const char *type)
{
    static const struct {
        const char *end;
        char type;
    } known[] = {
        {"/worksheet", 'w'}, {"/sharedStrings", 's'}, {"/styles", 'f'}, {"/officeDocument", 'd'}};
    const char *end = strrchr(type, '/');
    for (size_t i = 0; end && i < sizeof known / sizeof *known; i++)
        if (strcmp(end, known[i].end) == 0)
            return known[i].type;
    return 0;
}

static void relations_element(struct xml *xml, unsigned kind)
{
    struct relations *relations = xml->context;
    char type[PART_NAME], target[PART_NAME], mode[16];
    if (kind != RELATION || xml_above(xml, 1) != RELATIONS)
        return;
    struct relation relation = {0};
    if (!xml_attribute(xml, "Type", type, sizeof type) || !(relation.type = relation_type(type)))
        return;
    if (xml_attribute(xml, "TargetMode", mode, sizeof mode) && strcasecmp(mode, "Internal") != 0)
        return;
    if (relations->count == RELATIONS_MOST) {
        xml_fail(xml, SHEET_HOSTILE);
        return;
    }
    if (!xml_attribute(xml, "Id", relation.id, sizeof relation.id) ||
        !xml_attribute(xml, "Target", target, sizeof target) ||
        !book_part(relation.part, relations->from, target)) {
        xml_fail(xml, SHEET_DAMAGED);
        return;
    }
    relations->items = heap_grow(relations->items, relations->count + 1, sizeof *relations->items);
    relations->items[relations->count++] = relation;
}

static const char *const relation_names[] = {"Relationships", "Relationship", NULL};
const struct xml_reader relations_reader = {relation_names, relations_element, NULL, NULL};

static const struct relation *relation_find(const struct relations *relations, char type,
                                            const char *id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (relations->items[i].type == type && (!id || strcmp(relations->items[i].id, id) == 0))
            return &relations->items[i];
    return NULL;
}

static void workbook_element(struct xml *xml, unsigned kind)
{
    struct workbook *book = xml->context;
    char value[RELATION_ID];
    if (kind == WORKBOOK && xml->depth == 1)
        book->is_workbook = true;
    if (kind == PROPERTIES && xml_above(xml, 1) == WORKBOOK &&
        xml_attribute(xml, "date1904", value, sizeof value))
        book->since_1904 = strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
    if (kind != SHEET || xml_above(xml, 1) != SHEETS || book->sheet)
        return;
    book->any = true;
    if (xml_attribute(xml, "state", value, sizeof value) && strcmp(value, "visible") != 0)
        return;
    if (xml_attribute(xml, "r:id", value, sizeof value))
        book->sheet = relation_find(book->relations, 'w', value);
}

static const char *const workbook_names[] = {"workbook", "workbookPr", "sheets", "sheet", NULL};
const struct xml_reader workbook_reader = {workbook_names, workbook_element, NULL, NULL};

enum sheet_result book_read(const struct package *package, const char *name,
                            const struct xml_reader *reader, void *context)
{
    struct xml xml;
    xml_start(&xml, reader, context);
    enum sheet_result read = package_read(package, name, xml_feed, &xml);
    enum sheet_result understood = xml_end(&xml);
    return read == SHEET_OK || read == SHEET_STOPPED ? understood : read;
}

static void relation_copy(char part[PART_NAME], const struct relation *relation)
{
    snprintf(part, PART_NAME, "%s", relation ? relation->part : "");
}

static enum sheet_result find_sheet(const struct package *package, const char *name,
                                    struct relations *relations, struct book *book)
{
    struct workbook workbook = {.relations = relations};
    char list[PART_NAME + 16];
    const char *slash = strrchr(name, '/'), *file = slash ? slash + 1 : name;
    snprintf(list, sizeof list, "%.*s_rels/%s.rels", (int)(file - name), name, file);
    relations->from = name;
    enum sheet_result result = SHEET_OK;
    if (package_has(package, list))
        result = book_read(package, list, &relations_reader, relations);
    if (result == SHEET_OK)
        result = book_read(package, name, &workbook_reader, &workbook);
    if (result != SHEET_OK)
        return result;
    if (!workbook.is_workbook)
        return SHEET_FOREIGN;
    relation_copy(book->sheet, workbook.sheet);
    relation_copy(book->strings, relation_find(relations, 's', NULL));
    relation_copy(book->styles, relation_find(relations, 'f', NULL));
    book->since_1904 = workbook.since_1904;
    return workbook.sheet ? SHEET_OK : workbook.any ? SHEET_EMPTY : SHEET_DAMAGED;
}

static bool feed_type(void *context, const char *bytes, size_t length)
{
    static const char type[] = "application/vnd.oasis.opendocument";
    bool *open = context;
    *open = length >= sizeof type - 1 && memcmp(bytes, type, sizeof type - 1) == 0;
    return false;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcasecmp(text + length - tail, end) == 0;
}

enum sheet_result book_find(const struct package *package, struct book *book)
{
    struct relations relations = {.from = ""};
    bool open_document = false;
    if (package_has(package, "mimetype"))
        package_read(package, "mimetype", feed_type, &open_document);
    if (open_document)
        return SHEET_OLD;
    if (!package_has(package, "_rels/.rels"))
        return SHEET_FOREIGN;
    enum sheet_result result = book_read(package, "_rels/.rels", &relations_reader, &relations);
    const struct relation *document = relation_find(&relations, 'd', NULL);
    char name[PART_NAME];
    relation_copy(name, document);
    free(relations.items);
    if (result != SHEET_OK)
        return result;
    if (!document)
        return SHEET_FOREIGN;
    if (ends_with(name, ".bin"))
        return SHEET_OLD;
    relations = (struct relations){0};
    result = find_sheet(package, name, &relations, book);
    free(relations.items);
    return result;
}
