/* How placement periods are assessed: by what, who was away, and what was found, of the students that the demonstration
 * supervisor follows and of the group before them. */
#include "exam.h"
#include "insert.h"

#include <stdio.h>

enum { CRITERIA = 3, HOUR = 3600 };

static const char *const criteria[CRITERIA][2] = {
    {"Møter pasienter, elever og kolleger med respekt og kommuniserer klart.",
     "Meets patients, pupils and colleagues with respect and communicates clearly."},
    {"Planlegger, utfører og vurderer eget arbeid faglig forsvarlig.",
     "Plans, carries out and assesses their own work soundly."},
    {"Er kjent med egne grenser, søker veiledning og bruker den.",
     "Knows their own limits, seeks guidance and uses it."},
};

/* A registration whose assessments there are. */
struct assessed {
    int registration, number; /* number: which of its kind, from 0 */
    bool past;
    int64_t starts, ends;
};
typedef void each_assessed(struct insert *insert, const struct world *world,
                           const struct assessed *of);

/* Of those the demonstration supervisor follows, then of the group before: who was placed. */
static void for_each(struct insert *insert, const struct world *world, each_assessed *each)
{
    int present = 0, past = 0;

    for (int i = 0; i < world->registrations_count; i++) {
        const struct registration *registration = &world->registrations[i];
        bool now = registration->activity == world->activity_of_student &&
                   registration->shared.supervisor == SIGN_IN_VEILEDER;
        if (!registration->shared.unit || (!now && registration->activity != world->past))
            continue;
        const struct activity *activity = &world->activities[registration->activity - 1];
        const struct class *class =
            registration->class ? &world->classes[registration->class - 1] : NULL;
        struct assessed of = {i + 1, now ? present++ : past++, !now,
                              class ? class->starts : activity->starts,
                              class ? class->ends : activity->ends};
        each(insert, world, &of);
    }
}

/* The first of those now in placement, the demonstration student, is warned that they may not pass. */
static bool in_doubt(const struct assessed *of)
{
    return !of->past && of->number == 0;
}

static void insert_assessment(struct insert *insert, const struct world *world,
                              const struct assessed *of, bool last)
{
    int64_t at = (last ? of->ends - 1 : (of->starts + of->ends) / 2 - 2) * 86400 + 13 * HOUR;
    bool is_signed = of->past || of->number == 1;
    const struct registration *registration = &world->registrations[of->registration - 1];

    insert_integer(insert, 1);
    insert_integer(insert, of->registration);
    insert_text(insert, last ? "final" : "midway");
    insert_text(insert, is_signed ? "signed" : "given");
    insert_integer(insert, !in_doubt(of));
    insert_text(insert, in_doubt(of)
                            ? "Trenger tettere oppfølging ved legemiddelhåndtering. Se varselet."
                        : last ? "Har nådd målene for perioden og arbeider selvstendig."
                               : "God utvikling. Mer øving i rapport og dokumentasjon framover.");
    insert_integer(insert, registration->shared.supervisor ? registration->shared.supervisor
                                                           : SIGN_IN_UNDERVISER);
    insert_time(insert, at);
    insert_time(insert, is_signed ? at + 26 * HOUR : 0);
    insert_text(insert, is_signed && of->number == 1
                            ? "Jeg er enig, og vil gjerne få følge flere innleggelser."
                            : NULL);
    insert_row_end(insert);
}

static void insert_assessments(struct insert *insert, const struct world *world,
                               const struct assessed *of)
{
    insert_assessment(insert, world, of, false);
    if (of->past)
        insert_assessment(insert, world, of, true);
}

static void insert_doubt(struct insert *insert, const struct world *world,
                         const struct assessed *of)
{
    (void)world;
    if (!in_doubt(of))
        return;
    insert_integer(insert, 1);
    insert_integer(insert, of->registration);
    insert_integer(insert, SIGN_IN_VEILEDER);
    insert_text(insert,
                "Legemiddelhåndteringen er ikke trygg nok: to avvik i uke 45. For å bestå må "
                "du regne og kontrollere selvstendig uten feil i to uker.");
    insert_time(insert, (of->ends - 24) * 86400 + 14 * HOUR);
    insert_day(insert, of->ends - 21);
    insert_day(insert, of->ends - 15);
    insert_text(insert, "13:30:00");
    insert_text(insert, "Møterom 2, avdelingen");
    insert_row_end(insert);
}

