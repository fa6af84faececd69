/* Letters read as subject and text, and written as messages that no value can break. */
#include "../../fcgi/jobs/message.h"
#include "../../fcgi/view/letter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new((size_t)1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void reads(const char *body, const char *wanted)
{
    char html[4000];
    struct buffer out;
    snprintf(html, sizeof html,
             "<!DOCTYPE html>\n<html lang=\"nb\"><head><title>T</title><style>\np { x: y }\n"
             "</style></head><body>%s</body></html>",
             body);
    buffer_init(&out, 4000);
    letter_text(arena, &out, html);
    assert_string_equal(out.bytes, wanted);
    buffer_free(&out);
}

static void text_is_read_from_the_letter(void **state)
{
    (void)state;
    reads("<main><p>Hei  Kari\n  Nordmann</p><p>To</p></main>", "Hei Kari Nordmann\n\nTo\n");
    reads("<p>a<br>b<br><br>c</p>", "a\nb\n\nc\n");
    reads("<p>1 &lt; 2 &amp;amp; &quot;3&quot; &gt; &unknown;</p>",
          "1 < 2 &amp; \"3\" > &unknown;\n");
    reads("<table><tr><th scope=\"row\">Plasser</th><td>12</td></tr><tr><th>Uke</th><td>5–12 "
          "(åtte)</td></tr></table><p>x</p>",
          "Plasser: 12\nUke: 5–12 (åtte)\n\nx\n");
    reads("<p>Krav:</p><ul><li>Engelsk</li><li>Norsk <strong>B2</strong></li></ul>",
          "Krav:\n\n- Engelsk\n- Norsk B2\n");
    reads("<blockquote>En<br>to<br><br>fire</blockquote><p>etter</p>",
          "> En\n> to\n\n> fire\n\netter\n");
    reads("<p class=\"open\"><a class=\"button\" "
          "href=\"https://x.example/1?a=b&amp;c=d\">Åpne</a></p>"
          "<p class=\"address\">https://x.example/1?a=b&amp;c=d</p><hr><footer><p>Fot</p></footer>",
          "Åpne:\nhttps://x.example/1?a=b&c=d\n\n-- \nFot\n");
    reads("<p>Se <a href=\"https://x.example/\">siden</a> og <a href=\"https://y.example/\">"
          "https://y.example/</a>.</p>",
          "Se siden <https://x.example/> og https://y.example/.\n");
    reads("", "\n");
    reads("<p>unfinished <", "unfinished\n");
}

static void subjects_are_one_line(void **state)
{
    (void)state;
    assert_string_equal(letter_subject(arena, "<title> A &amp; B\r\nBcc: x@y.example </title>"),
                        "A & B Bcc: x@y.example");
    assert_null(letter_subject(arena, "<title>  </title>"));
    assert_null(letter_subject(arena, "<p>no title</p>"));
    assert_null(letter_subject(arena, "<title>unfinished"));
}

static struct message hostile(void)
{
    return (struct message){
        .host = "praktikum.example",
        .from = "",
        .to_name = "Kari\r\nBcc: <evil@x.example>, \"Æ\"",
        .to_email = "kari@x.example",
        .subject = "Emne\r\n\r\nBcc: evil@x.example",
        .text = "--=_6f1c\nFra: x\n.\nÆ\n",
        .html = "<p>\n.\n--=_6f1c--\n</p>",
        .lang = "nb",
        .event = "6f1c",
        .mail = 7,
        .date = 1763812800,
    };
}

static void count(const char *text, const char *piece, int wanted)
{
    int found = 0;
    for (const char *at = text; (at = strstr(at, piece)); at++)
        found++;
    if (found != wanted)
        fail_msg("«%s» is there %d times, not %d:\n%s", piece, found, wanted, text);
}

static void no_value_makes_a_header_or_a_part(void **state)
{
    (void)state;
    struct buffer out, again;
    struct message message = hostile();
    buffer_init(&out, 100000);
    buffer_init(&again, 100000);
    message_write(&out, &message);
    message_write(&again, &message);
    assert_string_equal(out.bytes, again.bytes); /* the same at every try */
    for (const char *at = out.bytes; *at; at = strstr(at, "\r\n") + 2) {
        assert_true(strcspn(at, "\r\n") <= 78);
        assert_true(strncmp(at, ".", 1) != 0); /* nothing for SMTP to take for the end */
        assert_true(strncmp(at, "Bcc", 3) != 0);
    }
    count(out.bytes, "\n--=_6f1c\r\n", 2);
    count(out.bytes, "\n--=_6f1c--\r\n", 1);
    count(out.bytes, "\r\nFrom: ", 1);
    count(out.bytes, "Message-ID: <6f1c.7@praktikum.example>\r\n", 1);
    count(out.bytes, "Date: Sat, 22 Nov 2025 12:00:00 +0000\r\n", 1);
    count(out.bytes, "From: Praktikum <no-reply@praktikum.example>\r\n", 1);
    count(out.bytes, "Auto-Submitted: auto-generated\r\n", 1);
    count(out.bytes, "Content-Type: text/plain; charset=utf-8\r\n", 1);
    count(out.bytes, "Content-Type: text/html; charset=utf-8\r\n", 1);
    buffer_free(&out);
    buffer_free(&again);
}

static void the_sender_is_the_configured_one(void **state)
{
    (void)state;
    struct buffer out;
    struct message message = hostile();
    buffer_init(&out, 1000);
    message.from = "praksis@region.example";
    message_sender(&out, &message);
    assert_string_equal(out.bytes, "praksis@region.example");
    buffer_clear(&out);
    message.from = "";
    message.host = "127.0.0.1";
    message_sender(&out, &message);
    assert_string_equal(out.bytes, "no-reply@[127.0.0.1]");
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_read_from_the_letter),
        cmocka_unit_test(subjects_are_one_line),
        cmocka_unit_test(no_value_makes_a_header_or_a_part),
        cmocka_unit_test(the_sender_is_the_configured_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
