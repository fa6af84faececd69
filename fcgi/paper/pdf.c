#include "pdf.h"

#include "../base/heap.h"
#include "../base/text.h"
#include "picture.h"
#include "tree.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 100, OBJECTS_MOST = 2000000, KEYS_MOST = 100000 };

/* What is under way: every object that the root leads to is looked at once. */
struct pdf {
    qpdf_data data;
    struct object {
        int id, generation;
    } * waiting;
    size_t count, capacity;
    unsigned char *seen; /* a bit an object's number */
    size_t seen_bytes;
    enum paper_result result;
};

static bool is(struct pdf *pdf, qpdf_oh object, const char *name)
{
    return qpdf_oh_is_name_and_equals(pdf->data, object, name);
}

static bool key_is(struct pdf *pdf, qpdf_oh dictionary, const char *key, const char *name)
{
    qpdf_oh value = qpdf_oh_get_key(pdf->data, dictionary, key);
    bool equal = is(pdf, value, name);
    qpdf_oh_release(pdf->data, value);
    return equal;
}

static void remove_keys(struct pdf *pdf, qpdf_oh dictionary, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        qpdf_oh_remove_key(pdf->data, dictionary, keys[i]);
}
#define REMOVE_KEYS(pdf, dictionary, keys)                                                         \
    remove_keys(pdf, dictionary, keys, sizeof(keys) / sizeof *(keys))

/* True the first time. */
static bool see(struct pdf *pdf, int id)
{
    size_t byte = (size_t)id / 8;
    unsigned char bit = (unsigned char)(1 << id % 8);
    if (id <= 0 || id > OBJECTS_MOST)
        return false;
    if (byte >= pdf->seen_bytes) {
        size_t more = 2 * byte + 1024;
        pdf->seen = heap_grow(pdf->seen, more, 1);
        memset(pdf->seen + pdf->seen_bytes, 0, more - pdf->seen_bytes);
        pdf->seen_bytes = more;
    }
    bool first = !(pdf->seen[byte] & bit);
    pdf->seen[byte] |= bit;
    return first;
}

static void look_later(struct pdf *pdf, qpdf_oh object)
{
    struct object one = {qpdf_oh_get_object_id(pdf->data, object),
                         qpdf_oh_get_generation(pdf->data, object)};
    if (one.id > OBJECTS_MOST)
        pdf->result = PAPER_HOSTILE;
    if (!see(pdf, one.id))
        return;
    if (pdf->count == pdf->capacity) {
        pdf->capacity = 2 * pdf->capacity + 256;
        pdf->waiting = heap_grow(pdf->waiting, pdf->capacity, sizeof *pdf->waiting);
    }
    pdf->waiting[pdf->count++] = one;
}

/* An action that leaves the document otherwise than to an address of the web, or does something. */
static bool is_loose(struct pdf *pdf, qpdf_oh action)
{
    static const char *const harmless[] = {"/GoTo", "/Named", "/URI"};
    bool loose = false;
    if (!qpdf_oh_is_dictionary(pdf->data, action))
        return false; /* of /A there are other meanings */
    qpdf_oh kind = qpdf_oh_get_key(pdf->data, action, "/S");
    if (qpdf_oh_is_name(pdf->data, kind)) {
        const char *name = qpdf_oh_get_name(pdf->data, kind);
        /* Attributes of structure have names of their own in /O. */
        loose = !TEXT_AMONG(name, harmless) && !qpdf_oh_has_key(pdf->data, action, "/O");
        if (strcmp(name, "/URI") == 0) {
            qpdf_oh address = qpdf_oh_get_key(pdf->data, action, "/URI");
            const char *text = qpdf_oh_is_string(pdf->data, address)
                                   ? qpdf_oh_get_string_value(pdf->data, address)
                                   : "";
            loose = !tree_is_address(text);
            qpdf_oh_release(pdf->data, address);
        }
    }
    qpdf_oh_release(pdf->data, kind);
    return loose;
}

