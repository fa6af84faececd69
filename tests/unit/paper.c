/* The cleaner of handed-in files. In every sample whatever tells of the author holds LEAK (or the year 1987), and whatever the
 * author says holds KEEP: afterwards the first is nowhere, also unpacked, and the second where it was. */
#include "../../fcgi/paper/paper.h"
#include "../../fcgi/paper/archive.h"
#include "../../fcgi/paper/picture.h"

#include <qpdf/qpdf-c.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct buffer in, out, loose;

static int start(void **state)
{
    (void)state;
    buffer_init(&in, PAPER_BYTES + 1);
    buffer_init(&out, PAPER_BYTES);
    buffer_init(&loose, 8 * PAPER_BYTES);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    buffer_free(&in);
    buffer_free(&out);
    buffer_free(&loose);
    return 0;
}

static bool holds(const struct buffer *buffer, const char *text)
{
    return buffer->length > 0 && memmem(buffer->bytes, buffer->length, text, strlen(text));
}

static enum paper_result clean(enum paper_kind *kind)
{
    return paper_clean(&out, in.bytes, in.length, kind);
}

static void assert_cleaned(enum paper_kind expected)
{
    enum paper_kind kind = PAPER_KINDS;
    assert_string_equal(paper_result_name(clean(&kind)), "");
    assert_int_equal(kind, expected);
    assert_false(holds(&out, "LEAK"));
    assert_false(holds(&out, "1987"));
}

/* Cleaning what is clean changes nothing: so there is nothing left to take. */
static void assert_settled(void)
{
    enum paper_kind kind;
    struct buffer again;
    buffer_init(&again, PAPER_BYTES);
    assert_int_equal(paper_clean(&again, out.bytes, out.length, &kind), PAPER_OK);
    assert_int_equal(again.length, out.length);
    assert_memory_equal(again.bytes, out.bytes, out.length);
    buffer_free(&again);
}

/* JPEG: what a camera writes. */
static void segment(struct buffer *to, unsigned char marker, const char *bytes, size_t length)
{
    const unsigned char head[] = {0xFF, marker, (unsigned char)((length + 2) >> 8),
                                  (unsigned char)(length + 2)};
    buffer_add(to, head, sizeof head);
    buffer_add(to, bytes, length);
}

static void add_jpeg(struct buffer *to, unsigned char way)
{
    char exif[] = "Exif\0\0II*"
                  "\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x3B\x01\x02\0\x08\0\0\0\x26"
                  "\0\0\0\0\0\0\0"
                  "LEAK Nordmann 1987";
    exif[24] = (char)way;
    buffer_add(to, "\xFF\xD8", 2);
    segment(to, 0xE0, "JFIF\0\1\1\0\0\1\0\1\1\1LEK", 17);
    segment(to, 0xE1, exif, sizeof exif - 1);
    segment(to, 0xE1, "http://ns.adobe.com/xap/1.0/\0<LEAK/>", 36);
    segment(to, 0xED, "Photoshop 3.0\0LEAK", 18);
    segment(to, 0xFE, "LEAK comment", 12);
    segment(to, 0xDB, "\0table", 6);
    segment(to, 0xC0, "\x08\0\x01\0\x01\x01\x01\x11\0", 9);
    segment(to, 0xC4, "\0huffman", 8);
    segment(to, 0xDA, "\x01\x01\0\0\x3F\0", 6);
    buffer_add(to, "KEEP\xFF\0KEEP\xFF\xD0KEEP", 16);
    buffer_add(to, "\xFF\xD9LEAK behind the end 1987", 26);
}

