/* Other systems that read and send on behalf of an organisation, and their keys. */
#include "partners.h"

#include "../base/address_key.h"
#include "../base/network.h"
#include "../base/random.h"
#include "record.h"

#include <string.h>

/* Sets :networks, as it is kept. */
static bool take_networks(struct action *action)
{
    const struct value *typed = parameters_find(action->parameters, "addresses");
    const char *culprit = NULL;
    const char *clean =
        networks_clean(action->arena, typed && typed->bytes ? typed->bytes : "", &culprit);
    if (!clean || strlen(clean) > 1000) {
        action_invalid(action, "addresses", clean ? "error.too_long" : "error.network");
        return false;
    }
    action_set_text(action, "networks", *clean ? clean : NULL);
    return true;
}

/* A change for each word that a partner may now read or send, or may not any more. before: NULL of a new one. */
static void tell_words(struct action *action, const struct row *const *before)
{
    size_t count;
    const struct row *const *after = action_rows(action, "words", &count);
    for (size_t i = 0; i < count; i++) {
        bool had = before && row_flag(before[i], "has"), has = row_flag(after[i], "has");
        const char *name = row_text(after[i], "name");
        if (had != has)
            action_change(action, row_text(after[i], "kind"), NULL, had ? name : NULL,
                          has ? name : NULL);
    }
}

enum outcome partners_partner_new(struct action *action)
{
    action_set_null(action, "partner");
    bool networks = take_networks(action);
    if (!record_check(action) || !networks)
        return OUTCOME_INVALID;
    action_step(action, "person");
    action_set(action, "person", action_inserted(action));
    action_step(action, "insert");
    const int64_t partner = action_inserted(action);
    action_set(action, "partner", partner);
    action_event(action, "partner.created", "partner", partner);
    tell_words(action, NULL);
    return action_go(action, "partner_created", "/partners/%" PRId64, partner);
}

enum outcome partners_partner_edit(struct action *action)
{
    size_t count;
    const struct row *before = action_row(action, "lock");
    if (!before)
        return OUTCOME_MISSING;
    if (row_text(before, "_ended_at"))
        return action_refuse(action, NULL, "error.partner_ended");
    if (!action_version(action, before))
        return OUTCOME_STALE;
    action_set_id(action, "institution", row_integer(before, "_institution"));
    action_set_id(action, "site", row_integer(before, "_site"));
    bool networks = take_networks(action);
    if (!record_check(action) || !networks)
        return OUTCOME_INVALID;
    const int64_t partner = action_id(action, "partner");
    const struct row *const *words = action_rows(action, "words", &count);
    action_step(action, "update");
    action_step(action, "rename");
    action_event(action, "partner.changed", "partner", partner);
    record_changes(action, before, action_row(action, "lock"));
    tell_words(action, words);
    return action_go(action, "partner_changed", "/partners/%" PRId64, partner);
}

/* Its row, while it has not ended: OUTCOME_DONE. */
static enum outcome lock(struct action *action)
{
    const struct row *partner = action_row(action, "lock");
    if (!partner)
        return OUTCOME_MISSING;
    return row_text(partner, "ended_at") ? action_refuse(action, NULL, "error.partner_ended")
                                         : OUTCOME_DONE;
}

enum outcome partners_partner_end(struct action *action)
{
    const int64_t id = action_id(action, "partner");
    const enum outcome outcome = lock(action);
    if (outcome != OUTCOME_DONE)
        return outcome;
    action_step(action, "end");
    action_step(action, "forget");
    action_event(action, "partner.ended", "partner", id);
    return action_go(action, "partner_ended", "/partners/%" PRId64, id);
}

/* The key is kept as a hash; from its salt, while that is there, it can be shown once more. */
static int64_t make_key(struct action *action)
{
    char salt[2 * ADDRESS_SALT_BYTES + 1], key[ADDRESS_KEY_TEXT];
    unsigned char *hash = arena_alloc(action->arena, HASH_BYTES);
    random_hex(salt, ADDRESS_SALT_BYTES);
    action_set_text(action, "salt", arena_text(action->arena, salt));
    if (!action_step(action, "insert"))
        return 0;
    const int64_t id = action_inserted(action);
    address_key(key, "partner", id, salt);
    hash_bytes(hash, key, strlen(key), NULL);
    action_set(action, "partner_key", id);
    parameters_bytes(action->parameters, "hash", hash, HASH_BYTES);
    action_step(action, "hash");
    return id;
}

/* What becomes of the keys before it; NULL: nothing. */
static const char *end_others(struct action *action)
{
    if (text_equal(form_text(action->form, "others"), "keep"))
        return NULL;
    const struct row *ends = action_row(action, "ends");
    if (!ends)
        return NULL;
    const char *moment = row_text(ends, "ends_at");
    action_set_text(action, "ends_at", moment);
    action_step(action, "end_others");
    return action_affected(action) > 0 ? moment : NULL;
}

enum outcome partners_key_new(struct action *action)
{
    const int64_t id = action_id(action, "partner");
    const enum outcome outcome = lock(action);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!record_check(action))
        return OUTCOME_INVALID;
    make_key(action);
    const char *ends = end_others(action);
    action_event(action, "partner.key_made", "partner", id);
    action_change(action, "expires_on", NULL, NULL, form_text(action->form, "expires_on"));
    if (ends)
        action_change(action, "others_end", NULL, NULL,
                      arena_bytes(action->arena, ends, strlen("2026-11-22")));
    return action_go(action, "key_made", "/partners/%" PRId64, id);
}

/* Both name the key in the history by the day it was made. */
static enum outcome key_done(struct action *action, const struct row *key, const char *kind,
                             const char *flash)
{
    const int64_t partner = row_integer(key, "partner");
    action_event(action, kind, "partner", partner);
    action_change(action, "key_made_on", NULL, NULL,
                  arena_bytes(action->arena, row_text(key, "made_at"), strlen("2026-11-22")));
    return action_go(action, flash, "/partners/%" PRId64, partner);
}

enum outcome partners_key_kept(struct action *action)
{
    const struct row *key = action_row(action, "lock");
    if (!key)
        return OUTCOME_MISSING;
    action_step(action, "forget");
    if (action_affected(action) == 0)
        return action_go(action, "key_kept", "/partners/%" PRId64, row_integer(key, "partner"));
    return key_done(action, key, "partner.key_kept", "key_kept");
}

enum outcome partners_key_revoke(struct action *action)
{
    const struct row *key = action_row(action, "lock");
    if (!key)
        return OUTCOME_MISSING;
    if (row_text(key, "revoked_at"))
        return action_refuse(action, NULL, "error.key_revoked");
    action_step(action, "revoke");
    return key_done(action, key, "partner.key_revoked", "key_revoked");
}

void partners_remind(struct action *action, int64_t partner, const char *expires_on)
{
    action_event(action, "partner.key_expiring", "partner", partner);
    action_change(action, "expires_on", NULL, NULL, expires_on);
    action_notify(action, "partner.key_expiring");
}
