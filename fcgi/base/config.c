#include "config.h"

#include "heap.h"
#include "text.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { WORD, PATH, NUMBER, FLAG, CHOICE };
static const struct setting {
    const char *name;
    enum kind kind;
    size_t offset;
    const char *standard;
    int minimum, maximum;
    const char *choices; /* " a b c " */
} settings[] = {
#define TEXT(name, kind, standard)                                                                 \
    {                                                                                              \
#name, kind, offsetof(struct config, name), standard, 0, 0, NULL                           \
    }
#define INTEGER(name, standard, minimum, maximum)                                                  \
    {                                                                                              \
#name, NUMBER, offsetof(struct config, name), standard, minimum, maximum, NULL             \
    }
#define ONE_OF(name, standard, choices)                                                            \
    {                                                                                              \
#name, CHOICE, offsetof(struct config, name), standard, 0, 0, choices                      \
    }
    TEXT(var_folder, PATH, "."),
    TEXT(sql_folder, PATH, "../sql"),
    TEXT(xslt_folder, PATH, "../xslt"),
    TEXT(java, PATH, "/usr/bin/java"),
    TEXT(fop_folder, PATH, "/usr/share/java"),
    TEXT(fop_settings, PATH, "fop/fop.xconf"),
    TEXT(web_socket, WORD, "web.sock"),
    TEXT(key_file, PATH, "key"),
    TEXT(mail_folder, PATH, "mail"),
    TEXT(smtp_address, WORD, ""),
    TEXT(smtp_user, WORD, ""),
    TEXT(smtp_password, WORD, ""),
    ONE_OF(smtp_tls, "required", " required optional no "),
    TEXT(smtp_ca_file, WORD, ""),
    TEXT(smtp_from, WORD, ""),
    INTEGER(smtp_timeout, "30", 1, 300),
    TEXT(base_address, WORD, "http://127.0.0.1:8080"),
    TEXT(database_socket, WORD, "mariadb.sock"),
    TEXT(database_name, WORD, "praktikum"),
    TEXT(database_user, WORD, "praktikum"),
    TEXT(database_password, WORD, ""),
    TEXT(database_owner, WORD, "praktikum_owner"),
    TEXT(database_owner_password, WORD, ""),
    TEXT(worker_user, WORD, "nobody"),
    INTEGER(workers, "2", 1, 64),
    INTEGER(request_deadline, "10", 1, 3600),
    INTEGER(recycle_requests, "20000", 1, 1000000000),
    INTEGER(recycle_megabytes, "256", 16, 65536),
    TEXT(secure_cookies, FLAG, "no"),
    TEXT(demonstration, FLAG, "no"),
    TEXT(fold, FLAG, "yes"),
    TEXT(sandbox, FLAG, "yes"),
    INTEGER(session_idle_minutes, "60", 1, 100000),
    INTEGER(session_hours, "12", 1, 10000),
    INTEGER(invitation_days, "14", 1, 365),
    INTEGER(password_reset_minutes, "60", 5, 10000),
    INTEGER(sign_in_limit, "10", 1, 1000000),
    TEXT(elmo_key, WORD, ""),
    TEXT(elmo_certificate, WORD, ""),
    INTEGER(verify_limit, "30", 1, 6000),
    INTEGER(digest_hour, "7", 0, 23),
#undef TEXT
#undef INTEGER
#undef ONE_OF
};
enum { SETTINGS = sizeof settings / sizeof *settings };

static void *field(struct config *config, const struct setting *setting)
{
    return (char *)config + setting->offset;
}

static char *join(const char *folder, const char *path)
{
    if (*path == '/')
        return heap_text(path);
    if (!strcmp(path, "."))
        return heap_text(folder);
    size_t size = strlen(folder) + strlen(path) + 2;
    char *joined = heap_alloc(size);
    snprintf(joined, size, "%s/%s", folder, path);
    return joined;
}

