/* An allocation to be solved: units with places, students with wishes and needs, and the rules between them.
 *
 * Build it row by row in any order (ids are the caller's, above 0; sub-rows name their student and unit by id), then
 * instance_finish(): from then on students, units and municipalities are numbered 0… in order of their ids, so that the
 * order of the rows changes nothing. Read the fields; change only those that say so.
 *
 *     struct instance *instance = instance_new();
 *     instance_add_municipality(instance, 4601, 60.39, 5.32);
 *     instance_add_unit(instance, &(struct instance_unit_row){.id = 7, .capacity = 2, .municipality = 4601});
 *     instance_add_student(instance, &(struct instance_student_row){.id = 9, .home = 4601, .car = true});
 *     instance_add_wish(instance, 9, 1, 7);
 *     if (!instance_finish(instance, error, sizeof error)) …
 */
#ifndef ALLOCATE_INSTANCE_H
#define ALLOCATE_INSTANCE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define INSTANCE_NONE UINT32_MAX            /* no unit, no municipality */
#define INSTANCE_ELSEWHERE (UINT32_MAX - 1) /* `shared` at a unit that is not in the instance */
enum {
    INSTANCE_WISHES_MOST = 20,
    INSTANCE_REQUIREMENTS_MOST = 64,
    INSTANCE_STUDENTS_MOST = 1000000,
    INSTANCE_UNITS_MOST = 100000,
    INSTANCE_MUNICIPALITIES_MOST = 2000,
    INSTANCE_CRITERIA_MOST = INSTANCE_WISHES_MOST + 5
};

/* Why a student may not be at a unit; bits. */
enum obstacle {
    OBSTACLE_CLOSED = 1,      /* the unit takes nobody of the student's class */
    OBSTACLE_REQUIREMENT = 2, /* the unit does not cover all the student needs */
    OBSTACLE_CONFLICT = 4,    /* interest or employer */
    OBSTACLE_EARLIER = 8,     /* was there before */
    OBSTACLE_REACH = 16,      /* municipality out of the student's reach */
    OBSTACLE_TRAVEL = 32,     /* further than the limit for those with, or without, a car */
    OBSTACLE_LOCKED = 64,     /* the student is locked at another unit */
    OBSTACLE_VETO =
        128 /* instance->veto says so: branching of a search, nothing a person decided */
};

enum instance_objective {
    OBJECTIVE_WEIGHTED,    /* least sum of 0, 1, 3, 6, 10, … for wish 1, 2, 3, 4, 5, … */
    OBJECTIVE_RANK_MAXIMAL /* most first wishes, of those most second wishes, … */
};
/* In order after the number placed. */
enum instance_order {
    ORDER_WISHES_FIRST, /* wishes, travel, changes: before anything was shared */
    ORDER_CHANGES_FIRST /* changes, wishes, travel: after */
};

/* The objective is a row of whole numbers, the first the most important, each to be as small as can be: `digits`. A unit
 * the student did not wish, and no unit, count as the wish after the student's last. */
enum criterion {
    CRITERION_UNPLACED, /* students without a unit */
    CRITERION_CHANGES,  /* students who are elsewhere than was shared; without shared place: 0 */
    CRITERION_WISHES,   /* weighted: sum of weights */
    CRITERION_WORSE, /* rank-maximal, one for each rank: students who got a worse wish than number `rank` */
    CRITERION_TRAVEL, /* km in sum */
    CRITERION_LOT     /* drawn by `seed` from the ids of student and unit: decides between equals */
};
struct instance_criterion {
    enum criterion kind;
    uint32_t rank; /* of CRITERION_WORSE: 1… */
};
struct digits {
    int64_t digit[INSTANCE_CRITERIA_MOST]; /* the first criterion_count, the others 0 */
};

struct instance_unit {
    uint32_t id;
    uint32_t capacity;     /* may be changed */
    uint32_t municipality; /* index, or INSTANCE_NONE */
    uint64_t covers;       /* requirements, bits */
};
struct instance_student {
    uint32_t id;
    uint32_t class_number; /* index */
    uint32_t home;         /* municipality, index, or INSTANCE_NONE: then nothing is far */
    uint32_t group;        /* id; 0: none. The solver leaves groups to its caller. */
    uint32_t
        locked; /* unit, index, or INSTANCE_NONE; may be changed. Kept whatever the rules and the capacity say. */
    uint32_t shared;                 /* unit, index, INSTANCE_NONE or INSTANCE_ELSEWHERE */
    uint64_t needs;                  /* requirements, bits */
    uint32_t wishes;                 /* first in instance->wishes: wish number 1 */
    uint32_t bars;                   /* first in instance->bars */
    uint32_t reach;                  /* first in instance->reach */
    uint16_t bar_count, reach_count; /* no reach: everywhere */
    uint8_t wish_count;              /* length of the list */
    bool car;
    bool vetoed; /* ask instance->veto; may be changed */
};
struct instance_bar {
    uint32_t unit;      /* index; ascending within a student */
    uint32_t obstacles; /* bits */
};
struct instance {
    /* Settings: before instance_finish(). */
    enum instance_objective objective;
    enum instance_order order;
    uint64_t seed;             /* published with the result */
    uint32_t limit, limit_car; /* km; 0: none */

