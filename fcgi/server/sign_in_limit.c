#include "sign_in_limit.h"

#include "../base/address_key.h"
#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"

#include <inttypes.h>
#include <string.h>

enum { WINDOW_SECONDS = 600, WIDER = 10 };

static enum data_result run(struct visit *visit, const char *step, row_function *row, void *context)
{
    return connection_step(visit->service->connection, "session/sign_in", step, &visit->parameters,
                           row, context);
}

struct counts {
    int64_t here, account, address;
    bool known;
};

static int take_counts(void *context, const struct row *row)
{
    struct counts *counts = context;
    *counts = (struct counts){row_integer(row, "here"), row_integer(row, "account"),
                              row_integer(row, "address"), row_flag(row, "known")};
    return 0;
}

static const char *typed_email(struct visit *visit)
{
    const char *email = fields_find(&visit->request->form, "email");
    return text_lower(visit->arena, text_clean(visit->arena, email ? email : ""));
}

static bool asks_for_link(const struct visit *visit)
{
    return text_equal(visit->route->file, "people/password_forgotten");
}

/* Asks who is signed in for their password once more. */
static bool asks_again(const char *file)
{
    static const char *const files[] = {"people/password", "people/email", "results/session_attest",
                                        "results/activity_attest", "results/result_decide"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (text_equal(file, files[i]))
            return true;
    return false;
}

/* Who is guessed at: the person signed in, who is asked for the password again, the link whose key stands in the address, or
 * whoever was typed. NULL: nobody. */
static const char *account_name(struct visit *visit)
{
    const char *file = visit->route->file;
    if (text_equal(file, "people/sign_in"))
        return typed_email(visit);
    if (asks_for_link(visit))
        return arena_printf(visit->arena, "forgotten %s", typed_email(visit));
    if (asks_again(file))
        return arena_printf(visit->arena, "person %" PRId64, visit->person);
    if (visit->route->access == ACCESS_LINK)
        return arena_printf(visit->arena, "%s %" PRId64, file,
                            address_key_id(fields_find(&visit->request->query, "key")));
    return NULL;
}

enum data_result sign_in_limit_enter(struct visit *visit, struct sign_in_limit *limit)
{
    unsigned char *account = arena_alloc(visit->arena, HASH_BYTES);
    char since[DATE_TEXT];
    struct counts counts = {0};
    const int64_t most = visit->service->config->sign_in_limit;
    const char *name = account_name(visit);
    if (!name)
        return DATA_OK;
    hash_bytes(account, name, strlen(name), visit->service->cookie_key);
    time_sql(since, time_now() - WINDOW_SECONDS);
    parameters_bytes(&visit->parameters, "attempt_account", account, HASH_BYTES);
    parameters_text(&visit->parameters, "attempt_address", visit->request->address);
    parameters_text(&visit->parameters, "attempt_since", arena_text(visit->arena, since));
    enum data_result result = run(visit, "attempt", NULL, NULL);
    if (result != DATA_OK)
        return result;
    limit->attempt = connection_inserted(visit->service->connection);
    parameters_integer(&visit->parameters, "attempt", limit->attempt);
    result = run(visit, "count", take_counts, &counts);
    limit->reached =
        counts.here > most ||
        (!counts.known && (counts.account > WIDER * most || counts.address > WIDER * most));
    if (result == DATA_OK && limit->reached)
        result = run(visit, "forget", NULL, NULL);
    return result;
}

void sign_in_limit_leave(struct visit *visit, const struct sign_in_limit *limit)
{
    if (limit->attempt == 0 || asks_for_link(visit))
        return;
    parameters_integer(&visit->parameters, "attempt", limit->attempt);
    run(visit, "succeed", NULL, NULL);
}
