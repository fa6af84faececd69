/* Who sits an exam: candidates come and go, each with a code that nothing can be read from. */
#include "../base/buffer.h"
#include "../base/exam_code.h"
#include "../base/log.h"
#include "exams.h"

enum { LIST_MAXIMUM = 1 << 21 }; /* bytes of :people and :coded */

static const struct row *const *rows(struct action *action, struct parameters *parameters,
                                     const char *step, size_t *count)
{
    return action_run(action, "events/candidates", step, parameters, count);
}

static void run(struct action *action, struct parameters *parameters, const char *step)
{
    size_t none;
    rows(action, parameters, step, &none);
}

/* The parameter as what is in the buffer, which ends. */
static void set_list(struct action *action, struct parameters *parameters, const char *name,
                     struct buffer *list)
{
    buffer_char(list, ']');
    if (list->full) {
        log_line(LOG_ERROR, "too_many_candidates", NULL);
        action->result = DATA_ERROR;
    } else
        parameters_text(parameters, name, arena_text(action->arena, list->bytes));
    buffer_free(list);
}

/* :people becomes those the step names; how many. */
static int64_t choose(struct action *action, struct parameters *parameters, const char *step)
{
    size_t count;
    struct buffer list;
    const struct row *const *found = rows(action, parameters, step, &count);
    buffer_init(&list, LIST_MAXIMUM);
    buffer_char(&list, '[');
    for (size_t i = 0; i < count; i++)
        buffer_printf(&list, i ? ",%" PRId64 : "%" PRId64, row_integer(found[i], "person"));
    set_list(action, parameters, "people", &list);
    return (int64_t)count;
}

static struct exam_codes *codes_of(struct action *action, struct parameters *parameters,
                                   const struct row *session)
{
    size_t count;
    struct exam_codes *codes =
        exam_codes_new(text_equal(row_text(session, "code_format"), "letters") ? EXAM_CODE_LETTERS
                                                                               : EXAM_CODE_NUMBERED,
                       row_text(session, "code_prefix"), NULL, NULL);
    const struct row *const *found = rows(action, parameters, "codes", &count);
    for (size_t i = 0; i < count; i++)
        exam_codes_taken(codes, row_text(found[i], "code"));
    return codes;
}

/* :coded becomes [candidate, code] of each who has none; false when there are no more. */
static bool draw(struct action *action, struct parameters *parameters, struct exam_codes *codes)
{
    size_t count;
    char code[EXAM_CODE_SIZE];
    bool enough = true;
    struct buffer list;
    const struct row *const *found = rows(action, parameters, "uncoded", &count);
    buffer_init(&list, LIST_MAXIMUM);
    buffer_char(&list, '[');
    for (size_t i = 0; enough && i < count; i++) {
        enough = exam_codes_draw(codes, code);
        /* A prefix is letters, digits and dashes: nothing to escape. */
        buffer_printf(&list, "%s[%" PRId64 ",\"%s\"]", i ? "," : "", row_integer(found[i], "id"),
                      code);
    }
    set_list(action, parameters, "coded", &list);
    return enough;
}

static int64_t refuse(const char **error, const char *label)
{
    if (error)
        *error = label;
    return EXAMS_REFUSED;
}

/* The parameters of all steps, and the session's row; NULL when grading is confirmed or after a failure. */
static const struct row *begin(struct action *action, struct parameters *parameters,
                               int64_t session, const char *people)
{
    size_t count;
    parameters_integer(parameters, "session", session);
    parameters_text(parameters, "people", people);
    parameters_text(parameters, "request", action->request_id);
    if (action->viewer > 0)
        parameters_integer(parameters, "viewer", action->viewer);
    else
        parameters_null(parameters, "viewer");
    const struct row *const *found = rows(action, parameters, "session", &count);
    return count == 1 && !row_flag(found[0], "graded") ? found[0] : NULL;
}

int64_t exams_enrol(struct action *action, int64_t session, const char *people, bool by_self,
                    const char **error)
{
    static const char *const steps[] = {"code", "identity", "papers", "void", "events"};
    struct parameters parameters = {.arena = action->arena};
    const struct row *row = begin(action, &parameters, session, people);
    if (!row)
        return refuse(error, "error.exam_graded");
    struct exam_codes *codes = codes_of(action, &parameters, row);
    parameters_integer(&parameters, "by_self", by_self);
    int64_t count = choose(action, &parameters, "enrollable");
    if (count > 0) {
        run(action, &parameters, "insert");
        run(action, &parameters, "resume");
        if (!draw(action, &parameters, codes))
            count = refuse(error, "error.exam_codes_used_up");
    }
    exam_codes_free(codes);
    for (size_t i = 0; count > 0 && i < sizeof steps / sizeof *steps; i++)
        run(action, &parameters, steps[i]);
    return count;
}

int64_t exams_withdraw(struct action *action, int64_t session, const char *people,
                       const char **error)
{
    struct parameters parameters = {.arena = action->arena};
    if (!begin(action, &parameters, session, people))
        return refuse(error, "error.exam_graded");
    int64_t count = choose(action, &parameters, "withdrawable");
    if (count > 0) {
        run(action, &parameters, "withdraw");
        run(action, &parameters, "void");
        run(action, &parameters, "events");
    }
    return count;
}
