/* Which part of the package is the sheet: _rels/.rels → workbook → its relationships. */
#ifndef SHEET_BOOK_H
#define SHEET_BOOK_H
#include "package.h"
#include "xml.h"

enum { PART_NAME = 256 };

struct book {
    char sheet[PART_NAME], strings[PART_NAME], styles[PART_NAME]; /* "" when there is none */
    bool since_1904;
};

/* SHEET_FOREIGN when it is some other kind of package, SHEET_OLD for .ods and .xlsb, SHEET_EMPTY when
 * no worksheet is visible. */
enum sheet_result book_find(const struct package *package, struct book *book);

/* Reads the part `name` as XML. */
enum sheet_result book_read(const struct package *package, const char *name,
                            const struct xml_reader *reader, void *context);

/* The part that `target` means in a list of the part `from` ("" for the package itself); false when it
 * leads outside or is too long. */
bool book_part(char name[PART_NAME], const char *from, const char *target);

/* Reading of one list, and of the workbook: for tests. */
enum { RELATIONS_MOST = 2048, RELATION_ID = 64 };
struct relation {
    char
        type; /* 'w' worksheet, 's' shared strings, 'f' formats (styles), 'd' the document itself */
    char id[RELATION_ID];
    char part[PART_NAME];
};
struct relations {
    const char *from;
    size_t count;
    struct relation *items; /* on the heap */
};
struct workbook {
    const struct relations *relations;
    bool since_1904, any; /* any: it has a sheet at all */
    const struct relation *sheet;
    bool is_workbook;
};
extern const struct xml_reader relations_reader, workbook_reader;
#endif