    /* After instance_finish(). */
    struct instance_student *students;
    struct instance_unit *units;
    uint32_t student_count, unit_count, municipality_count, class_count;
    uint32_t *wishes; /* units, index, or INSTANCE_NONE where it is not in the instance */
    struct instance_bar *bars;
    uint32_t *reach; /* municipalities, ascending within a student */
    struct instance_criterion criteria[INSTANCE_CRITERIA_MOST];
    uint32_t criterion_count;
    uint32_t longest_list; /* of wishes */
    uint32_t farthest;     /* km between two municipalities */

    /* For searches that branch; may be changed. Asked only for students who are `vetoed`. */
    bool (*veto)(void *context, uint32_t student, uint32_t unit);
    void *veto_context;

    struct instance_rows *rows;         /* while it is built */
    uint32_t *municipalities, *classes; /* ids */
    uint32_t *km;                       /* municipality_count² */
    uint64_t *closed;                   /* class_count × unit_count bits, or NULL: none */
};

struct instance_unit_row {
    uint32_t id, capacity;
    uint32_t municipality; /* number; 0: not known */
    uint64_t covers;
};
struct instance_student_row {
    uint32_t id;
    uint32_t class_id; /* 0: none */
    uint32_t home;     /* municipality number; 0: not told */
    uint32_t group;    /* 0: none */
    uint32_t locked; /* unit id; 0: not. It must be in the instance, if need be with capacity 0. */
    uint32_t shared; /* unit id; 0: nothing was shared */
    uint64_t needs;
    bool car;
};

struct instance *instance_new(void);
void instance_free(struct instance *instance); /* NULL is fine */

/* Degrees of its centre. A municipality nobody adds is known by its number only: 0 km from everywhere, without limit. */
void instance_add_municipality(struct instance *instance, uint32_t number, double latitude,
                               double longitude);
void instance_add_unit(struct instance *instance, const struct instance_unit_row *row);
void instance_close_unit(struct instance *instance, uint32_t class_id, uint32_t unit);
void instance_add_student(struct instance *instance, const struct instance_student_row *row);
/* number: 1… INSTANCE_WISHES_MOST. A unit that is not in the instance keeps its number on the list. */
void instance_add_wish(struct instance *instance, uint32_t student, uint32_t number, uint32_t unit);
/* Any obstacle that is known of just this pair; several rows of a pair add up. Units that are not in the instance are
 * passed over. */
void instance_bar(struct instance *instance, uint32_t student, uint32_t unit,
                  enum obstacle obstacle);
void instance_add_reach(struct instance *instance, uint32_t student, uint32_t municipality);
/* false: `error` says in English which row is wrong (an id twice, a row of a student there is not, too many, …). */
bool instance_finish(struct instance *instance, char *error, size_t size);

/* All that follows: after instance_finish(), by index. */
uint32_t instance_student_index(const struct instance *instance,
                                uint32_t id); /* or INSTANCE_NONE */
uint32_t instance_unit_index(const struct instance *instance, uint32_t id);
/* Bits of enum obstacle; 0: may be there. Whether there is room is not asked. */
uint32_t instance_obstacles(const struct instance *instance, uint32_t student, uint32_t unit);
/* 1… for a wish, list length + 1 for any other unit and for INSTANCE_NONE. */
uint32_t instance_rank(const struct instance *instance, uint32_t student, uint32_t unit);
uint32_t instance_km(const struct instance *instance, uint32_t student, uint32_t unit);
/* What the student at the unit (or INSTANCE_NONE) adds to the objective. None is below 0. */
void instance_digits(const struct instance *instance, uint32_t student, uint32_t unit,
                     struct digits *digits);
/* One of these digits: of instance->criteria[criterion]. */
int64_t instance_digit(const struct instance *instance, uint32_t criterion, uint32_t student,
                       uint32_t unit);
/* The objective of a whole allocation: a unit, or INSTANCE_NONE, for each student. */
void instance_total(const struct instance *instance, const uint32_t *units, struct digits *total);

/* <0, 0, >0: the first digit that differs decides. */
int digits_compare(const struct digits *a, const struct digits *b);
void digits_add(struct digits *to, const struct digits *other);
void digits_subtract(struct digits *from, const struct digits *other);
#endif
