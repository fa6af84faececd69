/* form, form_definition. */
#include "../../fcgi/base/time.h"
#include "../../fcgi/view/form.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct form_set *set;
static const struct form *form;
static struct buffer out;

static const char definition[] =
    "<form name='all'>"
    "<field name='title' type='text' required='yes' maximum='10'/>"
    "<field name='note' type='lines' maximum='20'/>"
    "<field name='places' type='integer' minimum='0' maximum='999'/>"
    "<field name='credits' type='decimal' minimum='0' maximum='60'/>"
    "<field name='starts' type='date'/>"
    "<field name='begins' type='time'/>"
    "<field name='email' type='email'/>"
    "<field name='secret' type='password'/>"
    "<field name='loud' type='flag'/>"
    "<field name='state' type='choice' default='b'><option value='a'/><option value='b'/></field>"
    "<field name='site' type='reference' options='sites'/>"
    "<field name='requirement' type='references' options='requirements'/>"
    "<field name='capacity' each='unit' type='integer' minimum='0' maximum='999'/>"
    "<field name='points' each='paper' key='text' type='decimal' decimals='2' minimum='0'/>"
    "<field name='version' type='version'/>"
    "</form>";

static const char *typed_in; /* the language of what is submitted */

static struct form_values *submit(const char *text)
{
    const struct fields_limits limits = {1000, 100, 10000};
    const char *culprit;
    struct fields fields = {0};
    struct form_values *values = form_values_new(arena, form, typed_in);
    assert_int_equal(fields_parse_urlencoded(arena, &fields, text, strlen(text), &limits, &culprit),
                     FIELDS_OK);
    form_submit(values, &fields);
    return values;
}

/* The form's document as text. */
static const char *shown(const struct form_values *values, const char *lang)
{
    struct document *document = document_new(arena, lang);
    form_document(values, document, document_root(document), "/x", "t0ken");
    buffer_clear(&out);
    document_write(document, &out);
    document_end(document);
    return out.bytes;
}

/* What one field says of `name=typed`; the rest is right. */
static void field_gives(const char *pair, const char *field, const char *error, const char *text)
{
    char query[400], wanted[200];
    snprintf(query, sizeof query, "title=x&version=3&%s", pair);
    struct form_values *values = submit(query);
    if (strcmp(form_text(values, field), text) != 0)
        fail_msg("%s: wanted «%s», got «%s»", pair, text, form_text(values, field));
    assert_int_equal(form_valid(values), error == NULL);
    if (error) {
        snprintf(wanted, sizeof wanted, "<error field=\"%s\" label=\"%s\"", field, error);
        if (!strstr(shown(values, "nb"), wanted))
            fail_msg("%s: wanted %s in %s", pair, wanted, out.bytes);
    }
    arena_reset(arena);
}

