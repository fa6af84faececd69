/* Exams as they stand in the database: studies first, then sessions, candidates, grading and results. */
#include "exam.h"
#include "insert.h"
#include "student.h"

#include <stdio.h>

enum {
    EXAM_TENTHS = 50
}; /* of credits, a written exam, or half of a small course; its placement has the rest */

static const char *const states[] = {"draft",     "confirmed", "confirmed",
                                     "confirmed", "confirmed", "confirmed",
                                     "confirmed", "confirmed", "cancelled"};

static bool has_exam(const struct exam *exam)
{
    return exam->stage != EXAM_DRAFT && exam->stage != EXAM_ORAL;
}

static bool is_graded(const struct exam *exam)
{
    return exam->stage == EXAM_GRADED || exam->stage == EXAM_TRANSFERRED ||
           exam->stage == EXAM_ATTESTED;
}

static bool has_results(const struct exam *exam)
{
    return exam->stage == EXAM_TRANSFERRED || exam->stage == EXAM_ATTESTED;
}

static int course_of(const struct world *world, const struct exam *exam)
{
    return world->instances[exam->instance - 1].course;
}

static const struct exam *exam_of(const struct world *world, const struct candidate *candidate)
{
    return &world->exams[candidate->exam - 1];
}

static void insert_hundredths(struct insert *insert, int hundredths)
{
    char text[16];

    snprintf(text, sizeof text, "%d.%02d", hundredths / 100, hundredths % 100);
    insert_text(insert, text);
}

static void insert_clock(struct insert *insert, int minutes)
{
    char text[32];

    snprintf(text, sizeof text, "%02d:%02d:00", minutes / 60, minutes % 60);
    insert_text(insert, minutes ? text : NULL);
}

bool load_exam_people(const struct world *world, struct connection *connection)
{
    char account[240];
    struct insert insert;

    insert_start(&insert, connection, "person", "id,given_name,family_name,email,lang");
    for (int i = 0; i < EXAM_SIGN_INS; i++) {
        insert_integer(&insert, exam_person(world, (enum exam_sign_in)i));
        insert_text(&insert, exam_sign_ins[i].given_name);
        insert_text(&insert, exam_sign_ins[i].family_name);
        insert_text(&insert, exam_sign_ins[i].email);
        insert_text(&insert, "nb");
        insert_row_end(&insert);
    }
    snprintf(account, sizeof account,
             "INSERT INTO account (person, password_hash, changed_at) SELECT p.id, "
             "a.password_hash, a.changed_at FROM person p JOIN account a ON a.person = %d "
             "WHERE p.id >= %d",
             SIGN_IN_ADMIN, exam_person(world, (enum exam_sign_in)0));
    return insert_finish(&insert) && connection_execute(connection, account) == DATA_OK;
}

static bool load_exam_grants(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "person_grant", "person,role,institution,valid_from");
    for (int i = 0; i < EXAM_SIGN_INS; i++) {
        insert_integer(&insert, exam_person(world, (enum exam_sign_in)i));
        insert_text(&insert, exam_sign_ins[i].role);
        insert_integer(&insert, 1);
        insert_day(&insert, world->today - 1250);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static void insert_module(struct insert *insert, const struct world *world, int course, bool exam)
{
    const struct course *of = &world->courses[course - 1];
    int tenths = programmes[of->words].courses[of->number].credits_tenths;
    char credits[16];

    int written = tenths < 2 * EXAM_TENTHS ? tenths / 2 : EXAM_TENTHS;
    tenths = exam ? written : tenths - written;
    snprintf(credits, sizeof credits, "%d.%d", tenths / 10, tenths % 10);
    insert_integer(insert, exam ? module_written(course) : module_placement(course));
    insert_integer(insert, of->institution);
    insert_integer(insert, course);
    insert_text(insert, exam ? "EKS" : "PRA");
    insert_text(insert, exam ? "Skriftlig eksamen" : "Praksisstudier");
    insert_text(insert, exam ? "Written exam" : "Placement");
    insert_text(insert, credits);
    insert_integer(insert, exam ? EXAM_SCALE_VERSION : PASS_SCALE_VERSION);
    insert_row_end(insert);
}

static bool load_modules(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "module",
                 "id,institution,course,code,name,name_en,credits,grading_scale");
    for (int course = 1; course <= world->courses_count; course++) {
        insert_module(&insert, world, course, true);
        insert_module(&insert, world, course, false);
    }
    return insert_finish(&insert);
}

