#include "inbound_problem.h"

#include "problem.h"

#include <string.h>

/* "/registrations/registration[3]/@class": the row's element is called as the message's, but for its last letter. */
static const char *path_of(const struct visit *visit, const struct inbound_fault *fault)
{
    const char *root = visit->route->segments[1];
    int length = (int)strlen(root) - 1;
    bool attribute = fault->attribute && *fault->attribute;
    if (fault->row == 0)
        return arena_printf(visit->arena, "/%s", root);
    return arena_printf(visit->arena, "/%s/%.*s[%zu]%s%s", root, length, root, fault->row,
                        attribute ? "/@" : "", attribute ? fault->attribute : "");
}

static void add(struct visit *visit, struct document *document, struct node *problem,
                const struct inbound_fault *fault, unsigned line)
{
    struct node *error = document_element(document, problem, "error");
    if (line > 0)
        document_attribute_integer(document, error, "line", line);
    document_attribute(document, error, "path", path_of(visit, fault));
    document_attribute(document, error, "error", fault->error);
}

void inbound_problem(struct visit *visit, int status, const char *error, unsigned line)
{
    const struct inbound_fault fault = {.error = error};
    struct node *problem;
    struct document *document = problem_begin(visit, status, NULL, &problem);
    add(visit, document, problem, &fault, line);
    problem_end(visit, document);
}

void inbound_problem_used(struct visit *visit)
{
    struct node *problem;
    problem_end(visit, problem_begin(visit, 409, "message-used", &problem));
}

void inbound_problem_rows(struct visit *visit, const struct inbound *inbound, const unsigned *lines,
                          const unsigned *fault_lines)
{
    struct node *problem;
    struct document *document = problem_begin(visit, 422, NULL, &problem);
    size_t told = inbound->fault_count < INBOUND_FAULTS ? inbound->fault_count : INBOUND_FAULTS;
    document_attribute_integer(document, problem, "errors", (int64_t)inbound->fault_count);
    for (size_t i = 0; i < told; i++) {
        const struct inbound_fault *fault = &inbound->faults[i];
        unsigned own = fault->row > 0 ? lines[fault->row - 1] : 0;
        add(visit, document, problem, fault, fault_lines ? fault_lines[i] : own);
    }
    problem_end(visit, document);
}