static void values_are_converted_or_kept_as_typed(void **state)
{
    (void)state;
    field_gives("note=+a%0D%0Ab+", "note", NULL, "a\nb");
    field_gives("note=123456789012345678901", "note", "error.too_long", "123456789012345678901");
    field_gives("note=%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5", "note",
                NULL, "ååååååååååå");
    field_gives("places=007", "places", NULL, "007");
    field_gives("places=999", "places", NULL, "999");
    field_gives("places=1000", "places", "error.too_large", "1000");
    field_gives("places=-1", "places", "error.too_small", "-1");
    field_gives("places=99999999999999999999", "places", "error.too_large", "99999999999999999999");
    field_gives("places=-99999999999999999999", "places", "error.too_small",
                "-99999999999999999999");
    field_gives("places=1e3", "places", "error.not_integer", "1e3");
    field_gives("places=7.5", "places", "error.not_integer", "7.5");
    field_gives("places=-", "places", "error.not_integer", "-");
    field_gives("credits=7,5", "credits", NULL, "7.5");
    field_gives("credits=7.50", "credits", NULL, "7.5");
    field_gives("credits=60,0", "credits", NULL, "60");
    field_gives("credits=60,01", "credits", "error.too_large", "60.01");
    field_gives("credits=-0,5", "credits", "error.too_small", "-0.5");
    field_gives("credits=7,", "credits", "error.not_decimal", "7,");
    field_gives("credits=,5", "credits", "error.not_decimal", ",5");
    field_gives("credits=1,2,3", "credits", "error.not_decimal", "1,2,3");
    field_gives("credits=1e1", "credits", "error.not_decimal", "1e1");
    field_gives("starts=21.11.2026", "starts", NULL, "2026-11-21");
    field_gives("starts=2026-02-30", "starts", "error.not_date", "2026-02-30");
    field_gives("starts=soon", "starts", "error.not_date", "soon");
    field_gives("begins=8:30", "begins", NULL, "08:30");
    field_gives("begins=08.30", "begins", NULL, "08:30");
    field_gives("begins=0830", "begins", NULL, "08:30");
    field_gives("begins=8", "begins", NULL, "08:00");
    field_gives("begins=23:59", "begins", NULL, "23:59");
    field_gives("begins=24:00", "begins", "error.not_time", "24:00");
    field_gives("begins=8:60", "begins", "error.not_time", "8:60");
    field_gives("begins=8:3", "begins", "error.not_time", "8:3");
    field_gives("begins=8:-5", "begins", "error.not_time", "8:-5");
    field_gives("begins=830", "begins", "error.not_time", "830");
    field_gives("begins=83000", "begins", "error.not_time", "83000");
    field_gives("begins=:30", "begins", "error.not_time", ":30");
    field_gives("begins=8:30:00", "begins", "error.not_time", "8:30:00");
    field_gives("begins=early", "begins", "error.not_time", "early");
    field_gives("email=Kari@Example.ORG", "email", NULL, "kari@example.org");
    field_gives("email=kari", "email", "error.not_email", "kari");
    field_gives("secret=+two+", "secret", NULL, " two ");
    field_gives("loud=1", "loud", NULL, "1");
    field_gives("loud=on", "loud", NULL, "1");
    field_gives("loud=0", "loud", NULL, "");
    field_gives("state=a", "state", NULL, "a");
    field_gives("state=", "state", NULL, "");
    field_gives("state=c", "state", "error.not_choice", "c");
    field_gives("site=17", "site", NULL, "17");
    field_gives("site=0", "site", "error.not_choice", "0");
    field_gives("site=17abc", "site", "error.not_choice", "17abc");
    field_gives("places=1&places=2", "places", "error.repeated", "1");
    field_gives("title=y", "title", "error.repeated", "x");
    field_gives("unknown=1&role=system_administrator", "note", NULL, "");
}

static void what_is_required_is_missed(void **state)
{
    (void)state;
    struct form_values *values = submit("");
    assert_false(form_valid(values));
    assert_non_null(strstr(shown(values, "nb"),
                           "<error field=\"title\" label=\"error.required\" maximum=\"10\"/>\n"
                           "    <error field=\"version\" label=\"error.required\"/>\n  </form>"));
    assert_non_null(strstr(
        out.bytes, "<field name=\"title\" type=\"text\" required=\"1\" maximum=\"10\" value=\"\" "
                   "error=\"error.required\"/>"));
    values = submit("title=%20%C2%A0&version=-1");
    assert_non_null(strstr(shown(values, "nb"), "<error field=\"title\" label=\"error.required\""));
    assert_non_null(strstr(out.bytes, "<error field=\"version\" label=\"error.required\""));
    arena_reset(arena);
}

