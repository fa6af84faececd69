/* Mails: written as they should read, in text and HTML, in the recipient's language, once; tried again when they cannot be
 * sent, and once more only when it is unknown whether they were. */
#include "../../fcgi/jobs/mail.h"
#include "../../fcgi/base/buffer.h"
#include "../../fcgi/base/log.h"
#include "../../fcgi/jobs/message.h"
#include "support_action.h"
#include "support_ordering.h"
#include "support_post.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

action_function mails_send_again, mails_send_all, people_person_edit;

/* The file of a mail; fails when there is none. */
static const char *eml(int64_t mail)
{
    static char bytes[100000];
    char path[200];
    snprintf(path, sizeof path, "%s/%d.eml", post_folder, (int)mail);
    struct stat status;
    if (stat(path, &status) == 0)
        assert_int_equal(status.st_mode & (S_IRWXG | S_IRWXO), 0); /* a letter, not a notice */
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("no %s", path);
    size_t length = fread(bytes, 1, sizeof bytes - 1, file);
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

static int digit(char letter)
{
    return letter >= 'A' ? letter - 'A' + 10 : letter - '0';
}

/* What a reader makes of it: quoted-printable and Q words undone, CR and folds gone. */
static const char *readable(const char *mail)
{
    static char out[100000];
    size_t length = 0;
    const char *body = strstr(mail, "\r\n\r\n");
    bool word = false;
    for (const char *at = mail; *at; at++) {
        bool header = at < body;
        if (header && strncmp(at, "=?UTF-8?Q?", 10) == 0) {
            word = true;
            at += 9;
        } else if (word && strncmp(at, "?=", 2) == 0) {
            word = false;
            at++;
            if (strncmp(at + 1, "\r\n =?", 5) == 0)
                at += 3;
        } else if (word && *at == '_') {
            out[length++] = ' ';
        } else if (*at == '=' && at[1] == '\r') {
            at += 2;
        } else if (*at == '=' && (word || !header) && isxdigit(at[1]) && isxdigit(at[2])) {
            out[length++] = (char)(digit(at[1]) * 16 + digit(at[2]));
            at += 2;
        } else if (*at != '\r') {
            out[length++] = *at;
        }
    }
    out[length] = '\0';
    return out;
}

/* A part of a readable mail: from its type to the next boundary. */
static const char *part(const char *letter, const char *type)
{
    static char out[100000];
    const char *from = strstr(letter, type);
    if (!from)
        fail_msg("no %s in:\n%s", type, letter);
    const char *to = strstr(from, "\n--=_");
    assert_non_null(to);
    snprintf(out, sizeof out, "%.*s", (int)(to - from), from);
    return out;
}

static void holds(const char *whole, const char *piece)
{
    if (!strstr(whole, piece))
        fail_msg("«%s» is not in:\n%s", piece, whole);
}

static void an_order_is_told_of_in_the_readers_language(void **state)
{
    (void)state;
    must("UPDATE person SET lang = 'sv', given_name = 'Åse' WHERE id = %d", COORDINATOR);
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    must("INSERT INTO activity_requirement (activity, requirement) VALUES (%d, 1), (%d, 2)",
         (int)activity, (int)activity);
    must("UPDATE activity SET name = 'Medisin & kirurgi – bedømt <b>' WHERE id = %d",
         (int)activity);
    int64_t order = ask(activity, 1, 5);
    send_all();
    int64_t mail =
        number("SELECT id FROM mail WHERE person = %d AND kind = 'order_sent' AND state = 'sent'",
               COORDINATOR);
    const char *letter = readable(eml(mail));
    holds(letter, "To: Åse Prøve\n <coordinator@prove.example>\n");
    holds(letter, "Subject: Beställning av praktikplatser: Medisin & kirurgi – bedømt <b>, svara "
                  "senast 2026-12-12\n");
    holds(letter, "Content-Language: sv\n");
    holds(letter, "- Engelska\n- Norska\n");
    holds(letter, "Önskade platser: 5\n");
    char link[100];
    snprintf(link, sizeof link, "https://praktikum.example:8443/orders/%d/answer\n", (int)order);
    holds(letter, link);
    const char *plain = part(letter, "text/plain");
    holds(plain, link);
    assert_null(strstr(strstr(plain, link) + 1, "http")); /* one link */
    const char *html = part(letter, "text/html");
    holds(html, "<html lang=\"sv\">");
    holds(html, "Medisin &amp; kirurgi – bedømt &lt;b&gt;");
    snprintf(link, sizeof link,
             "<a class=\"button\" href=\"https://praktikum.example:8443/orders/%d/answer\">",
             (int)order);
    holds(html, link);
    assert_null(strstr(html, "src="));
    assert_null(strstr(html, "url("));
    snprintf(
        link, sizeof link, "Message-ID: <%s.%d@praktikum.example>\n",
        text("SELECT e.uuid FROM event e JOIN mail m ON m.event = e.id WHERE m.id = %d", (int)mail),
        (int)mail);
    holds(readable(eml(mail)), link);

    /* a sender that died before it noted it: the same message again */
    must("UPDATE mail SET state = 'waiting' WHERE id = %d", (int)mail);
    send_all();
    holds(readable(eml(mail)), link);
    must("UPDATE person SET lang = 'nb' WHERE id = %d", COORDINATOR);
}

static void an_answer_comes_with_its_units(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path,
                  "version=1&capacity-2=1&capacity-4=3&message=Velkomne+hit"));
    send_all();
    const char *letter = readable(eml(
        number("SELECT MAX(id) FROM mail WHERE kind = 'order_answered' AND person = %d", PLANNER)));
    holds(letter, "Subject: Kapasitet fra Sjukehuset: Praksis\n");
    holds(letter, "- Post 1: 1\n- Kirurgi: 3\n");
    holds(letter, "Bekreftet: 4\n");
    holds(letter, "> Velkomne hit\n");
}