/* Comments, marks and links of a page: what they say stays, who said it when goes. */
static void clean_annotation(struct pdf *pdf, qpdf_oh dictionary)
{
    static const char *const keys[] = {"/M", "/NM", "/RC", "/FS", "/ExData", "/Sound", "/Movie"};
    if (!qpdf_oh_has_key(pdf->data, dictionary, "/Rect") ||
        !qpdf_oh_has_key(pdf->data, dictionary, "/Subtype"))
        return;
    REMOVE_KEYS(pdf, dictionary, keys);
    if (!key_is(pdf, dictionary, "/Subtype", "/Widget")) /* whose /T names the field */
        qpdf_oh_remove_key(pdf->data, dictionary, "/T");
}

static void clean_signature(struct pdf *pdf, qpdf_oh dictionary)
{
    static const char *const field[] = {"/V", "/Lock", "/SV"};
    static const char *const value[] = {"/Contents",  "/Cert",        "/Name", "/Reason",
                                        "/Location",  "/ContactInfo", "/M",    "/Prop_Build",
                                        "/Reference", "/Changes"};
    if (key_is(pdf, dictionary, "/FT", "/Sig"))
        REMOVE_KEYS(pdf, dictionary, field);
    if (qpdf_oh_has_key(pdf->data, dictionary, "/ByteRange"))
        REMOVE_KEYS(pdf, dictionary, value);
}

static void clean_dictionary(struct pdf *pdf, qpdf_oh dictionary)
{
    static const char *const keys[] = {"/Metadata",      "/PieceInfo",   "/LastModified",
                                       "/CreationDate",  "/ModDate",     "/Author",
                                       "/Creator",       "/Producer",    "/AF",
                                       "/EmbeddedFiles", "/EF",          "/RF",
                                       "/Collection",    "/CreatorInfo", "/Thumb",
                                       "/JavaScript",    "/JS",          "/AA",
                                       "/OpenAction",    "/XFA",         "/Perms",
                                       "/DSS",           "/Legal",       "/SpiderInfo",
                                       "/SigFlags",      "/OPI",         "/GTS_PDFXVersion"};
    static const char *const actions[] = {"/A", "/PA", "/Next"};
    REMOVE_KEYS(pdf, dictionary, keys);
    clean_annotation(pdf, dictionary);
    clean_signature(pdf, dictionary);
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        qpdf_oh action = qpdf_oh_get_key(pdf->data, dictionary, actions[i]);
        if (is_loose(pdf, action))
            qpdf_oh_remove_key(pdf->data, dictionary, actions[i]);
        qpdf_oh_release(pdf->data, action);
    }
    /* Word says of a picture from where it was taken. */
    qpdf_oh words = qpdf_oh_get_key(pdf->data, dictionary, "/Alt");
    if (qpdf_oh_is_string(pdf->data, words) &&
        tree_names_file(qpdf_oh_get_utf8_value(pdf->data, words)))
        qpdf_oh_remove_key(pdf->data, dictionary, "/Alt");
    qpdf_oh_release(pdf->data, words);
    qpdf_oh usage = qpdf_oh_get_key(pdf->data, dictionary, "/Usage");
    if (qpdf_oh_is_dictionary(pdf->data, usage))
        qpdf_oh_remove_key(pdf->data, usage, "/User");
    qpdf_oh_release(pdf->data, usage);
}

