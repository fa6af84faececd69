/* How a placement period is assessed: drafts that nobody else sees, what is given, signed for and becomes a result; attendance;
 * warnings of doubt in time and late; who is reminded. */
#include "../../fcgi/base/text.h"
#include "../../fcgi/base/time.h"
#include "../../fcgi/jobs/remind.h"
#include "support_ordering.h"
#include "support_post.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

action_function assessments_midway, assessments_final, assessments_sign, assessments_absence,
    assessments_doubt_new, assessments_doubt_meeting, assessments_doubt_sign,
    assessments_doubt_lift;

enum {
    VERA = 801, /* the student's supervisor; another of the site; their lecturer; another */
    VIDAR,
    LARS = 810,
    LINE,
    ANNE = 821, /* the student; another */
    BERIT,
    WARD = 2
};
static int64_t activity, registration, placement;
static char here[40];

static void person(int id, const char *role, int institution, int site)
{
    must("INSERT INTO person (id, given_name, family_name, email) VALUES (%d, 'Nr %d', 'Prøve', "
         "'p%d@example.org')",
         id, id, id);
    must("INSERT INTO account (person, password_hash, changed_at) VALUES (%d, 'x', '2026-01-01')",
         id);
    must("INSERT INTO person_grant (person, role, institution, site, valid_from) VALUES (%d, '%s', "
         "NULLIF(%d, 0), NULLIF(%d, 0), '2020-01-01')",
         id, role, institution, site);
}

static int set_up(void **state)
{
    if (post_set_up(state) != 0)
        return -1;
    person(VERA, "supervisor", 0, SITE);
    person(VIDAR, "supervisor", 0, SITE);
    person(LARS, "lecturer", INSTITUTION, 0);
    person(LINE, "lecturer", INSTITUTION, 0);
    person(ANNE, "student", INSTITUTION, 0);
    person(BERIT, "student", INSTITUTION, 0);
    must("INSERT INTO criterion (id, institution, course, position, text, text_en, closed_on) "
         "VALUES (1, 1, 1, 1, 'Møter pasienter', 'Meets patients', NULL), "
         "(2, 1, 1, 2, 'Planlegger', NULL, NULL), (3, 1, 1, 3, 'Ikke lenger', NULL, '2026-01-01')");
    return 0;
}

static void untold(void)
{
    must("DELETE FROM mail");
    must("DELETE FROM notice");
}

/* A student at a ward from `starts` to `ends`; today is 2026-11-21. */
static void placed(const char *starts, const char *ends)
{
    activity = plan(starts, ends, 10);
    must("INSERT INTO registration (institution, activity, person) VALUES (1, %d, %d)",
         (int)activity, ANNE);
    registration = number("SELECT MAX(id) FROM registration");
    must(
        "INSERT INTO placement (institution, activity, registration, person, site, unit, lecturer, "
        "supervisor, starts, ends) VALUES (1, %d, %d, %d, 1, %d, %d, %d, '%s', '%s')",
        (int)activity, (int)registration, ANNE, WARD, LARS, VERA, starts, ends);
    placement = number("SELECT MAX(id) FROM placement");
    snprintf(here, sizeof here, "placement=%d", (int)placement);
    untold();
}

static int begin(void **state)
{
    (void)state;
    placed("2026-10-26", "2026-12-11");
    return 0;
}

