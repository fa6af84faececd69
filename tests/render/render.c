/* Golden pages: each document tests/render/<area>-<page>.<lang>.xml (`/` of the page's name is `-`) is rendered folded and
 * plain by the stylesheets of xslt/; both must give, byte for byte, the .html beside it, and the .ics, .atom, .csv or .fo where the page
 * has such a stylesheet; a print has its .fo, and as .html the page that asks for it. A document that says format="ics" is that only, for a calendar with statements of its own:
 * <area>-<page>-ics.<lang>.xml. tests/render/sample has stylesheets
 * of its own that use everything the view offers, with documents in sample/documents.
 *
 *   render                              tests, from the project's folder
 *   render write                        writes these files anew: look at the difference before you commit it
 *   render show XSLT DOCUMENT [plain]   prints one page: for trying a stylesheet while others are unfinished
 *   render show XSLT DOCUMENT .ics      the same in another format */
#include "../../fcgi/base/text.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/stylesheet.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static char error[2000];

static bool read_file(const char *path, struct buffer *bytes)
{
    char piece[65536];
    size_t length;
    buffer_clear(bytes);
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    while ((length = fread(piece, 1, sizeof piece, file)) > 0)
        buffer_add(bytes, piece, length);
    fclose(file);
    return bytes->length > 0 && !bytes->full;
}

/* The value of the first attribute `name` in the text: the root's. */
static void root_attribute(const struct buffer *xml, const char *name, char value[100])
{
    char pattern[40];
    snprintf(pattern, sizeof pattern, " %s=\"", name);
    const char *from = strstr(xml->bytes, pattern);
    from = from ? from + strlen(pattern) : "";
    snprintf(value, 100, "%.*s", (int)strcspn(from, "\""), from);
}

/* What a page is written as, each by a stylesheet of its own: the end of its name, and of the golden file's. */
static const char *const formats[][2] = {
    {"", ".html"},    {".ics", ".ics"},         {".atom", ".atom"}, {".elmo", ".elmo"},
    {".csv", ".csv"}, {".problem", ".problem"}, {".fo", ".fo"}};
/* What asks for a print: the page of every document of one. */
static const char ask[] = "prints/ask";
enum { FORMATS = sizeof formats / sizeof *formats };

static void page_name(const struct buffer *xml, const char *format, char page[220])
{
    char area[100], name[100];
    root_attribute(xml, "area", area);
    root_attribute(xml, "name", name);
    snprintf(page, 220, "%s/%s%s", area, name, format);
}

static bool render(struct stylesheets *sheets, const struct buffer *xml, const char *page,
                   struct buffer *out)
{
    snprintf(error, sizeof error, "%s is not rendered", page);
    struct document *document = document_read(arena, xml->bytes, xml->length, error, sizeof error);
    buffer_clear(out);
    bool good =
        document && stylesheets_render(sheets, page, document_lang(document), document, out);
    if (document)
        document_end(document);
    arena_reset(arena);
    return good;
}

static int show(const char *folder, const char *path, const char *format, bool fold)
{
    struct buffer xml, out;
    char page[220];
    buffer_init(&xml, 64 << 20);
    buffer_init(&out, 64 << 20);
    struct stylesheets *sheets = NULL;
    snprintf(error, sizeof error, "%s cannot be read", path);
    bool good = read_file(path, &xml);
    if (good) {
        page_name(&xml, format, page);
        sheets = stylesheets_load_page(folder, page, fold, error, sizeof error);
        good = sheets && render(sheets, &xml, page, &out);
    }
    if (good)
        fwrite(out.bytes, 1, out.length, stdout);
    else
        fprintf(stderr, "%s\n", error);
    buffer_free(&xml);
    buffer_free(&out);
    stylesheets_free(sheets);
    return good ? 0 : 1;
}

static bool same(const struct buffer *a, const struct buffer *b)
{
    return a->length == b->length && (!a->length || memcmp(a->bytes, b->bytes, a->length) == 0);
}

/* Where two texts part, for the reader of a failure. */
static void tell_difference(const struct buffer *made, const struct buffer *wanted)
{
    size_t at = 0;
    while (at < made->length && at < wanted->length && made->bytes[at] == wanted->bytes[at])
        at++;
    size_t from = at > 60 ? at - 60 : 0;
    printf("# byte %zu: made   %.120s\n", at, made->length > from ? made->bytes + from : "");
    printf("# byte %zu: wanted %.120s\n", at, wanted->length > from ? wanted->bytes + from : "");
}

/* folder/name.xml as `format` by both ways of rendering, against folder/name<end>. */
static bool test_format(struct stylesheets *folded, struct stylesheets *plain,
                        const struct buffer *xml, const char *page, const char *golden, bool write)
{
    struct buffer buffers[3];
    for (int i = 0; i < 3; i++)
        buffer_init(&buffers[i], 64 << 20);
    struct buffer *fast = &buffers[0], *slow = &buffers[1], *wanted = &buffers[2];
    bool good = render(folded, xml, page, fast) && render(plain, xml, page, slow);
    if (!good)
        printf("# %s\n", error);
    if (good && !(good = same(fast, slow))) {
        printf("# folded and plain differ\n");
        tell_difference(fast, slow);
    }
    FILE *file = good && write ? fopen(golden, "wb") : NULL;
    if (file) {
        fwrite(fast->bytes, 1, fast->length, file);
        fclose(file);
    }
    if (good && !(good = read_file(golden, wanted) && same(fast, wanted)))
        tell_difference(fast, wanted);
    printf("%s %s\n", good ? "ok" : "not ok", golden);
    for (int i = 0; i < 3; i++)
        buffer_free(&buffers[i]);
    return good;
}