/* A picture as a camera wrote it, with what cameras write beside it. */
static void clean_picture(struct pdf *pdf, qpdf_oh stream, qpdf_oh dictionary)
{
    qpdf_oh filter = qpdf_oh_get_key(pdf->data, dictionary, "/Filter"), inner = 0;
    if (qpdf_oh_is_array(pdf->data, filter) && qpdf_oh_get_array_n_items(pdf->data, filter) == 1)
        inner = qpdf_oh_get_array_item(pdf->data, filter, 0);
    bool jpeg = is(pdf, inner ? inner : filter, "/DCTDecode");
    bool jp2 = is(pdf, inner ? inner : filter, "/JPXDecode");
    unsigned char *bytes = NULL;
    size_t length = 0;
    if ((jpeg || jp2) && pdf->result == PAPER_OK) {
        struct buffer cleaned;
        buffer_init(&cleaned, PAPER_BYTES);
        QPDF_BOOL filtered;
        if (qpdf_oh_get_stream_data(pdf->data, stream, qpdf_dl_none, &filtered, &bytes, &length) &
            QPDF_ERRORS)
            pdf->result = PAPER_DAMAGED;
        else
            pdf->result =
                jpeg ? picture_jpeg(&cleaned, bytes, length) : picture_jp2(&cleaned, bytes, length);
        qpdf_oh parameters = qpdf_oh_get_key(pdf->data, dictionary, "/DecodeParms");
        if (pdf->result == PAPER_OK && cleaned.length != length)
            qpdf_oh_replace_stream_data(pdf->data, stream, (const unsigned char *)cleaned.bytes,
                                        cleaned.length, filter, parameters);
        qpdf_oh_release(pdf->data, parameters);
        buffer_free(&cleaned);
        free(bytes); /* libqpdf takes it from malloc */
    }
    if (inner)
        qpdf_oh_release(pdf->data, inner);
    qpdf_oh_release(pdf->data, filter);
}

static void clean_object(struct pdf *pdf, qpdf_oh object, unsigned depth);

static void clean_child(struct pdf *pdf, qpdf_oh child, unsigned depth)
{
    if (qpdf_oh_is_indirect(pdf->data, child))
        look_later(pdf, child);
    else
        clean_object(pdf, child, depth + 1);
    qpdf_oh_release(pdf->data, child);
}

struct names {
    char **items;
    size_t count;
};

/* All of them before anything is done with one: libqpdf holds a single such reading at a time. A name that the dictionary does
 * not know under it has a NUL in it, which no honest writer puts there. */
static struct names names_of(struct pdf *pdf, qpdf_oh dictionary)
{
    struct names names = {0};
    size_t capacity = 0;
    qpdf_oh_begin_dict_key_iter(pdf->data, dictionary);
    while (qpdf_oh_dict_more_keys(pdf->data) && names.count < KEYS_MOST) {
        if (names.count == capacity) {
            capacity = 2 * capacity + 16;
            names.items = heap_grow(names.items, capacity, sizeof *names.items);
        }
        names.items[names.count++] = heap_text(qpdf_oh_dict_next_key(pdf->data));
    }
    bool good = names.count < KEYS_MOST;
    for (size_t i = 0; i < names.count && good; i++)
        good = qpdf_oh_has_key(pdf->data, dictionary, names.items[i]);
    if (!good)
        pdf->result = PAPER_HOSTILE;
    return names;
}

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static void clean_children(struct pdf *pdf, qpdf_oh dictionary, unsigned depth)
{
    struct names names = names_of(pdf, dictionary);
    for (size_t i = 0; i < names.count && pdf->result == PAPER_OK; i++)
        clean_child(pdf, qpdf_oh_get_key(pdf->data, dictionary, names.items[i]), depth);
    names_free(&names);
}

static void clean_object(struct pdf *pdf, qpdf_oh object, unsigned depth)
{
    if (depth > DEEPEST) {
        pdf->result = PAPER_HOSTILE;
    } else if (qpdf_oh_is_array(pdf->data, object)) {
        int count = qpdf_oh_get_array_n_items(pdf->data, object);
        for (int i = 0; i < count && pdf->result == PAPER_OK; i++)
            clean_child(pdf, qpdf_oh_get_array_item(pdf->data, object, i), depth);
    } else if (qpdf_oh_is_dictionary(pdf->data, object)) {
        clean_dictionary(pdf, object);
        clean_children(pdf, object, depth);
    } else if (qpdf_oh_is_stream(pdf->data, object)) {
        qpdf_oh dictionary = qpdf_oh_get_dict(pdf->data, object);
        clean_picture(pdf, object, dictionary);
        clean_dictionary(pdf, dictionary);
        clean_children(pdf, dictionary, depth);
        qpdf_oh_release(pdf->data, dictionary);
    }
}

