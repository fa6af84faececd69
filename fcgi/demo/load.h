/* The region's rows, written in the order that foreign keys ask for. */
#ifndef DEMO_LOAD_H
#define DEMO_LOAD_H
#include "../data/connection.h"
#include "world.h"

#include <stdbool.h>

#define DEMO_PASSWORD "Praktikum-demo-1"
/* Sites whose own coordinator has an account too: koordinator.N@sted.example. */
#define COORDINATORS_WITH_ACCOUNT 300

struct sign_in_words {
    const char *role, *email, *given_name, *family_name;
};
extern const struct sign_in_words sign_ins[SIGN_INS];

/* Everything but people; false after a database failure. Two steps, since orders' events name people and grants
 * name activities. */
bool load_organisations(struct world *world, struct connection *connection);
bool load_people(struct world *world, struct connection *connection);
/* Those of exams; after load_people, before events name them. */
bool load_exam_people(const struct world *world, struct connection *connection);
bool load_ordering(struct world *world, struct connection *connection);
bool load_grants(struct world *world, struct connection *connection);
bool load_events(struct world *world, struct connection *connection);
/* Plans, registrations, wishes, places; after the events, which sharing names. */
bool load_allocation(const struct world *world, struct connection *connection);

/* Modules, who reads what, exam sessions and all that became of them; after grants and allocation. */
bool load_exams(const struct world *world, struct connection *connection);
/* Criteria, assessments, absences and results of placement periods, and what was attested of all results; after exams. */
bool load_assessments(const struct world *world, struct connection *connection);
/* Transcripts of it; after assessments. */
bool load_transcripts(const struct world *world, struct connection *connection);
/* "SYK101": of a course. */
void course_code(const struct world *world, int course, char *code, size_t size);

/* The n-th number (from 0) of the synthetic series: a birthday 1998–2007 with 80 added to the month and two
 * valid control digits. Different for every n below 300,000. */
#define IDENTITY_NUMBER 12
void identity_number(char number[IDENTITY_NUMBER], int n);
#endif
