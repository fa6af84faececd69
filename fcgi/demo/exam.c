#include "exam.h"

#include "student.h"

#include <stdio.h>
#include <string.h>

enum { CANDIDATES_MOST = 60 };

const struct sign_in_words exam_sign_ins[EXAM_SIGN_INS] = {
    {"exam_planner", "eksamensplanlegger@demo.example", "Eivor", "Skjemahaug"},
    {"assessor", "bedommer@demo.example", "Joar", "Kommavik"},
    {"assessor", "bedommer2@demo.example", "Maj-Britt", "Poängström"},
    {"examiner", "sensor@demo.example", "Ødger", "Karakternes"},
};
const int exam_boundaries[EXAM_GRADES] = {0, 40, 50, 60, 75, 90};

/* In the order of their ids; days from today. */
static const struct exam_words {
    const char *name, *name_en;
    enum exam_stage stage;
    int day, days; /* days: how many more it lasts; day 0: no date */
    int from, to;  /* minutes of the day */
    int registers_from, registers_to;
    const char *prefix; /* NULL: not anonymous */
    int candidates;
    bool earlier; /* of the term before */
} words[] = {
    {"skriftlig eksamen", "written exam", EXAM_OPEN, 24, 0, 540, 780, -7, 14, "SKR", 5, false},
    {"deleksamen", "partial exam", EXAM_COMING, 9, 0, 540, 720, -30, -3, "DEL", 30, false},
    {"hjemmeeksamen", "home exam", EXAM_GRADING, -10, 1, 540, 900, -40, -15, "HJE", 24, false},
    {"legemiddelregning", "drug calculation", EXAM_GRADED, -16, 0, 600, 690, -50, -20, "LEG", 20,
     false},
    {"anatomi", "anatomy", EXAM_TRANSFERRED, -20, 0, 540, 780, -60, -30, "ANA", 26, false},
    {"skriftlig eksamen", "written exam", EXAM_ATTESTED, -160, 0, 540, 780, -200, -170, "SKR", 28,
     true},
    {"ny og utsatt eksamen", "re-sit exam", EXAM_DRAFT, 0, 0, 0, 0, 0, 0, "NYE", 0, true},
    {"muntlig eksamen", "oral exam", EXAM_ORAL, -6, 1, 540, 960, 0, 0, NULL, 12, false},
    {"studiekrav", "course requirement", EXAM_CANCELLED, 30, 0, 540, 660, -5, 20, "KRA", 0, false},
};
#define SESSIONS (int)(sizeof words / sizeof words[0])

int exam_person(const struct world *world, enum exam_sign_in who)
{
    return world->people + world->students + 1 + (int)who;
}

int module_written(int course)
{
    return course * 2 - 1;
}

int module_placement(int course)
{
    return course * 2;
}

static const struct instance *instance_of_student(const struct world *world)
{
    int activity = world->activity_of_student;

    return &world->instances[world->activities[activity - 1].instance - 1];
}

bool exam_reads(const struct world *world, int n)
{
    int course = instance_of_student(world)->course;

    return student_institution(n) == world->courses[course - 1].institution &&
           student_programme(world, n) == world->courses[course - 1].programme;
}

static int instance_at(const struct world *world, int course, int term)
{
    for (int i = 0; i < world->instances_count; i++)
        if (world->instances[i].course == course && world->instances[i].term == term)
            return i + 1;
    return 0;
}

/* Codes are drawn as of any session, but by the chance that repeats. */
static uint32_t draw(void *context, uint32_t bound)
{
    return chance_below(context, bound);
}

static int grade_of(int points)
{
    int position = 1;

    while (position < EXAM_GRADES && points >= exam_boundaries[position] * 100)
        position++;
    return position;
}

/* Points in hundredths, by halves. */
static void sit(struct world *world, struct candidate *candidate, int64_t starts, int minutes)
{
    candidate->handed_in_at =
        starts + 60 * chance_between(&world->chance, minutes / 2, minutes - 1);
    candidate->points = 50 * chance_between(&world->chance, 44, EXAM_POINTS * 2);
    candidate->grade = grade_of(candidate->points);
}

