/* The stretch of days that a page of the calendar shows: a month or a term. */
#ifndef SERVER_PERIOD_H
#define SERVER_PERIOD_H
#include "../base/row.h"
#include "../view/document.h"

#include <stdbool.h>

/* From a month ("2027-03") or a term ("2027-1": January to July, "2027-2": August to December), NULL: the one `today`
 * (ISO) is in, sets the texts
 *   :period         as above        :previous, :next   the one before and after, NULL where the years end
 *   :first, :last   its own days    :from, :to         the same in whole weeks, Monday to Sunday
 * and :term, which the lists filter by, to NULL. False when the text is neither, or outside the years 2000–2099. */
bool period_set(struct parameters *parameters, bool term, const char *text, const char *today);
/* What a page draws of the period that was set: <period name previous next first last from to current>, of a month with its
 * `year`, `month` (1–12) and `term`, of a term with the `month` to go to; and below it
 *   <week number monday sunday month month-name current>   month: the one that its Thursday is in
 *     <day date number month weekday today outside/>       of a month; outside: of the month before or after */
void period_node(const struct parameters *parameters, bool term, const char *today,
                 struct document *document);
#endif
