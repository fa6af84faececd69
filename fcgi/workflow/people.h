/* What the files of the area `people` share. */
#ifndef WORKFLOW_PEOPLE_H
#define WORKFLOW_PEOPLE_H
#include "action.h"

/* True when the form's fields `new` and `repeat` hold a password that may be used; its hash is :password_hash then. */
bool people_new_password(struct action *action);
/* The event of a grant that a step has just inserted, and what step `granted` says of it. */
void people_grant_event(struct action *action);
/* A new link of :person, given by :created_by, good until :expires_at or, when that is NULL, for :minutes; it voids the open
 * one. Steps `link_void` and `link_insert`. */
void people_link_new(struct action *action, const char *purpose);
/* An invitation of :person by the viewer, with its event and mail. */
void people_invitation_new(struct action *action);
/* Answers one request of password_request, if there is one; the action's file is jobs/forgotten. False when there is none. */
bool people_answer_forgotten(struct action *action);
#endif
