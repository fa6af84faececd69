/* sheet/message: rows and faults of what partners send, however it is cut; what is made to harm takes no memory. */
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/sheet/message.h"
#include "support_unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define SPACE "xmlns=\"urn:praktikum:inbound:registrations:1\""
#define START "<registrations " SPACE ">"
#define ROW "<registration student-number=\"S1\" activity=\"17\"/>\n"
#define END "</registrations>"

static struct message_schema *schema;

/* What was called back, as text: "1:2 student-number=S1 activity=17;". */
struct seen {
    char text[2000];
    size_t rows, faults, stop_after;
};

static void add(struct seen *seen, const char *text)
{
    size_t length = strlen(seen->text);
    snprintf(seen->text + length, sizeof seen->text - length, "%s", text);
}

static bool on_row(void *context, const struct message_row *row)
{
    struct seen *seen = context;
    char text[700];
    snprintf(text, sizeof text, "%zu:%u", row->number, row->line);
    add(seen, text);
    for (size_t i = 0; i < row->count; i++) {
        snprintf(text, sizeof text, " %s=%s", row->values[i].name, row->values[i].value);
        add(seen, text);
    }
    add(seen, ";");
    return ++seen->rows != seen->stop_after;
}

static bool on_fault(void *context, const struct message_fault *fault)
{
    static const char *const wrong[] = {[MESSAGE_ELEMENT] = "element",
                                        [MESSAGE_ATTRIBUTE] = "attribute",
                                        [MESSAGE_MISSING] = "missing",
                                        [MESSAGE_VALUE_OF] = "value",
                                        [MESSAGE_TEXT] = "text"};
    struct seen *seen = context;
    char text[200];
    snprintf(text, sizeof text, "!%zu:%u %s %s;", fault->row, fault->line, wrong[fault->wrong],
             fault->name);
    add(seen, text);
    seen->faults++;
    return true;
}

static enum message_result read_pieces(const char *bytes, size_t length, size_t piece,
                                       struct seen *seen, unsigned *line)
{
    const struct message_reader reader = {on_row, on_fault, seen};
    struct message *message = message_new(schema, &reader);
    bool more = true;
    for (size_t at = 0; more && at < length; at += piece)
        more = message_feed(message, bytes + at, length - at < piece ? length - at : piece);
    return message_end(message, line);
}

/* The same whole and byte by byte. */
static void reads(const char *text, enum message_result result, const char *expected)
{
    for (size_t piece = 1; piece < 100000; piece = piece == 1 ? 99999 : 100000) {
        struct seen seen = {.text = ""};
        assert_int_equal(read_pieces(text, strlen(text), piece, &seen, NULL), result);
        if (expected)
            assert_string_equal(seen.text, expected);
    }
}

static void rows_are_called_back(void **state)
{
    (void)state;
    reads("<?xml version=\"1.0\"?>\n" START "\n" ROW
          "\n <registration\n email='a&amp;b&#230;@x.no' "
          "activity=\"1\" class=\"B\" state=\"withdrawn\"/>" END,
          MESSAGE_OK,
          "1:3 student-number=S1 activity=17;2:6 email=a&b\xc3\xa6@x.no activity=1 class=B "
          "state=withdrawn;");
    reads("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><p:registrations "
          "xmlns:p=\"urn:praktikum:inbound:registrations:1\"><!-- x --><p:registration "
          "person=\"5\" instance=\"1\"></p:registration></p:registrations>",
          MESSAGE_OK, "1:1 person=5 instance=1;");
}

static void faults_have_their_place(void **state)
{
    (void)state;
    reads(START
          "\n<registration person=\"0\" activity=\"17\" class=\"AA\" state=\"x\" foo=\"1\"/>" END,
          MESSAGE_FAULTY,
          "1:2 person=0 activity=17 class=AA state=x foo=1;!1:2 value person;!1:2 value "
          "class;!1:2 value state;!1:2 attribute foo;");
    reads(START "\n\n" ROW "text" END, MESSAGE_FAULTY,
          "1:3 student-number=S1 activity=17;!0:4 text ;");
    reads(START END, MESSAGE_FAULTY, "!0:1 missing ;");
    reads("<registrations>" ROW END, MESSAGE_FAULTY, NULL);
    reads(START "<registration person=\"1\" activity=\"1\"><x/></registration>" END, MESSAGE_FAULTY,
          "1:1 person=1 activity=1;!1:1 element ;");
    reads("<registrations " SPACE " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "i:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\">" ROW END,
          MESSAGE_FAULTY, "!0:1 attribute schemaLocation;1:1 student-number=S1 activity=17;");
}

