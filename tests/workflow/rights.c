/* sql/rights/ against what the contract of roles says, on the demonstration region of PRAKTIKUM_CONF. One line a thing:
 * what each sign-in may do with it. "-" is a thing that is not there or may not be seen. */
#include "../../fcgi/base/arena.h"
#include "../../fcgi/base/config.h"
#include "../../fcgi/data/connection.h"
#include "../../fcgi/demo/exam.h"
#include "../../fcgi/demo/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct query_store *store;
static struct connection *connection;
static struct config config;

struct expected {
    const char *thing, *id; /* id: a statement that finds it */
    const char *rights; /* a line `who …: rights …`; `*` is everybody the other lines do not name */
};

/* clang-format off */
static const struct expected expected[] = {
    {"viewer", "SELECT 0",
     "*: answer see_agreements see_orders see_students site_side\n"
     "admin: administer see_people edit_people import see_mails partners see_agreements edit_agreements see_studies edit_scales\n"
     "praksis praksis2: plan see_people edit_people import see_mails partners see_agreements edit_agreements see_orders see_studies edit_scales see_exams see_results see_reports see_students institution_side\n"
     "radgiver: see_people see_agreements see_orders see_studies see_reports see_students institution_side\n"
     "koordinator: see_people see_agreements see_orders see_studies see_exams see_reports see_students institution_side takes_part\n"
     "underviser: see_studies see_exams see_students lecturer takes_part\n"
     "stedskoordinator stedskoordinator2: answer see_agreements see_orders see_reports see_students site_side takes_part\n"
     "stedsadmin: answer see_people edit_people import see_mails partners see_agreements see_orders see_reports see_students site_side\n"
     "veileder: see_students supervisor takes_part\n"
     "student: see_studies student takes_part\n"
     "eksamensplanlegger: see_studies edit_scales plan_exams see_grading see_exams see_results see_reports\n"
     "bedommer bedommer2: import assess see_grading\n"
     "sensor: see_studies examine see_grading see_exams see_results see_reports\n"
     "stedskoordinator3: answer see_agreements see_orders see_reports see_students site_side\n"},
    {"institution", "SELECT 1",
     "*: view\n"
     "admin: view edit deadlines exam_deadlines as_of see_people see_agreements see_studies\n"
     "praksis: view deadlines exam_deadlines as_of plan see_people see_agreements see_studies subscribe\n"
     "radgiver koordinator: view see_people see_agreements see_studies subscribe\n"
     "underviser: view see_studies subscribe\n"
     "student bedommer bedommer2 sensor: view see_studies\n"
     "eksamensplanlegger: view exam_deadlines see_studies subscribe\n"},
    {"institution", "SELECT 2",
     "*: view\n"
     "admin: view edit deadlines exam_deadlines as_of see_people see_agreements see_studies\n"
     "praksis2: view deadlines exam_deadlines as_of plan see_people see_agreements see_studies subscribe\n"},
    {"site", "SELECT 1",
     "*: view\n"
     "admin: view edit as_of see_people see_agreements\n"
     "stedsadmin: view edit as_of see_people see_agreements see_orders subscribe\n"
     "stedskoordinator: view see_agreements see_orders subscribe\n"},
    {"site", "SELECT 2",
     "*: view\n"
     "admin: view edit as_of see_people see_agreements\n"
     "stedskoordinator2: view see_agreements see_orders subscribe\n"},
    {"unit", "SELECT MIN(id) FROM unit WHERE site = 1",
     "*: view\n"
     "admin stedsadmin: view edit as_of\n"},
    {"agreement", "SELECT MIN(id) FROM agreement WHERE institution = 1 AND site = 1",
     "*: -\n"
     "admin praksis: view as_of edit\n"
     "radgiver koordinator stedsadmin stedskoordinator: view as_of\n"},
    {"agreement", "SELECT MIN(id) FROM agreement WHERE institution = 2 AND site = 2",
     "*: -\n"
     "admin praksis2: view as_of edit\n"
     "stedskoordinator2: view as_of\n"},
    {"partner", "SELECT 1",
     "*: -\n"
     "admin praksis: view edit edit_now\n"},
    {"partner", "SELECT 2",
     "*: -\n"
     "admin stedsadmin: view edit edit_now\n"},
    {"partner_key", "SELECT 1",
     "*: -\n"
     "admin: view edit\n"
     "praksis: view edit kept\n"},
    {"requirement", "SELECT 1",
     "*: view\n"
     "admin: view edit\n"},
    {"programme", "SELECT MIN(id) FROM programme WHERE institution = 1",
     "*: -\n"
     "admin: view as_of\n"
     "radgiver koordinator underviser student eksamensplanlegger bedommer bedommer2 sensor: view\n"
     "praksis: view edit as_of\n"},
    {"course", "SELECT MIN(id) FROM course WHERE institution = 2",
     "*: -\n"
     "admin: view as_of\n"
     "praksis2: view edit edit_modules as_of\n"},
    {"instance", "SELECT MIN(id) FROM course_instance WHERE institution = 1",
     "*: -\n"
     "admin: view as_of\n"
     "radgiver koordinator: view see_students\n"
     "underviser student bedommer bedommer2 sensor: view\n"
     "praksis: view edit see_students edit_students as_of\n"
     "eksamensplanlegger: view see_students edit_students as_of\n"},
    {"module", "SELECT MIN(id) FROM module WHERE institution = 1",
     "*: -\n"
     "admin radgiver koordinator underviser student bedommer bedommer2 sensor: view\n"
     "praksis eksamensplanlegger: view edit\n"},
    {"scale", "SELECT 3",
     "*: -\n"
     "admin: view edit\n"
     "praksis praksis2 radgiver koordinator underviser student eksamensplanlegger bedommer bedommer2 sensor: view\n"},
    {"activity", "SELECT id FROM activity WHERE name = 'Kirurgisk praksis, kull 24'",
     "*: -\n"
     "praksis: view edit edit_now copy enter_roles allocate allocate_now see_allocation results see_assessments institution_side as_of\n"
     "radgiver koordinator: view see_allocation see_assessments institution_side as_of\n"
     "underviser: view\n"
     "stedsadmin stedskoordinator stedskoordinator2: view site_side\n"
     "eksamensplanlegger: view results\n"
     "sensor: view results attest_results\n"},
    {"activity", "SELECT id FROM activity WHERE name = 'Ledelsespraksis' AND institution = 1",
     "*: -\n"
     "praksis: view edit edit_now copy enter_roles allocate allocate_now see_allocation results see_assessments institution_side as_of\n"
     "radgiver koordinator: view see_allocation see_assessments institution_side as_of\n"
     "underviser: view\n"
     "eksamensplanlegger: view results\n"
     "sensor: view results attest_results\n"},
    {"activity", "SELECT id FROM activity WHERE name = 'Simuleringspraksis'",
     "*: -\n"
     "praksis: view edit copy enter_roles allocate see_allocation results see_assessments institution_side as_of\n"
     "radgiver koordinator: view see_allocation see_assessments institution_side as_of\n"
     "underviser: view\n"
     "stedsadmin stedskoordinator: view site_side\n"
     "eksamensplanlegger: view results\n"
     "sensor: view results attest_results\n"},
    {"activity", "SELECT id FROM activity WHERE name = 'Sykehjemspraksis, kull 26'",
     "*: -\n"
     "praksis: view edit edit_now copy enter_roles allocate allocate_now see_allocation results see_assessments institution_side as_of\n"
     "radgiver koordinator: view see_allocation see_assessments institution_side as_of\n"
     "underviser veileder student: view\n"
     "stedsadmin stedskoordinator stedskoordinator2: view site_side\n"
     "eksamensplanlegger: view results\n"
     "sensor: view results attest_results\n"},
    {"activity", "SELECT id FROM activity WHERE name = 'Grunnpraksis ved Universitetet'",
     "*: -\n"
     "stedsadmin stedskoordinator stedskoordinator2: view site_side\n"
     "praksis2: view edit edit_now copy enter_roles allocate allocate_now see_allocation results see_assessments institution_side as_of\n"},
    {"result", "SELECT MIN(r.id) FROM result r JOIN person p ON p.id = r.person WHERE r.state = 'attested' AND r.exam_session IS NOT NULL AND p.email = 'student@demo.example'",
     "*: -\n"
     "student: view self\n"
     "eksamensplanlegger: view staff plans named send_back\n"
     "sensor: view staff named send_back attest decide decide_now\n"},
    {"result", "SELECT MIN(id) FROM result WHERE state = 'ready' AND exam_session IS NOT NULL",
     "*: -\n"
     "eksamensplanlegger: view staff plans named send_back send_back_now\n"
     "sensor: view staff named send_back send_back_now attest attest_now decide\n"},
    {"result", "SELECT MIN(id) FROM result WHERE state = 'ready' AND registration IS NOT NULL AND institution = 1",
     "*: -\n"
     "praksis eksamensplanlegger: view staff plans named send_back send_back_now\n"
     "sensor: view staff named send_back send_back_now attest attest_now decide\n"},
    {"student", "SELECT id FROM person WHERE email = 'student@demo.example'",
     "*: -\n"
     "student: view self give\n"
     "eksamensplanlegger: view staff give\n"},
    {"transcript", "SELECT MIN(id) FROM transcript WHERE withdrawn_at IS NULL AND made_by <> person",
     "*: -\n"
     "eksamensplanlegger: view staff withdraw withdraw_now print\n"},
    {"transcript", "SELECT MIN(id) FROM transcript WHERE withdrawn_at IS NOT NULL",
     "*: -\n"
     "eksamensplanlegger: view staff withdraw\n"},
    {"exam_session", "SELECT MIN(id) FROM exam_session WHERE state = 'confirmed' AND registers_to > CURDATE()",
     "*: -\n"
     "praksis koordinator underviser: view staff\n"
     "student: view register register_now\n"
     "eksamensplanlegger: view edit edit_now change_now see_candidates candidates results grading staff as_of\n"
     "sensor: view results attest staff\n"},
    {"exam_session", "SELECT MIN(id) FROM exam_session WHERE state = 'draft'",
     "*: -\n"
     "eksamensplanlegger: view edit edit_now draft staff as_of\n"},
    {"exam_session", "SELECT MIN(s.id) FROM exam_session s JOIN exam e ON e.exam_session = s.id WHERE e.state = 'confirmed' AND s.anonymous = 1",
     "*: -\n"
     "praksis koordinator underviser: view staff\n"
     "student: view register self\n"
     "eksamensplanlegger: view edit edit_now change_now see_candidates candidates names results grading staff as_of\n"
     "sensor: view names results attest staff\n"},
    {"exam_session", "SELECT MIN(id) FROM exam_session WHERE state = 'cancelled'",
     "*: -\n"
     "praksis koordinator underviser: view staff\n"
     "student: view\n"
     "eksamensplanlegger: view edit see_candidates results grading staff as_of\n"
     "sensor: view results attest staff\n"},
    {"exam", "SELECT MIN(x.id) FROM exam x JOIN exam_session s ON s.id = x.exam_session WHERE x.state = 'not_started' AND s.state = 'confirmed'",
     "*: -\n"
     "eksamensplanlegger: view oversee plan plan_now confirm reopen protocol open_code openings\n"
     "bedommer bedommer2: view waits\n"
     "sensor: view oversee protocol openings\n"},
    {"exam", "SELECT MIN(id) FROM exam WHERE state = 'started'",
     "*: -\n"
     "eksamensplanlegger: view oversee plan plan_now confirm confirm_now reopen protocol open_code openings\n"
     "bedommer bedommer2: view grade grade_now\n"
     "sensor: view oversee protocol openings\n"},
    {"exam", "SELECT MIN(x.id) FROM exam x LEFT JOIN transfer t ON t.exam = x.id WHERE x.state = 'confirmed' AND t.exam IS NULL",
     "*: -\n"
     "eksamensplanlegger: view oversee plan confirm reopen reopen_now protocol transfer transfer_now transfer_log openings result_list\n"
     "bedommer bedommer2: view grade protocol\n"
     "sensor: view oversee protocol transfer_log openings result_list\n"},
    {"exam", "SELECT MIN(exam) FROM transfer",
     "*: -\n"
     "eksamensplanlegger: view oversee plan confirm reopen protocol transfer transfer_log openings result_list\n"
     "bedommer bedommer2: view grade protocol\n"
     "sensor: view oversee protocol transfer_log openings result_list\n"},
    {"exam", "SELECT MIN(x.id) FROM exam x JOIN exam_session s ON s.id = x.exam_session WHERE s.state = 'cancelled'",
     "*: -\n"
     "eksamensplanlegger: view oversee plan confirm reopen protocol openings\n"
     "bedommer bedommer2: view waits\n"
     "sensor: view oversee protocol openings\n"},
    {"candidate", "SELECT c.id FROM candidate c JOIN person p ON p.id = c.person JOIN exam_session s ON s.id = c.exam_session WHERE p.email = 'student@demo.example' AND s.state = 'confirmed' AND s.starts_on > CURDATE()",
     "*: -\n"
     "student: view self withdraw file hand_in see_code\n"
     "eksamensplanlegger: view plan withdraw withdraw_now accommodation accommodation_now\n"},
    {"candidate", "SELECT MIN(c.id) FROM candidate c JOIN exam e ON e.exam_session = c.exam_session JOIN exam_session s ON s.id = c.exam_session WHERE e.state = 'confirmed' AND s.anonymous = 1 AND c.person > 100",
     "*: -\n"
     "eksamensplanlegger: view plan withdraw accommodation file see_code\n"},
    {"class", "SELECT c.id FROM activity_class c JOIN activity a ON a.id = c.activity WHERE a.name = 'Sykehjemspraksis, kull 26' AND c.letter = 'A'",
     "*: -\n"
     "praksis: view edit edit_now copy institution_side\n"
     "radgiver koordinator: view institution_side\n"
     "underviser veileder student: view\n"
     "stedsadmin stedskoordinator stedskoordinator2: view site_side\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'draft'",
     "*: -\n"
     "praksis: view institution_side as_of edit edit_now send send_now reopen remind withdraw close\n"
     "radgiver koordinator: view institution_side as_of\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'sent'",
     "*: -\n"
     "praksis: view institution_side as_of edit send reopen remind remind_now withdraw withdraw_now close\n"
     "radgiver koordinator: view institution_side as_of\n"
     "stedsadmin stedskoordinator: view site_side answer answer_now enter_roles\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'answered'",
     "*: -\n"
     "praksis: view institution_side as_of edit send reopen reopen_now remind withdraw close close_now\n"
     "radgiver koordinator: view institution_side as_of\n"
     "stedsadmin stedskoordinator: view site_side answer enter_roles\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'withdrawn'",
     "*: -\n"
     "praksis: view institution_side as_of edit send reopen remind withdraw close\n"
     "radgiver koordinator: view institution_side as_of\n"
     "stedsadmin stedskoordinator: view site_side answer enter_roles\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 1 AND site = 1 AND state = 'closed'",
     "*: -\n"
     "praksis: view institution_side as_of edit send reopen remind withdraw close\n"
     "radgiver koordinator: view institution_side as_of\n"
     "stedsadmin stedskoordinator: view site_side answer enter_roles\n"},
    {"order", "SELECT MIN(id) FROM placement_order WHERE institution = 2 AND site = 2 AND state = 'sent'",
     "*: -\n"
     "praksis2: view institution_side as_of edit send reopen remind remind_now withdraw withdraw_now close\n"
     "stedskoordinator2: view site_side answer answer_now enter_roles\n"},
    {"placement", "SELECT MIN(id) FROM placement WHERE person = 9 AND supervisor = 8 AND ended_on IS NULL AND ends >= CURRENT_DATE",
     "*: -\n"
     "praksis: view institution_side open_activity letter allocate see_assessment\n"
     "radgiver koordinator: view institution_side open_activity letter see_assessment\n"
     "stedsadmin stedskoordinator: view site_side open_activity supervise supervise_now\n"
     "underviser veileder: view open_activity assess assess_now see_assessment\n"
     "student: view self letter see_assessment\n"},
    {"assessment", "SELECT s.id FROM assessment s JOIN placement x ON x.registration = s.registration WHERE x.person = 9 AND x.supervisor = 8 AND s.state = 'given'",
     "*: -\n"
     "praksis radgiver koordinator underviser veileder: view\n"
     "student: view sign sign_now\n"},
    {"doubt", "SELECT MIN(id) FROM doubt",
     "*: -\n"
     "praksis radgiver koordinator: view\n"
     "underviser veileder: view edit edit_now\n"
     "student: view sign sign_now\n"},
    {"registration", "SELECT r.id FROM registration r JOIN activity a ON a.id = r.activity WHERE r.person = 9 AND a.name = 'Hjemmetjenestepraksis, kull 26'",
     "*: -\n"
     "praksis: view edit edit_now wish wish_now home needs needs_now allocate allocate_now see_allocation as_of institution_side\n"
     "radgiver koordinator: view see_allocation institution_side\n"
     "student: view self wish wish_now home needs_now\n"},
    {"person", "SELECT 1",
     "*: -\n"
     "admin: view edit add_grant self\n"},
    {"person", "SELECT 2",
     "*: -\n"
     "admin: view edit add_grant close\n"
     "praksis: view edit add_grant self\n"
     "radgiver koordinator: view\n"},
    {"person", "SELECT 7",
     "*: -\n"
     "admin stedsadmin: view edit add_grant close\n"
     "stedskoordinator: view self\n"},
    {"person", "SELECT 8",
     "*: -\n"
     "admin stedsadmin: view edit add_grant close\n"
     "veileder: view self\n"},
    {"person", "SELECT 9",
     "*: -\n"
     "admin praksis: view edit add_grant close\n"
     "radgiver koordinator: view\n"
     "student: view self\n"},
    {"person", "SELECT 10",
     "*: -\n"
     "admin: view edit add_grant close\n"
     "praksis2: view edit add_grant self\n"},
    {"person", "SELECT MIN(p.id) FROM person p JOIN student s ON s.person = p.id WHERE p.protected = 1 AND s.institution = 1",
     "*: -\n"
     "admin praksis: view edit add_grant close\n"},
    {"grant", "SELECT id FROM person_grant WHERE person = 1",
     "*: -\n"
     "admin: view edit edit_now\n"},
    {"grant", "SELECT MIN(id) FROM person_grant WHERE person = 2",
     "*: -\n"
     "admin praksis: view edit edit_now\n"},
    {"grant", "SELECT MIN(id) FROM person_grant WHERE person = 7",
     "*: -\n"
     "admin stedsadmin: view edit edit_now\n"
     "stedskoordinator: view\n"},
    {"grant", "SELECT MIN(id) FROM person_grant WHERE valid_to < CURDATE()",
     "*: -\n"
     "admin: view edit\n"},
};
/* clang-format on */

