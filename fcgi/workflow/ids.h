/* Many ids as one parameter of a statement, which reads them with JSON_TABLE: "[3,17]". */
#ifndef WORKFLOW_IDS_H
#define WORKFLOW_IDS_H
#include "../base/buffer.h"
#include "action.h"

struct ids {
    struct arena *arena;
    enum data_result *result;
    struct buffer list;
};
struct ids ids_begin(struct action *action);
void ids_add(struct ids *ids, int64_t id);
/* A code of letters, digits and dashes: nothing that JSON would escape. */
void ids_add_code(struct ids *ids, const char *code);
/* The list, in the action's arena; "[]" when it is empty. Longer than 2 MB: NULL, logged, and the action has failed. */
const char *ids_end(struct ids *ids);

/* Of a column of rows; ids_list without an action: in the arena, *result what else the action's would be. */
const char *ids_list(struct arena *arena, const struct row *const *rows, size_t count,
                     const char *column, enum data_result *result);
const char *ids_of_rows(struct action *action, const struct row *const *rows, size_t count,
                        const char *column);
/* Of an `each` field of the form: the keys that came, so for boxes those that are ticked. */
const char *ids_of_field(struct action *action, const char *field);
#endif
