/* Who is told of what, and how: notices and mails by choice, reminders on their days, the digest, the feed's address. */
#include "../../fcgi/base/log.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/remind.h"
#include "../../fcgi/jobs/tidy.h"
#include "support_action.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

action_function ordering_order_remind, ordering_activity_remind, notices_notices, notices_choices,
    notices_address_new, notices_address_end, organisations_institution_deadlines;

/* Each test begins with nobody told of anything, and nobody having chosen. */
static int clean(void **state)
{
    (void)state;
    static const char *const tables[] = {"notice", "notice_choice", "notice_digest",
                                         "order_reminder", "mail"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        must("DELETE FROM %s", tables[i]);
    must("UPDATE placement_order SET state = 'withdrawn', answer = NULL, places_confirmed = 0 "
         "WHERE state = 'sent'");
    must("UPDATE institution SET first_reminder_days = 7, second_reminder_days = 1, "
         "escalation_days = 3, reminders_digest = 0");
    return 0;
}

static void remind(void)
{
    const struct post post = post_of(act_connection());
    while (reminders_make(&post))
        ;
}

static void gather(void)
{
    const struct post post = post_of(act_connection());
    while (digests_make(&post))
        ;
}

/* The day so many days from today, as the clock of the jobs has it. */
static const char *day(int days)
{
    static char text[4][DATE_TEXT];
    static int which;
    which = (which + 1) % 4;
    date_iso(text[which], date_add(time_today(), days));
    return text[which];
}

/* An order to the site of an activity that lies ahead, its answer wanted so many days from today. */
static int64_t wanted(int site, int days)
{
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), site, 5);
    must("UPDATE activity a JOIN placement_order o ON o.activity = a.id SET a.starts = '%s', "
         "a.ends = '%s' "
         "WHERE o.id = %d",
         day(40), day(80), (int)order);
    must("DELETE FROM order_reminder");
    must("DELETE FROM notice");
    must("DELETE FROM mail");
    must("UPDATE placement_order SET due_on = '%s' WHERE id = %d", day(days), (int)order);
    return order;
}

static int64_t told(int person, const char *kind)
{
    return number("SELECT COUNT(*) FROM notice WHERE person = %d AND kind = '%s'", person, kind);
}

static int64_t mailed(int person, const char *kind)
{
    return number("SELECT COUNT(*) FROM mail WHERE person = %d AND kind = '%s'", person, kind);
}

static const char *stages(int64_t order)
{
    return text("SELECT GROUP_CONCAT(CONCAT(stage, IF(event IS NULL, ' passed', '')) ORDER BY "
                "stage SEPARATOR ', ') "
                "FROM order_reminder WHERE placement_order = %d AND due_on = (SELECT due_on FROM "
                "placement_order WHERE id = %d)",
                (int)order, (int)order);
}

static void answer(int64_t order, int viewer)
{
    char path[40], fields[60];
    snprintf(path, sizeof path, "order=%d", (int)order);
    snprintf(fields, sizeof fields, "version=%d&capacity-2=1",
             (int)number("SELECT version FROM placement_order WHERE id = %d", (int)order));
    DONE(ORDERING(order_answer, "capacity", viewer, path, fields));
}