static void insert_reader(struct insert *insert, const struct world *world, int instance, int n)
{
    insert_integer(insert, instance);
    insert_integer(insert, student_person(world, n));
    insert_integer(insert, student_institution(n));
    insert_row_end(insert);
}

/* Who has a placement in a course reads it, and who has an exam in one. */
static bool load_readers(const struct world *world, struct connection *connection)
{
    static const char placed[] =
        "INSERT IGNORE INTO course_registration (course_instance, person, institution) "
        "SELECT DISTINCT a.course_instance, r.person, r.institution FROM registration r "
        "JOIN activity a ON a.id = r.activity";
    struct insert insert;

    insert_start(&insert, connection, "course_registration", "course_instance,person,institution");
    for (int n = 0; n <= world->students; n++) {
        if (!exam_reads(world, n))
            continue;
        int before = 0;
        for (int i = 0; i < world->exams_count; i++) {
            if (world->exams[i].instance == before || i > 5)
                continue; /* the first six are of two instances, one after the other */
            before = world->exams[i].instance;
            insert_reader(&insert, world, before, n);
        }
    }
    return insert_finish(&insert) && connection_execute(connection, placed) == DATA_OK;
}

static void insert_session(struct insert *insert, const struct world *world, int id)
{
    const struct exam *exam = &world->exams[id - 1];
    const struct instance *instance = &world->instances[exam->instance - 1];
    char code[32], name[160];
    bool resit = exam->stage == EXAM_DRAFT, confirmed = exam->stage != EXAM_DRAFT;
    int64_t made = exam_made_at(world, exam);

    course_code(world, instance->course, code, sizeof code);
    insert_integer(insert, id);
    insert_integer(insert, instance->institution);
    insert_text(insert, resit                      ? "digital_resit"
                        : exam->stage == EXAM_ORAL ? "other"
                                                   : "digital_exam");
    insert_text(insert, states[exam->stage]);
    insert_id(insert, resit ? id - 1 : 0);
    snprintf(name, sizeof name, "%s %s", code, exam->name);
    insert_text(insert, name);
    snprintf(name, sizeof name, "%s %s", code, exam->name_en);
    insert_text(insert, name);
    insert_text(insert, !exam->starts_on                  ? "none"
                        : exam->ends_on > exam->starts_on ? "period"
                                                          : "day");
    insert_day(insert, exam->starts_on);
    insert_clock(insert, exam->from);
    insert_day(insert, exam->ends_on);
    insert_clock(insert, exam->to);
    insert_text(insert, exam->starts_on ? "Demohallen, sal 2" : NULL);
    insert_integer(insert, exam->prefix != NULL);
    insert_text(insert, exam->prefix);
    insert_integer(insert, exam->registers_from != 0);
    insert_day(insert, exam->registers_from);
    insert_day(insert, exam->registers_to);
    insert_id(insert, confirmed ? EXAM_SCALE_VERSION : 0);
    insert_day(insert, confirmed && exam->starts_on ? exam->ends_on + 21 : 0);
    insert_integer(insert, exam_person(world, EXAM_PLANNER));
    insert_time(insert, made);
    insert_time(insert, confirmed ? made + 3600 : 0);
    insert_time(insert, exam->stage == EXAM_CANCELLED ? made + 86400 : 0);
    insert_row_end(insert);
}

