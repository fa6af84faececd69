/* A run: ready HTML with holes for values, in four languages. What folding makes of a stretch of a stylesheet. */
#ifndef VIEW_RUN_H
#define VIEW_RUN_H
#include "condition.h"
#include "html.h"

struct run;

struct run *run_new(void);
void run_free(struct run *run);

/* Filling: in the order it is written. */
void run_markup(struct run *run, const char *markup);                    /* as it is */
void run_text(struct run *run, enum html_place place, const char *text); /* escaped */
void run_value(struct run *run, enum html_place place,
               struct expression *value); /* takes it over */
/* Around an address whose scheme only its values tell. */
void run_address(struct run *run);
void run_address_end(struct run *run);
/* What follows is written when the condition (taken over) holds; else it goes on at the marker. */
size_t run_marker(struct run *run); /* a new one, placed later by run_mark */
void run_test(struct run *run, struct condition *condition, size_t otherwise);
void run_jump(struct run *run, size_t marker);
void run_mark(struct run *run, size_t marker);
/* After filling: labels become text, once a language. */
void run_finish(struct run *run, const struct labels *labels);

/* Appends to scope->render->raw. */
void run_write(const struct run *run, const struct scope *scope);
#endif