/* The line of `rights` that names the sign-in, else the first; without its names. */
static const char *should(const char *lines, const char *who)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, " %s ", who);

    const char *found = lines;
    for (const char *line = lines; *line; line = strchr(line, '\n') + 1) {
        size_t names = strcspn(line, ":");
        const char *named = arena_printf(arena, " %.*s ", (int)names, line);
        if (strstr(named, wanted))
            found = line;
    }
    found = strchr(found, ':') + 2;
    return arena_bytes(arena, found, strcspn(found, "\n"));
}

/* The sign-ins of the demonstration by number, from 1 on; those of exams come after the others. */
enum { VIEWERS = SIGN_INS + EXAM_SIGN_INS };

static const char *email_of(int number)
{
    return number <= SIGN_INS ? sign_ins[number - 1].email
                              : exam_sign_ins[number - SIGN_INS - 1].email;
}

/* "praksis" of "praksis@demo.example". */
static const char *who(int number)
{
    const char *email = email_of(number);

    return arena_bytes(arena, email, strcspn(email, "@"));
}

static int first_integer(void *context, const struct row *row)
{
    *(int64_t *)context = strtoll(row->cells[0].text ? row->cells[0].text : "0", NULL, 10);
    return 0;
}

static int64_t find(const char *sql)
{
    int64_t id = 0;

    assert_int_equal(connection_query(connection, sql, first_integer, &id), DATA_OK);
    return id;
}