/* Nothing like an identity number (eleven digits) or a hash, and no password's or key's words. */
static void no_secrets(const char *letter)
{
    static const char *const words[] = {"argon2", "salt", "password_hash", "identity_number", NULL};
    for (const char *at = letter; *at; at += strcspn(at, "0123456789")) {
        size_t digits = strspn(at, "0123456789");
        assert_false(digits == 11);
        at += digits;
    }
    for (const char *const *word = words; *word; word++)
        assert_null(strstr(letter, *word));
}

/* Every kind in every language: no label left over, no value missing, no line too long. */
static void every_kind_reads_well(void **state)
{
    (void)state;
    int64_t activity = plan("2027-02-01", "2027-03-31", 10), order = ask(activity, 1, 5),
            other = ask(activity, 1, 2);
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    DONE(ORDERING(order_decline, "decline", COORDINATOR, path, "version=1&reason=Ombygging"));
    DONE(ORDERING(order_reopen, "reopen", PLANNER, path,
                  "version=2&reason=Igjen&due_on=2026-12-24"));
    DONE(ORDERING(order_answer, "capacity", COORDINATOR, path, "version=3&capacity-2=1"));
    snprintf(path, sizeof path, "order=%d", (int)other);
    DONE(ORDERING(order_withdraw, "withdraw", PLANNER, path, "version=1&reason=Feil"));
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    DONE(ORDERING(activity_cancel, "cancel", PLANNER, path, "version=1&reason=Avlyst"));
    assert_int_equal(number("SELECT COUNT(DISTINCT kind) FROM mail"), 6);
    static const char *const langs[] = {"nb", "nn", "sv", "en"};
    for (size_t i = 0; i < 4; i++) {
        must("UPDATE person SET lang = '%s'", langs[i]);
        must("UPDATE mail SET state = 'waiting', next_at = UTC_TIMESTAMP()");
        send_all();
        assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
        int64_t last = number("SELECT MAX(id) FROM mail");
        for (int64_t mail = number("SELECT MIN(id) FROM mail"); mail <= last; mail++) {
            const char *raw = eml(mail);
            for (const char *line = raw; *line; line = strstr(line, "\r\n") + 2)
                assert_true(strcspn(line, "\r") <= 78);
            const char *letter = readable(raw);
            assert_null(strstr(letter, "[["));
            assert_null(strstr(letter, "{@"));
            assert_null(strstr(letter, "mail.order"));
            assert_null(strstr(letter, ": \n"));
            holds(letter, "https://praktikum.example:8443/");
            no_secrets(letter);
        }
    }
    must("UPDATE person SET lang = 'nb'");
}

