/* Renders one document by hand: render XSLT-FOLDER DOCUMENT.xml [plain]
 * The page is the one the document's root names (area, name), or the third word after `plain`. For
 * trying a stylesheet while the rest of the house is unfinished. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/stylesheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *attribute(const char *xml, const char *name)
{
    char pattern[40];
    snprintf(pattern, sizeof pattern, " %s=\"", name);
    const char *from = strstr(xml, pattern);
    if (!from)
        return strdup("");
    from += strlen(pattern);
    return strndup(from, strcspn(from, "\""));
}

int main(int count, char **words)
{
    char error[1000] = "", page[300];
    if (count < 3) {
        fprintf(stderr, "render XSLT-FOLDER DOCUMENT.xml [plain]\n");
        return 2;
    }
    static char xml[4 << 20];
    FILE *file = fopen(words[2], "rb");
    size_t length = file ? fread(xml, 1, sizeof xml - 1, file) : 0;
    if (file)
        fclose(file);
    char *area = attribute(xml, "area"), *name = attribute(xml, "name");
    snprintf(page, sizeof page, "%s/%s", area, name);
    time_start();
    view_start();
    struct stylesheets *sheets =
        stylesheets_load_page(words[1], page, count < 4, error, sizeof error);
    struct arena *arena = arena_new((size_t)256 << 20);
    struct document *document =
        sheets ? document_read(arena, xml, length, error, sizeof error) : NULL;
    struct buffer out;
    buffer_init(&out, 32 << 20);
    bool good =
        document && stylesheets_render(sheets, page, document_lang(document), document, &out);
    if (document)
        document_end(document);
    if (good)
        fwrite(out.bytes, 1, out.length, stdout);
    else
        fprintf(stderr, "%s\n", error);
    buffer_free(&out);
    arena_free(arena);
    stylesheets_free(sheets);
    free(area);
    free(name);
    return good ? 0 : 1;
}