static void entries_belong_to_keys(void **state)
{
    (void)state;
    struct form_values *values = submit("title=x&version=3&capacity-17=4&capacity-5=&capacity-9=12&"
                                        "capacity-=1&capacity-0=1&capacity--3=1&"
                                        "capacity-1x=1&capacity-18446744073709551617=1&capacity=8&"
                                        "requirement=3&requirement=4&requirement=3&requirement=");
    assert_true(form_valid(values));
    assert_int_equal(form_each_count(values, "capacity"), 2);
    assert_int_equal(form_each_key(values, "capacity", 0), 17);
    assert_int_equal(form_each_integer(values, "capacity", 0), 4);
    assert_int_equal(form_each_key(values, "capacity", 1), 9);
    assert_string_equal(form_each_text(values, "capacity", 1), "12");
    assert_int_equal(form_each_count(values, "requirement"), 2);
    assert_int_equal(form_each_key(values, "requirement", 0), 3);
    assert_int_equal(form_each_key(values, "requirement", 1), 4);
    assert_true(form_has(values, "requirement"));
    assert_false(form_has(values, "site"));
    assert_int_equal(form_integer(values, "version"), 3);

    values =
        submit("title=x&version=3&capacity-17=1000&capacity-5=many&capacity-17=1&requirement=x");
    assert_false(form_valid(values));
    shown(values, "nb");
    assert_non_null(
        strstr(out.bytes,
               "<entry field=\"capacity\" key=\"17\" value=\"1000\" minimum=\"0\" maximum=\"999\" "
               "error=\"error.too_large\"/>"));
    assert_non_null(
        strstr(out.bytes,
               "<error field=\"requirement\" label=\"error.not_choice\"/>\n"
               "    <error field=\"capacity\" key=\"17\" label=\"error.too_large\" minimum=\"0\" "
               "maximum=\"999\"/>\n"
               "    <error field=\"capacity\" key=\"5\" label=\"error.not_integer\" minimum=\"0\" "
               "maximum=\"999\"/>\n"
               "    <error field=\"capacity\" key=\"17\" label=\"error.repeated\""));
    arena_reset(arena);
}

/* Decimals are typed as the language writes them: "1.250" would else be read in two ways. */
static void decimals_have_the_languages_sign(void **state)
{
    (void)state;
    static const char *const languages[] = {"nb", "nn", "sv", "en"};
    for (int i = 0; i < 4; i++) {
        const bool english = i == 3;
        typed_in = languages[i];
        field_gives("credits=14", "credits", NULL, "14");
        field_gives("credits=14,83", "credits", english ? "error.decimal_point" : NULL,
                    english ? "14,83" : "14.83");
        field_gives("credits=14.83", "credits", english ? NULL : "error.decimal_comma", "14.83");
        field_gives("credits=1.000,5", "credits", "error.not_decimal", "1.000,5");
        /* what was typed stays, also beside the message */
        struct form_values *values = submit("title=x&version=3&credits=14.8&points-A-1=3,1");
        assert_non_null(strstr(shown(values, typed_in), english ? "value=\"3,1\" minimum=\"0\" "
                                                                  "error=\"error.decimal_point\""
                                                                : "value=\"14.8\" "
                                                                  "error=\"error.decimal_comma\""));
        arena_reset(arena);
    }
    typed_in = NULL;
}

/* Every amount of hundredths, typed in each language, is what is stored and what is shown again. */
static void decimals_come_back_as_they_were_typed(void **state)
{
    (void)state;
    char query[100], stored[40], again[60];
    for (int hundredths = 0; hundredths <= 6000; hundredths += 7) {
        for (int english = 0; english < 2; english++) {
            const char *part = hundredths % 100 == 0 ? "" : hundredths % 10 == 0 ? "d" : "dd";
            snprintf(stored, sizeof stored, "%d", hundredths / 100);
            size_t length = strlen(stored);
            if (*part)
                snprintf(stored + length, sizeof stored - length, ".%0*d", (int)strlen(part),
                         strlen(part) == 1 ? hundredths % 100 / 10 : hundredths % 100);
            typed_in = english ? "en" : "sv";
            snprintf(query, sizeof query, "title=x&version=3&credits=%s", stored);
            if (!english && strchr(query, '.'))
                *strchr(query, '.') = ',';
            struct form_values *values = submit(query);
            assert_true(form_valid(values));
            assert_string_equal(form_text(values, "credits"), stored);
            snprintf(again, sizeof again, "maximum=\"60\" value=\"%s\"", strrchr(query, '=') + 1);
            if (!strstr(shown(values, typed_in), again))
                fail_msg("%s: not %s in %s", query, again, out.bytes);
            arena_reset(arena);
        }
    }
    typed_in = NULL;
}