/* What tells of another address goes to the one it replaced, without naming it. */
static void a_changed_address_is_told_where_it_was(void **state)
{
    (void)state;
    static const char *const langs[] = {"nb", "nn", "sv", "en"};
    static const char *const subjects[] = {"E-postadressen din i Praktikum er byttet\n",
                                           "E-postadressa di i Praktikum er bytt\n",
                                           "Din e-postadress i Praktikum är bytt\n",
                                           "Your e-mail address for Praktikum was changed\n"};
    send_all();
    for (size_t i = 0; i < 4; i++) {
        char path[40], fields[200], line[100];
        const char *was = text("SELECT email FROM person WHERE id = %d", ADVISER);
        snprintf(line, sizeof line, " <%s>\n", was);
        snprintf(path, sizeof path, "person=%d", ADVISER);
        snprintf(fields, sizeof fields,
                 "given_name=Kari&family_name=Nordmann&email=ny%zu%%40prove.example&language=%s&"
                 "version=%d",
                 i, langs[i], (int)number("SELECT version FROM person WHERE id = %d", ADVISER));
        DONE(act(people_person_edit, "people/person_edit", "person", ADMIN, path, fields));
        send_all();
        const char *letter = readable(eml(number("SELECT MAX(id) FROM mail")));
        holds(letter, line);
        holds(letter, subjects[i]);
        holds(letter, text("SELECT name FROM person WHERE id = %d", ADMIN));
        holds(letter, "https://praktikum.example:8443/\n");
        snprintf(line, sizeof line, "ny%zu@", i);
        assert_null(strstr(letter, line));
        assert_null(strstr(letter, "[["));
        assert_null(strstr(letter, "{@"));
        assert_true(rows_have("mails/mails", "mails", ADMIN, "q=&state=&kind=email_changed",
                              "email", text("SELECT address FROM mail ORDER BY id DESC LIMIT 1")));
    }
}

static void what_cannot_be_sent_is_put_off_and_given_up(void **state)
{
    (void)state;
    ask(plan("2027-02-01", "2027-03-31", 10), 2, 5);
    int64_t mail = number("SELECT MAX(id) FROM mail");
    post_config.mail_folder = (char[]){"/proc/nowhere"};
    assert_int_equal(send_due(act_connection()), MAIL_DONE);
    assert_int_equal(number("SELECT attempts = 1 AND state = 'waiting' AND problem = 'file' "
                            "AND next_at BETWEEN UTC_TIMESTAMP() + INTERVAL 50 SECOND AND "
                            "UTC_TIMESTAMP() + INTERVAL 70 SECOND "
                            "FROM mail WHERE id = %d",
                            (int)mail),
                     1);
    assert_int_equal(send_due(act_connection()), MAIL_NONE); /* not due */
    for (int i = 0; i < 11; i++) {
        must("UPDATE mail SET next_at = UTC_TIMESTAMP() WHERE id = %d", (int)mail);
        assert_int_equal(send_due(act_connection()), MAIL_DONE);
    }
    assert_string_equal(text("SELECT CONCAT(state, attempts) FROM mail WHERE id = %d", (int)mail),
                        "failed12");
    post_config.mail_folder = post_folder;
    must("UPDATE mail SET state = 'waiting', attempts = 0, next_at = UTC_TIMESTAMP() WHERE id = %d",
         (int)mail);
    send_all();
    assert_string_equal(
        text("SELECT CONCAT(state, COALESCE(error, '')) FROM mail WHERE id = %d", (int)mail),
        "sent");
}

/* A sender died with it: once more, and after that it is for somebody to look at. */
static void a_mail_in_doubt_is_sent_once_more_only(void **state)
{
    (void)state;
    send_all();
    ask(plan("2027-02-01", "2027-03-31", 10), 2, 5);
    int mail = (int)number("SELECT MAX(id) FROM mail");
    /* the lease still runs */
    must("UPDATE mail SET state = 'sending', claims = claims + 1, next_at = UTC_TIMESTAMP() + "
         "INTERVAL 60 "
         "SECOND WHERE id = %d",
         mail);
    assert_int_equal(send_due(act_connection()), MAIL_NONE);
    must("UPDATE mail SET next_at = UTC_TIMESTAMP() WHERE id = %d", mail);
    assert_int_equal(send_due(act_connection()), MAIL_DONE);
    assert_string_equal(text("SELECT CONCAT(state, perhaps, claims) FROM mail WHERE id = %d", mail),
                        "sent12");
    must("UPDATE mail SET state = 'sending', next_at = UTC_TIMESTAMP() WHERE id = %d", mail);
    assert_int_equal(send_due(act_connection()), MAIL_NONE);
    assert_string_equal(
        text("SELECT CONCAT(state, perhaps, claims, problem) FROM mail WHERE id = %d", mail),
        "failed22unknown");
}