#define ALL_MET "verdict-1=met&verdict-2=partly&comment-2=Mer+øving"
static struct done midway(int64_t who, const char *fields)
{
    return act(assessments_midway, "assessments/midway", "midway", who, here, fields);
}
static struct done final(int64_t who, const char *fields)
{
    return act(assessments_final, "assessments/final", "final", who, here, fields);
}
static struct done sign(const char *kind, int64_t who, const char *fields)
{
    char path[40];
    snprintf(path, sizeof path, "assessment=%d",
             (int)number("SELECT id FROM assessment WHERE registration = %d AND kind = '%s'",
                         (int)registration, kind));
    return act(assessments_sign, "assessments/sign", "assessment_sign", who, path, fields);
}
static struct done absence(const char *fields)
{
    return act(assessments_absence, "assessments/absence", "absence", VERA, here, fields);
}
static struct done warn(int64_t who, const char *fields)
{
    return act(assessments_doubt_new, "assessments/doubt_new", "doubt", who, here, fields);
}
static struct done doubt(action_function *function, const char *name, int64_t who,
                         const char *fields)
{
    char path[40], file[60];
    snprintf(path, sizeof path, "doubt=%d",
             (int)number("SELECT MAX(id) FROM doubt WHERE registration = %d", (int)registration));
    snprintf(file, sizeof file, "assessments/%s", name);
    return act(function, file, name, who, path, fields);
}
static const char *told(void)
{
    const char *list = text("SELECT GROUP_CONCAT(kind, ':', person ORDER BY kind, person SEPARATOR "
                            "' ') FROM notice");
    return list;
}
static const char *standing(const char *kind)
{
    return text("SELECT CONCAT_WS(' ', state, passed, (SELECT COUNT(*) FROM assessment_criterion k "
                "WHERE k.assessment = s.id)) FROM assessment s WHERE registration = %d AND kind = "
                "'%s'",
                (int)registration, kind);
}
static bool reads(const char *right, int64_t who)
{
    return may("placement", right, placement, who);
}

static void only_who_follows_the_student_writes_and_only_who_must_reads(void **state)
{
    (void)state;
    assert_true(reads("assess", VERA) && reads("assess", LARS));
    assert_false(reads("assess", VIDAR) || reads("assess", LINE) || reads("assess", ANNE) ||
                 reads("assess", PLANNER));
    assert_true(reads("see_assessment", VERA) && reads("see_assessment", LARS) &&
                reads("see_assessment", ANNE) && reads("see_assessment", PLANNER) &&
                reads("see_assessment", ADVISER));
    assert_false(reads("see_assessment", COORDINATOR) || reads("see_assessment", SITE_ADMIN) ||
                 reads("see_assessment", VIDAR) || reads("see_assessment", LINE) ||
                 reads("see_assessment", BERIT) || reads("see_assessment", PLANNER_TWO));
    must("UPDATE person SET protected = 1 WHERE id = %d", ANNE);
    assert_true(reads("see_assessment", PLANNER) && reads("see_assessment", VERA));
    assert_false(reads("see_assessment", ADVISER));
    must("UPDATE person SET protected = 0 WHERE id = %d", ANNE);
    must("UPDATE person_grant SET valid_to = '2026-11-20' WHERE person = %d", VERA);
    assert_false(reads("assess", VERA) || reads("see_assessment", VERA));
    must("UPDATE person_grant SET valid_to = NULL WHERE person = %d", VERA);
    must("UPDATE placement SET person = %d WHERE id = %d", LARS,
         (int)placement); /* a lecturer who studies */
    assert_true(reads("see_assessment", LARS) && reads("assess", VERA));
    assert_false(reads("assess", LARS));
    must("UPDATE placement SET person = %d WHERE id = %d", ANNE, (int)placement);
    assert_true(may("activity", "see_assessments", activity, PLANNER));
    assert_false(may("activity", "see_assessments", activity, LARS) ||
                 may("activity", "see_assessments", activity, COORDINATOR) ||
                 may("activity", "see_assessments", activity, VERA));
}

static void a_draft_is_its_assessors_alone(void **state)
{
    (void)state;
    DONE(midway(VERA, "verdict-1=met&text=Hemmelig+utkast&act=save&version=0"));
    assert_string_equal(standing("midway"), "draft 1");
    assert_string_equal(told(), "");
    int64_t id = number("SELECT id FROM assessment WHERE registration = %d", (int)registration);
    assert_true(may("assessment", "view", id, VERA) && may("assessment", "view", id, LARS));
    assert_false(may("assessment", "view", id, ANNE) || may("assessment", "view", id, PLANNER));
    assert_int_equal(rows("assessments/placement", "assessments", ANNE, here), 0);
    assert_int_equal(rows("assessments/placement", "assessments", PLANNER, here), 1);
    assert_false(rows_have("assessments/placement", "assessments", PLANNER, here, "text",
                           "Hemmelig utkast"));
    assert_int_equal(rows("assessments/placement", "verdicts", PLANNER, here), 0);
    assert_int_equal(rows("assessments/placement", "history", ANNE, here), 0);
    assert_int_equal(rows("assessments/placement", "history", PLANNER, here), 1);
    char path[80];
    snprintf(path, sizeof path, "activity=%d&q=", (int)activity);
    assert_false(rows_have("ordering/activity_history", "history", PLANNER, path, "kind",
                           "assessment.saved"));
    DONE(midway(LARS, "verdict-1=partly&verdict-2=&act=save&version=2")); /* goes on with it */
    assert_string_equal(standing("midway"), "draft 1");
    assert_int_equal(midway(VERA, "act=save&version=1").outcome, OUTCOME_STALE);
}

