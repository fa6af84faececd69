/* The region in memory, before it is written: only so can kept counts, histories and states agree.
 * Ids are positions in the arrays plus one. Days are days since 1970-01-01, times seconds, UTC. */
#ifndef DEMO_WORLD_H
#define DEMO_WORLD_H
#include "../base/arena.h"
#include "../base/exam_code.h"
#include "chance.h"
#include "words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TERMS 7 /* four behind, this one, two ahead */
#define TERM_NOW 4
#define ANSWER_DAYS 21

struct unit {
    int site, parent; /* parent 0: below the site itself */
    const char *name;
    unsigned requirements;
    bool leaf;
    int64_t closed_on;
};
struct site {
    const char *name;
    enum site_kind kind;
    const char *municipality;
    int first_unit, units;          /* ids first_unit … first_unit + units − 1 */
    int administrator, coordinator; /* persons */
};
struct institution {
    int administrator, coordinator, lecturer; /* persons */
    int first_instance, instances;            /* of all its programmes */
    int *sites;                               /* with an agreement valid today */
    int site_count;
};
struct agreement {
    int institution, site;
    int64_t valid_from, valid_to;
};
struct programme {
    int institution, words;
};
struct course {
    int institution, programme, words, number;
};
struct instance {
    int institution, course, term;
    int64_t starts, ends;
};
enum order_state { ORDER_DRAFT, ORDER_SENT, ORDER_ANSWERED, ORDER_WITHDRAWN, ORDER_CLOSED };
enum order_answer { ANSWER_NONE, ANSWER_CONFIRMED, ANSWER_DECLINED };
/* How students are asked and when it was shared; zeroes: as a new activity has it. */
struct plan {
    int64_t wishes_from, wishes_to;
    int wishes_most;
    int64_t shared_at;
};
struct activity {
    int institution, instance;
    const char *name;
    int64_t starts, ends, cancelled_at;
    int wanted, copied_from, version;
    int first_class, classes; /* first_class 0: none */
    unsigned requirements;
    int64_t created_at;
    int wanted_change; /* index of the change that tells of `wanted`, known last */
    /* activity_count */
    int orders, drafts, unanswered, ordered, answered, confirmed;
    int64_t due_on; /* the first unanswered order's; 0: none */
    struct plan plan;
    int first_registration, registrations; /* of one activity they follow each other */
};
struct class
{
    int activity;
    char letter;
    int64_t starts, ends;
    int wanted;
};
struct order {
    int activity, site, places, confirmed, version;
    enum order_state state;
    enum order_answer answer;
    const char *message, *answer_message;
    int64_t sent_at, due_on, answered_at;
};
struct capacity {
    int order, unit, places;
};
/* Persons and units; 0: none. */
struct place {
    int unit, lecturer, supervisor;
};
struct registration {
    int activity, class, person, group;
    int previous;             /* the same student's one before; 0: none */
    const char *municipality; /* NULL: not told */
    bool car, locked;
    int64_t wishes_at, withdrawn_on;
    struct place working, shared;
};
struct group {
    int activity;
    const char *kind;
};
struct reach {
    int registration;
    const char *municipality;
};
struct need {
    int registration, requirement;
};
struct conflict {
    int registration;
    const char *kind;
    int site, unit;
};
struct wish {
    int registration, number, unit;
};
enum exam_stage {
    EXAM_DRAFT,
    EXAM_OPEN,
    EXAM_COMING,
    EXAM_GRADING,
    EXAM_GRADED,
    EXAM_TRANSFERRED,
    EXAM_ATTESTED,
    EXAM_ORAL, /* without anonymity and without an exam: its results are entered by hand */
    EXAM_CANCELLED
};
/* An exam session; from and to are minutes of its days. */
struct exam {
    enum exam_stage stage;
    int instance;
    const char *name, *name_en, *prefix; /* prefix NULL: not anonymous */
    int64_t starts_on, ends_on;          /* 0: no date */
    int from, to;
    int64_t registers_from, registers_to; /* 0: students do not register themselves */
    int first_candidate, candidates;
};
struct candidate {
    int exam, person, extra_minutes;
    char code[EXAM_CODE_SIZE];
    int64_t handed_in_at; /* 0: not */
    int points, grade;    /* hundredths; position, 0: not graded */
};
struct event {
    int64_t at;
    int person; /* 0: the system */
    const char *area, *kind, *thing;
    int thing_id, version, institution, site, activity;
    int told; /* of a role's: the sign-in who has it, 0: somebody else */
    int first_change, changes;
    int number; /* order of telling, for events of one second */
};
struct change {
    const char *field, *subject, *from, *to;
};

#define LIST(type, name)                                                                           \
    struct type *name;                                                                             \
    int name##_count, name##_room
struct world {
    struct arena *arena;
    struct chance chance;
    int64_t today;
    int students, sites_wanted, orders_wanted;
    int term_year[TERMS], term_half[TERMS]; /* half 1 spring, 2 autumn */
    struct institution institution[INSTITUTIONS];
    int people;           /* persons but students */
    int class_of_student; /* class, activity and unit that the demonstration student and supervisor are in */
    int activity_of_student, unit_of_supervisor;
    int hundred; /* the activity with a hundred orders; 0 in small regions */
    int past, ready, asking,
        coming; /* activities at the steps of allocation, beside activity_of_student */
    LIST(site, sites);
    LIST(unit, units);
    LIST(agreement, agreements);
    LIST(programme, programmes);
    LIST(course, courses);
    LIST(instance, instances);
    LIST(activity, activities);
    LIST(class, classes);
    LIST(order, orders);
    LIST(capacity, capacities);
    LIST(registration, registrations);
    LIST(group, groups);
    LIST(reach, reaches);
    LIST(need, needs);
    LIST(conflict, conflicts);
    LIST(wish, wishes);
    LIST(exam, exams);
    LIST(candidate, candidates);
    LIST(event, events);
    LIST(change, changes);
};

/* The demonstration sign-ins are persons 1 … SIGN_INS, in this order. */
enum sign_in {
    SIGN_IN_ADMIN = 1,
    SIGN_IN_PRAKSIS,
    SIGN_IN_RADGIVER,
    SIGN_IN_KOORDINATOR,
    SIGN_IN_UNDERVISER,
    SIGN_IN_STEDSADMIN,
    SIGN_IN_STEDSKOORDINATOR,
    SIGN_IN_VEILEDER,
    SIGN_IN_STUDENT,
    SIGN_IN_PRAKSIS2,
    SIGN_IN_STEDSKOORDINATOR2,
    SIGN_IN_STEDSKOORDINATOR3,
    SIGN_INS = SIGN_IN_STEDSKOORDINATOR3
};
#define INSTITUTION_STAFF 5 /* administrator, adviser, coordinator, two lecturers */
#define SITE_STAFF 4        /* administrator, coordinator, two supervisors */
/* First person of an institution's or a site's own staff (ids from 1). */
int institution_staff(int institution);
int site_staff(int site);

/* One more of each; the pointer is good until the next is added. Ids are the new counts. */
struct event *world_event(struct world *world, int64_t at, int person, const char *kind,
                          const char *thing, int id, int version);
void world_change(struct world *world, const char *field, const char *subject, const char *from,
                  const char *to);
/* Adds a zeroed item to a list and points to it. */
#define WORLD_ADD(world, name)                                                                     \
    ((world)->name = world_room((world), (world)->name, (world)->name##_count,                     \
                                &(world)->name##_room, sizeof *(world)->name),                     \
     &(world)->name[(world)->name##_count++])
void *world_room(struct world *world, void *items, int count, int *room, size_t size);
#endif