/* What a mail was to tell of is gone: nothing is sent, nobody is alarmed. */
static void a_mail_about_nothing_is_void(void **state)
{
    (void)state;
    send_all();
    ask(plan("2027-02-01", "2027-03-31", 10), 2, 5);
    int mail = (int)number("SELECT MAX(id) FROM mail");
    must("UPDATE mail SET kind = 'activity_cancelled' WHERE id = %d", mail);
    must("UPDATE event SET thing_id = 999999 WHERE id = (SELECT event FROM mail WHERE id = %d)",
         mail);
    assert_int_equal(send_due(act_connection()), MAIL_DONE);
    assert_string_equal(text("SELECT CONCAT(state, attempts) FROM mail WHERE id = %d", mail),
                        "void0");
}

/* A mail that another sender holds is left to it. */
static void two_senders_do_not_take_the_same(void **state)
{
    (void)state;
    send_all();
    ask(plan("2027-02-01", "2027-03-31", 10), 2, 5);
    struct connection *other = act_connect();
    assert_int_equal(connection_execute(other, "BEGIN"), DATA_OK);
    assert_int_equal(
        connection_execute(other, "UPDATE mail SET error = 'held' WHERE state = 'waiting'"),
        DATA_OK);
    assert_int_equal(send_due(act_connection()), MAIL_NONE);
    assert_int_equal(connection_execute(other, "ROLLBACK"), DATA_OK);
    connection_free(other);
    assert_int_equal(send_due(act_connection()), MAIL_DONE);
    assert_int_equal(send_due(act_connection()), MAIL_NONE);
}

static const char every[] = "q=&state=&kind=";

/* Who looks after what a mail tells of sees it and may send it again; nobody else. */
static void a_failed_mail_is_sent_again(void **state)
{
    (void)state;
    must("DELETE FROM mail");
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    int mail = (int)number("SELECT MAX(id) FROM mail WHERE person = %d", COORDINATOR);
    static const int64_t seeing[] = {ADMIN, PLANNER, SITE_ADMIN},
                         others[] = {PLANNER_TWO, SITE_ADMIN_TWO, ADVISER, COORDINATOR, STUDENT};
    for (size_t i = 0; i < sizeof seeing / sizeof *seeing; i++) {
        assert_true(may("mail", "view", mail, seeing[i]));
        assert_true(may("mail", "send_again", mail, seeing[i]));
        assert_true(may("viewer", "see_mails", 0, seeing[i]));
        assert_int_equal(total("mails/mails", "mails", seeing[i], every), 1);
        assert_int_equal(rows("mails/mails", "mails", seeing[i], every), 1);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(may("mail", "view", mail, others[i]));
        assert_int_equal(total("mails/mails", "mails", others[i], every), 0);
    }
    char path[40];
    snprintf(path, sizeof path, "mail=%d", mail);
    assert_int_equal(
        act(mails_send_again, "mails/send_again", "send_again", ADMIN, path, "version=0").outcome,
        OUTCOME_REFUSED);
    must("UPDATE mail SET state = 'failed', claims = 3, attempts = 12, problem = 'later' WHERE id "
         "= %d",
         mail);
    assert_int_equal(
        act(mails_send_again, "mails/send_again", "send_again", ADMIN, path, "version=2").outcome,
        OUTCOME_STALE);
    DONE(act(mails_send_again, "mails/send_again", "send_again", ADMIN, path, "version=3"));
    assert_string_equal(
        text("SELECT CONCAT(state, attempts, claims) FROM mail WHERE id = %d", mail), "waiting04");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'mail.sent_again' AND thing_id "
               "= %d AND thing_version = 4 AND site = %d AND activity IS NULL",
               mail, SITE),
        1);
    assert_int_equal(
        act(mails_send_again, "mails/send_again", "send_again", ADMIN, path, "version=4").outcome,
        OUTCOME_REFUSED);
}