static int person_of(int number)
{
    return (int)find(
        arena_printf(arena, "SELECT id FROM person WHERE email = '%s'", email_of(number)));
}

/* The names of the columns that are 1, with spaces between. */
static int ones(void *context, const struct row *row)
{
    char *text = context;

    text[0] = '\0';
    if (row_text(row, "view") && !row_flag(row, "view"))
        return 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *value = row->cells[i].text, *name = row->columns[i].name;
        if (strcmp(name, "unanswered") == 0 || strcmp(name, "notices") == 0 ||
            strcmp(name, "institution") == 0)
            continue; /* counts and an id */
        assert_non_null(value);
        assert_true(strcmp(value, "0") == 0 || strcmp(value, "1") == 0);
        if (strcmp(value, "1") == 0) {
            strcat(text, *text ? " " : "");
            strcat(text, name);
        }
    }
    return 0;
}

static const char *rights(const char *thing, int64_t id, int viewer, const char *today)
{
    static char text[1000];
    char name[64];
    struct parameters parameters = {.arena = arena};

    snprintf(name, sizeof name, "rights/%s", thing);
    const struct query_file *file = query_store_find(store, name);
    assert_non_null(file);
    parameters_integer(&parameters, "viewer", viewer);
    parameters_text(&parameters, "clock", arena_printf(arena, "%s 12:00:00", today));
    parameters_text(&parameters, "today", today);
    parameters_null(&parameters, "viewer_looks_back");
    parameters_text(&parameters, "lang", "nb");
    if (id)
        parameters_integer(&parameters, thing, id);
    text[0] = '\0';
    enum data_result result =
        connection_run(connection, &file->blocks[0], NULL, &parameters, ones, text);
    assert_true(result == DATA_OK || result == DATA_NONE);
    return *text ? text : "-";
}

