/* What a browser may send for a form: split, checked, shown again, written as XML and read back. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/form.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char definition[] =
    "<form name='all'>"
    "<field name='title' type='text' required='yes' maximum='10'/><field name='note' type='lines' "
    "maximum='20'/>"
    "<field name='places' type='integer' minimum='0' maximum='999'/><field name='credits' "
    "type='decimal' minimum='0'/>"
    "<field name='starts' type='date'/><field name='email' type='email'/><field name='secret' "
    "type='password'/>"
    "<field name='loud' type='flag'/><field name='state' type='choice'><option value='a'/><option "
    "value='b'/></field>"
    "<field name='site' type='reference' options='sites'/><field name='requirement' "
    "type='references'/>"
    "<field name='capacity' each='unit' type='integer' minimum='0' maximum='999'/>"
    "<field name='until' each='unit' type='date'/><field name='points' each='paper' key='text' "
    "type='decimal' decimals='2'/><field name='version' type='version'/></form>";

static struct arena *arena;
static struct form_set *set;

static void start(void)
{
    char folder[] = "/tmp/praktikum-fuzz-XXXXXX", path[100], error[300] = "";
    time_start();
    view_start();
    arena = arena_new((size_t)1 << 30);
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/all.xml", folder);
    FILE *file = fopen(path, "w");
    if (!file || fputs(definition, file) < 0 || fclose(file) != 0)
        abort();
    set = forms_load(folder, error, sizeof error);
    unlink(path);
    rmdir(folder);
    if (!set)
        abort();
}

/* What holds of any submission that was found good. */
static void check_valid(const struct form_values *values)
{
    int64_t places = form_integer(values, "places"), version = form_integer(values, "version");
    const char *state = form_text(values, "state"), *starts = form_text(values, "starts");
    assert(*form_text(values, "title") && strlen(form_text(values, "title")) <= 40);
    assert(places >= 0 && places <= 999 && version >= 0 && form_integer(values, "site") >= 0);
    assert(!*state || strcmp(state, "a") == 0 || strcmp(state, "b") == 0);
    assert(!*starts || (strlen(starts) == 10 && starts[4] == '-'));
    for (size_t i = 0; i < form_each_count(values, "capacity"); i++) {
        assert(form_each_key(values, "capacity", i) > 0);
        assert(form_each_integer(values, "capacity", i) >= 0 &&
               form_each_integer(values, "capacity", i) <= 999);
    }
    for (size_t i = 0; i < form_each_count(values, "requirement"); i++)
        assert(form_each_key(values, "requirement", i) > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct fields_limits limits = {400, 64, 2000};
    struct fields fields = {0};
    const char *culprit = "";
    struct buffer first, second;
    char error[300];
    if (!set)
        start();
    buffer_init(&first, 16 << 20);
    buffer_init(&second, 16 << 20);
    if (fields_parse_urlencoded(arena, &fields, (const char *)bytes, length, &limits, &culprit) ==
        FIELDS_OK) {
        struct form_values *values =
            form_values_new(arena, forms_find(set, "all"), length % 2 ? "nb" : NULL);
        form_submit(values, &fields);
        if (form_valid(values))
            check_valid(values);
        struct parameters parameters = {.arena = arena};
        form_parameters(values, &parameters);
        struct document *document = document_new(arena, "nb");
        document_attribute(document, document_root(document), "lang", "nb");
        form_document(values, document, document_root(document), "/x", "token");
        document_write(document, &first);
        document_end(document);
        document = document_read(arena, first.bytes, first.length, error, sizeof error);
        assert(document); /* well-formed, whatever was typed */
        document_write(document, &second);
        document_end(document);
        assert(first.length == second.length &&
               memcmp(first.bytes, second.bytes, first.length) == 0);
    }
    buffer_free(&first);
    buffer_free(&second);
    arena_reset(arena);
    return 0;
}
