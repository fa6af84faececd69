#include "../base/text.h"
#include "docx.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FIELDS_DEEPEST = 16, CODE_LONGEST = 200 };

/* Fields stand in the text as begin, code, separate, what was last shown, end; one within another. */
struct field {
    char code[CODE_LONGEST];
    bool shows, hidden;
};
struct cleaning {
    const char *const *lost;
    struct field fields[FIELDS_DEEPEST];
    size_t depth;
};

/* Elements that identify a document, a machine or a template, or that lead to what was left out. */
static bool element_tells(const xmlNode *element)
{
    static const char *const names[] = {"rsids",
                                        "docVars",
                                        "docId",
                                        "docVar",
                                        "mailMerge",
                                        "dataBinding",
                                        "nsid",
                                        "tmpl",
                                        "writeProtection",
                                        "documentProtection",
                                        "activeWritingStyle",
                                        "saveThroughXslt",
                                        "creationId",
                                        "rowId",
                                        "colId",
                                        "dataHash",
                                        "attachedSchema",
                                        "smartTagPr",
                                        "externalData",
                                        "autoUpdate",
                                        "proofState"};
    return TEXT_AMONG((const char *)element->name, names);
}

/* Words that begin a field which shows who, when or where. */
static bool code_tells(const char *code)
{
    static const char *const words[] = {"AUTHOR",      "LASTSAVEDBY", "USERNAME", "USERINITIALS",
                                        "USERADDRESS", "FILENAME",    "SAVEDATE", "CREATEDATE",
                                        "PRINTDATE",   "EDITTIME",    "TEMPLATE", "REVNUM"};
    static const char *const properties[] = {"AUTHOR", "LASTSAVED", "COMPANY", "MANAGER",
                                             "FILENAME"};
    char word[24];
    code += strspn(code, " \t");
    size_t length = strcspn(code, " \t\\");
    if (length >= sizeof word)
        return false;
    for (size_t i = 0; i <= length; i++)
        word[i] = (char)(i < length && code[i] >= 'a' && code[i] <= 'z' ? code[i] - 32
                         : i < length                                   ? code[i]
                                                                        : 0);
    if (TEXT_AMONG(word, words))
        return true;
    if (strcmp(word, "DOCPROPERTY") != 0 && strcmp(word, "INFO") != 0)
        return false;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (strcasestr(code, properties[i]))
            return true;
    return false;
}

static bool is_lost(const struct cleaning *cleaning, const char *id)
{
    for (const char *const *lost = cleaning->lost; id && *lost; lost++)
        if (strcmp(*lost, id) == 0)
            return true;
    return false;
}

static bool is_relationship(const xmlAttr *attribute)
{
    return attribute->ns && strstr((const char *)attribute->ns->href, "/officeDocument/") &&
           strstr((const char *)attribute->ns->href, "elationships");
}

static bool attribute_tells(const xmlNode *element, const xmlAttr *attribute, const char *value)
{
    static const char *const names[] = {"paraId",    "textId",     "anchorId", "editId",
                                        "durableId", "gfxdata",    "dateUtc",  "initials",
                                        "userId",    "providerId", "rsid"};
    const char *name = (const char *)attribute->name;
    return strncmp(name, "rsid", 4) == 0 || TEXT_AMONG(name, names) ||
           (attribute->ns && strcmp(name, "date") == 0) ||
           ((strcmp(name, "descr") == 0 || strcmp(name, "alt") == 0 ||
             strcmp(name, "title") == 0) &&
            tree_names_file(value)) ||
           (strcmp(name, "title") == 0 && tree_is(element, "imagedata"));
}

/* False: the element itself must go, since what it shows is gone. */
static bool clean_attributes(struct cleaning *cleaning, xmlNode *element)
{
    for (xmlAttr *attribute = element->properties, *next; attribute; attribute = next) {
        next = attribute->next;
        const char *value = tree_value(element, (const char *)attribute->name);
        if (is_relationship(attribute) &&
            is_lost(cleaning,
                    attribute->children ? (const char *)attribute->children->content : NULL)) {
            if (!tree_is(element, "hyperlink"))
                return false;
            tree_remove(attribute); /* its words stay */
        } else if (attribute_tells(element, attribute, value)) {
            tree_remove(attribute);
        }
    }
    if (tree_value(element, "author"))
        tree_set(element, "author", "Author");
    if (tree_is(element, "docPr") || tree_is(element, "cNvPr"))
        tree_set(element, "name", "Picture");
    return true;
}

static void follow_field(struct cleaning *cleaning, const char *type)
{
    if (!type)
        return;
    if (strcmp(type, "begin") == 0 && cleaning->depth < FIELDS_DEEPEST) {
        cleaning->fields[cleaning->depth++] = (struct field){0};
    } else if (strcmp(type, "separate") == 0 && cleaning->depth > 0) {
        struct field *field = &cleaning->fields[cleaning->depth - 1];
        field->shows = true;
        field->hidden = code_tells(field->code);
    } else if (strcmp(type, "end") == 0 && cleaning->depth > 0) {
        cleaning->depth--;
    }
}

static void read_code(struct cleaning *cleaning, const xmlNode *element)
{
    if (cleaning->depth == 0 || !element->children || !element->children->content)
        return;
    struct field *field = &cleaning->fields[cleaning->depth - 1];
    size_t length = strlen(field->code);
    strncat(field->code, (const char *)element->children->content, CODE_LONGEST - 1 - length);
}

static bool visit(void *context, xmlNode *element)
{
    struct cleaning *cleaning = context;
    if (element_tells(element) || !clean_attributes(cleaning, element))
        return true;
    if (tree_is(element, "fldChar"))
        follow_field(cleaning, tree_value(element, "fldCharType"));
    else if (tree_is(element, "instrText"))
        read_code(cleaning, element);
    else if (tree_is(element, "fldSimple") && tree_value(element, "instr") &&
             code_tells(tree_value(element, "instr")))
        tree_blank(element);
    else if (tree_is(element, "t"))
        for (size_t i = 0; i < cleaning->depth; i++)
            if (cleaning->fields[i].shows && cleaning->fields[i].hidden)
                tree_blank(element);
    return false;
}

void docx_clean_tree(xmlDoc *tree, const char *const *lost)
{
    struct cleaning cleaning = {.lost = lost};
    tree_walk(tree, visit, NULL, &cleaning);
}