/* Not even who claims to have read an older version is told when it was a draft. */
static void the_drafts_of_what_was_given_stay_untold(void **state)
{
    (void)state;
    char path[80];
    DONE(midway(VERA, "act=save&version=0"));
    DONE(midway(VERA, ALL_MET "&passed=yes&act=give&version=2"));
    assert_int_equal(sign("midway", ANNE, "version=0").outcome, OUTCOME_STALE);
    snprintf(path, sizeof path, "thing=assessment&version=0&id=%d",
             (int)number("SELECT id FROM assessment WHERE registration = %d", (int)registration));
    assert_string_equal(rows_joined("events/since", "events", ANNE, path, "kind"),
                        "assessment.given");
    assert_string_equal(rows_joined("events/since", "events", LARS, path, "kind"),
                        "assessment.saved|assessment.given");
}

static void what_is_given_is_whole_and_signed_for(void **state)
{
    (void)state;
    refused("verdict:error.required verdict:error.required", midway(VERA, "act=give&version=0"));
    refused("passed:error.required", midway(VERA, ALL_MET "&act=give&version=0"));
    refused("text:error.assessment_why", midway(VERA, ALL_MET "&passed=no&act=give&version=0"));
    refused("verdict:error.not_among", midway(VERA, ALL_MET "&verdict-3=met&act=save&version=0"));
    refused("verdict:error.not_choice", midway(VERA, "verdict-1=superb&act=save&version=0"));
    DONE(midway(VERA, ALL_MET "&passed=yes&act=give&version=0"));
    assert_string_equal(standing("midway"), "given 1 2");
    assert_string_equal(told(), "assessment_given:810 assessment_given:821");
    assert_true(rows_have("assessments/placement", "verdicts", ANNE, here, "comment", "Mer øving"));
    untold();
    DONE(midway(LARS, ALL_MET "&passed=no&text=Likevel+tvil&act=save&version=2")); /* corrected */
    assert_string_equal(standing("midway"), "given 0 2");
    assert_string_equal(told(), "assessment_given:801 assessment_given:821");
    assert_string_equal(text("SELECT CONCAT(old_value, '>', new_value) FROM event_change WHERE "
                             "field = 'assessment_passed' ORDER BY event DESC LIMIT 1"),
                        "yes>no");
    untold();
    assert_int_equal(sign("midway", ANNE, "remarks=&version=2").outcome, OUTCOME_STALE);
    DONE(sign("midway", ANNE, "remarks=Uenig&version=3"));
    assert_string_equal(told(), "assessment_signed:801 assessment_signed:810");
    refused(":error.assessment_signed", midway(VERA, ALL_MET "&passed=yes&act=give&version=4"));
    refused(":error.assessment_signed_before", sign("midway", ANNE, "version=4"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM result WHERE registration = %d", (int)registration), 0);
}

static void a_final_assessment_proposes_a_result_until_it_is_ready(void **state)
{
    (void)state;
    DONE(final(VERA, ALL_MET "&passed=yes&act=save&version=0"));
    assert_int_equal(
        number("SELECT COUNT(*) FROM result WHERE registration = %d", (int)registration), 0);
    DONE(final(VERA, ALL_MET "&passed=yes&act=give&version=2"));
    assert_string_equal(
        text("SELECT CONCAT_WS(' ', r.state, g.passed, r.examined_on) FROM result r "
             "JOIN scale_grade g ON g.scale_version = r.scale_version AND "
             "g.position = r.grade WHERE r.registration = %d",
             (int)registration),
        "draft 1 2026-11-21");
    assert_int_equal(rows("assessments/placement", "result", ANNE, here), 0); /* not attested */
    DONE(final(VERA, ALL_MET "&passed=no&text=Ikke+trygg&act=give&version=3"));
    assert_int_equal(number("SELECT g.passed FROM result r JOIN scale_grade g ON g.scale_version = "
                            "r.scale_version AND g.position = r.grade WHERE r.registration = %d",
                            (int)registration),
                     0);
    must("UPDATE result SET state = 'ready', ready_at = NOW() WHERE registration = %d",
         (int)registration);
    refused(":error.assessment_decided", final(VERA, ALL_MET "&passed=yes&act=give&version=4"));
    assert_string_equal(standing("final"), "given 0 2"); /* nothing of it was done */
}

static void nothing_is_assessed_before_it_begins_or_once_cancelled(void **state)
{
    (void)state;
    placed("2026-11-22", "2026-12-20");
    refused(":error.placement_coming", midway(VERA, "act=save&version=0"));
    refused(":error.placement_coming", warn(VERA, "text=Tvil"));
    placed("2026-10-26", "2026-12-11");
    must("UPDATE activity SET cancelled_at = NOW(), cancel_reason = 'x' WHERE id = %d",
         (int)activity);
    refused(":error.activity_cancelled", absence("hours_planned=100&version=0"));
}

static const char *attendance(const char *column)
{
    return rows_joined("assessments/placement", "attendance", ANNE, here, column);
}

static void days_away_are_entered_corrected_and_taken_out(void **state)
{
    (void)state;
    assert_string_equal(attendance("planned"), "262.5"); /* 35 weekdays */
    must("UPDATE placement SET ended_on = '2026-11-08' WHERE id = %d", (int)placement);
    assert_string_equal(attendance("planned"), "75.0"); /* broken off on a Sunday */
    must("UPDATE placement SET ended_on = NULL WHERE id = %d", (int)placement);
    refused(
        "new_day:error.day_outside new_day:error.repeated new_day:error.required "
        "new_hours:error.required",
        absence("new_day-1=2026-10-25&new_hours-1=7,5&new_day-2=2026-11-02&new_hours-2=0&"
                "new_day-3=2026-11-02&new_hours-3=2&new_hours-4=3&hours_planned=200&version=0"));
    DONE(absence("new_day-1=2026-11-02&new_hours-1=7,5&new_day-2=2026-11-03&new_hours-2=2,5&"
                 "new_made_up-2=1&new_note-2=Kveldsvakt&hours_planned=100&version=0"));
    assert_string_equal(attendance("percent"), "92");
    assert_string_equal(attendance("away"), "7.5");
    assert_string_equal(attendance("made_up"), "2.5");
    assert_int_equal(absence("hours_planned=100&version=0").outcome, OUTCOME_STALE);
    refused("new_day:error.repeated",
            absence("new_day-1=2026-11-02&new_hours-1=1&hours_planned=100&version=1"));
    refused("hours:error.too_large", absence("hours-20261102=25&hours_planned=100&version=1"));
    DONE(absence("hours-20261102=&note-20261102=&hours-20261103=4&note-20261103=Kveldsvakt&"
                 "hours_planned=100&version=1"));
    assert_string_equal(
        text("SELECT GROUP_CONCAT(day, ' ', hours, ' ', made_up, ' ', note) FROM absence WHERE "
             "registration = %d",
             (int)registration),
        "2026-11-03 4.0 0 Kveldsvakt");
    assert_string_equal(
        text("SELECT GROUP_CONCAT(field, ' ', subject, ' ', COALESCE(old_value, '-'), "
             "' ', COALESCE(new_value, '-') ORDER BY number SEPARATOR ', ') FROM "
             "event_change WHERE event = (SELECT MAX(id) FROM event)"),
        "absence_hours 2026-11-02 7.5 -, absence_hours 2026-11-03 2.5 4, "
        "absence_made_up 2026-11-03 - no");
    assert_int_equal(
        number("SELECT COUNT(*) FROM event_change WHERE new_value LIKE '%%Kveldsvakt%%'"),
        0); /* notes are not told */
}

static const char *due(const char *starts, const char *ends)
{
    placed(starts, ends);
    return rows_joined("assessments/placement", "placement", VERA, here, "doubt_due");
}

static void the_last_day_for_a_warning_follows_the_rule(void **state)
{
    (void)state;
    assert_string_equal(due("2026-10-26", "2026-12-11"), "2026-11-20"); /* three weeks before */
    assert_string_equal(due("2026-11-02", "2026-12-06"), "2026-11-19"); /* 35 days: the 18th */
    assert_string_equal(due("2026-11-02", "2026-12-07"), "2026-11-16"); /* 36 days */
    assert_string_equal(due("2026-11-16", "2026-11-29"), "2026-11-22"); /* 14 days: the 7th */
    assert_string_equal(due("2026-11-21", "2026-11-21"), "2026-11-21");
    must("UPDATE institution SET doubt_days = 14, doubt_short_days = 10 WHERE id = 1");
    assert_string_equal(due("2026-11-16", "2026-11-29"), "2026-11-16"); /* never before it begins */
    assert_string_equal(due("2026-10-26", "2026-12-11"), "2026-11-27");
    must("UPDATE institution SET doubt_days = 21, doubt_short_days = 35 WHERE id = 1");
}

static void a_warning_is_in_time_or_says_why_not(void **state)
{
    (void)state;
    refused("text:error.required", warn(VERA, "text="));
    refused("late_reason:error.doubt_late", warn(VERA, "text=Utrygg"));
    refused("meeting_on:error.required", warn(VERA, "text=Utrygg&late_reason=x&meeting_at=10:00"));
    DONE(warn(LARS, "text=Utrygg&late_reason=To+avvik+i+gaar"));
    assert_string_equal(text("SELECT CONCAT_WS(' ', late, due_on, late_reason) FROM doubt WHERE "
                             "registration = %d",
                             (int)registration),
                        "1 2026-11-20 To avvik i gaar");
    refused(":error.doubt_stands", warn(VERA, "text=En+til&late_reason=x"));
    placed("2026-11-02", "2026-12-18");
    DONE(warn(VERA, "text=Utrygg&late_reason=&meeting_on=2026-11-25&meeting_at=10:00&"
                    "meeting_place=Rom+2"));
    assert_int_equal(
        number("SELECT late FROM doubt WHERE registration = %d AND late_reason IS NULL",
               (int)registration),
        0);
    assert_true(strstr(told(), "doubt_given:821") && strstr(told(), "doubt_given:810"));
    assert_null(strstr(told(), ":801")); /* who warns */
    placed("2026-10-01", "2026-11-20");
    refused(":error.doubt_over", warn(VERA, "text=Utrygg&late_reason=x"));
}

static void a_warning_is_spoken_of_signed_for_and_lifted(void **state)
{
    (void)state;
    DONE(warn(VERA, "text=Utrygg&late_reason=x"));
    int64_t id = number("SELECT MAX(id) FROM doubt");
    assert_true(may("doubt", "sign", id, ANNE) && may("doubt", "edit", id, LARS) &&
                may("doubt", "view", id, PLANNER));
    assert_false(may("doubt", "view", id, BERIT) || may("doubt", "view", id, COORDINATOR) ||
                 may("doubt", "edit", id, PLANNER) || may("doubt", "sign", id, VERA));
    untold();
    DONE(doubt(assessments_doubt_meeting, "doubt_meeting", LARS,
               "meeting_on=2026-11-25&meeting_at=13:30&version=1"));
    assert_true(strstr(told(), "doubt_meeting:821") && strstr(told(), "doubt_meeting:801"));
    untold();
    DONE(doubt(assessments_doubt_meeting, "doubt_meeting", LARS,
               "meeting_on=2026-11-25&meeting_at=13:30&meeting_notes=Avtalt&version=2"));
    assert_string_equal(told(), ""); /* only the notes */
    DONE(doubt(assessments_doubt_sign, "doubt_sign", ANNE, "remarks=Forstått&version=3"));
    assert_true(strstr(told(), "doubt_signed:801") != NULL);
    refused(":error.doubt_signed_before",
            doubt(assessments_doubt_sign, "doubt_sign", ANNE, "version=4"));
    untold();
    DONE(doubt(assessments_doubt_lift, "doubt_lift", VERA, "version=4"));
    assert_true(strstr(told(), "doubt_lifted:821") != NULL);
    refused(":error.doubt_lifted", doubt(assessments_doubt_lift, "doubt_lift", VERA, "version=5"));
    refused(":error.doubt_lifted", doubt(assessments_doubt_meeting, "doubt_meeting", VERA,
                                         "meeting_on=2026-11-26&version=5"));
    DONE(warn(VERA, "text=Igjen&late_reason=x")); /* another, after it */
}

static void the_institution_sees_who_lacks_what(void **state)
{
    (void)state;
    char path[100];
    snprintf(path, sizeof path, "activity=%d&q=&class=&state=", (int)activity);
    assert_int_equal(total("assessments/activity", "placements", PLANNER, path), 1);
    assert_string_equal(rows_joined("assessments/activity", "placements", PLANNER, path, "missing"),
                        "midway");
    snprintf(path, sizeof path, "activity=%d&q=&class=&state=no_midway", (int)activity);
    assert_int_equal(total("assessments/activity", "placements", PLANNER, path), 1);
    DONE(midway(VERA, ALL_MET "&passed=no&text=Tvil&act=give&version=0"));
    DONE(warn(VERA, "text=Utrygg&late_reason=x"));
    assert_int_equal(total("assessments/activity", "placements", PLANNER, path), 0);
    snprintf(path, sizeof path, "activity=%d&q=&class=&state=doubt", (int)activity);
    assert_string_equal(rows_joined("assessments/activity", "placements", PLANNER, path, "midway"),
                        "not_on_way");
    assert_string_equal(rows_joined("assessments/activity", "placements", PLANNER, path, "doubt"),
                        "stands");
    snprintf(path, sizeof path, "activity=%d&q=&class=&state=unsigned", (int)activity);
    assert_int_equal(total("assessments/activity", "placements", PLANNER, path), 1);
    assert_int_equal(total("assessments/activity", "placements", PLANNER_TWO, path), 0);
}

static const char *days(int64_t who, const char *column)
{
    return rows_joined(
        "calendar/list", "assess", who,
        "q=&institution=&site=&programme=&term=&status=&from=2026-11-01&to=2026-12-31", column);
}

static void the_days_that_matter_stand_in_the_calendar_and_on_the_front_page(void **state)
{
    (void)state;
    must("DELETE FROM placement WHERE id <> %d", (int)placement);
    assert_string_equal(days(VERA, "kind"), "midway|doubt|final");
    assert_string_equal(days(LARS, "day"), "2026-11-18|2026-11-20|2026-12-11");
    assert_string_equal(days(ANNE, "kind"), "");
    assert_string_equal(days(PLANNER, "kind"), "");
    assert_string_equal(days(VIDAR, "kind"), "");
    assert_string_equal(rows_joined("home/front", "assess", VERA, "", "kind"), "midway");
    DONE(midway(VERA, ALL_MET "&passed=no&text=Tvil&act=give&version=0"));
    DONE(warn(VERA, "text=Utrygg&late_reason=x&meeting_on=2026-11-25&meeting_at=10:00"));
    assert_string_equal(days(VERA, "kind"), "meeting|final");
    assert_string_equal(days(ANNE, "kind"), "meeting");
    assert_string_equal(days(LINE, "kind"), "");
    assert_string_equal(rows_joined("home/front", "assess", ANNE, "", "kind"),
                        "sign_doubt|sign_assessment");
    assert_string_equal(rows_joined("home/front", "assess", VERA, "", "kind"), "");
    DONE(doubt(assessments_doubt_lift, "doubt_lift", VERA, "version=1"));
    assert_string_equal(days(ANNE, "kind"), ""); /* no meeting about what is lifted */
}

static void look(void)
{
    const struct post post = post_of(act_connection());
    while (reminders_make(&post))
        ;
}

/* A period whose middle, or warning's last day, is so many days from today. */
static void placed_around(int from, int to)
{
    char starts[DATE_TEXT], ends[DATE_TEXT];
    date_iso(starts, date_add(time_today(), from));
    date_iso(ends, date_add(time_today(), to));
    placed(starts, ends);
}
static const char *reminded(void)
{
    return text("SELECT GROUP_CONCAT(SUBSTRING_INDEX(kind, '.', -1) ORDER BY kind SEPARATOR ' ') "
                "FROM event WHERE thing = 'activity' AND thing_id = %d AND kind LIKE "
                "'assessment.%%'",
                (int)activity);
}

static void whoever_assesses_is_reminded_once(void **state)
{
    (void)state;
    must("UPDATE placement SET ended_on = starts");
    placed_around(-20, 27); /* the middle in three days, the warning's day in six */
    look();
    look();
    assert_string_equal(reminded(), "midway_near");
    assert_string_equal(told(), "assessment_reminder:801 assessment_reminder:810");
    assert_int_equal(number("SELECT COUNT(*) FROM mail"),
                     0); /* gathered for the morning's digest */
    placed_around(-30, 24);
    DONE(midway(VERA, ALL_MET "&passed=yes&act=give&version=0"));
    untold();
    look();
    assert_string_equal(reminded(), "doubt_near"); /* not of what was given */
    placed_around(-60, 2);
    look();
    assert_string_equal(reminded(), "final_near");
    placed_around(-60, -8); /* too late for any */
    look();
    assert_string_equal(reminded(), "");
    placed_around(-20, 27);
    must("UPDATE institution SET assess_reminder_days = 1 WHERE id = 1");
    look();
    assert_string_equal(reminded(), "");
    must("UPDATE institution SET assess_reminder_days = 3 WHERE id = 1");
}

static void each_letter_is_sent_and_names_nobody(void **state)
{
    (void)state;
    DONE(midway(VERA, ALL_MET "&passed=yes&text=Hemmelig&act=give&version=0"));
    DONE(sign("midway", ANNE, "version=2"));
    DONE(warn(VERA, "text=Hemmelig&late_reason=x&meeting_on=2026-11-25&meeting_at=10:00"));
    DONE(doubt(assessments_doubt_sign, "doubt_sign", ANNE, "version=1"));
    DONE(doubt(assessments_doubt_lift, "doubt_lift", VERA, "version=2"));
    assert_int_equal(number("SELECT COUNT(DISTINCT kind) FROM mail"), 5);
    send_all();
    assert_int_equal(number("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"), 0);
    char command[160];
    snprintf(command, sizeof command, "grep -rq '/assessment' %s",
             post_folder); /* they can be read */
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command, "grep -rq Hemmelig %s", post_folder);
    assert_int_not_equal(system(command), 0);
    snprintf(command, sizeof command, "grep -rL p%d@example.org %s | xargs grep -q 'Nr %d'", ANNE,
             post_folder, ANNE);
    assert_int_not_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(only_who_follows_the_student_writes_and_only_who_must_reads, begin),
        cmocka_unit_test_setup(a_draft_is_its_assessors_alone, begin),
        cmocka_unit_test_setup(the_drafts_of_what_was_given_stay_untold, begin),
        cmocka_unit_test_setup(what_is_given_is_whole_and_signed_for, begin),
        cmocka_unit_test_setup(a_final_assessment_proposes_a_result_until_it_is_ready, begin),
        cmocka_unit_test_setup(nothing_is_assessed_before_it_begins_or_once_cancelled, begin),
        cmocka_unit_test_setup(days_away_are_entered_corrected_and_taken_out, begin),
        cmocka_unit_test_setup(the_last_day_for_a_warning_follows_the_rule, begin),
        cmocka_unit_test_setup(a_warning_is_in_time_or_says_why_not, begin),
        cmocka_unit_test_setup(a_warning_is_spoken_of_signed_for_and_lifted, begin),
        cmocka_unit_test_setup(the_institution_sees_who_lacks_what, begin),
        cmocka_unit_test_setup(the_days_that_matter_stand_in_the_calendar_and_on_the_front_page,
                               begin),
        cmocka_unit_test_setup(whoever_assesses_is_reminded_once, begin),
        cmocka_unit_test_setup(each_letter_is_sent_and_names_nobody, begin),
    };
    return cmocka_run_group_tests(tests, set_up, post_tear_down);
}