static struct done remind_by_hand(int64_t order)
{
    char path[40], fields[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    snprintf(fields, sizeof fields, "version=%d",
             (int)number("SELECT version FROM placement_order WHERE id = %d", (int)order));
    return ORDERING(order_remind, "order_remind", PLANNER, path, fields);
}

static void everyone_concerned_is_told_but_who_did_it(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    assert_int_equal(told(COORDINATOR, "order_sent"), 1);
    assert_int_equal(mailed(COORDINATOR, "order_sent"), 1);
    assert_int_equal(told(SITE_ADMIN, "order_sent"), 0); /* there is a coordinator */
    assert_int_equal(told(PLANNER, "order_sent"), 0);
    assert_string_equal(
        text(
            "SELECT CONCAT_WS(' ', topic, delivery, read_at IS NULL) FROM notice WHERE person = %d",
            COORDINATOR),
        "orders mail 1");
    /* one who plans and answers is not told of their own answer; the other planner is */
    must("INSERT INTO person_grant (id, person, role, institution, valid_from) VALUES "
         "(900, %d, 'placement_administrator', 1, '2020-01-01')",
         COORDINATOR);
    answer(order, COORDINATOR);
    assert_int_equal(told(PLANNER, "order_answered"), 1);
    assert_int_equal(told(COORDINATOR, "order_answered") + mailed(COORDINATOR, "order_answered"),
                     0);
    must("DELETE FROM person_grant WHERE id = 900");
}

static void without_an_open_account_one_is_told_nothing(void **state)
{
    (void)state;
    must("UPDATE account SET closed = 1 WHERE person = %d", COORDINATOR);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    assert_int_equal(told(COORDINATOR, "order_sent") + mailed(COORDINATOR, "order_sent"), 0);
    /* whoever is left at the site hears of it instead */
    assert_int_equal(mailed(SITE_ADMIN, "order_sent"), 1);
    must("UPDATE account SET closed = 0 WHERE person = %d", COORDINATOR);
}

static void each_hears_as_they_have_chosen(void **state)
{
    (void)state;
    struct done done = act(notices_choices, "notices/choices", "choices", COORDINATOR, "",
                           "orders=digest&reminders=none&roles=mail&imports=mail&allocation=mail"
                           "&exams=mail&assessments=mail");
    DONE(done);
    assert_string_equal(text("SELECT GROUP_CONCAT(field, ' ', old_value, ' ', new_value ORDER BY "
                             "number SEPARATOR ', ') "
                             "FROM event_change WHERE event = (SELECT MAX(id) FROM event WHERE "
                             "kind = 'person.notices_chosen')"),
                        "orders mail digest, reminders mail none");
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    assert_int_equal(told(COORDINATOR, "order_sent"), 1);
    assert_int_equal(mailed(COORDINATOR, "order_sent"), 0);
    assert_string_equal(text("SELECT delivery FROM notice WHERE person = %d", COORDINATOR),
                        "digest");
    DONE(remind_by_hand(order));
    assert_int_equal(told(COORDINATOR, "order_reminder"), 1);
    assert_string_equal(text("SELECT delivery FROM notice WHERE kind = 'order_reminder'"), "none");
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 0);
}

static void an_account_always_has_mail(void **state)
{
    (void)state;
    must("INSERT INTO event (uuid, at, area, kind, thing, thing_id) VALUES (UUID(), "
         "UTC_TIMESTAMP(6), 'people', "
         "'person.password_changed', 'person', %d)",
         COORDINATOR);
    must("INSERT INTO notice_choice VALUES (%d, 'orders', 'none')", COORDINATOR);
    char parameters[200];
    snprintf(parameters, sizeof parameters,
             "people=[%d,%d]&event=%d&kind=password_changed&topic=account&at_once=mail&receipt=0&"
             "alarm=0",
             COORDINATOR, ADMIN, (int)number("SELECT MAX(id) FROM event"));
    must("DELETE FROM account WHERE person = %d", ADMIN);
    rows("events/write", "notices", COORDINATOR, parameters); /* also of what one did oneself */
    rows("events/write", "mails_to_all", COORDINATOR, parameters);
    assert_int_equal(told(COORDINATOR, "password_changed"), 1);
    assert_int_equal(told(ADMIN, "password_changed"),
                     0); /* no account yet: nothing to sign in to */
    assert_int_equal(mailed(COORDINATOR, "password_changed") + mailed(ADMIN, "password_changed"),
                     2);
    must("INSERT INTO account (person, password_hash, changed_at) SELECT %d, password_hash, "
         "changed_at FROM account "
         "WHERE person = %d",
         ADMIN, PLANNER);
}

static void who_acts_on_a_thing_has_read_of_it(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 3);
    assert_int_equal(
        number("SELECT COUNT(*) FROM notice WHERE person = %d AND read_at IS NULL", COORDINATOR),
        2);
    answer(order, COORDINATOR);
    assert_int_equal(
        number("SELECT COUNT(*) FROM notice WHERE person = %d AND read_at IS NULL", COORDINATOR),
        1);
}