static void all_of_ones_own_are_sent_again(void **state)
{
    (void)state;
    must("DELETE FROM mail");
    int64_t activity = plan("2027-02-01", "2027-03-31", 10);
    ask(activity, SITE, 5);
    ask(activity, SITE_TWO, 5);
    must("UPDATE mail SET state = 'failed'");
    int64_t all = number("SELECT COUNT(*) FROM mail"),
            own = total("mails/mails", "mails", SITE_ADMIN, every);
    assert_true(own > 0 && own < all);
    DONE(act(mails_send_all, "mails/send_all", "send_all", SITE_ADMIN, "", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state = 'waiting'"), own);
    assert_int_equal(act(mails_send_all, "mails/send_all", "send_all", SITE_ADMIN, "", "").outcome,
                     OUTCOME_REFUSED);
    DONE(act(mails_send_all, "mails/send_all", "send_all", ADMIN, "", ""));
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state = 'waiting'"), all);
}

/* Of somebody protected the queue tells neither name nor address, not in a mail server's words either, and does not find them. */
static void a_protected_person_is_not_in_the_queue(void **state)
{
    char path[40];
    (void)state;
    must("DELETE FROM mail");
    ask(plan("2027-02-01", "2027-03-31", 10), SITE, 5);
    assert_int_equal(total("mails/mails", "mails", ADMIN, "q=coordinator@prove&state=&kind="), 1);
    must("UPDATE mail SET state = 'failed', problem = 'refused', error = '550 "
         "coordinator@prove.example'");
    assert_true(
        rows_have("mails/mails", "mails", ADMIN, every, "email", "coordinator@prove.example"));
    assert_true(
        rows_have("mails/mails", "mails", ADMIN, every, "words", "550 coordinator@prove.example"));
    must("UPDATE person SET protected = 1 WHERE id = %d", COORDINATOR);
    assert_int_equal(total("mails/mails", "mails", ADMIN, "q=coordinator@prove&state=&kind="), 0);
    assert_int_equal(total("mails/mails", "mails", ADMIN, every), 1);
    assert_false(
        rows_have("mails/mails", "mails", ADMIN, every, "email", "coordinator@prove.example"));
    assert_false(
        rows_have("mails/mails", "mails", ADMIN, every, "words", "550 coordinator@prove.example"));
    snprintf(path, sizeof path, "mail=%" PRId64, number("SELECT id FROM mail"));
    assert_string_equal(rows_joined("mails/send_again", "mail", ADMIN, path, "words"), "");
    must("UPDATE person SET protected = 0 WHERE id = %d", COORDINATOR);
}

static const char *header(const char *plain)
{
    static struct buffer out;
    buffer_free(&out);
    buffer_init(&out, 10000);
    message_header(&out, plain, 9);
    return out.bytes;
}

static void headers_are_words_of_whole_letters(void **state)
{
    (void)state;
    assert_string_equal(header("Plain (text)"), "Plain (text)");
    assert_string_equal(header("Blåbær"), "=?UTF-8?Q?Bl=C3=A5b=C3=A6r?=");
    /* no way to begin a header of one's own */
    assert_string_equal(header("a\r\nBcc: x"), "=?UTF-8?Q?a__Bcc=3A_x?=");
    assert_string_equal(header("=?UTF-8?Q?=0D=0ABcc:?="),
                        "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3F=3D0D=3D0ABcc=3A=3F=3D?=");
    const char *folded = header("ÆØÅæøåÆØÅæøåÆØÅæøåÆØÅæøåÆØÅæøåÆØÅæøå");
    size_t words = 0;
    for (const char *line = folded; line;
         line = strstr(line, "\r\n ") ? strstr(line, "\r\n ") + 3 : NULL) {
        assert_true(strcspn(line, "\r") <= 75);
        assert_int_equal(strncmp(line, "=?UTF-8?Q?=C3", 13), 0); /* starts with a whole letter */
        words++;
    }
    assert_true(words > 2);
}

static void bodies_are_quoted(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 10000);
    message_body(&out, ".dot\na=b \nø\n");
    assert_string_equal(out.bytes, "=2Edot\r\na=3Db=20\r\n=C3=B8\r\n");
    buffer_clear(&out);
    char longest[301];
    memset(longest, 'x', 300);
    longest[300] = '\0';
    message_body(&out, longest);
    for (const char *line = out.bytes; *line; line = strstr(line, "\r\n") + 2)
        assert_true(strcspn(line, "\r") <= 76);
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_is_told_of_in_the_readers_language),
        cmocka_unit_test(an_answer_comes_with_its_units),
        cmocka_unit_test(every_kind_reads_well),
        cmocka_unit_test(a_changed_address_is_told_where_it_was),
        cmocka_unit_test(what_cannot_be_sent_is_put_off_and_given_up),
        cmocka_unit_test(a_mail_in_doubt_is_sent_once_more_only),
        cmocka_unit_test(a_mail_about_nothing_is_void),
        cmocka_unit_test(two_senders_do_not_take_the_same),
        cmocka_unit_test(a_failed_mail_is_sent_again),
        cmocka_unit_test(all_of_ones_own_are_sent_again),
        cmocka_unit_test(a_protected_person_is_not_in_the_queue),
        cmocka_unit_test(headers_are_words_of_whole_letters),
        cmocka_unit_test(bodies_are_quoted),
    };
    return cmocka_run_group_tests(tests, post_set_up, post_tear_down);
}
