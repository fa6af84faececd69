/* stylesheet, label, bake, check, fold: what is refused when loading, what is forbidden when rendering, memory. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/document.h"
#include "../../fcgi/view/stylesheet.h"
#include "support_unit.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHEET "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
#define LABEL(key, text)                                                                           \
    "<label key='" key "'><nb>" text "</nb><nn>" text "</nn><sv>" text "</sv><en>" text            \
    "</en></label>"

static struct arena *arena;
static struct buffer out;

/* Loads one page `a/p` made of `body` (within match="/page") and `rest`, with some labels. */
static struct stylesheets *load(const char *body, const char *rest, bool fold, char error[1000])
{
    char *folder = folder_new(), *sheet = NULL;
    file_write(folder, "i18n/a.xml",
               "<labels>" LABEL("plain", "Text &amp; more") LABEL("state.sent", "Sent") LABEL(
                   "with", "n={@n}") "<label "
                                     "key='count'><nb one='one'>many "
                                     "{@n}</nb><nn>m</nn><sv>m</sv><en>m</en></label></labels>");
    assert_true(
        asprintf(&sheet,
                 SHEET "<xsl:output method='html'/><xsl:template match='/page'>%s</xsl:template>%s"
                       "</xsl:stylesheet>",
                 body, rest) > 0);
    file_write(folder, "a/p.xsl", sheet);
    error[0] = 0;
    struct stylesheets *sheets = stylesheets_load(folder, fold, error, 1000);
    free(sheet);
    folder_remove(folder);
    return sheets;
}

static bool render(struct stylesheets *sheets, const char *xml)
{
    char error[300];
    struct document *document = document_read(arena, xml, strlen(xml), error, sizeof error);
    assert_non_null(document);
    buffer_clear(&out);
    bool good = stylesheets_render(sheets, "a/p", "nb", document, &out);
    document_end(document);
    arena_reset(arena);
    return good;
}

static void refused(const char *body, const char *rest, const char *why)
{
    char error[1000];
    struct stylesheets *sheets = load(body, rest, true, error);
    if (sheets || !strstr(error, why))
        fail_msg("%s%s: wanted «%s», got «%s»", body, rest, why, error);
}

static void what_is_unsafe_is_refused(void **state)
{
    (void)state;
    refused("<p>[[unheard.of]]</p>", "", "a/p.xsl:1: [[unheard.of]]: no such label");
    refused("<p title='[[unheard.of]]'/>", "", "no such label");
    refused("<p>[[unheard.{@x}]]</p>", "", "no label begins so");
    refused("<p>[[count]]</p>", "", "counted label needs #");
    refused("<p>[[plain</p>", "", "no ]] ends it");
    refused("<p>[[state.{@x]]</p>", "", "no ]] ends it");
    refused("<xsl:if test=\"'[[plain]]'\">x</xsl:if>", "", "write pk:label");
    refused("<xsl:value-of select='@a' disable-output-escaping='yes'/>", "",
            "disable-output-escaping");
    refused("<xsl:text disable-output-escaping='yes'>&lt;</xsl:text>", "",
            "disable-output-escaping");
    refused("<p style='color:red'/>", "", "neither style nor on");
    refused("<p onclick='x()'/>", "", "neither style nor on");
    refused("<p><xsl:attribute name='onclick'>x</xsl:attribute></p>", "", "fixed name");
    refused("<p><xsl:attribute name='{@a}'>x</xsl:attribute></p>", "", "fixed name");
    refused("<script>alert(1)</script>", "", "no code in pages");
    refused("<style><xsl:value-of select='@a'/></style>", "", "no code in pages");
    refused("", "<xsl:template match='a[@b][@c]'/>", "is slow");
    refused("<br>x</br>", "", "has no content");
    refused("<xsl:copy><b/></xsl:copy>", "", "not used here");
    refused("<xsl:comment><xsl:value-of select='@a'/></xsl:comment>", "", "fixed text");
    refused("<xsl:comment>a -- b</xsl:comment>", "", "fixed text");
    refused("<xsl:copy-of select='@*'/>", "", "attributes are not copied");
    refused("<p xsl:use-attribute-sets='x'/>", "", "not used here");
    refused("<a href='javascript:x({@a})'/>", "", "no such scheme");
    refused("<p title='{@a'/>", "", "braces");
    refused("<p><xsl:value-of select='@a['/></p>", "", "not an XPath");
    refused("<xsl:call-template name='nowhere'/>", "", "nowhere");
    refused("<xsl:variable name='v'><xsl:apply-templates/></xsl:variable>", "", "give it a mode");
    refused("", "<xsl:import href='../../etc/passwd'/>", "");
    refused("<x:y xmlns:x='urn:praktikum'/>", "", "made when loading");
    refused(
        "<exsl:document xmlns:exsl='http://exslt.org/common' href='/tmp/x'><x/></exsl:document>",
        "", "no prefix");
    refused("<xsl:document href='/tmp/x'><x/></xsl:document>", "", "not used here");
}