static const char *today(void)
{
    static char text[DATE_TEXT];

    date_iso(text, time_today());
    return text;
}

static void every_sign_in_may_what_its_role_may(void **state)
{
    (void)state;
    int wrong = 0;

    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        int64_t id = strcmp(expected[i].thing, "viewer") == 0 ? 0 : find(expected[i].id);
        if (strcmp(expected[i].thing, "viewer") != 0)
            assert_true(id > 0);
        for (int v = 1; v <= VIEWERS; v++) {
            const char *is = rights(expected[i].thing, id, person_of(v), today());
            const char *shall = should(expected[i].rights, who(v));
            if (strcmp(is, shall) == 0)
                continue;
            wrong++;
            print_error("%s (%s) as %s: \"%s\", should be \"%s\"\n", expected[i].thing,
                        expected[i].id, who(v), is, shall);
        }
    }
    assert_int_equal(wrong, 0);
}

static void what_is_not_there_gives_no_row(void **state)
{
    (void)state;
    static const char *const things[] = {"person",    "grant",     "institution", "site",
                                         "unit",      "agreement", "course",      "instance",
                                         "class",     "order",     "requirement", "activity",
                                         "programme", "module",    "scale"};

    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
        for (int v = 1; v <= VIEWERS; v++)
            assert_string_equal(rights(things[i], 2000000000, person_of(v), today()), "-");
}

