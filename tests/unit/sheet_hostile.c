/* sheet: files made to harm. Each is refused soon and without taking memory, which is measured in a child
 * of its own. */
#include "../../fcgi/sheet/guard.h"
#include "../../fcgi/sheet/xml.h"
#include "support_sheet.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct measured {
    enum sheet_result result;
    struct sheet_report report;
    long kilobytes; /* by which the process grew at its largest */
    double seconds; /* of processor */
};

static bool ignore_row(void *context, const struct sheet_row *row)
{
    (void)context, (void)row;
    return true;
}

static char *good;
static size_t good_length;

static double processor(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           1e-6 * (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec);
}

/* The kernel counts a new process's largest size anew. */
static struct measured measure(const void *bytes, size_t length)
{
    struct measured *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(shared != MAP_FAILED);
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child) {
        struct rusage before, after;
        /* What any first call takes: pages of libraries, sanitizers' own. */
        sheet_read(good, good_length, NULL, ignore_row, NULL, &shared->report);
        getrusage(RUSAGE_SELF, &before);
        shared->result = sheet_read(bytes, length, NULL, ignore_row, NULL, &shared->report);
        getrusage(RUSAGE_SELF, &after);
        shared->kilobytes = after.ru_maxrss - before.ru_maxrss;
        shared->seconds = processor(&after) - processor(&before);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct measured measured = *shared;
    munmap(shared, sizeof *shared);
    return measured;
}

/* Sanitizers and valgrind take their part of both; a good file takes 2 MB and nothing else would do with
 * these: what is refused is 8 to 1,000 MB. */
enum { KILOBYTES_MOST = 12000, SECONDS_MOST = 5 };

static void refused_within(const void *bytes, size_t length, enum sheet_result result,
                           long kilobytes)
{
    struct measured measured = measure(bytes, length);
    assert_int_equal(measured.result, result);
    if (measured.kilobytes > kilobytes || measured.seconds > SECONDS_MOST)
        print_error("%ld kB, %.2f s\n", measured.kilobytes, measured.seconds);
    assert_true(measured.kilobytes <= kilobytes);
    assert_true(measured.seconds <= SECONDS_MOST);
}

static void refused(const void *bytes, size_t length, enum sheet_result result)
{
    refused_within(bytes, length, result, KILOBYTES_MOST);
}

/* `before`, `piece` so many times, `after`. */
static char *repeated(const char *before, const char *piece, size_t times, const char *after)
{
    size_t start = strlen(before), length = strlen(piece), end = strlen(after);
    char *text = malloc(start + times * length + end + 1), *at = text;
    memcpy(at, before, start);
    at += start;
    for (size_t i = 0; i < times; i++, at += length)
        memcpy(at, piece, length);
    memcpy(at, after, end + 1);
    return text;
}

#define OPEN "<worksheet " SHEET_MAIN "><sheetData>"
#define CLOSE "</sheetData></worksheet>"

static void book_refused(const char *before, const char *piece, size_t times, const char *after,
                         const char *strings, enum sheet_result result)
{
    size_t length;
    char *sheet = repeated(before, piece, times, after);
    char *bytes = workbook_make(sheet, strings, NULL, &length);
    free(sheet);
    refused(bytes, length, result);
    free(bytes);
}

static void a_bomb_is_not_inflated(void **state)
{
    (void)state;
    book_refused(OPEN, " ", 60000000, CLOSE, NULL, SHEET_HOSTILE); /* 58 kB → 60 MB */
    char *strings = repeated("<sst " SHEET_MAIN "><si><t>", "x", 20000000, "</t></si></sst>");
    book_refused(OPEN, "", 0, CLOSE, strings, SHEET_HOSTILE);
    free(strings);
}

/* Where the directory tells the length of the entry `name`. */
static unsigned char *entry_in_directory(char *bytes, size_t length, const char *name)
{
    char *at = bytes;
    while ((at = memmem(at, length - (size_t)(at - bytes), "PK\1\2", 4))) {
        if (!strncmp(at + 46, name, strlen(name)))
            return (unsigned char *)at;
        at += 4;
    }
    fail();
    return NULL;
}

static void put(unsigned char *at, size_t bytes, uint64_t value)
{
    for (; bytes--; value >>= 8)
        *at++ = (unsigned char)value;
}

