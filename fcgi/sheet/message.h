/* Rows out of a message in XML that another system sends: one element of rows, whose attributes are their values
 * (xslt/schemas/inbound-*.rnc), read piece by piece and held to the message's schema (the XSD made of it) while it is read.
 *
 * Pure: bytes in, rows and faults out. No document type, no entity but XML's own five and numbers, no encoding but UTF-8; nothing
 * is opened or fetched. Memory is bounded by the largest tag (fcgi/sheet/guard.h), however much is fed. */
#ifndef SHEET_MESSAGE_H
#define SHEET_MESSAGE_H
#include <stdbool.h>
#include <stddef.h>

enum message_result {
    MESSAGE_OK,
    MESSAGE_STOPPED,  /* a callback said so */
    MESSAGE_FAULTY,   /* the fault function was called */
    MESSAGE_EMPTY,    /* no byte came */
    MESSAGE_LARGE,    /* more bytes than MESSAGE_BYTES */
    MESSAGE_ROWS,     /* more rows than MESSAGE_ROWS_MOST */
    MESSAGE_BROKEN,   /* not well-formed, or cut off */
    MESSAGE_ENCODING, /* says that it is in another encoding than UTF-8, or is */
    MESSAGE_DOCTYPE,  /* a document type or a tag beyond all measure */
    MESSAGE_DEEP,     /* elements within elements within rows */
    MESSAGE_RESULTS
};
enum {
    MESSAGE_BYTES = 8 << 20,
    MESSAGE_ROWS_MOST = 5000,
    MESSAGE_VALUE = 300,    /* bytes of a value, with its end */
    MESSAGE_ATTRIBUTES = 16 /* of a row: those beyond are the schema's to refuse */
};

struct message_value {
    const char *name,
        *value; /* decoded; a value that is longer than MESSAGE_VALUE is cut, and no schema of ours allows it */
};
struct message_row {
    size_t number; /* from 1 */
    unsigned line; /* where its tag ends, from 1 */
    size_t count;
    struct message_value values[MESSAGE_ATTRIBUTES];
};

/* What the schema says against it. */
enum message_wrong {
    MESSAGE_ELEMENT,   /* name: one that does not belong there, where it is known */
    MESSAGE_ATTRIBUTE, /* name: one that there is not */
    MESSAGE_MISSING,   /* name: of an attribute that must be there; "" of rows: there is none */
    MESSAGE_VALUE_OF,  /* name: of the attribute whose value is none of its kind */
    MESSAGE_TEXT       /* text where none belongs, or what else it says */
};
struct message_fault {
    size_t row; /* 0: the message itself */
    unsigned line;
    enum message_wrong wrong;
    char name[64]; /* of ASCII letters, digits, - and _; "" where it is none */
};

struct message_schema;
/* NULL with a sentence in `error`. Reads the file: before the sandbox. */
struct message_schema *message_schema_load(const char *path, char *error, size_t error_size);
void message_schema_free(struct message_schema *schema);

struct message_reader {
    /* A row, before the schema was asked about it: what it says comes to nothing when a fault follows. False: stop. */
    bool (*row)(void *context, const struct message_row *row);
    /* In the order of lines; several of one row may come. False: enough of them. */
    bool (*fault)(void *context, const struct message_fault *fault);
    void *context;
};
struct message;
/* The schema and the reader must live longer. Never NULL. Not to be used while a document is open (document_new … document_end). */
struct message *message_new(const struct message_schema *schema,
                            const struct message_reader *reader);
/* The next bytes, in pieces of any size. False: nothing more is wanted. */
bool message_feed(struct message *message, const char *bytes, size_t length);
/* Ends and frees it. *line (may be NULL): where it stopped being XML. */
enum message_result message_end(struct message *message, unsigned *line);

/* "broken", "doctype": the label is inbound.<that> (xslt/i18n/inbound.xml). "" for MESSAGE_OK, _STOPPED and _FAULTY. */
const char *message_result_name(enum message_result result);
#endif
