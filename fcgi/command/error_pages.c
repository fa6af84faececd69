#include "../base/time.h"
#include "../server/problem.h"
#include "../view/document.h"
#include "../view/stylesheet.h"
#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The page shows the request's id, which only nginx knows when it sends the page: it finds a directive (ssi) in its
 * place. */
static const char request_place[] = "praktikum-request-id";
static const char request_directive[] = "<!--# echo var=\"request_id\" -->";

static bool write_bytes(const struct buffer *bytes, FILE *file)
{
    const char *place = memmem(bytes->bytes, bytes->length, request_place, strlen(request_place));
    if (!place)
        return false;
    size_t before = (size_t)(place - bytes->bytes);
    size_t after = before + strlen(request_place);
    return fwrite(bytes->bytes, 1, before, file) == before && fputs(request_directive, file) >= 0 &&
           fwrite(bytes->bytes + after, 1, bytes->length - after, file) == bytes->length - after;
}

/* For people, and for programs (server/problem.h). */
static const struct kind {
    const char *sheet, *element, *end;
} kinds[] = {{"error/error", "error", "html"}, {"error/error.problem", "problem", "xml"}};

static bool write_page(struct stylesheets *sheets, struct arena *arena, const char *folder,
                       const struct kind *kind, int status, const char *lang)
{
    struct buffer bytes;
    char path[4096];
    buffer_init(&bytes, (size_t)1 << 20);
    struct document *document = document_new(arena, lang);
    struct node *root = document_root(document);
    document_attribute(document, root, "area", "error");
    document_attribute(document, root, "name", "error");
    document_attribute(document, root, "lang", lang);
    document_attribute(document, root, "path", "/");
    document_attribute(document, root, "request", request_place);
    struct node *error = document_element(document, root, kind->element);
    document_attribute_integer(document, error, "status", status);
    document_attribute(document, error, "kind", problem_kind(status));
    bool good = stylesheets_render(sheets, kind->sheet, lang, document, &bytes);
    document_end(document);
    arena_reset(arena);
    snprintf(path, sizeof path, "%s/%d.%s.%s", folder, status, lang, kind->end);
    FILE *file = good ? fopen(path, "w") : NULL;
    good = file && write_bytes(&bytes, file);
    if (file && fclose(file) != 0)
        good = false;
    if (!good)
        fprintf(stderr, "praktikum error-pages: cannot write %s\n", path);
    buffer_free(&bytes);
    return good;
}

static bool write_kind(const struct config *config, const char *folder, const struct kind *kind)
{
    static const int statuses[] = {400, 403, 404, 405, 413, 429, 500, 502, 503, 504};
    char error[1024];
    bool good = true;
    struct stylesheets *sheets =
        stylesheets_load_page(config->xslt_folder, kind->sheet, config->fold, error, sizeof error);
    if (!sheets) {
        fprintf(stderr, "praktikum error-pages: %s\n", error);
        return false;
    }
    struct arena *arena = arena_new((size_t)64 << 20);
    for (size_t s = 0; s < sizeof statuses / sizeof *statuses; s++)
        for (size_t l = 0; l < LANGUAGE_COUNT; l++)
            good = write_page(sheets, arena, folder, kind, statuses[s], languages[l]) && good;
    arena_free(arena);
    stylesheets_free(sheets);
    return good;
}

int command_error_pages(const struct config *config, const char *folder)
{
    bool good = true;
    view_start();
    time_start();
    mkdir(folder, 0755);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        good = write_kind(config, folder, &kinds[i]) && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