static void notices_are_read_one_by_one_or_all_that_were_shown(void **state)
{
    (void)state;
    char fields[80], address[40];
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 3);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 2);
    int64_t first = number("SELECT MIN(id) FROM notice"),
            last = number("SELECT MAX(id) FROM notice");
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=&state=unread&q="), 3);

    snprintf(fields, sizeof fields, "open=%d", (int)first);
    struct done done = act(notices_notices, "notices/notices", "notices_read", COORDINATOR,
                           "topic=&state=", fields);
    snprintf(address, sizeof address, "/orders/%d", (int)order);
    assert_string_equal(done.location, address);
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE read_at IS NULL"), 2);
    /* somebody else's is not there */
    snprintf(fields, sizeof fields, "open=%d", (int)last);
    assert_int_equal(
        act(notices_notices, "notices/notices", "notices_read", PLANNER, "topic=&state=", fields)
            .outcome,
        OUTCOME_MISSING);
    snprintf(fields, sizeof fields, "read=%d", (int)last);
    act(notices_notices, "notices/notices", "notices_read", PLANNER, "topic=&state=", fields);
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE read_at IS NULL"), 2);

    /* what came while the page was read stays unread */
    snprintf(fields, sizeof fields, "all=1&until=%d", (int)last - 1);
    done = act(notices_notices, "notices/notices", "notices_read", COORDINATOR,
               "topic=orders&state=unread", fields);
    assert_string_equal(done.location, "/notices?topic=orders&state=unread");
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE read_at IS NULL"), 1);
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=&state=read&q="), 2);
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=roles&state=&q="), 0);
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=&state=&q=skul"), 3);
}