static void broken_labels_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *why;
    } cases[] = {{"<labels><label key='a'><nb>a</nb><nn>a</nn><sv>a</sv></label></labels>",
                  "<labels/>", "<en> is missing"},
                 {"<labels>" LABEL("a", "a") LABEL("a", "a") "</labels>", "<labels/>",
                  "label a is also in i18n/a.xml"},
                 {"<labels>" LABEL("a", "a") "</labels>", "<labels>" LABEL("a", "a") "</labels>",
                  "also in i18n/a.xml"},
                 {"<labels>" LABEL("a", "{@n") "</labels>", "<labels/>", "{ without }"},
                 {"<labels>" LABEL("a", "{@n[}") "</labels>", "<labels/>", "not an XPath"},
                 {"<labels>" LABEL("a", "<b/>x") "</labels>", "<labels/>", "holds more than text"},
                 {"<labels>" LABEL("a b", "x") "</labels>", "<labels/>", "with a key of letters"},
                 {"<labels><label key='a'>", "<labels/>", "a.xml"},
                 {"<!DOCTYPE labels><labels/>", "<labels/>", "document type is not allowed"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char error[1000] = "", *folder = folder_new();
        file_write(folder, "i18n/a.xml", cases[i].first);
        file_write(folder, "i18n/b.xml", cases[i].second);
        assert_null(stylesheets_load(folder, true, error, sizeof error));
        if (!strstr(error, cases[i].why))
            fail_msg("wanted «%s», got «%s»", cases[i].why, error);
        folder_remove(folder);
    }
}

static void renders_nothing(void *sheets)
{
    assert_false(render(sheets, "<page n='1' lang='nb'/>"));
}

/* Each fails when it runs; nothing of it may have happened. */
static void stylesheets_touch_nothing_outside(void **state)
{
    (void)state;
    static const struct {
        const char *body, *logged;
    } cases[] = {{"<p><xsl:value-of select=\"document('/etc/passwd')\"/></p>", "passwd"},
                 {"<p><xsl:copy-of select=\"document('a/p.xsl')\"/></p>", "p.xsl"},
                 {"<p><xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/></p>", "127.0.0.1"},
                 {"<p><xsl:value-of select='$unknown'/></p>", "unknown"},
                 {"<p><xsl:value-of select='unknown()'/></p>", "unknown"},
                 {"<p/><xsl:message terminate='yes'>stop here</xsl:message>", "stop here"},
                 {"<xsl:call-template name='again'/>", "recursion"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int fold = 0; fold < 2; fold++) {
            char error[1000];
            struct stylesheets *sheets = load(cases[i].body,
                                              "<xsl:template name='again'><i><xsl:call-template "
                                              "name='again'/></i></xsl:template>",
                                              fold, error);
            if (!sheets) { /* refused already: as good */
                assert_true(strlen(error) > 10);
                continue;
            }
            char *log = caught_log(renders_nothing, sheets);
            if (!strstr(log, "stylesheet failed") || !strstr(log, cases[i].logged))
                fail_msg("%s: wanted «%s» in the log, got «%s»", cases[i].body, cases[i].logged,
                         log);
            free(log);
            stylesheets_free(sheets);
        }
    }
}

static void labels_are_looked_up(void **state)
{
    (void)state;
    char error[1000];
    for (int fold = 0; fold < 2; fold++) {
        struct stylesheets *sheets =
            load("<p title='[[plain]]'>[[with]]|[[state.{@s}]]|[[count#@n]]|[[{@l}]]</p>", "", fold,
                 error);
        assert_non_null(sheets);
        assert_true(render(sheets, "<page n='1' s='sent' l='with'/>"));
        assert_string_equal(out.bytes,
                            "<!DOCTYPE html>\n<p title=\"Text &amp; more\">n=1|Sent|one|n=1</p>");
        assert_true(render(sheets, "<page n='2' s='&lt;b&gt;'/>"));
        assert_string_equal(
            out.bytes,
            "<!DOCTYPE html>\n<p title=\"Text &amp; more\">n=2|state.&lt;b&gt;|many 2|</p>");
        assert_string_equal(stylesheets_label(sheets, "en", "plain"), "Text & more");
        assert_string_equal(stylesheets_label(sheets, "nb", "count"), "many {@n}");
        assert_null(stylesheets_label(sheets, "nb", "unheard.of"));
        assert_true(stylesheets_have(sheets, "a/p"));
        assert_false(stylesheets_have(sheets, "a/q"));
        assert_int_equal(stylesheets_count(sheets), 1);
        assert_string_equal(stylesheets_name(sheets, 0), "a/p");
        stylesheets_free(sheets);
    }
}