static void rows_may_be_named_by_texts(void **state)
{
    (void)state;
    struct form_values *values =
        submit("title=x&version=3&points-TEN-0007-ABC=14,83&points-QWE-RTY=7&points-TEN-0007-ABD=&"
               "points-=1&points-a%20b=2&points-%C3%A5=3&points-"
               "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=4");
    assert_true(form_valid(values));
    assert_int_equal(form_each_count(values, "points"), 2);
    assert_string_equal(form_key_text(values, form_each_key(values, "points", 0)), "TEN-0007-ABC");
    assert_string_equal(form_each_text(values, "points", 0), "14.83");
    assert_string_equal(form_key_text(values, form_each_key(values, "points", 1)), "QWE-RTY");
    assert_int_equal(form_key(values, "QWE-RTY"), form_each_key(values, "points", 1));
    assert_true(form_each_has(values, "points", form_key(values, "TEN-0007-ABC")));
    assert_false(form_each_has(values, "points", form_key(values, "TEN-0007-ABD")));
    assert_string_equal(form_each_text_of(values, "points", form_key(values, "QWE-RTY")), "7");
    assert_string_equal(form_each_text_of(values, "points", form_key(values, "TEN-0007-ABD")), "");
    assert_null(form_each_text_of(values, "points", form_key(values, "NEW-ONE")));
    form_error(values, "points", form_key(values, "NEW-ONE"), "error.unknown");
    assert_non_null(strstr(shown(values, "nb"),
                           "<entry field=\"points\" key=\"TEN-0007-ABC\" value=\"14,83\""));
    assert_non_null(strstr(out.bytes, "<error field=\"points\" key=\"NEW-ONE\""));
    values = submit("title=x&version=3&points-A=14,833&points-B=-1&points-A=2");
    assert_non_null(strstr(shown(values, "nb"), "key=\"A\" label=\"error.two_decimals\""));
    assert_non_null(strstr(out.bytes, "key=\"B\" label=\"error.too_small\""));
    assert_non_null(strstr(out.bytes, "key=\"A\" label=\"error.repeated\""));
    arena_reset(arena);
}