/* Grants begin and end: the day before the first and the day after the last nobody may anything. */
static void grants_count_only_while_valid(void **state)
{
    (void)state;
    int64_t order = find("SELECT MIN(id) FROM placement_order WHERE site = 1 AND state = 'sent'");
    int64_t coordinator = SIGN_IN_STEDSKOORDINATOR;

    assert_string_equal(rights("order", order, (int)coordinator, "2001-01-01"), "-");
    assert_string_equal(rights("viewer", 0, SIGN_IN_ADMIN, "2001-01-01"), "-");
    int64_t ended = find(
        "SELECT MIN(person) FROM person_grant WHERE valid_to < CURDATE() AND role = 'supervisor'");
    assert_true(ended > 0);
    assert_string_equal(rights("viewer", 0, (int)ended, today()), "-");
}

static int set_up(void **state)
{
    (void)state;
    char error[1000];

    time_start();
    if (!getenv("PRAKTIKUM_CONF") ||
        !config_load(&config, getenv("PRAKTIKUM_CONF"), error, sizeof error))
        fail_msg("%s", getenv("PRAKTIKUM_CONF") ? error : "PRAKTIKUM_CONF is not set");
    store = query_store_load("sql", error, sizeof error);
    if (!store)
        fail_msg("%s", error);
    arena = arena_new((size_t)64 << 20);
    const char *socket =
        config.database_socket[0] == '/'
            ? config.database_socket
            : arena_printf(arena, "%s/%s", config.var_folder, config.database_socket);
    connection = connection_new(&(struct connection_settings){.sockets = socket,
                                                              .user = config.database_user,
                                                              .password = config.database_password,
                                                              .database = config.database_name,
                                                              .timeout_seconds = 20},
                                store);
    return connection_open(connection) == DATA_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    connection_free(connection);
    query_store_free(store);
    config_free(&config);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sign_in_may_what_its_role_may),
        cmocka_unit_test(what_is_not_there_gives_no_row),
        cmocka_unit_test(grants_count_only_while_valid),
    };
    return cmocka_run_group_tests_name("rights", tests, set_up, tear_down);
}