/* Keys longer than any label's, in pieces of any length, give nothing in both ways. */
static void overlong_keys_are_the_same_folded_and_plain(void **state)
{
    (void)state;
    char error[1000], *xml = NULL, *results[2];
    char longer[260];
    memset(longer, 'k', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    assert_true(asprintf(&xml, "<page a='%s' b='%.100s' c='%.150s'/>", longer, longer, longer) > 0);
    for (int fold = 0; fold < 2; fold++) {
        struct stylesheets *sheets =
            load("<p>[[{@a}]]|[[{@b}.{@c}]]|[[{@c}.x]]|[[state.{@a}]]</p>", "", fold, error);
        if (!sheets)
            fail_msg("%s", error);
        assert_true(render(sheets, xml));
        results[fold] = strdup(out.bytes);
        stylesheets_free(sheets);
    }
    assert_string_equal(results[0], results[1]);
    assert_non_null(strstr(results[0], "<p>||kkkk"));
    free(results[0]);
    free(results[1]);
    free(xml);
}

/* The same page again and again with other pages between: equal bytes, and no heap is lost. The arena's pages hold rubbish
 * between requests, so anything kept in them would show. */
static void many_pages_leave_no_trace(void **state)
{
    (void)state;
    char error[1000];
    struct stylesheets *sheets = stylesheets_load("tests/render/sample", true, error, sizeof error);
    if (!sheets)
        fail_msg("%s", error);
    struct buffer first;
    buffer_init(&first, 1 << 20);
    size_t before = 0;
    static const char xml[] =
        "<page lang='nb'><things kind='k'><thing id='1' name='Å' state='sent' places='1' loud='1' "
        "link='x'/><thing name='b'/></things><form><error label='x'/></form></page>";
    for (int i = 0; i < 400; i++) {
        struct document *document = document_read(arena, xml, sizeof xml - 1, error, sizeof error);
        char *rubbish = arena_alloc(arena, 300000);
        memset(rubbish, 0xA5, 300000);
        buffer_clear(&out);
        assert_true(
            stylesheets_render(sheets, "area/everything", i % 7 ? "nb" : "en", document, &out));
        document_end(document);
        rubbish = arena_alloc(arena, 100);
        arena_reset(arena);
        rubbish = arena_alloc(arena, 1 << 20);
        memset(rubbish, 0x5A, 1 << 20);
        arena_reset(arena);
        if (i == 1)
            buffer_add(&first, out.bytes, out.length);
        if (i > 1 && i % 7) {
            assert_int_equal(out.length, first.length);
            assert_memory_equal(out.bytes, first.bytes, first.length);
        }
        if (i == 100)
            before = mallinfo2().uordblks;
    }
    size_t after = mallinfo2().uordblks;
    assert_true(after <= before + 400); /* cmocka keeps a little */
    buffer_free(&first);
    stylesheets_free(sheets);
}

static void text_pages_are_text(void **state)
{
    (void)state;
    char error[1000], *folder = folder_new();
    file_write(folder, "i18n/a.xml", "<labels>" LABEL("plain", "A &lt; B") "</labels>");
    file_write(folder, "a/p.xsl",
               SHEET "<xsl:output method='text'/><xsl:template match='/page'>[[plain]] "
                     "<b><xsl:value-of select='@n'/></b>!"
                     "</xsl:template></xsl:stylesheet>");
    struct stylesheets *sheets = stylesheets_load(folder, true, error, sizeof error);
    assert_non_null(sheets);
    assert_true(render(sheets, "<page n='&lt;&amp;&quot;&#229;'/>"));
    assert_string_equal(out.bytes, "A < B <&\"å!");
    stylesheets_free(sheets);
    folder_remove(folder);
}

/* A page larger than the answer may be is no page. */
static void too_large_a_page_fails(void **state)
{
    (void)state;
    char error[1000];
    struct stylesheets *sheets = load("<p><xsl:value-of select='@n'/></p>", "", true, error);
    assert_non_null(sheets);
    struct buffer small;
    buffer_init(&small, 20);
    struct document *document = document_new(arena, "nb");
    document_attribute(document, document_root(document), "n", "0123456789");
    assert_false(stylesheets_render(sheets, "a/p", "nb", document, &small));
    assert_false(stylesheets_render(sheets, "a/q", "nb", document, &small));
    document_end(document);
    arena_reset(arena);
    buffer_free(&small);
    stylesheets_free(sheets);
}

static int set_up(void **state)
{
    (void)state;
    time_start();
    view_start();
    arena = arena_new(64 << 20);
    buffer_init(&out, 1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_free(&out);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_unsafe_is_refused),
        cmocka_unit_test(broken_labels_are_refused),
        cmocka_unit_test(stylesheets_touch_nothing_outside),
        cmocka_unit_test(labels_are_looked_up),
        cmocka_unit_test(overlong_keys_are_the_same_folded_and_plain),
        cmocka_unit_test(many_pages_leave_no_trace),
        cmocka_unit_test(text_pages_are_text),
        cmocka_unit_test(too_large_a_page_fails),
    };
    return cmocka_run_group_tests_name("view_stylesheet", tests, set_up, tear_down);
}