static void a_form_shows_what_it_holds(void **state)
{
    (void)state;
    const struct column columns[] = {
        {"title", COLUMN_TEXT},   {"credits", COLUMN_DECIMAL}, {"starts", COLUMN_DATE},
        {"loud", COLUMN_INTEGER}, {"secret", COLUMN_TEXT},     {"unknown", COLUMN_TEXT},
        {"site", COLUMN_INTEGER}, {"note", COLUMN_TEXT},       {"begins", COLUMN_TEXT}};
    const struct cell cells[] = {{"\"Hei\"", 5}, {"7.50", 4},   {"2026-11-21", 10},
                                 {"0", 1},       {"hidden", 6}, {"x", 1},
                                 {"17", 2},      {NULL, 0},     {"08:30:00", 8}};
    const struct row row = {columns, cells, 9};
    struct form_values *values = form_values_new(arena, form, NULL);
    form_prefill(values, &row);
    form_prefill_each(values, "capacity", 17, "4");
    form_prefill_each(values, "capacity", 17, "5");
    form_prefill_each(values, "requirement", 3, NULL);
    form_prefill_each(values, "nothing", 3, NULL);
    assert_string_equal(
        shown(values, "sv"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n  <form name=\"all\" action=\"/x\" "
        "method=\"post\" token=\"t0ken\">\n"
        "    <field name=\"title\" type=\"text\" required=\"1\" maximum=\"10\" "
        "value=\"&quot;Hei&quot;\"/>\n"
        "    <field name=\"note\" type=\"lines\" maximum=\"20\" value=\"\"/>\n"
        "    <field name=\"places\" type=\"integer\" minimum=\"0\" maximum=\"999\" value=\"\"/>\n"
        "    <field name=\"credits\" type=\"decimal\" minimum=\"0\" maximum=\"60\" "
        "value=\"7,5\"/>\n"
        "    <field name=\"starts\" type=\"date\" value=\"2026-11-21\"/>\n"
        "    <field name=\"begins\" type=\"time\" value=\"08:30\"/>\n"
        "    <field name=\"email\" type=\"email\" maximum=\"254\" value=\"\"/>\n"
        "    <field name=\"secret\" type=\"password\" maximum=\"200\"/>\n"
        "    <field name=\"loud\" type=\"flag\" value=\"\"/>\n"
        "    <field name=\"state\" type=\"choice\" value=\"b\">\n"
        "      <option value=\"a\"/>\n      <option value=\"b\" selected=\"1\"/>\n    </field>\n"
        "    <field name=\"site\" type=\"reference\" options=\"sites\" value=\"17\"/>\n"
        "    <field name=\"requirement\" type=\"references\" options=\"requirements\"/>\n"
        "    <field name=\"capacity\" type=\"integer\" minimum=\"0\" maximum=\"999\" "
        "each=\"unit\"/>\n"
        "    <field name=\"points\" type=\"decimal\" minimum=\"0\" each=\"paper\"/>\n"
        "    <field name=\"version\" type=\"version\" required=\"1\" value=\"\"/>\n"
        "    <entry field=\"requirement\" key=\"3\" value=\"3\"/>\n"
        "    <entry field=\"capacity\" key=\"17\" value=\"5\" minimum=\"0\" maximum=\"999\"/>\n"
        "  </form>\n</page>\n");
    assert_non_null(strstr(shown(values, "en"), "value=\"7.5\""));
    assert_non_null(strstr(out.bytes, "name=\"starts\" type=\"date\" value=\"2026-11-21\"/>"));
    assert_non_null(
        strstr(shown(values, "nn"), "name=\"starts\" type=\"date\" value=\"21.11.2026\"/>"));
    assert_non_null(strstr(out.bytes, "name=\"begins\" type=\"time\" value=\"08.30\"/>"));
    values = submit("title=x&version=3&secret=hush");
    assert_string_equal(form_text(values, "secret"), "hush");
    assert_null(strstr(shown(values, "nb"), "hush"));
    arena_reset(arena);
}

static void actions_add_errors_once(void **state)
{
    (void)state;
    struct form_values *values = submit("title=x&version=3&capacity-17=4");
    for (int i = 0; i < 2; i++) { /* a transaction run again */
        form_error(values, "places", -1, "error.too_many");
        form_error(values, NULL, -1, "error.order_not_sent");
        form_error(values, "capacity", 17, "error.foreign_unit");
    }
    assert_false(form_valid(values));
    assert_non_null(strstr(shown(values, "nb"),
                           "    <error label=\"error.order_not_sent\"/>\n"
                           "    <error field=\"places\" label=\"error.too_many\" minimum=\"0\" "
                           "maximum=\"999\"/>\n"
                           "    <error field=\"capacity\" key=\"17\" label=\"error.foreign_unit\" "
                           "minimum=\"0\" maximum=\"999\"/>\n  </form>"));
    assert_non_null(strstr(
        out.bytes,
        "key=\"17\" value=\"4\" minimum=\"0\" maximum=\"999\" error=\"error.foreign_unit\""));
    arena_reset(arena);
}

static void statements_get_typed_parameters(void **state)
{
    (void)state;
    struct form_values *values = submit("title=x&version=3&places=7&credits=7,5&loud=1&secret=s&"
                                        "site=9&starts=1/2+2027&capacity-1=2");
    struct parameters parameters = {.arena = arena};
    form_parameters(values, &parameters);
    assert_int_equal(parameters_find(&parameters, "places")->integer, 7);
    assert_int_equal(parameters_find(&parameters, "places")->type, VALUE_INTEGER);
    assert_string_equal(parameters_find(&parameters, "credits")->bytes, "7.5");
    assert_string_equal(parameters_find(&parameters, "starts")->bytes, "2027-02-01");
    assert_int_equal(parameters_find(&parameters, "loud")->integer, 1);
    assert_int_equal(parameters_find(&parameters, "version")->integer, 3);
    assert_int_equal(parameters_find(&parameters, "site")->integer, 9);
    assert_int_equal(parameters_find(&parameters, "note")->type, VALUE_NULL);
    assert_null(parameters_find(&parameters, "secret"));
    assert_null(parameters_find(&parameters, "capacity"));
    assert_null(parameters_find(&parameters, "requirement"));
    static const char *const names[] = {"title",  "note",  "places", "credits", "starts",
                                        "begins", "email", "loud",   "state",   "site"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(form_field_at(values, i), names[i]);
    assert_null(form_field_at(values, sizeof names / sizeof *names));
    arena_reset(arena);
}

static void broken_definitions_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *why;
    } cases[] = {
        {"<form name='y'/>", "named like its file"},
        {"<form name='x'><field type='text'/></form>", "a new name"},
        {"<form name='x'><field name='A' type='text'/></form>", "a new name"},
        {"<form name='x'><field name='a' type='text'/><field name='a' type='text'/></form>",
         "a new name"},
        {"<form name='x'><field name='a' type='colour'/></form>", "unknown type"},
        {"<form name='x'><field name='a' type='text' pattern='x'/></form>", "unknown attribute"},
        {"<form name='x'><field name='a' type='text' required='no'/></form>", "required is"},
        {"<form name='x'><field name='a' type='integer' maximum='many'/></form>", "whole numbers"},
        {"<form name='x'><field name='a' type='choice'/></form>", "needs options"},
        {"<form name='x'><field name='a' type='choice' default='z'><option "
         "value='y'/></field></form>",
         "default"},
        {"<form name='x'><field name='a' type='text'><option value='y'/></field></form>",
         "only a choice"},
        {"<form name='x'><field name='a' type='text' options='y'/></form>", "options belong"},
        {"<form name='x'><field name='a' type='password' each='y'/></form>", "cannot be repeated"},
        {"<form name='x'><field name='a' type='integer' decimals='2'/></form>", "of a decimal"},
        {"<form name='x'><field name='a' type='decimal' decimals='7'/></form>", "of a decimal"},
        {"<form name='x'><field name='a' type='decimal' key='text'/></form>", "for each row"},
        {"<form name='x'><field name='a' type='text' each='y' key='code'/></form>", "for each row"},
        {"<!DOCTYPE form><form name='x'/>", "document type"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char error[500] = "", *folder = folder_new();
        file_write(folder, "x.xml", cases[i].text);
        assert_null(forms_load(folder, error, sizeof error));
        if (!strstr(error, cases[i].why))
            fail_msg("%s: wanted «%s», got «%s»", cases[i].text, cases[i].why, error);
        folder_remove(folder);
    }
}

/* The forms of the house itself. */
static void the_forms_of_xslt_load(void **state)
{
    (void)state;
    char error[500] = "";
    struct form_set *house = forms_load("xslt/forms", error, sizeof error);
    if (!house)
        fail_msg("%s", error);
    assert_true(forms_count(house) > 20);
    for (size_t i = 0; i < forms_count(house); i++)
        assert_ptr_equal(forms_find(house, form_name(forms_at(house, i))), forms_at(house, i));
    assert_null(forms_find(house, "nothing"));
    forms_free(house);
}

static int set_up(void **state)
{
    (void)state;
    char error[500] = "", *folder = folder_new();
    time_start();
    view_start();
    arena = arena_new(16 << 20);
    buffer_init(&out, 1 << 20);
    file_write(folder, "all.xml", definition);
    set = forms_load(folder, error, sizeof error);
    folder_remove(folder);
    form = set ? forms_find(set, "all") : NULL;
    return form ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    forms_free(set);
    buffer_free(&out);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_converted_or_kept_as_typed),
        cmocka_unit_test(what_is_required_is_missed),
        cmocka_unit_test(entries_belong_to_keys),
        cmocka_unit_test(decimals_have_the_languages_sign),
        cmocka_unit_test(decimals_come_back_as_they_were_typed),
        cmocka_unit_test(rows_may_be_named_by_texts),
        cmocka_unit_test(a_form_shows_what_it_holds),
        cmocka_unit_test(actions_add_errors_once),
        cmocka_unit_test(statements_get_typed_parameters),
        cmocka_unit_test(broken_definitions_are_refused),
        cmocka_unit_test(the_forms_of_xslt_load),
    };
    return cmocka_run_group_tests_name("view_form", tests, set_up, tear_down);
}