/* Of the trailer the root alone: information, ids, checksums and whatever else stands there go. */
static void clean_trailer(struct pdf *pdf)
{
    static const char *const kept[] = {"/Root", "/Size"};
    qpdf_oh trailer = qpdf_get_trailer(pdf->data);
    struct names names = names_of(pdf, trailer);
    for (size_t i = 0; i < names.count; i++)
        if (!TEXT_AMONG(names.items[i], kept))
            qpdf_oh_remove_key(pdf->data, trailer, names.items[i]);
    names_free(&names);
    /* Written with its true value, but only where there is one. */
    qpdf_oh size = qpdf_oh_new_integer(pdf->data, 1);
    qpdf_oh_replace_key(pdf->data, trailer, "/Size", size);
    qpdf_oh_release(pdf->data, size);
    qpdf_oh root = qpdf_get_root(pdf->data);
    clean_child(pdf, root, 0);
    qpdf_oh_release(pdf->data, trailer);
}

static void write_anew(struct pdf *pdf, struct buffer *out)
{
    if (qpdf_init_write_memory(pdf->data) & QPDF_ERRORS) {
        pdf->result = PAPER_DAMAGED;
        return;
    }
    qpdf_set_stream_data_mode(pdf->data, qpdf_s_preserve);
    qpdf_set_object_stream_mode(pdf->data, qpdf_o_generate);
    qpdf_set_preserve_encryption(pdf->data, QPDF_FALSE);
    qpdf_set_deterministic_ID(pdf->data, QPDF_TRUE);
    if (qpdf_write(pdf->data) & QPDF_ERRORS)
        pdf->result = PAPER_DAMAGED;
    else
        buffer_add(out, qpdf_get_buffer(pdf->data), qpdf_get_buffer_length(pdf->data));
}

static enum paper_result read_error(struct pdf *pdf)
{
    bool locked = qpdf_has_error(pdf->data) &&
                  qpdf_get_error_code(pdf->data, qpdf_get_error(pdf->data)) == qpdf_e_password;
    return locked ? PAPER_ENCRYPTED : PAPER_DAMAGED;
}

enum paper_result pdf_clean(struct buffer *out, const void *bytes, size_t length)
{
    struct pdf pdf = {.data = qpdf_init(), .result = PAPER_OK};
    qpdf_silence_errors(pdf.data);
    qpdf_set_suppress_warnings(pdf.data, QPDF_TRUE);
    if (qpdf_read_memory(pdf.data, "paper", bytes, length, NULL) & QPDF_ERRORS)
        pdf.result = read_error(&pdf);
    else if (qpdf_get_num_pages(pdf.data) <= 0)
        pdf.result = PAPER_DAMAGED;
    if (pdf.result == PAPER_OK)
        clean_trailer(&pdf);
    while (pdf.count > 0 && pdf.result == PAPER_OK) {
        struct object one = pdf.waiting[--pdf.count];
        qpdf_oh object = qpdf_get_object_by_id(pdf.data, one.id, one.generation);
        clean_object(&pdf, object, 0);
        qpdf_oh_release(pdf.data, object);
    }
    if (pdf.result == PAPER_OK)
        write_anew(&pdf, out);
    if (qpdf_has_error(pdf.data))
        qpdf_get_error(pdf.data); /* else it is printed */
    qpdf_cleanup(&pdf.data);
    free(pdf.waiting);
    free(pdf.seen);
    return pdf.result;
}