static bool chosen(const char *choices, const char *value)
{
    const char *at = *value && !strchr(value, ' ') ? strstr(choices, value) : NULL;
    return at && at[-1] == ' ' && at[strlen(value)] == ' ';
}

/* What is wrong with the value, or NULL. */
static const char *set(struct config *config, const struct setting *setting, const char *value,
                       const char *folder)
{
    void *place = field(config, setting);
    int64_t integer;
    switch (setting->kind) {
    case CHOICE:
        if (!chosen(setting->choices, value))
            return "is none of the words it may be";
        /* fall through */
    case WORD:
    case PATH:
        if (setting->kind == PATH && !*value)
            return "must not be empty";
        free(*(char **)place);
        *(char **)place = setting->kind == PATH ? join(folder, value) : heap_text(value);
        return NULL;
    case NUMBER:
        if (!text_integer(value, setting->minimum, setting->maximum, &integer))
            return "is not a number within its bounds";
        *(int *)place = (int)integer;
        return NULL;
    case FLAG:
        if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
            return "must be yes or no";
        *(bool *)place = !strcmp(value, "yes");
    }
    return NULL;
}

/* Cuts `line` into name and value; false when it is neither that nor empty nor a comment. */
static bool split(char *line, char **name, char **value)
{
    static const char spaces[] = " \t\r\n";
    line += strspn(line, spaces);
    for (size_t length = strlen(line); length && strchr(spaces, line[length - 1]);)
        line[--length] = 0;
    *name = NULL;
    if (!*line || *line == '#')
        return true;
    char *equals = strchr(line, '=');
    if (!equals || equals == line)
        return false;
    *value = equals + 1 + strspn(equals + 1, spaces);
    *equals = 0;
    for (size_t length = strlen(line); length && strchr(spaces, line[length - 1]);)
        line[--length] = 0;
    *name = line;
    return true;
}

static bool read_lines(struct config *config, FILE *file, const char *path, const char *folder,
                       char *error, size_t error_size)
{
    bool seen[SETTINGS] = {false};
    char line[4096];
    for (int number = 1; fgets(line, sizeof line, file); number++) {
        char *name, *value;
        const char *why = NULL;
        size_t i = 0;
        if (!strchr(line, '\n') && !feof(file)) {
            snprintf(error, error_size, "%s:%d: the line is too long", path, number);
            return false;
        }
        if (!split(line, &name, &value)) {
            snprintf(error, error_size, "%s:%d: expected `name = value`", path, number);
            return false;
        }
        if (!name)
            continue;
        while (i < SETTINGS && strcmp(settings[i].name, name) != 0)
            i++;
        if (i == SETTINGS)
            why = "is not a known name";
        else if (seen[i])
            why = "is set twice";
        else
            why = set(config, &settings[i], value, folder);
        if (why) {
            snprintf(error, error_size, "%s:%d: %s %s", path, number, name, why);
            return false;
        }
        seen[i] = true;
    }
    return true;
}

bool config_load(struct config *config, const char *path, char *error, size_t error_size)
{
    *config = (struct config){.workers = 0};
    char *folder = realpath(path, NULL);
    FILE *file = folder ? fopen(folder, "re") : NULL;
    if (!file) {
        snprintf(error, error_size, "%s: %s", path, strerror(errno));
        free(folder);
        return false;
    }
    char *slash = strrchr(folder, '/');
    slash[slash == folder] = 0;
    for (size_t i = 0; i < SETTINGS; i++)
        set(config, &settings[i], settings[i].standard, folder);
    bool read = read_lines(config, file, path, folder, error, error_size);
    fclose(file);
    free(folder);
    if (!read)
        config_free(config);
    return read;
}

void config_free(struct config *config)
{
    for (size_t i = 0; i < SETTINGS; i++)
        if (settings[i].kind != NUMBER && settings[i].kind != FLAG)
            free(*(char **)field(config, &settings[i]));
    *config = (struct config){.workers = 0};
}