static void add_candidates(struct world *world, int number, int64_t starts)
{
    const struct exam_words *of = &words[number - 1];
    struct exam_codes *codes = exam_codes_new(EXAM_CODE_NUMBERED, of->prefix, draw, &world->chance);
    int left = of->candidates < CANDIDATES_MOST ? of->candidates : CANDIDATES_MOST;
    struct exam *exam = &world->exams[number - 1];

    exam->first_candidate = world->candidates_count + 1;
    /* The demonstration student may still register for the first. */
    for (int n = of->stage == EXAM_OPEN ? 1 : 0; n <= world->students && left > 0; n++) {
        if (!exam_reads(world, n))
            continue;
        struct candidate *candidate = WORLD_ADD(world, candidates);
        candidate->exam = number;
        candidate->person = student_person(world, n);
        candidate->extra_minutes = left % 11 == 3 ? 30 : 0;
        exam_codes_draw(codes, candidate->code);
        if (of->day < 0 && left % 9 != 4) /* one of nine does not hand in */
            sit(world, candidate, starts, of->to - of->from);
        exam->candidates++;
        left--;
    }
    exam_codes_free(codes);
}

static void tell(struct world *world, int number, const char *area, const char *thing,
                 const char *kind, int64_t at)
{
    struct event *event =
        world_event(world, at, exam_person(world, EXAM_PLANNER), kind, thing, number, 1);

    event->area = area;
    event->institution = world->instances[world->exams[number - 1].instance - 1].institution;
}

int64_t exam_made_at(const struct world *world, const struct exam *exam)
{
    return (world->today - (exam->stage == EXAM_ATTESTED ? 250 : 70)) * 86400 + 32400;
}

int64_t exam_graded_at(const struct exam *exam)
{
    return (exam->ends_on + 7) * 86400 + 40000;
}

/* What the histories of a session and its exam say. */
static void tell_history(struct world *world, int number)
{
    const struct exam *exam = &world->exams[number - 1];
    int64_t made = exam_made_at(world, exam);

    tell(world, number, "exams", "exam_session", "exam_session.created", made);
    if (exam->stage != EXAM_DRAFT)
        tell(world, number, "exams", "exam_session", "exam_session.confirmed", made + 3600);
    if (exam->stage == EXAM_CANCELLED)
        tell(world, number, "exams", "exam_session", "exam_session.cancelled", made + 86400);
    if (exam->stage == EXAM_GRADED || exam->stage == EXAM_TRANSFERRED ||
        exam->stage == EXAM_ATTESTED)
        tell(world, number, "grading", "exam", "exam.confirmed", exam_graded_at(exam));
}

void world_exams(struct world *world)
{
    int course = instance_of_student(world)->course;
    struct chance before = world->chance;

    world->chance.state = 0x6578616d;
    for (int i = 1; i <= SESSIONS; i++) {
        const struct exam_words *of = &words[i - 1];
        int64_t day = world->today + of->day;
        *WORLD_ADD(world, exams) = (struct exam){
            .stage = of->stage,
            .instance = instance_at(world, course, of->earlier ? TERM_NOW - 1 : TERM_NOW),
            .name = of->name,
            .name_en = of->name_en,
            .prefix = of->prefix,
            .starts_on = of->day ? day : 0,
            .ends_on = of->day ? day + of->days : 0,
            .from = of->from,
            .to = of->to,
            .registers_from = of->registers_to ? world->today + of->registers_from : 0,
            .registers_to = of->registers_to ? world->today + of->registers_to : 0,
        };
        /* An hour east of Greenwich, near enough for when something was handed in. */
        add_candidates(world, i, day * 86400 + of->from * 60 - 3600);
        tell_history(world, i);
    }
    world->chance = before;
}
