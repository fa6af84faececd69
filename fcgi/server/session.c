#include "session.h"

#include "../base/random.h"
#include "../base/text.h"
#include "../base/time.h"
#include "device.h"

#include <string.h>

enum {
    TOUCH_SECONDS = 60,
    YEAR_SECONDS = 365 * 24 * 3600,
    FLASH_SECONDS = 120,
    FLASH_LONGEST = 40
};

static const char *cookie_name(const struct visit *visit, const char *plain)
{
    return visit->response->secure ? arena_printf(visit->arena, "__Host-%s", plain) : plain;
}

static const char *cookie(const struct visit *visit, const char *plain)
{
    return fields_find(&visit->request->cookies, cookie_name(visit, plain));
}

static void sql_time_ago(struct visit *visit, const char *name, int64_t seconds)
{
    char text[DATE_TEXT];
    time_sql(text, time_now() - seconds);
    parameters_text(&visit->parameters, name, arena_text(visit->arena, text));
}

/* The part after "MAC" of a form cookie is keyed, so that a page of another site cannot plant one. */
static void form_cookie_mac(const struct visit *visit, char mac[33], const char *nonce)
{
    unsigned char hash[HASH_BYTES];
    hash_bytes(hash, nonce, strlen(nonce), visit->service->cookie_key);
    text_hex(mac, hash, 16);
}

static const char *good_form_cookie(const struct visit *visit)
{
    const char *value = cookie(visit, "praktikum_form");
    char nonce[33], mac[33];
    if (!value || strlen(value) != 64)
        return NULL;
    memcpy(nonce, value, 32);
    nonce[32] = '\0';
    form_cookie_mac(visit, mac, nonce);
    return hash_equal((const unsigned char *)mac, (const unsigned char *)value + 32, 32) ? value
                                                                                         : NULL;
}

static void form_key_from(struct visit *visit, const char *value)
{
    hash_bytes(visit->form_key, value, strlen(value), visit->service->cookie_key);
}

void session_offer_form_cookie(struct visit *visit)
{
    char value[65];
    if (visit->person || visit->form_cookie_offered || good_form_cookie(visit))
        return;
    visit->form_cookie_offered = true;
    random_hex(value, 16);
    form_cookie_mac(visit, value + 32, value);
    form_key_from(visit, value);
    response_cookie(visit->response, cookie_name(visit, "praktikum_form"), value, -1);
}

static const char *guess_language(const struct visit *visit)
{
    const char *lang = fields_find(&visit->request->cookies, "lang");
    if (lang && language_known(lang))
        return lang;
    lang = request_language(visit->request->accept_language);
    return lang ? lang : "nb";
}

void session_guess(struct visit *visit)
{
    const char *value = good_form_cookie(visit);
    visit->person = 0;
    visit->person_name = NULL;
    visit->lang = guess_language(visit);
    if (value)
        form_key_from(visit, value);
    else if (!visit->form_cookie_offered)
        random_bytes(visit->form_key, sizeof visit->form_key); /* nobody's token is good */
    parameters_null(&visit->parameters, "viewer");
    parameters_text(&visit->parameters, "lang", visit->lang);
}

static int take_session(void *context, const struct row *row)
{
    struct visit *visit = context;
    const char *key = row_text(row, "form_key"), *lang = row_text(row, "lang");
    if (!key || !text_unhex(visit->form_key, key, sizeof visit->form_key))
        return 1;
    visit->person = row_integer(row, "person");
    visit->person_name = arena_text(visit->arena, row_text(row, "name"));
    visit->session_stale = row_flag(row, "stale");
    if (lang && language_known(lang))
        visit->lang = arena_text(visit->arena, lang);
    return 0;
}

static const char *session_cookie(const struct visit *visit)
{
    const char *token = cookie(visit, "praktikum");
    return token && strlen(token) == SESSION_TOKEN_TEXT - 1 ? token : NULL;
}

bool session_claimed(const struct visit *visit)
{
    return session_cookie(visit) != NULL;
}