static void a_notice_shows_what_one_may_see_today(void **state)
{
    (void)state;
    int64_t asked = plan("2027-02-01", "2027-03-31", 10);
    ask(asked, 1, 5);
    assert_true(rows_have("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "activity",
                          "Praksis"));
    assert_true(rows_have("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "party",
                          "Høgskulen"));
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE person = %d", COORDINATOR);
    assert_string_equal(
        rows_joined("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "address"), "");
    assert_string_equal(
        rows_joined("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "activity"), "");
    assert_string_equal(
        rows_joined("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "party"), "");
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=&state=&q="), 1);

    /* a role in one activity says nothing of another */
    int64_t other = plan("2027-02-01", "2027-03-31", 10);
    must("INSERT INTO person_grant (person, role, site, activity, valid_from) VALUES (%d, "
         "'site_coordinator', 1, %d, '2026-01-01')",
         COORDINATOR, (int)other);
    must("DELETE FROM notice");
    must("INSERT INTO notice (event, person, kind, topic, delivery, created_at) SELECT e.id, %d, "
         "'activity_cancelled', 'orders', 'none', UTC_TIMESTAMP() FROM event e WHERE e.kind = "
         "'activity.created' AND e.thing_id = %d",
         COORDINATOR, (int)asked);
    assert_int_equal(total("notices/notices", "notices", COORDINATOR, "topic=&state=&q="), 1);
    assert_string_equal(
        rows_joined("notices/notices", "notices", COORDINATOR, "topic=&state=&q=", "activity"), "");
    must("DELETE FROM person_grant WHERE person = %d AND activity = %d", COORDINATOR, (int)other);
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", COORDINATOR);
}

/* Who is protected is not named as having done it, nor found by it; only they themselves read their name. */
static void who_is_protected_did_it_namelessly(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    char mail[60], page[40], activity[60];
    DONE(remind_by_hand(order));
    snprintf(mail, sizeof mail, "event=%d&thing_id=%d",
             (int)number("SELECT event FROM mail WHERE kind = 'order_reminder' AND person = %d",
                         COORDINATOR),
             (int)order);
    snprintf(page, sizeof page, "order=%d", (int)order);
    snprintf(activity, sizeof activity, "activity=%d&q=",
             (int)number("SELECT activity FROM placement_order WHERE id = %d", (int)order));
    char name[200], found[300], searched[300];
    snprintf(name, sizeof name, "%s", text("SELECT name FROM person WHERE id = %d", PLANNER));
    snprintf(found, sizeof found, "topic=&state=&q=%s", name);
    snprintf(searched, sizeof searched, "%s%s", activity, name);
    must("UPDATE notice SET delivery = 'digest', digest = 1");
    for (int hidden = 0; hidden < 2; hidden++) {
        must("UPDATE person SET protected = %d WHERE id = %d", hidden, PLANNER);
        static const char *const files[] = {"notices/notices", "notices/feed", "mail/digest"};
        static const char every[] = "topic=&state=&q=&id=1&mail=1&person=7";
        for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
            assert_int_equal(rows_have(files[i], "notices", COORDINATOR, every, "by_whom", name),
                             !hidden);
            assert_int_equal(rows_have(files[i], "notices", COORDINATOR, every, "withheld", "1"),
                             hidden);
        }
        assert_int_equal(total("notices/notices", "notices", COORDINATOR, found) > 0, !hidden);
        assert_int_equal(rows("mail/order_reminder", "sender", COORDINATOR, mail), !hidden);
        assert_int_equal(
            rows_have("ordering/order", "history", COORDINATOR, page, "person_name", name),
            !hidden);
        assert_int_equal(rows_have("ordering/activity_history", "history", COORDINATOR, activity,
                                   "person", name),
                         !hidden);
        assert_int_equal(total("ordering/activity_history", "history", COORDINATOR, searched) > 0,
                         !hidden);
        assert_true(rows_have("ordering/order", "history", PLANNER, page, "person_name", name));
        assert_true(total("ordering/activity_history", "history", PLANNER, searched) > 0);
    }
    must("UPDATE person SET protected = 0 WHERE id = %d", PLANNER);
}

static void an_order_is_reminded_of_on_its_days(void **state)
{
    (void)state;
    int64_t order = wanted(1, 8);
    remind();
    assert_string_equal(stages(order), "");
    must("UPDATE placement_order SET due_on = '%s' WHERE id = %d", day(7), (int)order);
    remind();
    remind();
    assert_string_equal(stages(order), "first");
    assert_int_equal(told(COORDINATOR, "order_reminder"), 1);
    assert_int_equal(mailed(COORDINATOR, "order_reminder"), 1);
    assert_string_equal(text("SELECT CONCAT_WS(' ', kind, COALESCE(person, 'nobody'), activity IS "
                             "NOT NULL) FROM event "
                             "WHERE thing = 'order' AND thing_id = %d ORDER BY id DESC LIMIT 1",
                             (int)order),
                        "order.reminded nobody 1");
    char path[40];
    snprintf(path, sizeof path, "order=%d", (int)order);
    assert_true(
        rows_have("ordering/order", "history", COORDINATOR, path, "kind", "order.reminded"));

    /* after the day: its administrators, and the institution's */
    must("UPDATE placement_order SET due_on = '%s' WHERE id = %d", day(-3), (int)order);
    remind();
    assert_string_equal(stages(order), "first passed, second passed, escalation");
    assert_int_equal(mailed(SITE_ADMIN, "order_escalation"), 1);
    assert_int_equal(mailed(COORDINATOR, "order_escalation"), 0);
    assert_int_equal(mailed(PLANNER, "order_overdue"), 1);
    assert_int_equal(mailed(ADVISER, "order_overdue"), 0);

    /* answered: nothing more */
    answer(order, COORDINATOR);
    must("DELETE FROM order_reminder");
    remind();
    assert_string_equal(stages(order), "");
    /* and open again, with another day: from the beginning */
    must("UPDATE placement_order SET state = 'sent', answer = NULL, places_confirmed = 0, due_on = "
         "'%s' WHERE id = %d",
         day(1), (int)order);
    remind();
    assert_string_equal(stages(order), "first passed, second");
}

static void days_are_the_institutions(void **state)
{
    (void)state;
    struct done done =
        act(organisations_institution_deadlines, "organisations/institution_deadlines", "deadlines",
            PLANNER, "institution=1",
            "answer_days=21&first_reminder_days=2&second_reminder_days=2&version=1");
    assert_string_equal(done.errors, "second_reminder_days:error.second_reminder_first");
    done = act(organisations_institution_deadlines, "organisations/institution_deadlines",
               "deadlines", PLANNER, "institution=1",
               "answer_days=14&second_reminder_days=0&reminders_digest=1&version=1");
    DONE(done);
    assert_true(may("institution", "deadlines", 1, PLANNER) &&
                may("institution", "deadlines", 1, ADMIN));
    assert_false(may("institution", "deadlines", 1, ADVISER) ||
                 may("institution", "deadlines", 1, PLANNER_TWO) ||
                 may("institution", "deadlines", 1, SITE_ADMIN));
    int64_t order = wanted(1, 1);
    remind();
    assert_string_equal(stages(order), ""); /* no first, and the second is on the day itself */
    must("UPDATE placement_order SET due_on = '%s' WHERE id = %d", day(0), (int)order);
    remind();
    assert_string_equal(stages(order), "second");
    assert_string_equal(text("SELECT delivery FROM notice WHERE person = %d", COORDINATOR),
                        "digest");
    assert_int_equal(number("SELECT COUNT(*) FROM mail"), 0);
    must("UPDATE placement_order SET due_on = '%s' WHERE id = %d", day(-90), (int)order);
    remind();
    assert_string_equal(stages(order), "second"); /* no escalation */
    must("UPDATE institution SET answer_days = 21, version = 1 WHERE id = 1");
}

static void what_is_late_when_it_is_sent_is_passed_over(void **state)
{
    (void)state;
    int64_t order = ask(plan("2027-02-01", "2027-03-31", 10), 1,
                        5); /* today 21 November, wanted by 12 December */
    assert_string_equal(stages(order), "");
    char path[40];
    int64_t other = draft_order(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    snprintf(path, sizeof path, "order=%d", (int)other);
    DONE(ORDERING(order_send, "order_send", PLANNER, path, "version=1&due_on=2026-11-25"));
    assert_string_equal(stages(other), "first passed");
}

static void who_is_cancelled_or_over_is_let_be(void **state)
{
    (void)state;
    int64_t order = wanted(1, -5), other = wanted(1, -5);
    must("UPDATE activity a JOIN placement_order o ON o.activity = a.id SET a.cancelled_at = "
         "UTC_TIMESTAMP() WHERE o.id = %d",
         (int)order);
    must("UPDATE activity a JOIN placement_order o ON o.activity = a.id SET a.starts = '%s', "
         "a.ends = '%s' WHERE o.id = %d",
         day(-30), day(-1), (int)other);
    remind();
    assert_int_equal(
        number("SELECT COUNT(*) FROM order_reminder") + number("SELECT COUNT(*) FROM notice"), 0);
}

static void several_processes_remind_once(void **state)
{
    (void)state;
    enum { ORDERS = 12, PROCESSES = 4 };
    for (int i = 0; i < ORDERS; i++)
        ask(plan("2027-02-01", "2027-03-31", 10), 1, 2);
    must("UPDATE activity SET starts = '%s', ends = '%s' WHERE cancelled_at IS NULL", day(40),
         day(80));
    must("UPDATE placement_order SET due_on = '%s' WHERE state = 'sent'", day(1));
    must("DELETE FROM order_reminder");
    must("DELETE FROM notice");
    must("DELETE FROM mail");
    pid_t hands[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
        hands[i] = fork();
        assert_true(hands[i] >= 0);
        if (hands[i] == 0) {
            act_on_own_connection();
            remind();
            remind();
            gather();
            _exit(0);
        }
    }
    for (int i = 0; i < PROCESSES; i++)
        waitpid(hands[i], NULL, 0);
    remind();
    assert_int_equal(number("SELECT COUNT(*) FROM order_reminder WHERE event IS NOT NULL"), ORDERS);
    assert_int_equal(told(COORDINATOR, "order_reminder"), ORDERS);
    assert_int_equal(mailed(COORDINATOR, "order_reminder"), ORDERS);
}

static void the_institution_reminds_once_a_day(void **state)
{
    (void)state;
    int64_t order = wanted(1, 20);
    assert_true(may("order", "remind_now", order, PLANNER));
    assert_false(may("order", "remind", order, ADVISER) ||
                 may("order", "remind", order, COORDINATOR));
    DONE(remind_by_hand(order));
    assert_int_equal(mailed(COORDINATOR, "order_reminder"), 1);
    assert_false(may("order", "remind_now", order, PLANNER));
    assert_string_equal(remind_by_hand(order).errors, ":error.order_reminded_today");
    must("UPDATE order_reminder SET on_day = '2026-11-20'");
    DONE(remind_by_hand(order));
    assert_string_equal(stages(order), "asked");
    assert_string_equal(
        text("SELECT on_day FROM order_reminder WHERE placement_order = %d", (int)order),
        "2026-11-21");
    answer(order, COORDINATOR);
    assert_string_equal(remind_by_hand(order).errors, ":error.order_not_sent");
}

static void all_who_have_not_answered_are_reminded_at_once(void **state)
{
    (void)state;
    char path[40];
    int64_t activity = plan("2027-02-01", "2027-02-20", 10), one = ask(activity, 1, 5),
            two = ask(activity, 2, 3);
    ask(activity, 3, 1);
    must("UPDATE placement_order SET state = 'withdrawn' WHERE activity = %d AND site = 3",
         (int)activity);
    DONE(remind_by_hand(one));
    snprintf(path, sizeof path, "activity=%d", (int)activity);
    DONE(ORDERING(activity_remind, "activity_remind", PLANNER, path, ""));
    assert_string_equal(stages(one), "asked");
    assert_string_equal(stages(two), "asked");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event WHERE kind = 'order.reminded' AND activity = %d",
               (int)activity),
        2);
    assert_int_equal(mailed(SITE_ADMIN_TWO, "order_reminder"),
                     1); /* a site without a coordinator */
    assert_string_equal(ORDERING(activity_remind, "activity_remind", PLANNER, path, "").errors,
                        ":error.none_to_remind");
    /* the activity's page says so beside who has not answered */
    char list[60];
    snprintf(list, sizeof list, "activity=%d&state=&q=", (int)activity);
    assert_true(
        rows_have("ordering/activity_sites", "orders", PLANNER, list, "reminded_on", "2026-11-21"));
}

static void a_digest_gathers_the_day(void **state)
{
    (void)state;
    must("INSERT INTO notice_choice VALUES (%d, 'orders', 'digest'), (%d, 'reminders', 'digest')",
         COORDINATOR, COORDINATOR);
    int64_t one = ask(plan("2027-02-01", "2027-03-31", 10), 1, 5);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 3);
    ask(plan("2027-02-01", "2027-03-31", 10), 1, 2);
    gather();
    assert_int_equal(mailed(COORDINATOR, "digest"), 0); /* since this morning: tomorrow */
    must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 2 DAY");
    must("UPDATE notice n JOIN event e ON e.id = n.event SET n.read_at = UTC_TIMESTAMP() WHERE "
         "e.thing_id = %d",
         (int)one);
    gather();
    gather();
    assert_int_equal(mailed(COORDINATOR, "digest"), 1);
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE digest IS NOT NULL"),
                     2); /* without the one that was read */
    char parameters[60];
    snprintf(parameters, sizeof parameters, "mail=%d&person=%d",
             (int)number("SELECT id FROM mail WHERE kind = 'digest'"), COORDINATOR);
    assert_string_equal(rows_joined("mail/digest", "notices", COORDINATOR, parameters, "notice"),
                        "order_sent|order_sent");
    assert_true(rows_have("mail/digest", "digest", COORDINATOR, parameters, "count", "2"));

    /* the same day nothing more; the next day what has come, but not a reminder of what is answered */
    int64_t late = ask(plan("2027-02-01", "2027-03-31", 10), 1, 4);
    must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 2 DAY");
    gather();
    assert_int_equal(mailed(COORDINATOR, "digest"), 1);
    must("UPDATE notice_digest SET on_day = on_day - INTERVAL 1 DAY");
    DONE(remind_by_hand(late));
    must("UPDATE placement_order SET state = 'withdrawn' WHERE id = %d", (int)late);
    must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 1 DAY WHERE digest IS NULL");
    gather();
    assert_int_equal(mailed(COORDINATOR, "digest"), 2);
    assert_string_equal(text("SELECT GROUP_CONCAT(kind) FROM notice WHERE digest = (SELECT MAX(id) "
                             "FROM mail WHERE kind = 'digest')"),
                        "order_sent");
    /* an empty day: no mail */
    must("UPDATE notice_digest SET on_day = on_day - INTERVAL 7 DAY");
    gather();
    assert_int_equal(mailed(COORDINATOR, "digest"), 2);
}

static void before_the_hour_nothing_goes_out(void **state)
{
    (void)state;
    int64_t order = wanted(1, 1);
    char utc[DATE_TEXT], local[DATE_TEXT];
    time_sql(utc, time_now());
    assert_true(time_iso(local, utc));
    int hour = (int)strtol(local + 11, NULL, 10);
    if (hour < 23) {
        post_config.digest_hour = hour + 1;
        remind();
        assert_string_equal(stages(order), "");
    }
    post_config.digest_hour = hour;
    remind();
    assert_string_equal(stages(order), "first passed, second");
    post_config.digest_hour = 0;
}

/* The new kinds of mail, in every language: no label left over, no value missing, and one way on. */
static void every_kind_reads_well(void **state)
{
    (void)state;
    static const char *const langs[] = {"nb", "nn", "sv", "en"};
    static const char *const sign[] = {"har ikke svart", "har ikkje svart", "har inte",
                                       "has not answered"};
    must("INSERT INTO notice_choice VALUES (%d, 'orders', 'digest')", COORDINATOR);
    for (size_t i = 0; i < 4; i++) {
        must("UPDATE person SET lang = '%s'", langs[i]);
        must("DELETE FROM notice_digest");
        int64_t order = wanted(1, -4);
        ask(plan("2027-02-01", "2027-03-31", 10), 1, 3);
        ask(plan("2027-02-01", "2027-03-31", 10), 1, 2);
        DONE(remind_by_hand(order));
        remind();
        must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 2 DAY");
        gather();
        send_all();
        assert_int_equal(number("SELECT COUNT(DISTINCT kind) FROM mail WHERE state = 'sent'"), 4);
        assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
        char command[400];
        snprintf(command, sizeof command,
                 "cd %s && for f in *.eml; do python3 -c 'import email, email.policy, sys; m = "
                 "email.message_from_binary_file(open(sys.argv[1], "
                 "\"rb\"), policy=email.policy.default); print(m[\"subject\"]); "
                 "print(m.get_body((\"plain\",)).get_content())' $f; "
                 "done > all.txt; rm -f *.eml",
                 post_folder);
        assert_int_equal(system(command), 0);
        static char bytes[100000];
        snprintf(command, sizeof command, "%s/all.txt", post_folder);
        FILE *file = fopen(command, "r");
        assert_non_null(file);
        bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
        fclose(file);
        assert_null(strstr(bytes, "[["));
        assert_null(strstr(bytes, "{@"));
        assert_null(strstr(bytes, "mail.order"));
        assert_null(strstr(bytes, "notice."));
        assert_null(strstr(bytes, ": \n"));
        assert_non_null(strstr(bytes, sign[i]));
        assert_non_null(strstr(bytes, "https://praktikum.example:8443/notices"));
        clean(NULL);
        must("INSERT INTO notice_choice VALUES (%d, 'orders', 'digest')", COORDINATOR);
    }
    must("UPDATE person SET lang = 'nb'");
}

static void old_notices_are_swept(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++)
        ask(plan("2027-02-01", "2027-03-31", 10), 1, 1 + i);
    must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 401 DAY ORDER BY id LIMIT 2");
    must("UPDATE notice SET read_at = UTC_TIMESTAMP() ORDER BY id LIMIT 1");
    must("UPDATE notice SET created_at = UTC_TIMESTAMP() - INTERVAL 801 DAY ORDER BY id DESC LIMIT "
         "1");
    must("INSERT INTO notice_digest VALUES (%d, '%s'), (%d, '%s')", PLANNER, day(0), PLANNER,
         day(-9));
    const struct post post = post_of(act_connection());
    tidy_when_due(&post);
    assert_int_equal(number("SELECT COUNT(*) FROM notice"), 2);
    assert_int_equal(number("SELECT COUNT(*) FROM notice WHERE read_at IS NOT NULL"), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM notice_digest"), 1);
}

static void a_feed_has_one_address_at_a_time(void **state)
{
    (void)state;
    assert_string_equal(
        act(notices_address_end, "notices/address_end", "address_end", COORDINATOR, "", "").errors,
        ":error.no_feed");
    DONE(act(notices_address_new, "notices/address_new", "address_new", COORDINATOR, "", ""));
    DONE(act(notices_address_new, "notices/address_new", "address_new", COORDINATOR, "", ""));
    assert_int_equal(
        number("SELECT COUNT(*) FROM private_address WHERE person = %d AND ended_at IS NULL",
               COORDINATOR),
        1);
    assert_int_equal(number("SELECT COUNT(DISTINCT salt) FROM private_address WHERE person = %d "
                            "AND LENGTH(salt) = 32",
                            COORDINATOR),
                     2);
    char parameters[40];
    snprintf(parameters, sizeof parameters, "id=%d",
             (int)number("SELECT id FROM private_address WHERE person = %d AND ended_at IS NULL",
                         COORDINATOR));
    assert_int_equal(rows("keys/notices", "key", 0, parameters), 1);
    must("UPDATE account SET closed = 1 WHERE person = %d", COORDINATOR);
    assert_int_equal(rows("keys/notices", "key", 0, parameters), 0);
    must("UPDATE account SET closed = 0 WHERE person = %d", COORDINATOR);
    DONE(act(notices_address_end, "notices/address_end", "address_end", COORDINATOR, "", ""));
    assert_int_equal(rows("keys/notices", "key", 0, parameters), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(everyone_concerned_is_told_but_who_did_it, clean),
        cmocka_unit_test_setup(without_an_open_account_one_is_told_nothing, clean),
        cmocka_unit_test_setup(each_hears_as_they_have_chosen, clean),
        cmocka_unit_test_setup(an_account_always_has_mail, clean),
        cmocka_unit_test_setup(who_acts_on_a_thing_has_read_of_it, clean),
        cmocka_unit_test_setup(notices_are_read_one_by_one_or_all_that_were_shown, clean),
        cmocka_unit_test_setup(a_notice_shows_what_one_may_see_today, clean),
        cmocka_unit_test_setup(who_is_protected_did_it_namelessly, clean),
        cmocka_unit_test_setup(an_order_is_reminded_of_on_its_days, clean),
        cmocka_unit_test_setup(days_are_the_institutions, clean),
        cmocka_unit_test_setup(what_is_late_when_it_is_sent_is_passed_over, clean),
        cmocka_unit_test_setup(who_is_cancelled_or_over_is_let_be, clean),
        cmocka_unit_test_setup(several_processes_remind_once, clean),
        cmocka_unit_test_setup(the_institution_reminds_once_a_day, clean),
        cmocka_unit_test_setup(all_who_have_not_answered_are_reminded_at_once, clean),
        cmocka_unit_test_setup(a_digest_gathers_the_day, clean),
        cmocka_unit_test_setup(before_the_hour_nothing_goes_out, clean),
        cmocka_unit_test_setup(every_kind_reads_well, clean),
        cmocka_unit_test_setup(old_notices_are_swept, clean),
        cmocka_unit_test_setup(a_feed_has_one_address_at_a_time, clean),
    };
    return cmocka_run_group_tests(tests, post_set_up, post_tear_down);
}