static void what_is_no_message(void **state)
{
    (void)state;
    reads("", MESSAGE_EMPTY, "");
    reads("hello", MESSAGE_BROKEN, "");
    reads("\n<?xml version=\"1.0\"?>" START ROW END, MESSAGE_BROKEN, "");
    reads(START ROW, MESSAGE_BROKEN, NULL);
    reads(START ROW END "x", MESSAGE_BROKEN, NULL);
    reads(START "<registration x:person=\"1\" person=\"2\" activity=\"1\"/>" END, MESSAGE_BROKEN,
          NULL);
    reads(START "<registration person=\"&x;\" activity=\"1\"/>" END, MESSAGE_BROKEN, NULL);
    reads(START "\xff" END, MESSAGE_BROKEN, NULL);
    reads("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" START ROW END, MESSAGE_ENCODING, "");
    reads("\xff\xfe<", MESSAGE_ENCODING, "");
    reads("<!DOCTYPE r>" START ROW END, MESSAGE_DOCTYPE, "");
    reads(
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" START ROW
            END,
        MESSAGE_DOCTYPE, "");
    reads(START "<registration><registration><registration><registration><registration>"
                "<registration><registration><registration><registration>",
          MESSAGE_DEEP, NULL);
    for (enum message_result result = MESSAGE_EMPTY; result < MESSAGE_RESULTS; result++)
        assert_true(*message_result_name(result) != '\0');
}

static void a_reader_may_stop(void **state)
{
    (void)state;
    struct seen seen = {.stop_after = 2};
    assert_int_equal(
        read_pieces(START ROW ROW ROW END, strlen(START ROW ROW ROW END), 99, &seen, NULL),
        MESSAGE_STOPPED);
    assert_int_equal(seen.rows, 2);
}

/* ---- how much it takes ---- */

struct measured {
    enum message_result result;
    unsigned line;
    long kilobytes; /* by which the process grew at its largest */
};

/* `start`, then `piece` again and again: at most `times`. */
static enum message_result feed(const char *start, const char *piece, size_t times, unsigned *line)
{
    struct seen seen = {.text = ""};
    const struct message_reader reader = {on_row, on_fault, &seen};
    struct message *message = message_new(schema, &reader);
    bool more = message_feed(message, start, strlen(start));
    for (size_t i = 0; more && i < times; i++)
        more = message_feed(message, piece, strlen(piece));
    return message_end(message, line);
}

static struct measured measure(const char *start, const char *piece, size_t times)
{
    struct measured *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(shared != MAP_FAILED);
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child) {
        struct rusage before, after;
        feed(START, ROW, 1000, &shared->line); /* what any takes at first */
        getrusage(RUSAGE_SELF, &before);
        shared->result = feed(start, piece, times, &shared->line);
        getrusage(RUSAGE_SELF, &after);
        shared->kilobytes = after.ru_maxrss - before.ru_maxrss;
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct measured measured = *shared;
    munmap(shared, sizeof *shared);
    return measured;
}

/* Sanitizers and valgrind take their part. */
enum { KILOBYTES_MOST = 6000 };

static void refused(const char *start, const char *piece, size_t times, enum message_result result)
{
    struct measured measured = measure(start, piece, times);
    if (measured.kilobytes > KILOBYTES_MOST)
        print_error("%ld kB\n", measured.kilobytes);
    assert_int_equal(measured.result, result);
    assert_true(measured.kilobytes <= KILOBYTES_MOST);
}

static void nothing_makes_it_grow(void **state)
{
    (void)state;
    enum { MUCH = 200000 }; /* times fifty bytes and more: beyond what is read of any */
    refused(START, ROW, MUCH, MESSAGE_ROWS);
    refused(START, "                                                                ", MUCH,
            MESSAGE_LARGE);
    refused(START, "<registration>", MUCH, MESSAGE_DEEP);
    refused(START "<registration ", "a='' b='' c='' d='' e='' f='' g='' h='' ", MUCH,
            MESSAGE_DOCTYPE);
    refused(START "<registration person=\"", "1111111111111111111111111111", MUCH, MESSAGE_DOCTYPE);
    refused(START "<!--", "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", MUCH, MESSAGE_DOCTYPE);
    refused(START, "<!-- yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy -->", MUCH, MESSAGE_LARGE);
    refused("<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>", "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>", MUCH,
            MESSAGE_DOCTYPE);
    struct measured measured = measure(START "\n", ROW, MUCH);
    assert_int_equal(measured.line, 2 + MESSAGE_ROWS_MOST);
}

/* What is left of a piece when it is refused was read on from memory that had been given back. */
static void refused_within_a_piece(void **state)
{
    enum { ROWS = 2 * MESSAGE_ROWS_MOST };
    struct buffer text;
    (void)state;
    buffer_init(&text, 1 << 20);
    for (size_t i = 0; i < ROWS; i++)
        buffer_text(&text, ROW);
    refused(START, text.bytes, 1, MESSAGE_ROWS);
    buffer_free(&text);
}

static int load(void **state)
{
    char path[4200], error[4400];
    const char *build = getenv("BUILD");
    (void)state;
    snprintf(path, sizeof path, "%s/assets/schemas/inbound-registrations-1.xsd",
             build ? build : "build");
    schema = message_schema_load(path, error, sizeof error);
    if (!schema)
        print_error("%s\n", error);
    assert_null(message_schema_load("/nowhere.xsd", error, sizeof error));
    assert_non_null(strstr(error, "/nowhere.xsd"));
    return schema ? 0 : 1;
}

static int unload(void **state)
{
    (void)state;
    message_schema_free(schema);
    message_schema_free(NULL);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_called_back),  cmocka_unit_test(faults_have_their_place),
        cmocka_unit_test(what_is_no_message),    cmocka_unit_test(a_reader_may_stop),
        cmocka_unit_test(nothing_makes_it_grow), cmocka_unit_test(refused_within_a_piece),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