static void sizes_that_lie_are_not_believed(void **state)
{
    (void)state;
    static const struct {
        uint32_t size;
        enum sheet_result result;
    } lies[] = {{1 << 30, SHEET_HOSTILE}, {0xfffffff0, SHEET_HOSTILE}, {10, SHEET_DAMAGED}};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        size_t length;
        char *sheet = repeated(OPEN, "<row><c><v>1</v></c></row>", 1000, CLOSE);
        char *bytes = workbook_make(sheet, NULL, NULL, &length);
        put(entry_in_directory(bytes, length, "xl/worksheets") + 24, 4, lies[i].size);
        refused(bytes, length, lies[i].result);
        free(bytes);
        free(sheet);
    }
}

static void more_than_a_sheet_may_have_is_refused(void **state)
{
    (void)state;
    /* Not so alike that the ratio betrays it: what is refused is the amount. */
    size_t length, size = (size_t)80 << 20, used;
    char *strings = malloc(size + 200);
    unsigned chance = 1;
    used = (size_t)sprintf(strings, "<sst " SHEET_MAIN ">");
    while (used < size) {
        chance = chance * 1103515245 + 12345;
        used += (size_t)sprintf(strings + used, "<si><t>%08x%0600u</t></si>", chance, chance);
    }
    strcpy(strings + used, "</sst>");
    char *bytes = workbook_make(OPEN CLOSE, strings, NULL, &length);
    free(strings);
    refused_within(bytes, length, SHEET_LARGE, 90000); /* 64 MB of shared texts are allowed */
    free(bytes);
}

static void laughs_are_not_heard(void **state)
{
    (void)state;
    book_refused("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" OPEN
                 "<row><c t='str'><v>&b;</v></c></row>",
                 "", 0, CLOSE, NULL, SHEET_HOSTILE);
    book_refused("<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" OPEN, "", 0, CLOSE, NULL,
                 SHEET_HOSTILE);
    book_refused(" <?xml version='1.0'?>" OPEN, "", 0, CLOSE, NULL, SHEET_HOSTILE);
    book_refused("\xff\xfe<\0", "", 0, "", NULL, SHEET_HOSTILE);
    book_refused(OPEN "<!ELEMENT x>", "", 0, CLOSE, NULL, SHEET_HOSTILE);
}

static void a_row_may_not_be_endless(void **state)
{
    (void)state;
    book_refused(OPEN "<row>", "<c/>", 100000, "</row>" CLOSE, NULL, SHEET_DAMAGED);
    book_refused(OPEN "<row>", "<c><v>1</v></c>", 150000, "</row>" CLOSE, NULL, SHEET_COLUMNS);
    char *csv = repeated("a;b\n", "1;", 1000000, "");
    refused(csv, strlen(csv), SHEET_COLUMNS);
    free(csv);
    csv = repeated("a", ";", 15000000, "");
    struct measured measured = measure(csv, strlen(csv));
    assert_int_equal(measured.result, SHEET_OK); /* nothing stands in those columns */
    assert_true(measured.kilobytes <= KILOBYTES_MOST && measured.seconds <= SECONDS_MOST);
    free(csv);
}