static void insert_absence(struct insert *insert, const struct world *world,
                           const struct assessed *of)
{
    (void)world;
    for (int k = 0; k <= of->number % 3; k++) {
        insert_integer(insert, of->registration);
        insert_day(insert, day_monday(of->starts) + 7 * k + 8 + k);
        insert_text(insert, k ? "3.5" : "7.5");
        insert_integer(insert, k == 1);
        insert_text(insert, k == 1 ? "Tatt igjen på kveldsvakt." : NULL);
        insert_row_end(insert);
    }
}

/* All of the group before are attested but two. */
static void insert_result(struct insert *insert, const struct world *world,
                          const struct assessed *of)
{
    const struct activity *activity =
        &world->activities[world->registrations[of->registration - 1].activity - 1];

    if (!of->past)
        return;
    insert_integer(insert, activity->institution);
    insert_integer(insert, world->registrations[of->registration - 1].person);
    insert_integer(insert, activity->instance);
    insert_integer(insert, module_placement(world->instances[activity->instance - 1].course));
    insert_integer(insert, of->registration);
    insert_integer(insert, PASS_SCALE_VERSION);
    insert_integer(insert, 2);
    insert_day(insert, of->ends);
    insert_text(insert, of->number == 0 ? "draft" : of->number == 1 ? "ready" : "attested");
    insert_time(insert, of->number ? (of->ends + 3) * 86400 + 10 * HOUR : 0);
    insert_id(insert, of->number ? SIGN_IN_UNDERVISER : 0);
    insert_row_end(insert);
}

static bool load_criteria(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "criterion", "institution,course,position,text,text_en");
    for (int course = 1; course <= world->courses_count; course++)
        for (int k = 0; k < CRITERIA; k++) {
            insert_integer(&insert, world->courses[course - 1].institution);
            insert_integer(&insert, course);
            insert_integer(&insert, k + 1);
            insert_text(&insert, criteria[k][0]);
            insert_text(&insert, criteria[k][1]);
            insert_row_end(&insert);
        }
    return insert_finish(&insert);
}

static bool load_each(const struct world *world, struct connection *connection, const char *table,
                      const char *columns, each_assessed *each)
{
    struct insert insert;

    insert_start(&insert, connection, table, columns);
    for_each(&insert, world, each);
    return insert_finish(&insert);
}

/* Each attested result's first decision. */
static bool load_decisions(const struct world *world, struct connection *connection)
{
    char sql[400];

    snprintf(sql, sizeof sql,
             "INSERT INTO result_decision (result, number, points, grade, scale_version, "
             "examined_on, person, at) SELECT id, 1, points, grade, scale_version, examined_on, "
             "%d, ready_at + INTERVAL 1 DAY FROM result WHERE state = 'attested'",
             exam_person(world, EXAM_EXAMINER));
    return connection_execute(connection, sql) == DATA_OK;
}

bool load_assessments(const struct world *world, struct connection *connection)
{
    static const char verdicts[] =
        "INSERT INTO assessment_criterion (assessment, criterion, verdict) "
        "SELECT s.id, c.id, IF(s.passed, 'met', IF(c.position = 2, 'not_met', 'partly')) "
        "FROM assessment s JOIN registration r ON r.id = s.registration "
        "JOIN activity a ON a.id = r.activity JOIN course_instance n ON n.id = a.course_instance "
        "JOIN criterion c ON c.course = n.course";

    return load_criteria(world, connection) &&
           load_each(world, connection, "assessment",
                     "institution,registration,kind,state,passed,text,person,given_at,signed_at,"
                     "remarks",
                     insert_assessments) &&
           connection_execute(connection, verdicts) == DATA_OK &&
           load_each(world, connection, "doubt",
                     "institution,registration,person,text,given_at,due_on,meeting_on,meeting_at,"
                     "meeting_place",
                     insert_doubt) &&
           load_each(world, connection, "absence", "registration,day,hours,made_up,note",
                     insert_absence) &&
           load_each(world, connection, "result",
                     "institution,person,course_instance,module,registration,scale_version,grade,"
                     "examined_on,state,ready_at,ready_by",
                     insert_result) &&
           load_decisions(world, connection);
}
