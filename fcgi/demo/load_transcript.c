/* Transcripts of results as they were given out. */
#include "exam.h"
#include "load.h"

#include <stdio.h>

enum { QUERY = 1400 };

static const struct given {
    const char *code;
    const char *whose; /* a person's id */
    bool by_planner, withdrawn;
    int days_ago;
} transcripts[] = {
    {"K0PP1STVDENTKNTR0110", "9", false, false, 20},
    {"DEM0NSTRAT10NPRAKT1K",
     "SELECT MIN(r.person) FROM result r WHERE r.institution = 1 AND r.state = 'attested' AND "
     "r.registration IS NOT NULL",
     true, false, 12},
    {"W1THDRAWN0DEM0NSTRAT",
     "SELECT MAX(r.person) FROM result r WHERE r.institution = 1 AND r.state = 'attested' AND "
     "r.registration IS NOT NULL",
     true, true, 9},
};
_Static_assert(SIGN_IN_STUDENT == 9, "the first is the demonstration student's");

static bool load_transcript(const struct world *world, struct connection *connection,
                            const struct given *of)
{
    char sql[QUERY], by[12] = "p.id";

    if (of->by_planner)
        snprintf(by, sizeof by, "%d", exam_person(world, EXAM_PLANNER));
    snprintf(sql, sizeof sql,
             "INSERT INTO transcript (institution, person, code, made_at, made_by, name, "
             "institution_name, programme, programme_en, withdrawn_at, withdrawn_by) SELECT i.id, "
             "p.id, '%s', UTC_TIMESTAMP() - INTERVAL %d DAY, %s, p.name, i.name, g.name, "
             "g.name_en, IF(%d, UTC_TIMESTAMP() - INTERVAL 1 DAY, NULL), IF(%d, %s, NULL) "
             "FROM person p JOIN student s ON s.person = p.id JOIN institution i ON i.id = "
             "s.institution JOIN programme g ON g.id = s.programme WHERE p.id = (%s)",
             of->code, of->days_ago, by, of->withdrawn, of->withdrawn, by, of->whose);
    return connection_execute(connection, sql) == DATA_OK;
}

/* All that was attested of each, as it stands. */
static const char results[] =
    "INSERT INTO transcript_result (transcript, number, result, decision, course_code, "
    "course_name, course_name_en, module_code, module_name, module_name_en, term, credits) "
    "SELECT t.id, ROW_NUMBER() OVER (PARTITION BY t.id ORDER BY n.term, d.examined_on, r.id), "
    "r.id, d.number, c.code, c.name, c.name_en, m.code, m.name, m.name_en, n.term, "
    "IF(g.passed, COALESCE(m.credits, c.credits), NULL) "
    "FROM transcript t JOIN result r ON r.person = t.person AND r.institution = t.institution "
    "JOIN result_decision d ON d.result = r.id "
    "JOIN scale_grade g ON g.scale_version = d.scale_version AND g.position = d.grade "
    "JOIN course_instance n ON n.id = r.course_instance JOIN course c ON c.id = n.course "
    "LEFT JOIN module m ON m.id = r.module";

bool load_transcripts(const struct world *world, struct connection *connection)
{
    for (size_t i = 0; i < sizeof transcripts / sizeof *transcripts; i++)
        if (!load_transcript(world, connection, &transcripts[i]))
            return false;
    return connection_execute(connection, results) == DATA_OK;
}