/* Whether a document of its own, <area>-<page>-<format>.…, shows the page in that format. */
static bool has_own(const char *page, const char *format, struct dirent **entries, int count)
{
    char start[300];
    int length = snprintf(start, sizeof start, "%.*s-%s.", (int)(strlen(page) - strlen(format)),
                          page, format + 1);
    *strchr(start, '/') = '-';
    for (int i = 0; i < count; i++)
        if (strncmp(entries[i]->d_name, start, (size_t)length) == 0)
            return true;
    return false;
}

static bool test_document(struct stylesheets *folded, struct stylesheets *plain, const char *folder,
                          const char *name, bool write, struct dirent **entries, int count)
{
    char path[1000], golden[1000], page[220], only[100];
    struct buffer xml;
    buffer_init(&xml, 64 << 20);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    bool good = read_file(path, &xml);
    if (!good)
        printf("not ok %s cannot be read\n", path);
    else
        root_attribute(&xml, "format", only);
    for (int i = 0; good && i < FORMATS; i++) {
        page_name(&xml, formats[i][0], page);
        if (i == 0 && !*only && !stylesheets_have(folded, page))
            snprintf(page, sizeof page, "%s", ask);
        if (*only ? strcmp(formats[i][0] + (i > 0), only) != 0
                  : i > 0 && (!stylesheets_have(folded, page) ||
                              has_own(page, formats[i][0], entries, count)))
            continue;
        snprintf(golden, sizeof golden, "%.*s%s", (int)strlen(path) - 4, path, formats[i][1]);
        good = test_format(folded, plain, &xml, page, golden, write);
    }
    buffer_free(&xml);
    return good;
}

/* Whether some document is named like the stylesheet: ordering/order (.ics, .atom) → ordering-order.<lang>.xml, or with more
 * after a -. */
static bool has_document(const char *sheet, struct dirent **entries, int count)
{
    char start[300];
    int length = snprintf(start, sizeof start, "%s", sheet);
    for (int i = 1; i < FORMATS; i++) {
        int end = (int)strlen(formats[i][0]);
        if (length > end && strcmp(sheet + length - end, formats[i][0]) == 0)
            length -= end;
    }
    *strchr(start, '/') = '-';
    for (int i = 0; i < count; i++)
        if (strncmp(entries[i]->d_name, start, (size_t)length) == 0 &&
            strchr(".-", entries[i]->d_name[length]))
            return true;
    return false;
}

static bool test_coverage(const struct stylesheets *sheets, const char *xslt,
                          struct dirent **entries, int count)
{
    bool good = true;
    for (size_t i = 0; i < stylesheets_count(sheets); i++) {
        if (has_document(stylesheets_name(sheets, i), entries, count) ||
            text_equal(stylesheets_name(sheets, i), ask))
            continue;
        printf("# %s has no document\n", stylesheets_name(sheets, i));
        good = false;
    }
    printf("%s every stylesheet of %s has a document\n", good ? "ok" : "not ok", xslt);
    return good;
}

static int is_document(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static bool test_folder(const char *xslt, const char *documents, bool write)
{
    struct dirent **entries = NULL;
    bool good = true;
    struct stylesheets *folded = stylesheets_load(xslt, true, error, sizeof error);
    struct stylesheets *plain = folded ? stylesheets_load(xslt, false, error, sizeof error) : NULL;
    if (!plain)
        printf("# %s\n", error);
    printf("%s stylesheets of %s load in all languages\n", plain ? "ok" : "not ok", xslt);
    int count = plain ? scandir(documents, &entries, is_document, alphasort) : 0;
    if (plain)
        good = test_coverage(plain, xslt, entries, count);
    for (int i = 0; i < count; i++) {
        good = test_document(folded, plain, documents, entries[i]->d_name, write, entries, count) &&
               good;
    }
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    stylesheets_free(folded);
    stylesheets_free(plain);
    return plain && good;
}

int main(int count, char **words)
{
    bool write = count == 2 && text_equal(words[1], "write");
    time_start();
    view_start();
    arena = arena_new((size_t)512 << 20);
    int status = 2;
    if (count >= 4 && text_equal(words[1], "show")) {
        bool other = count > 4 && words[4][0] == '.';
        status = show(words[2], words[3], other ? words[4] : "", count < 5 || other);
    } else if (count == 1 || write) {
        bool sample = test_folder("tests/render/sample", "tests/render/sample/documents", write);
        status = test_folder("xslt", "tests/render", write) && sample ? 0 : 1;
    } else {
        fprintf(stderr,
                "render [write | show XSLT-FOLDER DOCUMENT [plain | .ics | .atom | .fo]]\n");
    }
    arena_free(arena);
    return status;
}
