/* What a page costs the processor: view_bench [rows] [pages] [xslt-folder], from the project's folder.
 * A list like the placement calendar: the document, the stylesheet folded and plain, and what the process has grown by.
 * Microseconds a page, tab-separated. As a test (make check) it only holds that folding pays; figures worth telling come
 * from an optimised build without sanitizers. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/stylesheet.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct column columns[] = {{"id", COLUMN_INTEGER},
                                        {"name", COLUMN_TEXT},
                                        {"course_code", COLUMN_TEXT},
                                        {"institution", COLUMN_TEXT},
                                        {"starts", COLUMN_DATE},
                                        {"ends", COLUMN_DATE},
                                        {"places_wanted", COLUMN_INTEGER},
                                        {"places_confirmed", COLUMN_INTEGER},
                                        {"unanswered", COLUMN_INTEGER},
                                        {"status", COLUMN_TEXT},
                                        {"color", COLUMN_TEXT},
                                        {"term", COLUMN_TEXT}};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void fill(struct document *document, int rows)
{
    static const char *const values[COLUMNS] = {
        "17",         "Sykepleie: medisin og kirurgi, 3. semester",
        "SYK-2103",   "Høgskulen på Vestlandet",
        "2027-01-11", "2027-03-05",
        "120",        "96",
        "3",          "missing",
        "warning",    "2027-1"};
    struct cell cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        cells[i] = (struct cell){values[i], strlen(values[i])};
    struct row row = {columns, cells, COLUMNS};
    struct node *root = document_root(document);
    document_attribute(document, root, "lang", "nb");
    struct node *list = document_element(document, root, "activities");
    for (int i = 0; i < 3; i++) {
        struct node *column = document_element(document, list, "column");
        document_attribute(document, column, "name",
                           (const char *const[]){"site", "period", "places"}[i]);
        document_attribute(document, column, "href", "/calendar?sort=site");
    }
    for (int i = 0; i < rows; i++) {
        cells[8].text = i % 2 ? "0" : "3";
        cells[9] = i % 3 ? (struct cell){"missing", 7} : (struct cell){"confirmed", 9};
        document_row(document, list, "activity", &row);
    }
}

static int64_t resident_bytes(void)
{
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &pages, &resident) != 2)
        resident = 0;
    if (file)
        fclose(file);
    return (int64_t)resident * sysconf(_SC_PAGESIZE);
}

static bool bench(const char *name, const char *folder, bool fold, int rows, int pages,
                  double *cost)
{
    char error[1000];
    int64_t loading = time_monotonic_us();
    struct stylesheets *sheets =
        stylesheets_load_page(folder, "calendar/list", fold, error, sizeof error);
    if (!sheets) {
        fprintf(stderr, "%s\n", error);
        return false;
    }
    loading = time_monotonic_us() - loading;
    struct arena *arena = arena_new((size_t)512 << 20);
    struct buffer out;
    buffer_init(&out, 64 << 20);
    int64_t building = 0, rendering = 0, ending = 0, resident = 0;
    bool good = true;
    int warm = pages / 10 + 1;
    for (int i = -warm; i < pages && good; i++) {
        if (i == 0) {
            building = rendering = ending = 0;
            resident = resident_bytes();
        }
        int64_t start = time_monotonic_us();
        struct document *document = document_new(arena, "nb");
        fill(document, rows);
        int64_t built = time_monotonic_us();
        buffer_clear(&out);
        good = stylesheets_render(sheets, "calendar/list", "nb", document, &out);
        int64_t rendered = time_monotonic_us();
        document_end(document);
        arena_reset(arena);
        building += built - start;
        rendering += rendered - built;
        ending += time_monotonic_us() - rendered;
    }
    double grown = (double)(resident_bytes() - resident) / pages, count = pages;
    printf("# %s\trows %d\tbytes %zu\tload ms %.1f\tdocument µs %.1f\trender µs %.1f\tend µs "
           "%.1f\tgrown bytes a page %.2f\n",
           name, rows, out.length, (double)loading / 1000, (double)building / count,
           (double)rendering / count, (double)ending / count, grown);
    *cost = (double)rendering / count;
    buffer_free(&out);
    arena_free(arena);
    stylesheets_free(sheets);
    return good;
}

int main(int count, char **words)
{
    int rows = count > 1 ? atoi(words[1]) : 50, pages = count > 2 ? atoi(words[2]) : 300;
    const char *folder = count > 3 ? words[3] : "tests/render/sample";
    double folded = 0, plain = 0;
    time_start();
    view_start();
    bool good = rows > 0 && pages > 0 && bench("folded", folder, true, rows, pages, &folded) &&
                bench("plain", folder, false, rows, pages, &plain);
    good = good && folded * 2 < plain;
    printf("%s folding at least halves the cost of a list\n", good ? "ok" : "not ok");
    return good ? 0 : 1;
}