static void test_jpeg(void **state)
{
    (void)state;
    buffer_clear(&in);
    add_jpeg(&in, 6);
    assert_cleaned(PAPER_JPEG);
    assert_true(memmem(out.bytes, out.length, "KEEP\xFF\0KEEP\xFF\xD0KEEP\xFF\xD9", 18));
    /* Which side is up, and no more of what the camera wrote. */
    assert_true(memmem(out.bytes, out.length,
                       "\xFF\xE1\0\x22"
                       "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                       36));
    assert_settled();
    buffer_clear(&in);
    add_jpeg(&in, 1);
    assert_cleaned(PAPER_JPEG);
    assert_false(holds(&out, "Exif"));
    /* Cut off within the scan it is shown by every viewer, and taken; before, it is not. */
    enum paper_kind kind;
    in.length -= 40;
    assert_int_equal(clean(&kind), PAPER_OK);
    in.length = 100;
    assert_int_equal(clean(&kind), PAPER_DAMAGED);
}

static uint32_t crc(const char *bytes, size_t length)
{
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < length; i++) {
        sum ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
    }
    return ~sum;
}

static void big(struct buffer *to, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_char(to, (char)(value >> shift));
}

static void chunk(struct buffer *to, const char *name, const char *bytes, size_t length)
{
    size_t from = to->length + 4;
    big(to, (uint32_t)length);
    buffer_text(to, name);
    buffer_add(to, bytes, length);
    big(to, crc(to->bytes + from, length + 4));
}

static void add_png(struct buffer *to)
{
    buffer_add(to, "\x89PNG\r\n\x1A\n", 8);
    chunk(to, "IHDR", "\0\0\0\1\0\0\0\1\x08\0\0\0\0", 13);
    chunk(to, "tEXt", "Author\0LEAK", 11);
    chunk(to, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0LEAK", 26);
    chunk(to, "tIME", "1987LEA", 7);
    chunk(to, "eXIf", "II*\0LEAK", 8);
    chunk(to, "iCCP", "LEAK profile\0\0", 14);
    chunk(to, "pHYs", "\0\0\x0B\x13\0\0\x0B\x13\1", 9);
    chunk(to, "IDAT", "KEEP", 4);
    chunk(to, "IEND", "", 0);
    buffer_text(to, "LEAK behind the end");
}

static void test_png(void **state)
{
    (void)state;
    buffer_clear(&in);
    add_png(&in);
    assert_cleaned(PAPER_PNG);
    assert_true(holds(&out, "KEEP") && holds(&out, "pHYs") && holds(&out, "IEND"));
    assert_settled();
    enum paper_kind kind;
    in.bytes[20] ^= 1; /* a sum that does not agree */
    assert_int_equal(clean(&kind), PAPER_DAMAGED);
}

static void test_gif(void **state)
{
    (void)state;
    const char *extension = NULL;
    static const char gif[] = "GIF89a\1\0\1\0\0\0\0!\xFE\4LEAK\0!\xFF\x0BXMP "
                              "DataXMP\4LEAK\0!\xFF\x0BNETSCAPE2.0\3\1\0\0\0"
                              "!\xF9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\4KEEP\0;LEAK";
    buffer_clear(&out);
    assert_int_equal(picture_clean(&out, gif, sizeof gif - 1, &extension), PAPER_OK);
    assert_string_equal(extension, "gif");
    assert_true(holds(&out, "KEEP") && holds(&out, "NETSCAPE") && !holds(&out, "LEAK"));
}

static void test_text(void **state)
{
    (void)state;
    enum paper_kind kind;
    static const struct {
        const char *bytes;
        size_t length;
        const char *wanted; /* NULL: refused as unknown */
    } texts[] = {{"\xEF\xBB\xBF"
                  "Åse\r\nsier\rhei\n",
                  18, "Åse\nsier\nhei\n"},
                 {"\xC5se\r\n", 5, "Åse\n"},
                 {"\xFE\xFF\xFE\xFF\0h", 6, "h"},
                 {"\xFF\xFEh\0i\0", 6, "hi"},
                 {"{\\rtf1{\\info{\\author LEAK}}}", 28, NULL},
                 {"<!DOCTYPE html><meta name=author content=LEAK>", 46, NULL},
                 {"  <?xml version='1.0'?><office:document/>", 41, NULL},
                 {"%!PS-Adobe-3.0\n%%Creator: LEAK", 30, NULL},
                 {"From: LEAK@example.org\n\nhei", 27, NULL},
                 {"a\0b", 3, NULL},
                 {"\x1B[31mred", 8, NULL},
                 {"\x7F"
                  "ELF\2\1\1",
                  7, NULL}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        buffer_clear(&in);
        buffer_add(&in, texts[i].bytes, texts[i].length);
        assert_int_equal(clean(&kind), texts[i].wanted ? PAPER_OK : PAPER_UNKNOWN);
        if (texts[i].wanted)
            assert_string_equal(out.bytes, texts[i].wanted);
    }
    assert_int_equal(paper_clean(&out, " \n", 2, &kind), PAPER_EMPTY);
    assert_int_equal(paper_clean(&out, "", 0, &kind), PAPER_EMPTY);
}

static void test_refused(void **state)
{
    (void)state;
    enum paper_kind kind;
    static const char heic[] = "\0\0\0\x18"
                               "ftypheic",
                      tiff[] = "II*\0\x08\0\0\0", old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1Word",
                      locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                                 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    assert_int_equal(paper_clean(&out, heic, sizeof heic, &kind), PAPER_UNKNOWN);
    assert_int_equal(paper_clean(&out, tiff, sizeof tiff, &kind), PAPER_UNKNOWN);
    assert_int_equal(paper_clean(&out, "GIF89a", 6, &kind), PAPER_UNKNOWN);
    assert_int_equal(paper_clean(&out, "\xEF\xBB\xBFGIF89a", 9, &kind), PAPER_UNKNOWN);
    assert_int_equal(paper_clean(&out, old, sizeof old, &kind), PAPER_UNKNOWN);
    assert_int_equal(paper_clean(&out, locked, sizeof locked, &kind), PAPER_ENCRYPTED);
    assert_int_equal(paper_clean(&out, "PK\3\4", 4, &kind), PAPER_DAMAGED);
    assert_int_equal(paper_clean(&out, "%PDF-1.7\n", 9, &kind), PAPER_DAMAGED);
}

/* What a zip holds, unpacked one after the other, names too. */
static void unpack(void)
{
    struct archive archive;
    const char *name;
    assert_int_equal(archive_open(&archive, out.bytes, out.length), PAPER_OK);
    buffer_clear(&loose);
    for (size_t i = 0; (name = archive_name(&archive, i)); i++) {
        zip_stat_t about;
        assert_int_equal(zip_stat_index(archive.package.archive, i, 0, &about), 0);
        assert_true(about.mtime < 315619200 + 2 * 86400); /* 1980 */
        buffer_printf(&loose, "\n[%s]\n", name);
        assert_int_equal(archive_read(&archive, name, &loose), PAPER_OK);
    }
    archive_close(&archive);
    const char *leak = memmem(loose.bytes, loose.length, "LEAK", 4);
    if (!leak)
        leak = memmem(loose.bytes, loose.length, "1987", 4);
    if (leak)
        fprintf(stderr, "left: %.200s\n",
                leak - (leak - loose.bytes < 100 ? leak - loose.bytes : 100));
    assert_null(leak);
    assert_settled();
}

static void add(struct parts *parts, const char *name, const char *text)
{
    buffer_text(parts_add(parts, name), text);
}

#define WORD                                                                                       \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "                          \
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "         \
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                           \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\""
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS                                                                                  \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TEXT_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char document[] =
    "<?xml version=\"1.0\"?><?LEAK instruction?><!-- LEAK --><w:document " WORD "><w:body>"
    "<w:p w:rsidR=\"LEAK0001\" w:rsidRDefault=\"LEAK0001\" w14:paraId=\"LEAK0002\" "
    "w14:textId=\"LEAK0003\"><w:r w:rsidRPr=\"LEAK0004\"><w:t>KEEP text 1</w:t></w:r></w:p>"
    "<w:p><w:ins w:id=\"1\" w:author=\"LEAK Nordmann\" "
    "w:date=\"1987-01-02T03:04:05Z\"><w:r><w:t>KEEP inserted</w:t></w:r></w:ins>"
    "<w:del w:id=\"2\" w:author=\"LEAK\" w:date=\"1987-01-02T03:04:05Z\"><w:r><w:delText>KEEP "
    "deleted</w:delText></w:r></w:del></w:p>"
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> "
    "AUT</w:instrText></w:r><w:r><w:instrText>HOR \\* MERGEFORMAT</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>LEAK "
    "Nordmann</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>KEEP "
    "after</w:t></w:r></w:p>"
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    "<w:r><w:t>KEEP page</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    "<w:fldSimple w:instr=\" filename \\p \"><w:r><w:t>C:\\LEAK</w:t></w:r></w:fldSimple>"
    "<w:fldSimple w:instr=\" DOCPROPERTY Company \"><w:r><w:t>LEAK</w:t></w:r></w:fldSimple>"
    "<w:hyperlink r:id=\"web\"><w:r><w:t>KEEP link</w:t></w:r></w:hyperlink><w:hyperlink "
    "r:id=\"file\"><w:r><w:t>KEEP words of a link to a file</w:t></w:r></w:hyperlink>"
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"LEAK.jpg\" "
    "descr=\"C:\\Users\\LEAK\\a.jpg\"/><a:blip "
    "r:embed=\"picture\"/></wp:inline></w:drawing></w:r></w:p>"
    "<w:p><w:r><w:object o:gfxdata=\"LEAK\"><o:OLEObject r:id=\"object\" "
    "ProgID=\"LEAK\"/><w:pict><a:blip r:embed=\"picture\"/></w:pict></w:object></w:r></w:p>"
    "<w:sectPr w:rsidR=\"LEAK0005\"><w:printerSettings r:id=\"printer\"/><w:headerReference "
    "r:id=\"head\"/></w:sectPr></w:body></w:document>";

static void make_docx(void)
{
    struct parts parts = {0};
    add(&parts, "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" TEXT_TYPE "document.main+xml\"/>"
        "<Override PartName=\"/word/LEAK.xml\" ContentType=\"" TEXT_TYPE "settings+xml\"/>"
        "<Override PartName=\"/word/comments.xml\" ContentType=\"" TEXT_TYPE "comments+xml\"/>"
        "<Override PartName=\"/word/header1.xml\" ContentType=\"" TEXT_TYPE "header+xml\"/>"
        "<Override PartName=\"/word/people.xml\" ContentType=\"" TEXT_TYPE "people+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
    add(&parts, "_rels/.rels",
        RELATIONS "<Relationship Id=\"rId1\" Type=\"" RELATION
                  "officeDocument\" Target=\"word/document.xml\"/>"
                  "<Relationship Id=\"rId2\" "
                  "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                  "core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
    add(&parts, "docProps/core.xml", "<p>LEAK 1987</p>");
    add(&parts, "docProps/thumbnail.jpeg", "LEAK");
    add(&parts, "customXml/item1.xml", "<p>LEAK</p>");
    add(&parts, "word/document.xml", document);
    add(&parts, "word/_rels/document.xml.rels",
        RELATIONS
        "<Relationship Id=\"settings\" Type=\"" RELATION "settings\" Target=\"LEAK.xml\"/>"
        "<Relationship Id=\"comments\" Type=\"" RELATION
        "comments\" Target=\"/word/comments.xml\"/>"
        "<Relationship Id=\"head\" Type=\"" RELATION "header\" Target=\"./header1.xml\"/>"
        "<Relationship Id=\"people\" "
        "Type=\"http://schemas.microsoft.com/office/2011/relationships/people\" "
        "Target=\"people.xml\"/>"
        "<Relationship Id=\"picture\" Type=\"" RELATION
        "image\" Target=\"../word/media/LEAK.jpg\"/>"
        "<Relationship Id=\"object\" Type=\"" RELATION
        "oleObject\" Target=\"embeddings/LEAK.bin\"/>"
        "<Relationship Id=\"printer\" Type=\"" RELATION
        "printerSettings\" Target=\"printerSettings1.bin\"/>"
        "<Relationship Id=\"web\" Type=\"" RELATION
        "hyperlink\" Target=\"https://example.org/?a=1&amp;b=KEEP\" TargetMode=\"External\"/>"
        "<Relationship Id=\"file\" Type=\"" RELATION
        "hyperlink\" Target=\"file:///C:/Users/LEAK/a.docx\" "
        "TargetMode=\"External\"/></Relationships>");
    add(&parts, "word/LEAK.xml",
        "<w:settings " WORD "><w:rsids><w:rsid w:val=\"LEAK\"/></w:rsids><w:attachedTemplate "
        "r:id=\"template\"/><w:docVars><w:docVar w:val=\"LEAK\"/></w:docVars>"
        "<w14:docId w14:val=\"LEAK\"/><w:zoom w:percent=\"100\"/></w:settings>");
    add(&parts, "word/_rels/LEAK.xml.rels",
        RELATIONS "<Relationship Id=\"template\" Type=\"" RELATION
                  "attachedTemplate\" Target=\"file:///C:/Users/LEAK/Normal.dotm\" "
                  "TargetMode=\"External\"/></Relationships>");
    add(&parts, "word/comments.xml",
        "<w:comments " WORD "><w:comment w:id=\"0\" w:author=\"LEAK\" w:initials=\"LEAK\" "
        "w:date=\"1987-01-01T00:00:00Z\"><w:p><w:r><w:t>KEEP "
        "comment</w:t></w:r></w:p></w:comment></w:comments>");
    add(&parts, "word/header1.xml",
        "<w:hdr " WORD
        "><w:p w:rsidR=\"LEAK0009\"><w:r><w:t>KEEP header</w:t></w:r></w:p></w:hdr>");
    add(&parts, "word/people.xml", "<w:people " WORD "><w:person w:author=\"LEAK\"/></w:people>");
    add(&parts, "word/embeddings/LEAK.bin", "LEAK");
    add(&parts, "word/printerSettings1.bin", "LEAK");
    add_jpeg(parts_add(&parts, "word/media/LEAK.jpg"), 3);
    buffer_clear(&in);
    assert_int_equal(parts_write(&parts, false, &in), PAPER_OK);
    parts_free(&parts);
}

static void test_docx(void **state)
{
    (void)state;
    static const char *const kept[] = {"KEEP text 1",
                                       "KEEP inserted",
                                       "KEEP deleted",
                                       "KEEP after",
                                       "KEEP page",
                                       "KEEP link",
                                       "KEEP words of a link to a file",
                                       "KEEP comment",
                                       "KEEP header",
                                       "a=1&amp;b=KEEP",
                                       "KEEP\xFF",
                                       "r:embed=\"picture\"",
                                       "w:author=\"Author\"",
                                       "w:percent=\"100\""};
    make_docx();
    assert_cleaned(PAPER_DOCX);
    unpack();
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(holds(&loose, kept[i]) || !fprintf(stderr, "lost: %s\n", kept[i]));
    assert_false(holds(&loose, "OLEObject") || holds(&loose, "attachedTemplate") ||
                 holds(&loose, "printerSettings") || holds(&loose, "docProps"));
}

static void test_packages(void **state)
{
    (void)state;
    enum paper_kind kind;
    struct parts parts = {0};
    add(&parts, "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>");
    add(&parts, "_rels/.rels",
        RELATIONS "<Relationship Id=\"rId1\" Type=\"" RELATION
                  "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    add(&parts, "word/document.xml", document);
    buffer_clear(&in);
    assert_int_equal(parts_write(&parts, false, &in), PAPER_OK);
    assert_int_equal(clean(&kind), PAPER_UNKNOWN); /* with macros */
    parts_free(&parts);
    add(&parts, "a.txt", "LEAK");
    buffer_clear(&in);
    assert_int_equal(parts_write(&parts, false, &in), PAPER_OK);
    assert_int_equal(clean(&kind), PAPER_UNKNOWN); /* any zip */
    parts_free(&parts);
    make_docx();
    in.length -= 30; /* cut off */
    assert_int_equal(clean(&kind), PAPER_DAMAGED);
}

#define OFFICE                                                                                     \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                           \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                               \
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "                               \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "  \
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                            \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                             \
    "xmlns:officeooo=\"http://openoffice.org/2009/office\""
#define ENTRY(path) "<m:file-entry m:full-path=\"" path "\" m:media-type=\"text/xml\"/>"

static void make_odt(const char *more)
{
    struct parts parts = {0};
    char manifest[2000], content[4000];
    snprintf(manifest, sizeof manifest,
             "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">" ENTRY(
                 "/") ENTRY("content.xml") ENTRY("meta.xml") ENTRY("Pictures/LEAK.jpg")
                 ENTRY("Thumbnails/LEAK.png") "%s</m:manifest>",
             more);
    snprintf(content, sizeof content,
             "<office:document-content " OFFICE "><office:scripts>LEAK</"
             "office:scripts><office:automatic-styles><style:style><style:text-properties "
             "officeooo:rsid=\"LEAK0001\" "
             "officeooo:paragraph-rsid=\"LEAK0002\"/></style:style></office:automatic-styles>"
             "<office:body><office:text><text:p>KEEP "
             "text<office:annotation><dc:creator>LEAK</dc:creator><dc:date>1987-01-01T00:00:00</"
             "dc:date><meta:creator-initials>LEAK</meta:creator-initials><text:p>KEEP "
             "note</text:p></office:annotation></text:p>"
             "<text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:"
             "creator>LEAK</dc:creator><dc:date>1987-01-01T00:00:00</dc:date></"
             "office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
             "<text:p>KEEP by "
             "<text:author-name>LEAK</text:author-name><text:sender-email>LEAK</"
             "text:sender-email><text:file-name><text:span>LEAK.odt</text:span></text:file-name></"
             "text:p>"
             "<text:p><text:a xlink:href=\"file:///home/LEAK/a\">KEEP words of a "
             "link</text:a><text:a xlink:href=\"https://example.org/KEEP\">KEEP</text:a><text:a "
             "xlink:href=\"../LEAK.odt\">KEEP</text:a></text:p>"
             "<draw:frame><draw:image "
             "xlink:href=\"Pictures/LEAK.jpg\"/></draw:frame><draw:frame><draw:image "
             "xlink:href=\"https://example.org/LEAK.png\"/></draw:frame></office:text></"
             "office:body></office:document-content>");
    add(&parts, "mimetype", "application/vnd.oasis.opendocument.text");
    add(&parts, "content.xml", content);
    add(&parts, "meta.xml", "<p>LEAK</p>");
    add(&parts, "settings.xml", "<p>LEAK</p>");
    add(&parts, "Thumbnails/LEAK.png", "LEAK");
    add(&parts, "META-INF/documentsignatures.xml", "<p>LEAK</p>");
    add_jpeg(parts_add(&parts, "Pictures/LEAK.jpg"), 1);
    add(&parts, "META-INF/manifest.xml", manifest);
    buffer_clear(&in);
    assert_int_equal(parts_write(&parts, true, &in), PAPER_OK);
    parts_free(&parts);
}

static void test_odt(void **state)
{
    (void)state;
    static const char *const kept[] = {"KEEP text",
                                       "KEEP note",
                                       "KEEP by ",
                                       "KEEP words of a link",
                                       "https://example.org/KEEP",
                                       "xlink:href=\"Pictures/1.jpeg\"",
                                       "full-path=\"Pictures/1.jpeg\"",
                                       "KEEP\xFF",
                                       "text:file-name"};
    make_odt("");
    assert_cleaned(PAPER_ODT);
    assert_memory_equal(out.bytes + 30, "mimetypeapplication/vnd.oasis.opendocument.text",
                        47); /* first, and as it is */
    unpack();
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(holds(&loose, kept[i]) || !fprintf(stderr, "lost: %s\n", kept[i]));
    enum paper_kind kind;
    make_odt("<m:file-entry m:full-path=\"styles.xml\"><m:encryption-data/></m:file-entry>");
    assert_int_equal(clean(&kind), PAPER_ENCRYPTED);
}

/* A PDF without its table, which libqpdf finds out by itself. */
static const char pdf[] =
    "%PDF-1.7\n% LEAK\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R/Metadata 7 0 "
    "R/OpenAction<</S/JavaScript/JS(LEAK)>>/Names<</EmbeddedFiles<</Names[(LEAK)8 0 "
    "R]>>/Dests<</Names[(KEEP)[3 0 R/Fit]]>>>>"
    "/AcroForm<</SigFlags 3/Fields[9 0 "
    "R]/XFA(LEAK)>>/PieceInfo<</LEAK<</LastModified(D:1987)>>>>/Lang(nb)>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 "
    "R/LastModified(D:1987)/Resources<</XObject<</I 6 0 "
    "R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    "/Annots[5 0 R 9 0 R 10 0 R 11 0 R]/AA<</O<</S/JavaScript/JS(LEAK)>>>>>>endobj\n"
    "4 0 obj<</Length 38>>stream\nBT /F 12 Tf 10 10 Td (KEEP page) Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(LEAK "
    "Nordmann)/M(D:1987)/CreationDate(D:1987)/NM(LEAK)/RC(<p>LEAK</p>)/Contents(KEEP "
    "note)>>endobj\n"
    "7 0 obj<</Type/Metadata/Subtype/XML/Length 11>>stream\n<x>LEAK</x>\nendstream endobj\n"
    "8 0 obj<</Type/Filespec/F(LEAK)/EF<</F 7 0 R>>>>endobj\n"
    "9 0 obj<</Type/Annot/Subtype/Widget/FT/Sig/T(KEEPfield)/Rect[0 0 9 "
    "9]/V<</Type/Sig/Name(LEAK)/M(D:1987)/ByteRange[0 1 2 3]/Contents<4C45414B>>>>>endobj\n"
    "10 0 obj<</Type/Annot/Subtype/Link/Rect[0 0 9 "
    "9]/A<</S/URI/URI(https://example.org/KEEP)>>>>endobj\n"
    "11 0 obj<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(KEEP "
    "second)/A<</S/URI/URI(file:///home/LEAK/a.pdf)>>>>endobj\n"
    "12 0 obj<</Author(LEAK)/Creator(LEAK)/CreationDate(D:1987)>>endobj\n"
    "13 0 obj(LEAK unreferenced)endobj\n";

static void make_pdf(void)
{
    struct buffer jpeg;
    buffer_init(&jpeg, 100000);
    add_jpeg(&jpeg, 1);
    buffer_clear(&in);
    buffer_text(&in, pdf);
    buffer_printf(&in,
                  "6 0 obj<</Type/XObject/Subtype/Image/Width 1/Height "
                  "1/ColorSpace/DeviceGray/BitsPerComponent 8/Metadata 7 0 "
                  "R/Filter[/DCTDecode]/Length %zu>>stream\n",
                  jpeg.length);
    buffer_add(&in, jpeg.bytes, jpeg.length);
    buffer_text(&in, "\nendstream endobj\ntrailer<</Root 1 0 R/Info 12 0 R"
                     "/ID[<4C45414B><4C45414B>]/DocChecksum/LEAK>>\nstartxref\n0\n%%EOF\n");
    buffer_free(&jpeg);
}

static void write_loose(const char *password, bool encrypt)
{
    struct buffer *from = encrypt ? &in : &out;
    qpdf_data data = qpdf_init();
    qpdf_set_suppress_warnings(data, QPDF_TRUE);
    assert_false(qpdf_read_memory(data, "loose", from->bytes, from->length, NULL) & QPDF_ERRORS);
    qpdf_init_write_memory(data);
    qpdf_set_static_ID(data, QPDF_TRUE);
    if (encrypt) {
        qpdf_set_r6_encryption_parameters2(data, password, "owner", 1, 1, 1, 1, 1, 1, qpdf_r3p_full,
                                           1);
    } else {
        qpdf_set_object_stream_mode(data, qpdf_o_disable);
        qpdf_set_stream_data_mode(data, qpdf_s_uncompress);
    }
    assert_false(qpdf_write(data) & QPDF_ERRORS);
    struct buffer *to = encrypt ? &in : &loose;
    buffer_clear(to);
    buffer_add(to, qpdf_get_buffer(data), qpdf_get_buffer_length(data));
    qpdf_cleanup(&data);
}

static void assert_pdf(void)
{
    static const char *const kept[] = {
        "KEEP page", "KEEP note", "KEEPfield", "KEEP second", "https://example.org/KEEP",
        "KEEP\xFF",  "(KEEP)",    "(nb)"};
    assert_cleaned(PAPER_PDF);
    write_loose(NULL, false);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(holds(&loose, kept[i]) || !fprintf(stderr, "lost: %s\n", kept[i]));
    assert_false(holds(&loose, "LEAK") || holds(&loose, "1987") || holds(&loose, "4c45414b") ||
                 holds(&loose, "/Info") || holds(&loose, "JavaScript"));
}

static void test_pdf(void **state)
{
    (void)state;
    enum paper_kind kind;
    make_pdf();
    assert_pdf();
    assert_settled();
    /* The same paper by somebody else at another time is the same bytes. */
    struct buffer first = out;
    buffer_init(&out, PAPER_BYTES);
    for (char *at = in.bytes;
         (at = memmem(at, in.length - (size_t)(at - in.bytes), "LEAK Nordmann", 13)); at++)
        memcpy(at, "LEAK Hansen  ", 13);
    assert_pdf();
    assert_int_equal(first.length, out.length);
    assert_memory_equal(first.bytes, out.bytes, out.length);
    buffer_free(&first);
    /* Protected against changes only: opened. Against reading: refused. */
    write_loose("", true);
    assert_pdf();
    make_pdf();
    write_loose("secret", true);
    assert_int_equal(clean(&kind), PAPER_ENCRYPTED);
}

/* Whatever a file is cut off at or has changed in it: an answer, and no word of the author. */
static void test_broken(void **state)
{
    (void)state;
    enum paper_kind kind;
    void (*const makers[])(void) = {make_pdf, make_docx};
    for (size_t maker = 0; maker < 2; maker++) {
        makers[maker]();
        size_t whole = in.length;
        for (size_t length = 0; length < whole; length += 97) {
            in.length = length;
            if (clean(&kind) == PAPER_OK)
                assert_false(holds(&out, "LEAK"));
        }
        in.length = whole;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jpeg),     cmocka_unit_test(test_png),
        cmocka_unit_test(test_gif),      cmocka_unit_test(test_text),
        cmocka_unit_test(test_refused),  cmocka_unit_test(test_docx),
        cmocka_unit_test(test_packages), cmocka_unit_test(test_odt),
        cmocka_unit_test(test_pdf),      cmocka_unit_test(test_broken)};
    return cmocka_run_group_tests(tests, start, stop);
}