enum data_result session_find(struct visit *visit)
{
    const struct config *config = visit->service->config;
    const char *token = session_cookie(visit);
    session_guess(visit);
    if (!token)
        return DATA_OK;
    hash_bytes(visit->session_hash, token, strlen(token), NULL);
    parameters_bytes(&visit->parameters, "session", visit->session_hash,
                     sizeof visit->session_hash);
    sql_time_ago(visit, "session_idle_since", (int64_t)config->session_idle_minutes * 60);
    sql_time_ago(visit, "session_begun_since", (int64_t)config->session_hours * 3600);
    sql_time_ago(visit, "session_touch_before", TOUCH_SECONDS);
    enum data_result result = connection_step(visit->service->connection, "session/session", "find",
                                              &visit->parameters, take_session, visit);
    if (visit->person) {
        parameters_integer(&visit->parameters, "viewer", visit->person);
        parameters_text(&visit->parameters, "lang", visit->lang);
    }
    return result == DATA_NONE ? DATA_OK : result;
}

void session_touch(struct visit *visit)
{
    if (visit->person && visit->session_stale)
        connection_step(visit->service->connection, "session/session", "touch", &visit->parameters,
                        NULL, NULL);
    visit->session_stale = false;
}

enum data_result session_end(struct visit *visit)
{
    if (!session_claimed(visit))
        return DATA_OK;
    return connection_step(visit->service->connection, "session/session", "end", &visit->parameters,
                           NULL, NULL);
}

static int take_flag(void *context, const struct row *row)
{
    (void)row;
    *(bool *)context = true;
    return 0;
}

/* When the person was last here, for those who look after accounts. Read first, without a lock: sign-ins of one account
 * would else queue for its row until each has been written to disk. */
static enum data_result note_sign_in(struct visit *visit)
{
    bool noted = false;
    enum data_result result = connection_step(visit->service->connection, "session/session",
                                              "noted", &visit->parameters, take_flag, &noted);
    if (noted || (result != DATA_OK && result != DATA_NONE))
        return result;
    return connection_step(visit->service->connection, "session/session", "note",
                           &visit->parameters, NULL, NULL);
}

enum data_result session_start(struct visit *visit, int64_t person, const char *token)
{
    unsigned char hash[HASH_BYTES], key[32];
    enum data_result result = session_end(visit);
    if (result != DATA_OK)
        return result;
    hash_bytes(hash, token, strlen(token), NULL);
    random_bytes(key, sizeof key);
    parameters_bytes(&visit->parameters, "session_new",
                     arena_bytes(visit->arena, (char *)hash, sizeof hash), sizeof hash);
    parameters_bytes(&visit->parameters, "session_key",
                     arena_bytes(visit->arena, (char *)key, sizeof key), sizeof key);
    parameters_integer(&visit->parameters, "session_person", person);
    parameters_text(&visit->parameters, "session_address", visit->request->address);
    parameters_text(&visit->parameters, "session_browser",
                    device_browser(visit->request->user_agent));
    parameters_text(&visit->parameters, "session_system",
                    device_system(visit->request->user_agent));
    result = connection_step(visit->service->connection, "session/session", "start",
                             &visit->parameters, NULL, NULL);
    if (result != DATA_OK)
        return result;
    return note_sign_in(visit);
}

void session_set_cookie(struct visit *visit, const char *token)
{
    const char *name = cookie_name(visit, "praktikum");
    response_cookie(visit->response, name, token ? token : "", token ? -1 : 0);
}

static bool flash_word(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && length <= FLASH_LONGEST &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz_") == length;
}

const char *session_take_flash(struct visit *visit)
{
    const char *name = cookie_name(visit, "flash");
    const char *flash = fields_find(&visit->request->cookies, name);
    if (!flash)
        return NULL;
    if (!visit->flash_cleared)
        response_cookie(visit->response, name, "", 0);
    visit->flash_cleared = true;
    return flash_word(flash) ? flash : NULL;
}

void session_set_flash(struct visit *visit, const char *flash)
{
    if (flash && flash_word(flash))
        response_cookie(visit->response, cookie_name(visit, "flash"), flash, FLASH_SECONDS);
}

void session_set_language(struct visit *visit, const char *lang)
{
    if (language_known(lang))
        response_cookie(visit->response, "lang", lang, YEAR_SECONDS);
}
