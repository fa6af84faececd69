/* What all messages of partners begin with: see inbound.h. */
#include "inbound.h"

#include "ids.h"

#include <stdlib.h>
#include <string.h>

void inbound_fault(struct inbound *inbound, size_t row, const char *attribute, const char *error)
{
    if (inbound->fault_count < INBOUND_FAULTS)
        inbound->faults[inbound->fault_count] = (struct inbound_fault){row, attribute, error};
    inbound->fault_count++;
}

void inbound_use(struct action *action, const char *file)
{
    action->sql = query_store_find(action->store, file);
}

/* Before anything else is looked up, so that a number told in one row names its student in the next message. */
static void keep_numbers(struct action *action)
{
    static const char *const steps[] = {"number", "events", "changes"};
    static const char file[] = "events/inbound";
    size_t count, none;
    const struct row *const *told = action_run(action, file, "told", action->parameters, &count);
    if (count == 0)
        return;
    action_set_text(action, "people", ids_of_rows(action, told, count, "person"));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        action_run(action, file, steps[i], action->parameters, &none);
}

/* "class class_unknown" */
static void take_fault(struct action *action, const struct row *row, const char *error)
{
    const char *space = strchr(error, ' ');
    inbound_fault(action->inbound, (size_t)row_integer(row, "number"),
                  arena_bytes(action->arena, error, (size_t)(space - error)), space + 1);
}

static int by_number(const void *a, const void *b)
{
    const struct row *const *one = a, *const *other = b;
    int64_t first = row_integer(*one, "number"), second = row_integer(*other, "number");
    return (first > second) - (first < second);
}

/* All that are wrong, in the order of the message: rows come by the places they lead to, and only the first are told. */
static void take_faults(struct action *action, const struct row *const *rows, size_t count)
{
    size_t wrong = 0;
    const struct row **faulty = arena_alloc(action->arena, (count + 1) * sizeof *faulty);
    for (size_t i = 0; i < count; i++)
        if (row_text(rows[i], "error"))
            faulty[wrong++] = rows[i];
    qsort(faulty, wrong, sizeof *faulty, by_number);
    for (size_t i = 0; i < wrong; i++)
        take_fault(action, faulty[i], row_text(faulty[i], "error"));
}

const struct row *const *inbound_rows(struct action *action, size_t *count)
{
    const struct row *const *rows = action_rows(action, "rows", count);
    take_faults(action, rows, *count);
    if (action->inbound->fault_count > 0 || action->result != DATA_OK)
        return NULL;
    keep_numbers(action);
    return rows;
}

size_t inbound_run(struct action *action, const struct row *const *rows, size_t count, size_t first,
                   const char *place)
{
    const char *deed = row_text(rows[first], "deed"), *here = row_text(rows[first], place);
    size_t end = first;
    for (; end < count && text_equal(row_text(rows[end], "deed"), deed) &&
           text_equal(row_text(rows[end], place), here);
         end++) {
        size_t number = (size_t)row_integer(rows[end], "number");
        if (!text_equal(deed, "same") && number >= 1 && number <= action->inbound->count)
            action->inbound->outcomes[number - 1] = row_flag(rows[end], "new") ? 'm' : 'c';
    }
    return end;
}