static bool load_sessions(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "exam_session",
                 "id,institution,type,state,resit_of,name,name_en,date_mode,starts_on,starts_at,"
                 "ends_on,ends_at,place,anonymous,code_prefix,registration,registers_from,"
                 "registers_to,scale_version,results_due,person,made_at,confirmed_at,"
                 "cancelled_at");
    for (int i = 1; i <= world->exams_count; i++)
        insert_session(&insert, world, i);
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "exam_session_instance",
                 "exam_session,course_instance,institution,module");
    for (int i = 1; i <= world->exams_count; i++) {
        const struct exam *exam = &world->exams[i - 1];
        insert_integer(&insert, i);
        insert_integer(&insert, exam->instance);
        insert_integer(&insert, world->instances[exam->instance - 1].institution);
        insert_id(&insert, exam->stage == EXAM_DRAFT ? 0 : module_written(course_of(world, exam)));
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "exam_examiner", "exam_session,person");
    for (int i = 1; i <= world->exams_count; i++) {
        insert_integer(&insert, i);
        insert_integer(&insert, exam_person(world, EXAM_EXAMINER));
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool exam_took_file(const struct world *world, const struct candidate *candidate)
{
    return exam_of(world, candidate)->stage == EXAM_GRADING && candidate->handed_in_at;
}

static bool load_candidates(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "candidate",
                 "id,institution,exam_session,course_instance,person,registered_at,by_self,"
                 "extra_minutes,accommodation,attendance,handed_in_at,handed_in");
    for (int i = 0; i < world->candidates_count; i++) {
        const struct candidate *candidate = &world->candidates[i];
        const struct exam *exam = exam_of(world, candidate);
        int64_t registered = exam->registers_from ? exam->registers_from : exam->starts_on - 40;
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->instances[exam->instance - 1].institution);
        insert_integer(&insert, candidate->exam);
        insert_integer(&insert, exam->instance);
        insert_integer(&insert, candidate->person);
        insert_time(&insert, registered * 86400 + 30000 + i * 61 % 20000);
        insert_integer(&insert, exam->registers_from != 0);
        insert_id(&insert, candidate->extra_minutes);
        insert_text(&insert, candidate->extra_minutes ? "separate_room" : "");
        insert_text(&insert, exam->starts_on > world->today ? "unknown"
                             : candidate->handed_in_at      ? "present"
                                                            : "absent");
        insert_time(&insert, candidate->handed_in_at);
        insert_text(&insert, exam_took_file(world, candidate) ? "file"
                             : candidate->handed_in_at        ? "mark"
                                                              : NULL);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_codes(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "exam_code", "exam_session,code");
    for (int i = 0; i < world->candidates_count; i++) {
        insert_integer(&insert, world->candidates[i].exam);
        insert_text(&insert, world->candidates[i].code);
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "exam_identity", "candidate,exam_session,code");
    for (int i = 0; i < world->candidates_count; i++) {
        insert_integer(&insert, i + 1);
        insert_integer(&insert, world->candidates[i].exam);
        insert_text(&insert, world->candidates[i].code);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

/* An exam has the number of its session. */
static bool load_grading(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "exam",
                 "id,institution,exam_session,state,points_most,marks,transfer_ready,edited_at,"
                 "confirmed_at,confirmed_by");
    for (int i = 1; i <= world->exams_count; i++) {
        const struct exam *exam = &world->exams[i - 1];
        int64_t graded = exam_graded_at(exam);
        if (!has_exam(exam))
            continue;
        insert_integer(&insert, i);
        insert_integer(&insert, world->instances[exam->instance - 1].institution);
        insert_integer(&insert, i);
        insert_text(&insert, is_graded(exam)               ? "confirmed"
                             : exam->stage == EXAM_GRADING ? "started"
                                                           : "not_started");
        insert_integer(&insert, EXAM_POINTS);
        insert_integer(&insert, exam->stage == EXAM_GRADING ? 2 : 1);
        insert_integer(&insert, has_results(exam));
        insert_time(&insert, exam->stage == EXAM_GRADING ? (world->today - 1) * 86400 + 50000
                             : is_graded(exam)           ? graded
                                                         : 0);
        insert_time(&insert, is_graded(exam) ? graded : 0);
        insert_id(&insert, is_graded(exam) ? exam_person(world, EXAM_PLANNER) : 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_assessors(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "exam_committee", "exam,number,name");
    for (int i = 1; i <= world->exams_count; i++)
        if (has_exam(&world->exams[i - 1])) {
            insert_integer(&insert, i);
            insert_integer(&insert, 1);
            insert_text(&insert, "1");
            insert_row_end(&insert);
        }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "exam_assessor", "exam,committee,person");
    for (int i = 1; i <= world->exams_count; i++)
        for (int k = 0; k < 2 && has_exam(&world->exams[i - 1]); k++) {
            insert_integer(&insert, i);
            insert_integer(&insert, 1);
            insert_integer(&insert, exam_person(world, k ? EXAM_SECOND_ASSESSOR : EXAM_ASSESSOR));
            insert_row_end(&insert);
        }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "exam_boundary", "exam,position,points_from");
    for (int i = 1; i <= world->exams_count; i++)
        for (int k = 1; k < EXAM_GRADES && has_exam(&world->exams[i - 1]); k++) {
            insert_integer(&insert, i);
            insert_integer(&insert, k + 1);
            insert_integer(&insert, exam_boundaries[k]);
            insert_row_end(&insert);
        }
    return insert_finish(&insert);
}

/* Whether an assessor has marked a paper: all where grading is confirmed; under way the first three of four, the second half of
 * them. The paper's number is its place among its session's. */
static bool has_marked(const struct exam *exam, int paper, int assessor, bool handed_in)
{
    if (!handed_in || exam->stage == EXAM_ORAL)
        return false;
    if (is_graded(exam))
        return assessor == 0;
    return exam->stage == EXAM_GRADING && (assessor == 0 ? paper % 4 != 3 : paper % 2 == 0);
}

/* The second assessor finds otherwise once. */
static int disagreement(const struct exam *exam, int paper, int assessor)
{
    return exam->stage == EXAM_GRADING && assessor == 1 && paper == 4;
}

static bool load_papers(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "paper",
                 "exam,code,exam_session,handed_in,media,points,grade,marks");
    for (int i = 0; i < world->candidates_count; i++) {
        const struct candidate *candidate = &world->candidates[i];
        const struct exam *exam = exam_of(world, candidate);
        int paper = i + 1 - exam->first_candidate;
        bool handed_in = candidate->handed_in_at != 0;
        bool agreed = has_marked(exam, paper, 0, handed_in) &&
                      (exam->stage != EXAM_GRADING || has_marked(exam, paper, 1, handed_in)) &&
                      !disagreement(exam, paper, 1);
        if (!has_exam(exam))
            continue;
        insert_integer(&insert, candidate->exam);
        insert_text(&insert, candidate->code);
        insert_integer(&insert, candidate->exam);
        insert_integer(&insert, handed_in);
        insert_text(&insert, exam_took_file(world, candidate) ? EXAM_FILE_MEDIA : NULL);
        if (agreed)
            insert_hundredths(&insert, candidate->points);
        else
            insert_text(&insert, NULL);
        insert_id(&insert, agreed ? candidate->grade : 0);
        insert_integer(&insert, has_marked(exam, paper, 0, handed_in) +
                                    has_marked(exam, paper, 1, handed_in));
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

static bool load_marks(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "mark", "exam,code,person,points,grade,comment");
    for (int i = 0; i < world->candidates_count; i++)
        for (int k = 0; k < 2; k++) {
            const struct candidate *candidate = &world->candidates[i];
            const struct exam *exam = exam_of(world, candidate);
            int paper = i + 1 - exam->first_candidate;
            if (!has_marked(exam, paper, k, candidate->handed_in_at != 0))
                continue;
            bool differs = disagreement(exam, paper, k);
            insert_integer(&insert, candidate->exam);
            insert_text(&insert, candidate->code);
            insert_integer(&insert, exam_person(world, k ? EXAM_SECOND_ASSESSOR : EXAM_ASSESSOR));
            insert_hundredths(&insert, differs ? 3550 : candidate->points);
            insert_integer(&insert, differs ? 1 : candidate->grade);
            insert_text(&insert, differs          ? "Oppgave 3 mangler begrunnelse."
                                 : paper % 7 == 1 ? "Ryddig og godt begrunnet."
                                                  : NULL);
            insert_row_end(&insert);
        }
    return insert_finish(&insert);
}

/* Who did not hand in has no result: their row of the transfer says why. */
static bool load_transfers(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "transfer",
                 "exam,person,at,papers,written,overwritten,failed");
    for (int i = 1; i <= world->exams_count; i++) {
        const struct exam *exam = &world->exams[i - 1];
        int handed_in = 0;
        if (!has_results(exam))
            continue;
        for (int k = 0; k < exam->candidates; k++)
            handed_in += world->candidates[exam->first_candidate - 1 + k].handed_in_at != 0;
        insert_integer(&insert, i);
        insert_integer(&insert, exam_person(world, EXAM_PLANNER));
        insert_time(&insert, (exam->ends_on + 8) * 86400 + 36000);
        insert_integer(&insert, exam->candidates);
        insert_integer(&insert, handed_in);
        insert_integer(&insert, 0);
        insert_integer(&insert, exam->candidates - handed_in);
        insert_row_end(&insert);
    }
    if (!insert_finish(&insert))
        return false;
    insert_start(&insert, connection, "transfer_row",
                 "exam,candidate,outcome,reason,new_points,new_grade,new_examined_on");
    for (int i = 0; i < world->candidates_count; i++) {
        const struct candidate *candidate = &world->candidates[i];
        bool written = candidate->handed_in_at != 0;
        if (!has_results(exam_of(world, candidate)))
            continue;
        insert_integer(&insert, candidate->exam);
        insert_integer(&insert, i + 1);
        insert_text(&insert, written ? "written" : "failed");
        insert_text(&insert, written ? NULL : "no_hand_in");
        if (written)
            insert_hundredths(&insert, candidate->points);
        else
            insert_text(&insert, NULL);
        insert_id(&insert, written ? candidate->grade : 0);
        insert_day(&insert, written ? candidate->handed_in_at / 86400 : 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

/* Of the transferred every other is ready. */
static bool load_results(const struct world *world, struct connection *connection)
{
    struct insert insert;

    insert_start(&insert, connection, "result",
                 "institution,person,course_instance,module,exam_session,candidate,scale_version,"
                 "points,grade,examined_on,state,transferred,ready_at,ready_by");
    for (int i = 0; i < world->candidates_count; i++) {
        const struct candidate *candidate = &world->candidates[i];
        const struct exam *exam = exam_of(world, candidate);
        bool attested = exam->stage == EXAM_ATTESTED, ready = attested || i % 2;
        if (!has_results(exam) || !candidate->handed_in_at)
            continue;
        insert_integer(&insert, world->instances[exam->instance - 1].institution);
        insert_integer(&insert, candidate->person);
        insert_integer(&insert, exam->instance);
        insert_integer(&insert, module_written(course_of(world, exam)));
        insert_integer(&insert, candidate->exam);
        insert_integer(&insert, i + 1);
        insert_integer(&insert, EXAM_SCALE_VERSION);
        insert_hundredths(&insert, candidate->points);
        insert_integer(&insert, candidate->grade);
        insert_day(&insert, candidate->handed_in_at / 86400);
        insert_text(&insert, attested ? "attested" : ready ? "ready" : "draft");
        insert_integer(&insert, 1);
        insert_time(&insert, ready ? (exam->ends_on + 9) * 86400 + 40000 : 0);
        insert_id(&insert, ready ? exam_person(world, EXAM_PLANNER) : 0);
        insert_row_end(&insert);
    }
    return insert_finish(&insert);
}

bool load_exams(const struct world *world, struct connection *connection)
{
    return load_exam_grants(world, connection) && load_modules(world, connection) &&
           load_readers(world, connection) && load_sessions(world, connection) &&
           load_candidates(world, connection) && load_codes(world, connection) &&
           load_grading(world, connection) && load_assessors(world, connection) &&
           load_papers(world, connection) && load_hand_ins(world, connection) &&
           load_marks(world, connection) && load_transfers(world, connection) &&
           load_results(world, connection);
}
