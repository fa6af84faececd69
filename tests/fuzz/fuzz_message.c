/* Any bytes as a partner's message. The first chooses the schema and how it is cut into pieces, which must make no difference; rows and
 * faults hold to what message.h says of them. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/sheet/message.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct message_schema *schemas[3];

struct seen {
    size_t rows, faults, sum; /* of all bytes of values */
    unsigned line;
};

static bool on_row(void *context, const struct message_row *row)
{
    struct seen *seen = context;
    assert(row->number == ++seen->rows && row->number <= MESSAGE_ROWS_MOST);
    assert(row->line >= seen->line && row->count <= MESSAGE_ATTRIBUTES);
    seen->line = row->line;
    for (size_t i = 0; i < row->count; i++) {
        const char *value = row->values[i].value;
        assert(strlen(value) < MESSAGE_VALUE && text_utf8(value, strlen(value)));
        for (; *value; value++)
            seen->sum = seen->sum * 31 + (unsigned char)*value;
        for (size_t j = 0; j < i; j++)
            assert(strcmp(row->values[i].name, row->values[j].name) != 0 ||
                   strlen(row->values[i].name) == 63);
    }
    return true;
}

static bool on_fault(void *context, const struct message_fault *fault)
{
    struct seen *seen = context;
    seen->faults++;
    assert(fault->row <= seen->rows && fault->line > 0);
    assert(fault->name[strspn(fault->name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789_-")] == '\0');
    return true;
}

static enum message_result read_all(const struct message_schema *schema, const char *bytes,
                                    size_t length, size_t piece, struct seen *seen)
{
    const struct message_reader reader = {on_row, on_fault, seen};
    *seen = (struct seen){0};
    struct message *message = message_new(schema, &reader);
    bool more = true;
    for (size_t at = 0; more && at < length; at += piece)
        more = message_feed(message, bytes + at, length - at < piece ? length - at : piece);
    unsigned line;
    enum message_result result = message_end(message, &line);
    assert(result < MESSAGE_RESULTS && result != MESSAGE_STOPPED);
    assert((result == MESSAGE_FAULTY) <= (seen->faults > 0));
    assert(result != MESSAGE_OK || (seen->rows > 0 && seen->faults == 0));
    assert(result == MESSAGE_OK || result == MESSAGE_FAULTY || *message_result_name(result));
    return result;
}

static void load(void)
{
    static const char *const names[3] = {"registrations", "exam-registrations", "results"};
    const char *build = getenv("BUILD");
    for (size_t i = 0; i < 3; i++) {
        char path[4200], error[4400];
        snprintf(path, sizeof path, "%s/assets/schemas/inbound-%s-1.xsd", build ? build : "build",
                 names[i]);
        schemas[i] = message_schema_load(path, error, sizeof error);
        if (!schemas[i]) {
            fprintf(stderr, "%s\n", error);
            abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct seen whole, cut;
    if (!schemas[0])
        load();
    if (size < 2)
        return 0;
    const struct message_schema *schema = schemas[*data % 3];
    const char *bytes = (const char *)data + 1;
    enum message_result result = read_all(schema, bytes, size - 1, size, &whole);
    enum message_result again = read_all(schema, bytes, size - 1, 1 + (size_t)*data / 3, &cut);
    assert((result == MESSAGE_OK) == (again == MESSAGE_OK));
    if (result == MESSAGE_OK)
        assert(whole.rows == cut.rows && whole.sum == cut.sum);
    return 0;
}