static void cells_and_tags_may_not_be_endless(void **state)
{
    (void)state;
    static const struct {
        const char *before, *piece, *after;
        enum sheet_result result;
    } cases[] = {
        {OPEN "<row a='", "yz", "'/>" CLOSE, SHEET_HOSTILE},
        {OPEN "<row><c t='str'><v>", "ab", "</v></c></row>" CLOSE, SHEET_CELL},
        {OPEN "<row><c t='str'><v><![CDATA[", "ab", "]]></v></c></row>" CLOSE, SHEET_HOSTILE},
        {"<!--", "x ", "-->" OPEN CLOSE, SHEET_HOSTILE},
        {"<?x ", "x ", "?>" OPEN CLOSE, SHEET_HOSTILE},
        {OPEN, "<a>", CLOSE, SHEET_HOSTILE}, /* nesting */
        {OPEN "<row ", "a='' ", "/>" CLOSE, SHEET_HOSTILE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        book_refused(cases[i].before, cases[i].piece, 1500000, cases[i].after, NULL,
                     cases[i].result);
    static const struct {
        const char *before, *piece;
        enum sheet_result result;
    } texts[] = {{"a;b\n", "xy", SHEET_CELL},
                 {"a;b\n\"", "\"\"", SHEET_CELL},
                 {"a;b\n1;\"", "x\n", SHEET_QUOTE},
                 {"", "a\n", SHEET_ROWS},
                 {"", "\r\n", SHEET_EMPTY},
                 {"", "\"\"", SHEET_CELL},
                 {"a;b\n", "e\xcc\x81\xcc\x81\xcc\x81", SHEET_CELL}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *csv = repeated(texts[i].before, texts[i].piece, 2000000, "");
        refused(csv, strlen(csv), texts[i].result);
        free(csv);
    }
}

static void places_and_indexes_are_bounded(void **state)
{
    (void)state;
    static const char *const cells[] = {"<c r='XFE1048577'><v>1</v></c>",
                                        "<c r='A18446744073709551617'><v>1</v></c>",
                                        "<c t='s'><v>4294967295</v></c>", "<c t='s'><v>-1</v></c>",
                                        "<c t='s'><v>99999999999999999999</v></c>"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        book_refused(OPEN "<row>", cells[i], 1, "</row>" CLOSE, NULL, SHEET_DAMAGED);
    book_refused(OPEN, "<row r='4294967297'/>", 1, CLOSE, NULL, SHEET_DAMAGED);
}

static void names_lead_nowhere_else(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "../../../etc/passwd",    "/etc/passwd", "C:\\x", "%2e%2e/x", "file:///etc/passwd",
        "http://127.0.0.1/s.xml", "//",          "."};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char list[400];
        size_t length;
        snprintf(list, sizeof list,
                 "<Relationships xmlns='" SHEET_RELATIONS "'><Relationship Id='d' "
                 "Type='x/officeDocument' Target='%s'/></Relationships>",
                 targets[i]);
        const struct part parts[] = {{"_rels/.rels", list, 0},
                                     {"../../../etc/passwd", OPEN CLOSE, 0}};
        char *bytes = zip_make(parts, 2, &length);
        refused(bytes, length, SHEET_DAMAGED);
        free(bytes);
    }
}

/* Any prefix of a good workbook, and any byte of it changed: an answer, never more. */
static void cut_and_bent_workbooks_are_survived(void **state)
{
    (void)state;
    size_t taken = 0;
    struct sheet_report report;
    for (size_t cut = 4; cut < good_length; cut++) { /* less is a letter or two of text */
        char *copy = malloc(cut);
        memcpy(copy, good, cut);
        assert_int_not_equal(sheet_read(copy, cut, NULL, ignore_row, NULL, &report), SHEET_OK);
        free(copy);
    }
    for (size_t i = 0; i < good_length; i++) {
        good[i] = (char)(good[i] ^ 0x55);
        taken += sheet_read(good, good_length, NULL, ignore_row, NULL, &report) == SHEET_OK;
        good[i] = (char)(good[i] ^ 0x55);
    }
    assert_true(taken < good_length / 2); /* dates and such in the directory are nobody's concern */
}

/* 240 entries of nothing but 64 kB of extra fields, which libzip would make 100 MB of; the end record
 * tells `entries` and `size`. */
static char *extra_fields(size_t *length, unsigned entries, size_t size)
{
    enum { ENTRIES = 240, EXTRA = 64000, ENTRY = 46 + 6 + EXTRA };
    *length = 36 + (size_t)ENTRIES * ENTRY + 22;
    char *bytes = calloc(1, *length), *at = bytes;
    memcpy(at, "PK\3\4\x14", 5);
    at[26] = 6;
    for (int i = 0; i < ENTRIES; i++) {
        at = bytes + 36 + i * ENTRY;
        memcpy(at, "PK\1\2\x14\0\x14", 7);
        put((unsigned char *)at + 28, 2, 6);
        put((unsigned char *)at + 30, 2, EXTRA);
        memset(at + 46, '0', 6);
        for (int j = 0; j < EXTRA; j += 4)
            memcpy(at + 52 + j, "\x99\x99\0\0", 4);
    }
    at = bytes + 36 + ENTRIES * ENTRY;
    memcpy(at, "PK\5\6", 4);
    put((unsigned char *)at + 8, 2, entries);
    put((unsigned char *)at + 10, 2, entries);
    put((unsigned char *)at + 12, 4, size);
    put((unsigned char *)at + 16, 4, 36);
    return bytes;
}

static void a_directory_is_walked_before_libzip_reads_it(void **state)
{
    (void)state;
    static const struct {
        unsigned entries;
        size_t size;
    } told[] = {{240, 240 * 64052}, {240, 1000}, {1, 240 * 64052}, {1, 64052}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        size_t length;
        char *bytes = extra_fields(&length, told[i].entries, told[i].size);
        refused(bytes, length, SHEET_HOSTILE);
        free(bytes);
    }
    enum { ENTRIES = 70000 }; /* small, but many; behind a 64-bit end record */
    size_t length = 36 + (size_t)ENTRIES * 47 + 56 + 20 + 22;
    char *bytes = calloc(1, length), *at = bytes + 36;
    memcpy(bytes, "PK\3\4", 4);
    for (int i = 0; i < ENTRIES; i++, at += 47) {
        memcpy(at, "PK\1\2", 4);
        at[28] = 1;
        at[46] = 'x';
    }
    memcpy(at, "PK\6\6\x2c", 5);
    put((unsigned char *)at + 32, 8, ENTRIES);
    put((unsigned char *)at + 40, 8, ENTRIES * 47);
    put((unsigned char *)at + 48, 8, 36);
    memcpy(at + 56, "PK\6\7", 4);
    put((unsigned char *)at + 64, 8, (uint64_t)(at - bytes));
    memcpy(at + 76, "PK\5\6", 4);
    memset(at + 80, 0xff, 16);
    refused(bytes, length, SHEET_HOSTILE);
    put((unsigned char *)at + 64, 8, UINT64_MAX); /* and one that lies nowhere */
    refused(bytes, length, SHEET_HOSTILE);
    free(bytes);
}

static void the_guard_knows_where_tags_end(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool passes;
        int state;
    } cases[] = {
        {"<a b='>' c=\"'>\">", true, GUARD_TEXT},
        {"<a b='", true, GUARD_VALUE},
        {"<!-- <a b=' -- > \"-->", true, GUARD_TEXT},
        {"<!-->", true, GUARD_COMMENT},
        {"<!--->", true, GUARD_COMMENT},
        {"<!---->", true, GUARD_TEXT},
        {"<a><![CDATA[<b c='>]] >]>]]>", true, GUARD_TEXT},
        {"<a><![CDATA[]]]>", true, GUARD_TEXT},
        {"<?xml a='?' >?>", true, GUARD_TEXT},
        {"<?>", true, GUARD_COMMAND},
        {"<a><!DOCTYPE", false, 0},
        {"\xef\xbb\xbf<a/>", true, GUARD_TEXT},
        {"x<a/>", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct guard whole = {0}, bytewise = {0};
        size_t length = strlen(cases[i].text);
        assert_int_equal(guard_pass(&whole, cases[i].text, length), cases[i].passes);
        if (!cases[i].passes)
            continue;
        assert_int_equal(whole.state, cases[i].state);
        size_t mark = cases[i].text[0] == '<' ? 0 : 3; /* a byte order mark comes whole */
        assert_true(guard_pass(&bytewise, cases[i].text, mark));
        for (size_t j = mark; j < length; j++)
            assert_true(guard_pass(&bytewise, cases[i].text + j, 1));
        assert_int_equal(bytewise.state, cases[i].state);
    }
}

static int set_up(void **state)
{
    (void)state;
    good = workbook_make(OPEN "<row><c><v>1</v></c></row>" CLOSE, NULL, NULL, &good_length);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    free(good);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bomb_is_not_inflated),
        cmocka_unit_test(sizes_that_lie_are_not_believed),
        cmocka_unit_test(more_than_a_sheet_may_have_is_refused),
        cmocka_unit_test(laughs_are_not_heard),
        cmocka_unit_test(a_row_may_not_be_endless),
        cmocka_unit_test(cells_and_tags_may_not_be_endless),
        cmocka_unit_test(places_and_indexes_are_bounded),
        cmocka_unit_test(names_lead_nowhere_else),
        cmocka_unit_test(cut_and_bent_workbooks_are_survived),
        cmocka_unit_test(a_directory_is_walked_before_libzip_reads_it),
        cmocka_unit_test(the_guard_knows_where_tags_end),
    };
    return cmocka_run_group_tests_name("sheet_hostile", tests, set_up, tear_down);
}
